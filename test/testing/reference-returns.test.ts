import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/core/policy.ts";
import { act as actAs, askAs, change, school } from "./industry.ts";
import { done, refused, who, withApp } from "./partners.ts";
import type { Teller } from "./teller.ts";

type By = readonly [organization: string, person: string];
const n1: By = ["north", "n1"];
const n2: By = ["north", "n2"];
const s1: By = ["south", "s1"];
const h1: By = ["host", "h1"];
const h2: By = ["host", "h2"];

const DAY = 24 * 60 * 60 * 1000;

const person = ([organization, name]: By) => ({
  kind: "person" as const,
  ...who(organization, name),
});
const step = (mode: unknown, ...people: readonly By[]) => ({
  approvers: people.map(person),
  mode,
});
const all = (...people: readonly By[]) => step("all", ...people);

/** An instance `i` that n1 started, of a flow of these steps. */
function started(
  steps: readonly object[],
  { policy = {}, flow = {} }: { policy?: Partial<Policy>; flow?: object } = {},
): Teller {
  const teller = withApp(policy);
  teller.command("host", "flow.define", { app: "crm", flow: "f", steps, ...flow } as never);
  const data = { app: "crm", flow: "f", instance: "i", row: "first", space: "s" };
  expect(teller.command(n1, "flow.start", data)).toEqual(done);
  return teller;
}

function act(teller: Teller, by: By, type: string, task: number, more: object = {}) {
  return teller.command(by, type as "task.approve", { instance: "i", task, ...more });
}

const approve = (teller: Teller, by: By, task: number) => act(teller, by, "task.approve", task);
const giveBack = (teller: Teller, by: By, task: number, to: number | "initiator", more = {}) =>
  act(teller, by, "task.return", task, { to, ...more });
const takeBack = (teller: Teller, by: By, task: number) => act(teller, by, "task.take-back", task);
const withdraw = (teller: Teller, by: By = n1, at = 1000) =>
  teller.command(by, "flow.withdraw", { instance: "i" }, at);
const resubmit = (teller: Teller, by: By = n1, row = "second", more: object = {}) =>
  teller.command(by, "flow.resubmit", { instance: "i", row, ...more } as never);

const instance = ({ reference }: Teller) => reference.facts().instances[0];

/** The tasks as `holder status`. */
const tasks = (teller: Teller): readonly string[] =>
  (instance(teller)?.tasks ?? []).map(
    ({ holder, home, status }) => `${holder?.[1] ?? `parked at ${home}`} ${status}`,
  );

const words = (teller: Teller, last: number) =>
  (instance(teller)?.log ?? [])
    .map(({ what, task, who: by }) =>
      [what, task, by?.[1]].filter((each) => each != null).join(" "),
    )
    .slice(-last);

const targets = (teller: Teller, by: By, task: number) =>
  teller.ask("flow.return-targets", { viewer: who(...by), instance: "i", task });

const told = (kind: string, to: readonly By[], data: object) => ({
  kind,
  to: to.map((each) => ({ kind: "person", ...who(...each) })),
  data: { instance: "i", ...data },
});

/** How it goes on, as a return or an answer says it. */
const onward = (then: unknown) => ({
  then,
});
const jump = onward("jump");
const walk = onward("walk");

describe("returning", () => {
  const four = [all(h1), all(n2), all(h2), all(s1)];

  test("walks all steps again, and says no more than before, where the policy says nothing else", () => {
    const teller = started(four);
    approve(teller, h1, 0);
    expect(targets(teller, n2, 1)).toEqual({
      steps: [{ step: 0, task: 0 }],
      initiator: true,
      ...onward(["walk"]),
    });
    expect(giveBack(teller, n2, 1, 0, jump)).toEqual(refused("MALFORMED"));
    expect(giveBack(teller, n2, 7, 0, jump)).toEqual(refused("MALFORMED"));
    expect(giveBack(teller, n2, 1, 1)).toEqual(refused("UNKNOWN_TASK"));
    expect(giveBack(teller, n2, 1, 0, walk)).toEqual(done);
    expect(tasks(teller)).toEqual(["h1 approved", "n2 returned", "h1 open"]);
    expect(words(teller, 3)).toEqual(["task.returned 1 n2", "flow.step-begun", "task.made 2 h1"]);
  });

  test("jumps back to the step that returned, which asks all of its signers anew", () => {
    const teller = started([all(h1), all(n2), all(h2, s1)], { policy: { returnResume: "jump" } });
    approve(teller, h1, 0);
    approve(teller, n2, 1);
    approve(teller, h2, 2);
    expect(giveBack(teller, s1, 3, 0)).toEqual({
      ...done,
      notices: [told("FLOW_RETURNED", [n1], { task: 3, by: who(...s1), to: 0 })],
    });
    expect(words(teller, 4)).toEqual([
      "task.returned 3 s1",
      "flow.returned",
      "flow.step-begun",
      "task.made 4 h1",
    ]);
    approve(teller, h1, 4);
    expect(tasks(teller).slice(5)).toEqual(["h2 open", "s1 open"]);
    expect(targets(teller, h2, 5)).toEqual({
      steps: [
        { step: 0, task: 4 },
        { step: 1, task: 1 },
      ],
      initiator: true,
      ...onward(["jump"]),
    });
  });

  test("jumps one out of the other; a walk forgets where to", () => {
    const policy = { returnResume: "holder" } as const;
    const nested = () => {
      const teller = started(four, { policy });
      approve(teller, h1, 0);
      approve(teller, n2, 1);
      approve(teller, h2, 2);
      // From the last step to the third, and from there to the first.
      giveBack(teller, s1, 3, 2, jump);
      giveBack(teller, h2, 4, 0, jump);
      return teller;
    };
    const teller = nested();
    approve(teller, h1, 5);
    expect(instance(teller)?.step).toBe(2);
    approve(teller, h2, 6);
    expect(instance(teller)?.step).toBe(3);
    // Left out, all steps are walked.
    giveBack(teller, s1, 7, 0);
    approve(teller, h1, 8);
    expect(instance(teller)?.step).toBe(1);
  });

  test("keeps what was signed between, where nobody signs twice", () => {
    const flow = { repeatedApproval: "once" };
    const steps = [all(h1), all(n2), all(h2, n2, s1)];
    const run = (then: object) => {
      const teller = started(steps, { flow, policy: { returnResume: "holder" } });
      approve(teller, h1, 0);
      approve(teller, n2, 1);
      expect(tasks(teller).slice(2)).toEqual(["h2 open", "s1 open"]);
      giveBack(teller, s1, 3, 0, then);
      approve(teller, h1, 4);
      return tasks(teller).slice(5);
    };
    expect(run(jump)).toEqual(["h2 open", "s1 open"]);
    expect(run(walk)).toEqual(["n2 open"]);
  });

  test("not more often than the policy lets it be", () => {
    const teller = started([all(h1), all(n2)], { policy: { returnsMax: 2 } });
    for (const first of [0, 2]) {
      approve(teller, h1, first);
      // To whom it goes makes no difference.
      expect(giveBack(teller, n2, first + 1, 0)).toMatchObject({
        notices: [{ kind: "FLOW_RETURNED", data: { to: 0 } }],
      });
    }
    approve(teller, h1, 4);
    expect(targets(teller, n2, 5)).toEqual({ steps: [], initiator: false, ...onward(["walk"]) });
    expect(giveBack(teller, n2, 5, 0)).toEqual(refused("RETURN_NOT_POSSIBLE"));
    expect(giveBack(teller, n2, 5, "initiator")).toEqual(refused("RETURN_NOT_POSSIBLE"));
    expect(giveBack(teller, n2, 5, 5)).toEqual(refused("UNKNOWN_TASK"));
    expect(targets(teller, h1, 5)).toBe("NOT_TASK_HOLDER");
    expect(targets(teller, h1, 4)).toBe("TASK_NOT_PENDING");
    expect(targets(teller, s1, 5)).toBe("UNKNOWN_INSTANCE");
  });
});

describe("whoever started it", () => {
  const steps = [all(h1), all(h2, n2)];

  test("resubmits with a new row; all steps are walked, or the one that returned", () => {
    for (const [returnResume, next] of [
      ["walk", ["h1 open"]],
      ["jump", ["h2 open", "n2 open"]],
    ] as const) {
      const teller = started(steps, { policy: { returnResume } });
      approve(teller, h1, 0);
      expect(resubmit(teller)).toEqual(refused("TASK_NOT_PENDING"));
      expect(giveBack(teller, h2, 1, "initiator")).toEqual({
        ...done,
        notices: [told("FLOW_RETURNED", [n1], { task: 1, by: who(...h2), to: "initiator" })],
      });
      expect(tasks(teller)).toEqual(["h1 approved", "h2 returned", "n2 superseded"]);
      expect(instance(teller)).toMatchObject({ status: "running", waiting: true, step: 1 });
      expect(teller.ask("flow.started", { viewer: who(...n1) })).toEqual({
        items: [{ instance: "i", status: "running", waiting: true }],
      });
      const shown = teller.ask("flow.instance", { viewer: who(...n1), instance: "i" });
      expect(shown).toMatchObject({ status: "running", waiting: true });
      expect(resubmit(teller, n2)).toEqual(refused("NOT_INITIATOR"));
      expect(resubmit(teller, s1)).toEqual(refused("UNKNOWN_INSTANCE"));
      expect(resubmit(teller, n1, "first")).toEqual(refused("ID_TAKEN"));
      const picked = [who("host", "nobody")];
      expect(resubmit(teller, n1, "r", { picked })).toEqual(refused("PICK_TARGET_OUTSIDE_SCOPE"));
      expect(resubmit(teller)).toEqual(done);
      expect(tasks(teller).slice(3)).toEqual(next);
      expect(instance(teller)).toMatchObject({ row: "second" });
      expect(instance(teller)).not.toHaveProperty("waiting");
      expect(words(teller, 3 + next.length).slice(0, 3)).toEqual([
        "flow.returned n1",
        "flow.resubmitted n1",
        "flow.step-begun",
      ]);
      expect(teller.ask("data.rows", { viewer: who(...h1), app: "crm" })).toMatchObject({
        items: [{ row: "first" }, { row: "second", submitter: who(...n1) }],
      });
    }
  });

  test("uses the app through the door of the start", () => {
    const teller = started(steps);
    giveBack(teller, h1, 0, "initiator");
    const unit = { kind: "space", space: "s" } as const;
    teller.command("host", "license.revoke", { unit, people: [who(...n1)] });
    expect(resubmit(teller)).toEqual(refused("LICENSE_REQUIRED"));
    const scope = { space: "s", organization: "north", people: ["n1"] };
    teller.command("north", "scope.take-out", scope);
    expect(resubmit(teller)).toEqual(refused("NOT_IN_SPACE"));
    teller.command("host", "app.withdraw", { space: "s", app: "crm" });
    expect(resubmit(teller)).toEqual(refused("APP_NOT_PUBLISHED"));
    // Withdrawing needs none of it.
    expect(withdraw(teller)).toEqual(done);
    expect(resubmit(teller)).toEqual(refused("APP_NOT_PUBLISHED"));
    teller.command("host", "app.publish", { space: "s", app: "crm" });
    expect(resubmit(teller)).toEqual(refused("INSTANCE_NOT_RUNNING"));
  });

  test("is not waited for if they have left; what waits for them then is the Host's to end", () => {
    const teller = started(steps);
    const other = teller.reference.clone();
    expect(giveBack(teller, h1, 0, "initiator").kind).toBe("accepted");
    const stuck = () =>
      teller.ask("admin.open-tasks", { viewer: who("host", "host-admin"), stuck: true });
    expect(stuck()).toEqual({ items: [] });
    teller.resign("north", "n1");
    expect(instance(teller)).toMatchObject({ status: "running", waiting: true });
    const waiting = { instance: "i", task: null, holder: null, stuck: "initiator-left" };
    expect(stuck()).toEqual({ items: [waiting] });
    const viewer = who("north", "north-admin");
    expect(teller.ask("admin.open-tasks", { viewer })).toEqual({ items: [] });
    teller.fact("person.reinstated", { organization: "north", person: "n1" }, { at: 2000 });
    expect(stuck()).toEqual({ items: [] });
    teller.resign("north", "n1");
    const reason = "left";
    expect(teller.command("host", "flow.terminate", { instance: "i", reason })).toMatchObject({
      kind: "accepted",
    });
    expect(instance(teller)).not.toHaveProperty("waiting");
    const left = { organization: "north", person: "n1", number: 1 };
    const input = { id: "gone", at: 1500, from: { organization: "north" } };
    other.apply({ ...input, type: "person.resigned", data: left } as never);
    const by = who(...h1);
    const data = { instance: "i", task: 0, to: "initiator" };
    expect(other.apply({ id: "r", at: 1600, by, type: "task.return", data } as never)).toEqual(
      refused("RETURN_NOT_POSSIBLE"),
    );
  });

  test("may be an industry member, who hears of it by asking", () => {
    const teller = school();
    change(teller, "ada", ["class"]);
    teller.command("b", "app.create", { app: "shop", name: "Shop", cool: false });
    const offer = { app: "shop", industry: true };
    teller.command("b", "app.offer" as never, offer as never);
    teller.fact("license.purchased", { organization: "b", purchased: 10 });
    const unit = { kind: "host", organization: "b" } as const;
    teller.command("b", "license.grant", { unit, people: [who("b", "b1")] });
    const flow = { app: "shop", flow: "f", steps: [all(["b", "b1"])] };
    teller.command("b", "flow.define", flow as never);
    actAs(teller, "ada", "flow.start", { app: "shop", flow: "f", instance: "i", row: "first" });
    const again = (row: string) => actAs(teller, "ada", "flow.resubmit", { instance: "i", row });
    expect(again("second")).toEqual(refused("TASK_NOT_PENDING"));
    expect(giveBack(teller, ["b", "b1"], 0, "initiator")).toEqual(done);
    expect(again("first")).toEqual(refused("ID_TAKEN"));
    expect(actAs(teller, "bob", "flow.resubmit", { instance: "i", row: "r" })).toEqual(
      refused("ACTING_ORG_INVALID"),
    );
    expect(again("second")).toMatchObject(done);
    expect(tasks(teller)).toEqual(["b1 returned", "b1 open"]);
    expect(askAs(teller, "ada", "flow.started", {})).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
  });
});

describe("withdrawing", () => {
  const steps = [all(h1, h2), all(n2)];

  test("until somebody has acted, where the flow or else the policy says so", () => {
    const ways: (readonly [string, object])[] = [
      ["approve", {}],
      ["transfer", { to: who(...n2) }],
      ["countersign", { place: "after", people: [who(...n2)] }],
      ["delegate", { to: who(...n2) }],
    ];
    for (const [way, more] of ways) {
      const policy = { withdrawUntil: "first-act" } as const;
      const teller = started(steps, { policy });
      act(teller, h1, `task.${way}`, 0, more);
      expect(withdraw(teller)).toEqual(refused("WITHDRAWAL_CLOSED"));
      const open = started(steps, { policy, flow: { withdrawUntil: "ended" } });
      act(open, h1, `task.${way}`, 0, more);
      expect(withdraw(open)).toEqual(done);
    }
    const teller = started(steps, { flow: { withdrawUntil: "first-act" } });
    act(teller, h1, "task.copy", 0, { people: [who(...n2)] });
    expect(withdraw(teller, n2)).toEqual(refused("NOT_INITIATOR"));
    expect(withdraw(teller)).toEqual(done);
  });

  test("for so many days from the start, and whenever it waits for them", () => {
    const run = (flow: object, at: number, back = false) => {
      const teller = started(steps, { policy: { withdrawDays: 2 }, flow });
      if (back) giveBack(teller, h1, 0, "initiator");
      return withdraw(teller, n1, 1000 + at).kind;
    };
    expect(run({}, 2 * DAY - 1)).toBe("accepted");
    expect(run({}, 2 * DAY)).toBe("refused");
    expect(run({ withdrawDays: 3 }, 3 * DAY - 1)).toBe("accepted");
    expect(run({ withdrawDays: 3 }, 3 * DAY)).toBe("refused");
    expect(run({ withdrawDays: null }, 9 * DAY)).toBe("accepted");
    expect(run({}, 9 * DAY, true)).toBe("accepted");
    expect(run({ withdrawUntil: "first-act" }, 0, true)).toBe("accepted");
  });
});

describe("taking back", () => {
  const flow = { takeBack: true };
  const late = refused("WITHDRAWAL_CLOSED");

  test("is for whoever approved, in a flow that lets them, who may still act", () => {
    const teller = started([all(h1, h2), all(n2)], { flow });
    expect(takeBack(teller, h1, 0)).toEqual(refused("TASK_NOT_PENDING"));
    approve(teller, h1, 0);
    expect(takeBack(teller, h2, 0)).toEqual(refused("NOT_TASK_HOLDER"));
    const unit = { kind: "host", organization: "host" } as const;
    teller.command("host", "license.revoke", { unit, people: [who(...h1)] });
    expect(takeBack(teller, h1, 0)).toEqual(refused("LICENSE_REQUIRED"));
    teller.command("host", "license.grant", { unit, people: [who(...h1)] });
    expect(takeBack(teller, h1, 0)).toEqual(done);
    expect(tasks(teller)).toEqual(["h1 open", "h2 open"]);
    expect(words(teller, 1)).toEqual(["task.reopened 0 h1"]);
    const other = started([all(h1, h2)]);
    approve(other, h1, 0);
    expect(takeBack(other, h1, 0)).toEqual(refused("TASK_NOT_PENDING"));
    approve(other, h2, 1);
    expect(takeBack(other, h2, 1)).toEqual(refused("INSTANCE_NOT_RUNNING"));
  });

  test("has the step go on that was over, with the others as they were", () => {
    const votes = { vote: { approvals: 2 } };
    const teller = started([step(votes, h1, h2, s1), all(n2)], { flow });
    approve(teller, h1, 0);
    approve(teller, h2, 1);
    expect(tasks(teller)).toEqual(["h1 approved", "h2 approved", "s1 superseded", "n2 open"]);
    expect(takeBack(teller, h1, 0)).toEqual({
      ...done,
      notices: [told("TASK_TAKEN_BACK", [n2], { task: 0, by: who(...h1) })],
    });
    expect(tasks(teller)).toEqual(["h1 open", "h2 approved", "s1 open", "n2 superseded"]);
    expect(instance(teller)?.step).toBe(0);
    expect(words(teller, 3)).toEqual([
      "task.superseded 3",
      "task.reopened 0 h1",
      "task.reopened 2 s1",
    ]);
    // It is a vote still, of which the second one decides.
    approve(teller, s1, 2);
    expect(tasks(teller)).toEqual([
      "h1 superseded",
      "h2 approved",
      "s1 approved",
      "n2 superseded",
      "n2 open",
    ]);
    expect(takeBack(teller, h1, 0)).toEqual(refused("TASK_NOT_PENDING"));
    act(teller, n2, "task.transfer", 4, { to: who(...n1) });
    expect(takeBack(teller, h2, 1)).toEqual(late);
  });

  test("leaves with the admins what its holder may not have any more", () => {
    const teller = started([step("any", h1, s1), all(n2)], { flow });
    approve(teller, h1, 0);
    teller.resign("south", "s1");
    expect(takeBack(teller, h1, 0)).toMatchObject({
      notices: [
        {
          kind: "TASK_AWAITING_HANDOVER",
          to: [{ kind: "authorized-admins", organization: "south" }],
          data: { from: null, tasks: [{ instance: "i", task: 1 }] },
        },
        { kind: "TASK_TAKEN_BACK" },
      ],
    });
    expect(tasks(teller)).toEqual(["h1 open", "parked at south open", "n2 superseded"]);
  });

  test("holds again whose turn had come by it, unless they have acted", () => {
    const teller = started([step("sequence", h1, n2)], { flow });
    approve(teller, h1, 0);
    expect(takeBack(teller, h1, 0)).toEqual({
      ...done,
      notices: [told("TASK_TAKEN_BACK", [n2], { task: 0, by: who(...h1) })],
    });
    expect(tasks(teller)).toEqual(["h1 open", "n2 held"]);
    approve(teller, h1, 0);
    expect(tasks(teller)).toEqual(["h1 approved", "n2 open"]);
    const own = { place: "before", people: [who(...n1)] };
    expect(act(teller, n2, "task.countersign", 1, own)).toEqual(done);
    expect(takeBack(teller, h1, 0)).toEqual(late);
    const added = started([all(h1, h2)], { flow });
    act(added, h1, "task.countersign", 0, own);
    approve(added, n1, 2);
    expect(tasks(added)).toEqual(["h1 open", "h2 open", "n1 approved"]);
    // What others do who were not waiting for it makes no difference.
    approve(added, h2, 1);
    expect(takeBack(added, n1, 2)).toMatchObject({ notices: [{ kind: "TASK_TAKEN_BACK" }] });
    expect(tasks(added)).toEqual(["h1 held", "h2 approved", "n1 open"]);
  });

  test("is over once the next has acted, it was returned, or another one decided", () => {
    const teller = started([all(h1), all(n2), all(h2)], { flow });
    approve(teller, h1, 0);
    approve(teller, n2, 1);
    expect(takeBack(teller, h1, 0)).toEqual(late);
    expect(takeBack(teller, n2, 1)).toMatchObject({ kind: "accepted" });
    // That was taken back, but is no less done.
    expect(takeBack(teller, h1, 0)).toEqual(late);
    giveBack(teller, n2, 1, "initiator");
    expect(takeBack(teller, h1, 0)).toEqual(late);
    const other = started([step("any", h1, h2), all(n2)], { flow });
    act(other, h1, "task.countersign", 0, { place: "after", people: [who(...n2)] });
    approve(other, h1, 0);
    approve(other, h2, 1);
    expect(takeBack(other, h1, 0)).toEqual(late);
    expect(takeBack(other, h2, 1)).toMatchObject({ kind: "accepted" });
    expect(tasks(other)).toEqual(["h1 approved", "h2 open", "n2 open", "n2 superseded"]);
  });

  test("goes where it went before: a jump is made again, nobody has signed", () => {
    const policy = { returnResume: "jump" } as const;
    const teller = started([all(h1), all(n2), all(h2)], { flow, policy });
    approve(teller, h1, 0);
    approve(teller, n2, 1);
    giveBack(teller, h2, 2, 0);
    approve(teller, h1, 3);
    takeBack(teller, h1, 3);
    expect(instance(teller)?.step).toBe(0);
    approve(teller, h1, 3);
    expect(instance(teller)?.step).toBe(2);
    const once = started([all(h1), all(h1, n2)], { flow: { ...flow, repeatedApproval: "once" } });
    expect(approve(once, h1, 0)).toEqual(done);
    expect(tasks(once)).toEqual(["h1 approved", "n2 open"]);
  });

  test("is told to whom a task is open again", () => {
    const policy = { taskNotices: "holders" } as const;
    const teller = withApp(policy);
    const steps = [step("any", h1, h2), all(n2)];
    teller.command("host", "flow.define", { app: "crm", flow: "f", steps, ...flow } as never);
    const data = { app: "crm", flow: "f", instance: "i", row: "first", space: "s" };
    teller.command(n1, "flow.start", data);
    approve(teller, h1, 0);
    const because = "reopened";
    expect(takeBack(teller, h1, 0)).toMatchObject({
      notices: [
        told("TASK_TAKEN_BACK", [n2], { task: 0, by: who(...h1) }),
        told("TASK_WAITING", [h2], { task: 1, by: who(...h1), because }),
      ],
    });
  });
});

test("what a flow says of taking back is of its definition, and may say that there is no end", () => {
  const teller = withApp();
  const define = (more: object) => {
    const data = { app: "crm", flow: "f", steps: [all(h1)], ...more };
    return teller.command("host", "flow.define", data as never);
  };
  for (const more of [{}, { withdrawDays: null }, { withdrawDays: 1 }, { takeBack: false }]) {
    expect(define(more)).toMatchObject({ changed: true });
    expect(define(more)).toMatchObject({ changed: false });
  }
});
