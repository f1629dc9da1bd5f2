// Aim: a flow starts only in the name of an organization one works for, where its app may be used.
// Method: people of the Host and of Members start, define and withdraw in an office, or try to.
import { expect } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import {
  approve,
  define,
  grant,
  history,
  identity,
  instanceOf,
  office,
  start,
  started,
  step,
  tasks,
  withdraw,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";

/** An office with a flow that a1 signs. */
function ready(changes = {}): Play {
  const p = office(changes);
  define(p, [step("all", ["A", "a1"])]);
  return p;
}

const flow01 = rule("FLOW-01");
flow01.happens("with a row of the initiator's and the first step's tasks", () => {
  const p = ready();
  const told = start(p, ["B", "b1"], "i", { labels: ["north"] });
  expect(told.events.map(({ type }) => type)).toEqual([
    "form.submitted",
    "flow.started",
    "flow.step-begun",
    "task.made",
  ]);
  expect(told.events[0]?.data).toMatchObject({ app: "x", row: "row-i", labels: ["north"] });
  expect(instanceOf(p)).toMatchObject({
    host: "A",
    space: "s",
    initiator: { organization: "B", person: "b1" },
    status: "running",
    step: 0,
  });
  expect(tasks(p)).toEqual(["A/a1 open"]);
  expect(history(p)).toEqual(["flow.started  b1", "flow.step-begun", "task.made 0 a1"]);
});
flow01.happens("for the Host without any Space, whatever is published", () => {
  const p = ready();
  p.command("A", "app.withdraw", { space: "s", app: "x" });
  expect(start(p, ["A", "a2"], "i").code).toBeNull();
  expect(instanceOf(p)).toMatchObject({ space: null, host: "A" });
});
flow01.doesNot("Downstream of what is not there, not published, or not for one", () => {
  const p = ready();
  expect(start(p, ["B", "off"], "i").code).toBe("NOT_IN_SPACE");
  p.hire("C", "c3");
  expect(start(p, ["C", "c3"], "i").code).toBe("LICENSE_REQUIRED");
  p.command("A", "app.authorize", { space: "s", app: "x", authorized: { organizations: ["C"] } });
  expect(start(p, ["B", "b1"], "i").code).toBe("APP_NOT_AUTHORIZED");
  expect(start(p, ["C", "c1"], "i").code).toBeNull();
  p.command("A", "app.withdraw", { space: "s", app: "x" });
  expect(start(p, ["C", "c1"], "j").code).toBe("APP_NOT_PUBLISHED");
  const other = { app: "x", flow: "none", instance: "j", row: "r", space: "s" };
  expect(p.command(["C", "c1"], "flow.start", other).refusal).toMatchObject({
    code: "UNKNOWN_APP",
    data: { app: "x", flow: "none" },
  });
  expect(instanceOf(p, "j")).toBeUndefined();
});
flow01.doesNot("twice under one id, or with a row there is", () => {
  const p = ready();
  start(p, ["B", "b1"], "i");
  expect(start(p, ["B", "b2"], "i").refusal?.data).toEqual({ kind: "instance", id: "i" });
  const again = start(p, ["B", "b2"], "j", { row: "row-i" });
  expect(again.refusal?.data).toEqual({ kind: "row", id: "row-i" });
});
flow01.doesNot("with what the release lacks, or people nobody may choose", () => {
  const early = ready({ release: "V2" });
  const withFile = start(early, ["B", "b1"], "i", { attachments: true });
  expect(withFile.refusal?.data).toEqual({ feature: "attachment.upload" });
  const p = ready();
  const picked = [identity(["A", "a2"])];
  expect(start(p, ["B", "b1"], "i", { picked }).code).toBe("PICK_TARGET_OUTSIDE_SCOPE");
  expect(start(p, ["B", "b1"], "i", { attachments: true }).code).toBeNull();
});

flow01.accepts("a withdrawal by the initiator, without license or open gates", () => {
  const p = ready();
  start(p, ["B", "b1"], "i");
  p.fact("organization.sso-changed", { organization: "A", sso: true });
  p.command("B", "scope.take-out", { space: "s", organization: "B", people: ["b1"] });
  const told = withdraw(p, ["B", "b1"]);
  expect(told.events.map(({ type }) => type)).toEqual(["task.closed", "flow.ended"]);
  expect(tasks(p)).toEqual(["A/a1 withdrawn"]);
  expect(instanceOf(p)).toMatchObject({ status: "withdrawn", missing: 0 });
});
flow01.refuses("a withdrawal by anybody else, a second one, and whatever follows", () => {
  const p = ready();
  start(p, ["B", "b1"], "i");
  expect(withdraw(p, ["B", "b2"]).code).toBe("NOT_INITIATOR");
  expect(withdraw(p, "A").code).toBe("NOT_INITIATOR");
  expect(withdraw(p, ["C", "c1"]).code).toBe("UNKNOWN_INSTANCE");
  expect(withdraw(p, ["B", "b1"], "none").code).toBe("UNKNOWN_INSTANCE");
  withdraw(p, ["B", "b1"]);
  expect(withdraw(p, ["B", "b1"]).code).toBe("INSTANCE_NOT_RUNNING");
  expect(approve(p, ["A", "a1"], 0).code).toBe("INSTANCE_NOT_RUNNING");
});
flow01.refuses("a withdrawal by somebody hired again, whose instance it is not", () => {
  const p = ready();
  start(p, ["B", "b1"], "i");
  p.resign("B", "b1");
  expect(withdraw(p, ["B", "b1"]).code).toBe("ACTING_ORG_INVALID");
  p.hire("B", "b1", [], 2);
  expect(withdraw(p, ["B", "b1"]).code).toBe("NOT_INITIATOR");
});

const flow02 = rule("FLOW-02");
flow02.accepts("either of two identities, as it is named", () => {
  const p = ready();
  expect(start(p, ["A", "both"], "i").code).toBeNull();
  expect(start(p, ["B", "both"], "j").code).toBeNull();
  expect(instanceOf(p, "i")?.initiator).toEqual({ organization: "A", person: "both" });
  expect(instanceOf(p, "j")).toMatchObject({
    space: "s",
    initiator: { organization: "B", person: "both" },
  });
});
flow02.refuses("a Member without its Space, the Host with one, and support staff", () => {
  const p = ready();
  const data = { app: "x", flow: "f", instance: "i", row: "r" };
  expect(p.command(["B", "both"], "flow.start", data).refusal).toMatchObject({
    code: "ACTING_ORG_INVALID",
    data: { organization: "B" },
  });
  const inSpace = { ...data, space: "s" };
  expect(p.command(["A", "both"], "flow.start", inSpace).code).toBe("ACTING_ORG_INVALID");
  expect(p.command({ support: "staff" }, "flow.start", data).code).toBe("ACTING_ORG_INVALID");
  start(p, ["B", "b1"], "i");
  for (const told of [approve(p, { support: "staff" }, 0), withdraw(p, { support: "staff" })]) {
    expect(told.refusal).toMatchObject({
      code: "ACTING_ORG_INVALID",
      data: { organization: null },
    });
  }
});

flow02.refuses("to tell whoever is not offered the app that it is there", () => {
  const p = ready();
  const start = (by: readonly [string, string]) =>
    p.command(by, "flow.start", { app: "x", flow: "f", instance: "i", row: "r" }).code;
  expect(start(["B", "b1"])).toBe("ACTING_ORG_INVALID");
  p.command("A", "app.authorize", { space: "s", app: "x", authorized: { organizations: ["C"] } });
  expect(start(["B", "b1"])).toBe("UNKNOWN_APP");
  p.command("A", "app.authorize", { space: "s", app: "x", authorized: null });
  p.command("B", "scope.take-out", { space: "s", organization: "B", people: ["b1"] });
  expect(start(["B", "b1"])).toBe("UNKNOWN_APP");
});

const flow03 = rule("FLOW-03");
flow03.accepts("somebody of B as B", () => {
  const p = ready();
  expect(start(p, ["B", "b1"], "i").code).toBeNull();
});
flow03.refuses("somebody of B as A, and whoever has left B", () => {
  const p = ready();
  expect(start(p, ["A", "b1"], "i").refusal).toMatchObject({
    code: "ACTING_ORG_INVALID",
    data: { organization: "A" },
  });
  p.resign("B", "b1");
  expect(start(p, ["B", "b1"], "i").code).toBe("ACTING_ORG_INVALID");
});

const app03 = rule("APP-03");
app03.accepts("approval rules by the Host; those that run keep the ones they started with", () => {
  const p = started([step("all", ["A", "a1"]), step("all", ["A", "a2"])]);
  expect(define(p, [step("all", ["C", "c1"])]).events[0]?.data).toMatchObject({ version: 2 });
  start(p, ["B", "b1"], "j");
  approve(p, ["A", "a1"], 0);
  expect(tasks(p, "i")).toEqual(["A/a1 approved", "A/a2 open"]);
  expect(tasks(p, "j")).toEqual(["C/c1 open"]);
});
app03.accepts("the same rules again without effect", () => {
  const p = ready();
  const rules = [
    step(
      "any",
      ["B", "b1"],
      { kind: "initiator-heads" },
      { kind: "role", role: "r", of: "host" },
      { kind: "department-heads", organization: "A", department: "d" },
    ),
  ];
  p.createDepartments("A", [["d", null]]);
  expect(define(p, rules).events).toHaveLength(1);
  expect(define(p, rules).events).toEqual([]);
  expect(define(p, [...rules, ...rules]).events).toHaveLength(1);
});
app03.refuses("approval rules by a Member's people, and by anybody without the role", () => {
  const p = ready();
  const rules = [step("all", ["A", "a2"])];
  for (const by of ["B", ["B", "b1"]] as const) {
    expect(define(p, rules, by).refusal).toMatchObject({
      code: "APP_GOVERNANCE_HOST_ONLY",
      data: { app: "x" },
    });
  }
  expect(define(p, rules, ["A", "a1"]).refusal).toMatchObject({
    code: "NOT_SPACE_ADMIN",
    data: { space: null },
  });
  expect(define(p, rules, { support: "staff" }).code).toBe("UNKNOWN_APP");
});
app03.refuses("approval rules of an app one does not know of as one that is not there", () => {
  const p = ready();
  p.register(["D"]);
  const rules = [step("all", ["D", "D-admin"])];
  expect(define(p, rules, "D").code).toBe("UNKNOWN_APP");
  expect(p.command("D", "flow.define", { app: "none", flow: "f", steps: rules }).code).toBe(
    "UNKNOWN_APP",
  );
  p.hire("D", "d1");
  const strange = [step("all", ["D", "nobody"])];
  expect(define(p, strange, ["D", "d1"]).code).toBe("UNKNOWN_APP");
  expect(define(p, strange, "D").code).toBe("UNKNOWN_PERSON");
  p.command("A", "app.withdraw", { space: "s", app: "x" });
  expect(define(p, [step("all", ["B", "b1"])], "B").code).toBe("UNKNOWN_APP");
});

const proto03 = rule("PROTO-03");
proto03.accepts("rules naming one's own people, a Member's on the Roster, and departments", () => {
  const p = office();
  p.createDepartments("A", [["d", null]]);
  p.createDepartments("B", [["e", null]]);
  const heads = (organization: string, department: string) =>
    ({ kind: "department-heads", organization, department }) as const;
  expect(define(p, [step("all", ["A", "a3"], ["C", "c1"])]).code).toBeNull();
  expect(define(p, [step("all", heads("A", "d"), heads("B", "e"))]).code).toBeNull();
});
proto03.refuses("rules naming whom or what the Host has no way to know of", () => {
  const p = office();
  p.register(["D"]);
  p.createDepartments("D", [["d", null]]);
  p.createDepartments("B", [["gone", null]]);
  p.fact("department.removed", { organization: "B", department: "gone" });
  const heads = (organization: string, department: string) =>
    ({ kind: "department-heads", organization, department }) as const;
  for (const who of [
    ["A", "b1"],
    ["B", "off"],
    ["D", "D-admin"],
  ] as const) {
    expect(define(p, [step("all", ["A", "a1"], who, heads("A", "none"))]).refusal).toMatchObject({
      code: "UNKNOWN_PERSON",
      data: identity(who),
    });
  }
  for (const [organization, department] of [
    ["D", "d"],
    ["B", "gone"],
    ["A", "none"],
  ] as const) {
    const told = define(p, [step("all", ["A", "a1"], heads(organization, department))]);
    expect(told.refusal).toMatchObject({
      code: "UNKNOWN_DEPARTMENT",
      data: { organization, department },
    });
  }
});
proto03.accepts("a start by somebody who came later, with a license", () => {
  const p = ready();
  p.register(["D"]);
  p.join("A", "s", "D", { whole: true });
  expect(start(p, "D", "i").code).toBe("LICENSE_REQUIRED");
  grant(p, { kind: "space", space: "s" }, [["D", "D-admin"]]);
  expect(start(p, "D", "i").code).toBeNull();
});
