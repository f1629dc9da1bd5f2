/** For how long things are kept. */
import type { World } from "./state.ts";

/** Milliseconds. */
const day = 24 * 60 * 60 * 1000;

/** When what a departure took is over (AMB-106). */
export function retentionEnd({ policy }: World, ended: number): number {
  return ended + policy.departureRetentionDays * day;
}
