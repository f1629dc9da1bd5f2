// Aim: Host apps go Downstream in one step, are governed upstream, and come back.
// Method: H publishes to a Space with a supplier and a dealer; each side tries what it may and may not.
import { expect } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import { authorize, center, license, market, permit, submit, use } from "../support/apps.ts";
import { approve, instanceOf, start, started, step } from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const appOf = (p: Play, app: string) => p.records("app").find(([key]) => key === `${app}/`)?.[1];
const publish = (p: Play, by: string, app: string, space = "s") =>
  p.command(by, "app.publish", { space, app });

const app01 = rule("APP-01");
app01.happens("in one step, for every Member within the list, in each Space by itself", () => {
  const p = market();
  p.command("H", "app.create", { app: "erp", name: "ERP" });
  expect(center(p, ["S", "s1"])).toEqual(["crm"]);
  expect(publish(p, "H", "erp").events).toEqual([
    expect.objectContaining({
      type: "app.published",
      data: { space: "s", app: "erp", host: "H" },
    }),
  ]);
  for (const by of [
    ["S", "s1"],
    ["D", "d1"],
  ] as const)
    expect(center(p, by)).toEqual(["crm", "erp"]);
  p.createSpace("H", "t", { people: ["h1"] });
  expect(center(p, ["H", "h1"], "t")).toEqual([]);
  expect(publish(p, "H", "erp", "t").code).toBeNull();
  expect(appOf(p, "erp")?.published).toEqual(["s", "t"]);
});
app01.doesNot("a second time", () => {
  const p = market();
  const again = publish(p, "H", "crm");
  expect(again.refusal).toMatchObject({
    code: "APP_ALREADY_PUBLISHED",
    data: { app: "crm", space: "s" },
  });
  expect(center(p, ["S", "s1"])).toEqual(["crm"]);
});

const app02 = rule("APP-02");
app02.accepts("a Space admin's publication of an app that the Host built", () => {
  const p = market();
  p.command("H", "app.create", { app: "erp", name: "ERP" });
  expect(appOf(p, "erp")).toMatchObject({
    name: "ERP",
    cool: false,
    owner: { kind: "organization", organization: "H" },
  });
  expect(publish(p, "H", "erp").code).toBeNull();
});
app02.refuses("anybody else, an app of anybody else, and a Space of anybody else", () => {
  const p = market();
  p.command("S", "app.create", { app: "own", name: "Own" });
  p.command("H", "space-app.create", { space: "s", app: "inner", name: "Inner" });
  expect(publish(p, "S", "own").code).toBe("NOT_SPACE_ADMIN");
  expect(p.command(["H", "h1"], "app.publish", { space: "s", app: "crm" }).code).toBe(
    "NOT_SPACE_ADMIN",
  );
  expect(publish(p, "H", "own").code).toBe("APP_NOT_OWNED_BY_HOST");
  expect(publish(p, "H", "inner").code).toBe("APP_NOT_OWNED_BY_HOST");
  expect(publish(p, "H", "nothing").code).toBe("UNKNOWN_APP");
  p.createSpace("S", "theirs");
  expect(publish(p, "H", "crm", "theirs").code).toBe("UNKNOWN_SPACE");
  expect(p.command({ support: "staff" }, "app.create", { app: "x", name: "X" }).code).toBe(
    "NOT_AUTHORIZED_ADMIN",
  );
  expect(p.command(["H", "h1"], "app.create", { app: "x", name: "X" }).code).toBe(
    "NOT_AUTHORIZED_ADMIN",
  );
});
app02.refuses("an id that an app of whomever has, had, or a Space app has", () => {
  const p = market();
  p.command("H", "space-app.create", { space: "s", app: "inner", name: "Inner" });
  for (const app of ["crm", "inner"]) {
    expect(p.command("S", "app.create", { app, name: "X" }).refusal?.data).toEqual({
      kind: "app",
      id: app,
    });
    const built = p.command("H", "space-app.create", { space: "s", app, name: "X" });
    expect(built.code).toBe("ID_TAKEN");
  }
});

const app03 = rule("APP-03");
app03.accepts("what the Host's admins set", () => {
  const p = market();
  expect(authorize(p, { partners: [{ type: "supplier" }] }).code).toBeNull();
  expect(permit(p, [{ rows: "own" }]).code).toBeNull();
  expect(p.command("H", "app.withdraw", { space: "s", app: "crm" }).code).toBeNull();
});
app03.refuses("a Member's people, who learn that this is the Host's, and everybody else", () => {
  const p = market();
  const refused = { code: "APP_GOVERNANCE_HOST_ONLY", data: { app: "crm" } };
  expect(authorize(p, null, "S").refusal).toMatchObject(refused);
  expect(permit(p, [], "S").refusal).toMatchObject(refused);
  expect(authorize(p, null, ["S", "s1"]).refusal).toMatchObject(refused);
  // Who governs is asked before anything that the setting names.
  expect(
    authorize(p, { people: [{ organization: "S", person: "none" }] }, "S").refusal,
  ).toMatchObject(refused);
  // To a Member, an app that is published in none of its Spaces is one that is not there.
  p.command("H", "app.create", { app: "erp", name: "ERP" });
  for (const app of ["none", "erp"]) {
    for (const by of ["S", ["S", "s1"]] as const) {
      const told = p.command(by, "app.authorize", { space: "s", app, authorized: null });
      expect(told.refusal).toMatchObject({ code: "UNKNOWN_APP", data: { app } });
    }
  }
  expect(authorize(p, null, ["H", "h1"]).code).toBe("NOT_SPACE_ADMIN");
  expect(authorize(p, null, { support: "staff" }).code).toBe("UNKNOWN_SPACE");
  p.register(["X"]);
  expect(authorize(p, null, "X").code).toBe("UNKNOWN_SPACE");
});

const app05 = rule("APP-05");
app05.shows(
  "whoever is on the Roster exactly what is published and for them, licensed or not",
  () => {
    const p = market();
    p.command("H", "app.create", { app: "erp", name: "ERP" });
    authorize(p, { organizations: ["D"] });
    publish(p, "H", "erp");
    expect(center(p, ["S", "s1"])).toEqual(["erp"]);
    expect(center(p, ["D", "cold"])).toEqual(["crm", "erp"]);
    expect(use(p, ["D", "cold"])).toBe("LICENSE_REQUIRED");
    // A Host contact is not Downstream: no list is for them.
    expect(center(p, ["H", "h1"])).toEqual(["crm", "erp"]);
  },
);
app05.hides("what is for others, and everything from whoever is not on the Roster", () => {
  const p = market();
  authorize(p, { organizations: ["D"] });
  expect(center(p, ["S", "s1"])).toEqual([]);
  expect(center(p, ["S", "off"])).toBe("NOT_IN_SPACE");
  expect(center(p, ["H", "h2"])).toBe("NOT_IN_SPACE");
  p.register(["X"]);
  expect(center(p, ["X", "X-admin"])).toBe("UNKNOWN_SPACE");
});

const app07 = rule("APP-07");
app07.holds("for the Host's people: neither Space, list, gate nor limit of features", () => {
  const p = market({ release: "V1" });
  authorize(p, {});
  p.fact("organization.edition-changed", { organization: "H", edition: "free" });
  p.fact("organization.sso-changed", { organization: "H", sso: true });
  // h2 was never added to the Space; both acts for H although S employs them as well.
  license(p, null, [["H", "h2"]]);
  for (const person of ["h1", "h2", "both"]) expect(use(p, ["H", person], "design")).toBe("host");
  expect(submit(p, ["H", "h2"], { attachments: true }).code).toBeNull();
  const rows = [{ row: "one" }, { row: "two" }];
  expect(submit(p, ["H", "h1"], { rows }).events).toHaveLength(2);
  p.command("H", "app.withdraw", { space: "s", app: "crm" });
  expect(use(p, ["H", "h1"])).toBe("host");
});

const app08 = rule("APP-08");
app08.happens("at once, while the data and the settings stay with the Host", () => {
  const p = market();
  authorize(p, { partners: [{ type: "supplier" }] });
  submit(p, ["S", "s1"], {}, "kept");
  const withdrawn = p.command("H", "app.withdraw", { space: "s", app: "crm" });
  expect(withdrawn.events.map(({ type, data }) => [type, data["because"]])).toEqual([
    ["app.withdrawn", "withdrawn"],
  ]);
  expect(center(p, ["S", "s1"])).toEqual([]);
  expect(use(p, ["S", "s1"])).toBe("APP_NOT_PUBLISHED");
  expect(appOf(p, "crm")).toMatchObject({ published: [], rows: 1 });
  publish(p, "H", "crm");
  expect(center(p, ["S", "s1"])).toEqual(["crm"]);
  // Publishing again opens nothing that was closed.
  expect(center(p, ["D", "d1"])).toEqual([]);
});
app08.happens("to what is new: who holds an open task of what was started acts on it", () => {
  const p = started([step("all", ["B", "b2"]), step("all", ["C", "c1"])]);
  p.command("A", "app.withdraw", { space: "s", app: "x" });
  expect(start(p, ["B", "b1"], "j").code).toBe("APP_NOT_PUBLISHED");
  const rows = [{ row: "r" }];
  const submitted = p.command(["B", "b1"], "form.submit", { app: "x", space: "s", rows });
  expect(submitted.code).toBe("APP_NOT_PUBLISHED");
  expect(approve(p, ["B", "b2"], 0).code).toBeNull();
  expect(approve(p, ["C", "c1"], 1).code).toBeNull();
  expect(instanceOf(p)?.status).toBe("approved");
});
app08.happens("by itself when the Space is dissolved, and when its Host ends", () => {
  const p = market();
  p.command("H", "app.create", { app: "erp", name: "ERP" });
  publish(p, "H", "erp");
  const because = (told: ReturnType<Play["fact"]>) =>
    told.events
      .filter(({ type }) => type === "app.withdrawn")
      .map(({ data }) => `${String(data["app"])} ${String(data["because"])}`);
  expect(because(p.command("H", "space.dissolve", { space: "s" }))).toEqual([
    "crm dissolved",
    "erp dissolved",
  ]);
  expect(appOf(p, "crm")?.published).toEqual([]);
  expect(use(p, ["S", "s1"])).toBe("UNKNOWN_SPACE");
  expect(use(p, ["H", "h1"])).toBe("host");
  p.createSpace("H", "t");
  publish(p, "H", "crm", "t");
  expect(because(p.fact("organization.ended", { organization: "H" }))).toEqual(["crm dissolved"]);
  expect(p.space("t")?.dissolved).toBe(true);
});
app08.doesNot("for what is not published, nor on a Member's word", () => {
  const p = market();
  p.command("H", "app.create", { app: "erp", name: "ERP" });
  expect(p.command("H", "app.withdraw", { space: "s", app: "erp" }).refusal).toMatchObject({
    code: "APP_NOT_PUBLISHED",
    data: { app: "erp", space: "s" },
  });
  p.command("S", "app.create", { app: "own", name: "Own" });
  expect(p.command("H", "app.withdraw", { space: "s", app: "own" }).code).toBe(
    "APP_NOT_OWNED_BY_HOST",
  );
  expect(p.command("H", "app.withdraw", { space: "s", app: "none" }).code).toBe("UNKNOWN_APP");
  expect(p.command("D", "app.withdraw", { space: "s", app: "crm" }).code).toBe("NOT_SPACE_ADMIN");
  expect(center(p, ["S", "s1"])).toEqual(["crm"]);
});

const app09 = rule("APP-09");
app09.holds("that what Downstream submits is the Host's data, whichever Space it came from", () => {
  const p = market();
  p.register(["T"]);
  p.hire("T", "t1");
  p.createSpace("H", "t");
  p.join("H", "t", "T", { whole: true });
  publish(p, "H", "crm", "t");
  license(p, "t", [["T", "t1"]]);
  expect(submit(p, ["S", "s1"], {}, "one").code).toBeNull();
  expect(submit(p, ["T", "t1"], { space: "t" }, "two").code).toBeNull();
  expect(submit(p, ["H", "h1"], {}, "three").code).toBeNull();
  expect(appOf(p, "crm")?.rows).toBe(3);
  // One body of data, one name space of rows.
  expect(submit(p, ["T", "t1"], { space: "t" }, "one").refusal?.data).toEqual({
    kind: "row",
    id: "one",
  });
});
