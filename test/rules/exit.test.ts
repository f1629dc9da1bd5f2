// Aim: the ways out of a Space, what goes with whoever leaves, and partner settings that go too.
// Method: a Space with two Members, from which organizations, departments and people are taken.
import { expect } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

/** A hosts s1 with Members B and C, everybody in; B has d1 with b1 and b2 in it. */
function settled(changes = {}): Play {
  const p = play(changes);
  p.register(["A", "B", "C"]);
  p.createDepartments("B", [["d1", null]]);
  for (const person of ["b1", "b2"]) p.hire("B", person, ["d1"]);
  p.createSpace("A", "s1", { whole: true });
  p.join("A", "s1", "B", { whole: true });
  p.join("A", "s1", "C", { whole: true });
  return p;
}

const everybody = ["A/A-admin", "B/B-admin", "B/b1", "B/b2", "C/C-admin"];
const cancel = (p: Play, by: string, organization: string): Told =>
  p.command(by, "association.cancel", { space: "s1", organization });
const takeOut = (p: Play, by: string | [string, string], organization: string, what: object) =>
  p.command(by, "scope.take-out", { space: "s1", organization, ...what });

const exit01 = rule("EXIT-01");
exit01.happens("with all that the Association held, and it may come again", () => {
  const p = settled();
  p.command("A", "folder.create", { space: "s1", folder: "f1", parent: null, name: "F" });
  p.command("A", "member.place", { space: "s1", organization: "B", folder: "f1" });
  const visibility = { kind: "all" } as const;
  p.command("A", "visibility.set", { space: "s1", organization: "B", visibility });
  expect(cancel(p, "A", "B").code).toBeNull();
  expect(p.roster("s1")).toEqual(["A/A-admin", "C/C-admin"]);
  expect(p.space("s1")?.members.count).toBe(1);
  expect(p.organization("B")?.joined).toEqual([]);
  expect(p.command("A", "folder.remove", { space: "s1", folder: "f1" }).code).toBeNull();
  expect(p.join("A", "s1", "B", {}, "again").code).toBeNull();
  const part = { folder: null, visibility: { kind: "own" }, present: 0, whole: false };
  expect(p.association("s1", "B")).toMatchObject(part);
});
exit01.doesNot("to other Members, nor to whoever is none", () => {
  const p = settled();
  p.register(["D"]);
  expect(cancel(p, "A", "D").refusal?.data).toEqual({ space: "s1", organization: "D" });
  expect(cancel(p, "A", "A").code).toBe("NOT_A_MEMBER");
  cancel(p, "A", "B");
  expect(p.association("s1", "C")?.present).toBe(1);
});

const exit02 = rule("EXIT-02");
exit02.happens("to people and departments, until they are put in again", () => {
  const p = settled();
  takeOut(p, "B", "B", { departments: ["d1"] });
  expect(p.roster("s1")).toEqual(["A/A-admin", "B/B-admin", "C/C-admin"]);
  p.hire("B", "b3", ["d1"]);
  expect(p.roster("s1")).not.toContain("B/b3");
  p.command("B", "scope.put-in", { space: "s1", organization: "B", people: ["b3"] });
  expect(p.roster("s1")).toContain("B/b3");
  takeOut(p, "A", "A", { people: ["A-admin"] });
  expect(p.roster("s1")).not.toContain("A/A-admin");
});
exit02.doesNot("on the word of others, of a sub-admin only where the policy says so", () => {
  const p = settled();
  p.hire("B", "delegate");
  p.appoint("B", "delegate", "sub", true);
  expect(takeOut(p, "C", "B", { people: ["b1"] }).code).toBe("NOT_AUTHORIZED_ADMIN");
  p.under({ memberSideActor: "main-admin-only" });
  const strict = takeOut(p, ["B", "delegate"], "B", { people: ["b1"] });
  expect(strict.code).toBe("MAIN_ADMIN_REQUIRED");
  p.under({ memberSideActor: "authorized-admin" });
  expect(p.roster("s1")).toContain("B/b1");
  expect(takeOut(p, ["B", "delegate"], "B", { people: ["b1"] }).code).toBeNull();
});

const exit03 = rule("EXIT-03");
exit03.accepts("the Host that cancels an Association", () => {
  expect(cancel(settled(), "A", "B").code).toBeNull();
});
exit03.refuses("a Member, its people, and the Host on its own behalf", () => {
  const p = settled();
  expect(cancel(p, "B", "B").refusal).toEqual({
    code: "WHOLE_ORG_EXIT_HOST_ONLY",
    rule: "EXIT-03",
    data: { space: "s1" },
  });
  const ordinary = p.command(["B", "b1"], "association.cancel", { space: "s1", organization: "B" });
  expect(ordinary.code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(takeOut(p, ["B", "b1"], "B", { people: ["b1"] }).code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(cancel(p, "A", "A").code).toBe("NOT_A_MEMBER");
  expect(p.roster("s1")).toEqual(everybody);
  p.hire("A", "a1");
  const employee = p.command(["A", "a1"], "association.cancel", { space: "s1", organization: "A" });
  expect(employee.code).toBe("NOT_SPACE_ADMIN");
});

const exit04 = rule("EXIT-04");
exit04.happens("in the same step: entries end, waiting ends, places go to those who wait", () => {
  const p = settled({ personCap: 5 });
  p.hire("B", "b3");
  p.hire("C", "c1");
  expect(p.waiting("s1")).toEqual(["B/b3", "C/c1"]);
  const told = cancel(p, "A", "B");
  expect(told.events.map(({ type, data }) => [type, data["person"]])).toEqual([
    ["association.cancelled", undefined],
    ["roster.left", "B-admin"],
    ["roster.left", "b1"],
    ["roster.left", "b2"],
    ["waiting.left", "b3"],
    ["roster.entered", "c1"],
  ]);
  expect(p.space("s1")).toMatchObject({ persons: 3, identities: 3 });
});
exit04.doesNot("to the directory: whoever leaves a Space stays in service", () => {
  const p = settled();
  cancel(p, "A", "B");
  const inService = p.records("employment").filter(([, each]) => each.inService);
  expect(inService.map(([key]) => key).sort()).toEqual(everybody);
});

const exit05 = rule("EXIT-05");
exit05.accepts("a Member's own admin, and a Space admin who removes the whole organization", () => {
  const p = settled();
  expect(takeOut(p, "B", "B", { people: ["b1"] }).code).toBeNull();
  expect(cancel(p, "A", "B").code).toBeNull();
});
exit05.refuses("a Space admin who takes out, puts in or selects a Member's people", () => {
  const p = settled();
  const about = { space: "s1", organization: "B" };
  const told = [
    takeOut(p, "A", "B", { people: ["b1"] }),
    p.command("A", "scope.put-in", { ...about, departments: ["d1"] }),
    p.command("A", "scope.set", { ...about, scope: {} }),
  ];
  for (const { refusal } of told) {
    expect(refusal).toEqual({
      code: "MEMBER_ROSTER_NOT_MANAGEABLE",
      rule: "EXIT-05",
      data: about,
    });
  }
  expect(p.roster("s1")).toEqual(everybody);
});

rule("EXIT-06").holds("a Member whose people are all out keeps its place under every limit", () => {
  const p = settled({ memberOrgCap: 2, joinLimit: 1 });
  p.command("B", "scope.set", { space: "s1", organization: "B", scope: {} });
  expect(p.association("s1", "B")?.present).toBe(0);
  p.register(["D"]);
  expect(p.join("A", "s1", "D").code).toBe("MEMBER_ORG_LIMIT_EXCEEDED");
  expect(p.organization("B")?.joined).toEqual(["s1"]);
  cancel(p, "A", "B");
  expect(p.approve("A", "D", "s1").code).toBeNull();
});
