// Aim: no input about a Hierarchy walks it level by level, and what is kept of it is what its Links say.
// Method: a chain of ten, and a random graph; inputs are decided from nothing, their rounds counted.
import { expect, test } from "vitest";
import { command, fact, type Play } from "../../src/testing/index.ts";
import { applyTo, approve, link, opened, unsound } from "../support/hierarchy.ts";
import { asked, roundsOf } from "../support/rounds.ts";

const NAMES = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];

/** A chain of so many, in two halves that are not linked yet. */
function halves(depth: number): Play {
  const names = NAMES.slice(0, depth);
  const p = opened(names);
  for (const name of names) p.hire(name, "eve");
  const middle = depth / 2;
  for (let i = 1; i < depth; i += 1) {
    if (i !== middle)
      link(p, names[i - 1] as string, names[i] as string, { scope: { whole: true } });
  }
  applyTo(p, names[middle - 1] as string, names[middle] as string, { scope: { whole: true } });
  return p;
}

const admin = (organization: string) => [organization, `${organization}-admin`] as const;

test.each([2, 4, 10])("at most eight rounds in a chain of %i", (depth) => {
  const p = halves(depth);
  const upper = NAMES[depth / 2 - 1] as string;
  const lower = NAMES[depth / 2] as string;
  const items = [{ application: `${lower}-${upper}` }];
  const bond = { trunk: upper, organization: lower };
  const found = [
    roundsOf(p, command("application.approve", admin(upper), { trunk: upper, items })),
  ];
  approve(p, upper, [lower]);
  expect(unsound(p)).toEqual([]);
  found.push(
    roundsOf(p, command("link.cancel", admin(upper), bond)),
    roundsOf(p, command("link.reach", admin(lower), { ...bond, reach: "trunk" })),
    roundsOf(p, command("link.mount", admin(upper), { ...bond, alias: "N", mount: null })),
    roundsOf(p, command("scope.set", admin(lower), { ...bond, scope: {} })),
    roundsOf(p, fact("organization.ended", { organization: upper })),
    roundsOf(p, fact("person.resigned", { organization: lower, person: "eve" })),
    roundsOf(
      p,
      command("application.submit", admin(lower), { application: "n", invitation: `t-${upper}` }),
    ),
  );
  for (const { rounds } of found) expect(rounds).toBeLessThanOrEqual(8);
});

test("a fact about one person reads at most six keys more for a Link", () => {
  const p = opened(["B", "T1", "T2", "T3"]);
  p.createDepartments("B", [["staff", null]]);
  const hire = () => {
    const data = {
      organization: "B",
      person: "eve",
      departments: ["staff"],
      fields: { name: "E" },
    };
    return roundsOf(p, fact("person.hired", data)).reads;
  };
  const before = hire();
  for (const trunk of ["T1", "T2", "T3"])
    link(p, trunk, "B", { scope: { departments: ["staff"] } });
  expect(hire() - before).toBeLessThanOrEqual(18);
});

/** Numbers that look random and are always the same. */
function numbers(seed: number): (below: number) => number {
  let now = seed;
  return (below) => {
    now = (now * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((now / 2_147_483_648) * below);
  };
}

test("linked, cut and narrowed in any order, all that is kept is what the Links say", () => {
  const below = numbers(7);
  const p = opened(NAMES);
  const pick = () => NAMES[below(NAMES.length)] as string;
  for (const name of NAMES) p.hire(name, "eve");
  let accepted = 0;
  for (let i = 0; i < 300; i += 1) {
    const [trunk, organization] = [pick(), pick()];
    const bond = { trunk, organization };
    const reach = below(3) === 0 ? "trunk" : "all-above";
    const dice = below(10);
    const told =
      dice < 5
        ? propose(p, trunk, organization, { reach, application: `${i}`, whole: below(2) === 0 })
        : dice < 7
          ? p.command(trunk, "link.cancel", bond)
          : p.command(organization, "link.reach", { ...bond, reach });
    if (told.events.length > 0) accepted += 1;
    if (i % 10 === 0) expect(unsound(p)).toEqual([]);
  }
  expect(accepted).toBeGreaterThan(60);
  p.fact("organization.ended", { organization: "C" });
  expect(unsound(p)).toEqual([]);
});

function propose(
  p: Play,
  trunk: string,
  organization: string,
  wish: { reach: "trunk" | "all-above"; application: string; whole: boolean },
) {
  const { reach, application, whole } = wish;
  p.command(trunk, "invitation.issue", { trunk, invitation: `t-${trunk}`, form: "qr" });
  const scope = { whole };
  const ask = { application, invitation: `t-${trunk}`, reach, scope };
  p.command(organization, "application.submit", ask);
  return p.command(trunk, "application.approve", { trunk, items: [{ application }] });
}

test.each([2, 4, 10])("at most eight rounds for a question in a chain of %i", (depth) => {
  const p = halves(depth);
  const names = NAMES.slice(0, depth);
  approve(p, names[depth / 2 - 1] as string, [names[depth / 2] as string]);
  const [top, last] = [names[0] as string, names.at(-1) as string];
  const who = (organization: string) => ({ organization, person: `${organization}-admin` });
  const found = [
    asked(p, "hierarchy.trunks", { viewer: who(last) }),
    asked(p, "hierarchy.branches", { viewer: who(top) }),
    asked(p, "hierarchy.above", { viewer: who(last) }),
    asked(p, "hierarchy.below", { viewer: who(top) }),
    asked(p, "hierarchy.below", { viewer: who(top), branch: names[1] }),
    asked(p, "hierarchy.room", { viewer: who(top) }),
    asked(p, "hierarchy.contact", { viewer: who(top), trunk: top, ...who(last) }),
    asked(p, "hierarchy.why", {
      ...{ viewer: who(top), trunk: top },
      ...{ looking: who(top), target: who(last) },
    }),
  ];
  for (const rounds of found) expect(rounds).toBeLessThanOrEqual(8);
});

test("at most eight rounds for an approval of many at once, and for the end of their Trunk", () => {
  const names = Array.from({ length: 20 }, (_, i) => `B${i}`);
  const p = opened(["K", "T", ...names]);
  link(p, "K", "T");
  for (const name of names) {
    p.hire(name, "eve");
    applyTo(p, "T", name, { scope: { people: ["eve"] } });
  }
  const items = names.map((name) => ({ application: `${name}-T`, alias: name }));
  const wish = { trunk: "T", items };
  expect(roundsOf(p, command("application.approve", admin("T"), wish)).rounds).toBeLessThanOrEqual(
    8,
  );
  p.command("T", "application.approve", wish);
  const end = fact("organization.ended", { organization: "T" });
  expect(roundsOf(p, end).rounds).toBeLessThanOrEqual(8);
});
