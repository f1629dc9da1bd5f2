/** Questions about licenses, for the admins of the organization whose pool it is. */
import { allEntries } from "../core/hashed.ts";
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { read } from "../core/transaction.ts";
import { organizationKnown } from "../directory/select/organizations.ts";
import type {
  Account,
  DeferredPage,
  GrantedPage,
  PoolRecord,
  SelectedEntry,
} from "../licenses/model.ts";
import { accountIn, accountsOfPerson } from "../licenses/select/holding.ts";
import { automaticName, deferredOf, grantedIn, selectedFor } from "../licenses/select/keys.ts";
import { isHigh, linkedUnit, poolOf, unitOf, usedOf } from "../licenses/select/pool.ts";
import {
  actorDistributes,
  distributionRefusal,
  hostOf,
  listedUnit,
  organizationInUnit,
  unitIsLinked,
} from "../licenses/select/units.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { partOf } from "./lists.ts";
import type { Queries, Viewer } from "./model.ts";
import { type Answered, type Cursor, isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";

type Own = "license.usage" | "license.accounts" | "license.waiting" | "license.automatic";

/** Why a question about the pool of one's own organization is refused, if it is. */
function ownPoolRefusal(tx: Reading, viewer: Viewer): Refusal | null {
  const { organization } = viewer;
  return organizationKnown(tx, organization) ?? actorDistributes(tx, viewer, organization);
}

/** Used over purchased in percent, cut to one decimal. */
function percentOf(used: number, purchased: number): number | null {
  return purchased === 0 ? null : Math.floor((used * 1000) / purchased) / 10;
}

/** What is bought, used and left of one's own pool (LIC-02, LIC-04, LIC-05, LIC-16). */
function usage(
  tx: Reading,
  { viewer }: Queries["license.usage"]["input"],
  policy: Policy,
): Answered<Queries["license.usage"]["answer"]> {
  const refusal = ownPoolRefusal(tx, viewer);
  if (refusal !== null) return refusal;
  const pool = poolOf(tx, viewer.organization);
  const { purchased } = pool;
  const used = usedOf(pool, policy);
  const links = pool.units.length;
  const limit = policy.licenseLinkLimit;
  return {
    value: {
      purchased,
      used,
      remaining: Math.max(0, purchased - used),
      over: Math.max(0, used - purchased),
      percent: percentOf(used, purchased),
      high: isHigh(pool, policy),
      units: unitsOf(viewer.organization, pool),
      waiting: pool.waiting.count,
      links: { used: links, limit, left: Math.max(0, limit - links) },
    },
  };
}

function unitsOf(
  host: OrganizationId,
  pool: PoolRecord,
): Queries["license.usage"]["answer"]["units"] {
  const own = { unit: { kind: "host", organization: host }, used: pool.hostUsed } as const;
  return [own, ...pool.units.map((each) => ({ unit: linkedUnit(each), used: each.used }))];
}

/** What an identity named in a cursor has in a unit. */
function accountNamed(
  tx: Reading,
  host: OrganizationId,
  unit: number,
  [organization, person]: readonly string[],
): Account | undefined {
  const accounts = accountsOfPerson(tx, host, poolOf(tx, host), person as PersonId);
  return accountIn(accounts, unit, organization as OrganizationId);
}

/** Where a page of those who hold, or of those who wait, starts: after the account of a cursor. */
function startOf(
  after: Cursor | null,
  state: Account[3],
  accountOf: (ids: readonly string[]) => Account | undefined,
): number | Refusal {
  if (after === null) return 0;
  if (after.kind === "place") return after.place;
  const account = accountOf(after.ids);
  return account?.[3] === state ? account[2] + 1 : notACursor();
}

/** Who holds a grant in a unit of one's pool, in order of granting. */
function accounts(
  tx: Reading,
  data: Queries["license.accounts"]["input"],
): Answered<Queries["license.accounts"]["answer"]> {
  const paging = pagingOf(data, 2);
  if (isRefusal(paging)) return paging;
  const { viewer, unit } = data;
  const refusal = distributionRefusal(tx, viewer, unit);
  if (refusal !== null) return refusal;
  const host = hostOf(tx, unit);
  const closed = unitIsLinked(tx, host, unit);
  if (closed !== null) return closed;
  const listed = listedUnit(tx, host, unit);
  const { number } = unitOf(host, listed);
  const from = startOf(paging.after, "held", (ids) => accountNamed(tx, host, number, ids));
  if (typeof from !== "number") return from;
  type Entry = GrantedPage["entries"][number];
  const index = listed?.granted ?? poolOf(tx, host).hostGranted;
  const list = {
    where: grantedIn(host, number),
    index,
    ticketOf: ([ticket]: Entry) => ticket,
    shows: () => true,
    expected: index.count,
  };
  const { entries, next } = partOf(tx, list, from, paging.limit, ([, organization, person]) => [
    organization,
    person,
  ]);
  return pageOf(
    entries.map(([, organization, person]) => ({ organization, person })),
    next,
  );
}

/** Who waits for an automatic grant from one's own pool, first come first. */
function waiting(
  tx: Reading,
  data: Queries["license.waiting"]["input"],
): Answered<Queries["license.waiting"]["answer"]> {
  const paging = pagingOf(data, 3);
  if (isRefusal(paging)) return paging;
  const refusal = ownPoolRefusal(tx, data.viewer);
  if (refusal !== null) return refusal;
  const host = data.viewer.organization;
  const from = startOf(paging.after, "waits", ([unit, ...ids]) =>
    accountNamed(tx, host, Number(unit), ids),
  );
  if (typeof from !== "number") return from;
  type Entry = DeferredPage["entries"][number];
  const pool = poolOf(tx, host);
  const list = {
    where: deferredOf(host),
    index: pool.waiting,
    ticketOf: ([ticket]: Entry) => ticket,
    shows: () => true,
    expected: pool.waiting.count,
  };
  const { entries, next } = partOf(tx, list, from, paging.limit, (entry) => [
    String(entry[1]),
    entry[2],
    entry[3],
  ]);
  const units = new Map(pool.units.map((each) => [each.number, each]));
  const items = entries.map(([, number, organization, person]) => {
    const { unit } = unitOf(host, units.get(number) ?? null);
    return { organization, person, unit };
  });
  return pageOf(items, next);
}

/** The automatic departments of a Member in a linked unit of one's pool (LIC-09). */
function automatic(
  tx: Reading,
  data: Queries["license.automatic"]["input"],
): Answered<Queries["license.automatic"]["answer"]> {
  const { viewer, unit, organization } = data;
  const refusal = distributionRefusal(tx, viewer, unit);
  if (refusal !== null) return refusal;
  const host = hostOf(tx, unit);
  const closed = organizationInUnit(tx, unit, organization) ?? unitIsLinked(tx, host, unit);
  if (closed !== null) return closed;
  const { number } = unitOf(host, listedUnit(tx, host, unit));
  const record = read(tx, "automatic", host, automaticName(number, organization));
  if (record === null) return { value: { departments: [] } };
  type Entry = SelectedEntry;
  const where = selectedFor(host, number, organization);
  const entries = allEntries<Entry>(tx, where, record.departments);
  return { value: { departments: entries.map(([department]) => department) } };
}

/** A function for every type of question about licenses. */
export const licenseQueries: { readonly [Type in Own]: QueryHandler<Type> } = {
  "license.usage": usage,
  "license.accounts": accounts,
  "license.waiting": waiting,
  "license.automatic": automatic,
};
