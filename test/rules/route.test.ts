// Aim: flows through a Trunk: who starts, who may be appointed and chosen, and what becomes of tasks.
// Method: a county with towns and a village; instances that the village's people start, then all that ends.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { link, opened, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });
type By = readonly [organization: string, person: string];

/** County K above towns T and U; village V below T; flow `f` of K's app is signed by some people. */
function county(
  signers: readonly object[] = [who("T", "t1")],
  changes: Partial<Policy> = {},
): Play {
  const p = opened(["K", "T", "U", "V"], changes);
  p.hire("K", "k1");
  for (const person of ["t1", "t2", "t3"]) p.hire("T", person);
  for (const person of ["v1", "v2"]) p.hire("V", person);
  for (const town of ["T", "U"]) link(p, "K", town, WHOLE);
  link(p, "T", "V", WHOLE);
  p.command("K", "app.create", { app: "erp", name: "ERP" });
  p.command("K", "app.publish", { trunk: "K", app: "erp" });
  const approvers = signers.map((each) => ({ kind: "person", ...each }));
  const steps = [{ approvers, mode: "all" }];
  expect(p.command("K", "flow.define", { app: "erp", flow: "f", steps } as never).code).toBeNull();
  p.fact("license.purchased", { organization: "K", purchased: 50 });
  const people = ["t1", "t2", "t3"].map((each) => who("T", each));
  const below = [...people, who("V", "v1"), who("V", "v2")];
  p.command("K", "license.grant", {
    unit: { kind: "hierarchy", organization: "K" },
    people: below,
  });
  const own = [who("K"), who("K", "k1")];
  p.command("K", "license.grant", { unit: { kind: "host", organization: "K" }, people: own });
  return p;
}

const start = (p: Play, by: By = ["V", "v1"], instance = "n"): Told =>
  p.command(by, "flow.start", {
    trunk: "K",
    app: "erp",
    flow: "f",
    instance,
    row: `r-${instance}`,
  });

const act = (p: Play, by: By, type: "task.approve" | "task.reject", task = 0): Told =>
  p.command(by, type, { instance: "n", task });

const transfer = (p: Play, by: By, to: object): string | null =>
  p.command(by, "task.transfer", { instance: "n", task: 0, to } as never).code;

const types = (told: Told): string[] => told.events.map(({ type }) => type);

const parked = (p: Play, organization: string): string[] => {
  const answer = p.ask("admin.parked", { viewer: who(organization) });
  if (typeof answer === "string") return [answer];
  return (answer as { items: { instance: string; task: number }[] }).items.map(
    ({ instance, task }) => `${instance} ${task}`,
  );
};

const dist07 = rule("DIST-07");
dist07.accepts("somebody below who starts a flow, and one who acts on a task of it", () => {
  const p = county();
  expect(start(p).events).toMatchObject([
    { type: "form.submitted", data: { trunk: "K", space: null, ...who("V", "v1") } },
    {
      type: "flow.started",
      data: { trunk: "K", host: "K", space: null, initiator: who("V", "v1") },
    },
    { type: "flow.step-begun" },
    { type: "task.made", data: { holder: who("T", "t1"), home: "T" } },
  ]);
  expect(unsound(p)).toEqual([]);
  expect(p.ask("flow.instance", { viewer: who("V", "v1"), instance: "n" })).toMatchObject({
    trunk: "K",
    space: null,
  });
  expect(types(act(p, ["T", "t1"], "task.approve"))).toContain("flow.ended");
  expect(unsound(p)).toEqual([]);
});
dist07.refuses("one without a license, though a task is theirs, and whoever names no door", () => {
  const p = county([who("T")]);
  start(p);
  expect(act(p, ["T", "T-admin"], "task.approve").code).toBe("LICENSE_REQUIRED");
  const start2 = { app: "erp", flow: "f", instance: "m", row: "m" };
  expect(p.command(["V", "v1"], "flow.start", start2).code).toBe("UNKNOWN_APP");
});

const route04 = rule("ROUTE-04");
route04.accepts("people of the Trunk, and whoever is present for it at whatever level", () => {
  const signers = [who("K", "k1"), who("T", "t1"), who("V", "v2")];
  const p = county(signers);
  const made = start(p).events.filter(({ type }) => type === "task.made");
  expect(made.map(({ data }) => data["holder"])).toEqual(signers);
});
route04.refuses("people and departments outside the book, and appoints nobody who left it", () => {
  const p = county();
  p.register(["X"]);
  p.createDepartments("X", [["d", null]]);
  p.createDepartments("V", [["d", null]]);
  const define = (approver: object) =>
    p.command("K", "flow.define", {
      ...{ app: "erp", flow: "g" },
      steps: [{ approvers: [approver], mode: "all" }],
    } as never).code;
  expect(define({ kind: "person", ...who("X") })).toBe("UNKNOWN_PERSON");
  const heads = { kind: "department-heads", department: "d" };
  expect(define({ ...heads, organization: "X" })).toBe("UNKNOWN_DEPARTMENT");
  expect(define({ ...heads, organization: "V" })).toBeNull();
  p.command("T", "scope.take-out", { trunk: "K", organization: "T", people: ["t1"] });
  expect(start(p).events.at(-1)).toMatchObject({
    type: "task.made",
    data: { holder: null, home: "K" },
  });
  expect(parked(p, "K")).toEqual(["n 0"]);
});

rule("FLOW-16").happens("the same through a Trunk: who is outvoted ends nothing", () => {
  const signers = [who("K", "k1"), who("T", "t1"), who("V", "v2")];
  const p = county(signers);
  const approvers = signers.map((each) => ({ kind: "person", ...each }));
  const steps = [{ approvers, mode: { vote: { approvals: 2 } } }];
  p.command("K", "flow.define", { app: "erp", flow: "f", steps } as never);
  start(p);
  expect(types(act(p, ["T", "t1"], "task.reject", 1))).toEqual(["task.closed"]);
  act(p, ["K", "k1"], "task.approve", 0);
  expect(types(act(p, ["V", "v2"], "task.approve", 2))).toEqual(["task.closed", "flow.ended"]);
  expect(unsound(p)).toEqual([]);
});

const route05 = rule("ROUTE-05");
const asked = (p: Play): string[] =>
  (
    p.ask("flow.routing-candidates", { viewer: who("V", "v1"), instance: "n" }) as {
      items: { organization: string; person: string }[];
    }
  ).items
    .map(({ organization, person }) => `${organization} ${person}`)
    .sort();
route05.accepts("the initiator's colleagues who are present for the Trunk", () => {
  const p = county([who("V", "v1")]);
  start(p, ["V", "v2"]);
  expect(asked(p)).toEqual(["V v2"]);
  expect(transfer(p, ["V", "v1"], who("V", "v2"))).toBeNull();
});
route05.refuses(
  "people of organizations above and beside, and colleagues who are not present",
  () => {
    const p = county([who("V", "v1")]);
    start(p, ["V", "v2"]);
    p.hire("V", "off");
    p.command("V", "scope.take-out", { trunk: "T", organization: "V", people: ["off"] });
    for (const target of [who("K", "k1"), who("T", "t1"), who("U"), who("V", "off")]) {
      expect(transfer(p, ["V", "v1"], target)).toBe("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG");
    }
    expect(asked(p)).toEqual(["V v2"]);
  },
);
route05.accepts("its whole directory, where the policy says so", () => {
  const p = county([who("V", "v1")], {
    routingCandidates: "whole-directory",
    routingTargetAbility: "unchecked",
  });
  start(p, ["V", "v2"]);
  p.hire("V", "off");
  p.command("V", "scope.take-out", { trunk: "T", organization: "V", people: ["off"] });
  expect(transfer(p, ["V", "v1"], who("V", "off"))).toBeNull();
});

route05.accepts("whom another reading of the boundary lets in, and lists just those", () => {
  const targets = [who("K", "k1"), who("T", "t1"), who("U"), who("V", "v2")];
  for (const [hierarchyRouting, signer, inside] of [
    ["initiator-organization", who("T", "t2"), "V"],
    ["holder-organization", who("T", "t2"), "T"],
    ["holder-organization", who("K"), "K"],
    ["line", who("T", "t2"), "KTV"],
  ] as const) {
    const p = county([signer], { hierarchyRouting });
    start(p);
    const may = targets.filter(
      (target) =>
        typeof p.ask("flow.may-route", { viewer: signer, instance: "n", target }) !== "string",
    );
    expect(may.map(({ organization }) => organization).join("")).toBe(inside);
    const found = new Set<string>();
    let after: string | undefined;
    do {
      const page = { limit: 1, ...(after === undefined ? {} : { after }) };
      const answer = p.ask("flow.routing-candidates", { viewer: signer, instance: "n", ...page });
      const { items, next } = answer as { items: { organization: string }[]; next: string | null };
      for (const each of items) found.add(each.organization);
      after = next ?? undefined;
    } while (after !== undefined);
    expect([...found].sort().join("")).toBe(inside);
  }
});

const branch06 = rule("BRANCH-06");
branch06.happens("to open tasks: a successor goes on, or its own Hierarchy admins name one", () => {
  const leave = { organization: "T", person: "t1", number: 1 };
  for (const successor of ["t2", undefined]) {
    const p = county();
    start(p);
    const told = p.fact("person.resigned", { ...leave, ...(successor ? { successor } : {}) });
    if (successor !== undefined) {
      expect(told.events).toContainEqual(
        expect.objectContaining({
          type: "task.handed-over",
          data: expect.objectContaining({ to: who("T", "t2"), because: "named" }),
        }),
      );
      continue;
    }
    expect(told.notices).toContainEqual(
      expect.objectContaining({
        kind: "TASK_AWAITING_HANDOVER",
        to: [{ kind: "hierarchy-admins", organization: "T" }],
      }),
    );
    expect(parked(p, "T")).toEqual(["n 0"]);
    expect(unsound(p)).toEqual([]);
    p.hire("T", "sub");
    p.appoint("T", "sub", "sub", true);
    const assign = { instance: "n", task: 0, to: "t3" };
    expect(p.command(["T", "sub"], "task.assign", assign).code).toBe("NOT_AUTHORIZED_ADMIN");
    expect(p.ask("admin.parked", { viewer: who("T", "sub") })).toMatchObject({ items: [] });
    expect(p.command("T", "task.assign", { ...assign, to: "t2" }).code).toBeNull();
    expect(unsound(p)).toEqual([]);
  }
});
branch06.happens("and whoever resigned by mistake has their tasks again", () => {
  const p = county();
  start(p);
  const leave = { organization: "T", person: "t1", number: 1 };
  p.fact("person.resigned", leave);
  p.fact("person.reinstated", leave);
  expect(act(p, ["T", "t1"], "task.approve").code).toBeNull();
  expect(unsound(p)).toEqual([]);
});
branch06.happens("to tasks of those taken off the Link; with the Link they go to the Trunk", () => {
  const p = county();
  start(p);
  const off = p.command("T", "scope.take-out", { trunk: "K", organization: "T", people: ["t1"] });
  expect(off.events).toContainEqual(
    expect.objectContaining({
      type: "task.parked",
      data: { instance: "n", task: 0, from: who("T", "t1"), home: "T" },
    }),
  );
  expect(parked(p, "T")).toEqual(["n 0"]);
  start(p, ["V", "v1"], "m");
  expect(unsound(p)).toEqual([]);
  const end = p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(types(end)).toContain("task.parked");
  expect(parked(p, "T")).toEqual([]);
  expect(parked(p, "K")).toEqual(["m 0", "n 0"]);
  expect(p.command("K", "task.assign", { instance: "n", task: 0, to: "k1" }).code).toBeNull();
  expect(act(p, ["K", "k1"], "task.approve").code).toBeNull();
  expect(unsound(p)).toEqual([]);
});
branch06.happens("to whoever holds a task further down, when the chain ends above them", () => {
  const p = county([who("V", "v2")]);
  start(p);
  const end = p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(end.events).toContainEqual(
    expect.objectContaining({
      type: "task.parked",
      data: { instance: "n", task: 0, from: who("V", "v2"), home: "K" },
    }),
  );
  expect(unsound(p)).toEqual([]);
});
branch06.doesNot("touch tasks of whoever is present still, nor of the Trunk's own people", () => {
  const p = county([who("K", "k1"), who("T", "t1")]);
  start(p);
  const told = p.command("T", "link.cancel", { trunk: "T", organization: "V" });
  expect(types(told)).not.toContain("task.parked");
  expect(unsound(p)).toEqual([]);
});

/** Who hears that a counterpart left, is back or has another id, of which Trunks. */
const heard = (told: Told): unknown[] =>
  told.notices.flatMap(({ kind, to, data }) =>
    kind.startsWith("COUNTERPART") ? [[to, (data as { trunks?: unknown }).trunks]] : [],
  );

branch06.happens(
  "that those hear of a leaver who dealt with them through a task or a group",
  () => {
    const leave = { organization: "T", person: "t1", number: 1 };
    const own = [[{ kind: "hierarchy-admins", organization: "T", except: ["t1"] }], ["K"]];
    const bare = county();
    expect(heard(bare.fact("person.resigned", leave))).toEqual([own]);
    const p = county();
    start(p);
    const talk = { trunk: "K", group: "g", name: "G", participants: [who("T", "t1")] };
    expect(p.command(["K", "k1"], "group.start", talk).code).toBeNull();
    const dealt = [
      { kind: "hierarchy-admins", organization: "K", except: ["t1"] },
      { kind: "group-participants", trunk: "K", group: "g", except: ["t1"] },
      { kind: "person", ...who("V", "v1") },
    ];
    expect(heard(p.fact("person.resigned", leave))).toEqual([own, [dealt, ["K"]]]);
    expect(heard(p.fact("person.reinstated", leave))).toEqual([own, [dealt, ["K"]]]);
    const renamed = p.fact("person.renamed", { ...leave, to: "t9" });
    const both = (list: readonly object[]) =>
      list.map((each) => ("except" in each ? { ...each, except: ["t1", "t9"] } : each));
    expect(heard(renamed)).toEqual([
      [both(own[0] as object[]), ["K"]],
      [both(dealt), ["K"]],
    ]);
  },
);
branch06.doesNot(
  "tell whoever started it and is in the book no more, or the leaver's other self",
  () => {
    const p = county();
    start(p);
    p.command("V", "scope.take-out", { trunk: "T", organization: "V", people: ["v1"] });
    const told = heard(p.fact("person.resigned", { organization: "T", person: "t1", number: 1 }));
    expect(told[1]).toEqual([
      [{ kind: "hierarchy-admins", organization: "K", except: ["t1"] }],
      ["K"],
    ]);
  },
);
branch06.doesNot("take a task from whoever leaves another Link than that of its Trunk", () => {
  const p = county([who("T", "t1")], {
    routingCandidates: "whole-directory",
    routingTargetAbility: "unchecked",
  });
  p.register(["Z"]);
  p.appoint("Z", "Z-admin", "main");
  p.fact("hierarchy.capacity-changed", { organization: "Z", open: true, branches: null });
  expect(link(p, "Z", "V", WHOLE).code).toBeNull();
  p.command("V", "scope.take-out", { trunk: "T", organization: "V", people: ["v2"] });
  start(p);
  expect(transfer(p, ["T", "t1"], who("V", "v2"))).toBeNull();
  const off = p.command("V", "scope.take-out", { trunk: "Z", organization: "V", people: ["v2"] });
  expect(off.code).toBeNull();
  expect(types(off)).not.toContain("task.parked");
});

const sight05 = rule("SIGHT-05");
sight05.refuses("to let somebody pick whom they do not see, where picking is that narrow", () => {
  const nobody = { organizations: [], departments: [] };
  for (const formPickerScope of ["whole-space", "visible-only"] as const) {
    const p = county([who("T", "t1")], { formPickerScope });
    const isNarrow = formPickerScope === "visible-only";
    const may = (by: By, target: object, door: object) =>
      p.ask("form.pickable", { viewer: who(...by), app: "erp", target, ...door } as never);
    const no = "PICK_TARGET_OUTSIDE_SCOPE";
    const yes = { pickable: true };
    const ofTown = may(["T", "t1"], who("V", "v1"), { trunk: "K" });
    expect(ofTown).toEqual(isNarrow ? no : yes);
    expect(may(["T", "t1"], who("T", "t2"), { trunk: "K" })).toEqual(yes);
    p.command("K", "link.see", {
      ...{ trunk: "K", organization: "T", hidden: true, ownOnly: true },
      ...{ hiddenExcept: nobody, ownOnlyExcept: nobody },
    } as never);
    expect(may(["K", "k1"], who("T", "t2"), {})).toEqual(isNarrow ? no : yes);
    expect(may(["K", "k1"], who("U", "U-admin"), {})).toEqual(yes);
    const found: string[] = [];
    for (let after: object = {}; ; ) {
      const asked = { viewer: who("K", "k1"), app: "erp", ...after };
      const page = p.ask("form.candidates", asked) as {
        readonly items: readonly { readonly organization: string }[];
        readonly next: string | null;
      };
      found.push(...page.items.map(({ organization }) => organization));
      if (page.next === null) break;
      after = { after: page.next };
    }
    expect(found.includes("T")).toBe(!isNarrow);
    expect(found.includes("U")).toBe(true);
  }
});

/** What waits at K of tasks of others, and whom its admin may give one to. */
const leftTo = (p: Play): unknown =>
  (p.ask("admin.parked", { viewer: who("K") }) as { readonly items: unknown }).items;
const assignAs = (p: Play, by: string | By, to: string, organization = "T"): string | null =>
  p.command(by, "task.assign", { instance: "n", task: 0, to, organization }).code;

/** A task of the town waits there, and nobody there has a permission for Links. */
function leftBelow(changes: Partial<Policy> = {}): Play {
  const p = county([who("T", "t1")], changes);
  start(p);
  p.command("T", "scope.take-out", { trunk: "K", organization: "T", people: ["t1"] });
  p.appoint("T", "T-admin", "sub", true);
  return p;
}

const hand08 = rule("HAND-08");
hand08.accepts("the Trunk's Hierarchy admins, of a task that waits below for nobody", () => {
  const p = leftBelow();
  expect(parked(p, "T")).toEqual([]);
  expect(leftTo(p)).toEqual([{ instance: "n", task: 0, organization: "T" }]);
  p.hire("K", "links");
  p.fact("admin.changed", {
    ...{ organization: "K", person: "links", number: 1, role: "sub" },
    ...{ spacePermission: false, hierarchyPermission: true },
  });
  const told = p.command(["K", "links"], "task.assign", {
    ...{ instance: "n", task: 0, to: "t2", organization: "T" },
  });
  expect(told.events).toMatchObject([
    { type: "task.handed-over", data: { from: null, to: who("T", "t2"), because: "assigned" } },
  ]);
  expect(told.notices).toMatchObject([
    { kind: "TASK_HANDED_OVER", to: [{ kind: "person", ...who("T", "t2") }] },
  ]);
  expect(leftTo(p)).toEqual([]);
  expect(act(p, ["T", "t2"], "task.approve").code).toBeNull();
  expect(unsound(p)).toEqual([]);
});
hand08.refuses(
  "other admins of the Trunk, other Trunks, and people who are not on the Link",
  () => {
    const p = leftBelow();
    p.hire("K", "spaces");
    p.appoint("K", "spaces", "sub", true);
    expect(assignAs(p, ["K", "spaces"], "t2")).toBe("NOT_AUTHORIZED_ADMIN");
    expect(p.ask("admin.parked", { viewer: who("K", "spaces") })).toMatchObject({ items: [] });
    expect(assignAs(p, "V", "t2")).toBe("NOT_AUTHORIZED_ADMIN");
    expect(assignAs(p, "U", "t2")).toBe("UNKNOWN_INSTANCE");
    for (const to of ["t1", "nobody", "k1", "v1"]) {
      expect(assignAs(p, "K", to), to).toBe("SUCCESSOR_NOT_ELIGIBLE");
    }
    for (const of of ["K", "V", "U"]) {
      expect(assignAs(p, "K", "t2", of), of).toBe("NOT_AUTHORIZED_ADMIN");
    }
    p.fact("organization.suspended", { organization: "T" });
    expect(leftTo(p)).toEqual([]);
    expect(assignAs(p, "K", "t2")).toBe("NOT_AUTHORIZED_ADMIN");
  },
);
hand08.refuses("it from the step on in which somebody below has the permission for Links", () => {
  const p = leftBelow();
  p.fact("admin.changed", {
    ...{ organization: "T", person: "t3", number: 1, role: "sub" },
    ...{ spacePermission: false, hierarchyPermission: true },
  });
  expect(leftTo(p)).toEqual([]);
  expect(assignAs(p, "K", "t2")).toBe("NOT_AUTHORIZED_ADMIN");
  p.fact("person.suspended", { organization: "T", person: "t3" });
  expect(leftTo(p)).toEqual([{ instance: "n", task: 0, organization: "T" }]);
  p.fact("person.resumed", { organization: "T", person: "t3" });
  expect(assignAs(p, ["T", "t3"], "t2")).toBeNull();
});
hand08.accepts("of the Trunk what waits there once the Link has ended, as its own", () => {
  const p = leftBelow();
  p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(leftTo(p)).toEqual([{ instance: "n", task: 0 }]);
  expect(assignAs(p, "K", "t2")).toBe("NOT_AUTHORIZED_ADMIN");
  expect(assignAs(p, "K", "k1", "K")).toBeNull();
  expect(unsound(p)).toEqual([]);
});
hand08.accepts("what somebody suspended holds below a Trunk, as if it were parked", () => {
  const p = county();
  start(p);
  p.fact("person.suspended", { organization: "T", person: "t1" });
  expect(assignAs(p, "K", "t2")).toBe("NOT_AUTHORIZED_ADMIN");
  p.appoint("T", "T-admin", "sub", true);
  expect(assignAs(p, "K", "t2")).toBeNull();
  expect(unsound(p)).toEqual([]);
});

const flow14 = rule("FLOW-14");
flow14.happens("through a Trunk: who stands in must be present for it", () => {
  for (const [changes, holder] of [
    [{}, "t2"],
    [{ out: true }, "t1"],
  ] as const) {
    const p = county();
    const period = { person: "t1", standIn: "t2", from: 0, until: 5000 };
    expect(p.command(["T", "t1"], "stand-in.set", period).code).toBeNull();
    if ("out" in changes) {
      p.command("T", "scope.take-out", { trunk: "K", organization: "T", people: ["t2"] });
    }
    const made = start(p).events.find(({ type }) => type === "task.made");
    const stands = holder === "t2" ? { onBehalfOf: who("T", "t1") } : {};
    expect(made?.data).toMatchObject({ holder: who("T", holder), ...stands });
    expect(unsound(p)).toEqual([]);
  }
});
