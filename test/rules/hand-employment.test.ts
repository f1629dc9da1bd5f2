// Aim: what was done under an employment is no doing of whoever is hired later under the same id.
// Method: b1 submits, starts and handles, leaves, and somebody else is hired as b1.
import { expect } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import {
  approve,
  define,
  grant,
  identity,
  office,
  start,
  step,
  transfer,
  type Who,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const hand07 = rule("HAND-07");
const B1: Who = ["B", "b1"];
const VIEWER = { viewer: identity(B1) };

/** b1 has submitted row r, started i and handled a task of it; others hold what is open. */
function busy(): Play {
  const p = office();
  p.command("A", "app.permit", {
    space: "s",
    app: "x",
    permissions: [{ for: { organizations: ["B"] }, rows: "own", reports: false }],
  });
  p.command(B1, "form.submit", { space: "s", app: "x", rows: [{ row: "r" }] });
  define(p, [step("any", B1), step("any", ["A", "a1"])]);
  start(p, B1, "i");
  approve(p, B1, 0);
  return p;
}

/** Somebody else comes under the id of b1. */
function newcomer(p: Play): void {
  p.fact("person.hired", {
    organization: "B",
    person: "b1",
    number: 2,
    departments: [],
    fields: { name: "Newcomer" },
  });
  p.command(["B", "B-admin"], "scope.put-in", { space: "s", organization: "B", people: ["b1"] });
  grant(p, { kind: "space", space: "s" }, [B1]);
}

const names = (answer: unknown): unknown =>
  (answer as { readonly items: readonly object[] }).items.map((item) =>
    "row" in item
      ? (item as { readonly row: string }).row
      : ((item as { readonly instance?: string }).instance ?? item),
  );
const rowsOf = (p: Play, who: Who) =>
  p.ask("data.rows", {
    viewer: identity(who),
    app: "x",
    ...(who[0] === "A" ? {} : { space: "s" }),
  });
const submitters = (p: Play) =>
  (
    p.ask("data.submitters", { viewer: identity(["A", "a1"]), app: "x" }) as {
      readonly items: readonly { readonly person: string; readonly fields: { name: string } }[];
    }
  ).items.map(({ person, fields }) => `${person} ${fields.name}`);

hand07.shows("what somebody has done under the employment they have", () => {
  const p = busy();
  expect(names(rowsOf(p, B1))).toEqual(["r", "row-i"]);
  expect(names(p.ask("flow.started", VIEWER))).toEqual(["i"]);
  expect(names(p.ask("flow.handled", VIEWER))).toEqual(["i"]);
  expect(p.command(B1, "flow.withdraw", { instance: "i" }).code).toBeNull();
});
hand07.hides("it from whoever is hired under that id", () => {
  const p = busy();
  p.resign("B", "b1");
  newcomer(p);
  expect(names(rowsOf(p, B1))).toEqual([]);
  expect(names(p.ask("flow.started", VIEWER))).toEqual([]);
  expect(names(p.ask("flow.handled", VIEWER))).toEqual([]);
  expect(p.ask("flow.instance", { ...VIEWER, instance: "i" })).toBe("UNKNOWN_INSTANCE");
  expect(p.command(B1, "flow.withdraw", { instance: "i" }).code).toBe("NOT_INITIATOR");
});
hand07.hides("it where a higher number ends the one and begins the other at once", () => {
  const p = busy();
  newcomer(p);
  expect(names(rowsOf(p, B1))).toEqual([]);
  expect(names(p.ask("flow.started", VIEWER))).toEqual([]);
  expect(
    p.command(B1, "form.submit", { space: "s", app: "x", rows: [{ row: "n" }] }).code,
  ).toBeNull();
  expect(names(rowsOf(p, B1))).toEqual(["n"]);
});
hand07.hides("a task that was held, in the history of the instance", () => {
  const p = office();
  define(p, [step("any", B1)]);
  start(p, ["B", "b2"], "i");
  newcomer(p);
  expect(p.ask("flow.instance", { ...VIEWER, instance: "i" })).toBe("UNKNOWN_INSTANCE");
});
hand07.shows("two employments under one id as two submitters, each with its fields", () => {
  const p = busy();
  newcomer(p);
  p.command(B1, "form.submit", { space: "s", app: "x", rows: [{ row: "n" }] });
  expect(submitters(p)).toEqual(["b1 Name of b1", "b1 Newcomer"]);
  const rows = rowsOf(p, ["A", "a1"]) as {
    readonly items: readonly { readonly row: string; readonly submitter: { fields: object } }[];
  };
  expect(rows.items.map(({ row, submitter }) => [row, submitter.fields])).toEqual([
    ["r", { name: "Name of b1" }],
    ["row-i", { name: "Name of b1" }],
    ["n", { name: "Newcomer" }],
  ]);
});
hand07.shows("nobody new as whoever started an instance, when its work is passed on", () => {
  const p = office();
  define(p, [step("any", ["C", "c1"])]);
  start(p, B1, "i");
  newcomer(p);
  const told = transfer(p, ["C", "c1"], 0, ["B", "b2"]);
  expect(told.code).toBeNull();
  const left = p.resign("B", "b2");
  const to = left.notices.flatMap((notice) => notice.to);
  expect(to).not.toContainEqual({ kind: "person", organization: "B", person: "b1" });
});
