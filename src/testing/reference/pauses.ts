/** How long a rejection keeps an organization from applying to the same Space or Trunk again (JOIN-16). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { daysAfter } from "./days.ts";
import type { Application } from "./state.ts";
import type { TrunkApplication } from "./state-hierarchy.ts";

/** From when on whoever is rejected at a time may apply again; `null` is at once. */
export function pausesUntil({ reapplyPauseDays }: Policy, at: number): number | null {
  return reapplyPauseDays === 0 ? null : daysAfter(at, reapplyPauseDays);
}

/** The pause as it is said to others: one that there is not is left out. */
export function describePause(reapplyFrom: number | null): { readonly reapplyFrom?: number } {
  return reapplyFrom === null ? {} : { reapplyFrom };
}

type Any = Application | TrunkApplication;

/** Whether an organization has to wait, by its applications to one place. */
export function isPausing(all: readonly Any[], organization: OrganizationId, at: number): boolean {
  return all.some(
    (each) =>
      each.organization === organization && each.reapplyFrom !== null && at < each.reapplyFrom,
  );
}

/**
 * Of the pauses of these organizations nothing is left: they have applied anew, or an invitation names them,
 * whatever becomes of it.
 */
export function endPauses(all: readonly Any[], organizations: readonly OrganizationId[]): void {
  for (const each of all) if (organizations.includes(each.organization)) each.reapplyFrom = null;
}

/** Whether a rejection says too little: nothing, or nothing but white space. */
export function lacksReason({ rejectionReason }: Policy, reason: string | undefined): boolean {
  return rejectionReason === "required" && (reason ?? "").trim() === "";
}
