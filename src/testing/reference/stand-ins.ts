/** Who acts for somebody suspended (FLOW-19). */
import { colleague, inService, isSuspended } from "./people.ts";
import type { State } from "./state.ts";
import type { Pair } from "./state-areas.ts";

/** Whether somebody may hold a task, were they not suspended. */
type Fitness = (identity: Pair) => boolean;

/**
 * Who gets what somebody would get who may hold it: they themselves, their stand-in while they are
 * suspended, or nobody.
 */
export function whoActsFor(state: State, identity: Pair, mayHold: Fitness): Pair | null {
  if (!mayHold(identity)) return null;
  if (!isSuspended(state, identity)) return identity;
  const { organization, person } = identity;
  const own = inService(state, organization, person);
  const standIn = own === undefined ? null : colleague(state, own, own.standIn);
  const isAble = standIn !== null && !isSuspended(state, standIn) && mayHold(standIn);
  return isAble ? { organization, person: standIn.person } : null;
}
