/** The Roster follows the directory: whatever a fact changes there shows here in the same step. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import type { Identity } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { effect, view } from "../core/rule.ts";
import { causedBy, emit, independently, likely, notify } from "../core/transaction.ts";
import { givenBack } from "../directory/select/kept.ts";
import type { Container, InTrunk, ScopeRule } from "../spaces/model.ts";
import { isTrunk, partIn } from "../spaces/select/container.ts";
import { admitByFact, type Entrant, enter, leave } from "./admission.ts";
import { hereOf } from "./select/presence.ts";
import { type Deciding, inScope, type Rules, rulesInForce } from "./select/scope.ts";
import { standingOf } from "./select/standing.ts";
import { type Candidates, candidatesOf, type Moving, type Reason } from "./who-to-resync.ts";

/** Re-evaluates everybody whom the new events of a step may concern. */
export const sync = effect(
  ["ROSTER-05", "ROSTER-07", "ROSTER-08", "ROSTER-09", "ROSTER-10"],
  (tx: Deciding, events: readonly Moving[], policy: Policy): void => {
    const candidates = candidatesOf(tx, events);
    if (candidates.length === 0) return;
    const movements = plan(tx, candidates);
    for (const movement of movements) dropRules(tx, movement);
    for (const movement of movements) goOut(tx, movement);
    for (const movement of movements) comeIn(tx, policy, movement);
  },
);

/** What is to happen to the people of one organization in one Space, or on one Link, in order. */
interface Movement {
  readonly of: Container;
  readonly organization: OrganizationId;
  readonly ruled: readonly Looked[];
  readonly leaving: readonly Looked[];
  readonly unwaiting: readonly Looked[];
  /** Who is back and had a place here, or waited for one, in the order in which they had left. */
  readonly returning: readonly Looked[];
  readonly entering: readonly Looked[];
}

/** Works out all movements before anything moves; reads only. */
function plan(tx: Deciding, candidates: readonly Candidates[]): Movement[] {
  const movements: Movement[] = [];
  independently(tx, candidates, (those) => {
    const movement = planOne(tx, those);
    if (movement !== null) movements.push(movement);
  });
  return movements;
}

function planOne(tx: Deciding, { of, organization, people }: Candidates): Movement | null {
  const part = partIn(tx, of, organization);
  if (part === null) return null;
  const rules = rulesInForce(tx, of, organization, part);
  const looked: Looked[] = [];
  independently(tx, people, ([person, reason]) => {
    const each = look(tx, of, organization, rules, part.order, person, reason);
    if (each.rule !== undefined || each.enters !== null || !each.stays) looked.push(each);
  });
  if (looked.length === 0) return null;
  return {
    of,
    organization,
    ruled: looked.filter((each) => each.rule !== undefined),
    returning: inOrder(looked, (each) => (each.enters === null ? null : each.left)),
    leaving: inOrder(looked, (each) => (each.stays ? null : each.presentSince)),
    unwaiting: inOrder(looked, (each) => (each.stays ? null : each.ticket)),
    entering: inOrder(looked, (each) => (each.left === null ? each.enters : null)).sort(byArrival),
  };
}

/** DIR-13: of several changes in one input, who is brought in by an earlier one comes first. */
const arrivesBefore = view(
  "DIR-13",
  (one: Looked, other: Looked): boolean => one.arrival < other.arrival,
);

const byArrival = (left: Looked, right: Looked): number =>
  Number(arrivesBefore(right, left)) - Number(arrivesBefore(left, right));

/** Those for whom a place is given, by that place. */
function inOrder(looked: readonly Looked[], place: (each: Looked) => number | null): Looked[] {
  const those = looked.filter((each) => place(each) !== null);
  return those.length < 2
    ? those
    : those.sort((left, right) => (place(left) as number) - (place(right) as number));
}

/** Somebody looked at again: where they are, and where they belong. */
interface Looked {
  readonly person: PersonId;
  readonly reason: Reason;
  /** The rule on them that ends with their employment, if there is one. */
  readonly rule: ScopeRule | undefined;
  /** Whether presence or waiting goes on without interruption. */
  readonly stays: boolean;
  /** The place of hire under which they are present, the ticket with which they wait. */
  readonly presentSince: number | null;
  readonly ticket: number | null;
  /** The place of hire under which they are to come in. */
  readonly enters: number | null;
  /** Which of several changes in the input brings them in. */
  readonly arrival: number;
  /** Of somebody who is back and was here or waited: the place in which they had left (CAP-08). */
  readonly left: number | null;
}

function look(
  tx: Deciding,
  of: Container,
  organization: OrganizationId,
  rules: Rules,
  order: number,
  person: PersonId,
  reason: Reason,
): Looked {
  // Whoever goes off a Link is looked up above it next (BRANCH-06).
  if (isTrunk(of)) likely(tx, (): [Key<"lineage">] => [["lineage", organization, ""]]);
  const { since: presentSince, ticket } = hereOf(tx, of, organization, person);
  const standing = standingOf(tx, organization, person);
  const rule = reason.ended ? rules.person(person) : undefined;
  // A rule on a person dies with the employment it was made for.
  const belongs = inScope(
    rule !== undefined ? { ...rules, person: () => undefined } : rules,
    person,
    standing,
  );
  const stays = belongs && !reason.ended;
  const here = presentSince !== null || ticket !== null;
  const enters = belongs && !(stays && here) ? standing.ordinal : null;
  const arrival = tx.arrivals.filter((begins) => begins <= (reason.start ?? reason.cause)).length;
  const left =
    reason.isBack === true && !isTrunk(of)
      ? placeLeft(tx, of.space, { organization, person }, order)
      : null;
  return { person, reason, rule, stays, presentSince, ticket, enters, arrival, left };
}

/** The place in which somebody who is back had left a Space, if they were there and may come back. */
function placeLeft(tx: Deciding, space: SpaceId, identity: Identity, order: number): number | null {
  const kept = givenBack(tx, identity, "place", tx.at, space);
  return kept.find((each) => each[2] === order)?.[4] ?? null;
}

/** RESIGN-01, RESIGN-04: individual selections and exclusions end with the employment. */
const dropRules = effect(
  ["RESIGN-01", "RESIGN-04"],
  (tx: Deciding, { of, organization, ruled }: Movement): void => {
    const part = partIn(tx, of, organization);
    for (const { person, reason, rule: ended } of part === null ? [] : ruled) {
      const whole = part?.whole === true;
      const people = [[person, null]] as const;
      const change = {
        ...of,
        organization,
        whole,
        departments: [],
        people,
        ...(ended && { ended }),
      };
      causedBy(tx, reason.cause, () => emit(tx, "scope.changed", change));
    }
  },
);

function goOut(tx: Deciding, { of, organization, leaving, unwaiting }: Movement): void {
  for (const { person, reason } of leaving) {
    const because = reason.ended ? "resigned" : "directory";
    causedBy(tx, reason.cause, () => leave(tx, of, organization, person, because));
  }
  if (isTrunk(of)) return;
  for (const { person, reason } of unwaiting) {
    const because = reason.ended ? "resigned" : "directory";
    const left = { ...of, organization, person, because } as const;
    causedBy(tx, reason.cause, () => emit(tx, "waiting.left", left));
  }
}

function comeIn(tx: Deciding, policy: Policy, movement: Movement): void {
  const { of, organization, returning, entering } = movement;
  const over: PersonId[] = [];
  for (const { person, reason, enters, left } of [...returning, ...entering]) {
    const because = reason.isBack === true ? "reinstated" : "directory";
    const entrant = { organization, person, ordinal: enters ?? 0 };
    causedBy(tx, reason.start ?? reason.cause, () => {
      if (isTrunk(of)) goOn(tx, policy, of, entrant, because);
      else if (admitByFact(tx, policy, of.space, { ...entrant, because, left }) === "over-cap")
        over.push(person);
    });
  }
  if (!isTrunk(of) && over.length > 0) tellCapReached(tx, of.space, organization, over);
}

/** BRANCH-02: whoever comes into scope of a Link is on it at once: no cap applies, nobody waits. */
const goOn = effect(
  "BRANCH-02",
  (
    tx: Deciding,
    policy: Policy,
    of: InTrunk,
    entrant: Entrant,
    because: "directory" | "reinstated",
  ): void => enter(tx, policy, of, entrant, because),
);

/** CAP-04: tells the Space's admins and the organization's who is above the cap, or waits. */
export const tellCapReached = effect(
  "CAP-04",
  (
    tx: Deciding,
    space: SpaceId,
    organization: OrganizationId,
    people: readonly PersonId[],
  ): void => {
    notify(tx, {
      kind: "ROSTER_CAP_REACHED",
      to: [
        { kind: "space-admins", space },
        { kind: "authorized-admins", organization },
      ],
      data: { space, organization, people },
    });
  },
);
