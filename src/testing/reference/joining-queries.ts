/** What both sides may ask of applications and invitations before they act (JOIN-18, ASK-02). */
import type { ApplicationId, InvitationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { Viewer } from "../../queries/model.ts";
import { type Answers, about, listed, nameOf } from "./answering.ts";
import { approvalCodes, submissionCodes } from "./applications.ts";
import { stillThere } from "./applied.ts";
import { actsFor, type Matter, spaceAdmin, unknownRoots } from "./authority.ts";
import { isReturning } from "./coming-back.ts";
import { findLink } from "./hierarchy.ts";
import type { HierarchyAnswers } from "./hierarchy-answering.ts";
import { trunkViewer } from "./hierarchy-authority.ts";
import { isMeantFor, validInvitation } from "./invitations.ts";
import { describeEnd, isWaiting } from "./lifetimes.ts";
import { findMember, isLive } from "./lists.ts";
import { naturalOf } from "./natural.ts";
import { describePause } from "./pauses.ts";
import { serving } from "./people.ts";
import { firstInRank, whichApply, whichApplyTo } from "./rank.ts";
import { capOf, countPersons, isInScope, presenceOf } from "./roster.ts";
import type { Application, Identity, State, World } from "./state.ts";
import type { TrunkApplication } from "./state-hierarchy.ts";
import { trunkSubmissionCodes } from "./trunk-applications.ts";
import { trunkApprovalCodes } from "./trunk-approvals.ts";
import { validTrunkInvitation } from "./trunk-invitations.ts";

/** Before everything: whoever does not say as of when they ask does not ask whether an end is reached. */
const ever = Number.NEGATIVE_INFINITY;

type Any = Application | TrunkApplication;

/** Who would enter by today's directory, in the order of hires. */
function entrantsBy(state: State, application: Any): Identity[] {
  const { organization, whole } = application;
  if (!isLive(state, organization)) return [];
  const scoping = { organization, whole, rules: stillThere(state, application) };
  return serving(state, organization)
    .filter((each) => isInScope(state, scoping, each))
    .map(({ person, number }) => ({ organization, person, number }));
}

/** How many natural persons among those who would enter are not there by others. */
function personsAmong(state: State, entrants: readonly Identity[], there: readonly Identity[]) {
  const known = there.map((each) => naturalOf(state, each));
  const persons = new Set(entrants.map((each) => naturalOf(state, each)));
  return [...persons].filter((each) => !known.includes(each)).length;
}

/** How many of those who would enter find room one after the other, and how many places all need. */
function roomFor(world: World, present: readonly Identity[], cap: number, entrants: Identity[]) {
  let inside = present;
  let fit = 0;
  for (const entrant of entrants) {
    const more = [...inside, entrant];
    const isFree = countPersons(world, more) === countPersons(world, inside);
    if (!isFree && countPersons(world, more) > cap) continue;
    inside = more;
    fit += 1;
  }
  const all = countPersons(world, [...present, ...entrants]);
  return { fit, needed: all - countPersons(world, present) };
}

/** What an application says, in numbers. */
function saidBy(world: World, { organization, at, end, whole, rules }: Any) {
  const count = (kind: "department" | "person") =>
    rules.filter((each) => each.kind === kind).length;
  return {
    ...{ organization, name: nameOf(world, organization), at, ...describeEnd(end, undefined) },
    ...{ whole, departments: count("department"), people: count("person") },
  };
}

/** A refusal as far as it is told here: its code, and how many places were needed. */
const refusalOf = (code: RefusalCode | undefined, needed?: number) =>
  code === undefined ? null : { code, ...(needed === undefined ? {} : { needed }) };

/** An application to be decided. */
function undecided<Each extends Any>(all: readonly Each[], id: ApplicationId): Each | undefined {
  return all.find((each) => each.id === id && each.status === "pending");
}

/** One that is known to be there by the time a value is worked out. */
function known<Each>(found: Each | undefined): Each {
  if (found === undefined) throw new Error("A question about nothing is refused first");
  return found;
}

/** The latest application to each Space or Trunk, in the order in which they were first applied to. */
function latestOf<Each extends Any>(
  all: readonly Each[],
  isAlike: (one: Each, other: Each) => boolean,
) {
  return all
    .filter((each, place) => all.findIndex((other) => isAlike(each, other)) === place)
    .map((first) => known(all.filter((each) => isAlike(first, each)).at(-1)));
}

/** Where an application stands, for those who made it. */
function standingOf(
  { id: application, at, end, status, reason, reapplyFrom }: Any,
  asOf: number | undefined,
) {
  const ends = describeEnd(end, status === "pending" ? asOf : undefined);
  return { application, at, ...ends, status, reason, ...describePause(reapplyFrom) };
}

interface Owning {
  readonly viewer: Viewer;
  readonly at?: number;
}

function ownToSpaces({ state }: World, { viewer, at }: Owning) {
  const own = state.applications.filter((each) => each.organization === viewer.organization);
  return latestOf(own, (one, other) => one.space === other.space).map((each) => ({
    ...{ space: each.space, ...standingOf(each, at) },
  }));
}

function ownToTrunks({ state }: World, { viewer, at }: Owning) {
  const own = state.trunkApplications.filter((each) => each.organization === viewer.organization);
  return latestOf(own, (one, other) => one.trunk === other.trunk).map((each) => ({
    ...{ trunk: each.trunk, ...standingOf(each, at) },
  }));
}

/** Only an organization's own admins ask where its applications stand. */
function ownCodes(world: World, viewer: Viewer, matter: Matter): RefusalCode[] {
  const isOwn = actsFor(world.state, viewer, viewer.organization, matter);
  return whichApplyTo(unknownRoots(world, viewer, {}), [["NOT_AUTHORIZED_ADMIN", !isOwn]]);
}

const byId = ({ application }: { readonly application: ApplicationId }) => [application];

interface Looking {
  readonly viewer: Viewer;
  readonly invitation: InvitationId;
  readonly at?: number;
}

/** What an invitation leads to, if it is good for whoever asks; "others" if it is for others. */
function ledTo({ state }: World, { viewer, invitation, at = ever }: Looking) {
  const toSpace = validInvitation(state, invitation, viewer, at);
  const toTrunk = validTrunkInvitation(state, invitation, viewer, at);
  const found = toSpace ?? toTrunk;
  if (found === undefined) return null;
  return isMeantFor(found, viewer) ? found : "others";
}

function lookCodes(world: World, asked: Looking): RefusalCode[] {
  const { viewer } = asked;
  const found = ledTo(world, asked);
  const side =
    found === null || found === "others" ? "own" : "space" in found ? "space" : "hierarchy";
  return whichApplyTo(ownCodes(world, viewer, side), [
    ["INVITATION_NOT_VALID", found === null],
    ["INVITATION_NOT_ADDRESSED", found === "others"],
  ]);
}

function look(world: World, asked: Looking) {
  const { state } = world;
  const { viewer, invitation, at = ever } = asked;
  const { organization } = viewer;
  const found = ledTo(world, asked);
  if (found === null || found === "others") throw new Error("Refused first");
  // With an id that no application has.
  const submission = { by: viewer, at, data: { application: "" as ApplicationId, invitation } };
  if ("trunk" in found) {
    const { trunk } = found;
    const waiting = state.trunkApplications.filter((each) => each.trunk === trunk);
    return {
      ...{ trunk, name: nameOf(world, trunk), host: trunk, hostName: nameOf(world, trunk) },
      pending: waiting.some((each) => each.organization === organization && isWaiting(each, at)),
      joined: findLink(state, { trunk, organization }) !== undefined,
      refusal: refusalOf(firstInRank(trunkSubmissionCodes(world, submission))),
    };
  }
  const space = about(world, found.space);
  const waiting = state.applications.filter((each) => each.space === space.id);
  return {
    ...{ space: space.id, name: space.name, host: space.host, hostName: nameOf(world, space.host) },
    pending: waiting.some((each) => each.organization === organization && isWaiting(each, at)),
    joined: findMember(state, space, organization) !== undefined,
    refusal: refusalOf(firstInRank(submissionCodes(world, submission))),
  };
}

/** The questions about a Space, about everything, or about whatever an invitation leads to. */
export const joiningAnswers: Answers<"admin.application" | "application.own" | "invitation.look"> =
  {
    "admin.application": {
      codes: (world, { viewer, space, application }) => {
        const found = undecided(world.state.applications, application);
        return whichApplyTo(spaceAdmin(world, viewer, { space }), [
          ["UNKNOWN_APPLICATION", found?.space !== space],
        ]);
      },
      value: (world, { viewer: by, space: id, application: asked, at = ever }) => {
        const { state } = world;
        const application = known(undecided(state.applications, asked));
        const space = about(world, id);
        const { present } = presenceOf(state, space);
        const entrants = entrantsBy(state, application);
        const cap = capOf(world, space);
        const { fit, needed } = roomFor(world, present, cap, entrants);
        const { organization } = application;
        const data = { space: id, organization, application: asked };
        const code = firstInRank([
          ...approvalCodes(world, { by, at, data }),
          ...whichApply([["PERSON_CAP_EXCEEDED", fit < entrants.length]]),
        ]);
        return {
          ...saidBy(world, application),
          ...(isReturning(state, application, at) ? { returning: true } : {}),
          ...{ identities: entrants.length, persons: personsAmong(state, entrants, present), fit },
          refusal: refusalOf(code, code === "PERSON_CAP_EXCEEDED" ? needed : undefined),
        };
      },
    },
    "application.own": {
      // A name narrows the list, and says nothing of what else there is.
      codes: (world, { viewer, space }) =>
        ownCodes(world, viewer, space === undefined ? "own" : "space"),
      value: (world, asked) => {
        const { viewer, space } = asked;
        const { organization } = viewer;
        const items = [
          ...(actsFor(world.state, viewer, organization) ? ownToSpaces(world, asked) : []),
          ...(actsFor(world.state, viewer, organization, "hierarchy")
            ? ownToTrunks(world, asked)
            : []),
        ];
        const meant = items.filter(
          (each) => space === undefined || ("space" in each && each.space === space),
        );
        return listed(meant, byId);
      },
    },
    "invitation.look": { codes: lookCodes, value: look },
  };

/** The questions about a Trunk. */
export const trunkJoiningAnswers: HierarchyAnswers<"admin.application" | "application.own"> = {
  "admin.application": {
    codes: (world, { viewer, trunk, application }) => {
      const found = undecided(world.state.trunkApplications, application);
      return whichApplyTo(trunkViewer(world, viewer, trunk), [
        ["UNKNOWN_APPLICATION", found?.trunk !== trunk],
      ]);
    },
    value: (world, { viewer: by, trunk, application: asked, at = ever }) => {
      const { state } = world;
      const application = known(undecided(state.trunkApplications, asked));
      const entrants = entrantsBy(state, application);
      const data = { trunk, items: [{ application: asked }] };
      return {
        ...saidBy(world, application),
        identities: entrants.length,
        // Nobody else is on the Link, and nobody waits to be (BRANCH-02).
        persons: personsAmong(state, entrants, []),
        fit: entrants.length,
        refusal: refusalOf(firstInRank(trunkApprovalCodes(world, { by, at, data }))),
      };
    },
  },
  "application.own": {
    codes: (world, { viewer }) => ownCodes(world, viewer, "hierarchy"),
    value: (world, asked) =>
      listed(
        ownToTrunks(world, asked).filter(({ trunk }) => trunk === asked.trunk),
        byId,
      ),
  },
};
