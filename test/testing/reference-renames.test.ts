/** Aim: the reference model says by itself what becomes of people and departments that get other ids (D9). */
import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/core/policy.ts";
import {
  accepted,
  done,
  grant,
  licensed,
  partners,
  quiet,
  refused,
  who,
  withApp,
} from "./partners.ts";
import { startTelling, type Teller } from "./teller.ts";

const north = "north";

/** A fact that the library may not know yet. */
function say(teller: Teller, type: string, data: object, at = 2000) {
  const { organization = north } = data as { readonly organization?: string };
  return teller.fact(type as never, { organization, ...data } as never, { at });
}

const rename = (teller: Teller, person: string, to: string, at = 2000, more: object = {}) =>
  say(teller, "person.renamed", { person, to, ...more }, at);
const renameDepartment = (teller: Teller, department: string, to: string, at = 2000, more = {}) =>
  say(teller, "department.renamed-id", { department, to, ...more }, at);
const fields = (teller: Teller, person: string, name: string, at: number, more: object = {}) =>
  say(teller, "person.fields-changed", { person, fields: { name }, ...more }, at);

const why = (verdict: ReturnType<typeof say>) =>
  verdict.kind === "accepted" ? (verdict.passedOver?.byReason ?? {}) : verdict.code;
const first = (verdict: ReturnType<typeof say>) =>
  verdict.kind === "accepted" ? verdict.passedOver?.first : verdict.code;
const kinds = (verdict: ReturnType<typeof say>) =>
  verdict.kind === "accepted" ? verdict.notices.map(({ kind }) => kind as string) : verdict.code;

const home = ({ reference }: Teller, organization = north) =>
  reference.facts().organizations.find((each) => (each.organization as string) === organization);
const people = (teller: Teller, organization = north) =>
  home(teller, organization)?.people.map(({ person }) => person as string);
const person = (teller: Teller, id: string) =>
  home(teller)?.people.find((each) => (each.person as string) === id);
const departments = (teller: Teller) =>
  home(teller)?.departments.map(({ department }) => department as string);

/** Everything visible, with one id in the place of another. */
const shown = ({ reference }: Teller, from = "", to = "") =>
  JSON.stringify(reference.facts()).replaceAll(`"${from}"`, `"${to}"`);

const ask = (teller: Teller, type: string, data: object) =>
  teller.ask(type as never, data as never) as Record<string, unknown>;
const inNorth = { viewer: who(north, "north-admin") };

/** A list of everybody, of people alone. */
function list(teller: Teller, at: number, ...persons: readonly string[]) {
  const lines = persons.map((each) => ({ person: each, fields: { name: each } }));
  const part = { kind: "people", page: 0, pages: 1, people: lines };
  const of = { departments: 0, people: 1 };
  return say(teller, "directory.reconciled", { list: `l${at}`, of, part }, at);
}

describe("a person gets another id", () => {
  test("and everything bound to it is the new id's", () => {
    const teller = withApp();
    teller.command("host", "group.start", {
      group: "g",
      space: "s",
      name: "G",
      participants: [who(north, "n1")],
    } as never);
    say(teller, "person.heads-changed", { person: "n1", departments: ["lab"] }, 1500);
    say(teller, "person.manager-changed", { person: "n2", manager: { person: "n1" } }, 1500);
    teller.command(north, "successor.set", { organization: north, person: "n2", successor: "n1" });
    const steps = [{ approvers: [{ kind: "person", ...who(north, "n1") }], mode: "all" }];
    teller.command("host", "flow.define", { app: "crm", flow: "f", steps } as never);
    const start = { app: "crm", flow: "f", instance: "i", row: "r", space: "s" };
    teller.command(["south", "s1"], "flow.start", start);
    const before = shown(teller, "n1", "m1");
    const verdict = rename(teller, "n1", "m1");
    expect(verdict).toMatchObject({ kind: "accepted", changed: true });
    expect(shown(teller, "n1", "m1")).toBe(before);
    expect(people(teller)).not.toContain("n1");
    expect(teller.command([north, "m1"], "task.approve", { instance: "i", task: 0 })).toMatchObject(
      done,
    );
    expect(teller.command([north, "n1"], "task.approve", { instance: "i", task: 0 })).toMatchObject(
      { kind: "refused" },
    );
  });

  test("and those who would hear of a departure hear of it, of their own Spaces", () => {
    const teller = partners();
    teller.command("host", "space.create", { space: "t", name: "T" });
    teller.join("host", "t", north, { people: ["n1"] });
    const notice = {
      kind: "COUNTERPART_RENAMED",
      data: { from: who(north, "n1"), to: who(north, "m1"), spaces: ["s", "t"] },
    };
    const verdict = rename(teller, "n1", "m1");
    expect(verdict).toEqual(accepted(expect.objectContaining(notice)));
    const except = ["n1", "m1"];
    expect(verdict.kind === "accepted" && verdict.notices[0]?.to).toEqual([
      { kind: "space-admins", space: "s", except },
      { kind: "space-admins", space: "t", except },
      { kind: "authorized-admins", organization: north, except },
    ]);
  });

  test("and nobody hears of somebody who is in no Space", () => {
    const teller = startTelling();
    teller.register(north);
    teller.hire(north, "n1");
    expect(rename(teller, "n1", "m1")).toEqual(done);
  });

  test("there and back restores everything", () => {
    const teller = licensed();
    const before = shown(teller);
    rename(teller, "n1", "m1");
    expect(rename(teller, "m1", "n1", 2001)).toMatchObject({ kind: "accepted", changed: true });
    expect(shown(teller)).toBe(before);
    expect(ask(teller, "directory.person", { ...inNorth, person: "n1" })["formerIds"]).toEqual([
      "m1",
    ]);
  });

  test("and what it has already is so", () => {
    const teller = partners();
    expect(rename(teller, "n1", "n1")).toEqual(quiet);
    expect(why(rename(teller, "n1", "n1"))).toEqual({ "already-so": 1 });
    expect(rename(teller, "nobody", "m1")).toEqual(refused("UNKNOWN_PERSON"));
    expect(rename(teller, "n1", "m1", 2000, { number: 2 })).toEqual(refused("UNKNOWN_PERSON"));
    expect(why(rename(teller, "n1", "m1", 2000, { number: 0 }))).toEqual({ "older-number": 1 });
    teller.resign(north, "n2");
    expect(why(rename(teller, "n2", "m2", 1000))).toEqual({ "older-time": 1 });
    expect(rename(teller, "n2", "m2", 1001)).toEqual(refused("UNKNOWN_PERSON"));
  });

  test("but not one that somebody else has or had there", () => {
    const teller = partners();
    const flag = {
      kind: "PERSON_FLAGGED",
      to: [{ kind: "authorized-admins", organization: north }],
      data: { organization: north, person: "n1", reason: "id-in-use" },
    };
    const flagged = { ...accepted(flag), passedOver: expect.anything() };
    expect(rename(teller, "n1", "n2")).toEqual(flagged);
    expect(first(rename(teller, "n1", "n2"))).toEqual([
      { kind: "person", id: "n1", reason: "id-in-use" },
    ]);
    teller.resign(north, "n2");
    expect(why(rename(teller, "n1", "n2"))).toEqual({ "id-in-use": 1 });
    teller.hire(north, "n3");
    rename(teller, "n3", "m3");
    expect(why(rename(teller, "n1", "n3", 2001))).toEqual({ "id-in-use": 1 });
    // Another organization's ids are others.
    expect(kinds(rename(teller, "n1", "s1"))).toEqual(["COUNTERPART_RENAMED"]);
  });

  test("and is told once of several in one step, and not if nothing came of them", () => {
    const teller = partners();
    const changed = (...names: readonly string[]) =>
      say(teller, "directory.changed", {
        changes: names.slice(1).map((to, index) => ({
          type: "person.renamed",
          data: { person: names[index], to },
        })),
      });
    const verdict = changed("n1", "m1", "l1");
    expect(kinds(verdict)).toEqual(["COUNTERPART_RENAMED"]);
    expect(verdict).toMatchObject({
      notices: [{ data: { from: who(north, "n1"), to: who(north, "l1") } }],
    });
    expect(changed("l1", "k1", "l1")).toEqual(done);
  });

  test("in one step with other changes interrupts nobody", () => {
    const teller = licensed();
    const changes = [
      { type: "person.relocated", data: { person: "n1", departments: ["sales"] } },
      { type: "person.renamed", data: { person: "n1", to: "m1" } },
      { type: "person.relocated", data: { person: "m1", departments: ["lab"] } },
      { type: "person.hired", data: { person: "x", departments: [], fields: { name: "X" } } },
    ];
    const before = teller.roster("s").length;
    expect(kinds(say(teller, "directory.changed", { changes }))).toEqual(["COUNTERPART_RENAMED"]);
    expect(teller.roster("s")).toContain("north/m1");
    expect(teller.roster("s")).toHaveLength(before + 1);
    expect(JSON.stringify(teller.reference.facts().pools)).toContain('"m1"');
  });
});

describe("what is counted", () => {
  const cap = (personCap: number, changes: Partial<Policy> = {}) =>
    startTelling({ personCap, personCounting: "distinct-person", ...changes });

  /** One natural person in two Members of a Space, with room for so many more than the two admins. */
  function twice(room: number): Teller {
    const teller = cap(room + 3);
    teller.register("host", "north", "south");
    teller.command("host", "space.create", { space: "s", name: "S", scope: { whole: true } });
    for (const each of ["north", "south"]) {
      teller.hire(each, "p");
      teller.join("host", "s", each, { whole: true });
    }
    return teller;
  }

  test("is the natural person of before, as long as another organization has it", () => {
    const teller = twice(1);
    expect(teller.waiting("s")).toEqual([]);
    rename(teller, "p", "q");
    expect(teller.waiting("s")).toEqual([]);
    teller.hire("south", "x");
    expect(teller.waiting("s")).toEqual(["south/x"]);
    // Also if the other organization gives another id.
    rename(teller, "p", "r", 2001, { organization: "south" });
    expect(teller.waiting("s")).toEqual(["south/x"]);
    expect(teller.roster("s")).toEqual(expect.arrayContaining(["north/q", "south/r"]));
    teller.resign("south", "r");
    expect(teller.waiting("s")).toEqual(["south/x"]);
    teller.resign("north", "q");
    expect(teller.waiting("s")).toEqual([]);
  });

  test("else the new id", () => {
    const teller = twice(1);
    teller.resign("south", "p");
    rename(teller, "p", "q");
    teller.hire("south", "q");
    teller.hire("south", "x");
    expect(teller.waiting("s")).toEqual(["south/x"]);
    expect(teller.roster("s")).toContain("south/q");
  });

  test("is not a newcomer of the same organization", () => {
    const teller = twice(2);
    teller.resign("south", "p");
    rename(teller, "p", "q");
    const data = { person: "p", departments: [], fields: { name: "P" } };
    say(teller, "person.hired", data, 2001);
    expect(teller.waiting("s")).toEqual([]);
    teller.hire("south", "x");
    expect(teller.waiting("s")).toEqual(["south/x"]);
  });

  test("costs one license over units still", () => {
    const teller = partners({ licenseCounting: "distinct-person" });
    teller.hire("south", "n1");
    teller.fact("license.purchased", { organization: "host", purchased: 1 });
    teller.command("host", "license.link", { unit: { kind: "space", space: "s" } });
    grant(teller, "north/n1", "south/n1");
    rename(teller, "n1", "m1");
    const unit = { kind: "space", space: "s" } as const;
    const other = [who(north, "n2")];
    expect(teller.command("host", "license.grant", { unit, people: other }).kind).toBe("refused");
    expect(JSON.stringify(teller.reference.facts().pools)).toContain('["north","m1"]');
  });
});

describe("a former id", () => {
  test("is the renamed person's in facts that are not later than the rename", () => {
    const teller = partners();
    rename(teller, "n1", "m1", 2000);
    expect(fields(teller, "n1", "A", 1999)).toEqual(done);
    expect(person(teller, "m1")?.fields.name).toBe("A");
    expect(fields(teller, "n1", "B", 2000)).toEqual(done);
    expect(person(teller, "m1")?.fields.name).toBe("B");
    expect(fields(teller, "n1", "C", 2001)).toEqual(refused("UNKNOWN_PERSON"));
    expect(fields(teller, "m1", "C", 2001)).toEqual(done);
    // The new id is followed whatever the time.
    expect(fields(teller, "m1", "D", 1500)).toEqual(done);
  });

  test("is named as the fact named it where it had no effect", () => {
    const teller = partners();
    rename(teller, "n1", "m1", 2000);
    fields(teller, "m1", "A", 2000, { revision: 2 });
    expect(first(fields(teller, "n1", "B", 2000, { revision: 1 }))).toEqual([
      { kind: "person", id: "n1", reason: "older-revision" },
    ]);
    const hired = { person: "n1", departments: [], fields: { name: "N" } };
    expect(first(say(teller, "person.hired", hired, 2000))).toEqual([
      { kind: "person", id: "n1", reason: "already-in-service" },
    ]);
    const changes = [{ type: "person.fields-changed", data: { ...hired, revision: 1 } }];
    expect(first(say(teller, "directory.changed", { changes }, 2000))).toEqual([
      { kind: "person", id: "n1", index: 0, reason: "older-revision" },
    ]);
  });

  test("is followed by a departure, a manager, a stand-in and a successor", () => {
    const teller = partners();
    rename(teller, "n1", "m1", 2000);
    say(teller, "person.manager-changed", { person: "n2", manager: { person: "n1" } }, 1999);
    expect(person(teller, "n2")?.manager).toBe("m1");
    say(teller, "person.suspended", { person: "n2", standIn: "n1" }, 1999);
    const asked = ask(teller, "directory.person", { ...inNorth, person: "n2" });
    expect(asked["suspended"]).toEqual({ standIn: "m1" });
    expect(say(teller, "person.resigned", { person: "n1" }, 2000)).toMatchObject({ changed: true });
    expect(people(teller)).toEqual(["n2", "north-admin"]);
  });

  test("is a newcomer's after a later hire, with a number above and nothing inherited", () => {
    const teller = licensed();
    rename(teller, "n1", "m1", 2000);
    const hired = { person: "n1", departments: [], fields: { name: "New" } };
    expect(why(say(teller, "person.hired", { ...hired, number: 1 }, 2001))).toEqual({
      "older-number": 1,
    });
    expect(say(teller, "person.hired", hired, 2001)).toMatchObject({ changed: true });
    expect(person(teller, "n1")).toMatchObject({ number: 2, departments: [] });
    expect(person(teller, "m1")).toMatchObject({ number: 1, departments: ["lab"] });
    expect(JSON.stringify(teller.reference.facts().pools)).not.toContain('"n1"');
    // What is said of before is the renamed person's still, what is said of later the newcomer's.
    fields(teller, "n1", "Old", 2000);
    fields(teller, "n1", "Newer", 2002);
    expect(person(teller, "m1")?.fields.name).toBe("Old");
    expect(person(teller, "n1")?.fields.name).toBe("Newer");
    // Theirs it is now: the renamed person does not get it back.
    expect(why(rename(teller, "m1", "n1", 2003))).toEqual({ "id-in-use": 1 });
  });

  test("is followed through several holders by the time", () => {
    const teller = partners();
    rename(teller, "n1", "m1", 2000);
    say(teller, "person.hired", { person: "n1", departments: [], fields: { name: "N" } }, 2010);
    rename(teller, "n1", "k1", 2020);
    const name = (text: string, at: number) => fields(teller, "n1", text, at);
    name("first", 2000);
    name("second", 2020);
    expect(person(teller, "m1")?.fields.name).toBe("first");
    expect(person(teller, "k1")?.fields.name).toBe("second");
    expect(name("nobody", 2021)).toEqual(refused("UNKNOWN_PERSON"));
    expect(why(name("too early", 2005))).toEqual({ "older-time": 1 });
    const third = { person: "n1", departments: [], fields: { name: "N" } };
    say(teller, "person.hired", third, 2030);
    expect(person(teller, "n1")?.number).toBe(3);
  });

  test("in a late copy of a rename renames nobody", () => {
    const teller = partners();
    rename(teller, "n1", "m1", 2000);
    expect(why(rename(teller, "n1", "m1", 2000))).toEqual({ "already-so": 1 });
    rename(teller, "m1", "l1", 2001);
    expect(first(rename(teller, "n1", "m1", 2000))).toEqual([
      { kind: "person", id: "n1", reason: "older-time" },
    ]);
    expect(why(rename(teller, "l1", "k1", 2000))).toEqual({ "older-time": 1 });
    expect(rename(teller, "l1", "k1", 2001)).toMatchObject({ changed: true });
    expect(people(teller)).toContain("k1");
  });

  test("is forgotten after twenty others", () => {
    const teller = partners();
    for (let count = 0; count < 20; count += 1) {
      rename(teller, count === 0 ? "n1" : `m${count}`, `m${count + 1}`, 2000 + count);
    }
    expect(fields(teller, "n1", "A", 1999)).toEqual(done);
    rename(teller, "m20", "m21", 2020);
    expect(fields(teller, "n1", "B", 1999)).toEqual(refused("UNKNOWN_PERSON"));
    expect(fields(teller, "m1", "B", 1999)).toEqual(done);
  });

  test("is no actor's, and a question's to those who may see the person", () => {
    const teller = withApp();
    teller.command([north, "n1"], "form.submit", {
      app: "crm",
      space: "s",
      rows: [{ row: "r1" }],
    } as never);
    rename(teller, "n1", "m1");
    const contact = { space: "s", organization: north, person: "n1" };
    expect(ask(teller, "space.contact", { viewer: who(north, "n2"), ...contact })).toEqual(
      expect.objectContaining({ fields: { name: "Name of n1" } }),
    );
    expect(ask(teller, "space.contact", { viewer: who("south", "s1"), ...contact })).toBe(
      ask(teller, "space.contact", {
        viewer: who("south", "s1"),
        ...contact,
        person: "nobody",
      }),
    );
    expect(ask(teller, "directory.person", { ...inNorth, person: "n1" })).toMatchObject({
      person: "m1",
      formerIds: ["n1"],
    });
    expect(ask(teller, "flow.todo", { viewer: who(north, "n1") })).toBe("ACTING_ORG_INVALID");
    const rows = ask(teller, "data.rows", { viewer: who("host", "h1"), app: "crm" });
    expect(rows["items"]).toMatchObject([{ submitter: { person: "m1", formerly: "n1" } }]);
  });
});

describe("a list", () => {
  test("that is not later names the person by the former id, a later one hires by it", () => {
    const teller = startTelling({ reconciliationHoldPercent: null });
    teller.register(north);
    teller.hire(north, "n1");
    rename(teller, "n1", "m1", 2000);
    expect(why(list(teller, 1900, "n1", "north-admin"))).toEqual({ "older-time": 1 });
    expect(people(teller)).toEqual(["m1", "north-admin"]);
    list(teller, 2000, "n1", "north-admin");
    expect(people(teller)).toEqual(["m1", "north-admin"]);
    list(teller, 2001, "n1", "north-admin");
    expect(people(teller)).toEqual(["n1", "north-admin"]);
    expect(person(teller, "n1")?.number).toBe(2);
  });

  test("does not take out by the new id whom it named by the former", () => {
    const teller = startTelling({ reconciliationHoldPercent: null });
    teller.register(north);
    teller.hire(north, "n1");
    const lines = (...all: readonly string[]) =>
      all.map((each) => ({ person: each, fields: { name: each } }));
    const of = { departments: 0, people: 2 };
    const part = (page: number, all: readonly string[], at: number) => {
      const one = { kind: "people", page, pages: 2, people: lines(...all) };
      return say(teller, "directory.reconciled", { list: "l", of, part: one }, at);
    };
    // Pages go by the length of ids here.
    part(0, ["n1"], 2000);
    rename(teller, "n1", "m12", 1999);
    part(1, ["north-admin"], 2000);
    expect(people(teller)).toEqual(["m12", "north-admin"]);
  });
});

describe("a department gets another id", () => {
  test("and everything that names it names the new one", () => {
    const teller = licensed();
    teller.command(north, "scope.set", {
      space: "s",
      organization: north,
      scope: { departments: ["lab"], exclude: { departments: ["sales"] } },
    } as never);
    const sub = { department: "sub", parent: "lab", name: "sub" };
    say(teller, "department.created", sub, 1500);
    say(teller, "person.heads-changed", { person: "n1", departments: ["lab"] }, 1500);
    for (const department of ["lab", "sales"]) {
      say(teller, "department.renamed", { department, name: `The ${department}` }, 1500);
    }
    const before = shown(teller, "lab", "new").replaceAll('"sales"', '"shop"');
    expect(renameDepartment(teller, "lab", "new")).toEqual(done);
    expect(renameDepartment(teller, "sales", "shop")).toEqual(done);
    expect(shown(teller)).toBe(before);
    expect(teller.roster("s")).toEqual(expect.arrayContaining(["north/n1", "north/n2"]));
    expect(person(teller, "n1")).toMatchObject({ departments: ["new"], heads: ["new"] });
  });

  test("and is told so of a used one", () => {
    const teller = partners();
    const flag = {
      kind: "DEPARTMENT_FLAGGED",
      to: [{ kind: "authorized-admins", organization: north }],
      data: { organization: north, department: "lab", reason: "id-in-use" },
    };
    const flagged = { ...accepted(flag), passedOver: expect.anything() };
    expect(renameDepartment(teller, "lab", "sales")).toEqual(flagged);
    say(teller, "department.removed", { department: "sales" }, 2000);
    expect(why(renameDepartment(teller, "lab", "sales", 2001))).toEqual({ "id-in-use": 1 });
    expect(why(renameDepartment(teller, "sales", "shop", 2001))).toEqual({ "department-gone": 1 });
    expect(why(renameDepartment(teller, "lab", "lab", 2001))).toEqual({ "already-so": 1 });
    expect(renameDepartment(teller, "nowhere", "shop")).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(departments(teller)).toEqual(["lab"]);
  });

  test("and goes by revisions where there are any", () => {
    const teller = partners();
    renameDepartment(teller, "lab", "lab2", 2000, { revision: 2 });
    expect(why(renameDepartment(teller, "lab2", "lab3", 2001, { revision: 2 }))).toEqual({
      "older-revision": 1,
    });
    expect(renameDepartment(teller, "lab", "lab3", 1999, { revision: 3 })).toEqual(done);
    expect(why(renameDepartment(teller, "lab", "lab4", 2000))).toEqual({ "older-time": 1 });
    expect(departments(teller)).toEqual(["lab3", "sales"]);
  });

  test("and is meant by the former one until then", () => {
    const teller = partners();
    renameDepartment(teller, "lab", "new", 2000);
    const relocate = (at: number) =>
      say(teller, "person.relocated", { person: "n1", departments: ["lab", "sales"] }, at);
    expect(relocate(2000)).toEqual(done);
    expect(person(teller, "n1")?.departments).toEqual(["new", "sales"]);
    expect(relocate(2001)).toEqual(refused("UNKNOWN_DEPARTMENT"));
    const lab = { department: "lab", parent: null, name: "Lab" };
    expect(first(say(teller, "department.created", lab, 2000))).toEqual([
      { kind: "department", id: "lab", reason: "already-so" },
    ]);
    expect(say(teller, "department.created", lab, 2001)).toEqual(done);
    expect(relocate(2001)).toEqual(done);
    expect(departments(teller)).toEqual(["lab", "new", "sales"]);
    expect(person(teller, "n1")?.departments).toEqual(["lab", "sales"]);
    expect(why(renameDepartment(teller, "new", "lab", 2002))).toEqual({ "id-in-use": 1 });
  });

  test("and is found by the former one in questions, while nothing else has it", () => {
    const teller = partners();
    renameDepartment(teller, "lab", "new", 2000);
    const asked = { ...inNorth, department: "lab" };
    expect(ask(teller, "directory.people", asked)["items"]).toHaveLength(2);
    say(teller, "department.created", { department: "lab", parent: null, name: "Lab" }, 2001);
    expect(ask(teller, "directory.people", asked)["items"]).toEqual([]);
  });

  test("and keeps people out who are excluded, also once it is removed", () => {
    const teller = partners();
    teller.command(north, "scope.set", {
      space: "s",
      organization: north,
      scope: { whole: true, exclude: { departments: ["lab"] } },
    } as never);
    expect(teller.roster("s").filter((each) => each.startsWith(north))).toEqual([
      "north/north-admin",
    ]);
    renameDepartment(teller, "lab", "new", 2000);
    say(teller, "department.removed", { department: "new" }, 2001);
    expect(teller.roster("s").filter((each) => each.startsWith(north))).toEqual([
      "north/north-admin",
    ]);
  });
});

describe("sources", () => {
  test("rename what they brought, the oldest alone", () => {
    const teller = startTelling();
    teller.register(north);
    const hired = { person: "p", departments: [], fields: { name: "P" } };
    say(teller, "person.hired", { ...hired, source: "a" }, 1500);
    say(teller, "person.hired", { ...hired, source: "b" }, 1501);
    expect(why(rename(teller, "p", "q", 2000, { source: "b" }))).toEqual({
      "not-responsible-extent": 1,
    });
    expect(why(rename(teller, "p", "q", 2000, { source: "c" }))).toEqual({
      "not-responsible-extent": 1,
    });
    expect(rename(teller, "p", "q", 2000, { source: "a" })).toEqual(done);
    const asked = ask(teller, "directory.person", { ...inNorth, person: "q" });
    expect(asked["sources"]).toEqual(["a", "b"]);
  });
});
