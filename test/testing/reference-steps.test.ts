/** Aim: the reference model counts those whom lists bring back towards their steps (DIR-08, RESIGN-07). */
import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/core/policy.ts";
import { startTelling, type Teller } from "./teller.ts";

const north = "north";
const names = ["a", "b", "c", "d"];

/** Everybody left by a list that named the admin alone. */
function emptied(reconciliationStep: number, changes: Partial<Policy> = {}): Teller {
  const teller = startTelling({ reconciliationHoldPercent: null, reconciliationStep, ...changes });
  teller.register(north);
  for (const person of names) teller.hire(north, person);
  list(teller, "empty", 2000, ["north-admin"]);
  confirm(teller, "empty", 2000);
  for (let count = 0; count < names.length; count += 1) go(teller, "empty", 2000);
  expect(people(teller)).toEqual(["north-admin"]);
  return teller;
}

function list(
  teller: Teller,
  id: string,
  at: number,
  persons: readonly string[],
  [page, pages]: readonly [number, number] = [0, 1],
  more: object = {},
) {
  const lines = persons.map((person) => ({ person, fields: { name: person }, ...more }));
  const part = { kind: "people", page, pages, people: lines };
  const of = { departments: 0, people: pages };
  const data = { organization: north, list: id, of, part };
  return teller.fact("directory.reconciled", data as never, { at });
}

/** Confirms a list, if it is held. */
function confirm(teller: Teller, id: string, at: number) {
  const held = { organization: north, list: id };
  return teller.command(north, "reconciliation.confirm", held as never, at);
}

function go(teller: Teller, id: string, at: number) {
  return teller.fact("directory.continued", { organization: north, list: id } as never, { at });
}

const people = ({ reference }: Teller) =>
  reference
    .facts()
    .organizations.find(({ organization }) => (organization as string) === north)
    ?.people.map(({ person }) => person as string);
const why = (verdict: ReturnType<typeof list>) =>
  verdict.kind === "accepted" ? (verdict.passedOver?.byReason ?? {}) : verdict.code;
const open = ({ reference }: Teller) =>
  reference
    .facts()
    .organizations.flatMap(({ lists = [] }) => lists)
    .map((each) => `${each.list} ${each.status}`);

describe("a step", () => {
  test("brings back as many as it may, and the rest with the next ones", () => {
    const teller = emptied(2);
    expect(why(list(teller, "l", 3000, [...names, "north-admin"]))).toEqual({ "next-step": 2 });
    expect(people(teller)).toEqual(["a", "b", "north-admin"]);
    expect(open(teller)).toEqual(["l complete"]);
    expect(why(go(teller, "l", 3001))).toEqual({});
    expect(people(teller)).toEqual([...names, "north-admin"]);
    expect(open(teller)).toEqual([]);
    expect(why(go(teller, "l", 3002))).toEqual({ "already-so": 1 });
  });

  test("is as good as one that does all at once", () => {
    const [small, large] = [emptied(1), emptied(500)];
    for (const teller of [small, large]) list(teller, "l", 3000, [...names, "north-admin"]);
    for (let count = 1; count < names.length; count += 1) go(small, "l", 3000);
    expect(small.reference.facts()).toEqual(large.reference.facts());
  });

  test("is for those who come back and those who leave together, the former first", () => {
    const teller = emptied(3);
    for (const person of ["x", "y"]) teller.hire(north, person);
    list(teller, "l", 3000, ["a", "b", "north-admin"]);
    expect(people(teller)).toEqual(["a", "b", "north-admin", "y"]);
    go(teller, "l", 3001);
    expect(people(teller)).toEqual(["a", "b", "north-admin"]);
  });

  test("of those still to come back comes before those who leave", () => {
    const teller = emptied(1);
    teller.hire(north, "x");
    list(teller, "l", 3000, ["a", "b", "north-admin"]);
    expect(people(teller)).toEqual(["a", "north-admin", "x"]);
    go(teller, "l", 3001);
    expect(people(teller)).toEqual(["a", "b", "north-admin", "x"]);
    go(teller, "l", 3002);
    expect(people(teller)).toEqual(["a", "b", "north-admin"]);
  });

  test("waits for the list to be complete, and each part brings back so many", () => {
    const teller = emptied(1);
    // Pages go by the length of ids here.
    list(teller, "l", 3000, ["a"], [1, 4]);
    expect(why(list(teller, "l", 3000, ["a", "b", "c"], [1, 4]))).toEqual({ "next-step": 1 });
    expect(people(teller)).toEqual(["a", "b", "north-admin"]);
    expect(why(go(teller, "l", 3000))).toEqual({ "already-so": 1 });
    list(teller, "l", 3000, [], [0, 4]);
    list(teller, "l", 3000, [], [2, 4]);
    expect(people(teller)).toEqual(["a", "b", "north-admin"]);
    list(teller, "l", 3000, ["north-admin"], [3, 4]);
    expect(people(teller)).toEqual(["a", "b", "c", "north-admin"]);
    expect(open(teller)).toEqual([]);
  });

  test("brings nobody back of whom something newer is known, and says what the line said", () => {
    const teller = emptied(1);
    list(teller, "l", 3000, ["a", "b", "c", "north-admin"], [0, 1], { suspended: true });
    teller.fact("person.resigned", { organization: north, person: "b" } as never, { at: 3500 });
    go(teller, "l", 3600);
    expect(people(teller)).toEqual(["a", "c", "north-admin"]);
    const asked = { source: { organization: north }, person: "c" };
    expect(teller.ask("directory.person" as never, asked as never)).toMatchObject({
      suspended: { standIn: null },
    });
  });

  test("of a held list brings nobody back until it is confirmed", () => {
    const teller = emptied(1, { reconciliationHoldPercent: 15, reconciliationHoldAtLeast: 1 });
    teller.hire(north, "x");
    list(teller, "l", 3000, ["a", "b", "north-admin"]);
    expect(open(teller)).toEqual(["l held"]);
    expect(people(teller)).toEqual(["a", "north-admin", "x"]);
    expect(why(go(teller, "l", 3001))).toEqual({ "already-so": 1 });
    confirm(teller, "l", 3002);
    expect(people(teller)).toEqual(["a", "b", "north-admin", "x"]);
    go(teller, "l", 3003);
    expect(people(teller)).toEqual(["a", "b", "north-admin"]);
  });
});
