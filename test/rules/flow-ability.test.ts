// Aim: nobody is handed a task that they could not act on; where rules appoint somebody who cannot, admins know.
// Method: licenses are taken away and lists are drawn up, then tasks are routed, inherited, assigned, appointed.
import { expect } from "vitest";
import type { Play, Told } from "../../src/testing/index.ts";
import {
  approve,
  assign,
  copy,
  countersign,
  delegate,
  grant,
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
const SPACE = { kind: "space", space: "s" } as const;
const HOST = { kind: "host", organization: "A" } as const;
const UNABLE = "ROUTING_TARGET_CANNOT_ACT";

const revoke = (p: Play, who: Who): Told =>
  p.command("A", "license.revoke", {
    unit: who[0] === "A" ? HOST : SPACE,
    people: [identity(who)],
  });

/** Whom the holder of a task may transfer it to. */
function candidates(p: Play, by: Who): string[] {
  const answer = p.ask("flow.routing-candidates", { viewer: identity(by), instance: "i" });
  const { items } = answer as { items: { organization: string; person: string }[] };
  return items.map(({ organization, person }) => `${organization}/${person}`).sort();
}

/** The app is from now on for these people of the Space alone. */
const list = (p: Play, ...people: Who[]): Told =>
  p.command("A", "app.authorize", {
    space: "s",
    app: "x",
    authorized: { people: people.map(identity) },
  });

const told = ({ notices }: Told) =>
  notices.filter(({ kind }) => kind === "TASK_HOLDER_CANNOT_ACT").map(({ to, data }) => [to, data]);

const flow12 = rule("FLOW-12");
flow12.refuses("a transfer, a countersign, a delegation to whoever holds no license", () => {
  const p = started([step("all", b1)]);
  revoke(p, b2);
  const refusal = { code: UNABLE, data: { ...identity(b2), lacks: "license" } };
  expect(transfer(p, b1, 0, b2).refusal).toMatchObject(refusal);
  expect(delegate(p, b1, 0, b2).refusal).toMatchObject(refusal);
  expect(countersign(p, b1, 0, "before", b3, b2).refusal).toMatchObject(refusal);
  expect(candidates(p, b1)).toEqual(["B/b3", "B/both"]);
  expect(tasks(p)).toEqual(["B/b1 open"]);
});
flow12.accepts("them once they hold one; and copies at once", () => {
  const p = started([step("all", b1)]);
  revoke(p, b2);
  expect(copy(p, b1, 0, b2).code).toBeNull();
  grant(p, SPACE, [b2]);
  expect(candidates(p, b1)).toEqual(["B/b2", "B/b3", "B/both"]);
  expect(transfer(p, b1, 0, b2).code).toBeNull();
  expect(approve(p, b2, 0).code).toBeNull();
});
flow12.refuses(
  "whoever the list does not cover, and tells what they lack to their colleagues alone",
  () => {
    const p = started([step("all", b1, a1)]);
    list(p, b1, b3);
    const { refusal } = transfer(p, b1, 0, b2);
    expect(refusal?.data).toEqual({ ...identity(b2), lacks: "list" });
    expect(transfer(p, a1, 1, b2).refusal?.data).toEqual(identity(b2));
    expect(candidates(p, b1)).toEqual(["B/b3"]);
    expect(transfer(p, b1, 0, b3).code).toBeNull();
  },
);
flow12.refuses("after the boundary, whom one is, who is on the task and who is suspended", () => {
  const p = started([step("all", b1, b3)]);
  for (const who of [b1, b2, b3]) if (who !== b1) revoke(p, who);
  expect(transfer(p, b1, 0, ["C", "c1"]).code).toBe("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG");
  expect(transfer(p, b1, 0, b3).code).toBe("ROUTING_TARGET_ALREADY_ON_TASK");
  expect(transfer(p, b1, 0, b2).code).toBe(UNABLE);
  p.fact("person.suspended", { ...identity(b2), number: 1 });
  expect(transfer(p, b1, 0, b2).code).toBe("TARGET_SUSPENDED");
});
flow12.accepts(
  "whoever stands in and could act, for somebody who could not, and the other way refuses",
  () => {
    const p = started([step("all", b1)]);
    revoke(p, b2);
    p.fact("person.suspended", { ...identity(b2), number: 1, standIn: "b3" });
    expect(transfer(p, b1, 0, b2).code).toBeNull();
    expect(tasks(p)).toEqual(["B/b3 open"]);
    const other = started([step("all", b1)]);
    revoke(other, b3);
    other.fact("person.suspended", { ...identity(b2), number: 1, standIn: "b3" });
    expect(transfer(other, b1, 0, b2).code).toBe("TARGET_SUSPENDED");
  },
);
flow12.happens("at the Host, where the license alone is asked for", () => {
  const p = started([step("all", a1)], {}, ["A", "a3"]);
  list(p, b1);
  revoke(p, a2);
  expect(transfer(p, a1, 0, a2).refusal?.data).toEqual({ ...identity(a2), lacks: "license" });
  grant(p, HOST, [a2]);
  expect(transfer(p, a1, 0, a2).code).toBeNull();
});
flow12.happens("to successors: who cannot act counts as none, and the next one is asked", () => {
  const p = started([step("all", b2)]);
  revoke(p, b1);
  p.command("B", "successor.set", { organization: "B", person: "b2", successor: "b3" });
  p.fact("person.resigned", { organization: "B", person: "b2", number: 1, successor: "b1" });
  expect(tasks(p)).toEqual(["B/b3 open"]);
  const none = started([step("all", b2)]);
  revoke(none, b1);
  none.fact("person.resigned", { organization: "B", person: "b2", number: 1, successor: "b1" });
  expect(tasks(none)).toEqual(["-B open"]);
});
flow12.refuses("to assign a parked task to them", () => {
  const p = started([step("all", b2)]);
  p.fact("person.resigned", { organization: "B", person: "b2", number: 1 });
  revoke(p, b1);
  expect(assign(p, "B", 0, "b1").code).toBe("SUCCESSOR_NOT_ELIGIBLE");
  grant(p, SPACE, [b1]);
  expect(assign(p, "B", 0, "b1").code).toBeNull();
});
flow12.happens("to whoever stands in for a suspended holder: who cannot act does not", () => {
  const p = started([step("all", b2)]);
  revoke(p, b3);
  p.fact("person.suspended", { ...identity(b2), number: 1, standIn: "b3" });
  expect(tasks(p)).toEqual(["B/b2 open"]);
});
flow12.happens(
  "not to whom rules appoint; the Host's admins are told, once, of all such tasks",
  () => {
    const p = started([step("all", a1), step("all", b2, b3, a2)]);
    for (const who of [b2, a2]) revoke(p, who);
    const outcome = approve(p, a1, 0);
    expect(tasks(p)).toEqual(["A/a1 approved", "B/b2 open", "B/b3 open", "A/a2 open"]);
    expect(told(outcome)).toEqual([
      [
        [{ kind: "authorized-admins", organization: "A" }],
        { tasks: [1, 3].map((task) => ({ instance: "i", task })) },
      ],
    ]);
    expect(told(start(p, b1, "j"))).toEqual([]);
  },
);
flow12.accepts("anybody of the boundary, where the policy does not ask", () => {
  const p = started([step("all", b1)], { routingTargetAbility: "unchecked" });
  revoke(p, b2);
  expect(candidates(p, b1)).toEqual(["B/b2", "B/b3", "B/both"]);
  expect(transfer(p, b1, 0, b2).code).toBeNull();
  expect(approve(p, b2, 0).code).toBe("LICENSE_REQUIRED");
});
