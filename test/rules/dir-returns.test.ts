// Aim: people whom lines of full lists bring back count towards the step of a list; what is beyond it is put
// off, done by the next steps before anybody leaves, and outdone by whatever is newer.
// Method: an organization of which all but the admin left by a list; lists that name them again, in parts,
// sent again, held, discarded, outdone, of two sources; below, at and above the number.
import { expect, test } from "vitest";
import { BUCKET_BYTES } from "../../src/core/bucket.ts";
import { lineBytes } from "../../src/directory/select/returns.ts";
import { personId, reconciliationPage, snapshot } from "../../src/index.ts";
import { parseSnapshot } from "../../src/schema/index.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { happened } from "../support/busy.ts";
import { rule } from "../support/rule.ts";

const DAY = 24 * 60 * 60 * 1000;

const pageOf = (person: string, pages: number): number => {
  const made = personId(person);
  return made.ok ? reconciliationPage(made.id, pages) : -1;
};

const names = (count: number) => Array.from({ length: count }, (_, place) => `b${place}`);
const line = (person: string) => ({ person, fields: { name: `Name of ${person}` } });

interface Sent {
  readonly at?: number;
  readonly page?: readonly [page: number, pages: number];
  readonly departments?: number;
  /** What lines say besides. */
  readonly more?: object;
  readonly source?: string;
}

/** A part of a list that names these people and the admin, as far as they belong on its page. */
function send(p: Play, list: string, people: readonly string[], sent: Sent = {}): Told {
  const { at = 6000, page: [page, pages] = [0, 1], departments = 0, more = {}, source } = sent;
  const named = ["B-admin", ...people].filter((person) => pageOf(person, pages) === page);
  const lines = named.map((person) => ({ ...line(person), ...(person === "B-admin" ? {} : more) }));
  const part = { kind: "people", page, pages, people: lines } as const;
  const of = { departments, people: pages };
  const extent = source === undefined ? {} : { extent: { source } };
  return p.fact("directory.reconciled", { organization: "B", list, ...extent, of, part }, { at });
}

/** B, of which so many besides its admin have left by a list as of 5000. */
function emptied(count: number, step: number, changes: Parameters<typeof play>[0] = {}): Play {
  const all = { reconciliationHoldPercent: null, reconciliationStep: 2_000 };
  const p = play(all);
  p.register(["B"]);
  p.createDepartments("B", [["d1", null]]);
  for (const person of names(count)) p.hire("B", person, ["d1"]);
  send(p, "empty", [], { at: 5000 });
  expect(serving(p)).toEqual([]);
  p.under({ ...all, reconciliationStep: step, ...changes });
  return p;
}

const serving = (p: Play): string[] =>
  p
    .records("employment")
    .flatMap(([key, { inService }]) => (inService ? [key.slice("B/".length)] : []))
    .filter((person) => person !== "B-admin")
    .sort();
const employmentOf = (p: Play, person: string) =>
  p.records("employment").find(([key]) => key === `B/${person}`)?.[1];
const lists = (p: Play) => p.records("list").map(([key, { state }]) => `${key} ${state}`);
const putOff = (p: Play): string[] =>
  p.records("returns").flatMap(([, { lines }]) => lines.map(({ person }) => person));
const step = (p: Play, list: string, at = 7000) =>
  p.fact("directory.continued", { organization: "B", list }, { at });
const settle = (p: Play, how: "confirm" | "discard", list: string) =>
  p.command("B", `reconciliation.${how}`, { organization: "B", list });
const back = (told: Told) => happened(told, "person.reinstated").map(({ person }) => person);
const steps = (told: Told) =>
  happened(told, "list.step").map(({ reinstated, removed, remaining }) => {
    return [reinstated, (removed as { readonly people: number }).people, remaining];
  });

const dir08 = rule("DIR-08");
dir08.below("reconciliationStep, of those whom lines bring back", () => {
  const p = emptied(5, 3);
  const told = send(p, "l", names(2));
  expect([back(told), told.passedOver, steps(told)]).toEqual([["b0", "b1"], [], []]);
  expect([lists(p), putOff(p)]).toEqual([[], []]);
});
dir08.at("reconciliationStep, of those whom lines bring back", () => {
  const p = emptied(5, 3);
  const told = send(p, "l", names(3));
  expect([back(told), told.passedOver, lists(p)]).toEqual([["b0", "b1", "b2"], [], []]);
});
dir08.above("reconciliationStep, of those whom lines bring back", () => {
  const p = emptied(5, 3);
  const told = send(p, "l", names(5));
  expect(back(told)).toEqual(["b0", "b1", "b2"]);
  expect(told.passedOver).toEqual(["person b3: next-step", "person b4: next-step"]);
  expect(happened(told, "list.put-off")).toEqual([
    { organization: "B", list: "l", page: 0, people: [line("b3"), line("b4")] },
  ]);
  expect([steps(told), lists(p), putOff(p)]).toEqual([[[0, 0, 2]], ["B/l due"], ["b3", "b4"]]);
  const next = step(p, "l");
  expect(next.events.map(({ type }) => type)).toEqual([
    "person.reinstated",
    "person.reinstated",
    "list.step",
    "reconciliation.settled",
    "departure.dropped",
    "departure.dropped",
  ]);
  expect([back(next), next.passedOver, steps(next)]).toEqual([["b3", "b4"], [], [[2, 0, 0]]]);
  expect([serving(p), lists(p), putOff(p)]).toEqual([names(5), [], []]);
  expect(step(p, "l").passedOver).toEqual(["list l: already-so"]);
});
dir08.happens("to those who come back before those who leave, and departments last", () => {
  const p = emptied(4, 3, { departmentMissingDays: 0 });
  for (const person of ["x", "y", "z"]) p.hire("B", person, []);
  const departments = [{ department: "d9", parent: null, name: "Nine" }];
  const part = { kind: "departments", page: 0, pages: 1, departments } as const;
  const of = { departments: 1, people: 1 };
  p.fact("directory.reconciled", { organization: "B", list: "l", of, part }, { at: 6000 });
  const told = [
    send(p, "l", names(4), { departments: 1, more: { departments: [] } }),
    step(p, "l"),
    step(p, "l"),
  ];
  expect(told.map((each) => steps(each)[0])).toEqual([
    [0, 0, 4],
    [1, 2, 1],
    [0, 1, 0],
  ]);
  expect(told.map((each) => happened(each, "department.removed").length)).toEqual([0, 0, 1]);
  expect(serving(p)).toEqual(names(4));
});
dir08.happens("to the same end as in one step", () => {
  const ends = [1, 2, 3, 500].map((number) => {
    const p = emptied(12, number);
    for (const person of ["x", "y", "z"]) p.hire("B", person, []);
    const people = names(9);
    for (const page of [3, 0, 2, 1]) {
      send(p, "l", people, { page: [page, 4], more: { suspended: true } });
    }
    for (let left = 20; left > 0 && lists(p).length > 0; left -= 1) step(p, "l", 6000);
    expect([serving(p), lists(p), p.records("returns")]).toEqual([people, [], []]);
    return p.records("employment").map(([key, { suspended, ...employment }]) => {
      return [key, employment, suspended !== undefined];
    });
  });
  for (const end of ends) expect(end).toEqual(ends[0]);
});
dir08.happens("by a part that says again what is put off: as many again, and nobody twice", () => {
  const p = emptied(6, 2);
  send(p, "l", names(6), { page: [0, 1], departments: 1 });
  expect(putOff(p)).toEqual(["b2", "b3", "b4", "b5"]);
  const again = send(p, "l", names(6), { departments: 1 });
  expect(back(again)).toEqual(["b2", "b3"]);
  expect(happened(again, "list.put-off")).toMatchObject([
    { people: [line("b4"), line("b5")], outdone: ["b2", "b3", "b4", "b5"] },
  ]);
  expect([serving(p), putOff(p)]).toEqual([names(4), ["b4", "b5"]]);
  const last = send(p, "l", names(6), { departments: 1 });
  expect([back(last), putOff(p)]).toEqual([["b4", "b5"], []]);
  expect(last.passedOver).toEqual([]);
});
dir08.happens(
  "as the newer of two parts says that name somebody, in whatever order they come",
  () => {
    for (const order of [
      [6000, 6001],
      [6001, 6000],
    ]) {
      const p = emptied(3, 1);
      for (const [place, at] of order.entries()) {
        const people = place === 0 ? ["b1", "b0"] : ["b2", "b0"];
        send(p, "l", people, { at, departments: 1, more: { fields: { name: `Of ${at}` } } });
      }
      const part = { kind: "departments", page: 0, pages: 1 } as const;
      const departments = [{ department: "d1", parent: null, name: "Dept d1" }];
      const of = { departments: 1, people: 1 };
      const data = { organization: "B", list: "l", of, part: { ...part, departments } };
      const told = p.fact("directory.reconciled", data, { at: 6001 });
      expect([back(told), serving(p)]).toEqual([["b0"], names(3)]);
      expect(employmentOf(p, "b0")?.fields).toEqual({ name: "Of 6001" });
    }
  },
);
dir08.happens("under a list that is held, once an admin confirms it", () => {
  const p = emptied(3, 2, { reconciliationHoldPercent: 15, reconciliationHoldAtLeast: 1 });
  p.hire("B", "x", []);
  const told = send(p, "l", names(3));
  expect([back(told), lists(p)]).toEqual([["b0", "b1"], ["B/l held"]]);
  expect(step(p, "l").passedOver).toEqual(["list l: already-so"]);
  const confirmed = settle(p, "confirm", "l");
  expect([back(confirmed), steps(confirmed)]).toEqual([["b2"], [[1, 1, 0]]]);
  expect([serving(p), putOff(p)]).toEqual([names(3), []]);
});
dir08.doesNot(
  "once a list is discarded, or a newer one has taken its place, which says it itself",
  () => {
    const p = emptied(4, 1, { reconciliationHoldPercent: 15, reconciliationHoldAtLeast: 1 });
    p.hire("B", "x", []);
    send(p, "l", names(3));
    settle(p, "discard", "l");
    expect([serving(p), lists(p), putOff(p)]).toEqual([["b0", "x"], [], []]);
    send(p, "m", ["x", ...names(3)], { at: 6500 });
    expect([serving(p), putOff(p)]).toEqual([["b0", "b1", "x"], ["b2"]]);
    const told = send(p, "n", ["x", "b0", "b1", "b3"], { at: 6600 });
    expect(happened(told, "reconciliation.settled")[0]).toMatchObject({
      list: "m",
      how: "superseded",
    });
    expect([serving(p), lists(p), putOff(p)]).toEqual([["b0", "b1", "b3", "x"], [], []]);
  },
);
dir08.doesNot("against a newer fact, which is not said again", () => {
  const p = emptied(4, 1);
  send(p, "l", names(4), { more: { suspended: true } });
  p.fact("person.resigned", { organization: "B", person: "b1" }, { at: 6500 });
  p.fact("person.reinstated", { organization: "B", person: "b2" }, { at: 6500 });
  const told = step(p, "l");
  expect([back(told), told.passedOver, steps(told)]).toEqual([["b3"], [], [[1, 0, 0]]]);
  expect(serving(p)).toEqual(["b0", "b2", "b3"]);
  expect(employmentOf(p, "b2")?.suspended).toBeUndefined();
  expect(employmentOf(p, "b3")?.suspended).toMatchObject({ standIn: null });
});
dir08.doesNot("against a newer list: whoever is back is so as of the part that says it", () => {
  const p = emptied(2, 1);
  send(p, "l", names(2));
  step(p, "l", 9000);
  expect(names(2).map((person) => employmentOf(p, person)?.at)).toEqual([6000, 6000]);
  const newer = send(p, "m", names(2), { at: 8000, more: { fields: { name: "New" } } });
  expect([newer.passedOver, happened(newer, "person.fields-changed").length]).toEqual([[], 2]);
});
dir08.doesNot("for a part of a list that is settled: what is beyond is not kept", () => {
  const p = emptied(3, 500);
  send(p, "l", [], { at: 6000 });
  p.under({ reconciliationHoldPercent: null, reconciliationStep: 1 });
  const told = send(p, "l", names(3));
  expect([back(told), told.passedOver]).toEqual([
    ["b0"],
    ["person b1: next-step", "person b2: next-step"],
  ]);
  expect(p.records("returns")).toEqual([]);
});
dir08.happens("by the lists of two sources, each with its own", () => {
  const p = emptied(4, 1);
  send(p, "hr", ["b0", "b1"], { source: "one", more: { departments: ["d1"] } });
  send(p, "badges", ["b2", "b3", "b1"], { source: "two", more: { departments: [] } });
  expect([serving(p), lists(p)]).toEqual([
    ["b0", "b2"],
    ["B/badges due", "B/hr due"],
  ]);
  expect(back(step(p, "badges"))).toEqual(["b3"]);
  expect(back(step(p, "badges"))).toEqual(["b1"]);
  const told = step(p, "hr");
  expect([back(told), lists(p)]).toEqual([[], []]);
  expect(employmentOf(p, "b1")).toMatchObject({
    departments: ["d1"],
    vouched: [{ source: "two" }, { source: "one", departments: ["d1"] }],
  });
});

const resign07 = rule("RESIGN-07");
resign07.happens(
  "as far as it is kept when the step comes, and a manager of the same step is there",
  () => {
    for (const [at, departments] of [
      [7000, ["d1"]],
      [5000 + 31 * DAY, []],
    ] as const) {
      const p = emptied(3, 1);
      const lines = ["b0", "b1", "b2"].map((person) => ({
        ...line(person),
        ...(person === "b1" ? { manager: { person: "b2" } } : {}),
      }));
      const part = {
        kind: "people",
        page: 0,
        pages: 1,
        people: [line("B-admin"), ...lines],
      } as const;
      const of = { departments: 0, people: 1 };
      p.fact("directory.reconciled", { organization: "B", list: "l", of, part }, { at: 6000 });
      p.under({ reconciliationHoldPercent: null, reconciliationStep: 2 });
      const told = step(p, "l", at);
      expect([back(told), told.passedOver]).toEqual([["b1", "b2"], []]);
      expect(employmentOf(p, "b1")).toMatchObject({
        departments,
        manager: { person: "b2" },
      });
    }
  },
);

test("what is put off stands in records of at most 48 KB, and steps take them from the front", () => {
  const p = emptied(1_000, 1);
  const fields = { name: "名".repeat(40), title: "职".repeat(60), email: "e".repeat(60) };
  send(p, "l", names(1_000), { more: { fields } });
  const kept = p.records("returns");
  expect(kept.length).toBeGreaterThan(3);
  for (const [, { lines }] of kept) {
    expect(lines.reduce((sum, each) => sum + lineBytes(each), 0)).toBeLessThan(BUCKET_BYTES + 1);
  }
  p.under({ reconciliationHoldPercent: null, reconciliationStep: 500 });
  const counts = [step(p, "l"), step(p, "l")].map((told) => back(told).length);
  expect([counts, p.records("returns"), lists(p)]).toEqual([[500, 499], [], []]);
});

dir08.happens("that a line of a list of some departments is put off as it was said", () => {
  const p = emptied(4, 1);
  const of = { departments: 0, people: 1 };
  const people = names(4).map((person) => ({ ...line(person), departments: ["d1"] }));
  const part = { kind: "people", page: 0, pages: 1, people } as const;
  const extent = { departments: ["d1"] };
  const data = { organization: "B", list: "some", extent, of, part };
  p.fact("directory.reconciled", data, { at: 6000 });
  const kept = p.records("returns").flatMap(([, record]) => record.lines);
  expect(kept.length).toBeGreaterThan(0);
  expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot(p.world())))).ok).toBe(true);
});
