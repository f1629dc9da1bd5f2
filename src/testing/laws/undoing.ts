/** What is done in a directory and taken back leaves no trace, and what is kept meanwhile has no effect. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { tableGet } from "../../core/table.ts";
import { beginReading } from "../../core/transaction.ts";
import { idOf } from "../../directory/select/aliases.ts";
import { ask } from "../../engine/ask.ts";
import { sliceEntries } from "../../engine/slice.ts";
import type { Event, Input, Records } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import type { Query } from "../../queries/model.ts";
import { QUERY_TYPES } from "../arbitraries/queries.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { fact, type InputDraft } from "../inputs.ts";
import type { OrganizationFacts, ReferenceFacts } from "../reference/facts-model.ts";
import type { HierarchiesFacts } from "../reference/hierarchy-facts-model.ts";
import { told } from "./asking.ts";
import { naturalsByIds } from "./keyed.ts";
import { choicesAt, type Law, type Step, type System, stepLaw } from "./law.ts";
import { inNoOrder, questionsAbout, withoutSince } from "./questions.ts";
import { isSuspendedIn } from "./suspending.ts";
import { unitsOf } from "./units.ts";

/** A time after every word there is. */
export const afterAll = ({ history, input }: Step): number =>
  history.reduce((last, { at }) => Math.max(last, at), input.at) + 1;

/** Reports facts one after the other, none of which may be refused. */
export function reported(
  { system, policy }: { readonly system: System; readonly policy: Policy },
  world: World,
  facts: readonly InputDraft[],
  at: number,
): { readonly world: World; readonly events: readonly Event[] } {
  const events: Event[] = [];
  let now = world;
  for (const [place, draft] of facts.entries()) {
    const input = { ...draft, id: `probe-${at}-${place}`, at } as Input;
    const { world: after, outcome } = system.apply(now, input, policy);
    expectTrue(outcome.kind === "accepted", `${draft.type} is refused`);
    if (outcome.kind === "accepted") events.push(...outcome.events);
    now = after;
  }
  return { world: now, events };
}

const living = ({ organizations }: ReferenceFacts) => organizations.filter(({ ended }) => !ended);

/** Whether somebody waits, who would take what is free for a moment, or more is taken than there is. */
const isCrowded = (world: World, facts: ReferenceFacts): boolean => {
  const { spaces, pools } = facts;
  return (
    [...spaces, ...pools].some(({ waiting }) => waiting.length > 0) ||
    spaces.some(({ roster, cap }) => roster.length > cap) ||
    pools.some((pool) => {
      const units = unitsOf(facts, pool);
      const [own = 0, ...others] = units.map(({ grants }) => grants.length);
      // What the Host's own unit does not use of its reserve is nobody else's (LIC-19).
      const kept = Math.max(own, pool.reserved ?? 0);
      const taken = others.reduce((sum, each) => sum + each, others.length === 0 ? own : kept);
      const isOver = units.some(({ grants, limit }) => grants.length > (limit ?? Infinity));
      return taken > pool.purchased || isOver;
    }) ||
    seatsIn(facts).some((seats) => isOverCap(world, facts, seats))
  );
};

type Seats = NonNullable<ReferenceFacts["hierarchies"]>["seats"][number];

const seatsIn = ({ hierarchies }: ReferenceFacts): readonly Seats[] => hierarchies?.seats ?? [];

/** How a Trunk reaches an organization, if it does. */
const lineTo = ({ hierarchies }: ReferenceFacts, trunk: string, organization: string) =>
  hierarchies?.reached.find(({ above, below }) => above === trunk && below === organization)?.line;

/** Whether a Branch holds more seats than it may since that was said, or since somebody came under it. */
const isOverCap = (world: World, facts: ReferenceFacts, { trunk, grants, caps }: Seats): boolean =>
  caps.some(([branch, most]) => {
    const own = grants.filter(([home]) => lineTo(facts, trunk, home)?.[1] === branch);
    return new Set(own.map(naturalsByIds(world))).size > most;
  });

/** Everything but tasks and history. */
const withoutTasks = ({ instances: _, parking: __, ...facts }: ReferenceFacts) => facts;

/** What there is of hierarchies, with seats and holders of offices in no order. */
const unorderedBelow = ({ seats, liaisons, ...facts }: HierarchiesFacts) => ({
  ...facts,
  seats: seats.map((each) => ({ ...each, grants: [...each.grants].sort() })),
  liaisons: liaisons.map((role) => ({
    ...role,
    offices: role.offices.map((each) => ({ ...each, holders: [...each.holders].sort() })),
  })),
});

/** In no order that means anything: whoever comes back to a group, a pool or an office comes last. */
const unordered = ({
  spaces,
  groups,
  pools,
  hierarchies,
  ...facts
}: ReturnType<typeof withoutTasks>) => ({
  ...facts,
  // That both sides were told of too few is history: whoever is named again makes them hear of it anew.
  spaces: spaces.map((space) => ({
    ...space,
    associations: space.associations.map(({ unattended: _, ...each }) => each),
  })),
  ...(hierarchies === undefined ? {} : { hierarchies: unorderedBelow(hierarchies) }),
  groups: groups.map((group) => ({ ...group, participants: [...group.participants].sort() })),
  pools: pools.map(({ units, ...pool }) => ({
    ...pool,
    units: units.map((unit) => ({ ...unit, grants: [...unit.grants].sort() })),
  })),
});

/** Questions that say what is kept. */
const tellWhatIsKept: ReadonlySet<string> = new Set(
  QUERY_TYPES.filter((type) => /^(?:directory\.|departure\.preview$)/u.test(type)),
);

/** Questions that tell of tasks and of what has happened. */
const tellOfTasks: ReadonlySet<string> = new Set(
  QUERY_TYPES.filter((type) =>
    /^(?:directory\.|departure\.|flow\.|admin\.(?:open-tasks|parked)$)/u.test(type),
  ),
);

/** An answer's value with lists in no order, or the code that a question is refused with. */
function answerTo(world: World, query: Query, policy: Policy): unknown {
  const answer = ask(world, query, policy);
  if (answer.kind === "incomplete") throw new Error("a World is never incomplete");
  return answer.kind === "refused"
    ? answer.refusal.code
    : inNoOrder(withoutSince(query, answer.value));
}

/**
 * Whether somebody has no license in a unit that grants them to entrants: to that, coming back is
 * entering (LIC-10).
 */
const isEntrant = (facts: ReferenceFacts, organization: string, person: string): boolean => {
  const lacks = (grants: Seats["grants"]): boolean =>
    !grants.some(([home, one]) => home === organization && one === person);
  const inUnits = facts.pools
    .flatMap(({ units }) => units)
    .some(
      ({ automatic, grants }) =>
        automatic.some((each) => each.organization === organization) && lacks(grants),
    );
  const isBelow = ({ trunk, automatic }: Seats): boolean =>
    automatic.length > 0 && lineTo(facts, trunk, organization) !== undefined;
  return inUnits || seatsIn(facts).some((seats) => isBelow(seats) && lacks(seats.grants));
};

/** Whether a purchase has come to its end: what is given back waits for a renewal then, if it does (LIC-20). */
const isAnyTermOver = ({ table }: World, { pools }: ReferenceFacts, at: number): boolean =>
  pools.some(({ host }) => {
    const pool = tableGet(table, "pool", host, "") as Records["pool"];
    return pool.until !== undefined && (at >= pool.until || pool.reached !== undefined);
  });

/** Whether somebody is, or stands in, in a period that is over: a departure forgets it for good (FLOW-14). */
const hasPast = (home: OrganizationFacts, somebody: PersonId, at: number): boolean =>
  home.people.some(({ person, standIns = [] }) =>
    standIns.some(
      ({ standIn, until }) => until <= at && (person === somebody || standIn === somebody),
    ),
  );

/** Whether offices of somebody go to a successor, who keeps them (LIAISON-03). */
const passesOffices = (
  { hierarchies }: ReferenceFacts,
  home: OrganizationFacts,
  somebody: PersonId,
): boolean =>
  home.people.some(({ person, successor }) => person === somebody && successor !== null) &&
  (hierarchies?.liaisons ?? [])
    .flatMap(({ offices }) => offices)
    .flatMap(({ holders }) => holders)
    .some(([organization, person]) => organization === home.organization && person === somebody);

/** D20.2: a departure followed at once by its reinstatement restores everything but tasks and history. */
export const departuresAreUndone: Law = stepLaw("departures undone", (step, policy, system) => {
  const random = choicesAt(step, 12);
  if (policy.departureRetentionDays === 0 || !random.chance(20)) return;
  const facts = factsOf(step.after, policy);
  const home = random.pick(living(facts));
  const person = random.pick(home?.people ?? [])?.person;
  if (home === undefined || person === undefined || isCrowded(step.after, facts)) return;
  const about = { organization: home.organization, person };
  if (isEntrant(facts, home.organization, person)) return;
  if (passesOffices(facts, home, person)) return;
  const at = afterAll(step);
  if (hasPast(home, person, at) || isAnyTermOver(step.after, facts, at)) return;
  // What they were granted by hand since they, or their Member, were suspended waits for the resumption (DIR-17, EXIT-08).
  const isOut = facts.spaces.some(({ associations }) =>
    associations.some((each) => each.organization === home.organization && each.suspended),
  );
  if (policy.suspendedSeats === "release" && (isOut || isSuspendedIn(step.after, about))) return;
  const both = [fact("person.resigned", about), fact("person.reinstated", about)];
  const { world } = reported({ system, policy }, step.after, both, at);
  const back = factsOf(world, policy);
  const same = (each: ReferenceFacts) => unordered(withoutTasks(each));
  expectSame(same(back), same(facts), `what there is after ${person} has left and come back`);
  for (const query of questionsAbout(step, random, policy)) {
    // A plan goes by the order of grants, and what is given back is granted last.
    if (tellOfTasks.has(query.type) || query.type === "license.reclaim-plan") continue;
    const [one, other] = [step.after, world].map((each) => answerTo(each, query, policy));
    expectSame(other, one, `${query.type} after ${person} has left and come back`);
  }
});

/** The events that drop everything that is kept of departures. */
function droppingAll(world: World, stamp: Pick<Event, "input" | "at">): Event[] {
  const events: Event[] = [];
  const tx = beginReading<Records>(world.table, true);
  for (const [[kind, owner, key], record] of sliceEntries(world)) {
    if (kind !== "employment" || record === null) continue;
    const { taken, kept, number } = record as Records["employment"];
    if (taken === undefined && kept === undefined) continue;
    const organization = owner as OrganizationId;
    events.push({
      ...{ ...stamp, v: 1, seq: events.length, cause: null, type: "departure.dropped" },
      data: {
        organization,
        person: idOf(tx, organization, "people", key as PersonId),
        number,
        because: "lapsed",
      },
    });
  }
  return events;
}

/** D20.1: what is kept is in force nowhere: dropping all of it changes no answer but about it. */
export const keptHasNoEffect: Law = stepLaw("kept has no effect", (step, policy, system) => {
  const random = choicesAt(step, 13);
  if (!random.chance(20)) return;
  const { id, at } = step.input;
  const dropping = droppingAll(step.after, { input: id, at });
  if (dropping.length === 0) return;
  const without = system.replay(dropping, step.after);
  expectSame(factsOf(without, policy), factsOf(step.after, policy), "the facts, with nothing kept");
  for (const query of questionsAbout(step, random, policy)) {
    if (tellWhatIsKept.has(query.type)) continue;
    const [one, other] = [step.after, without].map((each) => answerTo(each, query, policy));
    expectSame(other, one, `the answers to ${query.type}, with nothing kept`);
  }
});

/** A revision above all there are: a removed department exists again by no other word. */
export const NEWEST = 1_000_000;

/** What brings a department back, as it was, after it was removed. */
function putBack(
  { organization, departments, people }: OrganizationFacts,
  department: OrganizationFacts["departments"][number],
): InputDraft[] {
  const { department: id, parent, name } = department;
  const below = departments.filter((each) => each.parent === id);
  const placed = people.filter((each) => each.departments.includes(id));
  return [
    fact("department.created", { organization, department: id, parent, name, revision: NEWEST }),
    ...below.map((each) =>
      fact("department.moved", { organization, department: each.department, parent: id }),
    ),
    ...placed.map((each) =>
      fact("person.relocated", {
        organization,
        person: each.person,
        departments: each.departments,
      }),
    ),
  ];
}

/** D20.10: a removed department that comes back with its people gives Rosters and selections as before. */
export const removalsAreUndone: Law = stepLaw("removals undone", (step, policy, system) => {
  const random = choicesAt(step, 14);
  if (policy.departureRetentionDays === 0 || !random.chance(20)) return;
  const facts = factsOf(step.after, policy);
  const home = random.pick(living(facts));
  const department = random.pick(
    home?.departments.filter(({ dormant }) => dormant === undefined) ?? [],
  );
  if (home === undefined || department === undefined || isCrowded(step.after, facts)) return;
  const { organization } = home;
  const at = afterAll(step);
  const gone = fact("department.removed", { organization, department: department.department });
  const to = { system, policy };
  const removed = reported(to, step.after, [gone], at);
  const { world } = reported(to, removed.world, putBack(home, department), at + 1);
  const shown = ({ spaces, pools, hierarchies }: ReferenceFacts) => ({
    seats: hierarchies?.seats.map(({ trunk, automatic }) => ({ trunk, automatic })),
    rosters: spaces.map(({ roster, associations }) => ({ roster, associations })),
    automatic: pools.map(({ units }) => units.map(({ automatic }) => automatic)),
  });
  const what = `Rosters and selections after ${department.department} was removed and came back`;
  expectSame(shown(factsOf(world, policy)), shown(facts), what);
});

/** D20.15: whoever is hired again has started and handled nothing. */
export const employmentsAreApart: Law = stepLaw("employments apart", (step, policy, system) => {
  const random = choicesAt(step, 15);
  if (!random.chance(20)) return;
  const facts = factsOf(step.after, policy);
  const [organization, person] = random.pick(facts.instances)?.initiator ?? [];
  const home = living(facts).find((each) => each.organization === organization);
  if (home === undefined || person === undefined || home.suspended) return;
  if (!home.people.some((each) => each.person === person)) return;
  const about = { organization: home.organization, person };
  const hired = { ...about, departments: [], fields: { name: "Anew" } };
  const again = [fact("person.resigned", about), fact("person.hired", hired)];
  const { world } = reported({ system, policy }, step.after, again, afterAll(step));
  if (isSuspendedIn(world, about)) return;
  for (const type of ["flow.started", "flow.handled"] as const) {
    const shown = told(world, type, { viewer: about } as never, policy);
    const items = shown.code === null ? shown.value.items : shown.code;
    expectSame(items, [], `${type} of ${person}, who was hired anew`);
  }
});
