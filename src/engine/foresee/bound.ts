/** What people's leaving reads besides Rosters: their groups, their tasks and who succeeds them, lists. */
import type { ListTie } from "../../apps/model.ts";
import { type AudiencePlace, listedIn } from "../../apps/select/places.ts";
import { type Buckets, bucketOf, entryKeys } from "../../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Key } from "../../core/keys.ts";
import type { Identity } from "../../core/notice.ts";
import { pageKey, pageKeys } from "../../core/paged.ts";
import { EMPTY_PAGES } from "../../core/structures.ts";
import type { BoundRecord, TieKind } from "../../directory/model.ts";
import { boundKey, tieKeys, tiesNear, tyingKeys } from "../../directory/select/bound.ts";
import { headsIn, holdersIn } from "../../directory/select/places.ts";
import type { ParkedPage, TaskTie } from "../../flows/model.ts";
import { openedIn, parkedFor, stepsOf, taskKey } from "../../flows/select/places.ts";
import type { GroupTie } from "../../groups/model.ts";
import { participantsIn } from "../../groups/select/participants.ts";
import { rosterOf } from "../../roster/select/places.ts";
import type { EngineTx } from "../types.ts";
import { ask, entries, peek } from "./ahead.ts";

/** Who may leave: one Space, or everything (`null`); with whomever the fact names as successor. */
export interface Leaving {
  readonly organization: OrganizationId;
  readonly people: readonly PersonId[];
  readonly space: SpaceId | null;
  readonly successor?: PersonId | undefined;
  /** Whether who they are is known late, so that what they are bound to is asked for unseen. */
  readonly late?: boolean;
  /** Whether all of their organization leave, so that nobody succeeds. */
  readonly ended?: boolean;
}

/** Buckets up to which a late reading finds everybody: as many as a full Space's people take. */
const UNSEEN_BUCKETS = 64;
/** Pages of an instance's lists that a late reading asks for unseen. */
const UNSEEN_PAGES = 4;

/** Where an entry is, in whatever number of buckets up to {@link UNSEEN_BUCKETS}. */
function unseen<Kind extends string>(where: Buckets<Kind>, id: string): Key<Kind>[] {
  const buckets = new Set<number>();
  for (let count = 1; count <= UNSEEN_BUCKETS; count *= 2) buckets.add(bucketOf(id, count));
  return [...buckets].map((bucket) => [where.kind, where.owner, where.own(bucket)]);
}

type Tie = readonly [id: string, ...rest: readonly unknown[]];

/** The ties of one kind, as far as they are loaded. */
function tiesIn<T extends Tie>(
  tx: EngineTx,
  bound: BoundRecord,
  identity: Identity,
  kind: TieKind,
): T[] {
  const far = entries<readonly [string, number, ...unknown[]]>(
    tx,
    tieKeys(bound, identity, kind),
  ).map(([id, , ...rest]) => [id, ...rest] as unknown as T);
  return [...tiesNear<T>(bound, kind), ...far];
}

/** Reads whatever the leaving of some people will read, as far as they are bound. */
export function foreseeLeavers(tx: EngineTx, leaving: Leaving): void {
  const { organization, people, space } = leaving;
  let tasks = 0;
  for (const person of people) {
    const identity = { organization, person };
    const bound = peek(tx, ...boundKey(organization, person));
    if (bound === null) continue;
    for (const [group, where] of tiesIn<GroupTie>(tx, bound, identity, "groups")) {
      if (space !== null && where !== space) continue;
      const record = peek(tx, "group", group);
      if (record === null) {
        if (leaving.late === true) ask(tx, ...unseen(participantsIn(group), person));
        continue;
      }
      ask(tx, ...entryKeys(participantsIn(group), record.participants, [person]));
    }
    for (const [, where, app] of tiesIn<ListTie>(tx, bound, identity, "lists")) {
      if (space === null) foreseeListed(tx, { space: where, app, permission: null }, person);
    }
    const held = tiesIn<TaskTie>(tx, bound, identity, "tasks").filter(
      ([, where]) => space === null || where === space,
    );
    for (const tie of held) foreseeTasks(tx, leaving, person, tie);
    tasks += held.reduce((sum, [, , numbers]) => sum + numbers.length, 0);
  }
  if (tasks > 0 || leaving.late === true) foreseeParking(tx, leaving, tasks);
}

/** The tasks in a Space that wait for an organization's admins: they go to the Host's. */
export function foreseeWaitingTasks(
  tx: EngineTx,
  organization: OrganizationId,
  space: SpaceId,
  late: boolean,
): void {
  const parking = peek(tx, "parking", organization);
  // Pages are asked for unseen: with the ending of a Host it is late when it is known who is concerned.
  if (parking === null && late) {
    const { size } = parkedFor(organization);
    for (let page = 0; page < UNSEEN_PAGES; page += 1) {
      ask(tx, pageKey(parkedFor(organization), page * size));
    }
  }
  const index = parking?.parked;
  if (index === undefined || index.count === 0) return;
  type Entry = ParkedPage["entries"][number];
  const waiting = entries<Entry>(tx, pageKeys(parkedFor(organization), index)).filter(
    ([, , , where]) => where === space,
  );
  for (const [, id, task, , away] of waiting) {
    const leaving = { organization, people: [], space, late: true };
    foreseeTasks(tx, leaving, null, [id, space, [task]]);
    if (away === null) continue;
    peek(tx, "employment", organization, away);
    const bound = peek(tx, ...boundKey(organization, away));
    ask(tx, ...tyingKeys(bound, { organization, person: away }, "tasks", id));
  }
  foreseeParking(tx, { organization, people: [], space }, waiting.length);
}

/** Where somebody is listed as head of departments and as holder of roles. */
export function foreseeAppointed(
  tx: EngineTx,
  organization: OrganizationId,
  people: readonly PersonId[],
): void {
  for (const person of people) {
    const employment = peek(tx, "employment", organization, person);
    for (const department of employment?.heads ?? []) {
      const index = peek(tx, "department", organization, department)?.heads;
      if (index === undefined) continue;
      ask(tx, ...entryKeys(headsIn(organization, department), index, [person]));
    }
    for (const role of employment?.roles ?? []) {
      const index = peek(tx, "role", organization, role)?.holders;
      if (index === undefined) continue;
      ask(tx, ...entryKeys(holdersIn(organization, role), index, [person]));
    }
  }
}

/** The buckets in which a list and the permissions of an app name somebody. */
function foreseeListed(tx: EngineTx, place: AudiencePlace, person: PersonId): void {
  const { space, app } = place;
  const list = peek(tx, "publication", space, app);
  const permissions = peek(tx, "permission", space, app)?.permissions ?? [];
  if (list !== null) ask(tx, ...entryKeys(listedIn(place, "people"), list.people, [person]));
  permissions.forEach((each, permission) => {
    if (each.for === null) return;
    const where = listedIn({ space, app, permission }, "people");
    ask(tx, ...entryKeys(where, each.for.people, [person]));
  });
}

/** The tasks that somebody holds in an instance, and those who may succeed them. */
function foreseeTasks(
  tx: EngineTx,
  { organization, successor, late = false, ended = false }: Leaving,
  person: PersonId | null,
  [id, space, numbers]: TaskTie,
): void {
  const instance = peek(tx, "instance", id);
  for (const number of numbers) {
    const task = peek(tx, ...taskKey(id, number));
    if (task !== null) ask(tx, pageKey(openedIn(id), task.ticket));
  }
  for (let page = 0; page < UNSEEN_PAGES && late && instance === null; page += 1) {
    const [opened, steps] = [openedIn(id), stepsOf(id)];
    ask(tx, pageKey(opened, page * opened.size), pageKey(steps, page * steps.size));
  }
  if (instance !== null) {
    // Whoever started it is told.
    peek(tx, "employment", instance.initiator.organization, instance.initiator.person);
    peek(tx, "organization", instance.initiator.organization);
    ask(tx, pageKey(stepsOf(id), instance.log.next));
    ask(tx, pageKey(stepsOf(id), instance.log.next + numbers.length));
  }
  if (person === null || ended) return;
  const registered = peek(tx, "employment", organization, person)?.successor?.person;
  for (const heir of [successor, registered]) {
    if (heir === undefined) continue;
    peek(tx, "employment", organization, heir);
    const bound = peek(tx, ...boundKey(organization, heir));
    ask(tx, ...tyingKeys(bound, { organization, person: heir }, "tasks", id));
    const roster = space === null ? undefined : peek(tx, "space", space)?.roster;
    if (space !== null && roster !== undefined) {
      ask(tx, ...entryKeys(rosterOf(space), roster, [heir]));
    }
  }
}

/** Where tasks are listed for which nobody is found: of the organization's admins, or the Host's. */
function foreseeParking(tx: EngineTx, { organization, space }: Leaving, tasks: number): void {
  const host = space === null ? null : peek(tx, "space", space)?.host;
  for (const home of new Set([organization, host])) {
    if (home == null) continue;
    const { next } = peek(tx, "parking", home)?.parked ?? EMPTY_PAGES;
    const where = parkedFor(home);
    for (let ticket = next; ticket < next + tasks + where.size; ticket += where.size) {
      ask(tx, pageKey(where, ticket));
    }
  }
}
