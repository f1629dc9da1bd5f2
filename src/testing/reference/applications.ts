/** Applications and their review. */
import type { ApplicationId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { isApplication, rulesApplied, stillThere } from "./applied.ts";
import { actsFor, lacksMainRole, spaceAdmin, unknownRoots } from "./authority.ts";
import { validInvitation } from "./invitations.ts";
import { findMember, findOrganization, findSpace, isLive, joinedBy, membersOf } from "./lists.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import { scopeCodes } from "./scopes.ts";
import { isMalformedShare } from "./shared-data.ts";
import { gateCodes, newAssociation } from "./spaces.ts";
import type { Application, Handlers, InputOf, Space, State, World } from "./state.ts";

function isPending(each: Application, space: SpaceId, organization: OrganizationId): boolean {
  return each.space === space && each.organization === organization && each.status === "pending";
}

function isUncertified({ state, policy }: World, organization: OrganizationId): boolean {
  return policy.memberMustBeCertified && findOrganization(state, organization)?.certified === false;
}

function reachesJoinLimit({ state, policy }: World, organization: OrganizationId): boolean {
  return joinedBy(state, organization).length >= policy.joinLimit;
}

function submissionCodes(world: World, command: InputOf<"application.submit">): RefusalCode[] {
  const { by, at, data } = command;
  const { state } = world;
  if (!("person" in by)) return ["NOT_AUTHORIZED_ADMIN"];
  const codes = unknownRoots(world, by, {});
  if (codes.length > 0) return codes;
  const { organization } = by;
  const invitation = validInvitation(state, data.invitation, by, at);
  // Which side is meant is not said by an invitation that is none.
  const matter = invitation === undefined ? "own" : "space";
  const authorized = actsFor(state, by, organization, matter);
  const space = invitation === undefined ? undefined : findSpace(state, invitation.space);
  codes.push(
    ...scopeCodes(state, organization, data.scope ?? {}),
    ...whichApply([
      ["NOT_AUTHORIZED_ADMIN", !authorized],
      ["MAIN_ADMIN_REQUIRED", authorized && lacksMainRole(world, by)],
      ["INVITATION_NOT_VALID", space === undefined],
      ["MEMBER_NOT_CERTIFIED", isUncertified(world, organization)],
      ["ID_TAKEN", isApplication(state, data.application)],
      // What it would say to a Trunk is looked at before it is known whose the invitation is.
      ["MALFORMED", isMalformedShare(world, data.shared ?? [])],
      ["JOIN_LIMIT_EXCEEDED", reachesJoinLimit(world, organization)],
    ]),
  );
  if (space === undefined) return codes;
  return whichApplyTo(
    [...codes, ...gateCodes(world, space.host, organization)],
    [
      ["HOST_CANNOT_JOIN_OWN_SPACE", space.host === organization],
      ["ALREADY_MEMBER", findMember(state, space, organization) !== undefined],
      [
        "APPLICATION_ALREADY_PENDING",
        state.applications.some((each) => isPending(each, space.id, organization)),
      ],
    ],
  );
}

function submit({ state }: World, { by, at, data }: InputOf<"application.submit">): void {
  const invitation = validInvitation(state, data.invitation, by, at);
  if (invitation === undefined || !("person" in by)) return;
  const { organization } = by;
  const rules = rulesApplied(state, organization, data.scope ?? {});
  state.applications.push({
    id: data.application,
    space: invitation.space,
    organization,
    invitation: invitation.id,
    at,
    whole: data.scope?.whole ?? false,
    rules,
    status: "pending",
    reason: null,
  });
}

interface About {
  readonly space: SpaceId;
  readonly organization: OrganizationId;
  readonly application: ApplicationId;
}

function findApplication(
  state: State,
  { space, organization, application }: About,
): Application | undefined {
  return state.applications.find(
    (each) => each.id === application && each.space === space && each.organization === organization,
  );
}

function statusCodes(state: State, about: About): RefusalCode[] {
  const application = findApplication(state, about);
  return whichApply([
    ["UNKNOWN_APPLICATION", application === undefined],
    ["APPLICATION_NOT_PENDING", application !== undefined && application.status !== "pending"],
  ]);
}

/**
 * Which application is meant. One that is named by its id alone is known to the authorized admins of
 * the applicant and of the Host, if the Space still stands; what else was said must be true of it.
 */
function meant({ state }: World, by: Actor, said: Partial<About>): About | null {
  const { space, organization, application: id } = said;
  if (id !== undefined && space !== undefined && organization !== undefined)
    return { space, organization, application: id };
  const found = state.applications.find((each) => each.id === id);
  if (found === undefined) return null;
  if (space !== undefined && space !== found.space) return null;
  if (organization !== undefined && organization !== found.organization) return null;
  const sides = [found.organization, findSpace(state, found.space)?.host];
  return sides.some((side) => side !== undefined && actsFor(state, by, side))
    ? { space: found.space, organization: found.organization, application: found.id }
    : null;
}

function hasApplied(state: State, { space, organization }: Omit<About, "application">): boolean {
  return state.applications.some(
    (each) => each.space === space && each.organization === organization,
  );
}

function reviewCodes(world: World, by: Actor, data: About): RefusalCode[] {
  return whichApplyTo(
    [...spaceAdmin(world, by, data), ...statusCodes(world.state, data)],
    [["APPLICATION_REQUIRED", !hasApplied(world.state, data)]],
  );
}

function approvalCodes(world: World, command: InputOf<"application.approve">): RefusalCode[] {
  const { by } = command;
  const data = meant(world, by, command.data);
  if (data === null) return ["UNKNOWN_APPLICATION"];
  const codes = reviewCodes(world, by, data);
  const { organization } = data;
  const space = findSpace(world.state, data.space);
  if (space === undefined) return codes;
  // Only of an applicant may the Host learn that it is no more.
  const ended = hasApplied(world.state, data) && !isLive(world.state, organization);
  if (ended && spaceAdmin(world, by, data).length === 0) codes.push("UNKNOWN_ORGANIZATION");
  const members = membersOf(world.state, space).length;
  return whichApplyTo(
    [...codes, ...gateCodes(world, space.host, organization)],
    [
      ["MEMBER_NOT_CERTIFIED", isUncertified(world, organization)],
      ["JOIN_LIMIT_EXCEEDED", reachesJoinLimit(world, organization)],
      ["MEMBER_ORG_LIMIT_EXCEEDED", members >= world.policy.memberOrgCap],
    ],
  );
}

function approve({ state }: World, application: Application, space: Space): void {
  state.associations.push({
    ...newAssociation(space.id, application.organization),
    whole: application.whole,
    rules: stillThere(state, application),
  });
}

type ApplicationType =
  | "application.submit"
  | "application.withdraw"
  | "application.approve"
  | "application.reject";

/** The commands about applications. */
export const applicationCommands: Handlers<ApplicationType> = {
  "application.submit": { codes: submissionCodes, effect: submit },
  "application.withdraw": {
    codes: (world, { by, data: said }) => {
      const data =
        said.space === undefined ? meant(world, by, said) : { ...said, space: said.space };
      if (data === null) return ["UNKNOWN_APPLICATION"];
      if (!("person" in by)) return ["UNKNOWN_SPACE"];
      const { organization } = by;
      const authorized = actsFor(world.state, by, organization);
      // Whatever became of one's own application, one knows where it went.
      const own = findApplication(world.state, { ...data, organization });
      const stands = findSpace(world.state, data.space) !== undefined;
      const space = own !== undefined && (stands || own.status !== "pending") ? {} : data;
      // Whoever reviews it knows of it, and that it is not theirs (28.6).
      const reviews = world.state.applications.some(
        (each) => each.id === data.application && each.space === data.space,
      );
      const reviewer = actsFor(
        world.state,
        by,
        findSpace(world.state, data.space)?.host ?? organization,
      );
      return whichApplyTo(
        [...unknownRoots(world, by, space), ...statusCodes(world.state, { ...data, organization })],
        [
          [
            "NOT_AUTHORIZED_ADMIN",
            !authorized || (own === undefined && reviews && stands && reviewer),
          ],
          ["MAIN_ADMIN_REQUIRED", authorized && lacksMainRole(world, by)],
        ],
      );
    },
    effect: ({ state }, { data }) => {
      const application = state.applications.find((each) => each.id === data.application);
      if (application !== undefined) application.status = "withdrawn";
    },
  },
  "application.approve": {
    codes: approvalCodes,
    effect: (world, { data }) => {
      const application = world.state.applications.find(({ id }) => id === data.application);
      if (application === undefined) return;
      const space = findSpace(world.state, application.space);
      if (space === undefined) return;
      application.status = "approved";
      application.reason = data.reason ?? null;
      approve(world, application, space);
    },
  },
  "application.reject": {
    codes: (world, { by, data }) => {
      const named = meant(world, by, data);
      return named === null ? ["UNKNOWN_APPLICATION"] : reviewCodes(world, by, named);
    },
    effect: ({ state }, { data }) => {
      const application = state.applications.find(({ id }) => id === data.application);
      if (application === undefined) return;
      application.status = "rejected";
      application.reason = data.reason ?? null;
    },
  },
};
