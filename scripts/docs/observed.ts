/**
 * What follows from what, found by deciding on generated inputs: which events and notices each type of
 * input brings about, which events each event brings about, and which records each changes.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { begin } from "../../src/core/transaction.ts";
import { evolvers } from "../../src/engine/evolvers.ts";
import { GUIDANCE } from "../../src/engine/guidance.ts";
import { copyRecord } from "../../src/engine/records.ts";
import { evolveOne } from "../../src/engine/world.ts";
import {
  apply,
  type Event,
  emptyWorld,
  type Input,
  type Policy,
  replay,
  type World,
} from "../../src/index.ts";
import { choicesOf, scriptOf } from "../../src/testing/arbitraries/scripts.ts";
import { stamped } from "../../src/testing/inputs.ts";
import { scriptSeed } from "../../src/testing/soak.ts";
import { book, COUNTY_POLICY, county } from "../../test/support/county.ts";
import { root } from "../lib/evidence.ts";

const RELATIONS = ["events", "notices", "causes", "records"] as const;
type Relation = (typeof RELATIONS)[number];

/** Pairs by relation: input and event, input and notice, event and event, event and kind of record. */
export type Observed = { readonly [Name in Relation]: { readonly [from: string]: string[] } };

/** Where what was observed is kept, so that pages need not be made by observing anew. */
export const OBSERVED_FILE = join(root, "scripts/docs/observed.json");

/** What was observed last. */
export const observed = (): Observed => JSON.parse(readFileSync(OBSERVED_FILE, "utf8"));

type Pairs = { readonly [Name in Relation]: Map<string, Set<string>> };

function add(pairs: Map<string, Set<string>>, from: string, to: string): void {
  const known = pairs.get(from);
  if (known === undefined) pairs.set(from, new Set([to]));
  else known.add(to);
}

/** The records that events change, one event at a time. */
function noteRecords(pairs: Pairs, before: World, events: readonly Event[]): void {
  let world = before;
  for (const event of events) {
    const tx = begin(world.table, true, evolvers, event.input, event.at, copyRecord, GUIDANCE);
    evolveOne(tx as never, event);
    for (const { kind, changed } of tx.cells) if (changed) add(pairs.records, event.type, kind);
    world = replay([event], world);
  }
}

function noteScript(pairs: Pairs, inputs: readonly Input[], policy: Policy): void {
  let world: World = emptyWorld;
  for (const input of inputs) {
    const { outcome, world: after } = apply(world, input as never, policy);
    if (outcome.kind === "accepted") {
      const events: readonly Event[] = outcome.events;
      for (const { type, cause } of events) {
        add(pairs.events, input.type, type);
        const by = cause === null ? undefined : events[cause];
        if (by !== undefined) add(pairs.causes, by.type, type);
      }
      for (const { kind } of outcome.notices) add(pairs.notices, input.type, kind);
      if (events.length < FEW_EVENTS) noteRecords(pairs, world, events);
    }
    world = after;
  }
}

/** A check looks at the first of the inputs that an observation looks at. */
export const SEED = 7;
const SCRIPT_LENGTH = 150;
/** Records are looked at in short outcomes: long ones bring the same events, only more often. */
const FEW_EVENTS = 12;

const byName = ([left]: [string, unknown], [right]: [string, unknown]): number =>
  left < right ? -1 : 1;

/** Decides on a county's story, on an industry book, and on so many generated inputs, the same ones for the same seed. */
export function observe(seed: number, inputs: number): Observed {
  const pairs: Pairs = {
    events: new Map(),
    notices: new Map(),
    causes: new Map(),
    records: new Map(),
  };
  noteScript(pairs, stamped(county()), COUNTY_POLICY);
  noteScript(pairs, stamped(book()), COUNTY_POLICY);
  for (let index = 0, done = 0; done < inputs; index += 1) {
    const drawn = scriptSeed(seed, index);
    const script = scriptOf(drawn, choicesOf(drawn, SCRIPT_LENGTH));
    noteScript(pairs, script.inputs, script.policy);
    done += script.inputs.length;
  }
  const sorted = RELATIONS.map((name) => [
    name,
    Object.fromEntries(
      [...pairs[name]]
        .map(([from, to]) => [from, [...to].sort()] as [string, string[]])
        .sort(byName),
    ),
  ]);
  return Object.fromEntries(sorted) as Observed;
}

/** Pairs that one observation has and another lacks, in words. */
export function missingIn(known: Observed, found: Observed): string[] {
  return RELATIONS.flatMap((name) =>
    Object.entries(found[name]).flatMap(([from, to]) =>
      to.filter((each) => !known[name][from]?.includes(each)).map((each) => `${from} → ${each}`),
    ),
  );
}
