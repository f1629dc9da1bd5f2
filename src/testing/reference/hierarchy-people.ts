/** Who is on a Link, and who is present in the book of a Trunk (BRANCH-01 to BRANCH-05). */
import type { OrganizationId } from "../../core/ids.ts";
import { findLink, reaches, trunksOf } from "./hierarchy.ts";
import { isLive } from "./lists.ts";
import { serving } from "./people.ts";
import { isInScope } from "./roster.ts";
import { isPair } from "./settings.ts";
import type { Employment, State } from "./state.ts";
import type { Pair } from "./state-areas.ts";
import type { HierarchyLink } from "./state-hierarchy.ts";

/** The Roster of a Link, in the order of hires: whoever is in scope, for nobody waits (BRANCH-02). */
export function rosterOf(state: State, link: HierarchyLink): Employment[] {
  return serving(state, link.organization).filter((each) => isInScope(state, link, each));
}

/** The Links by which people of an organization are present for a Trunk: each begins a passing chain. */
export function linksInto(
  state: State,
  trunk: OrganizationId,
  organization: OrganizationId,
): HierarchyLink[] {
  return trunksOf(state, organization).filter(
    (link) =>
      link.trunk === trunk || (link.reach === "all-above" && reaches(state, trunk, link.trunk)),
  );
}

/** The people of an organization who are present for a Trunk, each once, in the order of hires. */
function presentFor(
  state: State,
  trunk: OrganizationId,
  organization: OrganizationId,
): Employment[] {
  const rosters = linksInto(state, trunk, organization).map((link) => rosterOf(state, link));
  return serving(state, organization).filter((each) =>
    rosters.some((roster) => roster.includes(each)),
  );
}

/** The people of an organization in the book of a Trunk: all of its own, of others those present. */
export function inBook(
  state: State,
  trunk: OrganizationId,
  organization: OrganizationId,
): Employment[] {
  if (!isLive(state, organization)) return [];
  return organization === trunk ? serving(state, trunk) : presentFor(state, trunk, organization);
}

/** Somebody in the book of a Trunk. */
export function findInBook(
  state: State,
  trunk: OrganizationId,
  someone: Pair,
): Employment | undefined {
  return inBook(state, trunk, someone.organization).find((each) => isPair(each, someone));
}

/** Whether there is a Link by which an organization hangs directly under a Trunk. */
export function isDirectBranch(
  state: State,
  trunk: OrganizationId,
  organization: OrganizationId,
): boolean {
  return findLink(state, { trunk, organization }) !== undefined;
}
