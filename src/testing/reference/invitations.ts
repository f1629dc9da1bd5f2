/** Invitations: an open door to the application form, and no more. */
import type { InvitationId, OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { SpacesCommands } from "../../spaces/model.ts";
import { spaceAdmin } from "./authority.ts";
import { findMember, findOrganization, findSpace } from "./lists.ts";
import { whichApplyTo } from "./rank.ts";
import type { Application, Handlers, Invitation, State } from "./state.ts";

/** Whether an invitation has that id, be it to a Space or to a Trunk. */
export function isInvitation({ invitations, trunkInvitations }: State, id: InvitationId): boolean {
  return [...invitations, ...trunkInvitations].some((each) => each.id === id);
}

/** The organizations that an invitation made Members, or with what they applied through it (JOIN-19). */
function through(
  { applications }: State,
  id: InvitationId,
  ...statuses: readonly Application["status"][]
): OrganizationId[] {
  return applications
    .filter((each) => each.invitation === id && statuses.includes(each.status))
    .map((each) => each.organization);
}

/** The uses of an invitation: organizations it made Members, each once, and pending applications. */
export function usesOf(state: State, id: InvitationId): number {
  return new Set(through(state, id, "approved", "pending")).size;
}

/** An invitation that still opens the actor's way to an application (JOIN-02, JOIN-19). */
export function validInvitation(
  state: State,
  id: InvitationId,
  by: Actor,
  at: number,
): Invitation | undefined {
  return state.invitations.find(
    ({ id: each, space, revoked, expiresAt, maxUses }) =>
      each === id &&
      findSpace(state, space) !== undefined &&
      !revoked &&
      (expiresAt === null || at < expiresAt) &&
      (maxUses === null ||
        usesOf(state, id) < maxUses ||
        ("person" in by && through(state, id, "approved").includes(by.organization))),
  );
}

type Batch = SpacesCommands["invitation.batch"];

/** The entries of a batch that are not skipped (JOIN-12). */
function issuedByBatch(state: State, { space: id, invitations }: Batch): Batch["invitations"] {
  const space = findSpace(state, id);
  if (space === undefined) return [];
  return invitations.filter(
    ({ organization }, index) =>
      organization !== space.host &&
      findMember(state, space, organization) === undefined &&
      invitations.findIndex((each) => each.organization === organization) === index,
  );
}

type InvitationType = "invitation.issue" | "invitation.revoke" | "invitation.batch";

/** The commands about invitations. */
export const invitationCommands: Handlers<InvitationType> = {
  "invitation.issue": {
    codes: (world, { by, at, data: { space, invitation, expiresAt } }) =>
      whichApplyTo(spaceAdmin(world, by, { space }), [
        ["MALFORMED", expiresAt !== undefined && expiresAt <= at],
        ["ID_TAKEN", isInvitation(world.state, invitation)],
      ]),
    effect: ({ state }, { data }) => {
      const { space, invitation: id, form, expiresAt = null, maxUses = null } = data;
      const rest = { invited: null, revoked: false };
      state.invitations.push({ id, space, form, expiresAt, maxUses, ...rest });
    },
  },
  "invitation.revoke": {
    codes: (world, { by, data: { space, invitation } }) =>
      whichApplyTo(spaceAdmin(world, by, { space }), [
        [
          "INVITATION_NOT_VALID",
          !world.state.invitations.some((each) => each.id === invitation && each.space === space),
        ],
      ]),
    effect: ({ state }, { data }) => {
      const invitation = state.invitations.find((each) => each.id === data.invitation);
      if (invitation !== undefined) invitation.revoked = true;
    },
  },
  "invitation.batch": {
    codes: (world, { by, data }) => {
      const { state } = world;
      const host = findSpace(state, data.space)?.host;
      const enabled = host !== undefined && findOrganization(state, host)?.batchInvitation === true;
      const ids = issuedByBatch(state, data).map((each) => each.invitation);
      return whichApplyTo(spaceAdmin(world, by, { space: data.space }), [
        ["BATCH_INVITE_NOT_ENABLED", !enabled],
        ["ID_TAKEN", new Set(ids).size < ids.length || ids.some((id) => isInvitation(state, id))],
      ]);
    },
    effect: ({ state }, { data }) => {
      for (const { invitation: id, organization: invited } of issuedByBatch(state, data)) {
        const rest = { expiresAt: null, maxUses: null, revoked: false };
        state.invitations.push({ id, space: data.space, form: "link", invited, ...rest });
      }
    },
  },
};
