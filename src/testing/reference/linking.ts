/** Links come about, end, and go with their organizations (LINK-03, LINK-08, UNLINK). */
import type { OrganizationId } from "../../core/ids.ts";
import { keepFields } from "./former-fields.ts";
import { branchesOf, trunksOf } from "./hierarchy.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import type { Department, Scoping, State, World } from "./state.ts";
import type { HierarchyLink } from "./state-hierarchy.ts";
import { namedInTrunk, tellDecided } from "./telling-sides.ts";
import { type LinkNamed, linkEnded, type Reach } from "./vocabulary-hierarchy.ts";

/** What a new Link is made of: the Branch's word and the Trunk's. */
interface Forming extends LinkNamed, Scoping {
  readonly reach: Reach;
  readonly shared: readonly string[];
  readonly alias: string | null;
  readonly mount: HierarchyLink["mount"];
}

/** A Link as it begins: with nothing of any former one (UNLINK-05). */
function newLink({ state, policy }: World, forming: Forming): HierarchyLink {
  const { trunk, organization, whole, rules, reach, shared, alias, mount } = forming;
  const nobody = () => ({ organization: trunk, organizations: [], departments: [], void: [] });
  return {
    ...{ trunk, organization, whole, rules, reach, alias, mount },
    serial: state.linksFormed,
    shared: [...new Set(shared)],
    labels: [],
    hidden: false,
    hiddenExcept: nobody(),
    ownOnly: hierarchyPolicy(policy).branchSightDefault === "own-only",
    ownOnlyExcept: nobody(),
    released: false,
    leaving: null,
    fields: {},
  };
}

/** Forms a Link, at the end of the Trunk's order. */
export function formLink(world: World, forming: Forming): void {
  world.state.hierarchyLinks.push(newLink(world, forming));
  world.state.linksFormed += 1;
}

/** Ends a Link with all its settings, and tells both sides. */
export function endLink(
  { state, outbox }: World,
  link: HierarchyLink,
  because: "cancelled" | "left" | "moved" | "ended",
): void {
  state.hierarchyLinks = state.hierarchyLinks.filter((each) => each !== link);
  keepFields(state, { trunk: link.trunk }, link.organization, link.fields);
  state.seatCaps = state.seatCaps.filter(
    (each) => each.trunk !== link.trunk || each.organization !== link.organization,
  );
  outbox.push(linkEnded({ trunk: link.trunk, organization: link.organization }, because));
}

/** All Links of an organization, as Branch and as Trunk. */
export function linksOf(state: State, organization: OrganizationId): HierarchyLink[] {
  return [...trunksOf(state, organization), ...branchesOf(state, organization)];
}

/**
 * An organization ends: its Links with it, and what was applied to it is void for ever (UNLINK-04): it is
 * rejected, as those who applied are told.
 */
export function endLinksOf(world: World, organization: OrganizationId): void {
  for (const link of linksOf(world.state, organization)) endLink(world, link, "ended");
  for (const each of world.state.trunkApplications) {
    if (each.trunk !== organization || each.status !== "pending") continue;
    each.status = "rejected";
    tellDecided(world, namedInTrunk(each), each);
  }
}

/** What is mounted at a department that goes is mounted at what was above it, for good (MOUNT-03). */
export function moveMounts(state: State, { organization, id, parent }: Department): void {
  for (const link of branchesOf(state, organization)) {
    if (link.mount?.department !== id) continue;
    link.mount = parent === null ? null : { organization, department: parent };
  }
}
