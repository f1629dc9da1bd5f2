/**
 * What people have at organizations that they are present for through Links: licenses, and whatever else
 * ends with their presence. It is kept from both sides, so that one who leaves finds every organization
 * above, and an organization that loses a whole one below finds everybody concerned.
 */
import { allEntries, clearEntries, putEntry, removeEntry } from "../../core/hashed.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Key } from "../../core/keys.ts";
import { setUnder } from "../../core/kinds.ts";
import type { Identity } from "../../core/notice.ts";
import { EMPTY_HASH } from "../../core/structures.ts";
import type * as faces from "../../core/transaction.ts";
import { drop, put, read } from "../../core/transaction.ts";
import { allTies, type BoundRecords, tie, tieOf } from "../../directory/select/bound.ts";
import { rosterKinds } from "../kinds.ts";
import type { RosterRecords, StakedEntry, StakeTie } from "../model.ts";
import type { Reading, RosterReads } from "./scope.ts";

/** For evolve cases: the records of both sides. */
export type StakeRecords = Pick<RosterRecords, "stake" | "staked"> & BoundRecords;
type Evolving = faces.Evolving<StakeRecords, RosterReads>;

/** The people of an organization who have something at one above it. */
export const stakedAt = (trunk: OrganizationId, organization: OrganizationId) =>
  setUnder(rosterKinds.staked, trunk, organization);

/** What somebody may have at an organization above, in the order in which ties count it. */
const SORTS = ["seats", "groups", "tasks", "offices"] as const;

/** For evolve cases: somebody has one thing more of a sort at an organization above, or one less. */
export function stake(
  tx: Evolving,
  trunk: OrganizationId,
  { organization, person }: Identity,
  sort: (typeof SORTS)[number],
  change: 1 | -1,
): void {
  const identity = { organization, person };
  const [, ...before] = tieOf<StakeTie>(tx, identity, "stakes", trunk) ?? [trunk, 0, 0, 0, 0];
  const things = before.map((count, i) => (SORTS[i] === sort ? count + change : count));
  const has = (counts: readonly number[]): boolean => counts.some((count) => count > 0);
  const after = has(things);
  tie<StakeTie>(tx, identity, "stakes", trunk, () =>
    after ? ([trunk, ...things] as unknown as StakeTie) : null,
  );
  if (has(before) && after) return;
  const where = stakedAt(trunk, organization);
  const people = read(tx, "stake", trunk, organization)?.people ?? EMPTY_HASH;
  const now = after
    ? putEntry(tx, where, people, [person])
    : removeEntry(tx, where, people, person);
  if (now.count > 0) {
    put(tx, "stake", trunk, organization, { people: now });
    return;
  }
  clearEntries(tx, where, now);
  drop(tx, "stake", trunk, organization);
}

/** What says who of an organization has something at one above it, where few do: to be noted at once. */
export const keysOfStakes = (
  trunk: OrganizationId,
  organization: OrganizationId,
): Key<"stake" | "staked">[] => [
  ["stake", trunk, organization],
  ["staked", trunk, stakedAt(trunk, organization).own(0)],
];

/** The organizations above at which somebody has something. */
export const stakesOf = (tx: Reading, identity: Identity): OrganizationId[] =>
  allTies<StakeTie>(tx, identity, "stakes").map(([trunk]) => trunk);

/** The people of an organization who have something at one above it. */
export function peopleWithStakes(
  tx: Reading,
  trunk: OrganizationId,
  organization: OrganizationId,
): PersonId[] {
  const record = read(tx, "stake", trunk, organization);
  if (record === null) return [];
  return allEntries<StakedEntry>(tx, stakedAt(trunk, organization), record.people).map(
    ([person]) => person,
  );
}
