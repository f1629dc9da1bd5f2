/** Thresholds of a limit: which of them are armed, and which an input has brought a number to (ALERT-06). */
import type { Policy } from "./policy.ts";

/** A number under a limit, with the thresholds that are not armed though it is below them. */
export interface Gauge {
  readonly value: number;
  readonly limit: number;
  readonly unarmed?: readonly number[] | undefined;
}

type Judging = Pick<Policy, "alertThresholds" | "alertRearmBelow">;

/** ALERT-02: whether a number is at so many percent of its limit or above; in integers, so that nothing is rounded. */
export const reaches = ({ value, limit }: Gauge, percent: number): boolean =>
  limit > 0 && value * 100 >= limit * percent;

/** What an input that took a number from one place to another has to tell, and which thresholds it leaves unarmed. */
export interface Judged {
  /** The highest threshold that it crossed; `null`: none. */
  readonly crossed: number | null;
  readonly unarmed: readonly number[];
}

/** ALERT-06: judges the number before an input, and after it. */
export function judged(before: Gauge, after: Gauge, policy: Judging): Judged {
  const { alertThresholds, alertRearmBelow } = policy;
  const isFarBelow = (gauge: Gauge, threshold: number): boolean =>
    !reaches(gauge, threshold - alertRearmBelow);
  const wasArmed = (threshold: number): boolean =>
    !reaches(before, threshold) &&
    (before.unarmed?.includes(threshold) !== true || isFarBelow(before, threshold));
  const crossed = alertThresholds.filter((each) => wasArmed(each) && reaches(after, each));
  const unarmed = alertThresholds.filter(
    (each) => !reaches(after, each) && !isFarBelow(after, each) && !wasArmed(each),
  );
  return { crossed: crossed.at(-1) ?? null, unarmed };
}

/** Whether two lists of thresholds are the same. */
export const isSameThresholds = (
  one: readonly number[] | undefined,
  other: readonly number[],
): boolean =>
  (one ?? []).length === other.length && other.every((each, place) => each === one?.[place]);

/** Keeps in a record which thresholds are not armed; nothing where all are as the number says. */
export function setUnarmed(record: { unarmed?: number[] }, thresholds: readonly number[]): void {
  if (thresholds.length === 0) delete record.unarmed;
  else record.unarmed = thresholds.slice();
}
