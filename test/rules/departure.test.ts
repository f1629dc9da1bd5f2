// Aim: whoever worked with somebody who resigned knows it at once, once, and never the leaver.
// Method: people with groups and tasks in several Spaces resign; the notice is looked at as it is.
import { expect } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { busy, by, who } from "../support/busy.ts";
import { define, office, approve as sign, start, step } from "../support/flows.ts";
import { onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

/** Whom the notices of a departure go to, in few words. */
function told(outcome: Told): string[][] {
  return outcome.notices
    .filter(({ kind }) => kind === "COUNTERPART_LEFT")
    .map(({ to }) =>
      to.map((each) => {
        if (each.kind === "space-admins") return `admins of ${each.space}`;
        if (each.kind === "group-participants")
          return "space" in each ? `group ${each.group} of ${each.space}` : each.group;
        if (each.kind === "person") return `${each.organization}/${each.person}`;
        return "organization" in each ? `admins of ${each.organization}` : each.kind;
      }),
    );
}

/** The Spaces that each of them names. */
const namedIn = (outcome: Told): readonly string[][] =>
  outcome.notices.flatMap(({ kind, data }) =>
    kind === "COUNTERPART_LEFT" ? [[...data.spaces]] : [],
  );

const hand01 = rule("HAND-01");
hand01.happens("to admins of both sides, groups and initiators, with identity and Spaces", () => {
  const p = busy();
  const outcome = p.resign("B", "x");
  expect(told(outcome)).toEqual([
    ["admins of s1", "admins of B", "group g1 of s1", "group g2 of s1", "C/c1", "B/b2"],
  ]);
  expect(outcome.notices.find(({ kind }) => kind === "COUNTERPART_LEFT")?.data).toEqual({
    identity: who("B/x"),
    spaces: ["s1"],
  });
});
hand01.happens("to each circle, of the Spaces that it is in or administers", () => {
  const p = play();
  p.register(["A", "B"]);
  p.hire("B", "x");
  for (const space of ["s1", "s2", "s3"]) {
    p.createSpace("A", space, { whole: true });
    p.join("A", space, "B", space === "s2" ? {} : { whole: true });
  }
  const group = (space: string, id: string) =>
    p.command(by("B/x"), "group.start", { space, group: id, name: id, participants: [] });
  group("s3", "g3");
  group("s1", "g1");
  const outcome = p.resign("B", "x");
  expect(told(outcome)).toEqual([
    ["admins of s1", "admins of s3", "admins of B"],
    ["group g1 of s1"],
    ["group g3 of s3"],
  ]);
  expect(namedIn(outcome)).toEqual([["s1", "s3"], ["s1"], ["s3"]]);
});
hand01.happens("to admins of one Host without a word of the Spaces of another", () => {
  const p = play();
  p.register(["A", "C", "B"]);
  p.hire("B", "x");
  for (const [host, space] of [
    ["A", "s1"],
    ["C", "s2"],
    ["A", "s3"],
  ] as const) {
    p.createSpace(host, space);
    p.join(host, space, "B", { whole: true });
  }
  const outcome = p.resign("B", "x");
  expect(told(outcome)).toEqual([
    ["admins of s1", "admins of s3"],
    ["admins of s2"],
    ["admins of B"],
  ]);
  expect(namedIn(outcome)).toEqual([["s1", "s3"], ["s2"], ["s1", "s2", "s3"]]);
});
hand01.doesNot("to an initiator who is in none of the Spaces left", () => {
  const p = busy();
  p.command("C", "scope.take-out", { space: "s1", organization: "C", people: ["c1"] });
  const outcome = p.resign("B", "x");
  expect(told(outcome)).toEqual([
    ["admins of s1", "admins of B", "group g1 of s1", "group g2 of s1", "B/b2"],
  ]);
  expect(namedIn(outcome)).toEqual([["s1"]]);
});
hand01.doesNot("to the natural person who left, under whichever identity", () => {
  const p = busy();
  // Person x waits as C's for a task that x holds as B's.
  const own = { space: "s1", app: "app", flow: "f2", instance: "i4", row: "row-i4" };
  expect(p.command(by("C/x"), "flow.start", own).refusal).toBe(null);
  const roles = p
    .resign("B", "x")
    .notices.flatMap(({ kind, to }) => (kind === "COUNTERPART_LEFT" ? to : []));
  expect(roles.length).toBeGreaterThan(2);
  for (const to of roles) {
    if (to.kind === "person") expect(to.person).not.toBe("x");
    else expect(to).toMatchObject({ except: ["x"] });
  }
});
hand01.happens("to each initiator once, however many tasks were held for them", () => {
  const p = office();
  define(p, [step("all", ["A", "a1"], ["B", "b2"]), step("all", ["A", "a1"])]);
  start(p, ["B", "b1"], "i1");
  start(p, ["B", "b1"], "i2");
  start(p, ["C", "c1"], "i3");
  expect(told(p.resign("A", "a1"))).toEqual([["admins of s", "admins of A", "B/b1", "C/c1"]]);
});
hand01.happens("to the person of an initiator under the identity that started", () => {
  const p = busy();
  const outcome = p.resign("C", "x");
  expect(told(outcome)).toEqual([["admins of s1", "admins of C", "group g1 of s1", "C/c1"]]);
});
hand01.doesNot("to the leaver, whatever they started, nor to initiators who left before", () => {
  const p = office();
  define(p, [step("all", ["B", "b1"])]);
  start(p, ["B", "b1"], "i1");
  start(p, ["B", "b2"], "i2");
  start(p, ["C", "c2"], "i3");
  p.resign("B", "b2");
  expect(told(p.resign("B", "b1"))).toEqual([["admins of s", "admins of B", "C/c2"]]);
});
hand01.doesNot(
  "to initiators of tasks that are done, nor of tasks that went to others before",
  () => {
    const p = office();
    define(p, [step("all", ["A", "a1"]), step("all", ["C", "c1"])]);
    start(p, ["B", "b1"], "i");
    sign(p, ["A", "a1"], 0);
    expect(told(p.resign("A", "a1"))).toEqual([["admins of s", "admins of A"]]);
  },
);
hand01.doesNot("where nobody resigned, or nobody was on a Roster", () => {
  const silent: readonly ((p: Play) => Told)[] = [
    (p) => p.command("B", "scope.take-out", { space: "s1", organization: "B", people: ["x"] }),
    (p) => p.command("A", "association.cancel", { space: "s1", organization: "B" }),
    (p) => p.command("A", "space.dissolve", { space: "s1" }),
    (p) => p.fact("organization.ended", { organization: "B" }),
    (p) => p.command(by("B/x"), "group.leave", { space: "s1", group: "g1" }),
    (p) => p.relocate("B", "x", []),
    (p) => p.resign("B", "b1"),
    (p) => p.resign("A", "A-admin"),
  ];
  for (const way of silent) expect(told(way(busy()))).toEqual([]);
});
hand01.happens("to the participants who are left when several leave at once", () => {
  const p = busy();
  const people = [{ person: "B-admin", number: 1, departments: [], fields: { name: "Admin" } }];
  const part = { kind: "people", people } as const;
  const outcome = p.fact("directory.reconciled", onlyPart("B", part), { at: 5000 });
  expect(told(outcome)).toEqual([
    ["admins of s1", "admins of B", "group g1 of s1", "group g2 of s1", "C/c1"],
    ["admins of s1", "admins of B", "group g2 of s1"],
  ]);
});
