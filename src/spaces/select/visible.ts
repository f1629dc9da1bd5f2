/** Which organizations of a Space the people of one of them see. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import { view } from "../../core/rule.ts";
import type { AssociationRecord, Visibility } from "../model.ts";
import { associationOf, type Reading } from "./spaces.ts";

/** Who looks: an organization with its part in the Space. */
export interface Looking {
  readonly organization: OrganizationId;
  readonly association: Pick<AssociationRecord, "order" | "visibility">;
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
  ({ organization, association }: Looking, target: LookedAt): boolean =>
    association.order === 0 ||
    organization === target.organization ||
    settingShows(association.visibility, target),
);

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
