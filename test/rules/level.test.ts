// Aim: which rows of a Trunk's app each level sees, by permission, on the tree as it is when they look.
// Method: a province, two bureaus and three schools that submit a row each; one permission at a time.
import { expect } from "vitest";
import type { TrunkPermission } from "../../src/apps/model.ts";
import type { Plain, Play, Told } from "../../src/testing/index.ts";
import { link, opened, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const APP = { trunk: "P", app: "report" } as const;
const BELOW = ["B1", "B2", "C1", "C2", "C3"];
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });

/** Province P above bureaus B1 and B2; schools C1 and C2 below B1, C3 below B2; each submits a row. */
function province(): Play {
  const p = opened(["P", ...BELOW]);
  for (const bureau of ["B1", "B2"]) link(p, "P", bureau, WHOLE);
  for (const school of ["C1", "C2"]) link(p, "B1", school, WHOLE);
  link(p, "B2", "C3", WHOLE);
  p.command("P", "app.create", { app: "report", name: "Report" });
  p.command("P", "app.publish", APP);
  p.fact("license.purchased", { organization: "P", purchased: 50 });
  const unit = { kind: "hierarchy", organization: "P" } as const;
  p.command("P", "license.grant", { unit, people: BELOW.map((each) => who(each)) });
  const own = { kind: "host", organization: "P" } as const;
  p.command("P", "license.grant", { unit: own, people: [who("P")] });
  for (const each of BELOW) p.command(each, "form.submit", { ...APP, rows: [{ row: each }] });
  return p;
}

const permit = (p: Play, permissions: readonly Plain<TrunkPermission>[], by = "P"): Told =>
  p.command(by, "app.permit", { ...APP, permissions });

/** The rows that an organization's admin sees, in order. */
function rows(p: Play, organization: string, more: object = APP): string {
  const answer = p.ask("data.rows", { viewer: who(organization), app: "report", ...more });
  if (typeof answer === "string") return answer;
  return (answer as { items: { row: string }[] }).items.map(({ row }) => row).join(" ");
}

const level01 = rule("LEVEL-01");
level01.shows("every row to whoever acts for the builder", () => {
  expect(rows(province(), "P", {})).toBe("B1 B2 C1 C2 C3");
});
level01.hides("every row from everybody below, but what a permission shows", () => {
  const p = province();
  for (const each of BELOW) expect(rows(p, each)).toBe("DATA_PERMISSION_REQUIRED");
  permit(p, [{ rows: "organization" }]);
  for (const each of BELOW) expect(rows(p, each)).toBe(each);
});

/** The places that rows show to somebody, by row. */
const places = (p: Play, organization: string, more: object): unknown[] => {
  const answer = p.ask("data.rows", { viewer: who(organization), app: "report", ...more });
  return (answer as { items: { row: string; line?: string[]; alias?: string }[] }).items.map(
    ({ row, line, alias }) => [row, line?.join(" "), alias],
  );
};

level01.shows("the line and the alias of each row's organization to the builder", () => {
  const p = province();
  p.command("B1", "link.mount", {
    trunk: "B1",
    organization: "C1",
    mount: null,
    alias: "First school",
  });
  expect(places(p, "P", {})).toEqual([
    ["B1", "B1", undefined],
    ["B2", "B2", undefined],
    ["C1", "B1 C1", "First school"],
    ["C2", "B1 C2", undefined],
    ["C3", "B2 C3", undefined],
  ]);
  p.command("B1", "link.cancel", { trunk: "B1", organization: "C1" });
  expect(places(p, "P", { organization: "C1" })).toEqual([["C1", undefined, undefined]]);
});
level01.hides("where organizations stand from everybody below", () => {
  const p = province();
  p.command("B1", "link.mount", {
    trunk: "B1",
    organization: "C1",
    mount: null,
    alias: "First school",
  });
  permit(p, [{ rows: "below" }]);
  expect(places(p, "B1", APP).every((each) => (each as unknown[])[1] === undefined)).toBe(true);
});

const level02 = rule("LEVEL-02");
level02.happens("by one permission for each level, whatever the number of organizations", () => {
  const p = province();
  const told = permit(p, [
    { for: { levels: [1] }, rows: "below" },
    { for: { levels: [2] }, rows: "organization" },
  ]);
  expect(told.events).toMatchObject([{ type: "app.permitted", data: APP }]);
  expect(BELOW.map((each) => rows(p, each))).toEqual(["B1 C1 C2", "B2 C3", "C1", "C2", "C3"]);
  expect(p.ask("data.range", { viewer: who("B1"), ...APP })).toEqual({
    all: false,
    filter: [{ below: "B1" }],
  });
  expect(unsound(p)).toEqual([]);
  expect(permit(p, []).code).toBeNull();
  expect(rows(p, "B1")).toBe("DATA_PERMISSION_REQUIRED");
  expect(unsound(p)).toEqual([]);
});
level02.happens("for departments and people named, for their own rows or all labels", () => {
  const p = province();
  p.createDepartments("C1", [["desk", null]]);
  p.relocate("C1", "C1-admin", ["desk"]);
  permit(p, [
    { for: { departments: [{ organization: "C1", department: "desk" }] }, rows: "own" },
    { for: { people: [who("C3")] }, rows: "below", labels: ["urgent"] },
    { for: { organizations: [{ organization: "B1", alone: true }] }, reports: true },
  ]);
  expect(unsound(p)).toEqual([]);
  expect(rows(p, "C1")).toBe("C1");
  expect(rows(p, "C3")).toBe("");
  expect(rows(p, "B1")).toBe("DATA_PERMISSION_REQUIRED");
  const asked = { ...APP, feature: "report.view" };
  expect(p.ask("app.use", { viewer: who("B1"), ...asked })).toEqual({ side: "downstream" });
  expect(p.ask("app.use", { viewer: who("C1"), ...asked })).toBe("DATA_PERMISSION_REQUIRED");
});
level02.doesNot("on others' word, for whom nobody knows, or a second time", () => {
  const p = province();
  expect(permit(p, [], "B1").code).toBe("APP_GOVERNANCE_HOST_ONLY");
  p.register(["X"]);
  const x = { organizations: [{ organization: "X" }] };
  expect(permit(p, [{ for: x, rows: "below" }]).code).toBe("NOT_LINKED");
  expect(permit(p, [{ for: { people: [who("X")] } }]).code).toBe("UNKNOWN_PERSON");
  const once = [{ for: { levels: [1] }, rows: "below" }] as const;
  permit(p, once);
  expect(permit(p, once).events).toEqual([]);
});

const level03 = rule("LEVEL-03");
level03.shows("the rows of a school to the bureau that it is under now", () => {
  const p = province();
  permit(p, [{ rows: "below" }]);
  p.command("B1", "link.release", { trunk: "B1", organization: "C2", released: true });
  expect(link(p, "B2", "C2", { ...WHOLE, replaces: "B1" }).code).toBeNull();
  expect(rows(p, "B1")).toBe("B1 C1");
  expect(rows(p, "B2")).toBe("B2 C2 C3");
});
level03.hides("what is not reached any more, but from the builder", () => {
  const p = province();
  permit(p, [{ rows: "below" }]);
  p.command("B1", "link.cancel", { trunk: "B1", organization: "C1" });
  expect(rows(p, "B1")).toBe("B1 C2");
  expect(rows(p, "P", {})).toBe("B1 B2 C1 C2 C3");
});
