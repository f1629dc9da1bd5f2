/** Using an app: in whose name, through which door, and what has to be so (LIC-08, FEAT, APP-04, ROUTE-01). */
import type { Feature, Submission } from "../../apps/model.ts";
import type { AppId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { covers } from "./audience.ts";
import { unknownRoots } from "./authority.ts";
import { distributionOf } from "./distributing.ts";
import { coversPerson } from "./distribution-lists.ts";
import type { Shelf } from "./former-fields.ts";
import { reaches } from "./hierarchy.ts";
import { unknownTrunk } from "./hierarchy-authority.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { interconnectCodes } from "./licenses.ts";
import { findMember, findSpace } from "./lists.ts";
import { builds } from "./offering.ts";
import { inService, serving } from "./people.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import { presenceOf } from "./roster.ts";
import { isPair, settingsOf } from "./settings.ts";
import type { Space, State, World } from "./state.ts";
import type { Pair, Permission } from "./state-areas.ts";
import type { TrunkPermission } from "./state-hierarchy.ts";
import { memberGate, notSuspended } from "./suspended-members.ts";
import { useTermCodes } from "./terms.ts";
import {
  candidatesBelow,
  candidatesThrough,
  isSeated,
  trunkPermissionsOf,
  trunkUsageCodes,
} from "./trunk-use.ts";
import { isRostered, seesIn } from "./visibility.ts";

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

/** In whose name somebody acts, and through which door: a Space, a Trunk, or neither (for the Host). */
export interface Acting extends Pair {
  readonly space: Space | null;
  readonly trunk: OrganizationId | null;
}

/** A door that is named. */
export type Door = Pick<Submission, "space" | "trunk">;

/** Acting for an organization one is in; in a Space for one of its Members, through a Trunk for one it reaches. */
export function actingCodes(world: World, by: Actor, door: Door = {}): RefusalCode[] {
  const { state } = world;
  const { space: id, trunk } = door;
  const space = id === undefined ? undefined : findSpace(state, id);
  const serves = "person" in by && inService(state, by.organization, by.person) !== undefined;
  const isMember =
    "person" in by &&
    space !== undefined &&
    findMember(state, space, by.organization) !== undefined;
  const isReached = "person" in by && trunk !== undefined && reaches(state, trunk, by.organization);
  const roots = id === undefined ? {} : { space: id };
  const unknown = [
    ...unknownRoots(world, by, roots),
    ...(trunk === undefined ? [] : unknownTrunk(world, by, trunk)),
  ];
  return whichApplyTo(unknown, [
    [
      "ACTING_ORG_INVALID",
      !serves ||
        (id !== undefined && (!isMember || trunk !== undefined)) ||
        (trunk !== undefined && !isReached),
    ],
  ]);
}

/** Whether an app is published in a Space. */
export function isPublished({ publications }: State, space: SpaceId, app: AppId): boolean {
  return publications.some((each) => each.space === space && each.app === app);
}

/** Whether an identity holds a grant in the unit it acts in (LIC-08). */
function isLicensed(state: State, { space, trunk, ...identity }: Acting): boolean {
  if (trunk !== null) return isSeated(state, { ...identity, trunk });
  return state.grants.some(
    (each) =>
      isPair(each, identity) &&
      (each.unit.kind === "host"
        ? space === null && each.unit.organization === identity.organization
        : "space" in each.unit && space !== null && each.unit.space === space.id),
  );
}

/** Whether an app is for somebody, as far as its list goes. */
function isListed(state: State, acting: Acting, app: AppId): boolean {
  const { space, trunk, organization, person } = acting;
  if (trunk !== null) {
    return coversPerson(state, distributionOf(state, { trunk, app }), { organization, person });
  }
  return (
    space === null || covers(state, space, settingsOf(state, space.id, app).authorized, acting)
  );
}

/** What somebody lacks to act so with an app, wherever they are present (FLOW-12). */
export function lackOf(state: State, acting: Acting, app: AppId): "list" | "license" | null {
  if (!isListed(state, acting, app)) return "list";
  return isLicensed(state, acting) ? null : "license";
}

/** What a permission lets somebody see, in a Space or through a Trunk. */
export interface Permitted extends Pick<Permission, "labels" | "reports"> {
  readonly rows: Permission["rows"] | TrunkPermission["rows"];
}

/** Whether somebody has but the features of the list (FEAT): through a Trunk under the policy alone (DIST-08). */
export function isLimited(policy: Policy, { space, trunk }: Acting): boolean {
  const { hierarchyFeatures } = hierarchyPolicy(policy);
  return space !== null || (trunk !== null && hierarchyFeatures === "downstream-list");
}

/** The permissions to see data that cover an identity (DATA-04, LEVEL-02). */
export function permissionsOf(state: State, acting: Acting, app: AppId): Permitted[] {
  const { space, trunk } = acting;
  if (trunk !== null) return trunkPermissionsOf(state, { ...acting, trunk }, app);
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
  const { space, trunk, organization } = acting;
  const features: RefusalCode[] = whichApply([
    [
      "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
      isLimited(policy, acting) &&
        (!isFeature(policy, feature) || feature === "cool-app.distribute"),
    ],
    ["DATA_PERMISSION_REQUIRED", !isPermitted(state, acting, app, feature)],
  ]);
  const term = useTermCodes(world, trunk ?? space?.host ?? organization);
  if (trunk !== null) {
    return [...trunkUsageCodes(world, { ...acting, trunk }, app), ...term, ...features];
  }
  const licensed = isLicensed(state, acting);
  if (space === null) return whichApplyTo(term, [["LICENSE_REQUIRED", !licensed]]);
  const { authorized } = settingsOf(state, space.id, app);
  return whichApplyTo(
    [
      ...interconnectCodes(world, space.host, organization),
      ...memberGate(state, space.id, organization),
      ...term,
      ...features,
    ],
    [
      ["APP_NOT_PUBLISHED", !isPublished(state, space.id, app)],
      ["NOT_IN_SPACE", !isRostered(state, space, acting)],
      ["APP_NOT_AUTHORIZED", !covers(state, space, authorized, acting)],
      ["LICENSE_REQUIRED", !licensed],
    ],
  );
}

/** How somebody acts who names an app and perhaps a door; `null` if they cannot. */
export function actingOf({ state }: World, by: Actor, { space: id, trunk }: Door): Acting | null {
  const space = id === undefined ? null : findSpace(state, id);
  if (!("person" in by) || space === undefined) return null;
  return { organization: by.organization, person: by.person, space, trunk: trunk ?? null };
}

/** What refuses the use of a feature to somebody who names an app and perhaps a door. */
export function useCodes(
  world: World,
  by: Actor,
  submission: Submission,
  feature: string,
): RefusalCode[] {
  const codes = actingCodes(world, by, submission);
  const acting = actingOf(world, by, submission);
  if (acting === null) return codes;
  const { app } = submission;
  const owner = acting.trunk ?? acting.space?.host ?? acting.organization;
  return whichApplyTo(
    [...codes, ...usageCodes(world, acting, app, feature)],
    [["UNKNOWN_APP", !builds(world.state, owner, app)]],
  );
}

/** Whom somebody may choose, and of which list they come. */
export interface Candidate extends Pair {
  readonly from: Shelf;
}

const listedFrom = (from: Shelf, people: readonly Pair[]): Candidate[] =>
  people.map(({ organization, person }) => ({ organization, person, from }));

/** Whom somebody may choose in a form of an app, everybody once (PICK-01, PICK-02, ROUTE-02, ROUTE-03). */
export function candidatesOf(world: World, acting: Acting, app: AppId): Candidate[] {
  const { state, policy } = world;
  const { space, trunk, organization, person } = acting;
  if (trunk !== null) {
    return listedFrom({ trunk }, candidatesThrough(world, { trunk, organization, person }));
  }
  if (space !== null) {
    const those = notSuspended(state, space.id, presenceOf(state, space).present).filter(
      (each) =>
        policy.formPickerScope === "whole-space" ||
        seesIn(state, space, { organization, person }, each),
    );
    return listedFrom({ space: space.id }, those);
  }
  const offered = state.publications.filter((each) => each.app === app);
  const downstream = offered.flatMap(({ space: id }) => {
    const where = findSpace(state, id);
    if (where === undefined) return [];
    const { present } = presenceOf(state, where);
    return listedFrom(
      { space: id },
      notSuspended(state, id, present).filter((each) => each.organization !== where.host),
    );
  });
  const below = candidatesBelow(world, { organization, person }, app);
  const all = [
    ...listedFrom(null, serving(state, organization)),
    ...listedFrom({ trunk: organization }, below),
    ...downstream,
  ];
  return all.filter((each, index) => all.findIndex((other) => isPair(other, each)) === index);
}
