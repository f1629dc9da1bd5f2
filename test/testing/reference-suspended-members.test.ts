/** Aim: the reference model says by itself what is closed to a Member that its Host has suspended, and to others about it (EXIT-08). */
import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/core/policy.ts";
import { ask, tell } from "./hierarchy.ts";
import {
  accepted,
  done,
  grant,
  licensed,
  partners,
  quiet,
  refused,
  who,
  withApp,
} from "./partners.ts";
import type { Teller } from "./teller.ts";

const north = { space: "s", organization: "north" } as const;
const unit = { kind: "space", space: "s" } as const;
const n1 = ["north", "n1"] as const;
const h1 = ["host", "h1"] as const;
const s1 = ["south", "s1"] as const;

const sides = [
  { kind: "space-admins", space: "s" },
  { kind: "authorized-admins", organization: "north" },
];
const suspend = (teller: Teller, by = "host", more: object = {}) =>
  tell(teller, by, "association.suspend", { ...north, ...more });
const resume = (teller: Teller, by = "host") => tell(teller, by, "association.resume", north);
const suspended = (reason: string | null = null) =>
  accepted({ kind: "ASSOCIATION_SUSPENDED", to: sides, data: { ...north, reason } });
const resumed = (...more: readonly object[]) =>
  accepted({ kind: "ASSOCIATION_RESUMED", to: sides, data: north }, ...more);

const association = ({ reference }: Teller) =>
  reference
    .facts()
    .spaces[0]?.associations.find((each) => (each.organization as string) === "north");
const items = (answer: unknown) => (answer as { items: readonly Record<string, unknown>[] }).items;

/** The app with a flow of one step, which the people named sign. */
function withFlow(signers: readonly (readonly [string, string])[], changes: Partial<Policy> = {}) {
  const teller = withApp(changes);
  const approvers = signers.map((each) => ({ kind: "person", ...who(...each) }));
  const data = { app: "crm", flow: "f", steps: [{ approvers, mode: "all" }] };
  expect(tell(teller, "host", "flow.define", data)).toEqual(done);
  return teller;
}
const start = (teller: Teller, by: readonly [string, string], instance = "i") =>
  tell(teller, by, "flow.start", {
    ...{ app: "crm", flow: "f", instance, row: instance },
    ...(by[0] === "host" ? {} : { space: "s" }),
  });
const holders = ({ reference }: Teller) =>
  reference.facts().instances[0]?.tasks.map(({ holder, home }) => holder?.[1] ?? `at ${home}`);

describe("the commands", () => {
  test("are a Space admin's, about a Member, and quiet the second time", () => {
    const teller = partners();
    for (const command of [suspend, resume]) {
      expect(command(teller, "north")).toEqual(refused("NOT_SPACE_ADMIN"));
      expect(command(teller, "south")).toEqual(refused("NOT_SPACE_ADMIN"));
    }
    expect(suspend(teller, "host", { organization: "host" })).toEqual(refused("NOT_A_MEMBER"));
    expect(suspend(teller, "host", { organization: "west" })).toEqual(refused("NOT_A_MEMBER"));
    expect(resume(teller)).toEqual(quiet);
    expect(suspend(teller, "host", { reason: "unpaid" })).toEqual(suspended("unpaid"));
    expect(association(teller)).toMatchObject({ suspended: true });
    expect(suspend(teller, "host", { reason: "other" })).toEqual(quiet);
    expect(resume(teller)).toEqual(resumed());
    expect(association(teller)).not.toHaveProperty("suspended");
    teller.register("west");
    expect(suspend(teller, "west")).toEqual(refused("UNKNOWN_SPACE"));
  });

  test("take nothing, and last as long as the Association", () => {
    const teller = licensed({ memberExit: "own-admin" });
    const before = teller.reference.facts();
    suspend(teller);
    const { suspended: _, ...rest } = association(teller) ?? {};
    expect(rest).toEqual(before.spaces[0]?.associations.find((e) => e.organization === "north"));
    expect(teller.reference.facts().pools).toEqual(before.pools);
    teller.hire("north", "n3");
    expect(teller.roster("s")).toContain("north/n3");
    expect(tell(teller, "north", "association.leave", north)).toEqual(done);
    teller.join("host", "s", "north", { whole: true });
    expect(association(teller)).not.toHaveProperty("suspended");
  });
});

describe("its own people", () => {
  test("enter nothing of the Space, whoever they are; elsewhere they do", () => {
    const teller = withApp();
    teller.command("north", "space.create", { space: "t", name: "T", scope: { whole: true } });
    tell(teller, n1, "group.start", { space: "s", group: "g", name: "G", participants: [] });
    suspend(teller);
    const closed = (type: string, more: object = {}) => {
      const all = { space: "s", ...more };
      expect(ask(teller, n1, type, all)).toBe("MEMBER_SUSPENDED");
      expect(ask(teller, "north", type, all)).toBe("MEMBER_SUSPENDED");
    };
    closed("space.organizations");
    closed("space.contacts");
    closed("space.contact", who("north", "n2"));
    closed("group.mine");
    expect(ask(teller, n1, "group.participants", { space: "s", group: "g" })).toBe(
      "MEMBER_SUSPENDED",
    );
    closed("app.center");
    closed("space.home");
    closed("app.use", { app: "crm", feature: "form.submit" });
    closed("data.rows", { app: "crm" });
    closed("form.candidates", { app: "crm" });
    expect(items(teller.ask("entry.spaces", { person: "n1" }))).toMatchObject([{ space: "t" }]);
    const form = { space: "s", app: "crm", rows: [{ row: "r" }] };
    expect(tell(teller, n1, "form.submit", form)).toEqual(refused("MEMBER_SUSPENDED"));
    const more = { space: "s", group: "g" };
    expect(tell(teller, n1, "group.leave", more)).toEqual(refused("MEMBER_SUSPENDED"));
    expect(ask(teller, n1, "space.organizations", { space: "t" })).toMatchObject({ items: [{}] });
    expect(tell(teller, s1, "form.submit", form)).toEqual(done);
    resume(teller);
    expect(items(teller.ask("entry.spaces", { person: "n1" }))).toHaveLength(2);
    expect(items(ask(teller, n1, "group.mine", { space: "s" }))).toHaveLength(1);
  });

  test("are their admins' to look after all the same", () => {
    const teller = partners();
    suspend(teller);
    const people = { ...north, people: ["n1"] };
    expect(tell(teller, "north", "scope.take-out", people)).toEqual(done);
    expect(tell(teller, "north", "fields.share", { ...north, fields: { phone: "host" } })).toEqual(
      done,
    );
    expect(tell(teller, "north", "counterparts.set", { space: "s", people: ["n2"] })).toEqual(done);
    expect(ask(teller, "north", "admin.scope", { space: "s" })).toMatchObject({ whole: true });
    const shown = items(ask(teller, "north", "admin.roster", { space: "s" }));
    expect(shown).toHaveLength(2);
    expect(shown[0]).toMatchObject({ suspended: true });
    const why = (from: string, to: string) =>
      ask(teller, "north", "space.why", {
        ...{ space: "s", from: who("north", from), to: who("south", to) },
      });
    expect(why("n2", "s1")).toBe("MEMBER_SUSPENDED");
    expect(why("n2", "nobody")).toBe("MEMBER_SUSPENDED");
    expect(why("n1", "s1")).toBe("UNKNOWN_PERSON");
  });

  test("act on no task, and withdraw nothing", () => {
    const teller = withFlow([n1, h1]);
    start(teller, n1);
    suspend(teller);
    const named = { instance: "i", task: 0 };
    expect(tell(teller, n1, "task.approve", named)).toEqual(refused("MEMBER_SUSPENDED"));
    expect(tell(teller, n1, "flow.withdraw", { instance: "i" })).toEqual(
      refused("MEMBER_SUSPENDED"),
    );
    expect(ask(teller, n1, "flow.routing-candidates", { instance: "i" })).toBe("MEMBER_SUSPENDED");
    expect(items(ask(teller, n1, "flow.todo", {}))).toHaveLength(1);
    expect(start(teller, n1, "j")).toEqual(refused("MEMBER_SUSPENDED"));
    expect(tell(teller, h1, "task.approve", { instance: "i", task: 1 })).toEqual(done);
    resume(teller);
    expect(tell(teller, n1, "task.approve", named)).toEqual(done);
  });
});

describe("others", () => {
  test("see nobody of it, the Host neither, and are told why if they may be", () => {
    const teller = partners();
    const all = { kind: "all" };
    tell(teller, "host", "visibility.set", { space: "s", organization: "south", visibility: all });
    tell(teller, "host", "scope.put-in", { space: "s", organization: "host", people: ["h1"] });
    suspend(teller);
    for (const viewer of [h1, s1]) {
      expect(ask(teller, viewer, "space.contact", { space: "s", ...who(...n1) })).toBe(
        "NOT_VISIBLE",
      );
      const seen = items(ask(teller, viewer, "space.organizations", { space: "s" }));
      expect(seen.map((each) => each["organization"])).toEqual(["host", "south"]);
    }
    const line = {
      line: 2,
      rule: "EXIT-08",
      setting: { kind: "suspension", organization: "north" },
    };
    const why = (from: object, to: object) =>
      ask(teller, "host", "space.why", { space: "s", from, to });
    expect(why({ organization: "south" }, who(...n1))).toEqual({
      ...{ sees: false, ...line },
      behind: [{ line: 4, rule: "VIS-03", setting: { kind: "visibility", organization: "south" } }],
      turn: { setting: line.setting, change: "reset" },
    });
    tell(teller, "host", "visibility.hide", { ...north, hidden: true });
    expect(why({ organization: "south" }, who(...n1))).toMatchObject({ ...line, turn: null });
    expect(why({ organization: "host" }, who(...n1))).toMatchObject({ turn: { change: "reset" } });
    expect(why(who(...n1), who("north", "n2"))).toMatchObject({ sees: true, line: 1 });
    expect(
      ask(teller, "south", "space.why", { space: "s", from: who(...s1), to: who(...n1) }),
    ).toEqual({ sees: false, rule: "VIS-02" });
  });

  test("add nobody of it, under either policy, and meet nobody of it in groups", () => {
    for (const groupInviteRequiresVisibility of [true, false]) {
      const teller = partners({ groupInviteRequiresVisibility });
      tell(teller, "host", "scope.put-in", { space: "s", organization: "host", people: ["h1"] });
      const group = { space: "s", group: "g" };
      const people = [who(...n1), who(...s1)];
      expect(
        tell(teller, h1, "group.start", { ...group, name: "G", participants: people }),
      ).toEqual(done);
      suspend(teller);
      const more = { ...group, participants: [who("north", "n2")] };
      expect(tell(teller, h1, "group.add", more)).toEqual(refused("NOT_VISIBLE"));
      const shown = items(ask(teller, h1, "group.participants", group));
      expect(shown.map(({ person }) => person)).toEqual(["h1", "s1"]);
      expect(teller.reference.facts().groups[0]?.participants).toHaveLength(3);
      resume(teller);
      expect(items(ask(teller, h1, "group.participants", group))).toHaveLength(3);
    }
  });

  test("pick and route to nobody of it", () => {
    const teller = withFlow([h1]);
    start(teller, n1);
    suspend(teller);
    const form = { app: "crm", rows: [{ row: "r" }], picked: [who(...n1)] };
    expect(tell(teller, h1, "form.submit", form)).toEqual(refused("PICK_TARGET_OUTSIDE_SCOPE"));
    expect(tell(teller, s1, "form.submit", { ...form, space: "s" })).toEqual(
      refused("PICK_TARGET_OUTSIDE_SCOPE"),
    );
    const picks = items(ask(teller, s1, "form.candidates", { app: "crm", space: "s" }));
    expect(picks.map(({ organization }) => organization)).not.toContain("north");
    const route = { instance: "i", task: 0, to: who("north", "n2") };
    expect(tell(teller, h1, "task.transfer", route)).toEqual(
      refused("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG"),
    );
    const copy = { instance: "i", task: 0, people: [who("north", "n2")] };
    expect(tell(teller, h1, "task.copy", copy)).toEqual(
      refused("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG"),
    );
    expect(items(ask(teller, h1, "flow.routing-candidates", { instance: "i" }))).toEqual([]);
  });

  test("are shown that it is suspended, if they are of the Host's admins", () => {
    const teller = partners();
    suspend(teller);
    const [first, second] = items(ask(teller, "host", "admin.members", { space: "s" }));
    expect(first).toMatchObject({ organization: "north", suspendedInSpace: true });
    expect(first).not.toHaveProperty("suspended");
    expect(second).not.toHaveProperty("suspendedInSpace");
    const shown = items(ask(teller, "host", "admin.roster", { space: "s" }));
    expect(shown.filter(({ suspended: is }) => is === true)).toHaveLength(3);
  });
});

describe("tasks", () => {
  const parked = (...to: readonly object[]) => ({
    kind: "TASK_AWAITING_HANDOVER",
    to,
    data: { from: null, tasks: [{ instance: "i", task: 0 }] },
  });
  const hosts = { kind: "authorized-admins", organization: "host" };

  test("of a new step pass its people over; with nobody left it waits for the Host", () => {
    const teller = withFlow([n1, s1]);
    suspend(teller);
    start(teller, s1);
    expect(holders(teller)).toEqual(["s1"]);
    const alone = withFlow([n1]);
    suspend(alone);
    expect(start(alone, s1)).toEqual(accepted(parked(hosts)));
    expect(holders(alone)).toEqual(["at host"]);
    const hosted = withFlow([n1]);
    suspend(hosted);
    expect(start(hosted, h1)).toEqual(accepted(parked(hosts)));
  });

  test("that are open stay theirs, and nobody of it gets them; the Host moves them to its own", () => {
    const teller = withFlow([n1]);
    start(teller, s1);
    suspend(teller);
    expect(holders(teller)).toEqual(["n1"]);
    const stuck = items(ask(teller, "host", "admin.open-tasks", { stuck: true }));
    expect(stuck).toMatchObject([{ holder: who(...n1), stuck: "holder-suspended" }]);
    const tasks = [{ instance: "i", task: 0 }];
    const move = (to: object) => tell(teller, "host", "task.reassign", { tasks, to });
    expect(move(who("north", "n2"))).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    const give = { instance: "i", task: 0, to: "n2" };
    expect(tell(teller, "north", "task.assign", give)).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    expect(items(ask(teller, "north", "admin.parked", {}))).toEqual([]);
    expect(move(who(...h1))).toMatchObject({ kind: "accepted" });
    expect(holders(teller)).toEqual(["h1"]);
  });

  test("of who leaves it wait for its admins, who can give them to nobody yet, nor can the Host", () => {
    const teller = withFlow([n1]);
    start(teller, s1);
    suspend(teller);
    teller.command("north", "successor.set", {
      organization: "north",
      person: "n1",
      successor: "n2",
    });
    teller.resign("north", "n1");
    expect(holders(teller)).toEqual(["at north"]);
    const give = { instance: "i", task: 0, to: "n2" };
    expect(tell(teller, "north", "task.assign", give)).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    const role = { role: null, spacePermission: false } as const;
    teller.fact("admin.changed", { organization: "north", person: "north-admin", ...role });
    const forNorth = { ...give, organization: "north" };
    expect(tell(teller, "host", "task.assign", forNorth)).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    resume(teller);
    expect(tell(teller, "host", "task.assign", forNorth)).toMatchObject({ kind: "accepted" });
    expect(holders(teller)).toEqual(["n2"]);
  });
});

describe("licenses", () => {
  const held = ({ reference }: Teller) =>
    reference
      .facts()
      .pools[0]?.units.find((each) => each.unit.kind === "space")
      ?.grants.map((each) => each.join("/"));
  const waiting = ({ reference }: Teller) =>
    reference.facts().pools[0]?.waiting.map(({ identity }) => identity.join("/"));
  const purchase = (teller: Teller, purchased: number) =>
    teller.fact("license.purchased", { organization: "host", purchased });

  test("are released under the policy, and come back in order, first in line", () => {
    const teller = licensed({ suspendedSeats: "release", alertSubjects: [] });
    expect(suspend(teller)).toEqual(suspended());
    expect(held(teller)).toEqual(["south/s1"]);
    purchase(teller, 4);
    expect(resume(teller)).toEqual(
      resumed({
        kind: "LICENSE_AUTO_GRANT_DEFERRED",
        to: [{ kind: "main-admins", organization: "host" }],
        data: { organization: "host", people: [who("north", "n2")] },
      }),
    );
    expect(held(teller)).toEqual(["south/s1", "north/n1"]);
    expect(waiting(teller)).toEqual(["north/n2"]);
    suspend(teller);
    expect(held(teller)).toEqual(["south/s1"]);
    expect(waiting(teller)).toEqual([]);
    purchase(teller, 5);
    expect(resume(teller)).toEqual(resumed());
    expect(held(teller)).toEqual(["south/s1", "north/n1", "north/n2"]);
  });

  test("go to nobody of it meanwhile but by hand", () => {
    const teller = licensed({ suspendedSeats: "release" });
    tell(teller, "host", "license.automate", { unit, organization: "north", departments: ["lab"] });
    suspend(teller);
    teller.hire("north", "n3", ["lab"]);
    expect(held(teller)).toEqual(["south/s1"]);
    grant(teller, "north/n2");
    expect(held(teller)).toEqual(["south/s1", "north/n2"]);
    resume(teller);
    expect(held(teller)).toEqual(["south/s1", "north/n2", "north/n1"]);
  });

  test("of whoever is suspended alone wait for the end of both", () => {
    const order = [(each: Teller) => resume(each), (each: Teller) => back(each)] as const;
    const away = (teller: Teller) => teller.fact("person.suspended", who(...n1));
    const back = (teller: Teller) => teller.fact("person.resumed", who(...n1), { at: 2000 });
    for (const [first, second] of [order, [order[1], order[0]] as const]) {
      const teller = licensed({ suspendedSeats: "release" });
      away(teller);
      suspend(teller);
      first(teller);
      expect(held(teller)).not.toContain("north/n1");
      second(teller);
      expect(held(teller)).toContain("north/n1");
    }
  });
});
