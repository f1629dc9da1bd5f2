/** Dates that lie some days ahead. */

const aDay = 24 * 60 * 60 * 1000;

/** The last millisecond of the year 9999: no date is later. */
const lastDate = 253_402_300_799_999;

/** The date that lies so many days after a time. */
export function daysAfter(at: number, days: number): number {
  return Math.min(at + days * aDay, lastDate);
}
