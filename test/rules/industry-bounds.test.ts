// Aim: what is kept of an industry book stays small, and a use by its members needs few loads.
// Method: inputs and questions decided from nothing, their rounds counted; many wards; the longest lists.
import { expect, test } from "vitest";
import { parseFact } from "../../src/schema/index.ts";
import { command, fact, type Play } from "../../src/testing/index.ts";
import { link, opened, unsound } from "../support/hierarchy.ts";
import { asked, roundsOf } from "../support/rounds.ts";

const WHOLE = { scope: { whole: true } } as const;
const APP = { trunk: "A", app: "report" } as const;
const member = (person: string) => ({ organization: "D", person, as: "industry-member" }) as const;
const said = (person: string, nodes: readonly string[], guardians: readonly string[] = []) =>
  ({ organization: "D", person, kind: "member", nodes, guardians }) as const;

/** A chain of four, an app of the uppermost for labels of the second; `mum` with so many wards. */
function chain(wards: number): Play {
  const p = opened(["A", "B", "C", "D"]);
  link(p, "A", "B", WHOLE);
  link(p, "B", "C", WHOLE);
  link(p, "C", "D", WHOLE);
  p.hire("D", "eve");
  p.command("A", "partner.set", { trunk: "A", organization: "B", labels: ["rural"] });
  p.command("A", "app.create", { app: "report", name: "Report" });
  const authorized = { labels: [{ label: "rural" }] };
  p.command("A", "app.publish", { ...APP, industry: true, authorized });
  const steps = [{ approvers: [{ kind: "initiator-heads" }], mode: "all" }] as const;
  p.command("A", "flow.define", { app: "report", flow: "f", steps });
  for (const parent of ["mum", "dad"]) p.fact("industry.changed", said(parent, []));
  for (let i = 0; i < wards; i += 1) p.fact("industry.changed", said(`kid-${i}`, ["c1"], ["mum"]));
  p.command(member("mum"), "form.submit", { ...APP, rows: [{ row: "r" }], owner: "kid-0" });
  p.command(member("mum"), "flow.start", { ...APP, flow: "f", instance: "i", row: "r2" });
  return p;
}

test("at most five rounds for whatever an industry member does, and what is reported of one", () => {
  const p = chain(3);
  const rows = [{ row: "new" }];
  const found = [
    roundsOf(p, fact("industry.changed", said("kid-1", ["c2"], ["dad"]))),
    roundsOf(p, fact("industry.left", { organization: "D", person: "kid-1", kind: "member" })),
    roundsOf(
      p,
      fact("industry.changed", { organization: "D", person: "eve", kind: "staff", nodes: ["c1"] }),
    ),
    roundsOf(p, command("app.offer", ["A", "A-admin"], { app: "report", industry: true })),
    roundsOf(p, command("form.submit", member("mum"), { ...APP, rows, owner: "kid-2" })),
    roundsOf(
      p,
      command("flow.start", member("mum"), { ...APP, flow: "f", instance: "j", row: "n" }),
    ),
    roundsOf(p, command("flow.withdraw", member("mum"), { instance: "i" })),
  ];
  expect(found.map(({ kind }) => kind)).toEqual(found.map(() => "accepted"));
  for (const { rounds } of found) expect(rounds).toBeLessThanOrEqual(5);
  for (const type of ["data.range", "data.rows"]) {
    expect(asked(p, type, { viewer: member("mum"), ...APP })).toBeLessThanOrEqual(5);
  }
});

test("a guardian of any number of wards, each of whom may leave", () => {
  const p = chain(300);
  expect(unsound(p)).toEqual([]);
  const [, range] = Object.values(
    p.ask("data.range", { viewer: member("mum"), ...APP }) as { filter: readonly object[] },
  );
  expect(range).toHaveLength(2 * 301);
  for (let i = 0; i < 300; i += 1) {
    p.fact("industry.left", { organization: "D", person: `kid-${i}`, kind: "member" });
  }
  expect(unsound(p)).toEqual([]);
  expect(p.records("guardian")).toEqual([]);
  expect(p.records("wards")).toEqual([]);
});

const id = (name: string, i: number) => `${name}-${i}`.padEnd(24, "x");
const many = (name: string, count: number) => Array.from({ length: count }, (_, i) => id(name, i));

test("200 nodes of one person and 50 guardians of one ward, and no more", () => {
  const parsed = (nodes: number, guardians: number) =>
    parseFact({
      ...{ id: "x", at: 1, from: { organization: "D" }, type: "industry.changed" },
      data: said("kid", many("node", nodes), many("guardian", guardians)),
    }).ok;
  expect(parsed(200, 50)).toBe(true);
  expect(parsed(201, 50)).toBe(false);
  expect(parsed(200, 51)).toBe(false);
  const p = opened(["D"]);
  p.fact("industry.changed", said("kid", many("node", 200), many("guardian", 50)));
  expect(unsound(p)).toEqual([]);
});
