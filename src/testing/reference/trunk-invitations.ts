/** Invitations of Trunks, which open the way to apply and no more (LINK-01). */
import type { InvitationId, OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { trunkAdmin } from "./hierarchy-authority.ts";
import type { HierarchyHandlers } from "./hierarchy-handlers.ts";
import { isOpen } from "./hierarchy-limits.ts";
import { isInvitation } from "./invitations.ts";
import { isLive } from "./lists.ts";
import type { State } from "./state.ts";
import type { TrunkApplication, TrunkInvitation } from "./state-hierarchy.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

/** The organizations that applied through an invitation, by what became of it. */
function through(
  { trunkApplications }: State,
  id: InvitationId,
  ...statuses: readonly TrunkApplication["status"][]
): OrganizationId[] {
  return trunkApplications
    .filter((each) => each.invitation === id && statuses.includes(each.status))
    .map((each) => each.organization);
}

/** The uses of an invitation: organizations it made Branches, each once, and pending applications (JOIN-19). */
export function trunkUsesOf(state: State, id: InvitationId): number {
  return new Set(through(state, id, "approved", "pending")).size;
}

/** An invitation that still opens an actor's way to a Trunk. */
export function validTrunkInvitation(
  state: State,
  id: InvitationId,
  by: Actor,
  at: number,
): TrunkInvitation | undefined {
  return state.trunkInvitations.find(
    ({ id: each, trunk, revoked, expiresAt, maxUses }) =>
      each === id &&
      isLive(state, trunk) &&
      !revoked &&
      (expiresAt === null || at < expiresAt) &&
      (maxUses === null ||
        trunkUsesOf(state, id) < maxUses ||
        ("person" in by && through(state, id, "approved").includes(by.organization))),
  );
}

/** The commands about them. */
export const trunkInvitationCommands: HierarchyHandlers<"invitation.issue" | "invitation.revoke"> =
  {
    "invitation.issue": {
      codes: (world, { by, at, data: { trunk, invitation, expiresAt } }) => [
        ...trunkAdmin(world, by, trunk),
        ...whichHold([
          ["MALFORMED", expiresAt !== undefined && expiresAt <= at],
          ["HIERARCHY_NOT_OPEN", !isOpen(world, trunk)],
          ["ID_TAKEN", isInvitation(world.state, invitation)],
        ]),
      ],
      effect: ({ state }, { data }) => {
        const { trunk, invitation: id, form, expiresAt = null, maxUses = null } = data;
        state.trunkInvitations.push({ id, trunk, form, expiresAt, maxUses, revoked: false });
      },
    },
    "invitation.revoke": {
      codes: (world, { by, data: { trunk, invitation } }) => [
        ...trunkAdmin(world, by, trunk),
        ...whichHold([
          [
            "INVITATION_NOT_VALID",
            !world.state.trunkInvitations.some(
              (each) => each.id === invitation && each.trunk === trunk,
            ),
          ],
        ]),
      ],
      effect: ({ state }, { data }) => {
        const invitation = state.trunkInvitations.find((each) => each.id === data.invitation);
        if (invitation !== undefined) invitation.revoked = true;
      },
    },
  };
