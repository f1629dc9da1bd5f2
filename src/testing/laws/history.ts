/** What happened, told again, leads to the same records. */
import type { Event } from "../../engine/types.ts";
import { emptyWorld, restore, type Snapshot, snapshot, type World } from "../../engine/world.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { eventsOf, type Law } from "./law.ts";

const written = (world: World): string => JSON.stringify(snapshot(world));

function expectWritten(actual: string, expected: string, what: string): void {
  if (actual === expected) return;
  expectSame(JSON.parse(actual), JSON.parse(expected), what);
  expectTrue(false, `${what} differ in the order of properties`);
}

/** Replaying each step's events, through JSON and back every time, gives the same records. */
export const replaysAsLive: Law = {
  name: "replay = live",
  begin: (_policy, system) => {
    let mirror = emptyWorld;
    return (step) => {
      const events = JSON.parse(JSON.stringify(eventsOf(step))) as Event[];
      if (events.length === 0) return;
      const replayed = written(system.replay(events, mirror));
      expectWritten(replayed, written(step.after), "the records replayed and live");
      mirror = restore(JSON.parse(replayed) as Snapshot);
      expectTrue(written(mirror) === replayed, "the records restored are written out differently");
    };
  },
};

/** All events replayed in one go give the same records; looked at now and then. */
export const replaysFromEmpty: Law = {
  name: "replay from empty",
  begin: (_policy, system) => (step) => {
    if (step.index % 40 !== 39) return;
    const replayed = system.replay(step.history);
    expectWritten(written(replayed), written(step.after), "the records replayed and live");
  },
};

/** The public `evolve`, through immer, gives the same records as deciding did. */
export const evolvesAsLive: Law = {
  name: "evolve = live",
  begin: (_policy, system) => {
    let mirror: World = emptyWorld;
    return (step) => {
      const events = eventsOf(step);
      if (events.length === 0) return;
      for (const event of events) mirror = system.evolve(mirror, event);
      expectWritten(written(mirror), written(step.after), "the records evolved and decided");
    };
  },
};
