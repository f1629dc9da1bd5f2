/** How long applications last (JOIN-15). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { daysAfter } from "./days.ts";
import type { Application } from "./state.ts";
import type { TrunkApplication } from "./state-hierarchy.ts";

/** The end of an application made at a time with an invitation that ends at another, or never. */
export function endOfApplication(policy: Policy, at: number, invitedUntil: number | null) {
  const { applicationLifetimeDays, invitationCoversReview } = policy;
  const lifetime = applicationLifetimeDays === null ? null : daysAfter(at, applicationLifetimeDays);
  const covered = invitationCoversReview ? invitedUntil : null;
  if (lifetime === null || covered === null) return lifetime ?? covered;
  return lifetime < covered ? lifetime : covered;
}

type Any = Application | TrunkApplication;

/** Whether an application that nobody has decided about is past its end. */
export function isOverdue({ status, end }: Any, at: number): boolean {
  return status === "pending" && end !== null && end <= at;
}

/** Whether an application waits to be decided, and still can be. */
export function isWaiting(each: Any, at: number): boolean {
  return each.status === "pending" && !isOverdue(each, at);
}

/** Of the applications of one organization, the overdue ones are closed. */
export function closeOverdue(all: readonly Any[], organization: OrganizationId, at: number): void {
  for (const each of all) {
    if (each.organization === organization && isOverdue(each, at)) each.status = "expired";
  }
}

/** What is said of an application's end to whoever asks, and whether it is reached at the time asked for. */
export function describeEnd(end: number | null, asOf: number | undefined) {
  if (end === null) return {};
  return asOf === undefined ? { expiresAt: end } : { expiresAt: end, expired: end <= asOf };
}
