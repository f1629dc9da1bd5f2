// Aim: who is Trunk and Branch, who acts for them, what opens and gates Links, how far a Trunk reaches.
// Method: small trees of organizations; every actor tries what is another's.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import { parseInput } from "../../src/schema/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { above, applyTo, approve, link, open, opened } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

/** A village below a town below a county. */
function county(changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "T", "V"], changes);
  link(p, "K", "T");
  link(p, "T", "V");
  return p;
}

function sub(p: Play, organization: string, permissions: object): readonly [string, string] {
  const person = `${organization}-sub`;
  p.hire(organization, person);
  p.fact("admin.changed", { organization, person, role: "sub", ...permissions });
  return [organization, person];
}

rule("HIER-01").holds("an organization is Branch in one Link and Trunk in another", () => {
  const p = county();
  expect(
    p
      .records("link")
      .map(([key]) => key)
      .sort(),
  ).toEqual(["K/T", "T/V"]);
  expect(p.records("space")).toEqual([]);
});

const hier02 = rule("HIER-02");
hier02.accepts("one Link in one direction", () => {
  expect(link(opened(["A", "B"]), "A", "B").code).toBeNull();
});
hier02.refuses("a second one, and the other direction", () => {
  const p = opened(["A", "B"]);
  link(p, "A", "B");
  const again = { application: "again", invitation: "t-A" };
  expect(p.command("B", "application.submit", again).code).toBe("ALREADY_LINKED");
  expect(applyTo(p, "B", "A").code).toBe("HIERARCHY_CYCLE");
});

const hier03 = rule("HIER-03");
hier03.accepts("a Branch with Branches of its own, without its Trunk's leave", () => {
  expect(above(county(), "V")).toEqual(["T 1", "K 2"]);
});
hier03.refuses("a chain longer than it may be", () => {
  const p = county({ hierarchyDepth: 3 });
  p.register(["W"]);
  open(p, ["V"]);
  expect(link(p, "V", "W").code).toBe("HIERARCHY_TOO_DEEP");
});

const hier04 = rule("HIER-04");
hier04.happens("at once, for all below, and their admins are told", () => {
  const p = opened(["K", "T", "V", "W"]);
  link(p, "T", "V");
  link(p, "V", "W", { reach: "trunk" });
  const told = link(p, "K", "T");
  expect([above(p, "V"), above(p, "W")]).toEqual([
    ["T 1", "K 2"],
    ["V 1", "T -", "K -"],
  ]);
  expect(told.notices.filter(({ kind }) => kind !== "APPLICATION_DECIDED")).toEqual([
    {
      kind: "HIERARCHY_REACHED",
      to: [{ kind: "hierarchy-admins", organization: "V" }],
      data: { organization: "K" },
    },
  ]);
  const wider = p.command("W", "link.reach", { trunk: "V", organization: "W", reach: "all-above" });
  expect(above(p, "W")).toEqual(["V 1", "T 2", "K 3"]);
  expect(wider.notices.map(({ data }) => data)).toEqual([
    { organization: "T" },
    { organization: "K" },
  ]);
  p.command("V", "link.reach", { trunk: "T", organization: "V", reach: "trunk" });
  expect([above(p, "V"), above(p, "W")]).toEqual([
    ["T 1", "K -"],
    ["V 1", "T 2", "K -"],
  ]);
});
hier04.happens("by the shortest chain, the line the first by the Trunks' order of Links", () => {
  const p = opened(["K", "T", "U", "S"]);
  for (const town of ["U", "T"]) link(p, "K", town);
  for (const town of ["T", "U"]) link(p, town, "S");
  const lineage = () => p.records("lineage").find(([key]) => key === "S/")?.[1].above;
  expect(lineage()?.at(-1)).toEqual(["K", 2, 2, ["U", "T"], [1, 1], 2, ["U"]]);
  link(p, "K", "S");
  expect(lineage()?.at(-1)?.slice(0, 5)).toEqual(["K", 1, 2, ["K", "T", "U"], [3]]);
});
hier04.doesNot("on anybody's word but the Branch's, nor twice", () => {
  const p = county();
  const narrow = { trunk: "T", organization: "V", reach: "trunk" } as const;
  expect(p.command("T", "link.reach", narrow).code).toBe("BRANCH_NOT_MANAGEABLE");
  expect(p.command("K", "link.reach", narrow).code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(p.command("V", "link.reach", { ...narrow, trunk: "K" }).code).toBe("NOT_LINKED");
  expect(p.command("V", "link.reach", { ...narrow, reach: "all-above" }).events).toEqual([]);
  const data = { ...narrow, reach: "far" };
  const by = { organization: "V", person: "p" };
  expect(parseInput({ id: "i", at: 1, type: "link.reach", by, data })).toMatchObject({
    problems: [{ path: ["data", "reach"] }],
  });
});

const hier05 = rule("HIER-05");
const editions = (edition: "free" | "professional", changes: Partial<Policy>) => {
  const p = play(changes);
  p.register(["T", "B"], { edition });
  open(p, ["T"]);
  return link(p, "T", "B").code;
};
hier05.accepts("any edition, and the Professional one where editions gate containers", () => {
  expect(editions("free", {})).toBeNull();
  expect(editions("professional", { gateStage: "container-too" })).toBeNull();
});
hier05.refuses("an approval where editions gate containers and the Trunk's does not do", () => {
  expect(editions("free", { gateStage: "container-too" })).toBe("EDITION_NOT_SUPPORTED");
});

const hier06 = rule("HIER-06");
hier06.accepts("what an open Trunk does, and whatever was linked before it closed", () => {
  const p = county();
  p.fact("hierarchy.capacity-changed", { organization: "T", open: false, branches: 0 });
  expect(above(p, "V")).toEqual(["T 1", "K 2"]);
  const cancel = { trunk: "T", organization: "V" };
  expect(p.command("T", "link.cancel", cancel).code).toBeNull();
});
hier06.refuses("invitations and approvals while it is not open; the platform alone says so", () => {
  const p = county();
  p.register(["W"]);
  applyTo(p, "T", "W");
  const closed = { organization: "T", open: false, branches: null, revision: 5 };
  expect(p.fact("hierarchy.capacity-changed", closed).events).toHaveLength(1);
  expect(approve(p, "T", ["W"]).code).toBe("HIERARCHY_NOT_OPEN");
  const late = { ...closed, open: true, revision: 4 };
  expect(p.fact("hierarchy.capacity-changed", late).events).toEqual([]);
  const own = p.fact("hierarchy.capacity-changed", late, { from: { organization: "T" } });
  expect(own.code).toBe("SOURCE_NOT_RESPONSIBLE");
  const nobody = { organization: "nobody", open: true, branches: null };
  expect(p.fact("hierarchy.capacity-changed", nobody).code).toBe("UNKNOWN_ORGANIZATION");
});
hier06.accepts("a Trunk below an open one, with the policy's number, where the top covers", () => {
  const p = play({ hierarchyOpening: "top-covers", branchLimit: 1 });
  p.register(["K", "T", "V", "W"]);
  open(p, ["K"], 9);
  link(p, "K", "T");
  expect(link(p, "T", "V").code).toBeNull();
  expect(link(p, "T", "W").code).toBe("BRANCH_LIMIT_EXCEEDED");
});

const hier07 = rule("HIER-07");
const uncertified = (changes: Partial<Policy>, sso = false) => {
  const p = play(changes);
  p.register(["T", "B"], { certified: false, sso });
  open(p, ["T"]);
  return link(p, "T", "B").code;
};
hier07.accepts("whoever is not certified, and single sign-on", () => {
  expect(uncertified({}, true)).toBeNull();
});
hier07.refuses("both under the options", () => {
  expect(uncertified({ hierarchyMustBeCertified: "trunk" })).toBe("HOST_NOT_CERTIFIED");
  expect(uncertified({ hierarchyMustBeCertified: "both" })).toBe("MEMBER_NOT_CERTIFIED");
  const gated = { hierarchyUnderSso: "refused", gateStage: "container-too" } as const;
  expect(uncertified(gated, true)).toBe("SSO_NOT_SUPPORTED");
});

const hier08 = rule("HIER-08");
hier08.accepts("main admins, and sub-admins with the Hierarchy permission", () => {
  const p = county();
  const wish = { trunk: "T", invitation: "i", form: "qr" } as const;
  const by = sub(p, "T", { hierarchyPermission: true });
  expect(p.command(by, "invitation.issue", wish).code).toBeNull();
  const reach = { trunk: "T", organization: "V", reach: "trunk" } as const;
  expect(
    p.command(sub(p, "V", { hierarchyPermission: true }), "link.reach", reach).code,
  ).toBeNull();
});
hier08.refuses("the Space permission here, and the Hierarchy permission there", () => {
  const p = county();
  const wish = { invitation: "i", form: "qr" } as const;
  const spaces = sub(p, "T", { spacePermission: true });
  expect(p.command(spaces, "invitation.issue", { ...wish, trunk: "T" }).code).toBe(
    "NOT_TRUNK_ADMIN",
  );
  p.createSpace("V", "s");
  const hierarchies = sub(p, "V", { hierarchyPermission: true });
  expect(p.command(hierarchies, "invitation.issue", { ...wish, space: "s" }).code).toBe(
    "NOT_SPACE_ADMIN",
  );
  expect(p.command(hierarchies, "space.create", { space: "s2", name: "N" }).code).toBe(
    "NOT_AUTHORIZED_ADMIN",
  );
});
hier08.refuses("to say of a Trunk that there is one, to whoever is not acquainted with it", () => {
  const p = county();
  p.register(["X"]);
  const cancel = { trunk: "T", organization: "V" };
  expect(p.command("X", "link.cancel", cancel).code).toBe("UNKNOWN_TRUNK");
  expect(p.command("V", "link.cancel", { ...cancel, trunk: "nobody" }).code).toBe("UNKNOWN_TRUNK");
  applyTo(p, "T", "X");
  expect(p.command("X", "link.cancel", cancel).code).toBe("NOT_TRUNK_ADMIN");
});
hier08.refuses("a sub-admin under the strict policy, on either side", () => {
  const p = county();
  const by = sub(p, "T", { hierarchyPermission: true });
  p.under({ hierarchyActor: "main-admin-only" });
  expect(p.command(by, "link.cancel", { trunk: "T", organization: "V" }).code).toBe(
    "MAIN_ADMIN_REQUIRED",
  );
  const narrow = { trunk: "K", organization: "T", reach: "trunk" } as const;
  expect(p.command(by, "link.reach", narrow).code).toBe("MAIN_ADMIN_REQUIRED");
});
hier08.accepts("a sub-admin under the strict policy who asks, told what it would take", () => {
  const p = county();
  const by = sub(p, "T", { hierarchyPermission: true });
  p.register(["X"]);
  applyTo(p, "T", "X");
  p.under({ hierarchyActor: "main-admin-only" });
  const viewer = { organization: "T", person: by[1] };
  const of = { viewer, trunk: "T" };
  expect(p.ask("admin.applications", of)).toMatchObject({ items: [{ application: "X-T" }] });
  expect(p.ask("admin.invitations", of)).toMatchObject({ items: [{ invitation: "t-T" }] });
  expect(p.ask("admin.application", { ...of, application: "X-T" })).toMatchObject({
    refusal: { code: "MAIN_ADMIN_REQUIRED" },
  });
});

const hier09 = rule("HIER-09");
hier09.accepts("what a Trunk decides about its own Links", () => {
  const p = county();
  expect(p.command("T", "link.cancel", { trunk: "T", organization: "V" }).code).toBeNull();
});
hier09.refuses("a Trunk that touches a Branch's own part, or another Trunk's Link", () => {
  const p = county();
  const scope = { trunk: "T", organization: "V", scope: { whole: true } };
  expect(p.command("T", "scope.set", scope).code).toBe("BRANCH_NOT_MANAGEABLE");
  const share = { trunk: "T", organization: "V", shared: [] };
  expect(p.command("T", "link.share", share).code).toBe("BRANCH_NOT_MANAGEABLE");
  for (const other of ["K", "V"]) {
    const mount = { trunk: "T", organization: "V", alias: "x", mount: null };
    expect(p.command(other, "link.mount", mount).code).toBe("NOT_TRUNK_ADMIN");
  }
  expect(p.command("K", "link.cancel", { trunk: "K", organization: "V" }).code).toBe("NOT_LINKED");
});
hier08.accepts(
  "for what is an organization's own and names neither side, either permission",
  () => {
    const p = county();
    p.hire("T", "eve");
    const by = sub(p, "T", { hierarchyPermission: true });
    expect(p.command(by, "app.create", { app: "a", name: "A" }).code).toBeNull();
    const flow = { app: "a", flow: "f", steps: [] } as never;
    expect(p.command(by, "flow.define", flow).code).not.toBe("NOT_SPACE_ADMIN");
    const named = { organization: "T", person: "eve", successor: "T-admin" };
    expect(p.command(by, "successor.set", named).code).toBeNull();
    const viewer = { organization: by[0], person: by[1] };
    expect(p.ask("directory.person", { viewer, person: "eve" })).toMatchObject({ inService: true });
  },
);
