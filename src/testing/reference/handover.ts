/** Open tasks of those who leave go to a successor or are parked. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Notice, Recipient, TaskOf } from "../../core/notice.ts";
import { spaceOf, workplaceOf } from "./approvers.ts";
import { forgetTask, keptOf } from "./kept.ts";
import { identityOf, inService } from "./people.ts";
import { isClosed, note } from "./progress.ts";
import { isPair, pairOf } from "./settings.ts";
import { whoActsFor } from "./stand-ins.ts";
import type { Employment, Identity, Space, State, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";
import { registeredSuccessor } from "./succession.ts";
import { isRostered } from "./visibility.ts";

/** Somebody who leaves. */
export interface Leaver {
  readonly employment: Employment;
  /** The successor named with the resignation. */
  readonly named: PersonId | null;
  /** The Space left, if they are still in service. */
  readonly space: Space | null;
  /** Whether their organization left the Space as a whole. */
  readonly whole: boolean;
}

/** Who is on a Roster once everybody has left who leaves. */
export type Remains = (space: Space, identity: Pair) => boolean;

/** A task with the instance it is of, and its number there. */
export interface Place {
  readonly instance: Instance;
  readonly task: Task;
  readonly number: number;
}

/** All tasks that are not closed and belong to an identity, by the order of starts, then number. */
export function tasksHeld({ instances }: State, identity: Pair): Place[] {
  return instances.flatMap((instance) =>
    instance.tasks.flatMap((task, number) =>
      !isClosed(task) && task.holder !== null && isPair(task.holder, identity)
        ? [{ instance, task, number }]
        : [],
    ),
  );
}

/** Whether somebody may take over a task from a colleague, were they not suspended (HAND-03). */
export function mayHold(
  state: State,
  { instance, task }: Pick<Place, "instance" | "task">,
  identity: Pair,
  remains: Remains,
): boolean {
  const { organization, person } = identity;
  if (inService(state, organization, person) === undefined) return false;
  if (organization === instance.host) return true;
  const space = spaceOf(state, task);
  return space !== undefined && remains(space, identity);
}

/** Who takes over a task: the successor named, else the one registered, else nobody (HAND-02). */
export function successorFor(
  state: State,
  place: Pick<Place, "instance" | "task">,
  { employment, named }: Pick<Leaver, "employment" | "named">,
  remains: Remains,
): { readonly person: PersonId; readonly because: "named" | "registered" } | null {
  const { organization, person } = employment;
  const taker = (each: PersonId | null): PersonId | null => {
    if (each === null || each === person) return null;
    const to = whoActsFor(state, { organization, person: each }, (identity) =>
      mayHold(state, place, identity, remains),
    );
    return to === null || to.person === person ? null : to.person;
  };
  const chosen = taker(named);
  if (chosen !== null) return { person: chosen, because: "named" };
  const registered = taker(registeredSuccessor(state, employment));
  return registered === null ? null : { person: registered, because: "registered" };
}

/** Tasks that went to one successor, or that wait for one, with who is told. */
interface Batch {
  readonly to: readonly Recipient[];
  readonly successor: Pair | null;
  readonly tasks: TaskOf[];
}

function batchOf(batches: Batch[], to: Recipient, successor: Pair | null): Batch {
  const wanted = JSON.stringify([[to], successor]);
  const known = batches.find((each) => JSON.stringify([each.to, each.successor]) === wanted);
  const batch = known ?? { to: [to], successor, tasks: [] };
  if (known === undefined) batches.push(batch);
  return batch;
}

function noticesOf(from: Pair | null, batches: readonly Batch[]): Notice[] {
  return batches.map(({ to, successor, tasks }) =>
    successor === null
      ? { kind: "TASK_AWAITING_HANDOVER", to, data: { from, tasks } }
      : { kind: "TASK_HANDED_OVER", to, data: { from, to: successor, tasks } },
  );
}

function park(
  { instance, task, number }: Place,
  home: OrganizationId,
  from: Identity | null,
  at: number,
) {
  task.holder = null;
  task.home = home;
  note(instance, at, "task.parked", number, from);
}

/** Gives a task to somebody. */
export function give(
  state: State,
  { instance, task, number }: Place,
  to: Identity,
  at: number,
): void {
  forgetTask(state, instance.id, number);
  task.holder = null;
  // Who works on the instance already goes on where they do.
  task.space = workplaceOf(instance, to) ?? task.space;
  task.holder = to;
  task.touched = true;
  note(instance, at, "task.handed-over", number, to);
}

/** Hands over what a leaver holds, in every instance or in those of the Space left. */
export function handOver(state: State, leaver: Leaver, remains: Remains, at: number): Notice[] {
  const { employment, space, whole } = leaver;
  const { organization, person } = employment;
  const from = { organization, person, number: employment.number };
  // A Host contact who merely leaves the Roster still works for the Host (EXIT-04).
  if (space !== null && organization === space.host) return [];
  const places = tasksHeld(state, from).filter(
    ({ task }) => space === null || task.space === space.id,
  );
  const batches: Batch[] = [];
  for (const place of places) {
    const { instance, number } = place;
    const successor = successorFor(state, place, leaver, remains);
    if (successor !== null) {
      const to = { organization, person: successor.person };
      give(state, place, identityOf(state, to), at);
      const batch = batchOf(batches, { kind: "person", ...to }, to);
      batch.tasks.push({ instance: instance.id, task: number });
      continue;
    }
    const told: Recipient =
      whole && instance.space !== null
        ? { kind: "space-admins", space: instance.space }
        : { kind: "authorized-admins", organization: whole ? instance.host : organization };
    park(place, whole ? instance.host : organization, from, at);
    if (space === null) {
      // A Host's people work on its tasks wherever they are.
      const where = organization === instance.host ? null : place.task.space;
      keptOf(state, employment)?.tasks.push({ instance: instance.id, task: number, space: where });
    }
    batchOf(batches, told, null).tasks.push({ instance: instance.id, task: number });
  }
  return noticesOf(pairOf(from), batches);
}

/** The tasks of somebody suspended go to the stand-in who may hold them; of those that stay, admins hear. */
export function standInFor({ state, outbox }: World, employment: Employment, at: number): void {
  const { organization } = employment;
  const from = pairOf(employment);
  const batches: Batch[] = [];
  const stay: TaskOf[] = [];
  for (const place of tasksHeld(state, from)) {
    // What an employment of before held goes as that one's.
    if (place.task.holder?.number !== employment.number) continue;
    const task = { instance: place.instance.id, task: place.number };
    const to = whoActsFor(
      state,
      from,
      (each) => isPair(each, from) || mayHold(state, place, each, rostered(state)),
    );
    if (to === null) {
      stay.push(task);
      continue;
    }
    give(state, place, identityOf(state, to), at);
    batchOf(batches, { kind: "person", ...to }, to).tasks.push(task);
  }
  outbox.push(...noticesOf(from, batches));
  if (stay.length > 0) {
    outbox.push({
      kind: "TASK_HOLDER_SUSPENDED",
      to: [{ kind: "authorized-admins", organization }],
      data: { holder: from, tasks: stay },
    });
  }
}

/** The tasks of an instance that wait for some admins, in the order in which they came to wait. */
function waitingFor(instance: Instance, home: OrganizationId): Place[] {
  // Nothing is told of a task after it was parked.
  const since = (number: number): number =>
    instance.log.map(({ task }) => task).lastIndexOf(number);
  return instance.tasks
    .map((task, number) => ({ instance, task, number }))
    .filter(({ task }) => !isClosed(task) && task.holder === null && task.home === home)
    .sort((left, right) => since(left.number) - since(right.number));
}

/** What waited for the admins of a Member that left waits for the Host's from now on. */
export function rehome(state: State, space: Space, gone: OrganizationId, at: number): Notice[] {
  const batches: Batch[] = [];
  for (const instance of state.instances) {
    for (const place of waitingFor(instance, gone).filter((each) => each.task.space === space.id)) {
      park(place, instance.host, null, at);
      const told: Recipient =
        instance.space === null
          ? { kind: "authorized-admins", organization: instance.host }
          : { kind: "space-admins", space: space.id };
      const batch = batchOf(batches, told, null);
      batch.tasks.push({ instance: instance.id, task: place.number });
    }
  }
  return noticesOf(null, batches);
}

/** Who is on a Roster now. */
export function rostered(state: State): Remains {
  return (space, identity) => isRostered(state, space, identity);
}
