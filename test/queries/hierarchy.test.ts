// Aim: what Hierarchy admins are told of what is above and below their organization.
// Method: county, towns and villages, some of them narrow, asked from each side and page by page.
import { expect, test } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import { applyTo, link, open, opened } from "../support/hierarchy.ts";

const admin = (organization: string) => ({
  viewer: { organization, person: `${organization}-admin` },
});

function county(): Play {
  const p = opened(["K", "T", "U", "V", "W"]);
  for (const town of ["T", "U"]) link(p, "K", town, { alias: `town ${town}` });
  link(p, "T", "V", { scope: { whole: true }, shared: ["hr"] });
  link(p, "U", "V", { reach: "trunk" });
  link(p, "U", "W", { reach: "trunk" });
  return p;
}

const names = (answer: unknown): string[] =>
  (answer as { items: { organization: string; level?: number; line?: string[] }[] }).items.map(
    ({ organization, level, line }) =>
      [organization, level, line?.join(">")].filter((each) => each !== undefined).join(" "),
  );

test("Trunks and Branches of one's own, with what the Link carries", () => {
  const p = county();
  expect(p.ask("hierarchy.trunks", admin("V"))).toMatchObject({
    items: [
      {
        trunk: "T",
        organization: "V",
        name: "The T",
        reach: "all-above",
        shared: ["hr"],
        whole: true,
        present: 1,
      },
      { trunk: "U", reach: "trunk", present: 0, released: false },
    ],
  });
  const first = p.ask("hierarchy.branches", { ...admin("K"), limit: 1 }) as { next: string };
  expect(names(first)).toEqual(["T"]);
  expect(p.ask("hierarchy.branches", { ...admin("K"), after: first.next })).toMatchObject({
    items: [{ organization: "U", alias: "town U", mount: null, labels: [] }],
    next: null,
  });
  expect(p.ask("hierarchy.branches", { ...admin("K"), after: "i V" })).toBe("MALFORMED");
});

test("who reaches one's own organization, and whom it reaches, by level or under one Branch", () => {
  const p = county();
  expect(names(p.ask("hierarchy.above", admin("V")))).toEqual(["T 1", "U 1", "K 2"]);
  expect(names(p.ask("hierarchy.above", admin("W")))).toEqual(["U 1"]);
  expect(names(p.ask("hierarchy.below", admin("K")))).toEqual(["T 1 T", "U 1 U", "V 2 T>V"]);
  expect(names(p.ask("hierarchy.below", { ...admin("K"), level: 2 }))).toEqual(["V 2 T>V"]);
  expect(names(p.ask("hierarchy.below", { ...admin("K"), branch: "U" }))).toEqual(["U 1 U"]);
  expect(names(p.ask("hierarchy.below", admin("U")))).toEqual(["V 1 V", "W 1 W"]);
});

test("the room left for Branches, Trunks and levels", () => {
  const p = county();
  expect(p.ask("hierarchy.room", admin("T"))).toEqual({
    open: true,
    branches: null,
    trunks: { used: 1, limit: 5, left: 4 },
    levels: 8,
  });
  open(p, ["T"], 3);
  expect(p.ask("hierarchy.room", admin("T"))).toMatchObject({
    branches: { used: 1, limit: 3, left: 2 },
  });
});

test("for Hierarchy admins alone", () => {
  const p = county();
  p.hire("K", "eve");
  const viewer = { organization: "K", person: "eve" };
  for (const type of ["trunks", "branches", "above", "below", "room"] as const) {
    expect(p.ask(`hierarchy.${type}`, { viewer })).toBe("NOT_AUTHORIZED_ADMIN");
  }
});

test("pending applications and invitations of a Trunk, for its admins alone", () => {
  const p = county();
  p.register(["X"]);
  applyTo(p, "T", "X", { reach: "trunk", shared: ["hr"] });
  const asked = { ...admin("T"), trunk: "T" };
  expect(p.ask("admin.applications", asked)).toEqual({
    items: [
      {
        ...{ application: "X-T", organization: "X", name: "The X", at: 1000, whole: false },
        ...{ reach: "trunk", shared: ["hr"], replaces: null },
      },
    ],
    next: null,
  });
  expect(p.ask("admin.invitations", asked)).toMatchObject({
    items: [{ invitation: "t-T", uses: 2, revoked: false }],
  });
  for (const type of ["admin.applications", "admin.invitations"] as const) {
    expect(p.ask(type, { ...admin("V"), trunk: "T" })).toBe("NOT_TRUNK_ADMIN");
    expect(p.ask(type, { ...admin("W"), trunk: "T" })).toBe("UNKNOWN_TRUNK");
  }
});
