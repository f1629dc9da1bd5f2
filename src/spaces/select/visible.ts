/** Which organizations of a Space the people of one of them see. */
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { view } from "../../core/rule.ts";
import { must } from "../../core/transaction.ts";
import type { AssociationRecord, Visibility } from "../model.ts";
import { counterpartsFor, peopleOn } from "./counterparts.ts";
import { associationOf, type Reading, spaceOf } from "./spaces.ts";

/** An organization with its part in the Space. */
interface OwnPart {
  readonly organization: OrganizationId;
  readonly association: Pick<AssociationRecord, "order" | "visibility">;
}

/** Who looks, and whom of the Host it has as counterparts. */
export interface Looking extends OwnPart {
  readonly host: OrganizationId;
  readonly counterparts: () => readonly PersonId[];
}

/** Who is looked at: an organization with the order of its present Association. */
export interface LookedAt {
  readonly organization: OrganizationId;
  readonly order: number;
}

/** VIS-06: whether an entry of a setting still stands: a later Association is another one. */
const entryStands = view(
  "VIS-06",
  (recorded: number, order: number): boolean => recorded === order,
);

/** VIS-03, VIS-04: whether a Member's setting shows an organization; the reverse does not follow. */
const settingShows = view(
  ["VIS-03", "VIS-04"],
  (visibility: AssociationRecord["visibility"], target: LookedAt): boolean =>
    visibility.kind === "all" ||
    (visibility.kind === "listed" &&
      visibility.organizations.some(
        ([organization, order]) =>
          organization === target.organization && entryStands(order, target.order),
      )),
);

/**
 * VIS-01, VIS-02: the Host sees every Member, whatever is set; a Member sees itself, and what its
 * setting shows besides.
 */
export const visibleOrganization = view(
  ["VIS-01", "VIS-02"],
  ({ organization, association }: OwnPart, target: LookedAt): boolean =>
    association.order === 0 ||
    organization === target.organization ||
    settingShows(association.visibility, target),
);

/** PARTNER-03: whether an identity is a counterpart of the Host for the organization that looks. */
const isItsCounterpart = view(
  "PARTNER-03",
  ({ host, counterparts }: Looking, { organization, person }: Identity): boolean =>
    organization === host && counterparts().includes(person),
);

/** Whether an identity is seen, being of an organization that is, or for itself: nobody else of it is for that. */
export const visibleIdentity = (
  looking: Looking,
  target: Identity,
  seesOrganization: (organization: OrganizationId) => boolean,
): boolean => seesOrganization(target.organization) || isItsCounterpart(looking, target);

/** How an organization that takes part in a Space looks at the others. */
export function lookingIn(tx: Reading, space: SpaceId, organization: OrganizationId): Looking {
  const association = must(tx, "association", space, organization);
  const { host } = spaceOf(tx, space);
  const counterparts = () => peopleOn(counterpartsFor(tx, space, organization).host);
  return { organization, association, host, counterparts };
}

/** A setting as it is in force: without organizations that have left since. */
export function visibilityInForce(
  tx: Reading,
  space: SpaceId,
  { visibility }: Pick<AssociationRecord, "visibility">,
): Visibility {
  if (visibility.kind !== "listed") return visibility;
  const organizations = visibility.organizations
    .filter(([organization, order]) => {
      const association = associationOf(tx, space, organization);
      return association !== null && entryStands(order, association.order);
    })
    .map(([organization]) => organization);
  return { kind: "listed", organizations };
}
