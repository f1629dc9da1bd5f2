/** Aim: the reference model says by itself to whom an app is distributed, and whose seat it takes (DIST, SEAT). */
import { describe, expect, test } from "vitest";
import {
  ask,
  type HierarchyChanges,
  hierarchies,
  link,
  open,
  opened,
  say,
  tell,
  told,
} from "./hierarchy.ts";
import { done, quiet, refused } from "./partners.ts";
import type { Teller } from "./teller.ts";

const app = { trunk: "k", app: "reports" };

/** County `k` over towns `t` and `u`, a village `v` under `t`, and an app of the county's. */
function county(changes: HierarchyChanges = {}): Teller {
  const teller = opened("k t u v", changes);
  say(teller, "department.created", {
    ...{ organization: "k", department: "east", parent: null, name: "E" },
  });
  say(teller, "department.created", {
    ...{ organization: "v", department: "hall", parent: null, name: "H" },
  });
  teller.hire("v", "v1", ["hall"]);
  link(teller, "t", "k", { mount: "east" });
  link(teller, "u", "k");
  link(teller, "v", "t");
  teller.command("k", "app.create", { app: "reports", name: "Reports", cool: false });
  teller.fact("license.purchased", { organization: "k", purchased: 3 });
  return teller;
}

const publish = (teller: Teller, more: object = {}, by = "k") =>
  tell(teller, by, "app.publish", { ...app, ...more });
const authorize = (teller: Teller, authorized: object | null, by = "k") =>
  tell(teller, by, "app.authorize", { ...app, authorized });
const install = (teller: Teller, organization: string, installed: boolean, by = organization) =>
  tell(teller, by, "app.install", { ...app, organization, installed });
const distributed = (teller: Teller) => hierarchies(teller)?.distributed[0];
const covered = (teller: Teller) => distributed(teller)?.covered.map(([each]) => each as string);

type By = string | readonly [organization: string, person: string];
const use = (teller: Teller, by: By, feature = "form.submit") =>
  ask(teller, by, "app.use", { ...app, feature });
const center = (teller: Teller, by: By, trunk?: string) => {
  const value = ask(teller, by, "app.center", trunk === undefined ? {} : { trunk });
  return typeof value === "string"
    ? value
    : (value as { items: readonly { app: string }[] }).items.map((each) => each.app);
};

const unit = { kind: "hierarchy", organization: "k" };
const grant = (teller: Teller, ...people: readonly string[]) =>
  tell(teller, "k", "license.grant", {
    unit,
    people: people.map((each) => {
      const [organization, person] = each.split("/");
      return { organization, person };
    }),
  });
const seats = (teller: Teller) =>
  (hierarchies(teller)?.seats[0]?.grants ?? []).map((each) => each.join("/"));

describe("distributing (DIST-01)", () => {
  test("is the Trunk's, of its own apps, open and of an edition that has it", () => {
    const teller = county();
    expect(publish(teller, {}, "t")).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(publish(teller, { app: "none" })).toEqual(refused("UNKNOWN_APP"));
    teller.command("t", "app.create", { app: "of-t", name: "T", cool: false });
    expect(publish(teller, { app: "of-t" })).toEqual(refused("APP_NOT_OWNED_BY_HOST"));
    open(teller, "k", { open: false });
    expect(publish(teller)).toEqual(refused("HIERARCHY_NOT_OPEN"));
    open(teller, "k");
    for (const edition of ["free", "light"]) {
      say(teller, "organization.edition-changed", { organization: "k", edition });
      expect(publish(teller)).toEqual(refused("EDITION_NOT_SUPPORTED"));
      expect(authorize(teller, null)).toEqual(refused("EDITION_NOT_SUPPORTED"));
    }
    say(teller, "organization.edition-changed", { organization: "k", edition: "professional" });
    expect(told(publish(teller))).toEqual([
      { kind: "APP_DISTRIBUTED", trunk: "k", app: "reports", installed: false },
    ]);
    expect(publish(teller)).toEqual(refused("APP_ALREADY_PUBLISHED"));
    expect(covered(teller)).toEqual(["t", "u", "v"]);
  });

  test("is governed by the Trunk alone (DIST-06)", () => {
    const teller = county();
    expect(authorize(teller, {}, "t")).toEqual(refused("UNKNOWN_APP"));
    publish(teller, { authorized: { organizations: [{ organization: "t" }] } });
    expect(authorize(teller, {}, "t")).toEqual(refused("APP_GOVERNANCE_HOST_ONLY"));
    expect(authorize(teller, {}, "u")).toEqual(refused("APP_GOVERNANCE_HOST_ONLY"));
    teller.hire("k", "k1");
    expect(tell(teller, ["k", "k1"], "app.authorize", { ...app, authorized: null })).toEqual(
      refused("NOT_TRUNK_ADMIN"),
    );
  });

  test("ends at once, with what was decided of installing (DIST-05)", () => {
    const teller = county();
    publish(teller, { autoInstall: true });
    install(teller, "t", false);
    const withdraw = (by: string) => tell(teller, by, "app.withdraw", app);
    expect(withdraw("t")).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(withdraw("k")).toEqual(done);
    expect(withdraw("k")).toEqual(refused("APP_NOT_PUBLISHED"));
    expect(use(teller, "t")).toBe("APP_NOT_PUBLISHED");
    publish(teller, { autoInstall: true });
    expect(distributed(teller)?.covered).toContainEqual(["t", true]);
  });
});

describe("lists (DIST-02)", () => {
  test("name organizations, mounts, labels with what is below, or alone, and levels", () => {
    const teller = county();
    publish(teller);
    const naming = (authorized: object | null) => {
      authorize(teller, authorized);
      return covered(teller);
    };
    expect(naming({ organizations: [{ organization: "t" }] })).toEqual(["t", "v"]);
    expect(naming({ organizations: [{ organization: "t", alone: true }] })).toEqual(["t"]);
    expect(naming({ organizations: [{ organization: "v" }] })).toEqual(["v"]);
    expect(naming({ mounts: [{ department: "east" }] })).toEqual(["t", "v"]);
    expect(naming({ mounts: [{ department: "east", alone: true }] })).toEqual(["t"]);
    expect(naming({ levels: [1] })).toEqual(["t", "u"]);
    expect(naming({ levels: [2] })).toEqual(["v"]);
    expect(naming({ labels: [{ label: "rural" }] })).toEqual([]);
    tell(teller, "k", "partner.set", { trunk: "k", organization: "t", labels: ["rural"] });
    expect(covered(teller)).toEqual(["t", "v"]);
    expect(naming({})).toEqual([]);
    expect(naming(null)).toEqual(["t", "u", "v"]);
  });

  test("follow the tree of the moment", () => {
    const teller = county();
    publish(teller, { authorized: { organizations: [{ organization: "u" }] } });
    expect(covered(teller)).toEqual(["u"]);
    link(teller, "v", "u", { scope: {} });
    expect(covered(teller)).toEqual(["u", "v"]);
    tell(teller, "v", "link.reach", { trunk: "u", organization: "v", reach: "trunk" });
    expect(covered(teller)).toEqual(["u"]);
  });

  test("name departments and people, of whom the rest of their organization is not covered", () => {
    const teller = county();
    const names = (authorized: object) => authorize(teller, authorized);
    expect(names({ organizations: [{ organization: "none" }] })).toEqual(refused("NOT_LINKED"));
    expect(names({ mounts: [{ department: "none" }] })).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(names({ departments: [{ organization: "v", department: "none" }] })).toEqual(
      refused("UNKNOWN_DEPARTMENT"),
    );
    expect(names({ people: [{ organization: "v", person: "none" }] })).toEqual(
      refused("UNKNOWN_PERSON"),
    );
    publish(teller, { authorized: { departments: [{ organization: "v", department: "hall" }] } });
    expect(covered(teller)).toEqual(["v"]);
    expect(use(teller, ["v", "v1"])).toBe("LICENSE_REQUIRED");
    expect(use(teller, "v")).toBe("APP_NOT_AUTHORIZED");
    say(teller, "department.removed", { organization: "v", department: "hall" });
    expect(covered(teller)).toEqual([]);
    expect(ask(teller, "k", "directory.inert", {})).toMatchObject({
      items: [{ setting: { kind: "distribution", ...app }, department: "hall" }],
    });
    names({ people: [{ organization: "v", person: "v1" }] });
    expect(use(teller, ["v", "v1"])).toBe("LICENSE_REQUIRED");
    say(teller, "person.resigned", { organization: "v", person: "v1" });
    expect(covered(teller)).toEqual([]);
    say(teller, "person.reinstated", { organization: "v", person: "v1" }, 3000);
    expect(covered(teller)).toEqual(["v"]);
  });

  test("are void for whoever is linked anew (UNLINK-05)", () => {
    const teller = county();
    publish(teller, { authorized: { organizations: [{ organization: "u" }] } });
    tell(teller, "k", "link.cancel", { trunk: "k", organization: "u" });
    link(teller, "u", "k");
    expect(covered(teller)).toEqual([]);
  });
});

describe("installing (DIST-03, DIST-04)", () => {
  test("is by the Trunk's choice, until an organization's own admins decide", () => {
    const teller = county();
    expect(install(teller, "t", true)).toEqual(refused("APP_NOT_PUBLISHED"));
    publish(teller);
    expect(install(teller, "t", true, "k")).toEqual(refused("BRANCH_NOT_MANAGEABLE"));
    expect(install(teller, "t", true, "u")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(install(teller, "t", true)).toEqual(done);
    expect(install(teller, "t", true)).toEqual(quiet);
    expect(center(teller, "t")).toEqual(["reports"]);
    expect(center(teller, "v")).toEqual([]);
    expect(center(teller, "v", "k")).toEqual(["reports"]);
    expect(tell(teller, "k", "app.offer", { ...app, autoInstall: true })).toEqual(done);
    expect(center(teller, "v")).toEqual(["reports"]);
    install(teller, "v", false);
    tell(teller, "k", "app.offer", { ...app, autoInstall: false });
    tell(teller, "k", "app.offer", { ...app, autoInstall: true });
    expect(center(teller, "v")).toEqual([]);
    expect(ask(teller, "k", "app.covered", app)).toMatchObject({
      items: [
        { organization: "t", installed: true, by: "organization" },
        { organization: "u", installed: true, by: "trunk" },
        { organization: "v", installed: false, by: "organization" },
      ],
    });
    expect(ask(teller, "t", "app.covered", app)).toBe("NOT_TRUNK_ADMIN");
  });

  test("is forgotten with whoever is covered no more", () => {
    const teller = county();
    publish(teller, { autoInstall: true });
    install(teller, "u", false);
    authorize(teller, { levels: [2] });
    authorize(teller, null);
    expect(distributed(teller)?.covered).toContainEqual(["u", true]);
  });

  test("shows and does not permit, but under the option (DIST-07)", () => {
    const attempt = (changes: HierarchyChanges) => {
      const teller = county(changes);
      publish(teller);
      grant(teller, "t/t-admin");
      return use(teller, "t");
    };
    expect(attempt({})).toEqual({ side: "downstream" });
    expect(attempt({ useNeedsInstallation: true })).toBe("APP_NOT_PUBLISHED");
  });
});

describe("using (DIST-07, DIST-08)", () => {
  test("in the ranked order: known, acting, published, on the Link, listed, licensed", () => {
    const teller = county();
    teller.register("stranger");
    expect(use(teller, "stranger")).toBe("UNKNOWN_TRUNK");
    expect(use(teller, "k")).toBe("ACTING_ORG_INVALID");
    expect(use(teller, ["v", "nobody"])).toBe("ACTING_ORG_INVALID");
    expect(use(teller, "v")).toBe("APP_NOT_PUBLISHED");
    publish(teller, { authorized: { levels: [2] } });
    tell(teller, "v", "scope.take-out", { trunk: "t", organization: "v", people: ["v1"] });
    expect(use(teller, ["v", "v1"])).toBe("NOT_ON_LINK");
    expect(use(teller, "t")).toBe("APP_NOT_AUTHORIZED");
    expect(use(teller, "v")).toBe("LICENSE_REQUIRED");
    grant(teller, "v/v-admin");
    expect(use(teller, "v")).toEqual({ side: "downstream" });
    expect(use(teller, "v", "flow.start-batch")).toEqual({ side: "downstream" });
    expect(use(teller, "v", "data.view")).toBe("DATA_PERMISSION_REQUIRED");
  });

  test("a lost edition freezes, or suspends; a suspended Trunk closes under the option", () => {
    const attempt = (changes: HierarchyChanges, type: string, value: object) => {
      const teller = county(changes);
      publish(teller);
      grant(teller, "v/v-admin");
      say(teller, type, { organization: "k", ...value });
      return use(teller, "v");
    };
    const lost = ["organization.edition-changed", { edition: "light" }] as const;
    expect(attempt({}, ...lost)).toEqual({ side: "downstream" });
    expect(attempt({ hierarchyEditionLoss: "suspend" }, ...lost)).toBe("EDITION_NOT_SUPPORTED");
    expect(attempt({}, "organization.suspended", {})).toEqual({ side: "downstream" });
    const closed = { suspendedHostApps: "closed" };
    expect(attempt(closed, "organization.suspended", {})).toBe("HOST_SUSPENDED");
    const refusing = { hierarchyUnderSso: "refused" };
    expect(attempt(refusing, "organization.sso-changed", { sso: true })).toBe("SSO_NOT_SUPPORTED");
    const listed = { hierarchyFeatures: "downstream-list" };
    const teller = county(listed);
    publish(teller);
    expect(use(teller, "v", "flow.start-batch")).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
  });
});

describe("seats (SEAT)", () => {
  test("are the Trunk's pool's, in one unit, for whoever is present and not its own", () => {
    const teller = county();
    expect(grant(teller, "v/v1", "t/t-admin")).toEqual(done);
    expect(seats(teller)).toEqual(["v/v1", "t/t-admin"]);
    expect(grant(teller, "v/v1")).toEqual(refused("LICENSE_ALREADY_GRANTED"));
    expect(grant(teller, "k/k-admin")).toEqual(refused("LICENSE_TARGET_NOT_ELIGIBLE"));
    expect(grant(teller, "v/none")).toEqual(refused("LICENSE_TARGET_NOT_ELIGIBLE"));
    expect(grant(teller, "u/u-admin", "v/v-admin")).toEqual(refused("LICENSE_POOL_EXHAUSTED"));
    expect(grant(teller, "u/u-admin")).toMatchObject({
      kind: "accepted",
      notices: [{ kind: "LICENSE_USAGE_HIGH", data: { purchased: 3, used: 3 } }],
    });
    const revoke = (by: string) =>
      tell(teller, by, "license.revoke", { unit, people: [{ organization: "v", person: "v1" }] });
    expect(revoke("t")).toEqual(refused("LICENSE_HOST_ONLY"));
    expect(revoke("k")).toEqual(done);
    expect(revoke("k")).toEqual(refused("LICENSE_NOT_GRANTED"));
    expect(ask(teller, "k", "license.usage", {})).toMatchObject({
      used: 2,
      units: [
        { unit: { kind: "host" }, used: 0 },
        { unit, used: 2 },
      ],
    });
  });

  test("ask for the edition when granted", () => {
    const teller = county();
    say(teller, "organization.edition-changed", { organization: "k", edition: "light" });
    expect(grant(teller, "v/v1")).toEqual(refused("EDITION_NOT_SUPPORTED"));
  });

  test("SEAT-02: are released with whoever leaves the book, by whatever, and not before", () => {
    const teller = county();
    grant(teller, "v/v1");
    link(teller, "v", "k", { scope: { people: ["v1"] } });
    tell(teller, "t", "link.cancel", { trunk: "t", organization: "v" });
    expect(seats(teller)).toEqual(["v/v1"]);
    tell(teller, "v", "scope.take-out", { trunk: "k", organization: "v", people: ["v1"] });
    expect(seats(teller)).toEqual([]);
    const narrowed = county();
    grant(narrowed, "v/v1");
    tell(narrowed, "v", "link.reach", { trunk: "t", organization: "v", reach: "trunk" });
    expect(seats(narrowed)).toEqual([]);
    const cancelled = county();
    grant(cancelled, "v/v1", "u/u-admin");
    tell(cancelled, "k", "link.cancel", { trunk: "k", organization: "t" });
    expect(seats(cancelled)).toEqual(["u/u-admin"]);
  });

  test("come back with whoever left by mistake (RESIGN-07, CAP-08)", () => {
    const teller = county();
    grant(teller, "v/v1");
    say(teller, "person.resigned", { organization: "v", person: "v1" });
    expect(seats(teller)).toEqual([]);
    say(teller, "person.reinstated", { organization: "v", person: "v1" }, 3000);
    expect(seats(teller)).toEqual(["v/v1"]);
  });

  test("SEAT-04: have a cap for a direct Branch and all below it", () => {
    const teller = county();
    const limit = (branch: string, value: number | null, by = "k") =>
      tell(teller, by, "license.limit", { unit, branch, limit: value });
    expect(limit("t", 1, "t")).toEqual(refused("LICENSE_HOST_ONLY"));
    expect(limit("v", 1)).toEqual(refused("NOT_LINKED"));
    expect(limit("t", 1)).toEqual(done);
    expect(limit("t", 1)).toEqual(quiet);
    expect(grant(teller, "v/v1", "v/v-admin")).toEqual(refused("SEAT_CAP_EXCEEDED"));
    expect(grant(teller, "v/v1")).toEqual(done);
    expect(grant(teller, "t/t-admin")).toEqual(refused("SEAT_CAP_EXCEEDED"));
    expect(grant(teller, "u/u-admin")).toEqual(done);
    limit("t", 2);
    expect(grant(teller, "t/t-admin")).toMatchObject({ kind: "accepted" });
    limit("t", 0);
    expect(seats(teller)).toHaveLength(3);
    expect(ask(teller, "k", "license.by-branch", {})).toMatchObject({
      items: [
        { branch: "t", used: 2, limit: 0 },
        { branch: "u", used: 1, limit: null },
      ],
    });
    limit("t", null);
    expect(hierarchies(teller)?.seats[0]?.caps).toEqual([]);
    limit("u", 1);
    tell(teller, "k", "link.cancel", { trunk: "k", organization: "u" });
    link(teller, "u", "k");
    expect(hierarchies(teller)?.seats[0]?.caps).toEqual([]);
  });

  describe("SEAT-03: go by themselves", () => {
    const automate = (teller: Teller, organization: string, more: object, by = "k") =>
      tell(teller, by, "license.automate", { unit, organization, ...more });

    test("to who comes into a department chosen, or an organization with all below it", () => {
      const teller = county();
      expect(automate(teller, "t", { whole: true }, "t")).toEqual(refused("LICENSE_HOST_ONLY"));
      expect(automate(teller, "none", { whole: true })).toEqual(refused("NOT_LINKED"));
      expect(automate(teller, "v", { departments: ["none"] })).toEqual(
        refused("UNKNOWN_DEPARTMENT"),
      );
      expect(automate(teller, "v", { departments: ["hall"] })).toEqual(done);
      expect(automate(teller, "v", { departments: ["hall"] })).toEqual(quiet);
      expect(seats(teller)).toEqual([]);
      teller.hire("v", "v2");
      teller.hire("v", "v3", ["hall"]);
      expect(seats(teller)).toEqual(["v/v3"]);
      automate(teller, "v", {});
      automate(teller, "t", { whole: true, alone: true });
      teller.hire("v", "v4");
      teller.hire("t", "t1");
      expect(seats(teller)).toEqual(["v/v3", "t/t1"]);
      automate(teller, "t", { whole: true });
      teller.hire("v", "v5");
      expect(seats(teller)).toEqual(["v/v3", "t/t1", "v/v5"]);
    });

    test("to those below in the order of Links down the line, then of hires", () => {
      const teller = opened("k t u v");
      teller.fact("license.purchased", { organization: "k", purchased: 9 });
      link(teller, "v", "t");
      teller.hire("v", "v1");
      teller.command("k", "app.create", { app: "x", name: "X", cool: false });
      link(teller, "u", "k", { scope: {} });
      link(teller, "t", "k", { scope: {}, reach: "all-above" });
      automate(teller, "u", { whole: true });
      automate(teller, "t", { whole: true });
      tell(teller, "t", "scope.set", { trunk: "k", organization: "t", scope: { whole: true } });
      expect(seats(teller)).toEqual(["t/t-admin"]);
      const down = { trunk: "t", organization: "v", scope: {} };
      tell(teller, "v", "scope.set", down);
      tell(teller, "v", "scope.set", { ...down, scope: { whole: true } });
      expect(seats(teller)).toEqual(["t/t-admin", "v/v-admin", "v/v1"]);
    });

    test("wait where there is none left, or the Branch's number is reached, which holds up nobody else", () => {
      const teller = county();
      automate(teller, "t", { whole: true });
      automate(teller, "u", { whole: true });
      tell(teller, "k", "license.limit", { unit, branch: "t", limit: 0 });
      const deferred = teller.hire("t", "t1");
      expect(deferred).toMatchObject({ notices: [{ kind: "LICENSE_AUTO_GRANT_DEFERRED" }] });
      teller.hire("u", "u1");
      expect(seats(teller)).toEqual(["u/u1"]);
      const waiting = () =>
        teller.reference.facts().pools[0]?.waiting.map(({ identity }) => identity.join("/"));
      expect(waiting()).toEqual(["t/t1"]);
      tell(teller, "k", "license.limit", { unit, branch: "t", limit: 1 });
      expect(seats(teller)).toEqual(["u/u1", "t/t1"]);
      teller.hire("t", "t2");
      teller.resign("t", "t2");
      expect(waiting()).toEqual([]);
    });

    test("are granted to those there already under the policy, and end with the Link", () => {
      const teller = county({ autoGrantBackfill: true });
      automate(teller, "v", { whole: true });
      expect(seats(teller)).toEqual(["v/v-admin", "v/v1"]);
      tell(teller, "t", "link.cancel", { trunk: "t", organization: "v" });
      expect(seats(teller)).toEqual([]);
      link(teller, "v", "t");
      expect(seats(teller)).toEqual([]);
    });
  });
});
