/** The graph of Links: who is above whom, who reaches whom, and by which chain (HIER-03, HIER-04). */
import type { OrganizationId } from "../../core/ids.ts";
import type { State } from "./state.ts";
import type { HierarchyLink, HierarchyState } from "./state-hierarchy.ts";
import type { LinkNamed } from "./vocabulary-hierarchy.ts";

type Graph = Pick<HierarchyState, "hierarchyLinks">;

/** The Link between a Branch and a Trunk. */
export function findLink(
  { hierarchyLinks }: Graph,
  { trunk, organization }: LinkNamed,
): HierarchyLink | undefined {
  return hierarchyLinks.find((each) => each.trunk === trunk && each.organization === organization);
}

/** The Links of a Trunk to its direct Branches, in its order. */
export function branchesOf({ hierarchyLinks }: Graph, trunk: OrganizationId): HierarchyLink[] {
  return hierarchyLinks.filter((each) => each.trunk === trunk);
}

/** The Links of a Branch to its Trunks. */
export function trunksOf({ hierarchyLinks }: Graph, organization: OrganizationId): HierarchyLink[] {
  return hierarchyLinks.filter((each) => each.organization === organization);
}

/** All organizations that some chain leads to in one direction, each once, whatever the reach. */
function along(
  start: OrganizationId,
  next: (from: OrganizationId) => readonly OrganizationId[],
): OrganizationId[] {
  const found: OrganizationId[] = [];
  const open = [start];
  for (;;) {
    const from = open.shift();
    if (from === undefined) return found;
    for (const each of next(from)) {
      if (found.includes(each)) continue;
      found.push(each);
      open.push(each);
    }
  }
}

/** The organizations above one. */
export function above(graph: Graph, organization: OrganizationId): OrganizationId[] {
  return along(organization, (from) => trunksOf(graph, from).map(({ trunk }) => trunk));
}

/** The organizations below one. */
export function below(graph: Graph, organization: OrganizationId): OrganizationId[] {
  return along(organization, (from) => branchesOf(graph, from).map((each) => each.organization));
}

/** Organizations on the longest chain that goes up from one, itself included. */
export function heightAbove(graph: Graph, organization: OrganizationId): number {
  const over = trunksOf(graph, organization).map(({ trunk }) => heightAbove(graph, trunk));
  return 1 + Math.max(0, ...over);
}

/** Organizations on the longest chain that goes down from one, itself included. */
export function depthBelow(graph: Graph, organization: OrganizationId): number {
  const under = branchesOf(graph, organization).map((each) => depthBelow(graph, each.organization));
  return 1 + Math.max(0, ...under);
}

/** An organization that another one reaches, at its level, by its line, the topmost Link first. */
export interface Reached {
  readonly organization: OrganizationId;
  readonly level: number;
  readonly line: readonly HierarchyLink[];
}

/**
 * Whom an organization reaches, level by level. A chain passes if all its Links but the topmost let
 * themselves be seen by everybody above; within a level lines come in the order of their Links from the
 * top, so that the first chain found is the line.
 */
export function reachedBy(graph: Graph, top: OrganizationId): Reached[] {
  const reached: Reached[] = [];
  let frontier: (readonly HierarchyLink[])[] = branchesOf(graph, top).map((link) => [link]);
  for (let level = 1; frontier.length > 0; level += 1) {
    const found: Reached[] = [];
    for (const line of frontier) {
      const organization = line.at(-1)?.organization;
      if (organization === undefined) continue;
      if ([...reached, ...found].some((each) => each.organization === organization)) continue;
      found.push({ organization, level, line });
    }
    reached.push(...found);
    frontier = found.flatMap(({ organization, line }) =>
      branchesOf(graph, organization)
        .filter(({ reach }) => reach === "all-above")
        .map((link) => [...line, link]),
    );
  }
  return reached;
}

/** How an organization reaches another, if it does. */
export function reachedAs(
  graph: Graph,
  top: OrganizationId,
  organization: OrganizationId,
): Reached | undefined {
  return reachedBy(graph, top).find((each) => each.organization === organization);
}

/** Whether an organization reaches another. */
export function reaches(graph: Graph, top: OrganizationId, organization: OrganizationId): boolean {
  return reachedAs(graph, top, organization) !== undefined;
}

/** The organizations that reach one, with its level under each, the nearest first, then as registered. */
export function reachedFrom(
  state: State,
  organization: OrganizationId,
): { readonly organization: OrganizationId; readonly level: number }[] {
  return state.organizations
    .flatMap(({ id }) => {
      const found = reachedAs(state, id, organization);
      return found === undefined ? [] : [{ organization: id, level: found.level }];
    })
    .sort((one, other) => one.level - other.level);
}
