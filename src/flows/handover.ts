/** Somebody leaves: their open tasks go to a successor in the same step, or wait for one. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import type { FlowsEvents, ParkedPage, TaskNamed } from "./model.ts";
import { type FlowsTx, instanceOf, tasksHeldBy } from "./select/flows.ts";
import { parkedFor } from "./select/places.ts";
import { heirOf } from "./select/successors.ts";

type Happened = readonly EventEnvelope<string, unknown>[];
type DataOf<Type extends keyof FlowsEvents> = FlowsEvents[Type];

/** Somebody who leaves. */
interface Leaver {
  readonly identity: Identity;
  /** Only tasks in instances of this Space; `null`: all. */
  readonly space: SpaceId | null;
  /** The successor named with the event. */
  readonly named: PersonId | null;
  /** Whether the Association ended, so that nobody can succeed. */
  readonly ended: boolean;
}

/** Who leaves by an event: with all tasks, or with those in a Space; a Host contact off it stays. */
function leaverBy(tx: FlowsTx, { type, data }: Happened[number]): Leaver | null {
  if (type === "person.resigned") {
    const { organization, person, successor = null } = data as DataOf<"person.resigned">;
    return { identity: { organization, person }, space: null, named: successor, ended: false };
  }
  if (type !== "roster.left") return null;
  const { space, organization, person, because } = data as DataOf<"roster.left">;
  if (because === "resigned" || must(tx, "space", space).host === organization) return null;
  const ended = because === "association-ended";
  return { identity: { organization, person }, space, named: null, ended };
}

/** A leaver's task goes on with a successor, or waits for one; it is never approved, never lost. */
function move(tx: FlowsTx, leaver: Leaver, { instance, task }: TaskNamed): void {
  const { identity: from, named, ended } = leaver;
  const { organization } = from;
  const record = instanceOf(tx, instance);
  const heir = ended ? null : heirOf(tx, record, from, named);
  if (heir === null) {
    emit(tx, "task.parked", { instance, task, from, home: ended ? record.host : organization });
    return;
  }
  const { person, because } = heir;
  emit(tx, "task.handed-over", { instance, task, from, to: { organization, person }, because });
}

/**
 * HAND-02, HAND-03, HAND-05, EXIT-04: the tasks of an identity that resigned, or left the Roster of
 * their Space, go on with a successor or wait for one.
 */
const handOver = effect(
  ["HAND-02", "HAND-05", "EXIT-04"],
  (tx: FlowsTx, _policy: Policy, events: Happened): void => {
    const { cause } = tx;
    for (const event of events) {
      const leaver = leaverBy(tx, event);
      if (leaver === null) continue;
      tx.cause = event.seq;
      for (const held of tasksHeldBy(tx, leaver.identity)) {
        if (leaver.space === null || held.space === leaver.space) move(tx, leaver, held);
      }
    }
    tx.cause = cause;
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
  const { cause } = tx;
  for (const { type, seq, data } of events) {
    if (type !== "association.cancelled") continue;
    const { space, organization } = data as DataOf<"association.cancelled">;
    const home = must(tx, "space", space).host;
    if (home === organization) continue;
    tx.cause = seq;
    const listed: Listed[] = [];
    for (const [, instance, task, , person] of listedIn(tx, organization, space)) {
      const from = person === null ? null : { organization, person };
      // Who was listed and came onto the Roster later hands over with everybody else there.
      if (from === null || !justLeft(tx, space, from)) listed.push({ instance, task, from });
    }
    for (const each of inOrder(tx, listed)) emit(tx, "task.parked", { ...each, home });
  }
  tx.cause = cause;
});

/** The reactions of this area, in the order in which they run: what waited comes before what will. */
export const handoverReactions: readonly ((
  tx: FlowsTx,
  policy: Policy,
  events: Happened,
) => void)[] = [goToHost, handOver];
