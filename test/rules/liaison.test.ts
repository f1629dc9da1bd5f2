// Aim: who is responsible for what: roles, offices, whom a flow finds by them, and what becomes of them.
// Method: a county with towns and a village, whose departments hang below one another; flows of the county.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { link, opened, relink, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });
const at = (organization: string, department: string | null = null) => ({
  organization,
  department,
});
const ROLE = { trunk: "K", role: "secretary" } as const;
type By = string | readonly [organization: string, person: string];

const define = (p: Play, more: object = {}, by: By = "K"): Told =>
  p.command(by, "liaison.define", { ...ROLE, name: "Secretary", ...more } as never);

const assign = (p: Play, node: object, people: readonly object[], by: By = "K", more = {}): Told =>
  p.command(by, "liaison.assign", { ...ROLE, ...more, node, people } as never);

/** County K with department `office`; towns T and U, T mounted there; village V below T with `fields` in `all`. */
function county(changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "T", "U", "V"], changes);
  p.createDepartments("K", [
    ["hall", null],
    ["office", "hall"],
  ]);
  p.createDepartments("V", [
    ["all", null],
    ["fields", "all"],
    ["mill", "all"],
  ]);
  for (const person of ["k1", "k2"]) p.hire("K", person);
  for (const person of ["t1", "t2"]) p.hire("T", person);
  p.hire("V", "v1", ["fields"]);
  p.hire("V", "v2", ["mill"]);
  p.hire("V", "v3");
  link(p, "K", "T", { ...WHOLE, mount: "office" });
  link(p, "K", "U", WHOLE);
  link(p, "T", "V", WHOLE);
  define(p);
  return p;
}

/** Whom the role finds, as the county's admins are told. */
function found(p: Play, initiator = who("V", "v1"), viewer = who("K")): string {
  const answer = p.ask("liaison.for", { viewer, ...ROLE, initiator });
  if (typeof answer === "string") return answer;
  return (answer as { people: { organization: string; person: string }[] }).people
    .map(({ organization, person }) => `${organization} ${person}`)
    .join(", ");
}

/** Who holds the office of a node. */
function holders(p: Play, node: object, viewer = who("K")): string {
  const answer = p.ask("liaison.of", { viewer, trunk: "K", node } as never);
  if (typeof answer === "string") return answer;
  return (answer as { items: { role: string; people: { person: string }[] }[] }).items
    .map(({ role, people }) => `${role}: ${people.map(({ person }) => person).join(" ")}`)
    .join("; ");
}

const vacant = (told: Told) => told.notices.filter(({ kind }) => kind === "LIAISON_VACANT");

const liaison01 = rule("LIAISON-01");
liaison01.accepts("a node of the Trunk, one below, and a department that a scope takes in", () => {
  const p = county();
  expect(define(p, { name: "Village secretary" }).events).toMatchObject([
    { type: "liaison.defined", data: { ...ROLE, name: "Village secretary", keptBy: "trunk" } },
  ]);
  expect(define(p, { name: "Village secretary" }).events).toEqual([]);
  for (const node of [at("K"), at("K", "hall"), at("V"), at("V", "fields"), at("T")]) {
    const told = assign(p, node, [who("U"), who("K", "k1"), who("U")]);
    expect(told.events).toMatchObject([
      { type: "liaison.assigned", data: { ...ROLE, node, people: [who("U"), who("K", "k1")] } },
    ]);
    expect(holders(p, node)).toBe("secretary: U-admin k1");
  }
  expect(assign(p, at("V"), [who("U"), who("K", "k1")]).events).toEqual([]);
  expect(assign(p, at("V"), [who("K", "k1")]).code).toBeNull();
  expect(holders(p, at("V"))).toBe("secretary: k1");
  expect(assign(p, at("V"), []).code).toBeNull();
  expect(holders(p, at("V"))).toBe("");
  expect(unsound(p)).toEqual([]);
});
liaison01.accepts("roles of an organization that has no Branches", () => {
  const p = opened(["A"]);
  expect(define(p, { trunk: "A" }, "A").code).toBeNull();
  expect(assign(p, at("A"), [who("A")], "A", { trunk: "A" }).code).toBeNull();
});
liaison01.refuses("nodes and people that are outside, and roles that are not defined", () => {
  const p = county();
  p.register(["X"]);
  p.createDepartments("X", [["d", null]]);
  expect(define(p, {}, "T").code).toBe("NOT_TRUNK_ADMIN");
  expect(define(p, {}, "X").code).toBe("UNKNOWN_TRUNK");
  expect(assign(p, at("V"), [], "T").code).toBe("NOT_TRUNK_ADMIN");
  expect(assign(p, at("V"), [], "K", { role: "mayor" }).code).toBe("UNKNOWN_LIAISON_ROLE");
  expect(assign(p, at("V", "none"), []).code).toBe("UNKNOWN_DEPARTMENT");
  expect(assign(p, at("X", "d"), []).code).toBe("UNKNOWN_DEPARTMENT");
  expect(assign(p, at("X"), []).code).toBe("NOT_LINKED");
  expect(assign(p, at("V"), [who("X")]).code).toBe("LIAISON_NOT_ELIGIBLE");
  p.command("V", "scope.set", {
    ...{ trunk: "T", organization: "V" },
    scope: { departments: ["mill"], people: ["v1"] },
  } as never);
  expect(assign(p, at("V", "mill"), []).code).toBeNull();
  expect(assign(p, at("V", "fields"), []).code).toBe("UNKNOWN_DEPARTMENT");
  expect(assign(p, at("V"), [who("V", "v1")]).code).toBeNull();
  expect(assign(p, at("V"), [who("V", "v3")]).code).toBe("LIAISON_NOT_ELIGIBLE");
});
liaison01.below("so many roles, and people in one office", () => {
  const p = county({ liaisonRoleLimit: 3, liaisonLimit: 3 });
  expect(define(p, { role: "second" }).code).toBeNull();
  expect(assign(p, at("V"), [who("V"), who("T")]).code).toBeNull();
});
liaison01.at("so many roles, and people in one office", () => {
  const p = county({ liaisonRoleLimit: 2, liaisonLimit: 2 });
  expect(define(p, { role: "second" }).code).toBeNull();
  expect(define(p, { role: "second", name: "Another" }).code).toBeNull();
  expect(assign(p, at("V"), [who("V"), who("T")]).code).toBeNull();
});
liaison01.above("so many roles, and people in one office", () => {
  const p = county({ liaisonRoleLimit: 1, liaisonLimit: 1 });
  expect(define(p, { role: "second" }).code).toBe("MALFORMED");
  expect(assign(p, at("V"), [who("V"), who("T")]).code).toBe("MALFORMED");
});

const STEP = [{ approvers: [{ kind: "liaison", role: "secretary" }], mode: "all" }];

/** The county's app, for everybody below, with a flow that the role signs. */
function withFlow(p: Play): Told {
  p.command("K", "app.create", { app: "erp", name: "ERP" });
  p.command("K", "app.publish", { trunk: "K", app: "erp" });
  p.fact("license.purchased", { organization: "K", purchased: 50 });
  p.command("K", "license.grant", {
    unit: { kind: "hierarchy", organization: "K" },
    people: [who("V", "v1"), who("V", "v3")],
  });
  return p.command("K", "flow.define", { app: "erp", flow: "f", steps: STEP } as never);
}

const start = (p: Play, person = "v1", instance = "n") =>
  p
    .command(["V", person], "flow.start", {
      ...{ trunk: "K", app: "erp", flow: "f" },
      ...{ instance, row: `r-${instance}` },
    })
    .events.filter(({ type }) => type === "task.made")
    .map(({ data }) => data["holder"]);

const liaison02 = rule("LIAISON-02");
liaison02.happens("at the first filled office from the department up to the builder", () => {
  const p = county();
  expect(withFlow(p).code).toBeNull();
  const path = [
    ...[at("K"), at("K", "hall"), at("K", "office"), at("T")],
    ...[at("V"), at("V", "all"), at("V", "fields")],
  ];
  const people = ["k1", "k2"];
  for (const [i, node] of path.entries()) {
    const holder = who("K", people[i % 2]);
    assign(p, node, [holder]);
    expect(start(p, "v1", `n${i}`)).toEqual([holder]);
    expect(found(p)).toBe(`K ${holder.person}`);
  }
  expect(found(p, who("V", "v3"))).toBe("K k1");
  expect(unsound(p)).toEqual([]);
});
liaison02.happens("for each department of the initiator, each person once", () => {
  const p = county();
  p.fact("person.department-entered", { organization: "V", person: "v1", department: "mill" });
  assign(p, at("V", "fields"), [who("T", "t1"), who("T", "t2")]);
  assign(p, at("V", "mill"), [who("K", "k1"), who("T", "t1")]);
  expect(found(p)).toBe("T t1, T t2, K k1");
});
liaison02.doesNot("go further up because a holder is suspended", () => {
  const p = county();
  withFlow(p);
  assign(p, at("T"), [who("T", "t1")]);
  assign(p, at("K"), [who("K", "k1")]);
  p.fact("person.suspended", { organization: "T", person: "t1" });
  expect(found(p)).toBe("");
  expect(start(p)).toEqual([null]);
});
liaison02.doesNot("go through a removed department, and does through one that is empty", () => {
  const p = county();
  assign(p, at("K", "hall"), [who("K", "k1")]);
  assign(p, at("K", "office"), [who("K", "k2")]);
  expect(found(p)).toBe("K k2");
  p.fact("department.removed", { organization: "K", department: "office" });
  expect(found(p)).toBe("K k1");
});

const route04 = rule("ROUTE-04");
route04.refuses("a liaison role that the builder does not have", () => {
  const p = county();
  p.command("K", "app.create", { app: "erp", name: "ERP" });
  const steps = [{ approvers: [{ kind: "liaison", role: "mayor" }], mode: "all" }];
  expect(p.command("K", "flow.define", { app: "erp", flow: "f", steps } as never).code).toBe(
    "UNKNOWN_LIAISON_ROLE",
  );
});

const liaison03 = rule("LIAISON-03");
liaison03.happens("that a step which finds nobody waits for the builder's admins", () => {
  const p = county();
  withFlow(p);
  const told = p.command(["V", "v1"], "flow.start", {
    ...{ trunk: "K", app: "erp", flow: "f", instance: "n", row: "r" },
  });
  expect(told.events.at(-1)).toMatchObject({
    type: "task.made",
    data: { holder: null, home: "K" },
  });
});
liaison03.happens("that both sides hear of a vacancy, by leaving or by an empty list", () => {
  const p = county();
  assign(p, at("V", "mill"), [who("T", "t1"), who("T", "t2")]);
  expect(vacant(p.fact("person.resigned", { organization: "T", person: "t2" }))).toEqual([]);
  const last = p.fact("person.resigned", { organization: "T", person: "t1" });
  expect(vacant(last)).toMatchObject([
    {
      to: ["K", "V"].map((organization) => ({ kind: "hierarchy-admins", organization })),
      data: { ...ROLE, ...at("V", "mill") },
    },
  ]);
  assign(p, at("K"), [who("K", "k1")]);
  const empty = assign(p, at("K"), []);
  expect(vacant(empty)).toMatchObject([
    { to: [{ kind: "hierarchy-admins", organization: "K" }], data: { ...ROLE, ...at("K") } },
  ]);
});
liaison03.doesNot(
  "tell of somebody suspended, of what was vacant, nor of what is no node more",
  () => {
    const p = county();
    expect(vacant(assign(p, at("U"), []))).toEqual([]);
    assign(p, at("U"), [who("U"), who("K", "k1")]);
    expect(vacant(p.fact("person.suspended", { organization: "U", person: "U-admin" }))).toEqual(
      [],
    );
    const told = p.command("K", "link.cancel", { trunk: "K", organization: "U" });
    expect(vacant(told)).toEqual([]);
    expect(unsound(p)).toEqual([]);
  },
);
liaison03.happens("that organizations without an office at or above them are listed", () => {
  const p = county();
  const listed = (viewer = who("K")) => {
    const answer = p.ask("liaison.uncovered", { viewer, ...ROLE });
    if (typeof answer === "string") return answer;
    return (answer as { items: { organization: string }[] }).items
      .map(({ organization }) => organization)
      .join(" ");
  };
  expect(listed()).toBe("K T U V");
  assign(p, at("K", "office"), [who("K")]);
  expect(listed()).toBe("K U");
  assign(p, at("U"), [who("K")]);
  expect(listed()).toBe("K");
  assign(p, at("K"), [who("K")]);
  expect(listed()).toBe("");
  expect(listed(who("T"))).toBe("NOT_TRUNK_ADMIN");
});
liaison03.happens("that they are listed page by page, the Trunk among them", () => {
  const p = county();
  const pages: string[][] = [];
  for (let after: object = {}; ; ) {
    const answer = p.ask("liaison.uncovered", { viewer: who("K"), ...ROLE, limit: 1, ...after });
    const { items, next } = answer as {
      readonly items: readonly { readonly organization: string }[];
      readonly next: string | null;
    };
    pages.push(items.map(({ organization }) => organization));
    if (next === null) break;
    after = { after: next };
  }
  expect(pages).toEqual([["K"], ["T"], ["U"], ["V"]]);
  for (const node of [at("T"), at("U")]) assign(p, node, [who("K")]);
  const alone = p.ask("liaison.uncovered", { viewer: who("K"), ...ROLE, limit: 1 });
  expect(alone).toEqual({ items: [at("K")], next: null });
});

const types = ({ events }: Told): string[] =>
  events.map(({ type }) => type).filter((type) => type.startsWith("liaison."));

const liaison04 = rule("LIAISON-04");
liaison04.happens(
  "to the successor named, else the registered one, else the name is struck",
  () => {
    const p = county();
    p.hire("T", "t3");
    p.command(["T", "T-admin"], "successor.set", {
      ...{ organization: "T", person: "t1", successor: "t3" },
    } as never);
    assign(p, at("V"), [who("T", "t1"), who("K", "k1")]);
    assign(p, at("T"), [who("T", "t1"), who("T", "t2")]);
    const told = p.fact("person.resigned", { organization: "T", person: "t1", successor: "t2" });
    expect(told.events.filter(({ type }) => type.startsWith("liaison."))).toMatchObject([
      { type: "liaison.passed-on", data: { to: who("T", "t2"), because: "named" } },
      { type: "liaison.passed-on", data: { to: who("T", "t3"), because: "registered" } },
    ]);
    expect(holders(p, at("V"))).toBe("secretary: t2 k1");
    expect(holders(p, at("T"))).toBe("secretary: t3 t2");
    expect(types(p.fact("person.resigned", { organization: "T", person: "t3" }))).toEqual([
      "liaison.ended",
    ]);
    expect(holders(p, at("T"))).toBe("secretary: t2");
    expect(unsound(p)).toEqual([]);
  },
);
liaison04.happens("to the Trunk's own people, and to whoever leaves the book", () => {
  const p = county();
  assign(p, at("V"), [who("K", "k1"), who("T", "t1")]);
  p.fact("person.resigned", { organization: "K", person: "k1", successor: "k2" });
  expect(holders(p, at("V"))).toBe("secretary: k2 t1");
  const out = p.command("T", "scope.take-out", {
    ...{ trunk: "K", organization: "T", people: ["t1"] },
  });
  expect(types(out)).toEqual(["liaison.ended"]);
  expect(holders(p, at("V"))).toBe("secretary: k2");
  expect(unsound(p)).toEqual([]);
});
liaison04.doesNot("happen to whoever stays in the book", () => {
  const p = county();
  assign(p, at("T"), [who("V", "v1"), who("T", "t1")]);
  p.fact("person.relocated", { organization: "V", person: "v1", departments: ["mill"] });
  p.fact("person.renamed", { organization: "V", person: "v1", to: "v9" });
  expect(holders(p, at("T"))).toBe("secretary: v9 t1");
  // Another chain to the same book is enough.
  link(p, "K", "V", WHOLE);
  p.command("T", "link.cancel", { trunk: "T", organization: "V" });
  expect(holders(p, at("T"))).toBe("secretary: v9 t1");
  expect(unsound(p)).toEqual([]);
});

liaison04.happens("as the preview of a departure says", () => {
  const p = county();
  const preview = (more: object = {}) =>
    p.ask("departure.preview", { viewer: who("T"), person: "t1", ...more });
  expect(preview()).not.toHaveProperty("offices");
  assign(p, at("V"), [who("T", "t1")]);
  const office = { ...ROLE, node: at("V") };
  expect(preview()).toMatchObject({
    offices: [{ ...office, to: null }],
    kept: { counts: { office: 1 } },
  });
  expect(preview({ successor: "t2" })).toMatchObject({ offices: [{ ...office, to: "t2" }] });
});

const resign07 = rule("RESIGN-07");
resign07.happens("to offices that nobody was appointed to since", () => {
  const p = county();
  assign(p, at("V"), [who("T", "t1")]);
  assign(p, at("T"), [who("T", "t1")]);
  assign(p, at("U"), [who("T", "t1"), who("K", "k1")]);
  p.fact("person.resigned", { organization: "T", person: "t1" });
  assign(p, at("T"), [who("K", "k1")]);
  const back = p.fact("person.reinstated", { organization: "T", person: "t1" });
  expect(types(back)).toEqual(["liaison.assigned", "liaison.assigned"]);
  expect(holders(p, at("V"))).toBe("secretary: t1");
  expect(holders(p, at("T"))).toBe("secretary: k1");
  expect(holders(p, at("U"))).toBe("secretary: k1 t1");
  expect(unsound(p)).toEqual([]);
});
resign07.doesNot("happen to offices that went to a successor", () => {
  const p = county();
  assign(p, at("V"), [who("T", "t1")]);
  p.fact("person.resigned", { organization: "T", person: "t1", successor: "t2" });
  p.fact("person.reinstated", { organization: "T", person: "t1" });
  expect(holders(p, at("V"))).toBe("secretary: t2");
});

const liaison05 = rule("LIAISON-05");
liaison05.accepts("an organization's own admins, of a role that is kept by organizations", () => {
  const p = county();
  define(p, { keptBy: "organizations" });
  expect(assign(p, at("V", "mill"), [who("V", "v1")], "V").code).toBeNull();
  expect(holders(p, at("V", "mill"), who("V"))).toBe("secretary: v1");
  expect(assign(p, at("V", "mill"), [who("K", "k1")], "K").code).toBeNull();
  expect(found(p, who("V", "v2"), who("V"))).toBe("K k1");
});
liaison05.refuses("others, other people, and a role kept by the Trunk", () => {
  const p = county();
  expect(assign(p, at("V"), [who("V")], "V").code).toBe("NOT_TRUNK_ADMIN");
  define(p, { keptBy: "organizations" });
  expect(assign(p, at("V"), [who("V")], "T").code).toBe("NOT_TRUNK_ADMIN");
  expect(assign(p, at("V"), [who("V")], ["V", "v1"]).code).toBe("NOT_TRUNK_ADMIN");
  expect(assign(p, at("V"), [who("T")], "V").code).toBe("LIAISON_NOT_ELIGIBLE");
  expect(holders(p, at("V"), who("T"))).toBe("NOT_TRUNK_ADMIN");
  expect(found(p, who("V", "v1"), who("T"))).toBe("NOT_TRUNK_ADMIN");
  p.command("V", "link.reach", { trunk: "T", organization: "V", reach: "trunk" });
  expect(assign(p, at("V"), [who("V")], "V").code).toBe("UNKNOWN_TRUNK");
});
liaison05.refuses("whoever has applied: no word of roles before the Link is formed", () => {
  const p = county();
  p.register(["A"]);
  p.command("K", "invitation.issue", { trunk: "K", invitation: "i", form: "link" });
  const applied = p.command("A", "application.submit", { application: "a", invitation: "i" });
  expect(applied.code).toBeNull();
  expect(holders(p, at("A"), who("A"))).toBe("NOT_TRUNK_ADMIN");
  expect(found(p, who("A"), who("A"))).toBe("NOT_TRUNK_ADMIN");
});

const unlink03 = rule("UNLINK-03");
unlink03.happens("to offices of an organization that is below no more", () => {
  const p = county();
  for (const node of [at("V"), at("V", "mill"), at("T")]) assign(p, node, [who("K", "k1")]);
  assign(p, at("U"), [who("V", "v1"), who("U")]);
  const told = p.command("T", "link.cancel", { trunk: "T", organization: "V" });
  expect(types(told)).toEqual(["liaison.ended", "liaison.ended", "liaison.ended"]);
  expect(holders(p, at("U"))).toBe("secretary: U-admin");
  expect(unsound(p)).toEqual([]);
  relink(p, "T", "V");
  expect([at("V"), at("V", "mill"), at("T")].map((node) => holders(p, node))).toEqual([
    ...["", "", "secretary: k1"],
  ]);
});

unlink03.happens("to an office that its holders leave in the same step, without a word", () => {
  const p = county();
  assign(p, at("U"), [who("U")]);
  const told = p.command("K", "link.cancel", { trunk: "K", organization: "U" });
  expect(types(told)).toEqual(["liaison.ended"]);
  expect(vacant(told)).toEqual([]);
  expect(unsound(p)).toEqual([]);
  relink(p, "K", "U");
  expect(holders(p, at("U"))).toBe("");
});

const proto08 = rule("PROTO-08");
proto08.happens("to a role and to an office that are what they were", () => {
  const p = county();
  assign(p, at("V"), [who("K", "k1")]);
  for (const told of [assign(p, at("V"), [who("K", "k1")]), define(p)]) {
    expect(told.passedOver).toEqual(["organization K: already-so"]);
  }
});

const unlink04 = rule("UNLINK-04");
unlink04.happens("to offices at others, but not to what names an organization's own alone", () => {
  const p = county();
  assign(p, at("K", "hall"), [who("K", "k1"), who("T", "t1")]);
  assign(p, at("T"), [who("K", "k1"), who("T", "t1")]);
  p.fact("organization.ended", { organization: "K" });
  expect(unsound(p)).toEqual([]);
  p.fact("organization.reinstated", { organization: "K" });
  expect(holders(p, at("K", "hall"))).toBe("secretary: k1");
  expect(unsound(p)).toEqual([]);
});

const branch06 = rule("BRANCH-06");
branch06.happens(
  "that those above hear of a leaver who held an office there, and no others",
  () => {
    const p = county();
    assign(p, at("V"), [who("V", "v1")]);
    const told = (person: string) =>
      p
        .fact("person.resigned", { organization: "V", person, number: 1 })
        .notices.filter(({ kind }) => kind === "COUNTERPART_LEFT")
        .flatMap(({ to }) => to as unknown as { organization: string }[])
        .map(({ organization }) => organization);
    expect(told("v1")).toEqual(["V", "K"]);
    expect(told("v2")).toEqual(["V"]);
  },
);

const hearers = ({ notices }: Told): string[] =>
  notices
    .filter(({ kind }) => kind.startsWith("COUNTERPART_"))
    .flatMap(({ kind, to }) =>
      to.map((each) => `${kind} ${"organization" in each ? each.organization : ""}`),
    );
const V1 = { organization: "V", person: "v1" } as const;
resign07.happens("so that the Trunk's admins hear of whoever holds its office again", () => {
  const p = county();
  assign(p, at("V"), [who("V", "v1"), who("V", "v2")]);
  p.fact("person.resigned", V1);
  const back = p.fact("person.reinstated", V1);
  expect(hearers(back)).toEqual(["COUNTERPART_BACK V", "COUNTERPART_BACK K"]);
});
rule("DIR-14").happens(
  "so that the Trunk's admins hear of a holder's other id, but for the two",
  () => {
    const p = county();
    assign(p, at("V"), [who("V", "v1")]);
    const told = p.fact("person.renamed", { ...V1, to: "v9" });
    expect(hearers(told)).toEqual(["COUNTERPART_RENAMED V", "COUNTERPART_RENAMED K"]);
    for (const { to } of told.notices) expect(to).toMatchObject([{ except: ["v1", "v9"] }]);
  },
);

const dist02 = rule("DIST-02");
dist02.accepts("a list for the holders of a role, whoever they are at the moment", () => {
  const p = county();
  withFlow(p);
  const list = (roles: readonly string[]) =>
    p.command("K", "app.authorize", { trunk: "K", app: "erp", authorized: { roles } });
  const may = () =>
    p.command(["V", "v1"], "form.submit", { trunk: "K", app: "erp", rows: [{ row: "r" }] }).code;
  expect(list(["mayor"]).code).toBe("UNKNOWN_LIAISON_ROLE");
  expect(list(["secretary"]).code).toBeNull();
  const covered = () => {
    const answer = p.ask("app.covered", { viewer: who("K"), trunk: "K", app: "erp" });
    return (answer as { items: { organization: string }[] }).items.map(
      ({ organization }) => organization,
    );
  };
  expect(may()).toBe("APP_NOT_AUTHORIZED");
  expect(covered()).toEqual([]);
  assign(p, at("U"), [who("V", "v1")]);
  expect(covered()).toEqual(["V"]);
  expect(may()).toBeNull();
  expect(unsound(p)).toEqual([]);
});
