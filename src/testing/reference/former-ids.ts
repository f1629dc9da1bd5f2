/** Ids that people and departments had, and what words mean that still use them (DIR-15). */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Passed } from "./passed.ts";
import type { FormerId, ReferenceFact, SaidFormerly, State } from "./state.ts";
import type { Renaming } from "./substituting.ts";
import { isOfMember } from "./vocabulary-industry.ts";

/** As many former ids of one person or department are followed. */
const followedMost = 20;

type Kind = FormerId["kind"];

/** The former ids of one person or department, in the order in which they were given up. */
export function formerIdsOf(
  { formerIds }: State,
  kind: Kind,
  organization: OrganizationId,
  id: string,
): FormerId[] {
  return formerIds.filter(
    (each) => each.kind === kind && each.organization === organization && each.now === id,
  );
}

/** The id that somebody had at a time: what is not later than a rename is of before it. */
export function calledAt(
  state: State,
  { organization, person }: { readonly organization: OrganizationId; readonly person: PersonId },
  at: number,
): PersonId {
  const [first] = formerIdsOf(state, "person", organization, person).filter(
    (each) => at <= each.at,
  );
  return (first?.former ?? person) as PersonId;
}

/** Remembers an id that was given up; whatever was called so before is called by the present one. */
export function giveUp(
  state: State,
  kind: Kind,
  organization: OrganizationId,
  { former, now, at }: Pick<FormerId, "former" | "now" | "at">,
): void {
  const own = formerIdsOf(state, kind, organization, now);
  const rest = own.filter((each) => each.former !== former).slice(1 - followedMost);
  state.formerIds = [
    ...state.formerIds.filter((each) => !own.includes(each)),
    ...rest,
    { kind, organization, former, now, at },
  ];
}

/** Who or what an id meant at a time, by its present id. */
function meantAt(
  { formerIds }: State,
  kind: Kind,
  organization: OrganizationId,
  id: string,
  at: number,
): string {
  const [first] = formerIds
    .filter((each) => each.kind === kind && each.organization === organization)
    .filter((each) => each.former === id && at <= each.at)
    .sort((one, other) => one.at - other.at);
  return first?.now ?? id;
}

/** Puts present ids in the place of former ones in what was said, and notes all that were named, in order. */
interface Reading {
  readonly said: readonly SaidFormerly[];
  readonly person: (id: PersonId, index?: number) => PersonId;
  readonly department: (id: DepartmentId, index?: number) => DepartmentId;
  readonly departments: (ids: readonly DepartmentId[], index?: number) => DepartmentId[];
}

function readingOf(state: State, { data: { organization }, at }: ReferenceFact): Reading {
  const said: SaidFormerly[] = [];
  const presentOf =
    (kind: Kind) =>
    <Id extends string>(id: Id, index?: number): Id => {
      const now = meantAt(state, kind, organization, id, at) as Id;
      const place = index === undefined ? {} : { index };
      said.push({ kind, former: id, now, ...place });
      return now;
    };
  const department = presentOf("department");
  return {
    said,
    person: presentOf("person"),
    department,
    departments: (ids, index) => ids.map((id, place) => department(id, index ?? place)),
  };
}

/** What is said of somebody, in a fact or a line of a list. */
interface Word {
  readonly person?: PersonId;
  readonly successor?: PersonId;
  readonly standIn?: PersonId;
  readonly manager?: { readonly person: PersonId } | null;
  readonly department?: DepartmentId;
  readonly parent?: DepartmentId | null;
  readonly departments?: readonly DepartmentId[];
}

function readWord(reading: Reading, word: Word, index?: number): Word {
  const { person, successor, standIn, manager, department, parent, departments } = word;
  return {
    ...word,
    ...(person === undefined ? {} : { person: reading.person(person, index) }),
    ...(successor == null ? {} : { successor: reading.person(successor, index) }),
    ...(standIn == null ? {} : { standIn: reading.person(standIn, index) }),
    ...(manager == null
      ? {}
      : { manager: { ...manager, person: reading.person(manager.person, index) } }),
    ...(department === undefined ? {} : { department: reading.department(department, index) }),
    ...(parent == null ? {} : { parent: reading.department(parent, index) }),
    ...(departments === undefined ? {} : { departments: reading.departments(departments, index) }),
  };
}

/** What a list says beside its lines. */
interface Listed {
  readonly extent?: { readonly departments?: readonly DepartmentId[] };
  readonly part: {
    readonly people?: readonly Word[];
    readonly departments?: readonly Word[];
  };
}

function readList(reading: Reading, list: Listed): Listed {
  const { extent, part } = list;
  const lines = (words: readonly Word[]) =>
    words.map((each, index) => readWord(reading, each, index));
  return {
    ...list,
    ...(extent?.departments === undefined
      ? {}
      : { extent: { departments: reading.departments(extent.departments) } }),
    part: {
      ...part,
      ...(part.people === undefined ? {} : { people: lines(part.people) }),
      ...(part.departments === undefined ? {} : { departments: lines(part.departments) }),
    },
  };
}

/**
 * A fact with present ids for former ones, as far as it is not later than the rename; and which it
 * named so. What it is about under a former id that is not followed is whoever has that id then.
 */
export function presently<Fact extends ReferenceFact>(
  state: State,
  fact: Fact,
): { readonly fact: Fact; readonly said: readonly SaidFormerly[] } {
  // What somebody is in an industry book has nothing to do with ids of employees (INDUSTRY-01).
  if (isOfMember(fact)) return { fact, said: [] };
  const reading = readingOf(state, fact);
  const data: unknown = fact.data;
  const isList = fact.type === "directory.reconciled";
  const read = isList ? readList(reading, data as Listed) : readWord(reading, data as Word);
  return { fact: { ...fact, data: read } as Fact, said: reading.said };
}

/** Something passed over, as the input named it (PROTO-08). */
export function asSaid(said: readonly SaidFormerly[], passed: Passed): Passed {
  const own = said.filter(({ kind, now }) => kind === passed.kind && now === passed.id);
  const found = own.find(({ index }) => index === passed.index) ?? own[0];
  return found === undefined ? passed : { ...passed, id: found.former };
}

/** Whether somebody else has an id, or had it. */
export function isTaken(
  { formerIds, employments, departments }: State,
  { kind, organization }: Pick<FormerId, "kind" | "organization">,
  id: string,
  own: string,
): boolean {
  const isHad = formerIds.some(
    (each) =>
      each.kind === kind &&
      each.organization === organization &&
      each.former === id &&
      each.now !== own,
  );
  const had: readonly string[] =
    kind === "person"
      ? employments.filter((each) => each.organization === organization).map(({ person }) => person)
      : departments.filter((each) => each.organization === organization).map((each) => each.id);
  return isHad || had.includes(id);
}

/** Whether a number is none that a newcomer can have: others who had the id had it, or a higher one. */
export function isOutnumbered(
  state: State,
  organization: OrganizationId,
  person: PersonId,
  number: number | undefined,
): boolean {
  const { given } = numbersBefore(state, organization, person);
  return number !== undefined && given !== null && number <= given;
}

/** The numbers above which a newcomer begins under an id that others had. */
export function numbersBefore(
  state: State,
  organization: OrganizationId,
  person: PersonId,
): { readonly number: number; readonly given: number | null } {
  const holders = state.formerIds
    .filter((each) => each.kind === "person" && each.organization === organization)
    .filter((each) => each.former === person)
    .map(({ now }) => now);
  const theirs = state.employments.filter(
    (each) => each.organization === organization && holders.includes(each.person),
  );
  return {
    number: Math.max(0, ...theirs.map(({ number }) => number)),
    given: theirs.length === 0 ? null : Math.max(...theirs.map(({ given }) => given)),
  };
}

/** Whether an id is nobody's, and was nobody's but under former ids. */
function isFree(state: State, { kind, organization, former }: FormerId): boolean {
  const { employments, departments } = state;
  return kind === "person"
    ? !employments.some((each) => each.organization === organization && each.person === former)
    : !departments.some((each) => each.organization === organization && each.id === former);
}

/** The former ids by which somebody or something is still found, each with the last that had it. */
export function foundBy(state: State): Renaming[] {
  return [...state.formerIds]
    .filter((each) => isFree(state, each))
    .sort((one, other) => other.at - one.at)
    .map(({ kind, organization, former, now }) => ({ kind, organization, from: former, to: now }));
}

/** Whether a rename names nobody by now, and gives the id that who gave this one up last has. */
export function isSaidAgain(state: State, { type, data }: ReferenceFact): boolean {
  if (type !== "person.renamed" && type !== "department.renamed-id") return false;
  const [kind, id] =
    type === "person.renamed" ? ["person", data.person] : ["department", data.department];
  const found = foundBy(state).find(
    (each) => each.kind === kind && each.organization === data.organization && each.from === id,
  );
  return found !== undefined && found.to === data.to;
}
