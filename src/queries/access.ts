/** Who may ask, and how they look at a Space. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { guard, view } from "../core/rule.ts";
import { read } from "../core/transaction.ts";
import {
  actorIsAdmin,
  actorIsAuthorizedAdmin,
  actorIsHierarchyAdmin,
} from "../directory/select/authority.ts";
import { organizationKnown } from "../directory/select/organizations.ts";
import { isPresent } from "../roster/select/presence.ts";
import type { Within } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { associationOf, spaceKnown } from "../spaces/select/spaces.ts";
import { memberIsOpen } from "../spaces/select/suspended.ts";
import { organizationIsLinked, trunkKnown } from "../spaces/select/trunks.ts";
import { type Looking, lookingIn } from "../spaces/select/visible.ts";
import type { Reading } from "./handler.ts";
import type { Asker, Viewer } from "./model.ts";

/** A question asked about a Space. */
export interface About {
  readonly viewer: Viewer;
  readonly space: SpaceId;
}

/**
 * ENTRY-02, ENTRY-03, ROSTER-12: whether somebody has been added to a Space. Being employed by its
 * Host or a Member, or waiting for a place, is not enough.
 */
export const isAdded = view(
  ["ENTRY-02", "ENTRY-03", "ROSTER-12"],
  (tx: Reading, space: SpaceId, organization: OrganizationId, person: PersonId): boolean =>
    isPresent(tx, space, organization, person),
);

/** ROSTER-12: whoever asks from within a Space has been added to it. */
const viewerIsInside = guard(
  "ROSTER-12",
  (tx: Reading, { viewer: { organization, person }, space }: About): Refusal | null =>
    associationOf(tx, space, organization) !== null && isAdded(tx, space, organization, person)
      ? null
      : refuse("NOT_IN_SPACE", { space }),
);

/** Why a question from within a Space is refused, if it is: it is unknown, the asker's organization suspended, they outside. */
export function insiderRefusal(tx: Reading, about: About): Refusal | null {
  const { viewer, space } = about;
  return (
    spaceKnown(tx, viewer, space) ??
    memberIsOpen(tx, space, viewer.organization) ??
    viewerIsInside(tx, about)
  );
}

/** Why a question of an organization's admins is refused, if it is: it unknown, the asker none. */
export function ownAdminRefusal(tx: Reading, viewer: Viewer): Refusal | null {
  const { organization } = viewer;
  return organizationKnown(tx, organization) ?? actorIsAuthorizedAdmin(tx, viewer, organization);
}

/** DIST-04: whoever looks at their organization's workbench is in service there. */
export const viewerInService = guard("DIST-04", (tx: Reading, viewer: Viewer): Refusal | null => {
  const { organization, person } = viewer;
  return read(tx, "employment", organization, person)?.inService === true
    ? null
    : refuse("ACTING_ORG_INVALID", { organization });
});

/** Why a question about one's own hierarchy is refused, if it is. */
export function hierarchyRefusal(tx: Reading, viewer: Viewer): Refusal | null {
  const { organization } = viewer;
  return organizationKnown(tx, organization) ?? actorIsHierarchyAdmin(tx, viewer, organization);
}

/** Why a question about what is the organization's own is refused, if it is: either permission does (28.21). */
export function eitherAdminRefusal(tx: Reading, viewer: Viewer): Refusal | null {
  const { organization } = viewer;
  return organizationKnown(tx, organization) ?? actorIsAdmin(tx, viewer, organization);
}

/** The organization whose directory is asked about: the asker's own. */
export const organizationAsked = (asker: Asker): OrganizationId =>
  "source" in asker ? asker.source.organization : asker.viewer.organization;

/** DIR-20: whoever asks about a directory may report its facts, or is the organization's authorized admin. */
const asksForItself = guard("DIR-20", (tx: Reading, asker: Asker): Refusal | null =>
  "source" in asker ? null : actorIsAdmin(tx, asker.viewer, asker.viewer.organization),
);

/** Why a question about a directory is refused, if it is: the organization unknown, the asker none of its own. */
export function directoryRefusal(tx: Reading, asker: Asker): Refusal | null {
  return organizationKnown(tx, organizationAsked(asker)) ?? asksForItself(tx, asker);
}

/** ROSTER-01: the organization takes part in the Space, as its Host or as a Member. */
export const sideTakesPart = guard(
  "ROSTER-01",
  (tx: Reading, space: SpaceId, organization: OrganizationId): Refusal | null =>
    associationOf(tx, space, organization) === null
      ? refuse("NOT_A_MEMBER", { space, organization })
      : null,
);

/** Why a question about one's own side of a Space, or of a Link, is refused, if it is (ADMIN-04, ENTRY-05). */
export function ownSideRefusal(
  tx: Reading,
  about: Within<{ readonly viewer: Viewer }>,
): Refusal | null {
  const { viewer } = about;
  const { organization } = viewer;
  if (isTrunk(about)) {
    return (
      trunkKnown(tx, viewer, about.trunk) ??
      actorIsHierarchyAdmin(tx, viewer, organization) ??
      organizationIsLinked(tx, about.trunk, organization)
    );
  }
  return (
    spaceKnown(tx, viewer, about.space) ??
    actorIsAuthorizedAdmin(tx, viewer, organization) ??
    sideTakesPart(tx, about.space, organization)
  );
}

/** How the viewer, whose organization takes part in the Space, looks at the others. */
export function lookingFrom(tx: Reading, { viewer, space }: About): Looking {
  return lookingIn(tx, space, viewer);
}

/** About how many of so many organizations or people in the Space such a viewer sees. */
export function expectedOf({ association }: Looking, own: number, all: number): number {
  const { kind } = association.visibility;
  return association.order === 0 || kind === "all" || kind === "kinds" ? all : own;
}
