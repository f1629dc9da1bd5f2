/** The database is closed and opened again; the events alone lead to the same state. */
import { isDeepStrictEqual } from "node:util";
import { type Event, RECORD_VERSION, replay, snapshot } from "interorg";
import type { Host } from "interorg/host";
import { parseEvent, parseSnapshot } from "interorg/schema";
import { invariants } from "interorg/testing";
import * as out from "../output.ts";
import type { Teller } from "../teller.ts";

/** Every event there is, read through the tail a page at a time, and checked like any input. */
async function allEvents(host: Host, total: number): Promise<Event[]> {
  const events: Event[] = [];
  const bar = out.progress("events", total);
  try {
    let after: string | undefined;
    for (;;) {
      const page = await host.events({ limit: 1_000, ...(after === undefined ? {} : { after }) });
      if (page.items.length === 0) return events;
      for (const { event } of page.items) {
        const parsed = parseEvent(event);
        if (!parsed.ok) throw new Error(`an event is ${JSON.stringify(parsed.problems)}`);
        events.push(parsed.value);
      }
      bar.advance(page.items.length);
      after = page.next;
    }
  } finally {
    bar.stop();
  }
}

/** What the database holds: each record's key with its JSON. */
export type StoredRows = readonly (readonly [key: string, record: unknown])[];

/** Compares what is stored with what the events lead to. */
export async function replayed(teller: Teller, host: Host, rows: StoredRows): Promise<void> {
  const events = await allEvents(host, teller.totals.events);
  teller.check("events in the log", events.length, teller.totals.events);
  const world = replay(events);
  const stored = parseSnapshot({ interorg: "snapshot", v: RECORD_VERSION, records: rows });
  if (!stored.ok) throw new Error(`stored records: ${JSON.stringify(stored.problems)}`);
  const found = new Map(stored.value.records);
  const { records } = snapshot(world);
  teller.check("number of records", records.length, found.size);
  const different = records.filter(([key, record]) => !isDeepStrictEqual(record, found.get(key)));
  teller.check(
    "records that differ",
    different.map(([key]) => key),
    [],
  );
  out.done(
    `${out.count(events.length)} events replayed: all ${out.count(records.length)} records are ` +
      "the same as those stored.",
  );
  const broken = invariants(world, teller.policy, { size: true });
  teller.check("broken invariants", broken, []);
  out.done("Every invariant holds, each Roster worked out afresh from directories and scopes.");
}
