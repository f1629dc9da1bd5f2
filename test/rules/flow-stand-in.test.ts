// Aim: who stands in for a person for a period gets what would be theirs, and nothing else; it ends as it should.
// Method: b1 of B starts `i`; people of B and C have stand-ins from before now until later, unless said otherwise.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Caller, Play, Told } from "../../src/testing/index.ts";
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
  sendBack,
  start,
  started,
  step,
  tasks,
  transfer,
  type Who,
} from "../support/flows.ts";
import { unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const a1: Who = ["A", "a1"];
const b1: Who = ["B", "b1"];
const b2: Who = ["B", "b2"];
const b3: Who = ["B", "b3"];
const both: Who = ["B", "both"];
const c1: Who = ["C", "c1"];
const DAY = 86_400_000;
/** The time of inputs that say none is within it. */
const NOW = { from: 0, until: DAY };

/** Somebody under the employment that they have from the beginning. */
const named = (person: string) => ({ person, number: 1 });

type More = {
  readonly from?: number;
  readonly until?: number;
  readonly apps?: readonly string[];
  readonly takeOpen?: boolean;
};

/** Somebody stands in for a person, by whose own word unless by another's. */
function away(p: Play, person: Who, standIn: string, more: More = {}, by: Caller = person): Told {
  const data = { person: person[1], standIn, ...NOW, ...more };
  return p.command(by, "stand-in.set", data, { at: 1000 });
}

const end = (p: Play, person: Who, from: number, by: Caller = person): Told =>
  p.command(by, "stand-in.end", { person: person[1], from }, { at: 1000 });

/** An office with a flow of these steps, in which nothing runs yet. */
function ready(steps: Parameters<typeof started>[0], changes: Partial<Policy> = {}): Play {
  const p = office(changes);
  define(p, steps);
  return p;
}

const begin = (p: Play, at = 1000) =>
  p.command(b1, "flow.start", { app: "x", flow: "f", instance: "i", row: "r", space: "s" }, { at });

const list = (p: Play, viewer: Who, more: object = {}) =>
  p.ask("stand-in.list", { viewer: identity(viewer), ...more } as never) as {
    readonly items: readonly object[];
    readonly next: string | null;
  };

const suspend = (p: Play, [organization, person]: Who, standIn?: string): Told =>
  p.fact("person.suspended", {
    ...{ organization, person, number: 1 },
    ...(standIn === undefined ? {} : { standIn }),
  });

const flow14 = rule("FLOW-14");
flow14.happens("that a task by rule goes to the stand-in, on behalf of the person", () => {
  const p = ready([step("all", b2)]);
  const set = away(p, b2, "b3");
  expect(set.code).toBeNull();
  expect(set.events.map(({ type, data }) => [type, data])).toEqual([
    [
      "stand-in.set",
      { ...identity(b2), standIn: { person: "b3", number: 1 }, from: 0, until: DAY },
    ],
  ]);
  expect(set.notices.map(({ kind, to, data }) => [kind, to, data])).toEqual([
    [
      "STAND_IN_SET",
      [b2, b3].map((who) => ({ kind: "person", ...identity(who) })),
      { ...identity(b2), standIn: "b3", from: 0, until: DAY },
    ],
  ]);
  const made = happened(begin(p), "task.made");
  expect(made).toMatchObject([{ holder: identity(b3), onBehalfOf: identity(b2) }]);
  const todo = p.ask("flow.todo", { viewer: identity(b3) });
  expect(todo).toMatchObject({ items: [{ instance: "i", onBehalfOf: identity(b2) }] });
  approve(p, b3, 0);
  const seen = p.ask("flow.instance", { viewer: identity(b1), instance: "i" }) as unknown as {
    readonly items: readonly { readonly what: string; readonly onBehalfOf?: object }[];
  };
  const named = seen.items.filter(({ onBehalfOf }) => onBehalfOf !== undefined);
  expect(named.map(({ what }) => what)).toEqual(["task.made", "task.approved"]);
});
flow14.at("that the period begins: the stand-in gets the task", () => {
  const p = ready([step("all", b2)]);
  away(p, b2, "b3", { from: 2000, until: 3000 });
  begin(p, 2000);
  expect(tasks(p)).toEqual(["B/b3 open"]);
});
flow14.below("that time the person gets it", () => {
  const p = ready([step("all", b2)]);
  away(p, b2, "b3", { from: 2000, until: 3000 });
  begin(p, 1999);
  expect(tasks(p)).toEqual(["B/b2 open"]);
});
flow14.at("that the period is over the person gets it, just before the stand-in does", () => {
  for (const [at, holder] of [
    [2999, "b3"],
    [3000, "b2"],
  ] as const) {
    const p = ready([step("all", b2)]);
    away(p, b2, "b3", { from: 2000, until: 3000 });
    begin(p, at);
    expect(tasks(p), String(at)).toEqual([`B/${holder} open`]);
  }
});
flow14.above("that time too", () => {
  const p = ready([step("all", b2)]);
  away(p, b2, "b3", { from: 2000, until: 3000 });
  begin(p, 3001);
  expect(tasks(p)).toEqual(["B/b2 open"]);
});
flow14.happens("for tasks of the apps that are named alone", () => {
  for (const [apps, holder] of [
    [["x"], "b3"],
    [["y"], "b2"],
  ] as const) {
    const p = ready([step("all", b2)]);
    away(p, b2, "b3", { apps });
    begin(p);
    expect(tasks(p)).toEqual([`B/${holder} open`]);
  }
});
flow14.happens(
  "with what is transferred, added, delegated, handed over, assigned and moved",
  () => {
    const p = started([step("all", b1)]);
    away(p, b2, "b3");
    const given = transfer(p, b1, 0, b2);
    expect(happened(given, "task.transferred")).toMatchObject([
      { to: identity(b3), onBehalfOf: identity(b2) },
    ]);
    for (const added of [delegate, (q: Play) => countersign(q, b1, 0, "before", b2)]) {
      const q = started([step("all", b1)]);
      away(q, b2, "b3");
      const made = happened(added(q, b1, 0, b2), "task.made");
      expect(made).toMatchObject([{ holder: identity(b3), onBehalfOf: identity(b2) }]);
    }
    const left = started([step("all", b1)]);
    away(left, b2, "b3");
    left.fact("person.resigned", { ...identity(b1), number: 1, successor: "b2" });
    expect(tasks(left)).toEqual(["B/b3 open"]);
    const parked = started([step("all", b1)]);
    away(parked, b2, "b3");
    parked.resign("B", "b1");
    expect(assign(parked, "B", 0, "b2").code).toBeNull();
    expect(tasks(parked)).toEqual(["B/b3 open"]);
    const moved = started([step("all", b1)]);
    away(moved, b2, "b3");
    expect(reassign(moved, "A", b2, 0).code).toBeNull();
    expect(tasks(moved)).toEqual(["B/b3 open"]);
  },
);
flow14.doesNot("touch copies, or what is open already unless that is said", () => {
  const p = started([step("all", b2)]);
  away(p, b2, "b3");
  expect(tasks(p)).toEqual(["B/b2 open"]);
  expect(happened(copy(p, b2, 0, c1), "task.copied")).toHaveLength(0);
  const q = started([step("all", b1)]);
  away(q, b2, "b3");
  expect(happened(copy(q, b1, 0, b2), "task.copied")).toMatchObject([{ people: [identity(b2)] }]);
});
flow14.happens("that open tasks go too with `takeOpen`, of the apps that are named", () => {
  const p = started([step("sequence", b2, c1)]);
  start(p, b1, "j");
  const taken = happened(away(p, b2, "b3", { takeOpen: true }), "task.handed-over");
  expect(taken).toEqual(
    ["i", "j"].map((instance) => ({
      ...{ instance, task: 0, from: identity(b2), to: identity(b3) },
      ...{ because: "stand-in", onBehalfOf: identity(b2) },
    })),
  );
  const q = started([step("all", b2)]);
  expect(away(q, b2, "b3", { takeOpen: true, apps: ["y"] }).code).toBeNull();
  expect(tasks(q)).toEqual(["B/b2 open"]);
});
flow14.doesNot(
  "take open tasks before the period begins, or those that are there for others",
  () => {
    const p = started([step("all", b2)]);
    away(p, b2, "b3", { takeOpen: true, from: 1001 });
    expect(tasks(p)).toEqual(["B/b2 open"]);
    const q = ready([step("all", c1), step("all", b2)]);
    away(q, c1, "c2");
    away(q, ["C", "c2"], "C-admin");
    begin(q);
    expect(tasks(q)).toEqual(["C/c2 open"]);
    const taken = away(q, ["C", "c2"], "C-admin", { from: DAY, until: DAY + 1, takeOpen: true });
    expect(happened(taken, "task.handed-over")).toEqual([]);
  },
);
flow14.doesNot(
  "leave a task with the stand-in's own stand-in, and what one has for another stays",
  () => {
    const p = ready([step("all", b2)]);
    away(p, b2, "b3");
    begin(p);
    away(p, b3, "both", { takeOpen: true });
    expect(tasks(p)).toEqual(["B/b3 open"]);
  },
);
flow14.happens("that the task stays with the person whose stand-in may not hold it", () => {
  const off = ready([step("all", b2)]);
  away(off, b2, "off");
  begin(off);
  expect(tasks(off)).toEqual(["B/b2 open"]);
  const suspended = ready([step("all", b2)]);
  away(suspended, b2, "b3");
  suspend(suspended, b3);
  begin(suspended);
  expect(tasks(suspended)).toEqual(["B/b2 open"]);
  const unlicensed = ready([step("all", b2)]);
  away(unlicensed, b2, "b3");
  unlicensed.command("A", "license.revoke", {
    unit: { kind: "space", space: "s" },
    people: [identity(b3)],
  });
  begin(unlicensed);
  expect(tasks(unlicensed)).toEqual(["B/b2 open"]);
});
flow14.happens("that the initiator stands in only where they may sign", () => {
  for (const [selfApproval, holder] of [
    ["sign", "b1"],
    ["skip", "b2"],
  ] as const) {
    const p = ready([step("all", b2)], { selfApproval });
    away(p, b2, "b1");
    begin(p);
    expect(tasks(p), selfApproval).toEqual([`B/${holder} open`]);
  }
});
flow14.happens("that rules look at the person first, and at who stands in after", () => {
  const p = ready([step("all", b2), step("all", b2, c1)], { repeatedApproval: "once" });
  begin(p);
  approve(p, b2, 0);
  expect(tasks(p)).toEqual(["B/b2 approved", "C/c1 open"]);
  const q = ready([step("all", b1), step("all", c1)], { selfApproval: "skip" });
  away(q, b1, "b2");
  expect(happened(begin(q), "task.skipped")).toMatchObject([{ who: identity(b1) }]);
});
flow14.doesNot("bring anybody two tasks of one step", () => {
  const p = ready([step("all", b2, b3)]);
  away(p, b2, "b3");
  begin(p);
  expect(tasks(p)).toEqual(["B/b2 open", "B/b3 open"]);
  const q = ready([step("all", b2, both)]);
  away(q, b2, "b3");
  away(q, both, "b3");
  begin(q);
  expect(tasks(q)).toEqual(["B/b3 open", "B/both open"]);
  const added = started([step("all", b1)]);
  away(added, b2, "b3");
  countersign(added, b1, 0, "parallel", b2, b3);
  expect(tasks(added)).toEqual(["B/b1 open", "B/b2 open", "B/b3 open"]);
  const open = started([step("all", b1, b3)]);
  away(open, b2, "b3");
  transfer(open, b1, 0, b2);
  expect(tasks(open)).toEqual(["B/b2 open", "B/b3 open"]);
});
flow14.happens(
  "that a stand-in may give a task back, and the one who left is never given it",
  () => {
    const p = ready([step("all", b2)]);
    away(p, b2, "b3");
    begin(p);
    expect(happened(transfer(p, b3, 0, b2), "task.transferred")).toEqual([
      { instance: "i", task: 0, from: identity(b3), to: identity(b2) },
    ]);
    expect(p.records("task")[0]?.[1].onBehalfOf).toBeUndefined();
    const q = started([step("all", b1)]);
    away(q, b2, "b1");
    q.fact("person.resigned", { ...identity(b1), number: 1, successor: "b2" });
    expect(tasks(q)).toEqual(["B/b2 open"]);
  },
);
flow14.happens("that the stand-in of a suspension goes before, then the one of the time", () => {
  const p = ready([step("all", b2)]);
  away(p, b2, "b3");
  suspend(p, b2, "both");
  begin(p);
  expect(tasks(p)).toEqual(["B/both open"]);
  const q = ready([step("all", b2)]);
  away(q, b2, "b3");
  suspend(q, b2);
  begin(q);
  expect(tasks(q)).toEqual(["B/b3 open"]);
  const off = ready([step("all", b2)]);
  away(off, b2, "b3");
  suspend(off, b2, "off");
  begin(off);
  expect(tasks(off)).toEqual(["B/b3 open"]);
});
flow14.happens("that open tasks of somebody suspended go to the stand-in of the time", () => {
  const p = started([step("all", b2)]);
  away(p, b2, "b3");
  const handed = happened(
    p.fact("person.suspended", { ...identity(b2), number: 1 }, { at: 1000 }),
    "task.handed-over",
  );
  expect(handed).toMatchObject([{ to: identity(b3), because: "suspended" }]);
});
flow14.happens("that a step that begins anew by a return is given anew", () => {
  const p = ready([step("all", b2), step("all", c1)]);
  begin(p);
  approve(p, b2, 0);
  away(p, b2, "b3");
  sendBack(p, c1, 1, 0);
  expect(tasks(p).at(-1)).toBe("B/b3 open");
});

flow14.accepts("the person, an admin, and a head where the policy says so", () => {
  const cases: readonly [Partial<Policy>, readonly (string | null)[]][] = [
    [{}, [null, null, "NOT_AUTHORIZED_ADMIN", "NOT_AUTHORIZED_ADMIN"]],
    [
      { standInBy: "admin" },
      ["NOT_AUTHORIZED_ADMIN", null, "NOT_AUTHORIZED_ADMIN", "NOT_AUTHORIZED_ADMIN"],
    ],
    [{ standInHeads: true }, [null, null, null, "NOT_AUTHORIZED_ADMIN"]],
  ];
  for (const [changes, codes] of cases) {
    const p = office(changes);
    p.createDepartments("B", [["desk", null]]);
    p.relocate("B", "b2", ["desk"]);
    p.fact("person.heads-changed", { ...identity(b3), number: 1, departments: ["desk"] });
    const said = [b2, "B", b3, both].map((by, place) => {
      const period = { from: place * DAY, until: (place + 1) * DAY };
      return away(p, b2, "b1", period, by as Caller).code;
    });
    expect(said, JSON.stringify(changes)).toEqual(codes);
  }
});
flow14.refuses("whoever is of another organization, or of none, to set it, end it and look", () => {
  const p = office();
  const refused = "NOT_AUTHORIZED_ADMIN";
  expect(away(p, b2, "b3", {}, "C").code).toBe("UNKNOWN_PERSON");
  expect(away(p, b2, "b3", {}, c1).code).toBe(refused);
  expect(away(p, b2, "b3", {}, { support: "s1" } as never).code).toBe(refused);
  expect(end(p, b2, 0, b3).code).toBe(refused);
  expect(list(p, b3, { person: "b2" })).toBe(refused);
  expect(list(p, ["B", "nobody"])).toBe("ACTING_ORG_INVALID");
});
flow14.refuses("a stand-in who is no other colleague in service", () => {
  const p = office();
  p.resign("B", "off");
  for (const standIn of ["b2", "c1", "off", "nobody"]) {
    expect(away(p, b2, standIn).code, standIn).toBe("SUCCESSOR_NOT_ELIGIBLE");
  }
  expect(away(p, ["B", "off"], "b3", {}, "B").code).toBe("UNKNOWN_PERSON");
  expect(end(p, ["B", "off"], 0, "B").code).toBe("UNKNOWN_PERSON");
});
flow14.refuses("a period that is over as it begins, or before", () => {
  const p = office();
  expect(away(p, b2, "b3", { from: 5, until: 5 }).code).toBe("MALFORMED");
  expect(away(p, b2, "b3", { from: 5, until: 4 }).code).toBe("MALFORMED");
  expect(away(p, b2, "b3", { from: 5, until: 6 }).code).toBeNull();
});
for (const [days, changes] of [
  [180, {}],
  [1, { standInMaxDays: 1 }],
] as const) {
  const long = (more: number): string | null => {
    const p = office(changes);
    return away(p, b2, "b3", { until: days * DAY + more }).code;
  };
  flow14.at(`as many days as the policy lets it be, ${days}`, () => {
    expect(long(0)).toBeNull();
  });
  flow14.below(`as many days as the policy lets it be, ${days}`, () => {
    expect(long(-1)).toBeNull();
  });
  flow14.above(`as many days as the policy lets it be, ${days}`, () => {
    expect(long(1)).toBe("MALFORMED");
  });
}
flow14.refuses("a period that overlaps another one of the person for one app", () => {
  const overlaps = (first: More, second: More): string | null => {
    const p = office();
    expect(away(p, b2, "b3", first).code).toBeNull();
    return away(p, b2, "both", second).code;
  };
  const one = { from: 2000, until: 3000 };
  const refused = "STAND_IN_OVERLAPS";
  expect(overlaps(one, { from: 2999, until: 4000 })).toBe(refused);
  expect(overlaps(one, { from: 3000, until: 4000 })).toBeNull();
  expect(overlaps(one, { from: 0, until: 2001 })).toBe(refused);
  expect(overlaps(one, { from: 0, until: 2000 })).toBeNull();
  expect(overlaps({ ...one, apps: ["x"] }, one)).toBe(refused);
  expect(overlaps(one, { ...one, apps: ["x"] })).toBe(refused);
  expect(overlaps({ ...one, apps: ["x"] }, { ...one, apps: ["x", "y"] })).toBe(refused);
  expect(overlaps({ ...one, apps: ["x"] }, { ...one, apps: ["y"] })).toBeNull();
  expect(overlaps({ from: 0, until: 1000 }, { from: 500, until: 2000 })).toBeNull();
});
const periods = (count: number): (string | null)[] => {
  const p = office();
  // What is over does not count.
  away(p, b2, "both", { from: 0, until: 1 });
  return Array.from(
    { length: count },
    (_, place) => away(p, b2, "b3", { from: 1000 + place, until: 1001 + place }).code,
  );
};
flow14.at("so many periods as one person may have, ten", () => {
  expect(periods(10).at(-1)).toBeNull();
});
flow14.below("so many periods as one person may have, ten", () => {
  expect(periods(9).at(-1)).toBeNull();
});
flow14.above("so many periods as one person may have, ten", () => {
  expect(periods(11).at(-1)).toBe("MALFORMED");
});

flow14.happens("that it ends by word, and only what is not over", () => {
  const p = ready([step("all", b2)]);
  away(p, b2, "b3", { from: 500, until: 2000 });
  expect(end(p, b2, 501).events).toEqual([]);
  expect(happened(end(p, b2, 500), "stand-in.ended")).toEqual([
    { ...identity(b2), standIn: named("b3"), from: 500, until: 2000, because: "ended" },
  ]);
  begin(p);
  expect(tasks(p)).toEqual(["B/b2 open"]);
  away(p, b2, "b3", { from: 500, until: 900 });
  expect(end(p, b2, 500).events).toEqual([]);
});
flow14.doesNot("bring a task back with its end", () => {
  const p = ready([step("all", b2)]);
  away(p, b2, "b3");
  begin(p);
  end(p, b2, 0);
  expect(tasks(p)).toEqual(["B/b3 open"]);
});
flow14.happens("that it ends with the employment of either, over or not", () => {
  for (const leaver of [b2, b3]) {
    const p = ready([step("all", b2)]);
    away(p, b2, "b3");
    away(p, both, "b2", { from: 0, until: 500 });
    const gone = { ...identity(leaver), number: 1 };
    const left = p.fact("person.resigned", gone, { at: 1000 });
    // What is over is forgotten as well, of whoever leaves.
    const over = { ...identity(both), standIn: named("b2"), from: 0, until: 500 };
    expect(happened(left, "stand-in.ended")).toEqual([
      { ...identity(b2), standIn: named("b3"), ...NOW, because: "resigned" },
      ...(leaver === b2 ? [{ ...over, because: "resigned" }] : []),
    ]);
    expect(p.records("stand-ins").length).toBe(leaver === b2 ? 0 : 1);
    expect(unsound(p)).toEqual([]);
  }
});

const resign07 = rule("RESIGN-07");
const leave = (p: Play, [organization, person]: Who, at = 1000): Told =>
  p.fact("person.resigned", { organization, person, number: 1 }, { at });
const back = (p: Play, [organization, person]: Who, at = 1001): Told =>
  p.fact("person.reinstated", { organization, person, number: 1 }, { at });

resign07.happens("to what is left of a period, of and for whoever is back", () => {
  for (const leaver of [b2, b3]) {
    const p = ready([step("all", b2)]);
    away(p, b2, "b3", { apps: ["x"] });
    away(p, both, "b2", { from: 0, until: 1001 });
    const [kept] = happened(leave(p, leaver), "departure.kept");
    expect(kept).toMatchObject({ counts: { "stand-in": leaver === b2 ? 2 : 1 } });
    const again = back(p, leaver);
    // The other one is over by then.
    expect(happened(again, "stand-in.set")).toEqual([
      { ...identity(b2), standIn: named("b3"), ...NOW, apps: ["x"], because: "reinstated" },
    ]);
    expect(again.notices.map(({ kind }) => kind)).not.toContain("STAND_IN_SET");
    expect(list(p, b2).items).toHaveLength(1);
    expect(p.records("kept")).toEqual([]);
    expect(unsound(p)).toEqual([]);
  }
});
resign07.doesNot("where another one was set since, for the time and an app", () => {
  const again = (from: number, until: number, apps?: readonly string[]): unknown => {
    const p = office();
    away(p, b2, "b3", { from: 2000, until: 3000, apps: ["x", "y"] });
    leave(p, b3);
    away(p, b2, "both", { from, until, ...(apps === undefined ? {} : { apps }) });
    const told = back(p, b3);
    expect(unsound(p)).toEqual([]);
    return happened(told, "stand-in.set").length;
  };
  expect(again(1000, 2000)).toBe(1);
  expect(again(1000, 2001)).toBe(0);
  expect(again(3000, 4000)).toBe(1);
  expect(again(2999, 4000)).toBe(0);
  expect(again(2000, 3000, ["y"])).toBe(0);
  expect(again(2000, 3000, ["z"])).toBe(1);
});
resign07.doesNot("where the other one is another employment, or there are ten others", () => {
  const p = office();
  away(p, b2, "b3", { from: 2000, until: 3000 });
  leave(p, b3);
  p.resign("B", "b2");
  p.hire("B", "b2", [], 2);
  expect(happened(back(p, b3), "stand-in.set")).toEqual([]);
  const q = office();
  away(q, b2, "b3", { from: 2000, until: 3000 });
  leave(q, b3);
  for (let i = 0; i < 10; i += 1)
    expect(away(q, b2, "both", { from: 3000 + i, until: 3001 + i }).code).toBeNull();
  expect(happened(back(q, b3), "stand-in.set")).toEqual([]);
  expect(end(q, b2, 3000).code).toBeNull();
});
resign07.happens("once both are back, in whatever order they left and came", () => {
  for (const [first, second] of [
    [b2, b3],
    [b3, b2],
  ] as const) {
    for (const order of [
      [first, second],
      [second, first],
    ] as const) {
      const p = office();
      away(p, b2, "b3");
      leave(p, first);
      leave(p, second);
      const [one, other] = order.map((each) => happened(back(p, each), "stand-in.set").length);
      expect([one, other]).toEqual([0, 1]);
      expect(list(p, b2).items).toHaveLength(1);
      expect(p.records("kept")).toEqual([]);
      expect(unsound(p)).toEqual([]);
    }
  }
});
resign07.happens("once both are back, where one leaves with the other's return", () => {
  for (const [first, second] of [
    [b2, b3],
    [b3, b2],
  ] as const) {
    const p = office();
    away(p, b2, "b3");
    leave(p, first);
    const change = (type: string, [organization, person]: Who) => ({
      ...{ type, at: 1001, data: { organization, person, number: 1 } },
    });
    const changes = [change("person.reinstated", first), change("person.resigned", second)];
    const told = p.fact("directory.changed", { organization: "B", changes } as never, { at: 1001 });
    expect(happened(told, "departure.kept")).toMatchObject([
      { person: second[1] },
      { person: second[1], counts: { "stand-in": 1 } },
    ]);
    expect(happened(back(p, second, 1002), "stand-in.set")).toHaveLength(1);
    expect(p.records("kept")).toEqual([]);
  }
});
resign07.doesNot("to a period of somebody who was hired anew as both left", () => {
  const p = office();
  away(p, b2, "b3");
  const person = { organization: "B", person: "b2" };
  p.fact("directory.changed", {
    organization: "B",
    changes: [
      { type: "person.resigned", at: 1000, data: { ...person, number: 1 } },
      { type: "person.resigned", at: 1000, data: { ...person, person: "b3", number: 1 } },
      {
        type: "person.hired",
        at: 1001,
        data: { ...person, number: 2, fields: { name: "B2" }, departments: [] },
      },
    ],
  } as never);
  expect(happened(back(p, b3, 1002), "stand-in.set")).toEqual([]);
});
resign07.doesNot("once the time of what is kept of the other one is over", () => {
  const p = office({ departureRetentionDays: 1 });
  away(p, b2, "b3", { from: 0, until: 30 * DAY });
  leave(p, b2, 1000);
  leave(p, b3, 2000);
  back(p, b3, 1000 + DAY);
  expect(happened(back(p, b2, 1000 + DAY), "stand-in.set")).toEqual([]);
  const q = office({ departureRetentionDays: 1 });
  away(q, b2, "b3", { from: 0, until: 30 * DAY });
  leave(q, b3, 1000);
  leave(q, b2, 2000);
  back(q, b3, 999 + DAY);
  expect(happened(back(q, b2, 1999 + DAY), "stand-in.set")).toHaveLength(1);
});
resign07.happens("before the tasks that a departure parked: these go to who stands in", () => {
  const p = started([step("all", b2)]);
  away(p, b2, "b3");
  leave(p, b2);
  expect(tasks(p)).toEqual(["-B open"]);
  back(p, b2);
  expect(tasks(p)).toEqual(["B/b3 open"]);
});
flow14.happens("that the log names both where a stand-in's task is parked", () => {
  const p = ready([step("all", b2)]);
  away(p, b2, "b3");
  begin(p);
  leave(p, b3);
  expect(tasks(p)).toEqual(["-B open"]);
  const line = p
    .records("steps")
    .flatMap(([, { entries }]) => [...entries])
    .at(-1);
  expect(line).toMatchObject([
    expect.any(Number),
    "task.parked",
    0,
    identity(b3),
    1000,
    1,
    identity(b2),
  ]);
});
flow14.happens("that the leaver's tasks go by the chain, not to who stood in", () => {
  const p = started([step("all", b2)]);
  away(p, b2, "b3");
  p.resign("B", "b2");
  expect(tasks(p)).toEqual(["-B open"]);
});
flow14.happens("that a step back and forth in one list of changes ends nothing", () => {
  const p = office();
  away(p, b2, "b3");
  const person = { ...identity(b2), number: 1 };
  const both = p.fact("directory.changed", {
    organization: "B",
    changes: [
      { type: "person.resigned", data: person, at: 1000 },
      { type: "person.reinstated", data: person, at: 1001 },
    ],
  } as never);
  expect(happened(both, "stand-in.ended")).toEqual([]);
});
flow14.shows("who stands in for whom, to either and to admins, page by page", () => {
  const p = office();
  away(p, b2, "b3", { from: 1000, until: 2000, apps: ["x"] });
  away(p, b2, "both", { from: 2000, until: 3000 });
  away(p, both, "b3", { from: 500, until: 4000 });
  const first = { person: "b2", standIn: "b3", from: 1000, until: 2000, apps: ["x"] };
  const second = { person: "b2", standIn: "both", from: 2000, until: 3000 };
  const third = { person: "both", standIn: "b3", from: 500, until: 4000 };
  expect(list(p, b2).items).toEqual([first, second]);
  expect(list(p, ["B", "B-admin"], { person: "b2" }).items).toEqual([first, second]);
  expect(list(p, b2, { at: 2000 }).items).toEqual([second]);
  const forOthers = { side: "stand-in", limit: 1 };
  const page = list(p, b3, forOthers);
  expect(page.items).toEqual([first]);
  const rest = list(p, b3, { ...forOthers, after: page.next });
  expect(rest).toEqual({ items: [third], next: null });
  expect(unsound(p)).toEqual([]);
});
flow14.shows("what a departure would end, and who would get its tasks then", () => {
  const p = started([step("all", b2)]);
  away(p, b2, "b3");
  away(p, both, "b2");
  away(p, b1, "both", { from: 0, until: 2000 });
  const asked = { viewer: { organization: "B", person: "B-admin" }, person: "b2", successor: "b1" };
  const preview = (more: object) => p.ask("departure.preview", { ...asked, ...more });
  expect(preview({ at: 1999 })).toMatchObject({
    tasks: [{ to: "both" }],
    standIns: [
      { person: "b2", standIn: "b3", from: 0 },
      { person: "both", standIn: "b2", from: 0 },
    ],
  });
  expect(preview({ at: 2000 })).toMatchObject({ tasks: [{ to: "b1" }] });
  expect(preview({})).toMatchObject({ tasks: [{ to: "b1" }] });
});
flow14.happens("through a Host's own door as well", () => {
  const p = ready([step("all", a1)]);
  away(p, a1, "a2");
  begin(p);
  expect(tasks(p)).toEqual(["A/a2 open"]);
});
flow14.happens("whatever either is called by then", () => {
  const p = ready([step("all", b2)]);
  away(p, b2, "b3");
  p.fact("person.renamed", { organization: "B", person: "b3", to: "new", number: 1 });
  begin(p);
  const items = list(p, ["B", "new"], { side: "stand-in" }).items;
  expect(items).toMatchObject([{ person: "b2", standIn: "new" }]);
  expect(p.ask("flow.todo", { viewer: { organization: "B", person: "new" } })).toMatchObject({
    items: [{ instance: "i" }],
  });
});
