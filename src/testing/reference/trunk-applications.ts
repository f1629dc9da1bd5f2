/** Applications to Trunks, and their being withdrawn or rejected (LINK-02, LINK-03, LINK-04). */
import type { ApplicationId, OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { applicationsToTrunk, isApplication, rulesApplied } from "./applied.ts";
import { findLink } from "./hierarchy.ts";
import {
  actsForHierarchy,
  lacksMainForHierarchy,
  trunkAdmin,
  unknownTrunk,
} from "./hierarchy-authority.ts";
import type { HierarchyHandlers } from "./hierarchy-handlers.ts";
import { applicationGates, closesHierarchyCircle, hasTooManyTrunks } from "./hierarchy-limits.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { closeOverdue, endOfApplication, isOverdue, isWaiting } from "./lifetimes.ts";
import { isLive } from "./lists.ts";
import { endPauses, isPausing, lacksReason, pausesUntil } from "./pauses.ts";
import { identityOf } from "./people.ts";
import { scopeCodes } from "./scopes.ts";
import { isMalformedShare } from "./shared-data.ts";
import type { State, World } from "./state.ts";
import type { TrunkApplication } from "./state-hierarchy.ts";
import { namedInTrunk, tellDecided, tellSubmitted, tellWithdrawn } from "./telling-sides.ts";
import { validTrunkInvitation } from "./trunk-invitations.ts";
import { type HierarchyCommand, whichHold } from "./vocabulary-hierarchy.ts";

/** What applying to a Trunk is refused with. */
export function trunkSubmissionCodes(
  world: World,
  { by, at, data }: Pick<HierarchyCommand<"application.submit">, "by" | "at" | "data">,
): RefusalCode[] {
  const { state } = world;
  const { shared = [], replaces = null } = data;
  if (!("person" in by)) return whichHold([["NOT_AUTHORIZED_ADMIN", true]]);
  const codes = unknownTrunk(world, by, null);
  if (codes.length > 0) return codes;
  const { organization } = by;
  const authorized = actsForHierarchy(state, by, organization);
  codes.push(
    ...scopeCodes(state, organization, data.scope ?? {}),
    ...whichHold([
      ["MALFORMED", isMalformedShare(world, shared)],
      ["NOT_AUTHORIZED_ADMIN", !authorized],
      ["MAIN_ADMIN_REQUIRED", authorized && lacksMainForHierarchy(world, by)],
      ["ID_TAKEN", isApplication(state, data.application)],
      ["TRUNK_LIMIT_EXCEEDED", hasTooManyTrunks(world, organization, replaces)],
    ]),
  );
  const trunk = validTrunkInvitation(state, data.invitation, by, at)?.trunk;
  if (trunk === undefined) return [...codes, ...whichHold([["INVITATION_NOT_VALID", true]])];
  const named = { trunk, organization };
  return [
    ...codes,
    ...applicationGates(world, named),
    ...whichHold([
      ["ALREADY_LINKED", findLink(state, named) !== undefined],
      [
        "APPLICATION_ALREADY_PENDING",
        state.trunkApplications.some(
          (each) =>
            each.trunk === trunk && each.organization === organization && isWaiting(each, at),
        ),
      ],
      ["REAPPLY_TOO_SOON", isPausing(applicationsToTrunk(state, trunk), organization, at)],
      [
        "NOT_LINKED",
        replaces !== null && findLink(state, { trunk: replaces, organization }) === undefined,
      ],
      ["HIERARCHY_CYCLE", closesHierarchyCircle(state, named)],
    ]),
  ];
}

function submit(world: World, { by, at, data }: HierarchyCommand<"application.submit">): void {
  const { state, policy } = world;
  const invitation = validTrunkInvitation(state, data.invitation, by, at);
  if (invitation === undefined || !("person" in by)) return;
  const { organization } = by;
  const { scope = {}, shared = [], replaces = null } = data;
  const here = applicationsToTrunk(state, invitation.trunk);
  closeOverdue(here, organization, at);
  endPauses(here, [organization]);
  state.trunkApplications.push({
    id: data.application,
    trunk: invitation.trunk,
    organization,
    invitation: invitation.id,
    by: identityOf(state, by),
    at,
    whole: scope.whole ?? false,
    rules: rulesApplied(state, organization, scope),
    reach: data.reach ?? hierarchyPolicy(policy).defaultReach,
    shared,
    replaces,
    end: endOfApplication(policy, at, invitation.expiresAt),
    status: "pending",
    reason: null,
    reapplyFrom: null,
  });
  const { application } = data;
  tellSubmitted(world, { trunk: invitation.trunk, organization, application });
}

/** What is said of which application is meant. */
interface Said {
  readonly trunk?: OrganizationId;
  readonly organization?: OrganizationId;
  readonly application: ApplicationId;
}

/** An application to a Trunk, with what else is said true of it. */
export function findTrunkApplication(
  { trunkApplications }: State,
  { trunk, organization, application }: Said,
): TrunkApplication | undefined {
  return trunkApplications.find(
    (each) =>
      each.id === application &&
      (trunk === undefined || each.trunk === trunk) &&
      (organization === undefined || each.organization === organization),
  );
}

/** The Trunk meant: of an application named by its id alone only the admins of both sides know. */
export function trunkMeant({ state }: World, by: Actor, said: Said): OrganizationId | null {
  const found = findTrunkApplication(state, said);
  if (found === undefined) return null;
  const knows =
    actsForHierarchy(state, by, found.organization) ||
    (isLive(state, found.trunk) && actsForHierarchy(state, by, found.trunk));
  return knows ? found.trunk : null;
}

/** Whether an application is there, and still to be decided. */
export function pendingCodes(application: TrunkApplication | undefined, at: number): RefusalCode[] {
  return whichHold([
    ["APPLICATION_EXPIRED", application !== undefined && isOverdue(application, at)],
    ["UNKNOWN_APPLICATION", application === undefined],
    ["APPLICATION_NOT_PENDING", application !== undefined && application.status !== "pending"],
  ]);
}

function withdrawalCodes(world: World, { at, by, data }: HierarchyCommand<"application.withdraw">) {
  const { state } = world;
  const trunk = data.trunk ?? trunkMeant(world, by, data);
  if (trunk === null) return whichHold([["UNKNOWN_APPLICATION", true]]);
  if (!("person" in by)) return whichHold([["UNKNOWN_TRUNK", true]]);
  const { organization } = by;
  const { application } = data;
  const authorized = actsForHierarchy(state, by, organization);
  // Whatever became of one's own application, one knows where it went.
  const own = findTrunkApplication(state, { trunk, organization, application });
  const stands = isLive(state, trunk);
  const knows = own !== undefined && (stands || own.status !== "pending");
  const reviews =
    own === undefined &&
    stands &&
    actsForHierarchy(state, by, trunk) &&
    findTrunkApplication(state, { trunk, application }) !== undefined;
  return [
    ...unknownTrunk(world, by, knows ? null : trunk),
    ...pendingCodes(own, at),
    ...whichHold([
      ["NOT_AUTHORIZED_ADMIN", !authorized || reviews],
      ["MAIN_ADMIN_REQUIRED", authorized && lacksMainForHierarchy(world, by)],
    ]),
  ];
}

function rejectionCodes(world: World, { at, by, data }: HierarchyCommand<"application.reject">) {
  const { state } = world;
  const { organization } = data;
  const named = organization === undefined ? undefined : data.trunk;
  const trunk = named ?? trunkMeant(world, by, data);
  if (trunk === null) return whichHold([["UNKNOWN_APPLICATION", true]]);
  const hasApplied = state.trunkApplications.some(
    (each) => each.trunk === trunk && each.organization === organization,
  );
  return [
    ...trunkAdmin(world, by, trunk),
    ...pendingCodes(findTrunkApplication(state, { ...data, trunk }), at),
    ...whichHold([
      ["MALFORMED", (data.reason?.length ?? 0) > reasonLongest],
      ["APPLICATION_REQUIRED", organization !== undefined && !hasApplied],
      ["REASON_REQUIRED", lacksReason(world.policy, data.reason)],
    ]),
  ];
}

/** The longest reason, in code units. */
const reasonLongest = 500;

type ApplicationType = "application.submit" | "application.withdraw" | "application.reject";

/** The commands about applications but for their approval. */
export const trunkApplicationCommands: HierarchyHandlers<ApplicationType> = {
  "application.submit": { codes: trunkSubmissionCodes, effect: submit },
  "application.withdraw": {
    codes: withdrawalCodes,
    effect: (world, { data }) => {
      const application = findTrunkApplication(world.state, data);
      if (application === undefined) return;
      application.status = "withdrawn";
      tellWithdrawn(world, namedInTrunk(application));
    },
  },
  "application.reject": {
    codes: rejectionCodes,
    effect: (world, { at, data }) => {
      const application = findTrunkApplication(world.state, data);
      if (application === undefined) return;
      application.status = "rejected";
      application.reason = data.reason ?? null;
      application.reapplyFrom = pausesUntil(world.policy, at);
      tellDecided(world, namedInTrunk(application), application);
    },
  },
};
