/** What is kept of a former Member's settings, as far as it may have them back (EXIT-09). */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { view } from "../../core/rule.ts";
import { daysAfter } from "../../core/time.ts";
import { must, read } from "../../core/transaction.ts";
import { organizationOf } from "../../directory/select/organizations.ts";
import type { RetainedRecord, SpacesEvents } from "../model.ts";
import { hidingNow, visibilityNow } from "./sight-lists.ts";
import type { Reading } from "./spaces.ts";

/** Until when a Member's settings are kept whose Association ends now, if they are: as the policy is now. */
export const keptFrom = (at: number, { rejoinRetentionDays: days }: Policy) =>
  days === 0 ? {} : { keptUntil: daysAfter(at, days) };

/**
 * EXIT-09: whether something kept may still be had back. An organization that has ended since is another one,
 * though its end was taken back.
 */
const mayBeHadBack = view(
  "EXIT-09",
  (
    tx: Reading,
    { until, reinstatements }: RetainedRecord,
    organization: OrganizationId,
    at: number,
  ) => at < until && organizationOf(tx, organization).reinstatements === reinstatements,
);

/** What was kept for an organization that may have it back, should it be a Member again at this time. */
export function retainedFor(
  tx: Reading,
  space: SpaceId,
  organization: OrganizationId,
  at: number,
): RetainedRecord | null {
  const kept = read(tx, "retained", space, organization);
  return kept !== null && mayBeHadBack(tx, kept, organization, at) ? kept : null;
}

/** The settings of those kept that say something still: what they name that is gone is left out. */
export function settingsStill(
  tx: Reading,
  space: SpaceId,
  organization: OrganizationId,
  kept: RetainedRecord,
): Omit<SpacesEvents["member.restored"], "counterparts"> {
  const { types, level, fields = {} } = kept;
  const folder =
    kept.folder === null || must(tx, "folder", space, kept.folder).removed ? null : kept.folder;
  const { now: visibility } = visibilityNow(tx, space, organization, kept);
  const { now: hiding } = hidingNow(tx, space, organization, kept);
  return { space, organization, folder, types, level, visibility, ...hiding, fields };
}
