// Aim: the edition gates interconnection, the container only where the policy says so.
// Method: the same commands on every edition, under both stages of the gate.
import { expect } from "vitest";
import { EDITIONS } from "../../src/directory/model.ts";
import { editionSupports } from "../../src/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import {
  automate,
  grant,
  holders,
  licensed,
  link,
  own,
  people,
  revoke,
  unlink,
  usage,
  whole,
} from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

const BELOW = EDITIONS.filter((edition) => edition !== "exclusive");
const gated = { gateStage: "container-too" } as const;

const edition01 = rule("EDITION-01");
edition01.accepts("a Host on Exclusive behind the gate", () => {
  const p = play(gated);
  p.register(["A"]);
  expect(p.createSpace("A", "s1").code).toBeNull();
});
edition01.refuses("a Host on any lower edition behind the gate", () => {
  for (const edition of BELOW) {
    const p = play(gated);
    p.register(["A"], { edition });
    const { refusal } = p.createSpace("A", "s1");
    expect(refusal, edition).toEqual({
      code: "EDITION_NOT_SUPPORTED",
      rule: "EDITION-01",
      data: { required: "exclusive" },
    });
  }
});

const edition = (p: Play, organization: string, to: (typeof EDITIONS)[number]) =>
  p.fact("organization.edition-changed", { organization, edition: to });

edition01.accepts("links and Downstream grants of a Host on Exclusive", () => {
  const p = licensed(9, {}, []);
  expect(link(p, whole("s1")).code).toBeNull();
  expect(grant(p, whole("s1"), people("B", "b1")).code).toBeNull();
});
edition01.refuses("links and Downstream grants of a Host on any lower edition", () => {
  for (const lower of BELOW) {
    const p = licensed(9);
    p.createSpace("A", "s2");
    edition(p, "A", lower);
    expect(link(p, whole("s2")).refusal, lower).toEqual({
      code: "EDITION_NOT_SUPPORTED",
      rule: "EDITION-01",
      data: { required: "exclusive" },
    });
    expect(grant(p, whole("s1"), people("B", "b1")).code, lower).toBe("EDITION_NOT_SUPPORTED");
    // Licenses for its own people are no interconnection.
    expect(grant(p, own("A"), people("A", "a1")).code, lower).toBeNull();
  }
});

const edition02 = rule("EDITION-02");
edition02.shows("interconnection on Exclusive, hierarchy on Professional and Exclusive", () => {
  expect(EDITIONS.filter((each) => editionSupports(each, "upstream-downstream"))).toEqual([
    "exclusive",
  ]);
  expect(EDITIONS.filter((each) => editionSupports(each, "hierarchy"))).toEqual([
    "professional",
    "exclusive",
  ]);
});
edition02.hides("interconnection from Professional, which has hierarchy", () => {
  expect(editionSupports("professional", "hierarchy")).toBe(true);
  expect(editionSupports("professional", "upstream-downstream")).toBe(false);
});

const edition03 = rule("EDITION-03");
edition03.accepts("creating, inviting, reviewing and settings on every edition", () => {
  for (const edition of EDITIONS) {
    const p = play();
    p.register(["A", "B"], { edition });
    const scope = { people: ["A-admin"] };
    const space = "s1";
    expect(p.createSpace("A", space).code, edition).toBeNull();
    expect(p.join("A", space, "B", { whole: true }).code, edition).toBeNull();
    const own = { space, organization: "A", scope };
    expect(p.command("A", "scope.set", own).code, edition).toBeNull();
    const shown = { space, organization: "B", visibility: { kind: "all" } } as const;
    expect(p.command("A", "visibility.set", shown).code, edition).toBeNull();
    const folder = { space, folder: "f1", parent: null, name: "Folder" };
    expect(p.command("A", "folder.create", folder).code, edition).toBeNull();
  }
});
edition03.refuses("creation below Exclusive, only where the gate stands at the container", () => {
  const p = play();
  p.register(["A"], { edition: "free" });
  expect(p.createSpace("A", "s1").code).toBeNull();
  p.under(gated);
  expect(p.createSpace("A", "s2").code).toBe("EDITION_NOT_SUPPORTED");
});

rule("EDITION-04").holds("a Member on the Free edition takes part, gate or no gate", () => {
  for (const gateStage of ["capability", "container-too"] as const) {
    const p = play({ gateStage });
    p.register(["A"]);
    p.register(["B"], { edition: "free" });
    p.createSpace("A", "s1");
    expect(p.join("A", "s1", "B", { whole: true }).code).toBeNull();
    expect(p.roster("s1")).toEqual(["B/B-admin"]);
  }
});

rule("EDITION-04").holds("a Member's people are licensed whatever its edition", () => {
  for (const each of EDITIONS) {
    const p = licensed(9);
    edition(p, "B", each);
    expect(grant(p, whole("s1"), people("B", "b1")).code, each).toBeNull();
  }
});

rule("EDITION-05").holds("links and grants stay, releases and automatic grants go on", () => {
  const p = licensed(9);
  const s1 = whole("s1");
  automate(p, s1, "B", ["law"]);
  grant(p, s1, people("B", "b1", "b2", "b3"));
  edition(p, "A", "professional");
  expect(grant(p, s1, people("B", "b4")).code).toBe("EDITION_NOT_SUPPORTED");
  expect(holders(p, s1)).toEqual(["B/b1", "B/b2", "B/b3"]);
  p.hire("B", "new", ["law"]);
  p.resign("B", "b1");
  expect(revoke(p, s1, people("B", "b2")).code).toBeNull();
  expect(automate(p, s1, "C", []).code).toBeNull();
  expect(holders(p, s1)).toEqual(["B/b3", "B/new"]);
  edition(p, "A", "exclusive");
  expect(grant(p, s1, people("B", "b4")).code).toBeNull();
  edition(p, "A", "free");
  expect(unlink(p, s1).code).toBeNull();
  expect(usage(p).used).toBe(0);
});

rule("EDITION-05").holds("a lost edition leaves everything; regained, all goes on", () => {
  const p = play(gated);
  p.register(["A", "B"]);
  p.createSpace("A", "s1", { whole: true });
  p.join("A", "s1", "B", { whole: true });
  const before = [p.space("s1"), p.association("s1", "B"), p.roster("s1")];
  p.fact("organization.edition-changed", { organization: "A", edition: "light" });
  expect([p.space("s1"), p.association("s1", "B"), p.roster("s1")]).toEqual(before);
  expect(p.createSpace("A", "s2").code).toBe("EDITION_NOT_SUPPORTED");
  p.fact("organization.edition-changed", { organization: "A", edition: "exclusive" });
  expect(p.createSpace("A", "s2").code).toBeNull();
});
