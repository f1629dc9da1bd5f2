/** Invitations of Trunks, which open the way to apply and no more (LINK-01). */
import type { InvitationId, OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { applicationsToTrunk } from "./applied.ts";
import { trunkAdmin } from "./hierarchy-authority.ts";
import type { HierarchyHandlers } from "./hierarchy-handlers.ts";
import { isOpen } from "./hierarchy-limits.ts";
import { addressees, isInvitation, isMalformedFor } from "./invitations.ts";
import { isOverdue } from "./lifetimes.ts";
import { isLive } from "./lists.ts";
import { endPauses } from "./pauses.ts";
import { inTheWay, issueOrExtend } from "./reinviting.ts";
import type { State } from "./state.ts";
import type { TrunkApplication, TrunkInvitation } from "./state-hierarchy.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

/** All invitations of a Trunk ever issued. */
function invitationsTo(state: State, id: OrganizationId): TrunkInvitation[] {
  return state.trunkInvitations.filter(({ trunk }) => trunk === id);
}

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

/** Whether an organization's application through an invitation is over: a new one takes its place (JOIN-15). */
function hasOverdue(state: State, id: InvitationId, organization: OrganizationId, at: number) {
  return state.trunkApplications.some(
    (each) => each.invitation === id && each.organization === organization && isOverdue(each, at),
  );
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
        ("person" in by &&
          (through(state, id, "approved").includes(by.organization) ||
            hasOverdue(state, id, by.organization, at)))),
  );
}

/** The commands about them. */
export const trunkInvitationCommands: HierarchyHandlers<"invitation.issue" | "invitation.revoke"> =
  {
    "invitation.issue": {
      codes: (world, { by, at, data: { trunk, invitation, expiresAt, for: only } }) => [
        ...trunkAdmin(world, by, trunk),
        ...whichHold([
          ["MALFORMED", expiresAt !== undefined && expiresAt <= at],
          ["MALFORMED", isMalformedFor(world, only)],
          ["HIERARCHY_NOT_OPEN", !isOpen(world, trunk)],
          ["ID_TAKEN", isInvitation(world.state, invitation)],
          [
            "ALREADY_INVITED",
            world.policy.reinvitation === "refuse" &&
              inTheWay(world.state, invitationsTo(world.state, trunk), addressees(only), at) !==
                undefined,
          ],
        ]),
      ],
      effect: (world, { at, data }) => {
        const { state } = world;
        const { trunk, invitation: id, form, expiresAt = null, maxUses = null, for: only } = data;
        const asked = { id, trunk, form, expiresAt, maxUses, revoked: false, ...addressees(only) };
        const here = invitationsTo(state, trunk);
        issueOrExtend(world, state.trunkInvitations, here, asked, at);
        endPauses(applicationsToTrunk(state, trunk), only ?? []);
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
