/** Using an app: in whose name, on which side, and what has to be so (LIC-08, FEAT, APP-04). */
import type { Feature, Submission } from "../../apps/model.ts";
import type { AppId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { covers } from "./audience.ts";
import { unknownRoots } from "./authority.ts";
import { interconnectCodes } from "./licenses.ts";
import { findMember, findSpace } from "./lists.ts";
import { inService, serving } from "./people.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import { presenceOf } from "./roster.ts";
import { isPair, settingsOf } from "./settings.ts";
import type { Space, State, World } from "./state.ts";
import type { Pair, Permission } from "./state-areas.ts";
import { isRostered, visibleTo } from "./visibility.ts";

/** Since when Downstream people have each feature; `null` is in every release (FEAT-09). */
export const FEATURES: readonly (readonly [Feature, since: Policy["release"] | null])[] = [
  ["form.submit", "V1"],
  ["flow.start", "V1"],
  ["task.handle", "V1"],
  ["report.view", "V2"],
  ["attachment.upload", "V2.1"],
  ["automation.trigger", "V3"],
  ["cool-app.card", "V3"],
  ["cool-app.distribute", "V3"],
  ["data.view", null],
];

const releases: readonly Policy["release"][] = ["V1", "V2", "V2.1", "V3"];

/** Whether a release has a feature that came with another. */
export function supports({ release }: Policy, since: Policy["release"] | null): boolean {
  return since === null || releases.indexOf(since) <= releases.indexOf(release);
}

/** Whether Downstream people can be given what goes by a name; unknown names never (FEAT-08). */
export function isFeature(policy: Policy, name: string): boolean {
  return FEATURES.some(([feature, since]) => feature === name && supports(policy, since));
}

/** In whose name somebody acts, and in which Space if Downstream (`null`: for the Host). */
export interface Acting extends Pair {
  readonly space: Space | null;
}

/** Acting for an organization one is in; in a Space, for one of its Members (FLOW-02, FLOW-03). */
export function actingCodes({ state, ...world }: World, by: Actor, id?: SpaceId): RefusalCode[] {
  const space = id === undefined ? undefined : findSpace(state, id);
  const serves = "person" in by && inService(state, by.organization, by.person) !== undefined;
  const isMember =
    "person" in by &&
    space !== undefined &&
    findMember(state, space, by.organization) !== undefined;
  const roots = id === undefined ? {} : { space: id };
  return whichApplyTo(unknownRoots({ state, ...world }, by, roots), [
    ["ACTING_ORG_INVALID", !serves || (id !== undefined && !isMember)],
  ]);
}

/** Whether an organization built an app. */
export function builds({ apps }: State, organization: OrganizationId, app: AppId): boolean {
  return apps.some(
    ({ id, owner }) =>
      id === app && owner.kind === "organization" && owner.organization === organization,
  );
}

/** Whether an app is published in a Space. */
export function isPublished({ publications }: State, space: SpaceId, app: AppId): boolean {
  return publications.some((each) => each.space === space && each.app === app);
}

/** The Spaces to which a Host app is published and of which an organization is a Member. */
export function spacesOffering(state: State, app: AppId, organization: OrganizationId): Space[] {
  const isHostApp = state.apps.some(
    (each) => each.id === app && each.owner.kind === "organization",
  );
  return state.publications.flatMap((each) => {
    const space = isHostApp && each.app === app ? findSpace(state, each.space) : undefined;
    return space !== undefined && findMember(state, space, organization) !== undefined
      ? [space]
      : [];
  });
}

/** Whether an identity holds a grant in the unit it acts in (LIC-08). */
function isLicensed({ grants }: State, { space, ...identity }: Acting): boolean {
  return grants.some(
    (each) =>
      isPair(each, identity) &&
      (each.unit.kind === "host"
        ? space === null && each.unit.organization === identity.organization
        : space !== null && each.unit.space === space.id),
  );
}

/** The permissions to see data that cover an identity (DATA-04). */
export function permissionsOf(state: State, acting: Acting, app: AppId): Permission[] {
  const { space } = acting;
  if (space === null) return [];
  return settingsOf(state, space.id, app).permissions.filter((each) =>
    covers(state, space, each.for, acting),
  );
}

function isPermitted(state: State, acting: Acting, app: AppId, feature: string): boolean {
  const permissions = permissionsOf(state, acting, app);
  if (feature === "report.view") return permissions.some((each) => each.reports);
  return feature !== "data.view" || permissions.some((each) => each.rows !== null);
}

/** What refuses the use of a feature of a known app by somebody who may act so. */
export function usageCodes(
  world: World,
  acting: Acting,
  app: AppId,
  feature: string,
): RefusalCode[] {
  const { state, policy } = world;
  const { space, organization } = acting;
  const licensed = isLicensed(state, acting);
  if (space === null) return whichApply([["LICENSE_REQUIRED", !licensed]]);
  const { authorized } = settingsOf(state, space.id, app);
  return whichApplyTo(interconnectCodes(world, space.host, organization), [
    ["APP_NOT_PUBLISHED", !isPublished(state, space.id, app)],
    ["NOT_IN_SPACE", !isRostered(state, space, acting)],
    ["APP_NOT_AUTHORIZED", !covers(state, space, authorized, acting)],
    [
      "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
      !isFeature(policy, feature) || feature === "cool-app.distribute",
    ],
    ["LICENSE_REQUIRED", !licensed],
    ["DATA_PERMISSION_REQUIRED", !isPermitted(state, acting, app, feature)],
  ]);
}

/** How somebody acts who names an app and perhaps a Space; `null` if they cannot. */
export function actingOf({ state }: World, by: Actor, { space: id }: Submission): Acting | null {
  const space = id === undefined ? null : findSpace(state, id);
  if (!("person" in by) || space === undefined) return null;
  return { organization: by.organization, person: by.person, space };
}

/** What refuses the use of a feature to somebody who names an app and perhaps a Space. */
export function useCodes(
  world: World,
  by: Actor,
  submission: Submission,
  feature: string,
): RefusalCode[] {
  const codes = actingCodes(world, by, submission.space);
  const acting = actingOf(world, by, submission);
  if (acting === null) return codes;
  const { app } = submission;
  const owner = acting.space?.host ?? acting.organization;
  return whichApplyTo(
    [...codes, ...usageCodes(world, acting, app, feature)],
    [["UNKNOWN_APP", !builds(world.state, owner, app)]],
  );
}

/** Whom somebody may choose in a form of an app, everybody once (PICK-01, PICK-02). */
export function candidatesOf({ state, policy }: World, acting: Acting, app: AppId): Pair[] {
  const { space, organization } = acting;
  if (space !== null) {
    const seen = visibleTo(state, space, organization);
    return presenceOf(state, space).present.filter(
      (each) => policy.formPickerScope === "whole-space" || seen.includes(each.organization),
    );
  }
  const offered = state.publications.filter((each) => each.app === app);
  const downstream = offered.flatMap(({ space: id }) => {
    const where = findSpace(state, id);
    if (where === undefined) return [];
    return presenceOf(state, where).present.filter((each) => each.organization !== where.host);
  });
  const all: Pair[] = [...serving(state, organization), ...downstream];
  return all.filter((each, index) => all.findIndex((other) => isPair(other, each)) === index);
}
