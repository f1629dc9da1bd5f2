/** Points in time and stretches of it, in epoch milliseconds. */

/** A day. */
export const DAY = 86_400_000;

/** The last millisecond of the year 9999: nothing that is stored names a later one. */
export const TIME_MAX = 253_402_300_799_999;

/** So many days after a point in time, as far as time goes. */
export const daysAfter = (at: number, days: number): number => Math.min(at + days * DAY, TIME_MAX);
