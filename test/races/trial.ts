/** One trial: what was sent and answered, and whether the database holds what it must. */
import { canonicalJson } from "../../src/host/fingerprint.ts";
import type { Settled } from "../../src/host/index.ts";
import {
  decide,
  type Event,
  type Input,
  keyText,
  type Policy,
  replay,
  type StoredRecord,
  sliceEntries,
  type World,
} from "../../src/index.ts";
import { type Client, type Field, SEED_VERSION } from "./field.ts";

/** What one client was told about one input. */
export interface Answer {
  readonly input: Input;
  readonly policy: Policy;
  readonly result: Settled;
}

/** The means of a scenario. */
export interface Trial {
  readonly clients: readonly Client[];
  /** Sends an input from one client, again while that is busy; `null` under another policy. */
  readonly send: (client: number, input: Input) => Promise<Settled | null>;
  /** Sends inputs from one client in one commit that leaves the refused ones out. */
  readonly sendAll: (client: number, inputs: readonly Input[]) => Promise<void>;
}

/** What a trial left behind. */
export interface Remains {
  readonly answers: readonly Answer[];
  /** Settled inputs in the order of their commits, with the answer that the database keeps. */
  readonly settled: readonly Kept[];
  /** Records that differ from the seed; `null` when they are gone. */
  readonly changed: ReadonlyMap<string, StoredRecord | null>;
}

/** An outcome as the database keeps it. */
interface Kept {
  readonly input: string;
  readonly stamp: number;
  readonly lane: number;
  readonly refusal: unknown;
  readonly events: readonly Event[];
}

/** What is wrong after a trial: rules or serial order broken, acknowledged inputs or events lost. */
export interface Faults {
  readonly broken: string[];
  readonly lost: string[];
}

/** Sends for a trial, noting every answer. */
export function openTrial(clients: readonly Client[], answers: Answer[]): Trial {
  return {
    clients,
    send: async (client, input) => {
      const { host, policy } = clients[client] as Client;
      for (;;) {
        const result = await host.submit(input);
        if (result.kind === "busy") continue;
        if (result.kind !== "accepted" && result.kind !== "refused") return null;
        answers.push({ input, policy, result });
        return result;
      }
    },
    sendAll: async (client, inputs) => {
      const { host, policy } = clients[client] as Client;
      for (;;) {
        const batch = await host.submitAll(inputs, { onRefusal: "skip" });
        if (batch.kind === "busy") continue;
        if (batch.kind !== "settled") throw new Error(`unexpected ${batch.kind}`);
        for (const [index, result] of batch.results.entries()) {
          answers.push({ input: inputs[index] as Input, policy, result });
        }
        return;
      }
    },
  };
}

/** Inputs that were decided, in the order in which they were answered: a batch keeps its own. */
function decided(answers: readonly Answer[]): Map<string, Answer & { readonly order: number }> {
  const sent = new Map<string, Answer & { order: number }>();
  for (const [order, answer] of answers.entries()) {
    const { input, result } = answer;
    if (result.kind === "refused" && result.refusal.code === "INPUT_ID_REUSED") continue;
    if (!sent.has(input.id)) sent.set(input.id, { ...answer, order });
  }
  return sent;
}

async function readKept(field: Field, answers: readonly Answer[]): Promise<Kept[]> {
  const { rows } = await field.admin.query(
    `select o.input, o.stamp, o.lane, o.refusal::text as refusal, o.events::text as events
     from ${field.schema}.settlements o`,
    [],
  );
  const kept = rows.map((row) => ({
    input: row["input"] as string,
    stamp: Number(row["stamp"]),
    lane: Number(row["lane"]),
    refusal: row["refusal"] === null ? null : JSON.parse(row["refusal"] as string),
    events: row["events"] === null ? [] : JSON.parse(row["events"] as string),
  }));
  const sent = decided(answers);
  const order = ({ input }: Kept): number => sent.get(input)?.order ?? 0;
  return kept.sort((a, b) => a.stamp - b.stamp || a.lane - b.lane || order(a) - order(b));
}

/** Reads what a trial left behind. */
export async function readRemains(field: Field, answers: readonly Answer[]): Promise<Remains> {
  const { rows } = await field.admin.query(
    `select r.key, r.body::text as body from ${field.schema}.records r
     where r.version > 0 and r.version <> ${SEED_VERSION}`,
    [],
  );
  const changed = new Map(
    rows.map((row) => {
      const body = row["body"] as string | null;
      return [row["key"] as string, body === null ? null : (JSON.parse(body) as StoredRecord)];
    }),
  );
  return { answers, settled: await readKept(field, answers), changed };
}

/** Every answer must be kept, with the events that it gave. */
function lostIn(remains: Remains, lost: string[]): void {
  const kept = new Map(remains.settled.map((each) => [each.input, each]));
  for (const { input, result } of remains.answers) {
    if (result.kind === "refused" && result.refusal.code === "INPUT_ID_REUSED") continue;
    const found = kept.get(input.id);
    if (found === undefined) lost.push(`${input.type} ${input.id} is not kept`);
    else if ((found.refusal === null) !== (result.kind === "accepted")) {
      lost.push(`${input.type} ${input.id} is kept otherwise than answered`);
    } else if (result.kind === "accepted") {
      if (canonicalJson(found.events) !== canonicalJson(result.events)) {
        lost.push(`${input.type} ${input.id} has other events than answered`);
      }
    }
  }
}

/**
 * A follower sees each event once. Where its order is not that of the stamps (of commits that have
 * nothing to do with each other either may come first) it must lead to the same records.
 */
function lostOnTheWay(remains: Remains, seed: World, tail: readonly Event[], lost: string[]): void {
  const texts = (events: readonly Event[]): string[] => events.map(canonicalJson);
  const [followed, kept] = [texts(tail), texts(remains.settled.flatMap(({ events }) => events))];
  if (followed.join() === kept.join()) return;
  if (followed.sort().join() !== kept.sort().join()) {
    lost.push(`a follower got ${followed.length} events of ${kept.length}`);
    return;
  }
  const after = new Map(
    sliceEntries(replay(tail, seed)).map(([key, record]) => [keyText(key), record]),
  );
  for (const [key, record] of remains.changed) {
    if (canonicalJson(record) === canonicalJson(after.get(key) ?? null)) continue;
    lost.push(`a follower comes to another ${key}`);
  }
}

/**
 * The proof that the commits could have run one after another: run so over the seed, in the order of
 * their stamps, the engine alone must give the same outcomes and leave the same records.
 */
function brokenIn(remains: Remains, seed: World, broken: string[]): void {
  const sent = decided(remains.answers);
  const expected = new Map<string, StoredRecord | null>();
  let world: World = seed;
  for (const { input: id, refusal, events } of remains.settled) {
    const found = sent.get(id);
    if (found === undefined) continue;
    const decision = decide(world, found.input, found.policy);
    if (decision.kind === "incomplete") throw new Error("a World is complete");
    const serial = decision.kind === "accepted" ? [null, decision.events] : [decision.refusal, []];
    if (canonicalJson(serial) !== canonicalJson([refusal, events])) {
      broken.push(`${found.input.type} ${id} would have come to something else by itself`);
    }
    if (decision.kind !== "accepted") continue;
    world = decision.slice as World;
    for (const [key, record] of decision.writes) expected.set(keyText(key), record);
  }
  for (const key of new Set([...expected.keys(), ...remains.changed.keys()])) {
    const there = remains.changed.get(key) ?? null;
    if (canonicalJson(there) !== canonicalJson(expected.get(key) ?? null)) {
      broken.push(`${key} is not as the same commits one by one leave it`);
    }
  }
}

/** What is wrong after a trial. */
export function faultsOf(
  remains: Remains,
  seed: World,
  tail: readonly Event[],
  rule: (remains: Remains) => string | null,
): Faults {
  const faults: Faults = { broken: [], lost: [] };
  lostIn(remains, faults.lost);
  lostOnTheWay(remains, seed, tail, faults.lost);
  brokenIn(remains, seed, faults.broken);
  const found = rule(remains);
  if (found !== null) faults.broken.push(found);
  return faults;
}
