// Aim: whatever any version has stored is read, and means the same World. Method: the histories and
// snapshots that each version wrote when it was made, kept as they were.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import {
  defaultPolicy,
  type Event,
  emptyWorld,
  evolve,
  type Policy,
  parseKey,
  RECORD_VERSION,
  type Records,
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

/** What an upgrade from version 1 adds to is checked under these. */
const CHECKED: readonly string[] = ["HAND-02", "HAND-05", "JOIN-02", "JOIN-18", "STRUCTURE"];

const POLICY: Policy = { ...defaultPolicy, routingCandidates: "whole-directory" };

const versions = readdirSync(import.meta.dirname).filter((name) => /^v\d+$/.test(name));
const stored: readonly Stored[] = versions.flatMap((version) => {
  const folder = join(import.meta.dirname, version);
  return readdirSync(folder).map((name): Stored => {
    const { events, snapshot } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    return { version, name: `${version}/${name}`, events, snapshot };
  });
});

/**
 * What version 1 did not keep, or otherwise: words, employments, whom parking touches, what is removed, where
 * a leaver worked besides.
 */
const LATER: ReadonlySet<string> = new Set([
  ...["times", "under", "touched"],
  ...["excluded", "removedAt", "over", "naming", "barred", "elsewhere"],
  ...["appointed", "taken", "kept", "departures", "reported", "along", "returns"],
]);
/** How often an app's list, and its permissions, have been set. */
const COUNTED: ReadonlySet<string> = new Set(["lists", "permits"]);
/** The kinds whose entries say last since when, or under which employment something was done, with their widths before. */
const DOINGS: { readonly [kind: string]: number } = {
  steps: 5,
  submitted: 3,
  started: 3,
  handled: 3,
  waiting: 4,
};

interface Bucketed {
  readonly values: readonly (readonly unknown[][])[];
  readonly bytes: number;
}

type Account = readonly [unit: number, organization: string, ticket: number, state: string];

/** What a pool keeps, without the tickets of grants: version 1 counted those of each unit by itself (LIC-20). */
function withoutTickets(kind: string, record: unknown): unknown {
  if (kind === "granted") {
    const { entries } = record as { readonly entries: readonly (readonly unknown[])[] };
    return { entries: entries.map(([, ...holder]) => holder) };
  }
  if (kind === "accounts") {
    // How many digits a ticket has takes room.
    const {
      values,
      bytes: _,
      ...rest
    } = record as {
      readonly values: readonly (readonly Account[])[];
      readonly bytes: number;
    };
    const untold = (each: Account): unknown =>
      each[3] === "held" ? [...each.slice(0, 2), 0, ...each.slice(3)] : each;
    return { ...rest, values: values.map((accounts) => accounts.map(untold)) };
  }
  return JSON.parse(JSON.stringify(record), (name, value) =>
    name === "granted" || name === "hostGranted" ? { ...value, next: 0 } : value,
  );
}

/** A record as version 1 could have kept it. */
function asBefore(kind: string, kept: unknown): unknown {
  const isOfPool = ["accounts", "granted", "pool"].includes(kind);
  const record = isOfPool ? withoutTickets(kind, kept) : kept;
  const width = DOINGS[kind];
  const entries = (record as { readonly entries?: unknown }).entries;
  if (width !== undefined && Array.isArray(entries)) {
    return { entries: entries.map((entry: readonly unknown[]) => entry.slice(0, width)) };
  }
  if (kind === "roster") {
    // Since when somebody is there takes room besides.
    const { values, bytes: _, ...rest } = record as Bucketed;
    return { ...rest, values: values.map((through) => through.map((each) => each.slice(0, 2))) };
  }
  if (kind === "submitters") {
    const { values, ...rest } = record as { readonly values: readonly (readonly unknown[][])[] };
    return { ...rest, values: values.map((as) => as.map((each) => each.slice(0, 2))) };
  }
  return JSON.parse(JSON.stringify(record), (name, value) =>
    LATER.has(name) || (COUNTED.has(name) && typeof value === "number") ? undefined : value,
  );
}

/**
 * A snapshot without what version 1 did not keep: the order of what runs, and of where organizations have
 * applied, which an upgrade lists by ids,
 * what words there were, under which employment something was done.
 */
function withoutOrder(snapshot: Snapshot): readonly unknown[] {
  const records = snapshot.records
    .filter(
      ([key]) => !["departures", "former", "kept", "naming", "over"].includes(parseKey(key)[0]),
    )
    .map(
      ([key, record]) =>
        [key, asBefore(parseKey(key)[0], record)] as unknown as (typeof snapshot.records)[number],
    );
  const running = records.flatMap(([key, record]) => {
    const [kind, owner] = parseKey(key);
    if (kind !== "running") return [];
    return (record as Records["running"]).entries.map(([, instance]) => `${owner}/${instance}`);
  });
  const applied = records.flatMap(([key, record]) => {
    const [kind, owner] = parseKey(key);
    if (kind !== "applied") return [];
    return (record as Records["applied"]).entries.map(([, space]) => `${owner}/${space}`);
  });
  const others = records
    .filter(([key]) => !["running", "applied"].includes(parseKey(key)[0]))
    .map(([key, record]) => {
      if ("status" in record && "log" in record) return [key, { ...record, ticket: null }];
      // How many there have been differs: those that waited for a Member are listed from the upgrade on.
      return [key, "parked" in record && "running" in record ? record.parked.count : record];
    });
  return [...others, running.sort(), applied.sort()];
}

describe.each(stored)("$name", ({ version, events, snapshot: kept }) => {
  const world = restore(taken(parseSnapshot(kept)));
  const history = events.map((event) => taken(parseEvent(event)));

  test("its events lead to its snapshot, replayed at once and evolved one by one", () => {
    const seen = version === "v1" ? withoutOrder : (found: Snapshot): unknown => found;
    expect(seen(snapshot(replay(history)))).toEqual(seen(snapshot(world)));
    expect(snapshot(history.reduce(evolve, emptyWorld))).toEqual(snapshot(replay(history)));
  });

  test("its snapshot lists what runs, and who is invited by name", () => {
    const found = invariants(world, POLICY).filter(({ rule }) => CHECKED.includes(rule));
    // Under version 1 what ran of an ended Host's stood still, and stays as it was.
    const stands = (what: string) => version === "v1" && what.endsWith("outlives its Host");
    expect(found.filter(({ what }) => !stands(what))).toEqual([]);
  });
});

test("every type of event and kind of record of this version is among them", () => {
  const current = stored.filter(({ version }) => version === `v${RECORD_VERSION}`);
  const types = new Set(current.flatMap(({ events }) => events.map(({ type }) => type as string)));
  const kinds = new Set(
    current.flatMap(({ snapshot }) => snapshot.records.map(([key]) => parseKey(key)[0])),
  );
  expect([...types].sort()).toEqual(Object.keys(jsonSchemas().events).sort());
  // Held lists were of version 1.
  const known = Object.keys(keys).filter((kind) => kind !== "held");
  expect([...kinds].sort()).toEqual(known.sort());
});
