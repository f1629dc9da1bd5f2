// Aim: why somebody sees somebody else is told by the line that decides, with what stands behind it and what would turn
// it, to those who may know; and which Members see each other one way only.
// Method: the Host H and the Members B, C and D, asked about in pairs; that every turn turns the verdict is a law.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play } from "../../src/testing/index.ts";
import { license } from "../support/apps.ts";
import { rule } from "../support/rule.ts";
import { classify, department, hide, settled, show, who } from "../support/sight.ts";

type Side = { organization: string; person?: string };
const org = (organization: string): Side => ({ organization });

const why = (p: Play, from: Side, to: Side, viewer = who("H")): unknown =>
  p.ask("space.why", { viewer, space: "s", from, to });

/** What would show it, by the question about the people or the organizations. */
const sees = (p: Play, from: Side, to: Side): boolean =>
  (why(p, from, to) as { sees: boolean }).sees;

const own = (organization: string) => ({ kind: "visibility", organization });
const hiding = (organization: string) => ({ kind: "hiding", organization });

const vis07 = rule("VIS-07");
vis07.shows("one's own, and what the Host sees, with nothing that would turn it", () => {
  const p = settled();
  const first = { sees: true, line: 1, rule: "VIS-02", behind: [], turn: null };
  expect(why(p, who("B"), who("B", "B-low"))).toEqual(first);
  expect(why(p, org("H"), org("H"))).toEqual(first);
  const host = { sees: true, line: 2, rule: "VIS-01", behind: [], turn: null };
  expect(why(p, who("H"), who("C"))).toEqual(host);
  hide(p, "C");
  const behind = [{ line: 3, rule: "VIS-08", setting: hiding("C") }];
  expect(why(p, who("H"), who("C"))).toEqual({ ...host, behind });
  expect(why(p, org("H"), org("C"))).toEqual({ ...host, behind });
});
vis07.shows("a counterpart, before what the own setting says", () => {
  const p = settled();
  p.command("H", "counterparts.set", { space: "s", organization: "B", people: ["H-low"] });
  const setting = { kind: "counterparts", organization: "B" };
  const seen = { sees: true, line: 2, rule: "PARTNER-03", setting };
  const behind = [{ line: 4, rule: "VIS-02", setting: own("B") }];
  const turn = { setting, change: "drop", entry: who("H", "H-low") };
  expect(why(p, who("B"), who("H", "H-low"))).toEqual({ ...seen, behind, turn });
  show(p, "B", { kind: "all" });
  expect(why(p, who("B"), who("H", "H-low"))).toEqual({ ...seen, behind: [], turn: null });
  expect(why(p, who("B"), org("H"))).toMatchObject({ line: 4 });
});
vis07.shows("that somebody is hidden, and whom an exception would have to name", () => {
  const p = settled();
  hide(p, "C");
  const no = { sees: false, line: 3, rule: "VIS-08", setting: hiding("C") };
  expect(why(p, who("B"), who("C"))).toEqual({ ...no, behind: [], turn: null });
  show(p, "B", { kind: "all" });
  const turned = {
    ...no,
    behind: [{ line: 4, rule: "VIS-03", setting: own("B") }],
    turn: { setting: hiding("C"), change: "name", entry: org("B") },
  };
  expect(why(p, who("B"), who("C"))).toEqual(turned);
  hide(p, "C", { except: { organizations: ["B"] } });
  expect(sees(p, who("B"), who("C"))).toBe(true);
  hide(p, "C", { except: { departments: [department("B", "mid")] } });
  expect(sees(p, who("B", "B-low"), who("C"))).toBe(true);
  expect(why(p, who("B", "B-top"), who("C"))).toEqual(turned);
  expect(why(p, org("B"), org("C"))).toEqual(turned);
});
vis07.shows(
  "that the exceptions are full, so that the Member would have to be hidden no more",
  () => {
    const p = settled({ sightExceptionLimit: 1 });
    show(p, "B", { kind: "all" });
    hide(p, "C", { except: { organizations: ["D"] } });
    const { turn } = why(p, who("B"), who("C")) as { turn: unknown };
    expect(turn).toEqual({ setting: hiding("C"), change: "reset" });
  },
);
vis07.shows("what the own setting does not show, and what it would have to name", () => {
  const p = settled({ sightExceptionLimit: 1 });
  const no = { sees: false, line: 4, setting: own("B"), behind: [] };
  const name = (entry: object) => ({ setting: own("B"), change: "name", entry });
  expect(why(p, who("B"), who("C"))).toEqual({ ...no, rule: "VIS-02", turn: name(org("C")) });
  show(p, "B", { kind: "listed", organizations: ["D"], departments: [department("C", "low")] });
  expect(why(p, who("B"), who("C"))).toEqual({ ...no, rule: "VIS-03", turn: name(org("C")) });
  show(p, "B", { kind: "kinds", kinds: [] });
  expect(why(p, who("B"), org("C"))).toEqual({ ...no, rule: "VIS-08", turn: name(org("C")) });
  classify(p, "C", "dealer", "supplier");
  const dealer = { partner: { type: "dealer" } };
  expect(why(p, who("B"), org("C"))).toEqual({ ...no, rule: "VIS-08", turn: name(dealer) });
  show(p, "B", { kind: "kinds", kinds: [{ type: "other" }] });
  expect(why(p, who("B"), org("C"))).toEqual({ ...no, rule: "VIS-08", turn: name(org("C")) });
});
vis07.shows("what the own setting shows, and by which entry alone", () => {
  const p = settled();
  const yes = { sees: true, line: 4, setting: own("B"), behind: [] };
  const drop = (entry: object) => ({ setting: own("B"), change: "drop", entry });
  const reset = { setting: own("B"), change: "reset" };
  show(p, "B", { kind: "listed", organizations: ["C"], departments: [department("C", "mid")] });
  expect(why(p, who("B"), who("C", "C-top"))).toEqual({
    ...yes,
    rule: "VIS-03",
    turn: drop(org("C")),
  });
  expect(why(p, who("B"), who("C", "C-low"))).toEqual({ ...yes, rule: "VIS-03", turn: reset });
  show(p, "B", { kind: "listed", organizations: [], departments: [department("C", "mid")] });
  const turn = drop(department("C", "mid"));
  expect(why(p, who("B"), who("C", "C-low"))).toEqual({ ...yes, rule: "VIS-03", turn });
  expect(why(p, who("B"), org("C"))).toEqual({ ...yes, rule: "VIS-03", turn });
  expect(sees(p, who("B"), who("C", "C-top"))).toBe(false);
  classify(p, "C", "dealer");
  show(p, "B", { kind: "kinds", kinds: [{ type: "dealer" }] });
  const partner = { partner: { type: "dealer" } };
  expect(why(p, who("B"), who("C"))).toEqual({ ...yes, rule: "VIS-08", turn: drop(partner) });
  show(p, "B", { kind: "all" });
  expect(why(p, who("B"), who("C"))).toEqual({ ...yes, rule: "VIS-03", turn: reset });
});
vis07.hides("from a Member's admin whatever is not seen, but that it is not", () => {
  const p = settled();
  p.register(["X"]);
  const no = { sees: false, rule: "VIS-02" };
  hide(p, "C");
  p.hire("C", "off");
  p.command("C", "scope.take-out", { space: "s", organization: "C", people: ["off"] } as never);
  const targets = [
    who("C"),
    org("C"),
    who("C", "off"),
    who("C", "nobody"),
    org("X"),
    who("X"),
    org("nowhere"),
  ];
  for (const to of targets)
    expect(why(p, who("B", "B-low"), to, who("B")), JSON.stringify(to)).toEqual(no);
  show(p, "B", { kind: "listed", organizations: [], departments: [department("D", "mid")] });
  expect(why(p, who("B"), who("D"), who("B"))).toEqual(no);
  expect(why(p, who("B"), who("D", "nobody"), who("B"))).toEqual(no);
  expect(why(p, who("B"), who("D", "D-low"), who("B"))).toMatchObject({ sees: true, line: 4 });
  show(p, "B", { kind: "listed", organizations: ["D"] });
  expect(why(p, who("B"), who("D", "nobody"), who("B"))).toBe("UNKNOWN_PERSON");
});
vis07.accepts("a Space admin about all, and a Member's admin about its own people", () => {
  const p = settled();
  expect(why(p, who("C"), who("B"))).toMatchObject({ sees: false, line: 4 });
  expect(why(p, who("B", "B-low"), who("B"), who("B"))).toMatchObject({ sees: true, line: 1 });
});
vis07.refuses("everybody else, and whoever is not there", () => {
  const p = settled();
  p.register(["X"]);
  expect(why(p, who("C"), who("B"), who("B"))).toBe("NOT_SPACE_ADMIN");
  expect(why(p, who("B"), who("B"), who("B", "B-low"))).toBe("NOT_AUTHORIZED_ADMIN");
  expect(why(p, who("H"), who("B"), who("H", "H-low"))).toBe("NOT_SPACE_ADMIN");
  expect(why(p, who("B"), who("B"), who("X"))).toBe("UNKNOWN_SPACE");
  p.invite("H", "s");
  p.applyTo("X", "s");
  expect(why(p, org("X"), org("B"), who("X"))).toBe("NOT_A_MEMBER");
  expect(why(p, who("X"), org("B"), who("X"))).toBe("UNKNOWN_PERSON");
  expect(why(p, who("B", "nobody"), who("C"))).toBe("UNKNOWN_PERSON");
  expect(why(p, who("B"), who("C", "nobody"))).toBe("UNKNOWN_PERSON");
  expect(why(p, who("B"), who("X"))).toBe("UNKNOWN_PERSON");
  expect(why(p, org("B"), org("X"))).toBe("NOT_A_MEMBER");
  expect(why(p, org("X"), org("B"))).toBe("NOT_A_MEMBER");
});

interface Pairs {
  readonly items: readonly { readonly sees: string; readonly unseen: string }[];
  readonly next: string | null;
}

/** All pairs, page by page. */
function oneWay(p: Play, limit = 500, viewer = who("H")): string[] {
  const all: string[] = [];
  let after: string | null = null;
  do {
    const more: { after?: string } = after === null ? {} : { after };
    const page = p.ask("space.one-way", { viewer, space: "s", limit, ...more }) as Pairs;
    all.push(...page.items.map((each) => `${each.sees}>${each.unseen}`));
    after = page.next;
  } while (after !== null);
  return all;
}
vis07.shows("pairs of Members seen one way only, without the Host, in pages of any size", () => {
  const p = settled();
  expect(oneWay(p)).toEqual([]);
  show(p, "B", { kind: "all" });
  show(p, "D", { kind: "listed", organizations: ["C", "H", "B"] });
  expect(oneWay(p)).toEqual(["B>C", "D>C"]);
  show(p, "C", { kind: "listed", organizations: [], departments: [department("D", "low")] });
  expect(oneWay(p)).toEqual(["B>C"]);
  hide(p, "C", { except: { departments: [department("B", "low")] } });
  expect(oneWay(p)).toEqual(["C>D"]);
  hide(p, "C", { hidden: false });
  show(p, "C", { kind: "own" });
  for (const limit of [1, 2, 3]) expect(oneWay(p, limit)).toEqual(["B>C", "D>C"]);
  classify(p, "B", "dealer");
  show(p, "D", { kind: "kinds", kinds: [{ type: "dealer" }] });
  show(p, "B", { kind: "own" });
  expect(oneWay(p, 1)).toEqual(["D>B"]);
});
vis07.shows("pairs of many Members, looking at so many of them a page", () => {
  const many = Array.from({ length: 30 }, (_, i) => `m${String(i).padStart(2, "0")}`);
  const p = settled();
  p.register(many);
  for (const each of many) p.join("H", "s", each, { whole: true });
  for (const each of many.slice(0, 20)) show(p, each, { kind: "all" });
  const expected = many
    .slice(0, 20)
    .flatMap((one) => ["B", "C", "D", ...many.slice(20)].map((other) => `${one}>${other}`));
  expect(oneWay(p)).toEqual(expected);
  expect(oneWay(p, 7)).toEqual(expected);
});
vis07.refuses("to list pairs to others than Space admins, and places that are none", () => {
  const p = settled();
  const ask = (viewer: Side, more: object = {}) =>
    p.ask("space.one-way", { viewer, space: "s", ...more } as never);
  expect(ask(who("B"))).toBe("NOT_SPACE_ADMIN");
  expect(ask(who("H", "H-low"))).toBe("NOT_SPACE_ADMIN");
  for (const after of ["i B", "i B X", "i H B", "i B H", "p 3"]) {
    expect(ask(who("H"), { after }), after).toBe("MALFORMED");
  }
  expect(ask(who("H"), { after: "i B C" })).toEqual({ items: [], next: null });
});

// What picking takes is what the question shows.
const pick02 = rule("PICK-02");
pick02.hides("whom a hidden Member keeps from the one who picks, under the narrow policy", () => {
  const changes: Partial<Policy> = { formPickerScope: "visible-only" };
  const p = settled(changes);
  show(p, "B", { kind: "all" });
  hide(p, "C", { except: { departments: [department("B", "low")] } });
  p.command("H", "app.create", { app: "a", name: "A", cool: true });
  p.command("H", "app.publish", { space: "s", app: "a" });
  p.fact("license.purchased", { organization: "H", purchased: 9 });
  license(p, "s", [
    ["B", "B-low"],
    ["B", "B-top"],
  ]);
  for (const [person, target, code] of [
    ["B-low", "C", null],
    ["B-top", "C", "PICK_TARGET_OUTSIDE_SCOPE"],
    ["B-top", "D", null],
  ] as const) {
    const viewer = who("B", person);
    const asked = { viewer, target: who(target), app: "a", space: "s" } as const;
    const told = p.ask("form.pickable", asked);
    expect(told, `${person} ${target}`).toEqual(code === null ? { pickable: true } : code);
    expect(sees(p, viewer, who(target))).toBe(code === null);
    const { items } = p.ask("form.candidates", { viewer, app: "a", space: "s" }) as {
      items: { organization: string }[];
    };
    expect(items.some(({ organization }) => organization === target)).toBe(code === null);
  }
});
