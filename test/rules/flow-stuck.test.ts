// Aim: whatever is stuck is moved by an admin, or ended; nobody else can, and nothing is approved by it.
// Method: tasks are parked, held by people who cannot act or are suspended, and admins of both sides try.
import { expect, test } from "vitest";
import type { Play, Told } from "../../src/testing/index.ts";
import {
  approve,
  countersign,
  define,
  grant,
  history,
  identity,
  instanceOf,
  reassign,
  start,
  started,
  step,
  tasks,
  terminate,
  type Who,
  withdraw,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const a1: Who = ["A", "a1"];
const a2: Who = ["A", "a2"];
const b1: Who = ["B", "b1"];
const b2: Who = ["B", "b2"];
const b3: Who = ["B", "b3"];
const c1: Who = ["C", "c1"];
const NO_ADMIN = "NOT_AUTHORIZED_ADMIN";
const NOT_ELIGIBLE = "SUCCESSOR_NOT_ELIGIBLE";

const told = ({ notices }: Told) => notices.map(({ kind, to, data }) => [kind, to, data]);
const person = (who: Who) => ({ kind: "person", ...identity(who) });
const revoke = (p: Play, who: Who) =>
  p.command("A", "license.revoke", {
    unit: { kind: "space", space: "s" },
    people: [identity(who)],
  });
const suspend = (p: Play, who: Who, more: object = {}) =>
  p.fact("person.suspended", { ...identity(who), number: 1, ...more });
const openTasks = (p: Play, viewer: Who, more: object = {}) => {
  const answer = p.ask("admin.open-tasks", { viewer: identity(viewer), ...more } as never);
  if (typeof answer === "string") return answer;
  const { items } = answer as { items: { task: number; holder: object; stuck: unknown }[] };
  return items.map(({ task, stuck }) => [task, stuck]);
};
const adminA: Who = ["A", "A-admin"];
const adminB: Who = ["B", "B-admin"];

const flow13 = rule("FLOW-13");
flow13.accepts(
  "the Host's admin, who moves a task to a colleague of its holder; both are told",
  () => {
    const p = started([step("all", b1)]);
    const outcome = reassign(p, "A", b2, 0);
    expect(outcome.events.map(({ data }) => data)).toEqual([
      { instance: "i", task: 0, from: identity(b1), to: identity(b2), because: "reassigned" },
    ]);
    const moved = [{ instance: "i", task: 0 }];
    expect(told(outcome)).toEqual([
      ["TASK_HANDED_OVER", [person(b2)], { from: identity(b1), to: identity(b2), tasks: moved }],
      ["TASK_TAKEN_AWAY", [person(b1)], { tasks: moved }],
    ]);
    expect(history(p).at(-1)).toBe("task.handed-over 0 b2");
    expect(approve(p, b2, 0).code).toBeNull();
  },
);
flow13.accepts("somebody of the Host, whom its admin alone may name, themselves among them", () => {
  const p = started([step("all", b1)], { taskAdmins: "both" });
  expect(reassign(p, "B", a2, 0).code).toBe(NOT_ELIGIBLE);
  expect(reassign(p, "A", c1, 0).code).toBe(NOT_ELIGIBLE);
  expect(reassign(p, "A", adminA, 0).code).toBeNull();
  expect(tasks(p)).toEqual(["A/A-admin open"]);
  expect(approve(p, "A", 0).code).toBeNull();
});
flow13.refuses(
  "whoever is no admin of the Host, and everybody where the policy lets nobody",
  () => {
    const p = started([step("all", b1)]);
    for (const by of [a1, b1, "B", "C"] as const) {
      expect(reassign(p, by, b2, 0).code).toBe(by === "C" ? "UNKNOWN_INSTANCE" : NO_ADMIN);
    }
    const none = started([step("all", b1)], { taskAdmins: "none" });
    for (const by of ["A", "B"]) expect(reassign(none, by, b2, 0).code).toBe(NO_ADMIN);
    const support = p.command({ support: "s1" } as never, "task.reassign", {
      tasks: [{ instance: "i", task: 0 }],
      to: identity(b2),
    });
    expect(support.refusal).toMatchObject({ code: NO_ADMIN, data: { organization: null } });
  },
);
flow13.accepts(
  "an admin of the holder's organization, for its own people's, under that policy",
  () => {
    const p = started([step("all", b1, a1)], { taskAdmins: "holder" });
    expect(reassign(p, "B", b2, 1).code).toBe(NO_ADMIN);
    expect(reassign(p, "A", b2, 0).code).toBe(NO_ADMIN);
    expect(reassign(p, "B", b2, 0).code).toBeNull();
    expect(reassign(p, "A", a2, 1).code).toBeNull();
    expect(tasks(p)).toEqual(["B/b2 open", "A/a2 open"]);
    const parked = started([step("all", b2)], { taskAdmins: "holder" });
    parked.fact("person.resigned", { ...identity(b2), number: 1 });
    expect(reassign(parked, "B", b3, 0).code).toBeNull();
  },
);
flow13.accepts("what is parked, held by somebody suspended or unable, or waits its turn", () => {
  const p = started([step("sequence", b1, b2, b3)]);
  p.fact("person.resigned", { ...identity(b1), number: 1 });
  suspend(p, b2);
  revoke(p, b3);
  const outcome = reassign(p, "A", a1, 0, 1, 2);
  expect(outcome.passedOver).toEqual([]);
  expect(tasks(p)).toEqual(["A/a1 open", "A/a1 held", "A/a1 held"]);
  expect(
    told(outcome)
      .map(([kind]) => kind)
      .sort(),
  ).toEqual([
    ...["TASK_HANDED_OVER", "TASK_HANDED_OVER", "TASK_HANDED_OVER"],
    ...["TASK_TAKEN_AWAY", "TASK_TAKEN_AWAY"],
  ]);
});
flow13.doesNot(
  "to what would stay where it is, for who stands in has got another one by then",
  () => {
    const p = started([step("all", b1, b2)]);
    p.command(b2, "stand-in.set", { person: "b2", standIn: "b3", from: 0, until: 86_400_000 });
    const outcome = reassign(p, "A", b2, 0, 1);
    expect(tasks(p)).toEqual(["B/b3 open", "B/b2 open"]);
    expect(outcome.passedOver).toEqual(["instance i: SUCCESSOR_NOT_ELIGIBLE"]);
  },
);
flow13.refuses("a target who is out, off the Roster, unable, suspended, or holds the task", () => {
  const p = started([step("all", b1)]);
  p.fact("person.resigned", { ...identity(b3), number: 1 });
  revoke(p, b2);
  for (const to of [b3, ["B", "off"], ["B", "nobody"], b2, b1] as const) {
    expect(reassign(p, "A", to, 0).code).toBe(NOT_ELIGIBLE);
  }
  grant(p, { kind: "space", space: "s" }, [b2]);
  suspend(p, b2);
  expect(reassign(p, "A", b2, 0).code).toBe(NOT_ELIGIBLE);
});
flow13.accepts("whoever stands in for the target, unless they hold it", () => {
  const p = started([step("all", b1)]);
  suspend(p, b2, { standIn: "b3" });
  const { events } = reassign(p, "A", b2, 0);
  expect(events[0]?.data).toMatchObject({ to: identity(b3), onBehalfOf: identity(b2) });
  expect(reassign(p, "A", b2, 0).code).toBe(NOT_ELIGIBLE);
});
flow13.accepts("some of several tasks; the others are passed over, each with its code", () => {
  const p = started([step("all", b1, b2, c1)]);
  approve(p, b2, 1);
  const outcome = p.command("A", "task.reassign", {
    tasks: [
      { instance: "i", task: 1 },
      { instance: "no", task: 0 },
      { instance: "i", task: 7 },
      { instance: "i", task: 2 },
      { instance: "i", task: 0 },
    ],
    to: identity(b3),
  });
  expect(outcome.passedOver).toEqual([
    "instance i: TASK_NOT_PENDING",
    "instance no: UNKNOWN_INSTANCE",
    "instance i: UNKNOWN_TASK",
    "instance i: SUCCESSOR_NOT_ELIGIBLE",
  ]);
  expect(tasks(p)).toEqual(["B/b3 open", "B/b2 approved", "C/c1 open"]);
});
flow13.refuses("all of several with the code of the first, where none can be moved", () => {
  const p = started([step("all", b1, b2, c1)]);
  approve(p, b2, 1);
  expect(reassign(p, "A", b3, 1, 7, 2).code).toBe("TASK_NOT_PENDING");
  expect(reassign(p, "A", b3, 2, 1, 7).code).toBe(NOT_ELIGIBLE);
  expect(reassign(p, "A", b3, 7, 2).code).toBe("UNKNOWN_TASK");
  withdraw(p, b1);
  expect(reassign(p, "A", b3, 0).code).toBe("INSTANCE_NOT_RUNNING");
});
flow13.happens(
  "while all of the holder's organization are suspended, and after its app is withdrawn",
  () => {
    const p = started([step("all", b1)]);
    p.fact("organization.suspended", { organization: "B" });
    expect(reassign(p, "A", b2, 0).code).toBe(NOT_ELIGIBLE);
    expect(reassign(p, "A", a1, 0).code).toBeNull();
    const withdrawn = started([step("all", b1)]);
    withdrawn.command("A", "app.withdraw", { space: "s", app: "x" });
    expect(reassign(withdrawn, "A", a1, 0).code).toBeNull();
    expect(approve(withdrawn, a1, 0).code).toBeNull();
  },
);

flow13.accepts("that the Host's admin ends an instance with a reason, under every policy", () => {
  for (const taskAdmins of ["host", "none", "holder", "both"] as const) {
    const p = started([step("all", b2, a1, b3)], { taskAdmins });
    approve(p, b3, 2);
    countersign(p, b2, 0, "before", b3);
    const outcome = terminate(p, "A");
    expect(outcome.code).toBeNull();
    expect(tasks(p)).toEqual([
      ...["B/b2 withdrawn", "A/a1 withdrawn", "B/b3 approved", "B/b3 withdrawn"],
    ]);
    expect(instanceOf(p)?.status).toBe("terminated");
    expect(history(p).at(-1)).toBe("flow.terminated");
    const by = { instance: "i", how: "withdrawn", by: identity(adminA) };
    expect(outcome.events.map(({ data }) => data)).toEqual([
      { ...by, task: 0 },
      { ...by, task: 1 },
      { ...by, task: 3 },
      { instance: "i", how: "terminated", reason: "stuck" },
    ]);
    expect(told(outcome)).toEqual([
      ["FLOW_TERMINATED", [b1, b2, a1, b3].map(person), { instance: "i", reason: "stuck" }],
    ]);
  }
});
flow13.refuses("everybody else, and an instance that has ended", () => {
  const p = started([step("all", b2)]);
  for (const by of [a1, b1, b2, "B"] as const) expect(terminate(p, by).code).toBe(NO_ADMIN);
  expect(terminate(p, "C").code).toBe("UNKNOWN_INSTANCE");
  expect(terminate(p, "A", "no").code).toBe("UNKNOWN_INSTANCE");
  expect(terminate(p, "A").code).toBeNull();
  expect(terminate(p, "A").code).toBe("INSTANCE_NOT_RUNNING");
});
flow13.happens("without word to an initiator who left, and to nobody where nobody is there", () => {
  const p = started([step("all", b2)]);
  p.fact("person.resigned", { ...identity(b1), number: 1 });
  expect(told(terminate(p, "A")).map(([, to]) => to)).toEqual([[person(b2)]]);
  const none = started([step("all", b2)]);
  for (const who of [b1, b2]) none.fact("person.resigned", { ...identity(who), number: 1 });
  expect(told(terminate(none, "A"))).toEqual([]);
});
flow13.accepts("a sub-admin by the permission for the door of an instance alone", () => {
  const p = started([step("all", b2)]);
  p.fact("admin.changed", {
    ...{ organization: "A", person: "a1", role: "sub" },
    ...{ spacePermission: false, hierarchyPermission: true },
  });
  expect(terminate(p, a1).code).toBe(NO_ADMIN);
  expect(reassign(p, a1, b3, 0).code).toBe(NO_ADMIN);
  expect(openTasks(p, a1)).toEqual([]);
  define(p, [step("all", a2)]);
  start(p, "A", "own");
  const own = { tasks: [{ instance: "own", task: 0 }], to: identity(["A", "a3"]) };
  expect(p.command(a1, "task.reassign", own).code).toBeNull();
  expect(terminate(p, a1, "own").code).toBeNull();
});

flow13.happens(
  "that open tasks are listed, and those alone that nobody can act on, with why",
  () => {
    const p = started([step("all", b1, b2, b3, a1, a2)]);
    p.fact("person.resigned", { ...identity(b1), number: 1 });
    suspend(p, b2);
    revoke(p, b3);
    approve(p, a2, 4);
    const stuck = [
      [0, "parked"],
      [1, "holder-suspended"],
      [2, "holder-unable"],
    ];
    expect(openTasks(p, adminA)).toEqual([...stuck, [3, null]]);
    expect(openTasks(p, adminA, { stuck: true })).toEqual(stuck);
    expect(openTasks(p, adminA, { holder: identity(b3) })).toEqual([[2, "holder-unable"]]);
    expect(openTasks(p, adminA, { holder: identity(a1), stuck: true })).toEqual([]);
    expect(openTasks(p, adminB)).toEqual([]);
    expect(openTasks(p, adminB, { holder: identity(b3) })).toEqual([[2, "holder-unable"]]);
    expect(openTasks(p, adminB, { holder: identity(a1) })).toEqual([]);
    expect(openTasks(p, a1)).toBe(NO_ADMIN);
    terminate(p, "A");
    expect(openTasks(p, adminA)).toEqual([]);
  },
);
test("open tasks come in pages, by instance as they were started, then by number", () => {
  const p = started([step("all", b1, b2, b3)]);
  for (const instance of ["j", "k"]) start(p, b1, instance);
  terminate(p, "A", "j");
  for (const more of [{}, { holder: identity(b1) }]) {
    for (const limit of [1, 2, 3, 4, 6, 7]) {
      const all: unknown[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const at = after === undefined ? {} : { after };
        const data = { viewer: identity(adminA), limit, ...more, ...at };
        const answer = p.ask("admin.open-tasks", data as never) as {
          readonly items: readonly { instance: string; task: number }[];
          readonly next?: string;
        };
        expect(answer.items.length).toBeLessThanOrEqual(limit);
        all.push(...answer.items.map(({ instance, task }) => `${instance}${task}`));
        after = answer.next ?? null;
      }
      const each = "holder" in more ? ["i0", "k0"] : ["i0", "i1", "i2", "k0", "k1", "k2"];
      expect(all).toEqual(each);
    }
  }
});
