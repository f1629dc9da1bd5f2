// Aim: whoever or whatever gets another id is what it was, and words that still use the former one are
// about whoever they were said of. Method: somebody bound everywhere, and departments that settings name,
// are renamed; everything that shows is compared but for the id.
import { expect } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import { createHost, memoryStore } from "../../src/host/index.ts";
import { decide, defaultPolicy, type Input, type InputId } from "../../src/index.ts";
import { factsOf } from "../../src/testing/facts.ts";
import { command, fact, type Play, play, type Told } from "../../src/testing/index.ts";
import { busy, happened, who } from "../support/busy.ts";
import { onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

const organization = "B";
const reasons = ({ outcome }: Told) =>
  outcome.kind === "accepted" ? (outcome.passedOver?.byReason ?? {}) : outcome.kind;
const code = (told: Told) => told.code;
const types = ({ events }: Told): string[] => events.map(({ type }) => type);

const rename = (p: Play, person: string, to: string, at = 2000, more: object = {}) =>
  p.fact("person.renamed", { organization, person, to, ...more }, { at });
const renameId = (p: Play, department: string, to: string, at = 2000, more: object = {}) =>
  p.fact("department.renamed-id", { organization, department, to, ...more }, { at });
const say = (p: Play, person: string, name: string, at: number) =>
  p.fact("person.fields-changed", { organization, person, fields: { name } }, { at });
const hire = (p: Play, person: string, at: number, more: object = {}) =>
  p.fact(
    "person.hired",
    { organization, person, departments: [], fields: { name: `New ${person}` }, ...more },
    { at },
  );

const asked = (p: Play, person: string): unknown =>
  p.ask("directory.person", { source: { organization }, person });
const nameOf = (p: Play, person: string) =>
  (asked(p, person) as { readonly fields: { readonly name: string } }).fields.name;

/** Everything that shows; what must always hold does. */
function shown(p: Play): unknown {
  const policy = { ...defaultPolicy, personCap: 6 };
  expect(invariants(p.world(), policy)).toEqual([]);
  return factsOf(p.world(), policy);
}

/** B is a Member with everybody, p1 and p2 in d1, d2 below it. */
function company(): Play {
  const p = play();
  p.register(["A", "B"]);
  p.createDepartments("B", [
    ["d1", null],
    ["d2", "d1"],
  ]);
  for (const person of ["p1", "p2"]) p.hire("B", person, ["d1"]);
  p.createSpace("A", "s1");
  p.join("A", "s1", "B", { whole: true });
  return p;
}

const dir14 = rule("DIR-14");
dir14.happens(
  "that all that is bound to somebody is the new id's, and nobody enters or leaves",
  () => {
    const p = busy();
    const before = p.roster("s1");
    const waiting = p.waiting("s2");
    const told = rename(p, "x", "y");
    expect(types(told)).toEqual(["person.renamed"]);
    expect(happened(told, "person.renamed")).toEqual([
      { organization, person: "x", to: "y", number: 1 },
    ]);
    const other = (all: readonly string[]) => all.map((each) => (each === "B/x" ? "B/y" : each));
    expect(p.roster("s1")).toEqual(other(before).sort());
    expect(p.waiting("s2")).toEqual(other(waiting));
    shown(p);
    expect(asked(p, "y")).toMatchObject({
      person: "y",
      number: 1,
      departments: ["d1"],
      heads: ["d1"],
      roles: ["legal"],
      admin: { role: "sub" },
      formerIds: ["x"],
    });
    expect(p.command(["B", "y"], "task.approve", { instance: "i1", task: 0 }).code).toBeNull();
    expect(p.command(["B", "x"], "task.approve", { instance: "i2", task: 0 }).code).toBe(
      "ACTING_ORG_INVALID",
    );
  },
);
dir14.happens("that whoever a departure would tell is told, and neither id hears of it", () => {
  const told = rename(busy(), "x", "y");
  const renamed = told.notices.filter(({ kind }) => kind === "COUNTERPART_RENAMED");
  expect(renamed).toHaveLength(told.notices.length);
  expect(renamed[0]).toMatchObject({
    to: expect.arrayContaining([{ kind: "space-admins", space: "s1", except: ["x", "y"] }]),
    data: { from: who("B/x"), to: who("B/y"), spaces: ["s1"] },
  });
});
dir14.happens(
  "there and back, which restores everything; one's own former id may be taken again",
  () => {
    const p = busy();
    const before = shown(p);
    rename(p, "x", "y");
    expect(types(rename(p, "y", "x", 2001))).toEqual(["person.renamed"]);
    expect(shown(p)).toEqual(before);
  },
);
dir14.happens("once in one step, from the first id to the last", () => {
  const p = company();
  const change = (person: string, to: string) =>
    ({ type: "person.renamed", data: { person, to } }) as const;
  const changes = [change("p1", "q1"), change("q1", "r1")];
  const told = p.fact("directory.changed", { organization, changes }, { at: 2000 });
  expect(happened(told, "person.renamed").map((each) => each["person"])).toEqual(["p1", "q1"]);
  expect(told.notices.map(({ kind, data }) => [kind, data])).toEqual([
    ["COUNTERPART_RENAMED", { from: who("B/p1"), to: who("B/r1"), spaces: ["s1"] }],
  ]);
  const back = [change("r1", "p1"), change("p1", "r1")];
  expect(
    p.fact("directory.changed", { organization, changes: back }, { at: 2001 }).notices,
  ).toEqual([]);
});
dir14.doesNot("with an id that somebody else there has or had: that is flagged", () => {
  const p = company();
  const told = rename(p, "p1", "p2");
  expect(types(told)).toEqual(["person.flagged"]);
  expect(reasons(told)).toEqual({ "id-in-use": 1 });
  expect(told.notices).toEqual([
    {
      kind: "PERSON_FLAGGED",
      to: [{ kind: "authorized-admins", organization }],
      data: { organization, person: "p1", reason: "id-in-use" },
    },
  ]);
  p.resign("B", "p2");
  expect(reasons(rename(p, "p1", "p2"))).toEqual({ "id-in-use": 1 });
  hire(p, "p3", 2000);
  rename(p, "p3", "q3", 2001);
  expect(reasons(rename(p, "p1", "p3", 2002))).toEqual({ "id-in-use": 1 });
  // Another organization's ids are its own affair.
  expect(types(rename(p, "p1", "A-admin", 2003))).toEqual(["person.renamed", "person.recounted"]);
});
dir14.doesNot("to somebody unknown, nor by what is late or already so", () => {
  const p = company();
  expect(code(rename(p, "nobody", "q"))).toBe("UNKNOWN_PERSON");
  expect(code(rename(p, "p1", "q", 2000, { number: 2 }))).toBe("UNKNOWN_PERSON");
  expect(reasons(rename(p, "p1", "p1"))).toEqual({ "already-so": 1 });
  rename(p, "p1", "q1", 2000);
  expect(reasons(rename(p, "p1", "q1", 2000))).toEqual({ "already-so": 1 });
  expect(reasons(rename(p, "p1", "r1", 2000))).toEqual({ "older-time": 1 });
  expect(reasons(rename(p, "q1", "r1", 1999))).toEqual({ "older-time": 1 });
  expect(types(rename(p, "q1", "r1", 2000))).toEqual(["person.renamed"]);
});
dir14.doesNot("raise any number: a person counted once is counted once", () => {
  const p = play({ personCap: 2 });
  p.register(["A", "B", "C"]);
  for (const each of ["B", "C"]) p.hire(each, "p");
  p.createSpace("A", "s1", { people: ["A-admin"] });
  for (const each of ["B", "C"]) p.join("A", "s1", each, { people: ["p"] });
  rename(p, "p", "q");
  expect(p.roster("s1")).toEqual(["A/A-admin", "B/q", "C/p"]);
  expect(p.waiting("s1")).toEqual([]);
  expect(p.space("s1")).toMatchObject({ persons: 2, identities: 3 });
});
dir14.happens("that what was done before shows the id of its time beside the present one", () => {
  const p = busy();
  rename(p, "x", "y");
  const answer = p.ask("flow.instance", { viewer: who("A/A-admin"), instance: "i3" });
  const { items } = answer as { readonly items: readonly object[] };
  expect(items[0]).toMatchObject({ who: { ...who("B/y"), formerly: "x" } });
});

const dir15 = rule("DIR-15");
dir15.shows("whoever was renamed, to what names the former id and is not later", () => {
  const p = company();
  rename(p, "p1", "q1", 2000);
  expect(code(say(p, "p1", "earlier", 1999))).toBeNull();
  expect(nameOf(p, "q1")).toBe("earlier");
  expect(code(say(p, "p1", "same moment", 2000))).toBeNull();
  expect(nameOf(p, "q1")).toBe("same moment");
  expect(hire(p, "p1", 2000).passedOver).toEqual(["person p1: already-in-service"]);
});
dir15.hides("them from what is later, and from commands", () => {
  const p = company();
  rename(p, "p1", "q1", 2000);
  const late = say(p, "p1", "later", 2001);
  expect(late.refusal).toMatchObject({
    code: "UNKNOWN_PERSON",
    data: { organization, person: "p1" },
  });
  const taken = p.command("B", "scope.take-out", { space: "s1", organization, people: ["p1"] });
  expect(taken.code).toBe("UNKNOWN_PERSON");
});
dir15.shows(
  "a second report of the same rename as what is so, while nobody has the id since",
  () => {
    const p = company();
    rename(p, "p1", "q1", 2000);
    renameId(p, "d2", "e2", 2000);
    expect(rename(p, "p1", "q1", 2500).passedOver).toEqual(["person p1: already-so"]);
    expect(renameId(p, "d2", "e2", 2500).passedOver).toEqual(["department d2: already-so"]);
    expect(code(rename(p, "p1", "r1", 2500))).toBe("UNKNOWN_PERSON");
    hire(p, "p1", 2600);
    expect(reasons(rename(p, "p1", "q1", 2700))).toEqual({ "id-in-use": 1 });
  },
);
dir15.shows("a newcomer under a former id, with a number above and nothing inherited", () => {
  const p = company();
  rename(p, "p1", "q1", 2000);
  expect(reasons(hire(p, "p1", 2001, { number: 1 }))).toEqual({ "older-number": 1 });
  expect(types(hire(p, "p1", 2001))).toContain("person.hired");
  expect(asked(p, "p1")).toMatchObject({ person: "p1", number: 2, departments: [] });
  expect(asked(p, "q1")).toMatchObject({ person: "q1", number: 1, departments: ["d1"] });
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/p1", "B/p2", "B/q1"]);
  say(p, "p1", "of before", 2000);
  say(p, "p1", "of now", 2002);
  expect([nameOf(p, "q1"), nameOf(p, "p1")]).toEqual(["of before", "of now"]);
});
dir15.shows("a newcomer with a number above one of a source that vouches no more", () => {
  const p = company();
  hire(p, "n", 2000, { source: "one" });
  const adopted = { organization, person: "n", number: 90, source: "one" };
  p.fact("person.reinstated", adopted, { at: 2000 });
  hire(p, "n", 2001, { source: "two" });
  p.fact("person.resigned", { organization, person: "n", source: "one" }, { at: 2002 });
  rename(p, "n", "m", 2003);
  expect(reasons(hire(p, "n", 2004, { number: 5 }))).toEqual({ "older-number": 1 });
  hire(p, "n", 2005);
  expect(asked(p, "n")).toMatchObject({ person: "n", number: 91 });
});
dir15.shows(
  "the present id to a question that names a former one, and to nobody who may not see",
  () => {
    const p = company();
    p.hire("A", "outside");
    rename(p, "p1", "q1", 2000);
    expect(asked(p, "p1")).toMatchObject({ person: "q1", formerIds: ["p1"] });
    const seen = (viewer: string, person: string) =>
      p.ask("space.contact", { viewer: who(viewer), space: "s1", organization, person });
    expect(seen("B/p2", "p1")).toEqual({ fields: { name: "Name of p1" } });
    expect(seen("A/outside", "p1")).toBe(seen("A/outside", "nobody"));
    expect(p.ask("flow.todo", { viewer: who("B/p1") })).toBe("ACTING_ORG_INVALID");
  },
);
dir15.shows("by lists not later than the rename the same person, by later ones a hire", () => {
  const p = play({ reconciliationHoldPercent: null });
  p.register(["B"]);
  p.hire("B", "p1");
  rename(p, "p1", "q1", 2000);
  const list = (at: number) => {
    const people = ["p1", "B-admin"].map((person) => ({ person, fields: { name: person } }));
    return p.fact("directory.reconciled", onlyPart("B", { kind: "people", people }), { at });
  };
  const people = () =>
    factsOf(p.world(), defaultPolicy).organizations[0]?.people.map(({ person }) => person);
  list(2000);
  expect(people()).toEqual(["B-admin", "q1"]);
  list(2001);
  expect(people()).toEqual(["B-admin", "p1"]);
});

/** Somebody who has had so many ids before the present one, one a millisecond from 2000 on. */
function renamedTimes(times: number): Play {
  const p = company();
  for (let i = 0; i < times; i += 1) rename(p, i === 0 ? "p1" : `q${i}`, `q${i + 1}`, 2000 + i);
  return p;
}
dir15.below("20 former ids all are followed", () => {
  expect(code(say(renamedTimes(19), "p1", "A", 1999))).toBeNull();
});
dir15.at("20 former ids the first is followed still", () => {
  const p = renamedTimes(20);
  expect(code(say(p, "p1", "A", 1999))).toBeNull();
  expect(nameOf(p, "q20")).toBe("A");
});
dir15.above("20 former ids the oldest is forgotten, and anybody's again", () => {
  const p = renamedTimes(21);
  expect(code(say(p, "p1", "A", 1999))).toBe("UNKNOWN_PERSON");
  expect(code(say(p, "q1", "A", 1999))).toBeNull();
  expect(asked(p, "q21")).toMatchObject({
    formerIds: Array.from({ length: 20 }, (_, i) => `q${i + 1}`),
  });
  expect(types(rename(p, "p2", "p1", 2100))).toEqual(["person.renamed"]);
  expect(invariants(p.world(), defaultPolicy)).toEqual([]);
});

const dir16 = rule("DIR-16");
dir16.happens("that a department is what it was, whatever names it; nobody moves", () => {
  const p = company();
  p.command("B", "scope.set", {
    space: "s1",
    organization,
    scope: { departments: ["d1"], exclude: { departments: ["d2"] } },
  });
  p.fact("person.heads-changed", { organization, person: "p1", departments: ["d1"] });
  const before = p.roster("s1");
  const told = renameId(p, "d1", "e1");
  expect(types(told)).toEqual(["department.id-changed"]);
  expect(told.notices).toEqual([]);
  renameId(p, "d2", "e2");
  expect(p.roster("s1")).toEqual(before);
  expect(asked(p, "p1")).toMatchObject({ departments: ["e1"], heads: ["e1"] });
  expect(p.ask("admin.scope", { viewer: who("B/B-admin"), space: "s1" })).toMatchObject({
    departments: ["e1"],
    exclude: { departments: ["e2"] },
  });
  const asks = { source: { organization } };
  expect(p.ask("directory.departments", asks)).toMatchObject({
    items: [
      { department: "e1", parent: null },
      { department: "e2", parent: "e1" },
    ],
  });
  hire(p, "p3", 2001, { departments: ["e2"] });
  expect(p.roster("s1")).toEqual(before);
  expect(invariants(p.world(), defaultPolicy)).toEqual([]);
});
dir16.happens("with as many records however many people are in it", () => {
  const changed = (people: number): number => {
    const p = company();
    for (let i = 0; i < people; i += 1) p.hire("B", `m${i}`, ["d1"]);
    const input = fact("department.renamed-id", { organization, department: "d1", to: "e1" });
    const stamp = { id: "i" as InputId, at: 2000 };
    const outcome = decide(p.world(), { ...input, ...stamp }, defaultPolicy);
    return outcome.kind === "accepted" ? outcome.reads.length + outcome.writes.length : 0;
  };
  expect(changed(100)).toBe(changed(1));
  expect(changed(100)).toBeLessThanOrEqual(24);
});
dir16.happens("that words with the former id are about it still, as far as not later", () => {
  const p = company();
  renameId(p, "d1", "e1", 2000);
  const relocate = (at: number) =>
    p.fact("person.relocated", { organization, person: "p2", departments: ["d1", "d2"] }, { at });
  expect(code(relocate(2000))).toBeNull();
  expect(asked(p, "p2")).toMatchObject({ departments: ["e1", "d2"] });
  expect(relocate(2001).refusal).toMatchObject({
    code: "UNKNOWN_DEPARTMENT",
    data: { organization, department: "d1" },
  });
});
dir16.doesNot("with an id that another department has or had: that is flagged", () => {
  const p = company();
  const told = renameId(p, "d1", "d2");
  expect(happened(told, "department.flagged")).toEqual([
    { organization, department: "d1", to: "d2", reason: "id-in-use" },
  ]);
  expect(told.notices).toEqual([
    {
      kind: "DEPARTMENT_FLAGGED",
      to: [{ kind: "authorized-admins", organization }],
      data: { organization, department: "d1", reason: "id-in-use" },
    },
  ]);
  p.fact("department.removed", { organization, department: "d2" }, { at: 2000 });
  expect(reasons(renameId(p, "d1", "d2", 2001))).toEqual({ "id-in-use": 1 });
  expect(reasons(renameId(p, "d2", "e2", 2001))).toEqual({ "department-gone": 1 });
});
dir16.doesNot(
  "to one that is unknown, nor by an older revision, or by older word without one",
  () => {
    const p = company();
    expect(code(renameId(p, "nowhere", "e1"))).toBe("UNKNOWN_DEPARTMENT");
    renameId(p, "d1", "e1", 2000, { revision: 2 });
    expect(reasons(renameId(p, "e1", "f1", 2001, { revision: 2 }))).toEqual({
      "older-revision": 1,
    });
    expect(types(renameId(p, "e1", "f1", 1999, { revision: 3 }))).toEqual([
      "department.id-changed",
    ]);
    expect(reasons(renameId(p, "e1", "g1", 1999))).toEqual({ "older-time": 1 });
    expect(reasons(renameId(p, "f1", "f1", 2001))).toEqual({ "already-so": 1 });
  },
);

dir14.happens("also where a host loads what it needs", async () => {
  const host = createHost({ store: memoryStore(), policy: defaultPolicy });
  const b = { organization } as const;
  const drafts = [
    fact("organization.registered", {
      ...b,
      name: "B",
      certified: true,
      edition: "exclusive",
      sso: false,
    }),
    fact("person.hired", { ...b, person: "p", departments: [], fields: { name: "P" } }),
    fact("admin.changed", { ...b, person: "p", role: "main" }),
    fact("person.renamed", { ...b, person: "p", to: "q" }),
    command("space.create", ["B", "q"], { space: "s", name: "S", scope: { people: ["q"] } }),
    fact("person.renamed", { ...b, person: "q", to: "r" }),
  ];
  for (const [i, draft] of drafts.entries()) {
    const input = { ...draft, id: `i${i}`, at: 1000 + i } as unknown as Input;
    expect(await host.submit(input)).toMatchObject({ kind: "accepted" });
  }
  const viewer = who("B/r") as never;
  const answer = await host.ask({ type: "space.contacts", data: { viewer, space: "s" as never } });
  expect(answer).toMatchObject({ value: { items: [who("B/r")] } });
});
