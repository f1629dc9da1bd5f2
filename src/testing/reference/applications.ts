/** Applications and their review. */
import type { ApplicationId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { applicationsTo, isApplication, rulesApplied, stillThere } from "./applied.ts";
import { actsFor, lacksMainRole, spaceAdmin, unknownRoots } from "./authority.ts";
import { givenBack } from "./coming-back.ts";
import { beginUnattended } from "./counterparts.ts";
import { isMeantFor, validInvitation } from "./invitations.ts";
import { closeOverdue, endOfApplication, isOverdue, isWaiting } from "./lifetimes.ts";
import { findMember, findOrganization, findSpace, isLive, joinedBy, membersOf } from "./lists.ts";
import { endPauses, isPausing, lacksReason, pausesUntil } from "./pauses.ts";
import { identityOf } from "./people.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import { isOnApplicantsSide } from "./reviewing.ts";
import { scopeCodes } from "./scopes.ts";
import { isMalformedShare } from "./shared-data.ts";
import { gateCodes, newAssociation } from "./spaces.ts";
import type { Application, Handlers, InputOf, Space, State, World } from "./state.ts";
import { tellDecided, tellSubmitted, tellWithdrawn } from "./telling-sides.ts";
import { validTrunkInvitation } from "./trunk-invitations.ts";

function waits(each: Application, space: SpaceId, organization: OrganizationId, at: number) {
  return each.space === space && each.organization === organization && isWaiting(each, at);
}

function isUncertified({ state, policy }: World, organization: OrganizationId): boolean {
  return policy.memberMustBeCertified && findOrganization(state, organization)?.certified === false;
}

function reachesJoinLimit({ state, policy }: World, organization: OrganizationId): boolean {
  return joinedBy(state, organization).length >= policy.joinLimit;
}

/** What of an application is looked at before it is made. */
export type Submission = Pick<InputOf<"application.submit">, "by" | "at" | "data">;

/** What applying to a Space is refused with. */
export function submissionCodes(world: World, { by, at, data }: Submission): RefusalCode[] {
  const { state } = world;
  if (!("person" in by)) return ["NOT_AUTHORIZED_ADMIN"];
  const codes = unknownRoots(world, by, {});
  if (codes.length > 0) return codes;
  const { organization } = by;
  const found = validInvitation(state, data.invitation, by, at);
  const invitation = found !== undefined && isMeantFor(found, by) ? found : undefined;
  // One that leads to a Trunk and is for this organization is not handled here.
  const isForOthers =
    invitation === undefined &&
    (found ?? validTrunkInvitation(state, data.invitation, by, at)) !== undefined;
  // Which side is meant is not said by an invitation that is none, nor by one that is for others.
  const matter = invitation === undefined ? "own" : "space";
  const authorized = actsFor(state, by, organization, matter);
  const space = invitation === undefined ? undefined : findSpace(state, invitation.space);
  codes.push(
    ...scopeCodes(state, organization, data.scope ?? {}),
    ...whichApply([
      ["NOT_AUTHORIZED_ADMIN", !authorized],
      ["MAIN_ADMIN_REQUIRED", authorized && lacksMainRole(world, by)],
      ["INVITATION_NOT_VALID", space === undefined && !isForOthers],
      ["INVITATION_NOT_ADDRESSED", isForOthers],
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
        state.applications.some((each) => waits(each, space.id, organization, at)),
      ],
      ["REAPPLY_TOO_SOON", isPausing(applicationsTo(state, space.id), organization, at)],
    ],
  );
}

function submit(world: World, { by, at, data }: InputOf<"application.submit">): void {
  const { state, policy } = world;
  const invitation = validInvitation(state, data.invitation, by, at);
  if (invitation === undefined || !("person" in by)) return;
  const { organization } = by;
  const rules = rulesApplied(state, organization, data.scope ?? {});
  const here = applicationsTo(state, invitation.space);
  closeOverdue(here, organization, at);
  endPauses(here, [organization]);
  state.applications.push({
    id: data.application,
    space: invitation.space,
    organization,
    invitation: invitation.id,
    by: identityOf(state, by),
    at,
    whole: data.scope?.whole ?? false,
    rules,
    end: endOfApplication(policy, at, invitation.expiresAt),
    status: "pending",
    reason: null,
    reapplyFrom: null,
  });
  const { application } = data;
  tellSubmitted(world, { space: invitation.space, organization, application });
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

function statusCodes(state: State, about: About, at: number): RefusalCode[] {
  const application = findApplication(state, about);
  return whichApply([
    ["APPLICATION_EXPIRED", application !== undefined && isOverdue(application, at)],
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

/** What reviewing an application to a Space is refused with. */
function reviewCodes(world: World, by: Actor, at: number, data: About): RefusalCode[] {
  return whichApplyTo(
    [...spaceAdmin(world, by, data), ...statusCodes(world.state, data, at)],
    [["APPLICATION_REQUIRED", !hasApplied(world.state, data)]],
  );
}

/** What approving an application to a Space is refused with, but for want of room for its people. */
export function approvalCodes(
  world: World,
  { at, by, data: said }: Pick<InputOf<"application.approve">, "by" | "at" | "data">,
): RefusalCode[] {
  const data = meant(world, by, said);
  if (data === null) return ["UNKNOWN_APPLICATION"];
  const codes = reviewCodes(world, by, at, data);
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
      ["REVIEWER_IS_APPLICANT", isOnApplicantsSide(world, by, findApplication(world.state, data))],
      ["MEMBER_NOT_CERTIFIED", isUncertified(world, organization)],
      ["JOIN_LIMIT_EXCEEDED", reachesJoinLimit(world, organization)],
      ["MEMBER_ORG_LIMIT_EXCEEDED", members >= world.policy.memberOrgCap],
    ],
  );
}

const named = ({ space, organization, id: application }: Application): About => ({
  ...{ space, organization, application },
});

function approve(world: World, application: Application, space: Space, fresh: boolean): void {
  const member = {
    ...newAssociation(space.id, application.organization),
    ...givenBack(world, application, fresh),
    whole: application.whole,
    rules: stillThere(world.state, application),
  };
  world.state.associations.push(member);
  beginUnattended(world, member);
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
    codes: (world, { at, by, data: said }) => {
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
        [
          ...unknownRoots(world, by, space),
          ...statusCodes(world.state, { ...data, organization }, at),
        ],
        [
          [
            "NOT_AUTHORIZED_ADMIN",
            !authorized || (own === undefined && reviews && stands && reviewer),
          ],
          ["MAIN_ADMIN_REQUIRED", authorized && lacksMainRole(world, by)],
        ],
      );
    },
    effect: (world, { data }) => {
      const application = world.state.applications.find((each) => each.id === data.application);
      if (application === undefined) return;
      application.status = "withdrawn";
      tellWithdrawn(world, named(application));
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
      approve(world, application, space, data.fresh === true);
      tellDecided(world, named(application), application);
    },
  },
  "application.reject": {
    codes: (world, { at, by, data }) => {
      const about = meant(world, by, data);
      if (about === null) return ["UNKNOWN_APPLICATION"];
      return whichApplyTo(reviewCodes(world, by, at, about), [
        ["REASON_REQUIRED", lacksReason(world.policy, data.reason)],
      ]);
    },
    effect: (world, { at, data }) => {
      const application = world.state.applications.find(({ id }) => id === data.application);
      if (application === undefined) return;
      application.status = "rejected";
      application.reason = data.reason ?? null;
      application.reapplyFrom = pausesUntil(world.policy, at);
      tellDecided(world, named(application), application);
    },
  },
};
