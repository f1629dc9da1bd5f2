/** What always holds of what is chosen in Hierarchy units, and of who waits there. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { checkedEntries, type Invariant, named, sameMembers } from "../core/invariants.ts";
import { naturalIn } from "../directory/select/naturals.ts";
import { type All, accounts, type Entry, type Say } from "./invariants-pool.ts";
import type { AutomatedEntry, PoolRecord } from "./model.ts";
import { automatedIn, automaticName } from "./select/keys.ts";
import { listedAs } from "./select/limits.ts";
import type { LicensesReads } from "./select/pool.ts";

type Check = Invariant<LicensesReads>["check"];

const aboveOf = (all: All, organization: string) => all.get("lineage", organization)?.above ?? [];

/** The Trunks of an organization through which another one above reaches it. */
const throughTo = (all: All, organization: string, upper: string): readonly OrganizationId[] =>
  aboveOf(all, organization).find(([each]) => each === upper)?.[3] ?? [];

/** The organizations of which something is chosen in a Hierarchy unit. */
export const chosenIn = (all: All, host: string, pool: PoolRecord, say: Say): OrganizationId[] =>
  checkedEntries<AutomatedEntry>(
    (own) => all.get("automated", host, own),
    automatedIn(host as OrganizationId),
    pool.hierarchy?.automated ?? { buckets: 0, count: 0 },
    say,
  ).map(([organization]) => organization);

const choiceOf = (all: All, host: string, pool: PoolRecord, organization: OrganizationId) =>
  all.get("automatic", host, automaticName(pool.hierarchy?.number ?? -1, organization));

/** Whether a Trunk has chosen an organization with what is below it. */
function hasBelow(all: All, host: string, organization: OrganizationId): boolean {
  const pool = all.get("pool", host);
  const choice = pool === null ? null : choiceOf(all, host, pool, organization);
  return choice?.whole === true && choice.alone !== true;
}

/** Whether a Trunk has chosen something above an organization, with what is below, and reaches it through that. */
function isCoveredBy(all: All, host: string, organization: OrganizationId): boolean {
  const found = new Set([organization]);
  for (const each of found) {
    for (const next of throughTo(all, each, host)) if (next !== host) found.add(next);
  }
  return [...found].some((each) => each !== organization && hasBelow(all, host, each));
}

/** SEAT-03: what is chosen is noted on both sides, of organizations below alone; and who is covered by it. */
export const choicesBelow: Check = (all, say) => {
  const choosers = new Map<string, string[]>();
  for (const { owner, record } of all.of("pool")) {
    for (const organization of chosenIn(all, owner, record, say)) {
      const what = named(owner, organization);
      const choice = choiceOf(all, owner, record, organization);
      if (choice === null || (choice.departments.count === 0 && choice.whole !== true)) {
        say(`${what} chooses nothing`);
      }
      if (!aboveOf(all, organization).some(([upper]) => upper === owner)) {
        say(`${what} is of nobody below`);
      }
      const others = choosers.get(organization) ?? [];
      choosers.set(organization, [...others, named(owner, hasBelow(all, owner, organization))]);
    }
  }
  for (const { owner, record } of all.of("automated-by")) {
    const { chosen, covered } = record;
    const noted = chosen.map(([trunk, below]) => named(trunk, below));
    if (!sameMembers(noted, choosers.get(owner) ?? [])) say(`${named(owner)} is chosen otherwise`);
    if (chosen.length + covered.length === 0) say(`${named(owner)} is concerned by nothing`);
    choosers.delete(owner);
  }
  for (const organization of choosers.keys()) say(`${named(organization)} is not noted`);
  for (const { owner } of all.of("lineage")) {
    const organization = owner as OrganizationId;
    const by = aboveOf(all, owner)
      .map(([upper]) => upper)
      .filter((upper) => isCoveredBy(all, upper, organization));
    if (!sameMembers(all.get("automated-by", owner)?.covered ?? [], by)) {
      say(`${named(owner)} is covered by others`);
    }
  }
};

/** Whether all of an organization is chosen by a Trunk. */
export const isWholeChosen = (
  all: All,
  host: string,
  pool: PoolRecord,
  organization: OrganizationId,
): boolean =>
  all.get("automated-by", organization)?.covered.includes(host as OrganizationId) === true ||
  choiceOf(all, host, pool, organization)?.whole === true;

/** The direct Branch under which an organization stands. */
function branchOver(all: All, host: string, organization: OrganizationId): OrganizationId | null {
  let at = organization;
  for (;;) {
    const next = throughTo(all, at, host)[0];
    if (next === undefined) return null;
    if (next === host) return at;
    at = next;
  }
}

/** SEAT-04: how many distinct persons hold seats under each Branch is a recount. */
export const seatsCounted: Check = (all, say) => {
  const persons = new Map<string, Set<PersonId>>();
  for (const { owner, record } of all.of("pool")) {
    for (const { number, organization, person } of accounts(all, owner, record, "held")) {
      const isBelow = number === record.hierarchy?.number;
      const branch = isBelow ? branchOver(all, owner, organization) : null;
      if (branch === null) continue;
      const link = named(owner, branch);
      const natural = naturalIn(all, { organization, person });
      persons.set(link, (persons.get(link) ?? new Set()).add(natural));
    }
  }
  for (const { owner, own, record } of all.of("link")) {
    if ((record.seated ?? 0) !== (persons.get(named(owner, own))?.size ?? 0)) {
      say(`${named(owner, own)} miscounts its seats`);
    }
  }
};

/** SEAT-04: whether the Branch of somebody who waits in a Hierarchy unit is full. */
export function isHeldUp(
  all: All,
  host: string,
  pool: PoolRecord,
  { number, organization, person }: Pick<Entry, "number" | "organization" | "person">,
): boolean {
  if (number !== pool.hierarchy?.number) return false;
  const branch = branchOver(all, host, organization);
  const limit = branch === null ? undefined : all.get("link", host, branch)?.seats;
  if (limit === undefined) return false;
  const natural = naturalIn(all, { organization, person });
  const holds = accounts(all, host, pool, "held").some(
    (each) =>
      each.number === number &&
      naturalIn(all, each) === natural &&
      branchOver(all, host, each.organization) === branch,
  );
  const seated = all.get("link", host, branch as OrganizationId)?.seated ?? 0;
  return !holds && seated >= limit;
}

/** LIC-19: whether the unit of somebody who waits is full, and they count in it in no other way. */
export function isFull(
  all: All,
  host: string,
  pool: PoolRecord,
  { number, organization, person }: Pick<Entry, "number" | "organization" | "person">,
): boolean {
  const unit = listedAs(pool, number);
  if (unit?.limit === undefined || unit.used < unit.limit) return false;
  const natural = naturalIn(all, { organization, person });
  return !accounts(all, host, pool, "held").some(
    (each) => each.number === number && naturalIn(all, each) === natural,
  );
}
