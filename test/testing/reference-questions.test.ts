import { describe, expect, test } from "vitest";
import { licensed } from "./partners.ts";
import type { Teller } from "./teller.ts";

const day = 24 * 60 * 60 * 1000;
const source = { source: { organization: "north" } };
const viewer = (organization: string, person: string) => ({ viewer: { organization, person } });
const ask = (teller: Teller, type: string, data: object) =>
  teller.ask(`directory.${type}` as never, data as never);
const itemsOf = (teller: Teller, type: string, data: object = source) =>
  (ask(teller, type, data) as { readonly items: readonly Record<string, unknown>[] }).items;

describe("questions about one's own directory (DIR-20)", () => {
  test("are answered to the organization and its able admins alone", () => {
    const teller = licensed();
    const types = ["people", "departments", "lists", "departures", "inert", "sources"];
    for (const type of types) {
      expect(ask(teller, type, source)).toMatchObject({ items: expect.anything() });
      expect(ask(teller, type, viewer("north", "north-admin"))).toEqual(ask(teller, type, source));
      expect(ask(teller, type, viewer("north", "n1"))).toBe("NOT_AUTHORIZED_ADMIN");
      expect(ask(teller, type, viewer("nowhere", "n1"))).toBe("UNKNOWN_ORGANIZATION");
      expect(ask(teller, type, { source: { organization: "nowhere" } })).toBe(
        "UNKNOWN_ORGANIZATION",
      );
    }
    teller.fact("person.suspended", { organization: "north", person: "north-admin" });
    expect(ask(teller, "people", viewer("north", "north-admin"))).toBe("ACTOR_SUSPENDED");
    expect(ask(teller, "person", { ...source, person: "n9" })).toBe("UNKNOWN_PERSON");
    expect(ask(teller, "people", { ...source, department: "x" })).toBe("UNKNOWN_DEPARTMENT");
    expect(ask(teller, "departments", { ...source, parent: "x" })).toBe("UNKNOWN_DEPARTMENT");
  });

  test("say of a person the employment in force, or the last and what is kept of it", () => {
    const teller = licensed();
    expect(ask(teller, "person", { ...source, person: "n1" })).toMatchObject({
      ...{ person: "n1", number: 1, numberFrom: "source", inService: true, departments: ["lab"] },
      ...{ times: { began: 1000, hired: 1000 }, kept: null },
    });
    teller.resign("north", "n1");
    expect(ask(teller, "person", { ...source, person: "n1" })).toMatchObject({
      ...{ inService: false, departments: [], reported: true },
      times: { began: 1000, hired: 1000, ended: 1000, left: 1000 },
      kept: {
        until: 1000 + 30 * day,
        taken: { departments: ["lab"], heads: [], roles: [], admin: null },
        counts: { place: 1, license: 1 },
      },
    });
    expect(itemsOf(teller, "departures")).toMatchObject([
      { person: "n1", number: 1, at: 1000, until: 1000 + 30 * day, reported: true },
    ]);
  });

  test("list the people of a department, those below it too if so asked", () => {
    const teller = licensed();
    const data = { organization: "north", department: "wing", parent: "lab", name: "Wing" };
    teller.fact("department.created", data);
    teller.hire("north", "n3", ["wing"]);
    const people = (more: object) =>
      itemsOf(teller, "people", { ...source, ...more }).map(({ person }) => person);
    expect(people({})).toEqual(["north-admin", "n1", "n2", "n3"]);
    expect(people({ department: "lab" })).toEqual(["n1", "n2"]);
    expect(people({ department: "lab", below: true })).toEqual(["n1", "n2", "n3"]);
    const below = { ...source, parent: "lab" };
    expect(itemsOf(teller, "departments", below)).toEqual([
      { department: "wing", parent: "lab", name: "Wing", people: 1 },
    ]);
    expect(itemsOf(teller, "departments", { ...source, dormant: true })).toEqual([]);
  });

  test("name who would leave by a list that is held, and what it lacks", () => {
    const teller = licensed({ reconciliationHoldAtLeast: 1 });
    const part = (page: number, people: readonly string[]) =>
      teller.fact(
        "directory.reconciled",
        {
          ...{ organization: "north", list: "l", of: { departments: 0, people: 2 } },
          part: {
            ...{ kind: "people", page, pages: 2 },
            people: people.map((person) => ({ person, fields: { name: person } })),
          },
        },
        { at: 2000 },
      );
    // Pages go by the length of the ids.
    part(1, ["north-admin"]);
    const asked = { ...source, list: "l" };
    expect(ask(teller, "lists", asked)).toMatchObject({
      items: [],
      lists: [{ state: "begun", lacks: { departments: [], people: [0] } }],
    });
    part(0, ["n1"]);
    expect(ask(teller, "lists", asked)).toMatchObject({
      items: [{ person: "n2", number: 1 }],
      lists: [
        {
          ...{ list: "l", state: "held", at: 2000, named: { people: 2, departments: 0 } },
          ...{ known: { people: 3, departments: 0 }, missing: { people: 1, departments: 0 } },
          lacks: { departments: [], people: [] },
        },
      ],
    });
  });

  test("tell each side its own settings that name a removed department", () => {
    const teller = licensed();
    const scope = { departments: ["sales"], exclude: { departments: ["lab"] } };
    teller.command("north", "scope.set", { space: "s", organization: "north", scope } as never);
    teller.command("host", "license.automate", {
      ...{ unit: { kind: "space", space: "s" }, organization: "north", departments: ["sales"] },
    } as never);
    for (const department of ["sales", "lab"]) {
      teller.fact("department.removed", { organization: "north", department });
    }
    const own = { kind: "scope", space: "s", organization: "north" };
    expect(itemsOf(teller, "inert")).toEqual([
      { setting: own, organization: "north", department: "lab", until: null },
      { setting: own, organization: "north", department: "sales", until: 1000 + 30 * day },
    ]);
    const automatic = { kind: "automatic", space: "s", organization: "north" };
    expect(itemsOf(teller, "inert", { source: { organization: "host" } })).toEqual([
      { setting: automatic, organization: "north", department: "sales", until: 1000 + 30 * day },
    ]);
  });
});
