import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/core/policy.ts";
import { accepted, done, refused, who, withApp } from "./partners.ts";
import type { Teller } from "./teller.ts";

type By = readonly [organization: string, person: string];
const n1: By = ["north", "n1"];
const n2: By = ["north", "n2"];
const h1: By = ["host", "h1"];
const h2: By = ["host", "h2"];

const person = (organization: string, name: string) => ({
  kind: "person" as const,
  ...who(organization, name),
});

/** The app with a flow of these steps. */
function withFlow(steps: readonly object[], changes: Partial<Policy> = {}): Teller {
  const teller = withApp(changes);
  expect(define(teller, steps)).toEqual(done);
  return teller;
}

function define(teller: Teller, steps: readonly object[], by: string | By = "host") {
  const data = { app: "crm", flow: "f", steps };
  return teller.command(by, "flow.define", data as never);
}

function start(teller: Teller, by: By = n1, instance = "i", more: object = {}) {
  const side = by[0] === "host" ? {} : { space: "s" };
  const data = { app: "crm", flow: "f", instance, row: `row of ${instance}`, ...side, ...more };
  return teller.command(by, "flow.start", data);
}

function act(teller: Teller, by: string | By, type: string, task: number, more: object = {}) {
  return teller.command(by, type as "task.approve", { instance: "i", task, ...more });
}

/** The tasks as `holder status`, with the parent of those that were added. */
function tasks({ reference }: Teller, instance = "i"): readonly string[] {
  const found = reference.facts().instances.find((each) => (each.instance as string) === instance);
  return (found?.tasks ?? []).map(({ holder, home, status, parent }) =>
    [holder?.[1] ?? `parked at ${home}`, status, ...(parent === null ? [] : [`of ${parent}`])].join(
      " ",
    ),
  );
}

const status = ({ reference }: Teller) => reference.facts().instances[0]?.status;
const one = (...approvers: readonly object[]) => [{ approvers, mode: "all" }];

const parked = (from: object | null, task: number, ...to: readonly object[]) => ({
  kind: "TASK_AWAITING_HANDOVER",
  to,
  data: { from, tasks: [{ instance: "i", task }] },
});
const handedOver = (from: object | null, to: ReturnType<typeof who>, ...numbers: number[]) => ({
  kind: "TASK_HANDED_OVER",
  to: [{ kind: "person", ...to }],
  data: { from, to, tasks: numbers.map((task) => ({ instance: "i", task })) },
});
const adminsOf = (organization: string) => ({ kind: "authorized-admins", organization });

describe("definitions", () => {
  test("are the Host's, and name what it may know of", () => {
    const teller = withApp();
    const steps = one(person("north", "n2"));
    expect(define(teller, steps, h1)).toEqual(refused("NOT_SPACE_ADMIN"));
    expect(define(teller, steps, n1)).toEqual(refused("APP_GOVERNANCE_HOST_ONLY"));
    expect(define(teller, steps, "north")).toEqual(refused("APP_GOVERNANCE_HOST_ONLY"));
    teller.command("host", "app.withdraw", { space: "s", app: "crm" });
    expect(define(teller, steps, "north")).toEqual(refused("UNKNOWN_APP"));
    expect(define(teller, one(person("north", "nobody")))).toEqual(refused("UNKNOWN_PERSON"));
    expect(define(teller, one(person("host", "nobody")))).toEqual(refused("UNKNOWN_PERSON"));
    const heads = (organization: string, department: string) =>
      one({ kind: "department-heads", organization, department });
    expect(define(teller, heads("north", "nowhere"))).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(define(teller, heads("elsewhere", "lab"))).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(define(teller, heads("north", "lab"))).toEqual(done);
  });
});

describe("starting", () => {
  test("is for those who may use the app, in the name of an organization they are in", () => {
    const teller = withFlow(one(person("host", "h1")));
    expect(start(teller, ["south", "s2"])).toEqual(refused("LICENSE_REQUIRED"));
    expect(start(teller, ["host", "n1"])).toEqual(refused("ACTING_ORG_INVALID"));
    expect(start(teller, n1, "i", { flow: "g" })).toEqual(refused("UNKNOWN_APP"));
    expect(start(teller)).toEqual(done);
    expect(start(teller, n1, "i", { row: "r" })).toEqual(refused("ID_TAKEN"));
    expect(start(teller, n1, "j", { row: "row of i" })).toEqual(refused("ID_TAKEN"));
    expect(tasks(teller)).toEqual(["h1 open"]);
    expect(teller.ask("flow.started", { viewer: who(...n1) })).toEqual({
      items: [{ instance: "i", status: "running" }],
    });
    const rows = teller.ask("data.rows", { viewer: who(...h1), app: "crm" });
    expect(rows).toMatchObject({ items: [{ row: "row of i", submitter: who(...n1) }] });
  });

  test("approvers are found when their step begins, each once, in order of hires", () => {
    const teller = withApp();
    const heads = (name: string, ...departments: readonly string[]) =>
      teller.fact("person.heads-changed", {
        organization: "north",
        person: name,
        number: 1,
        departments,
      });
    heads("n2", "lab");
    heads("north-admin", "lab", "sales");
    const roles = { organization: "host", number: 1, roles: ["finance"] };
    teller.fact("person.roles-changed", { ...roles, person: "h2" });
    define(
      teller,
      one(
        { kind: "role", role: "finance", of: "host" },
        { kind: "initiator-heads" },
        person("north", "n2"),
      ),
    );
    start(teller);
    expect(tasks(teller)).toEqual(["h2 open", "north-admin open", "n2 open"]);
    teller.fact("department.removed", { organization: "north", department: "lab" });
    expect(start(teller, n1, "j")).toEqual(done);
    expect(tasks(teller, "j")).toEqual(["h2 open", "n2 open"]);
  });

  test("a step without approvers waits for the Host's admins", () => {
    const teller = withFlow(one({ kind: "initiator-heads" }));
    expect(start(teller)).toEqual(accepted(parked(null, 0, adminsOf("host"))));
    expect(tasks(teller)).toEqual(["parked at host open"]);
    const assign = (by: string, to: string) =>
      teller.command(by, "task.assign", { instance: "i", task: 0, to });
    expect(assign("north", "n1")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(assign("south", "s1")).toEqual(refused("UNKNOWN_INSTANCE"));
    expect(assign("host", "nobody")).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    expect(assign("host", "h1")).toEqual(accepted(handedOver(null, who("host", "h1"), 0)));
    expect(assign("host", "h2")).toEqual(refused("TASK_NOT_PENDING"));
    expect(act(teller, h1, "task.approve", 0)).toEqual(done);
    expect(status(teller)).toBe("approved");
  });
});

describe("going on", () => {
  const both = [person("host", "h1"), person("north", "n2")];

  test("all sign, any one signs, or one after another", () => {
    for (const mode of ["all", "any", "sequence"] as const) {
      const teller = withFlow([{ approvers: both, mode }, ...one(person("host", "h2"))]);
      start(teller);
      const waits = mode === "sequence" ? "held" : "open";
      expect(tasks(teller)).toEqual(["h1 open", `n2 ${waits}`]);
      expect(act(teller, n2, "task.approve", 0)).toEqual(refused("NOT_TASK_HOLDER"));
      expect(act(teller, ["south", "s1"], "task.approve", 0)).toEqual(refused("UNKNOWN_INSTANCE"));
      if (mode === "sequence") {
        expect(act(teller, n2, "task.approve", 1)).toEqual(refused("TASK_NOT_PENDING"));
      }
      act(teller, h1, "task.approve", 0);
      if (mode === "any") {
        expect(tasks(teller)).toEqual(["h1 approved", "n2 superseded", "h2 open"]);
        continue;
      }
      expect(tasks(teller)).toEqual(["h1 approved", "n2 open"]);
      act(teller, n2, "task.approve", 1);
      expect(tasks(teller)).toEqual(["h1 approved", "n2 approved", "h2 open"]);
    }
  });

  test("a rejection ends it, and so does the initiator", () => {
    const teller = withFlow(one(...both));
    start(teller);
    const copy = teller.reference.clone();
    act(teller, n2, "task.reject", 1);
    expect(tasks(teller)).toEqual(["h1 superseded", "n2 rejected"]);
    expect(status(teller)).toBe("rejected");
    expect(act(teller, h1, "task.approve", 0)).toEqual(refused("INSTANCE_NOT_RUNNING"));
    expect(copy.facts().instances[0]?.status).toBe("running");
    const other = withFlow(one(...both));
    start(other);
    const withdraw = (by: By) => other.command(by, "flow.withdraw", { instance: "i" });
    expect(withdraw(n2)).toEqual(refused("NOT_INITIATOR"));
    expect(withdraw(["south", "s1"])).toEqual(refused("UNKNOWN_INSTANCE"));
    expect(withdraw(n1)).toEqual(done);
    expect(tasks(other)).toEqual(["h1 withdrawn", "n2 withdrawn"]);
    expect(withdraw(n1)).toEqual(refused("INSTANCE_NOT_RUNNING"));
  });

  test("back to an earlier step, which begins anew", () => {
    const teller = withFlow([...one(person("host", "h1")), ...one(person("north", "n2"))]);
    start(teller);
    act(teller, h1, "task.approve", 0);
    expect(act(teller, n2, "task.return", 1, { to: 1 })).toEqual(refused("UNKNOWN_TASK"));
    expect(act(teller, n2, "task.return", 1, { to: 0 })).toEqual(done);
    expect(tasks(teller)).toEqual(["h1 approved", "n2 returned", "h1 open"]);
    act(teller, h1, "task.approve", 2);
    act(teller, n2, "task.approve", 3);
    expect(status(teller)).toBe("approved");
    const words = teller.ask("flow.instance", { viewer: who(...n1), instance: "i" });
    expect((words as { items: { what: string }[] }).items.map((each) => each.what)).toEqual([
      "flow.started",
      "flow.step-begun",
      "task.made",
      "task.approved",
      "flow.step-begun",
      "task.made",
      "task.returned",
      "flow.step-begun",
      "task.made",
      "task.approved",
      "flow.step-begun",
      "task.made",
      "task.approved",
      "flow.approved",
    ]);
    expect(teller.ask("flow.instance", { viewer: who("south", "s1"), instance: "i" })).toBe(
      "UNKNOWN_INSTANCE",
    );
  });

  test("countersigners sign before, beside or after; delegation comes back", () => {
    const teller = withFlow(one(person("host", "h1")));
    start(teller);
    teller.hire("north", "n3");
    teller.hire("north", "n4");
    const sign = (place: string, ...people: readonly string[]) =>
      act(teller, h1, "task.countersign", 0, {
        place,
        people: people.map((each) => who("north", each)),
      });
    expect(sign("after", "n3")).toEqual(done);
    expect(sign("before", "n1", "n2")).toEqual(done);
    expect(tasks(teller)).toEqual(["h1 held", "n3 held of 0", "n1 open of 0", "n2 open of 0"]);
    expect(act(teller, h1, "task.approve", 0)).toEqual(refused("TASK_NOT_PENDING"));
    act(teller, n1, "task.approve", 2);
    const remove = (by: By, task: number) => act(teller, by, "task.remove-countersigner", task);
    expect(remove(h1, 2)).toEqual(refused("TASK_NOT_PENDING"));
    expect(remove(n2, 3)).toEqual(refused("NOT_TASK_HOLDER"));
    expect(remove(h1, 0)).toEqual(refused("NOT_TASK_HOLDER"));
    expect(remove(h1, 3)).toEqual(done);
    expect(tasks(teller)).toEqual([
      "h1 open",
      "n3 held of 0",
      "n1 approved of 0",
      "n2 removed of 0",
    ]);
    act(teller, h1, "task.delegate", 0, { to: who("north", "n4") });
    expect(tasks(teller)[0]).toBe("h1 held");
    expect(teller.ask("flow.todo", { viewer: who(...h1) })).toEqual({ items: [] });
    for (const name of ["n3", "n4"]) {
      const unit = { kind: "space", space: "s" } as const;
      teller.command("host", "license.grant", { unit, people: [who("north", name)] });
    }
    act(teller, ["north", "n4"], "task.approve", 4);
    expect(tasks(teller)[0]).toBe("h1 open");
    act(teller, h1, "task.approve", 0);
    expect(status(teller)).toBe("running");
    expect(tasks(teller)[1]).toBe("n3 open of 0");
    act(teller, ["north", "n3"], "task.approve", 1);
    expect(status(teller)).toBe("approved");
  });

  test("whoever acts on a task uses the app", () => {
    const teller = withFlow(one(person("north", "n2")));
    start(teller);
    const unit = { kind: "space", space: "s" } as const;
    teller.command("host", "license.revoke", { unit, people: [who(...n2)] });
    expect(act(teller, n2, "task.approve", 0)).toEqual(refused("LICENSE_REQUIRED"));
    const authorized = { organizations: ["south"] };
    teller.command("host", "app.authorize", { space: "s", app: "crm", authorized });
    expect(act(teller, n2, "task.approve", 0)).toEqual(refused("APP_NOT_AUTHORIZED"));
    teller.command("host", "app.authorize", { space: "s", app: "crm", authorized: null });
    teller.command("host", "license.grant", { unit, people: [who(...n2)] });
    teller.command("host", "app.withdraw", { space: "s", app: "crm" });
    expect(act(teller, n2, "task.approve", 0)).toEqual(done);
  });
});

describe("routing", () => {
  const outside = refused("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG");
  const give = (teller: Teller, by: By, task: number, to: By) =>
    act(teller, by, "task.transfer", task, { to: who(...to) });

  test("stays in the initiator's organization, whoever holds the task", () => {
    const teller = withFlow(one(person("host", "h1")));
    start(teller);
    expect(give(teller, h1, 0, h2)).toEqual(outside);
    expect(give(teller, h1, 0, ["south", "s1"])).toEqual(outside);
    expect(act(teller, h1, "task.copy", 0, { people: [who(...h2)] })).toEqual(outside);
    expect(give(teller, h1, 0, n2)).toEqual(done);
    expect(give(teller, n2, 0, n2)).toEqual(refused("ROUTING_TARGET_SELF"));
    start(teller, h1, "j");
    expect(
      teller.ask("flow.may-route", { viewer: who(...h1), instance: "j", target: who(...h2) }),
    ).toEqual({ allowed: true });
  });

  test("for a person in two organizations by the one they started in", () => {
    const teller = withFlow(one(person("host", "h1")));
    teller.hire("host", "n1");
    teller.command("host", "license.grant", {
      unit: { kind: "host", organization: "host" },
      people: [who("host", "n1")],
    });
    start(teller, n1, "i");
    start(teller, ["host", "n1"], "j");
    const candidates = (instance: string) => {
      const answer = teller.ask("flow.routing-candidates", { viewer: who(...h1), instance });
      const { items } = answer as { items: { organization: string; person: string }[] };
      return items.map((each) => `${each.organization}/${each.person}`);
    };
    expect(candidates("i")).toEqual(["north/north-admin", "north/n1", "north/n2"]);
    expect(candidates("j")).toEqual(["host/host-admin", "host/h2", "host/n1"]);
  });

  test("goes as far as the policy lets it", () => {
    const allowed = (changes: Partial<Policy>) => {
      const teller = withFlow(one(person("host", "h1")), changes);
      start(teller);
      teller.command("north", "scope.take-out", {
        space: "s",
        organization: "north",
        people: ["n2"],
      });
      const targets: By[] = [n2, ["south", "s1"], h2];
      return targets.map(
        (target) =>
          typeof teller.ask("flow.may-route", {
            viewer: who(...h1),
            instance: "i",
            target: who(...target),
          }) !== "string",
      );
    };
    expect(allowed({})).toEqual([false, false, false]);
    expect(allowed({ routingCandidates: "whole-directory" })).toEqual([true, false, false]);
    expect(allowed({ routingBoundary: "space" })).toEqual([false, true, false]);
  });

  test("never to somebody already on it; of several codes the first by rank", () => {
    const teller = withFlow(one(person("north", "n1"), person("north", "n2")));
    start(teller);
    expect(give(teller, n1, 0, n2)).toEqual(refused("ROUTING_TARGET_ALREADY_ON_TASK"));
    const people = [who(...n1), who(...h1)];
    expect(act(teller, n1, "task.countersign", 0, { place: "after", people })).toEqual(outside);
  });
});

describe("hand-over", () => {
  const left = (to: readonly object[], leaver: { readonly person: string }) => {
    const except = [leaver.person];
    return {
      kind: "COUNTERPART_LEFT",
      to: [{ kind: "space-admins", space: "s", except }, { ...adminsOf("north"), except }, ...to],
      data: { identity: leaver, spaces: ["s"] },
    };
  };
  const setSuccessor = (teller: Teller, of: string, successor: string | null) =>
    teller.command("north", "successor.set", { organization: "north", person: of, successor });
  const resign = (teller: Teller, name: string, successor?: string) =>
    teller.fact("person.resigned", {
      organization: "north",
      person: name,
      number: 1,
      ...(successor === undefined ? {} : { successor }),
    });

  test("a successor is another colleague in service", () => {
    const teller = withFlow(one(person("north", "n2")));
    expect(setSuccessor(teller, "nobody", "n1")).toEqual(refused("UNKNOWN_PERSON"));
    expect(setSuccessor(teller, "n2", "n2")).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    expect(setSuccessor(teller, "n2", "s1")).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    expect(setSuccessor(teller, "n2", "n1")).toEqual(done);
    const of = () =>
      teller.reference
        .facts()
        .organizations.find((each) => (each.organization as string) === "north")
        ?.people.find((each) => (each.person as string) === "n2")?.successor;
    expect(of()).toBe("n1");
    teller.hire("north", "n1", [], 2);
    expect(of()).toBe(null);
  });

  test("to the successor named, else to the one registered, else it waits", () => {
    const leaver = who("north", "n2");
    const initiator = { kind: "person", ...who("north", "n1") };
    for (const [named, registered, to] of [
      ["n3", "n4", "n3"],
      ["s1", "n4", "n4"],
      ["n2", null, null],
    ] as const) {
      const teller = withFlow(one(person("north", "n2")));
      for (const name of ["n3", "n4"]) teller.hire("north", name);
      start(teller);
      setSuccessor(teller, "n2", registered);
      const ask = { viewer: who("north", "north-admin"), person: "n2", successor: named };
      expect(teller.ask("departure.preview", ask)).toMatchObject({
        rosters: ["s"],
        licenses: [{ host: "host", unit: { kind: "space", space: "s" } }],
        tasks: [{ instance: "i", task: 0, to }],
      });
      const last =
        to === null
          ? parked(leaver, 0, adminsOf("north"))
          : handedOver(leaver, who("north", to), 0);
      expect(resign(teller, "n2", named)).toEqual(accepted(left([initiator], leaver), last));
      expect(tasks(teller)).toEqual([to === null ? "parked at north open" : `${to} open`]);
    }
  });

  test("a Host approver's task goes to a Host successor, though the flow started elsewhere", () => {
    const teller = withFlow(one(person("host", "h1")));
    start(teller);
    const gone = { organization: "host", person: "h1", number: 1, successor: "h2" };
    expect(teller.fact("person.resigned", gone)).toEqual(
      accepted(handedOver(who("host", "h1"), who("host", "h2"), 0)),
    );
    expect(act(teller, h2, "task.approve", 0)).toEqual(done);
  });

  test("who leaves the Roster hands over there; a Host contact does not", () => {
    const teller = withFlow(one(person("north", "n2"), person("host", "h1")));
    teller.command("host", "scope.put-in", { space: "s", organization: "host", people: ["h1"] });
    start(teller);
    const out = (organization: string, name: string) =>
      teller.command(organization, "scope.take-out", { space: "s", organization, people: [name] });
    expect(out("host", "h1")).toEqual(done);
    expect(out("north", "n2")).toEqual(accepted(parked(who("north", "n2"), 0, adminsOf("north"))));
    expect(tasks(teller)).toEqual(["parked at north open", "h1 open"]);
    const assign = (to: string) =>
      teller.command("north", "task.assign", { instance: "i", task: 0, to });
    expect(assign("n2")).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    expect(teller.ask("admin.parked", { viewer: who("north", "north-admin") })).toEqual({
      items: [{ instance: "i", task: 0 }],
    });
    expect(assign("n1")).toEqual(accepted(handedOver(null, who("north", "n1"), 0)));
  });

  test("of a Member that left it waits for the Host", () => {
    const teller = withFlow(one(person("north", "n1"), person("north", "n2")));
    start(teller);
    resign(teller, "n2");
    const spaceAdmins = { kind: "space-admins", space: "s" };
    expect(
      teller.command("host", "association.cancel", { space: "s", organization: "north" }),
    ).toEqual(accepted(parked(null, 1, spaceAdmins), parked(who("north", "n1"), 0, spaceAdmins)));
    expect(tasks(teller)).toEqual(["parked at host open", "parked at host open"]);
    const assign = (by: string, to: string) =>
      teller.command(by, "task.assign", { instance: "i", task: 1, to });
    expect(assign("north", "n1")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(assign("host", "h1").kind).toBe("accepted");
    expect(act(teller, h1, "task.approve", 1)).toEqual(done);
  });

  test("whom freed room lets in comes too late", () => {
    const teller = withFlow(one(person("north", "n2")), { personCap: 6 });
    start(teller);
    teller.hire("north", "n3");
    expect(teller.waiting("s")).toEqual(["north/n3"]);
    setSuccessor(teller, "n2", "n3");
    resign(teller, "n2");
    expect(teller.roster("s")).toContain("north/n3");
    expect(tasks(teller)).toEqual(["parked at north open"]);
  });

  test("what was started goes on when its initiator leaves, and stays anchored", () => {
    const teller = withFlow([...one(person("host", "h1")), ...one({ kind: "initiator-heads" })]);
    start(teller);
    resign(teller, "n1");
    expect(act(teller, h1, "task.transfer", 0, { to: who(...h2) })).toEqual(
      refused("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG"),
    );
    expect(act(teller, h1, "task.approve", 0)).toEqual(accepted(parked(null, 1, adminsOf("host"))));
    expect(teller.ask("flow.handled", { viewer: who(...h1) })).toEqual({
      items: [{ instance: "i", task: 0, status: "running" }],
    });
  });
});

describe("who could not act", () => {
  const steps = one(person("north", "n1"), person("north", "n2"));
  const checked = { routingTargetAbility: "checked" } as const;

  test("gets no task by a choice, and by rules with a word to the Host's admins", () => {
    const teller = withFlow(steps, checked);
    teller.hire("north", "n3", ["lab"]);
    expect(start(teller)).toEqual(done);
    const give = { to: who("north", "n3") };
    expect(act(teller, n1, "task.transfer", 0, give)).toEqual(refused("ROUTING_TARGET_CANNOT_ACT"));
    const people = [who(...n2)];
    teller.command("host", "license.revoke", { unit: { kind: "space", space: "s" }, people });
    expect(start(teller, n1, "j")).toMatchObject({
      notices: [{ kind: "TASK_HOLDER_CANNOT_ACT", to: [adminsOf("host")] }],
    });
  });

  test("is relieved of it by the Host's admin, who may end the instance as well", () => {
    const teller = withFlow(steps, checked);
    start(teller);
    const tasks0 = [{ instance: "i" as never, task: 0 }];
    const move = (by: string, to: By) =>
      teller.command(by, "task.reassign", { tasks: tasks0, to: who(...to) } as never);
    expect(move("north", n2)).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(move("host", ["south", "s1"])).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    expect(move("host", h1)).toMatchObject({
      notices: [{ kind: "TASK_HANDED_OVER" }, { kind: "TASK_TAKEN_AWAY" }],
    });
    const end = (by: string) =>
      teller.command(by, "flow.terminate", { instance: "i", reason: "stuck" } as never);
    expect(end("north")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(end("host")).toMatchObject({ notices: [{ kind: "FLOW_TERMINATED" }] });
    expect(status(teller)).toBe("terminated");
    expect(end("host")).toEqual(refused("INSTANCE_NOT_RUNNING"));
  });
});
