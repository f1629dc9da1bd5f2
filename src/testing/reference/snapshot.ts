/** What is compared to see whether an input changed anything. */
import { describeWorld } from "./facts.ts";
import { entriesOf } from "./inert.ts";
import type { State, World } from "./state.ts";

/** What cannot be seen directly but may decide what a later input does. */
function revisions(state: State): unknown {
  const { organizations, departments, employments, pools } = state;
  const records = [...organizations, ...departments, ...employments];
  const managers = employments.map((each) => each.manager);
  return [
    records.map((each) => each.revisions),
    employments.map((each) => [each.placed, each.placedBy]),
    employments.map((each) => each.former.filter((former) => state.former[former]?.excluded)),
    pools.map((each) => [each.revision, each.until, each.reached]),
    state.fullLists,
    state.vouchers,
    state.sources,
    // Shares in one order, but for those that are empty: what is as it was has not changed.
    employments.map(({ shares }) =>
      shares
        .filter((each) => each.departments.length > 0)
        .sort((one, other) => (one.source < other.source ? -1 : 1)),
    ),
    employments.map((each) => [each.numberBy, each.natural]),
    state.names,
    state.formerIds,
    state.heldChanges,
    managers,
    employments.map((each) => [each.standIn, each.successor]),
    state.capacities.map((each) => each.revision),
    state.industryMembers,
    state.distributions,
    // A limit of seats counts as long as nothing of hierarchies is there to be seen, too.
    state.limits.map((each) => JSON.stringify(each)).sort(),
    state.hierarchyLinks.map((each) => [each.hiddenExcept.void, each.ownOnlyExcept.void]),
    state.associations.map(({ visibility, hiding }) => [visibility.void, hiding.void]),
    entriesOf(state)
      .map((each) => JSON.stringify(each))
      .sort(),
  ];
}

/** Everything visible, and that, as a text. */
export function snapshot(world: World): string {
  return JSON.stringify([describeWorld(world), revisions(world.state)]);
}
