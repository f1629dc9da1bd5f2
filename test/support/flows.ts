/** A Host's app in a Space with two Members, everybody licensed, and its flows in few words. */

import type { Approver, FlowStep } from "../../src/flows/model.ts";
import type { Policy } from "../../src/index.ts";
import { type Caller, type Plain, type Play, play, type Told } from "../../src/testing/index.ts";

/** Somebody in an organization. */
export type Who = readonly [organization: string, person: string];

/** The identity of somebody. */
export const identity = ([organization, person]: Who) => ({ organization, person });

/** Licensed people of the Host, and of the Members on the Roster; `both` works for A and for B. */
const HOST = ["A-admin", "a1", "a2", "a3", "both"];
const GUESTS: readonly Who[] = [
  ["B", "b1"],
  ["B", "b2"],
  ["B", "b3"],
  ["B", "both"],
  ["C", "C-admin"],
  ["C", "c1"],
  ["C", "c2"],
];

/**
 * A hosts `s`, of which B and C are Members, and publishes its app `x` there. On the Roster are a1 of
 * A, everybody of C, and b1, b2, b3, both of B; B-admin and off are not.
 */
export function office(changes: Partial<Policy> = {}): Play {
  const p = play(changes);
  p.register(["A", "B", "C"]);
  for (const person of ["a1", "a2", "a3", "both"]) p.hire("A", person);
  for (const person of ["b1", "b2", "b3", "both", "off"]) p.hire("B", person);
  for (const person of ["c1", "c2"]) p.hire("C", person);
  p.createSpace("A", "s", { people: ["a1"] });
  p.join("A", "s", "B", { people: ["b1", "b2", "b3", "both"] });
  p.join("A", "s", "C", { whole: true });
  p.command("A", "app.create", { app: "x", name: "X" });
  p.command("A", "app.publish", { space: "s", app: "x" });
  p.fact("license.purchased", { organization: "A", purchased: 100 });
  p.command("A", "license.link", { unit: { kind: "space", space: "s" } });
  grant(
    p,
    { kind: "host", organization: "A" },
    HOST.map((person): Who => ["A", person]),
  );
  grant(p, { kind: "space", space: "s" }, GUESTS);
  return p;
}

type Unit =
  | { readonly kind: "space"; readonly space: string }
  | { readonly kind: "host"; readonly organization: string };

/** Grants licenses in a unit. */
export function grant(p: Play, unit: Unit, people: readonly Who[]): Told {
  return p.command("A", "license.grant", { unit, people: people.map(identity) });
}

type Rule = Plain<Approver>;

/** A rule that appoints somebody by name. */
const named = ([organization, person]: Who): Rule => ({
  kind: "person",
  organization,
  person,
});

/** A step in which these sign. */
export function step(mode: FlowStep["mode"], ...approvers: (Who | Rule)[]) {
  const rules = approvers.map((each): Rule => ("kind" in each ? each : named(each)));
  return { mode, approvers: rules };
}

/** Defines flow `f` of app `x`. */
export function define(p: Play, steps: readonly Plain<FlowStep>[], by: Caller = "A"): Told {
  return p.command(by, "flow.define", { app: "x", flow: "f", steps });
}

/** Starts flow `f`: in `s`, unless the Host's people do. */
export function start(p: Play, by: Caller, instance: string, more: object = {}): Told {
  const ofHost = by === "A" || (Array.isArray(by) && by[0] === "A");
  const space = ofHost ? {} : { space: "s" };
  const data = { app: "x", flow: "f", instance, row: `row-${instance}`, ...space, ...more };
  return p.command(by, "flow.start", data);
}

/** An office with flow `f` of these steps, and instance `i` of it, started by b1. */
export function started(
  steps: readonly Plain<FlowStep>[],
  changes: Partial<Policy> = {},
  by: Who = ["B", "b1"],
): Play {
  const p = office(changes);
  define(p, steps);
  start(p, by, "i");
  return p;
}

/** The holder of a task does something with it, or somebody tries. */
function act<Type extends "approve" | "reject" | "transfer" | "delegate">(type: Type) {
  return (p: Play, by: Caller, task: number, to?: Who, instance = "i"): Told => {
    const target = to === undefined ? {} : { to: identity(to) };
    return p.command(by, `task.${type}`, { instance, task, ...target } as never);
  };
}

/** Approves a task. */
export const approve = act("approve");
/** Rejects a task. */
export const reject = act("reject");
/** Gives a task to somebody else. */
export const transfer = act("transfer");
/** Lets somebody else sign first. */
export const delegate = act("delegate");

/** Adds signers to a task. */
export function countersign(
  p: Play,
  by: Caller,
  task: number,
  place: "before" | "after" | "parallel",
  ...people: Who[]
): Told {
  const data = { instance: "i", task, place, people: people.map(identity) };
  return p.command(by, "task.countersign", data);
}

/** Takes back a signer added to a task. */
export const remove = (p: Play, by: Caller, task: number): Told =>
  p.command(by, "task.remove-countersigner", { instance: "i", task });

/** Sends copies from a task. */
export function copy(p: Play, by: Caller, task: number, ...people: Who[]): Told {
  return p.command(by, "task.copy", { instance: "i", task, people: people.map(identity) });
}

/** Sends a task back to an earlier one. */
export const sendBack = (p: Play, by: Caller, task: number, to: number): Told =>
  p.command(by, "task.return", { instance: "i", task, to });

/** Withdraws an instance. */
export const withdraw = (p: Play, by: Caller, instance = "i"): Told =>
  p.command(by, "flow.withdraw", { instance });

/** An admin names the successor for a parked task. */
export const assign = (p: Play, by: Caller, task: number, to: string, instance = "i"): Told =>
  p.command(by, "task.assign", { instance, task, to });

/** An admin gives tasks to somebody. */
export const reassign = (p: Play, by: Caller, to: Who, ...of: number[]): Told =>
  p.command(by, "task.reassign", {
    tasks: of.map((task) => ({ instance: "i", task })),
    to: identity(to),
  });

/** An admin ends an instance. */
export const terminate = (p: Play, by: Caller, instance = "i"): Told =>
  p.command(by, "flow.terminate", { instance, reason: "stuck" });

/** An instance's tasks as `organization/person status`, `-` for a parked one with its home. */
export function tasks(p: Play, instance = "i"): string[] {
  return p
    .records("task")
    .filter(([key]) => key.startsWith(`${instance}/`))
    .map(([key, task]) => [Number(key.slice(instance.length + 1)), task] as const)
    .sort((left, right) => left[0] - right[0])
    .map(([, { holder, home, status }]) =>
      holder === null ? `-${home} ${status}` : `${holder.organization}/${holder.person} ${status}`,
    );
}

/** An instance's record. */
export function instanceOf(p: Play, instance = "i") {
  return p.records("instance").find(([key]) => key === `${instance}/`)?.[1];
}

/** What an instance's history says, as `word task who`. */
export function history(p: Play, instance = "i"): string[] {
  return p
    .records("steps")
    .filter(([key]) => key.startsWith(`${instance}/`))
    .flatMap(([, { entries }]) => [...entries])
    .sort((left, right) => left[0] - right[0])
    .map(([, what, task, who]) => [what, task ?? "", who?.person ?? ""].join(" ").trim());
}
