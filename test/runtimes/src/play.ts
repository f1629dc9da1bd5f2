/**
 * Plays a script and tells everything that the library says to it. A script is lines of JSON:
 * `{ policy }` begins a new World under it, `{ input }` is decided on, `{ query }` is answered. All of
 * it is read as a service reads a request: as text, and by `interorg/schema`.
 */

import canonicalize from "canonicalize";
import {
  apply,
  ask,
  decide,
  defaultPolicy,
  type Event,
  emptyWorld,
  evolve,
  type Policy,
  policyFingerprint,
  replay,
  restore,
  snapshot,
  type World,
} from "interorg";
import {
  COMMAND_TYPES,
  explain,
  explainNotice,
  FACT_TYPES,
  REFUSALS,
  RULES,
} from "interorg/catalogue";
import {
  jsonSchemas,
  parseEvent,
  parseInput,
  parsePolicy,
  parseQuery,
  parseSnapshot,
} from "interorg/schema";
import { Store } from "./store.ts";

type Refusal = Parameters<typeof explain>[0];
type Notice = Parameters<typeof explainNotice>[0];

/** Problems with the text, or what the library said once it had loaded what it needed. */
export type Answered =
  | { readonly ok: false; readonly problems: readonly unknown[] }
  | {
      readonly type: string;
      readonly said:
        | {
            readonly kind: "accepted";
            readonly events: readonly Event[];
            readonly notices: readonly Notice[];
          }
        | { readonly kind: "answer"; readonly value: unknown }
        | { readonly kind: "refused"; readonly refusal: Refusal };
      readonly words: unknown;
    };

interface Reply {
  readonly said: Answered;
  /** The same on every runtime, but not in every version: how records are loaded, for one. */
  readonly beside?: unknown;
}

/** What was said to one line of the script. */
export type Step = { readonly line: number } & (
  | (Reply & { readonly kind: "input" | "query" })
  | {
      readonly kind: "library" | "policy" | "end";
      readonly said: unknown;
      readonly beside?: unknown;
    }
);

const inWords = (refusal: Refusal) => [explain(refusal, "en"), explain(refusal, "zh")];
const toldOf = (notice: Notice) => [explainNotice(notice, "en"), explainNotice(notice, "zh")];

/** A value as it comes back from storage or over the wire. */
const resent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** One World, its records in a store beside it, and all that has happened in it. */
class Play {
  readonly #policy: Policy;
  readonly #store = new Store();
  readonly #events: Event[] = [];
  #world: World = emptyWorld;

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  /** Decides over what it loads as a host does, and over the whole World. */
  input(value: unknown): Reply {
    const parsed = parseInput(value);
    if (!parsed.ok) return { said: parsed };
    const { needs, said } = this.#store.load((slice) => decide(slice, parsed.value, this.#policy));
    const { world, outcome } = apply(this.#world, parsed.value, this.#policy);
    this.#world = world;
    const common = { type: parsed.value.type, inWorld: outcome };
    if (said.kind === "refused") {
      return { said: { ...common, said, words: inWords(said.refusal) }, beside: needs };
    }
    const { slice: _, ...accepted } = said;
    this.#store.write(said.writes);
    this.#events.push(...said.events);
    const words = said.notices.map(toldOf);
    return { said: { ...common, said: accepted, words }, beside: needs };
  }

  query(value: unknown): Reply {
    const parsed = parseQuery(value);
    if (!parsed.ok) return { said: parsed };
    const { needs, said } = this.#store.load((slice) => ask(slice, parsed.value, this.#policy));
    const words = said.kind === "refused" ? inWords(said.refusal) : null;
    return { said: { type: parsed.value.type, said, words }, beside: needs };
  }

  /** The World written out, and whether each way back to it leads there. */
  end(): unknown {
    const written = snapshot(this.#world);
    const text = canonicalize(written);
    const leadsBack = (world: World) => canonicalize(snapshot(world)) === text;
    const sent = parseSnapshot(resent(written));
    const events = this.#events.map((event) => parseEvent(resent(event)));
    const read = events.flatMap((event) => (event.ok ? [event.value] : []));
    const ways = {
      restored: sent.ok && leadsBack(restore(sent.value)),
      replayed: leadsBack(replay(read)),
      evolved: leadsBack(read.reduce(evolve, emptyWorld)),
    };
    if (Object.values(ways).includes(false))
      throw new Error(`a way that leads elsewhere: ${JSON.stringify(ways)}`);
    return { snapshot: written, ...ways };
  }
}

/** What the library holds that does not depend on any input. */
function library(): Step {
  const said = { policy: defaultPolicy, fingerprint: policyFingerprint(defaultPolicy) };
  const types = { commands: COMMAND_TYPES, facts: FACT_TYPES, refusals: REFUSALS };
  return { line: 0, kind: "library", said, beside: { ...types, rules: RULES, ...jsonSchemas() } };
}

function begun(value: unknown): { readonly play: Play; readonly said: unknown } {
  const parsed = parsePolicy(value);
  const policy = parsed.ok ? parsed.value : defaultPolicy;
  return { play: new Play(policy), said: { parsed, fingerprint: policyFingerprint(policy) } };
}

/** Plays a script, line by line. */
export function* played(script: string): Generator<Step> {
  yield library();
  let play = new Play(defaultPolicy);
  const lines = script.trimEnd().split("\n");
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const asked: Record<string, unknown> = JSON.parse(text);
    if ("policy" in asked) {
      if (index > 0) yield { line: index, kind: "end", said: play.end() };
      const next = begun(asked["policy"]);
      play = next.play;
      yield { line, kind: "policy", said: next.said };
    } else if ("input" in asked) {
      yield { line, kind: "input", ...play.input(asked["input"]) };
    } else {
      yield { line, kind: "query", ...play.query(asked["query"]) };
    }
  }
  yield { line: lines.length, kind: "end", said: play.end() };
}
