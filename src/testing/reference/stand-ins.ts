/** Who acts for somebody suspended (FLOW-19), or away for a time (FLOW-14). */
import { colleague, inService, isSuspended } from "./people.ts";
import { isPair } from "./settings.ts";
import type { Employment, World } from "./state.ts";
import type { Instance, Pair, StandIn } from "./state-areas.ts";

/** Whether somebody may hold a task, were they not suspended. */
type Fitness = (identity: Pair) => boolean;

/** The instance of which a task is given. */
export interface Giving {
  readonly instance: Instance;
  /** Who else gets one by the same input. */
  readonly getting?: readonly Pair[];
}

/** Whether a period is over. */
export function isOver({ until }: Pick<StandIn, "until">, at: number): boolean {
  return at >= until;
}

/** Who stands in for somebody at the time, as far as a period says. */
function ofTheTime({ state, at }: About, own: Employment, { app }: Instance): Employment | null {
  const period = state.standIns.find(
    (each) =>
      isPair(each, own) &&
      at >= each.from &&
      !isOver(each, at) &&
      (each.apps === null || each.apps.includes(app)),
  );
  return period === undefined ? null : colleague(state, own, period.standIn);
}

/** Whether somebody has a task of the instance, or gets one by the same input. */
function isOnStep({ instance, getting = [] }: Giving, someone: Pair): boolean {
  return (
    getting.some((each) => isPair(each, someone)) ||
    instance.tasks.some(
      ({ holder, status }) =>
        (status === "open" || status === "held") && holder !== null && isPair(holder, someone),
    )
  );
}

type About = Pick<World, "state" | "at">;

/**
 * Who gets what somebody would get who may hold it: they themselves, whoever stands in for them, or nobody. Whom a
 * suspension names goes first; whoever is away for a time gets what no stand-in may hold. Without an instance
 * nobody stands in for a time.
 */
export function whoActsFor(
  world: About,
  identity: Pair,
  mayHold: Fitness,
  giving: Giving | null = null,
): Pair | null {
  const { state } = world;
  if (!mayHold(identity)) return null;
  const { organization, person } = identity;
  const own = inService(state, organization, person);
  const isAway = isSuspended(state, identity);
  const isAble = (one: Employment | null) =>
    one !== null && !isSuspended(state, one) && mayHold(one) ? one : null;
  const named = own === undefined || !isAway ? null : colleague(state, own, own.standIn);
  const timed =
    own === undefined || giving === null ? null : ofTheTime(world, own, giving.instance);
  const isFree = timed !== null && giving !== null && !isOnStep(giving, timed);
  const standIn = isAble(named) ?? isAble(isFree ? timed : null);
  if (standIn !== null) return { organization, person: standIn.person };
  return isAway ? null : identity;
}

/** For whom somebody gets what was meant for another, if not for themselves. */
export function behalfOf(to: Pair, meant: Pair | null): Pair | null {
  if (meant === null || isPair(to, meant)) return null;
  return { organization: meant.organization, person: meant.person };
}
