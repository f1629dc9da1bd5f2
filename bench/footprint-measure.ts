/** What one case reads and writes, over slices loaded from the World as a host would load them. */
import { ROUNDS_MAX } from "../src/core/guess.ts";
import { tableGet } from "../src/core/table.ts";
import {
  ask,
  decide,
  emptySlice,
  loadSlice,
  type Policy,
  type RecordKey,
  type Slice,
  type StoredRecord,
  type World,
} from "../src/index.ts";
import type { Case, Counts, Formula } from "./footprint-case.ts";

/** A case that takes so many rounds is not followed any further. */
const ROUNDS_GIVEN_UP = 16;
/** The most rounds of what happens all day. */
const ROUNDS_ORDINARY = 5;
/** What is loaded although it is not read: so much, and as much again as is read. */
const LOADED_BASE = 16;

/** Inputs that happen all day: a hire, a move, a resignation, an approval, a transfer, a form, a grant. */
const ORDINARY: readonly string[] = [
  "person.hired",
  "person.relocated",
  "person.resigned",
  "application.approve",
  "task.approve",
  "task.transfer",
  "form.submit",
  "license.grant",
];
/** The whole tree is loaded to compare a list with, and one department of it read on. */
const LOADS_MORE = "directory.reconciled, all departments, one new";

/** What is wrong with what a case loads. */
function loadingProblems(
  { type, name, kind }: { readonly type: string; readonly name: string; readonly kind: string },
  {
    rounds,
    loaded,
    reads,
    named,
  }: Readonly<Record<"rounds" | "loaded" | "reads" | "named", number>>,
): string[] {
  const most = ORDINARY.includes(type) ? ROUNDS_ORDINARY : ROUNDS_MAX;
  const refused = kind === kind.toUpperCase();
  const bound = refused ? LOADED_BASE + named : LOADED_BASE + 2 * reads;
  return [
    ...(rounds > most ? [`${rounds} rounds of loading, at most ${most}`] : []),
    ...(loaded > bound && `${type}, ${name}` !== LOADS_MORE
      ? [`${loaded} keys loaded, at most ${bound}`]
      : []),
  ];
}

/** The largest record, as JSON in UTF-8. */
export const RECORD_MAX = 64 * 1_024;

/** What was found. */
export interface Found {
  readonly type: string;
  readonly name: string;
  readonly outcome: string;
  readonly rounds: number;
  /** Keys loaded, read and written. */
  readonly loaded: number;
  readonly reads: number;
  readonly writes: number;
  readonly bytesRead: number;
  readonly bytesWritten: number;
  /** The largest record read or written. */
  readonly largest: number;
  readonly formula: string;
  readonly bound: number;
  readonly problems: readonly string[];
}

/** A record's size as JSON in UTF-8. */
export const bytesOf = (record: unknown): number =>
  record === null || record === undefined ? 0 : Buffer.byteLength(JSON.stringify(record));

/** The names of what is counted, as the page prints them. */
const NAMES: { readonly [Name in keyof Required<Counts>]: string } = {
  space: "Space",
  person: "person moved",
  looked: "person looked at",
  department: "department moved",
  page: "page",
  member: "Member",
  bucket: "bucket",
  organization: "organization above or below",
  named: "thing named",
};

const entriesOf = (counts: Counts): [keyof Counts, number][] =>
  Object.entries(counts).filter(([name]) => name !== "base") as [keyof Counts, number][];

/** A formula in words. */
function written(formula: Formula): string {
  const terms = entriesOf(formula).map(([name, factor]) => `${factor} per ${NAMES[name]}`);
  return [String(formula.base), ...terms].join(" + ");
}

function boundOf(formula: Formula, counts: Counts): number {
  return entriesOf(formula).reduce(
    (sum, [name, factor]) => sum + factor * (counts[name] ?? 0),
    formula.base,
  );
}

const MOVES = /^(roster|waiting)\.|^person\.(hired|resigned|relocated)$/;

interface Ended {
  readonly kind: string;
  readonly reads: readonly RecordKey[];
  readonly writes: readonly (readonly [RecordKey, unknown])[];
  readonly moved: number;
  readonly loads: readonly number[];
}

function settled({ input, query }: Case, world: World, policy: Policy): Ended {
  let slice: Slice = emptySlice;
  const loads: number[] = [];
  for (let round = 0; round <= ROUNDS_GIVEN_UP; round += 1) {
    const outcome =
      input !== undefined
        ? decide(slice, input, policy)
        : query !== undefined
          ? ask(slice, query, policy)
          : undefined;
    if (outcome === undefined) throw new Error("neither an input nor a question");
    if (outcome.kind === "incomplete") {
      loads.push(outcome.needs.length);
      slice = loadSlice(
        slice,
        outcome.needs.map((key) => [
          key,
          (tableGet(world.table, ...key) ?? null) as StoredRecord | null,
        ]),
      );
      continue;
    }
    const { kind, reads } = outcome;
    if (kind !== "accepted") {
      const how = kind === "refused" ? outcome.refusal.code : kind;
      return { kind: how, reads, writes: [], moved: 0, loads };
    }
    const moved = outcome.events.filter(({ type }) => MOVES.test(type)).length;
    const how = outcome.events.length === 0 ? "accepted, nothing to do" : kind;
    return { kind: how, reads, writes: outcome.writes, moved, loads };
  }
  return { kind: "not settled", reads: [], writes: [], moved: 0, loads };
}

/** Measures one case. */
export function measureCase(each: Case, full: World, policy: Policy): Found {
  const world = each.world ?? full;
  const type = each.input?.type ?? each.query?.type ?? "";
  const { kind, reads, writes, moved, loads } = settled(each, world, { ...policy, ...each.policy });
  const read = reads.map((key) => bytesOf(tableGet(world.table, ...key)));
  const wrote = writes.map(([, record]) => bytesOf(record));
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const largest = [...read, ...wrote].reduce((most, bytes) => Math.max(most, bytes), 0);
  const bound = Math.floor(boundOf(each.formula, { person: moved, ...each.counts }));
  const problems: string[] = [];
  const { named = 0 } = each.counts ?? {};
  const figures = { rounds: loads.length, loaded: sum(loads), reads: reads.length, named };
  problems.push(...loadingProblems({ type, name: each.name, kind }, figures));
  if (largest > RECORD_MAX) problems.push(`a record of ${largest} bytes`);
  if (reads.length > bound) problems.push(`${reads.length} keys read, at most ${bound}`);
  if (writes.length > reads.length) problems.push("writes beyond what was read");
  return {
    type,
    name: each.name,
    outcome: kind,
    rounds: loads.length,
    loaded: sum(loads),
    reads: reads.length,
    writes: writes.length,
    bytesRead: sum(read),
    bytesWritten: sum(wrote),
    largest,
    formula: written(each.formula),
    bound,
    problems,
  };
}
