// Aim: two organizations joined by a Link and in a Space together: neither relation touches the other.
// Method: a county and a town that are Trunk and Branch, and Host and Member, either way round; one relation is changed.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play } from "../../src/testing/index.ts";
import { applyTo, link, onLink, open, opened, relink, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const SEATS = { kind: "hierarchy", organization: "K" } as const;
const IN_SPACE = { kind: "space", space: "s" } as const;
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });

/**
 * County K above town T above village V. In `s` of K the town is a Member with t1 alone, who is not on its
 * Link; in `r` of the town the county is one.
 */
function county(changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "T", "V"], changes);
  p.hire("T", "t1");
  link(p, "K", "T", { scope: { whole: true, exclude: { people: ["t1"] } } });
  link(p, "T", "V", WHOLE);
  p.createSpace("K", "s");
  p.join("K", "s", "T", { people: ["t1"] });
  p.createSpace("T", "r");
  p.join("T", "r", "K", { whole: true });
  p.command("K", "app.create", { app: "erp", name: "ERP" });
  p.command("K", "app.publish", { space: "s", app: "erp" });
  p.command("K", "app.publish", { trunk: "K", app: "erp" });
  p.fact("license.purchased", { organization: "K", purchased: 5 });
  p.command("K", "license.link", { unit: IN_SPACE });
  return p;
}

/** What an admin of the county grants, and to whom. */
const grant = (p: Play, unit: typeof SEATS | typeof IN_SPACE, person: string) =>
  p.command("K", "license.grant", { unit, people: [who("T", person)] }).code;

/** What keeps somebody of the town from using the county's app, through each of the two doors; `null`: nothing. */
const use = (p: Play, person: string) =>
  [{ space: "s" }, { trunk: "K" }].map((door) => {
    const asked = {
      viewer: who("T", person),
      app: "erp",
      feature: "form.submit",
      ...door,
    } as const;
    const answer = p.ask("app.use", asked);
    return typeof answer === "string" ? answer : null;
  });

const used = (p: Play): unknown =>
  (p.ask("license.usage", { viewer: who("K") }) as { used: number }).used;

const both01 = rule("BOTH-01");
both01.accepts("both relations between the same two, in either direction, one app in both", () => {
  const p = county();
  expect(onLink(p, "K", "T")).toEqual(["T-admin"]);
  expect([p.roster("s"), p.roster("r")]).toEqual([["T/t1"], ["K/K-admin"]]);
  expect(grant(p, IN_SPACE, "t1")).toBeNull();
  expect(grant(p, SEATS, "T-admin")).toBeNull();
  expect(use(p, "t1")).toEqual([null, "NOT_ON_LINK"]);
  expect(use(p, "T-admin")).toEqual(["NOT_IN_SPACE", null]);
  expect(unsound(p)).toEqual([]);
});
both01.accepts("the end of either, which leaves the other as it is", () => {
  const p = county();
  grant(p, IN_SPACE, "t1");
  grant(p, SEATS, "T-admin");
  p.command("K", "group.start", { trunk: "K", group: "g", name: "G", participants: [] });
  p.command(["T", "t1"], "group.start", { space: "s", group: "h", name: "H", participants: [] });
  const before = p.records("link").find(([key]) => key === "K/T");
  p.command("K", "association.cancel", { space: "s", organization: "T" });
  expect(use(p, "t1")).toEqual(["UNKNOWN_SPACE", "NOT_ON_LINK"]);
  expect(use(p, "T-admin")[1]).toBeNull();
  expect(p.records("link").find(([key]) => key === "K/T")).toEqual(before);
  expect(p.roster("r")).toEqual(["K/K-admin"]);
  expect(unsound(p)).toEqual([]);

  const q = county();
  grant(q, IN_SPACE, "t1");
  const association = q.association("s", "T");
  const told = q.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(told.events.map(({ type }) => type)).not.toContain("license.released");
  expect(q.association("s", "T")).toEqual(association);
  expect([q.roster("s"), q.roster("r")]).toEqual([["T/t1"], ["K/K-admin"]]);
  expect(use(q, "t1")[0]).toBeNull();
  expect(unsound(q)).toEqual([]);
});
both01.refuses("to let one door stand for the other: each asks its own conditions", () => {
  const p = county();
  grant(p, IN_SPACE, "t1");
  grant(p, SEATS, "T-admin");
  expect(use(p, "T-admin")[0]).toBe("NOT_IN_SPACE");
  expect(use(p, "t1")[1]).toBe("NOT_ON_LINK");
  const group = { group: "g", name: "G", participants: [] };
  expect(p.command("T", "group.start", { space: "s", ...group }).code).toBe("NOT_IN_SPACE");
  expect(p.command(["T", "t1"], "group.start", { trunk: "K", ...group }).code).toBe("NOT_ON_LINK");
  // Of the one who is in both, each door asks for a license of its own unit.
  p.command("T", "scope.put-in", { trunk: "K", organization: "T", people: ["t1"] });
  expect(use(p, "t1")).toEqual([null, "LICENSE_REQUIRED"]);
  p.command("K", "app.withdraw", { space: "s", app: "erp" });
  expect(use(p, "t1")).toEqual(["APP_NOT_PUBLISHED", "LICENSE_REQUIRED"]);
  expect(grant(p, SEATS, "t1")).toBeNull();
  expect(use(p, "t1")[1]).toBeNull();
});
both01.refuses("people of a Member's Branches: its part of a Space is its own people", () => {
  const p = county();
  p.command("T", "scope.set", { space: "s", organization: "T", scope: { whole: true } });
  expect(p.roster("s")).toEqual(["T/T-admin", "T/t1"]);
  const scope = { organization: "V", whole: true };
  expect(p.command("T", "scope.set", { space: "s", organization: "T", scope }).code).toBe(
    "SCOPE_OUTSIDE_OWN_ORGANIZATION",
  );
  const people = ["V-admin"];
  expect(p.command("T", "scope.put-in", { space: "s", organization: "T", people }).code).toBe(
    "UNKNOWN_PERSON",
  );
  expect(p.roster("s")).toEqual(["T/T-admin", "T/t1"]);
});

/** All numbers of Spaces are one; those of hierarchies too, but for chains. */
const ONE: Partial<Policy> = {
  certifiedSpaceQuota: 1,
  personCap: 1,
  joinLimit: 1,
  memberOrgCap: 1,
  licenseLinkLimit: 1,
  trunkLimit: 1,
  branchLimit: 1,
};

const both02 = rule("BOTH-02");
both02.accepts("as many of one relation as may be, beside as many of the other", () => {
  for (const isLinkFirst of [true, false]) {
    const p = opened(["K", "T"], ONE);
    const inSpace = () => {
      expect(p.createSpace("K", "s").code).toBeNull();
      expect(p.join("K", "s", "T", { people: ["T-admin"] }).code).toBeNull();
      expect(p.command("K", "license.link", { unit: IN_SPACE }).code).toBeNull();
    };
    if (!isLinkFirst) inSpace();
    expect(link(p, "K", "T", WHOLE).code).toBeNull();
    p.fact("license.purchased", { organization: "K", purchased: 2 });
    expect(grant(p, SEATS, "T-admin")).toBeNull();
    if (isLinkFirst) inSpace();
    expect(unsound(p, ONE)).toEqual([]);
  }
});
both02.refuses("one more of either: room in the other relation is of no use", () => {
  const p = opened(["K", "T", "X"], ONE);
  p.createSpace("K", "s");
  p.join("K", "s", "T", { people: ["T-admin"] });
  expect(p.createSpace("K", "more").code).toBe("SPACE_QUOTA_EXCEEDED");
  expect(p.join("K", "s", "X").code).toBe("MEMBER_ORG_LIMIT_EXCEEDED");
  const scope = { people: ["K-admin"] };
  expect(p.command("K", "scope.set", { space: "s", organization: "K", scope }).code).toBe(
    "PERSON_CAP_EXCEEDED",
  );
  p.createSpace("X", "x");
  p.invite("X", "x");
  expect(p.applyTo("T", "x").code).toBe("JOIN_LIMIT_EXCEEDED");

  const q = opened(["K", "T", "X"], ONE);
  link(q, "K", "T");
  expect(link(q, "K", "X").code).toBe("BRANCH_LIMIT_EXCEEDED");
  q.register(["Y"]);
  open(q, ["Y"]);
  expect(applyTo(q, "Y", "T").code).toBe("TRUNK_LIMIT_EXCEEDED");
});
both02.refuses("one license for the same person in a linked unit and below", () => {
  const p = county();
  p.command("T", "scope.put-in", { trunk: "K", organization: "T", people: ["t1"] });
  p.fact("license.purchased", { organization: "K", purchased: 1 });
  expect(grant(p, IN_SPACE, "t1")).toBeNull();
  expect(grant(p, SEATS, "t1")).toBe("LICENSE_POOL_EXHAUSTED");
  p.fact("license.purchased", { organization: "K", purchased: 2 });
  expect(grant(p, SEATS, "t1")).toBeNull();
  expect(used(p)).toBe(2);
});
both02.accepts("one license for both where distinct persons are counted", () => {
  const p = county({ licenseCounting: "distinct-person" });
  p.command("T", "scope.put-in", { trunk: "K", organization: "T", people: ["t1"] });
  p.fact("license.purchased", { organization: "K", purchased: 1 });
  expect(grant(p, IN_SPACE, "t1")).toBeNull();
  expect(grant(p, SEATS, "t1")).toBeNull();
  expect(used(p)).toBe(1);
  // What goes in one relation leaves the license of the other.
  p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(used(p)).toBe(1);
  expect(use(p, "t1")[0]).toBeNull();
  relink(p, "K", "T");
  expect(grant(p, SEATS, "t1")).toBeNull();
});
