/** Which natural person an identity counts as (CAP-02, LIC-14, DIR-14, AMB-117). */
import type { PersonId } from "../../core/ids.ts";
import { isSame } from "./identities.ts";
import { isPair } from "./settings.ts";
import type { Employment, Identity, State } from "./state.ts";
import type { Pair } from "./state-areas.ts";

/** How many of those that somebody counted with are remembered. */
const REMEMBERED = 20;

/** Which of the natural persons an identity counts as. */
export function naturalOf({ employments }: State, identity: Identity): number | undefined {
  return employments.find((each) => isSame(each, identity))?.natural;
}

/** By which id the natural person goes that an identity is, or was when it was left. */
export function naturalName(state: State, identity: Identity): PersonId {
  const natural = naturalOf(state, identity);
  return (natural === undefined ? undefined : state.names[natural]) ?? identity.person;
}

/** Who is in service and counts as a natural person. */
const thoseOf = ({ employments }: State, natural: number): Employment[] =>
  employments.filter((each) => each.inService && each.natural === natural);

/** Which natural person in service goes by an id, or -1. */
function known(state: State, person: PersonId): number {
  return state.names.findIndex(
    (name, natural) => name === person && thoseOf(state, natural).length > 0,
  );
}

/** As whom somebody counts who comes with an id: as who goes by it, if there is anybody. */
function byId(state: State, person: PersonId): number {
  const found = known(state, person);
  return found < 0 ? state.names.push(person) - 1 : found;
}

/** As whom somebody counts who is hired or back: as those they counted with, as long as one is there still. */
export function comeToCount(
  state: State,
  { person }: Pick<Pair, "person">,
  along: readonly Pair[],
): number {
  const there = along.flatMap((each) =>
    state.employments.filter((one) => one.inService && isPair(one, each)),
  );
  return there[0]?.natural ?? byId(state, person);
}

/** Whoever is the only one of a natural person counts as their own id, and with whoever goes by that. */
function settle(state: State, natural: number): void {
  const [one, ...more] = thoseOf(state, natural);
  if (one === undefined || more.length > 0 || state.names[natural] === one.person) return;
  const other = known(state, one.person);
  // Alone they go by the new id, and whoever they were under the old one they still are.
  if (other < 0) state.names[natural] = one.person;
  else one.natural = other;
}

/** Whoever got another id counts as before, as long as there is somebody else of that natural person. */
export const countRenamed = (state: State, { natural }: Employment): void => settle(state, natural);

/** Somebody has left: with whom they counted is remembered. */
export function countWithout(state: State, employment: Employment): void {
  employment.along = thoseOf(state, employment.natural)
    .slice(0, REMEMBERED)
    .map(({ organization, person }) => ({ organization, person }));
  settle(state, employment.natural);
}
