/** The floor's Rosters: they follow the directory, and free places go to those who wait. */
import { type Log, say } from "./floor-log.ts";
import {
  type Department,
  type Employment,
  enterRoster,
  type Floor,
  joinQueue,
  leaveQueue,
  leaveRoster,
  type Organization,
  type Part,
  type Space,
  type Waiter,
} from "./floor-state.ts";

/** Where to say what happens, and because of which events. */
export interface Sinks {
  readonly log: Log | null;
  /** The event that brings people out, and the one that brings them in. */
  readonly cause: number;
  readonly start: number;
}

/** A Space in which places became free, and the last event that freed one. */
export type Freed = readonly [Space, cause: number][];

/** Whether the rules on departments, nearest first, say in. */
export function departmentSaysIn(
  organization: Organization,
  part: Part,
  departments: readonly string[],
): boolean {
  if (departments.length === 0 || part.departments.size === 0) return part.whole;
  for (const id of departments) {
    let at: Department | null = organization.departments.get(id) ?? null;
    let says = part.whole;
    while (at !== null) {
      const rule = part.departments.get(at.id);
      if (rule !== undefined) {
        says = rule === "in";
        break;
      }
      at = at.parent;
    }
    if (says) return true;
  }
  return false;
}

const LEAVES = 1;
const UNWAITS = 2;
const ENTERS = 4;

/** Places left under the person cap. */
export function placesLeft(floor: Floor, space: Space): number {
  return Math.max(space.cap ?? 0, floor.personCap) - space.roster.size;
}

/** Brings an identity in, and the person's other identities that wait. */
export function enter(
  space: Space,
  organization: string,
  person: string,
  ordinal: number,
  because: string,
  cause: number | null,
  log: Log | null,
): void {
  enterRoster(space, organization, person, ordinal);
  if (log !== null) {
    say(log, cause, "roster.entered", { space: space.id, organization, person, ordinal, because });
  }
  const waiters = space.queued.size > 0 ? space.queued.get(person) : undefined;
  if (waiters === undefined) return;
  for (const other of [...waiters]) {
    enterRoster(space, other.organization, person, other.ordinal);
    if (log === null) continue;
    say(log, cause, "roster.entered", {
      space: space.id,
      organization: other.organization,
      person,
      ordinal: other.ordinal,
      because: "other-identity",
    });
  }
}

/** Makes every Space follow a person's change; gives the Spaces in which a place became free. */
export function resync(
  floor: Floor,
  organization: Organization,
  person: string,
  employment: Employment,
  ended: boolean,
  { log, cause, start }: Sinks,
): Freed | null {
  const { id, spaces } = organization;
  let moves: number[] | null = null;
  for (let i = 0; i < spaces.length; i += 1) {
    const space = spaces[i] as Space;
    const part = space.parts.get(id) as Part;
    const own = part.people.get(person);
    const ruled = ended && own !== undefined;
    const belongs =
      employment.inService &&
      (own === undefined || ruled
        ? departmentSaysIn(organization, part, employment.departments)
        : own === "in");
    if (ruled) {
      part.people.delete(person);
      if (log !== null) {
        const people = [[person, null]];
        const { whole } = part;
        const data = { space: space.id, organization: id, whole, departments: [], people };
        say(log, cause, "scope.changed", data);
      }
    }
    const present = space.roster.get(person)?.some((each) => each[0] === id) === true;
    const waits = !present && space.queued.get(person)?.some((each) => each.organization === id);
    const stays = belongs && !ended;
    const here = present || waits === true;
    let move = 0;
    if (!stays && present) move |= LEAVES;
    if (!stays && waits === true) move |= UNWAITS;
    if (belongs && !(stays && here)) move |= ENTERS;
    if (move === 0) continue;
    moves ??= new Array<number>(spaces.length).fill(0);
    moves[i] = move;
  }
  return moves === null
    ? null
    : carryOut(floor, organization, person, employment, moves, ended, { log, cause, start });
}

function carryOut(
  floor: Floor,
  { id, spaces }: Organization,
  person: string,
  { ordinal }: Employment,
  moves: readonly number[],
  ended: boolean,
  { log, cause, start }: Sinks,
): Freed | null {
  let freed: [Space, number][] | null = null;
  const because = ended ? "resigned" : "directory";
  for (let i = 0; i < spaces.length; i += 1) {
    const space = spaces[i] as Space;
    const move = moves[i] as number;
    if ((move & LEAVES) !== 0) {
      leaveRoster(space, id, person);
      let seq = 0;
      if (log !== null) {
        const data = { space: space.id, organization: id, person, because };
        seq = say(log, cause, "roster.left", data);
      }
      freed ??= [];
      freed.push([space, seq]);
    }
    if ((move & UNWAITS) !== 0) {
      leaveQueue(space, id, person);
      if (log !== null) {
        const data = { space: space.id, organization: id, person, because };
        say(log, cause, "waiting.left", data);
      }
    }
  }
  for (let i = 0; i < spaces.length; i += 1) {
    if (((moves[i] as number) & ENTERS) === 0) continue;
    const space = spaces[i] as Space;
    const free = space.roster.has(person);
    if (free || (space.queue.size === 0 && placesLeft(floor, space) > 0)) {
      enter(space, id, person, ordinal, "directory", start, log);
    } else {
      joinQueue(space, id, person, ordinal);
      if (log !== null) {
        const data = { space: space.id, organization: id, person, ordinal };
        say(log, start, "waiting.joined", data);
      }
    }
  }
  return freed;
}

/** Gives free places to those who wait, first come first served. */
export function serve(floor: Floor, freed: Freed, log: Log | null): void {
  for (const [space, cause] of freed) {
    while (space.queue.size > 0 && placesLeft(floor, space) > 0) {
      const first = space.queue.values().next().value as Waiter;
      const { organization, person, ordinal } = first;
      enter(space, organization, person, ordinal, "waiting-list", cause, log);
    }
  }
}
