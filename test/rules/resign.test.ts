// Aim: a resignation ends everything held under that employment, at once and nothing more.
// Method: people with identities in several organizations and Spaces resign and are hired again.
import { expect } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import { defaultPolicy } from "../../src/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { busy, by, happened, tracesOf, who } from "../support/busy.ts";
import { onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

/** A hosts s1 and s2, B and C are Members of both; x works in all three and is in everywhere. */
function everywhere(changes = {}): Play {
  const p = play(changes);
  p.register(["A", "B", "C"]);
  for (const organization of ["A", "B", "C"]) p.hire(organization, "x");
  for (const space of ["s1", "s2"]) {
    p.createSpace("A", space, { people: ["x"] });
    p.join("A", space, "B", { people: ["x"] });
    p.join("A", space, "C", { people: ["x"] });
  }
  return p;
}

const resign01 = rule("RESIGN-01");
resign01.happens(
  "in every Space, scope and role, with a notice to those who worked together",
  () => {
    const p = everywhere();
    p.appoint("B", "x", "main");
    const told = p.resign("B", "x");
    for (const space of ["s1", "s2"]) {
      expect(p.roster(space)).toEqual(["A/x", "C/x"]);
      expect(p.association(space, "B")?.people.count).toBe(0);
    }
    expect(p.organization("B")?.admins.map(({ person }) => person)).toEqual(["B-admin"]);
    expect(told.notices).toEqual([
      {
        kind: "COUNTERPART_LEFT",
        to: [
          { kind: "space-admins", space: "s1", except: ["x"] },
          { kind: "space-admins", space: "s2", except: ["x"] },
          { kind: "authorized-admins", organization: "B", except: ["x"] },
        ],
        data: { identity: { organization: "B", person: "x" }, spaces: ["s1", "s2"] },
      },
    ]);
  },
);
resign01.happens("to whoever waits, too", () => {
  const p = play({ personCap: 1 });
  p.register(["A", "B"]);
  p.createDepartments("B", [["d1", null]]);
  p.createSpace("A", "s1", { whole: true });
  p.join("A", "s1", "B", { departments: ["d1"] });
  p.hire("B", "b1", ["d1"]);
  expect(p.waiting("s1")).toEqual(["B/b1"]);
  p.resign("B", "b1");
  expect(p.waiting("s1")).toEqual([]);
});
resign01.happens("to everything that an identity is bound to, in one outcome", () => {
  const p = busy();
  const told = p.resign("B", "x");
  expect(told.code).toBeNull();
  expect(happened(told, "roster.left")).toMatchObject([{ space: "s1", because: "resigned" }]);
  expect(happened(told, "waiting.left")).toMatchObject([{ space: "s2", because: "resigned" }]);
  expect(happened(told, "scope.changed")).toMatchObject([{ space: "s1", people: [["x", null]] }]);
  expect(happened(told, "group.left").map(({ group }) => group)).toEqual(["g1", "g2"]);
  expect(happened(told, "license.released")).toMatchObject([{ host: "A", because: "resigned" }]);
  expect(happened(told, "app.unlisted")).toMatchObject([{ space: "s1", app: "app" }]);
  expect(happened(told, "task.parked").map(({ instance }) => instance)).toEqual(["i1", "i2"]);
  expect(told.notices.map(({ kind }) => kind).sort()).toEqual([
    "COUNTERPART_LEFT",
    "TASK_AWAITING_HANDOVER",
  ]);
  expect(p.organization("B")?.admins.map(({ person }) => person)).toEqual(["B-admin"]);
  // What is left tells who did something once: who started, who submitted, what happened.
  expect(tracesOf(p, "B/x")).toEqual(["group", "instance", "steps", "submitters"]);
  expect(invariants(p.world(), { ...defaultPolicy, personCap: 6 })).toEqual([]);
});
resign01.happens("to whoever waits for a license", () => {
  const p = busy();
  p.fact("license.purchased", { organization: "A", purchased: 4 });
  const unit = { kind: "space", space: "s1" } as const;
  p.command("A", "license.automate", { unit, organization: "B", departments: ["d1"] });
  p.hire("B", "b3", ["d1"]);
  p.command("B", "scope.put-in", { space: "s1", organization: "B", people: ["b3"] });
  expect(tracesOf(p, "B/b3")).toContain("deferred");
  const told = p.resign("B", "b3");
  expect(happened(told, "license.undeferred")).toMatchObject([{ because: "resigned" }]);
  expect(tracesOf(p, "B/b3")).toEqual([]);
});
resign01.happens("by a full list without them, by a confirmed one, and by another hire", () => {
  const leave: readonly ((p: Play) => void)[] = [
    (p) => omit(p),
    (p) => {
      p.under({ reconciliationHoldPercent: 0, reconciliationHoldAtLeast: 1 });
      omit(p, "list");
      expect(tracesOf(p, "B/x")).toContain("roster");
      p.command("B", "reconciliation.confirm", { organization: "B", list: "list" });
    },
    (p) => p.hire("B", "x", [], 2),
  ];
  for (const way of leave) {
    const p = busy();
    way(p);
    const traces = tracesOf(p, "B/x").filter((kind) => kind !== "people");
    expect(traces).toEqual(["group", "instance", "steps", "submitters"]);
  }
});

/** B sends a full list of its people on which x is missing. */
function omit(p: Play, id = "full"): void {
  const people = ["B-admin", "b1", "b2"].map((person) => ({
    person,
    number: 1,
    departments: [],
    fields: { name: `Name of ${person}` },
  }));
  const part = { kind: "people", people } as const;
  p.fact("directory.reconciled", onlyPart("B", part, id), { at: 5000 });
}

resign01.doesNot("a second time, nor under an older number", () => {
  const p = everywhere();
  p.hire("B", "x", [], 2);
  expect(p.resign("B", "x", 1).events).toEqual([]);
  p.resign("B", "x", 2);
  const again = p.resign("B", "x", 2);
  expect([again.events, again.notices]).toEqual([[], []]);
});

rule("RESIGN-02").holds("what the person holds through other organizations stays", () => {
  const p = everywhere();
  p.appoint("C", "x", "main");
  p.resign("B", "x");
  expect(p.roster("s1")).toEqual(["A/x", "C/x"]);
  expect(p.space("s1")).toMatchObject({ persons: 1, identities: 2 });
  expect(p.organization("C")?.admins.map(({ person }) => person)).toContain("x");
});

rule("RESIGN-02").holds("in the same Space, down to groups, licenses, lists and tasks", () => {
  const p = busy();
  const before = tracesOf(p, "C/x");
  const preview = { viewer: { organization: "C", person: "C-admin" }, person: "x" };
  const held = p.ask("departure.preview", preview);
  p.resign("B", "x");
  expect(tracesOf(p, "C/x")).toEqual(before);
  expect(p.ask("departure.preview", preview)).toEqual(held);
  expect(p.command(by("C/x"), "task.approve", { instance: "i1", task: 1 }).code).toBeNull();
  const added = { space: "s1", group: "g1", participants: [who("C/c1")] };
  expect(p.command(by("C/x"), "group.add", added).code).toBeNull();
});

const resign03 = rule("RESIGN-03");
resign03.happens("to Host contacts as to anybody", () => {
  const p = everywhere();
  const told = p.resign("A", "x");
  expect(p.roster("s1")).toEqual(["B/x", "C/x"]);
  expect(told.notices.map(({ kind }) => kind)).toEqual(["COUNTERPART_LEFT"]);
});
resign03.happens("to licenses of the Host's own unit, groups and tasks", () => {
  const p = busy();
  const told = p.resign("A", "a1");
  expect(happened(told, "license.released")).toMatchObject([{ unit: { kind: "host" } }]);
  expect(happened(told, "group.left")).toMatchObject([{ group: "g1", because: "resigned" }]);
  expect(happened(told, "task.parked")).toMatchObject([{ instance: "i3", home: "A" }]);
  expect(tracesOf(p, "A/a1")).toEqual(["group", "steps"]);
});
resign03.doesNot("to a Host employee who was never added", () => {
  const p = everywhere();
  const told = p.resign("A", "A-admin");
  expect(told.events.map(({ type }) => type)).toEqual(["person.resigned", "departure.kept"]);
  expect(told.notices.map(({ kind }) => kind)).toEqual(["ORGANIZATION_WITHOUT_ADMINS"]);
});

const resign04 = rule("RESIGN-04");
resign04.happens("through departments and the whole organization", () => {
  const p = play();
  p.register(["A", "B"]);
  p.createDepartments("B", [["d1", null]]);
  p.hire("B", "b1", ["d1"]);
  p.createSpace("A", "s1");
  p.join("A", "s1", "B", { departments: ["d1"], exclude: { people: ["b1"] } });
  p.resign("B", "b1");
  p.hire("B", "b1", ["d1"], 2);
  expect(p.roster("s1")).toEqual(["B/b1"]);
});
resign04.doesNot("through selections by name, nor with the roles of before", () => {
  const p = everywhere();
  p.appoint("B", "x", "main");
  p.resign("B", "x");
  p.hire("B", "x", [], 2);
  expect(p.roster("s1")).toEqual(["A/x", "C/x"]);
  expect(p.organization("B")?.admins.map(({ person }) => person)).not.toContain("x");
});
resign04.doesNot(
  "with the groups, licenses, lists, roles, heads, successor and tasks of before",
  () => {
    const p = busy();
    p.command("B", "successor.set", { organization: "B", person: "x", successor: "b2" });
    p.resign("B", "x");
    const { events } = p.hire("B", "x", ["d1"], 2);
    p.command("B", "scope.put-in", { space: "s1", organization: "B", people: ["x"] });
    expect(events.map(({ type }) => type)).toEqual([
      "departure.dropped",
      "person.hired",
      "waiting.joined",
    ]);
    const viewer = { organization: "B", person: "B-admin" };
    expect(p.ask("departure.preview", { viewer, person: "x" })).toEqual({
      rosters: ["s1"],
      waiting: ["s2"],
      scopes: ["s1"],
      groups: [],
      licenses: [],
      lists: [],
      heads: [],
      roles: [],
      admin: false,
      tasks: [],
      links: [],
      linkScopes: [],
      kept: { days: 30, counts: { place: 2, selection: 1 } },
    });
    expect(p.records("employment").find(([key]) => key === "B/x")?.[1].successor).toBeNull();
  },
);
