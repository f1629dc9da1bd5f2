// Aim: apps under the Space's identity are for everybody in it and apart from the Host's apps.
// Method: a Space admin builds one; rostered and other people of each side open it.
import { expect } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import { market, type Who } from "../support/apps.ts";
import { rule } from "../support/rule.ts";

const build = (p: Play, app = "menu", by = "H", space = "s") =>
  p.command(by, "space-app.create", { space, app, name: `The ${app}` });
const publish = (p: Play, app = "menu", by = "H", space = "s") =>
  p.command(by, "space-app.publish", { space, app });

function open(p: Play, [organization, person]: Who, app = "menu", space = "s"): unknown {
  return p.ask("space-app.use", { viewer: { organization, person }, space, app });
}

function home(p: Play, [organization, person]: Who, space = "s"): unknown {
  const answer = p.ask("space.home", { viewer: { organization, person }, space });
  if (typeof answer === "string") return answer;
  return (answer as { readonly items: readonly { readonly app: string }[] }).items.map(
    ({ app }) => app,
  );
}

const self01 = rule("SELF-01");
self01.happens("by a Space admin, as an app that is the Space's and no organization's", () => {
  const p = market();
  expect(build(p).events).toEqual([
    expect.objectContaining({
      type: "space-app.created",
      data: { space: "s", app: "menu", name: "The menu" },
    }),
  ]);
  expect(publish(p).code).toBeNull();
  const record = p.records("app").find(([key]) => key === "menu/")?.[1];
  expect(record?.owner).toEqual({ kind: "space", space: "s" });
  expect(home(p, ["S", "s1"])).toEqual(["menu"]);
  // It is no Host app: it cannot be used, listed or published as one.
  expect(p.command("H", "app.publish", { space: "s", app: "menu" }).code).toBe(
    "APP_NOT_OWNED_BY_HOST",
  );
  const viewer = { organization: "H", person: "h1" };
  expect(p.ask("app.use", { viewer, app: "menu", feature: "form.submit" })).toBe("UNKNOWN_APP");
});
self01.doesNot("by anybody else, under an id in use, or twice", () => {
  const p = market();
  expect(build(p, "menu", "S").code).toBe("NOT_SPACE_ADMIN");
  expect(build(p, "crm").code).toBe("ID_TAKEN");
  build(p);
  expect(publish(p, "menu", "S").code).toBe("NOT_SPACE_ADMIN");
  expect(publish(p, "none").code).toBe("UNKNOWN_APP");
  expect(publish(p, "crm").code).toBe("UNKNOWN_APP");
  p.createSpace("H", "t");
  expect(publish(p, "menu", "H", "t").code).toBe("UNKNOWN_APP");
  publish(p);
  expect(publish(p).refusal?.data).toEqual({ app: "menu", space: "s" });
  expect(home(p, ["S", "s1"])).toEqual(["menu"]);
});

const self02 = rule("SELF-02");
self02.accepts("everybody on the Roster, whatever kind of Member, licensed or not", () => {
  const p = market();
  build(p);
  publish(p);
  for (const who of [
    ["S", "s1"],
    ["D", "cold"],
    ["H", "h1"],
  ] as const) {
    expect(open(p, who)).toEqual({ name: "The menu" });
    expect(home(p, who)).toEqual(["menu"]);
  }
});
self02.refuses("whoever is not on the Roster, and everybody before publication", () => {
  const p = market();
  build(p);
  // Not even a Space admin uses what is not published.
  for (const who of [
    ["S", "s1"],
    ["H", "h1"],
    ["H", "H-admin"],
  ] as const) {
    expect(open(p, who)).toBe("UNKNOWN_APP");
  }
  expect(home(p, ["S", "s1"])).toEqual([]);
  publish(p);
  for (const who of [
    ["S", "off"],
    ["H", "h2"],
    ["H", "H-admin"],
  ] as const) {
    expect(open(p, who)).toBe("NOT_IN_SPACE");
    expect(home(p, who)).toBe("NOT_IN_SPACE");
  }
  expect(open(p, ["S", "s1"], "crm")).toBe("UNKNOWN_APP");
  p.register(["X"]);
  expect(open(p, ["X", "X-admin"])).toBe("UNKNOWN_SPACE");
  p.createSpace("H", "t", { people: ["h1"] });
  expect(open(p, ["H", "h1"], "menu", "t")).toBe("UNKNOWN_APP");
});

const exchange = (p: Play, app: string, other: string, by = "H") =>
  p.command(by, "space-app.exchange", { space: "s", app, with: other });

const self03 = rule("SELF-03");
self03.accepts("each kind of app by itself", () => {
  const p = market();
  build(p);
  publish(p);
  expect(open(p, ["S", "s1"])).toEqual({ name: "The menu" });
  expect(p.records("app").map(([key]) => key)).toEqual(expect.arrayContaining(["menu/", "crm/"]));
});
self03.refuses("an exchange of data, though it was announced", () => {
  const p = market();
  build(p);
  publish(p);
  expect(exchange(p, "menu", "crm").refusal).toMatchObject({
    code: "APP_DATA_INTEROP_UNAVAILABLE",
    data: { app: "menu" },
  });
  expect(exchange(p, "menu", "crm", "S").code).toBe("NOT_SPACE_ADMIN");
  expect(exchange(p, "crm", "menu").refusal).toMatchObject({ data: { app: "crm" } });
  expect(exchange(p, "crm", "menu").code).toBe("UNKNOWN_APP");
  expect(exchange(p, "menu", "none").refusal).toMatchObject({
    code: "UNKNOWN_APP",
    data: { app: "none" },
  });
});

const self04 = rule("SELF-04");
self04.holds("for Space apps: no edition, no single sign-on, no license is asked about", () => {
  const p = market();
  p.fact("organization.edition-changed", { organization: "H", edition: "free" });
  for (const organization of ["H", "S"]) {
    p.fact("organization.sso-changed", { organization, sso: true });
  }
  expect(build(p).code).toBeNull();
  expect(publish(p).code).toBeNull();
  expect(open(p, ["S", "s1"])).toEqual({ name: "The menu" });
  expect(open(p, ["D", "cold"])).toEqual({ name: "The menu" });
});
