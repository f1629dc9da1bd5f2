/** What must hold of what is stored, once a run is over. */
import {
  defaultPolicy,
  type Event,
  type Policy,
  replay,
  restore,
  type Snapshot,
  snapshot,
} from "interorg";
import { invariants } from "interorg/testing";
import { stringify } from "safe-stable-stringify";
import type { Place } from "./place.ts";
import type { Size } from "./world.ts";

/** The policy that a world of some size runs under. */
export const policyOf = ({ personCap }: Size): Policy => ({ ...defaultPolicy, personCap });

/** What was looked at, and what was found to be wrong. */
export interface Findings {
  readonly records: number;
  readonly wrong: readonly string[];
}

const shownMax = 5;

/**
 * Reads every record there is, without the service. All invariants hold, caps among them, and the
 * events of the tail, replayed from nothing, give the same records.
 */
export async function checkRecords(
  place: Place,
  size: Size,
  events: readonly Event[],
): Promise<Findings> {
  const rows = await place.read((query) =>
    query(`select key, body from ${place.records} where body is not null`),
  );
  const records = rows.map(({ key, body }) => [
    key,
    typeof body === "string" ? JSON.parse(body) : body,
  ]) as unknown as Snapshot["records"];
  const stored = restore({ interorg: "snapshot", v: 1, records });
  const found = invariants(stored, policyOf(size), { caps: "strict", size: true });
  const wrong = found.slice(0, shownMax).map(({ rule, what }) => `${rule}: ${what}`);
  const ofTail = stringify(snapshot(replay(events)));
  if (ofTail !== stringify(snapshot(stored))) wrong.push("the tail's events give other records");
  return { records: rows.length, wrong };
}
