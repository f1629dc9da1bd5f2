// Aim: of a suspended Member nobody acts in the Space, is seen, picked or given a task there, and nothing is lost.
// Method: a Member is suspended and resumed in Spaces of every kind of use, each tried before, meanwhile and after.
import { expect } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import { defaultPolicy } from "../../src/index.ts";
import { factsOf } from "../../src/testing/facts.ts";
import type { Caller, Play, Told } from "../../src/testing/index.ts";
import { center, market, permit, submit, use } from "../support/apps.ts";
import { happened } from "../support/busy.ts";
import {
  approve,
  assign,
  copy,
  countersign,
  define,
  delegate,
  identity,
  office,
  reassign,
  start,
  started,
  step,
  tasks,
  transfer,
  type Who,
  withdraw,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";
import { around, found, settled, show, told, who } from "../support/sight.ts";

const CLOSED = "MEMBER_SUSPENDED";
const member = (organization: string, space = "s") => ({ space, organization });

const suspend = (p: Play, organization: string, by: Caller = "A", more: object = {}): Told =>
  p.command(by, "association.suspend", { ...member(organization), ...more });
const resume = (p: Play, organization: string, by: Caller = "A"): Told =>
  p.command(by, "association.resume", member(organization));

const b1: Who = ["B", "b1"];
const b2: Who = ["B", "b2"];
const b3: Who = ["B", "b3"];
const c1: Who = ["C", "c1"];
const c2: Who = ["C", "c2"];
const a1: Who = ["A", "a1"];

const codeOf = (answer: unknown): unknown => (typeof answer === "string" ? answer : null);
const sound = (p: Play): void => expect(invariants(p.world(), defaultPolicy)).toEqual([]);

const exit08 = rule("EXIT-08");
exit08.accepts("a Space admin, twice in quiet; both sides know, with the reason", () => {
  const p = office();
  const data = { ...member("B"), reason: "an audit" };
  const to = [
    { kind: "space-admins", space: "s" },
    { kind: "authorized-admins", organization: "B" },
  ];
  const first = suspend(p, "B", "A", { reason: "an audit" });
  expect(first.events.map(({ type, data: what }) => [type, what])).toEqual([
    ["association.suspended", data],
  ]);
  expect(first.notices).toEqual([{ kind: "ASSOCIATION_SUSPENDED", to, data }]);
  const again = suspend(p, "B", "A", { reason: "another" });
  expect([again.code, again.events, again.notices]).toEqual([null, [], []]);
  sound(p);
  const back = resume(p, "B");
  expect(back.events.map(({ type }) => type)).toEqual(["association.resumed"]);
  expect(back.notices).toEqual([{ kind: "ASSOCIATION_RESUMED", to, data: member("B") }]);
  expect(resume(p, "B").events).toEqual([]);
  expect(suspend(p, "B").notices[0]?.data).toEqual({ ...member("B"), reason: null });
});
exit08.refuses("the Host itself, whoever is no Member, and everybody who is no Space admin", () => {
  const p = office();
  p.register(["X"]);
  for (const type of ["association.suspend", "association.resume"] as const) {
    const as = (by: Caller, organization: string) => p.command(by, type, member(organization)).code;
    expect(as("A", "A")).toBe("NOT_A_MEMBER");
    expect(as("A", "X")).toBe("NOT_A_MEMBER");
    expect(as("A", "nowhere")).toBe("NOT_A_MEMBER");
    expect(as(a1, "B")).toBe("NOT_SPACE_ADMIN");
    expect(as("B", "B")).toBe("NOT_SPACE_ADMIN");
    expect(as("C", "B")).toBe("NOT_SPACE_ADMIN");
    expect(as("X", "B")).toBe("UNKNOWN_SPACE");
    const unknown = { ...member("B"), space: "t" };
    expect(p.command("A", type, unknown).code).toBe("UNKNOWN_SPACE");
  }
});

exit08.refuses("its people and admins every use of the Space, until it is resumed", () => {
  const p = market();
  const viewer = { organization: "S", person: "s1" };
  const admin = { organization: "S", person: "S-admin" };
  const off = { organization: "S", person: "off" };
  p.command("H", "space-app.create", { space: "s", app: "own", name: "Own" });
  p.command("H", "space-app.publish", { space: "s", app: "own" });
  const s = { space: "s" };
  const participants = [{ organization: "S", person: "s2" }];
  p.command(["S", "s1"], "group.start", { ...s, group: "g", name: "G", participants });
  const asked = { viewer, app: "crm", ...s };
  permit(p, [{ rows: "all", reports: true }]);
  const questions = () => [
    p.ask("space.organizations", { viewer, ...s }),
    p.ask("space.contacts", { viewer, ...s }),
    p.ask("space.contact", { viewer, ...s, organization: "S", person: "s2" }),
    p.ask("space.home", { viewer, ...s }),
    p.ask("group.mine", { viewer, ...s }),
    p.ask("group.participants", { viewer, ...s, group: "g" }),
    center(p, ["S", "s1"]),
    p.ask("app.use", { ...asked, feature: "form.submit" }),
    p.ask("space-app.use", { viewer, ...s, app: "own" }),
    p.ask("data.range", asked),
    p.ask("data.rows", asked),
    p.ask("form.pickable", { ...asked, target: { organization: "S", person: "s2" } }),
    p.ask("form.candidates", asked),
  ];
  const before = questions();
  expect(before.map(codeOf)).toEqual(before.map(() => null));
  suspend(p, "S", "H");
  expect(questions()).toEqual(before.map(() => CLOSED));
  expect(p.ask("space.contacts", { viewer: admin, ...s })).toBe(CLOSED);
  expect(p.ask("space.contacts", { viewer: off, ...s })).toBe(CLOSED);
  const named = { ...s, group: "g2", name: "G", participants };
  expect(p.command(["S", "s1"], "group.start", named).code).toBe(CLOSED);
  expect(p.command(["S", "s1"], "group.start", { ...named, group: "g" }).code).toBe(CLOSED);
  const more = { ...s, group: "g", participants };
  expect(p.command(["S", "s1"], "group.add", more).code).toBe(CLOSED);
  expect(p.command(["S", "s1"], "group.leave", { ...s, group: "g" }).code).toBe(CLOSED);
  expect(p.command(["S", "both"], "group.leave", { ...s, group: "g" }).code).toBe("UNKNOWN_GROUP");
  const refused = submit(p, ["S", "s1"]);
  expect(refused.refusal).toMatchObject({ code: CLOSED, rule: "EXIT-08", data: { space: "s" } });
  expect(p.ask("entry.spaces", { person: "s1" } as never)).toEqual({ items: [] });
  const through = { space: "s", through: ["D"] };
  expect(p.ask("entry.spaces", { person: "d1" } as never)).toMatchObject({ items: [through] });
  expect(use(p, ["D", "d1"])).toBe("downstream");
  expect(use(p, ["H", "h1"])).toBe("host");
  resume(p, "S", "H");
  expect(questions()).toEqual(before);
  expect(submit(p, ["S", "s1"]).code).toBeNull();
  expect(p.ask("entry.spaces", { person: "s1" } as never)).toMatchObject({
    items: [{ space: "s" }],
  });
});
exit08.accepts("its own admins, who set its scope, ask about themselves, and leave", () => {
  const p = office({ memberExit: "own-admin" });
  suspend(p, "B");
  const viewer = { organization: "B", person: "B-admin" };
  const out = { ...member("B"), people: ["b3"] };
  expect(p.command("B", "scope.take-out", out).code).toBeNull();
  expect(p.roster("s")).not.toContain("B/b3");
  p.command("B", "scope.put-in", out);
  expect(p.roster("s")).toContain("B/b3");
  expect(p.command("B", "counterparts.set", { space: "s", people: ["b1"] }).code).toBeNull();
  expect(codeOf(p.ask("admin.scope", { viewer, space: "s" }))).toBeNull();
  const rostered = p.ask("admin.roster", { viewer, space: "s" }) as { items: object[] };
  expect(rostered.items).toContainEqual(expect.objectContaining({ person: "b1", suspended: true }));
  const why = { viewer, space: "s", from: identity(b1), to: identity(b2) };
  expect(p.ask("space.why", why)).toBe(CLOSED);
  expect(p.command("B", "association.leave", member("B")).code).toBeNull();
  expect(p.organization("B")?.joined).toEqual([]);
  sound(p);
});
exit08.doesNot("lose anything: what there was is there again, and went on being kept", () => {
  const p = started([step("all", b2)]);
  p.command("A", "license.automate", {
    unit: { kind: "space", space: "s" },
    organization: "B",
    departments: [],
  });
  const facts = factsOf(p.world(), defaultPolicy);
  suspend(p, "B");
  const [meanwhile] = factsOf(p.world(), defaultPolicy).spaces;
  expect(meanwhile).toEqual({
    ...facts.spaces[0],
    associations: facts.spaces[0]?.associations.map((each) =>
      each.organization === "B" ? { ...each, suspended: true } : each,
    ),
  });
  resume(p, "B");
  expect(factsOf(p.world(), defaultPolicy)).toEqual(facts);
  suspend(p, "B");
  p.command("B", "scope.set", { ...member("B"), scope: { whole: true } });
  p.hire("B", "new");
  expect(p.roster("s")).toContain("B/new");
  expect(p.resign("B", "b3").code).toBeNull();
  expect(p.roster("s")).not.toContain("B/b3");
  sound(p);
});
exit08.doesNot("outlast the Association", () => {
  const p = office();
  suspend(p, "B");
  p.command("A", "association.cancel", member("B"));
  sound(p);
  expect(p.join("A", "s", "B", { people: ["b1"] }, "again").code).toBeNull();
  const viewer = identity(b1);
  expect(codeOf(p.ask("space.contacts", { viewer, space: "s" }))).toBeNull();
  expect(resume(p, "B").events).toEqual([]);
  sound(p);
});

exit08.hides("a Member from all but itself, the Host too, whatever is set", () => {
  const p = settled();
  show(p, "B", { kind: "all" });
  show(p, "D", { kind: "listed", organizations: ["C"] });
  suspend(p, "C", "H");
  for (const viewer of [who("H"), who("B"), who("D")]) {
    expect(around(p, viewer)).not.toContain("C");
    expect(found(p, viewer).filter((each) => each.startsWith("C"))).toEqual([]);
    const named = { viewer, space: "s", organization: "C", person: "C-low" };
    expect(p.ask("space.contact", named)).toBe("NOT_VISIBLE");
  }
  expect(found(p, who("B")).filter((each) => each.startsWith("D"))).toHaveLength(5);
  p.command("H", "counterparts.set", { space: "s", organization: "D", people: ["H-low"] });
  resume(p, "C", "H");
  for (const viewer of [who("H"), who("B"), who("D")]) expect(around(p, viewer)).toContain("C");
});
exit08.shows(
  "the reason to Space admins, with what stands behind it, and its end as what turns it",
  () => {
    const p = settled();
    show(p, "B", { kind: "all" });
    suspend(p, "C", "H");
    const why = (from: object, to: object, viewer = who("H")): unknown =>
      p.ask("space.why", { viewer, space: "s", from, to } as never);
    const setting = { kind: "suspension", organization: "C" };
    const no = { sees: false, line: 2, rule: "EXIT-08", setting };
    expect(why(who("H"), who("C"))).toEqual({
      ...no,
      behind: [
        { line: 2, rule: "VIS-01" },
        { line: 4, rule: "VIS-03", setting: { kind: "visibility", organization: "H" } },
      ],
      turn: { setting, change: "reset" },
    });
    expect(why(who("B"), who("C"))).toMatchObject({ ...no, turn: { setting, change: "reset" } });
    expect(why(who("D"), who("C"))).toEqual({ ...no, behind: [], turn: null });
    expect(why(who("C"), who("C", "C-low"))).toMatchObject({ sees: true, line: 1 });
    expect(why(who("B"), who("C"), who("B"))).toEqual({ sees: false, rule: "VIS-02" });
  },
);
exit08.shows("a Member to the Host's admins all the same, marked as suspended", () => {
  const p = settled();
  suspend(p, "C", "H");
  expect(told(p, "C")).toMatchObject({ suspendedInSpace: true });
  expect(told(p, "C")).not.toHaveProperty("suspended");
  expect(told(p, "B")).not.toHaveProperty("suspendedInSpace");
  const roster = p.ask("admin.roster", { viewer: who("H"), space: "s", organization: "C" });
  const { items } = roster as { items: { suspended?: true }[] };
  expect(items.map(({ suspended }) => suspended)).toEqual(items.map(() => true));
  p.fact("organization.suspended", { organization: "B" });
  expect(told(p, "B")).toMatchObject({ suspended: true });
  resume(p, "C", "H");
  expect(told(p, "C")).not.toHaveProperty("suspendedInSpace");
});
exit08.hides("its people from the participants of a group, in which they stay", () => {
  const p = settled();
  for (const organization of ["B", "C"]) show(p, organization, { kind: "all" });
  const g = { space: "s", group: "g" };
  const participants = [who("C", "C-low"), who("C", "C-top"), who("D")];
  p.command(["B", "B-low"], "group.start", { ...g, name: "G", participants });
  const met = (limit = 50) => {
    const all: string[] = [];
    for (let page: object = { limit }; ; ) {
      const asked = { viewer: who("B", "B-low"), ...g, ...page };
      const answer = p.ask("group.participants", asked as never) as {
        items: { person: string }[];
        next: string | null;
      };
      all.push(...answer.items.map(({ person }) => person));
      if (answer.next === null) return all;
      page = { limit, after: answer.next };
    }
  };
  const all = ["B-low", "C-low", "C-top", "D-admin"];
  expect(met()).toEqual(all);
  suspend(p, "C", "H");
  expect(met()).toEqual(["B-low", "D-admin"]);
  expect(met(1)).toEqual(["B-low", "D-admin"]);
  const add = (person: string) =>
    p.command(["B", "B-low"], "group.add", { ...g, participants: [who("C", person)] });
  expect(add("C-mid").refusal).toMatchObject({
    code: "NOT_VISIBLE",
    data: { organization: "C" },
  });
  expect(add("C-low").code).toBeNull();
  p.under({ groupInviteRequiresVisibility: false });
  expect(add("C-mid").code).toBe("NOT_VISIBLE");
  expect(p.command("H", "group.start", { ...g, group: "h", name: "H", participants }).code).toBe(
    "NOT_VISIBLE",
  );
  resume(p, "C", "H");
  expect(met(1)).toEqual(all);
  expect(add("C-mid").code).toBeNull();
});
exit08.refuses("its people as picks, in every scope; from another Space they may come", () => {
  const p = market();
  p.createSpace("H", "t", { people: ["h1"] });
  p.join("H", "t", "S", { people: ["s1"] });
  p.command("H", "app.publish", { space: "t", app: "crm" });
  const s1: Who = ["S", "s1"];
  const s2: Who = ["S", "s2"];
  const pick = (by: Who, target: Who) => submit(p, by, { picked: [identity(target)] }).code;
  const candidates = (by: Who) => {
    const space = by[0] === "H" ? {} : { space: "s" };
    const asked = { viewer: identity(by), app: "crm", ...space, limit: 1 };
    const all: string[] = [];
    for (let page: object = {}; ; ) {
      const answer = p.ask("form.candidates", { ...asked, ...page } as never) as {
        items: { organization: string; person: string }[];
        next: string | null;
      };
      all.push(...answer.items.map(({ organization, person }) => `${organization}/${person}`));
      if (answer.next === null) return all.sort().filter((each) => each.startsWith("S/"));
      page = { after: answer.next };
    }
  };
  const everybody = candidates(["H", "h1"]);
  expect([pick(["H", "h1"], s2), pick(["D", "d1"], s2)]).toEqual([null, null]);
  suspend(p, "S", "H");
  const outside = "PICK_TARGET_OUTSIDE_SCOPE";
  expect([pick(["H", "h1"], s2), pick(["D", "d1"], s2)]).toEqual([outside, outside]);
  expect([pick(["H", "h1"], s1), pick(["D", "d1"], s1)]).toEqual([null, outside]);
  expect([candidates(["H", "h1"]), candidates(["D", "d1"])]).toEqual([["S/s1"], []]);
  p.under({ formPickerScope: "visible-only" });
  expect(pick(["D", "d1"], s2)).toBe(outside);
  resume(p, "S", "H");
  expect(candidates(["H", "h1"])).toEqual(everybody);
});

exit08.refuses("its people to act on what they hold, to start anything, or to take it back", () => {
  const p = started([step("all", b2), step("all", c1)]);
  suspend(p, "B");
  const route = { viewer: identity(b2), instance: "i" };
  expect(approve(p, b2, 0).code).toBe(CLOSED);
  expect(transfer(p, b2, 0, b3).code).toBe(CLOSED);
  expect(delegate(p, b2, 0, b3).code).toBe(CLOSED);
  expect(countersign(p, b2, 0, "before", b3).code).toBe(CLOSED);
  expect(copy(p, b2, 0, b3).code).toBe(CLOSED);
  expect(p.ask("flow.may-route", { ...route, target: identity(b3) })).toBe(CLOSED);
  expect(p.ask("flow.routing-candidates", route)).toBe(CLOSED);
  expect(withdraw(p, b1).refusal).toMatchObject({ code: CLOSED, data: { space: "s" } });
  expect(withdraw(p, b2).code).toBe("NOT_INITIATOR");
  expect(start(p, b1, "j").code).toBe(CLOSED);
  expect(tasks(p)).toEqual(["B/b2 open"]);
  resume(p, "B");
  expect(approve(p, b2, 0).code).toBeNull();
  expect(withdraw(p, b1).code).toBeNull();
});
exit08.refuses(
  "its people a task: rules pass them over, and a step without anybody is empty",
  () => {
    const p = office();
    define(p, [step("all", b2, c1), step("all", b3)]);
    suspend(p, "B");
    start(p, c2, "i");
    expect(tasks(p)).toEqual(["C/c1 open"]);
    approve(p, c1, 0);
    expect(tasks(p)).toEqual(["C/c1 approved", "-A open"]);
    const q = office({ emptyStep: "main-admins" });
    define(q, [step("all", b2)]);
    suspend(q, "B");
    start(q, c2, "i");
    expect(tasks(q)).toEqual(["A/A-admin open"]);
    sound(q);
  },
);
exit08.refuses("to route to its people, whatever the boundary", () => {
  const p = started([step("all", c1)], { routingBoundary: "space" });
  const outside = "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG";
  suspend(p, "B");
  for (const route of [
    transfer(p, c1, 0, b3),
    delegate(p, c1, 0, b3),
    countersign(p, c1, 0, "after", b3),
    copy(p, c1, 0, b3),
  ])
    expect(route.code).toBe(outside);
  const asked = { viewer: identity(c1), instance: "i" };
  expect(p.ask("flow.may-route", { ...asked, target: identity(b3) })).toBe(outside);
  const { items } = p.ask("flow.routing-candidates", asked) as { items: object[] };
  expect(items).not.toContainEqual(expect.objectContaining({ organization: "B" }));
  const q = started([step("all", c1)], { routingCandidates: "whole-directory" });
  expect(delegate(q, c1, 0, ["B", "off"]).code).not.toBe(outside);
  suspend(q, "B");
  expect(delegate(q, c1, 0, b3).code).toBe(outside);
  resume(p, "B");
  expect(transfer(p, c1, 0, b3).code).toBeNull();
});
exit08.refuses(
  "its people as successors and stand-ins; the Host moves what waits, or ends it",
  () => {
    const p = started([step("all", b2)]);
    p.command("B", "stand-in.set", {
      ...{ person: "b2", standIn: "b3", from: 0, until: 9_000_000_000_000 },
    } as never);
    suspend(p, "B");
    const viewer = { organization: "A", person: "A-admin" };
    expect(p.ask("admin.open-tasks", { viewer })).toMatchObject({
      items: [{ task: 0, holder: identity(b2), stuck: "holder-suspended" }],
    });
    expect(assign(p, "B", 0, "b3").code).toBe("SUCCESSOR_NOT_ELIGIBLE");
    expect(assign(p, "A", 0, "a1").code).toBe("NOT_AUTHORIZED_ADMIN");
    expect(reassign(p, "A", b3, 0).code).toBe("SUCCESSOR_NOT_ELIGIBLE");
    p.fact("person.suspended", { organization: "B", person: "b2", number: 1, standIn: "b3" });
    expect(tasks(p)).toEqual(["B/b2 open"]);
    p.fact("person.resumed", { organization: "B", person: "b2", number: 1 });
    p.fact("person.resigned", { organization: "B", person: "b2", number: 1, successor: "b3" });
    expect(tasks(p)).toEqual(["-B open"]);
    p.fact("admin.changed", {
      organization: "B",
      person: "B-admin",
      number: 1,
      role: null,
    } as never);
    expect(assign(p, "A", 0, "a1").code).toBe("NOT_AUTHORIZED_ADMIN");
    expect(reassign(p, "A", a1, 0).code).toBeNull();
    expect(tasks(p)).toEqual(["A/a1 open"]);
    const q = started([step("all", b2)]);
    suspend(q, "B");
    expect(q.command("A", "flow.terminate", { instance: "i", reason: "over" }).code).toBeNull();
  },
);
exit08.accepts("whoever works through another Space, in what the Host started", () => {
  const p = office();
  p.createSpace("A", "t", { people: ["a1"] });
  p.join("A", "t", "B", { people: ["b2"] });
  p.command("A", "app.publish", { space: "t", app: "x" });
  p.command("A", "license.link", { unit: { kind: "space", space: "t" } });
  p.command("A", "license.grant", {
    unit: { kind: "space", space: "t" },
    people: [identity(b2)],
  });
  define(p, [step("all", b2, b3)]);
  suspend(p, "B");
  start(p, "A", "i");
  expect(tasks(p)).toEqual(["B/b2 open"]);
  expect(approve(p, b2, 0).code).toBeNull();
});
exit08.happens("to one of three switches, any of which closes", () => {
  const p = started([step("all", b2)]);
  suspend(p, "B");
  p.fact("organization.suspended", { organization: "B" });
  expect(approve(p, b2, 0).code).toBe("ACTOR_SUSPENDED");
  p.fact("organization.resumed", { organization: "B" });
  expect(approve(p, b2, 0).code).toBe(CLOSED);
  p.command("A", "association.suspend", member("C"));
  resume(p, "B");
  expect(approve(p, b2, 0).code).toBeNull();
  expect(p.ask("space.contacts", { viewer: identity(c1), space: "s" })).toBe(CLOSED);
  sound(p);
});
exit08.refuses("it before the state and after the Host's gates", () => {
  const p = market({ suspendedHostApps: "closed" });
  suspend(p, "S", "H");
  p.command("H", "app.withdraw", { space: "s", app: "crm" });
  expect(use(p, ["S", "s1"])).toBe(CLOSED);
  expect(use(p, ["S", "off"])).toBe(CLOSED);
  p.fact("organization.suspended", { organization: "H" });
  expect(use(p, ["S", "s1"])).toBe("HOST_SUSPENDED");
  p.fact("organization.sso-changed", { organization: "S", sso: true });
  expect(use(p, ["S", "s1"])).toBe("SSO_NOT_SUPPORTED");
  expect(happened(suspend(p, "D", "H"), "association.suspended")).toEqual([]);
});
