/**
 * One decision at work: what it has read, what it has changed, what has happened so far. Records are
 * read from a slice's table; the first change of a record makes a private copy, and every later one
 * edits that copy. Nothing of it is seen outside until the decision is done.
 */
import { attempt, type Guess, type Guidance, guessedEvent, guessedRead, note } from "./guess.ts";
import type { InputId } from "./ids.ts";
import { broken } from "./invariant.ts";
import type { Key } from "./keys.ts";
import type { Notice } from "./notice.ts";
import { EVENT_VERSION, type EventEnvelope } from "./outcome.ts";
import type { PassedOverEntry } from "./reasons.ts";
import { type Table, tableGet } from "./table.ts";

/** A record and the lists directly in it, made changeable; everything else is replaced whole. */
export type Draft<Type> = { -readonly [Name in keyof Type]: Loose<Type[Name]> };
type Loose<Value> = Value extends readonly (infer Item)[] ? Item[] : Value;

/** What is passed over, with whose it is while that is not said in the ids of the input. */
type PassedOf = PassedOverEntry & { readonly organization?: string };

/** A record as this decision sees it. */
export interface Cell {
  readonly kind: string;
  readonly owner: string;
  readonly own: string;
  now: object | null;
  changed: boolean;
}

/** The cells of one kind, by owner; the owner looked up last is at hand. */
interface KindIndex {
  readonly owners: Map<string, Map<string, Cell>>;
  owner: string | null;
  cells: Map<string, Cell>;
}

/** How an event of one type changes records. */
type Evolve = (tx: never, data: never, at: number) => void;
/** How events change records, by type. */
export type Evolvers = ReadonlyMap<string, Evolve>;

/** What a line that only looks may touch of a decision at work: records of known kinds. */
export interface Reading<Records = unknown> {
  readonly table: Table;
  /** Whether a key that is not in the table is absent, or not loaded. */
  readonly complete: boolean;
  readonly guidance: Guidance;
  /** The guess that this is, or `null`: what is missing ends a decision, but not a guess. */
  readonly guess: Guess | null;
  readonly cells: Cell[];
  index: Map<string, KindIndex> | null;
  needs: Key[];
  /** What has happened so far; nothing, where a question is asked. */
  readonly events: readonly EventEnvelope<string, unknown>[];
  /** Where the events of each change begin, if the input has several, in the order of arrival. */
  readonly arrivals: number[];
  /** The time of the input; of a question the one that it is about, or {@link TIMELESS}. */
  readonly at: number;
  /** By which ids the input names those who are renamed: by sort, organization and key (DIR-15). */
  readonly said: Map<string, string>;
  /** The type, carried along. */
  readonly records?: Records | undefined;
}

/** What a line that decides may touch: it also says what happens, as events of known types. */
export interface Deciding<Records = unknown, Events = unknown> extends Reading<Records> {
  readonly evolvers: Evolvers;
  readonly input: InputId;
  readonly at: number;
  readonly events: EventEnvelope<string, unknown>[];
  /** The first of these as they are told, once ids have changed: in those that there were then (DIR-14). */
  readonly told: EventEnvelope<string, unknown>[];
  readonly notices: Notice[];
  readonly passedOver: PassedOf[];
  /** How many of these are said in the ids of the input. */
  saidOver: number;
  /** The place of the event whose consequences are being worked out. */
  readonly cause: number | null;
  /** As of when that is which an earlier input said; `null` for what this one says. */
  readonly asOf: number | null;
  /** Whether facts that can be held are: they are noted, and wait for somebody's word. */
  readonly holds: boolean;
  /** The type, carried along. */
  readonly happenings?: Events | undefined;
}

/** What an evolve case may touch: it also changes records of its own kinds; others it reads. */
export interface Evolving<Own = unknown, Others = unknown> extends Reading<Own & Others> {
  readonly copy: Copier;
  /** The type, carried along. */
  readonly own?: Own | undefined;
}

/** A decision at work, whole: the engine's. */
export type Tx<Records = unknown, Events = unknown> = Deciding<Records, Events> & Evolving<Records>;

/** Unwinds a decision that met a key not loaded; never leaves `decide`, `ask` and `evolve`. */
export const MISSING: unique symbol = Symbol("missing");

/** Copies records of each kind just deep enough for an evolve case to change them. */
export type Copier = (record: object, kind: string) => object;

/** Starts a decision over a table. */
export function begin<Records, Events>(
  table: Table,
  complete: boolean,
  evolvers: Evolvers,
  input: InputId,
  at: number,
  copy: Copier,
  guidance: Guidance,
  guess: Guess | null = null,
): Tx<Records, Events> {
  return {
    table,
    complete,
    guidance,
    guess,
    evolvers,
    copy,
    input,
    at,
    cells: [],
    index: null,
    needs: [],
    events: [],
    arrivals: [],
    said: new Map(),
    told: [],
    notices: [],
    passedOver: [],
    saidOver: 0,
    cause: null,
    asOf: null,
    holds: false,
  };
}

/** Begins again, holding what can be held: what was done is undone, what was read stays read. */
export function beginHolding(tx: Tx): void {
  for (const cell of tx.cells) {
    if (!cell.changed) continue;
    const { kind, owner, own } = cell;
    const kept = tableGet(tx.table, kind, owner, own) as object | null | undefined;
    cell.now = kept === undefined && tx.guess !== null ? tx.guidance.blank(kind) : (kept ?? null);
    cell.changed = false;
  }
  for (const list of [tx.events, tx.told, tx.arrivals, tx.notices, tx.passedOver]) list.length = 0;
  Object.assign(tx, { cause: null, asOf: null, holds: true, saidOver: 0 });
}

/** The time of a question that is about none. */
const TIMELESS = -1;

/** Starts a question over a table: it has no id, and nothing happens. */
export function beginReading<Records>(
  table: Table,
  complete: boolean,
  guidance: Guidance = NO_GUIDANCE,
  guess: Guess | null = null,
  at = TIMELESS,
): Reading<Records> {
  return begin(table, complete, NO_EVOLVERS, "" as InputId, at, neverCopied, guidance, guess);
}

const NO_EVOLVERS: Evolvers = new Map();
/** Over a complete table nothing is missing, so nothing needs to be known of kinds. */
const NO_GUIDANCE: Guidance = { fits: () => true, blank: () => ({}), companions: () => [] };
const neverCopied: Copier = () => broken("a question changes nothing");

/** Up to so many records a list is faster than an index. */
const LIST_MAX = 48;

function cellsOf(index: Map<string, KindIndex>, kind: string, owner: string): Map<string, Cell> {
  let ofKind = index.get(kind);
  if (ofKind === undefined) {
    ofKind = { owners: new Map(), owner: null, cells: new Map() };
    index.set(kind, ofKind);
  }
  if (ofKind.owner === owner) return ofKind.cells;
  let cells = ofKind.owners.get(owner);
  if (cells === undefined) {
    cells = new Map();
    ofKind.owners.set(owner, cells);
  }
  ofKind.owner = owner;
  ofKind.cells = cells;
  return cells;
}

function known(tx: Reading, kind: string, owner: string, own: string): Cell | undefined {
  if (tx.index !== null) return cellsOf(tx.index, kind, owner).get(own);
  const cells = tx.cells;
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] as Cell;
    if (cell.kind === kind && cell.own === own && cell.owner === owner) return cell;
  }
  return undefined;
}

function cellOf(tx: Reading, kind: string, owner: string, own: string): Cell {
  if (tx.guess !== null) guessedRead(tx.guess);
  const seen = known(tx, kind, owner, own);
  if (seen !== undefined) return seen;
  if (tx.guess !== null)
    return addCell(tx, kind, owner, own, guessed(tx, tx.guess, kind, owner, own));
  const value = tableGet(tx.table, kind, owner, own) as object | null | undefined;
  if (value === undefined && !tx.complete) {
    if (!tx.guidance.fits(kind, owner, own)) broken(`no ${kind} record has such a key`);
    tx.needs.push([kind, owner, own]);
    throw MISSING;
  }
  return addCell(tx, kind, owner, own, value ?? null);
}

/** What a guess takes a record for; notes its key if it is missing, and what comes with it if not. */
function guessed(
  tx: Reading,
  guess: Guess,
  kind: string,
  owner: string,
  own: string,
): object | null {
  const { guidance } = tx;
  if (guidance.fits(kind, owner, own)) {
    const value = tableGet(tx.table, kind, owner, own) as object | null | undefined;
    if (value === null) return null;
    if (value !== undefined) {
      for (const key of guidance.companions(kind, owner, own, value)) cellOf(tx, ...key);
      return value;
    }
    note(guess, [kind, owner, own]);
  }
  return guidance.blank(kind);
}

function addCell(tx: Reading, kind: string, owner: string, own: string, now: object | null): Cell {
  const cell: Cell = { kind, owner, own, now, changed: false };
  tx.cells.push(cell);
  if (tx.index !== null) cellsOf(tx.index, kind, owner).set(own, cell);
  else if (tx.cells.length > LIST_MAX) index(tx);
  return cell;
}

function index(tx: Reading): void {
  const all = new Map<string, KindIndex>();
  for (const cell of tx.cells) cellsOf(all, cell.kind, cell.owner).set(cell.own, cell);
  tx.index = all;
}

/** The record under a key, or `null` if there is none. */
export function read<Records, Kind extends keyof Records & string>(
  tx: Reading<Records>,
  kind: Kind,
  owner: string,
  own = "",
): Records[Kind] | null {
  return cellOf(tx, kind, owner, own).now as Records[Kind] | null;
}

/** The record under a key as it was before this decision. */
export function readBefore<Records, Kind extends keyof Records & string>(
  tx: Reading<Records>,
  kind: Kind,
  owner: string,
  own = "",
): Records[Kind] | null {
  const { now } = cellOf(tx, kind, owner, own);
  if (tx.guess !== null && !tx.guidance.fits(kind, owner, own)) return now as Records[Kind] | null;
  return (tableGet(tx.table, kind, owner, own) ?? null) as Records[Kind] | null;
}

/** Looks at all records as they were before this decision; what is read is read by it. */
export function lookBefore<Records, Seen>(
  tx: Reading<Records>,
  look: (before: Reading<Records>) => Seen,
): Seen {
  const before: Reading<Records> = { ...tx, cells: [], index: null, events: [], arrivals: [] };
  const seen = look(before);
  for (const { kind, owner, own } of before.cells) cellOf(tx, kind, owner, own);
  return seen;
}

/** The record under a key that must be there. */
export function must<Records, Kind extends keyof Records & string>(
  tx: Reading<Records>,
  kind: Kind,
  owner: string,
  own = "",
): Records[Kind] & object {
  const record = cellOf(tx, kind, owner, own).now;
  if (record !== null) return record as Records[Kind] & object;
  if (tx.guess !== null) return tx.guidance.blank(kind) as Records[Kind] & object;
  return broken(`no ${kind} record where there must be one`);
}

function changing(tx: Evolving, cell: Cell): object | null {
  if (!cell.changed && cell.now !== null) {
    cell.now = tx.copy(cell.now, cell.kind);
    cell.changed = true;
  }
  return cell.now;
}

/** The record under a key, to be changed in place. */
export function edit<Own, Kind extends keyof Own & string>(
  tx: Evolving<Own>,
  kind: Kind,
  owner: string,
  own = "",
): Draft<Own[Kind]> {
  const cell = cellOf(tx, kind, owner, own);
  if (tx.guess !== null && cell.now === null) {
    cell.now = tx.guidance.blank(kind);
    cell.changed = false;
  }
  const record = changing(tx, cell);
  if (record === null) broken(`no ${kind} record to change`);
  return record as Draft<Own[Kind]>;
}

/** The record under a key, to be changed in place, or `null` if there is none. */
export function editAny<Own, Kind extends keyof Own & string>(
  tx: Evolving<Own>,
  kind: Kind,
  owner: string,
  own: string,
): Draft<Own[Kind]> | null {
  return changing(tx, cellOf(tx, kind, owner, own)) as Draft<Own[Kind]> | null;
}

/** Puts a record under a key, in place of what was there. */
export function put<Own, Kind extends keyof Own & string>(
  tx: Evolving<Own>,
  kind: Kind,
  owner: string,
  own: string,
  record: Own[Kind] & object,
): void {
  const cell = cellOf(tx, kind, owner, own);
  // Copied, because it may share lists with an event, which must not change afterwards.
  cell.now = tx.copy(record, kind);
  cell.changed = true;
}

/** Puts a record under a key that nobody else holds a part of. */
export function putFresh<Own, Kind extends keyof Own & string>(
  tx: Evolving<Own>,
  kind: Kind,
  owner: string,
  own: string,
  record: Own[Kind] & object,
): void {
  const cell = cellOf(tx, kind, owner, own);
  cell.now = record;
  cell.changed = true;
}

/** Takes the record under a key away. */
export function drop<Own, Kind extends keyof Own & string>(
  tx: Evolving<Own>,
  kind: Kind,
  owner: string,
  own = "",
): void {
  const cell = cellOf(tx, kind, owner, own);
  cell.now = null;
  cell.changed = true;
}

/** Does the same for each item; none depends on another, so a guess goes on after one that stumbles. */
export function independently<Item>(
  tx: Reading,
  items: Iterable<Item>,
  visit: (item: Item) => void,
): void {
  if (tx.guess === null) for (const item of items) visit(item);
  else for (const item of items) attempt(() => visit(item));
}

/** Does what an event of this decision brings about: whatever is emitted by it names that event. */
export function causedBy(tx: Deciding, seq: number | null, act: () => void): void {
  const changing = tx as { cause: number | null };
  const before = tx.cause;
  changing.cause = seq;
  act();
  changing.cause = before;
}

/** Does what an earlier input said: it is as of the time of that. */
export function asSaid(tx: Deciding, at: number, act: () => void): void {
  const changing = tx as { asOf: number | null };
  changing.asOf = at;
  act();
  changing.asOf = null;
}

/** As of when what is said now is, or an event. */
export const timeOf = ({
  asOf,
  at,
}: {
  readonly asOf?: number | null;
  readonly at: number;
}): number => asOf ?? at;

/** Says that something happened, and changes the records accordingly. */
export function emit<Events, Type extends keyof Events & string>(
  tx: Deciding<unknown, Events>,
  type: Type,
  data: Events[Type],
): void {
  tx.events.push({
    v: EVENT_VERSION,
    input: tx.input,
    seq: tx.events.length,
    at: tx.at,
    ...(tx.asOf === null ? {} : { asOf: tx.asOf }),
    cause: tx.cause,
    type,
    data,
  });
  const evolve = tx.evolvers.get(type) as (tx: Deciding, data: unknown, at: number) => void;
  if (tx.guess === null) {
    evolve(tx, data, timeOf(tx));
    return;
  }
  guessedEvent(tx.guess);
  attempt(() => evolve(tx, data, timeOf(tx)));
}

/** Adds a notice. */
export function notify(tx: Deciding, notice: Notice): void {
  tx.notices.push(notice);
}

/** A hint: keys that a guess would come upon one at a time. Costs nothing but while guessing. */
export function likely<Records>(
  tx: Reading<Records>,
  keys: () => readonly Key<keyof Records & string>[],
): void {
  if (tx.guess !== null) for (const key of keys()) cellOf(tx, ...key);
}

/**
 * Whether this is a guess that does not know one of these records: what a walk comes upon behind them
 * depends on them.
 */
export function guessesAt<Records>(
  tx: Reading<Records>,
  keys: readonly Key<keyof Records & string>[],
): boolean {
  return tx.guess !== null && keys.some((key) => tableGet(tx.table, ...key) === undefined);
}

/** The keys of a guess, and the one without which a decision could not go on. */
export function withLacking<Records>(
  noted: readonly Key[],
  { needs }: Reading<Records>,
): Key<keyof Records & string>[] {
  const lacking = needs.filter(
    ([kind, owner, own]) =>
      !noted.some((key) => key[0] === kind && key[1] === owner && key[2] === own),
  );
  return [...noted, ...lacking] as Key<keyof Records & string>[];
}
