// Aim: which apps go down through Links, to whom, where they show, and who may use them.
// Method: a county with towns and villages and one app each; lists, decisions and doors, one thing changed at a time.
import { expect, test } from "vitest";
import type { TrunkAudience } from "../../src/apps/model.ts";
import type { RecordedOutcome } from "../../src/host/index.ts";
import { summarize } from "../../src/host/preview.ts";
import { type Policy, snapshot } from "../../src/index.ts";
import { parseCommand, parseEvent, parseSnapshot } from "../../src/schema/index.ts";
import type { Plain, Play, Told } from "../../src/testing/index.ts";
import { link, opened, relink, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const APP = { trunk: "K", app: "erp" } as const;

/** County K with towns T and U, villages V below T and W below U; app `erp` of K, `desk` of T. */
function county(changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "T", "U", "V", "W"], changes);
  for (const town of ["T", "U"]) link(p, "K", town, WHOLE);
  link(p, "T", "V", WHOLE);
  link(p, "U", "W", WHOLE);
  p.command("K", "app.create", { app: "erp", name: "ERP" });
  p.command("T", "app.create", { app: "desk", name: "Desk" });
  return p;
}

type Below = Plain<TrunkAudience>;

const publish = (p: Play, authorized?: Below, more: object = {}): Told =>
  p.command("K", "app.publish", {
    ...APP,
    ...(authorized === undefined ? {} : { authorized }),
    ...more,
  } as never);

const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });

/** Gives everybody's admin a license of K. */
function license(p: Play, organizations: readonly string[] = ["T", "U", "V", "W"]): Told {
  p.fact("license.purchased", { organization: "K", purchased: 100 });
  const unit = { kind: "hierarchy", organization: "K" } as const;
  return p.command("K", "license.grant", { unit, people: organizations.map((each) => who(each)) });
}

const use = (p: Play, organization: string, more: object = {}, feature = "form.submit") =>
  p.ask("app.use", { viewer: who(organization), ...APP, feature, ...more });

/** Of all below the county, those whose admin may use the app, as far as its list goes. */
const users = (p: Play): string =>
  ["T", "U", "V", "W"].filter((each) => use(p, each) === "LICENSE_REQUIRED").join("");

const covered = (p: Play): string[] =>
  (
    p.ask("app.covered", { viewer: who("K"), ...APP }) as {
      items: { organization: string; installed: boolean; by: string }[];
    }
  ).items.map(({ organization, installed, by }) => `${organization} ${installed} ${by}`);

const center = (p: Play, organization: string, more: object = {}): string[] | string => {
  const answer = p.ask("app.center", { viewer: who(organization), ...more });
  if (typeof answer === "string") return answer;
  return (answer as { items: { app: string }[] }).items.map(({ app }) => app);
};

const dist01 = rule("DIST-01");
dist01.accepts("an app that the Trunk built, for everybody below, at every level", () => {
  const p = county();
  expect(publish(p).events).toMatchObject([
    { type: "app.published", data: { ...APP, autoInstall: false } },
  ]);
  expect(users(p)).toBe("TUVW");
  expect(unsound(p)).toEqual([]);
});
dist01.refuses("others' apps, a second time, whoever is no admin, and what is passed on", () => {
  const p = county();
  publish(p);
  expect(publish(p).code).toBe("APP_ALREADY_PUBLISHED");
  expect(p.command("K", "app.publish", { ...APP, app: "none" }).code).toBe("UNKNOWN_APP");
  expect(p.command("K", "app.publish", { ...APP, app: "desk" }).code).toBe("APP_NOT_OWNED_BY_HOST");
  expect(p.command("T", "app.publish", { trunk: "T", app: "erp" }).code).toBe(
    "APP_NOT_OWNED_BY_HOST",
  );
  expect(p.command("T", "app.publish", APP).code).toBe("NOT_TRUNK_ADMIN");
  p.register(["X"]);
  expect(p.command("X", "app.publish", APP).code).toBe("UNKNOWN_TRUNK");
  expect(p.command("T", "app.publish", { trunk: "T", app: "desk" }).code).toBeNull();
});
dist01.refuses("a Trunk whose capability is closed, or whose edition does not have it", () => {
  const p = county();
  const closed = { organization: "K", open: false, branches: null };
  p.fact("hierarchy.capacity-changed", closed);
  expect(publish(p).code).toBe("HIERARCHY_NOT_OPEN");
  p.fact("hierarchy.capacity-changed", { ...closed, open: true });
  p.fact("organization.edition-changed", { organization: "K", edition: "light" });
  expect(publish(p).code).toBe("EDITION_NOT_SUPPORTED");
  p.fact("organization.edition-changed", { organization: "K", edition: "professional" });
  expect(publish(p).code).toBeNull();
});

const hier05 = rule("HIER-05");
hier05.accepts("use of what is distributed, and taking it back, when the edition is lost", () => {
  const p = county();
  publish(p);
  license(p);
  p.fact("organization.edition-changed", { organization: "K", edition: "light" });
  expect(use(p, "T")).toEqual({ side: "downstream" });
  const unit = { kind: "hierarchy", organization: "K" } as const;
  expect(p.command("K", "license.revoke", { unit, people: [who("T")] }).code).toBeNull();
  expect(p.command("K", "app.withdraw", APP).code).toBeNull();
});
hier05.refuses("a new list and licenses then; and use, where the policy suspends it", () => {
  const p = county({ hierarchyEditionLoss: "suspend" });
  publish(p);
  license(p, ["T"]);
  p.fact("organization.edition-changed", { organization: "K", edition: "light" });
  const set = { ...APP, authorized: { levels: [1] } };
  expect(p.command("K", "app.authorize", set).code).toBe("EDITION_NOT_SUPPORTED");
  expect(license(p, ["U"]).code).toBe("EDITION_NOT_SUPPORTED");
  expect(use(p, "T")).toBe("EDITION_NOT_SUPPORTED");
});

const hier07 = rule("HIER-07");
hier07.accepts("use and distribution under single sign-on of either side", () => {
  const p = county();
  for (const organization of ["K", "T"]) {
    p.fact("organization.sso-changed", { organization, sso: true });
  }
  expect(publish(p).code).toBeNull();
  license(p);
  expect(use(p, "T")).toEqual({ side: "downstream" });
});
hier07.refuses("both, where the policy gates Links by it", () => {
  const p = county({ hierarchyUnderSso: "refused" });
  publish(p);
  license(p);
  p.fact("organization.sso-changed", { organization: "T", sso: true });
  expect(use(p, "T")).toBe("SSO_NOT_SUPPORTED");
  expect(use(p, "U")).toEqual({ side: "downstream" });
  p.fact("organization.sso-changed", { organization: "K", sso: true });
  expect(use(p, "U")).toBe("SSO_NOT_SUPPORTED");
  p.command("K", "app.withdraw", APP);
  expect(publish(p).code).toBe("SSO_NOT_SUPPORTED");
});

const dist02 = rule("DIST-02");
dist02.accepts("whom each part of a list names, with all below unless it says alone", () => {
  const p = county();
  p.createDepartments("K", [
    ["north", null],
    ["far", "north"],
  ]);
  p.command("K", "link.mount", { trunk: "K", organization: "U", alias: null, mount: "far" });
  p.command("K", "partner.set", { trunk: "K", organization: "T", labels: ["rural"] });
  p.createDepartments("V", [["hall", null]]);
  p.relocate("V", "V-admin", ["hall"]);
  publish(p, {});
  const set = (authorized: Below | null): string => {
    expect(p.command("K", "app.authorize", { ...APP, authorized }).code).toBeNull();
    expect(unsound(p)).toEqual([]);
    return users(p);
  };
  expect(users(p)).toBe("");
  expect(set({ organizations: [{ organization: "T" }] })).toBe("TV");
  expect(set({ organizations: [{ organization: "T", alone: true }] })).toBe("T");
  expect(set({ mounts: [{ department: "north" }] })).toBe("UW");
  expect(set({ mounts: [{ department: "north", alone: true }] })).toBe("U");
  expect(set({ labels: [{ label: "rural" }] })).toBe("TV");
  expect(set({ labels: [{ label: "rural", alone: true }] })).toBe("T");
  expect(set({ levels: [2] })).toBe("VW");
  expect(set({ departments: [{ organization: "V", department: "hall" }] })).toBe("V");
  expect(set({ people: [who("W")] })).toBe("W");
  expect(set({ levels: [1], people: [who("W")] })).toBe("TUW");
  expect(set(null)).toBe("TUVW");
});
dist02.accepts("organizations linked or moved later, without another word", () => {
  const p = county();
  p.register(["Z"]);
  publish(p, { organizations: [{ organization: "T" }] });
  link(p, "T", "Z", WHOLE);
  expect(use(p, "Z")).toBe("LICENSE_REQUIRED");
  p.command("T", "link.cancel", { trunk: "T", organization: "V" });
  expect(use(p, "V")).toBe("UNKNOWN_TRUNK");
  link(p, "U", "V", WHOLE);
  expect(use(p, "V")).toBe("APP_NOT_AUTHORIZED");
});
dist02.refuses("who is not reached, or present, and what does not exist", () => {
  const p = county();
  p.register(["X"]);
  expect(publish(p, { organizations: [{ organization: "X" }] }).code).toBe("NOT_LINKED");
  expect(publish(p, { organizations: [{ organization: "K" }] }).code).toBe("NOT_LINKED");
  expect(publish(p, { people: [who("X")] }).code).toBe("UNKNOWN_PERSON");
  expect(publish(p, { people: [who("K")] }).code).toBe("UNKNOWN_PERSON");
  const department = { organization: "T", department: "none" };
  expect(publish(p, { departments: [department] }).code).toBe("UNKNOWN_DEPARTMENT");
  expect(publish(p, { mounts: [{ department: "none" }] }).code).toBe("UNKNOWN_DEPARTMENT");
});
dist02.refuses("an entry for what was linked under a former Link, and a former employment", () => {
  const p = county();
  publish(p, { organizations: [{ organization: "T" }], people: [who("W")] });
  p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(relink(p, "K", "T").code).toBeNull();
  expect(users(p)).toBe("W");
  p.hire("W", "eve");
  p.fact("person.resigned", { organization: "W", person: "W-admin", number: 1 });
  p.hire("W", "W-admin", [], 2);
  expect(users(p)).toBe("");
});

const mount02 = rule("MOUNT-02");
mount02.shows("the Branches mounted at or below a department that a list names", () => {
  const p = county();
  p.createDepartments("K", [
    ["north", null],
    ["far", "north"],
  ]);
  p.command("K", "link.mount", { trunk: "K", organization: "U", alias: null, mount: "far" });
  publish(p, { mounts: [{ department: "north" }] });
  expect(users(p)).toBe("UW");
});
mount02.hides("Branches mounted beside it, or above", () => {
  const p = county();
  p.createDepartments("K", [
    ["north", null],
    ["far", "north"],
  ]);
  p.command("K", "link.mount", { trunk: "K", organization: "U", alias: null, mount: "north" });
  publish(p, { mounts: [{ department: "far" }] });
  expect(users(p)).toBe("");
});

dist02.doesNot("set a list anew that says no less than what is void of it", () => {
  const p = county();
  p.hire("T", "t1");
  publish(p, { organizations: [{ organization: "W" }], people: [who("T", "t1")] });
  p.fact("person.resigned", { organization: "T", person: "t1", number: 1 });
  p.fact("organization.ended", { organization: "W" });
  const told = p.command("K", "app.authorize", { ...APP, authorized: {} });
  expect(told).toMatchObject({ code: null, events: [] });
});

const dist03 = rule("DIST-03");
dist03.happens(
  "on every workbench covered with automatic installation; else by each one's word",
  () => {
    const p = county();
    const told = publish(p, { levels: [1] }, { autoInstall: true });
    expect(told.notices).toEqual([
      {
        kind: "APP_DISTRIBUTED",
        to: [
          { kind: "hierarchy-admins", organization: "K" },
          { kind: "covered-hierarchy-admins", ...APP },
        ],
        data: { ...APP, installed: true },
      },
    ]);
    expect(covered(p)).toEqual(["T true trunk", "U true trunk"]);
    expect(
      p.command("T", "app.install", { ...APP, organization: "T", installed: false }).events,
    ).toMatchObject([{ type: "app.install-set", data: { organization: "T", installed: false } }]);
    p.command("K", "app.offer", { ...APP, autoInstall: false });
    p.command("K", "app.offer", { ...APP, autoInstall: true });
    expect(covered(p)).toEqual(["T false organization", "U true trunk"]);
    expect(unsound(p)).toEqual([]);
    // Off the list and on it again: what was decided is forgotten.
    const narrowed = p.command("K", "app.authorize", { ...APP, authorized: { levels: [2] } });
    const { taken } = summarize(narrowed.outcome as unknown as RecordedOutcome);
    expect(taken.installations).toBe(1);
    p.command("K", "app.authorize", { ...APP, authorized: { levels: [1] } });
    expect(covered(p)).toEqual(["T true trunk", "U true trunk"]);
  },
);
dist03.doesNot("cover an organization of which only somebody absent is named", () => {
  const p = county();
  publish(p, { people: [who("T")] });
  expect(covered(p)).toEqual(["T false trunk"]);
  const people = ["T-admin"];
  p.command("T", "scope.take-out", { trunk: "K", organization: "T", people });
  expect(covered(p)).toEqual([]);
  const wish = { ...APP, organization: "T", installed: true };
  expect(p.command("T", "app.install", wish).code).toBe("APP_NOT_PUBLISHED");
  p.command("T", "scope.put-in", { trunk: "K", organization: "T", people });
  expect(covered(p)).toEqual(["T false trunk"]);
});
dist03.accepts(
  "the question whom it covers from any Trunk admin, whoever acts under the policy",
  () => {
    const p = county({ hierarchyActor: "main-admin-only" });
    publish(p);
    p.hire("K", "sub");
    const sub = { organization: "K", person: "sub", number: 1, role: "sub" } as const;
    p.fact("admin.changed", { ...sub, spacePermission: false, hierarchyPermission: true });
    expect(p.command(["K", "sub"], "app.offer", { ...APP, autoInstall: true }).code).toBe(
      "MAIN_ADMIN_REQUIRED",
    );
    expect(p.ask("app.covered", { viewer: who("K", "sub"), ...APP })).toMatchObject({
      items: [
        { organization: "T" },
        { organization: "U" },
        { organization: "V" },
        { organization: "W" },
      ],
    });
  },
);
dist03.doesNot("on the word of anybody else, or of an organization that is not covered", () => {
  const p = county();
  publish(p, { levels: [1] });
  const install = (by: string, organization: string) =>
    p.command(by, "app.install", { ...APP, organization, installed: true }).code;
  expect(install("K", "T")).toBe("BRANCH_NOT_MANAGEABLE");
  expect(install("K", "V")).toBe("BRANCH_NOT_MANAGEABLE");
  expect(install("U", "T")).toBe("NOT_AUTHORIZED_ADMIN");
  expect(install("V", "V")).toBe("APP_NOT_PUBLISHED");
  expect(install("T", "T")).toBeNull();
  p.command("K", "app.withdraw", APP);
  expect(install("T", "T")).toBe("APP_NOT_PUBLISHED");
  expect(p.command("K", "app.offer", { ...APP, autoInstall: true }).code).toBe("APP_NOT_PUBLISHED");
});

const dist04 = rule("DIST-04");
dist04.accepts("use of an app that is not installed, and shows it on the Trunk's workbench", () => {
  const p = county();
  publish(p, { organizations: [{ organization: "T" }] });
  license(p);
  expect(use(p, "T")).toEqual({ side: "downstream" });
  expect(center(p, "T")).toEqual([]);
  expect(center(p, "T", { trunk: "K" })).toEqual(["erp"]);
  expect(center(p, "U", { trunk: "K" })).toEqual([]);
  expect(center(p, "K", { trunk: "K" })).toEqual(["erp"]);
  p.command("T", "app.install", { ...APP, organization: "T", installed: true });
  p.command("V", "app.install", { ...APP, organization: "V", installed: true });
  expect(center(p, "T")).toEqual(["erp"]);
  expect(center(p, "V")).toEqual(["erp"]);
});
dist04.refuses("use of what is not installed, where the policy asks for it", () => {
  const p = county({ useNeedsInstallation: true });
  publish(p);
  license(p);
  expect(use(p, "T")).toBe("APP_NOT_PUBLISHED");
  p.command("T", "app.install", { ...APP, organization: "T", installed: true });
  expect(use(p, "T")).toEqual({ side: "downstream" });
});
dist04.refuses("a look at workbenches by whoever is not in the book, or not in service", () => {
  const p = county();
  p.hire("T", "off");
  p.command("T", "scope.take-out", { trunk: "K", organization: "T", people: ["off"] });
  const viewer = who("T", "off");
  expect(p.ask("app.center", { viewer, trunk: "K" })).toBe("NOT_ON_LINK");
  expect(p.ask("app.center", { viewer: who("T", "none") })).toBe("ACTING_ORG_INVALID");
});

const dist05 = rule("DIST-05");
dist05.happens("at once, with all that was decided about installing", () => {
  const p = county();
  publish(p, undefined, { autoInstall: true });
  license(p);
  p.command("T", "app.install", { ...APP, organization: "T", installed: false });
  expect(p.command("K", "app.withdraw", APP).events).toMatchObject([
    { type: "app.withdrawn", data: { ...APP, because: "withdrawn" } },
  ]);
  expect(use(p, "U")).toBe("APP_NOT_PUBLISHED");
  expect(center(p, "U")).toEqual([]);
  expect(unsound(p)).toEqual([]);
  publish(p);
  expect(covered(p)).toEqual(["T false trunk", "U false trunk", "V false trunk", "W false trunk"]);
});
dist05.doesNot("on others' word, nor twice", () => {
  const p = county();
  publish(p);
  expect(p.command("T", "app.withdraw", APP).code).toBe("NOT_TRUNK_ADMIN");
  p.command("K", "app.withdraw", APP);
  expect(p.command("K", "app.withdraw", APP).code).toBe("APP_NOT_PUBLISHED");
});

const dist06 = rule("DIST-06");
dist06.accepts("the Trunk's own admins", () => {
  const p = county();
  publish(p);
  expect(p.command("K", "app.authorize", { ...APP, authorized: { levels: [1] } }).code).toBeNull();
});
dist06.refuses("everybody below, main admins included, and clerks of the Trunk", () => {
  const p = county();
  const set = { ...APP, authorized: null };
  expect(p.command("T", "app.authorize", set).code).toBe("UNKNOWN_APP");
  publish(p);
  expect(p.command("T", "app.authorize", set).code).toBe("APP_GOVERNANCE_HOST_ONLY");
  p.hire("K", "clerk");
  expect(p.command(["K", "clerk"], "app.authorize", set).code).toBe("NOT_TRUNK_ADMIN");
});

const dist07 = rule("DIST-07");
dist07.accepts(
  "whoever is present, on the list and licensed, and takes the row as the Trunk's",
  () => {
    const p = county();
    publish(p);
    license(p);
    const told = p.command("V", "form.submit", { ...APP, rows: [{ row: "r1" }] });
    expect(told.events).toMatchObject([
      {
        type: "form.submitted",
        data: { ...APP, space: null, organization: "V", person: "V-admin" },
      },
    ]);
    const unit = { kind: "host", organization: "K" } as const;
    p.command("K", "license.grant", { unit, people: [who("K")] });
    expect(p.ask("data.rows", { viewer: who("K"), app: "erp" })).toMatchObject({
      items: [{ row: "r1", submitter: who("V") }],
    });
    expect(p.ask("data.rows", { viewer: who("V"), ...APP })).toBe("DATA_PERMISSION_REQUIRED");
    expect(unsound(p)).toEqual([]);
  },
);
dist07.refuses("others, in the ranked order", () => {
  const p = county();
  p.register(["X"]);
  p.hire("T", "off");
  p.command("T", "scope.take-out", { trunk: "K", organization: "T", people: ["off"] });
  const off = { viewer: who("T", "off") };
  expect(use(p, "X")).toBe("UNKNOWN_TRUNK");
  expect(use(p, "T", { viewer: who("T", "none") })).toBe("ACTING_ORG_INVALID");
  expect(use(p, "T", { app: "desk" })).toBe("UNKNOWN_APP");
  expect(use(p, "T", off)).toBe("APP_NOT_PUBLISHED");
  publish(p, { levels: [2] });
  expect(use(p, "T", off)).toBe("NOT_ON_LINK");
  expect(use(p, "T")).toBe("APP_NOT_AUTHORIZED");
  expect(use(p, "V")).toBe("LICENSE_REQUIRED");
  license(p);
  expect(use(p, "V")).toEqual({ side: "downstream" });
  p.fact("person.suspended", { organization: "V", person: "V-admin" });
  expect(use(p, "V")).toBe("ACTOR_SUSPENDED");
});

const dist08 = rule("DIST-08");
dist08.shows("whatever feature, as for the Trunk's own people", () => {
  const p = county();
  publish(p);
  license(p);
  expect(use(p, "V", {}, "form.submit-batch")).toEqual({ side: "downstream" });
  const rows = [{ row: "r1" }, { row: "r2" }];
  expect(p.command("V", "form.submit", { ...APP, rows }).code).toBeNull();
});
dist08.hides("what the closed list does not have, where the policy says so", () => {
  const p = county({ hierarchyFeatures: "downstream-list" });
  publish(p);
  license(p);
  const rows = [{ row: "r1" }, { row: "r2" }];
  expect(p.command("V", "form.submit", { ...APP, rows }).code).toBe(
    "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
  );
  expect(use(p, "V", {}, "form.submit")).toEqual({ side: "downstream" });
});

test("all that is said and kept of distributed apps is as the schemas have it", () => {
  const p = county();
  p.createDepartments("K", [["north", null]]);
  const every: Below = {
    organizations: [{ organization: "T", alone: true }],
    mounts: [{ department: "north" }],
    labels: [{ label: "rural", alone: true }],
    levels: [1],
    departments: [],
    people: [who("V")],
  };
  const unit = { kind: "hierarchy", organization: "K" } as const;
  const told = [
    publish(p, every, { autoInstall: true }),
    p.command("T", "app.install", { ...APP, organization: "T", installed: false }),
    license(p),
    p.command("K", "license.limit", { unit, branch: "T", limit: 9 }),
    p.command("V", "form.submit", { ...APP, rows: [{ row: "r1" }] }),
  ];
  expect(parseSnapshot(snapshot(p.world()))).toMatchObject({ ok: true });
  told.push(p.command("K", "app.withdraw", APP));
  const events = told.flatMap((each) => each.events);
  expect(events.length).toBeGreaterThan(told.length);
  for (const event of events) expect(parseEvent(event)).toMatchObject({ ok: true });
  const both = { ...APP, space: "s", authorized: null };
  const sent = { id: "i", at: 0, by: who("K"), type: "app.authorize", data: both };
  expect(parseCommand(sent)).toMatchObject({ ok: false });
});

const route01 = rule("ROUTE-01");
route01.accepts("one door, or none for one's own organization's app", () => {
  const p = county();
  publish(p);
  license(p);
  p.fact("license.purchased", { organization: "T", purchased: 1 });
  const unit = { kind: "host", organization: "T" } as const;
  p.command("T", "license.grant", { unit, people: [who("T")] });
  const own = { viewer: who("T"), app: "desk", feature: "form.submit" };
  expect(p.ask("app.use", own)).toEqual({ side: "host" });
});
route01.refuses("two doors, and the Trunk through itself", () => {
  const p = county();
  publish(p);
  p.createSpace("K", "s");
  p.join("K", "s", "T", WHOLE.scope);
  expect(use(p, "T", { space: "s" })).toBe("ACTING_ORG_INVALID");
  expect(center(p, "T", { trunk: "K", space: "s" })).toBe("ACTING_ORG_INVALID");
  expect(use(p, "K")).toBe("ACTING_ORG_INVALID");
});

const picked = (p: Play, by: string, target: object) =>
  p.command(by, "form.submit", { ...APP, rows: [{ row: `r-${by}` }], picked: [target] } as never)
    .code;

const route02 = rule("ROUTE-02");
/** Whom the Trunk's admin may choose, page by page, each with their organization. */
function offered(p: Play, limit: number, search = ""): string[] {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = { limit, search, ...(after === undefined ? {} : { after }) };
    const answer = p.ask("form.candidates", { viewer: who("K"), app: APP.app, ...page });
    const { items, next } = answer as {
      items: { organization: string; person: string }[];
      next: string | null;
    };
    found.push(...items.map(({ organization, person }) => `${organization} ${person}`));
    after = next ?? undefined;
  } while (after !== undefined);
  return found;
}
const ownForm = (p: Play, target: object, row: string) =>
  p.command("K", "form.submit", {
    ...{ app: APP.app, rows: [{ row: `own-${row}` }] },
    picked: [target],
  } as never).code;
const licenseOwn = (p: Play) =>
  p.command("K", "license.grant", {
    unit: { kind: "host", organization: "K" },
    people: [who("K")],
  });
route02.accepts(
  "everybody present for a Trunk that distributes the app, whomever the list covers",
  () => {
    const p = county();
    publish(p);
    license(p);
    licenseOwn(p);
    p.command("K", "app.authorize", {
      ...APP,
      authorized: { organizations: [{ organization: "U" }] },
    });
    for (const each of ["T", "V"]) expect(ownForm(p, who(each), each)).toBeNull();
    for (const limit of [1, 2, 100]) {
      const all = offered(p, limit);
      expect(all[0]).toBe("K K-admin");
      expect(all.slice(1).sort()).toEqual(["T T-admin", "U U-admin", "V V-admin", "W W-admin"]);
    }
    expect(offered(p, 10, "V-adm")).toEqual(["V V-admin"]);
  },
);
route02.accepts("people of a Space after them, whoever is in both once", () => {
  const p = county();
  publish(p);
  license(p);
  licenseOwn(p);
  p.createSpace("K", "s");
  for (const organization of ["M", "T"]) {
    if (organization === "M") p.register(["M"]);
    p.join("K", "s", organization, { whole: true });
  }
  p.command("K", "app.publish", { space: "s", app: APP.app });
  for (const limit of [1, 2, 100]) {
    const all = offered(p, limit);
    expect(all[0]).toBe("K K-admin");
    expect(all.at(-1)).toBe("M M-admin");
    expect(all.filter((each) => each === "T T-admin")).toHaveLength(1);
    expect(all).toHaveLength(6);
  }
});
route02.refuses("them where the app is not distributed, and whoever is not present", () => {
  const p = county();
  publish(p);
  license(p);
  licenseOwn(p);
  p.hire("V", "off");
  p.command("V", "scope.take-out", { trunk: "T", organization: "V", people: ["off"] });
  expect(ownForm(p, who("V", "off"), "1")).toBe("PICK_TARGET_OUTSIDE_SCOPE");
  expect(ownForm(p, who("T"), "2")).toBeNull();
  p.command("K", "app.withdraw", APP);
  expect(ownForm(p, who("T"), "3")).toBe("PICK_TARGET_OUTSIDE_SCOPE");
  expect(offered(p, 1)).toEqual(["K K-admin"]);
});

const route03 = rule("ROUTE-03");
route03.accepts("one's own people who are present, and those of organizations below", () => {
  const p = county();
  publish(p);
  license(p);
  expect(picked(p, "T", who("V"))).toBeNull();
  expect(picked(p, "V", who("V"))).toBeNull();
});
const candidates = (p: Play, organization: string, limit = 1): string[] => {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = { limit, ...(after === undefined ? {} : { after }) };
    const answer = p.ask("form.candidates", { viewer: who(organization), ...APP, ...page });
    if (typeof answer === "string") return [answer];
    const { items, next } = answer as { items: { organization: string }[]; next: string | null };
    found.push(...items.map((each) => each.organization));
    after = next ?? undefined;
  } while (after !== undefined);
  return found;
};
route03.accepts("exactly those whom it lists as candidates, page by page", () => {
  for (const [branchPickScope, ofTown, ofVillage] of [
    ["organization-and-below", "TV", "V"],
    ["organization", "T", "V"],
    ["whole-book", "TKUVW", "VKTUW"],
  ] as const) {
    const p = county({ branchPickScope });
    publish(p);
    license(p);
    for (const limit of [1, 100]) {
      expect(candidates(p, "T", limit).join("")).toBe(ofTown);
      expect(candidates(p, "V", limit).join("")).toBe(ofVillage);
    }
    for (const each of ["K", "T", "U", "V", "W"]) {
      const asked = { viewer: who("T"), ...APP, target: who(each) };
      expect(p.ask("form.pickable", asked) !== "PICK_TARGET_OUTSIDE_SCOPE").toBe(
        ofTown.includes(each),
      );
    }
  }
});
route03.refuses("people of the Trunk, between and beside, and whoever is not present", () => {
  const p = county();
  publish(p);
  license(p);
  p.hire("V", "off");
  p.command("V", "scope.take-out", { trunk: "T", organization: "V", people: ["off"] });
  for (const target of [who("K"), who("T"), who("W"), who("V", "off")]) {
    expect(picked(p, "V", target)).toBe("PICK_TARGET_OUTSIDE_SCOPE");
  }
});
