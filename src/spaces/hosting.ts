/** Hosting: what support raises and enables, and the end of a Space. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { actorIsSupport } from "../directory/select/authority.ts";
import { organizationKnown, organizationOf } from "../directory/select/organizations.ts";
import type { SpacesCommands } from "./model.ts";
import { personCapInForce } from "./select/limits.ts";
import {
  actorKnown,
  type CommandOf,
  type Deciding,
  type Reading,
  spaceAdminRefusal,
  spaceExists,
  spaceKnown,
  spaceOf,
} from "./select/spaces.ts";

/** SPACE-04, CAP-06: a quota is only ever raised. */
const quotaRaised = guard(["SPACE-04", "CAP-06"], (current: number, wanted: number) =>
  wanted > current ? null : refuse("QUOTA_NOT_INCREASED", { current }),
);

/** SPACE-04: from now on the organization may host more Spaces. */
const raiseSpaceQuota = effect(
  "SPACE-04",
  (tx: Deciding, wish: SpacesCommands["space-quota.expand"]): void => {
    emit(tx, "space-quota.expanded", wish);
  },
);

/** Support adds Spaces to an organization's quota. */
export function expandSpaceQuota(tx: Deciding, { by, data }: CommandOf<"space-quota.expand">) {
  const refusal =
    actorKnown(tx, by) ??
    actorIsSupport(by) ??
    organizationKnown(tx, data.organization) ??
    quotaRaised(organizationOf(tx, data.organization).expansion, data.expansion);
  if (refusal === null) raiseSpaceQuota(tx, data);
  return refusal;
}

function capOf(tx: Reading, space: SpaceId, policy: Policy): number {
  const record = spaceOf(tx, space);
  return personCapInForce(record, organizationOf(tx, record.host), policy);
}

/** CAP-06: from now on this Space, and no other, may have more persons. */
const raisePersonCap = effect(
  "CAP-06",
  (tx: Deciding, wish: SpacesCommands["person-cap.expand"]): void => {
    emit(tx, "person-cap.expanded", wish);
  },
);

/** Support raises a Space's person cap. */
export function expandPersonCap(
  tx: Deciding,
  { by, data }: CommandOf<"person-cap.expand">,
  policy: Policy,
) {
  const { space, cap } = data;
  const refusal =
    ("support" in by ? spaceExists(tx, space) : spaceKnown(tx, by, space)) ??
    actorIsSupport(by) ??
    quotaRaised(capOf(tx, space, policy), cap);
  if (refusal === null) raisePersonCap(tx, data);
  return refusal;
}

/** JOIN-12: from now on the organization may invite in batches. */
const allowBatches = effect("JOIN-12", (tx: Deciding, organization: OrganizationId): void => {
  emit(tx, "batch-invitation.enabled", { organization });
});

/** Support enables batch invitation for an organization. */
export function enableBatchInvitation(
  tx: Deciding,
  { by, data }: CommandOf<"batch-invitation.enable">,
) {
  const { organization } = data;
  const refusal = actorKnown(tx, by) ?? actorIsSupport(by) ?? organizationKnown(tx, organization);
  if (refusal !== null) return refusal;
  if (!organizationOf(tx, organization).batchInvitation) allowBatches(tx, organization);
  return null;
}

/** SPACE-07: ends a Space. Everybody's leaving is worked out from this event. */
const dissolve = effect("SPACE-07", (tx: Deciding, space: SpaceId): void => {
  emit(tx, "space.dissolved", { space, host: spaceOf(tx, space).host });
});

/** A Space admin dissolves the Space. */
export function dissolveSpace(tx: Deciding, { by, data }: CommandOf<"space.dissolve">) {
  const refusal = spaceAdminRefusal(tx, by, data.space);
  if (refusal === null) dissolve(tx, data.space);
  return refusal;
}
