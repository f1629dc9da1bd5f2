// Aim: what is parked for a Member without admins is assigned by the admins of the Space, to its own people alone.
// Method: b2 of B leaves with a task, and B's admin is there, leaves, is suspended, comes back.
import { expect } from "vitest";
import type { Caller, Play, Told } from "../../src/testing/index.ts";
import { happened } from "../support/busy.ts";
import {
  countersign,
  define,
  identity,
  office,
  start,
  started,
  step,
  tasks,
  type Who,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const a1: Who = ["A", "a1"];
const b2: Who = ["B", "b2"];
const A_ADMIN: Who = ["A", "A-admin"];

/** Task 0 of instance `i` is parked for B, which has nobody to act for it. */
function left(): Play {
  const p = started([step("all", b2, a1)]);
  p.resign("B", "b2");
  p.resign("B", "B-admin");
  return p;
}

const assign = (p: Play, by: Caller, to: string, more: object = { organization: "B" }): Told =>
  p.command(by, "task.assign", { instance: "i", task: 0, to, ...more });
const parked = (p: Play, who: Who) =>
  (p.ask("admin.parked", { viewer: identity(who) }) as { readonly items?: unknown }).items;
const MARKED = [{ instance: "i", task: 0, organization: "B" }];

const hand08 = rule("HAND-08");
hand08.accepts("a Space admin who names somebody of the Member, who is told and goes on", () => {
  const p = left();
  expect(parked(p, A_ADMIN)).toEqual(MARKED);
  const told = assign(p, "A", "b3");
  expect(told.code).toBeNull();
  expect(told.events.map(({ type, data }) => [type, data])).toEqual([
    [
      "task.handed-over",
      { instance: "i", task: 0, from: null, to: identity(["B", "b3"]), because: "assigned" },
    ],
  ]);
  expect(told.notices.map(({ kind, to }) => [kind, to])).toEqual([
    ["TASK_HANDED_OVER", [{ kind: "person", organization: "B", person: "b3" }]],
  ]);
  expect(tasks(p)).toEqual(["B/b3 open", "A/a1 open"]);
  expect(parked(p, A_ADMIN)).toEqual([]);
  expect(p.command(["B", "b3"], "task.approve", { instance: "i", task: 0 }).code).toBeNull();
});
hand08.accepts("it where the only admin is suspended, or has no permission", () => {
  for (const how of ["suspended", "permission"] as const) {
    const p = started([step("all", b2, a1)]);
    p.resign("B", "b2");
    if (how === "suspended") p.fact("person.suspended", { organization: "B", person: "B-admin" });
    else p.appoint("B", "B-admin", "sub", false);
    expect(parked(p, A_ADMIN), how).toEqual(MARKED);
    expect(assign(p, "A", "b3").code, how).toBeNull();
  }
});
hand08.accepts("it with one's own organization named, as if it were left out", () => {
  const p = office();
  define(p, [step("all", ["A", "a2"])]);
  start(p, ["B", "b1"], "i");
  p.resign("A", "a2");
  expect(parked(p, A_ADMIN)).toEqual([{ instance: "i", task: 0 }]);
  expect(assign(p, "A", "a3", { organization: "A" }).code).toBeNull();
});
hand08.refuses("it from the step on in which the Member has an admin again", () => {
  const p = left();
  p.hire("B", "new");
  p.appoint("B", "new", "main");
  expect(parked(p, A_ADMIN)).toEqual([]);
  expect(parked(p, ["B", "new"])).toEqual([{ instance: "i", task: 0 }]);
  expect(assign(p, "A", "b3").refusal).toMatchObject({
    code: "NOT_AUTHORIZED_ADMIN",
    data: { organization: "B" },
  });
  expect(assign(p, ["B", "new"], "b3", {}).code).toBeNull();
});
hand08.refuses("it while all people of the Member are suspended", () => {
  const p = left();
  p.fact("organization.suspended", { organization: "B" });
  expect(parked(p, A_ADMIN)).toEqual([]);
  expect(assign(p, "A", "b3").code).toBe("NOT_AUTHORIZED_ADMIN");
  p.fact("organization.resumed", { organization: "B" });
  expect(parked(p, A_ADMIN)).toEqual(MARKED);
});
hand08.refuses("whoever is not on the Roster as that Member's, known or not", () => {
  const p = left();
  for (const to of ["off", "b2", "nobody", "a1", "c1"]) {
    expect(assign(p, "A", to).refusal, to).toMatchObject({
      code: "SUCCESSOR_NOT_ELIGIBLE",
      data: { organization: "B", person: to },
    });
  }
  p.fact("person.suspended", { organization: "B", person: "b3" });
  expect(assign(p, "A", "b3").code).toBe("SUCCESSOR_NOT_ELIGIBLE");
});
hand08.refuses("everybody but the admins of the Space", () => {
  const p = left();
  expect(assign(p, a1, "b3").code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(assign(p, ["B", "b1"], "b3", {}).code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(assign(p, { support: "staff" }, "b3").code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(assign(p, "C", "b3").code).toBe("UNKNOWN_INSTANCE");
});
hand08.refuses("an organization other than the one for which it waits", () => {
  const p = left();
  for (const organization of ["A", "C", "nowhere"]) {
    expect(assign(p, "A", "c1", { organization }).code, organization).toBe("NOT_AUTHORIZED_ADMIN");
  }
  const own = office();
  define(own, [step("all", ["A", "a2"])]);
  start(own, ["B", "b1"], "i");
  own.resign("A", "a2");
  own.resign("B", "B-admin");
  expect(assign(own, "A", "b3").refusal?.data).toEqual({ organization: "B" });
});
hand08.accepts("what somebody suspended holds, as if it were parked (FLOW-19)", () => {
  const p = started([step("all", b2, a1)]);
  p.fact("person.suspended", { organization: "B", person: "b2" });
  expect(assign(p, "A", "b3").refusal?.data).toEqual({ organization: "B" });
  p.resign("B", "B-admin");
  expect(assign(p, a1, "b3").code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(assign(p, "A", "a2").code).toBe("SUCCESSOR_NOT_ELIGIBLE");
  p.fact("organization.suspended", { organization: "B" });
  expect(assign(p, "A", "b3").code).toBe("NOT_AUTHORIZED_ADMIN");
  p.fact("organization.resumed", { organization: "B" });
  expect(happened(assign(p, "A", "b3"), "task.handed-over")).toMatchObject([
    { from: identity(b2), to: identity(["B", "b3"]), because: "assigned" },
  ]);
  expect(tasks(p)).toEqual(["B/b3 open", "A/a1 open"]);
});
hand08.refuses("a task that somebody able holds, and one that is closed", () => {
  const p = started([step("any", b2, a1)]);
  p.resign("B", "B-admin");
  expect(assign(p, "A", "b3").code).toBe("TASK_NOT_PENDING");
  p.command(a1, "task.approve", { instance: "i", task: 1 });
  expect(assign(p, "A", "b3").code).toBe("INSTANCE_NOT_RUNNING");
});
hand08.refuses("tasks outside a Space: they wait", () => {
  const p = office();
  define(p, [step("all", b2)]);
  start(p, a1, "i");
  p.resign("B", "B-admin");
  p.resign("B", "b2");
  expect(tasks(p)).toEqual(["-B open"]);
  expect(parked(p, A_ADMIN)).toEqual([]);
  expect(assign(p, "A", "b3").code).toBe("NOT_AUTHORIZED_ADMIN");
});
hand08.refuses("a third organization that has to do with the task", () => {
  const p = started([step("all", ["C", "c1"])]);
  countersign(p, ["C", "c1"], 0, "after", ["B", "b3"]);
  p.resign("B", "b3");
  expect(tasks(p)).toEqual(["C/c1 open", "-B held"]);
  for (const more of [{}, { organization: "B" }]) {
    const told = p.command("C", "task.assign", { instance: "i", task: 1, to: "c2", ...more });
    expect(told.refusal?.data).toEqual({ organization: "B" });
  }
  p.resign("B", "B-admin");
  const told = p.command("C", "task.assign", {
    ...{ instance: "i", task: 1, to: "b1", organization: "B" },
  });
  expect(told.code).toBe("NOT_AUTHORIZED_ADMIN");
});
hand08.accepts("what the Host gets when the Member leaves, as its own", () => {
  const p = left();
  p.command("A", "association.cancel", { space: "s", organization: "B" });
  expect(tasks(p)[0]).toBe("-A open");
  expect(parked(p, A_ADMIN)).toEqual([{ instance: "i", task: 0 }]);
  expect(assign(p, "A", "b3").code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(assign(p, "A", "a2", {}).code).toBeNull();
});
