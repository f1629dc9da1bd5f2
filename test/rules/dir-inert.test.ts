// Aim: what settings say of a removed department is kept for a time, told, and in force again with it.
// Method: one department of a Member, named in a scope, a unit, a list, a permission and a flow of the Host.
import { expect } from "vitest";
import type { FlowStep, Policy } from "../../src/index.ts";
import { type Plain, type Play, play, type Told } from "../../src/testing/index.ts";
import { buy, grant, link, own, people, whole } from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

const DAY = 86_400_000;
const START = 1000;
const at = (days: number) => ({ at: START + days * DAY });

const D = { organization: "B", department: "d" };
const AUDIENCE = { departments: [D] };
const HEADS = [
  { mode: "all", approvers: [{ kind: "department-heads", ...D }] },
] as const satisfies readonly Plain<FlowStep>[];

const inS = (organization: string) => ({ space: "s", organization });
const automate = (p: Play, departments: readonly string[]): Told =>
  p.command("A", "license.automate", { unit: whole("s"), organization: "B", departments }, at(1));
const authorize = (p: Play, authorized: object | null): Told =>
  p.command("A", "app.authorize", { space: "s", app: "x", authorized }, at(1));
const permit = (p: Play, permissions: readonly object[]): Told =>
  p.command("A", "app.permit", { space: "s", app: "x", permissions }, at(1));
const define = (p: Play, steps: readonly Plain<FlowStep>[]): Told =>
  p.command("A", "flow.define", { app: "x", flow: "f", steps }, at(1));
const setScope = (p: Play, scope: object): Told =>
  p.command("B", "scope.set", { ...inS("B"), scope }, at(1));

/** Host A and Member B in s; d (and e) of B is named by five settings, with b1 in it as its head. */
function naming(policy: Partial<Policy> = {}): Play {
  const p = play(policy);
  p.register(["A", "B"]);
  p.createDepartments("B", [
    ["d", null],
    ["e", null],
  ]);
  p.hire("B", "b1", ["d"]);
  p.createSpace("A", "s");
  p.join("A", "s", "B", { departments: ["d", "e"] });
  buy(p, "A", 9);
  link(p, whole("s"));
  automate(p, ["d", "e"]);
  p.command("A", "app.create", { app: "x", name: "X" });
  p.command("A", "app.publish", { space: "s", app: "x", authorized: AUDIENCE });
  permit(p, [{ reports: true }, { for: AUDIENCE, rows: "all" }]);
  define(p, HEADS);
  return p;
}

const remove = (p: Play, days = 0): Told =>
  p.fact("department.removed", { ...D, revision: 1 + days }, at(days));
const again = (p: Play, days: number): Told =>
  p.fact("department.created", { ...D, parent: null, name: "D", revision: 9 + days }, at(days));

/** What is said of settings, in short. */
const said = ({ events }: Told): string[] =>
  events
    .filter(({ type }) => type.startsWith("setting."))
    .map(({ type, data }) => {
      const { kind } = data["setting"] as { readonly kind: string };
      return `${type.slice("setting.".length)} ${kind} of ${String(data["owner"])}`;
    });

const all = (what: string): string[] => [
  `${what} scope of B`,
  ...["automatic", "list", "permissions", "flow"].map((kind) => `${what} ${kind} of A`),
];

const asA = { organization: "A", person: "A-admin" };
const shown = (p: Play) => {
  const viewer = { organization: "B", person: "B-admin" };
  return {
    scope: p.ask("admin.scope", { viewer, space: "s" }),
    automatic: p.ask("license.automatic", { viewer: asA, unit: whole("s"), organization: "B" }),
    app: p.ask("app.settings", { viewer: asA, space: "s", app: "x" }),
  };
};

const dir11 = rule("DIR-11");
dir11.happens(
  "that settings which name a removed department are inert, and told to their admins",
  () => {
    const p = naming();
    const told = remove(p);
    expect(said(told)).toEqual(all("inert"));
    expect(told.events.find(({ type }) => type === "setting.inert")?.data).toMatchObject({
      departments: [D],
    });
    const tells = told.notices.filter(({ kind }) => kind === "SETTINGS_INERT");
    expect(tells).toMatchObject([
      {
        to: [{ kind: "authorized-admins", organization: "B" }],
        data: { organization: "B", settings: [{ kind: "scope", ...inS("B") }], count: 1 },
      },
      { to: [{ kind: "authorized-admins", organization: "A" }], data: { count: 4 } },
    ]);
  },
);
dir11.happens("that nobody is told of what the same step brings back", () => {
  const p = naming();
  const gone = { type: "department.removed", data: { department: "d", revision: 8 } };
  const back = {
    type: "department.created",
    data: { department: "d", parent: null, name: "D", revision: 9 },
  };
  const told = p.fact("directory.changed", { organization: "B", changes: [gone, back] } as never);
  expect(said(told).sort()).toEqual([...all("inert"), ...all("revived")].sort());
  expect(told.notices.filter(({ kind }) => kind === "SETTINGS_INERT")).toEqual([]);
});
dir11.happens("that they are shown apart, with the end of their time", () => {
  const p = naming();
  remove(p);
  const inert = { department: "d", until: at(30).at };
  expect(shown(p)).toMatchObject({
    scope: {
      departments: ["e"],
      exclude: { departments: [] },
      inert: { departments: [inert], exclude: { departments: [] } },
    },
    automatic: { departments: ["e"], inert: [inert] },
    app: {
      authorized: { departments: [] },
      permissions: [{ reports: true }, { for: { departments: [] } }],
      inert: [
        { organization: "B", ...inert, permission: null },
        { organization: "B", ...inert, permission: 1 },
      ],
    },
  });
});
dir11.doesNot("happen to settings that name others, nor change those that stay", () => {
  const p = naming();
  expect(said(p.fact("department.removed", { organization: "B", department: "e" }))).toEqual([
    "inert scope of B",
    "inert automatic of A",
  ]);
  expect(shown(p).app).toMatchObject({ authorized: { departments: [D] }, inert: [] });
});

/** Whether all that named the department is in force for somebody hired into it. */
function inForce(p: Play): boolean[] {
  const told = p.fact(
    "person.hired",
    { organization: "B", person: "b2", departments: ["d"], fields: { name: "B2" } },
    at(100),
  );
  const viewer = { organization: "B", person: "b2" };
  const use = p.ask("app.use", { viewer, space: "s", app: "x", feature: "form.submit" });
  return [
    told.events.some(({ type }) => type === "roster.entered"),
    told.events.some(({ type }) => type === "license.granted"),
    typeof use === "object",
  ];
}

dir11.below("the retention, settings are in force again at once", () => {
  const p = naming();
  remove(p);
  expect(said(again(p, 29.9))).toEqual(all("revived"));
  expect(inForce(p)).toEqual([true, true, true]);
});
dir11.at("the end of the retention, what named the department is dropped", () => {
  const p = naming();
  remove(p);
  expect(said(again(p, 30))).toEqual(all("dropped"));
  expect(inForce(p)).toEqual([false, false, false]);
  expect(shown(p)).toMatchObject({
    scope: { departments: ["e"], inert: { departments: [] } },
    automatic: { departments: ["e"], inert: [] },
    app: { authorized: { departments: [] }, inert: [] },
  });
});
dir11.above("the retention, too; an exclusion alone is in force again", () => {
  const p = naming({ departureRetentionDays: 1 });
  setScope(p, { whole: true, exclude: { departments: ["d"] } });
  remove(p);
  expect(said(again(p, 3))).toEqual(["revived scope of B", ...all("dropped").slice(1)]);
  expect(inForce(p)[0]).toBe(false);
});
dir11.happens(
  "that without a retention all is dropped with the removal, but for exclusions",
  () => {
    const p = naming({ departureRetentionDays: 0 });
    const told = remove(p);
    expect(said(told)).toEqual(all("dropped"));
    expect(told.notices).toEqual([]);
    expect(p.association("s", "B")?.departments.count).toBe(1);
  },
);
dir11.happens(
  "that the heads of what came back sign again, and not those of what was dropped",
  () => {
    const signers = (days: number): unknown => {
      const p = naming();
      grant(p, own("A"), people("A", "A-admin"));
      setScope(p, { whole: true });
      remove(p);
      again(p, days);
      const b1 = { organization: "B", person: "b1", number: 1 };
      p.fact("person.heads-changed", { ...b1, departments: ["d"] }, at(100));
      const started = p.command(
        ["A", "A-admin"],
        "flow.start",
        { app: "x", flow: "f", instance: "i", row: "r" },
        at(100),
      );
      return started.events.find(({ type }) => type === "task.made")?.data["holder"];
    };
    expect(signers(1)).toMatchObject({ person: "b1" });
    expect(signers(30)).toBeNull();
  },
);
dir11.happens(
  "that a setting set as a whole drops what it says of the removed, be it else the same",
  () => {
    const p = naming();
    remove(p);
    expect(said(setScope(p, { departments: ["e"] }))).toEqual(["dropped scope of B"]);
    expect(said(automate(p, ["e"]))).toEqual(["dropped automatic of A"]);
    expect(said(authorize(p, { departments: [] }))).toEqual(["dropped list of A"]);
    expect(said(permit(p, [{ reports: true }, { for: {}, rows: "all" }]))).toEqual([
      "dropped permissions of A",
    ]);
    const role = { kind: "role", role: "r", of: "host" } as const;
    expect(said(define(p, [{ mode: "all", approvers: [role] }]))).toEqual(["dropped flow of A"]);
    expect(said(again(p, 2))).toEqual([]);
  },
);
dir11.happens("that an admin takes it out, and may name nothing else that is gone", () => {
  const p = naming();
  remove(p);
  const name = (type: "scope.put-in" | "scope.take-out", departments: readonly string[]) =>
    p.command("B", type, { ...inS("B"), departments }, at(1));
  expect(name("scope.put-in", ["d"]).passedOver).toEqual(["department d: already-so"]);
  expect(said(name("scope.take-out", ["d"]))).toEqual(["dropped scope of B"]);
  expect(name("scope.take-out", ["d"]).code).toBe("UNKNOWN_DEPARTMENT");
  expect(setScope(p, { departments: ["d"] }).code).toBe("UNKNOWN_DEPARTMENT");
});
