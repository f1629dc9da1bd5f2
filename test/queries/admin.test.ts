/** What admins are told about their Space, their side of it and their limits; others are told nothing. */
import { expect, test } from "vitest";
import { type Play, play } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";
import { answer, items, viewer } from "./asking.ts";

/** A Host, two Members and an applicant; four persons fit, and the second Member has one more. */
function managed(): Play {
  const p = play({ personCap: 4, memberOrgCap: 3, joinLimit: 2 });
  p.register(["host", "north", "south", "east"]);
  p.createDepartments("north", [
    ["sales", null],
    ["export", "sales"],
  ]);
  for (const person of ["n1", "n2"]) p.hire("north", person, ["export"]);
  p.createSpace("host", "s");
  p.join("host", "s", "north", {
    departments: ["sales"],
    people: ["north-admin"],
    exclude: { people: ["n2"] },
  });
  p.join("host", "s", "south", { whole: true });
  p.hire("south", "s1");
  p.hire("south", "s2");
  p.applyTo("east", "s", { whole: true });
  return p;
}

const host = { viewer: viewer("host"), space: "s" };
const north = { viewer: viewer("north"), space: "s" };

test("Members, each with its settings and counts", () => {
  const p = managed();
  const { command } = p;
  command("host", "folder.create", { space: "s", folder: "f", parent: null, name: "Partners" });
  command("host", "member.place", { space: "s", organization: "north", folder: "f" });
  const types = ["supplier"];
  command("host", "partner.set", { space: "s", organization: "north", types, level: "gold" });
  expect(items(p, "admin.members", host)).toEqual([
    {
      organization: "north",
      name: "The north",
      folder: "f",
      visibility: { kind: "own" },
      types,
      level: "gold",
      present: 2,
      waiting: 0,
      counterparts: { own: [], host: [] },
    },
    {
      organization: "south",
      name: "The south",
      folder: null,
      visibility: { kind: "own" },
      types: [],
      level: null,
      present: 2,
      waiting: 1,
      counterparts: { own: [], host: [] },
    },
  ]);
  expect(items(p, "admin.folders", host)).toEqual([
    { folder: "f", parent: null, name: "Partners" },
  ]);
});

test("applications that are pending, and invitations, revoked ones too", () => {
  const p = managed();
  expect(items(p, "admin.applications", host)).toEqual([
    { application: "east-s", organization: "east", name: "The east", at: 1000, whole: true },
  ]);
  p.command("host", "invitation.issue", { space: "s", invitation: "x", form: "link", maxUses: 2 });
  p.command("host", "invitation.revoke", { space: "s", invitation: "i-s" });
  const open = { expiresAt: null, maxUses: null, invited: null };
  expect(items(p, "admin.invitations", host)).toEqual([
    { ...open, invitation: "i-s", form: "qr", uses: 3, revoked: true },
    { ...open, invitation: "x", form: "link", maxUses: 2, uses: 0, revoked: false },
  ]);
  p.command("east", "application.withdraw", { space: "s", application: "east-s" });
  expect(items(p, "admin.applications", host)).toEqual([]);
});

const ALL_VISIBLE = { title: "visible", email: "visible", phone: "visible" };

test("one's own scope as it was set", () => {
  const p = managed();
  expect(answer(p, "admin.scope", north)).toEqual({
    fields: ALL_VISIBLE,
    whole: false,
    departments: ["sales"],
    people: ["north-admin"],
    exclude: { departments: [], people: ["n2"] },
    inert: { departments: [], exclude: { departments: [] } },
  });
  expect(answer(p, "admin.scope", host)).toEqual({
    fields: ALL_VISIBLE,
    whole: false,
    departments: [],
    people: [],
    exclude: { departments: [], people: [] },
    inert: { departments: [], exclude: { departments: [] } },
  });
});

test("the room left in a Space, and who counts under either way of counting", () => {
  const p = managed();
  const room = {
    persons: { used: 4, limit: 4, left: 0 },
    members: { used: 2, limit: 3, left: 1 },
    waiting: 1,
  };
  expect(answer(p, "admin.space-room", host)).toEqual(room);
  p.under({ personCap: 2 });
  expect(answer(p, "admin.space-room", host)).toMatchObject({
    persons: { used: 4, limit: 2, left: 0 },
  });
  p.under({ personCap: 6 });
  p.hire("north", "south-admin", ["sales"]);
  expect(answer(p, "admin.space-room", host)).toMatchObject({ persons: { used: 4 } });
  p.under({ personCounting: "per-identity" });
  expect(answer(p, "admin.space-room", host)).toMatchObject({ persons: { used: 5 } });
});

test("the room left to host and to join; none to host without numbers for the uncertified", () => {
  const p = managed();
  const room = (by: string) => answer(p, "admin.organization-room", { viewer: viewer(by) });
  expect(room("host")).toEqual({
    hosted: { used: 1, limit: 10, left: 9 },
    joined: { used: 0, limit: 2, left: 2 },
  });
  p.command({ support: "staff" }, "space-quota.expand", { organization: "north", expansion: 1 });
  expect(room("north")).toEqual({
    hosted: { used: 0, limit: 11, left: 11 },
    joined: { used: 1, limit: 2, left: 1 },
  });
  p.fact("organization.certification-changed", { organization: "host", certified: false });
  expect(room("host")).toMatchObject({ hosted: null });
  p.under({ uncertifiedHost: { spaceQuota: 3, personCap: 4 } });
  expect(room("host")).toMatchObject({ hosted: { used: 1, limit: 3, left: 2 } });
});

const ofHost = [
  "admin.members",
  "admin.applications",
  "admin.invitations",
  "admin.folders",
  "admin.space-room",
] as const;

const admin04 = rule("ADMIN-04");
admin04.accepts(
  "the questions of Space admins, and of Members' admins about their own side",
  () => {
    const p = managed();
    for (const type of ofHost) expect(answer(p, type, host)).toBeTypeOf("object");
    p.hire("host", "h1");
    p.appoint("host", "h1", "sub", true);
    const sub = { viewer: viewer(["host", "h1"]), space: "s" };
    expect(answer(p, "admin.space-room", sub)).toBeTypeOf("object");
    for (const type of ["admin.waiting", "admin.scope"] as const) {
      expect(answer(p, type, north)).toBeTypeOf("object");
    }
  },
);
admin04.refuses("those of anybody else about the Space, or about a side", () => {
  const p = managed();
  p.hire("host", "h1");
  p.appoint("host", "h1", "sub", false);
  for (const by of [viewer(["host", "h1"]), viewer("north"), viewer("east")]) {
    for (const type of ofHost) {
      expect(answer(p, type, { viewer: by, space: "s" })).toBe("NOT_SPACE_ADMIN");
    }
  }
  for (const type of ["admin.waiting", "admin.scope"] as const) {
    for (const by of [viewer(["host", "h1"]), viewer(["north", "n1"])]) {
      expect(answer(p, type, { viewer: by, space: "s" })).toBe("NOT_AUTHORIZED_ADMIN");
    }
    expect(answer(p, type, { viewer: viewer("east"), space: "s" })).toBe("NOT_A_MEMBER");
  }
  const room = { viewer: viewer(["north", "n1"]) };
  expect(answer(p, "admin.organization-room", room)).toBe("NOT_AUTHORIZED_ADMIN");
});

test("a dissolved Space is unknown to everybody", () => {
  const p = managed();
  p.command("host", "space.dissolve", { space: "s" });
  for (const by of ["host", "north", "east"]) {
    const data = { viewer: viewer(by), space: "s" };
    for (const type of [...ofHost, "admin.waiting", "admin.scope"] as const) {
      expect(answer(p, type, data)).toBe("UNKNOWN_SPACE");
    }
  }
});

test("ids that are names of properties are ids like any other", () => {
  const p = play();
  p.register(["__proto__", "constructor"]);
  p.createSpace("__proto__", "toString", { whole: true });
  p.invite("__proto__", "toString");
  p.applyTo("constructor", "toString", { whole: true });
  const data = { viewer: viewer("__proto__"), space: "toString" };
  expect(items(p, "admin.applications", data)).toMatchObject([{ organization: "constructor" }]);
  expect(items(p, "space.contacts", data)).toMatchObject([{ organization: "__proto__" }]);
});
