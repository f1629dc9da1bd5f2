// Aim: an organization as the source of its facts, and its able admins, learn all that is known of its own
// directory; nobody else learns anything by asking.
// Method: a Member with departments, people who left, lists and facts that are held, and settings.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

const dir20 = rule("DIR-20");
const DAY = 86_400_000;
const source = { source: { organization: "B" } };
const viewer = (person: string, organization = "B") => ({ viewer: { organization, person } });

const TYPES = ["people", "departments", "lists", "departures", "inert"] as const;

function b(changes: Partial<Policy> = {}): Play {
  const p = play(changes);
  p.register(["A", "B"]);
  p.createDepartments("B", [
    ["top", null],
    ["mid", "top"],
    ["low", "mid"],
    ["side", null],
  ]);
  p.hire("B", "b1", ["low", "mid"]);
  p.hire("B", "b2", ["top"]);
  p.hire("B", "b3", ["side"]);
  return p;
}

const items = (p: Play, type: string, data: object = {}): Record<string, unknown>[] => {
  const answer = p.ask(`directory.${type}` as never, { ...source, ...data } as never);
  if (typeof answer === "string") throw new Error(answer);
  return (answer as { readonly items: Record<string, unknown>[] }).items;
};
const person = (p: Play, id: string, asker: object = source) =>
  p.ask("directory.person", { ...asker, person: id } as never);
const peopleIn = (p: Play, data: object = {}) =>
  items(p, "people", data).map((each) => each["person"]);

dir20.accepts("the organization and its able admins, who get the same answers", () => {
  const p = b();
  p.appoint("B", "b2", "sub", true);
  for (const type of TYPES) {
    const answer = p.ask(`directory.${type}`, source);
    expect(answer).toMatchObject({ items: expect.anything(), next: null });
    for (const admin of ["B-admin", "b2"]) {
      expect(p.ask(`directory.${type}`, viewer(admin))).toEqual(answer);
    }
  }
  expect(person(p, "b1", viewer("b2"))).toEqual(person(p, "b1"));
});

dir20.refuses("everybody else, whether or not there is such an organization", () => {
  const p = b();
  p.appoint("B", "b2", "sub", false);
  const others = [viewer("b1"), viewer("b2"), viewer("b3"), viewer("A-admin"), viewer("nobody")];
  for (const asker of others) {
    for (const type of TYPES)
      expect(p.ask(`directory.${type}`, asker)).toBe("NOT_AUTHORIZED_ADMIN");
    expect(person(p, "b1", asker)).toBe("NOT_AUTHORIZED_ADMIN");
    expect(person(p, "unheard-of", asker)).toBe("NOT_AUTHORIZED_ADMIN");
  }
  // A question names no organization but the asker's own.
  for (const asker of [{ source: { organization: "C" } }, viewer("b1", "C")]) {
    expect(p.ask("directory.people", asker)).toBe("UNKNOWN_ORGANIZATION");
  }
  p.fact("organization.ended", { organization: "B" });
  expect(p.ask("directory.people", source)).toBe("UNKNOWN_ORGANIZATION");
});

dir20.refuses("an admin who is suspended, and not the source of a suspended organization", () => {
  const p = b();
  p.fact("person.suspended", { organization: "B", person: "B-admin" });
  expect(p.ask("directory.people", viewer("B-admin"))).toBe("ACTOR_SUSPENDED");
  p.fact("organization.suspended", { organization: "B" });
  expect(p.ask("directory.people", source)).toMatchObject({ items: expect.anything() });
});

dir20.refuses("what was never reported; what is gone is known", () => {
  const p = b();
  expect(person(p, "b9")).toBe("UNKNOWN_PERSON");
  expect(person(p, "A-admin")).toBe("UNKNOWN_PERSON");
  expect(p.ask("directory.people", { ...source, department: "no" })).toBe("UNKNOWN_DEPARTMENT");
  expect(p.ask("directory.departments", { ...source, parent: "no" })).toBe("UNKNOWN_DEPARTMENT");
  p.fact("department.removed", { organization: "B", department: "side" });
  expect(peopleIn(p, { department: "side" })).toEqual([]);
  expect(items(p, "departments", { parent: "side" })).toEqual([]);
  p.resign("B", "b3");
  expect(person(p, "b3")).toMatchObject({ person: "b3", inService: false });
});

dir20.accepts(
  "a question about somebody in service: the number and whose, offices, suspension",
  () => {
    const p = b();
    const about = { organization: "B", person: "b1" };
    expect(person(p, "b1")).toMatchObject({ number: 1, numberFrom: "source", kept: null });
    p.fact("person.hired", {
      organization: "B",
      person: "b4",
      departments: [],
      fields: { name: "B4" },
    });
    expect(person(p, "b4")).toMatchObject({ number: 1, numberFrom: "library" });
    p.fact("person.heads-changed", { ...about, departments: ["mid"] });
    p.fact("person.manager-changed", { ...about, manager: { person: "b2" } });
    p.fact("person.suspended", { ...about, standIn: "b3" });
    p.appoint("B", "b1", "sub", true);
    expect(person(p, "b1")).toMatchObject({
      ...{
        person: "b1",
        number: 1,
        numberFrom: "source",
        inService: true,
        fields: expect.anything(),
      },
      ...{
        departments: ["low", "mid"],
        probation: false,
        heads: ["mid"],
        roles: [],
        successor: null,
      },
      ...{ admin: { role: "sub", spacePermission: true }, manager: "b2" },
      ...{ suspended: { standIn: "b3" }, times: { began: 1000, hired: 1000 }, revisions: {} },
      kept: null,
    });
  },
);

dir20.accepts(
  "a question about whoever left: until when what is kept of them, and what that is",
  () => {
    const p = b();
    const about = { organization: "B", person: "b1" };
    p.createSpace("A", "s");
    p.join("A", "s", "B", { whole: true });
    p.fact("person.heads-changed", { ...about, departments: ["mid", "low"] });
    p.appoint("B", "b1", "sub", true);
    p.fact("person.resigned", about, { at: 2000 });
    const left = { departments: [], heads: [], admin: null, inService: false, reported: true };
    const until = 2000 + 30 * DAY;
    const admin = { role: "sub", spacePermission: true };
    const taken = { departments: ["low", "mid"], heads: ["mid", "low"], roles: [], admin };
    expect(person(p, "b1")).toMatchObject({
      ...left,
      times: { began: 1000, hired: 1000, ended: 2000, left: 2000 },
      kept: { until, taken, counts: { place: 1 } },
    });
    expect(items(p, "departures")).toMatchObject([
      { person: "b1", number: 1, at: 2000, until, reported: true },
    ]);
    // What is gone, or somebody else's by now, is not given back.
    p.fact("department.removed", { organization: "B", department: "low" });
    p.fact("person.heads-changed", { organization: "B", person: "b2", departments: ["mid"] });
    expect(person(p, "b1")).toMatchObject({ kept: { taken: { departments: ["mid"], heads: [] } } });
    p.fact("person.reinstated", about, { at: 3000 });
    expect(person(p, "b1")).toMatchObject({ inService: true, departments: ["mid"], kept: null });
    expect(person(p, "b1")).not.toHaveProperty("reported");
    expect(items(p, "departures")).toEqual([]);
  },
);

dir20.accepts("a question about departures: the newest first, and none without a retention", () => {
  const p = b();
  for (const [i, id] of ["b1", "b3", "b2"].entries()) {
    p.fact("person.resigned", { organization: "B", person: id }, { at: 2000 + i });
  }
  const leavers = items(p, "departures").map((each) => each["person"]);
  expect(leavers).toEqual(["b2", "b3", "b1"]);
  const none = b({ departureRetentionDays: 0 });
  none.resign("B", "b1");
  expect(items(none, "departures")).toEqual([]);
  expect(person(none, "b1")).toMatchObject({ kept: null });
});

dir20.accepts(
  "a question about people in the order of hires, of a department, or with those below",
  () => {
    const p = b();
    expect(peopleIn(p)).toEqual(["B-admin", "b1", "b2", "b3"]);
    expect(peopleIn(p, { department: "top" })).toEqual(["b2"]);
    expect(peopleIn(p, { department: "top", below: true })).toEqual(["b1", "b2"]);
    expect(peopleIn(p, { department: "mid", below: false })).toEqual(["b1"]);
    p.resign("B", "b2");
    p.fact("person.suspended", { organization: "B", person: "b3" });
    expect(peopleIn(p, { department: "top", below: true })).toEqual(["b1"]);
    expect(items(p, "people", { department: "side" })).toMatchObject([
      { person: "b3", number: 1, departments: ["side"], suspended: true },
    ]);
  },
);

dir20.accepts(
  "a question about departments: all, the top ones, those right below one, dormant ones",
  () => {
    const p = b({ departmentMissingDays: 7 });
    const ids = (data: object = {}) =>
      items(p, "departments", data).map((each) => each["department"]);
    expect(ids()).toEqual(["top", "mid", "low", "side"]);
    expect(ids({ parent: null })).toEqual(["top", "side"]);
    expect(ids({ parent: "top" })).toEqual(["mid"]);
    expect(ids({ dormant: true })).toEqual([]);
    expect(items(p, "departments", { parent: "mid" })).toEqual([
      { department: "low", parent: "mid", name: "Dept low", people: 1 },
    ]);
    p.fact("person.relocated", { organization: "B", person: "b3", departments: [] }, { at: 1500 });
    const listed = ["top", "mid", "low"].map((department, i, all) => ({
      ...{ department, parent: all[i - 1] ?? null, name: `Dept ${department}` },
    }));
    const list = onlyPart("B", { kind: "departments", departments: listed });
    p.fact("directory.reconciled", list, { at: 2000 });
    expect(items(p, "departments", { dormant: true })).toEqual([
      { department: "side", parent: null, name: "Dept side", people: 0, dormant: 2000 },
    ]);
    expect(ids()).toContain("side");
  },
);

/** B of whom a list in two parts has come as far as `pages` says, naming nobody. */
function listing(pages: readonly number[], policy: Partial<Policy> = {}): Play {
  const p = b(policy);
  for (const page of pages) {
    const part = { kind: "people", page, pages: 2, people: [] } as const;
    const of = { departments: 0, people: 2 };
    p.fact("directory.reconciled", { organization: "B", list: "l", of, part }, { at: 2000 });
  }
  return p;
}
const lists = (p: Play, data: object = {}) =>
  p.ask("directory.lists", { ...source, ...data } as never) as Record<string, unknown>;

dir20.accepts("a question about lists: the parts that lack, and who would leave by one", () => {
  const begun = lists(listing([1]), { list: "l" });
  const zero = { people: 0, departments: 0 };
  expect(begun["lists"]).toMatchObject([
    { list: "l", state: "begun", at: 2000, named: zero, lacks: { departments: [], people: [0] } },
  ]);
  const held = lists(listing([1, 0]), { list: "l" });
  expect(held["lists"]).toMatchObject([
    {
      ...{ state: "held", known: { people: 4, departments: 0 }, lacks: { people: [] } },
      missing: { people: 4, departments: 0 },
    },
  ]);
  const leaving = held["items"] as { readonly person: string }[];
  expect(leaving.map((each) => each.person)).toEqual(["B-admin", "b1", "b2", "b3"]);
  const early = begun["items"] as { readonly person: string }[];
  expect(early.length).toBe(
    (begun["lists"] as { missing: { people: number } }[])[0]?.missing.people,
  );
  expect(lists(listing([1, 0]))).toMatchObject({ items: [], lists: [{ list: "l" }] });
  expect(lists(listing([1, 0]), { list: "other" })).toEqual({ items: [], lists: [], next: null });
});

dir20.accepts("a question about lists of whom a later fact does not let go", () => {
  const p = listing([1, 0]);
  p.fact(
    "person.relocated",
    { organization: "B", person: "b2", departments: ["side"] },
    { at: 2500 },
  );
  p.hire("B", "b5");
  const { items: leaving } = lists(p, { list: "l" }) as { items: { person: string }[] };
  expect(leaving.map((each) => each.person)).toEqual(["B-admin", "b1", "b3"]);
});

dir20.accepts("a question about facts that are held, with what they say of departments", () => {
  const p = b({ removalConfirmation: "required", reconciliationHoldAtLeast: 1 });
  p.createSpace("A", "s");
  p.join("A", "s", "B", { departments: ["low", "side"] });
  expect(lists(p)).toEqual({ items: [], lists: [], next: null });
  p.fact("department.removed", { organization: "B", department: "side" }, { id: "gone", at: 2000 });
  p.fact("department.moved", { organization: "B", department: "low", parent: null }, { at: 2001 });
  expect(lists(p)["removals"]).toEqual([
    { fact: "gone", at: 2000, departments: [{ department: "side" }] },
  ]);
  p.command("B", "reconciliation.discard", { organization: "B", fact: "gone" });
  expect(lists(p)).not.toHaveProperty("removals");
});

dir20.accepts("a question about settings that name what is gone, from each side of its own", () => {
  const p = b();
  p.createSpace("A", "s");
  p.join("A", "s", "B", { departments: ["side"], exclude: { departments: ["low"] } });
  p.command("A", "app.create", { app: "x", name: "X" });
  const side = { organization: "B", department: "side" };
  const authorized = { departments: [side] };
  p.command("A", "app.publish", { space: "s", app: "x", authorized } as never);
  for (const asker of [source, viewer("A-admin", "A")]) {
    expect(p.ask("directory.inert", asker)).toEqual({ items: [], next: null });
  }
  for (const department of ["side", "low"]) {
    p.fact("department.removed", { organization: "B", department, revision: 1 }, { at: 2000 });
  }
  const until = 2000 + 30 * DAY;
  const scope = { kind: "scope", space: "s", organization: "B" };
  const own = items(p, "inert");
  expect(own).toHaveLength(2);
  expect(own).toContainEqual({ setting: scope, ...side, until });
  expect(own).toContainEqual({ setting: scope, organization: "B", department: "low", until: null });
  const list = { setting: { kind: "list", space: "s", app: "x" }, ...side, until };
  expect(p.ask("directory.inert", viewer("A-admin", "A"))).toEqual({ items: [list], next: null });
  // It exists again, the list is set anew, the Association ends: nothing of it is inert any more.
  p.fact("department.created", { ...side, parent: null, name: "Side", revision: 2 }, { at: 3000 });
  expect(items(p, "inert").map((each) => each["department"])).toEqual(["low"]);
  expect(p.ask("directory.inert", viewer("A-admin", "A"))).toEqual({ items: [], next: null });
  p.command("A", "association.cancel", { space: "s", organization: "B" });
  expect(items(p, "inert")).toEqual([]);
});

dir20.accepts("pages of at most 100 that together name everybody once", () => {
  const p = b();
  for (let i = 0; i < 230; i += 1) p.hire("B", `p${i}`, [i % 2 === 0 ? "low" : "side"]);
  const all = (data: object, limit?: number): string[] => {
    const found: string[] = [];
    for (let after: object = {}; ; ) {
      const asked = { ...source, ...data, ...after, ...(limit === undefined ? {} : { limit }) };
      const page = p.ask("directory.people", asked as never) as {
        readonly items: readonly { readonly person: string }[];
        readonly next: string | null;
      };
      expect(page.items.length).toBeLessThanOrEqual(limit ?? 100);
      found.push(...page.items.map((each) => each.person));
      if (page.next === null) return found;
      after = { after: page.next };
    }
  };
  const everybody = [...all({})];
  expect(new Set(everybody).size).toBe(everybody.length);
  expect(everybody).toHaveLength(234);
  expect(all({}, 7).sort()).toEqual(everybody.sort());
  expect(all({ department: "top", below: true }, 50)).toHaveLength(117);
  expect(p.ask("directory.people", { ...source, limit: 100 })).toMatchObject({
    items: expect.anything(),
  });
  expect(p.ask("directory.people", { ...source, limit: 101 })).toBe("MALFORMED");
  expect(p.ask("directory.people", { ...source, after: "i nobody 0 0" })).toBe("MALFORMED");
});
