/** Questions about licenses, for the admins of the organization whose pool it is. */
import type { OrganizationId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { Refusal } from "../core/refusal.ts";
import { read } from "../core/transaction.ts";
import { organizationKnown } from "../directory/select/organizations.ts";
import type { Account, PoolRecord, PoolUnit } from "../licenses/model.ts";
import { chosenOf } from "../licenses/select/chosen.ts";
import { accountIn } from "../licenses/select/holding.ts";
import { deferredOf, grantedIn } from "../licenses/select/keys.ts";
import { reserveOf, unusedOf } from "../licenses/select/limits.ts";
import {
  hierarchyOf,
  isHigh,
  linkedUnit,
  poolOf,
  unitOf,
  usedOf,
} from "../licenses/select/pool.ts";
import { seatLimitOf, seatsUnder } from "../licenses/select/seats.ts";
import {
  actorDistributes,
  distributionRefusal,
  hostOf,
  listedUnit,
  organizationInUnit,
  unitIsLinked,
} from "../licenses/select/units.ts";
import { branchesOf } from "../spaces/select/keys.ts";
import { trunkOf } from "../spaces/select/trunks.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { type Lists, partAfter } from "./lists.ts";
import type { Viewer } from "./model.ts";
import { isRefusal, pageOf, pagingOf } from "./paging.ts";
import { reclaimPlan } from "./reclaiming.ts";

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
      ...reserveShown(pool),
      units: unitsOf(tx, viewer.organization, pool),
      waiting: pool.waiting.count,
      links: { used: links, limit, left: Math.max(0, limit - links) },
    },
  };
};

/** LIC-19: what is kept for the Host's own unit, where anything is. */
function reserveShown(pool: PoolRecord) {
  const reserved = reserveOf(pool);
  return reserved === 0 ? {} : { reserve: { reserved, unused: unusedOf(pool) } };
}

/** LIC-19: the limit of a unit, where it has one, and how many persons more may hold a grant by it. */
const limitShown = ({ used, limit }: Pick<PoolUnit, "used" | "limit">) =>
  limit === undefined ? {} : { limit, left: Math.max(0, limit - used) };

/** SEAT-01: the Hierarchy unit is listed where there are Branches, or somebody holds something in it still. */
function unitsOf(tx: Reading, host: OrganizationId, pool: PoolRecord) {
  const own = { unit: { kind: "host", organization: host }, used: pool.hostUsed } as const;
  const hierarchy = hierarchyOf(pool);
  const { used } = hierarchy;
  const hasBelow = used > 0 || trunkOf(tx, host).branches.count > 0;
  const unit = { kind: "hierarchy", organization: host } as const;
  const below = { unit, used, ...limitShown(hierarchy) };
  return [
    own,
    ...(hasBelow ? [below] : []),
    ...pool.units.map((each) => ({
      ...{ unit: linkedUnit(each), used: each.used },
      ...limitShown(each),
    })),
  ];
}

/** The ticket of an identity's account in a unit, if it is in a state. */
function ticketOf(
  tx: Reading,
  host: OrganizationId,
  unit: number,
  [organization, person]: readonly string[],
  state: Account[3],
): number | undefined {
  const identity = { organization, person } as Identity;
  const account = accountIn(tx, { host, number: unit, ...identity });
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
  const listed = [...pool.units, ...(pool.hierarchy === undefined ? [] : [pool.hierarchy])];
  const units = new Map(listed.map((each) => [each.number, each]));
  const items = part.entries.map(([, number, organization, person]) => {
    const { unit } = unitOf(host, units.get(number) ?? null);
    return { organization, person, unit };
  });
  return pageOf(items, part.next);
};

/** The automatic departments of a Member in a linked unit of one's pool (LIC-09), or of whom one reaches (SEAT-03). */
const automatic: QueryHandler<"license.automatic"> = (tx, data, policy) => {
  const { viewer, unit, organization } = data;
  const refusal = distributionRefusal(tx, viewer, unit);
  if (refusal !== null) return refusal;
  const host = hostOf(tx, unit);
  const closed = organizationInUnit(tx, unit, organization) ?? unitIsLinked(tx, host, unit);
  if (closed !== null) return closed;
  const { departments, inert, ...wholly } = chosenOf(tx, unit, organization, policy);
  return {
    value: { departments, inert, ...(unit.kind === "hierarchy" ? wholly : {}) },
  };
};

/** How many seats the direct Branches hold, each with everything below it, and how many they may. */
const byBranch: QueryHandler<"license.by-branch"> = (tx, data) => {
  const { viewer } = data;
  const { organization: host } = viewer;
  const unit = { kind: "hierarchy", organization: host } as const;
  const paging = pagingOf(data, 1, () => distributionRefusal(tx, viewer, unit));
  if (isRefusal(paging)) return paging;
  const orderOf = (id: string | undefined) => read(tx, "link", host, id as OrganizationId)?.order;
  const list = { where: branchesOf(host), index: trunkOf(tx, host).branches };
  const idsOf = ([, branch]: Lists["branches"]) => [branch];
  const part = partAfter(tx, list, paging, idsOf, ([id]) => {
    const order = orderOf(id);
    return order === undefined ? undefined : order - 1;
  });
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, branch]) => ({
    branch,
    used: seatsUnder(tx, host, branch),
    limit: seatLimitOf(tx, host, branch),
  }));
  return pageOf(items, part.next);
};

/** A function for every type of question about licenses. */
export const licenseQueries = {
  "license.usage": usage,
  "license.accounts": accounts,
  "license.waiting": waiting,
  "license.automatic": automatic,
  "license.by-branch": byBranch,
  "license.reclaim-plan": reclaimPlan,
};
