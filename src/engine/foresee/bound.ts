/** What people's leaving reads besides Rosters: their groups, their tasks and who succeeds them, lists. */
import type { ListTie } from "../../apps/model.ts";
import { type AudiencePlace, listedIn } from "../../apps/select/places.ts";
import { entryKeys } from "../../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { pageKey } from "../../core/paged.ts";
import { EMPTY_PAGES } from "../../core/structures.ts";
import type { BoundRecord, TieKind } from "../../directory/model.ts";
import { boundKey, tieKeys, tiesNear, tyingKeys } from "../../directory/select/bound.ts";
import type { TaskTie } from "../../flows/model.ts";
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
      if (record === null) continue;
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
  if (tasks > 0) foreseeParking(tx, leaving, tasks);
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
  { organization, successor }: Leaving,
  person: PersonId,
  [id, space, numbers]: TaskTie,
): void {
  const instance = peek(tx, "instance", id);
  for (const number of numbers) {
    const task = peek(tx, ...taskKey(id, number));
    if (task !== null) ask(tx, pageKey(openedIn(id), task.ticket));
  }
  if (instance !== null) {
    ask(tx, pageKey(stepsOf(id), instance.log.next));
    ask(tx, pageKey(stepsOf(id), instance.log.next + numbers.length));
  }
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
