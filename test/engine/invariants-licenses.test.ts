/** Every invariant of licenses finds what it is there to find. */
import { describe, expect, test } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import {
  apply,
  defaultPolicy,
  type Input,
  type RecordKind,
  type Records,
} from "../../src/index.ts";
import {
  command,
  engine,
  fact,
  neverOverdrawn,
  nothingAfterTheEnd,
  type Play,
  stamped,
} from "../../src/testing/index.ts";
import {
  automate,
  buy,
  deferred,
  grant,
  licensed,
  member,
  own,
  people,
} from "../support/licenses.ts";
import { type Change, corrupted, without } from "./corrupting.ts";

const inB = member("s1", "B");

/** Six licenses, all granted: two of A's own unit, four in B's; n5 waits. In C's unit nobody is granted. */
function sound(): Play {
  const p = licensed(6, {}, [inB, member("s1", "C")]);
  p.createDepartments("C", [["c-law", null]]);
  automate(p, inB, "B", ["law"]);
  automate(p, member("s1", "C"), "C", ["c-law"]);
  grant(p, own("A"), people("A", "a1", "a2"));
  for (const person of ["n1", "n2", "n3", "n4", "n5"]) p.hire("B", person, ["law"]);
  p.createSpace("A", "s2");
  p.join("A", "s2", "B", { whole: true });
  p.createSpace("C", "sc");
  return p;
}

const found = (world: ReturnType<Play["world"]>, caps: "strict" | "tolerant" = "strict") =>
  invariants(world, defaultPolicy, { caps }).map(({ rule }) => rule);

function finds<Kind extends RecordKind>(
  what: string,
  rule: string,
  kind: Kind,
  [owner, own = ""]: readonly [string, string?],
  change: Change<Kind>,
): void {
  test(`${what} is found`, () => {
    expect(found(corrupted(sound().world(), kind, owner, own, change))).toContain(rule);
  });
}

const pool = (change: Partial<Records["pool"]>) => (each: Records["pool"]) => ({
  ...each,
  ...change,
});
/** The pool with one of its units changed. */
const unit = (change: Partial<Records["pool"]["units"][number]>) => (each: Records["pool"]) => ({
  ...each,
  units: each.units.map((one) => (one.organization === "B" ? { ...one, ...change } : one)),
});
const like = (id: string): never => id as never;

describe("on licenses", () => {
  test("a sound World has nothing to find", () => {
    expect(deferred(sound())).toEqual(["B/n5"]);
    expect(found(sound().world())).toEqual([]);
  });
  finds("a miscount of persons", "LIC-02", "pool", ["A"], pool({ persons: 5 }));
  finds("a miscount Downstream", "LIC-02", "pool", ["A"], pool({ downstreamPersons: 5 }));
  finds("a miscount of the Host's unit", "LIC-02", "pool", ["A"], pool({ hostUsed: 3 }));
  finds("a miscount of a unit", "LIC-02", "pool", ["A"], unit({ used: 3 }));
  finds("a grant that nobody holds", "LIC-18", "accounts", ["A", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("somebody with no account", "LIC-18", "accounts", ["A", "0"], (each) => ({
    entries: each.entries.map(([person, own]) => [person, person === "a1" ? [] : own]),
  }));
  finds("an account that is there twice", "LIC-18", "accounts", ["A", "0"], (each) => ({
    entries: each.entries.map(([person, own]) => [person, [...own, ...own]]),
  }));
  finds("a grant that is not listed", "LIC-18", "granted", ["A", "0/1"], (each) => ({
    entries: without(each.entries),
  }));
  finds("somebody who waits and is not listed", "LIC-18", "deferred", ["A", "0"], () => null);
  finds("a grant of somebody who left", "LIC-07", "employment", ["A", "a1"], (each) => ({
    ...each,
    inService: false,
  }));
  finds("a grant of somebody not on the Roster", "LIC-07", "roster", ["s1", "0"], (each) => ({
    entries: each.entries.filter(([person]) => person !== "n1"),
  }));
  finds("a grant in no unit", "LIC-07", "pool", ["A"], (each) => ({
    ...each,
    units: each.units.slice(1),
  }));
  finds("a grant of another Member", "LIC-07", "accounts", ["A", "0"], (each) => ({
    entries: each.entries.map(([person, own]) => [
      person,
      own.map(([number, , ticket, state]) => [number, like("C"), ticket, state] as const),
    ]),
  }));
  finds("somebody who waits for no department", "LIC-10", "employment", ["B", "n5"], (each) => ({
    ...each,
    departments: [like("sales")],
  }));
  finds("a license left while somebody waits", "LIC-11", "pool", ["A"], pool({ purchased: 7 }));
  finds("an end reached that there is none of", "LIC-20", "pool", ["A"], pool({ reached: "over" }));
  finds("a unit in a Space of another Host", "LIC-03", "pool", ["A"], unit({ space: like("sc") }));
  finds("a unit of no Member", "LIC-03", "pool", ["A"], unit({ organization: like("A") }));
  finds("units that overlap", "LIC-03", "pool", ["A"], unit({ organization: null }));
  finds("a unit linked twice", "LIC-03", "pool", ["A"], unit({ organization: like("C") }));
  finds("a number never given", "LIC-03", "pool", ["A"], pool({ nextUnit: 1 }));
  finds("too many units", "LIC-03", "pool", ["A"], (each) => ({
    ...each,
    units: [...each.units, ...each.units],
  }));
  finds("a department that does not exist", "LIC-09", "selected", ["A", "1.0/B"], () => ({
    entries: [[like("none")]],
  }));
  finds("a choice of nothing", "LIC-09", "automatic", ["A", "1/B"], () => null);
  finds("a unit without its record", "LIC-09", "unit", ["A", "1"], () => null);
  finds("a choice in another Member's unit", "LIC-09", "unit", ["A", "1"], () => ({
    automated: [like("B"), like("C")],
  }));
  finds("a Member listed twice", "LIC-09", "unit", ["A", "1"], () => ({
    automated: [like("B"), like("B")],
  }));
  finds("a bucket left behind", "STRUCTURE", "accounts", ["A", "7"], () => ({ entries: [] }));
  finds("a page of grants left behind", "STRUCTURE", "granted", ["A", "9/1"], () => ({
    entries: [],
  }));
  finds("a page of who waits left behind", "STRUCTURE", "deferred", ["A", "9"], () => ({
    entries: [],
  }));
  finds("a unit left behind", "STRUCTURE", "unit", ["A", "9"], () => ({ automated: [] }));
  finds("a choice left behind", "STRUCTURE", "automatic", ["A", "1/C"], () => ({
    departments: { buckets: 0, count: 0 },
  }));
  finds("departments left behind", "STRUCTURE", "selected", ["A", "1.0/C"], () => ({
    entries: [],
  }));
  finds("a pool that outlives its Host", "STRUCTURE", "organization", ["A"], (each) => ({
    ...each,
    ended: true,
  }));
});

test("a purchase that was reduced below what is used is legal", () => {
  const p = sound();
  buy(p, "A", 3);
  for (const caps of ["strict", "tolerant"] as const) expect(found(p.world(), caps)).toEqual([]);
});
test("a law finds a grant beyond what is purchased, and lets one stand that was there before", () => {
  const less = sound().world();
  const drafts = [
    command("license.grant", ["A", "A-admin"], {
      unit: { kind: "host", organization: "A" },
      people: [{ organization: "A", person: "A-admin" }],
    }),
  ];
  const input = stamped(drafts, 9000)[0] as Input;
  const more = corrupted(less, "pool", "A", "", pool({ purchased: 7 }));
  const { world: after, outcome } = apply(more, input, defaultPolicy);
  const step = { index: 0, input, before: more, after, outcome, history: [] };
  const check = neverOverdrawn.begin(defaultPolicy, engine);
  expect(outcome.kind).toBe("accepted");
  expect(() => check(step)).not.toThrow();
  const overdrawn = corrupted(after, "pool", "A", "", pool({ purchased: 6 }));
  expect(() => check({ ...step, after: overdrawn })).toThrow("the pool of A is overdrawn");
  expect(() => check({ ...step, before: after, after: overdrawn })).not.toThrow();
});

test("a law finds a grant from the end of a purchase on", () => {
  const p = sound();
  buy(p, "A", 9);
  const granted = p.command("A", "license.grant", {
    unit: { kind: "host", organization: "A" },
    people: [{ organization: "A", person: "A-admin" }],
  });
  const input = stamped([fact("person.hired", {} as never)], 1000)[0] as Input;
  const after = p.world();
  const outcome = { kind: "accepted", events: granted.events } as never;
  const step = { index: 0, input, before: after, after, outcome, history: [] };
  const check = nothingAfterTheEnd.begin(defaultPolicy, engine);
  expect(() => check(step)).not.toThrow();
  const endedBefore = corrupted(after, "pool", "A", "", pool({ until: 1000 }));
  expect(() => check({ ...step, after: endedBefore })).toThrow("grants after its term");
});

test("whoever takes no license waits only while too many are given out", () => {
  const p = licensed(1, {}, [inB]);
  automate(p, inB, "B", ["law"]);
  grant(p, inB, people("B", "b1"));
  p.hire("B", "late", ["law"]);
  const world = corrupted(p.world(), "accounts", "A", "0", (each) => ({
    entries: each.entries.map(([person, own]) => [
      person,
      person === "late" ? [...own, [1, like("C"), 0, "held"]] : own,
    ]),
  }));
  expect(found(world)).toContain("LIC-11");
});
