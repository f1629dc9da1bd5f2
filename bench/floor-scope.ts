/** The floor's commands about scopes, as far as they name people. */
import type { InputOf, RefusalCode, ScopeRule } from "../src/index.ts";
import { type Log, say, tell } from "./floor-log.ts";
import { enter, type Freed, placesLeft, serve } from "./floor-roster.ts";
import {
  type Employment,
  type Floor,
  leaveQueue,
  leaveRoster,
  type Organization,
  type Part,
  type Space,
} from "./floor-state.ts";

type AnyScopeCommand = InputOf<"scope.take-out" | "scope.put-in">;
/** The floor knows Spaces alone. */
export type ScopeCommand = Omit<AnyScopeCommand, "data"> & {
  readonly data: Extract<AnyScopeCommand["data"], { readonly space: unknown }>;
};

function refusalOf(floor: Floor, { by, data }: ScopeCommand): RefusalCode | null {
  if (!("organization" in by)) return "UNKNOWN_SPACE";
  const acting = floor.organizations.get(by.organization);
  if (acting === undefined || acting.ended) return "UNKNOWN_ORGANIZATION";
  const space = floor.spaces.get(data.space);
  if (space === undefined || space.dissolved || !space.parts.has(acting.id)) return "UNKNOWN_SPACE";
  const authorized = acting.admins.has(by.person);
  if (acting.id !== data.organization) {
    const member = space.parts.has(data.organization) && space.host.id !== data.organization;
    return member && acting === space.host && authorized
      ? "MEMBER_ROSTER_NOT_MANAGEABLE"
      : "NOT_AUTHORIZED_ADMIN";
  }
  if (!authorized) return "NOT_AUTHORIZED_ADMIN";
  for (const person of data.people ?? []) {
    if (acting.employments.get(person)?.inService !== true) return "UNKNOWN_PERSON";
  }
  return null;
}

/** One person's move because of a rule. */
interface Move {
  readonly person: string;
  readonly ordinal: number;
}

const byOrdinal = (left: Move, right: Move): number => left.ordinal - right.ordinal;

/** Sets a rule on the people named. */
export function changeRules(
  floor: Floor,
  command: ScopeCommand,
  rule: ScopeRule,
  log: Log | null,
): RefusalCode | null {
  const refusal = refusalOf(floor, command);
  if (refusal !== null) return refusal;
  const organization = floor.organizations.get(command.data.organization) as Organization;
  const { id } = organization;
  const space = floor.spaces.get(command.data.space) as Space;
  const part = space.parts.get(id) as Part;
  const people: string[] = [];
  for (const person of command.data.people ?? []) {
    if (part.people.get(person) !== rule && !people.includes(person)) people.push(person);
  }
  if (people.length === 0) return null;
  const leaving: Move[] = [];
  const unwaiting: Move[] = [];
  const entering: Move[] = [];
  let places = placesLeft(floor, space);
  let needed = false;
  for (const person of people) {
    const { ordinal } = organization.employments.get(person) as Employment;
    const through = space.roster.get(person);
    const present = through?.find((each) => each[0] === id);
    const waiter = space.queued.get(person)?.find((each) => each.organization === id);
    if (rule === "out") {
      if (present !== undefined) {
        leaving.push({ person, ordinal: present[1] });
        if (through?.length === 1) places += 1;
      }
      if (waiter !== undefined) unwaiting.push({ person, ordinal: waiter.ticket });
    } else if (present === undefined && waiter === undefined) {
      entering.push({ person, ordinal });
      if (through === undefined) {
        places -= 1;
        needed = true;
      }
    }
  }
  if (needed && places < 0) return "PERSON_CAP_EXCEEDED";
  carryOut(floor, space, part, rule, people, { leaving, unwaiting, entering }, log);
  return null;
}

interface Moves {
  readonly leaving: Move[];
  readonly unwaiting: Move[];
  readonly entering: Move[];
}

function carryOut(
  floor: Floor,
  space: Space,
  part: Part,
  rule: ScopeRule,
  people: readonly string[],
  { leaving, unwaiting, entering }: Moves,
  log: Log | null,
): void {
  const { organization } = part;
  const because = "scope";
  for (const person of people) part.people.set(person, rule);
  if (log !== null) {
    const { whole } = part;
    const rules = people.map((person) => [person, rule]);
    const data = { space: space.id, organization, whole, departments: [], people: rules };
    say(log, null, "scope.changed", data);
  }
  let seq = 0;
  for (const { person } of leaving.sort(byOrdinal)) {
    leaveRoster(space, organization, person);
    if (log === null) continue;
    seq = say(log, null, "roster.left", { space: space.id, organization, person, because });
  }
  for (const { person } of unwaiting.sort(byOrdinal)) {
    leaveQueue(space, organization, person);
    if (log === null) continue;
    say(log, null, "waiting.left", { space: space.id, organization, person, because });
  }
  for (const { person, ordinal } of entering.sort(byOrdinal)) {
    enter(space, organization, person, ordinal, because, null, log);
  }
  const freed: Freed = leaving.length > 0 ? [[space, seq]] : [];
  serve(floor, freed, log);
  if (log !== null) tell(floor, log);
}
