/**
 * Run as a process of its own with `--expose-gc`: restores a population from JSON, as the library's
 * World or as the floor's state, and prints the bytes of heap that stay in use.
 */
import { keyText, restore, type Snapshot } from "../src/index.ts";
import { loadOrganization, loadSpace } from "./floor-load.ts";
import { emptyFloor } from "./floor-state.ts";
import { populationOf } from "./population.ts";
import { fieldsOf, parsed, recordsOf } from "./records.ts";

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function restoredWorld(people: number): unknown {
  const entries = recordsOf(populationOf(people));
  const records = entries.map(([key, record]) => [keyText(key), record] as const);
  entries.length = 0;
  return restore({ interorg: "snapshot", v: 1, records } as Snapshot);
}

function restoredFloor(people: number): unknown {
  const { policy, organizations, spaces } = populationOf(people);
  const floor = emptyFloor(policy.personCap);
  for (const organization of organizations) {
    loadOrganization(floor, parsed(organization), (person) => parsed(fieldsOf(person)));
  }
  for (const space of spaces) loadSpace(floor, parsed(space));
  return floor;
}

const [side, people] = process.argv.slice(2);
// Once small, so that compiled code is not counted.
const make = side === "world" ? restoredWorld : restoredFloor;
let kept = make(1_000);
const before = heap();
kept = make(Number(people));
const after = heap();
console.log(JSON.stringify({ bytes: after - before, kept: kept !== null }));
