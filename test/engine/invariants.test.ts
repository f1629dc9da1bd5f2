/** Invariants: nothing is found in a sound World; limits, and what is written out, are looked at. */
import { describe, expect, test } from "vitest";
import { INVARIANTS, invariants } from "../../src/engine/invariants.ts";
import { defaultPolicy, type Records, restore, snapshot, type World } from "../../src/index.ts";
import { play } from "../../src/testing/index.ts";
import { corrupted, policy, rulesFound, sound } from "./corrupting.ts";

const world = sound().world();

test("a sound World has nothing to be found", () => {
  expect(invariants(world, policy, { size: true })).toEqual([]);
  expect(invariants(world, policy, { caps: "tolerant" })).toEqual([]);
});

test("every check names its rules, and findings tell where", () => {
  expect(INVARIANTS.length).toBeGreaterThan(20);
  const broken = corrupted(world, "space", "s", "", (each) => ({ ...each, persons: 9 }));
  expect(invariants(broken, policy)).toContainEqual({
    rule: "CAP-02",
    what: expect.stringContaining('["s"]'),
  });
});

describe("limits", () => {
  test("are not exceeded", () => {
    expect(rulesFound(world, {}, { certifiedSpaceQuota: 1 })).toEqual(["SPACE-03"]);
    expect(rulesFound(world, {}, { memberOrgCap: 1 })).toEqual(["JOIN-11"]);
    expect(rulesFound(world, {}, { joinLimit: 0 })).toEqual(["JOIN-10", "JOIN-10"]);
    expect(rulesFound(world, {}, { personCap: 3 })).toEqual(["CAP-01"]);
  });

  test("may be those of a certified Host, or of an uncertified one, when it has been both", () => {
    const changes = { personCap: 3, certifiedSpaceQuota: 1 };
    const uncertifiedHost = { spaceQuota: 2, personCap: 4 };
    expect(rulesFound(world, {}, { ...changes, uncertifiedHost })).toEqual(["SPACE-03", "CAP-01"]);
    const tolerant = { caps: "tolerant" } as const;
    expect(rulesFound(world, tolerant, { ...changes, uncertifiedHost })).toEqual([]);
    expect(rulesFound(world, tolerant, changes)).toEqual(["SPACE-03", "CAP-01"]);
  });

  test("of persons are for facts to exceed where the policy lets them in", () => {
    expect(rulesFound(world, {}, { personCap: 3, overCapFact: "admit-and-flag" })).toEqual([]);
  });

  test("that are not reached leave nobody waiting", () => {
    expect(rulesFound(world, {}, { personCap: 5 })).toEqual(["CAP-05"]);
  });

  test("leave nobody waiting who counts already", () => {
    const p = play({ personCap: 1 });
    p.register(["a", "b"]);
    p.createSpace("a", "s", { whole: true });
    p.join("a", "s", "b", {});
    const told = p.command("b", "scope.set", {
      space: "s",
      organization: "b",
      scope: { departments: [] },
    });
    expect(told.code).toBeNull();
    const before = p.world();
    expect(invariants(before, { ...defaultPolicy, personCap: 1 })).toEqual([]);
    p.hire("a", "x");
    const waits = corrupted(p.world(), "roster", "s", "0", (each) => ({
      entries: [...each.entries, ["x", [["b", 1]]]],
    }));
    const found = invariants(waits, { ...defaultPolicy, personCap: 1 });
    expect(found).toContainEqual({ rule: "CAP-05", what: expect.stringContaining("no place") });
  });
});

describe("what is written out", () => {
  const named = (name: unknown) =>
    corruptedInPlace(world, { ...organization(world), name } as never);

  test("is plain data", () => {
    for (const name of [
      undefined,
      Number.NaN,
      -0,
      1n,
      new Map(),
      "\ud800",
      new Array(1),
      () => 1,
    ]) {
      const found = () => rulesFound(named(name));
      if (typeof name === "bigint") expect(found).toThrow();
      else expect(found()).toContain("PLAIN");
    }
    expect(rulesFound(named("plain"))).toEqual([]);
  });

  test("is small enough, if asked", () => {
    expect(rulesFound(named("é".repeat(33_000)))).toEqual([]);
    expect(rulesFound(named("é".repeat(33_000)), { size: true })).toEqual(["SIZE"]);
    expect(rulesFound(named("e".repeat(33_000)), { size: true })).toEqual([]);
  });
});

function organization(of: World): Records["organization"] {
  const found = snapshot(of).records.find(([text]) => text === "organization:north");
  return found?.[1] as Records["organization"];
}

/** As {@link corrupted}, with a record that JSON could not carry. */
function corruptedInPlace(of: World, record: Records["organization"]): World {
  const written = snapshot(of);
  const others = written.records.filter(([text]) => text !== "organization:north");
  return restore({ ...written, records: [...others, ["organization:north", record]] });
}
