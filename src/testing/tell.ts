/** A World that is told an input, and what becomes of it. */
import type { Notice } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal, RefusalCode } from "../core/refusal.ts";
import type { Input } from "../engine/types.ts";
import { apply, type World, type WorldOutcome } from "../engine/world.ts";
import { inputText } from "./inputs.ts";

/** What became of an input. */
export interface Told {
  /** The refusal's code, or `null`. */
  readonly code: RefusalCode | null;
  readonly refusal: Refusal | null;
  /** Type and data of the events, ids as plain strings; none if it was refused. */
  readonly events: readonly { readonly type: string; readonly data: Record<string, unknown> }[];
  /** None if it was refused. */
  readonly notices: readonly Notice[];
  /** What was passed over, kind, id and reason in one text each; none if it was refused. */
  readonly passedOver: readonly string[];
  readonly outcome: WorldOutcome;
  /** The World after it. */
  readonly world: World;
}

/** Tells a World an input. */
export function tell(before: World, input: Input, policy: Policy): Told {
  const { world, outcome } = apply(before, input as never, policy);
  if (outcome.kind === "refused") {
    const { refusal } = outcome as { readonly refusal: Refusal };
    const { code } = refusal;
    return { code, refusal, events: [], notices: [], passedOver: [], outcome, world };
  }
  const { events, notices } = outcome;
  const plain = events as unknown as Told["events"];
  const first = outcome.passedOver?.first ?? [];
  const passedOver = first.map(({ kind, id, reason }) => `${kind} ${id}: ${reason}`);
  return { code: null, refusal: null, events: plain, notices, passedOver, outcome, world };
}

/** Applies inputs one after the other; throws an error if one is refused. */
export function applyAll(world: World, inputs: readonly Input[], policy: Policy): World {
  return inputs.reduce((before, input) => {
    const { refusal, world: after } = tell(before, input, policy);
    if (refusal === null) return after;
    const { code, data } = refusal;
    throw new Error(`refused with ${code} ${JSON.stringify(data)}: ${inputText(input)}`);
  }, world);
}
