// Aim: what people outside an organization may do whom it keeps in its industry book, and what they never
// are. Method: a bureau whose app goes down to a school and a village; pupils, parents and teachers of the
// school, of whom one is an employee and a parent by the same id.
import { describe, expect, test } from "vitest";
import { defaultPolicy, type Policy } from "../../src/index.ts";
import { factsOf, type Play, type Told } from "../../src/testing/index.ts";
import { link, opened, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const APP = { trunk: "K", app: "report" } as const;
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });
/** Somebody of an industry book. */
const member = (person: string, organization = "S") =>
  ({ organization, person, as: "industry-member" }) as const;

type Said = { readonly nodes?: readonly string[]; readonly guardians?: readonly string[] } & {
  readonly number?: number;
  readonly revision?: number;
};

const note = (p: Play, person: string, said: Said = {}, at = 1000, organization = "S"): Told =>
  p.fact("industry.changed", { organization, person, kind: "member", nodes: [], ...said }, { at });
const leave = (p: Play, person: string, at = 1000, more: { readonly number?: number } = {}): Told =>
  p.fact("industry.left", { organization: "S", person, kind: "member", ...more }, { at });
const leads = (
  p: Play,
  person: string,
  nodes: readonly string[],
  more: Said = {},
  at = 1000,
): Told =>
  p.fact("industry.changed", { organization: "S", person, kind: "staff", ...more, nodes }, { at });

/**
 * Bureau K above school S and town U; S above village V. K's `report` is distributed to everybody below. In
 * S's book are kid and tom, pupils in `c1` and `c2`, and mum and ann, kid's mother and tom's; ann is a
 * teacher as well, and `t1` another.
 */
function school(changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "S", "U", "V"], changes);
  for (const branch of ["S", "U"]) link(p, "K", branch, WHOLE);
  link(p, "S", "V", WHOLE);
  for (const person of ["ann", "t1"]) p.hire("S", person);
  for (const parent of ["mum", "ann"]) note(p, parent);
  note(p, "kid", { nodes: ["c1"], guardians: ["mum"] });
  note(p, "tom", { nodes: ["c2"], guardians: ["ann"] });
  p.command("K", "app.create", { app: "report", name: "Report" });
  p.command("K", "app.publish", { ...APP, industry: true });
  return p;
}

/** Hands in one row, named like whoever does unless it says otherwise. */
const submit = (
  p: Play,
  by: ReturnType<typeof member> | ReturnType<typeof who>,
  row: string = by.person,
  more: { readonly owner?: string; readonly trunk?: string; readonly space?: string } = {},
): Told => p.command(by, "form.submit", { ...APP, ...more, rows: [{ row }] });

/** The rows that somebody sees, in order. */
function rows(p: Play, viewer: object, more: object = APP): string {
  const answer = p.ask("data.rows", { viewer, app: "report", ...more } as never);
  if (typeof answer === "string") return answer;
  return (answer as { items: { row: string }[] }).items.map(({ row }) => row).join(" ");
}

const passed = (told: Told): string[] =>
  told.outcome.kind === "accepted"
    ? (told.outcome.passedOver?.first ?? []).map(
        ({ kind, id, reason }) => `${kind} ${id} ${reason}`,
      )
    : [String(told.code)];

const industry01 = rule("INDUSTRY-01");
industry01.happens("for somebody who comes into the book, changes there, and leaves it", () => {
  const p = opened(["K", "S"]);
  note(p, "mum");
  expect(note(p, "kid", { nodes: ["c1"], guardians: ["mum"], revision: 3 }).events).toEqual([
    expect.objectContaining({
      type: "industry.changed",
      data: {
        ...{ organization: "S", person: "kid", kind: "member", number: 1 },
        ...{ nodes: ["c1"], guardians: [["mum", 1]], revision: 3 },
      },
    }),
  ]);
  expect(passed(note(p, "kid", { nodes: ["c2"], revision: 2 }))).toEqual([
    "member kid older-revision",
  ]);
  expect(note(p, "kid", { nodes: ["c2"], guardians: ["mum"] }).events).toHaveLength(1);
  expect(passed(note(p, "kid", { nodes: ["c2"], guardians: ["mum"] }))).toEqual([
    "member kid already-so",
  ]);
  expect(unsound(p)).toEqual([]);
  expect(leave(p, "kid").events).toMatchObject([
    {
      type: "industry.left",
      data: { organization: "S", person: "kid", kind: "member", number: 1 },
    },
  ]);
  expect(unsound(p)).toEqual([]);
  expect(p.records("guardian")).toEqual([]);
});
industry01.happens("for one who acts in the name of the organization that keeps them", () => {
  const p = school();
  expect(submit(p, member("mum")).code).toBeNull();
  expect(submit(p, member("V-admin", "V")).code).toBe("ACTING_ORG_INVALID");
  expect(submit(p, member("mum", "U")).code).toBe("ACTING_ORG_INVALID");
  expect(submit(p, who("S", "mum"), "other").code).toBe("ACTING_ORG_INVALID");
  expect(leave(p, "mum").code).toBeNull();
  expect(submit(p, member("mum"), "late").code).toBe("ACTING_ORG_INVALID");
  expect(unsound(p)).toEqual([]);
});
industry01.doesNot("on the word of anybody else", () => {
  const p = school();
  const data = { organization: "S", person: "kid", kind: "member", nodes: [] } as const;
  const from = { organization: "K" };
  expect(p.fact("industry.changed", data, { from }).code).toBe("SOURCE_NOT_RESPONSIBLE");
  expect(p.fact("industry.left", data, { from: { platform: true } } as never).code).toBe(
    "SOURCE_NOT_RESPONSIBLE",
  );
  expect(p.fact("industry.changed", { ...data, organization: "X" }).code).toBe(
    "UNKNOWN_ORGANIZATION",
  );
});
industry01.doesNot("for one of whom it was never told that they are there", () => {
  const p = school();
  expect(leave(p, "nobody").code).toBe("UNKNOWN_PERSON");
  expect(leave(p, "kid", 1000, { number: 2 }).code).toBe("UNKNOWN_PERSON");
});
industry01.doesNot("late: by times where there are no numbers", () => {
  const p = school();
  expect(passed(note(p, "kid", { nodes: ["c9"] }, 999))).toEqual(["member kid older-time"]);
  expect(passed(leave(p, "kid", 999))).toEqual(["member kid older-time"]);
  // Repeated later, it is the latest word, so that what is older than it is late.
  const again = note(p, "kid", { nodes: ["c1"], guardians: ["mum"] }, 1500);
  expect(again.events).toMatchObject([
    { type: "industry.noted", data: { word: "changed", at: 1500 } },
  ]);
  expect(passed(again)).toEqual(["member kid already-so"]);
  expect(passed(leave(p, "kid", 1400))).toEqual(["member kid older-time"]);
  expect(leave(p, "kid", 1500).events).toHaveLength(1);
  expect(passed(note(p, "kid", {}, 1500))).toEqual(["member kid older-time"]);
  expect(leave(p, "kid", 1700).events).toMatchObject([
    { type: "industry.noted", data: { word: "left", at: 1700 } },
  ]);
  expect(passed(leave(p, "kid", 1600))).toEqual(["member kid older-time"]);
  expect(passed(note(p, "kid", {}, 1600))).toEqual(["member kid older-time"]);
  expect(note(p, "kid", {}, 1700).events).toMatchObject([{ data: { number: 2 } }]);
});
industry01.doesNot("by a number that is over, and with one that decides whatever its time", () => {
  const p = opened(["K", "S"]);
  note(p, "kid", { number: 5 });
  expect(passed(note(p, "kid", { number: 4, nodes: ["c1"] }))).toEqual(["member kid older-number"]);
  expect(note(p, "kid", { number: 5, nodes: ["c1"] }, 1).events).toHaveLength(1);
  expect(passed(leave(p, "kid", 2000, { number: 4 }))).toEqual(["member kid older-number"]);
  // A number above begins another time in the book, and the former one ends.
  expect(note(p, "kid", { number: 7 }).events).toMatchObject([
    { type: "industry.left", data: { number: 5, because: "changed" } },
    { type: "industry.changed", data: { number: 7, given: 7 } },
  ]);
  expect(leave(p, "kid", 5, { number: 7 }).events).toMatchObject([{ type: "industry.left" }]);
  // Of one time in the book departures compare with one another alone, as of one employment.
  expect(passed(leave(p, "kid", 5, { number: 7 }))).toEqual(["member kid older-time"]);
  expect(passed(leave(p, "kid", 6, { number: 7 }))).toEqual(["member kid already-so"]);
  expect(passed(leave(p, "kid", 6, { number: 7 }))).toEqual(["member kid older-time"]);
  expect(passed(note(p, "kid", { number: 7 }))).toEqual(["member kid older-number"]);
  expect(note(p, "kid", { number: 8 }).events).toMatchObject([{ data: { number: 8, given: 8 } }]);
});
industry01.doesNot(
  "by another time in the book that begins: nobody said that the former one ended",
  () => {
    const p = opened(["K", "S"]);
    note(p, "kid", { number: 5 }, 1000);
    note(p, "kid", { number: 7 }, 2000);
    expect(leave(p, "kid", 2000).events).toMatchObject([{ type: "industry.left" }]);
  },
);
industry01.happens(
  "under the number next above the latest known, where the source gives none",
  () => {
    const p = opened(["K", "S"]);
    note(p, "kid", { number: 5 });
    leave(p, "kid", 1001);
    note(p, "kid", {}, 1002);
    expect(leave(p, "kid", 1003, { number: 7 }).code).toBe("UNKNOWN_PERSON");
    expect(passed(leave(p, "kid", 1003, { number: 5 }))).toEqual(["member kid older-number"]);
    expect(leave(p, "kid", 1003, { number: 6 }).events).toHaveLength(1);
  },
);
industry01.happens("for guardians who are in the book, as long as they are there", () => {
  const p = opened(["K", "S"]);
  expect(note(p, "kid", { guardians: ["mum"] }).code).toBe("UNKNOWN_PERSON");
  expect(passed(note(p, "kid", { guardians: ["kid"] }))).toEqual(["member kid not-possible"]);
  note(p, "mum", {}, 1010);
  expect(passed(note(p, "kid", { nodes: ["c1"], guardians: ["mum"] }, 1009))).toEqual([
    "member mum older-time",
  ]);
  expect(passed(note(p, "kid", { guardians: ["mum"] }, 1010))).toEqual([]);
  leave(p, "mum", 1020);
  expect(passed(note(p, "kid", { guardians: ["mum"] }, 1020))).toEqual(["member mum older-time"]);
  expect(note(p, "kid", { guardians: ["mum"] }, 1021).code).toBe("UNKNOWN_PERSON");
  expect(unsound(p)).toEqual([]);
});
industry01.happens(
  "to what somebody leads who is back, but not where others were set to it since",
  () => {
    const p = opened(["K", "S"], { departureRetentionDays: 1 });
    for (const person of ["t1", "t2"]) p.hire("S", person);
    const back = (at: number) =>
      p.fact("person.reinstated", { organization: "S", person: "t1" }, { at });
    const led = (person: string) =>
      factsOf(p.world(), defaultPolicy).industry?.books[0]?.staff.find(
        (each) => each.person === person,
      )?.nodes;
    leads(p, "t2", ["c1"]);
    leads(p, "t1", ["c1", "c2", "c3"]);
    // What others were set to before is given back, and nothing is said.
    p.fact("person.resigned", { organization: "S", person: "t1" }, { at: 2000 });
    expect(led("t1")).toBeUndefined();
    expect(back(2001).events.map(({ type }) => type)).not.toContain("industry.changed");
    expect(led("t1")).toEqual(["c1", "c2", "c3"]);
    p.fact("person.resigned", { organization: "S", person: "t1" }, { at: 2002 });
    leads(p, "t2", ["c1", "c2"], {}, 2003);
    expect(back(2004).events).toContainEqual(
      expect.objectContaining({
        type: "industry.changed",
        data: expect.objectContaining({ person: "t1", kind: "staff", nodes: ["c1", "c3"] }),
      }),
    );
    expect(led("t1")).toEqual(["c1", "c3"]);
    // Once the retention is over, nothing is.
    p.fact("person.resigned", { organization: "S", person: "t1" }, { at: 2005 });
    back(2005 + 86_400_000);
    expect(led("t1")).toBeUndefined();
    expect(unsound(p)).toEqual([]);
  },
);
industry01.happens("for whoever has no number yet, as their first one", () => {
  const p = school();
  expect(note(p, "mum", { number: 9 }).events).toMatchObject([{ data: { number: 1, given: 9 } }]);
  expect(note(p, "mum", { nodes: ["c1"] }).events).toMatchObject([
    { data: { number: 1, given: 9 } },
  ]);
  // One that is not above the library's is none, and what is said with it is of before.
  expect(passed(note(p, "ann", { number: 0, nodes: ["c1"] }))).toEqual(["member ann older-number"]);
  expect(passed(note(p, "ann", { number: 1 }))).toEqual(["member ann already-so"]);
  // It is theirs whatever becomes of the values that come with it.
  note(p, "ann", { nodes: ["c2"], revision: 4 });
  const older = note(p, "ann", { number: 8, nodes: ["c1"], revision: 3 });
  expect(passed(older)).toEqual(["member ann older-revision"]);
  expect(older.events).toMatchObject([{ data: { number: 1, given: 8, nodes: ["c2"] } }]);
});
industry01.happens("for employees who lead nodes, as long as their employment lasts", () => {
  const p = school();
  expect(leads(p, "t1", ["c1"], { number: 1 }).events).toMatchObject([
    { type: "industry.changed", data: { person: "t1", kind: "staff", number: 1, nodes: ["c1"] } },
  ]);
  expect(passed(leads(p, "t1", ["c1"]))).toEqual(["person t1 already-so"]);
  expect(leads(p, "nobody", ["c1"]).code).toBe("UNKNOWN_PERSON");
  expect(leads(p, "mum", ["c1"]).code).toBe("UNKNOWN_PERSON");
  const ends = (at = 1000, number?: number) =>
    p.fact(
      "industry.left",
      {
        organization: "S",
        person: "t1",
        kind: "staff",
        ...(number === undefined ? {} : { number }),
      },
      { at },
    );
  expect(ends(1000, 2).code).toBe("UNKNOWN_PERSON");
  expect(passed(ends(1))).toEqual(["person t1 older-time"]);
  expect(ends().events).toMatchObject([
    { type: "industry.left", data: { kind: "staff", number: 1 } },
  ]);
  expect(passed(ends())).toEqual(["person t1 already-so"]);
  expect(leads(p, "t1", ["c2"], { revision: 4 }).events).toHaveLength(1);
  ends();
  expect(passed(leads(p, "t1", ["c2"], { revision: 3 }))).toEqual(["person t1 older-revision"]);
  expect(passed(leads(p, "t1", ["c1"], {}, 1))).toEqual(["person t1 older-time"]);
  p.fact("person.resigned", { organization: "S", person: "t1" }, { at: 3000 });
  expect(passed(ends(3000))).toEqual(["person t1 older-time"]);
  expect(ends(3001).code).toBe("UNKNOWN_PERSON");
  expect(unsound(p)).toEqual([]);
});
industry01.happens(
  "to whoever is employee and member: each acts by itself, and is suspended by itself",
  () => {
    const p = school();
    p.command("K", "app.permit", { ...APP, permissions: [{ rows: "own" }] });
    p.fact("license.purchased", { organization: "K", purchased: 9 });
    const unit = { kind: "hierarchy", organization: "K" } as const;
    p.command("K", "license.grant", { unit, people: [who("S", "ann")] });
    submit(p, who("S", "ann"), "as-teacher");
    submit(p, member("ann"), "as-mother");
    expect(rows(p, who("S", "ann"))).toBe("as-teacher");
    expect(rows(p, member("ann"))).toBe("as-mother");
    p.fact("person.suspended", { organization: "S", person: "ann" });
    expect(submit(p, who("S", "ann"), "r1").code).toBe("ACTOR_SUSPENDED");
    expect(submit(p, member("ann"), "r2").code).toBeNull();
    p.resign("S", "ann");
    expect(submit(p, member("ann"), "r3").code).toBeNull();
    p.fact("organization.suspended", { organization: "S" });
    expect(submit(p, member("ann"), "r4").code).toBe("ACTOR_SUSPENDED");
    expect(rows(p, member("ann"))).toBe("ACTOR_SUSPENDED");
    p.fact("organization.resumed", { organization: "S" });
    expect(rows(p, member("ann"))).toBe("as-mother r2 r3");
    expect(unsound(p)).toEqual([]);
  },
);
industry01.doesNot("make anybody one of the people of the organization", () => {
  const p = school();
  const asked = { viewer: who("K"), trunk: "K", organization: "S" };
  expect(p.ask("hierarchy.contact", { ...asked, person: "mum" })).toBe("NOT_ON_LINK");
  const unit = { kind: "hierarchy", organization: "K" } as const;
  expect(p.command("K", "license.grant", { unit, people: [who("S", "mum")] }).code).toBe(
    "LICENSE_TARGET_NOT_ELIGIBLE",
  );
  const group = { trunk: "K", group: "g", name: "G" } as const;
  expect(p.command("K", "group.start", { ...group, participants: [who("S", "mum")] }).code).toBe(
    "NOT_ON_LINK",
  );
  p.command("K", "liaison.define", { trunk: "K", role: "r", name: "R" });
  const office = { trunk: "K", role: "r", node: { organization: "S", department: null } };
  expect(p.command("K", "liaison.assign", { ...office, people: [who("S", "mum")] }).code).toBe(
    "LIAISON_NOT_ELIGIBLE",
  );
  const scope = { people: ["mum"] };
  expect(p.command("S", "scope.set", { trunk: "K", organization: "S", scope }).code).not.toBeNull();
});
industry01.happens("to the book of an organization that ended, until it is taken back", () => {
  const p = school();
  p.fact("organization.ended", { organization: "S" });
  expect(submit(p, member("mum")).code).toBe("UNKNOWN_ORGANIZATION");
  expect(passed(note(p, "mum", { nodes: ["c1"] }))).toEqual(["member mum organization-ended"]);
  p.fact("organization.reinstated", { organization: "S" });
  expect(submit(p, member("mum")).code).toBe("UNKNOWN_TRUNK");
  p.command("S", "application.submit", { application: "again", invitation: "t-K", ...WHOLE });
  p.command("K", "application.approve", { trunk: "K", items: [{ application: "again" }] });
  expect(submit(p, member("mum")).code).toBeNull();
  expect(rows(p, member("mum"))).toBe("mum");
});
industry01.happens(
  "under ids of their own, whatever becomes of an employee who had the same",
  () => {
    const p = school();
    p.fact("person.renamed", { organization: "S", person: "ann", to: "anna" } as never);
    expect(submit(p, member("anna")).code).toBe("ACTING_ORG_INVALID");
    expect(submit(p, member("ann")).events).toMatchObject([{ data: { person: "ann" } }]);
    expect(rows(p, member("ann"))).toBe("ann");
    expect(rows(p, member("ann"), { ...APP, submitter: "ann" })).toBe("ann");
    expect(rows(p, member("ann"), { ...APP, submitter: "anna" })).toBe("");
    expect(note(p, "ann", { nodes: ["c1"] }).events).toMatchObject([{ data: { person: "ann" } }]);
    expect(passed(note(p, "ann", { nodes: ["c1"] }))).toEqual(["member ann already-so"]);
    expect(leads(p, "anna", ["c1"]).events).toMatchObject([{ data: { person: "anna" } }]);
    expect(p.records("industry-staff").map(([key]) => key)).toEqual(["S/ann"]);
  },
);

const industry02 = rule("INDUSTRY-02");
industry02.accepts("industry members of every organization that is covered as a whole", () => {
  const p = school();
  note(p, "farmer", {}, 1000, "V");
  expect(submit(p, member("farmer", "V")).code).toBeNull();
  p.command("K", "app.authorize", {
    ...APP,
    authorized: { organizations: [{ organization: "S" }] },
  });
  expect(submit(p, member("farmer", "V"), "second").code).toBeNull();
  p.command("K", "app.authorize", { ...APP, authorized: { levels: [2] } });
  expect(submit(p, member("farmer", "V"), "third").code).toBeNull();
});
industry02.accepts("what the Trunk says of it, one thing at a time", () => {
  const p = school();
  const offer = (data: object, by = "K") => p.command(by, "app.offer", data as never);
  expect(offer({ ...APP, industry: false }).events).toMatchObject([
    { type: "app.offered", data: { ...APP, autoInstall: false, industry: false } },
  ]);
  expect(offer({ ...APP, industry: false }).events).toEqual([]);
  expect(submit(p, member("mum")).code).toBe("INDUSTRY_ACCESS_CLOSED");
  expect(offer({ ...APP, autoInstall: true, industry: true }).events).toHaveLength(1);
  expect(offer({ ...APP, autoInstall: false }).events).toMatchObject([
    { data: { industry: true } },
  ]);
  expect(submit(p, member("mum")).code).toBeNull();
  expect(offer({ ...APP, industry: false }, "S").code).toBe("NOT_TRUNK_ADMIN");
});
industry02.accepts("its own industry members where the builder says so", () => {
  const p = school();
  note(p, "clerk", {}, 1000, "K");
  const own = { trunk: undefined, app: "report" };
  const at = (row: string) =>
    p.command(member("clerk", "K"), "form.submit", { app: "report", rows: [{ row }] }).code;
  expect(at("r1")).toBe("INDUSTRY_ACCESS_CLOSED");
  const offer = (by: string, app = "report", industry = true) =>
    p.command(by, "app.offer", { app, industry });
  // To S it is distributed: it knows of it, and governs nothing. Nobody knows of one that is none.
  expect(offer("S").code).toBe("APP_GOVERNANCE_HOST_ONLY");
  expect(offer("K", "none").code).toBe("UNKNOWN_APP");
  p.hire("K", "k1");
  expect(p.command(["K", "k1"], "app.offer", { app: "report", industry: true }).code).toBe(
    "NOT_TRUNK_ADMIN",
  );
  expect(p.command({ support: "s" }, "app.offer", { app: "report", industry: true }).code).toBe(
    "UNKNOWN_APP",
  );
  expect(offer("K").events).toMatchObject([
    { type: "app.offered", data: { app: "report", organization: "K", industry: true } },
  ]);
  expect(offer("K").events).toEqual([]);
  expect(at("r2")).toBeNull();
  expect(rows(p, member("clerk", "K"), own)).toBe("r2");
  expect(rows(p, member("mum"), own)).toBe("UNKNOWN_APP");
  // The distribution has a switch of its own.
  expect(p.command("K", "app.withdraw", APP).code).toBeNull();
  expect(at("r3")).toBeNull();
  expect(offer("K", "report", false).events).toHaveLength(1);
  expect(at("r4")).toBe("INDUSTRY_ACCESS_CLOSED");
  expect(unsound(p)).toEqual([]);
});
industry02.refuses(
  "an app that is not open to them, which it is not unless somebody says so",
  () => {
    const p = school();
    p.command("K", "app.withdraw", APP);
    expect(submit(p, member("mum")).code).toBe("APP_NOT_PUBLISHED");
    p.command("K", "app.publish", APP);
    expect(submit(p, member("mum")).code).toBe("INDUSTRY_ACCESS_CLOSED");
    // That it is closed comes before whom it is for.
    p.command("K", "app.authorize", {
      ...APP,
      authorized: { organizations: [{ organization: "U" }] },
    });
    expect(submit(p, member("mum")).code).toBe("INDUSTRY_ACCESS_CLOSED");
  },
);
industry02.refuses("members of an organization of which the list names only some", () => {
  const p = school();
  p.createDepartments("S", [["staff", null]]);
  const departments = [{ organization: "S", department: "staff" }];
  p.command("K", "app.authorize", {
    ...APP,
    authorized: { departments, people: [who("S", "ann")] },
  });
  expect(submit(p, member("mum")).code).toBe("APP_NOT_AUTHORIZED");
  expect(submit(p, member("ann")).code).toBe("APP_NOT_AUTHORIZED");
  p.command("K", "app.authorize", {
    ...APP,
    authorized: { organizations: [{ organization: "S", alone: true }] },
  });
  expect(submit(p, member("mum")).code).toBeNull();
  note(p, "farmer", {}, 1000, "V");
  expect(submit(p, member("farmer", "V")).code).toBe("APP_NOT_AUTHORIZED");
});

const STEP = [{ approvers: [{ kind: "liaison", role: "head" }], mode: "all" }] as const;

/** Starts a flow of the bureau's. */
const start = (p: Play, by: ReturnType<typeof member>, instance: string): Told =>
  p.command(by, "flow.start", { ...APP, flow: "f", instance, row: instance });

/** The same school, and a flow that the nearest head of it signs, and of the class otherwise. */
function withFlow(): Play {
  const p = school();
  p.createDepartments("S", [["staff", null]]);
  p.relocate("S", "ann", ["staff"]);
  p.command("K", "liaison.define", { trunk: "K", role: "head", name: "Head" });
  const node = { organization: "S", department: null };
  const office = { trunk: "K", role: "head" };
  p.command("K", "liaison.assign", { ...office, node, people: [who("S", "t1")] });
  const below = { organization: "S", department: "staff" };
  p.command("K", "liaison.assign", { ...office, node: below, people: [who("S", "S-admin")] });
  p.command("K", "flow.define", { app: "report", flow: "f", steps: STEP } as never);
  return p;
}

/** An instance of mum's that was returned to her, for her to hand in again. */
function returned(): Play {
  const p = withFlow();
  start(p, member("mum"), "i");
  p.fact("license.purchased", { organization: "K", purchased: 9 });
  const unit = { kind: "hierarchy", organization: "K" } as const;
  p.command("K", "license.grant", { unit, people: [who("S", "t1")] });
  p.command(["S", "t1"], "task.return", { instance: "i", task: 0, to: "initiator" });
  return p;
}
const resubmit = (p: Play): Told =>
  p.command(member("mum"), "flow.resubmit", { instance: "i", row: "again" });

industry02.accepts(
  "a member who goes on with what was returned, through the Trunk as before",
  () => {
    expect(resubmit(returned()).events.map(({ type }) => type)).toEqual([
      "form.submitted",
      "flow.resubmitted",
      "flow.step-begun",
      "task.made",
    ]);
  },
);
industry02.refuses("going on once the Trunk does not reach the organization any more", () => {
  const p = returned();
  p.command("K", "link.cancel", { trunk: "K", organization: "S" });
  expect(resubmit(p).code).toBe("APP_NOT_AUTHORIZED");
  expect(p.command(member("mum"), "flow.withdraw", { instance: "i" }).code).toBeNull();
});

const industry03 = rule("INDUSTRY-03");
industry03.accepts("one form, and one flow, through the Trunk and without a license", () => {
  const p = withFlow();
  expect(submit(p, member("mum")).events).toMatchObject([
    {
      type: "form.submitted",
      data: { trunk: "K", organization: "S", person: "mum", as: "industry-member" },
    },
  ]);
  expect(start(p, member("ann"), "i").events).toMatchObject([
    { type: "form.submitted" },
    { type: "flow.started", data: { trunk: "K", initiator: member("ann") } },
    { type: "flow.step-begun" },
    { type: "task.made", data: { holder: who("S", "t1"), home: "S" } },
  ]);
  // It begins at the organization, wherever an employee of the same id is placed.
  expect(p.command(["S", "ann"], "flow.withdraw", { instance: "i" }).code).toBe("NOT_INITIATOR");
  expect(p.command(member("mum"), "flow.withdraw", { instance: "i" }).code).toBe(
    "UNKNOWN_INSTANCE",
  );
  const shown = p.ask("flow.instance", { viewer: who("K"), instance: "i" });
  expect(shown).toMatchObject({
    initiator: member("ann"),
    items: [{ who: member("ann") }, {}, {}],
  });
  expect(p.ask("flow.instance", { viewer: who("S", "ann"), instance: "i" })).toBe(
    "UNKNOWN_INSTANCE",
  );
  expect(p.ask("flow.started", { viewer: who("S", "ann") })).toMatchObject({ items: [] });
  expect(p.command(member("ann"), "flow.withdraw", { instance: "i" }).events).toMatchObject([
    { type: "task.closed", data: { how: "withdrawn", by: member("ann") } },
    { type: "flow.ended", data: { how: "withdrawn" } },
  ]);
  expect(unsound(p)).toEqual([]);
});
industry03.accepts("what the organization's people pass on among themselves", () => {
  const p = withFlow();
  start(p, member("mum"), "i");
  p.fact("license.purchased", { organization: "K", purchased: 9 });
  const unit = { kind: "hierarchy", organization: "K" } as const;
  p.command("K", "license.grant", { unit, people: [who("S", "t1"), who("S", "ann")] });
  const transfer = (to: object) =>
    p.command(["S", "t1"], "task.transfer", { instance: "i", task: 0, to } as never);
  expect(transfer(who("S", "mum")).code).toBe("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG");
  expect(transfer(who("K")).code).toBe("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG");
  expect(transfer(who("S", "ann")).code).toBeNull();
});
industry03.accepts("questions about what one may do, and what is one's own", () => {
  const p = school();
  const use = (feature: string, viewer: object = member("mum")) =>
    p.ask("app.use", { viewer, ...APP, feature } as never);
  for (const feature of ["form.submit", "flow.start", "attachment.upload", "data.view"]) {
    expect(use(feature)).toEqual({ side: "downstream" });
  }
  for (const feature of ["form.submit-batch", "task.handle", "report.view", "data.export"]) {
    expect(use(feature)).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
  }
});
industry03.refuses("several rows at once", () => {
  const p = school();
  const two = [{ row: "r1" }, { row: "r2" }];
  expect(p.command(member("mum"), "form.submit", { ...APP, rows: two }).code).toBe(
    "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
  );
});
industry03.refuses("a Space as the door, and both at once", () => {
  const p = school();
  p.createSpace("K", "s", { people: ["K-admin"] });
  p.join("K", "s", "S", { whole: true });
  p.command("K", "app.publish", { space: "s", app: "report" });
  const inSpace = { space: "s", app: "report", rows: [{ row: "r1" }] };
  expect(p.command(member("ann"), "form.submit", inSpace).code).toBe("ACTING_ORG_INVALID");
  const both = { ...inSpace, trunk: "K" };
  expect(p.command(member("ann"), "form.submit", both).code).toBe("ACTING_ORG_INVALID");
  expect(p.command(member("ann"), "form.submit", { ...inSpace, space: "x" }).code).toBe(
    "UNKNOWN_SPACE",
  );
});
industry03.refuses("anything that is not theirs to do, as malformed", () => {
  const p = withFlow();
  start(p, member("mum"), "i");
  const by = { ...member("t1"), organization: "S" };
  note(p, "t1");
  const approve = p.command(by, "task.approve", { instance: "i", task: 0 });
  expect(approve.code).toBe("MALFORMED");
  expect(approve.outcome).toMatchObject({
    refusal: { data: { problems: [{ path: ["by", "as"], problem: "unknown-field" }] } },
  });
  note(p, "S-admin");
  const reach = { trunk: "K", organization: "S", reach: "trunk" } as const;
  expect(p.command(member("S-admin"), "link.reach", reach).code).toBe("MALFORMED");
  expect(p.ask("flow.todo", { viewer: member("t1") })).toBe("MALFORMED");
  expect(p.ask("form.candidates", { viewer: member("t1"), ...APP })).toBe("MALFORMED");
});

const industry04 = rule("INDUSTRY-04");
industry04.shows("rows to whoever submitted or owns them, and to guardians", () => {
  const p = school();
  submit(p, member("kid"), "by-kid");
  submit(p, member("mum"), "by-mum");
  submit(p, member("mum"), "for-kid", { owner: "kid" });
  submit(p, member("ann"), "by-ann-for-kid", { owner: "kid" });
  submit(p, member("tom"), "by-tom");
  expect(rows(p, member("kid"))).toBe("by-kid for-kid by-ann-for-kid");
  expect(rows(p, member("mum"))).toBe("by-kid by-mum for-kid by-ann-for-kid");
  expect(rows(p, member("ann"))).toBe("by-ann-for-kid by-tom");
  expect(p.ask("data.range", { viewer: member("mum"), ...APP })).toEqual({
    all: false,
    filter: [
      { submitter: member("mum") },
      { owner: who("S", "mum") },
      { submitter: member("kid") },
      { owner: who("S", "kid") },
    ],
  });
  expect(p.ask("data.rows", { viewer: member("kid"), ...APP })).toMatchObject({
    items: [
      { row: "by-kid", submitter: member("kid") },
      { row: "for-kid", submitter: member("mum"), owner: "kid" },
      { row: "by-ann-for-kid", owner: "kid" },
    ],
  });
  // Guardianship is as it stands now.
  note(p, "kid", { nodes: ["c1"], guardians: ["ann"] });
  expect(rows(p, member("mum"))).toBe("by-mum for-kid");
  expect(rows(p, member("ann"))).toBe("by-kid for-kid by-ann-for-kid by-tom");
  expect(unsound(p)).toEqual([]);
});
industry04.shows(
  "rows under the id in the book, whatever an employee of that id is renamed to",
  () => {
    const p = school();
    p.fact("person.renamed", { organization: "S", person: "ann", to: "anna" });
    expect(p.ask("data.range", { viewer: member("ann"), ...APP })).toMatchObject({
      filter: [
        { submitter: member("ann") },
        { owner: who("S", "ann") },
        { submitter: member("tom") },
        { owner: who("S", "tom") },
      ],
    });
  },
);
industry04.shows(
  "rows for a member that an employee handed in, to the member and the guardians",
  () => {
    const p = school();
    p.fact("license.purchased", { organization: "K", purchased: 9 });
    const unit = { kind: "hierarchy", organization: "K" } as const;
    p.command("K", "license.grant", { unit, people: [who("S", "t1")] });
    expect(submit(p, who("S", "t1"), "mark", { owner: "kid" }).events).toMatchObject([
      { data: { person: "t1", owner: "kid" } },
    ]);
    expect(rows(p, member("kid"))).toBe("mark");
    expect(rows(p, member("mum"))).toBe("mark");
    expect(p.ask("data.submitters", { viewer: who("K"), app: "report" })).toBe("LICENSE_REQUIRED");
  },
);
industry04.shows("rows of a node to whoever leads it, as nodes stand now", () => {
  const p = school();
  p.fact("license.purchased", { organization: "K", purchased: 9 });
  const unit = { kind: "hierarchy", organization: "K" } as const;
  p.command("K", "license.grant", { unit, people: [who("S", "t1"), who("S", "ann")] });
  p.command("K", "app.permit", { ...APP, permissions: [{ rows: "node" }] });
  submit(p, member("kid"), "by-kid");
  submit(p, member("mum"), "for-kid", { owner: "kid" });
  submit(p, member("mum"), "by-mum");
  submit(p, member("tom"), "by-tom");
  submit(p, who("S", "ann"), "by-teacher");
  expect(rows(p, who("S", "t1"))).toBe("");
  leads(p, "t1", ["c1", "c3"]);
  expect(rows(p, who("S", "t1"))).toBe("by-kid for-kid");
  expect(p.ask("data.range", { viewer: who("S", "t1"), ...APP })).toEqual({
    all: false,
    filter: [{ organization: "S", nodes: ["c1", "c3"] }],
  });
  note(p, "kid", { nodes: ["c2"], guardians: ["mum"] });
  note(p, "tom", { nodes: ["c3"], guardians: ["ann"] });
  expect(rows(p, who("S", "t1"))).toBe("by-tom");
  expect(rows(p, who("S", "ann"))).toBe("");
  // It ends with the employment, and is there again with it.
  p.resign("S", "t1");
  p.fact("person.reinstated", { organization: "S", person: "t1", number: 1 });
  expect(rows(p, who("S", "t1"))).toBe("LICENSE_REQUIRED by-tom".split(" ")[1]);
  p.resign("S", "t1");
  p.hire("S", "t1", [], 2);
  p.command("K", "license.grant", { unit, people: [who("S", "t1")] });
  expect(rows(p, who("S", "t1"))).toBe("");
  expect(unsound(p)).toEqual([]);
});
industry04.hides("rows of others, and of who was in the book before under the same id", () => {
  const p = school();
  submit(p, member("kid"), "first");
  submit(p, member("mum"), "owned", { owner: "kid" });
  submit(p, member("tom"), "toms");
  leave(p, "kid", 2000);
  expect(rows(p, member("mum"))).toBe("owned");
  note(p, "kid", { nodes: ["c1"], guardians: ["mum"] }, 3000);
  submit(p, member("kid"), "second");
  expect(rows(p, member("kid"))).toBe("second");
  expect(rows(p, member("mum"))).toBe("owned second");
});
describe("who may own a row", () => {
  test("[INDUSTRY-04] refuses an owner who is not in the book of the organization acted for", () => {
    const p = school();
    note(p, "farmer", {}, 1000, "V");
    for (const owner of ["farmer", "t1", "nobody"]) {
      expect(submit(p, member("mum"), "r", { owner }).code).toBe("PICK_TARGET_OUTSIDE_SCOPE");
    }
    leave(p, "kid", 2000);
    expect(submit(p, member("mum"), "r", { owner: "kid" }).code).toBe("PICK_TARGET_OUTSIDE_SCOPE");
    expect(submit(p, member("mum"), "r", { owner: "tom" }).code).toBeNull();
  });
});

test("[DATA-02] the builder sees who of an industry book submitted, apart from employees", () => {
  const p = school();
  p.fact("license.purchased", { organization: "K", purchased: 9 });
  const own = { kind: "host", organization: "K" } as const;
  p.command("K", "license.grant", { unit: own, people: [who("K")] });
  const unit = { kind: "hierarchy", organization: "K" } as const;
  p.command("K", "license.grant", { unit, people: [who("S", "ann")] });
  submit(p, member("ann"), "r1");
  submit(p, who("S", "ann"), "r2");
  submit(p, member("ann"), "r3");
  const asked = { viewer: who("K"), app: "report" };
  expect(p.ask("data.submitters", asked)).toMatchObject({
    items: [
      { person: "ann", as: "industry-member", fields: { name: "" } },
      { person: "ann", fields: { name: "Name of ann" } },
    ],
  });
  const first = p.ask("data.submitters", { ...asked, limit: 1 }) as { next: string };
  expect(p.ask("data.submitters", { ...asked, limit: 1, after: first.next })).toMatchObject({
    items: [{ fields: { name: "Name of ann" } }],
    next: null,
  });
  expect(rows(p, who("K"), { trunk: undefined })).toBe("r1 r2 r3");
  expect(unsound(p)).toEqual([]);
});

const dir13 = rule("DIR-13");
const imported = (p: Play, changes: readonly object[], more: object = {}): Told =>
  p.fact("directory.changed", { organization: "S", changes, ...more } as never, { at: 2000 });
const noted = (person: string, more: Said = {}) => ({
  type: "industry.changed",
  data: { person, kind: "member", nodes: [], ...more },
});
dir13.accepts("a school's import of its book, with the employees who lead its nodes", () => {
  const p = school();
  const told = imported(p, [
    { type: "person.hired", data: { person: "t2", departments: [], fields: { name: "T" } } },
    { type: "industry.changed", data: { person: "t2", kind: "staff", nodes: ["c3"] } },
    noted("dad"),
    noted("lea", { nodes: ["c3"], guardians: ["dad"] }),
    { type: "industry.left", data: { person: "kid", kind: "member" } },
    noted("tom", { nodes: ["c2"], guardians: ["ann"] }),
  ]);
  expect(told.code).toBeNull();
  expect(passed(told)).toEqual(["member tom already-so"]);
  expect(factsOf(p.world(), defaultPolicy).industry?.books).toMatchObject([
    {
      organization: "S",
      members: [
        { person: "ann" },
        { person: "dad" },
        { person: "lea", nodes: ["c3"], guardians: ["dad"] },
        { person: "mum" },
        { person: "tom", nodes: ["c2"] },
      ],
      staff: [{ person: "t2", nodes: ["c3"] }],
    },
  ]);
  expect(unsound(p)).toEqual([]);
});
dir13.accepts("of the book whatever source the directory's changes have", () => {
  const p = school();
  imported(p, [noted("dad"), { type: "person.confirmed", data: { person: "t1" } }], {
    source: "register",
  });
  expect(passed(imported(p, [noted("dad")]))).toEqual(["member dad already-so"]);
  expect(passed(imported(p, [noted("dad")], { source: "other" }))).toEqual([
    "member dad already-so",
  ]);
});
dir13.refuses(
  "all of an import that names a guardian who is not in the book, and says where",
  () => {
    const p = school();
    const told = imported(p, [noted("lea"), noted("max", { guardians: ["nobody"] })]);
    expect(told.refusal).toMatchObject({
      code: "UNKNOWN_PERSON",
      data: { person: "nobody", index: 1 },
    });
    expect(passed(leave(p, "lea", 3000))).toEqual(["UNKNOWN_PERSON"]);
    expect(
      imported(p, [{ type: "industry.left", data: { person: "x", kind: "member" } }]).code,
    ).toBe("UNKNOWN_PERSON");
  },
);
