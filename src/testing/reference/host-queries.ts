/** Answers to the questions of a Host's admins. */
import type { RefusalCode } from "../../core/refusal.ts";
import { type Answers, about, type FromWithin, listed, nameOf, room } from "./answering.ts";
import { spaceAdmin } from "./authority.ts";
import { sorted } from "./canonical.ts";
import { isUnattended } from "./counterparts.ts";
import { usesOf } from "./invitations.ts";
import { announced } from "./leaving.ts";
import { describeEnd } from "./lifetimes.ts";
import { findOrganization, membersOf } from "./lists.ts";
import { foldersOf } from "./members.ts";
import { capOf, countPersons, presenceOf } from "./roster.ts";
import { pairOf } from "./settings.ts";
import { showingInForce, sightShown } from "./sight-settings.ts";
import type { Identity, Space, World } from "./state.ts";

function hostCodes(world: World, { viewer, space }: FromWithin): RefusalCode[] {
  return spaceAdmin(world, viewer, { space });
}

type HostQuery =
  | "admin.members"
  | "admin.applications"
  | "admin.invitations"
  | "admin.folders"
  | "admin.space-room";

function memberItems(world: World, space: Space) {
  const { present, waiting } = presenceOf(world.state, space);
  return membersOf(world.state, space).map((member) => {
    const { organization, folder, types, level, counterparts } = member;
    const isOwn = (each: Identity) => each.organization === organization;
    return {
      organization,
      name: nameOf(world, organization),
      folder,
      visibility: showingInForce(world.state, member),
      types: sorted(types),
      level,
      present: present.filter(isOwn).length,
      waiting: waiting.filter(isOwn).length,
      ...announced(member),
      counterparts: { own: counterparts.own.map(pairOf), host: counterparts.host.map(pairOf) },
      ...(isUnattended(world, member) ? { unattended: true } : {}),
      ...sightShown(world.state, member),
      ...(findOrganization(world.state, organization)?.suspended ? { suspended: true } : {}),
      ...(member.suspended ? { suspendedInSpace: true } : {}),
    };
  });
}

/** The questions only a Host's authorized admins may ask. */
export const hostAnswers: Answers<HostQuery> = {
  "admin.members": {
    codes: hostCodes,
    value: (world, { space }) =>
      listed(memberItems(world, about(world, space)), ({ organization }) => [organization]),
  },
  "admin.applications": {
    codes: hostCodes,
    value: (world, { space, at: asOf }) => {
      const pending = world.state.applications.filter(
        (each) => each.space === space && each.status === "pending",
      );
      const items = pending.map(({ id: application, organization, at, whole, end }) => ({
        application,
        organization,
        name: nameOf(world, organization),
        at,
        ...describeEnd(end, asOf),
        whole,
      }));
      return listed(items, ({ application }) => [application]);
    },
  },
  "admin.invitations": {
    codes: hostCodes,
    value: ({ state }, { space: id }) => {
      const items = state.invitations
        .filter((each) => each.space === id)
        .map(({ id: invitation, space: _, ...rest }) => ({
          invitation,
          ...rest,
          uses: usesOf(state, invitation),
        }));
      return listed(items, ({ invitation }) => [invitation]);
    },
  },
  "admin.folders": {
    codes: hostCodes,
    value: ({ state }, { space }) => {
      const items = foldersOf(state, space).map(({ id: folder, parent, name }) => ({
        folder,
        parent,
        name,
      }));
      return listed(items, ({ folder }) => [folder]);
    },
  },
  "admin.space-room": {
    codes: hostCodes,
    value: (world, { space: id }) => {
      const space = about(world, id);
      const { present, waiting } = presenceOf(world.state, space);
      return {
        persons: room(countPersons(world, present), capOf(world, space)),
        members: room(membersOf(world.state, space).length, world.policy.memberOrgCap),
        waiting: waiting.length,
      };
    },
  },
};
