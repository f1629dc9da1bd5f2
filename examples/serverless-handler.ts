// packed
/**
 * A function that decides on one input and ends, with nothing kept between two calls: load what the
 * decision needs, decide, commit if all that was read is still as it was. The store here is a Map;
 * `interorg/host` has the same loop with recorded outcomes and retries, over PostgreSQL.
 */
import assert from "node:assert/strict";
import {
  decide,
  defaultPolicy,
  type Event,
  emptySlice,
  keyText,
  loadSlice,
  type RecordKey,
  type Refusal,
  type StoredRecord,
} from "interorg";
import { parseInput } from "interorg/schema";

type Row = { readonly version: number; readonly record: StoredRecord | null };
const rows = new Map<string, Row>();
const absent: Row = { version: 0, record: null };
const load = async (key: RecordKey): Promise<Row> => rows.get(keyText(key)) ?? absent;

/** All or nothing: false if something that was read has changed. A database does this at once. */
function commit(
  reads: readonly (readonly [RecordKey, number])[],
  writes: readonly (readonly [RecordKey, StoredRecord | null])[],
): boolean {
  const versionOf = (key: RecordKey): number => (rows.get(keyText(key)) ?? absent).version;
  if (reads.some(([key, version]) => versionOf(key) !== version)) return false;
  for (const [key, record] of writes)
    rows.set(keyText(key), { version: versionOf(key) + 1, record });
  return true;
}

type Reply =
  | { readonly status: 200; readonly events: readonly Event[] }
  | { readonly status: 400 | 409 | 503; readonly problem: unknown };

export async function handle(body: unknown): Promise<Reply> {
  const input = parseInput(body);
  if (!input.ok) return { status: 400, problem: input.problems };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const versions = new Map<string, number>();
    let slice = emptySlice;
    let outcome = decide(slice, input.value, defaultPolicy);
    while (outcome.kind === "incomplete") {
      const needs = await Promise.all(
        outcome.needs.map(async (key) => ({ key, row: await load(key) })),
      );
      for (const { key, row } of needs) versions.set(keyText(key), row.version);
      slice = loadSlice(
        slice,
        needs.map(({ key, row }) => [key, row.record] as const),
      );
      outcome = decide(slice, input.value, defaultPolicy);
    }
    // A refusal too is good only while what it was read from stands.
    const reads = outcome.reads.map((key) => [key, versions.get(keyText(key)) ?? 0] as const);
    if (!commit(reads, outcome.kind === "accepted" ? outcome.writes : [])) continue;
    if (outcome.kind === "accepted") return { status: 200, events: outcome.events };
    const refusal: Refusal = outcome.refusal;
    return { status: 409, problem: refusal.code };
  }
  return { status: 503, problem: "busy" };
}

const acme = { organization: "acme", name: "Acme", certified: true, edition: "light", sso: false };
const registered = { from: { platform: true }, type: "organization.registered", data: acme };
const hired = (person: string, n: number) => ({
  ...{ id: `hire-${person}`, at: n, from: { organization: "acme" }, type: "person.hired" },
  data: { organization: "acme", person, number: 1, departments: [], fields: { name: person } },
});

assert.equal((await handle({ id: "", at: 1, ...registered })).status, 400);
assert.equal((await handle({ id: "r", at: 1, ...registered })).status, 200);
// Five hires at the same moment, each in a call of its own: those who lose the race decide again.
const replies = await Promise.all(
  ["an", "bo", "chen", "ding", "eve"].map((person, n) => handle(hired(person, n + 2))),
);
assert.deepEqual(
  replies.map(({ status }) => status),
  [200, 200, 200, 200, 200],
);
const wish = { type: "space.create", data: { space: "partners", name: "Partners" } };
const by = { organization: "acme", person: "an" };
assert.deepEqual(await handle({ id: "c", at: 9, by, ...wish }), {
  status: 409,
  problem: "NOT_AUTHORIZED_ADMIN",
});
