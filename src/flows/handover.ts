/** Somebody leaves: their open tasks go to a successor in the same step, or wait for one. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { causedBy, emit, independently, must, read, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { isAble } from "../directory/select/able.ts";
import { isUndone } from "../directory/select/kept.ts";
import type { HierarchyEvents } from "../hierarchy/model.ts";
import type { RosterEvents, SpaceRosterEvent } from "../roster/model.ts";
import { absentBy, type Leaving } from "../roster/select/absent.ts";
import type { SpacesEvents } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { reaches } from "../spaces/select/trunks.ts";
import type { ParkedPage, RunningPage, TaskNamed } from "./model.ts";
import { workplaceIn } from "./select/ability.ts";
import {
  type Deciding,
  type HeldTask,
  instanceOf,
  type Reading,
  tasksHeldBy,
} from "./select/flows.ts";
import { parkedFor, runningOf } from "./select/keys.ts";
import { heirOf } from "./select/succession.ts";
import { receiverAt } from "./select/successors.ts";
import { endInstance } from "./steps.ts";

/** Somebody who leaves. */
interface Leaver {
  readonly identity: Identity;
  /** The successor named with the event. */
  readonly named: PersonId | null;
  /** Whether the Association ended, so that nobody can succeed. */
  readonly ended: boolean;
}

/** A leaver's task goes on with a successor, or waits for one; it is never approved, never lost. */
function move(
  tx: Deciding,
  leaver: Leaver,
  { instance, task, space }: HeldTask,
  policy: Policy,
): void {
  const { identity: from, named, ended } = leaver;
  const { organization } = from;
  const record = instanceOf(tx, instance);
  const { host } = record;
  const heir = ended ? null : heirOf(tx, workplaceIn(record, space, instance), from, named, policy);
  if (heir === null) {
    emit(tx, "task.parked", { instance, task, from, home: ended ? host : organization });
    return;
  }
  emit(tx, "task.handed-over", { instance, task, from, ...heir });
}

/** HAND-02, HAND-03: the tasks of an identity that resigned go on with a successor or wait for one. */
export const handOver = effect(
  ["HAND-02", "HAND-05", "EXIT-04"],
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.resigned">, policy: Policy): void => {
    const { organization, person, successor: named = null } = data;
    if (isUndone(tx, data)) return;
    const identity = { organization, person };
    for (const held of tasksHeldBy(tx, identity)) {
      move(tx, { identity, named, ended: false }, held, policy);
    }
  },
);

/** FLOW-19: the tasks of somebody suspended go to who stands in, if they may hold them, or stay. */
export const standIn = effect(
  "FLOW-19",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.suspended">, policy: Policy): void => {
    const { organization, person } = data;
    const from = { organization, person };
    // Whoever one input suspends and resumes keeps what they hold (DIR-13).
    if (data.again === true || isAble(tx, from)) return;
    for (const { instance, task, space } of tasksHeldBy(tx, from)) {
      const where = workplaceIn(instanceOf(tx, instance), space, instance);
      const receiver = receiverAt(tx, where, from, person, policy);
      if (receiver === null) continue;
      const { holder: to, ...rest } = receiver;
      emit(tx, "task.handed-over", { instance, task, from, to, because: "suspended", ...rest });
    }
  },
);

/**
 * HAND-02, HAND-05, EXIT-04: so do the tasks, in the Space left, of an identity that leaves its Roster
 * otherwise; a Host contact off it stays.
 */
export const handOverHere = effect(
  ["HAND-02", "HAND-05", "EXIT-04"],
  (tx: Deciding, { data }: SpaceRosterEvent<"roster.left">, policy: Policy): void => {
    const { space, organization, person, because } = data;
    if (because === "resigned" || must(tx, "space", space).host === organization) return;
    const identity = { organization, person };
    const leaver = { identity, named: null, ended: because === "association-ended" };
    for (const held of tasksHeldBy(tx, identity)) {
      if (held.space === space) move(tx, leaver, held, policy);
    }
  },
);

/**
 * BRANCH-06, UNLINK-03: the tasks, in instances through a Trunk, of whoever is present for it no more go on
 * with a successor or wait for one: in their own organization, or at the Trunk if it reaches that no more.
 * Whoever resigned hands everything over anyhow.
 */
export const handOverAbsent = effect(
  ["BRANCH-06", "UNLINK-03"],
  (tx: Deciding, events: readonly Leaving[], policy: Policy): void => {
    for (const { trunk, identity, because, cause } of absentBy(tx, events)) {
      if (because === "resigned") continue;
      const ended = !reaches(tx, trunk, identity.organization);
      causedBy(tx, cause, () => {
        for (const held of tasksHeldBy(tx, identity)) {
          if (instanceOf(tx, held.instance).trunk !== trunk) continue;
          move(tx, { identity, named: null, ended }, held, policy);
        }
      });
    }
  },
);

/** UNLINK-03, HAND-05: what waits for the admins of an organization goes on to a Trunk that reaches it no more. */
export const goToTrunk = effect(
  ["UNLINK-03", "HAND-05"],
  (tx: Deciding, { data }: EventOf<HierarchyEvents, "lineage.changed">): void => {
    const { organization } = data;
    const before = readBefore(tx, "lineage", organization)?.above ?? [];
    const lost = before.flatMap(([upper, level]) =>
      level !== null && !reaches(tx, upper, organization) ? [upper] : [],
    );
    const index = read(tx, "parking", organization)?.parked;
    if (lost.length === 0 || index === undefined) return;
    const entries = allTickets<ParkedPage["entries"][number]>(tx, parkedFor(organization), index);
    for (const [, instance, task, , person] of entries) {
      const { trunk } = instanceOf(tx, instance);
      if (trunk === undefined || person !== null || !lost.includes(trunk)) continue;
      emit(tx, "task.parked", { instance, task, from: null, home: trunk });
    }
  },
);

/** HAND-05: what runs of an organization's apps ends with it, and nobody is asked to go on with it. */
export const endWithHost = effect(
  "HAND-05",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "organization.ended">): void => {
    const { organization } = data;
    const index = read(tx, "parking", organization)?.running ?? EMPTY_PAGES;
    const entries = allTickets<RunningPage["entries"][number]>(tx, runningOf(organization), index);
    independently(tx, entries, ([, instance]) => endInstance(tx, instance, "terminated"));
  },
);

/** The tasks in a Space's instances that are listed for the admins of an organization. */
function listedIn(tx: Reading, organization: OrganizationId, space: SpaceId) {
  const index = read(tx, "parking", organization)?.parked;
  if (index === undefined) return [];
  const entries = allTickets<ParkedPage["entries"][number]>(tx, parkedFor(organization), index);
  return entries.filter(([, , , each, , elsewhere]) => each === space && elsewhere === null);
}

/** Whether somebody was on the Roster until this input ended the Association. */
function justLeft(tx: Reading, space: SpaceId, { organization, person }: Identity): boolean {
  return tx.events.some(({ type, data }) => {
    if (type !== "roster.left") return false;
    const left = data as RosterEvents["roster.left"];
    if (isTrunk(left) || left.space !== space) return false;
    return left.organization === organization && left.person === person;
  });
}

/** A task that goes to the Host with the end of an Association, and who holds it, if anybody does. */
interface Listed extends TaskNamed {
  readonly from: Identity | null;
}

/** What waits comes first, in order; then what people off the Roster hold, in the order of hires. */
function inOrder(tx: Reading, listed: readonly Listed[]): Listed[] {
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
export const goToHost = effect(
  "HAND-05",
  (tx: Deciding, { data }: EventOf<SpacesEvents, "association.cancelled">): void => {
    const { space, organization } = data;
    const home = must(tx, "space", space).host;
    if (home === organization) return;
    const listed: Listed[] = [];
    for (const [, instance, task, , person] of listedIn(tx, organization, space)) {
      const from = person === null ? null : { organization, person };
      // Who was listed and came onto the Roster later hands over with everybody else there.
      if (from === null || !justLeft(tx, space, from)) listed.push({ instance, task, from });
    }
    for (const each of inOrder(tx, listed)) emit(tx, "task.parked", { ...each, home });
  },
);
