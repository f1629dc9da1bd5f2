// Aim: the Host sees all data with who submitted it for whom; others see what the Host permits.
// Method: two Members and the Host submit; each side looks, under permissions of every range.
import { expect } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import {
  license,
  market,
  type PlainPermission,
  permit,
  submit,
  use,
  type Who,
} from "../support/apps.ts";
import { rule } from "../support/rule.ts";

const s1: Who = ["S", "s1"];
const both: Who = ["S", "both"];
const d1: Who = ["D", "d1"];
const h1: Who = ["H", "h1"];

/** `crm` with a row by each, in this order. */
function filled(): Play {
  const p = market();
  submit(p, s1, { rows: [{ row: "r1", labels: ["east", "new"] }] });
  submit(p, d1, { rows: [{ row: "r2", labels: ["east"] }] });
  submit(p, h1, { rows: [{ row: "r3" }] });
  submit(p, both, { rows: [{ row: "r4", labels: ["new"] }] });
  submit(p, ["H", "both"], { rows: [{ row: "r5" }] });
  return p;
}

interface RowShown {
  readonly row: string;
  readonly submitter: { readonly organization: string; readonly person: string };
}

const about = ([organization, person]: Who, more: object = {}) => ({
  viewer: { organization, person },
  app: "crm",
  ...(organization === "H" ? {} : { space: "s" }),
  ...more,
});

/** The rows that somebody sees, or the refusal's code. */
function rows(p: Play, who: Who, more: object = {}): unknown {
  const answer = p.ask("data.rows", about(who, more));
  if (typeof answer === "string") return answer;
  return (answer as { readonly items: readonly RowShown[] }).items.map(({ row }) => row);
}

const range = (p: Play, who: Who): unknown => p.ask("data.range", about(who));

const data01 = rule("DATA-01");
data01.shows("the Host a Downstream submission in the very state that it led to", () => {
  const p = market();
  submit(p, s1, { rows: [{ row: "r1", labels: ["east"] }] }, undefined);
  expect(rows(p, h1)).toEqual(["r1"]);
  const answer = p.ask("data.rows", about(h1)) as { readonly items: readonly unknown[] };
  expect(answer.items).toEqual([
    {
      row: "r1",
      space: "s",
      submitter: {
        organization: "S",
        person: "s1",
        organizationName: "The S",
        fields: { name: "Name of s1" },
      },
      labels: ["east"],
      at: 1000,
    },
  ]);
});
data01.hides("what was refused, and from others what they are not permitted to see", () => {
  const p = market();
  submit(p, ["D", "cold"], {}, "no");
  submit(p, s1, {}, "yes");
  expect(rows(p, h1)).toEqual(["yes"]);
  permit(p, [{ rows: "own" }]);
  expect(rows(p, d1)).toEqual([]);
});

interface SubmitterShown {
  readonly organization: string;
  readonly person: string;
  readonly organizationName: string;
}

function submitters(p: Play, who: Who, search?: string): unknown {
  const [organization, person] = who;
  const data = { viewer: { organization, person }, app: "crm" };
  const answer = p.ask("data.submitters", search === undefined ? data : { ...data, search });
  if (typeof answer === "string") return answer;
  return (answer as { readonly items: readonly SubmitterShown[] }).items.map(
    (each) => `${each.organizationName}: ${each.person}`,
  );
}

const data02 = rule("DATA-02");
data02.shows("each submitter with the organization it was for, in order of first rows", () => {
  const p = filled();
  submit(p, s1);
  expect(submitters(p, h1)).toEqual([
    "The S: s1",
    "The D: d1",
    "The H: h1",
    "The S: both",
    "The H: both",
  ]);
  expect(submitters(p, h1, "both")).toEqual(["The S: both", "The H: both"]);
  expect(rows(p, h1, { submitter: "both" })).toEqual(["r4", "r5"]);
});
data02.hides("rows of the same person for another organization, where one is asked for", () => {
  const p = filled();
  expect(rows(p, h1, { submitter: "both", organization: "S" })).toEqual(["r4"]);
  expect(rows(p, h1, { organization: "H" })).toEqual(["r3", "r5"]);
  expect(rows(p, h1, { organization: "X" })).toEqual([]);
  // The list is the Host's alone.
  expect(submitters(p, s1)).toBe("UNKNOWN_APP");
  expect(submitters(p, ["H", "h2"])).toBe("LICENSE_REQUIRED");
});

const data03 = rule("DATA-03");
data03.shows("the Host the data of all organizations together, also of who has left", () => {
  const p = filled();
  expect(rows(p, h1)).toEqual(["r1", "r2", "r3", "r4", "r5"]);
  expect(range(p, h1)).toEqual({ all: true, filter: [] });
  p.resign("S", "s1");
  p.command("H", "association.cancel", { space: "s", organization: "D" });
  p.command("H", "app.withdraw", { space: "s", app: "crm" });
  expect(rows(p, h1)).toEqual(["r1", "r2", "r3", "r4", "r5"]);
  expect(submitters(p, h1)).toContain("The S: s1");
});
data03.hides("it from everybody else, and from the Host's people without a license", () => {
  const p = filled();
  permit(p, [{ rows: "space" }]);
  expect(rows(p, s1)).toEqual(["r1", "r2", "r4"]);
  expect(rows(p, ["H", "h2"])).toBe("LICENSE_REQUIRED");
});

/** What s1 sees under permissions. */
function seen(...permissions: PlainPermission[]): unknown {
  const p = filled();
  permit(p, permissions);
  return rows(p, s1);
}

const data04 = rule("DATA-04");
data04.shows("exactly the rows of the granted range", () => {
  expect(seen({ rows: "own" })).toEqual(["r1"]);
  expect(seen({ rows: "organization" })).toEqual(["r1", "r4"]);
  expect(seen({ rows: "space" })).toEqual(["r1", "r2", "r4"]);
  expect(seen({ rows: "all" })).toEqual(["r1", "r2", "r3", "r4", "r5"]);
  expect(seen({ rows: "all", labels: ["new", "other"] })).toEqual(["r1", "r4"]);
  expect(seen({ rows: "space", labels: ["east"] })).toEqual(["r1", "r2"]);
  expect(seen({ rows: "all", labels: [] })).toEqual([]);
  // Permissions add up; those for others count for nothing.
  expect(seen({ rows: "own" }, { rows: "all", labels: ["new"] })).toEqual(["r1", "r4"]);
  expect(seen({ rows: "own" }, { rows: "all", for: { partners: [{ type: "dealer" }] } })).toEqual([
    "r1",
  ]);
  expect(
    seen({ rows: "all", for: { departments: [{ organization: "S", department: "plant" }] } }),
  ).toEqual(["r1", "r2", "r3", "r4", "r5"]);
});
data04.shows("the same as a filter that a service can push into its own query", () => {
  const p = filled();
  permit(p, [
    { rows: "own" },
    { rows: "organization", labels: ["east"] },
    { rows: "space", labels: ["new"] },
    { reports: true },
  ]);
  const submitter = { organization: "S", person: "s1" };
  expect(range(p, s1)).toEqual({
    all: false,
    filter: [
      { submitter },
      { organization: "S", labels: ["east"] },
      { space: "s", labels: ["new"] },
    ],
  });
  permit(p, [{ rows: "own" }, { rows: "all" }]);
  expect(range(p, s1)).toEqual({ all: true, filter: [] });
});
data04.shows("one's own and one's organization's rows from whichever Space they came", () => {
  const p = filled();
  p.createSpace("H", "t");
  p.join("H", "t", "S", { whole: true });
  p.command("H", "app.publish", { space: "t", app: "crm" });
  license(p, "t", [s1]);
  submit(p, s1, { space: "t" }, "there");
  permit(p, [{ rows: "own" }]);
  expect(rows(p, s1)).toEqual(["r1", "there"]);
  permit(p, [{ rows: "space" }]);
  expect(rows(p, s1)).toEqual(["r1", "r2", "r4"]);
});
data04.hides("everything without a permission for rows, and when it is taken back", () => {
  const p = filled();
  expect(rows(p, s1)).toBe("DATA_PERMISSION_REQUIRED");
  expect(use(p, s1, "data.view")).toBe("DATA_PERMISSION_REQUIRED");
  permit(p, [{ reports: true }]);
  expect(range(p, s1)).toBe("DATA_PERMISSION_REQUIRED");
  permit(p, [{ rows: "all", for: { people: [{ organization: "D", person: "d1" }] } }]);
  expect(rows(p, s1)).toBe("DATA_PERMISSION_REQUIRED");
  expect(rows(p, d1)).toHaveLength(5);
  expect(permit(p, []).events).toHaveLength(1);
  expect(rows(p, d1)).toBe("DATA_PERMISSION_REQUIRED");
  expect(permit(p, []).events).toEqual([]);
});
data04.hides("the whole from whoever may not use the app at all", () => {
  const p = filled();
  permit(p, [{ rows: "all" }]);
  expect(rows(p, ["D", "cold"])).toBe("LICENSE_REQUIRED");
  expect(rows(p, ["S", "off"])).toBe("NOT_IN_SPACE");
  expect(rows(p, ["S", "nobody"])).toBe("ACTING_ORG_INVALID");
  expect(rows(p, s1, { space: "x" })).toBe("UNKNOWN_SPACE");
  expect(rows(p, s1, { app: "x" })).toBe("UNKNOWN_APP");
  expect(rows(p, h1, { space: "s" })).toBe("ACTING_ORG_INVALID");
  p.command("H", "app.withdraw", { space: "s", app: "crm" });
  expect(rows(p, s1)).toBe("APP_NOT_PUBLISHED");
});
data04.shows("nothing new where the permissions are so already, in whatever order", () => {
  const p = filled();
  const own: PlainPermission = { rows: "own", labels: ["a", "b"] };
  const some: PlainPermission = { reports: true, for: { organizations: ["S", "D"] } };
  expect(permit(p, [own, some]).events).toHaveLength(1);
  const turned = { reports: true, for: { organizations: ["D", "S"] } };
  expect(permit(p, [{ ...own, labels: ["b", "a"] }, turned]).events).toEqual([]);
  expect(permit(p, [some, own]).events).toHaveLength(1);
});

const data05 = rule("DATA-05");
data05.accepts("viewing reports with a permission that shows them", () => {
  const p = filled();
  permit(p, [{ reports: true, for: { organizations: ["S"] } }]);
  expect(use(p, s1, "report.view")).toBe("downstream");
  expect(use(p, h1, "report.view")).toBe("host");
});
data05.refuses("it without one, though the release has the feature", () => {
  const p = filled();
  expect(use(p, s1, "report.view")).toBe("DATA_PERMISSION_REQUIRED");
  permit(p, [{ rows: "all" }, { reports: true, for: { organizations: ["D"] } }]);
  expect(use(p, s1, "report.view")).toBe("DATA_PERMISSION_REQUIRED");
  expect(use(p, ["D", "cold"], "report.view")).toBe("LICENSE_REQUIRED");
});
