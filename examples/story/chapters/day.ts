/** A day of HR facts: one hire and one relocation looked at closely, then a file of them. */
import { join } from "node:path";
import type { Event, Input, PersonId } from "interorg";
import { BATCH_MAX, type Settled } from "interorg/host";
import { FILES } from "../data.ts";
import * as ids from "../ids.ts";
import { type BadLine, inBatches, readFacts } from "../input.ts";
import * as out from "../output.ts";
import { dealers, host, supply, zhaoMin } from "../people.ts";
import { eventsOf, type Teller } from "../teller.ts";

/** The names of the Spaces that a person sees. */
export async function spacesOf(teller: Teller, person: PersonId): Promise<readonly string[]> {
  const { items } = await teller.ask<"entry.spaces">({ type: "entry.spaces", data: { person } });
  return items.map(({ name }) => name);
}

/** The Host hires somebody into a department. */
export function hire(teller: Teller, person: PersonId, name: string, department: string) {
  return teller.accepted({
    ...teller.from({ organization: host }),
    type: "person.hired",
    data: {
      organization: host,
      person,
      number: 1,
      departments: [ids.department(department)],
      fields: { name },
    },
  });
}

async function oneHire(teller: Teller): Promise<void> {
  const sunJie = ids.person("sun-jie");
  await hire(teller, sunJie, "Sun Jie 孙洁", "procurement-10");
  teller.check("Sun Jie's Spaces", await spacesOf(teller, sunJie), ["Supply chain"]);
  out.done("Sun Jie is hired three levels below Procurement and sees Supply chain at once.");
}

/** Of an event about a Roster the Space, if it is not that of a Link. */
const spaceOf = (data: object | undefined): unknown => (data as { space?: unknown })?.space;

async function oneRelocation(teller: Teller): Promise<void> {
  teller.check("before", await spacesOf(teller, zhaoMin.person), ["Supply chain"]);
  const { events } = await teller.accepted({
    ...teller.from({ organization: host }),
    type: "person.relocated",
    data: { ...zhaoMin, number: 1, departments: [ids.department("sales-2")] },
  });
  teller.check("left", spaceOf(eventsOf(events, "roster.left")[0]?.data), supply);
  teller.check("entered", spaceOf(eventsOf(events, "roster.entered")[0]?.data), dealers);
  teller.check("after", await spacesOf(teller, zhaoMin.person), ["Dealer network"]);
  out.done("Zhao Min moves from Procurement to Sales: out of Supply chain, into Dealer network.");
}

interface Tally {
  readonly rows: Map<string, { facts: number; left: number; entered: number }>;
  repeated: number;
  quiet: number;
  flagged: number;
  /** Facts that came before what they build on. */
  readonly early: Input[];
  /** People and departments that the day was about. */
  readonly touched: Set<string>;
}

function count(tally: Tally, input: Input, result: Settled): void {
  const { person, department } = input.data as { person?: string; department?: string };
  for (const id of [person, department]) if (id !== undefined) tally.touched.add(id);
  if (result.kind === "refused") {
    tally.early.push(input);
    return;
  }
  if (result.repeated) {
    tally.repeated += 1;
    return;
  }
  const events: readonly Event[] = result.events;
  if (events.length === 0) tally.quiet += 1;
  tally.flagged += eventsOf(events, "department.flagged").length;
  const row = tally.rows.get(input.type) ?? { facts: 0, left: 0, entered: 0 };
  row.facts += 1;
  row.left += eventsOf(events, "roster.left").length;
  row.entered += eventsOf(events, "roster.entered").length;
  tally.rows.set(input.type, row);
}

/** A row for each type of fact that moved people, and one for the others. */
function printRows({ rows }: Tally): void {
  const moving = [...rows].filter(([, { left, entered }]) => left + entered > 0);
  const others = [...rows].filter(([, { left, entered }]) => left + entered === 0);
  const facts = others.reduce((sum, [, row]) => sum + row.facts, 0);
  out.table(
    ["the day's file", "facts", "left a Space", "entered one"],
    [
      ...moving.map(([type, row]) => [type, row.facts, row.left, row.entered]),
      [`${others.length} other types`, facts, 0, 0],
    ],
  );
}

/** The file of the day; gives the ids of the people and departments that it was about. */
async function wholeDay(teller: Teller, folder: string): Promise<ReadonlySet<string>> {
  const bad: BadLine[] = [];
  const tally: Tally = {
    rows: new Map(),
    repeated: 0,
    quiet: 0,
    flagged: 0,
    early: [],
    touched: new Set(),
  };
  for await (const batch of inBatches(readFacts(join(folder, FILES.day), bad), BATCH_MAX)) {
    const { results } = await teller.batch(batch);
    for (const [n, input] of batch.entries()) count(tally, input, results[n] as Settled);
  }
  const early = tally.early.splice(0);
  for (const input of early) {
    const consequences = await teller.accepted(input);
    count(tally, input, { kind: "accepted", repeated: false, ...consequences });
  }
  teller.check("malformed lines", bad.length, 3);
  teller.check("facts that came too early", early.length, 1);
  teller.check("copies delivered twice", tally.repeated > 0, true);
  teller.check("late copies of a hire", tally.quiet, 3);
  teller.check("cycles flagged", tally.flagged, 1);
  printRows(tally);
  const problems = bad.map(({ line, problem }) => `${line} (${problem})`).join(", ");
  out.note(`Lines set aside: ${problems}.`);
  out.note(
    `${tally.repeated} second deliveries and ${tally.quiet} late copies changed nothing; a move ` +
      "that would close a circle was flagged; a relocation that came before its hire was sent " +
      "again and went through.",
  );
  return tally.touched;
}

export async function dayOfFacts(teller: Teller, folder: string): Promise<ReadonlySet<string>> {
  out.heading("A day of HR facts");
  await oneHire(teller);
  await oneRelocation(teller);
  return wholeDay(teller, folder);
}
