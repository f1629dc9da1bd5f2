/** Who takes over when somebody leaves. */
import type { PersonId } from "../../core/ids.ts";
import { organizationAdmin } from "./authority.ts";
import { colleague, inService, latest } from "./people.ts";
import { whichApplyTo } from "./rank.ts";
import { whoActsFor } from "./stand-ins.ts";
import type { Employment, Handlers, State } from "./state.ts";

/** The successor registered for an employment, if in service under the employment that was meant. */
export function registeredSuccessor(state: State, employment: Employment): PersonId | null {
  return colleague(state, employment, employment.successor)?.person ?? null;
}

/** The command that registers a successor (HAND-02, HAND-03). */
export const successionCommands: Handlers<"successor.set"> = {
  "successor.set": {
    codes: (world, { by, data: { organization, person, successor } }) => {
      const isServing = (each: PersonId) =>
        inService(world.state, organization, each) !== undefined;
      const named = (each: PersonId) =>
        whoActsFor(world, { organization, person: each }, (one) => isServing(one.person));
      const isOther = (each: PersonId) => named(each) !== null && named(each)?.person !== person;
      const eligible = successor === null || (successor !== person && isOther(successor));
      return whichApplyTo(organizationAdmin(world, by, organization), [
        ["UNKNOWN_PERSON", !isServing(person)],
        ["SUCCESSOR_NOT_ELIGIBLE", !eligible],
      ]);
    },
    effect: ({ state }, { data: { organization, person, successor } }) => {
      const employment = latest(state, organization, person);
      if (employment === undefined) return;
      const theirs = successor === null ? undefined : latest(state, organization, successor);
      employment.successor =
        theirs === undefined ? null : { person: theirs.person, number: theirs.number };
    },
  },
};
