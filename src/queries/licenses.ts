/** Questions about licenses, for the admins of the organization whose pool it is. */
import { allEntries } from "../core/hashed.ts";
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { Refusal } from "../core/refusal.ts";
import { read } from "../core/transaction.ts";
import { inertAmong } from "../directory/select/inert.ts";
import { organizationKnown } from "../directory/select/organizations.ts";
import type { Account, PoolRecord, SelectedEntry } from "../licenses/model.ts";
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
import { type Lists, partAfter } from "./lists.ts";
import type { Viewer } from "./model.ts";
import { isRefusal, pageOf, pagingOf } from "./paging.ts";

/** Why a question about the pool of one's own organization is refused, if it is. */
function ownPoolRefusal(tx: Reading, viewer: Viewer): Refusal | null {
  const { organization } = viewer;
  return organizationKnown(tx, organization) ?? actorDistributes(tx, viewer, organization, "host");
}

/** Used over purchased in percent, cut to one decimal. */
function percentOf(used: number, purchased: number): number | null {
  return purchased === 0 ? null : Math.floor((used * 1000) / purchased) / 10;
}

/** What is bought, used and left of one's own pool (LIC-02, LIC-04, LIC-05, LIC-16). */
const usage: QueryHandler<"license.usage"> = (tx, { viewer }, policy) => {
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
};

function unitsOf(host: OrganizationId, pool: PoolRecord) {
  const own = { unit: { kind: "host", organization: host }, used: pool.hostUsed } as const;
  return [own, ...pool.units.map((each) => ({ unit: linkedUnit(each), used: each.used }))];
}

/** The ticket of an identity's account in a unit, if it is in a state. */
function ticketOf(
  tx: Reading,
  host: OrganizationId,
  unit: number,
  [organization, person]: readonly string[],
  state: Account[3],
): number | undefined {
  const accounts = accountsOfPerson(tx, host, poolOf(tx, host), person as PersonId);
  const account = accountIn(accounts, unit, organization as OrganizationId);
  return account?.[3] === state ? account[2] : undefined;
}

/** Who holds a grant in a unit of one's pool, in order of granting. */
const accounts: QueryHandler<"license.accounts"> = (tx, data) => {
  const { viewer, unit } = data;
  const paging = pagingOf(data, 2, () => distributionRefusal(tx, viewer, unit));
  if (isRefusal(paging)) return paging;
  const host = hostOf(tx, unit);
  const closed = unitIsLinked(tx, host, unit);
  if (closed !== null) return closed;
  const listed = listedUnit(tx, host, unit);
  const { number } = unitOf(host, listed);
  const index = listed?.granted ?? poolOf(tx, host).hostGranted;
  const idsOf = ([, organization, person]: Lists["granted"]) => [organization, person];
  const part = partAfter(tx, { where: grantedIn(host, number), index }, paging, idsOf, (ids) =>
    ticketOf(tx, host, number, ids, "held"),
  );
  if (isRefusal(part)) return part;
  return pageOf(
    part.entries.map(([, organization, person]) => ({ organization, person })),
    part.next,
  );
};

/** Who waits for an automatic grant from one's own pool, first come first. */
const waiting: QueryHandler<"license.waiting"> = (tx, data) => {
  const paging = pagingOf(data, 3, () => ownPoolRefusal(tx, data.viewer));
  if (isRefusal(paging)) return paging;
  const host = data.viewer.organization;
  const pool = poolOf(tx, host);
  const list = { where: deferredOf(host), index: pool.waiting };
  const idsOf = ([, unit, ...ids]: Lists["deferred"]) => [String(unit), ids[0], ids[1]];
  const part = partAfter(tx, list, paging, idsOf, ([unit, ...ids]) =>
    ticketOf(tx, host, Number(unit), ids, "waits"),
  );
  if (isRefusal(part)) return part;
  const units = new Map(pool.units.map((each) => [each.number, each]));
  const items = part.entries.map(([, number, organization, person]) => {
    const { unit } = unitOf(host, units.get(number) ?? null);
    return { organization, person, unit };
  });
  return pageOf(items, part.next);
};

/** The automatic departments of a Member in a linked unit of one's pool (LIC-09). */
const automatic: QueryHandler<"license.automatic"> = (tx, data, policy) => {
  const { viewer, unit, organization } = data;
  const refusal = distributionRefusal(tx, viewer, unit);
  if (refusal !== null) return refusal;
  const host = hostOf(tx, unit);
  const closed = organizationInUnit(tx, unit, organization) ?? unitIsLinked(tx, host, unit);
  if (closed !== null) return closed;
  const { number } = unitOf(host, listedUnit(tx, host, unit));
  const record = read(tx, "automatic", host, automaticName(number, organization));
  if (record === null) return { value: { departments: [], inert: [] } };
  const where = selectedFor(host, number, organization);
  const entries = allEntries<SelectedEntry>(tx, where, record.departments);
  const named = entries.map(([department]) => department);
  const inert = inertAmong(tx, policy, organization, named);
  const gone = new Set(inert.map(({ department }) => department));
  return { value: { departments: named.filter((each) => !gone.has(each)), inert } };
};

/** A function for every type of question about licenses. */
export const licenseQueries = {
  "license.usage": usage,
  "license.accounts": accounts,
  "license.waiting": waiting,
  "license.automatic": automatic,
};
