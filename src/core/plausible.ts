/** Times in the wrong unit stop at the boundary: whoever has a clock holds an input's time against it. */
import type { Problem } from "./refusal-shapes.ts";
import { DAY } from "./time.ts";

/** How far the time of an input may be off the receiver's clock, in milliseconds. */
export interface Tolerance {
  /** How far ahead of it; default one day. */
  readonly ahead?: number | undefined;
  /** How far behind it; default 20 years of 365 days. */
  readonly behind?: number | undefined;
}

/** Whether what begins at a time, and may end at another, ends after that; both in epoch milliseconds. */
export const endsLater = (begins: number, ends?: number): boolean =>
  ends === undefined || ends > begins;

/**
 * What is wrong with the time of an input for one who receives it `now`, both in epoch milliseconds;
 * `null` if nothing is. Seconds taken for milliseconds lie in 1970, microseconds far ahead (PROTO-07).
 */
export function implausible(
  at: number,
  now: number,
  { ahead = DAY, behind = 20 * 365 * DAY }: Tolerance,
): Problem | null {
  const range = [now - behind, now + ahead] as const;
  return at >= range[0] && at <= range[1]
    ? null
    : { path: ["at"], problem: "implausible-time", range };
}
