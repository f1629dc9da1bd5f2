/** Who is below whom since when: the order in which organizations came to be below a Trunk (HIER-04). */
import type { OrganizationId } from "../../core/ids.ts";
import { below, branchesOf } from "./hierarchy.ts";
import type { State } from "./state.ts";

/** The organizations below a Trunk, whatever the reach, in the order in which they came to be so. */
export function inOrderOfComing({ below: all }: State, trunk: OrganizationId): OrganizationId[] {
  return all.filter((each) => each.trunk === trunk).map(({ organization }) => organization);
}

/**
 * Notes after a step who has come below whom, and who is not any more. Whoever comes with a Link brings along those
 * below, in the order in which these came there; Links formed in one step bring theirs one after the other.
 */
export function noteBelow(state: State): void {
  const { organizations } = state;
  const before = state.below;
  const orderOf = (top: OrganizationId): OrganizationId[] => {
    const now = below(state, top);
    const stay = before
      .filter((each) => each.trunk === top && now.includes(each.organization))
      .map(({ organization }) => organization);
    const come = branchesOf(state, top).flatMap(({ organization }) => [
      organization,
      ...orderOf(organization),
    ]);
    return [...new Set([...stay, ...come])];
  };
  state.below = organizations.flatMap(({ id: trunk }) =>
    orderOf(trunk).map((organization) => ({ trunk, organization })),
  );
}
