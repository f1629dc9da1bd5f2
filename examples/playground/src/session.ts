/** What is being looked at: a policy and inputs in order, each decided on in the World before it. */
import {
  apply,
  defaultPolicy,
  emptyWorld,
  type Input,
  type Policy,
  type World,
  type WorldOutcome,
} from "interorg";

/** A script under a policy. */
export interface Session {
  /** The World it started from; `null` where it came from outside. */
  readonly world: string | null;
  readonly policy: Policy;
  readonly inputs: readonly Input[];
  /** How many inputs only set the scene. */
  readonly setup: number;
}

/** An input with what became of it. */
export interface Step {
  readonly input: Input;
  readonly outcome: WorldOutcome;
  readonly before: World;
  readonly after: World;
}

/** Decides on all inputs in turn. A refused one changes nothing, and the next is decided all the same. */
export function decideAll({ inputs, policy }: Pick<Session, "inputs" | "policy">): Step[] {
  let before = emptyWorld;
  return inputs.map((input) => {
    const { world: after, outcome } = apply(before, input, policy);
    const step: Step = { input, outcome, before, after };
    before = after;
    return step;
  });
}

/** The World after so many steps. */
export function worldAfter(steps: readonly Step[], count: number): World {
  return count === 0 ? emptyWorld : (steps[count - 1]?.after ?? emptyWorld);
}

/** A session with an input put in after so many others; what follows is decided anew. */
export function withInput(session: Session, input: Input, place: number): Session {
  const inputs = [...session.inputs.slice(0, place), input, ...session.inputs.slice(place)];
  return { ...session, inputs, setup: Math.min(session.setup, place) };
}

/** A session without one of its inputs. */
export function withoutInput(session: Session, index: number): Session {
  const inputs = session.inputs.filter((_, each) => each !== index);
  return { ...session, inputs, setup: session.setup > index ? session.setup - 1 : session.setup };
}

/** What of a policy is not as by default. */
export function policyChanges(policy: Policy): Partial<Policy> {
  const names = Object.keys(defaultPolicy) as (keyof Policy)[];
  const changed = names.filter(
    (name) => JSON.stringify(policy[name]) !== JSON.stringify(defaultPolicy[name]),
  );
  return Object.fromEntries(changed.map((name) => [name, policy[name]]));
}
