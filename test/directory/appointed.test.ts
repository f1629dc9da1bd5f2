// Aim: heads, named roles and successors are as the organization last said, for one employment only.
// Method: facts in and out of order, then what the records and the selectors say.
import { describe, expect, test } from "vitest";
import { beginReading } from "../../src/core/transaction.ts";
import { headsOf, holdersOf } from "../../src/directory/select/appointed.ts";
import { registeredSuccessor } from "../../src/directory/select/successor.ts";
import { invariants } from "../../src/engine/invariants.ts";
import { defaultPolicy } from "../../src/index.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { onlyPart } from "../support/lists.ts";

/** A has departments d1 over d2, and d3; x, y and z work there, hired in this order. */
function company(): Play {
  const p = play();
  p.register(["A", "B"]);
  p.createDepartments("A", [
    ["d1", null],
    ["d2", "d1"],
    ["d3", null],
  ]);
  for (const person of ["y", "x", "z"]) p.hire("A", person, ["d1"]);
  return p;
}

function setHeads(
  p: Play,
  person: string,
  of: readonly string[],
  how: { number?: number; revision?: number } = {},
): Told {
  return p.fact("person.heads-changed", {
    organization: "A",
    person,
    number: 1,
    departments: of,
    ...how,
  });
}

function setRoles(
  p: Play,
  person: string,
  roles: readonly string[],
  how: { number?: number; revision?: number } = {},
): Told {
  return p.fact("person.roles-changed", { organization: "A", person, number: 1, roles, ...how });
}

function succeed(p: Play, person: string, successor: string | null, by = "A"): Told {
  return p.command(by, "successor.set", { organization: "A", person, successor });
}

const reading = (p: Play) => beginReading(p.world().table, true) as never;
const heads = (p: Play, department: string) =>
  headsOf(reading(p), "A" as never, department as never);
const holders = (p: Play, role: string) => holdersOf(reading(p), "A" as never, role as never);
const successor = (p: Play, person: string) =>
  registeredSuccessor(reading(p), "A" as never, person as never);
const employment = (p: Play, person: string) =>
  p.records("employment").find(([key]) => key === `A/${person}`)?.[1];
const sound = (p: Play) => expect(invariants(p.world(), defaultPolicy, { size: true })).toEqual([]);

/** Somebody new, for a list that names nobody is held. */
const nobody = { person: "new", fields: { name: "New" } };

describe("heads of departments", () => {
  test("stand in the order of hires, whoever was named first", () => {
    const p = company();
    setHeads(p, "z", ["d1"]);
    setHeads(p, "y", ["d1", "d3"]);
    expect(heads(p, "d1")).toEqual(["y", "z"]);
    expect(heads(p, "d3")).toEqual(["y"]);
    expect(heads(p, "d2")).toEqual([]);
    expect(heads(p, "never")).toEqual([]);
    sound(p);
  });
  test("are a whole list each time", () => {
    const p = company();
    setHeads(p, "y", ["d1", "d3"]);
    const told = setHeads(p, "y", ["d2", "d3"]);
    expect(told.events).toMatchObject([
      { type: "person.heads-changed", data: { departments: ["d2", "d3"], from: ["d1", "d3"] } },
    ]);
    expect([heads(p, "d1"), heads(p, "d2"), heads(p, "d3")]).toEqual([[], ["y"], ["y"]]);
    expect(setHeads(p, "y", ["d3", "d2"]).events).toEqual([]);
    setHeads(p, "y", []);
    expect(employment(p, "y")?.heads).toEqual([]);
    sound(p);
  });
  test("follow revisions like any other value", () => {
    const p = company();
    setHeads(p, "y", ["d1"], { revision: 5 });
    expect(setHeads(p, "y", ["d3"], { revision: 5 }).events).toEqual([]);
    expect(setHeads(p, "y", ["d3"], { revision: 4 }).events).toEqual([]);
    expect(setHeads(p, "y", ["d1"], { revision: 6 }).events).toHaveLength(1);
    expect(setHeads(p, "y", ["d3"], { revision: 6 }).events).toEqual([]);
    expect(heads(p, "d1")).toEqual(["y"]);
    expect(setHeads(p, "y", ["d3"]).events).toHaveLength(1);
  });
  test("name what is known: departments, people, employments, from their own organization", () => {
    const p = company();
    expect(setHeads(p, "y", ["d1", "never"]).code).toBe("UNKNOWN_DEPARTMENT");
    expect(setHeads(p, "nobody", ["d1"]).code).toBe("UNKNOWN_PERSON");
    expect(setHeads(p, "y", ["d1"], { number: 2 }).code).toBe("UNKNOWN_PERSON");
    const data = { organization: "A", person: "y", number: 1, departments: [] };
    expect(p.fact("person.heads-changed", data, { from: { organization: "B" } }).code).toBe(
      "SOURCE_NOT_RESPONSIBLE",
    );
    p.hire("A", "y", [], 2);
    expect(setHeads(p, "y", ["d1"]).events).toEqual([]);
  });
  test("pass over departments that are gone, and end with them", () => {
    const p = company();
    setHeads(p, "x", ["d2", "d3"]);
    setHeads(p, "y", ["d3"]);
    const told = p.fact("department.removed", { organization: "A", department: "d3" });
    expect(told.events[0]?.data["heads"]).toEqual(["y", "x"]);
    expect(employment(p, "x")?.heads).toEqual(["d2"]);
    expect(heads(p, "d3")).toEqual([]);
    expect(setHeads(p, "x", ["d3", "d2"]).events).toEqual([]);
    const again = { organization: "A", department: "d3", parent: null, name: "D", revision: 9 };
    p.fact("department.created", again);
    expect(heads(p, "d3")).toEqual([]);
    sound(p);
  });
  test("end when a full list no longer has the department", () => {
    const p = company();
    p.under({ departmentMissingDays: 0 });
    setHeads(p, "x", ["d2", "d3"]);
    const listed = [{ department: "d1", parent: null, name: "Dept d1" }];
    const part = { kind: "departments", departments: listed } as const;
    p.fact("directory.reconciled", onlyPart("A", part), { at: 2000 });
    expect(employment(p, "x")?.heads).toEqual([]);
    sound(p);
  });
  test("may head what they do not work in, and stay when they move", () => {
    const p = company();
    setHeads(p, "x", ["d3"]);
    p.relocate("A", "x", ["d2"]);
    expect(heads(p, "d3")).toEqual(["x"]);
  });
  test("protect an employment from an older list", () => {
    const p = company();
    const data = { organization: "A", person: "y", number: 1, departments: ["d1"] };
    p.fact("person.heads-changed", data, { at: 3000 });
    p.fact(
      "person.roles-changed",
      { organization: "A", person: "x", number: 1, roles: ["r"] },
      {
        at: 3000,
      },
    );
    const part = { kind: "people", people: [nobody] } as const;
    p.fact("directory.reconciled", onlyPart("A", part), { at: 2500 });
    expect(employment(p, "y")?.inService).toBe(true);
    expect(employment(p, "x")?.inService).toBe(true);
    expect(employment(p, "z")?.inService).toBe(false);
  });
});

describe("named roles", () => {
  test("are held in the order of hires, and given back one by one", () => {
    const p = company();
    setRoles(p, "z", ["legal", "finance"]);
    setRoles(p, "y", ["legal"]);
    expect(holders(p, "legal")).toEqual(["y", "z"]);
    const told = setRoles(p, "z", ["finance"]);
    expect(told.events).toMatchObject([
      {
        type: "person.roles-changed",
        data: { roles: ["finance"], from: ["legal", "finance"] },
      },
    ]);
    expect([holders(p, "legal"), holders(p, "finance")]).toEqual([["y"], ["z"]]);
    expect(holders(p, "never")).toEqual([]);
    expect(setRoles(p, "z", ["finance"]).events).toEqual([]);
    sound(p);
  });
  test("follow revisions, and name employments that are known", () => {
    const p = company();
    setRoles(p, "y", ["r"], { revision: 2 });
    expect(setRoles(p, "y", [], { revision: 1 }).events).toEqual([]);
    expect(setRoles(p, "y", ["r"], { revision: 3 }).events).toHaveLength(1);
    expect(holders(p, "r")).toEqual(["y"]);
    expect(setRoles(p, "nobody", ["r"]).code).toBe("UNKNOWN_PERSON");
  });
  test("may be called anything", () => {
    const p = company();
    for (const role of ["__proto__", "constructor", "a/b"]) setRoles(p, "y", [role]);
    expect(holders(p, "a/b")).toEqual(["y"]);
    expect(holders(p, "__proto__")).toEqual([]);
    sound(p);
  });
  test("are held by very many people", () => {
    const p = company();
    for (let i = 0; i < 200; i += 1) {
      p.hire("A", `n${i}`);
      setRoles(p, `n${i}`, ["crowd"]);
    }
    expect(holders(p, "crowd")).toHaveLength(200);
    expect(holders(p, "crowd")[7]).toBe("n7");
    for (let i = 0; i < 200; i += 2) p.resign("A", `n${i}`);
    expect(holders(p, "crowd").slice(0, 2)).toEqual(["n1", "n3"]);
    sound(p);
  });
});

describe("a registered successor", () => {
  test("is a colleague in service, set by an authorized admin", () => {
    const p = company();
    p.hire("B", "b1");
    expect(succeed(p, "y", "x").events).toMatchObject([
      { data: { person: "y", successor: { person: "x", number: 1 } } },
    ]);
    expect(successor(p, "y")).toBe("x");
    expect(succeed(p, "y", "x").events).toEqual([]);
    expect(succeed(p, "y", null).events).toHaveLength(1);
    expect(succeed(p, "y", null).events).toEqual([]);
    expect(successor(p, "y")).toBeNull();
  });
  test("is refused otherwise, in order", () => {
    const p = company();
    const by = (who: readonly [string, string]) =>
      p.command(who, "successor.set", { organization: "A", person: "y", successor: "nobody" }).code;
    expect(by(["never", "x"])).toBe("UNKNOWN_ORGANIZATION");
    expect(by(["A", "x"])).toBe("NOT_AUTHORIZED_ADMIN");
    expect(by(["B", "B-admin"])).toBe("NOT_AUTHORIZED_ADMIN");
    expect(succeed(p, "nobody", "y").code).toBe("UNKNOWN_PERSON");
    expect(succeed(p, "y", "nobody").code).toBe("SUCCESSOR_NOT_ELIGIBLE");
    expect(succeed(p, "y", "y").code).toBe("SUCCESSOR_NOT_ELIGIBLE");
    p.resign("A", "z");
    expect(succeed(p, "y", "z").code).toBe("SUCCESSOR_NOT_ELIGIBLE");
    expect(succeed(p, "z", "y").code).toBe("UNKNOWN_PERSON");
    expect(
      p.command({ support: "staff" }, "successor.set", {
        organization: "A",
        person: "y",
        successor: null,
      }).code,
    ).toBe("NOT_AUTHORIZED_ADMIN");
  });
  test("counts as none under another employment, and can be set again", () => {
    const p = company();
    succeed(p, "y", "x");
    p.resign("A", "x");
    expect(successor(p, "y")).toBeNull();
    p.hire("A", "x", [], 2);
    expect(successor(p, "y")).toBeNull();
    expect(succeed(p, "y", "x").events).toHaveLength(1);
    expect(successor(p, "y")).toBe("x");
    sound(p);
  });
  test("is no fact that protects from an older list", () => {
    const p = company();
    const data = { organization: "A", person: "y", successor: "x" };
    p.command("A", "successor.set", data, { at: 3000 });
    const part = { kind: "people", people: [nobody] } as const;
    p.fact("directory.reconciled", onlyPart("A", part), { at: 2500 });
    expect(employment(p, "y")?.inService).toBe(false);
  });
});

test("heads, roles and successor end with the employment, also when another one begins", () => {
  for (const end of ["resigned", "hired"] as const) {
    const p = company();
    setHeads(p, "y", ["d1", "d2"]);
    setHeads(p, "x", ["d1"]);
    setRoles(p, "y", ["legal"]);
    succeed(p, "y", "x");
    if (end === "resigned") p.resign("A", "y");
    p.hire("A", "y", ["d1"], 2);
    expect(employment(p, "y")).toMatchObject({ number: 2, heads: [], roles: [], successor: null });
    expect([heads(p, "d1"), heads(p, "d2"), holders(p, "legal")]).toEqual([["x"], [], []]);
    sound(p);
  }
});
