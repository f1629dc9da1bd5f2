// Aim: who hosts, how many Spaces, who raises quotas, and how a Space ends.
// Method: organizations create Spaces up to their quota; support and others try to raise it.
import { expect } from "vitest";
import { type Caller, type Play, play } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

function hosts(count: number, changes = {}): Play {
  const p = play(changes);
  p.register(["A"]);
  for (let i = 1; i <= count; i += 1) p.createSpace("A", `s${i}`);
  return p;
}

const expand = (p: Play, expansion: number, by: Caller = { support: "staff" }) =>
  p.command(by, "space-quota.expand", { organization: "A", expansion });

rule("SPACE-01").holds("one Host, the same for life, and any number of Members", () => {
  const p = hosts(1);
  p.register(["B", "C"]);
  expect(p.space("s1")).toMatchObject({ host: "A", members: { count: 0 } });
  p.join("A", "s1", "B", { whole: true });
  p.join("A", "s1", "C", { whole: true });
  p.command("A", "association.cancel", { space: "s1", organization: "A" });
  expect(p.space("s1")).toMatchObject({ host: "A", members: { count: 2 } });
  expect(p.association("s1", "A")?.order).toBe(0);
  const parts = p.records("association").filter(([, { order }]) => order === 0);
  expect(parts.map(([key]) => key)).toEqual(["s1/A"]);
});

const space02 = rule("SPACE-02");
space02.happens("for the creator's organization, with nobody in it unasked", () => {
  const p = hosts(1);
  expect(p.space("s1")).toMatchObject({ host: "A", name: "Space s1" });
  expect(p.organization("A")?.hosted).toEqual(["s1"]);
  expect(p.roster("s1")).toEqual([]);
});
space02.happens("with the Host's scope if one is given", () => {
  const p = hosts(0);
  p.hire("A", "a1");
  p.createSpace("A", "s1", { people: ["a1"] });
  expect(p.roster("s1")).toEqual(["A/a1"]);
});
space02.doesNot("for whoever is no admin, nor for another organization", () => {
  const p = hosts(0);
  p.hire("A", "a1");
  p.register(["B"]);
  expect(p.command(["A", "a1"], "space.create", { space: "s1", name: "S" }).code).not.toBeNull();
  expect(p.createSpace("A", "s2", { organization: "B", people: ["B-admin"] }).code).toBe(
    "SCOPE_OUTSIDE_OWN_ORGANIZATION",
  );
  expect(p.records("space")).toEqual([]);
});

const space03 = rule("SPACE-03");
space03.below("ten, the ninth Space is created", () => {
  expect(hosts(8).createSpace("A", "next").code).toBeNull();
});
space03.at("ten, the tenth Space is created", () => {
  expect(hosts(9).createSpace("A", "next").code).toBeNull();
});
space03.above("ten, the eleventh is refused unless the quota was expanded", () => {
  const p = hosts(10);
  expect(p.createSpace("A", "next").refusal).toEqual({
    code: "SPACE_QUOTA_EXCEEDED",
    rule: "SPACE-03",
    data: { limit: 10, current: 10 },
  });
  expand(p, 1);
  expect(p.createSpace("A", "next").code).toBeNull();
  expect(p.createSpace("A", "after").refusal?.data).toEqual({ limit: 11, current: 11 });
});

const space04 = rule("SPACE-04");
space04.accepts("an expansion by support, which holds at once", () => {
  const p = hosts(1, { certifiedSpaceQuota: 1, personCap: 1 });
  expect(p.createSpace("A", "s2").code).toBe("SPACE_QUOTA_EXCEEDED");
  expect(expand(p, 1).code).toBeNull();
  expect(p.createSpace("A", "s2").code).toBeNull();
  expect(
    p.command({ support: "staff" }, "person-cap.expand", { space: "s1", cap: 2 }).code,
  ).toBeNull();
  expect(p.space("s1")?.cap).toBe(2);
});
space04.refuses("one by an admin, and one that is no increase", () => {
  const p = hosts(1);
  expect(expand(p, 1, "A").refusal).toEqual({
    code: "QUOTA_EXPANSION_NOT_AUTHORIZED",
    rule: "SPACE-04",
    data: { allowed: "support" },
  });
  const cap = p.command("A", "person-cap.expand", { space: "s1", cap: 5000 });
  expect(cap.code).toBe("QUOTA_EXPANSION_NOT_AUTHORIZED");
  expand(p, 3);
  for (const expansion of [3, 2, 0]) {
    expect(expand(p, expansion).refusal?.data, String(expansion)).toEqual({ current: 3 });
  }
  const same = p.command({ support: "staff" }, "person-cap.expand", { space: "s1", cap: 3000 });
  expect(same.refusal).toMatchObject({ code: "QUOTA_NOT_INCREASED", data: { current: 3000 } });
});

const space05 = rule("SPACE-05");
space05.accepts("hosting to the full and joining to the full at once", () => {
  const p = play({ certifiedSpaceQuota: 2, joinLimit: 2 });
  p.register(["A", "B"]);
  for (const space of ["a1", "a2"]) p.createSpace("A", space);
  for (const space of ["b1", "b2"]) expect(p.createSpace("B", space).code).toBeNull();
  for (const space of ["a1", "a2"]) expect(p.join("A", space, "B").code).toBeNull();
  for (const space of ["b1", "b2"]) expect(p.join("B", space, "A").code).toBeNull();
});
space05.refuses("a Host that applies to its own Space", () => {
  const p = hosts(1);
  p.invite("A", "s1");
  expect(p.applyTo("A", "s1").refusal).toEqual({
    code: "HOST_CANNOT_JOIN_OWN_SPACE",
    rule: "SPACE-05",
    data: { space: "s1" },
  });
});

rule("SPACE-06").holds("a Space is nobody's employer and no organization", () => {
  const p = hosts(2);
  expect(p.organization("s1")).toBeUndefined();
  expect(p.hire("s1", "somebody").code).toBe("UNKNOWN_ORGANIZATION");
  expect(p.createSpace("s1", "s3").code).toBe("UNKNOWN_ORGANIZATION");
  p.invite("A", "s2");
  expect(p.applyTo("s1", "s2").code).toBe("UNKNOWN_ORGANIZATION");
});

function dissolved(changes = {}): Play {
  const p = hosts(1, { certifiedSpaceQuota: 2, ...changes });
  p.register(["B", "C"]);
  p.createSpace("A", "other");
  for (const space of ["s1", "other"]) p.join("A", space, "B", { whole: true });
  p.join("A", "s1", "C", { whole: true });
  p.command("A", "space.dissolve", { space: "s1" });
  return p;
}

const space07 = rule("SPACE-07");
space07.happens("that every Member exits and the Space no longer counts", () => {
  const p = dissolved();
  expect(p.roster("s1")).toEqual([]);
  expect(p.organization("B")?.joined).toEqual(["other"]);
  expect(p.organization("C")?.joined).toEqual([]);
  expect(p.command("A", "space.dissolve", { space: "s1" }).code).toBe("UNKNOWN_SPACE");
  expect(p.createSpace("A", "s2").code).toBeNull();
});
space07.doesNot("to other Spaces, nor to the quota where every Space ever created counts", () => {
  const p = dissolved({ spaceQuotaBasis: "ever-created" });
  expect(p.roster("other")).toEqual(["B/B-admin"]);
  expect(p.createSpace("A", "s2").refusal?.data).toEqual({ limit: 2, current: 2 });
});
space07.doesNot("on a Member's word", () => {
  const p = hosts(1);
  p.register(["B"]);
  p.join("A", "s1", "B");
  expect(p.command("B", "space.dissolve", { space: "s1" }).code).toBe("NOT_SPACE_ADMIN");
});
