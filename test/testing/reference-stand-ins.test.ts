import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/core/policy.ts";
import { accepted, done, partners, quiet, refused, who, withApp } from "./partners.ts";
import type { Teller } from "./teller.ts";

const DAY = 86_400_000;
const n1 = ["north", "n1"] as const;
const n2 = ["north", "n2"] as const;
const north = (person: string) => who("north", person);
const told = (...people: readonly string[]) =>
  people.map((person) => ({ kind: "person", organization: "north", person }));

/** A flow of one step that somebody of north signs. */
function withSigner(person: string, changes: Partial<Policy> = {}): Teller {
  const teller = withApp(changes);
  const approvers = [{ kind: "person" as const, ...north(person) }];
  const data = { app: "crm", flow: "f", steps: [{ approvers, mode: "all" as const }] };
  expect(teller.command("host", "flow.define", data)).toEqual(done);
  return teller;
}

const start = (teller: Teller, instance: string, at = 1000) =>
  teller.command(
    ["south", "s1"],
    "flow.start",
    { app: "crm", flow: "f", instance, row: instance, space: "s" },
    at,
  );

const holder = ({ reference }: Teller, instance: string) => {
  const found = reference.facts().instances.find((each) => (each.instance as string) === instance);
  const [task] = found?.tasks ?? [];
  return [task?.holder?.[1], task?.behalf?.[1]];
};

const period = { person: "n1", standIn: "n2", from: 2000, until: 3000 };
const set = (teller: Teller, more: object = {}, by: readonly [string, string] = n1, at = 1000) =>
  teller.command(by, "stand-in.set", { ...period, ...more }, at);
const isSet = accepted({
  kind: "STAND_IN_SET",
  to: told("n1", "n2"),
  data: { ...north("n1"), standIn: "n2", from: 2000, until: 3000 },
});

describe("a stand-in for a period (FLOW-14)", () => {
  test("gets what begins to wait at its beginning, and nothing below it or above its last moment", () => {
    const teller = withSigner("n1");
    expect(set(teller)).toEqual(isSet);
    start(teller, "below", 1999);
    start(teller, "first", 2000);
    start(teller, "last", 2999);
    start(teller, "above", 3000);
    const found = ["below", "first", "last", "above"].map((each) => holder(teller, each));
    expect(found).toEqual([
      ["n1", undefined],
      ["n2", "n1"],
      ["n2", "n1"],
      ["n1", undefined],
    ]);
  });

  test("gets nothing they may not hold, and no second task of an instance", () => {
    const teller = withSigner("n1", { routingTargetAbility: "checked" });
    teller.hire("north", "n3");
    set(teller, { standIn: "n3" });
    start(teller, "i", 2000);
    expect(holder(teller, "i")).toEqual(["n1", undefined]);
  });

  test("takes what is open where that is said, once the period has begun", () => {
    const teller = withSigner("n1");
    start(teller, "i");
    set(teller, { takeOpen: true });
    expect(holder(teller, "i")).toEqual(["n1", undefined]);
    teller.command(n1, "stand-in.end", { person: "n1", from: 2000 });
    set(teller, { takeOpen: true }, n1, 2000);
    expect(holder(teller, "i")).toEqual(["n2", "n1"]);
    expect(teller.ask("flow.todo", { viewer: north("n2") })).toMatchObject({
      items: [{ instance: "i", onBehalfOf: north("n1") }],
    });
  });

  test("is said by the person, an admin, or a head whom the policy lets", () => {
    const teller = partners({ standInHeads: true });
    expect(set(teller, {}, n2)).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    teller.fact("person.heads-changed", { ...north("n2"), number: 1, departments: ["lab"] });
    expect(set(teller, {}, n2)).toEqual(isSet);
    const strict = partners({ standInBy: "admin" });
    expect(set(strict)).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(set(strict, {}, ["north", "north-admin"])).toEqual(isSet);
  });

  test("is refused at no length, above the longest, over another, and for nobody who could", () => {
    const teller = partners({ standInMaxDays: 1 });
    expect(set(teller, { until: 2000 })).toEqual(refused("MALFORMED"));
    expect(set(teller, { until: 2001 + DAY })).toEqual(refused("MALFORMED"));
    expect(set(teller, { standIn: "n1" })).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    expect(set(teller, { standIn: "s1" })).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    expect(set(teller, { until: 2000 + DAY }).kind).toBe("accepted");
    expect(set(teller, { from: 1999, until: 2001 })).toEqual(refused("STAND_IN_OVERLAPS"));
    expect(set(teller, { from: 1999, until: 2000 }).kind).toBe("accepted");
  });

  test("ends by word, and with the employment of either", () => {
    const teller = partners();
    set(teller);
    const end = { person: "n1", from: 2000 };
    expect(teller.command(n1, "stand-in.end", end)).toEqual(done);
    expect(teller.command(n1, "stand-in.end", end)).toEqual(quiet);
    set(teller);
    teller.resign("north", "n2");
    expect(teller.ask("stand-in.list", { viewer: north("n1") })).toEqual({ items: [] });
  });
});

describe("a task that begins to wait (FLOW-23)", () => {
  test("is told to its holder, but not to whoever brought it about", () => {
    const teller = withSigner("n1", { taskNotices: "holders" });
    const data = { instance: "i", task: 0, by: who("south", "s1"), because: "rule" };
    expect(start(teller, "i")).toEqual(accepted({ kind: "TASK_WAITING", to: told("n1"), data }));
    const own = { app: "crm", flow: "f", instance: "j", row: "j", space: "s" };
    expect(teller.command(n1, "flow.start", own)).toEqual(done);
  });
});

describe("counterparts (PARTNER-03)", () => {
  type Said = { readonly organization?: string; readonly people: readonly string[] };
  const name = (teller: Teller, by: string, said: Said) =>
    teller.command(by, "counterparts.set", { space: "s", ...said });
  const unattended = accepted({
    kind: "MEMBER_UNATTENDED",
    to: [
      { kind: "space-admins", space: "s" },
      { kind: "authorized-admins", organization: "north" },
    ],
    data: { space: "s", organization: "north" },
  });

  test("are as many as asked for: refused below, accepted at and above", () => {
    const teller = partners({ counterpartsMin: 1, counterpartsMax: 2 });
    expect(name(teller, "north", { people: [] })).toEqual(refused("COUNTERPARTS_REQUIRED"));
    expect(name(teller, "north", { people: ["n1"] })).toEqual(done);
    expect(name(teller, "north", { people: ["n1", "n2"] })).toEqual(done);
    const three = { people: ["n1", "n2", "north-admin"] };
    expect(name(teller, "north", three)).toEqual(refused("MALFORMED"));
    expect(name(teller, "north", { people: ["s1"] })).toEqual(refused("NOT_IN_SPACE"));
    const other = { organization: "south", people: ["n1"] };
    expect(name(teller, "north", other)).toEqual(refused("MEMBER_ROSTER_NOT_MANAGEABLE"));
    expect(name(teller, "host", { people: [] })).toEqual(refused("NOT_A_MEMBER"));
  });

  test("are none any more off the Roster, which both sides are told where too few are left", () => {
    const teller = partners({ counterpartsMin: 1 });
    name(teller, "north", { people: ["n1"] });
    const out = { space: "s", organization: "north", people: ["n1"] };
    expect(teller.command("north", "scope.take-out", out)).toEqual(unattended);
  });

  test("of the Host are seen by the Member's people", () => {
    const teller = partners();
    teller.command("host", "scope.set", {
      space: "s",
      organization: "host",
      scope: { whole: true },
    });
    const look = { viewer: north("n1"), space: "s", ...who("host", "h1") };
    expect(teller.ask("space.contact", look)).toBe("NOT_VISIBLE");
    expect(name(teller, "host", { organization: "north", people: ["h1"] })).toEqual(done);
    expect(teller.ask("space.contact", look)).toMatchObject({ fields: { name: "Name of h1" } });
    expect(teller.ask("space.contact", { ...look, person: "h2" })).toBe("NOT_VISIBLE");
  });
});
