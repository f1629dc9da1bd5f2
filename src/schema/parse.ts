/** From unknown JSON to the typed vocabulary, or to a list of problems. Nothing here throws. */
import { EVENT_VERSION } from "../core/outcome.ts";
import { implausible, type Tolerance } from "../core/plausible.ts";
import { defaultPolicy, type Policy } from "../core/policy.ts";
import type {
  Command,
  Event,
  Fact,
  Input,
  RecordKey,
  RecordKind,
  Records,
} from "../engine/types.ts";
import type { Query } from "../queries/model.ts";
import { commands, events, type Family, facts, queries, records } from "./families.ts";
import { keyOfText } from "./keys.ts";
import { policyChanges } from "./policy.ts";
import {
  type Bounds,
  EVENT_BOUNDS,
  INPUT_BOUNDS,
  type Plain,
  type PlainObject,
  plainCopy,
  RECORD_BOUNDS,
} from "./precheck.ts";
import { failed, guarded, type Parsed } from "./problems.ts";
import { run } from "./shape.ts";
import { UPGRADERS, type Upgraders, upgrade, versionOf } from "./upgrade.ts";

const isPlainObject = (value: Plain): value is PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function plainObject(value: unknown, bounds: Bounds): Parsed<PlainObject> {
  const copy = plainCopy(value, bounds);
  if (!copy.ok) return copy;
  return isPlainObject(copy.value) ? { ok: true, value: copy.value } : failed([], "not-an-object");
}

/** Parses by the schema that the value's own `type` names. */
function parseByType<T>(value: PlainObject, families: readonly Family<T>[]): Parsed<T> {
  const type = value["type"];
  if (type === undefined) return failed(["type"], "missing");
  if (typeof type !== "string") return failed(["type"], "not-a-string");
  const family = families.find(({ types }) => types.has(type));
  return family === undefined
    ? failed(["type"], "unknown-type")
    : guarded(() => family.parse(type, value));
}

function parseTyped<T>(value: unknown, families: readonly Family<T>[]): Parsed<T> {
  const plain = plainObject(value, INPUT_BOUNDS);
  return plain.ok ? parseByType(plain.value, families) : plain;
}

const inputs: readonly Family<Input>[] = [commands, facts];

/** What an input is held against besides its shape. */
export interface ReceivedAt {
  /** The receiver's time in epoch milliseconds; without it no time is checked. */
  readonly now?: number | undefined;
  /** How far the input's time may be off it. */
  readonly tolerance?: Tolerance | undefined;
}

/** PROTO-07: an input that is well formed also has a time near the receiver's. */
function received<I extends Input>(
  parsed: Parsed<I>,
  { now, tolerance = {} }: ReceivedAt,
): Parsed<I> {
  if (!parsed.ok || now === undefined) return parsed;
  const found = implausible(parsed.value.at, now, tolerance);
  return found === null ? parsed : { ok: false, problems: [found] };
}

/**
 * Parses a command or a fact: `{ id, at, by, type, data }` or `{ id, at, from, type, data }`, `at` in
 * epoch milliseconds. Fields are those of the type and no others; `-0` becomes `0`, and nothing else
 * is changed, trimmed or filled in. The result shares nothing with the value.
 *
 * With `now`, a time that is more than a day ahead of it or more than 20 years behind is
 * `implausible-time` (PROTO-07): that of seconds taken for milliseconds, for instance.
 *
 * @example
 * parseInput(body, { now: Date.now() });
 */
export const parseInput = (value: unknown, at: ReceivedAt = {}): Parsed<Input> =>
  received(parseTyped(value, inputs), at);

/** Parses a command; a fact is an `unknown-type`. */
export const parseCommand = (value: unknown, at: ReceivedAt = {}): Parsed<Command> =>
  received(parseTyped(value, [commands]), at);

/** Parses a fact; a command is an `unknown-type`. */
export const parseFact = (value: unknown, at: ReceivedAt = {}): Parsed<Fact> =>
  received(parseTyped(value, [facts]), at);

/** Parses a question: `{ type, data }`. */
export const parseQuery = (value: unknown): Parsed<Query> => parseTyped(value, [queries]);

/**
 * Parses an event, of this version or an older one: older ones go through `upgraders` first. An event
 * of a version that this library does not know yet is `newer-version`, whatever else it holds.
 */
export function parseEvent(value: unknown, upgraders: Upgraders = UPGRADERS): Parsed<Event> {
  const plain = plainObject(value, EVENT_BOUNDS);
  if (!plain.ok) return plain;
  const version = versionOf(plain.value["v"], EVENT_VERSION);
  if (!version.ok) return version;
  if (version.value === EVENT_VERSION) return parseByType(plain.value, [events]);
  const upgraded = upgrade(plain.value, version.value, EVENT_VERSION, upgraders.event);
  if (!upgraded.ok) return upgraded;
  const current = plainObject({ ...upgraded.value, v: EVENT_VERSION }, EVENT_BOUNDS);
  return current.ok ? parseByType(current.value, [events]) : current;
}

/** Parses a record of the kind given; a kind that does not exist is an `unknown-type`. */
export function parseRecord<Kind extends RecordKind>(
  kind: Kind,
  value: unknown,
): Parsed<Records[Kind]> {
  if (!records.types.has(kind)) return failed([], "unknown-type");
  const plain = plainCopy(value, RECORD_BOUNDS);
  if (!plain.ok) return plain;
  // The table gives the record of this kind; the family's type says only that it is one of some kind.
  return guarded(() => records.parse(kind, plain.value) as Parsed<Records[Kind]>);
}

/** Parses the text form of a record's key: `not-a-key` unless it is the one text of some key. */
export function parseKeyText(value: unknown): Parsed<RecordKey> {
  if (typeof value !== "string") return failed([], "not-a-string");
  const key = keyOfText(value);
  return key === null ? failed([], "not-a-key") : { ok: true, value: key };
}

/**
 * Parses a policy: any of its fields; those left out are the rulebook's. Limits are integers from 0 to
 * 1 000 000, percentages from 0 to 100.
 */
export function parsePolicy(value: unknown): Parsed<Policy> {
  const plain = plainCopy(value, INPUT_BOUNDS);
  if (!plain.ok) return plain;
  const changes = guarded(() => run(policyChanges(), plain.value));
  return changes.ok ? { ok: true, value: { ...defaultPolicy, ...changes.value } } : changes;
}
