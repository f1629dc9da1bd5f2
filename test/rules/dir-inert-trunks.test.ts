// Aim: what settings of a Trunk say of a removed department is kept for a time, told, and in force again with it.
// Method: a county's own department and one of a town, named by exceptions of sight, a distribution, its permissions
// and an office; each is looked at by what it is for.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { link, opened, relink, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const DAY = 86_400_000;
const START = 2000;
const at = (days: number) => ({ at: START + days * DAY });
const WHOLE = { scope: { whole: true } } as const;
const NOBODY = { organizations: [], departments: [] };
const APP = { trunk: "K", app: "erp" } as const;
const ROLE = { trunk: "K", role: "secretary" } as const;
const BOARD = { organization: "K", department: "board" };
const D = { organization: "T", department: "d" };
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });

const see = (p: Play, departments: readonly string[], more: object = {}): Told =>
  p.command(
    "K",
    "link.see",
    {
      ...{ trunk: "K", organization: "U", hidden: true, ownOnly: true, ownOnlyExcept: NOBODY },
      hiddenExcept: { organizations: [], departments },
      ...more,
    },
    at(1),
  );
const LIST = { mounts: [{ department: "board" }], departments: [D] };
const authorize = (p: Play, authorized: object | null): Told =>
  p.command("K", "app.authorize", { ...APP, authorized } as never, at(1));
const permit = (p: Play, permissions: readonly object[]): Told =>
  p.command("K", "app.permit", { ...APP, permissions } as never, at(1));
const assign = (p: Play, node: object, people: readonly object[], by = "K"): Told =>
  p.command(by, "liaison.assign", { ...ROLE, node, people } as never, at(1));

/** County K, whose department `board` has ann and, mounted below it, town T; U beside it, V below T. */
function naming(changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "T", "U", "V"], changes);
  p.createDepartments("K", [
    ["hall", null],
    ["board", "hall"],
  ]);
  p.createDepartments("T", [["d", null]]);
  p.hire("K", "ann", ["board"]);
  p.hire("T", "t1", ["d"]);
  link(p, "K", "T", { ...WHOLE, mount: "board" });
  link(p, "K", "U", WHOLE);
  link(p, "T", "V", WHOLE);
  see(p, ["board"]);
  p.command("K", "app.create", { app: "erp", name: "ERP" });
  p.command("K", "app.publish", { ...APP, authorized: LIST } as never);
  permit(p, [{ reports: true }, { for: LIST, rows: "below" }]);
  p.command("K", "liaison.define", { ...ROLE, name: "Secretary" } as never);
  assign(p, BOARD, [who("K")]);
  assign(p, D, [who("U")]);
  return p;
}

const remove = (p: Play, of: object, days = 0): Told =>
  p.fact("department.removed", { ...of, revision: 100 + days } as never, at(days));
const again = (p: Play, of: object, days: number, parent: string | null = null): Told =>
  p.fact(
    "department.created",
    { ...of, parent, name: "Again", revision: 200 + days } as never,
    at(days),
  );

/** What is said of settings, in short. */
const said = ({ events }: Told): string[] =>
  events
    .filter(({ type }) => type.startsWith("setting."))
    .map(({ type, data }) => {
      const { kind } = data["setting"] as { readonly kind: string };
      return `${type.slice("setting.".length)} ${kind} of ${String(data["owner"])}`;
    });

const ofBoard = (what: string): string[] =>
  ["distribution", "distribution-permissions", "sight", "liaison"].map(
    (kind) => `${what} ${kind} of K`,
  );

const ofTown = (what: string): string[] => ofBoard(what).filter((each) => !each.includes("sight"));

/** Entries that are inert, as an organization's admin is told. */
const inert = (p: Play, organization = "K"): string[] =>
  (
    p.ask("directory.inert", { viewer: who(organization) } as never) as {
      items: { setting: { kind: string }; department: string; until: number }[];
    }
  ).items.map(({ setting, department, until }) => `${setting.kind} ${department} ${until}`);

/** Who sees the hidden town, may use the app, and is found by the role: what each setting is for. */
function effects(p: Play): Record<string, boolean> {
  const viewer = who("K");
  const why = p.ask("hierarchy.why", {
    ...{ viewer, trunk: "K" },
    ...{ looking: who("K", "ann"), target: who("U") },
  } as never) as { sees: boolean };
  const use = p.ask("app.use", {
    ...{ viewer: who("T", "t1"), ...APP },
    feature: "form.submit",
  } as never);
  const found = p.ask("liaison.for", { viewer, ...ROLE, initiator: who("T", "t1") } as never);
  return {
    sight: why.sees,
    list: use !== "APP_NOT_AUTHORIZED",
    liaison: (found as { people: unknown[] }).people.length > 0,
  };
}

const back = (p: Play, days: number): void => {
  p.fact(
    "person.relocated",
    { ...who("K", "ann"), number: 1, departments: ["board"], revision: 300 } as never,
    at(days),
  );
  p.fact(
    "person.relocated",
    { ...who("T", "t1"), number: 1, departments: ["d"], revision: 300 } as never,
    at(days),
  );
};

const ALL = { sight: true, list: true, liaison: true };
const NONE = { sight: false, list: false, liaison: false };

const dir11 = rule("DIR-11");
dir11.happens("that settings of a Trunk which name a removed department are inert", () => {
  const p = naming();
  expect(effects(p)).toEqual(ALL);
  const told = remove(p, BOARD);
  expect(said(told)).toEqual(ofBoard("inert"));
  expect(told.events.find(({ type }) => type === "setting.inert")?.data).toMatchObject({
    setting: { kind: "distribution", ...APP },
    departments: [BOARD],
  });
  expect(told.notices.filter(({ kind }) => kind === "SETTINGS_INERT")).toMatchObject([
    { to: [{ kind: "authorized-admins", organization: "K" }], data: { count: 4 } },
  ]);
  expect(said(remove(p, D))).toEqual(ofTown("inert"));
  expect(effects(p)).toEqual(NONE);
  expect(unsound(p)).toEqual([]);
});
dir11.happens("that the Trunk's admins are told which, and nobody else", () => {
  const p = naming();
  remove(p, BOARD);
  remove(p, D, 1);
  expect(inert(p).sort()).toEqual(
    [
      ...["sight", "distribution", "distribution-permissions", "liaison"].map(
        (kind) => `${kind} board ${at(30).at}`,
      ),
      ...["distribution", "distribution-permissions", "liaison"].map(
        (kind) => `${kind} d ${at(31).at}`,
      ),
    ].sort(),
  );
  for (const each of ["T", "U"]) expect(inert(p, each)).toEqual([]);
});
dir11.doesNot("happen to what names others, or was for a former Link", () => {
  const p = naming();
  expect(said(remove(p, { organization: "K", department: "hall" }))).toEqual([]);
  p.command("K", "link.cancel", { trunk: "K", organization: "T" } as never, at(1));
  relink(p, "K", "T");
  expect(said(remove(p, D))).toEqual([]);
  expect(inert(p)).toEqual([]);
});
dir11.below("the retention, settings of a Trunk are in force again at once", () => {
  const p = naming();
  remove(p, BOARD);
  remove(p, D);
  expect(said(again(p, BOARD, 29.9))).toEqual(ofBoard("revived"));
  expect(said(again(p, D, 29.9))).toEqual(ofTown("revived"));
  back(p, 29.9);
  expect(effects(p)).toEqual(ALL);
  expect(inert(p)).toEqual([]);
});
dir11.at("the end of the retention, what they said is dropped", () => {
  const p = naming();
  remove(p, BOARD);
  remove(p, D);
  expect(said(again(p, BOARD, 30))).toEqual(ofBoard("dropped"));
  expect(said(again(p, D, 30))).toEqual(ofTown("dropped"));
  back(p, 30);
  expect(effects(p)).toEqual(NONE);
  expect(inert(p)).toEqual([]);
  expect(unsound(p)).toEqual([]);
});
dir11.above("no retention, what they said is dropped with the removal", () => {
  const p = naming({ departureRetentionDays: 0 });
  const told = remove(p, BOARD);
  expect(said(told)).toEqual(ofBoard("dropped"));
  expect(told.notices.filter(({ kind }) => kind === "SETTINGS_INERT")).toEqual([]);
  expect(said(again(p, BOARD, 1))).toEqual([]);
  expect(unsound(p)).toEqual([]);
});
dir11.happens(
  "that what is set as a whole says no more of the removed, be it else the same",
  () => {
    const p = naming();
    remove(p, BOARD);
    remove(p, D);
    expect(said(see(p, []))).toEqual(["dropped sight of K"]);
    expect(said(authorize(p, {}))).toEqual(["dropped distribution of K"]);
    expect(said(permit(p, [{ reports: true }, { for: {}, rows: "below" }]))).toEqual([
      "dropped distribution-permissions of K",
    ]);
    expect(inert(p)).toEqual([`liaison board ${at(30).at}`, `liaison d ${at(30).at}`]);
    expect(said(again(p, BOARD, 2))).toEqual(["revived liaison of K"]);
    expect(unsound(p)).toEqual([]);
  },
);
dir11.accepts(
  "that an office whose department is gone is made vacant, and nothing else of it",
  () => {
    const p = naming();
    remove(p, D);
    expect(assign(p, D, [who("U")]).code).toBe("UNKNOWN_DEPARTMENT");
    const told = assign(p, D, []);
    expect(said(told)).toEqual(["dropped liaison of K"]);
    expect(told.notices).toMatchObject([{ kind: "LIAISON_VACANT", data: D }]);
    expect(assign(p, D, []).code).toBe("UNKNOWN_DEPARTMENT");
    expect(said(again(p, D, 2))).toEqual(
      ["distribution", "distribution-permissions"].map((kind) => `revived ${kind} of K`),
    );
  },
);
dir11.hides("an office of a department that is gone, and whoever a list names by it", () => {
  const p = naming();
  authorize(p, { roles: ["secretary"] });
  const use = () => p.ask("app.use", { viewer: who("U"), ...APP, feature: "form.submit" } as never);
  const of = () => p.ask("liaison.of", { viewer: who("K"), trunk: "K", node: D } as never);
  expect(use()).not.toBe("APP_NOT_AUTHORIZED");
  expect(of()).toMatchObject({ items: [{ role: "secretary" }] });
  remove(p, D);
  expect(use()).toBe("APP_NOT_AUTHORIZED");
  expect(of()).toEqual({ items: [] });
});
dir11.happens("to an office that its last holder left: it is theirs again with it", () => {
  const holders = (p: Play) =>
    p.ask("liaison.of", { viewer: who("K"), trunk: "K", node: D } as never);
  const resign = (p: Play, day: number) =>
    p.fact("person.resigned", { ...who("U"), number: 1 } as never, at(day));
  const reinstate = (p: Play, day: number) =>
    p.fact("person.reinstated", { ...who("U"), number: 1 } as never, at(day));
  const p = naming();
  resign(p, 1);
  expect(said(remove(p, D, 2))).toContain("inert liaison of K");
  reinstate(p, 3);
  expect(holders(p)).toEqual({ items: [] });
  again(p, D, 4);
  expect(holders(p)).toMatchObject({ items: [{ people: [who("U")] }] });
  // One that was dropped with its department does not come back with whoever held it.
  const late = naming();
  remove(late, D, 0);
  resign(late, 29);
  again(late, D, 30);
  reinstate(late, 31);
  expect(holders(late)).toEqual({ items: [] });
});
dir11.happens("that what waits for a Trunk's next admin counts them", () => {
  const p = naming();
  remove(p, BOARD);
  p.fact("person.resigned", { ...who("K"), number: 1 } as never, at(1));
  const told = p.fact(
    "admin.changed",
    {
      ...{ ...who("K", "ann"), number: 1, role: "main" },
      ...{ spacePermission: true, hierarchyPermission: true, revision: 400 },
    } as never,
    at(2),
  );
  const work = told.notices.find(({ kind }) => kind === "ADMIN_WORK_WAITING");
  expect(work?.data).toMatchObject({ counts: { settings: 4 } });
});
