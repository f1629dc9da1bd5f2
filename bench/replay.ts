/** Replaying past events to the final World, against a fold over mutable state. */
import { tableGet } from "../src/core/table.ts";
import { type Event, type Records, replay, SCHEMA_VERSION, type World } from "../src/index.ts";
import { decideOnFloor } from "./floor.ts";
import { fold } from "./floor-fold.ts";
import type { Log } from "./floor-log.ts";
import { emptyFloor, type Floor } from "./floor-state.ts";
import { inputsFor } from "./inputs.ts";
import { paired } from "./measure.ts";
import { type Population, populationOf } from "./population.ts";
import { fieldsOf } from "./records.ts";
import { type Line, line } from "./report.ts";

/** The events that made a population. */
function* founding({ organizations, spaces }: Population): Generator<object> {
  for (const { id: organization, departments, people, admins } of organizations) {
    const name = `Organization ${organization}`;
    const values = { name, certified: true, edition: "exclusive", sso: false };
    yield { type: "organization.registered", data: { organization, ...values } };
    for (const { id: department, parent } of departments) {
      const data = { organization, department, parent, name: `Name of ${department}` };
      yield { type: "department.created", data };
    }
    for (const { person, departments: placed } of people) {
      const data = { organization, person, number: 1, departments: placed };
      yield { type: "person.hired", data: { ...data, fields: fieldsOf(person) } };
    }
    for (const { person } of people.slice(0, admins)) {
      const data = { organization, person, role: "main", spacePermission: true };
      yield { type: "admin.changed", data };
    }
  }
  for (const { id: space, cap, parts, roster, waiting } of spaces) {
    const host = parts[0]?.organization;
    yield { type: "space.created", data: { space, host, name: `Space ${space}` } };
    if (cap !== null) yield { type: "person-cap.expanded", data: { space, cap } };
    for (const [i, { organization, ...scope }] of parts.entries()) {
      if (i > 0) yield { type: "association.formed", data: { space, organization } };
      const { whole, departments, people } = scope;
      yield { type: "scope.changed", data: { space, organization, whole, departments, people } };
    }
    for (const [organization, person, ordinal] of roster) {
      const data = { space, organization, person, ordinal, because: "scope" };
      yield { type: "roster.entered", data };
    }
    for (const [organization, person, ordinal] of waiting) {
      yield { type: "waiting.joined", data: { space, organization, person, ordinal } };
    }
  }
}

/** So many events: a population comes about, and then lives. */
function eventsOf(count: number): Event[] {
  const population = populationOf(Math.floor(count / 5));
  const events: Event[] = [];
  const keep = (event: object): void => {
    events.push(JSON.parse(JSON.stringify(event)) as Event);
  };
  const floor = emptyFloor(population.policy.personCap);
  let seq = 0;
  for (const what of founding(population)) {
    keep({ v: SCHEMA_VERSION, input: "founding", seq, at: 0, cause: null, ...what });
    fold(floor, events.at(-1) as Event);
    seq += 1;
  }
  const source = inputsFor(population, { seed: 7, odd: 0 });
  while (events.length < count) {
    const input = source.next();
    const log: Log = { input: input.id, at: input.at, events: [], notices: [] };
    decideOnFloor(floor, input, log);
    for (const event of log.events) keep(event);
  }
  return events;
}

/** What both must agree on at the end; the first difference, if there is one. */
function difference(floor: Floor, world: World): string | null {
  for (const [id, space] of floor.spaces) {
    const record = tableGet(world.table, "space", id, "") as Records["space"] | undefined;
    const ours = [record?.persons, record?.waiting.count, record?.queued.count];
    const theirs = [space.roster.size, space.queue.size, space.queued.size];
    if (ours.join() !== theirs.join()) return `${id}: ${theirs.join()} and ${ours.join()}`;
  }
  return null;
}

/** Measures replay; gives the difference between the two ends, if there is one. */
export function measureReplay(
  count: number,
  pairs: number,
  tell: (line: Line) => void,
): string | null {
  const events = eventsOf(count);
  let floor = emptyFloor(0);
  let world: World | null = null;
  const { ratio } = paired(
    pairs,
    () => {
      floor = emptyFloor(0);
      world = null;
      globalThis.gc?.();
    },
    () => {
      for (const event of events) fold(floor, event);
    },
    () => {
      world = replay(events);
    },
    1,
  );
  const name = `replay, ${events.length.toLocaleString("en-US")} events to the final World`;
  tell(line(name, ratio, "x fold", 2));
  return world === null ? "nothing replayed" : difference(floor, world);
}
