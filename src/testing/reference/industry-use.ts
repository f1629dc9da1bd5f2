/** What refuses the use of an app to an industry member, through which door (INDUSTRY-02, INDUSTRY-03). */
import type { Submission } from "../../apps/model.ts";
import type { AppId, OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { unknownRoots } from "./authority.ts";
import { distributionOf, isInstalled } from "./distributing.ts";
import { coversOrganization } from "./distribution-lists.ts";
import { reaches } from "./hierarchy.ts";
import { unknownTrunk } from "./hierarchy-authority.ts";
import { useGates } from "./hierarchy-limits.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { inIndustry } from "./industry.ts";
import { findOrganization } from "./lists.ts";
import { builds } from "./offering.ts";
import type { State, World } from "./state.ts";
import type { Pair } from "./state-areas.ts";
import { type Candidate, candidatesOf, isFeature } from "./use.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

/** All that industry members use an app for. */
const USES: readonly string[] = ["form.submit", "flow.start", "attachment.upload", "data.view"];

/** Whether an app of a Trunk is open to the industry members of an organization (INDUSTRY-02). */
function isOpenThrough(state: State, trunk: OrganizationId, app: AppId, member: Pair): boolean {
  const distribution = distributionOf(state, { trunk, app });
  return (
    distribution.distributed &&
    distribution.industry &&
    coversOrganization(state, distribution, member.organization)
  );
}

/** Whether an organization's own app is open to its own members. */
function isOpenOwn({ openApps }: State, { organization }: Pair, app: AppId): boolean {
  return openApps.some((each) => each.organization === organization && each.app === app);
}

/** Whether a member names no door though an app is open to them through some Trunk (FLOW-02, 28.9). */
export function leavesTrunkOut(state: State, member: Pair, named: Submission): boolean {
  if (named.space !== undefined || named.trunk !== undefined) return false;
  if (builds(state, member.organization, named.app)) return false;
  return state.organizations.some(({ id }) => isOpenThrough(state, id, named.app, member));
}

/** What refuses anything to a member: it takes being in the book, and an organization that is not suspended. */
export function memberCodes(world: World, member: Pair): RefusalCode[] {
  const { state } = world;
  return [
    ...unknownRoots(world, member, {}),
    ...whichHold([
      ["ACTING_ORG_INVALID", inIndustry(state, member) === undefined],
      ["ACTOR_SUSPENDED", findOrganization(state, member.organization)?.suspended === true],
    ]),
  ];
}

/** In no Space can one act as industry member: they act through a Trunk, or at home (INDUSTRY-03). */
function inSpaceCodes(world: World, member: Pair, { space: id }: Submission): RefusalCode[] {
  if (id === undefined) return [];
  return [...unknownRoots(world, member, { space: id }), "ACTING_ORG_INVALID"];
}

/** A door, and whether it is named, or is the one through which the member came before. */
interface ThroughTrunk {
  readonly trunk: OrganizationId;
  readonly named?: boolean | undefined;
}

function throughTrunkCodes(
  world: World,
  member: Pair,
  { trunk, app, named = true }: Pick<Submission, "app"> & ThroughTrunk,
): RefusalCode[] {
  const { state, policy } = world;
  const { organization } = member;
  const distribution = distributionOf(state, { trunk, app });
  const isNeeded = hierarchyPolicy(policy).useNeedsInstallation;
  return [
    ...(named ? unknownTrunk(world, member, trunk) : []),
    ...useGates(world, { trunk, organization }),
    ...whichHold([
      ["ACTING_ORG_INVALID", named && !reaches(state, trunk, organization)],
      ["UNKNOWN_APP", !builds(state, trunk, app)],
      [
        "APP_NOT_PUBLISHED",
        !distribution.distributed || (isNeeded && !isInstalled(distribution, organization)),
      ],
      ["INDUSTRY_ACCESS_CLOSED", !distribution.industry],
      ["APP_NOT_AUTHORIZED", !coversOrganization(state, distribution, organization)],
    ]),
  ];
}

/** Whom a member may choose through a door: whom its organization's people may (ROUTE-02, ROUTE-03). */
export function candidatesFor(world: World, member: Pair, { app, trunk }: Submission): Candidate[] {
  return candidatesOf(world, { ...member, space: null, trunk: trunk ?? null }, app);
}

/** Whether a member is held to the features of the closed list besides (DIST-08). */
export function isListed({ policy }: World, { trunk }: Submission): boolean {
  return trunk !== undefined && hierarchyPolicy(policy).hierarchyFeatures === "downstream-list";
}

/** What refuses the use of an app to a member who names the door; no license is asked for. */
export function memberUseCodes(
  world: World,
  member: Pair,
  named: Submission & Pick<ThroughTrunk, "named">,
  feature: string,
): RefusalCode[] {
  const { state, policy } = world;
  const { app, space, trunk } = named;
  const isOwn = space === undefined && trunk === undefined;
  return [
    ...memberCodes(world, member),
    ...inSpaceCodes(world, member, named),
    ...(trunk === undefined ? [] : throughTrunkCodes(world, member, { ...named, trunk })),
    ...whichHold([
      ["UNKNOWN_APP", isOwn && !builds(state, member.organization, app)],
      ["INDUSTRY_ACCESS_CLOSED", isOwn && !isOpenOwn(state, member, app)],
      [
        "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
        !USES.includes(feature) || (isListed(world, named) && !isFeature(policy, feature)),
      ],
    ]),
  ];
}
