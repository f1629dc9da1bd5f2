// Aim: whoever was renamed counts as before as long as somebody else is that natural person, else as their new
// id (AMB-117). Method: a Space that counts persons, and people in several Members, some of them renamed.
import { expect } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import { defaultPolicy, type Policy } from "../../src/index.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { busy, who } from "../support/busy.ts";
import { rule } from "../support/rule.ts";

const settings: Partial<Policy> = { personCap: 9, licenseCounting: "distinct-person" };

const rename = (p: Play, organization: string, person: string, to: string, at = 2000) =>
  p.fact("person.renamed", { organization, person, to }, { at });
const hire = (p: Play, organization: string, person: string, at = 3000) =>
  p.fact(
    "person.hired",
    { organization, person, departments: [], fields: { name: person } },
    { at },
  );

/** A Space of A with everybody of B, C and D in it, who employ those named besides their admins. */
function together(people: Readonly<Record<string, readonly string[]>>, more = {}): Play {
  const p = play({ ...settings, ...more });
  p.register(["A", "B", "C", "D"]);
  for (const [organization, persons] of Object.entries(people)) {
    for (const person of persons) p.hire(organization, person);
  }
  p.createSpace("A", "s1", { people: ["A-admin"] });
  for (const each of ["B", "C", "D"]) p.join("A", "s1", each, { whole: true });
  return p;
}

/** How many persons are in the Space beside the four admins; what must always hold does. */
function persons(p: Play, more = {}): number {
  expect(invariants(p.world(), { ...defaultPolicy, ...settings, ...more })).toEqual([]);
  return (p.space("s1") as { readonly persons: number }).persons - 4;
}

const dir14 = rule("DIR-14");
dir14.happens("so that whoever comes with the new id counts with who is alone by then", () => {
  const p = together({ B: ["x"] });
  rename(p, "B", "x", "y");
  hire(p, "C", "y");
  expect(persons(p)).toBe(1);
  hire(p, "D", "x");
  expect(persons(p)).toBe(2);
  p.resign("B", "y");
  p.resign("C", "y");
  expect(persons(p)).toBe(1);
});
dir14.doesNot("let a newcomer under the former id count with who gave it up alone", () => {
  const p = together({ B: ["x"] });
  rename(p, "B", "x", "y");
  hire(p, "B", "x");
  expect(persons(p)).toBe(2);
  hire(p, "C", "x");
  expect(persons(p)).toBe(2);
  hire(p, "D", "y");
  expect(persons(p)).toBe(2);
});
dir14.doesNot("let whoever comes with the new id count with who is not alone", () => {
  const p = together({ B: ["x"], C: ["x"] });
  rename(p, "B", "x", "y");
  expect(persons(p)).toBe(1);
  hire(p, "D", "y");
  expect(persons(p)).toBe(2);
  // Also where the others are renamed: they are the person that they were.
  rename(p, "C", "x", "z");
  expect(persons(p)).toBe(2);
});
dir14.happens(
  "with who has the new id elsewhere already: one place is enough, and others come in",
  () => {
    const more = { personCap: 6 };
    const p = together({ B: ["x"], C: ["y"] }, more);
    hire(p, "D", "w");
    expect(p.waiting("s1")).toEqual(["D/w"]);
    rename(p, "B", "x", "y");
    expect(p.waiting("s1")).toEqual([]);
    expect(persons(p, more)).toBe(2);
    expect(p.roster("s1")).toEqual(expect.arrayContaining(["B/y", "C/y", "D/w"]));
  },
);
dir14.happens("and whoever waits comes in with whom they count with", () => {
  const more = { personCap: 5 };
  const p = together({ C: ["y"] }, more);
  hire(p, "B", "x");
  expect(p.waiting("s1")).toEqual(["B/x"]);
  rename(p, "B", "x", "y", 4000);
  expect(p.waiting("s1")).toEqual([]);
  expect(persons(p, more)).toBe(1);
});
dir14.happens("when the last other leaves as well", () => {
  const p = together({ B: ["x"], C: ["x"], D: ["y"] });
  rename(p, "B", "x", "y");
  expect(persons(p)).toBe(2);
  p.resign("C", "x");
  expect(persons(p)).toBe(1);
  hire(p, "C", "y");
  expect(persons(p)).toBe(1);
});
dir14.happens("and who is back counts with those they had counted with", () => {
  const p = together({ B: ["x"], C: ["x"] });
  rename(p, "B", "x", "y");
  p.fact("person.resigned", { organization: "C", person: "x" }, { at: 3000 });
  expect(persons(p)).toBe(1);
  p.fact("person.reinstated", { organization: "C", person: "x" }, { at: 3001 });
  expect(persons(p)).toBe(1);
  const leave = (organization: string, person: string, at: number) =>
    p.fact("person.resigned", { organization, person }, { at });
  leave("C", "x", 4000);
  hire(p, "C", "x", 4001);
  expect(persons(p)).toBe(1);
  leave("C", "x", 4002);
  leave("B", "y", 4002);
  hire(p, "C", "x", 5000);
  hire(p, "B", "y", 5000);
  expect(persons(p)).toBe(2);
});
dir14.happens("and two of one organization who are one person take one place", () => {
  const more = { personCap: 5 };
  const p = together({ B: ["x"], C: ["x"] }, more);
  rename(p, "B", "x", "y");
  hire(p, "B", "x");
  expect(p.waiting("s1")).toEqual([]);
  expect(persons(p, more)).toBe(1);
  const scope = (people: readonly string[]) =>
    p.command("B", "scope.set", { space: "s1", organization: "B", scope: { people } });
  scope([]);
  expect(p.roster("s1")).not.toContain("B/y");
  const told = p.command("B", "scope.set", {
    space: "s1",
    organization: "B",
    scope: { people: ["x", "y", "B-admin"] },
  });
  expect(told.code).toBeNull();
  expect(persons(p, more)).toBe(1);
});
dir14.happens("and one license is enough: others get what becomes free", () => {
  const p = together({ B: ["x"], C: ["y"] });
  p.fact("license.purchased", { organization: "A", purchased: 2 });
  const unit = { kind: "space", space: "s1" } as const;
  p.command("A", "license.link", { unit });
  p.command("A", "license.grant", { unit, people: [who("B/x"), who("C/y")] });
  const grant = (people: readonly ReturnType<typeof who>[]) =>
    p.command("A", "license.grant", { unit, people }).code;
  expect(grant([who("D/D-admin")])).toBe("LICENSE_POOL_EXHAUSTED");
  rename(p, "B", "x", "y");
  expect(grant([who("D/D-admin")])).toBeNull();
  expect(grant([who("B/B-admin")])).toBe("LICENSE_POOL_EXHAUSTED");
  expect(persons(p)).toBe(1);
  p.resign("B", "y");
  expect(grant([who("B/B-admin")])).toBe("LICENSE_POOL_EXHAUSTED");
});

/** Whom a departure tells, group or role, with whom that leaves out. */
const hearers = ({ notices }: Told) =>
  notices.flatMap(({ kind, to }) => (kind.startsWith("COUNTERPART") ? to : []));

/** B, C and D employ somebody each, whom a group of the Space has; those of B and C are one person. */
function grouped(other: string): Play {
  const p = together({ B: ["x"], C: ["x"] });
  rename(p, "B", "x", "y");
  hire(p, "D", other);
  const participants = [who("B/y"), who("C/x"), who(`D/${other}`)];
  const data = { space: "s1", group: "g", name: "g", participants };
  expect(p.command("A", "group.start", data).code).toBeNull();
  return p;
}

const hand01 = rule("HAND-01");
hand01.happens(
  "to nobody who is the natural person, by whatever id, and to whoever else has it",
  () => {
    const p = grouped("y");
    expect(hearers(p.resign("B", "y"))).toEqual([
      { kind: "space-admins", space: "s1", except: ["y", "x"] },
      { kind: "authorized-admins", organization: "B", except: ["y", "x"] },
      { kind: "group-participants", space: "s1", group: "g", except: ["y", "x"] },
      { kind: "person", ...who("D/y") },
    ]);
  },
);
hand01.happens("to a namesake who holds the role", () => {
  const p = grouped("z");
  hire(p, "A", "y");
  expect(hearers(p.resign("B", "y"))).toEqual([
    { kind: "space-admins", space: "s1", except: ["x"] },
    { kind: "authorized-admins", organization: "B", except: ["y", "x"] },
    { kind: "group-participants", space: "s1", group: "g", except: ["y", "x"] },
  ]);
});
hand01.doesNot("tell whoever was the leaver, and counts with somebody else by now", () => {
  const p = grouped("z");
  rename(p, "C", "x", "z", 4000);
  const told = p.resign("B", "y");
  expect(told.events.map(({ type }) => type)).toContain("person.recounted");
  expect(hearers(told).at(-1)).toEqual({
    ...{ kind: "group-participants", space: "s1", group: "g" },
    except: ["y", "z"],
  });
});
hand01.doesNot("tell the leaver as whoever waits for their work", () => {
  const p = busy();
  p.resign("C", "x");
  rename(p, "B", "x", "c1");
  const told = hearers(p.resign("B", "c1"));
  expect(told).toContainEqual({ kind: "person", ...who("B/b2") });
  expect(told).not.toContainEqual({ kind: "person", ...who("C/c1") });
});
