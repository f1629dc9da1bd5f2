// Aim: who is named by a list or permission below a Trunk is taken off it by a departure, and back on it in time.
// Method: one clerk of a town named by both; what is said, who may use the app, and what others did meanwhile.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { link, opened, relink, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const DAY = 86_400_000;
const at = (days: number) => ({ at: 2000 + days * DAY });
const WHOLE = { scope: { whole: true } } as const;
const APP = { trunk: "K", app: "erp" } as const;
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });
const T1 = who("T", "t1");
const LIST = { people: [T1, who("T", "t2")] };

/** County K with town T and its clerks t1 and t2, who are on the list of `erp` and in its second permission. */
function county(changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "T"], changes);
  for (const person of ["t1", "t2"]) p.hire("T", person);
  link(p, "K", "T", WHOLE);
  p.command("K", "app.create", { app: "erp", name: "ERP" });
  p.command("K", "app.publish", { ...APP, authorized: LIST } as never);
  permit(p, [{ reports: true }, { for: LIST, rows: "below" }]);
  return p;
}

const permit = (p: Play, permissions: readonly object[]): Told =>
  p.command("K", "app.permit", { ...APP, permissions } as never, at(1));
const resign = (p: Play): Told => p.fact("person.resigned", { ...T1, number: 1 } as never, at(0));
const reinstate = (p: Play, days: number): Told =>
  p.fact("person.reinstated", { ...T1, number: 1 } as never, at(days));
const named = (told: Told, type: string) =>
  told.events.find((each) => each.type === type)?.data["named"];

const isListed = (p: Play): boolean =>
  p.ask("app.use", { viewer: T1, ...APP, feature: "form.submit" } as never) !==
  "APP_NOT_AUTHORIZED";

const resign01 = rule("RESIGN-01");
resign01.happens("to entries of lists and permissions below a Trunk", () => {
  const p = county();
  expect(p.ask("departure.preview", { viewer: who("T"), person: "t1" } as never)).toMatchObject({
    lists: [APP],
    kept: { counts: { "link-list": 1 } },
  });
  expect(named(resign(p), "app.unlisted")).toEqual([null, 1]);
  expect(unsound(p)).toEqual([]);
});

const resign05 = rule("RESIGN-05");
resign05.happens("to entries of lists and permissions below a Trunk: they are counted", () => {
  const told = resign(county());
  const kept = told.events.find(({ type }) => type === "departure.kept");
  expect(kept?.data).toMatchObject({ counts: { "link-list": 1 } });
});

const resign07 = rule("RESIGN-07");
resign07.below("the retention, the entries are given back", () => {
  const p = county();
  resign(p);
  const told = reinstate(p, 29);
  expect(named(told, "app.relisted")).toEqual([null, 1]);
  expect(told.events.find(({ type }) => type === "departure.dropped")?.data["left"]).toBe(
    undefined,
  );
  expect(isListed(p)).toBe(true);
  expect(unsound(p)).toEqual([]);
});
resign07.at("the end of the retention, they are not", () => {
  const p = county();
  resign(p);
  expect(named(reinstate(p, 30), "app.relisted")).toBe(undefined);
  expect(isListed(p)).toBe(false);
});
resign07.doesNot("happen to what was set as a whole since", () => {
  const p = county();
  resign(p);
  p.command("K", "app.authorize", { ...APP, authorized: {} } as never, at(1));
  expect(named(reinstate(p, 2), "app.relisted")).toEqual([1]);
  expect(isListed(p)).toBe(false);
  const other = county();
  resign(other);
  permit(other, [{ reports: true }]);
  expect(named(reinstate(other, 2), "app.relisted")).toEqual([null]);
  expect(unsound(other)).toEqual([]);
});
resign07.doesNot("happen to what was for a former Link", () => {
  const p = county();
  resign(p);
  p.command("K", "link.cancel", { trunk: "K", organization: "T" } as never, at(1));
  relink(p, "K", "T");
  const told = reinstate(p, 2);
  expect(named(told, "app.relisted")).toBe(undefined);
  expect(told.events.find(({ type }) => type === "departure.dropped")?.data).toMatchObject({
    left: [["link-list", 1, "changed", null]],
  });
  expect(isListed(p)).toBe(false);
});
