/** When a Member, or a Branch, that wants to leave as a whole may (EXIT-07). */
import type { Policy } from "../../core/policy.ts";
import { daysAfter } from "./days.ts";

/** From when on whoever announces it at a time may leave. */
export function leavesFrom({ exitNoticeDays }: Policy, at: number): number {
  return daysAfter(at, exitNoticeDays);
}

/** Whether the command to leave ends it now, or else announces it: a date that was announced stands. */
export function leavesNow({ exitNoticeDays }: Policy, leaving: number | null): boolean {
  return exitNoticeDays === 0 || leaving !== null;
}

/** Whether what was announced is not due yet. */
export function isEarly({ exitNoticeDays }: Policy, leaving: number | null, at: number): boolean {
  return exitNoticeDays > 0 && leaving !== null && at < leaving;
}

/** The announced date, if there is one. */
export function announced({ leaving }: { readonly leaving: number | null }): {
  readonly leaving?: number;
} {
  return leaving === null ? {} : { leaving };
}
