/** What is kept of somebody who left in hierarchies, and dropped by what others do since (RESIGN-07). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Kept, State } from "./state.ts";

/** A scope of a Link was set as a whole: what it selected before is not added to it, what it excluded is. */
export function forgetLinkSelections(state: State, link: number): void {
  for (const kept of state.kept) {
    kept.linkRules = kept.linkRules.filter((each) => each.link !== link || each.rule === "out");
  }
}

/** The list of a distribution was set as a whole. */
export function forgetTrunkLists(state: State, { trunk, app }: Kept["trunkLists"][number]): void {
  for (const kept of state.kept) {
    kept.trunkLists = kept.trunkLists.filter((each) => each.trunk !== trunk || each.app !== app);
  }
}

/** Of an organization that a Trunk reaches no more nothing is kept in its lists. */
export function forgetTrunkListsOf(
  state: State,
  isReached: (trunk: OrganizationId, organization: OrganizationId) => boolean,
): void {
  for (const kept of state.kept) {
    kept.trunkLists = kept.trunkLists.filter((each) => isReached(each.trunk, kept.organization));
  }
}
