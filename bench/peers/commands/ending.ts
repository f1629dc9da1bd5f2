/** What is compared at the end: who is employed, who is on which Roster, who waits, in what order. */
import type { Slice } from "interorg";
import { sliceEntries } from "interorg";
import type { Floor } from "../../floor-state.ts";
import { nameOf, type State } from "./state.ts";

/** The end of a run, as text. */
export type Ending = string;

interface Parts {
  readonly employments: (readonly [name: string, number: number, inService: boolean])[];
  readonly rosters: (readonly [space: string, person: string, through: string])[];
  readonly waiting: (readonly [space: string, place: number, name: string])[];
}

const text = ({ employments, rosters, waiting }: Parts): Ending =>
  JSON.stringify([
    employments.map((each) => each.join(" ")).sort(),
    rosters.map((each) => each.join(" ")).sort(),
    waiting.sort((left, right) => left[1] - right[1]).map(([space, , name]) => `${space} ${name}`),
  ]);

const throughText = (through: Iterable<readonly [string, number]>): string =>
  [...through].map(([organization, ordinal]) => `${organization}:${ordinal}`).join(",");

/** The floor's. */
export function endingOfFloor({ organizations, spaces }: Floor): Ending {
  const parts: Parts = { employments: [], rosters: [], waiting: [] };
  for (const { id, employments } of organizations.values()) {
    for (const [person, { number, inService }] of employments) {
      parts.employments.push([nameOf(id, person), number, inService]);
    }
  }
  for (const [at, { id, roster, queue }] of [...spaces.values()].entries()) {
    for (const [person, through] of roster) {
      parts.rosters.push([id, person, throughText(through)]);
    }
    let place = at * 1e9;
    for (const { organization, person } of queue.values()) {
      place += 1;
      parts.waiting.push([id, place, nameOf(organization, person)]);
    }
  }
  return text(parts);
}

/** That of plain records. */
export function endingOfState({ employments, spaces }: State): Ending {
  const parts: Parts = { employments: [], rosters: [], waiting: [] };
  for (const [name, { number, inService }] of Object.entries(employments)) {
    parts.employments.push([name, number, inService]);
  }
  for (const [at, [id, { roster, waiting }]] of Object.entries(spaces).entries()) {
    for (const [person, through] of Object.entries(roster)) {
      parts.rosters.push([id, person, throughText(through)]);
    }
    waiting.forEach(({ organization, person }, place) => {
      parts.waiting.push([id, at * 1e9 + place, nameOf(organization, person)]);
    });
  }
  return text(parts);
}

/** That of interorg's records. */
export function endingOfSlice(slice: Slice): Ending {
  const parts: Parts = { employments: [], rosters: [], waiting: [] };
  const order = new Map<string, number>();
  const entries = sliceEntries(slice);
  const spaces = entries.filter(([[kind]]) => kind === "space").map(([[, id]]) => id as string);
  for (const [at, id] of spaces.sort().entries()) order.set(id, at);
  for (const [[kind, owner, own], record] of entries) {
    if (record === null) continue;
    if (kind === "employment") {
      const { number, inService } = record as unknown as { number: number; inService: boolean };
      parts.employments.push([nameOf(owner, own), number, inService]);
    } else if (kind === "roster") {
      const bucket = record as unknown as {
        ids: readonly string[];
        values: readonly (readonly [string, number][])[];
      };
      for (const [at, person] of bucket.ids.entries()) {
        const through = bucket.values[at] ?? [];
        parts.rosters.push([owner, person, throughText(through)]);
      }
    } else if (kind === "waiting") {
      const page = record as unknown as { entries: readonly [number, string, string, number][] };
      for (const [ticket, organization, person] of page.entries) {
        const place = (order.get(owner) ?? 0) * 1e9 + ticket;
        parts.waiting.push([owner, place, nameOf(organization, person)]);
      }
    }
  }
  return text(parts);
}
