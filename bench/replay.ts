/** Replaying past events to the final World, against a fold over mutable state. */
import { tableGet } from "../src/core/table.ts";
import { type Event, type Records, replay, type World } from "../src/index.ts";
import { decideOnFloor } from "./floor.ts";
import { fold } from "./floor-fold.ts";
import type { Log } from "./floor-log.ts";
import { emptyFloor, type Floor } from "./floor-state.ts";
import { inputsFor } from "./inputs.ts";
import { type Side, timed } from "./measure.ts";
import { populationOf } from "./population.ts";
import { founding, parsed } from "./records.ts";

/** So many events: a population comes about, and then lives. */
function eventsOf(count: number): Event[] {
  const population = populationOf(Math.floor(count / 5));
  const events: Event[] = [];
  const floor = emptyFloor(population.policy.personCap);
  for (const event of founding(population)) {
    events.push(event);
    fold(floor, event);
  }
  const source = inputsFor(population, { seed: 7, odd: 0 });
  while (events.length < count) {
    const input = source.next();
    const log: Log = { input: input.id, at: input.at, events: [], notices: [] };
    decideOnFloor(floor, input, log);
    for (const event of log.events) events.push(parsed(event) as unknown as Event);
  }
  return events;
}

function folded(events: readonly Event[]): Floor {
  const floor = emptyFloor(0);
  for (const event of events) fold(floor, event);
  return floor;
}

/** What both must agree on at the end. */
function compare(floor: Floor, world: World): void {
  for (const [id, space] of floor.spaces) {
    const record = tableGet(world.table, "space", id, "") as Records["space"] | undefined;
    const ours = [record?.persons, record?.waiting.count, record?.queued.count];
    const theirs = [space.roster.size, space.queue.size, space.queued.size];
    if (ours.join() === theirs.join()) continue;
    throw new Error(`replay and fold differ, ${id}: ${theirs.join()} and ${ours.join()}`);
  }
}

/** All events, whatever number of them a sample is asked for; both ends agree before. */
export function replaySide(count: number, library: boolean): Side {
  const events = eventsOf(count);
  if (library) compare(folded(events), replay(events));
  const run = (): unknown => (library ? replay(events) : folded(events));
  return {
    sample: () => {
      globalThis.gc?.();
      return [timed(run) / events.length];
    },
  };
}
