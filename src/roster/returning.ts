/** Whoever is back is named by scopes again as they were: excluded always, selected unless others decided since. */
import { entryOf } from "../core/hashed.ts";
import type { OrganizationId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { effect, view } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { DirectoryEvents, KeptThing } from "../directory/model.ts";
import { givenBack } from "../directory/select/kept.ts";
import type { ScopeRule } from "../spaces/model.ts";
import { partIn } from "../spaces/select/container.ts";
import { ruledPeople } from "./select/keys.ts";
import type { Deciding, Part } from "./select/scope.ts";

/** RESIGN-07: the scope was not set as a whole since somebody selected in it left. */
const selectsStill = view(
  "RESIGN-07",
  ({ sets = 0 }: Part, since: number): boolean => sets === since,
);

/** RESIGN-07: what scopes said of somebody who is back, while the same Association lasts. */
export const nameAgain = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.reinstated">): void => {
    const { organization, person } = data;
    const again = (kept: KeptThing, rule: ScopeRule): void => {
      const [, space, order, trunk, , since] = kept;
      const of =
        space !== null ? { space } : trunk === null ? null : { trunk: trunk as OrganizationId };
      const part = of === null ? null : partIn(tx, of, organization);
      if (of === null || part === null || part.order !== order) return;
      if (rule === "in" && !selectsStill(part, since)) return;
      const where = ruledPeople(of, organization);
      // Whatever was said since stays.
      if (entryOf(tx, where, part.people, person) !== undefined) return;
      const { whole } = part;
      emit(tx, "scope.changed", {
        ...{ ...of, organization, whole, departments: [] },
        people: [[person, rule]],
        because: "reinstated",
      });
    };
    for (const kept of givenBack(tx, data, "selection", tx.at)) again(kept, "in");
    for (const kept of givenBack(tx, data, "exclusion", tx.at)) again(kept, "out");
    for (const kept of givenBack(tx, data, "link-selection", tx.at)) again(kept, "in");
    for (const kept of givenBack(tx, data, "link-exclusion", tx.at)) again(kept, "out");
  },
);
