// Aim: what a flow says of approvers who are the initiator, or who have signed before.
// Method: b1 of B starts `i`; `both` is one person in A and in B.
import { expect } from "vitest";
import type { FlowStep } from "../../src/flows/model.ts";
import type { Policy } from "../../src/index.ts";
import type { Caller, Plain, Play } from "../../src/testing/index.ts";
import {
  approve,
  countersign,
  delegate,
  history,
  identity,
  instanceOf,
  office,
  start,
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
const bothA: Who = ["A", "both"];
const bothB: Who = ["B", "both"];

type Says = Pick<Policy, "selfApproval" | "repeatedApproval">;

/** `i` of a flow of these steps, which says this, started by b1 unless by somebody else. */
function signed(
  says: Partial<Says>,
  steps: readonly Plain<FlowStep>[],
  by: Who = b1,
  changes: Partial<Policy> = {},
): Play {
  const p = office(changes);
  p.command("A", "flow.define", { app: "x", flow: "f", steps, ...says });
  start(p, by, "i");
  return p;
}

/** Everybody approves, each the task of their number. */
const approvals = (p: Play, ...by: Caller[]): void => {
  by.forEach((each, task) => {
    approve(p, each, task);
  });
};

/** Who was skipped since the instance started, and that nothing else is said of it. */
const skipped = (p: Play) => history(p).filter((line) => line.startsWith("task.skipped"));

const flow15 = rule("FLOW-15");
flow15.accepts("that the initiator signs by default, and whoever signed before again", () => {
  const p = signed({}, [step("all", b1), step("all", b1)]);
  expect(tasks(p)).toEqual(["B/b1 open"]);
  approvals(p, b1, b1);
  expect(instanceOf(p)?.status).toBe("approved");
});
flow15.happens("that the initiator is left out of a step under `skip`", () => {
  const p = signed({ selfApproval: "skip" }, [step("all", b1, a1)]);
  expect(tasks(p)).toEqual(["A/a1 open"]);
  expect(skipped(p)).toEqual(["task.skipped  b1"]);
});
flow15.happens("that a step left to nobody counts as signed, if somebody signs after it", () => {
  const p = signed({ selfApproval: "skip" }, [step("all", b1), step("all", a1)]);
  expect(tasks(p)).toEqual(["A/a1 open"]);
});
flow15.happens("that so does the last one, once somebody else has signed", () => {
  const p = signed({ selfApproval: "skip" }, [step("all", a1), step("all", b1)]);
  approve(p, a1, 0);
  expect(instanceOf(p)?.status).toBe("approved");
});
flow15.doesNot("approve anything without a second person: the last step is parked", () => {
  const p = signed({ selfApproval: "skip" }, [step("all", b1), step("all", b1)], b1, {
    emptyStep: "main-admins",
  });
  expect(tasks(p)).toEqual(["-A open"]);
});
flow15.doesNot("count the initiator's own signature as a second person's", () => {
  const p = signed({ repeatedApproval: "once" }, [step("all", b1), step("all", b1)]);
  approve(p, b1, 0);
  expect([instanceOf(p)?.status, tasks(p).at(-1)]).toEqual(["running", "-A open"]);
});
flow15.doesNot("pass a step for which nobody is found to begin with", () => {
  const nobody = { kind: "role", of: "host", role: "nobody" } as never;
  const p = signed({ selfApproval: "skip" }, [step("all", nobody), step("all", a1)]);
  expect(tasks(p)).toEqual(["-A open"]);
});
flow15.happens("that the initiator's heads sign in their place under `heads`, each once", () => {
  const p = office();
  p.fact("department.created", {
    organization: "B",
    department: "shop",
    parent: null,
    name: "shop",
  });
  for (const person of ["b1", "b2"]) p.relocate("B", person, ["shop"]);
  for (const person of ["b1", "b2"]) {
    p.fact("person.heads-changed", { organization: "B", person, number: 1, departments: ["shop"] });
  }
  const steps = [step("sequence", a2, b1, a1, b2)];
  p.command("A", "flow.define", { app: "x", flow: "f", steps, selfApproval: "heads" });
  start(p, b1, "i");
  expect(tasks(p)).toEqual(["A/a2 open", "B/b2 held", "A/a1 held"]);
});
flow15.happens("that the initiator's task waits for the Host's admins under `park`", () => {
  const p = signed({ selfApproval: "park" }, [step("all", a1, b1)]);
  expect(tasks(p)).toEqual(["A/a1 open", "-A open"]);
  expect(skipped(p)).toEqual([]);
});
flow15.happens("that who signed a step does not sign the next one under `consecutive`", () => {
  const steps = [step("all", a1), step("all", a1, a2), step("all", a1, a2)];
  const p = signed({ repeatedApproval: "consecutive" }, steps);
  approve(p, a1, 0);
  expect(tasks(p).slice(1)).toEqual(["A/a2 open"]);
  approve(p, a2, 1);
  // Not directly after the step that a1 signed: it is their turn again.
  expect(tasks(p).slice(2)).toEqual(["A/a1 open"]);
});
flow15.happens("that who signed never signs again under `once`, added signers included", () => {
  const p = signed({ repeatedApproval: "once" }, [
    step("all", a1),
    step("all", a2),
    step("all", a1, ["B", "b3"], b2),
  ]);
  countersign(p, a1, 0, "before", ["B", "b3"]);
  approve(p, ["B", "b3"], 1);
  approve(p, a1, 0);
  approve(p, a2, 2);
  expect(tasks(p).slice(3)).toEqual(["B/b2 open"]);
});
flow15.happens("that a return forgets the signatures of the steps walked again", () => {
  const p = signed({ repeatedApproval: "once" }, [
    step("all", a1),
    step("all", a2),
    step("all", a1, a2, b2),
  ]);
  approvals(p, a1, a2);
  expect(tasks(p).slice(2)).toEqual(["B/b2 open"]);
  p.command(b2, "task.return", { instance: "i", task: 2, to: 1 });
  expect(tasks(p).slice(3)).toEqual(["A/a2 open"]);
});
flow15.happens("that one is the same through whichever organization", () => {
  const p = signed({ selfApproval: "skip" }, [step("all", bothA, a1)], bothB);
  expect(tasks(p)).toEqual(["A/a1 open"]);
});
flow15.happens("that what a flow leaves out is the policy's, as when the instance started", () => {
  const p = signed({ repeatedApproval: "each" }, [step("all", b1, a1)], b1, {
    ...{ selfApproval: "skip", repeatedApproval: "once" },
  });
  expect(tasks(p)).toEqual(["A/a1 open"]);
});
flow15.refuses("a transfer, a countersigner and a delegation to the initiator", () => {
  const p = signed({ selfApproval: "skip" }, [step("all", b2)]);
  const told = [transfer(p, b2, 0, b1), delegate(p, b2, 0, b1)];
  told.push(countersign(p, b2, 0, "before", b1));
  expect(told.map(({ code }) => code)).toEqual(Array(3).fill("ROUTING_TARGET_IS_INITIATOR"));
  const viewer = identity(b2);
  const asked = { viewer, instance: "i", target: identity(b1) };
  expect(p.ask("flow.may-route", asked)).toBe("ROUTING_TARGET_IS_INITIATOR");
  const candidates = p.ask("flow.routing-candidates", { viewer, instance: "i" });
  expect((candidates as { items: Who[] }).items).toHaveLength(2);
  expect(JSON.stringify(candidates)).not.toContain('"b1"');
});
flow15.refuses("to assign or to move a task to the initiator", () => {
  const p = signed({ selfApproval: "skip" }, [step("all", b2)]);
  const to = identity(b1);
  const moved = p.command("A", "task.reassign", { tasks: [{ instance: "i", task: 0 }], to });
  expect(moved.code).toBe("SUCCESSOR_NOT_ELIGIBLE");
  p.fact("person.resigned", { ...identity(b2), number: 1, successor: "b1" });
  expect(tasks(p)).toEqual(["-B open"]);
  const assigned = p.command("B", "task.assign", { instance: "i", task: 0, to: "b1" });
  expect(assigned.code).toBe("SUCCESSOR_NOT_ELIGIBLE");
});
flow15.doesNot("let the initiator stand in for an approver, nor anybody for the initiator", () => {
  const p = office();
  p.fact("person.suspended", { ...identity(b2), number: 1, standIn: "b1" } as never);
  const steps = [step("all", b2, a1)];
  p.command("A", "flow.define", { app: "x", flow: "f", steps, selfApproval: "skip" });
  start(p, b1, "i");
  expect(tasks(p)).toEqual(["A/a1 open"]);
});
flow15.doesNot("hand a task to whoever stands in for the initiator", () => {
  const p = signed({ selfApproval: "skip" }, [step("all", b2)]);
  p.fact("person.suspended", { ...identity(b1), number: 1, standIn: "b3" } as never);
  const to = identity(b1);
  const moved = p.command("A", "task.reassign", { tasks: [{ instance: "i", task: 0 }], to });
  expect(moved.code).toBe("SUCCESSOR_NOT_ELIGIBLE");
  p.fact("person.resigned", { ...identity(b2), number: 1, successor: "b1" });
  expect(tasks(p)).toEqual(["-B open"]);
});

/** `both` of B starts, and is suspended with the stand-in b3 by the time of the step in which these sign. */
function stoodIn(selfApproval: Policy["selfApproval"], ...approvers: Who[]): string[] {
  const p = signed({ selfApproval }, [step("all", a2), step("all", ...approvers)], bothB);
  p.fact("person.suspended", { ...identity(bothB), number: 1, standIn: "b3" } as never);
  approve(p, a2, 0);
  return [...tasks(p).slice(1), ...skipped(p)];
}
flow15.happens("that who stands in for the initiator signs in their own right", () => {
  const b3: Who = ["B", "b3"];
  for (const order of [
    [bothB, b3],
    [b3, bothB],
  ] as const) {
    expect(stoodIn("skip", ...order)).toEqual(["B/b3 open", "task.skipped  both"]);
  }
  expect(stoodIn("park", bothB, b3)).toEqual(["-A open", "B/b3 open"]);
  expect(stoodIn("park", b3, bothB)).toEqual(["B/b3 open", "-A open"]);
});
