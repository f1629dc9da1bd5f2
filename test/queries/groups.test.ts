// Aim: one's own groups and their participants, by pages, in the order of entry, in few rounds.
// Method: groups of several sizes asked about warm and cold, while people come and go.
import { describe, expect, test } from "vitest";
import { type Play, play } from "../../src/testing/index.ts";
import { cold, items, page, pages, viewer } from "./asking.ts";

/** A hosts s1 and s2, B is a Member of s1; everybody is in. */
function world(people = 3): Play {
  const p = play();
  p.register(["A", "B", "C"]);
  for (let i = 0; i < people; i += 1) {
    p.hire("A", `p${i}`);
    p.hire("B", `p${i}`);
  }
  p.createSpace("A", "s1", { whole: true });
  p.createSpace("A", "s2", { whole: true });
  p.join("A", "s1", "B", { whole: true });
  return p;
}

function start(p: Play, group: string, space = "s1", participants: object[] = []): void {
  const data = { space, group, name: `Group ${group}`, participants: participants as never };
  expect(p.command(["A", "p0"], "group.start", data).code).toBeNull();
}

const everybody = (people: number) =>
  Array.from({ length: people }, (_, i) => [
    { organization: "B", person: `p${people - 1 - i}` },
    { organization: "A", person: `p${people - 1 - i}` },
  ]).flat();

describe("group.mine", () => {
  const mine = (p: Play, space = "s1", limit = 500) =>
    items(p, "group.mine", { viewer: viewer(["A", "p0"]), space }, limit);
  test("lists the groups of one Space in the order in which one came in", () => {
    const p = world();
    for (const group of ["z", "a", "m"]) start(p, group);
    start(p, "other", "s2");
    p.command(["A", "p0"], "group.leave", { space: "s1", group: "z" });
    start(p, "b");
    expect(mine(p)).toEqual([
      { group: "a", name: "Group a" },
      { group: "m", name: "Group m" },
      { group: "b", name: "Group b" },
    ]);
    expect(mine(p, "s2")).toEqual([{ group: "other", name: "Group other" }]);
  });
  test("comes in pages, of more groups than one record tells", () => {
    const p = world();
    const groups = Array.from({ length: 150 }, (_, i) => `g${(i * 77) % 150}`);
    for (const group of groups) start(p, group);
    expect(mine(p, "s1", 7).map(({ group }) => group)).toEqual(groups);
    const sizes = pages(p, "group.mine", { viewer: viewer(["A", "p0"]), space: "s1" }, 75);
    expect(sizes.map((each) => each.items.length)).toEqual([75, 75]);
  });
  test("is for those on the Roster", () => {
    const p = world();
    const ask = (by: readonly [string, string], space: string, more = {}) =>
      p.ask("group.mine", { viewer: viewer(by), space, ...more });
    expect(ask(["B", "p0"], "s1")).toEqual({ items: [], next: null });
    p.command("B", "scope.take-out", { space: "s1", organization: "B", people: ["p0"] });
    expect(ask(["B", "p0"], "s1")).toBe("NOT_IN_SPACE");
    expect(ask(["B", "p1"], "s2")).toBe("UNKNOWN_SPACE");
    expect(ask(["C", "C-admin"], "s1")).toBe("UNKNOWN_SPACE");
    expect(ask(["never", "x"], "s1")).toBe("UNKNOWN_ORGANIZATION");
    expect(ask(["A", "p0"], "s1", { limit: 0 })).toBe("MALFORMED");
    expect(ask(["A", "p0"], "s1", { after: "i nowhere" })).toBe("MALFORMED");
    expect(ask(["A", "p0"], "s1", { after: "p 3" })).toBe("MALFORMED");
  });
});

describe("group.participants", () => {
  const asked = (more = {}) => ({
    viewer: viewer(["A", "p0"]),
    space: "s1",
    group: "g",
    ...more,
  });
  test("are listed in the order of entry, by pages of any size", () => {
    const p = world(100);
    start(p, "g", "s1", everybody(100));
    const all = ["A/p0", ...everybody(100).map((each) => `${each.organization}/${each.person}`)];
    const expected = all.filter((each, at) => all.indexOf(each) === at);
    for (const limit of [1, 33, 200, 500]) {
      const found = items(p, "group.participants", asked(), limit);
      expect(found.map((each) => `${each["organization"]}/${each["person"]}`)).toEqual(expected);
    }
  });
  test("go on after the one a page ended with, whoever came and left meanwhile", () => {
    const p = world();
    start(p, "g", "s1", everybody(3));
    const first = page(p, "group.participants", asked({ limit: 2 }));
    expect(first.items).toMatchObject([
      { organization: "A", person: "p0" },
      { organization: "B", person: "p2" },
    ]);
    p.resign("A", "p2");
    p.hire("B", "new");
    const added = { space: "s1", group: "g", participants: [{ organization: "B", person: "new" }] };
    p.command(["A", "p0"], "group.add", added);
    const rest = page(p, "group.participants", asked({ after: first.next }));
    expect(rest.items.map(({ person }) => person)).toEqual(["p1", "p1", "p0", "new"]);
    p.resign("B", "p2");
    expect(p.ask("group.participants", asked({ after: first.next }))).toBe("MALFORMED");
  });
  test("are asked for in few rounds", () => {
    const p = world(100);
    start(p, "g", "s1", everybody(100));
    const { answer, rounds } = cold(p.world(), "group.participants", asked({ limit: 20 }));
    expect(answer.kind).toBe("answer");
    expect(rounds).toBeLessThanOrEqual(4);
    const own = cold(p.world(), "group.mine", { viewer: viewer(["A", "p0"]), space: "s1" });
    expect(own.answer.kind).toBe("answer");
    expect(own.rounds).toBeLessThanOrEqual(4);
  });
});
