/**
 * Ids and keys within what comes in and goes out. Wherever an input, an event, a notice, a refusal or an
 * answer names people and departments, it does so under the same few names of fields; whose they are says
 * the nearest `organization`. Whom a notice leaves out (`except`) it says in ids already: they are of anybody's.
 */
import type { OrganizationId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import type { Refusal } from "../core/refusal.ts";
import { emit, read } from "../core/transaction.ts";
import type { Deciding } from "./facts.ts";
import type { DirectoryEvents, OrganizationRecord, RenamedSort } from "./model.ts";
import { idOf, keyAsked, keyAsOf, keyOf } from "./select/aliases.ts";
import type { Reading } from "./select/organizations.ts";

/** What stands in the place of an id, or of a key, that a field names. */
type Put = (organization: OrganizationId, sort: RenamedSort, id: string, name?: string) => string;
type Home = OrganizationId | undefined;
type Named = { readonly [name: string]: RenamedSort | null };

/** The fields that name people and departments, by one id or by a list. */
const FIELDS: Named = {
  person: "people",
  people: "people",
  successor: "people",
  standIn: "people",
  manager: "people",
  outdone: "people",
  to: "people",
  formerIds: null,
  department: "departments",
  mount: "departments",
  mounts: "departments",
  departments: "departments",
  placements: "departments",
  parent: "departments",
  from: "departments",
  heads: "departments",
  under: "departments",
  children: "departments",
  added: "departments",
  removed: "departments",
};

/** What names people of whoever acts, though it says `organization` of somebody else. */
const OF_ACTOR: ReadonlySet<string> = /* @__PURE__ */ new Set(["counterparts.set"]);

/** Of a Link, what names departments of the Trunk. */
const OF_TRUNK: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "mount",
  "authorized",
  "hiddenExcept",
  "ownOnlyExcept",
]);

/** Ids of an industry book are never others: nobody is renamed there (INDUSTRY-01). */
const isOfBook = (type: string, { as, kind }: { readonly as?: unknown; readonly kind?: unknown }) =>
  as === "industry-member" || (type.startsWith("industry.") && kind === "member");

const NEW_ID: Named = { to: null };
/** A time. */
const OF_PERIODS: Named = { from: null };
const OF_FOLDERS: Named = { parent: null };

/** Where a field names something else, by the type of what it is in. */
const EXCEPTIONS: { readonly [type: string]: Named } = {
  "person.renamed": NEW_ID,
  "person.flagged": NEW_ID,
  "department.renamed-id": NEW_ID,
  "department.id-changed": NEW_ID,
  "department.flagged": NEW_ID,
  "department.removed": { heads: "people" },
  "person.roles-changed": { from: null },
  "application.submitted": { by: "people" },
  "folder.create": OF_FOLDERS,
  "folder.created": OF_FOLDERS,
  "folder.move": OF_FOLDERS,
  "folder.moved": OF_FOLDERS,
  "admin.folders": OF_FOLDERS,
  "stand-in.set": OF_PERIODS,
  "stand-in.end": OF_PERIODS,
  "stand-in.ended": OF_PERIODS,
  "stand-in.list": OF_PERIODS,
  STAND_IN_SET: OF_PERIODS,
  // A row is anybody's who goes by that id, in whatever organization.
  "data.rows": { submitter: null },
};

const NONE: Named = {};

/** What is named in passing by what is said of something else. */
const IN_PASSING: ReadonlySet<string | undefined> = /* @__PURE__ */ new Set(["parent", "manager"]);

/** One pass over one thing. */
interface Pass {
  readonly tx: Reading;
  readonly put: Put;
  /** Of what is put in other words. */
  readonly type: string;
  /** The field, around what is put now, that names in passing. */
  passing: string | undefined;
  /** The organization looked at last, and what it has renamed. */
  last: Home;
  renamed: OrganizationRecord["renamed"];
}

/** Whether an organization has ever renamed anything of a sort: most have not, and nothing is to be done. */
function renames(
  pass: Pass,
  organization: Home,
  sort: RenamedSort,
): organization is OrganizationId {
  if (organization === undefined) return false;
  if (organization !== pass.last) {
    pass.last = organization;
    pass.renamed = read(pass.tx, "organization", organization)?.renamed;
  }
  return pass.renamed?.[sort] !== undefined;
}

const one = (pass: Pass, home: Home, sort: RenamedSort, id: string, name?: string): string =>
  renames(pass, home, sort) ? pass.put(home, sort, id, pass.passing ?? name) : id;

/** A list with another item in a place: the same one, if it is no other. */
const withAt = (list: readonly unknown[], place: number, item: unknown): readonly unknown[] =>
  list[place] === item ? list : [...list.slice(0, place), item, ...list.slice(place + 1)];

/** The items, each as it is made: the same list, if none is another. */
function each(list: readonly unknown[], make: (item: unknown) => unknown): readonly unknown[] {
  const made = list.map(make);
  return made.every((item, i) => item === list[i]) ? list : made;
}

/** Ids; or each with something said of it, and before it whose it is where it is anybody's. */
function several(pass: Pass, list: readonly unknown[], sort: RenamedSort, home: Home): unknown {
  if (typeof list[0] === "string" && !renames(pass, home, sort)) return list;
  return each(list, (item) => {
    if (typeof item === "string") return one(pass, home, sort, item);
    if (!Array.isArray(item)) return within(pass, item, home);
    const place = item.length > 2 ? 1 : 0;
    const whose = place === 0 ? home : (item[0] as OrganizationId);
    return withAt(item, place, one(pass, whose, sort, item[place] as string));
  });
}

/** What an application asks for: of each entry the kind, and the id. */
const applied = (pass: Pass, rules: readonly unknown[], home: Home): unknown =>
  each(rules, (rule) => {
    const [kind, id] = rule as readonly string[];
    const sort = kind === "person" ? "people" : "departments";
    return withAt(rule as readonly string[], 1, one(pass, home, sort, id as string));
  });

const own = <Value>(table: { readonly [name: string]: Value }, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** What a field names in what is of a type: people, departments, or neither. */
export function sortOf(type: string, name: string): RenamedSort | null {
  const exception = own(own(EXCEPTIONS, type) ?? NONE, name);
  return (exception === undefined ? own(FIELDS, name) : exception) ?? null;
}

function field(pass: Pass, name: string, value: unknown, home: Home): unknown {
  if (name === "rules" && Array.isArray(value)) return applied(pass, value, home);
  const sort = sortOf(pass.type, name);
  if (sort === null || typeof value === "object") {
    const around = pass.passing;
    if (IN_PASSING.has(name)) pass.passing = name;
    const isList = sort !== null && Array.isArray(value);
    const after = isList ? several(pass, value, sort, home) : within(pass, value, home);
    pass.passing = around;
    return after;
  }
  return typeof value === "string" ? one(pass, home, sort, value, name) : value;
}

/** Whose people and departments a field names: those of the Trunk beside it, or of the organization. */
const homeIn = (name: string, trunk: unknown, whose: Home): Home =>
  typeof trunk === "string" && OF_TRUNK.has(name) ? (trunk as OrganizationId) : whose;

function within(pass: Pass, value: unknown, home: Home): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return each(value, (item) => within(pass, item, home));
  const fields = value as { readonly [name: string]: unknown };
  const { organization, kind, trunk, person } = fields;
  const isSaid =
    typeof organization === "string" && (person !== undefined || !OF_ACTOR.has(pass.type));
  const whose = isSaid ? (organization as OrganizationId) : home;
  let changed: { [name: string]: unknown } | null = null;
  for (const name of Object.keys(fields)) {
    const before = fields[name];
    // Of a row, the owner is always of a book (INDUSTRY-04).
    if (name === "owner" || (name === "person" && isOfBook(pass.type, fields))) continue;
    // Of a part of a list, its kind says what its ids are.
    const isPart = name === "ids" && (kind === "people" || kind === "departments");
    const after = isPart
      ? several(pass, before as readonly unknown[], kind, whose)
      : field(pass, name, before, homeIn(name, trunk, whose));
    if (after === before) continue;
    changed ??= { ...fields };
    changed[name] = after;
  }
  return changed ?? value;
}

/**
 * A value with whatever it names of organizations that have renamed something put in other words; the same
 * one, if there is nothing.
 *
 * @param type of what it is in: of the input, the event, the question, the kind of notice
 * @param home whose people and departments are meant where nothing says so
 */
export function translated<Value>(
  tx: Reading,
  type: string,
  value: Value,
  home: Home,
  put: Put,
): Value {
  const pass: Pass = {
    ...{ tx, put, type },
    ...{ passing: undefined, last: undefined, renamed: undefined },
  };
  return within(pass, value, home) as Value;
}

const saidOf = (organization: string, sort: RenamedSort, key: string): string =>
  `${sort} ${organization} ${key}`;

/** Remembers by which ids keys were named: what something is said of counts before what is named in passing. */
const noting =
  (tx: Reading, put: Put): Put =>
  (organization, sort, id, name) => {
    const key = put(organization, sort, id);
    const said = saidOf(organization, sort, key);
    if (!IN_PASSING.has(name) || !tx.said.has(said)) tx.said.set(said, id);
    return key;
  };

/** The id by which the input named somebody or something, or the one there is now. */
export const idSaid = (
  tx: Reading,
  organization: OrganizationId,
  sort: RenamedSort,
  key: string,
): string => tx.said.get(saidOf(organization, sort, key)) ?? idOf(tx, organization, sort, key);

/** Whose people and departments are meant by whoever acts, where nothing says so. */
const homeOf = (by: Actor | undefined): Home =>
  by !== undefined && "organization" in by ? by.organization : undefined;

/** An input, as far as it names somebody. */
interface Naming {
  readonly type: string;
  readonly at: number;
  readonly data: object;
  readonly by?: Actor;
}

/**
 * An input, or one change of many, with the keys of whomever it names. DIR-15: a fact is about whoever had
 * an id at its time, as far as followed, a command about who has it now. Of many changes each is read when
 * its turn comes, for one before it may have given other ids.
 */
export function inward<Input extends Naming>(tx: Reading, input: Input): Input {
  const { type, at, by } = input;
  if (type === "directory.changed") return input;
  const put = noting(tx, (organization, sort, id) =>
    by === undefined ? keyAsOf(tx, organization, sort, id, at) : keyOf(tx, organization, sort, id),
  );
  const { data } = input;
  const keyed = translated(tx, type, data, homeOf(by), put);
  if (by === undefined) return keyed === data ? input : { ...input, data: keyed };
  const actor = translated(tx, type, by, undefined, put);
  return keyed === data && actor === by ? input : { ...input, data: keyed, by: actor };
}

/** Fields of a command's data as something else has them, with the keys of whomever they name (PROTO-06). */
export function fieldsInward<Fields extends object>(
  tx: Reading,
  { type, data, by }: Naming,
  fields: Fields,
): Fields {
  const all = translated(tx, type, { ...data, ...fields }, homeOf(by), keyNow(tx));
  return Object.fromEntries(
    Object.keys(fields).map((name) => [name, all[name as keyof typeof all]]),
  ) as Fields;
}

/** The present key of whoever has an id. */
export const keyNow =
  (tx: Reading): Put =>
  (organization, sort, id) =>
    keyOf(tx, organization, sort, id);

/** The key that an id means in a question, who had it last included. */
export const keyMeant =
  (tx: Reading): Put =>
  (organization, sort, id) =>
    keyAsked(tx, organization, sort, id);

/** Shows ids for keys. */
export const idNow =
  (tx: Reading): Put =>
  (organization, sort, key) =>
    idOf(tx, organization, sort, key);

/** A refusal in the ids of what is refused. */
export const refusalOutward = <Refused extends Refusal>(
  tx: Reading,
  { type, by }: Pick<Naming, "type" | "by">,
  refusal: Refused,
): Refused => {
  const said: Put = (organization, sort, key) => idSaid(tx, organization, sort, key);
  const data = translated(tx, type, refusal.data as object, homeOf(by), said);
  return data === refusal.data ? refusal : { ...refusal, data };
};

/** Says what has happened so far in the ids there are now, before some of them change. */
function sayEvents(tx: Deciding): void {
  const show = idNow(tx);
  for (const event of tx.events.slice(tx.told.length)) {
    const data = translated(tx, event.type, event.data, undefined, show);
    tx.told.push(data === event.data ? event : { ...event, data });
  }
}

/** Says that somebody or something has another id: under the one there was, as all that came before. */
export function emitRename<Type extends "person.renamed" | "department.id-changed">(
  tx: Deciding,
  type: Type,
  data: DirectoryEvents[Type],
): void {
  sayEvents(tx);
  const said = translated(tx, type, data, undefined, idNow(tx));
  emit(tx, type, data);
  const event = tx.events.at(-1);
  if (event !== undefined) tx.told.push({ ...event, data: said });
}

/** Says of what was passed over, as far as not said yet, by which ids the input named it. */
export function sayPassed(tx: Deciding, home: Home): void {
  for (let i = tx.saidOver; i < tx.passedOver.length; i += 1) {
    const { organization = home, ...entry } = tx.passedOver[i] as Deciding["passedOver"][number];
    const { kind, id } = entry;
    const sort = { person: "people", department: "departments" }[kind as string];
    const isNamed = sort !== undefined && organization !== undefined;
    tx.passedOver[i] = isNamed
      ? { ...entry, id: idSaid(tx, organization as OrganizationId, sort as RenamedSort, id) }
      : entry;
  }
  tx.saidOver = tx.passedOver.length;
}

/** Puts all that has come of an input in ids. */
export function outward(tx: Deciding, { data, by }: Naming): void {
  sayEvents(tx);
  tx.notices.forEach((notice, i) => {
    tx.notices[i] = translated(tx, notice.kind, notice, undefined, idNow(tx));
  });
  const { organization } = data as { readonly organization?: OrganizationId };
  sayPassed(tx, organization ?? homeOf(by));
}
