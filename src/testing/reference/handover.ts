/** Open tasks of those who leave go to a successor or are parked. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Notice, Recipient, TaskOf } from "../../core/notice.ts";
import { lacks } from "./ability.ts";
import { spaceOf, workplaceOf } from "./approvers.ts";
import type { Named } from "./counterparts.ts";
import { findInBook } from "./hierarchy-people.ts";
import { forgetTask, keptOf } from "./kept.ts";
import { identityOf, inService, serving } from "./people.ts";
import { adminsOf, isClosed, note } from "./progress.ts";
import { isPair, pairOf } from "./settings.ts";
import { isKeptOut } from "./signing.ts";
import { behalfOf, whoActsFor } from "./stand-ins.ts";
import type { Above, Employment, Identity, Space, State, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";
import { registeredSuccessor } from "./succession.ts";
import { isSuspendedIn } from "./suspended-members.ts";
import { isRostered } from "./visibility.ts";

/** Somebody who leaves. */
export interface Leaver {
  readonly employment: Employment;
  /** The successor named with the resignation. */
  readonly named: PersonId | null;
  /** The Space left, if they are still in service. */
  readonly space: Space | null;
  /** The Trunk in whose book they are no more, if they are still in service. */
  readonly trunk?: OrganizationId;
  /** Who was above them before they left. */
  readonly above: Above;
  /** Who was whose counterpart then. */
  readonly counterparts: readonly Named[];
  /** Whether their organization left the Space as a whole, or is not reached by the Trunk any more. */
  readonly whole: boolean;
}

/** Of a leaver what tells who takes over. */
type LeaverAsSuch = Pick<Leaver, "employment" | "named" | "above" | "counterparts">;

/** So many of somebody's tasks are looked at for whoever is to take over those that are open. */
const TAKEN_OPEN = 500;

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
  if (instance.trunk !== undefined) {
    return findInBook(state, instance.trunk, identity) !== undefined;
  }
  const space = spaceOf(state, task);
  return space !== undefined && remains(space, identity);
}

/** Whether somebody may be given a task: nobody of a Member that is suspended where it is worked on (EXIT-08). */
export function mayTake(
  state: State,
  place: Pick<Place, "instance" | "task">,
  identity: Pair,
  remains: Remains,
): boolean {
  const isAway = isSuspendedIn(state, place.task.space, identity.organization);
  return !isAway && mayHold(state, place, identity, remains);
}

/** By which links of the chain somebody can come to take over (HAND-06). */
const WORDS = {
  named: "named",
  registered: "registered",
  manager: "manager",
  counterpart: "counterpart",
  "department-heads": "department-head",
  "main-admins": "main-admin",
} as const;

type Word = (typeof WORDS)[keyof typeof WORDS];

/**
 * The counterparts of a leaver's organization in the Space of a task, in their order: a Member's own where they
 * worked on it; of the Host those for the Member from which it was started, in the Space of that.
 */
function counterpartsOf(
  { instance, task }: Pick<Place, "instance" | "task">,
  { employment: { organization }, counterparts }: LeaverAsSuch,
): readonly Identity[] {
  const isHost = organization === instance.host;
  const member = isHost ? instance.initiator.organization : organization;
  const space = isHost ? instance.space : task.space;
  const named = counterparts.find((each) => each.space === space && each.member === member);
  return (isHost ? named?.host : named?.own) ?? [];
}

/** Whom each link of the chain would name for a leaver, in order; whether they may is another matter. */
function candidates(
  { state, policy }: Pick<World, "state" | "policy">,
  leaver: LeaverAsSuch,
  place: Pick<Place, "instance" | "task">,
  link: keyof typeof WORDS,
): readonly (PersonId | null)[] {
  const { employment, named, above } = leaver;
  const { organization } = employment;
  const those = (people: readonly Employment[]) =>
    people
      .filter((each) => inService(state, organization, each.person) === each)
      .map(({ person }) => person);
  switch (link) {
    case "named":
      return [named];
    case "registered":
      return [registeredSuccessor(state, employment)];
    case "manager":
      return those(above.manager === null ? [] : [above.manager]);
    case "counterpart":
      return counterpartsOf(place, leaver)
        .filter((each) => inService(state, organization, each.person)?.number === each.number)
        .map(({ person }) => person);
    case "department-heads":
      return those(above.heads.slice(0, policy.successionLevels + 1).flat());
    case "main-admins":
      return those(serving(state, organization).filter(({ admin }) => admin?.role === "main"));
  }
}

/** Who takes over a task: the first along the policy's chain who may, else nobody (HAND-02, HAND-06). */
export function successorFor(
  world: Pick<World, "state" | "policy" | "at">,
  place: Pick<Place, "instance" | "task">,
  leaver: LeaverAsSuch,
  remains: Remains,
): { readonly person: PersonId; readonly behalf: Pair | null; readonly because: Word } | null {
  const { organization, person } = leaver.employment;
  for (const link of world.policy.succession) {
    for (const candidate of candidates(world, leaver, place, link)) {
      if (candidate === null || candidate === person) continue;
      const meant = { organization, person: candidate };
      const to = takerFor(world, place, meant, remains);
      if (to === null || to.person === person) continue;
      return { person: to.person, behalf: behalfOf(to, meant), because: WORDS[link] };
    }
  }
  return null;
}

/** Who gets a task that is to go to somebody: they, or whoever stands in for them; nobody who could not act on it (FLOW-12). */
export function takerFor(
  world: Pick<World, "state" | "policy" | "at">,
  place: Pick<Place, "instance" | "task">,
  meant: Pair,
  remains: Remains,
): Pair | null {
  const { instance, task } = place;
  const isAble = (one: Pair) => lacks(world, instance, one, task.space) === null;
  const to = whoActsFor(
    world,
    meant,
    (one) =>
      mayTake(world.state, place, one, remains) &&
      !isKeptOut(world, instance, one) &&
      (isPair(one, meant) || isAble(one)),
    { instance },
  );
  return to !== null && isAble(to) ? to : null;
}

/** Tasks that went to one successor, or that wait for one, with who is told. */
interface Batch {
  readonly to: readonly Recipient[];
  readonly successor: Pair | null;
  readonly tasks: TaskOf[];
}

function batchOf(batches: Batch[], to: readonly Recipient[], successor: Pair | null): Batch {
  const wanted = JSON.stringify([to, successor]);
  const known = batches.find((each) => JSON.stringify([each.to, each.successor]) === wanted);
  const batch = known ?? { to, successor, tasks: [] };
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
  note(instance, at, "task.parked", number, from);
  task.holder = null;
  task.behalf = null;
  task.home = home;
}

/** Who is told that somebody has got a task: they, and for whom they stand in (FLOW-23). */
export function toldOf(
  { policy }: Pick<World, "policy">,
  to: Pair,
  behalf: Pair | null,
): readonly Recipient[] {
  const those = behalf === null || policy.taskNotices === "none" ? [to] : [to, behalf];
  return those.map(({ organization, person }) => ({ kind: "person", organization, person }));
}

/** Gives a task to somebody, on behalf of another or not. */
export function give(
  state: State,
  { instance, task, number }: Place,
  to: Identity,
  at: number,
  behalf: Pair | null,
): void {
  forgetTask(state, instance.id, number);
  task.holder = null;
  // Who works on the instance already goes on where they do.
  task.space = workplaceOf(instance, to) ?? task.space;
  task.holder = to;
  task.behalf = behalf;
  task.touched = true;
  note(instance, at, "task.handed-over", number, to);
}

/** Hands over what a leaver holds, in every instance or in those of the Space left. */
export function handOver(
  world: Pick<World, "state" | "policy" | "at">,
  leaver: Leaver,
  remains: Remains,
  at: number,
): Notice[] {
  const { state } = world;
  const { employment, space, trunk, whole } = leaver;
  const { organization, person } = employment;
  const from = { organization, person, number: employment.number };
  // A Host contact who merely leaves the Roster still works for the Host (EXIT-04).
  if (space !== null && organization === space.host) return [];
  const places = tasksHeld(state, from).filter(
    ({ instance, task }) =>
      (space === null || task.space === space.id) &&
      (trunk === undefined || instance.trunk === trunk),
  );
  const batches: Batch[] = [];
  for (const place of places) {
    const { instance, number } = place;
    const successor = successorFor(world, place, leaver, remains);
    if (successor !== null) {
      const to = { organization, person: successor.person };
      const { behalf } = successor;
      give(state, place, identityOf(state, to), at, behalf);
      const batch = batchOf(batches, toldOf(world, to, behalf), to);
      batch.tasks.push({ instance: instance.id, task: number });
      continue;
    }
    const told: Recipient =
      whole && instance.space !== null
        ? { kind: "space-admins", space: instance.space }
        : adminsOf(instance, whole ? instance.host : organization);
    park(place, whole ? instance.host : organization, from, at);
    if (space === null && trunk === undefined) {
      // A Host's people work on its tasks wherever they are.
      const where = organization === instance.host ? null : place.task.space;
      keptOf(state, employment)?.tasks.push({ instance: instance.id, task: number, space: where });
    }
    batchOf(batches, [told], null).tasks.push({ instance: instance.id, task: number });
  }
  return noticesOf(pairOf(from), batches);
}

/** Who would go on with a task of somebody who stays its holder otherwise. */
function standInOn(world: World, place: Place, holder: Pair): Pair | null {
  const { instance, task } = place;
  return whoActsFor(
    world,
    holder,
    (each) =>
      isPair(each, holder) ||
      (mayTake(world.state, place, each, rostered(world.state)) &&
        !isKeptOut(world, instance, each) &&
        lacks(world, instance, each, task.space) === null),
    { instance },
  );
}

/** What somebody holds in their own right goes to whoever stands in for the time, as far as they may hold it (FLOW-14). */
export function takeOpen(world: World, holder: Pair, at: number): void {
  const { state, outbox } = world;
  const batches: Batch[] = [];
  for (const place of tasksHeld(state, holder).slice(0, TAKEN_OPEN)) {
    if (place.task.behalf !== null) continue;
    const to = standInOn(world, place, holder);
    if (to === null || isPair(to, holder)) continue;
    give(state, place, identityOf(state, to), at, holder);
    const task = { instance: place.instance.id, task: place.number };
    batchOf(batches, toldOf(world, to, holder), to).tasks.push(task);
  }
  outbox.push(...noticesOf(holder, batches));
}

/** The tasks of somebody suspended go to the stand-in who may hold them; of those that stay, admins hear. */
export function standInFor(world: World, employment: Employment, at: number): void {
  const { state, outbox } = world;
  const { organization } = employment;
  const from = pairOf(employment);
  const batches: Batch[] = [];
  const stay: Batch[] = [];
  for (const place of tasksHeld(state, from)) {
    // What an employment of before held goes as that one's.
    if (place.task.holder?.number !== employment.number) continue;
    const task = { instance: place.instance.id, task: place.number };
    const to = standInOn(world, place, from);
    if (to === null) {
      batchOf(stay, [adminsOf(place.instance, organization)], null).tasks.push(task);
      continue;
    }
    give(state, place, identityOf(state, to), at, from);
    batchOf(batches, toldOf(world, to, from), to).tasks.push(task);
  }
  outbox.push(...noticesOf(from, batches));
  for (const { to, tasks } of stay) {
    outbox.push({ kind: "TASK_HOLDER_SUSPENDED", to, data: { holder: from, tasks } });
  }
}

/** What is told, of whoever is suspended with no more than the tasks that they hold when all is done. */
export function toldAtLast({ state, outbox }: World): readonly Notice[] {
  return outbox.flatMap((notice): readonly Notice[] => {
    if (notice.kind !== "TASK_HOLDER_SUSPENDED") return [notice];
    const { holder } = notice.data;
    const held = tasksHeld(state, holder);
    const tasks = notice.data.tasks.filter((each) =>
      held.some(({ instance, number }) => instance.id === each.instance && number === each.task),
    );
    return tasks.length === 0 ? [] : [{ ...notice, data: { holder, tasks } }];
  });
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
      const batch = batchOf(batches, [told], null);
      batch.tasks.push({ instance: instance.id, task: place.number });
    }
  }
  return noticesOf(null, batches);
}

/** What waited for the admins of an organization that a Trunk reaches no more waits for the Trunk's (UNLINK-03). */
export function rehomeToTrunk(
  state: State,
  trunk: OrganizationId,
  gone: OrganizationId,
  at: number,
): Notice[] {
  const batches: Batch[] = [];
  for (const instance of state.instances.filter((each) => each.trunk === trunk)) {
    for (const place of waitingFor(instance, gone)) {
      park(place, trunk, null, at);
      // Nobody's departure has parked it so: whoever left does not get it back (RESIGN-07).
      forgetTask(state, instance.id, place.number);
      const batch = batchOf(batches, [adminsOf(instance, trunk)], null);
      batch.tasks.push({ instance: instance.id, task: place.number });
    }
  }
  return noticesOf(null, batches);
}

/** Who is on a Roster now. */
export function rostered(state: State): Remains {
  return (space, identity) => isRostered(state, space, identity);
}
