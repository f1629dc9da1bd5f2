/** Sends the story's inputs to the host and holds every outcome against what was expected. */
import type {
  Actor,
  Command,
  Event,
  EventType,
  Fact,
  Input,
  Notice,
  Policy,
  Queries,
  QueryOf,
  QueryType,
  Refusal,
  RefusalCode,
  Source,
} from "interorg";
import { explain } from "interorg/catalogue";
import type { Batch, Host } from "interorg/host";
import { MORNING } from "./cast.ts";
import * as ids from "./ids.ts";
import * as out from "./output.ts";

/** What an accepted input brought about. */
export interface Consequences {
  readonly events: readonly Event[];
  readonly notices: readonly Notice[];
}

export interface Totals {
  inputs: number;
  events: number;
  notices: number;
  refused: number;
  checks: number;
}

export interface Teller {
  readonly host: Host;
  /** Under which the story is told. */
  readonly policy: Policy;
  readonly totals: Totals;
  /** The head of a command, and of a fact, with an id and a time of its own. */
  readonly by: (actor: Actor) => Pick<Command, "id" | "at" | "by">;
  readonly from: (source: Source) => Pick<Fact, "id" | "at" | "from">;
  /** Sends what has to be accepted. */
  readonly accepted: (input: Input) => Promise<Consequences>;
  /** Sends what has to be refused with a code, and says why it was. */
  readonly refused: (input: Input, code: RefusalCode, who: string) => Promise<Refusal>;
  /** Sends many facts in one commit. */
  readonly batch: (inputs: readonly Input[]) => Promise<Extract<Batch, { kind: "settled" }>>;
  readonly ask: <Type extends QueryType>(query: QueryOf<Type>) => Promise<Queries[Type]["answer"]>;
  /** Something that has to be true. */
  readonly check: (what: string, actual: unknown, expected: unknown) => void;
}

/** Events of one type. */
export const eventsOf = <Type extends EventType>(
  events: readonly Event[],
  type: Type,
): Extract<Event, { type: Type }>[] =>
  events.filter((event): event is Extract<Event, { type: Type }> => event.type === type);

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 300);

export function createTeller(host: Host, policy: Policy, signal: AbortSignal): Teller {
  const totals: Totals = { inputs: 0, events: 0, notices: 0, refused: 0, checks: 0 };
  const check: Teller["check"] = (what, actual, expected) => {
    totals.checks += 1;
    if (JSON.stringify(actual) === JSON.stringify(expected)) return;
    throw new Error(`${what}: expected ${shown(expected)}, found ${shown(actual)}`);
  };
  const add = ({ events, notices }: Consequences): void => {
    totals.events += events.length;
    totals.notices += notices.length;
  };
  let ticks = 0;
  const tick = () => {
    ticks += 1;
    return { id: ids.input(`story-${ticks}`), at: MORNING + ticks * 1_000 };
  };
  const send = (input: Input) => {
    signal.throwIfAborted();
    totals.inputs += 1;
    return host.submit(input);
  };
  return {
    host,
    policy,
    totals,
    check,
    by: (actor) => ({ ...tick(), by: actor }),
    from: (source) => ({ ...tick(), from: source }),
    accepted: async (input) => {
      const outcome = await send(input);
      check(`${input.type} ${shown(input.data)}`, outcome.kind, "accepted");
      if (outcome.kind !== "accepted") throw new Error(shown(outcome));
      add(outcome);
      return outcome;
    },
    refused: async (input, code, who) => {
      const outcome = await send(input);
      if (outcome.kind !== "refused") throw new Error(`${input.type}: ${outcome.kind}`);
      check(`${input.type} is refused`, outcome.refusal.code, code);
      totals.refused += 1;
      out.refused(`${who}: ${code}`, explain(outcome.refusal, "en").text);
      return outcome.refusal;
    },
    batch: async (inputs) => {
      signal.throwIfAborted();
      const batch = await host.submitAll(inputs, { onRefusal: "skip" });
      if (batch.kind !== "settled") throw new Error(`a batch came to ${shown(batch)}`);
      totals.inputs += inputs.length;
      for (const result of batch.results) {
        if (result.kind === "accepted" && !result.repeated) add(result);
        if (result.kind === "refused") totals.refused += 1;
      }
      return batch;
    },
    ask: async (query) => {
      signal.throwIfAborted();
      const reply = await host.ask(query);
      if (reply.kind !== "answer") throw new Error(`${query.type}: ${shown(reply)}`);
      return reply.value;
    },
  };
}
