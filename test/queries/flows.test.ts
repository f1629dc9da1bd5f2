/** Questions about flows: who is told what, by page, warm and cold. */
import { expect, test } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play } from "../../src/testing/index.ts";
import {
  approve,
  assign,
  copy,
  countersign,
  define,
  grant,
  identity,
  office,
  start,
  started,
  step,
  transfer,
  type Who,
  withdraw,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";
import { answer, cold, items, pages, viewer } from "./asking.ts";

const b1: Who = ["B", "b1"];
const b2: Who = ["B", "b2"];
const b3: Who = ["B", "b3"];
const a1: Who = ["A", "a1"];

/** Asks about routing as somebody. */
const mayRoute = (p: Play, by: Who, to: Who) =>
  answer(p, "flow.may-route", { viewer: viewer(by), instance: "i", target: identity(to) });

/** The candidates of somebody, as `organization/person`, in pages of so many. */
const candidates = (p: Play, by: Who, limit = 500, more: object = {}): string[] =>
  items(p, "flow.routing-candidates", { viewer: viewer(by), instance: "i", ...more }, limit).map(
    ({ organization, person }) => `${organization}/${person}`,
  );

/** Everybody there is. */
const EVERYBODY: readonly Who[] = [
  ...["A-admin", "a1", "a2", "a3", "both"].map((person): Who => ["A", person]),
  ...["B-admin", "b1", "b2", "b3", "both", "off"].map((person): Who => ["B", person]),
  ...["C-admin", "c1", "c2"].map((person): Who => ["C", person]),
];

const POLICIES: readonly Partial<Policy>[] = [
  {},
  { routingBoundary: "space" },
  { routingCandidates: "whole-directory" },
];

test("candidates are exactly those whom the question and a transfer accept, in any pages", () => {
  for (const policy of POLICIES) {
    for (const by of [b1, ["A", "both"] as const]) {
      const p = started([step("all", a1, b2)], policy, by);
      const listed = candidates(p, a1).sort();
      const asked = EVERYBODY.filter((to) => typeof mayRoute(p, a1, to) === "object");
      const given = EVERYBODY.filter((to) => {
        const fresh = started([step("all", a1, b2)], policy, by);
        return transfer(fresh, a1, 0, to).code === null;
      });
      const text = (list: readonly Who[]) => list.map((each) => each.join("/")).sort();
      expect(text(asked)).toEqual(listed);
      expect(text(given)).toEqual(listed);
      for (const limit of [1, 2, 3]) expect(candidates(p, a1, limit).sort()).toEqual(listed);
    }
  }
});

test("candidates of a large directory come in pages, each once", () => {
  const p = started([step("all", a1)], { routingTargetAbility: "unchecked" }, ["A", "a2"]);
  for (let i = 0; i < 300; i += 1) p.hire("A", `h${i}`);
  for (const limit of [7, 100, 500]) {
    const found = candidates(p, a1, limit);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(304);
  }
  expect(candidates(p, a1, 500, { search: "of h12" }).sort()).toEqual(
    ["h12", ...Array.from({ length: 10 }, (_, i) => `h12${i}`)].map((each) => `A/${each}`).sort(),
  );
});

test("candidates are shown with their names", () => {
  const p = started([step("all", a1)]);
  const [first] = items(p, "flow.routing-candidates", {
    viewer: viewer(a1),
    instance: "i",
    search: "Name of b3",
  });
  expect(first).toEqual({
    organization: "B",
    person: "b3",
    organizationName: "The B",
    fields: { name: "Name of b3" },
  });
});

test("routing is for the holder of an open task, who may use the app", () => {
  const p = started([step("sequence", a1, b2)]);
  expect(mayRoute(p, ["A", "a2"], b3)).toBe("NOT_TASK_HOLDER");
  expect(mayRoute(p, b2, b3)).toBe("NOT_TASK_HOLDER");
  expect(mayRoute(p, ["C", "c1"], b3)).toBe("UNKNOWN_INSTANCE");
  expect(mayRoute(p, ["A", "b1"], b3)).toBe("ACTING_ORG_INVALID");
  expect(mayRoute(p, a1, b3)).toEqual({ allowed: true });
  approve(p, a1, 0);
  expect(mayRoute(p, a1, b3)).toBe("NOT_TASK_HOLDER");
  expect(mayRoute(p, b2, b3)).toEqual({ allowed: true });
  expect(mayRoute(p, b2, b2)).toBe("ROUTING_TARGET_SELF");
  p.command("A", "app.withdraw", { space: "s", app: "x" });
  expect(mayRoute(p, b2, b3)).toEqual({ allowed: true });
  p.fact("organization.edition-changed", { organization: "A", edition: "free" });
  expect(mayRoute(p, b2, b3)).toBe("EDITION_NOT_SUPPORTED");
  const asked = { viewer: viewer(b2), instance: "i" };
  expect(answer(p, "flow.routing-candidates", asked)).toBe("EDITION_NOT_SUPPORTED");
  expect(answer(p, "flow.routing-candidates", { ...asked, after: "x" })).toBe("MALFORMED");
});

test("routing is for a guest who holds a task by rule, too", () => {
  const p = started([step("all", ["C", "c1"])]);
  expect(mayRoute(p, ["C", "c1"], b3)).toEqual({ allowed: true });
  expect(mayRoute(p, ["C", "c2"], b3)).toBe("UNKNOWN_INSTANCE");
});

test("what is to be done comes in the order in which it came, without what waits", () => {
  const p = office();
  define(p, [step("sequence", a1, b2), step("all", a1)]);
  for (const instance of ["k", "j", "i"]) start(p, b1, instance);
  const todo = (by: Who, limit = 500) =>
    items(p, "flow.todo", { viewer: viewer(by) }, limit).map(
      ({ instance, task }) => `${instance} ${task}`,
    );
  expect(todo(a1)).toEqual(["k 0", "j 0", "i 0"]);
  expect(todo(a1, 1)).toEqual(["k 0", "j 0", "i 0"]);
  expect(todo(b2)).toEqual([]);
  approve(p, a1, 0, undefined, "j");
  expect(todo(a1, 2)).toEqual(["k 0", "i 0"]);
  expect(todo(b2)).toEqual(["j 1"]);
  expect(items(p, "flow.todo", { viewer: viewer(b2) })).toEqual([
    {
      instance: "j",
      task: 1,
      app: "x",
      flow: "f",
      space: "s",
      step: 0,
      initiator: identity(b1),
      origin: "rule",
    },
  ]);
  for (const after of ["i a b", "i 1", "p x", "i 1 2 3"]) {
    expect(answer(p, "flow.todo", { viewer: viewer(a1), after })).toBe("MALFORMED");
  }
});

test("what is to be done goes on after tasks of the page before are done", () => {
  const p = office();
  define(p, [step("all", a1)]);
  for (let i = 0; i < 70; i += 1) start(p, b1, `n${i}`);
  const first = answer(p, "flow.todo", { viewer: viewer(a1), limit: 30 }) as {
    items: { instance: string }[];
    next: string;
  };
  for (const { instance } of first.items) approve(p, a1, 0, undefined, instance);
  const rest = answer(p, "flow.todo", { viewer: viewer(a1), after: first.next });
  expect((rest as typeof first).items.map(({ instance }) => instance)).toEqual(
    Array.from({ length: 40 }, (_, i) => `n${i + 30}`),
  );
});

test("what one has started and handled is listed in order, with what became of it", () => {
  const p = office();
  define(p, [step("all", a1, b2)]);
  for (const instance of ["z", "y", "x"]) start(p, b1, instance);
  withdraw(p, b1, "y");
  transfer(p, b2, 1, b3, "z");
  approve(p, b3, 1, undefined, "z");
  approve(p, a1, 0, undefined, "z");
  expect(items(p, "flow.started", { viewer: viewer(b1) }, 2)).toEqual([
    { instance: "z", status: "approved" },
    { instance: "y", status: "withdrawn" },
    { instance: "x", status: "running" },
  ]);
  for (const by of [b2, b3]) {
    expect(items(p, "flow.handled", { viewer: viewer(by) })).toEqual([
      { instance: "z", task: 1, status: "approved" },
    ]);
  }
  expect(items(p, "flow.handled", { viewer: viewer(b1) })).toEqual([]);
  expect(answer(p, "flow.started", { viewer: viewer(["B", "a1"]) })).toBe("ACTING_ORG_INVALID");
  expect(answer(p, "flow.handled", { viewer: viewer(["none", "a1"]) })).toBe(
    "UNKNOWN_ORGANIZATION",
  );
  expect(answer(p, "flow.started", { viewer: viewer(b1), after: "i x" })).toBe("MALFORMED");
});

test("long lists of what was started come in pages", () => {
  const p = office();
  define(p, [step("all", a1)]);
  for (let i = 0; i < 140; i += 1) start(p, b1, `n${i}`);
  const all = pages(p, "flow.started", { viewer: viewer(b1) }, 50);
  expect(all.map((page) => page.items.length)).toEqual([50, 50, 40]);
  expect(all.flatMap((page) => page.items.map(({ instance }) => instance))).toEqual(
    Array.from({ length: 140 }, (_, i) => `n${i}`),
  );
});

const read = (p: Play, by: Who | string, more: object = {}) =>
  answer(p, "flow.instance", { viewer: viewer(by), instance: "i", ...more });

test("an instance is shown with its history, a page at a time", () => {
  const p = started([step("all", a1)]);
  const first = read(p, b1, { limit: 2 }) as { items: unknown[]; next: string };
  expect(first).toMatchObject({
    app: "x",
    flow: "f",
    space: "s",
    initiator: identity(b1),
    status: "running",
    step: 0,
  });
  expect(first.items).toEqual([
    { what: "flow.started", task: null, who: identity(b1), at: 1000 },
    { what: "flow.step-begun", task: null, who: null, at: 1000 },
  ]);
  expect(read(p, b1, { limit: 2, after: first.next })).toMatchObject({
    items: [{ what: "task.made", task: 0, who: identity(a1), at: 1000 }],
    next: null,
  });
  expect(read(p, b1, { after: "i none" })).toBe("MALFORMED");
});

const flow10 = rule("FLOW-10");
flow10.accepts(
  "reading by the initiator, holders of now and then, copies, the Host's admins",
  () => {
    const p = started([step("all", a1)]);
    copy(p, a1, 0, b3);
    transfer(p, a1, 0, b2);
    for (const by of [b1, a1, b2, b3, ["A", "A-admin"]] as const) {
      expect(read(p, by)).toMatchObject({ status: "running" });
    }
  },
);
flow10.refuses("reading by anybody else, and by a guest who left the Roster", () => {
  const p = started([step("all", a1)]);
  copy(p, a1, 0, b3);
  for (const by of [b2, ["A", "a2"], ["C", "c1"], ["B", "B-admin"]] as const) {
    expect(read(p, by)).toBe("UNKNOWN_INSTANCE");
  }
  p.command("B", "scope.take-out", { space: "s", organization: "B", people: ["b1", "b3"] });
  expect(read(p, b3)).toBe("UNKNOWN_INSTANCE");
  expect(read(p, b1)).toMatchObject({ status: "running" });
  expect(answer(p, "flow.instance", { viewer: viewer(b1), instance: "none" })).toBe(
    "UNKNOWN_INSTANCE",
  );
});

test("parked tasks are listed for the admins they wait for, and for nobody else", () => {
  const p = office();
  define(p, [step("all", b2, b3)]);
  for (const instance of ["k", "j"]) start(p, b1, instance);
  const parked = (by: string) => items(p, "admin.parked", { viewer: viewer(by) }, 1);
  expect(parked("B")).toEqual([]);
  p.resign("B", "b3");
  p.resign("B", "b2");
  const waiting = [
    { instance: "k", task: 1 },
    { instance: "j", task: 1 },
    { instance: "k", task: 0 },
    { instance: "j", task: 0 },
  ];
  expect(parked("B")).toEqual(waiting);
  assign(p, "B", 1, "b1", "j");
  expect(parked("B")).toEqual(waiting.filter((_, i) => i !== 1));
  expect(parked("A")).toEqual([]);
  p.command("A", "association.cancel", { space: "s", organization: "B" });
  expect(parked("B")).toEqual([]);
  expect(parked("A")).toHaveLength(4);
  expect(answer(p, "admin.parked", { viewer: viewer(b1) })).toBe("NOT_AUTHORIZED_ADMIN");
});

test("what people suspended hold follows what is parked, however many are and whatever the page", () => {
  const p = office();
  define(p, [step("all", b2, b3, ["B", "both"])]);
  for (const instance of ["k", "j"]) start(p, b1, instance);
  const suspend = (person: string) => p.fact("person.suspended", { organization: "B", person });
  p.resign("B", "b2");
  suspend("b3");
  for (let i = 0; i < 70; i += 1) {
    p.hire("B", `h${i}`);
    suspend(`h${i}`);
  }
  suspend("both");
  const expected = [0, 1, 2].flatMap((task) => ["k", "j"].map((instance) => ({ instance, task })));
  for (const limit of [1, 2, 3, 100]) {
    expect(items(p, "admin.parked", { viewer: viewer("B") }, limit)).toEqual(expected);
  }
  const asked = (after: string) => answer(p, "admin.parked", { viewer: viewer("B"), after });
  for (const after of ["i 1", "i 2 0 0 0", "i 0 x 0 0", "q 1"]) {
    expect(asked(after)).toBe("MALFORMED");
  }
  expect(asked("p 5")).toMatchObject({ items: expected.slice(2, 4) });
});

test("under the whole directory, what somebody off the Roster holds is not shown as parked", () => {
  const p = started([step("all", a1)], {
    routingCandidates: "whole-directory",
    routingTargetAbility: "unchecked",
  });
  transfer(p, a1, 0, ["B", "off"]);
  expect(items(p, "admin.parked", { viewer: viewer("B") })).toEqual([]);
  expect(items(p, "flow.todo", { viewer: viewer(["B", "off"]) })).toHaveLength(1);
});

test("every question is answered cold within five rounds, with few keys for one target", () => {
  const p = started([step("all", a1, b2)]);
  for (let i = 0; i < 60; i += 1) p.hire("B", `h${i}`);
  const people = Array.from({ length: 60 }, (_, i) => `h${i}`);
  p.command("B", "scope.put-in", { space: "s", organization: "B", people });
  countersign(p, b2, 1, "parallel", ["B", "h1"], ["B", "h2"]);
  grant(p, { kind: "space", space: "s" }, [["B", "h1"]]);
  const world = p.world();
  const target = identity(b3);
  for (const by of [a1, b2] as const) {
    const asked = cold(world, "flow.may-route", { viewer: viewer(by), instance: "i", target });
    expect(asked.answer).toMatchObject({ kind: "answer" });
    expect(asked.rounds).toBeLessThanOrEqual(5);
    expect(asked.keys).toBeLessThanOrEqual(22);
    const all = cold(world, "flow.routing-candidates", { viewer: viewer(by), instance: "i" });
    expect(all.rounds).toBeLessThanOrEqual(5);
    expect(all.answer).toMatchObject({ kind: "answer" });
  }
  for (const type of ["flow.todo", "flow.started", "flow.handled"] as const) {
    expect(cold(world, type, { viewer: viewer(b2) }).rounds).toBeLessThanOrEqual(5);
  }
  const shown = cold(world, "flow.instance", { viewer: viewer(b3), instance: "i" });
  expect(shown.rounds).toBeLessThanOrEqual(5);
  expect(cold(world, "admin.parked", { viewer: viewer("B") }).rounds).toBeLessThanOrEqual(5);
});

test("an instance says who holds what is open of it, the first hundred at most", () => {
  const p = office();
  const signers = Array.from({ length: 100 }, (_, place): Who => ["A", `s${place}`]);
  for (const [organization, person] of signers) p.hire(organization, person);
  p.fact("license.purchased", { organization: "A", purchased: 200 });
  grant(p, { kind: "host", organization: "A" }, signers.slice(0, 60));
  grant(p, { kind: "host", organization: "A" }, signers.slice(60));
  define(p, [step("all", ...signers)]);
  start(p, ["B", "b1"], "i");
  const viewer = { organization: "B", person: "b1" };
  const open = () => {
    const { open: items } = p.ask("flow.instance", { viewer, instance: "i" }) as {
      readonly open: readonly { readonly task: number; readonly holder: { person: string } }[];
    };
    return items.map(({ task, holder }) => [task, holder.person]);
  };
  const all = [...signers, b2].map(([, person], task) => [task, person]);
  countersign(p, ["A", "s0"], 0, "parallel", b2);
  expect(open()).toEqual(all.slice(0, 100));
  approve(p, ["A", "s1"], 1);
  expect(open()).toEqual(all.filter(([task]) => task !== 1));
});
