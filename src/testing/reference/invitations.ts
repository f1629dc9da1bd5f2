/** Invitations: an open door to the application form, and no more. */
import type { InvitationId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { SpacesCommands } from "../../spaces/model.ts";
import { applicationsTo } from "./applied.ts";
import { spaceAdmin } from "./authority.ts";
import { isOverdue, isWaiting } from "./lifetimes.ts";
import { findMember, findOrganization, findSpace } from "./lists.ts";
import { endPauses } from "./pauses.ts";
import { whichApplyTo } from "./rank.ts";
import { inTheWay, issueOrExtend } from "./reinviting.ts";
import type { Application, Handlers, Invitation, State, World } from "./state.ts";

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

/** Whether an organization's application through an invitation is over: a new one takes its place (JOIN-15). */
function hasOverdue(state: State, id: InvitationId, organization: OrganizationId, at: number) {
  return state.applications.some(
    (each) => each.invitation === id && each.organization === organization && isOverdue(each, at),
  );
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
        ("person" in by &&
          (through(state, id, "approved").includes(by.organization) ||
            hasOverdue(state, id, by.organization, at)))),
  );
}

/** Whether an invitation is good for an organization, as far as it says for whom it is (JOIN-13). */
export function isMeantFor(
  { for: only }: { readonly for?: readonly OrganizationId[] },
  by: Actor,
): boolean {
  return only === undefined || ("person" in by && only.includes(by.organization));
}

/** Whether those whom an invitation is for are nobody, too many, or said twice. */
export function isMalformedFor(
  { policy }: World,
  only: readonly OrganizationId[] | undefined,
): boolean {
  if (only === undefined) return false;
  const { length } = only;
  return length === 0 || length > policy.invitationAddresseesMax || new Set(only).size < length;
}

type Batch = SpacesCommands["invitation.batch"];

/** All invitations of a Space ever issued. */
function invitationsTo(state: State, id: SpaceId): Invitation[] {
  return state.invitations.filter(({ space }) => space === id);
}

/** The part of an invitation that says for whom alone it is; nothing if it is for anyone. */
export function addressees(only: readonly OrganizationId[] | undefined) {
  return only === undefined ? {} : { for: only };
}

/** Whether a batch passes over an organization because it has applied, or was invited before (JOIN-14). */
function isSkippedAgain(
  { state, policy }: World,
  space: SpaceId,
  organization: OrganizationId,
  at: number,
): boolean {
  if (policy.reinvitation === "separate") return false;
  const applied = applicationsTo(state, space).some(
    (each) => each.organization === organization && isWaiting(each, at),
  );
  const open = inTheWay(state, invitationsTo(state, space), { invited: organization }, at);
  return applied || (policy.reinvitation === "refuse" && open !== undefined);
}

/** The entries of a batch that are not skipped (JOIN-12, JOIN-14). */
function notSkipped(
  world: World,
  at: number,
  { space: id, invitations }: Batch,
): Batch["invitations"] {
  const { state } = world;
  const space = findSpace(state, id);
  if (space === undefined) return [];
  return invitations.filter(
    ({ organization }, index) =>
      organization !== space.host &&
      findMember(state, space, organization) === undefined &&
      invitations.findIndex((each) => each.organization === organization) === index &&
      !isSkippedAgain(world, id, organization, at),
  );
}

/** Issues an invitation to a Space, or extends another; whom it is addressed to may apply at once (JOIN-16). */
function invite(world: World, asked: Invitation, at: number): void {
  const { state } = world;
  issueOrExtend(world, state.invitations, invitationsTo(state, asked.space), asked, at);
  endPauses(applicationsTo(state, asked.space), asked.for ?? []);
}

type InvitationType = "invitation.issue" | "invitation.revoke" | "invitation.batch";

/** The commands about invitations. */
export const invitationCommands: Handlers<InvitationType> = {
  "invitation.issue": {
    codes: (world, { by, at, data: { space, invitation, expiresAt, for: only } }) =>
      whichApplyTo(spaceAdmin(world, by, { space }), [
        ["MALFORMED", expiresAt !== undefined && expiresAt <= at],
        ["MALFORMED", isMalformedFor(world, only)],
        ["ID_TAKEN", isInvitation(world.state, invitation)],
        [
          "ALREADY_INVITED",
          world.policy.reinvitation === "refuse" &&
            inTheWay(world.state, invitationsTo(world.state, space), addressees(only), at) !==
              undefined,
        ],
      ]),
    effect: (world, { at, data }) => {
      const { space, invitation: id, form, expiresAt = null, maxUses = null, for: only } = data;
      const rest = { invited: null, revoked: false, ...addressees(only) };
      invite(world, { id, space, form, expiresAt, maxUses, ...rest }, at);
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
    codes: (world, { by, at, data }) => {
      const { state } = world;
      const host = findSpace(state, data.space)?.host;
      const enabled = host !== undefined && findOrganization(state, host)?.batchInvitation === true;
      const ids = notSkipped(world, at, data).map((each) => each.invitation);
      return whichApplyTo(spaceAdmin(world, by, { space: data.space }), [
        ["BATCH_INVITE_NOT_ENABLED", !enabled],
        ["ID_TAKEN", new Set(ids).size < ids.length || ids.some((id) => isInvitation(state, id))],
      ]);
    },
    effect: (world, { at, data }) => {
      const isAddressed = world.policy.batchInvitationUse === "addressed";
      for (const { invitation: id, organization: invited } of notSkipped(world, at, data)) {
        const only = addressees(isAddressed ? [invited] : undefined);
        const rest = { expiresAt: null, maxUses: null, revoked: false, ...only };
        invite(world, { id, space: data.space, form: "link", invited, ...rest }, at);
      }
    },
  },
};
