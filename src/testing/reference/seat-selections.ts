/** Whom a Trunk has chosen to be granted seats automatically as they come (SEAT-03). */
import type { OrganizationId } from "../../core/ids.ts";
import { hasDepartment } from "./departments.ts";
import { passesThrough } from "./distribution-lists.ts";
import { below, reachedBy, reaches } from "./hierarchy.ts";
import { inBook } from "./hierarchy-people.ts";
import { isBelow, poolFor } from "./pools.ts";
import type { State } from "./state.ts";
import type { Account, Pair } from "./state-areas.ts";
import type { HierarchyLink, SeatSelection } from "./state-hierarchy.ts";
import { hierarchyUnit } from "./vocabulary-distribution.ts";

/** Whether somebody of an organization that is reached has been chosen. */
function isChosen(state: State, selection: SeatSelection, someone: Pair): boolean {
  const { trunk, organization, whole, alone } = selection;
  if (someone.organization === organization) {
    const departments = selection.departments.filter((each) =>
      hasDepartment(state, organization, each),
    );
    return whole || isBelow(state, someone, departments);
  }
  return (
    whole &&
    !alone &&
    reaches(state, trunk, organization) &&
    passesThrough(state, organization, someone.organization)
  );
}

/** Organizations in the order of Links down their lines, an upper one before those below it. */
function inOrderOfLines(state: State, trunk: OrganizationId): OrganizationId[] {
  const place = (link: HierarchyLink) => state.hierarchyLinks.indexOf(link);
  return reachedBy(state, trunk)
    .map(({ organization, line }) => ({ organization, places: line.map(place) }))
    .sort(({ places: one }, { places: other }) => {
      const differs = one.findIndex((each, index) => each !== other[index]);
      return differs < 0 ? -1 : (one[differs] ?? -1) - (other[differs] ?? -1);
    })
    .map(({ organization }) => organization);
}

/** Who would get a seat automatically: present for a Trunk, and chosen by it. */
export function automaticSeats(state: State): Account[] {
  const trunks = [...new Set(state.seatSelections.map(({ trunk }) => trunk))];
  return trunks.flatMap((trunk) => {
    const own = state.seatSelections.filter((each) => each.trunk === trunk);
    return inOrderOfLines(state, trunk)
      .flatMap((organization) => inBook(state, trunk, organization))
      .filter((each) => own.some((selection) => isChosen(state, selection, each)))
      .map(({ organization, person, number }) => ({
        host: trunk,
        unit: hierarchyUnit(trunk),
        ...{ organization, person, number },
      }));
  });
}

/** Of an organization that no chain joins to the Trunk any more nothing is chosen (UNLINK-03). */
export function forgetSeatSelections(state: State): void {
  state.seatSelections = state.seatSelections.filter(({ trunk, organization }) =>
    below(state, trunk).includes(organization),
  );
}

/** What a Trunk has chosen of one organization; choosing nothing ends it. */
export function chooseSeats(state: State, chosen: SeatSelection): void {
  const { trunk, organization, whole, departments } = chosen;
  const others = state.seatSelections.filter(
    (each) => each.trunk !== trunk || each.organization !== organization,
  );
  const isNothing = !whole && departments.length === 0;
  if (!isNothing || others.length < state.seatSelections.length) poolFor(state, trunk);
  state.seatSelections = isNothing ? others : [...others, chosen];
}
