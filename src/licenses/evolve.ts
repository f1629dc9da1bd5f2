/** What the events of licenses change in their records. */
import {
  bucketKeys,
  clearEntries,
  entryOf,
  putEntry,
  removeEntry,
  updateList,
} from "../core/hashed.ts";
import type { OrganizationId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import { append, insertAhead, pageKeys, removeTicket, ticketAhead } from "../core/paged.ts";
import { EMPTY_HASH, EMPTY_PAGES, type PageIndex } from "../core/structures.ts";
import type * as faces from "../core/transaction.ts";
import { type Draft, drop, edit, must, put, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { type EndedRecords, noteTaken } from "../directory/select/ended.ts";
import type {
  Account,
  AccountOf,
  AccountsEntry,
  LicensesEvents,
  LicensesRecords,
  LinkedUnit,
  PoolRecord,
} from "./model.ts";
import { accountIn } from "./select/holding.ts";
import {
  accountsOf,
  automaticName,
  deferredOf,
  grantedIn,
  HOST_UNIT,
  reservedOf,
  selectedFor,
} from "./select/keys.ts";
import { EMPTY_POOL, type LicensesReads, unitNamed } from "./select/pool.ts";
import { type Downstream, downstreamUnit } from "./select/units.ts";

type Evolving = faces.Evolving<LicensesRecords & EndedRecords, LicensesReads>;

/** What automatic departments say of removed ones ends with the retention. */
type Events = LicensesEvents & Pick<DirectoryEvents, "setting.dropped">;
type Evolvers = {
  readonly [Type in keyof Events]: (tx: Evolving, data: Events[Type]) => void;
};
type Pool = Draft<PoolRecord>;

/** The pool, to be changed; a Host gets one with what first happens to it. */
function editPool(tx: Evolving, host: OrganizationId): Pool {
  if (read(tx, "pool", host) === null) put(tx, "pool", host, "", EMPTY_POOL);
  return edit(tx, "pool", host);
}

/** How a unit's count and the index of its grants stand; for the Host's own unit those of the pool. */
interface Use {
  readonly used: number;
  readonly granted: PageIndex;
}

function useOf(pool: Pool, number: number): Use {
  if (number === HOST_UNIT) return { used: pool.hostUsed, granted: pool.hostGranted };
  const { used, granted } = pool.units.find((unit) => unit.number === number) as Use;
  return { used, granted };
}

function setUse(pool: Pool, number: number, { used, granted }: Use): void {
  if (number === HOST_UNIT) {
    pool.hostUsed = used;
    pool.hostGranted = granted;
    return;
  }
  pool.units = pool.units.map((unit) =>
    unit.number === number ? { ...unit, used, granted } : unit,
  );
}

const isHeld = ([, , , state]: Account): boolean => state === "held";
const isDownstream = ([unit]: Account): boolean => unit !== HOST_UNIT;

/** Counts a person where they have come to hold a grant, or hold none any more. */
function recount(
  pool: Pool,
  number: number,
  before: readonly Account[],
  after: readonly Account[],
): void {
  const change = (counts: (account: Account) => boolean): number =>
    Number(after.some((each) => isHeld(each) && counts(each))) -
    Number(before.some((each) => isHeld(each) && counts(each)));
  pool.persons += change(() => true);
  pool.downstreamPersons += change(isDownstream);
  const use = useOf(pool, number);
  setUse(pool, number, { ...use, used: use.used + change(([unit]) => unit === number) });
}

/** Puts another account in the place of one, takes it away, or adds it; gives the one there was. */
function replaceAccount(
  tx: Evolving,
  pool: Pool,
  { host, number, organization, person }: AccountOf,
  account: Account | null,
): void {
  const where = accountsOf(host);
  const before = entryOf<AccountsEntry>(tx, where, pool.accounts, person)?.[1] ?? [];
  const known = accountIn(before, number, organization);
  const others = before.filter((each) => each !== known);
  const after = account === null ? others : [...others, account];
  pool.accounts = updateList(tx, where, pool.accounts, person, () => after);
  recount(pool, number, before, after);
  if (known === undefined) return;
  if (known[3] === "waits") {
    pool.waiting = removeTicket(tx, deferredOf(host), pool.waiting, known[2]);
    return;
  }
  if (known[3] === "reserved") {
    pool.reserved = removeTicket(tx, reservedOf(host), pool.reserved as PageIndex, known[2]);
    return;
  }
  const use = useOf(pool, number);
  const granted = removeTicket(tx, grantedIn(host, number), use.granted, known[2]);
  setUse(pool, number, { ...use, granted });
}

function grant(tx: Evolving, account: AccountOf): void {
  const { host, number, organization, person } = account;
  const pool = editPool(tx, host);
  const use = useOf(pool, number);
  const ticket = use.granted.next;
  replaceAccount(tx, pool, account, [number, organization, ticket, "held"]);
  const granted = append(tx, grantedIn(host, number), use.granted, () => [
    ticket,
    organization,
    person,
  ]);
  setUse(pool, number, { ...useOf(pool, number), granted });
}

function defer(tx: Evolving, account: LicensesEvents["license.deferred"]): void {
  const { host, number, organization, person, first, because } = account;
  const pool = editPool(tx, host);
  if (because === "suspended") {
    reserve(tx, pool, account, first ?? 0);
    return;
  }
  const ticket = first === undefined ? pool.waiting.next : ticketAhead(first);
  replaceAccount(tx, pool, account, [number, organization, ticket, "waits"]);
  const entry = [ticket, number, organization, person] as const;
  pool.waiting =
    first === undefined
      ? append(tx, deferredOf(host), pool.waiting, () => entry)
      : insertAhead(tx, deferredOf(host), pool.waiting, entry);
}

/** Keeps an account for when its holder is resumed, in the place in which it was left. */
function reserve(tx: Evolving, pool: Pool, account: AccountOf, left: number): void {
  const { host, number, organization, person } = account;
  replaceAccount(tx, pool, account, [number, organization, left, "reserved"]);
  const index = pool.reserved ?? EMPTY_PAGES;
  const entry = [left, number, organization, person] as const;
  const reserved = insertAhead(tx, reservedOf(host), index, entry);
  pool.reserved = { ...reserved, next: Math.max(index.next, left + 1) };
}

function withdraw(
  tx: Evolving,
  account: LicensesEvents["license.released"] | LicensesEvents["license.undeferred"],
): void {
  const pool = edit(tx, "pool", account.host);
  const { because } = account;
  const { departures = 0 } = pool;
  if (because === "suspended") reserve(tx, pool, account, departures);
  else replaceAccount(tx, pool, account, null);
  if (because === "resigned" || because === "suspended") pool.departures = departures + 1;
}

/** Forgets all automatic departments of some Members in a unit. */
function forget(
  tx: Evolving,
  host: OrganizationId,
  number: number,
  organizations: readonly OrganizationId[],
): void {
  const records = organizations.map(
    (organization): Key<"automatic"> => ["automatic", host, automaticName(number, organization)],
  );
  const sets = organizations.map((organization, i) => {
    const { departments } = must(tx, ...(records[i] as Key<"automatic">));
    return [selectedFor(host, number, organization), departments] as const;
  });
  for (const [where, index] of sets) clearEntries(tx, where, index);
  for (const key of records) drop(tx, ...key);
}

function automate(
  tx: Evolving,
  { host, number, organization, added, removed }: Omit<LicensesEvents["license.automated"], "unit">,
): void {
  const where = selectedFor(host, number, organization);
  const name = automaticName(number, organization);
  const before = read(tx, "automatic", host, name);
  let departments = before?.departments ?? EMPTY_HASH;
  for (const department of removed) departments = removeEntry(tx, where, departments, department);
  for (const department of added) departments = putEntry(tx, where, departments, [department]);
  put(tx, "automatic", host, name, { departments });
  const unit = edit(tx, "unit", host, String(number));
  if (before === null) unit.automated.push(organization);
  if (departments.count > 0) return;
  forget(tx, host, number, [organization]);
  unit.automated = unit.automated.filter((each) => each !== organization);
}

/** Forgets a unit, the automatic departments of all Members in it included. */
function dropUnit(tx: Evolving, host: OrganizationId, number: number): void {
  forget(tx, host, number, must(tx, "unit", host, String(number)).automated);
  drop(tx, "unit", host, String(number));
}

function endPool(tx: Evolving, host: OrganizationId): void {
  const pool = must(tx, "pool", host);
  const keys: Key<"accounts" | "deferred" | "granted" | "reserved">[] = [
    ...bucketKeys(accountsOf(host), pool.accounts),
    ...pageKeys(deferredOf(host), pool.waiting),
    ...pageKeys(reservedOf(host), pool.reserved ?? EMPTY_PAGES),
    ...pageKeys(grantedIn(host, HOST_UNIT), pool.hostGranted),
    ...pool.units.flatMap(({ number, granted }) => pageKeys(grantedIn(host, number), granted)),
  ];
  for (const { number } of pool.units) dropUnit(tx, host, number);
  clearEntries(tx, accountsOf(host), pool.accounts);
  for (const key of keys) if (key[0] !== "accounts") drop(tx, ...key);
  drop(tx, "pool", host);
  noteTaken(tx, host, "pools");
}

/** One case for each event of licenses. */
export const licensesEvolvers: Evolvers = {
  "license.purchased": (tx, { organization, purchased, revision }) => {
    const pool = editPool(tx, organization);
    pool.purchased = purchased;
    if (revision !== undefined) pool.revision = revision;
  },
  "license.unit-linked": (tx, { host, unit, number }) => {
    const pool = editPool(tx, host);
    // The Host's own unit is always there: it is never linked.
    const named = unitNamed(unit as LinkedUnit);
    pool.units.push({ number, ...named, used: 0, granted: EMPTY_PAGES });
    pool.nextUnit = number + 1;
    put(tx, "unit", host, String(number), { automated: [] });
  },
  "license.unit-unlinked": (tx, { host, number }) => {
    dropUnit(tx, host, number);
    const pool = edit(tx, "pool", host);
    pool.units = pool.units.filter((unit) => unit.number !== number);
  },
  "license.granted": grant,
  "license.skipped": () => undefined,
  "license.released": withdraw,
  "license.deferred": defer,
  "license.undeferred": withdraw,
  "license.automated": automate,
  "setting.dropped": (tx, { setting, departments }) => {
    if (setting.kind !== "automatic") return;
    const { space, organization } = setting;
    const { host, unit } = downstreamUnit(tx, space, organization) as Downstream;
    const removed = departments.map(({ department }) => department);
    automate(tx, { host, number: unit.number, organization, added: [], removed });
  },
  "license.pool-ended": (tx, { host }) => endPool(tx, host),
};
