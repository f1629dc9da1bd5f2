// Aim: a leaver's tasks go along the chain of the policy, whoever comes first and may; a step that finds
// nobody is parked, or goes to somebody who can act, and is never passed by itself.
// Method: B has a tree of departments with heads, a manager and main admins; b1 holds a task and leaves.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { define, grant, identity, office, start, step, tasks, type Who } from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const b1: Who = ["B", "b1"];
const B = { organization: "B" };

const head = (p: Play, person: string, ...departments: string[]): Told =>
  p.fact("person.heads-changed", { ...B, person, number: 1, departments });

/**
 * B's tree is top, area, shop, and beside it desk; b1 is in shop, and holds the task of `i`, which a1 started.
 */
function held(changes: Partial<Policy>): Play {
  const p = office(changes);
  for (const [department, parent] of [
    ["top", null],
    ["area", "top"],
    ["shop", "area"],
    ["desk", "top"],
  ] as const) {
    p.fact("department.created", { ...B, department, parent, name: department });
  }
  p.relocate("B", "b1", ["shop"]);
  define(p, [step("all", b1)]);
  p.command(["C", "c1"], "flow.start", {
    ...{ app: "x", flow: "f", instance: "i", row: "row-i", space: "s" },
  });
  return p;
}

const resign = (p: Play, more: object = {}): Told =>
  p.fact("person.resigned", { ...identity(b1), number: 1, ...more });

/** By which link a task went on, or that it waits. */
const because = ({ events }: Told) =>
  events.find(({ type }) => type === "task.handed-over")?.data["because"] ?? "parked";

const hand06 = rule("HAND-06");
hand06.happens("along the policy's chain, in its order, to the first who may", () => {
  const succession = ["manager", "named", "department-heads", "registered"] as const;
  const p = held({ succession });
  p.fact("person.manager-changed", { ...identity(b1), number: 1, manager: { person: "b2" } });
  p.command("B", "successor.set", { ...identity(b1), successor: "both" });
  const viewer = { ...B, person: "B-admin" };
  const foretold = p.ask("departure.preview", { viewer, person: "b1", successor: "b3" });
  expect(foretold).toMatchObject({ tasks: [{ to: "b2", because: "manager" }] });
  expect(because(resign(p, { successor: "b3" }))).toBe("manager");
  expect(tasks(p)).toEqual(["B/b2 open"]);
});
hand06.happens("that whoever may not is passed over, link by link", () => {
  const succession = ["manager", "named", "department-heads", "registered"] as const;
  const p = held({ succession });
  // off is not on the Roster, b2 holds no license, nobody heads anything.
  p.fact("person.manager-changed", { ...identity(b1), number: 1, manager: { person: "off" } });
  const unit = { kind: "space", space: "s" } as const;
  p.command("A", "license.revoke", { unit, people: [{ ...B, person: "b2" }] });
  p.command("B", "successor.set", { ...identity(b1), successor: "b3" });
  expect(because(resign(p, { successor: "b2" }))).toBe("registered");
  expect(tasks(p)).toEqual(["B/b3 open"]);
});
hand06.happens("that nothing but named and registered is asked by default", () => {
  const p = held({});
  p.fact("person.manager-changed", { ...identity(b1), number: 1, manager: { person: "b2" } });
  head(p, "b3", "shop");
  expect(because(resign(p))).toBe("parked");
  expect(tasks(p)).toEqual(["-B open"]);
});
hand06.happens("that an empty chain parks, whoever is named", () => {
  const p = held({ succession: [] });
  expect(because(resign(p, { successor: "b2" }))).toBe("parked");
});
hand06.happens(
  "to heads of the departments there were, nearest first, in the order of hires",
  () => {
    const p = held({ succession: ["department-heads"], successionLevels: 2 });
    head(p, "b1", "shop");
    head(p, "b3", "area");
    head(p, "b2", "area", "desk");
    head(p, "both", "top");
    // Of the leaver's own department they were the only head; next is area, whose b2 was hired first.
    expect(because(resign(p))).toBe("department-head");
    expect(tasks(p)).toEqual(["B/b2 open"]);
  },
);
hand06.happens("that departments are those that the departure ended", () => {
  const p = held({ succession: ["department-heads"] });
  head(p, "b2", "desk");
  head(p, "b3", "shop");
  const changes = [
    { type: "person.relocated", data: { person: "b1", number: 1, departments: ["desk"] } },
    { type: "person.resigned", data: { person: "b1", number: 1 } },
  ];
  p.fact("directory.changed", { ...B, changes } as never);
  expect(tasks(p)).toEqual(["B/b2 open"]);
});

/** B's scope has these departments, and b2, b3, both by name. */
function scoped(p: Play, department: string): void {
  const scope = { departments: [department], people: ["b2", "b3", "both"] };
  p.command("B", "scope.set", { space: "s", ...B, scope });
}
hand06.happens(
  "that heads of a removed department, by which one was on the Roster, are asked",
  () => {
    const p = held({ succession: ["department-heads"], successionLevels: 2 });
    head(p, "b2", "shop");
    head(p, "b3", "area");
    scoped(p, "shop");
    p.fact("department.removed", { ...B, department: "shop" });
    expect(tasks(p)).toEqual(["B/b2 open"]);
  },
);
hand06.happens("that those above a department are those from before it moved", () => {
  const p = held({ succession: ["department-heads"], successionLevels: 2 });
  head(p, "b2", "area");
  head(p, "b3", "desk");
  scoped(p, "area");
  p.fact("department.moved", { ...B, department: "shop", parent: "desk" });
  expect(tasks(p)).toEqual(["B/b2 open"]);
});
hand06.happens(
  "that the manager is who it was before a list that relocates one off the Roster",
  () => {
    const p = held({ succession: ["manager"] });
    p.fact("person.manager-changed", { ...identity(b1), number: 1, manager: { person: "b2" } });
    scoped(p, "area");
    const changes = [
      {
        type: "person.manager-changed",
        data: { person: "b1", number: 1, manager: { person: "b3" } },
      },
      { type: "person.relocated", data: { person: "b1", number: 1, departments: ["desk"] } },
    ];
    p.fact("directory.changed", { ...B, changes } as never);
    expect(tasks(p)).toEqual(["B/b2 open"]);
  },
);

/** Who has the task of b1, whose shop is two levels below top, of which b2 is head. */
function twoLevelsUp(successionLevels: number): string[] {
  const p = held({ succession: ["department-heads"], successionLevels });
  head(p, "b2", "top");
  resign(p);
  return tasks(p);
}
hand06.below("a head two levels up, of whom one level and none ask nobody", () => {
  expect([twoLevelsUp(0), twoLevelsUp(1)]).toEqual([["-B open"], ["-B open"]]);
});
hand06.at("a head two levels up", () => expect(twoLevelsUp(2)).toEqual(["B/b2 open"]));
hand06.above("a head two levels up, and the tree ends", () => {
  expect(twoLevelsUp(8)).toEqual(["B/b2 open"]);
});
hand06.happens("to main admins in the order of hires, never to sub-admins", () => {
  const p = held({ succession: ["main-admins"] });
  p.fact("admin.changed", { ...B, person: "both", role: "main" });
  p.fact("admin.changed", { ...B, person: "b3", role: "main" });
  p.fact("admin.changed", { ...B, person: "b2", role: "sub", spacePermission: true });
  // B-admin is not on the Roster.
  expect(because(resign(p))).toBe("main-admin");
  expect(tasks(p)).toEqual(["B/b3 open"]);
});
hand06.happens("to whoever stands in for a suspended link, never to the leaver", () => {
  const p = held({ succession: ["manager", "registered"] });
  p.fact("person.manager-changed", { ...identity(b1), number: 1, manager: { person: "b2" } });
  p.command("B", "successor.set", { ...identity(b1), successor: "both" });
  p.fact("person.suspended", { ...B, person: "b2", number: 1, standIn: "b1" } as never);
  expect(because(resign(p))).toBe("registered");
  expect(tasks(p)).toEqual(["B/both open"]);
});
hand06.happens("for whoever leaves the Roster alone as well", () => {
  const p = held({ succession: ["department-heads"] });
  head(p, "b3", "shop");
  p.command("B", "scope.take-out", { space: "s", ...B, people: ["b1"] });
  expect(tasks(p)).toEqual(["B/b3 open"]);
});
hand06.doesNot("reach anybody when the whole Member exits", () => {
  const p = held({ succession: ["main-admins", "department-heads"] });
  head(p, "b3", "shop");
  p.command("A", "association.cancel", { space: "s", ...B });
  expect(tasks(p)).toEqual(["-A open"]);
});

/** An instance whose only step finds nobody. */
function empty(changes: Partial<Policy>): Play {
  const p = office(changes);
  define(p, [step("all", { kind: "role", of: "host", role: "nobody" } as never)]);
  start(p, b1, "i");
  return p;
}
hand06.happens("that a step that finds nobody waits for the Host's admins by default", () => {
  expect(tasks(empty({}))).toEqual(["-A open"]);
});
hand06.happens("that it goes to the first main admin of the Host who can act", () => {
  const p = office({ emptyStep: "main-admins" });
  p.fact("admin.changed", { organization: "A", person: "a1", role: "main" });
  define(p, [step("all", { kind: "role", of: "host", role: "nobody" } as never)]);
  start(p, b1, "i");
  expect(tasks(p, "i")).toEqual(["A/A-admin open"]);
  const unit = { kind: "host", organization: "A" } as const;
  p.command("A", "license.revoke", { unit, people: [{ organization: "A", person: "A-admin" }] });
  start(p, b1, "j");
  expect(tasks(p, "j")).toEqual(["A/a1 open"]);
  p.command("A", "license.revoke", { unit, people: [{ organization: "A", person: "a1" }] });
  start(p, b1, "k");
  expect(tasks(p, "k")).toEqual(["-A open"]);
  grant(p, unit, [["A", "a1"]]);
  start(p, b1, "l");
  expect(tasks(p, "l")).toEqual(["A/a1 open"]);
});
