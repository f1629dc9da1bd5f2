/** What each side sets on a Link, and how it ends one (MOUNT, SIGHT, SHARE, LINK-08, UNLINK). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { hasDepartment } from "./departments.ts";
import { findLink, reaches } from "./hierarchy.ts";
import {
  actsForHierarchy,
  branchAdmin,
  lacksMain,
  lacksMainForHierarchy,
  trunkOfLink,
  unknownTrunk,
} from "./hierarchy-authority.ts";
import type { HierarchyHandlers } from "./hierarchy-handlers.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { isEarly, leavesFrom, leavesNow } from "./leaving.ts";
import { endLink } from "./linking.ts";
import { isMalformedShare } from "./shared-data.ts";
import type { State, World } from "./state.ts";
import type { Excepted } from "./state-hierarchy.ts";
import { tellLeaving } from "./telling-sides.ts";
import { isAliasTaken } from "./trunk-approvals.ts";
import {
  type Exceptions,
  type HierarchyCommand,
  type LinkNamed,
  whichHold,
} from "./vocabulary-hierarchy.ts";

/** Whom an exception in a Trunk's book may name: itself, whom it reaches, and who reaches it (SIGHT-04). */
function mayBeExcepted(state: State, trunk: OrganizationId, organization: OrganizationId): boolean {
  return (
    organization === trunk ||
    reaches(state, trunk, organization) ||
    reaches(state, organization, trunk)
  );
}

function exceptionCodes(
  { state, policy }: World,
  trunk: OrganizationId,
  { organizations, departments }: Exceptions,
): RefusalCode[] {
  const { sightExceptionLimit } = hierarchyPolicy(policy);
  return whichHold([
    ["MALFORMED", Math.max(organizations.length, departments.length) > sightExceptionLimit],
    ["UNKNOWN_DEPARTMENT", !departments.every((each) => hasDepartment(state, trunk, each))],
    ["NOT_LINKED", !organizations.every((each) => mayBeExcepted(state, trunk, each))],
  ]);
}

function exceptedBy(
  organization: OrganizationId,
  { organizations, departments }: Exceptions,
): Excepted {
  return {
    organization,
    organizations: [...new Set(organizations)],
    departments: [...new Set(departments)],
    void: [],
  };
}

function mountCodes(world: World, { by, data }: HierarchyCommand<"link.mount">): RefusalCode[] {
  const { trunk, alias, mount } = data;
  return [
    ...trunkOfLink(world, by, data),
    ...whichHold([
      ["UNKNOWN_DEPARTMENT", mount !== null && !hasDepartment(world.state, trunk, mount)],
      ["ALIAS_TAKEN", isAliasTaken(world.state, data, alias, mount)],
    ]),
  ];
}

/** Only the Trunk of a Link cancels it; the Branch's own admins learn that it is not theirs to end. */
function cancelCodes(world: World, by: Actor, named: LinkNamed): RefusalCode[] {
  const { state } = world;
  const { trunk, organization } = named;
  const codes = unknownTrunk(world, by, trunk);
  if (codes.length > 0 || !("person" in by)) return codes;
  const isBranch =
    by.organization === organization &&
    organization !== trunk &&
    findLink(state, named) !== undefined;
  if (!isBranch) return trunkOfLink(world, by, named);
  const own = actsForHierarchy(state, by, organization);
  return whichHold([
    ["NOT_AUTHORIZED_ADMIN", !own],
    ["UNLINK_TRUNK_ONLY", own],
  ]);
}

/** A Branch leaves, or takes that back, only where the policy lets it (UNLINK-02, EXIT-07). */
function exitCodes(world: World, by: Actor, named: LinkNamed): RefusalCode[] {
  const { state, policy } = world;
  const codes = unknownTrunk(world, by, named.trunk);
  if (codes.length > 0) return codes;
  const { branchExit } = hierarchyPolicy(policy);
  const own = actsForHierarchy(state, by, named.organization);
  const linked = findLink(state, named) !== undefined;
  return whichHold([
    ["NOT_AUTHORIZED_ADMIN", !own],
    [
      "MAIN_ADMIN_REQUIRED",
      own &&
        (lacksMainForHierarchy(world, by) || (branchExit === "main-admin" && lacksMain(state, by))),
    ],
    ["UNLINK_TRUNK_ONLY", linked && branchExit === "trunk-only"],
    ["NOT_LINKED", !linked],
  ]);
}

type LinkType =
  | "partner.set"
  | "link.mount"
  | "link.see"
  | "link.reach"
  | "link.share"
  | "link.release"
  | "link.cancel"
  | "link.leave"
  | "link.stay";

/** The commands about one Link. */
export const linkCommands: HierarchyHandlers<LinkType> = {
  "partner.set": {
    codes: (world, { by, data }) => trunkOfLink(world, by, data),
    effect: ({ state }, { data }) => {
      const link = findLink(state, data);
      if (link !== undefined) link.labels = [...new Set(data.labels)];
    },
  },
  "link.mount": {
    codes: mountCodes,
    effect: ({ state }, { data }) => {
      const link = findLink(state, data);
      if (link === undefined) return;
      const { trunk: organization, mount: department } = data;
      link.alias = data.alias;
      link.mount = department === null ? null : { organization, department };
    },
  },
  "link.see": {
    codes: (world, { by, data }) => [
      ...trunkOfLink(world, by, data),
      ...exceptionCodes(world, data.trunk, data.hiddenExcept),
      ...exceptionCodes(world, data.trunk, data.ownOnlyExcept),
    ],
    effect: ({ state }, { data }) => {
      const link = findLink(state, data);
      if (link === undefined) return;
      link.hidden = data.hidden;
      link.hiddenExcept = exceptedBy(data.trunk, data.hiddenExcept);
      link.ownOnly = data.ownOnly;
      link.ownOnlyExcept = exceptedBy(data.trunk, data.ownOnlyExcept);
    },
  },
  "link.reach": {
    codes: (world, { by, data }) => branchAdmin(world, by, data),
    effect: ({ state }, { data }) => {
      const link = findLink(state, data);
      if (link !== undefined) link.reach = data.reach;
    },
  },
  "link.share": {
    codes: (world, { by, data }) => [
      ...branchAdmin(world, by, data),
      ...whichHold([["MALFORMED", isMalformedShare(world, data.shared)]]),
    ],
    effect: ({ state }, { data }) => {
      const link = findLink(state, data);
      if (link !== undefined) link.shared = [...new Set(data.shared)];
    },
  },
  "link.release": {
    codes: (world, { by, data }) => trunkOfLink(world, by, data),
    effect: ({ state }, { data }) => {
      const link = findLink(state, data);
      if (link !== undefined) link.released = data.released;
    },
  },
  "link.cancel": {
    codes: (world, { by, data }) => cancelCodes(world, by, data),
    effect: (world, { data }) => {
      const link = findLink(world.state, data);
      if (link !== undefined) endLink(world, link, "cancelled");
    },
  },
  "link.leave": {
    codes: (world, { by, at, data }) => {
      const leaving = findLink(world.state, data)?.leaving ?? null;
      return [
        ...exitCodes(world, by, data),
        ...whichHold([["EXIT_NOT_DUE", isEarly(world.policy, leaving, at)]]),
      ];
    },
    effect: (world, { at, data }) => {
      const { state, policy } = world;
      const link = findLink(state, data);
      if (link === undefined) return;
      if (leavesNow(policy, link.leaving)) {
        endLink(world, link, "left");
        return;
      }
      link.leaving = leavesFrom(policy, at);
      tellLeaving(world, data, link.leaving);
    },
  },
  "link.stay": {
    codes: (world, { by, data }) => exitCodes(world, by, data),
    effect: ({ state }, { data }) => {
      const link = findLink(state, data);
      if (link !== undefined) link.leaving = null;
    },
  },
};
