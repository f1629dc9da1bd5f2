/** What a Trunk's admins may ask of who has applied, and of its invitations; a Branch of its part (H21). */
import { listed, nameOf } from "./answering.ts";
import { sorted } from "./canonical.ts";
import { findLink } from "./hierarchy.ts";
import type { HierarchyAnswers } from "./hierarchy-answering.ts";
import { actsForHierarchy, trunkViewer, unknownTrunk } from "./hierarchy-authority.ts";
import { describeEnd } from "./lifetimes.ts";
import { trunkRoster } from "./roster-queries.ts";
import { scopeShown } from "./scope-shown.ts";
import { trunkUsesOf } from "./trunk-invitations.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

/** The questions that exist for Spaces too. */
export const trunkAnswers: HierarchyAnswers<
  "admin.applications" | "admin.invitations" | "admin.roster" | "admin.scope"
> = {
  "admin.roster": trunkRoster,
  "admin.scope": {
    codes: (world, { viewer, trunk }) => {
      const own = viewer.organization;
      return [
        ...unknownTrunk(world, viewer, trunk),
        ...whichHold([
          ["NOT_AUTHORIZED_ADMIN", !actsForHierarchy(world.state, viewer, own)],
          ["NOT_LINKED", findLink(world.state, { trunk, organization: own }) === undefined],
        ]),
      ];
    },
    value: (world, { viewer: { organization }, trunk }) =>
      scopeShown(world, findLink(world.state, { trunk, organization }), organization),
  },
  "admin.applications": {
    codes: (world, { viewer, trunk }) => trunkViewer(world, viewer, trunk),
    value: (world, { trunk, at: asOf }) => {
      const pending = world.state.trunkApplications.filter(
        (each) => each.trunk === trunk && each.status === "pending",
      );
      const items = pending.map(({ id: application, organization, at, whole, end, ...word }) => ({
        ...{ application, organization, at, whole },
        ...describeEnd(end, asOf),
        name: nameOf(world, organization),
        reach: word.reach,
        shared: sorted(word.shared),
        replaces: word.replaces,
      }));
      return listed(items, ({ application }) => [application]);
    },
  },
  "admin.invitations": {
    codes: (world, { viewer, trunk }) => trunkViewer(world, viewer, trunk),
    value: ({ state }, { trunk: id }) => {
      const items = state.trunkInvitations
        .filter((each) => each.trunk === id)
        .map(({ id: invitation, trunk: _, ...rest }) => ({
          invitation,
          ...rest,
          uses: trunkUsesOf(state, invitation),
        }));
      return listed(items, ({ invitation }) => [invitation]);
    },
  },
};
