// Aim: a unit holds no more persons than its limit, nobody takes what is kept for the Host, and who waits for a limit
// holds up nobody else. Method: one Space with two Member units, a county with a town; grants by hand and automatic.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { link as linkBelow, opened } from "../support/hierarchy.ts";
import {
  automate,
  buy,
  deferred,
  grant,
  holders,
  licensed,
  member,
  named,
  own,
  people,
  revoke,
  type Unit,
  unlink,
  usage,
  whole,
} from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

const s1 = whole("s1");
const ofB = member("s1", "B");
const ofC = member("s1", "C");
const lic19 = rule("LIC-19");

type Limited = Exclude<Unit, { readonly kind: "host" }>;

const limit = (p: Play, unit: Limited, most: number | null, by = "A"): Told =>
  p.command(by, "license.limit", { unit, limit: most });
const reserve = (p: Play, reserved: number, by = "A"): Told =>
  p.command(by, "license.reserve", { reserved });

/** B and C are units of their own, with automatic departments; nobody holds anything yet. */
function two(purchased: number, changes: Partial<Policy> = {}): Play {
  const p = licensed(purchased, changes, [ofB, ofC]);
  p.createDepartments("C", [["c-sales", null]]);
  automate(p, ofB, "B", ["sales"]);
  automate(p, ofC, "C", ["c-sales"]);
  return p;
}

lic19.below("the limit of a unit people get licenses", () => {
  const p = licensed(9);
  expect(limit(p, s1, 3).events).toEqual([
    expect.objectContaining({
      type: "license.limited",
      data: { host: "A", unit: s1, limit: 3 },
    }),
  ]);
  expect(limit(p, s1, 3).events).toEqual([]);
  expect(grant(p, s1, people("B", "b1", "b2")).code).toBeNull();
});
lic19.at("the limit of a unit the last one is granted, and all are or none", () => {
  const p = licensed(9);
  limit(p, s1, 3);
  grant(p, s1, people("B", "b1", "b2"));
  const two = grant(p, s1, people("B", "b3", "b4"));
  expect(two.refusal).toMatchObject({
    code: "SEAT_CAP_EXCEEDED",
    data: { branch: null, limit: 3, current: 2 },
  });
  expect(grant(p, s1, people("B", "b3")).code).toBeNull();
});
lic19.above(
  "the limit of a unit nobody more is granted; who counts in it already is nobody more",
  () => {
    const p = licensed(9);
    p.hire("C", "b1");
    limit(p, s1, 1);
    grant(p, s1, people("B", "b1"));
    expect(grant(p, s1, people("B", "b2")).code).toBe("SEAT_CAP_EXCEEDED");
    expect(grant(p, s1, people("C", "b1")).code).toBeNull();
    // Lowered, it takes nothing away; taken off, it holds nobody.
    limit(p, s1, 0);
    expect(holders(p, s1)).toEqual(["B/b1", "C/b1"]);
    expect(usage(p).units).toMatchObject([{}, { used: 1, limit: 0, left: 0 }]);
    limit(p, s1, null);
    expect(grant(p, s1, people("B", "b2")).code).toBeNull();
    expect(usage(p).units[1]).toEqual({ unit: s1, used: 2 });
  },
);
lic19.accepts("limits that add up to more than the purchase; use may not", () => {
  const p = two(2);
  expect(limit(p, ofB, 2).code).toBeNull();
  expect(limit(p, ofC, 2).code).toBeNull();
  grant(p, ofB, people("B", "b1", "b2"));
  expect(grant(p, ofC, people("C", "c1")).code).toBe("LICENSE_POOL_EXHAUSTED");
});
lic19.refuses(
  "limits and reserves of anybody but the Host, and limits of what is not linked",
  () => {
    const p = licensed(9);
    expect(limit(p, s1, 1, "B").code).toBe("LICENSE_HOST_ONLY");
    expect(limit(p, ofB, 1).code).toBe("UNIT_NOT_LINKED");
    expect(p.command("staff", "license.reserve", { reserved: 1 }).code).not.toBeNull();
    expect(
      p.command({ organization: "B", person: "b1" }, "license.reserve", { reserved: 1 }).code,
    ).toBe("LICENSE_HOST_ONLY");
  },
);
lic19.happens("that who waits for the limit of a unit holds up nobody of another", () => {
  const p = two(9);
  limit(p, ofB, 1);
  expect(named(p.hire("B", "n1", ["sales"]), "license.granted")).toEqual(["B/n1"]);
  const told = p.hire("B", "n2", ["sales"]);
  expect(named(told, "license.deferred")).toEqual(["B/n2"]);
  expect(told.notices.map(({ kind }) => kind)).toContain("LICENSE_AUTO_GRANT_DEFERRED");
  expect(named(p.hire("C", "m1", ["c-sales"]), "license.granted")).toEqual(["C/m1"]);
  expect(deferred(p)).toEqual(["B/n2"]);
  // By hand, too: what waits for a limit keeps nothing from others.
  expect(grant(p, ofC, people("C", "c1")).code).toBeNull();
});
lic19.happens(
  "that a place in a full unit, a raised limit and a purchase serve the first who may have it",
  () => {
    const p = two(3);
    limit(p, ofB, 1);
    for (const each of ["n1", "n2", "n3"]) p.hire("B", each, ["sales"]);
    for (const each of ["m1", "m2", "m3"]) p.hire("C", each, ["c-sales"]);
    expect(deferred(p)).toEqual(["B/n2", "B/n3", "C/m3"]);
    // The unit of the first two is full: the license goes to the next.
    expect(named(buy(p, "A", 4), "license.granted")).toEqual(["C/m3"]);
    buy(p, "A", 9);
    expect(named(revoke(p, ofB, people("B", "n1")), "license.granted")).toEqual(["B/n2"]);
    expect(named(limit(p, ofB, 2), "license.granted")).toEqual(["B/n3"]);
    p.hire("B", "n4", ["sales"]);
    expect(named(limit(p, ofB, null), "license.granted")).toEqual(["B/n4"]);
    expect(deferred(p)).toEqual([]);
  },
);
lic19.happens(
  "that accounts that waited before the first limit go on waiting in their order",
  () => {
    const p = two(0);
    p.hire("B", "n1", ["sales"]);
    p.hire("C", "m1", ["c-sales"]);
    p.hire("B", "n2", ["sales"]);
    limit(p, ofB, 1);
    expect(deferred(p)).toEqual(["B/n1", "C/m1", "B/n2"]);
    expect(named(buy(p, "A", 3), "license.granted")).toEqual(["B/n1", "C/m1"]);
    expect(named(limit(p, ofB, 5), "license.granted")).toEqual(["B/n2"]);
  },
);
lic19.at("what is kept for the Host: the others get what is left besides", () => {
  const p = licensed(5);
  expect(reserve(p, 3).events).toEqual([
    expect.objectContaining({ type: "license.reserved", data: { host: "A", reserved: 3 } }),
  ]);
  expect(reserve(p, 3).events).toEqual([]);
  expect(usage(p)).toMatchObject({ reserve: { reserved: 3, unused: 3 } });
  expect(grant(p, s1, people("B", "b1", "b2")).code).toBeNull();
  expect(grant(p, s1, people("B", "b3")).refusal).toMatchObject({
    code: "LICENSE_POOL_EXHAUSTED",
    data: { limit: 2, current: 2, needed: 1 },
  });
  expect(grant(p, own("A"), people("A", "a1", "a2")).code).toBeNull();
  expect(usage(p)).toMatchObject({ reserve: { reserved: 3, unused: 1 } });
  expect(grant(p, s1, people("B", "b3")).code).toBe("LICENSE_POOL_EXHAUSTED");
});
lic19.below("what is kept for the Host, used by it in full, nothing is kept from others", () => {
  const p = licensed(3);
  reserve(p, 1);
  grant(p, own("A"), people("A", "a1", "a2"));
  expect(grant(p, s1, people("B", "b1")).code).toBeNull();
});
lic19.above(
  "what is left besides a reserve automatic grants wait, and a smaller reserve serves them",
  () => {
    const p = two(2);
    reserve(p, 2);
    p.hire("B", "n1", ["sales"]);
    expect(deferred(p)).toEqual(["B/n1"]);
    expect(named(reserve(p, 1), "license.granted")).toEqual(["B/n1"]);
    // The Host's own people are kept out by nothing.
    expect(grant(p, own("A"), people("A", "a1")).code).toBeNull();
  },
);
lic19.happens("that a limit ends with its unit", () => {
  const p = licensed(9, {}, [ofB]);
  limit(p, ofB, 1);
  unlink(p, ofB);
  p.command("A", "license.link", { unit: ofB });
  expect(grant(p, ofB, people("B", "b1", "b2")).code).toBeNull();
});
lic19.happens(
  "that whoever comes back waits at the head of what their unit's limit holds up (CAP-08)",
  () => {
    const p = two(9);
    limit(p, ofB, 2);
    for (const each of ["n1", "n2", "n3"]) p.hire("B", each, ["sales"]);
    p.fact("person.resigned", { organization: "B", person: "n1" });
    expect(holders(p, ofB)).toEqual(["B/n2", "B/n3"]);
    const back = p.fact("person.reinstated", { organization: "B", person: "n1" });
    expect(named(back, "license.deferred")).toEqual(["B/n1"]);
    p.hire("B", "n4", ["sales"]);
    expect(deferred(p)).toEqual(["B/n1", "B/n4"]);
    expect(named(limit(p, ofB, 3), "license.granted")).toEqual(["B/n1"]);
  },
);
lic19.happens(
  "that under distinct-person a unit counts its own persons, and takes no license twice",
  () => {
    const p = licensed(3, { licenseCounting: "distinct-person" });
    p.hire("B", "a1");
    grant(p, own("A"), people("A", "a1"));
    limit(p, s1, 1);
    reserve(p, 3);
    // Counted already: it takes nothing that is kept.
    expect(grant(p, s1, people("B", "a1")).code).toBeNull();
    expect(grant(p, s1, people("B", "b1")).code).toBe("SEAT_CAP_EXCEEDED");
    limit(p, s1, 2);
    expect(grant(p, s1, people("B", "b1")).code).toBe("LICENSE_POOL_EXHAUSTED");
  },
);
lic19.accepts("a limit of the Hierarchy unit, beside those of its Branches", () => {
  const p = opened(["K", "T", "U"]);
  for (const town of ["T", "U"]) linkBelow(p, "K", town, { scope: { whole: true } });
  buy(p, "K", 9);
  const unit = { kind: "hierarchy", organization: "K" } as const;
  const admin = (organization: string) => ({ organization, person: `${organization}-admin` });
  const give = (organization: string) =>
    p.command("K", "license.grant", { unit, people: [admin(organization)] });
  p.command("K", "license.limit", { unit, limit: 1 });
  expect(give("T").code).toBeNull();
  expect(give("U").refusal).toMatchObject({
    code: "SEAT_CAP_EXCEEDED",
    data: { branch: null, limit: 1, current: 1 },
  });
  p.command("K", "license.limit", { unit, limit: null });
  p.command("K", "license.limit", { unit, branch: "U", limit: 0 });
  expect(give("U").refusal).toMatchObject({ data: { branch: "U" } });
});
