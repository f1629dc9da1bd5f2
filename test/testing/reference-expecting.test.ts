/** Aim: the reference model says by itself when a command finds what it replaces to be something else (PROTO-06). */
import { describe, expect, test } from "vitest";
import type { Input } from "../../src/engine/types.ts";
import { opened, say } from "./hierarchy.ts";
import type { Teller } from "./teller.ts";

const own = { space: "s", organization: "m" };
const up = { trunk: "h", organization: "m" };
const at = { organization: "m", department: null };
const unit = { kind: "space", space: "s" };
const seats = { kind: "hierarchy", organization: "h" };
const m1 = { organization: "m", person: "m1" };
const m2 = { organization: "m", person: "m2" };
const nobody = { organizations: [], departments: [] };
const sight = { hidden: false, hiddenExcept: nobody, ownOnly: true, ownOnlyExcept: nobody };

/** Host `h` with Space `s`, in which `m` and `p` are Members; `m` is a Branch of it too. */
function space(changes: Readonly<Record<string, unknown>> = {}): Teller {
  const teller = opened("h m p", changes);
  for (const department of ["lab", "shop"]) {
    say(teller, "department.created", { organization: "m", department, parent: null, name: "D" });
  }
  teller.hire("m", "m1", ["lab"]);
  teller.hire("m", "m2");
  teller.command("h", "space.create", { space: "s", name: "S", scope: { whole: true } });
  teller.join("h", "s", "m", { whole: true });
  teller.join("h", "s", "p", { whole: true });
  give(teller, "h", "invitation.issue", { trunk: "h", invitation: "up", form: "link" });
  const wished = { scope: { whole: true }, reach: "trunk" };
  give(teller, "m", "application.submit", { application: "up", invitation: "up", ...wished });
  give(teller, "h", "application.approve", { trunk: "h", items: [{ application: "up" }] });
  give(teller, "h", "license.link", { unit });
  return teller;
}

let count = 0;

/** A command, with what it replaces or without; the code of its refusal. */
function give(
  { reference }: Teller,
  by: string | null,
  type: string,
  data: object,
  was?: object,
): string | null {
  count += 1;
  const id = `expecting-${count}`;
  const actor = by === null ? { support: "staff" } : { organization: by, person: `${by}-admin` };
  const said = was === undefined ? {} : { expect: { was } };
  const input = { ...{ id, at: 5000, by: actor, type, data }, ...said };
  const verdict = reference.apply(input as unknown as Input);
  return verdict.kind === "refused" ? verdict.code : null;
}

type Case = readonly [type: string, by: string | null, data: object, before: object, after: object];

/** Commands with what there is before them, and what there is since. */
const cases: readonly Case[] = [
  [
    "space-quota.expand",
    null,
    { organization: "h", expansion: 2 },
    { expansion: 0 },
    { expansion: 2 },
  ],
  ["person-cap.expand", null, { space: "s", cap: 4000 }, { cap: 3000 }, { cap: 4000 }],
  [
    "visibility.set",
    "h",
    { ...own, visibility: { kind: "listed", organizations: ["p", "h"] } },
    { visibility: { kind: "own" } },
    { visibility: { kind: "listed", organizations: ["h", "p"], departments: [] } },
  ],
  [
    "visibility.hide",
    "h",
    { ...own, hidden: true, except: { kinds: [{ type: "dealer" }, { level: "gold" }] } },
    { hidden: false },
    { hidden: true, except: { kinds: [{ level: "gold" }, { type: "dealer" }] } },
  ],
  [
    "counterparts.set",
    "m",
    { space: "s", people: ["m1", "m2"] },
    { people: [] },
    { people: ["m2", "m1"] },
  ],
  [
    "counterparts.set",
    "h",
    { ...own, people: ["h-admin"] },
    { people: [] },
    { people: ["h-admin"] },
  ],
  [
    "partner.set",
    "h",
    { ...own, types: ["dealer", "supplier"], level: "gold" },
    { types: [], level: null },
    { types: ["supplier", "dealer"], level: "gold" },
  ],
  ["partner.set", "h", { ...up, labels: ["x", "y"] }, { labels: [] }, { labels: ["y", "x"] }],
  [
    "scope.set",
    "m",
    { ...own, scope: { departments: ["lab"], exclude: { people: ["m1"] } } },
    { scope: { whole: true } },
    { scope: { departments: ["lab"], people: [], exclude: { people: ["m1"], departments: [] } } },
  ],
  [
    "scope.set",
    "m",
    { ...up, scope: { people: ["m1", "m2"] } },
    { scope: { whole: true } },
    { scope: { people: ["m2", "m1"] } },
  ],
  ["successor.set", "m", { ...m1, successor: "m2" }, { successor: null }, { successor: "m2" }],
  ["license.limit", "h", { unit, limit: 4 }, { limit: null }, { limit: 4 }],
  ["license.limit", "h", { unit: seats, branch: "m", limit: 4 }, { limit: null }, { limit: 4 }],
  ["license.reserve", "h", { reserved: 2 }, { reserved: 0 }, { reserved: 2 }],
  [
    "license.automate",
    "h",
    { unit, organization: "m", departments: ["lab", "shop"] },
    { departments: [] },
    { departments: ["shop", "lab"], whole: false },
  ],
  [
    "license.automate",
    "h",
    { unit: seats, organization: "m", departments: [], whole: true },
    { departments: [] },
    { departments: [], whole: true },
  ],
  [
    "link.mount",
    "h",
    { ...up, alias: "M", mount: null },
    { alias: null, mount: null },
    { alias: "M", mount: null },
  ],
  ["link.see", "h", { ...up, ...sight, hidden: true }, sight, { ...sight, hidden: true }],
  ["link.reach", "m", { ...up, reach: "all-above" }, { reach: "trunk" }, { reach: "all-above" }],
  ["link.share", "m", { ...up, shared: ["b", "a"] }, { shared: [] }, { shared: ["a", "b"] }],
  ["link.release", "h", { ...up, released: true }, { released: false }, { released: true }],
];

describe("what a command replaces", () => {
  test.each(cases)("%s by %s: %j", (type, by, data, before, after) => {
    const teller = space();
    expect(give(teller, by, type, data, after)).toBe("STATE_CHANGED");
    expect(give(teller, by, type, data, before)).toBe(null);
    const again = type.endsWith(".expand") ? "QUOTA_NOT_INCREASED" : null;
    expect(give(teller, by, type, data, before)).toBe(again ?? "STATE_CHANGED");
    expect(give(teller, by, type, data, after)).toBe(again);
  });

  test("of Folders", () => {
    const teller = space();
    const create = (folder: string, parent: string | null) =>
      give(teller, "h", "folder.create", { space: "s", folder, parent, name: "Old" });
    create("f", null);
    create("g", "f");
    const folder = { space: "s", folder: "g" };
    const rename = (was: object) =>
      give(teller, "h", "folder.rename", { ...folder, name: "New" }, was);
    expect([rename({ name: "New" }), rename({ name: "Old" })]).toEqual(["STATE_CHANGED", null]);
    const move = (was: object) =>
      give(teller, "h", "folder.move", { ...folder, parent: null }, was);
    expect([move({ parent: null }), move({ parent: "f" })]).toEqual(["STATE_CHANGED", null]);
    const place = (was: object) => give(teller, "h", "member.place", { ...own, folder: "f" }, was);
    expect([place({ folder: "f" }), place({ folder: null })]).toEqual(["STATE_CHANGED", null]);
  });

  test("of liaisons: a new role replaces nothing, a new office nobody; in offices the order counts", () => {
    const teller = space();
    const role = { trunk: "h", role: "r" };
    const define = (was?: object) =>
      give(teller, "h", "liaison.define", { ...role, name: "R" }, was);
    expect(define({ name: "R", keptBy: "trunk" })).toBe("STATE_CHANGED");
    define();
    expect(define({ name: "R", keptBy: "trunk" })).toBe(null);
    const assign = (people: readonly object[], was: readonly object[]) =>
      give(teller, "h", "liaison.assign", { ...role, node: at, people }, { people: was });
    expect(assign([m1, m2], [m1])).toBe("STATE_CHANGED");
    expect(assign([m1, m2], [])).toBe(null);
    expect(assign([], [m2, m1])).toBe("STATE_CHANGED");
    expect(assign([], [m1, m2])).toBe(null);
    expect(assign([m1], [])).toBe(null);
  });

  test("is what is in force: nothing of what has ended, is gone, or goes by another id", () => {
    const teller = space();
    give(teller, "h", "visibility.set", {
      ...own,
      visibility: { kind: "listed", organizations: ["h", "p"] },
    });
    give(teller, "h", "association.cancel", { space: "s", organization: "p" });
    const see = (organizations: readonly string[]) => {
      const was = { visibility: { kind: "listed", organizations } };
      return give(teller, "h", "visibility.set", { ...own, visibility: { kind: "all" } }, was);
    };
    expect([see(["h", "p"]), see(["h"])]).toEqual(["STATE_CHANGED", null]);
    const scope = { departments: ["lab"], exclude: { departments: ["shop"] } };
    give(teller, "m", "scope.set", { ...own, scope });
    say(teller, "department.removed", { organization: "m", department: "shop" });
    const set = (was: object) =>
      give(teller, "m", "scope.set", { ...own, scope: { whole: true } }, { scope: was });
    expect([set(scope), set({ departments: ["lab"] })]).toEqual(["STATE_CHANGED", null]);
    give(teller, "m", "successor.set", { ...m1, successor: "m2" });
    say(teller, "person.renamed", { ...m2, number: 1, to: "m3" });
    const succeed = (successor: string) =>
      give(teller, "m", "successor.set", { ...m1, successor: null }, { successor });
    expect([succeed("m2"), succeed("m3")]).toEqual(["STATE_CHANGED", null]);
  });
});

test("whoever may not, or asks what is refused anyhow, learns nothing by guessing", () => {
  const teller = space();
  const data = { ...own, folder: null };
  for (const folder of [null, "f"]) {
    expect(give(teller, "p", "member.place", data, { folder })).toBe("NOT_SPACE_ADMIN");
    const nowhere = { ...data, folder: "none" };
    expect(give(teller, "h", "member.place", nowhere, { folder })).toBe("UNKNOWN_FOLDER");
  }
});

test("of a command that replaces nothing, nothing can be said", () => {
  const teller = space();
  expect(give(teller, "h", "space.dissolve", { space: "s" }, {})).toBe("MALFORMED");
});

test("does for what the policy asks of a command", () => {
  const asking = space({ expectationRequired: ["member.place"] });
  const data = { ...own, folder: null };
  expect(give(asking, "h", "member.place", data)).toBe("EXPECTATION_REQUIRED");
  expect(give(asking, "h", "member.place", data, { folder: null })).toBe(null);
});
