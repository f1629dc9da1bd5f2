/** Nobody appears or disappears: who entered and has not left is there, and nobody else. */
import { tableGet } from "../../core/table.ts";
import type { Event, Records } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import { expectSame } from "../compare.ts";
import { byKeys, naturalsIn } from "./keyed.ts";
import { eventsOf, type Law } from "./law.ts";

interface Ledger {
  /** Identities present and waiting, by Space, as `[organization, person]` in JSON. */
  readonly present: Map<string, Set<string>>;
  readonly waiting: Map<string, Set<string>>;
  /** People on Links, by `[trunk, organization]` in JSON. */
  readonly linked: Map<string, Set<string>>;
  /** People in service, by organization. */
  readonly employed: Map<string, Set<string>>;
}

function shelf(map: Map<string, Set<string>>, name: string): Set<string> {
  const found = map.get(name) ?? new Set<string>();
  map.set(name, found);
  return found;
}

function add(set: Set<string>, item: string, what: string): void {
  if (set.has(item)) throw new Error(`${what} twice: ${item}`);
  set.add(item);
}

function remove(set: Set<string>, item: string, what: string): void {
  if (!set.delete(item)) throw new Error(`${what} without having come: ${item}`);
}

function enter({ present, waiting, linked, employed }: Ledger, event: Event): void {
  switch (event.type) {
    case "person.hired":
    case "person.reinstated":
      add(shelf(employed, event.data.organization), event.data.person, "hired");
      return;
    case "person.resigned":
      remove(shelf(employed, event.data.organization), event.data.person, "resigned");
      return;
    case "roster.entered":
    case "roster.left":
    case "waiting.joined":
    case "waiting.left": {
      const { organization, person } = event.data;
      if ("trunk" in event.data) {
        const link = shelf(linked, JSON.stringify([event.data.trunk, organization]));
        if (event.type === "roster.entered") add(link, person, "entered");
        else remove(link, person, "left");
        return;
      }
      const { space } = event.data;
      const identity = JSON.stringify([organization, person]);
      if (event.type === "waiting.joined") add(shelf(waiting, space), identity, "waiting");
      if (event.type === "waiting.left") remove(shelf(waiting, space), identity, "gave up waiting");
      if (event.type === "roster.left") remove(shelf(present, space), identity, "left");
      if (event.type !== "roster.entered") return;
      add(shelf(present, space), identity, "entered");
      shelf(waiting, space).delete(identity);
      return;
    }
    default:
  }
}

function record<Kind extends keyof Records>(
  world: World,
  kind: Kind,
  owner: string,
  own = "",
): Records[Kind] | undefined {
  return tableGet(world.table, kind, owner, own) as Records[Kind] | undefined;
}

/** How many natural persons some identities are. */
function personsIn(world: World, identities: ReadonlySet<string>): number {
  return new Set([...identities].map(naturalsIn(world))).size;
}

/** Entered less left is present, in every Space, on every Link and for every organization. */
export const conserves: Law = byKeys({
  name: "conservation",
  begin: () => {
    const ledger: Ledger = {
      present: new Map(),
      waiting: new Map(),
      linked: new Map(),
      employed: new Map(),
    };
    return (step) => {
      const events = eventsOf(step);
      if (events.length === 0) return;
      for (const event of events) enter(ledger, event);
      for (const [space, present] of ledger.present) {
        const stored = record(step.after, "space", space);
        const counts = [stored?.identities, stored?.persons];
        expectSame(
          counts,
          [present.size, personsIn(step.after, present)],
          `those present in ${space}`,
        );
      }
      for (const [space, waiting] of ledger.waiting) {
        const stored = record(step.after, "space", space);
        const counts = [stored?.waiting.count, stored?.queued.count];
        expectSame(
          counts,
          [waiting.size, personsIn(step.after, waiting)],
          `those waiting for ${space}`,
        );
      }
      for (const [link, people] of ledger.linked) {
        const [trunk, organization] = JSON.parse(link) as [string, string];
        const stored = record(step.after, "link", trunk, organization);
        expectSame(stored?.roster.count ?? 0, people.size, `those on the Link ${link}`);
      }
      for (const [organization, employed] of ledger.employed) {
        const stored = record(step.after, "directory", organization);
        expectSame(stored?.people.count, employed.size, `those in service in ${organization}`);
      }
    };
  },
});
