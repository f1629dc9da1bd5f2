/** What a Trunk's admins may ask of who has applied, and of its invitations (H21). */
import { listed, nameOf } from "./answering.ts";
import { sorted } from "./canonical.ts";
import type { HierarchyAnswers } from "./hierarchy-answering.ts";
import { trunkViewer } from "./hierarchy-authority.ts";
import { trunkUsesOf } from "./trunk-invitations.ts";

/** The questions that exist for Spaces too. */
export const trunkAnswers: HierarchyAnswers<"admin.applications" | "admin.invitations"> = {
  "admin.applications": {
    codes: (world, { viewer, trunk }) => trunkViewer(world, viewer, trunk),
    value: (world, { trunk }) => {
      const pending = world.state.trunkApplications.filter(
        (each) => each.trunk === trunk && each.status === "pending",
      );
      const items = pending.map(({ id: application, organization, at, whole, ...word }) => ({
        ...{ application, organization, at, whole },
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
