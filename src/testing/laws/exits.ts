/** Whoever leaves one Space loses nothing in another. */
import type { Event } from "../../engine/types.ts";
import { expectTrue } from "../compare.ts";
import { eventsOf, type Law } from "./law.ts";

/** The Space in which an event takes something from somebody; `undefined` for all others. */
function spaceOf(event: Event, instances: ReadonlyMap<string, string | null>) {
  switch (event.type) {
    case "task.parked":
    case "task.handed-over":
      // Where the Host started, the Space is that of whoever held the task, which invariants look after.
      return instances.get(event.data.instance) ?? undefined;
    case "license.released":
    case "license.undeferred":
      return "space" in event.data.unit ? event.data.unit.space : null;
    default:
      return undefined;
  }
}

/**
 * HAND-02, LIC-13: what follows from leaving a Roster, and not from resigning, lies in that Space: tasks
 * and licenses elsewhere stay, for whoever is in several Spaces.
 */
export const exitsStayInside: Law = {
  name: "exits stay inside",
  begin: () => {
    const instances = new Map<string, string | null>();
    return (step) => {
      const events = eventsOf(step);
      for (const event of events) {
        if (event.type === "flow.started") instances.set(event.data.instance, event.data.space);
        const cause = events.find(({ seq }) => seq === event.cause);
        if (cause?.type !== "roster.left" || cause.data.because === "resigned") continue;
        if ("trunk" in cause.data) continue;
        const space = spaceOf(event, instances);
        const left = cause.data.space;
        const where = `${event.type} in ${space}`;
        expectTrue(space === undefined || space === left, `${where}, for leaving ${left}`);
      }
    };
  },
};
