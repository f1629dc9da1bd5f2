// Aim: what newer libraries wrote is refused, what older ones wrote is brought up to date, and snapshots
// hold only records under keys of their own. Method: a made-up version 0 with upgraders of its own.
import { describe, expect, test } from "vitest";
import { keyText, parseKey } from "../../src/core/keys.ts";
import { RECORD_VERSION, type RecordKind } from "../../src/index.ts";
import { parseEvent, parseKeyText, parseSnapshot, type Upgraders } from "../../src/schema/index.ts";
import { event, keys, records } from "./samples.ts";

const renamed = event("organization.renamed", { organization: "o1", name: "N" });
const person = { organizations: ["o1"] };
const snapshot = (entries: unknown, v: unknown = RECORD_VERSION) => ({
  interorg: "snapshot",
  v,
  records: entries,
});

const one = (path: readonly (string | number)[], problem: string) => ({
  ok: false,
  problems: [{ path, problem }],
});

/** Version 0 had titles instead of names, and one record for several people. */
const upgraders: Upgraders = {
  event: {
    0: ({ data, ...rest }) => {
      const { title, ...others } = data as { readonly title: string };
      return { ...rest, data: { ...others, name: title } };
    },
  },
  snapshot: {
    0: (entries) =>
      entries.flatMap(([key, people]) =>
        (people as readonly string[]).map((id) => [`${key}:${id}`, person] as const),
      ),
    1: (entries) => entries,
  },
};

describe("versions", () => {
  test("a newer one is refused, whatever else is there", () => {
    expect(parseEvent({ ...renamed, v: 2 })).toEqual(one(["v"], "newer-version"));
    expect(parseEvent({ v: 2, type: "new.thing", more: {} })).toEqual(one(["v"], "newer-version"));
    expect(parseSnapshot({ ...snapshot([]), v: RECORD_VERSION + 1, more: 1 })).toEqual(
      one(["v"], "newer-version"),
    );
  });

  test("what is no version is refused", () => {
    for (const [v, word] of [
      [undefined, "missing"],
      [null, "not-an-integer"],
      ["1", "not-an-integer"],
      [0.5, "not-an-integer"],
      [-1, "out-of-range"],
    ] as const) {
      const { v: _, ...rest } = renamed;
      const value = v === undefined ? rest : { ...rest, v };
      expect(parseEvent(value)).toEqual(one(["v"], word));
      const { v: __, ...bare } = snapshot([]);
      expect(parseSnapshot(v === undefined ? bare : { ...bare, v })).toEqual(one(["v"], word));
    }
  });

  test("an older one without a way up is refused", () => {
    expect(parseEvent({ ...renamed, v: 0 })).toEqual(one(["v"], "unknown-version"));
    expect(parseSnapshot(snapshot([], 0))).toEqual(one(["v"], "unknown-version"));
  });

  test("an older event goes up", () => {
    const old = { ...renamed, v: 0, data: { organization: "o1", title: "N" } };
    expect(parseEvent(old, upgraders)).toEqual({ ok: true, value: renamed });
    expect(parseEvent({ ...old, data: { ...old.data, title: "" } }, upgraders)).toEqual(
      one(["data", "name"], "empty"),
    );
    expect(parseEvent(renamed, upgraders)).toEqual({ ok: true, value: renamed });
  });

  test("an older snapshot goes up, its records split", () => {
    expect(parseSnapshot(snapshot([["person", ["p1", "p2"]]], 0), upgraders)).toEqual({
      ok: true,
      value: snapshot([
        ["person:p1", person],
        ["person:p2", person],
      ]),
    });
    expect(parseSnapshot(snapshot([["person", ["p1", "p1"]]], 0), upgraders)).toEqual(
      one(["records", 1, 0], "duplicate"),
    );
    expect(parseSnapshot(snapshot([["person"]], 0), upgraders)).toEqual(
      one(["records", 0], "too-few"),
    );
  });
});

describe("snapshots", () => {
  const entries = Object.entries(records).map(([kind, { full }]) => [
    keys[kind as RecordKind],
    full,
  ]);

  test("hold records of every kind, and come out as they go in", () => {
    const whole = snapshot(entries);
    const result = parseSnapshot(whole);
    expect(result).toEqual({ ok: true, value: whole });
    expect(parseSnapshot(JSON.parse(JSON.stringify(whole)))).toEqual(result);
    expect(parseSnapshot(snapshot([]))).toEqual({ ok: true, value: snapshot([]) });
  });

  test("say where a record is wrong", () => {
    const parse = (...items: readonly unknown[]) => parseSnapshot(snapshot(items));
    expect(parse(["person:p1", person], ["person:p1", person])).toEqual(
      one(["records", 1, 0], "duplicate"),
    );
    expect(parse(["person:p1", { organizations: [""] }])).toEqual(
      one(["records", 0, 1, "organizations", 0], "empty"),
    );
    expect(parse(["person:p1", null])).toEqual(one(["records", 0, 1], "not-an-object"));
    expect(parse(["person:p1", new Date(0)])).toEqual(one(["records", 0, 1], "not-plain"));
    expect(parse(["person:p1", person, 1])).toEqual(one(["records", 0], "too-many"));
    expect(parse(["person:p1"])).toEqual(one(["records", 0], "too-few"));
    expect(parse([5, person])).toEqual(one(["records", 0, 0], "not-a-string"));
    expect(parse({ 0: "person:p1", 1: person })).toEqual(one(["records", 0], "not-a-list"));
    expect(parse(["people:p1", person])).toEqual(one(["records", 0, 0], "not-a-key"));
    const many = parse(...Array.from({ length: 100 }, () => 5));
    expect(!many.ok && many.problems).toHaveLength(20);
  });

  test("have as many values as ids in a bucket", () => {
    const heads = (ids: readonly string[], values: readonly number[]) =>
      parseSnapshot(snapshot([["heads:o1/0/d1", { ids, values, bytes: 9, more: 0 }]]));
    expect(heads(["p1", "p2"], [0, 1]).ok).toBe(true);
    expect(heads(["p1", "p2"], [0])).toEqual(one(["records", 0, 1, "values"], "too-few"));
    expect(heads(["p1"], [0, 1])).toEqual(one(["records", 0, 1, "values"], "too-many"));
  });

  test("of version 1 have lists of entries in buckets: what one cannot take follows it", () => {
    const old = (records: unknown) => parseSnapshot(snapshot(records, 1));
    const two = old([
      ["people:o1/0", { entries: [["p1", 1, 0]] }],
      ["placed:o1/0/d1", { entries: [["p1"]] }],
    ]);
    expect(two).toEqual({
      ok: true,
      value: snapshot([
        ["people:o1/0", { ids: ["p1"], values: [[1, 0]], bytes: 12, more: 0 }],
        ["placed:o1/0/d1", { ids: ["p1"], values: [0], bytes: 7, more: 0 }],
      ]),
    });
    const ids = Array.from({ length: 300 }, (_, at) => `${1_000 + at}${"中".repeat(124)}`);
    const large = old([["heads:o1/3/d1", { entries: ids.map((id, at) => [id, at]) }]]);
    const found = large.ok ? large.value.records : [];
    expect(found.map(([key]) => key)).toEqual([
      "heads:o1/3/d1",
      "heads:o1/3+1/d1",
      "heads:o1/3+2/d1",
    ]);
    expect(found.flatMap(([, record]) => ("bytes" in record ? record.ids : []))).toEqual(ids);
    for (const entries of [[["p1"]], [[1, 2]], ["p1"], [[]], 5]) {
      expect(old([["heads:o1/0/d1", { entries }]]).ok, JSON.stringify(entries)).toBe(false);
    }
  });

  test("of version 1 count no open invitations: whoever one names is counted", () => {
    const invitation = (id: string, revoked: boolean, invited: string | null) => [
      `invitation:${id}`,
      { space: "s1", form: "link", expiresAt: null, maxUses: null, uses: 0, revoked, invited },
    ];
    const old = [
      invitation("i1", false, "o2"),
      invitation("i2", true, "o2"),
      invitation("i3", false, null),
      invitation("i4", false, "o2"),
      invitation("i5", true, "o3"),
    ];
    const parsed = parseSnapshot(snapshot(old, 1));
    const found = new Map<string, object>(parsed.ok ? parsed.value.records : []);
    expect(found.size).toBe(6);
    expect(found.get("invitee:s1/o2")).toEqual({ open: 2, latest: "i4" });
    expect([...found.values()].filter((each) => "revoked" in each)).toEqual([]);
    const twice = parseSnapshot(snapshot([old[0], old[0]], 1));
    expect(twice.ok).toBe(false);
  });

  test("of version 1 count every application as a use: it is one only if pending or approved", () => {
    const application = (id: string, organization: string, status: string) => [
      `application:${id}`,
      {
        ...{ space: "s1", organization, invitation: "i1", status, reason: null },
        ...{ at: 5, ticket: 0, whole: true, pages: 0 },
      },
    ];
    const old = [
      application("a1", "o2", "approved"),
      application("a2", "o2", "withdrawn"),
      application("a3", "o2", "pending"),
      application("a4", "o3", "rejected"),
      application("a5", "o4", "pending"),
      [
        "invitation:i1",
        {
          ...{ space: "s1", form: "link", expiresAt: null, maxUses: 5, uses: 5 },
          ...{ revoked: false, invited: "o2" },
        },
      ],
    ];
    const parsed = parseSnapshot(snapshot(old, 1));
    const found = new Map<string, object>(parsed.ok ? parsed.value.records : []);
    expect(found.get("invitation:i1")).toMatchObject({ uses: 2, open: true });
    expect(found.get("invitee:s1/o2")).toEqual({ open: 1, latest: "i1" });
    expect(found.get("use:i1/o2")).toEqual({ member: true });
    expect(found.get("use:i1/o4")).toEqual({ member: false });
    expect(found.size).toBe(9);
  });

  test("of version 1 know no managers", () => {
    const kept = records.employment.full as Record<string, unknown>;
    const { manager: _, times: __, given: ___, ...before } = kept;
    const parsed = parseSnapshot(snapshot([["employment:o1/p1", before]], 1));
    expect(parsed).toMatchObject({
      ok: true,
      value: { records: [["employment:o1/p1", { manager: null }]] },
    });
  });

  test("of version 1 list what waits in a Space for its organization alone, and do not count it", () => {
    const pages = (count: number) => ({ next: count, count, pages: count > 0 ? [0] : [] });
    const task = (number: number, home: string, parked: number | null) => [
      `task:n1/${number}`,
      {
        ...{ step: 0, origin: "rule", holder: null, home, status: "open", ticket: number },
        ...{ path: [], before: 0, rest: 0, after: [], parked, touched: false },
      },
    ];
    const old = [
      [
        "instance:n1",
        {
          ...{ app: "a1", host: "o1", flow: "f1", version: 0, space: "s1", row: "r1", step: 0 },
          ...{ initiator: { organization: "o1", person: "p1" }, missing: 4, tasks: 4 },
          ...{ status: "approved", open: pages(0), log: pages(0) },
        },
      ],
      ["parking:o1", { parked: pages(1) }],
      ["parking:o2", { parked: pages(2) }],
      ["parked:o1/0", { entries: [[0, "n1", 0, "s1", null]] }],
      [
        "parked:o2/0",
        {
          entries: [
            [0, "n1", 1, "s1", null],
            [1, "n1", 2, "s1", "p1"],
          ],
        },
      ],
      task(0, "o1", 0),
      task(1, "o2", 0),
    ];
    const parsed = parseSnapshot(snapshot(old, 1));
    const found = new Map<string, object>(parsed.ok ? parsed.value.records : []);
    expect(found.get("parking:o1")).toMatchObject({ waiting: 1, parked: pages(2) });
    expect(found.get("parking:o2")).toMatchObject({ waiting: 1, parked: pages(2) });
    expect(found.get("parked:o1/0")).toEqual({
      entries: [
        [0, "n1", 0, "s1", null, null],
        [1, "n1", 1, "s1", null, "o2"],
      ],
    });
    expect(found.get("parked:o2/0")).toEqual({
      entries: [
        [0, "n1", 1, "s1", null, null],
        [1, "n1", 2, "s1", "p1", null],
      ],
    });
    expect(found.get("task:n1/0")).not.toHaveProperty("elsewhere");
    expect(found.get("task:n1/1")).toMatchObject({ parked: 0, elsewhere: 1 });
  });

  test("of version 1 have no list of what runs: it is made in the order of ids", () => {
    const pages = (count: number) => ({ next: count, count, pages: count > 0 ? [0] : [] });
    const instance = (id: string, status: string) => [
      `instance:${id}`,
      {
        ...{ app: "a1", host: "o1", flow: "f1", version: 0, space: null, row: "r1", status },
        ...{ initiator: { organization: "o1", person: "p1" }, step: 0, missing: 0, tasks: 0 },
        ...{ open: pages(0), log: pages(0) },
      },
    ];
    const many = Array.from({ length: 130 }, (_, at) => `n${1_000 + at}`);
    const old = [
      ["parking:o1", { parked: pages(0) }],
      ["parking:o2", { parked: pages(0) }],
      ...[...many].reverse().map((id) => instance(id, "running")),
      instance("n0", "approved"),
    ];
    const parsed = parseSnapshot(snapshot(old, 1));
    const found = new Map<string, object>(parsed.ok ? parsed.value.records : []);
    expect(found.get("parking:o1")).toEqual({
      parked: pages(0),
      running: { next: 130, count: 130, pages: [0, 1] },
    });
    expect(found.get("parking:o2")).toEqual({ parked: pages(0), running: pages(0) });
    const listed = many.map((id, at) => [at, id]);
    expect(found.get("running:o1/0")).toEqual({ entries: listed.slice(0, 128) });
    expect(found.get("running:o1/1")).toEqual({ entries: listed.slice(128) });
    expect(found.get("instance:n1129")).toMatchObject({ ticket: 129 });
    expect(found.get("instance:n0")).toMatchObject({ ticket: null });
  });

  test("are marked, and nothing else", () => {
    expect(parseSnapshot({ ...snapshot([]), interorg: "world" })).toEqual(
      one(["interorg"], "not-a-choice"),
    );
    const { interorg: _, ...unmarked } = snapshot([]);
    expect(parseSnapshot(unmarked)).toEqual(one(["interorg"], "missing"));
    expect(parseSnapshot({ ...snapshot([]), more: 1 })).toEqual(one(["more"], "unknown-field"));
    expect(parseSnapshot({ interorg: "snapshot", v: RECORD_VERSION })).toEqual(
      one(["records"], "missing"),
    );
    expect(parseSnapshot(snapshot({}))).toEqual(one(["records"], "not-a-list"));
    expect(parseSnapshot([])).toEqual(one([], "not-an-object"));
    expect(parseSnapshot(null)).toEqual(one([], "not-an-object"));
  });
});

describe("key texts", () => {
  test("of every kind are taken, and give their key", () => {
    for (const [kind, text] of Object.entries(keys)) {
      const result = parseKeyText(text);
      expect(result, text).toEqual({ ok: true, value: parseKey(text) });
      expect(result.ok && result.value[0]).toBe(kind);
      expect(result.ok && keyText(result.value)).toBe(text);
    }
  });

  test("have one spelling", () => {
    const wrong = [
      ...[
        "",
        ":",
        "/",
        "person",
        "person:",
        "person:p1/",
        "person:p1/x",
        "Person:p1",
        "person: p1",
      ],
      ...["person:p%31", "person:%2f", "person:a/b", "person:100%", "toString:p1", "__proto__:p1"],
      ...[
        "people:o1",
        "people:o1/",
        "people:o1/01",
        "people:o1/-1",
        "people:o1/1.0",
        "people:o1/1e3",
      ],
      ...[
        "people:o1/99999999999999999",
        "placed:o1/3",
        "placed:o1/3/",
        "placed:o1/x/d1",
        "placed:o1//d1",
      ],
      ...["ruled:s1/0/o1", "ruled:s1/x0/o1", "ruled:s1/d/o1", "ruled:s1/d0/", "department:o1/"],
      ...["department:o1/a b", `person:${"x".repeat(129)}`, `person:${"x".repeat(5_000_000)}`],
    ];
    for (const text of wrong) {
      expect(parseKeyText(text), text.slice(0, 40)).toEqual(one([], "not-a-key"));
    }
    for (const value of [
      5,
      null,
      undefined,
      ["person:p1"],
      {},
      Symbol("x"),
      new String("person:p"),
    ]) {
      expect(parseKeyText(value)).toEqual(one([], "not-a-string"));
    }
  });
});
