/** What the events of licenses change in their records. */
import { allEntries, bucketKeys, clearEntries, updateList } from "../core/hashed.ts";
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import type { Identity } from "../core/notice.ts";
import { append, insertAhead, pageKeys, removeTicket, ticketAhead } from "../core/paged.ts";
import { EMPTY_PAGES, type PageIndex } from "../core/structures.ts";
import { type Draft, drop, edit, independently, must, put, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { noteTaken } from "../directory/select/ended.ts";
import { countsAs, keyedBy, naturalOf } from "../directory/select/naturals.ts";
import { peopleWithStakes, stake } from "../roster/select/stakes.ts";
import type { LineageNow } from "../spaces/model.ts";
import { aboveOf } from "../spaces/select/trunks.ts";
import {
  automate,
  dropUnit,
  type Evolving,
  endChoices,
  keepChoosers,
  NO_CHOOSERS,
} from "./evolve-automatic.ts";
import {
  beginHierarchy,
  editPool,
  keepReserve,
  leaveQueue,
  limitUnit,
  type Pool,
  purchase,
  queueUp,
  setUse,
  unarm,
  useOf,
} from "./evolve-units.ts";
import type {
  Account,
  AccountOf,
  AccountsEntry,
  LicensesEvents,
  LinkedUnit,
  PoolRecord,
} from "./model.ts";
import { accountAmong, accountsEverywhere, accountsOfPerson, holderOf } from "./select/holding.ts";
import {
  accountsOf,
  deferredOf,
  grantedIn,
  HOST_UNIT,
  queueIn,
  reservedOf,
} from "./select/keys.ts";
import { unitNamed } from "./select/pool.ts";
import { branchesAmong, branchOf } from "./select/seats.ts";
import { type Downstream, downstreamUnit, seatsUnit } from "./select/units.ts";

/** What automatic departments say of removed ones ends with the retention. */
type Events = LicensesEvents &
  Pick<DirectoryEvents, "person.recounted" | "setting.dropped"> & {
    readonly "lineage.changed": LineageNow;
  };
type Evolvers = {
  readonly [Type in keyof Events]: (tx: Evolving, data: Events[Type]) => void;
};

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

/** One person more holds seats under a Branch, or one less; of a Link that has ended nobody counts. */
function countUnder(
  tx: Evolving,
  host: OrganizationId,
  before: ReadonlySet<OrganizationId>,
  after: ReadonlySet<OrganizationId>,
): void {
  for (const branch of new Set([...before, ...after])) {
    const by = Number(after.has(branch)) - Number(before.has(branch));
    if (by === 0 || read(tx, "link", host, branch) === null) continue;
    const link = edit(tx, "link", host, branch);
    const seated = (link.seated ?? 0) + by;
    if (seated === 0) delete link.seated;
    else link.seated = seated;
  }
}

/** What a natural person has in a pool is otherwise: units and Branches count who holds something. */
function recountPerson(
  tx: Evolving,
  host: OrganizationId,
  pool: Draft<PoolRecord>,
  number: number,
  before: readonly Account[],
  after: readonly Account[],
): void {
  recount(pool, number, before, after);
  if (number !== pool.hierarchy?.number) return;
  const under = (accounts: readonly Account[]) =>
    branchesAmong(accounts, number, (each) => branchOf(tx, host, each));
  countUnder(tx, host, under(before), under(after));
}

/** SEAT-04: who holds seats of an organization is counted under another Branch where its line is another. */
function recountUnder(tx: Evolving, { organization, above }: LineageNow): void {
  const now = new Map(
    above.map((each) => [
      each.organization,
      each.level === null ? null : (each.path[0] ?? organization),
    ]),
  );
  const known = aboveOf(tx, organization).map(([upper]) => upper);
  independently(tx, new Set([...known, ...now.keys()]), (host) => {
    const branch = now.get(host) ?? null;
    if (branch === branchOf(tx, host, organization)) return;
    const pool = read(tx, "pool", host);
    if (pool?.hierarchy === undefined) return;
    const { number } = pool.hierarchy;
    const branchOver = (each: OrganizationId) =>
      each === organization ? branch : branchOf(tx, host, each);
    const people = peopleWithStakes(tx, host, organization);
    const naturals = people.map((person) => naturalOf(tx, { organization, person }));
    for (const natural of new Set(naturals)) {
      const accounts = accountsOfPerson(tx, host, pool, natural);
      const before = branchesAmong(accounts, number, (each) => branchOf(tx, host, each));
      countUnder(tx, host, before, branchesAmong(accounts, number, branchOver));
    }
  });
}

/** An account with the key of whose it is, where that is not the one of the natural person. */
const keyed = (
  [number, organization, ticket, state]: Account,
  natural: PersonId,
  person: PersonId,
): Account => [number, organization, ticket, state, ...keyedBy(natural, person)];

/** Lists what an identity has in a pool under another natural person than before. */
function relist(
  tx: Evolving,
  host: OrganizationId,
  own: readonly Account[],
  [from, to]: readonly [PersonId, PersonId],
  identity: Identity,
): void {
  const pool = editPool(tx, host);
  const where = accountsOf(host);
  for (const account of own) {
    const before = accountsOfPerson(tx, host, pool, from);
    const known = accountAmong(before, from, account[0], identity);
    const left = before.filter((each) => each !== known);
    pool.accounts = updateList(tx, where, pool.accounts, from, () => left);
    recountPerson(tx, host, pool, account[0], before, left);
    const others = accountsOfPerson(tx, host, pool, to);
    const all = [...others, keyed(account, to, identity.person)];
    pool.accounts = updateList(tx, where, pool.accounts, to, () => all);
    recountPerson(tx, host, pool, account[0], others, all);
  }
}

/** Puts another account in the place of one, takes it away, or adds it; gives the one there was. */
function replaceAccount(
  tx: Evolving,
  pool: Pool,
  { host, number, organization, person }: AccountOf,
  account: Account | null,
): void {
  const where = accountsOf(host);
  const natural = naturalOf(tx, { organization, person });
  const before = accountsOfPerson(tx, host, pool, natural);
  const known = accountAmong(before, natural, number, { organization, person });
  const others = before.filter((each) => each !== known);
  const after = account === null ? others : [...others, keyed(account, natural, person)];
  pool.accounts = updateList(tx, where, pool.accounts, natural, () => after);
  recountPerson(tx, host, pool, number, before, after);
  if (number === pool.hierarchy?.number && (known === undefined) !== (account === null)) {
    stake(tx, host, { organization, person }, "seats", account === null ? -1 : 1);
  }
  if (known === undefined) return;
  if (known[3] === "waits") {
    pool.waiting = removeTicket(tx, deferredOf(host), pool.waiting, known[2]);
    leaveQueue(tx, pool, host, [number, known[2]]);
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
  beginHierarchy(pool, account);
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
  beginHierarchy(pool, account);
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
  queueUp(tx, pool, host, entry);
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

function endPool(tx: Evolving, host: OrganizationId): void {
  const pool = must(tx, "pool", host);
  const { hierarchy } = pool;
  if (hierarchy !== undefined) {
    for (const [natural, accounts] of allEntries<AccountsEntry>(
      tx,
      accountsOf(host),
      pool.accounts,
    )) {
      for (const account of accounts) {
        if (account[0] === hierarchy.number)
          stake(tx, host, holderOf(natural, account), "seats", -1);
      }
    }
  }
  const keys: Key<"accounts" | "deferred" | "granted" | "queue" | "reserved">[] = [
    ...bucketKeys(accountsOf(host), pool.accounts),
    ...pageKeys(deferredOf(host), pool.waiting),
    ...pageKeys(reservedOf(host), pool.reserved ?? EMPTY_PAGES),
    ...pageKeys(grantedIn(host, HOST_UNIT), pool.hostGranted),
    ...pageKeys(queueIn(host, HOST_UNIT), pool.queue ?? EMPTY_PAGES),
    ...[...pool.units, ...(hierarchy === undefined ? [] : [hierarchy])].flatMap(
      ({ number, granted, queue = EMPTY_PAGES }) => [
        ...pageKeys(grantedIn(host, number), granted),
        ...pageKeys(queueIn(host, number), queue),
      ],
    ),
  ];
  for (const { number } of pool.units) dropUnit(tx, host, number);
  if (hierarchy?.automated !== undefined)
    endChoices(tx, host, hierarchy.number, hierarchy.automated);
  clearEntries(tx, accountsOf(host), pool.accounts);
  for (const key of keys) if (key[0] !== "accounts") drop(tx, ...key);
  drop(tx, "pool", host);
  noteTaken(tx, host, "pools");
}

/** One case for each event of licenses. */
export const licensesEvolvers: Evolvers = {
  "license.purchased": purchase,
  "license.term-reached": (tx, { host, reached }) => {
    edit(tx, "pool", host).reached = reached;
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
  "license.automated": (tx, choice) => {
    if (choice.unit.kind === "hierarchy") {
      beginHierarchy(editPool(tx, choice.host), choice);
      edit(tx, "trunk", choice.host).chooses = true;
    }
    automate(tx, choice);
  },
  "license.covered": (tx, { organization, trunks }) => {
    const { chosen } = read(tx, "automated-by", organization) ?? NO_CHOOSERS;
    keepChoosers(tx, organization, { chosen, covered: trunks });
  },
  "license.limited": limitUnit,
  "license.reserved": keepReserve,
  "license.unarmed": unarm,
  "setting.dropped": (tx, { setting, departments }) => {
    if (setting.kind !== "automatic" && setting.kind !== "seats") return;
    const { organization } = setting;
    const where =
      setting.kind === "seats"
        ? seatsUnit(tx, setting.trunk)
        : downstreamUnit(tx, setting.space, organization);
    const { host, unit } = where as Downstream;
    const removed = departments.map(({ department }) => department);
    automate(tx, { host, number: unit.number, organization, added: [], removed });
  },
  // This runs before the identity itself is that of another natural person.
  "person.recounted": (tx, { because, ...identity }) => {
    const naturals = [naturalOf(tx, identity), countsAs(tx, identity, because)] as const;
    for (const { host, accounts } of accountsEverywhere(tx, identity)) {
      if (accounts.length > 0) relist(tx, host, accounts, naturals, identity);
    }
  },
  "license.pool-ended": (tx, { host }) => endPool(tx, host),
  "lineage.changed": recountUnder,
};
