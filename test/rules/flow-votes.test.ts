// Aim: votes, and what a rejection does where it counts.
// Method: b1 of B starts `i`; who signs its first step answers, and a3 alone would sign the one after it.
import { expect } from "vitest";
import type { FlowStep, SigningMode } from "../../src/flows/model.ts";
import type { Plain, Play } from "../../src/testing/index.ts";
import {
  approve,
  assign,
  countersign,
  define,
  delegate,
  history,
  identity,
  instanceOf,
  office,
  reject,
  remove,
  sendBack,
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
const a3: Who = ["A", "a3"];
const b1: Who = ["B", "b1"];
const b2: Who = ["B", "b2"];
const b3: Who = ["B", "b3"];
const c1: Who = ["C", "c1"];
/** Of the initiator's organization as b1 to b3 are, so that they may be added. */
const both: Who = ["B", "both"];
const SIGNERS = [a1, a2, b2, b3, c1] as const;

/** A step of the first so many signers in which this decides. */
const first = (many: number, mode: SigningMode): Plain<FlowStep> =>
  step(mode, ...SIGNERS.slice(0, many));

/** The same, where a rejection counts. */
const counted = (many: number, mode: "all" | "any"): Plain<FlowStep> => ({
  ...first(many, mode),
  rejection: "count",
});

const approvals = (many: number): SigningMode => ({ vote: { approvals: many } });
const percent = (share: number): SigningMode => ({ vote: { percent: share } });

/** `i` with this first step, and a3 in the one after it. */
const running = (own: Plain<FlowStep>): Play => started([own, step("all", a3)]);

/** The signers answer in their order: approve by `+`, reject by `-`; how the step stands after each. */
function answers(p: Play, given: string): string[] {
  return [...given].map((sign, task) => {
    const by = SIGNERS[task] as Who;
    if (sign === "+") approve(p, by, task);
    else reject(p, by, task);
    const { status, step: at } = instanceOf(p) as { status: string; step: number };
    return status === "running" ? String(at) : status;
  });
}

const flow16 = rule("FLOW-16");
flow16.happens("that a vote is approved with the last approval it needs, not before", () => {
  const p = running(first(3, approvals(2)));
  expect(answers(p, "++")).toEqual(["0", "1"]);
  expect(tasks(p)).toEqual(["A/a1 approved", "A/a2 approved", "B/b2 superseded", "A/a3 open"]);
});
flow16.happens(
  "that a vote is rejected as soon as enough can no longer be reached, not before",
  () => {
    const p = running(first(4, approvals(2)));
    expect(answers(p, "--")).toEqual(["0", "0"]);
    expect(tasks(p).slice(2)).toEqual(["B/b2 open", "B/b3 open"]);
    reject(p, b2, 2);
    expect(instanceOf(p)?.status).toBe("rejected");
    expect(tasks(p).at(-1)).toBe("B/b3 superseded");
    expect(history(p).slice(-2)).toEqual(["task.superseded 3", "flow.rejected"]);
  },
);
flow16.accepts("rejections in a vote that others outvote", () => {
  expect(answers(running(first(3, approvals(2))), "-++")).toEqual(["0", "0", "1"]);
  expect(answers(running(first(3, approvals(2))), "+-+")).toEqual(["0", "0", "1"]);
});
flow16.happens(
  "that a percentage is one of the tasks with which the step begins, rounded up",
  () => {
    const needed = [1, 33, 34, 66, 67, 99, 100].map(
      (share) => instanceOf(running(first(3, percent(share))))?.needed,
    );
    expect(needed).toEqual([1, 1, 2, 2, 3, 3, 3]);
    expect(
      [20, 21, 40].map((share) => instanceOf(running(first(5, percent(share))))?.needed),
    ).toEqual([1, 2, 2]);
  },
);
flow16.happens("that half of four is two", () => {
  expect(answers(running(first(4, percent(50))), "+-+")).toEqual(["0", "0", "1"]);
  expect(answers(running(first(4, percent(50))), "-+--")).toEqual(["0", "0", "0", "rejected"]);
});
flow16.happens("that all of them are enough for a number above those found", () => {
  expect(answers(running(first(2, approvals(3))), "++")).toEqual(["0", "1"]);
  expect(answers(running(first(2, approvals(2))), "+-")).toEqual(["0", "rejected"]);
  expect(answers(running(first(2, approvals(100))), "-")).toEqual(["rejected"]);
});
flow16.happens("that `all` is decided when all have answered, rejected if one rejected", () => {
  expect(answers(running(counted(3, "all")), "-+")).toEqual(["0", "0"]);
  expect(answers(running(counted(3, "all")), "-++")).toEqual(["0", "0", "rejected"]);
  expect(answers(running(counted(3, "all")), "++-")).toEqual(["0", "0", "rejected"]);
  expect(answers(running(counted(3, "all")), "+++")).toEqual(["0", "0", "1"]);
});
flow16.happens("that `any` is rejected when all have, and approved by one", () => {
  expect(answers(running(counted(3, "any")), "---")).toEqual(["0", "0", "rejected"]);
  expect(answers(running(counted(3, "any")), "--+")).toEqual(["0", "0", "1"]);
  const p = running(counted(3, "any"));
  expect(answers(p, "-+")).toEqual(["0", "1"]);
  expect(tasks(p)).toEqual(["A/a1 rejected", "A/a2 approved", "B/b2 superseded", "A/a3 open"]);
});
flow16.doesNot("count a rejection where a step does not say so", () => {
  for (const mode of ["all", "any", "sequence"] as const) {
    const p = running(first(2, mode));
    expect([instanceOf(p)?.needed, ...answers(p, "-")]).toEqual([undefined, "rejected"]);
    expect(answers(running({ ...first(2, mode), rejection: "end" }), "-")).toEqual(["rejected"]);
  }
});
flow16.doesNot("count in the step after one in which rejections count", () => {
  const p = running(first(1, approvals(1)));
  approve(p, a1, 0);
  expect(instanceOf(p)?.needed).toBeUndefined();
  reject(p, a3, 1);
  expect(instanceOf(p)?.status).toBe("rejected");
});
flow16.shows("how many approvals are needed, with the step that begins", () => {
  const p = office();
  define(p, [first(4, percent(51))]);
  const { events } = start(p, b1, "i") as never as { events: { type: string; data: object }[] };
  const begun = events.find(({ type }) => type === "flow.step-begun");
  expect(begun?.data).toEqual({ instance: "i", step: 0, needed: 3 });
});
flow16.doesNot("take added signers for votes", () => {
  const p = running(first(2, approvals(2)));
  countersign(p, a1, 0, "parallel", b3, both);
  approve(p, b3, 2);
  approve(p, a1, 0);
  approve(p, a2, 1);
  // `both` has yet to sign beside a1.
  expect([instanceOf(p)?.step, instanceOf(p)?.needed]).toEqual([0, 1]);
  approve(p, both, 3);
  expect(instanceOf(p)?.step).toBe(1);
});
flow16.happens(
  "that a rejection by an added signer rejects the task that they were added to",
  () => {
    const p = running(first(3, approvals(2)));
    countersign(p, a1, 0, "before", b3, both);
    reject(p, b3, 3);
    expect(tasks(p)).toEqual([
      ...["A/a1 rejected", "A/a2 open", "B/b2 open"],
      ...["B/b3 rejected", "B/both superseded"],
    ]);
    expect(history(p).slice(-3)).toEqual([
      "task.rejected 3 b3",
      "task.rejected 0",
      "task.superseded 4",
    ]);
    reject(p, a2, 1);
    expect(instanceOf(p)?.status).toBe("rejected");
  },
);
flow16.happens("that so does one by whoever was added further down, or a delegate", () => {
  const p = running(first(2, approvals(1)));
  countersign(p, a1, 0, "parallel", b3);
  countersign(p, b3, 2, "after", b1);
  delegate(p, b3, 2, both);
  reject(p, both, 4);
  expect(tasks(p)).toEqual([
    ...["A/a1 rejected", "A/a2 open", "B/b3 rejected"],
    ...["B/b1 superseded", "B/both rejected"],
  ]);
  approve(p, a2, 1);
  expect(instanceOf(p)?.step).toBe(1);
});
flow16.happens("that a task approved before is rejected with whoever signs after it", () => {
  const p = running(first(2, approvals(2)));
  countersign(p, a1, 0, "after", b3);
  approve(p, a1, 0);
  reject(p, b3, 2);
  expect([instanceOf(p)?.status, ...tasks(p)]).toEqual([
    ...["rejected", "A/a1 approved", "A/a2 superseded", "B/b3 rejected"],
  ]);
});
flow16.happens("that who is rejected takes along whom they had added, and nobody else", () => {
  const p = running(first(3, approvals(1)));
  countersign(p, a1, 0, "parallel", b3);
  countersign(p, a2, 1, "parallel", both);
  reject(p, a1, 0);
  expect(tasks(p)).toEqual([
    ...["A/a1 rejected", "A/a2 open", "B/b2 open"],
    ...["B/b3 superseded", "B/both open"],
  ]);
  expect(remove(p, a1, 3).code).toBe("TASK_NOT_PENDING");
});
flow16.happens("that a signer taken back leaves a vote as it was", () => {
  const p = running(first(2, approvals(2)));
  countersign(p, a1, 0, "after", b3);
  approve(p, a2, 1);
  remove(p, a1, 2);
  approve(p, a1, 0);
  expect(instanceOf(p)?.step).toBe(1);
});
flow16.doesNot("need fewer, or take an answer, where a task waits for a successor", () => {
  const p = running(first(4, percent(75)));
  p.fact("person.resigned", { ...identity(b2), number: 1 });
  expect(tasks(p)[2]).toBe("-B open");
  expect(instanceOf(p)).toMatchObject({ needed: 3, missing: 4 });
  expect(answers(p, "++")).toEqual(["0", "0"]);
  reject(p, b3, 3);
  expect(instanceOf(p)).toMatchObject({ status: "running", needed: 1, missing: 1 });
  assign(p, "B", 2, "b1");
  approve(p, b1, 2);
  expect(instanceOf(p)?.step).toBe(1);
});
flow16.happens(
  "that a successor votes in the leaver's place, and so does whoever gets the task",
  () => {
    const p = running(first(3, approvals(2)));
    p.fact("person.resigned", { ...identity(b2), number: 1, successor: "b3" } as never);
    approve(p, b3, 2);
    transfer(p, a2, 1, b1);
    expect(instanceOf(p)).toMatchObject({ needed: 1, missing: 2 });
    approve(p, b1, 1);
    expect(instanceOf(p)?.step).toBe(1);
  },
);
flow16.doesNot("count those skipped at the beginning, but those who are parked (FLOW-15)", () => {
  const found = (["sign", "skip", "park"] as const).map((selfApproval) => {
    const p = office();
    const steps = [step(percent(100), a1, b1, b2)];
    p.command("A", "flow.define", { app: "x", flow: "f", steps, selfApproval });
    start(p, b1, "i");
    return [instanceOf(p)?.needed, tasks(p).length];
  });
  expect(found).toEqual([
    [3, 3],
    [2, 2],
    [3, 3],
  ]);
});
flow16.doesNot("need anything of a step that counts as signed", () => {
  const p = office();
  const steps = [step(approvals(2), b1), step("all", a1)];
  p.command("A", "flow.define", { app: "x", flow: "f", steps, selfApproval: "skip" });
  start(p, b1, "i");
  expect([instanceOf(p)?.needed, ...tasks(p)]).toEqual([undefined, "A/a1 open"]);
});
flow16.happens("that who rejected has not signed, and who approved has (FLOW-15)", () => {
  const p = office();
  const steps = [first(3, approvals(2)), step("all", a1, a2, c1)];
  p.command("A", "flow.define", { app: "x", flow: "f", steps, repeatedApproval: "once" });
  start(p, b1, "i");
  answers(p, "+-+");
  expect(tasks(p).slice(3)).toEqual(["A/a2 open", "C/c1 open"]);
});
flow16.happens("that an empty step is one task, of which its approval is enough", () => {
  const nobody = { kind: "role", of: "host", role: "nobody" } as never;
  const p = running(step(approvals(3), nobody));
  expect([instanceOf(p)?.needed, ...tasks(p)]).toEqual([1, "-A open"]);
  assign(p, "A", 0, "a1");
  approve(p, a1, 0);
  expect(instanceOf(p)?.step).toBe(1);
});
flow16.happens("that a return forgets the votes of the step walked again", () => {
  const p = running(first(3, approvals(2)));
  answers(p, "-++");
  sendBack(p, a3, 3, 0);
  expect(instanceOf(p)).toMatchObject({ step: 0, needed: 2, missing: 3 });
  reject(p, a1, 4);
  expect(instanceOf(p)?.status).toBe("running");
  reject(p, a2, 5);
  expect(instanceOf(p)?.status).toBe("rejected");
});
flow16.doesNot("define anew what says the same with what was left out", () => {
  const p = office();
  const version = (...steps: Plain<FlowStep>[]) => {
    define(p, steps);
    return p.records("flow").map(([, record]) => record.version);
  };
  expect(version(first(2, "all"), first(2, percent(50)))).toEqual([1]);
  const said = { ...first(2, "all"), rejection: "end" } as const;
  const vote = { ...first(2, percent(50)), rejection: "count" } as const;
  expect(version(said, vote)).toEqual([1]);
  expect(version(said, first(2, approvals(50)))).toEqual([2]);
  expect(version(counted(2, "all"), first(2, approvals(50)))).toEqual([3]);
});
