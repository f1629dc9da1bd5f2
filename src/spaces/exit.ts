/** Leaving as a whole: the Host cancels an Association; nobody else can. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { actorIsAuthorizedAdmin } from "../directory/select/authority.ts";
import type { SpacesEvents } from "./model.ts";
import {
  actorIsSpaceAdmin,
  type CommandOf,
  type Deciding,
  isMember,
  organizationIsMember,
  type Reading,
  spaceKnown,
  spaceOf,
} from "./select/spaces.ts";

/** EXIT-03: a Member does not cancel its own Association. */
const memberStays = guard("EXIT-03", (tx: Reading, space: SpaceId, organization: OrganizationId) =>
  isMember(tx, space, organization) ? refuse("WHOLE_ORG_EXIT_HOST_ONLY", { space }) : null,
);

/**
 * Whose authority it takes. Of an organization's own people only its admins learn whether it has
 * become a Member; an ordinary person of an applicant is answered like one of a Member.
 */
function cancelRefusal(tx: Reading, by: Actor, space: SpaceId, organization: OrganizationId) {
  const guest =
    "organization" in by &&
    by.organization === organization &&
    spaceOf(tx, space).host !== organization;
  const own = guest
    ? (actorIsAuthorizedAdmin(tx, by, organization) ?? memberStays(tx, space, organization))
    : null;
  return own ?? actorIsSpaceAdmin(tx, by, space) ?? organizationIsMember(tx, space, organization);
}

/**
 * EXIT-01: the organization takes no part any more: scope, visibility, Folder place and partner type
 * go with the Association, and a place under each limit is free. Its people's leaving follows.
 */
export const cancel = effect(
  "EXIT-01",
  (tx: Deciding, end: SpacesEvents["association.cancelled"]): void => {
    emit(tx, "association.cancelled", end);
  },
);

/** A Space admin cancels a Member's Association. */
export function cancelAssociation(tx: Deciding, { by, data }: CommandOf<"association.cancel">) {
  const { space, organization } = data;
  const refusal = spaceKnown(tx, by, space) ?? cancelRefusal(tx, by, space, organization);
  if (refusal === null) cancel(tx, { space, organization, because: "cancelled" });
  return refusal;
}
