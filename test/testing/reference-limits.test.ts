/** Aim: the reference model says by itself what limits and a reserve close, and what fills up (LIC-19, ALERT-06). */
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../../src/core/policy.ts";
import { accepted, done, grant, licensed, quiet, refused, who } from "./partners.ts";
import type { Teller } from "./teller.ts";

const unit = { kind: "space", space: "s" } as const;
const own = { kind: "host", organization: "host" } as const;

const limit = (teller: Teller, most: number | null, by: string | null = "host") =>
  teller.command(by, "license.limit", { unit, limit: most });
const reserve = (teller: Teller, reserved: number, by: string | null = "host") =>
  teller.command(by, "license.reserve", { reserved });
const purchase = (teller: Teller, purchased: number) =>
  teller.fact("license.purchased", { organization: "host", purchased });
const grants = (teller: Teller, within: typeof unit | typeof own, ...people: readonly string[]) => {
  const all = people.map((each) => who(...(each.split("/") as [string, string])));
  return teller.command("host", "license.grant", { unit: within, people: all });
};
const usage = (teller: Teller) =>
  teller.ask("license.usage", { viewer: who("host", "host-admin") });
const pool = ({ reference }: Teller) => reference.facts().pools[0];
const waiting = (teller: Teller) =>
  (pool(teller)?.waiting ?? []).map((each) => each.identity.join("/"));
const revoke = (
  teller: Teller,
  within: typeof unit | typeof own,
  ...of: readonly [string, string]
) => teller.command("host", "license.revoke", { unit: within, people: [who(...of)] });

describe("the limit of a unit (LIC-19)", () => {
  test("is the Host's to set, of a unit that is linked", () => {
    const teller = licensed();
    expect(limit(teller, 3, "north")).toEqual(refused("LICENSE_HOST_ONLY"));
    const other = { kind: "member", space: "s", organization: "north" } as const;
    expect(teller.command("host", "license.limit", { unit: other, limit: 3 })).toEqual(
      refused("UNIT_NOT_LINKED"),
    );
    expect(limit(teller, 3)).toEqual(done);
    expect(limit(teller, 3)).toEqual(quiet);
    expect(usage(teller)).toMatchObject({ units: [{ unit: own }, { used: 3, limit: 3, left: 0 }] });
    teller.command("host", "license.unlink", { unit });
    teller.command("host", "license.link", { unit });
    expect(pool(teller)?.units[1]).not.toHaveProperty("limit");
  });

  test("closes it at the number, takes nothing away below use, and opens it when raised", () => {
    const teller = licensed();
    limit(teller, 4);
    expect(grants(teller, unit, "south/s2", "north/north-admin")).toEqual(
      refused("SEAT_CAP_EXCEEDED"),
    );
    expect(grants(teller, unit, "south/s2")).toEqual(done);
    expect(grants(teller, unit, "north/north-admin")).toEqual(refused("SEAT_CAP_EXCEEDED"));
    expect(grants(teller, own, "host/host-admin")).toEqual(done);
    expect(limit(teller, 1)).toEqual(done);
    expect(usage(teller)).toMatchObject({ units: [{}, { used: 4, limit: 1, left: 0 }] });
    limit(teller, null);
    expect(grants(teller, unit, "north/north-admin")).toEqual(done);
  });

  test("holds up who waits for it and nobody else", () => {
    const teller = licensed();
    const automate = { unit, organization: "north", departments: ["sales"] };
    teller.command("host", "license.automate", automate);
    limit(teller, 3);
    teller.hire("north", "a", ["sales"]);
    expect(waiting(teller)).toEqual(["north/a"]);
    expect(grants(teller, own, "host/host-admin")).toEqual(done);
    expect(limit(teller, 4)).toEqual(done);
    expect(waiting(teller)).toEqual([]);
  });
});

describe("the reserve (LIC-19)", () => {
  test("is kept for the Host's own unit, as far as that does not use it", () => {
    const teller = licensed({ alertSubjects: [] });
    purchase(teller, 7);
    expect(reserve(teller, 3, null)).toEqual(refused("LICENSE_HOST_ONLY"));
    expect(reserve(teller, 4)).toEqual(done);
    expect(usage(teller)).toMatchObject({ reserve: { reserved: 4, unused: 2 } });
    expect(grants(teller, unit, "south/s2")).toEqual(refused("LICENSE_POOL_EXHAUSTED"));
    expect(grants(teller, own, "host/host-admin")).toEqual(done);
    expect(grants(teller, unit, "south/s2")).toEqual(refused("LICENSE_POOL_EXHAUSTED"));
    expect(reserve(teller, 3)).toEqual(done);
    expect(grants(teller, unit, "south/s2")).toEqual(done);
    expect(reserve(teller, 0)).toEqual(done);
    expect(usage(teller)).not.toHaveProperty("reserve");
  });

  test("is waited for, and given out at once when it is less", () => {
    const teller = licensed();
    purchase(teller, 6);
    reserve(teller, 3);
    const automate = { unit, organization: "north", departments: ["sales"] };
    teller.command("host", "license.automate", automate);
    teller.hire("north", "a", ["sales"]);
    expect(waiting(teller)).toEqual(["north/a"]);
    expect(reserve(teller, 2)).toEqual(done);
    expect(waiting(teller)).toEqual([]);
  });
});

describe("thresholds (ALERT-06)", () => {
  const high = (used: number, purchased: number, threshold: number, more: object = {}) =>
    accepted({
      kind: "LICENSE_USAGE_HIGH",
      to: [{ kind: "main-admins", organization: "host" }],
      data: { organization: "host", purchased, used, threshold, ...more },
    });

  test("of several that are crossed the highest is told", () => {
    const teller = licensed({ alertThresholds: [20, 50, 80] });
    expect(purchase(teller, 10)).toEqual(high(5, 10, 50));
    expect(purchase(teller, 26)).toEqual(done);
    expect(purchase(teller, 25)).toEqual(high(5, 25, 20));
    expect(purchase(teller, 6)).toEqual(high(5, 6, 80));
  });

  test("one is told again once the number has fallen below it by more than so many points", () => {
    const teller = licensed({ alertRearmBelow: 30 });
    purchase(teller, 6);
    // 50 percent is 30 points below, and not more.
    expect(purchase(teller, 10)).toEqual(done);
    expect(purchase(teller, 6)).toEqual(done);
    expect(purchase(teller, 11)).toEqual(done);
    expect(purchase(teller, 6)).toEqual(high(5, 6, 80));
  });

  test("a limited unit is told of where the policy says so, and one of 0 never", () => {
    const teller = licensed({ alertSubjects: ["units"] });
    expect(purchase(teller, 5)).toEqual(done);
    expect(limit(teller, 0)).toEqual(done);
    expect(limit(teller, 3)).toEqual(high(3, 3, 80, { unit }));
    expect(limit(teller, null)).toEqual(done);
    expect(limit(teller, 3)).toEqual(high(3, 3, 80, { unit }));
    expect(revoke(teller, unit, "north", "n1")).toEqual(done);
    grant(teller, "north/n1");
    expect(limit(teller, 4)).toEqual(done);
  });

  test("a Space that fills up is told to its admins, an organization to its own", () => {
    const subjects = ["persons", "members", "joins"] as const;
    const limits = { personCap: 11, memberOrgCap: 3, joinLimit: 2 };
    const teller = licensed({ ...defaultPolicy, ...limits, alertSubjects: subjects });
    // Nobody of the Host is in; three of each Member are.
    expect(teller.roster("s")).toHaveLength(6);
    teller.hire("north", "a");
    expect(teller.hire("north", "b")).toEqual(done);
    const filling = (subject: string) => ({
      kind: "SPACE_FILLING",
      to: [{ kind: "space-admins", space: "s" }],
      data: { space: "s", subject, threshold: 80 },
    });
    expect(teller.hire("north", "c")).toEqual(accepted(filling("persons")));
    teller.register("west");
    expect(teller.join("host", "s", "west")).toEqual(accepted(filling("members")));
    teller.command("host", "space.create", { space: "t", name: "T" });
    expect(teller.join("host", "t", "west")).toEqual(
      accepted({
        kind: "JOINS_FILLING",
        to: [{ kind: "authorized-admins", organization: "west" }],
        data: { organization: "west", threshold: 80 },
      }),
    );
  });
});
