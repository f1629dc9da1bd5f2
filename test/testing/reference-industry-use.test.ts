/** Aim: the reference model says by itself what an industry member may do, and whose a row is (INDUSTRY-02 to -04). */
import { describe, expect, test } from "vitest";
import { ask, type HierarchyChanges, hierarchies, link, open, say, tell } from "./hierarchy.ts";
import { act, askAs, change, ids, left, school, staff } from "./industry.ts";
import { done, refused } from "./partners.ts";
import type { Teller } from "./teller.ts";

const app = { trunk: "k", app: "reports" };
let rows = 0;

/** The county's app, distributed to all below and open to industry members; the school has pupils. */
function open_(changes: HierarchyChanges = {}, offer: object = { industry: true }): Teller {
  const teller = school(changes);
  for (const organization of ["k", "b"]) {
    teller.command(organization, "app.create", { app: nameOf(organization), name: "A" });
    tell(teller, organization, "flow.define", { app: nameOf(organization), ...definition });
  }
  tell(teller, "k", "app.publish", { ...app, ...offer });
  change(teller, "pa", []);
  change(teller, "ma", []);
  change(teller, "kid", ["1a"], { guardians: ["pa"] });
  change(teller, "other", ["1b"]);
  return teller;
}

const nameOf = (organization: string) => (organization === "k" ? "reports" : "own");
const definition = {
  flow: "f",
  steps: [{ mode: "any", approvers: [{ kind: "role", of: "host", role: "none" }] }],
};
const row = () => {
  rows += 1;
  return `row-${rows}`;
};
const submit = (teller: Teller, person: string, more: object = {}) =>
  act(teller, person, "form.submit", { ...app, rows: [{ row: row() }], ...more });
const start = (teller: Teller, person: string, instance: string, more: object = {}) =>
  act(teller, person, "flow.start", { ...app, flow: "f", instance, row: row(), ...more });
const withdraw = (teller: Teller, person: string, instance: string) =>
  act(teller, person, "flow.withdraw", { instance });
const offer = (teller: Teller, by: Parameters<typeof tell>[1], data: object) =>
  tell(teller, by, "app.offer", data);
const own = { app: "own", trunk: undefined };

describe("the switch (INDUSTRY-02)", () => {
  test("is off unless the Trunk's admins turn it on", () => {
    const teller = open_({}, {});
    expect(submit(teller, "kid")).toEqual(refused("INDUSTRY_ACCESS_CLOSED"));
    expect(hierarchies(teller)?.distributed[0]?.industry).toBe(undefined);
    for (const by of ["t", "b"]) {
      expect(offer(teller, by, { ...app, industry: true })).toEqual(refused("NOT_TRUNK_ADMIN"));
    }
    expect(offer(teller, "k", { ...app, industry: true })).toEqual(done);
    expect(hierarchies(teller)?.distributed[0]?.industry).toBe(true);
    expect(submit(teller, "kid")).toEqual(done);
    offer(teller, "k", { ...app, autoInstall: true });
    expect(submit(teller, "kid")).toEqual(done);
    offer(teller, "k", { ...app, industry: false });
    expect(submit(teller, "kid")).toEqual(refused("INDUSTRY_ACCESS_CLOSED"));
  });

  test("is of a distribution, and ends with it", () => {
    const teller = open_();
    tell(teller, "k", "app.withdraw", app);
    expect(submit(teller, "kid")).toEqual(refused("APP_NOT_PUBLISHED"));
    tell(teller, "k", "app.publish", app);
    expect(submit(teller, "kid")).toEqual(refused("INDUSTRY_ACCESS_CLOSED"));
  });

  test("is for organizations that the list covers as a whole", () => {
    const teller = open_();
    say(teller, "department.created", {
      ...{ organization: "b", department: "hall", parent: null, name: "H" },
    });
    const authorize = (authorized: object | null) =>
      tell(teller, "k", "app.authorize", { ...app, authorized });
    const departments = [{ organization: "b", department: "hall" }];
    for (const [list, code] of [
      [{ departments }, "APP_NOT_AUTHORIZED"],
      [{ people: [{ organization: "b", person: "b1" }] }, "APP_NOT_AUTHORIZED"],
      [{ organizations: [{ organization: "t", alone: true }] }, "APP_NOT_AUTHORIZED"],
      [{ levels: [1] }, "APP_NOT_AUTHORIZED"],
      [{ organizations: [{ organization: "t" }] }, null],
      [{ levels: [2] }, null],
      [null, null],
    ] as const) {
      authorize(list);
      expect(submit(teller, "kid")).toEqual(code === null ? done : refused(code));
    }
  });

  test("is there for one's own app too, without any distribution", () => {
    const teller = open_();
    expect(submit(teller, "kid", own)).toEqual(refused("INDUSTRY_ACCESS_CLOSED"));
    const data = { app: "own", industry: true };
    expect(offer(teller, ["b", "b1"], data)).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(offer(teller, "k", data)).toEqual(refused("UNKNOWN_APP"));
    expect(offer(teller, "b", { ...data, app: "reports" })).toEqual(
      refused("APP_GOVERNANCE_HOST_ONLY"),
    );
    expect(offer(teller, "b", { ...data, app: "none" })).toEqual(refused("UNKNOWN_APP"));
    const admin = { organization: "b", person: "b1", number: 1, role: "sub" };
    say(teller, "admin.changed", { ...admin, spacePermission: true });
    expect(offer(teller, ["b", "b1"], data)).toEqual(refused("NOT_TRUNK_ADMIN"));
    say(teller, "admin.changed", { ...admin, hierarchyPermission: true });
    expect(offer(teller, ["b", "b1"], data)).toEqual(done);
    expect(submit(teller, "kid", own)).toEqual(done);
    expect(start(teller, "kid", "i", own)).toMatchObject({ kind: "accepted" });
    offer(teller, "b", { ...data, industry: false });
    expect(submit(teller, "kid", own)).toEqual(refused("INDUSTRY_ACCESS_CLOSED"));
  });

  test("is for the main admin alone under the strict policy", () => {
    const teller = open_({ hierarchyActor: "main-admin-only" });
    const admin = { organization: "b", person: "b1", number: 1, role: "sub" };
    say(teller, "admin.changed", { ...admin, spacePermission: false, hierarchyPermission: true });
    const data = { app: "own", industry: true };
    expect(offer(teller, ["b", "b1"], data)).toEqual(refused("MAIN_ADMIN_REQUIRED"));
    expect(offer(teller, "b", data)).toEqual(done);
  });
});

describe("acting as an industry member (INDUSTRY-01, INDUSTRY-03)", () => {
  test("takes being in the book, as long as one is in it", () => {
    const teller = open_();
    expect(submit(teller, "b1")).toEqual(refused("ACTING_ORG_INVALID"));
    expect(submit(teller, "kid")).toEqual(done);
    left(teller, "kid", { at: 2500 });
    expect(submit(teller, "kid")).toEqual(refused("ACTING_ORG_INVALID"));
  });

  test("goes through a Trunk that reaches the organization", () => {
    const teller = open_();
    expect(submit(teller, "kid", { trunk: "none" })).toEqual(refused("UNKNOWN_TRUNK"));
    expect(submit(teller, "kid", { trunk: "b" })).toEqual(refused("ACTING_ORG_INVALID"));
    expect(submit(teller, "kid", { app: "none" })).toEqual(refused("UNKNOWN_APP"));
    expect(submit(teller, "kid", { trunk: "t" })).toEqual(refused("UNKNOWN_APP"));
    tell(teller, "b", "link.reach", { trunk: "t", organization: "b", reach: "trunk" });
    expect(submit(teller, "kid")).toEqual(refused("UNKNOWN_TRUNK"));
  });

  test("goes through no Space, where no industry member is", () => {
    const teller = open_();
    tell(teller, "k", "space.create", { space: "s", name: "S" });
    const inSpace = { trunk: undefined, space: "s" };
    expect(submit(teller, "kid", inSpace)).toEqual(refused("UNKNOWN_SPACE"));
    change(teller, "b1", []);
    teller.join("k", "s", "b", { whole: true });
    tell(teller, "k", "app.publish", { space: "s", app: "reports" });
    expect(submit(teller, "b1", inSpace)).toEqual(refused("ACTING_ORG_INVALID"));
    expect(submit(teller, "kid", { space: "s" })).toEqual(refused("ACTING_ORG_INVALID"));
  });

  test("names the door where the app is open to one through it (FLOW-02)", () => {
    const teller = open_();
    const nowhere = { trunk: undefined };
    expect(start(teller, "kid", "i", nowhere)).toEqual(refused("ACTING_ORG_INVALID"));
    offer(teller, "k", { ...app, industry: false });
    expect(start(teller, "kid", "i", nowhere)).toEqual(refused("UNKNOWN_APP"));
  });

  test("needs no license, and no place on a Link", () => {
    const teller = open_();
    const scope = { trunk: "t", organization: "b", scope: {} };
    expect(tell(teller, "b", "scope.set", scope)).toMatchObject({ kind: "accepted" });
    expect(submit(teller, "kid")).toEqual(done);
  });

  test("is for one form or one flow at a time, and nothing else", () => {
    const teller = open_();
    const two = { rows: [{ row: row() }, { row: row() }] };
    expect(submit(teller, "kid", two)).toEqual(refused("FEATURE_NOT_SUPPORTED_DOWNSTREAM"));
    offer(teller, "b", { app: "own", industry: true });
    const both = { ...own, ...two };
    expect(submit(teller, "kid", both)).toEqual(refused("FEATURE_NOT_SUPPORTED_DOWNSTREAM"));
    const use = (feature: string) => askAs(teller, "kid", "app.use", { ...app, feature });
    for (const feature of ["form.submit", "flow.start", "data.view"]) {
      expect(use(feature)).toEqual({ side: "downstream" });
    }
    for (const feature of ["task.handle", "report.view", "export", "batch"]) {
      expect(use(feature)).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
    }
    for (const [type, data] of [
      ["task.approve", { instance: "i", task: 0 }],
      ["group.start", { group: "g", trunk: "k", name: "G", people: [] }],
      ["app.create", { app: "new", name: "New" }],
      ["link.reach", { trunk: "t", organization: "b", reach: "trunk" }],
    ] as const) {
      expect(act(teller, "kid", type, data)).toEqual(refused("FEATURE_NOT_SUPPORTED_DOWNSTREAM"));
      expect(act(teller, "none", type, data)).toEqual(refused("ACTING_ORG_INVALID"));
    }
    for (const [type, data] of [
      ["flow.todo", {}],
      ["data.submitters", { app: "reports" }],
      ["hierarchy.trunks", {}],
      ["app.center", { trunk: "k" }],
    ] as const) {
      expect(askAs(teller, "kid", type, data)).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
    }
  });

  test("a suspended employee goes on as one; of a suspended organization nobody does (DIR-18)", () => {
    const teller = open_();
    change(teller, "b1", []);
    say(teller, "person.suspended", { organization: "b", person: "b1" });
    expect(submit(teller, "b1")).toEqual(done);
    say(teller, "organization.suspended", { organization: "b" });
    expect(submit(teller, "b1")).toEqual(refused("ACTOR_SUSPENDED"));
    expect(askAs(teller, "b1", "data.rows", app)).toBe("ACTOR_SUSPENDED");
    say(teller, "organization.resumed", { organization: "b" });
    // A chain through a suspended organization passes, and its apps stay open.
    for (const each of ["t", "k"]) say(teller, "organization.suspended", { organization: each });
    expect(submit(teller, "b1")).toEqual(done);
  });

  test("meets the gates of a distributed app (DIST-07)", () => {
    const closed = open_({ suspendedHostApps: "closed" });
    say(closed, "organization.suspended", { organization: "k" });
    expect(submit(closed, "kid")).toEqual(refused("HOST_SUSPENDED"));
    const lost = open_({ hierarchyEditionLoss: "suspend" });
    say(lost, "organization.edition-changed", { organization: "k", edition: "free" });
    expect(submit(lost, "kid")).toEqual(refused("EDITION_NOT_SUPPORTED"));
    const frozen = open_();
    say(frozen, "organization.edition-changed", { organization: "k", edition: "free" });
    open(frozen, "k", { open: false });
    expect(submit(frozen, "kid")).toEqual(done);
    const uninstalled = open_({ useNeedsInstallation: true });
    expect(submit(uninstalled, "kid")).toEqual(refused("APP_NOT_PUBLISHED"));
    tell(uninstalled, "b", "app.install", { ...app, organization: "b", installed: true });
    expect(submit(uninstalled, "kid")).toEqual(done);
    const listed = open_({ hierarchyFeatures: "downstream-list", release: "V2" });
    expect(submit(listed, "kid")).toEqual(done);
    expect(submit(listed, "kid", { attachments: true })).toEqual(
      refused("FEATURE_NOT_SUPPORTED_DOWNSTREAM"),
    );
  });

  test("picks whom the organization's people may, never its members (ROUTE-03)", () => {
    const teller = open_();
    const pick = (organization: string, person: string) =>
      submit(teller, "kid", { picked: [{ organization, person }] });
    expect(pick("b", "b1")).toEqual(done);
    expect(pick("t", "t-admin")).toEqual(refused("PICK_TARGET_OUTSIDE_SCOPE"));
    expect(pick("b", "pa")).toEqual(refused("PICK_TARGET_OUTSIDE_SCOPE"));
    const target = { organization: "b", person: "pa" };
    expect(askAs(teller, "kid", "form.pickable", { ...app, target })).toBe(
      "PICK_TARGET_OUTSIDE_SCOPE",
    );
    const { items } = askAs(teller, "kid", "form.candidates", app) as {
      items: readonly { person: string }[];
    };
    expect(items.map(({ person }) => person)).toEqual(["b-admin", "b1", "b2"]);
  });
});

describe("flows (INDUSTRY-03)", () => {
  test("are started for the organization, and withdrawn by whoever started them", () => {
    const teller = open_();
    expect(start(teller, "kid", "i", { flow: "none" })).toEqual(refused("UNKNOWN_APP"));
    start(teller, "kid", "i");
    const [instance] = teller.reference.facts().instances;
    expect(instance).toMatchObject({
      ...{ host: "k", trunk: "k", status: "running" },
      initiator: ["b", "kid", "industry-member"],
    });
    expect(start(teller, "kid", "i")).toEqual(refused("ID_TAKEN"));
    for (const person of ["pa", "other"]) {
      expect(withdraw(teller, person, "i")).toEqual(refused("UNKNOWN_INSTANCE"));
    }
    expect(withdraw(teller, "kid", "i")).toEqual(done);
    expect(withdraw(teller, "kid", "i")).toEqual(refused("INSTANCE_NOT_RUNNING"));
  });

  test("are anchored in the organization, whose people alone they are routed to (FLOW-04)", () => {
    const teller = open_();
    say(teller, "license.purchased", { organization: "k", purchased: 5 });
    say(teller, "person.roles-changed", { organization: "b", person: "b1", roles: ["head"] });
    const approvers = [{ kind: "role", of: "initiator", role: "head" }];
    const steps = [{ mode: "any", approvers }];
    tell(teller, "k", "flow.define", { app: "reports", flow: "g", steps });
    const unit = { kind: "hierarchy", organization: "k" };
    const people = ["b1", "b2"].map((person) => ({ organization: "b", person }));
    tell(teller, "k", "license.grant", { unit, people });
    start(teller, "kid", "i", { flow: "g" });
    expect(teller.reference.facts().instances[0]?.tasks[0]?.holder).toEqual(["b", "b1"]);
    const route = (organization: string, person: string) =>
      ask(teller, ["b", "b1"], "flow.may-route", {
        instance: "i",
        target: { organization, person },
      });
    expect(route("b", "b2")).toEqual({ allowed: true });
    expect(route("t", "t-admin")).toBe("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG");
    expect(route("b", "kid")).toBe("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG");
    expect(ask(teller, ["b", "b1"], "flow.todo", {})).toMatchObject({
      items: [{ initiator: { organization: "b", person: "kid", as: "industry-member" } }],
    });
    const by = ["b", "b1"] as const;
    expect(tell(teller, by, "task.approve", { instance: "i", task: 0 })).toEqual(done);
    expect(withdraw(teller, "kid", "i")).toEqual(refused("INSTANCE_NOT_RUNNING"));
  });

  test("are not the employee's of the same id, nor a later member's (HAND-07)", () => {
    const teller = open_();
    change(teller, "b1", []);
    start(teller, "b1", "i");
    expect(tell(teller, ["b", "b1"], "flow.withdraw", { instance: "i" })).toEqual(
      refused("NOT_INITIATOR"),
    );
    left(teller, "b1", { at: 2010 });
    expect(withdraw(teller, "b1", "i")).toEqual(refused("ACTING_ORG_INVALID"));
    change(teller, "b1", [], { at: 2020 });
    expect(withdraw(teller, "b1", "i")).toEqual(refused("UNKNOWN_INSTANCE"));
  });
});

describe("whose a row is (INDUSTRY-04)", () => {
  const seen = (teller: Teller, person: string) => ids(askAs(teller, person, "data.rows", app));

  test("whoever submits owns it, unless a member of the organization is named", () => {
    const teller = open_();
    expect(submit(teller, "pa", { owner: "none" })).toEqual(refused("PICK_TARGET_OUTSIDE_SCOPE"));
    expect(submit(teller, "pa", { owner: "b1" })).toEqual(refused("PICK_TARGET_OUTSIDE_SCOPE"));
    left(teller, "ma", { at: 2500 });
    expect(submit(teller, "pa", { owner: "ma" })).toEqual(refused("PICK_TARGET_OUTSIDE_SCOPE"));
    expect(submit(teller, "pa", { owner: "kid" })).toEqual(done);
    const all = teller.reference.facts().apps.find((each) => (each.app as string) === "reports");
    expect(all?.rows).toMatchObject([
      { submitter: ["b", "pa", "industry-member"], owner: ["b", "kid", "industry-member"] },
    ]);
    expect(askAs(teller, "kid", "data.rows", app)).toMatchObject({
      items: [
        {
          submitter: { organization: "b", person: "pa", as: "industry-member" },
          owner: "kid",
        },
      ],
    });
  });

  test("may be named by an employee too, for the organization acted for", () => {
    const teller = open_();
    say(teller, "license.purchased", { organization: "b", purchased: 5 });
    const unit = { kind: "host", organization: "b" };
    tell(teller, "b", "license.grant", { unit, people: [{ organization: "b", person: "b1" }] });
    const form = (owner: string) =>
      tell(teller, ["b", "b1"], "form.submit", { app: "own", rows: [{ row: row() }], owner });
    expect(form("b2")).toEqual(refused("PICK_TARGET_OUTSIDE_SCOPE"));
    expect(form("kid")).toEqual(done);
    offer(teller, "b", { app: "own", industry: true });
    expect(ids(askAs(teller, "kid", "data.rows", { app: "own" }))).toHaveLength(1);
    expect(ids(askAs(teller, "pa", "data.rows", { app: "own" }))).toHaveLength(1);
    expect(ids(askAs(teller, "other", "data.rows", { app: "own" }))).toHaveLength(0);
  });

  test("members see what they submitted or own, guardians that of their wards as of now", () => {
    const teller = open_();
    submit(teller, "kid", { rows: [{ row: "of-kid" }] });
    submit(teller, "pa", { rows: [{ row: "for-kid" }], owner: "kid" });
    submit(teller, "ma", { rows: [{ row: "of-ma" }] });
    submit(teller, "other", { rows: [{ row: "of-other" }] });
    expect(seen(teller, "kid")).toEqual(["of-kid", "for-kid"]);
    expect(seen(teller, "pa")).toEqual(["of-kid", "for-kid"]);
    expect(seen(teller, "ma")).toEqual(["of-ma"]);
    expect(seen(teller, "other")).toEqual(["of-other"]);
    change(teller, "kid", ["1a"], { guardians: ["ma"] });
    expect(seen(teller, "pa")).toEqual(["for-kid"]);
    expect(seen(teller, "ma")).toEqual(["of-kid", "for-kid", "of-ma"]);
    left(teller, "kid", { at: 2500 });
    expect(seen(teller, "ma")).toEqual(["of-ma"]);
    // Whoever comes back begins anew.
    change(teller, "kid", ["1a"], { at: 2600 });
    expect(seen(teller, "kid")).toEqual([]);
    expect(askAs(teller, "kid", "data.range", app)).toEqual({
      all: false,
      filter: [
        { owner: { organization: "b", person: "kid" } },
        { submitter: { organization: "b", person: "kid", as: "industry-member" } },
      ],
    });
    const asked = { ...app, submitter: "nobody" };
    expect(ids(askAs(teller, "other", "data.rows", asked))).toEqual([]);
  });

  test("keep what an employee of the same id submits apart, also under another id", () => {
    const teller = open_();
    change(teller, "b1", []);
    submit(teller, "b1", { rows: [{ row: "of-member" }] });
    say(teller, "person.renamed", { organization: "b", person: "b1", to: "b9" }, 4000);
    expect(seen(teller, "b1")).toEqual(["of-member"]);
    const all = teller.reference.facts().apps.find((each) => (each.app as string) === "reports");
    expect(all?.submitters).toEqual([["b", "b1", "industry-member"]]);
  });

  test("staff see the rows whose owner is in a node of theirs now", () => {
    const teller = open_();
    tell(teller, "t", "space.create", { space: "s", name: "S" });
    teller.command("t", "app.create", { app: "class", name: "Class" });
    teller.join("t", "s", "b", { whole: true });
    tell(teller, "t", "app.publish", { space: "s", app: "class" });
    say(teller, "license.purchased", { organization: "t", purchased: 5 });
    const unit = { kind: "space", space: "s" };
    tell(teller, "t", "license.link", { unit });
    for (const person of ["b1", "b2"]) {
      tell(teller, "t", "license.grant", { unit, people: [{ organization: "b", person }] });
    }
    tell(teller, "t", "app.permit", { space: "s", app: "class", permissions: [{ rows: "node" }] });
    const within = { space: "s", app: "class" };
    const form = (id: string, owner?: string) =>
      tell(teller, ["b", "b2"], "form.submit", {
        ...within,
        rows: [{ row: id }],
        ...(owner === undefined ? {} : { owner }),
      });
    form("for-kid", "kid");
    form("for-other", "other");
    form("of-b2");
    const rowsOf = (person: string) => ids(ask(teller, ["b", person], "data.rows", within));
    expect(rowsOf("b1")).toEqual([]);
    staff(teller, "b1", ["1a"]);
    expect(rowsOf("b1")).toEqual(["for-kid"]);
    expect(rowsOf("b2")).toEqual([]);
    change(teller, "other", ["1b", "1a"]);
    expect(rowsOf("b1")).toEqual(["for-kid", "for-other"]);
    staff(teller, "b1", ["1b"]);
    expect(rowsOf("b1")).toEqual(["for-other"]);
    left(teller, "other", { at: 2500 });
    expect(rowsOf("b1")).toEqual([]);
    change(teller, "other", ["1b"], { at: 2600 });
    expect(rowsOf("b1")).toEqual([]);
  });

  test("staff see them through a Trunk too, and what employees own is in no node (LEVEL-02)", () => {
    const teller = open_();
    say(teller, "license.purchased", { organization: "k", purchased: 5 });
    const unit = { kind: "hierarchy", organization: "k" };
    const people = ["b1", "b2"].map((person) => ({ organization: "b", person }));
    tell(teller, "k", "license.grant", { unit, people });
    const asked = (by: string) => ids(ask(teller, ["b", by], "data.rows", app));
    expect(asked("b1")).toBe("DATA_PERMISSION_REQUIRED");
    const permit = (rows: string) =>
      tell(teller, "k", "app.permit", { ...app, permissions: [{ rows }] });
    permit("node");
    submit(teller, "kid", { rows: [{ row: "of-kid" }] });
    submit(teller, "other", { rows: [{ row: "of-other" }] });
    const form = (id: string, more: object = {}) =>
      tell(teller, ["b", "b1"], "form.submit", { ...app, rows: [{ row: id }], ...more });
    expect(form("for-pa", { owner: "t-admin" })).toEqual(refused("PICK_TARGET_OUTSIDE_SCOPE"));
    form("for-kid", { owner: "kid" });
    form("of-b1");
    staff(teller, "b2", ["1a"]);
    expect(asked("b2")).toEqual(["of-kid", "for-kid"]);
    expect(asked("b1")).toEqual([]);
    // Whoever submitted it has it among their own, whoever owns it.
    permit("own");
    expect(asked("b1")).toEqual(["for-kid", "of-b1"]);
    expect(asked("b2")).toEqual([]);
    // An industry member of the same id submits for themselves alone.
    change(teller, "b2", []);
    submit(teller, "b2", { rows: [{ row: "of-member" }] });
    expect(asked("b2")).toEqual([]);
    permit("organization");
    expect(asked("b2")).toHaveLength(5);
    expect(ids(askAs(teller, "kid", "data.rows", app))).toEqual(["of-kid", "for-kid"]);
  });

  test("are told apart for the builder, who sees all of them (LEVEL-01, DATA-02)", () => {
    const teller = open_();
    change(teller, "k-admin", [], { organization: "k" });
    say(teller, "license.purchased", { organization: "k", purchased: 5 });
    const unit = { kind: "host", organization: "k" };
    const people = [{ organization: "k", person: "k-admin" }];
    tell(teller, "k", "license.grant", { unit, people });
    submit(teller, "kid", { rows: [{ row: "of-kid" }] });
    submit(teller, "pa", { rows: [{ row: "for-kid" }], owner: "kid" });
    tell(teller, "k", "form.submit", { app: "reports", rows: [{ row: "of-k" }] });
    expect(ids(ask(teller, "k", "data.rows", { app: "reports" }))).toEqual([
      "of-kid",
      "for-kid",
      "of-k",
    ]);
    expect(ask(teller, "k", "data.submitters", { app: "reports" })).toMatchObject({
      items: [
        { organization: "b", person: "kid", as: "industry-member", fields: { name: "" } },
        { organization: "b", person: "pa", as: "industry-member" },
        { organization: "k", person: "k-admin", fields: { name: "Name of k-admin" } },
      ],
    });
    // The employee of that id sees as a member what the member submitted, which is nothing.
    offer(teller, "k", { app: "reports", industry: true });
    const viewer = { organization: "k", person: "k-admin", as: "industry-member" };
    expect(ids(teller.ask("data.rows" as never, { viewer, app: "reports" } as never))).toEqual([]);
  });

  test("are for nobody of another organization", () => {
    const teller = open_();
    link(teller, "b", "k");
    say(teller, "industry.changed", {
      ...{ organization: "t", person: "kid", kind: "member", nodes: ["1a"] },
    });
    submit(teller, "kid", { rows: [{ row: "of-b" }] });
    const viewer = { organization: "t", person: "kid", as: "industry-member" };
    expect(ids(teller.ask("data.rows" as never, { viewer, ...app } as never))).toEqual([]);
  });
});
