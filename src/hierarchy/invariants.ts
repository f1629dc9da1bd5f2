/** What always holds of hierarchies: worked out chain by chain, the simplest way there is. */
import type { OrganizationId } from "../core/ids.ts";
import {
  checkedEntries,
  checkedTickets,
  collect,
  type Everything,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
} from "../core/invariants.ts";
import type { RosterReads } from "../roster/select/scope.ts";
import type { Above, BelowPage, BranchesPage, TrunkAliasEntry } from "../spaces/model.ts";
import { aliasesUnder, aliasText, belowOf, branchesOf } from "../spaces/select/keys.ts";
import { officesInvariants } from "./invariants-offices.ts";

type All = Everything<RosterReads>;
type Check = Invariant<RosterReads>["check"];

/** LINK-05, HIER-02: the graph of Links has no circle, and both sides and the lists say the same of it. */
const links: Check = (all, say) => {
  const trunks = new Map<string, string[]>();
  const branches = new Map<string, string[]>();
  for (const { owner, own, record } of all.of("link")) {
    collect(trunks, own, owner);
    collect(branches, owner, own);
    const known = all.get("lineage", own)?.links.find(([trunk]) => trunk === owner);
    if (known === undefined || known[1] !== record.order || known[2] !== record.reach) {
      say(`${named(owner, own)} is another Link than its Branch knows`);
    }
  }
  for (const { owner, record } of all.of("organization")) {
    const upwards = record.trunks ?? [];
    if (!sameMembers(upwards, trunks.get(owner) ?? [])) say(`Trunks of ${named(owner)} differ`);
    const own = all.get("lineage", owner)?.links.map(([trunk]) => trunk) ?? [];
    if (own.join(" ") !== upwards.join(" ")) say(`${named(owner)} lists its Trunks in two orders`);
    const linked = upwards.length + (branches.get(owner)?.length ?? 0);
    if (record.ended && linked > 0) say(`${named(owner)} ended and is linked`);
  }
  for (const { owner, record } of all.of("trunk")) {
    const where = branchesOf(owner as OrganizationId);
    const entries = checkedTickets<BranchesPage["entries"][number]>(
      all,
      where,
      record.branches,
      say,
    );
    const listed = entries.map(([, branch]) => branch as string);
    if (!sameMembers(listed, branches.get(owner) ?? [])) say(`Branches of ${named(owner)} differ`);
    for (const [ticket, branch] of entries) {
      if (all.get("link", owner, branch)?.order !== ticket + 1) {
        say(`${named(owner, branch)} has the number of another Link`);
      }
    }
    branches.delete(owner);
  }
  for (const trunk of branches.keys()) say(`${named(trunk)} has Branches and is no Trunk`);
};

/** A chain of Links upwards: where it ends, the orders from the top, and whether it passes. */
interface Chain {
  readonly upper: OrganizationId;
  readonly through: OrganizationId;
  readonly orders: readonly number[];
  readonly path: readonly OrganizationId[];
  readonly passes: boolean;
}

/** Every chain that leads up from an organization; `null`: one leads back to where it was. */
function chainsFrom(all: All, start: string, path: readonly string[] = []): Chain[] | null {
  if (path.includes(start)) return null;
  const found: Chain[] = [];
  for (const [trunk, order, reach] of all.get("lineage", start)?.links ?? []) {
    found.push({ upper: trunk, through: trunk, orders: [order], path: [], passes: true });
    const further = chainsFrom(all, trunk, [...path, start]);
    if (further === null) return null;
    for (const { upper, orders, path: between, passes } of further) {
      const on = passes && reach === "all-above";
      const path = [...between, trunk];
      found.push({ upper, through: trunk, orders: [...orders, order], path, passes: on });
    }
  }
  return found;
}

const isBefore = (one: readonly number[], other: readonly number[]): boolean => {
  if (one.length !== other.length) return one.length < other.length;
  const at = one.findIndex((order, i) => order !== other[i]);
  return at >= 0 && (one[at] as number) < (other[at] as number);
};

/** What the chains to one above come to, but for its ticket. */
function summed(upper: OrganizationId, chains: readonly Chain[]): unknown {
  const passing = chains.filter(({ passes }) => passes);
  const line = passing.reduce<Chain | null>(
    (best, each) => (best === null || isBefore(each.orders, best.orders) ? each : best),
    null,
  );
  const through = [...new Set(passing.map((each) => each.through))];
  const others = through.filter((each) => each !== line?.through);
  return [
    upper,
    line === null ? null : line.orders.length,
    Math.max(...chains.map(({ orders }) => orders.length)),
    line === null ? [] : [line.through, ...others],
    line?.orders ?? [],
    line?.path ?? [],
  ];
}

/** HIER-04, HIER-03: reach, level and line are what the chains of Links say, all of them looked at. */
const lineages: Check = (all, say) => {
  const below = new Map<string, (readonly [string, Above])[]>();
  for (const { owner, record } of all.of("lineage")) {
    if (record.links.length + record.above.length === 0)
      say(`${named(owner)} keeps an empty lineage`);
    const chains = chainsFrom(all, owner);
    if (chains === null) {
      say(`${named(owner)} is above itself`);
      continue;
    }
    const byUpper = new Map<OrganizationId, Chain[]>();
    for (const chain of chains) collect(byUpper, chain.upper, chain);
    const expected = [...byUpper].map(([upper, those]) => JSON.stringify(summed(upper, those)));
    const known = record.above.map(([upper, level, longest, by, orders, , path]) =>
      JSON.stringify([upper, level, longest, by, orders, path]),
    );
    if (!sameMembers(known, expected)) say(`what is above ${named(owner)} is something else`);
    for (const each of record.above) collect(below, each[0], [owner, each] as const);
  }
  for (const { owner, record } of all.of("trunk")) {
    const where = belowOf(owner as OrganizationId);
    const entries = checkedTickets<BelowPage["entries"][number]>(all, where, record.below, say);
    const known = entries.map((entry) => JSON.stringify(entry));
    const those = below.get(owner) ?? [];
    const expected = those.map(([id, [, level, , , , ticket]]) =>
      JSON.stringify([ticket, id, level]),
    );
    if (!sameMembers(known, expected)) say(`what is below ${named(owner)} is something else`);
    const distances: number[] = [];
    for (const [, [, , longest]] of those)
      distances[longest - 1] = (distances[longest - 1] ?? 0) + 1;
    const counted = Array.from(distances, (count) => count ?? 0);
    if (counted.join() !== record.distances.join()) say(`${named(owner)} miscounts distances`);
  }
};

/** MOUNT-01: aliases and places are noted as Links have them. */
const mounts: Check = (all, say) => {
  const aliases = new Map<string, string[]>();
  const places = new Map<string, string[]>();
  for (const { owner, own, record } of all.of("link")) {
    const { alias, mount } = record;
    if (alias !== null) collect(aliases, named(owner, aliasText(mount, alias)), own);
    if (mount === null) continue;
    collect(places, named(owner, mount), own);
    if (all.get("department", owner, mount)?.removed !== false) {
      say(`${named(owner, own)} is mounted at ${named(mount)}, which is gone`);
    }
  }
  for (const { owner, record } of all.of("trunk")) {
    const entries = checkedEntries<TrunkAliasEntry>(
      (own) => all.get("trunk-aliases", owner, own),
      aliasesUnder(owner as OrganizationId),
      record.aliases,
      (what) => say(`aliases of ${named(owner)}: ${what}`),
    );
    for (const [text, branches] of entries) {
      const key = named(owner, text);
      if (!sameMembers(branches, aliases.get(key) ?? [])) say(`alias ${key} is another's`);
      aliases.delete(key);
    }
  }
  for (const key of aliases.keys()) say(`alias ${key} is not noted`);
  for (const { owner, own, record } of all.of("department")) {
    const count = record.mounted?.count ?? 0;
    if (count !== (places.get(named(owner, own))?.length ?? 0)) {
      say(`${named(owner, own)} miscounts what is mounted there`);
    }
  }
};

/** LINK-07: what is below a Trunk is below its Branches, and nothing has more above than it may. */
const bounds: Check = (all, say, policy) => {
  for (const { owner, record } of all.of("lineage")) {
    if (record.above.length > policy.ancestorLimit) say(`${named(owner)} has too many above it`);
    if (record.links.length > policy.trunkLimit) say(`${named(owner)} has too many Trunks`);
  }
  for (const { owner, record } of all.of("trunk")) {
    if (record.below.count > policy.descendantLimit) say(`${named(owner)} has too many below it`);
    if (record.distances.length >= policy.hierarchyDepth) say(`${named(owner)} is too far up`);
  }
};

/** The invariants of hierarchies. */
export const hierarchyInvariants: readonly Invariant<RosterReads>[] = [
  { rules: ["LINK-05", "HIER-02", "UNLINK-04"], check: links },
  { rules: ["HIER-04", "HIER-03", "UNLINK-03"], check: lineages },
  { rules: [STRUCTURE, "MOUNT-01", "MOUNT-03"], check: mounts },
  { rules: ["LINK-07", "LINK-06"], check: bounds },
  ...officesInvariants,
];
