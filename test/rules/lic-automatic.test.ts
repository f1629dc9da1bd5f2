// Aim: entering an automatic department, in whatever way, grants a license if one is left, and waits if not.
// Method: one Space of two Members; hires, relocations, moves of departments, scopes, full Spaces.
import { expect } from "vitest";
import { decide, defaultPolicy, emptySlice, type Policy } from "../../src/index.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { loadFrom } from "../../src/testing/laws/slices.ts";
import {
  automate,
  buy,
  deferred,
  grant,
  holders,
  licensed,
  link,
  member,
  named,
  own,
  people,
  revoke,
  usage,
  whole,
} from "../support/licenses.ts";
import { onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

const s1 = whole("s1");

/** The automatic departments of a Member, sorted. */
function selected(p: Play, organization: string, unit: typeof s1 | ReturnType<typeof member> = s1) {
  const viewer = { organization: "A", person: "A-admin" };
  const answer = p.ask("license.automatic", { viewer, unit, organization });
  return [...(answer as { readonly departments: readonly string[] }).departments].sort();
}

const lic09 = rule("LIC-09");
lic09.happens("that the departments of a Member are stored, and replaced by another choice", () => {
  const p = licensed(9);
  expect(automate(p, s1, "B", ["sales", "law"]).events).toMatchObject([
    {
      type: "license.automated",
      data: { organization: "B", added: ["sales", "law"], removed: [] },
    },
  ]);
  expect(selected(p, "B")).toEqual(["law", "sales"]);
  expect(automate(p, s1, "B", ["law", "export"]).events).toMatchObject([
    { data: { added: ["export"], removed: ["sales"] } },
  ]);
  expect(selected(p, "B")).toEqual(["export", "law"]);
  expect(automate(p, s1, "B", ["export", "law"]).events).toEqual([]);
  automate(p, s1, "B", []);
  expect(selected(p, "B")).toEqual([]);
});
lic09.happens("that what is below a department is included", () => {
  const p = licensed(9);
  automate(p, s1, "B", ["sales"]);
  expect(named(p.hire("B", "new", ["export"]), "license.granted")).toEqual(["B/new"]);
});
lic09.happens("that a removed department disappears", () => {
  const p = licensed(9);
  automate(p, s1, "B", ["export", "law"]);
  p.fact("department.removed", { organization: "B", department: "law" });
  expect(selected(p, "B")).toEqual(["export"]);
  p.fact("department.removed", { organization: "B", department: "export" });
  expect(selected(p, "B")).toEqual([]);
});
lic09.doesNot("by others than the Host, in a unit not linked, of what is not in the unit", () => {
  const p = licensed(9, {}, [member("s1", "B")]);
  p.register(["D"]);
  p.createDepartments("C", [["c-law", null]]);
  p.createDepartments("D", [["d-law", null]]);
  const unit = member("s1", "B");
  const code = (
    ...given: Parameters<typeof automate> extends [Play, ...infer Rest] ? Rest : never
  ) => automate(p, ...given).code;
  expect(code(unit, "B", ["law"], "B")).toBe("LICENSE_HOST_ONLY");
  expect(code(unit, "B", ["law", "none"])).toBe("UNKNOWN_DEPARTMENT");
  p.fact("department.removed", { organization: "B", department: "export" });
  expect(code(unit, "B", ["export"])).toBe("UNKNOWN_DEPARTMENT");
  expect(code(unit, "C", ["c-law"])).toBe("NOT_A_MEMBER");
  expect(code(unit, "D", ["none"])).toBe("NOT_A_MEMBER");
  expect(code(member("s1", "C"), "C", ["none"])).toBe("UNKNOWN_DEPARTMENT");
  expect(code(member("s1", "C"), "C", ["c-law"])).toBe("UNIT_NOT_LINKED");
  expect(code(s1, "A", [])).toBe("NOT_A_MEMBER");
  expect(code(s1, "C", ["c-law"])).toBe("UNIT_NOT_LINKED");
  expect(selected(p, "B", unit)).toEqual([]);
});

/** Ways of entering `law`, by a new person of B or by b1, who is in sales. */
const waysIn: readonly (readonly [what: string, who: string, go: (p: Play) => unknown])[] = [
  ["a hire", "new", (p) => p.hire("B", "new", ["law"])],
  ["a relocation", "b1", (p) => p.relocate("B", "b1", ["law"])],
  [
    "a department's move",
    "b3",
    (p) => p.fact("department.moved", { organization: "B", department: "export", parent: "law" }),
  ],
  [
    "a full list",
    "new",
    (p) => {
      const listed = [...["b1", "b2", "b3", "b4", "new"], "B-admin"].map((person) => ({
        person,
        number: 1,
        departments: person === "new" ? ["law"] : person === "B-admin" ? [] : ["sales"],
        fields: { name: person },
      }));
      const part = { kind: "people", people: listed } as const;
      p.fact("directory.reconciled", onlyPart("B", part), { at: 2000 });
    },
  ],
];

const lic10 = rule("LIC-10");
lic10.happens("by every way into the department while on the Roster", () => {
  for (const [what, who, go] of waysIn) {
    const p = licensed(9);
    automate(p, s1, "B", ["law"]);
    go(p);
    expect(holders(p, s1), what).toEqual([`B/${who}`]);
  }
});
lic10.happens("by every way onto the Roster while in the department", () => {
  const p = licensed(9);
  automate(p, s1, "B", ["law"]);
  p.command("B", "scope.set", {
    space: "s1",
    organization: "B",
    scope: { departments: ["sales"] },
  });
  const scope = { whole: true };
  const widened = p.command("B", "scope.set", { space: "s1", organization: "B", scope });
  expect(named(widened, "license.granted")).toEqual(["B/b4"]);
  expect(widened.events.find(({ type }) => type === "license.granted")?.data).toMatchObject({
    host: "A",
    unit: s1,
    because: "automatic",
  });
});
lic10.happens("to a Member unit as to the whole Space's", () => {
  const p = licensed(9, {}, [member("s1", "B")]);
  automate(p, member("s1", "B"), "B", ["law"]);
  p.hire("B", "new", ["law"]);
  p.hire("C", "other");
  expect(holders(p, member("s1", "B"))).toEqual(["B/new"]);
});
lic10.happens("to those promoted from the waiting list of a full Space", () => {
  const p = licensed(9, { personCap: 8 });
  automate(p, s1, "B", ["law"]);
  p.hire("B", "late", ["law"]);
  expect(p.waiting("s1")).toEqual(["B/late"]);
  expect(holders(p, s1)).toEqual([]);
  p.resign("C", "c1");
  expect(holders(p, s1)).toEqual(["B/late"]);
});
lic10.happens("to somebody hired anew, whose former license has ended", () => {
  const p = licensed(9);
  automate(p, s1, "B", ["law"]);
  grant(p, s1, people("B", "b4"));
  const told = p.hire("B", "b4", ["law"], 2);
  expect(named(told, "license.released")).toEqual(["B/b4"]);
  expect(named(told, "license.granted")).toEqual(["B/b4"]);
});
lic10.doesNot("happen to those there already, unless the policy says so", () => {
  for (const [autoGrantBackfill, expected] of [
    [false, []],
    [true, ["B/b1", "B/b2", "B/b3"]],
  ] as const) {
    const p = licensed(9, { autoGrantBackfill });
    automate(p, s1, "B", ["sales"]);
    expect(holders(p, s1), String(autoGrantBackfill)).toEqual(expected);
    p.fact("department.renamed", { organization: "B", department: "sales", name: "Sales" });
    p.relocate("B", "b1", ["export"]);
    expect(holders(p, s1)).toEqual(expected);
  }
});
lic10.doesNot("happen outside the Roster, in other departments, or to people of the Host", () => {
  const p = licensed(9);
  p.createDepartments("A", [["law", null]]);
  automate(p, s1, "B", ["law"]);
  p.command("B", "scope.take-out", { space: "s1", organization: "B", departments: ["law"] });
  p.hire("B", "out", ["law"]);
  p.hire("B", "elsewhere", ["sales"]);
  p.hire("A", "host", ["law"]);
  p.command("A", "scope.set", { space: "s1", organization: "A", scope: { whole: true } });
  expect(usage(p).used).toBe(0);
});
lic10.doesNot("take a license away from who moves out of the department and stays", () => {
  const p = licensed(9);
  automate(p, s1, "B", ["law"]);
  p.hire("B", "new", ["law"]);
  p.relocate("B", "new", ["sales"]);
  automate(p, s1, "B", []);
  expect(holders(p, s1)).toEqual(["B/new"]);
});
lic10.doesNot("bring back what the Host took back, by a move between such departments", () => {
  const p = licensed(9);
  automate(p, s1, "B", ["law", "sales"]);
  p.hire("B", "new", ["law"]);
  revoke(p, s1, people("B", "new"));
  p.relocate("B", "new", ["export"]);
  p.fact("department.moved", { organization: "B", department: "export", parent: "law" });
  expect(holders(p, s1)).toEqual([]);
  p.relocate("B", "new", []);
  p.relocate("B", "new", ["law"]);
  expect(holders(p, s1)).toEqual(["B/new"]);
});
lic10.happens(
  "in the order of the step: who waited, then Associations and hires, then who was let in",
  () => {
    const p = licensed(0);
    p.createDepartments("C", [["law", null]]);
    automate(p, s1, "B", ["law"]);
    automate(p, s1, "C", ["law"]);
    p.hire("C", "waited", ["law"]);
    p.fact("department.moved", { organization: "B", department: "sales", parent: "law" });
    expect(deferred(p)).toEqual(["C/waited", "B/b1", "B/b2", "B/b3"]);
  },
);

/** Ways in which a waiting account comes to an end, with the reason. */
const waysOut: readonly (readonly [because: string, go: (p: Play) => { events: unknown }])[] = [
  ["moved", (p) => p.relocate("B", "late", ["sales"])],
  ["moved", (p) => p.fact("department.removed", { organization: "B", department: "law" })],
  ["deselected", (p) => automate(p, s1, "B", ["sales"])],
  ["resigned", (p) => p.resign("B", "late")],
  [
    "left",
    (p) => p.command("B", "scope.take-out", { space: "s1", organization: "B", people: ["late"] }),
  ],
];
lic10.happens("that an account which waits is dropped, when it has no department any more", () => {
  for (const [because, go] of waysOut) {
    const p = licensed(0);
    automate(p, s1, "B", ["law"]);
    p.hire("B", "late", ["law"]);
    expect(deferred(p)).toEqual(["B/late"]);
    const told = go(p) as Told;
    const dropped = told.events.filter(({ type }) => type === "license.undeferred");
    expect(dropped.map(({ data }) => data["because"])).toEqual([because]);
    expect(deferred(p), because).toEqual([]);
    expect(named(buy(p, "A", 1), "license.granted")).toEqual([]);
  }
});
lic10.doesNot("drop an account that has another such department", () => {
  const p = licensed(0);
  automate(p, s1, "B", ["law", "sales"]);
  p.hire("B", "late", ["law", "sales"]);
  p.relocate("B", "late", ["export"]);
  p.fact("department.removed", { organization: "B", department: "law" });
  automate(p, s1, "B", ["export"]);
  expect(deferred(p)).toEqual(["B/late"]);
});

/** Two licenses, both taken; three people enter and wait. */
function empty(changes: Partial<Policy> = {}): Play {
  const p = licensed(2, changes);
  automate(p, s1, "B", ["law"]);
  grant(p, own("A"), people("A", "a1", "a2"));
  for (const person of ["n1", "n2", "n3"]) p.hire("B", person, ["law"]);
  return p;
}

const lic11 = rule("LIC-11");
lic11.happens(
  "that the account waits, the person enters, and the Host's main admins are told",
  () => {
    const p = licensed(0);
    automate(p, s1, "B", ["law"]);
    const told = p.hire("B", "late", ["law"]);
    expect(told.events.map(({ type }) => type)).toEqual([
      "person.hired",
      "roster.entered",
      "license.deferred",
    ]);
    expect(told.notices).toEqual([
      {
        kind: "LICENSE_AUTO_GRANT_DEFERRED",
        to: [{ kind: "main-admins", organization: "A" }],
        data: { organization: "A", people: [{ organization: "B", person: "late" }] },
      },
    ]);
    expect(usage(p)).toMatchObject({ used: 0, waiting: 1 });
  },
);
lic11.happens("first in, first out, as soon as licenses are free in whatever way", () => {
  const p = empty();
  expect(deferred(p)).toEqual(["B/n1", "B/n2", "B/n3"]);
  expect(named(revoke(p, own("A"), people("A", "a1")), "license.granted")).toEqual(["B/n1"]);
  expect(named(p.resign("A", "a2"), "license.granted")).toEqual(["B/n2"]);
  expect(named(buy(p, "A", 3), "license.granted")).toEqual(["B/n3"]);
  expect(holders(p, s1)).toEqual(["B/n1", "B/n2", "B/n3"]);
  expect(deferred(p)).toEqual([]);
});
lic11.happens("over few records, loaded before it is known who waits", () => {
  const { world } = empty();
  const buying = {
    id: "buying",
    at: 1000,
    from: { platform: true },
    type: "license.purchased",
    data: { organization: "A", purchased: 3 },
  } as const;
  let slice = emptySlice;
  let loaded = 0;
  let outcome = decide(slice, buying as never, defaultPolicy);
  while (outcome.kind === "incomplete") {
    loaded += outcome.needs.length;
    slice = loadFrom(world(), slice, outcome.needs);
    outcome = decide(slice, buying as never, defaultPolicy);
  }
  expect(outcome).toMatchObject({ events: [{}, { type: "license.granted" }] });
  expect(loaded).toBeLessThan(20);
});
lic11.happens("with few licenses to the first in order", () => {
  const p = licensed(2);
  automate(p, s1, "B", ["law"]);
  p.fact("department.moved", { organization: "B", department: "sales", parent: "law" });
  expect(holders(p, s1)).toEqual(["B/b1", "B/b2"]);
  expect(deferred(p)).toEqual(["B/b3"]);
});
lic11.happens("that a license freed in a step goes to who waited, not to who enters in it", () => {
  const p = empty();
  const listed = ["b1", "b2", "b3", "n1", "n2", "n4", "B-admin"].map((person) => ({
    person,
    number: 1,
    departments: person.startsWith("n") ? ["law"] : [],
    fields: { name: person },
  }));
  revoke(p, own("A"), people("A", "a1"));
  expect(holders(p, s1)).toEqual(["B/n1"]);
  const part = { kind: "people", people: listed.slice(0, 3) } as const;
  const rest = { ...part, people: [...part.people, ...listed.slice(4)] };
  const told = p.fact("directory.reconciled", onlyPart("B", rest), { at: 2000 });
  expect(named(told, "license.granted")).toEqual(["B/n2"]);
  expect(deferred(p)).toEqual(["B/n4"]);
});
lic11.happens("that grants by hand get what is left after who waits, which is nothing", () => {
  const p = empty();
  expect(grant(p, s1, people("B", "b1")).code).toBe("LICENSE_POOL_EXHAUSTED");
  buy(p, "A", 4);
  expect(grant(p, s1, people("B", "b1")).code).toBe("LICENSE_POOL_EXHAUSTED");
  buy(p, "A", 6);
  expect(grant(p, s1, people("B", "b1")).code).toBeNull();
});
lic11.doesNot("keep anything or tell anybody under the policy that drops", () => {
  for (const [autoGrantWhenEmpty, expected] of [
    ["wait", ["B/n1", "B/n2", "B/n3"]],
    ["drop", []],
  ] as const) {
    const p = empty({ autoGrantWhenEmpty });
    expect(deferred(p), autoGrantWhenEmpty).toEqual(expected);
    const told = p.hire("B", "n4", ["law"]);
    expect(told.notices).toHaveLength(autoGrantWhenEmpty === "wait" ? 1 : 0);
    expect(named(buy(p, "A", 9), "license.granted")).toHaveLength(
      autoGrantWhenEmpty === "wait" ? 4 : 0,
    );
  }
});
lic11.doesNot("tell of accounts that the same step has served", () => {
  const p = licensed(1);
  automate(p, s1, "B", ["law"]);
  expect(p.hire("B", "new", ["law"]).notices.map(({ kind }) => kind)).not.toContain(
    "LICENSE_AUTO_GRANT_DEFERRED",
  );
});
lic11.happens("across the Host's Spaces, in order of their creation", () => {
  const p = play();
  p.register(["A", "B"]);
  p.createDepartments("B", [
    ["law", null],
    ["other", null],
  ]);
  for (const space of ["s1", "s2"]) p.createSpace("A", space);
  for (const space of ["s2", "s1"]) {
    p.join("A", space, "B", { whole: true });
    link(p, whole(space));
    automate(p, whole(space), "B", ["law"]);
  }
  buy(p, "A", 1);
  p.hire("B", "new", ["law"]);
  expect(holders(p, whole("s1"))).toEqual(["B/new"]);
  expect(deferred(p)).toEqual(["B/new"]);
});
