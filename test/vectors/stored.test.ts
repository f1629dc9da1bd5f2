// Aim: whatever any version has stored is read, and means the same World. Method: the histories and
// snapshots that each version wrote when it was made, kept as they were.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type Event,
  emptyWorld,
  evolve,
  parseKey,
  RECORD_VERSION,
  replay,
  restore,
  type Snapshot,
  snapshot,
} from "../../src/index.ts";
import { jsonSchemas, type Parsed, parseEvent, parseSnapshot } from "../../src/schema/index.ts";
import { keys } from "../schema/samples.ts";

interface Stored {
  readonly version: string;
  readonly name: string;
  readonly events: readonly Event[];
  readonly snapshot: Snapshot;
}

function taken<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const versions = readdirSync(import.meta.dirname).filter((name) => /^v\d+$/.test(name));
const stored: readonly Stored[] = versions.flatMap((version) => {
  const folder = join(import.meta.dirname, version);
  return readdirSync(folder).map((name): Stored => {
    const { events, snapshot } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    return { version, name: `${version}/${name}`, events, snapshot };
  });
});

describe.each(stored)("$name", ({ events, snapshot: kept }) => {
  const world = restore(taken(parseSnapshot(kept)));
  const history = events.map((event) => taken(parseEvent(event)));

  test("its events lead to its snapshot, replayed at once and evolved one by one", () => {
    expect(snapshot(replay(history))).toEqual(snapshot(world));
    expect(snapshot(history.reduce(evolve, emptyWorld))).toEqual(snapshot(world));
  });
});

test("every type of event and kind of record of this version is among them", () => {
  const current = stored.filter(({ version }) => version === `v${RECORD_VERSION}`);
  const types = new Set(current.flatMap(({ events }) => events.map(({ type }) => type as string)));
  const kinds = new Set(
    current.flatMap(({ snapshot }) => snapshot.records.map(([key]) => parseKey(key)[0])),
  );
  expect([...types].sort()).toEqual(Object.keys(jsonSchemas().events).sort());
  expect([...kinds].sort()).toEqual(Object.keys(keys).sort());
});
