/** Correct lists of all the sources of a directory, and the same again, lead to what they have between them. */
import type { DepartmentId, OrganizationId, PersonId, SourceId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { tableEach } from "../../core/table.ts";
import { beginReading } from "../../core/transaction.ts";
import { idOf } from "../../directory/select/aliases.ts";
import { type Vouched, vouching } from "../../directory/select/sources.ts";
import { invariants } from "../../engine/invariants.ts";
import type { World } from "../../engine/world.ts";
import type { Reading } from "../../queries/handler.ts";
import type { Random } from "../arbitraries/random.ts";
import { asSet, expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import type { ReferenceFacts } from "../reference/facts-model.ts";
import { choicesAt, type Law, type Step, type System, stepLaw } from "./law.ts";
import { GAPS, homeIn, type Listed, type Receiver, sent } from "./recovery.ts";
import { settingsOf } from "./settings.ts";
import { departuresIn, drawSource, listOf, type Source } from "./source.ts";

const DAY = 86_400_000;

/** Who vouches for whom and for what in an organization's directory. */
interface Vouchers {
  readonly people: ReadonlyMap<string, readonly SourceId[]>;
  readonly departments: ReadonlyMap<string, readonly SourceId[]>;
}

function vouchersIn({ table }: World, organization: OrganizationId): Vouchers {
  const tx: Reading = beginReading(table, true);
  const found = {
    people: new Map<string, readonly SourceId[]>(),
    departments: new Map<string, readonly SourceId[]>(),
  };
  const kinds = { employment: "people", department: "departments" } as const;
  tableEach(
    table,
    (kind) => kind in kinds,
    (kind, owner, key, record) => {
      if (!(kind in kinds) || owner !== organization) return;
      const which = kinds[kind as keyof typeof kinds];
      found[which].set(idOf(tx, organization, which, key as never), vouching(record as Vouched));
    },
  );
  return found;
}

/** The sources that vouch for anybody or anything in an organization. */
const sourcesOf = ({ people, departments }: Vouchers): SourceId[] =>
  [...new Set([...people.values(), ...departments.values()].flat())].sort();

/** One of several sources, and what it has. */
interface Own {
  readonly source: SourceId;
  readonly has: Source;
}

/**
 * Deals out what there is among sources: each thing to one that vouches for it already, if any does, and to others;
 * with a department those above it, and with people none but the source's own departments.
 */
function dealt(
  random: Random,
  { departments, people, again }: Source,
  sources: readonly SourceId[],
  vouchers: Vouchers,
): Own[] {
  const holders = (known: readonly SourceId[] = []): Set<SourceId> => {
    const first = random.pick(known.filter((each) => sources.includes(each)));
    const one = first ?? (random.pick(sources) as SourceId);
    return new Set([one, ...random.some(sources, 25)]);
  };
  const ofDepartment = new Map<DepartmentId, Set<SourceId>>();
  for (const { department } of departments) {
    ofDepartment.set(department, holders(vouchers.departments.get(department)));
  }
  // Children come after their parents.
  for (const { department, parent } of [...departments].reverse()) {
    const above = parent === null ? undefined : ofDepartment.get(parent);
    for (const source of ofDepartment.get(department) ?? []) above?.add(source);
  }
  const ofPerson = new Map(
    people.map(({ person }) => [person, holders(vouchers.people.get(person))] as const),
  );
  return sources.map((source) => {
    const isOwn = (id: DepartmentId): boolean => ofDepartment.get(id)?.has(source) === true;
    const own = people.filter(({ person }) => ofPerson.get(person)?.has(source) === true);
    return {
      source,
      has: {
        departments: departments.filter(({ department }) => isOwn(department)),
        people: own.map(({ person, departments: placed = [], fields }) => ({
          person,
          fields,
          departments: placed.filter(isOwn),
        })),
        again,
      },
    };
  });
}

/** What all sources have between them. */
function together(all: readonly Own[]) {
  const departments = new Map(
    all.flatMap(({ has }) => has.departments.map((each) => [each.department, each] as const)),
  );
  const people = new Map(
    all.flatMap(({ has }) => has.people.map((each) => [each.person, each] as const)),
  );
  return { departments, people };
}

/** A World after the lists of all sources, and whom each named in vain. */
interface Round extends Pick<Listed, "world"> {
  readonly kept: ReadonlyMap<SourceId, ReadonlySet<string>>;
}

function round(
  random: Random,
  to: Receiver,
  before: World,
  all: readonly Own[],
  named: { readonly list: string; readonly at: number },
): Round {
  const kept = new Map<SourceId, ReadonlySet<string>>();
  let world = before;
  for (const [place, { source, has }] of all.entries()) {
    const head = { list: `${named.list}-${place}`, at: named.at, extent: { source } };
    const inputs = listOf(random, has, to.organization, head);
    const after = sent(to, world, inputs, has.people);
    kept.set(source, after.kept);
    world = after.world;
  }
  return { world, kept };
}

/** Who is in, and who is out: nobody is lost whom a source has, but who is named as reported to have left. */
function checkPresence(
  { world, kept }: Round,
  all: readonly Own[],
  { organization, policy }: Receiver,
  isReported: (person: PersonId) => boolean,
  mayStay: (person: PersonId) => boolean,
): void {
  const { people } = together(all);
  const home = homeIn(factsOf(world, policy), organization);
  const now = new Set(home.people.map(({ person }) => person));
  for (const { person } of home.people) {
    expectTrue(people.has(person) || mayStay(person), `${person} is in, whom no source has`);
  }
  for (const person of people.keys()) {
    if (now.has(person)) continue;
    const isNamed = [...kept.values()].some((each) => each.has(person));
    expectTrue(isNamed, `${person} is out and not named`);
    const mayBe = isReported(person) || policy.listReinstates === "never";
    expectTrue(mayBe, `${person} is out, whom a source has`);
  }
}

/** What is known of those who are in, and where they are: what the sources that brought them say between them. */
function checkValues({ world, kept }: Round, all: readonly Own[], to: Receiver): void {
  const { organization, policy } = to;
  for (const { person, fields, departments } of homeIn(factsOf(world, policy), organization)
    .people) {
    const lines = all.flatMap(({ source, has }) =>
      kept.get(source)?.has(person) === true
        ? []
        : has.people.filter((each) => each.person === person),
    );
    const [first] = lines;
    if (first === undefined) continue;
    expectSame(fields, { ...first.fields }, `what is known of ${person}`);
    const placed = new Set(lines.flatMap((line) => line.departments ?? []));
    expectSame(asSet(departments), asSet([...placed]), `the place of ${person}`);
  }
}

/** Whether anybody's departure was ever reported: by a fact without a source, or by one that takes its word back. */
const reportedIn = ({ history }: Step, organization: OrganizationId): ReadonlySet<PersonId> => {
  const left = departuresIn(history, organization);
  const all = [...left].flatMap(([person, { reported }]) => (reported ? [person] : []));
  const taken = history.flatMap(({ type, data }) =>
    type === "person.vouched" && data.organization === organization && data.reported === true
      ? [data.person]
      : [],
  );
  return new Set([...all, ...taken]);
};

function checkRecovery(step: Step, policy: Policy, system: System): void {
  const random = choicesAt(step, 17);
  if (!random.chance(40)) return;
  const facts = factsOf(step.after, policy);
  const living = facts.organizations.filter(({ ended }) => !ended);
  const fed = living.filter(
    ({ organization }) => sourcesOf(vouchersIn(step.after, organization)).length > 0,
  );
  const home = random.pick(fed);
  if (home === undefined || home.people.length > 90) return;
  const { organization } = home;
  const left = departuresIn(step.history, organization);
  const vouchers = vouchersIn(step.after, organization);
  const sources = sourcesOf(vouchers);
  // One that speaks for nobody any more gives way to another where no more may speak (DIR-06).
  if (sources.length > policy.directorySources) return;
  const all = dealt(random, drawSource(random, home, left, step.history), sources, vouchers);
  const to: Receiver = { organization, policy, system };
  const latest = step.history.reduce((last, { at }) => Math.max(last, at), step.input.at);
  const first = latest + (random.pick(GAPS) ?? 1);
  const second = first + policy.departmentMissingDays * DAY;
  const reported = reportedIn(step, organization);
  // Whoever was brought without a source, and none ever listed, is nobody's to miss.
  const brought = (person: PersonId) => vouchers.people.get(person)?.length === 0;
  const mayStay = (person: PersonId) =>
    brought(person) && home.people.some((each) => each.person === person);

  const once = round(random, to, step.after, all, { list: `sources-one-${step.index}`, at: first });
  checkPresence(once, all, to, (person) => reported.has(person), mayStay);
  const name = `sources-two-${step.index}`;
  const twice = round(random, to, once.world, all, { list: name, at: second });
  checkPresence(twice, all, to, (person) => reported.has(person), mayStay);
  checkValues(twice, all, to);

  const after = factsOf(twice.world, policy);
  const has = together(all);
  const now = homeIn(after, organization).departments;
  const listed = now.filter(({ department }) => has.departments.has(department));
  expectSame(asSet(listed), asSet([...has.departments.values()]), "the departments of sources");
  // Who stays keeps what they are in, and what is above that.
  const stays =
    home.people.some(({ person }) => mayStay(person) && !has.people.has(person)) ||
    now.some(({ department }) => vouchers.departments.get(department)?.length === 0);
  // One that people of another source were still in when it was missing first is dormant for as long again (DIR-10).
  const awake = now.filter(({ dormant }) => dormant === undefined);
  if (!stays) expectSame(asSet(awake), asSet(listed), "the departments after two lists of all");
  const source = { departments: [...has.departments.values()], people: [...has.people.values()] };
  const settings = (each: ReferenceFacts) =>
    settingsOf(each, organization, home, { ...source, again: new Set() });
  expectSame(settings(after), settings(facts), "settings of what the sources still have");
  const findings = invariants(twice.world, policy, { caps: "tolerant", size: true });
  expectSame(findings, [], "the findings after recovery");
}

/**
 * D20.18, D20.7: from any World, a correct complete list of every source, its removals confirmed, and the same again
 * `departmentMissingDays` later, lead to the people and departments that the sources have between them, but for whoever
 * was reported to have left, each of whom is named, and what was brought without a source and none ever listed.
 */
export const sourcesRecover: Law = stepLaw("recovery of sources", checkRecovery);
