// Aim: no task is given to somebody suspended; those they hold go to who stands in, or wait for an admin.
// Method: holders, approvers, targets and successors are suspended, with and without somebody to stand in.
import { expect } from "vitest";
import type { Play, Told } from "../../src/testing/index.ts";
import { happened } from "../support/busy.ts";
import {
  approve,
  assign,
  countersign,
  delegate,
  identity,
  start,
  started,
  step,
  tasks,
  transfer,
  type Who,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const a1: Who = ["A", "a1"];
const a2: Who = ["A", "a2"];
const b1: Who = ["B", "b1"];
const b2: Who = ["B", "b2"];
const b3: Who = ["B", "b3"];
const c1: Who = ["C", "c1"];

function suspend(p: Play, [organization, person]: Who, standIn?: string): Told {
  const named = standIn === undefined ? {} : { standIn };
  return p.fact("person.suspended", { organization, person, number: 1, ...named });
}

const resume = (p: Play, [organization, person]: Who): Told =>
  p.fact("person.resumed", { organization, person, number: 1 });

/** What is told of tasks. */
const told = ({ notices }: Told) => notices.filter(({ kind }) => kind.startsWith("TASK_"));

const flow19 = rule("FLOW-19");
flow19.accepts("the stand-in named with the fact, who goes on with the open tasks at once", () => {
  const p = started([step("sequence", b2, b3), step("all", c1)]);
  start(p, b1, "j");
  const suspended = suspend(p, b2, "both");
  expect(tasks(p, "i")).toEqual(["B/both open", "B/b3 held"]);
  expect(tasks(p, "j")).toEqual(["B/both open", "B/b3 held"]);
  const both: Who = ["B", "both"];
  expect(happened(suspended, "task.handed-over")).toEqual(
    ["i", "j"].map((instance) => ({
      instance,
      task: 0,
      from: identity(b2),
      to: identity(both),
      because: "suspended",
      onBehalfOf: identity(b2),
    })),
  );
  expect(told(suspended).map(({ kind, to }) => [kind, to])).toEqual([
    ["TASK_HANDED_OVER", [both, b2].map((who) => ({ kind: "person", ...identity(who) }))],
  ]);
  expect(approve(p, both, 0).code).toBeNull();
});
flow19.accepts("tasks that wait their turn too; on resuming nothing comes back", () => {
  const p = started([step("sequence", b2, b3)]);
  suspend(p, b3, "both");
  expect(tasks(p)).toEqual(["B/b2 open", "B/both held"]);
  resume(p, b3);
  expect(tasks(p)).toEqual(["B/b2 open", "B/both held"]);
});
flow19.refuses(
  "as stand-in whoever may not hold the task: then it stays, and the admins know",
  () => {
    for (const standIn of [undefined, "b2", "off", "nobody", "c1"]) {
      const p = started([step("all", b2)]);
      const suspended = suspend(p, b2, standIn);
      expect(tasks(p)).toEqual(["B/b2 open"]);
      expect(told(suspended)).toEqual([
        {
          kind: "TASK_HOLDER_SUSPENDED",
          to: [{ kind: "authorized-admins", organization: "B" }],
          data: { holder: identity(b2), tasks: [{ instance: "i", task: 0 }] },
        },
      ]);
      expect(approve(p, b2, 0).code).toBe("ACTOR_SUSPENDED");
      resume(p, b2);
      expect(approve(p, b2, 0).code).toBeNull();
    }
  },
);
flow19.refuses("as stand-in who is suspended, or back under another employment; no chains", () => {
  const p = started([step("all", b2)]);
  suspend(p, b3, "both");
  suspend(p, b2, "b3");
  expect(tasks(p)).toEqual(["B/b2 open"]);
  expect(transfer(p, b2, 0, b3).code).toBe("ACTOR_SUSPENDED");
  p.resign("B", "b3");
  p.hire("B", "b3", [], 2);
  p.command("B", "scope.put-in", { space: "s", organization: "B", people: ["b3"] });
  start(p, b1, "j");
  expect(tasks(p, "j")).toEqual(["-A open"]);
  expect(told(suspend(p, ["A", "a3"]))).toEqual([]);
});

flow19.accepts("that an admin of the holder's organization assigns what stays", () => {
  const p = started([step("all", b2)]);
  expect(assign(p, "B", 0, "b3").code).toBe("TASK_NOT_PENDING");
  suspend(p, b2);
  expect(assign(p, "A", 0, "a1").code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(assign(p, b1, 0, "b3").code).toBe("NOT_AUTHORIZED_ADMIN");
  const assigned = assign(p, "B", 0, "b3");
  expect(happened(assigned, "task.handed-over")).toEqual([
    { instance: "i", task: 0, from: identity(b2), to: identity(b3), because: "assigned" },
  ]);
  expect(tasks(p)).toEqual(["B/b3 open"]);
  expect(assign(p, "B", 0, "b3").code).toBe("TASK_NOT_PENDING");
});
flow19.refuses("that it is assigned to somebody suspended, or once the holder is resumed", () => {
  const p = started([step("all", b2)]);
  suspend(p, b2);
  suspend(p, b3);
  expect(assign(p, "B", 0, "b3").code).toBe("SUCCESSOR_NOT_ELIGIBLE");
  expect(assign(p, "B", 0, "b2").code).toBe("SUCCESSOR_NOT_ELIGIBLE");
  suspend(p, b3, "both");
  resume(p, b2);
  expect(assign(p, "B", 0, "b3").code).toBe("TASK_NOT_PENDING");
  suspend(p, b2);
  expect(happened(assign(p, "B", 0, "b3"), "task.handed-over")).toMatchObject([
    { to: identity(["B", "both"]), because: "assigned", onBehalfOf: identity(b3) },
  ]);
});
flow19.accepts(
  "that what stays is listed for those admins, until the holder is resumed or leaves",
  () => {
    const p = started([step("all", b2, b3), step("all", b2)]);
    const listed = (organization: string) =>
      p.ask("admin.parked", { viewer: { organization, person: `${organization}-admin` } });
    expect(listed("B")).toMatchObject({ items: [] });
    suspend(p, b2);
    expect(listed("B")).toMatchObject({ items: [{ instance: "i", task: 0 }] });
    expect(listed("A")).toMatchObject({ items: [] });
    suspend(p, b3);
    expect(listed("B")).toMatchObject({ items: [{ task: 0 }, { task: 1 }] });
    resume(p, b2);
    expect(listed("B")).toMatchObject({ items: [{ instance: "i", task: 1 }] });
    p.resign("B", "b3");
    expect(listed("B")).toEqual({ items: [{ instance: "i", task: 1 }], next: null });
    expect(tasks(p)).toEqual(["B/b2 open", "-B open"]);
  },
);
flow19.refuses("that a closed task of somebody suspended is assigned", () => {
  const p = started([step("all", b2), step("all", b3)]);
  approve(p, b2, 0);
  suspend(p, b2);
  expect(assign(p, "B", 0, "b3").code).toBe("TASK_NOT_PENDING");
});

flow19.accepts("that a rule gives to who stands in, and passes over whoever has nobody", () => {
  const p = started([step("all", b3)]);
  suspend(p, a1);
  suspend(p, a2, "a3");
  const define = (...approvers: Who[]) =>
    p.command("A", "flow.define", { app: "x", flow: "f", steps: [step("all", ...approvers)] });
  define(a1, a2, b2);
  const begun = start(p, b1, "j");
  expect(tasks(p, "j")).toEqual(["A/a3 open", "B/b2 open"]);
  expect(happened(begun, "task.made")).toMatchObject([
    { holder: identity(["A", "a3"]), onBehalfOf: identity(a2) },
    { holder: identity(b2) },
  ]);
  expect(happened(begun, "task.made")[1]).not.toHaveProperty("onBehalfOf");
  // Whoever signs anyhow signs once.
  define(a2, ["A", "a3"]);
  start(p, b1, "k");
  expect(tasks(p, "k")).toEqual(["A/a3 open"]);
});
flow19.refuses("a step for which nobody is left: it is parked, and nobody approves it", () => {
  const p = started([step("all", b3), step("all", a1, a2)]);
  suspend(p, a1);
  suspend(p, a2);
  approve(p, b3, 0);
  expect(tasks(p)).toEqual(["B/b3 approved", "-A open"]);
});

flow19.refuses("a transfer, a countersign and a delegation to somebody suspended", () => {
  const p = started([step("all", b2)]);
  suspend(p, b3);
  const code = "TARGET_SUSPENDED";
  expect(transfer(p, b2, 0, b3).refusal).toMatchObject({ code, data: identity(b3) });
  expect(delegate(p, b2, 0, b3).code).toBe(code);
  expect(countersign(p, b2, 0, "parallel", b1, b3).code).toBe(code);
  const viewer = identity(b2);
  expect(p.ask("flow.may-route", { viewer, instance: "i", target: identity(b3) })).toBe(code);
  suspend(p, c1);
  expect(transfer(p, b2, 0, c1).code).toBe("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG");
  // The holder stands in for nobody in a task of their own.
  suspend(p, b3, "b2");
  expect(transfer(p, b2, 0, b3).code).toBe(code);
});
flow19.accepts("them to whoever stands in, each once", () => {
  const p = started([step("all", b2)]);
  suspend(p, b3, "both");
  const added = countersign(p, b2, 0, "before", b3, ["B", "both"], b1);
  expect(happened(added, "task.made")).toMatchObject([
    { holder: identity(["B", "both"]), onBehalfOf: identity(b3) },
    { holder: identity(b1) },
  ]);
  const q = started([step("all", b2)]);
  suspend(q, b3, "both");
  expect(happened(transfer(q, b2, 0, b3), "task.transferred")).toEqual([
    {
      instance: "i",
      task: 0,
      from: identity(b2),
      to: identity(["B", "both"]),
      onBehalfOf: identity(b3),
    },
  ]);
  expect(tasks(q)).toEqual(["B/both open"]);
});
flow19.accepts("nobody suspended as a candidate, and a copy to anybody", () => {
  const p = started([step("all", b2)]);
  const viewer = identity(b2);
  const offered = () =>
    (
      p.ask("flow.routing-candidates", { viewer, instance: "i" }) as { items: { person: string }[] }
    ).items.map(({ person }) => person);
  expect(offered()).toEqual(["b1", "both", "b3"]);
  suspend(p, b3, "both");
  expect(offered()).toEqual(["b1", "both"]);
  expect(p.command(b2, "task.copy", { instance: "i", task: 0, people: [identity(b3)] }).code).toBe(
    null,
  );
});

flow19.refuses("a successor who is suspended, when named and when somebody leaves", () => {
  const p = started([step("all", b2)]);
  const register = (successor: string) =>
    p.command("B", "successor.set", { organization: "B", person: "b2", successor }).code;
  expect(register("b3")).toBeNull();
  suspend(p, b3);
  expect(register("b3")).toBe("SUCCESSOR_NOT_ELIGIBLE");
  suspend(p, b3, "b2");
  expect(register("b3")).toBe("SUCCESSOR_NOT_ELIGIBLE");
  p.resign("B", "b2");
  expect(tasks(p)).toEqual(["-B open"]);
});
flow19.accepts("who stands in for a successor", () => {
  const p = started([step("all", b2)]);
  const register = (successor: string) =>
    p.command("B", "successor.set", { organization: "B", person: "b2", successor }).code;
  suspend(p, b3, "both");
  expect(register("b3")).toBeNull();
  const preview = { viewer: identity(["B", "B-admin"]), person: "b2" };
  expect(p.ask("departure.preview", preview)).toMatchObject({
    tasks: [{ instance: "i", task: 0, to: "both" }],
  });
  expect(happened(p.resign("B", "b2"), "task.handed-over")).toMatchObject([
    { to: identity(["B", "both"]), because: "registered", onBehalfOf: identity(b3) },
  ]);
});
flow19.refuses("people of a suspended organization, stand-ins or not", () => {
  const p = started([step("all", b2), step("all", c1)]);
  suspend(p, c1, "c2");
  p.fact("organization.suspended", { organization: "C" });
  approve(p, b2, 0);
  expect(tasks(p)).toEqual(["B/b2 approved", "-A open"]);
});
