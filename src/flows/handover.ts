/** Somebody leaves: their open tasks go to a successor in the same step, or wait for one. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { each, emit, must, read, want } from "../core/transaction.ts";
import { aheadOfMoves, type Leaver, type Move, wantLeavers } from "./ahead-leaving.ts";
import type { FlowsEvents, ParkedPage, TaskNamed } from "./model.ts";
import { type FlowsTx, type HeldTask, instanceOf, tasksHeldBy } from "./select/flows.ts";
import { parkedFor } from "./select/places.ts";
import { heirOf } from "./select/successors.ts";

type Happened = readonly EventEnvelope<string, unknown>[];

type DataOf<Type extends keyof FlowsEvents> = FlowsEvents[Type];

/** Who resigned, with all their tasks. */
function resigned({ seq, data }: EventEnvelope<string, unknown>): Leaver {
  const { organization, person, successor = null } = data as DataOf<"person.resigned">;
  return {
    identity: { organization, person },
    space: null,
    named: successor,
    ended: false,
    cause: seq,
  };
}

/** Who left a Roster otherwise, with their tasks there; a Host contact still works for the Host. */
function off(tx: FlowsTx, { seq, data }: EventEnvelope<string, unknown>): Leaver | null {
  const { space, organization, person, because } = data as DataOf<"roster.left">;
  if (because === "resigned" || must(tx, "space", space).host === organization) return null;
  const ended = because === "association-ended";
  return { identity: { organization, person }, space, named: null, ended, cause: seq };
}

/** Everybody who leaves by these events, in order. */
function leaversIn(tx: FlowsTx, events: Happened): Leaver[] {
  const found: Leaver[] = [];
  each(tx, events, (event) => {
    if (event.type === "person.resigned") found.push(resigned(event));
    const left = event.type === "roster.left" ? off(tx, event) : null;
    if (left !== null) found.push(left);
  });
  return found;
}

/** What becomes of a leaver's task: a successor's, or parked; never approved, never lost. */
function moveOf(tx: FlowsTx, leaver: Leaver, { instance, task }: HeldTask): Move {
  const { identity: from, named, ended, cause } = leaver;
  const record = instanceOf(tx, instance);
  const heir = ended ? null : heirOf(tx, record, from, named);
  if (heir === null) {
    const home = ended ? record.host : from.organization;
    return { type: "task.parked", data: { instance, task, from, home }, cause };
  }
  const to = { organization: from.organization, person: heir.person };
  const data = { instance, task, from, to, because: heir.because };
  return { type: "task.handed-over", data, cause };
}

/** Works out what becomes of the tasks of those who leave, before anything moves; reads only. */
function planOf(tx: FlowsTx, leavers: readonly Leaver[]): Move[] {
  wantLeavers(tx, leavers);
  const moves: Move[] = [];
  each(tx, leavers, (leaver) => {
    const tasks = tasksHeldBy(tx, leaver.identity).filter(
      ({ space }) => leaver.space === null || space === leaver.space,
    );
    each(tx, tasks, (held) => moves.push(moveOf(tx, leaver, held)));
  });
  return moves;
}

function carryOut(tx: FlowsTx, moves: readonly Move[]): void {
  aheadOfMoves(tx, moves);
  const cause = tx.cause;
  for (const move of moves) {
    tx.cause = move.cause;
    if (move.type === "task.parked") emit(tx, move.type, move.data);
    else emit(tx, move.type, move.data);
  }
  tx.cause = cause;
}

/**
 * HAND-02, HAND-03, HAND-05, EXIT-04: the tasks of an identity that resigned, or left the Roster of
 * their Space, go on with a successor or wait for one.
 */
const handOver = effect(
  ["HAND-02", "HAND-05", "EXIT-04"],
  (tx: FlowsTx, _policy: Policy, events: Happened): void => {
    const leavers = leaversIn(tx, events);
    if (leavers.length > 0) carryOut(tx, planOf(tx, leavers));
  },
);

/** The tasks in a Space's instances that are listed for the admins of an organization. */
function listedIn(tx: FlowsTx, organization: OrganizationId, space: SpaceId) {
  const index = read(tx, "parking", organization)?.parked;
  if (index === undefined) return [];
  const entries = allTickets<ParkedPage["entries"][number]>(tx, parkedFor(organization), index);
  return entries.filter(([, , , each]) => each === space);
}

/** Whether somebody was on the Roster until this input ended the Association. */
function justLeft(tx: FlowsTx, space: SpaceId, { organization, person }: Identity): boolean {
  return tx.events.some(({ type, data }) => {
    if (type !== "roster.left") return false;
    const left = data as DataOf<"roster.left">;
    return left.space === space && left.organization === organization && left.person === person;
  });
}

/** A task that goes to the Host with the end of an Association, and who holds it, if anybody does. */
interface Listed extends TaskNamed {
  readonly from: Identity | null;
}

/** What waits comes first, in order; then what people off the Roster hold, in the order of hires. */
function inOrder(tx: FlowsTx, listed: readonly Listed[]): Listed[] {
  const held = listed.filter(({ from }) => from !== null);
  const hired = ({ from }: Listed): number =>
    from === null ? -1 : must(tx, "employment", from.organization, from.person).ordinal;
  if (tx.ahead) {
    want(
      tx,
      held.flatMap(({ from }) =>
        from === null ? [] : [["employment", from.organization, from.person] as const],
      ),
    );
  }
  const byHire = [...held].sort(
    (left, right) => hired(left) - hired(right) || left.task - right.task,
  );
  return [...listed.filter(({ from }) => from === null), ...byHire];
}

/**
 * HAND-05: what waits for the admins of an organization, or is held by its people without being on
 * the Roster, waits for the Host's when its Association ends.
 */
const goToHost = effect("HAND-05", (tx: FlowsTx, _policy: Policy, events: Happened): void => {
  const moves: Move[] = [];
  each(tx, events, ({ type, seq, data }) => {
    if (type !== "association.cancelled") return;
    const { space, organization } = data as DataOf<"association.cancelled">;
    const home = must(tx, "space", space).host;
    if (home === organization) return;
    const listed: Listed[] = [];
    for (const [, instance, task, , person] of listedIn(tx, organization, space)) {
      const from = person === null ? null : { organization, person };
      // Who was listed and came onto the Roster later hands over with everybody else there.
      if (from === null || !justLeft(tx, space, from)) listed.push({ instance, task, from });
    }
    for (const each of inOrder(tx, listed)) {
      moves.push({ type: "task.parked", data: { ...each, home }, cause: seq });
    }
  });
  carryOut(tx, moves);
});

/** The reactions of this area, in the order in which they run: what waited comes before what will. */
export const handoverReactions: readonly ((
  tx: FlowsTx,
  policy: Policy,
  events: Happened,
) => void)[] = [goToHost, handOver];
