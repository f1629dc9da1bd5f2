/** Who comes to be both on the Roster and in an automatic department is granted a license at once. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import { isAhead } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect, view } from "../core/rule.ts";
import { causedBy, emit, independently, must } from "../core/transaction.ts";
import { isPresent } from "../roster/select/presence.ts";
import { giveOrDefer } from "./giving.ts";
import type { Account, LicensesEvents } from "./model.ts";
import { isPassedBy } from "./reserving.ts";
import { isCovered, wasCovered } from "./select/automatic.ts";
import { accountIn, accountsOfPerson } from "./select/holding.ts";
import { type Deciding, poolOf, type Reading, unitOf } from "./select/pool.ts";
import { type Downstream, downstreamUnit } from "./select/units.ts";
import { type Candidate, candidatesOf, type Moving } from "./who-to-auto-grant.ts";

/** An identity in its unit, and the event that brought it about; `null` is the input itself. */
interface Moved extends Identity {
  readonly where: Downstream;
  readonly cause: number | null;
}

/** Somebody to be granted a license, with their place among those of the Space. */
export interface Newcomer extends Moved {
  readonly rank: readonly number[];
}

/** What a step brings about in one Space. */
interface Findings {
  readonly space: SpaceId;
  readonly host: OrganizationId;
  readonly entering: readonly Newcomer[];
  /** Who waits for a license, and is in no automatic department any more. */
  readonly leaving: readonly Moved[];
}

/** Works out whom the step has brought into automatic departments, or out of them; reads only. */
export function lookAround(
  tx: Reading,
  events: readonly (Moving | EventOf<LicensesEvents>)[],
  policy: Policy,
): Findings[] {
  const found: Findings[] = [];
  independently(tx, candidatesOf(tx, events), ([space, candidates]) => {
    const entering: Newcomer[] = [];
    const leaving: Moved[] = [];
    independently(tx, candidates, (candidate) => {
      const where = downstreamUnit(tx, space, candidate.organization);
      if (where === null) return;
      const becomes = look(tx, where, candidate, policy);
      if (becomes === "leaving") leaving.push({ ...candidate, where });
      if (becomes === "entering") entering.push(newcomer(tx, where, candidate));
    });
    if (entering.length + leaving.length === 0) return;
    const { host } = must(tx, "space", space);
    found.push({ space, host, entering: entering.sort(byRank), leaving });
  });
  return found.length < 2 ? found : inOrderOfCreation(tx, found);
}

/** What an identity has in its unit. */
function accountOf(
  tx: Reading,
  { host, unit }: Downstream,
  { organization, person }: Identity,
): Account | undefined {
  const accounts = accountsOfPerson(tx, host, poolOf(tx, host), person);
  return accountIn(accounts, unit.number, organization);
}

/** CAP-08: a license to come back to needs no automatic department. */
const needsNoDepartment = view("CAP-08", ([, , ticket]: Account): boolean => isAhead(ticket));

function look(
  tx: Reading,
  where: Downstream,
  { organization, person, how }: Candidate,
  policy: Policy,
): "entering" | "leaving" | null {
  if (!isPresent(tx, where.unit.space, organization, person)) return null;
  const account = accountOf(tx, where, { organization, person });
  if (account?.[3] === "held" || account?.[3] === "reserved") return null;
  const covered = isCovered(tx, where, organization, person);
  if (account !== undefined) return covered || needsNoDepartment(account) ? null : "leaving";
  if (!covered || isPassedBy(tx, { organization, person }, policy)) return null;
  return how === "moved" && wasCovered(tx, where, organization, person) ? null : "entering";
}

/** Whom the step itself brings in come by Association, then by hire; whom freed room let in come last. */
function newcomer(tx: Reading, where: Downstream, candidate: Candidate): Newcomer {
  const { organization, person, how, cause } = candidate;
  if (how === "let-in") return { organization, person, where, cause, rank: [1, cause] };
  const { order } = must(tx, "association", where.unit.space, organization);
  const { ordinal } = must(tx, "employment", organization, person);
  return { organization, person, where, cause, rank: [0, order, ordinal] };
}

function byRank(left: Newcomer, right: Newcomer): number {
  for (let i = 0; i < left.rank.length; i += 1) {
    const difference = (left.rank[i] as number) - (right.rank[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The Spaces of each Host in order of creation, the Hosts as they come. */
function inOrderOfCreation(tx: Reading, found: readonly Findings[]): Findings[] {
  const hosts = [...new Set(found.map(({ host }) => host))];
  return hosts.flatMap((host) => {
    const own = found.filter((each) => each.host === host);
    if (own.length < 2) return own;
    const { hosted } = must(tx, "organization", host);
    return own.sort((left, right) => hosted.indexOf(left.space) - hosted.indexOf(right.space));
  });
}

/** LIC-10: who waits and is in no automatic department any more waits no longer. */
export const dropMoved = effect("LIC-10", (tx: Deciding, found: readonly Findings[]): void => {
  for (const { where, organization, person, cause } of found.flatMap((each) => each.leaving)) {
    const account = { ...unitOf(where.host, where.unit), organization, person };
    causedBy(tx, cause, () => emit(tx, "license.undeferred", { ...account, because: "moved" }));
  }
});

/** LIC-10: whom the step has brought in is granted a license, one after the other. */
export const grantEntrants = effect(
  "LIC-10",
  (tx: Deciding, policy: Policy, found: readonly Findings[]): void => {
    for (const { entering } of found) giveInOrder(tx, policy, entering);
  },
);

function giveInOrder(tx: Deciding, policy: Policy, newcomers: readonly Newcomer[]): void {
  for (const { where, organization, person, cause } of newcomers) {
    const account = { ...unitOf(where.host, where.unit), organization, person };
    causedBy(tx, cause, () => giveOrDefer(tx, policy, account));
  }
}

/** LIC-10: under this policy a choice of departments brings in those who are there already. */
export const grantPresent = effect(
  "LIC-10",
  (tx: Deciding, policy: Policy, newcomers: readonly Newcomer[]): void => {
    giveInOrder(tx, policy, newcomers);
  },
);

/** Those of some people of a Member who are on the Roster without an account, in order of hires. */
export function withoutAccount(
  tx: Deciding,
  where: Downstream,
  organization: OrganizationId,
  people: readonly PersonId[],
  policy: Policy,
): Newcomer[] {
  const found: Newcomer[] = [];
  independently(tx, people, (person) => {
    if (!isPresent(tx, where.unit.space, organization, person)) return;
    if (accountOf(tx, where, { organization, person }) !== undefined) return;
    if (isPassedBy(tx, { organization, person }, policy)) return;
    const { ordinal } = must(tx, "employment", organization, person);
    found.push({ organization, person, where, cause: tx.cause, rank: [ordinal] });
  });
  return found.sort(byRank);
}
