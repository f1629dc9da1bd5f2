// Aim: who counterparts are, whom they are seen by, what becomes of them, and who is told where there are too few.
// Method: A hosts s, of which B and C are Members; both sides name people, who leave in every way.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Caller, Play, Told } from "../../src/testing/index.ts";
import { define, identity, office, start, step, tasks, type Who } from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const SPACE = { space: "s" };
const A = "A";
const B = "B";

/** Names people of whoever acts, for a Member where the Host does. */
const name = (p: Play, by: Caller, people: readonly string[], organization?: string): Told =>
  p.command(by, "counterparts.set", {
    ...SPACE,
    people,
    ...(organization === undefined ? {} : { organization }),
  });

interface Row {
  readonly organization: string;
  readonly counterparts: { readonly own: unknown[]; readonly host: unknown[] };
  readonly unattended?: true;
}

/** What the Host's admin is told of a Member. */
function told(p: Play, member = B): Pick<Row, "counterparts"> & { readonly unattended: boolean } {
  const viewer = { organization: A, person: "A-admin" };
  const { items } = p.ask("admin.members", { viewer, ...SPACE }) as { items: Row[] };
  const found = items.find(({ organization }) => organization === member) as Row;
  return { counterparts: found.counterparts, unattended: found.unattended === true };
}

const people = (organization: string, ...names: string[]) =>
  names.map((person) => ({ organization, person }));

const dropped = ({ events }: Told) =>
  events.flatMap(({ type, data }) =>
    type === "counterpart.dropped" ? [[data["person"], data["because"]]] : [],
  );

const UNATTENDED = {
  kind: "MEMBER_UNATTENDED",
  to: [
    { kind: "space-admins", space: "s" },
    { kind: "authorized-admins", organization: B },
  ],
  data: { space: "s", organization: B },
};
const alarms = ({ notices }: Told) => notices.filter(({ kind }) => kind === "MEMBER_UNATTENDED");

const named = (changes: Partial<Policy> = {}, list: readonly string[] = ["b2", "b1"]): Play => {
  const p = office(changes);
  expect(name(p, B, list).code).toBeNull();
  return p;
};

/** Whom of A a person of B meets in the Space, by either question. */
function seen(p: Play, viewer: Who = ["B", "b1"]): string[] {
  const by = { viewer: identity(viewer), ...SPACE };
  const { items } = p.ask("space.contacts", by) as {
    items: { organization: string; person: string }[];
  };
  const all = items.filter(({ organization }) => organization === A).map(({ person }) => person);
  for (const person of ["a1", "a2"]) {
    const one = p.ask("space.contact", { ...by, organization: A, person });
    expect(typeof one !== "string").toBe(all.includes(person));
  }
  return all;
}

const partner03 = rule("PARTNER-03");
partner03.accepts("people of the own organization on the Roster, in order, on either side", () => {
  const p = office();
  expect(name(p, B, ["b2", "b1"]).events).toMatchObject([
    {
      type: "counterpart.named",
      data: { ...SPACE, member: B, organization: B, people: ["b2", "b1"] },
    },
  ]);
  expect(name(p, A, ["a1"], B).code).toBeNull();
  const counterparts = { own: people(B, "b2", "b1"), host: people(A, "a1") };
  expect(told(p)).toEqual({ counterparts, unattended: false });
  expect(told(p, "C").counterparts).toEqual({ own: [], host: [] });
});
partner03.accepts("another order as another list, and the same again in silence", () => {
  const p = named();
  expect(name(p, B, ["b2", "b1"], B).events).toEqual([]);
  const turned = name(p, B, ["b1", "b2"]);
  expect(turned.events.map(({ type }) => type)).toEqual(["counterpart.named"]);
  expect(told(p).counterparts.own).toEqual(people(B, "b1", "b2"));
});
partner03.happens("that whoever is named no more is dropped first", () => {
  const p = named({}, ["b1", "b2", "b3"]);
  const fewer = name(p, B, ["b1", "b3"]);
  expect(fewer.events.map(({ type }) => type)).toEqual(["counterpart.dropped"]);
  expect(dropped(fewer)).toEqual([["b2", "unnamed"]]);
  const others = name(p, B, ["b2", "b3"]);
  expect(others.events.map(({ type }) => type)).toEqual([
    "counterpart.dropped",
    "counterpart.named",
  ]);
  expect(told(p).counterparts.own).toEqual(people(B, "b2", "b3"));
});
partner03.refuses("whoever is not on the Roster, or not of the own organization", () => {
  const p = office();
  for (const person of ["off", "B-admin", "a1", "nobody"]) {
    expect(name(p, B, ["b1", person]).code).toBe("NOT_IN_SPACE");
  }
  expect(name(p, A, ["a2"], B).code).toBe("NOT_IN_SPACE");
  expect(p.records("counterparts")).toEqual([]);
});
partner03.refuses("what is not one's own to say", () => {
  const p = office();
  expect(name(p, ["B", "b1"], ["b1"]).code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(name(p, B, ["b1"], "C").code).toBe("MEMBER_ROSTER_NOT_MANAGEABLE");
  expect(name(p, B, ["b1"], "no-such").code).toBe("MEMBER_ROSTER_NOT_MANAGEABLE");
  expect(name(p, B, ["b1"], A).code).toBe("MEMBER_ROSTER_NOT_MANAGEABLE");
  expect(name(p, A, ["a1"]).code).toBe("NOT_A_MEMBER");
  expect(name(p, A, ["a1"], A).code).toBe("NOT_A_MEMBER");
  expect(name(p, A, ["a1"], "no-such").code).toBe("NOT_A_MEMBER");
  p.under({ memberSideActor: "main-admin-only" });
  p.hire(B, "sub");
  p.appoint(B, "sub", "sub", true);
  expect(name(p, ["B", "sub"], ["b1"]).code).toBe("MAIN_ADMIN_REQUIRED");
});
partner03.at("the maximum, on either side", () => {
  const p = office({ counterpartsMax: 2 });
  expect(name(p, B, ["b1", "b2"]).code).toBeNull();
});
partner03.below("the maximum", () => {
  expect(name(office({ counterpartsMax: 2 }), B, ["b1"]).code).toBeNull();
});
partner03.above("the maximum it is malformed", () => {
  const p = office({ counterpartsMax: 1 });
  expect(name(p, B, ["b1", "b2"]).code).toBe("MALFORMED");
  p.command(A, "scope.put-in", { ...SPACE, organization: A, people: ["a2"] });
  expect(name(p, A, ["a1", "a2"], B).code).toBe("MALFORMED");
});
partner03.at("the minimum", () => {
  expect(name(office({ counterpartsMin: 2 }), B, ["b1", "b2"]).code).toBeNull();
});
partner03.above("the minimum", () => {
  expect(name(office({ counterpartsMin: 2 }), B, ["b1", "b2", "b3"]).code).toBeNull();
});
partner03.below("the minimum a Member is refused, and the Host is asked for none", () => {
  const p = office({ counterpartsMin: 2 });
  expect(name(p, B, ["b1"])).toMatchObject({
    code: "COUNTERPARTS_REQUIRED",
    refusal: { data: { min: 2 } },
  });
  expect(name(p, B, []).code).toBe("COUNTERPARTS_REQUIRED");
  expect(name(p, B, ["off"]).code).toBe("NOT_IN_SPACE");
  expect(name(p, A, ["a1"], B).code).toBeNull();
  expect(name(p, A, [], B).code).toBeNull();
});

partner03.shows(
  "the Host's counterparts to that Member's people alone, and nobody else of the Host",
  () => {
    const p = office();
    p.command(A, "scope.put-in", { ...SPACE, organization: A, people: ["a2"] });
    expect(seen(p)).toEqual([]);
    name(p, A, ["a1"], B);
    expect(seen(p)).toEqual(["a1"]);
    expect(seen(p, ["C", "c1"])).toEqual([]);
    const { items } = p.ask("space.organizations", { viewer: identity(["B", "b1"]), ...SPACE }) as {
      items: { organization: string }[];
    };
    expect(items.map(({ organization }) => organization)).toEqual([B]);
    // Nor is anybody else of B seen by others for being one.
    name(p, B, ["b1"]);
    expect(
      p.ask("space.contact", { viewer: identity(["C", "c1"]), ...SPACE, ...identity(["B", "b1"]) }),
    ).toBe("NOT_VISIBLE");
    name(p, A, [], B);
    expect(seen(p)).toEqual([]);
  },
);
partner03.accepts(
  "a counterpart of the Host in a group and in a form, and nobody else of it",
  () => {
    const p = office({ formPickerScope: "visible-only" });
    p.command(A, "scope.put-in", { ...SPACE, organization: A, people: ["a2"] });
    name(p, A, ["a1"], B);
    const b1: Caller = ["B", "b1"];
    const group = (id: string, ...with_: Who[]) =>
      p.command(b1, "group.start", {
        ...SPACE,
        group: id,
        name: id,
        participants: with_.map(identity),
      });
    expect(group("g1", ["A", "a1"]).code).toBeNull();
    expect(group("g2", ["A", "a2"]).code).toBe("NOT_VISIBLE");
    const viewer = identity(["B", "b1"]);
    const { items } = p.ask("form.candidates", { viewer, app: "x", ...SPACE }) as {
      items: { organization: string; person: string }[];
    };
    const ofHost = items.filter(({ organization }) => organization === A);
    expect(ofHost.map(({ person }) => person)).toEqual(["a1"]);
  },
);

partner03.happens("that whoever leaves the Space is one no more, and not again when back", () => {
  const p = named();
  name(p, A, ["a1"], B);
  name(p, A, ["a1"], "C");
  const out = p.command(B, "scope.take-out", { ...SPACE, organization: B, people: ["b1"] });
  expect(dropped(out)).toEqual([["b1", "left"]]);
  p.command(B, "scope.put-in", { ...SPACE, organization: B, people: ["b1"] });
  expect(told(p).counterparts).toEqual({ own: people(B, "b2"), host: people(A, "a1") });
  const host = p.command(A, "scope.take-out", { ...SPACE, organization: A, people: ["a1"] });
  expect(dropped(host)).toEqual([
    ["a1", "left"],
    ["a1", "left"],
  ]);
  expect(told(p, "C").counterparts.host).toEqual([]);
});
partner03.doesNot("for whoever is suspended, who stays one", () => {
  const p = named({ counterpartsMin: 2 });
  const suspended = p.fact("person.suspended", { organization: B, person: "b1", number: 1 });
  expect([dropped(suspended), alarms(suspended)]).toEqual([[], []]);
  expect(name(p, B, ["b1", "b2"]).code).toBeNull();
  expect(told(p)).toMatchObject({
    counterparts: { own: people(B, "b1", "b2") },
    unattended: false,
  });
});

const resign01 = rule("RESIGN-01");
resign01.happens("to counterparts of either side, everywhere, and to no other", () => {
  const p = named();
  name(p, A, ["a1"], B);
  const viewer = { organization: B, person: "B-admin" };
  expect(p.ask("departure.preview", { viewer, person: "b2" })).toMatchObject({
    counterparts: [{ ...SPACE, member: B }],
    kept: { counts: { counterpart: 1 } },
  });
  expect(dropped(p.resign(B, "b2"))).toEqual([["b2", "resigned"]]);
  expect(dropped(p.resign(A, "a1"))).toEqual([["a1", "resigned"]]);
  expect(told(p).counterparts).toEqual({ own: people(B, "b1"), host: [] });
});

const resign07 = rule("RESIGN-07");
const back = (p: Play, organization: string, person: string): Told =>
  p.fact("person.reinstated", { organization, person, number: 1 });
const left = ({ notices }: Told) =>
  notices.flatMap(({ kind, to, data }) =>
    kind === "COUNTERPART_BACK" ? [[to.map((each) => each.kind), data["left"]]] : [],
  );

resign07.happens("to counterparts of either side, each in the place that they had", () => {
  const p = named({}, ["b1", "b2", "b3", "both"]);
  name(p, A, ["a1"], B);
  for (const person of ["b1", "b3", "both"]) p.resign(B, person);
  p.resign(A, "a1");
  expect(told(p).counterparts).toEqual({ own: people(B, "b2"), host: [] });
  expect(
    back(p, B, "both").events.filter(({ type }) => type === "counterpart.named"),
  ).toMatchObject([{ data: { people: ["b2", "both"], because: "reinstated", person: "both" } }]);
  back(p, B, "b1");
  back(p, B, "b3");
  back(p, A, "a1");
  const own = people(B, "b1", "b2", "b3", "both");
  expect(told(p).counterparts).toEqual({ own, host: people(A, "a1") });
  expect(p.records("kept")).toEqual([]);
});
resign07.doesNot("to a list that was set as a whole since, on the same side", () => {
  const p = named({}, ["b1", "b2", "b3"]);
  name(p, A, ["a1"], B);
  p.resign(B, "b2");
  p.resign(A, "a1");
  // The same list again is none.
  expect(name(p, B, ["b1", "b3"]).events).toEqual([]);
  expect(name(p, B, ["b1"]).events).toHaveLength(1);
  const told07 = back(p, B, "b2");
  const both = ["space-admins", "authorized-admins"];
  expect(left(told07)).toEqual([[both, [["counterpart", 1, "changed"]]]]);
  back(p, A, "a1");
  expect(told(p).counterparts).toEqual({ own: people(B, "b1"), host: people(A, "a1") });
});
resign07.doesNot("to counterparts of an Association that has ended since, or hired anew", () => {
  const p = named();
  name(p, A, ["a1"], B);
  p.resign(B, "b2");
  p.resign(A, "a1");
  p.command(A, "association.cancel", { ...SPACE, organization: B });
  p.join(A, "s", B, { people: ["b1"] }, "again");
  back(p, B, "b2");
  p.command(B, "scope.put-in", { ...SPACE, organization: B, people: ["b2"] });
  back(p, A, "a1");
  expect(p.roster("s")).toContain("B/b2");
  expect(told(p).counterparts).toEqual({ own: [], host: [] });
  name(p, B, ["b1"]);
  p.resign(B, "b1");
  p.hire(B, "b1", [], 2);
  p.command(B, "scope.put-in", { ...SPACE, organization: B, people: ["b1"] });
  expect(p.roster("s")).toContain("B/b1");
  expect(told(p).counterparts.own).toEqual([]);
});
resign07.happens("once somebody who has to wait for a place is on the Roster", () => {
  const p = named({ overCapFact: "wait" });
  const { length } = p.roster("s");
  p.under({ overCapFact: "wait", personCap: length });
  p.resign(B, "b2");
  p.hire(A, "a9");
  p.command(A, "scope.put-in", { ...SPACE, organization: A, people: ["a9"] });
  expect(p.roster("s")).toHaveLength(length);
  const waits = back(p, B, "b2");
  expect(left(waits)).toEqual([]);
  expect(told(p).counterparts.own).toEqual(people(B, "b1"));
  p.resign(A, "a9");
  expect(p.roster("s")).toContain("B/b2");
  expect(told(p).counterparts.own).toEqual(people(B, "b2", "b1"));
});
resign07.doesNot("to whoever is not on the Roster again", () => {
  const p = named();
  p.resign(B, "b2");
  p.command(B, "scope.set", { ...SPACE, organization: B, scope: { people: ["b1", "B-admin"] } });
  back(p, B, "b2");
  expect(told(p).counterparts.own).toEqual(people(B, "b1"));
  p.command(B, "scope.put-in", { ...SPACE, organization: B, people: ["b2"] });
  expect(p.roster("s")).toContain("B/b2");
  expect(told(p).counterparts.own).toEqual(people(B, "b1"));
});

partner03.happens(
  "that both sides are told once where too few are left, and again after it was attended",
  () => {
    const p = named({ counterpartsMin: 2 }, ["b1", "b2", "b3"]);
    expect(alarms(p.resign(B, "b1"))).toEqual([]);
    expect(told(p).unattended).toBe(false);
    expect(alarms(p.resign(B, "b2"))).toEqual([UNATTENDED]);
    expect(told(p).unattended).toBe(true);
    expect(alarms(p.resign(B, "b3"))).toEqual([]);
    p.command(B, "scope.put-in", { ...SPACE, organization: B, people: ["off", "B-admin"] });
    expect(name(p, B, ["both", "off"]).code).toBeNull();
    expect(told(p).unattended).toBe(false);
    const out = p.command(B, "scope.take-out", {
      ...SPACE,
      organization: B,
      people: ["off", "both"],
    });
    expect(alarms(out)).toEqual([UNATTENDED]);
  },
);
partner03.happens("that a Member that begins without any is told so, if any are asked for", () => {
  const p = office({ counterpartsMin: 1 });
  p.register(["D"]);
  const joined = p.join(A, "s", "D");
  const data = { space: "s", organization: "D" };
  expect(alarms(joined)).toMatchObject([{ data }]);
  expect(told(p, "D").unattended).toBe(true);
  p.under({ counterpartsMin: 0 });
  p.register(["E"]);
  expect(alarms(p.join(A, "s", "E"))).toEqual([]);
});
partner03.doesNot("when the policy asks for others, until the next one is dropped", () => {
  const p = named({ counterpartsMin: 1 }, ["b1", "b2"]);
  p.under({ counterpartsMin: 3 });
  expect(told(p).unattended).toBe(true);
  expect(alarms(p.hire(B, "b9"))).toEqual([]);
  expect(alarms(p.resign(B, "b1"))).toEqual([UNATTENDED]);
  p.under({ counterpartsMin: 1 });
  expect(told(p).unattended).toBe(false);
  expect(alarms(p.resign(B, "b2"))).toEqual([UNATTENDED]);
});
partner03.happens("that both lists end with the Association, and nobody is tied any more", () => {
  const p = named({ counterpartsMin: 1 });
  name(p, A, ["a1"], B);
  const ended = p.command(A, "association.cancel", { ...SPACE, organization: B });
  expect([dropped(ended), alarms(ended)]).toEqual([[], []]);
  expect(p.records("counterparts")).toEqual([]);
  expect(dropped(p.resign(A, "a1"))).toEqual([]);
  p.join(A, "s", B, { people: ["b1"] }, "again");
  expect(told(p)).toEqual({ counterparts: { own: [], host: [] }, unattended: true });
});
partner03.happens("to whoever has another id now, as before", () => {
  const p = named();
  name(p, A, ["a1"], B);
  p.fact("person.renamed", { organization: A, person: "a1", number: 1, to: "a1-new" });
  p.fact("person.renamed", { organization: B, person: "b1", number: 1, to: "b1-new" });
  const counterparts = { own: people(B, "b2", "b1-new"), host: people(A, "a1-new") };
  expect(told(p).counterparts).toEqual(counterparts);
  expect(name(p, A, ["a1-new"], B).events).toEqual([]);
  expect(name(p, B, ["b1-new", "b2"]).events[0]?.data).toMatchObject({ people: ["b1-new", "b2"] });
  expect(dropped(p.resign(A, "a1-new"))).toEqual([["a1-new", "resigned"]]);
});

const hand06 = rule("HAND-06");
const succession = ["counterpart", "registered"] as const;
const because = ({ events }: Told) =>
  events.flatMap(({ type, data }) =>
    type === "task.handed-over" || type === "task.parked" ? [data["because"] ?? "parked"] : [],
  );

hand06.happens("to the counterparts of the leaver's organization, in their order", () => {
  const p = office({ succession });
  define(p, [step("all", ["B", "b1"])]);
  start(p, ["C", "c1"], "i");
  p.command(B, "successor.set", { ...identity(["B", "b1"]), successor: "both" });
  name(p, B, ["b1", "b3", "b2"]);
  const viewer = { organization: B, person: "B-admin" };
  expect(p.ask("departure.preview", { viewer, person: "b1" })).toMatchObject({
    tasks: [{ to: "b3", because: "counterpart" }],
  });
  expect(because(p.resign(B, "b1"))).toEqual(["counterpart"]);
  expect(tasks(p)).toEqual(["B/b3 open"]);
  // Whoever leaves the Space alone hands over to the next one.
  const out = p.command(B, "scope.take-out", { ...SPACE, organization: B, people: ["b3"] });
  expect(because(out)).toEqual(["counterpart"]);
  expect(tasks(p)).toEqual(["B/b2 open"]);
  expect(because(p.resign(B, "b2"))).toEqual(["parked"]);
});
hand06.happens("of the Host to those who look after the initiator's organization", () => {
  const p = office({ succession });
  p.command(A, "scope.put-in", { ...SPACE, organization: A, people: ["a2", "a3"] });
  define(p, [step("all", ["A", "a1"])]);
  name(p, A, ["a1", "a3"], "C");
  name(p, A, ["a2"], B);
  start(p, ["C", "c1"], "i");
  start(p, ["A", "a2"], "own");
  expect(because(p.resign(A, "a1"))).toEqual(["counterpart", "parked"]);
  expect(tasks(p)).toEqual(["A/a3 open"]);
});
hand06.doesNot("to counterparts where the chain does not name them", () => {
  const p = office();
  define(p, [step("all", ["B", "b1"])]);
  start(p, ["C", "c1"], "i");
  name(p, B, ["b2"]);
  expect(because(p.resign(B, "b1"))).toEqual(["parked"]);
});
