/** Words of the rulebook that the model reads and that the areas' own vocabulary may not have yet. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Notice, Recipient } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";

/** Fields of the policy that it may not have yet. */
interface FurtherPolicy {
  /** What becomes of whom a list of some departments lacks, and who is nowhere else (DIR-05). */
  readonly extentMissing: "departed" | "unplaced";
  /** Named sources of one organization (DIR-06). */
  readonly directorySources: number;
}

const furtherDefaults: FurtherPolicy = {
  extentMissing: "departed",
  directorySources: 16,
};

/** The policy with those fields. */
export function withFurther(policy: Policy): Policy & FurtherPolicy {
  return { ...furtherDefaults, ...policy };
}

/** The notice that settings of an organization name a department that is gone, and how many (DIR-11). */
export function inertNotice(organization: OrganizationId, count: number): Notice {
  const to: readonly Recipient[] = [{ kind: "authorized-admins", organization }];
  return { kind: "SETTINGS_INERT", to, data: { count } } as unknown as Notice;
}

/** The organization for which a task is assigned, if it is said (HAND-08). */
export function assignedFor(data: object): OrganizationId | undefined {
  return (data as { readonly organization?: OrganizationId }).organization;
}
