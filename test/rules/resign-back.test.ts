// Aim: a departure that was none is undone, with everything it took, as far as others have not decided
// otherwise since and as long as it is kept. Method: somebody bound everywhere leaves and is back.
import { expect } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import { defaultPolicy, type Policy } from "../../src/index.ts";
import { factsOf } from "../../src/testing/facts.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { busy, happened } from "../support/busy.ts";
import { followed, onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

const DAY = 86_400_000;
const START = 1000;
const x = { organization: "B", person: "x" } as const;

const leave = (p: Play, at = START) => p.fact("person.resigned", x, { at });
const back = (p: Play, at = START + 1, more: object = {}): Told =>
  p.fact("person.reinstated", { ...x, ...more }, { at });
const types = ({ events }: Told): string[] => events.map(({ type }) => type);

/** B's full list, with or without x. */
function list(p: Play, at: number, line: object | null, id = `list-${at}`): Told {
  const others = ["B-admin", "b1", "b2"].map((person) => ({
    person,
    departments: [],
    fields: { name: `Name of ${person}` },
  }));
  const own = { person: "x", departments: ["d1"], fields: { name: "x" } };
  const people = line === null ? others : [...others, { ...own, ...line }];
  return p.fact("directory.reconciled", onlyPart("B", { kind: "people", people }, id), { id, at });
}

/** Everything that shows, but for what happened and the order of things. */
function visible(p: Play): unknown {
  const { instances, groups, pools, ...facts } = factsOf(p.world(), defaultPolicy);
  const parties = groups.map((each) => ({ ...each, participants: [...each.participants].sort() }));
  const tasks = instances.map((each) =>
    each.tasks.map(({ status, holder }) => ({ status, holder })),
  );
  const units = pools.map((each) => each.units.map(({ grants }) => grants.map(String).sort()));
  return JSON.parse(JSON.stringify({ ...facts, parties, tasks, units }));
}

function sound(p: Play, changes: Partial<Policy> = {}): void {
  expect(invariants(p.world(), { ...defaultPolicy, personCap: 6, ...changes })).toEqual([]);
}

const resign05 = rule("RESIGN-05");
resign05.happens(
  "to all that a departure takes: it is counted, and kept until its time is over",
  () => {
    const p = busy();
    const told = leave(p);
    expect(happened(told, "departure.kept")).toMatchObject([
      {
        ...x,
        number: 1,
        until: START + 30 * DAY,
        counts: { place: 2, selection: 1, group: 2, list: 1, license: 1, task: 2 },
      },
    ]);
    sound(p);
  },
);
resign05.doesNot("so that it could be seen anywhere: without it all is as before", () => {
  const [kept, dropped] = [busy(), busy({ departureRetentionDays: 0 })];
  leave(kept);
  expect(happened(leave(dropped), "departure.dropped")).toMatchObject([{ because: "lapsed" }]);
  expect(visible(kept)).toEqual(visible(dropped));
});
resign05.happens("that a new employment drops it", () => {
  const p = busy();
  leave(p);
  const told = p.hire("B", "x", ["d1"], 2);
  expect(happened(told, "departure.dropped")).toEqual([{ ...x, number: 1, because: "hired" }]);
  sound(p);
});
resign05.happens(
  "that what is over goes, two at most with whatever is kept next, the oldest first",
  () => {
    const p = busy();
    for (const [i, person] of ["c1", "c2", "x"].entries()) {
      p.fact("person.resigned", { organization: "C", person }, { at: START + 3 - i });
    }
    const later = { at: START + 31 * DAY };
    const told = p.fact("person.resigned", { organization: "C", person: "C-admin" }, later);
    const gone = happened(told, "departure.dropped").map(({ person }) => person);
    expect(gone).toEqual(["x", "c2"]);
    sound(p);
  },
);

/** What `departureRetentionDays` of 1 gives back to whoever is back so much later. */
function afterwards(later: number): { readonly told: Told; readonly p: Play } {
  const p = busy({ departureRetentionDays: 1 });
  leave(p);
  return { p, told: back(p, START + later) };
}
resign05.below("departureRetentionDays: everything is there still", () => {
  const { told } = afterwards(DAY - 1);
  expect(happened(told, "person.reinstated")).toMatchObject([{ departments: ["d1"] }]);
  expect(happened(told, "group.entered")).toHaveLength(2);
  expect(told.passedOver).toEqual([]);
});
function onlyInForce(later: number): void {
  const { told, p } = afterwards(later);
  expect(happened(told, "person.reinstated")).toMatchObject([
    { number: 1, departments: [], heads: [], roles: [], admin: null, successor: null },
  ]);
  expect(types(told)).not.toContain("group.entered");
  expect(told.passedOver).toEqual(["person x: retention-over"]);
  sound(p, { departureRetentionDays: 1 });
}
resign05.at("departureRetentionDays: only the employment is in force again", () => {
  onlyInForce(DAY);
});
resign05.above("departureRetentionDays: nor later", () => {
  onlyInForce(DAY + 1);
});

const resign06 = rule("RESIGN-06");
resign06.happens("that word puts an employment in force again, under its own number", () => {
  const p = busy();
  leave(p);
  const told = back(p);
  expect(told.code).toBeNull();
  expect(happened(told, "person.reinstated")).toMatchObject([
    { ...x, number: 1, because: "fact", departments: ["d1"], heads: ["d1"], roles: ["legal"] },
  ]);
  sound(p);
});
resign06.happens("that a newer list takes back what a list's silence inferred", () => {
  const p = busy();
  list(p, 2000, null);
  const told = list(p, 2001, {});
  expect(happened(told, "person.reinstated")).toMatchObject([{ ...x, because: "list" }]);
  expect(happened(told, "group.entered")).toHaveLength(2);
  sound(p);
});
resign06.happens("with the source's number of that employment at any time", () => {
  const p = busy();
  list(p, 2000, null);
  const told = list(p, 2000 + 31 * DAY, { number: 1 });
  expect(happened(told, "person.reinstated")).toMatchObject([{ number: 1, departments: ["d1"] }]);
  expect(told.passedOver).toEqual(["person x: retention-over"]);
});
resign06.doesNot("by a line without a number after the retention: that is a hire", () => {
  const p = busy();
  list(p, 2000, null);
  const told = list(p, 2000 + 30 * DAY, {});
  expect(happened(told, "person.hired")).toMatchObject([{ person: "x", number: 2 }]);
});
resign06.doesNot("by a list, where the departure was reported, be it after the list", () => {
  const p = busy();
  list(p, 2000, null);
  leave(p, 2001);
  const told = list(p, 2002, {});
  expect([followed(told), told.passedOver]).toEqual([[], ["person x: reported-left"]]);
});
resign06.doesNot("by a list as of the same moment", () => {
  const p = busy();
  list(p, 2000, null);
  const told = list(p, 2000, {}, "again");
  expect([followed(told), told.passedOver]).toEqual([[], ["person x: older-time"]]);
});
resign06.doesNot("by late word, about an older employment, or about nobody", () => {
  const p = busy();
  leave(p);
  expect(back(p, START - 1).passedOver).toEqual(["person x: older-time"]);
  p.hire("B", "x", [], 2);
  expect(back(p, START + 5, { number: 1 }).passedOver).toEqual(["person x: older-number"]);
  expect(back(p, START + 5, { number: 3 }).code).toBe("UNKNOWN_PERSON");
  expect(back(p, START + 5, { person: "never" }).code).toBe("UNKNOWN_PERSON");
});
resign06.happens("that word on somebody in service is noted: a departure of before is late", () => {
  const p = busy();
  expect(back(p, START + 5).passedOver).toEqual(["person x: already-so"]);
  expect(leave(p, START + 4).passedOver).toEqual(["person x: older-time"]);
});
resign06.happens("that a departure undone in one input has been nothing", () => {
  const p = busy();
  const before = visible(p);
  const changes = [
    { type: "person.resigned", data: { person: "x" } },
    { type: "person.reinstated", data: { person: "x" } },
  ] as const;
  const told = p.fact("directory.changed", { organization: "B", changes }, { at: START });
  expect(types(told)).toEqual(["person.resigned", "person.reinstated"]);
  expect(told.notices).toEqual([]);
  expect(visible(p)).toEqual(before);
  sound(p);
});

const resign07 = rule("RESIGN-07");
resign07.happens("that everything is as it was, but for history", () => {
  const p = busy();
  const before = visible(p);
  leave(p);
  expect(visible(p)).not.toEqual(before);
  const told = back(p);
  expect(visible(p)).toEqual(before);
  expect(happened(told, "departure.dropped")).toMatchObject([{ because: "reinstated" }]);
  expect(happened(told, "task.handed-over").map(({ because }) => because)).toEqual([
    "reinstated",
    "reinstated",
  ]);
  sound(p);
});
resign07.happens("that whom HAND-01 would tell is told that the counterpart is back", () => {
  const p = busy();
  const left = leave(p).notices.filter(({ kind }) => kind === "COUNTERPART_LEFT");
  const told = back(p).notices.filter(({ kind }) => kind === "COUNTERPART_BACK");
  expect(told.map(({ to, data }) => ({ to, data }))).toEqual(
    left.map(({ to, data }) => ({ to, data: { ...data, left: [] } })),
  );
});
/** What of a return each kind of recipient is told that has not come back. */
const leftTold = (told: Told): unknown =>
  told.notices
    .filter(({ kind }) => kind === "COUNTERPART_BACK")
    .map(({ to, data }) => [to.map(({ kind }) => kind), (data as { left: unknown }).left]);
resign07.happens("that what others changed since is told to each as far as it is theirs", () => {
  const p = busy();
  leave(p);
  p.appoint("B", "b1", "main");
  p.command("B", "scope.set", { space: "s1", organization: "B", scope: { whole: true } });
  p.command("A", "app.authorize", { space: "s1", app: "app", authorized: null });
  p.command("B", "task.assign", { instance: "i2", task: 0, to: "b2" });
  p.command("A", "license.unlink", { unit: { kind: "space", space: "s1" } });
  const told = back(p);
  const list = ["list", 1, "changed"];
  const task = ["task", 1, "changed"];
  expect(leftTold(told)).toEqual([
    [["space-admins"], [list, task, ["license", 1, "changed"]]],
    [["authorized-admins"], [["selection", 1, "changed"], task]],
    [["group-participants", "group-participants", "person"], [task]],
  ]);
  // What waits in a Space in which somebody waits is in the event, and no sender sees what is not theirs.
  expect(happened(told, "departure.dropped")).toMatchObject([
    { left: expect.arrayContaining([["place", 1, "waiting", "s2"]]) },
  ]);
  sound(p);
});
resign07.happens("that a license that waits is told to the Space's admins, and to no other", () => {
  const p = busy();
  p.fact("person.resigned", { organization: "B", person: "b2" }, { at: START });
  p.fact("license.purchased", { organization: "A", purchased: 3 });
  const told = back(p, START + 1, { person: "b2" });
  expect(happened(told, "license.deferred")).toMatchObject([{ because: "reinstated" }]);
  expect(leftTold(told)).toEqual([
    [["space-admins"], [["license", 1, "waiting"]]],
    [["authorized-admins", "group-participants"], []],
  ]);
});
resign07.happens("that the fact's departments and fields hold", () => {
  const p = busy();
  p.createDepartments("B", [["d2", null]]);
  leave(p);
  const fields = { name: "Other" };
  const told = back(p, START + 1, { departments: ["d2"], fields });
  expect(happened(told, "person.reinstated")).toMatchObject([{ departments: ["d2"], fields }]);
});
resign07.doesNot("with an office that somebody was appointed to since", () => {
  const p = busy();
  leave(p);
  const b1 = { organization: "B", person: "b1" };
  p.fact("person.heads-changed", { ...b1, departments: ["d1"] }, { at: START });
  p.fact("person.roles-changed", { ...b1, roles: ["legal"] }, { at: START });
  expect(happened(back(p), "person.reinstated")).toMatchObject([{ heads: [], roles: [] }]);
});
resign07.doesNot(
  "with a selection, if the scope was set as a whole since; an exclusion stays",
  () => {
    const p = busy();
    const scope = { space: "s1", organization: "B" } as const;
    leave(p);
    p.command("B", "scope.set", { ...scope, scope: { people: ["b1"] } });
    expect(types(back(p))).not.toContain("scope.changed");
    const other = busy();
    other.command("B", "scope.take-out", { ...scope, people: ["x"] });
    leave(other);
    other.command("B", "scope.set", { ...scope, scope: { whole: true } });
    const told = back(other);
    expect(happened(told, "scope.changed")).toMatchObject([{ people: [["x", "out"]] }]);
    expect(other.roster("s1")).not.toContain("B/x");
  },
);
resign07.doesNot("with entries in lists that were set as a whole since", () => {
  const p = busy();
  leave(p);
  p.command("A", "app.authorize", {
    space: "s1",
    app: "app",
    authorized: { organizations: ["C"] },
  });
  expect(happened(back(p), "app.relisted")).toMatchObject([{ named: [0] }]);
  sound(p);
});
resign07.doesNot("with a task that was given to somebody else since", () => {
  const p = busy();
  leave(p);
  p.appoint("B", "b1", "main");
  p.command("B", "task.assign", { instance: "i2", task: 0, to: "b2" });
  expect(happened(back(p), "task.handed-over")).toMatchObject([{ instance: "i1" }]);
});
resign07.doesNot("under another Association", () => {
  const p = busy();
  leave(p);
  p.command("A", "association.cancel", { space: "s1", organization: "B" });
  p.join("A", "s1", "B", { whole: true }, "anew");
  const told = back(p);
  expect(p.roster("s1")).toContain("B/x");
  for (const type of ["group.entered", "license.granted", "app.relisted", "task.handed-over"]) {
    expect(types(told)).not.toContain(type);
  }
  sound(p);
});
resign07.happens(
  "in a Space in which the identity must wait once it enters, within the retention",
  () => {
    const p = busy();
    leave(p);
    for (const person of ["a2", "a3"]) {
      p.command("A", "scope.put-in", { space: "s1", organization: "A", people: [person] });
    }
    p.fact("person.resigned", { organization: "C", person: "x" }, { at: START });
    p.command("A", "scope.put-in", { space: "s1", organization: "A", people: ["a4"] });
    const told = back(p);
    expect(p.waiting("s1")).toEqual(["B/x"]);
    expect(types(told)).not.toContain("group.entered");
    expect(happened(told, "departure.kept")).toMatchObject([{ counts: { group: 2, license: 1 } }]);
    sound(p);
    const entered = p.resign("A", "a4");
    expect(happened(entered, "group.entered")).toMatchObject([
      { because: "reinstated" },
      { because: "reinstated" },
    ]);
    expect(happened(entered, "license.granted")).toMatchObject([{ because: "reinstated" }]);
    expect(happened(entered, "departure.dropped")).toMatchObject([{ because: "reinstated" }]);
    sound(p);
  },
);

/** B's people come through their selection; s has two places, both taken. */
function crowded(changes: Partial<Policy> = {}): Play {
  const p = play({ personCap: 2, ...changes });
  p.register(["A", "B"]);
  p.createDepartments("B", [["d1", null]]);
  p.createSpace("A", "s", {});
  p.join("A", "s", "B", { departments: ["d1"] });
  for (const person of ["p1", "p2", "p3"]) p.hire("B", person, ["d1"]);
  return p;
}
const gone = (p: Play, person: string, at = START) =>
  p.fact("person.resigned", { organization: "B", person }, { at });
const again = (p: Play, person: string, at = START + 1) =>
  p.fact("person.reinstated", { organization: "B", person }, { at });

const cap08 = rule("CAP-08");
cap08.happens("at the head of the waiting list, in the order in which they had left", () => {
  const p = crowded();
  p.hire("B", "p4", ["d1"]);
  gone(p, "p1");
  gone(p, "p2");
  expect([p.roster("s"), p.waiting("s")]).toEqual([["B/p3", "B/p4"], []]);
  p.hire("B", "p5", ["d1"]);
  again(p, "p2");
  const told = again(p, "p1");
  expect(happened(told, "waiting.joined")).toMatchObject([{ because: "reinstated" }]);
  expect(told.notices).toMatchObject([{ kind: "ROSTER_CAP_REACHED", data: { people: ["p1"] } }]);
  expect(p.waiting("s")).toEqual(["B/p1", "B/p2", "B/p5"]);
  gone(p, "p3", START + 2);
  expect(p.roster("s")).toEqual(["B/p1", "B/p4"]);
  sound(p, { personCap: 2 });
});
cap08.happens("that a place which is free is theirs, whoever waits", () => {
  const p = crowded();
  const changes = [
    { type: "person.resigned", data: { person: "p2" } },
    { type: "person.reinstated", data: { person: "p1" } },
  ] as const;
  gone(p, "p1");
  p.hire("B", "p4", ["d1"]);
  p.fact("directory.changed", { organization: "B", changes }, { at: START + 1 });
  expect([p.roster("s"), p.waiting("s")]).toEqual([["B/p1", "B/p3"], ["B/p4"]]);
});
cap08.happens("above the cap where facts are let in so", () => {
  const p = crowded({ overCapFact: "admit-and-flag" });
  gone(p, "p1");
  p.hire("B", "p4", ["d1"]);
  const told = again(p, "p1");
  expect(happened(told, "roster.entered")).toMatchObject([{ because: "reinstated" }]);
});
cap08.doesNot("for whoever had no place: they wait behind the others", () => {
  const p = crowded();
  p.relocate("B", "p1", []);
  gone(p, "p1");
  p.hire("B", "p4", ["d1"]);
  p.fact(
    "person.reinstated",
    { organization: "B", person: "p1", departments: ["d1"] },
    { at: START + 1 },
  );
  expect(p.waiting("s")).toEqual(["B/p4", "B/p1"]);
});

const unit = { kind: "space", space: "s" } as const;

/** p1 and p2 hold all of A's licenses there, without an automatic department. */
function licensed(changes: Partial<Policy> = {}): Play {
  const p = crowded({ personCap: 9, ...changes });
  p.fact("license.purchased", { organization: "A", purchased: 2 });
  p.command("A", "license.link", { unit });
  const people = ["p1", "p2"].map((person) => ({ organization: "B", person }));
  p.command("A", "license.grant", { unit, people });
  return p;
}
const grantTo = (p: Play, person: string) =>
  p.command("A", "license.grant", { unit, people: [{ organization: "B", person }] });
const waitingFor = (p: Play) =>
  p.ask("license.waiting", { viewer: { organization: "A", person: "A-admin" } });

cap08.happens("that a license left is theirs at once", () => {
  const p = licensed();
  gone(p, "p1");
  const told = again(p, "p1");
  expect(happened(told, "license.granted")).toMatchObject([
    { person: "p1", because: "reinstated" },
  ]);
});
cap08.happens(
  "that they are first in line for the next license, and need no department for it",
  () => {
    const p = licensed();
    gone(p, "p1");
    grantTo(p, "p3");
    const told = again(p, "p1");
    expect(happened(told, "license.deferred")).toMatchObject([
      { person: "p1", because: "reinstated" },
    ]);
    expect(told.notices.map(({ kind }) => kind)).toContain("LICENSE_AUTO_GRANT_DEFERRED");
    p.command("A", "license.automate", { unit, organization: "B", departments: ["d1"] });
    p.hire("B", "p4", ["d1"]);
    expect(waitingFor(p)).toMatchObject({ items: [{ person: "p1" }, { person: "p4" }] });
    p.command("A", "license.automate", { unit, organization: "B", departments: [] });
    expect(waitingFor(p)).toMatchObject({ items: [{ person: "p1" }] });
    sound(p, { personCap: 9 });
    const freed = p.command("A", "license.revoke", {
      unit,
      people: [{ organization: "B", person: "p3" }],
    } as never);
    expect(happened(freed, "license.granted")).toMatchObject([{ person: "p1" }]);
  },
);
cap08.doesNot("where automatic grants are dropped", () => {
  const p = licensed({ autoGrantWhenEmpty: "drop" });
  gone(p, "p1");
  grantTo(p, "p3");
  expect(types(again(p, "p1"))).not.toContain("license.deferred");
});
