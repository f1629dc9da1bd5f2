/** A correct list of a whole organization, and the same again, lead to the directory that its source has. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { invariants } from "../../engine/invariants.ts";
import type { Event, Input } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import type { Random } from "../arbitraries/random.ts";
import { asSet, expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { command, fact } from "../inputs.ts";
import type { OrganizationFacts, ReferenceFacts } from "../reference/facts-model.ts";
import { told } from "./asking.ts";
import { choicesAt, type Law, type Step, type System, stepLaw } from "./law.ts";
import { settingsOf } from "./settings.ts";
import { type Departure, departuresIn, drawSource, listOf, type Source } from "./source.ts";
import { isSuspendedIn } from "./suspending.ts";

const DAY = 86_400_000;

/** Steps that no list of a script takes. */
const STEPS_MAX = 1_000;

/** What a source sends its lists to. */
export interface Receiver {
  readonly organization: OrganizationId;
  readonly policy: Policy;
  readonly system: System;
}

/** A World after a list, and whom it named in vain as reported to have left. */
export interface Listed {
  readonly world: World;
  readonly kept: ReadonlySet<string>;
}

export const homeIn = (facts: ReferenceFacts, id: OrganizationId): OrganizationFacts => {
  const found = facts.organizations.find(({ organization }) => organization === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};

const inputOf = (draft: object, id: string, at: number): Input => ({ ...draft, id, at }) as Input;

/** What only removals do. */
const removals: ReadonlySet<string> = new Set<Event["type"]>([
  "person.resigned",
  "department.dormant",
  "department.removed",
  "list.step",
]);

const has = (events: readonly Event[], type: Event["type"]): boolean =>
  events.some((each) => each.type === type);

function accepted({ system, policy }: Receiver, world: World, input: Input) {
  const { world: after, outcome } = system.apply(world, input, policy);
  if (outcome.kind === "refused")
    return { world, code: outcome.refusal.code, events: [], named: [] };
  const named = (outcome.passedOver?.first ?? []).filter(
    ({ reason }) => reason === "reported-left",
  );
  return { world: after, code: null, events: outcome.events, named: named.map(({ id }) => id) };
}

/** How many a list is still to remove, or to bring back, as its last step said. */
function remainingOf(events: readonly Event[]): number {
  const said = events.flatMap(({ type, data }) => (type === "list.step" ? [data.remaining] : []));
  return said.at(-1) ?? 0;
}

/** What people have themselves; whom else it names may have come back. */
const shownOf = ({ people, admins }: OrganizationFacts, some: (person: PersonId) => boolean) => ({
  people: people
    .filter(({ person }) => some(person))
    .map(({ manager: _, successor: __, ...own }) => own),
  admins: admins.filter(({ person }) => some(person)),
});

/** The word of whoever may say it: support, or one of the admins. */
function confirmed(to: Receiver, world: World, list: string, at: number) {
  const { organization, policy } = to;
  const { admins } = homeIn(factsOf(world, policy), organization);
  const actors = [{ support: "staff" }, ...admins.map(({ person }) => [organization, person])];
  for (const [place, by] of actors.entries()) {
    const data = { organization, list };
    const draft = command("reconciliation.confirm", by as never, data as never);
    const said = accepted(to, world, inputOf(draft, `${list}-by-${place}`, at));
    if (said.code === null) return said;
  }
  throw new Error("nobody may confirm a held list");
}

/**
 * Sends a list, a part again where it came before what it leans on, has it confirmed, and continues it.
 *
 * DIR-04, DIR-07: nothing is removed before it is complete, nor while it is held.
 */
export function sent(
  to: Receiver,
  before: World,
  inputs: readonly Input[],
  people: Source["people"],
): Listed {
  const { organization, policy } = to;
  const kept = new Set<string>();
  const waiting = [...inputs];
  let world = before;
  let last: readonly Event[] = [];
  for (let tries = 0; waiting.length > 0; tries += 1) {
    expectTrue(tries < inputs.length ** 2 + 1, "no part of the list is taken");
    const input = waiting.shift() as Input;
    const said = accepted(to, world, input);
    if (said.code === null) last = said.events;
    else {
      expectTrue(said.code === "UNKNOWN_DEPARTMENT", `a part is refused with ${said.code}`);
      waiting.push(input);
    }
    const early = waiting.length > 0 && said.events.some(({ type }) => removals.has(type));
    expectTrue(!early, "something is removed before the list is complete");
    for (const id of said.named) kept.add(id);
    world = said.world;
  }
  expectTrue(has(last, "list.completed"), "the list is not complete with its last part");
  const { list } = (inputs[0] as Extract<Input, { type: "directory.reconciled" }>).data;
  const at = inputs[0]?.at as number;
  if (has(last, "reconciliation.held")) {
    const listed = new Set(people.map(({ person }) => person));
    const shown = (each: World) =>
      shownOf(homeIn(factsOf(each, policy), organization), (person) => !listed.has(person));
    expectSame(shown(world), shown(before), "those missing from a list that is held");
    const said = confirmed(to, world, list, at);
    [world, last] = [said.world, said.events];
  }
  for (let steps = 0; remainingOf(last) > 0; steps += 1) {
    expectTrue(steps < STEPS_MAX, "the list is never done");
    const draft = fact("directory.continued", { organization, list });
    const said = accepted(to, world, inputOf(draft, `${list}-step-${steps}`, at));
    expectTrue(said.code === null, "a list is not continued");
    [world, last] = [said.world, said.events];
  }
  return { world, kept };
}

/** Whether a line cannot bring somebody in who has left; `null` where their number decides. */
function staysOut(
  { at: left, reported }: Departure,
  { number }: Source["people"][number],
  at: number,
  { listReinstates, departureRetentionDays: days }: Policy,
): boolean | null {
  if (number !== undefined) return null;
  if (at >= left + days * DAY) return false;
  return listReinstates === "never" || (listReinstates === "inferred" && reported);
}

/** D20.18: who is in, and who is out, after a list. */
function checkPeople(
  { world, kept }: Listed,
  { people }: Source,
  { organization, policy }: Receiver,
  left: ReadonlyMap<PersonId, Departure>,
  at: number,
): void {
  const home = homeIn(factsOf(world, policy), organization);
  const lines = new Map(people.map((line) => [line.person, line]));
  const now = new Map(home.people.map((each) => [each.person, each]));
  for (const { person } of home.people) {
    expectTrue(lines.has(person), `${person} is in, whom the source has not`);
  }
  for (const line of people) {
    const { person } = line;
    const departure = left.get(person);
    const known = now.get(person);
    const out = departure === undefined ? false : staysOut(departure, line, at, policy);
    expectTrue(
      out !== true || known === undefined,
      `${person} had left, and a list brought them in`,
    );
    expectTrue((known === undefined) === kept.has(person), `${person} is out and not named, or in`);
    if (known === undefined) {
      const mayBe = out === true || (out === null && departure?.reported !== false);
      expectTrue(
        mayBe || policy.listReinstates === "never",
        `${person} is out, whom the source has`,
      );
      continue;
    }
    expectSame(known.fields, { ...line.fields }, `what is known of ${person}`);
    expectSame(asSet(known.departments), asSet(line.departments ?? []), `the place of ${person}`);
    if (line.suspended !== undefined) {
      expectTrue((known.suspended === true) === line.suspended, `whether ${person} is suspended`);
    }
  }
}

/** Whoever is shown in a Space's contacts is somebody whom the source has. */
function checkContacts(
  facts: ReferenceFacts,
  world: World,
  organization: OrganizationId,
  { policy }: Receiver,
) {
  const home = homeIn(facts, organization);
  const inService = new Set(home.people.map(({ person }) => person));
  for (const { space, roster } of facts.spaces) {
    const identities = roster.map(([home, person]): Identity => ({ organization: home, person }));
    const viewer = identities.find((each) => !isSuspendedIn(world, each));
    if (viewer === undefined) continue;
    const shown = told(world, "space.contacts", { viewer, space, limit: 100 } as never, policy);
    if (shown.code !== null) continue;
    for (const each of shown.value.items) {
      if (each.organization !== organization) continue;
      expectTrue(
        inService.has(each.person),
        `${each.person} is a contact, whom the source has not`,
      );
    }
  }
}

/** An organization whose directory is to be recovered, with what its source has. */
function drawn(step: Step, random: Random, policy: Policy) {
  const facts = factsOf(step.after, policy);
  const home = random.pick(facts.organizations.filter(({ ended }) => !ended));
  if (home === undefined || home.people.length > 90) return null;
  const left = departuresIn(step.history, home.organization);
  const source = drawSource(random, home, left, step.history);
  const lines = new Set(source.people.map(({ person }) => person));
  return lines.size > 90 ? null : { facts, home, left, source };
}

/** Times that newer lists come at: at once, or when what was kept is kept no longer. */
export const GAPS = [1, 2 * DAY, 60 * DAY];

function checkRecovery(step: Step, policy: Policy, system: System): void {
  const random = choicesAt(step, 11);
  if (!random.chance(20)) return;
  const about = drawn(step, random, policy);
  if (about === null) return;
  const { facts, home, left, source } = about;
  const { organization } = home;
  const to: Receiver = { organization, policy, system };
  const latest = step.history.reduce((last, { at }) => Math.max(last, at), step.input.at);
  const first = latest + (random.pick(GAPS) ?? 1);
  const second = first + policy.departmentMissingDays * DAY;
  const list = (name: string, at: number) =>
    listOf(random, source, organization, { list: `recovery-${name}-${step.index}`, at });

  const once = sent(to, step.after, list("one", first), source.people);
  checkPeople(once, source, to, left, first);
  // D20.5, D20.8: parts in another order, steps of another size.
  const reconciliationStep = random.pick([1, 2, 3, 500]) ?? 1;
  const other = { ...to, policy: { ...policy, reconciliationStep } };
  const again = sent(other, step.after, list("other", first), source.people);
  const directory = ({ world }: Listed) => homeIn(factsOf(world, policy), organization);
  expectSame(directory(again), directory(once), "the directory after the parts in another order");

  const twice = sent(to, once.world, list("two", second), source.people);
  checkPeople(twice, source, to, left, second);
  const after = factsOf(twice.world, policy);
  const { departments } = homeIn(after, organization);
  expectSame(asSet(departments), asSet(source.departments), "the departments after two lists");
  const settings = (each: ReferenceFacts) => settingsOf(each, organization, home, source);
  expectSame(settings(after), settings(facts), "settings of what the source still has");
  checkContacts(after, twice.world, organization, to);
  const findings = invariants(twice.world, policy, { caps: "tolerant", size: true });
  expectSame(findings, [], "the findings after recovery");
}

/**
 * D20.18, D20.5, D20.6, D20.8: from any World, a correct complete list of a whole organization, its
 * removals confirmed, and the same again `departmentMissingDays` later, both newer than every fact, lead
 * to the directory that the source has, but for those whose departure was reported; each is named.
 */
export const listsRecover: Law = stepLaw("recovery", checkRecovery);
