/** Who comes to be both on the Roster, or present, and in what is automatic is granted a license at once. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import { isAhead } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect, view } from "../core/rule.ts";
import { causedBy, emit, independently, must } from "../core/transaction.ts";
import type { Container } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { aboveOf } from "../spaces/select/trunks.ts";
import { giveOrDefer } from "./giving.ts";
import type { Account, LicensesEvents } from "./model.ts";
import { isPassedBy } from "./reserving.ts";
import { isCovered, wasCovered, wasPresentAndCovered } from "./select/automatic.ts";
import { accountIn } from "./select/holding.ts";
import { type Deciding, type Reading, unitOf } from "./select/pool.ts";
import { type Downstream, isHierarchy, isPresentIn, unitIn } from "./select/units.ts";
import { type Candidate, candidatesOf, type Moving } from "./who-to-auto-grant.ts";

/** An identity in its unit, and the event that brought it about; `null` is the input itself. */
interface Moved extends Identity {
  readonly where: Downstream;
  readonly cause: number | null;
}

/** Somebody to be granted a license, with their place among those of the Space, or below the Trunk. */
export interface Newcomer extends Moved {
  readonly rank: readonly number[];
}

/** What a step brings about in one Space, or below one Trunk. */
interface Findings {
  readonly of: Container;
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
  independently(tx, candidatesOf(tx, events), ({ of, candidates }) => {
    const entering: Newcomer[] = [];
    const leaving: Moved[] = [];
    independently(tx, candidates, (candidate) => {
      const where = unitIn(tx, of, candidate.organization);
      if (where === null) return;
      const becomes = look(tx, where, candidate, policy);
      if (becomes === "leaving") leaving.push({ ...candidate, where });
      if (becomes === "entering") entering.push(newcomer(tx, where, candidate));
    });
    if (entering.length + leaving.length === 0) return;
    const host = isTrunk(of) ? of.trunk : must(tx, "space", of.space).host;
    found.push({ of, host, entering: entering.sort(byRank), leaving });
  });
  return found.length < 2 ? found : inOrderOfCreation(tx, found);
}

/** What an identity has in its unit. */
function accountOf(
  tx: Reading,
  { host, unit }: Downstream,
  { organization, person }: Identity,
): Account | undefined {
  return accountIn(tx, { host, number: unit.number, organization, person });
}

/** CAP-08: a license to come back to needs no automatic department. */
const needsNoDepartment = view("CAP-08", ([, , ticket]: Account): boolean => isAhead(ticket));

function look(
  tx: Reading,
  where: Downstream,
  { organization, person, how }: Candidate,
  policy: Policy,
): "entering" | "leaving" | null {
  if (!isPresentIn(tx, where, { organization, person })) return null;
  const account = accountOf(tx, where, { organization, person });
  if (account?.[3] === "held" || account?.[3] === "reserved") return null;
  const covered = isCovered(tx, where, organization, person);
  if (account !== undefined) return covered || needsNoDepartment(account) ? null : "leaving";
  if (!covered || isPassedBy(tx, where.unit, { organization, person }, policy)) return null;
  // Present for a Trunk is who is so by whichever chain; a Roster says itself who comes onto it.
  const was = isHierarchy(where.unit)
    ? wasPresentAndCovered(tx, where, organization, person)
    : how === "moved" && wasCovered(tx, where, organization, person);
  return was ? null : "entering";
}

/** Whom the step itself brings in come by Association, then by hire; whom freed room let in come last. */
function newcomer(tx: Reading, where: Downstream, candidate: Candidate): Newcomer {
  const { organization, person, how, cause } = candidate;
  if (isHierarchy(where.unit)) {
    return { organization, person, where, cause, rank: rankBelow(tx, where.host, candidate) };
  }
  if (how === "let-in") return { organization, person, where, cause, rank: [1, cause] };
  const { order } = must(tx, "association", where.unit.space, organization);
  const { ordinal } = must(tx, "employment", organization, person);
  return { organization, person, where, cause, rank: [0, order, ordinal] };
}

/** SEAT-03: below a Trunk in the order of Links down the line, an upper one before those below it, then of hires. */
function rankBelow(
  tx: Reading,
  trunk: OrganizationId,
  { organization, person }: Identity,
): readonly number[] {
  const [, , , , line = []] = aboveOf(tx, organization).find(([upper]) => upper === trunk) ?? [];
  // No Link has this number.
  return [...line, 0, must(tx, "employment", organization, person).ordinal];
}

function byRank(left: Newcomer, right: Newcomer): number {
  for (let i = 0; i < left.rank.length; i += 1) {
    const difference = (left.rank[i] as number) - (right.rank[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The Spaces of each Host in order of creation, then whom it reaches; the Hosts as they come. */
function inOrderOfCreation(tx: Reading, found: readonly Findings[]): Findings[] {
  const hosts = [...new Set(found.map(({ host }) => host))];
  return hosts.flatMap((host) => {
    const own = found.filter((each) => each.host === host);
    if (own.length < 2) return own;
    const { hosted } = must(tx, "organization", host);
    const placeOf = ({ of }: Findings): number =>
      isTrunk(of) ? hosted.length : hosted.indexOf(of.space);
    return own.sort((left, right) => placeOf(left) - placeOf(right));
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

/** Those of some people of an organization who are present without an account, in order. */
export function withoutAccount(
  tx: Deciding,
  where: Downstream,
  organization: OrganizationId,
  people: readonly PersonId[],
  policy: Policy,
): Newcomer[] {
  const found: Newcomer[] = [];
  independently(tx, people, (person) => {
    const identity = { organization, person };
    if (!isPresentIn(tx, where, identity)) return;
    if (accountOf(tx, where, identity) !== undefined) return;
    if (isPassedBy(tx, where.unit, identity, policy)) return;
    const candidate = { ...identity, where, cause: tx.cause };
    if (isHierarchy(where.unit)) {
      found.push({ ...candidate, rank: rankBelow(tx, where.host, identity) });
      return;
    }
    const { ordinal } = must(tx, "employment", organization, person);
    found.push({ ...candidate, rank: [ordinal] });
  });
  return found.sort(byRank);
}

/** In the order in which they come, wherever they are of. */
export const inOrder = (newcomers: readonly Newcomer[]): Newcomer[] => [...newcomers].sort(byRank);
