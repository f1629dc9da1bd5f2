/** Words of the rulebook that the model reads and that the areas' own vocabulary may not have yet. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Notice, Recipient } from "../../core/notice.ts";

/** The notice that settings of an organization name a department that is gone, and how many (DIR-11). */
export function inertNotice(organization: OrganizationId, count: number): Notice {
  const to: readonly Recipient[] = [{ kind: "authorized-admins", organization }];
  return { kind: "SETTINGS_INERT", to, data: { count } } as unknown as Notice;
}

/** The organization for which a task is assigned, if it is said (HAND-08). */
export function assignedFor(data: object): OrganizationId | undefined {
  return (data as { readonly organization?: OrganizationId }).organization;
}
