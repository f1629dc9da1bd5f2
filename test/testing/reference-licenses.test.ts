import { describe, expect, test } from "vitest";
import { accepted, done, grant, licensed, partners, quiet, refused, who } from "./partners.ts";
import { startTelling, type Teller } from "./teller.ts";

const unit = { kind: "space", space: "s" } as const;
const own = { kind: "host", organization: "host" } as const;
const member = { kind: "member", space: "s", organization: "north" } as const;

function pool({ reference }: Teller) {
  return reference.facts().pools.find((each) => (each.host as string) === "host");
}

const granted = (teller: Teller) =>
  (pool(teller)?.units ?? []).flatMap((each) => each.grants).map((pair) => pair.join("/"));
const waiting = (teller: Teller) =>
  (pool(teller)?.waiting ?? []).map((each) => each.identity.join("/"));

function usage(teller: Teller) {
  const answer = teller.ask("license.usage", { viewer: who("host", "host-admin") });
  return answer as Record<string, unknown>;
}

const purchase = (teller: Teller, purchased: number, revision?: number) =>
  teller.fact("license.purchased", {
    organization: "host",
    purchased,
    ...(revision === undefined ? {} : { revision }),
  });

const automate = (teller: Teller, departments: readonly string[]) =>
  teller.command("host", "license.automate", { unit, organization: "north", departments });

const deferred = (...people: readonly string[]) => ({
  kind: "LICENSE_AUTO_GRANT_DEFERRED",
  to: [{ kind: "main-admins", organization: "host" }],
  data: { organization: "host", people: people.map((person) => who("north", person)) },
});

describe("links", () => {
  test("only the Host's admins, and only what the edition and SSO leave open", () => {
    const teller = partners();
    const { command, fact } = teller;
    expect(command("north", "license.link", { unit })).toEqual(refused("LICENSE_HOST_ONLY"));
    expect(command(["host", "h1"], "license.link", { unit })).toEqual(refused("LICENSE_HOST_ONLY"));
    expect(command(null, "license.link", { unit })).toEqual(refused("UNKNOWN_SPACE"));
    expect(command("host", "license.link", { unit: { kind: "space", space: "t" } })).toEqual(
      refused("UNKNOWN_SPACE"),
    );
    fact("organization.sso-changed", { organization: "host", sso: true });
    expect(command("host", "license.link", { unit })).toEqual(refused("SSO_NOT_SUPPORTED"));
    fact("organization.edition-changed", { organization: "host", edition: "professional" });
    expect(command("host", "license.link", { unit })).toEqual(refused("EDITION_NOT_SUPPORTED"));
  });

  test("a Space and one of its Members overlap, whichever is linked first", () => {
    const teller = partners();
    const { command } = teller;
    expect(command("host", "license.link", { unit: member })).toEqual(done);
    expect(command("host", "license.link", { unit: member })).toEqual(
      refused("UNIT_ALREADY_LINKED"),
    );
    expect(command("host", "license.link", { unit })).toEqual(refused("UNIT_OVERLAP"));
    expect(command("host", "license.unlink", { unit: member })).toEqual(done);
    expect(command("host", "license.link", { unit })).toEqual(done);
    expect(command("host", "license.link", { unit: member })).toEqual(refused("UNIT_OVERLAP"));
    const stranger = { ...member, organization: "host" };
    expect(command("host", "license.link", { unit: stranger })).toEqual(refused("NOT_A_MEMBER"));
  });

  test("the fourth link is one too many", () => {
    const { command } = partners();
    for (const space of ["t", "u", "v"]) command("host", "space.create", { space, name: space });
    const link = (space: string) =>
      command("host", "license.link", { unit: { kind: "space", space } });
    expect(["s", "t", "u"].map(link)).toEqual([done, done, done]);
    expect(link("v")).toEqual(refused("LICENSE_LINK_LIMIT_EXCEEDED"));
    command("host", "space.dissolve", { space: "t" });
    expect(link("v")).toEqual(done);
  });
});

describe("grants", () => {
  test("for people of the unit, once each, as long as licenses remain", () => {
    const teller = partners();
    const { command } = teller;
    const give = (of: typeof unit | typeof own, ...people: readonly string[]) =>
      command("host", "license.grant", {
        unit: of,
        people: people.map((text) => {
          const [organization = "", person = ""] = text.split("/");
          return who(organization, person);
        }),
      });
    expect(give(unit, "north/n1")).toEqual(refused("UNIT_NOT_LINKED"));
    command("host", "license.link", { unit });
    expect(give(unit, "north/n1")).toEqual(refused("LICENSE_POOL_EXHAUSTED"));
    purchase(teller, 3);
    expect(give(unit, "north/nobody")).toEqual(refused("LICENSE_TARGET_NOT_ELIGIBLE"));
    expect(give(unit, "host/h1")).toEqual(refused("LICENSE_TARGET_NOT_ELIGIBLE"));
    expect(give(own, "host/nobody")).toEqual(refused("UNKNOWN_PERSON"));
    expect(give(own, "north/n1")).toEqual(refused("LICENSE_TARGET_NOT_ELIGIBLE"));
    expect(give(unit, "north/n1")).toEqual(done);
    expect(give(unit, "north/n1")).toEqual(refused("LICENSE_ALREADY_GRANTED"));
    expect(give(unit, "north/n1", "north/n2", "south/s1", "south/s2")).toEqual(
      refused("LICENSE_POOL_EXHAUSTED"),
    );
    expect(give(unit, "north/n1", "north/n2").kind).toBe("accepted");
    expect(granted(teller)).toEqual(["north/n1", "north/n2"]);
    const people = [who("north", "n1"), who("south", "s1")];
    expect(command("host", "license.revoke", { unit, people })).toEqual(
      refused("LICENSE_NOT_GRANTED"),
    );
    command("host", "license.revoke", { unit, people: people.slice(0, 1) });
    expect(granted(teller)).toEqual(["north/n2"]);
  });

  test("the worked example: 2000 and 200 of 3000 leave 800, without an alert", () => {
    const teller = startTelling();
    teller.register("host", "north");
    teller.command("host", "space.create", { space: "s", name: "S" });
    teller.join("host", "s", "north", { whole: true });
    // A hundredth of the numbers; the shares are the same.
    for (let person = 0; person < 20; person += 1) teller.hire("host", `h${person}`);
    for (let person = 0; person < 10; person += 1) teller.hire("north", `n${person}`);
    purchase(teller, 30);
    teller.command("host", "license.link", { unit });
    grant(teller, ...Array.from({ length: 20 }, (_, person) => `host/h${person}`));
    grant(teller, "north/n0", "north/n1");
    expect(usage(teller)).toMatchObject({ used: 22, remaining: 8, over: 0, percent: 73.3 });
    expect(usage(teller)["high"]).toBe(false);
  });

  test("one person through two Members counts once in a unit, and once in all under the policy", () => {
    for (const licenseCounting of ["sum-of-units", "distinct-person"] as const) {
      const teller = licensed({ licenseCounting });
      for (const organization of ["host", "south"]) teller.hire(organization, "n1");
      grant(teller, "host/n1", "south/n1");
      expect(usage(teller)["used"]).toBe(licenseCounting === "sum-of-units" ? 6 : 5);
    }
  });

  test("a smaller purchase takes nothing away, and closes grants until there is room", () => {
    const teller = licensed();
    purchase(teller, 4, 2);
    expect(purchase(teller, 100, 1)).toEqual(quiet);
    expect(usage(teller)).toMatchObject({ used: 5, remaining: 0, over: 1, percent: 125 });
    teller.hire("south", "n1");
    const people = [who("south", "n1")];
    const give = () => teller.command("host", "license.grant", { unit, people });
    expect(give()).toEqual(refused("LICENSE_POOL_EXHAUSTED"));
    teller.resign("host", "h1");
    // n1 counts already, through north.
    expect(give()).toEqual(done);
  });
});

describe("releases", () => {
  test("resigning, leaving the Roster, unlinking and cancelling give licenses back", () => {
    const teller = licensed();
    teller.resign("host", "h1");
    teller.resign("north", "n1");
    expect(granted(teller)).toEqual(["host/h2", "north/n2", "south/s1"]);
    const take = { space: "s", organization: "south", people: ["s1"] };
    teller.command("south", "scope.take-out", take);
    teller.command("south", "scope.put-in", take);
    expect(granted(teller)).toEqual(["host/h2", "north/n2"]);
    const copy = teller.reference.clone();
    teller.command("host", "license.unlink", { unit });
    expect(granted(teller)).toEqual(["host/h2"]);
    expect(copy.facts().pools[0]?.units).toHaveLength(2);
    teller.command("host", "license.link", { unit });
    grant(teller, "north/n2");
    teller.command("host", "association.cancel", { space: "s", organization: "north" });
    expect(granted(teller)).toEqual(["host/h2"]);
    teller.fact("organization.ended", { organization: "host" });
    expect(pool(teller)).toBeUndefined();
  });
});

describe("automatic grants", () => {
  test("who enters a chosen department or the Roster gets one; who was there does not", () => {
    const teller = licensed();
    const { command, fact, hire } = teller;
    const missing = { unit, organization: "north", departments: ["nowhere"] };
    expect(command("host", "license.automate", missing)).toEqual(refused("UNKNOWN_DEPARTMENT"));
    const stranger = { unit, organization: "host", departments: [] };
    expect(command("host", "license.automate", stranger)).toEqual(refused("NOT_A_MEMBER"));
    hire("north", "n0", ["sales"]);
    expect(automate(teller, ["sales"])).toEqual(done);
    expect(automate(teller, ["sales"])).toEqual(quiet);
    expect(granted(teller)).not.toContain("north/n0");
    hire("north", "n3", ["sales"]);
    hire("north", "n4", ["lab"]);
    expect(granted(teller)).toContain("north/n3");
    expect(granted(teller)).not.toContain("north/n4");
    const move = { organization: "north", person: "n4", number: 1, departments: ["sales"] };
    fact("person.relocated", move);
    expect(granted(teller)).toContain("north/n4");
    fact("person.relocated", { ...move, departments: [] });
    expect(granted(teller)).toContain("north/n4");
  });

  test("under the policy those already there get one as well, in order of hires", () => {
    const teller = licensed({ autoGrantBackfill: true });
    teller.hire("north", "n9", ["sales"]);
    teller.hire("north", "n0", ["sales"]);
    automate(teller, ["sales"]);
    expect(granted(teller).slice(-2)).toEqual(["north/n9", "north/n0"]);
  });

  test("without licenses they wait, first come first, and are dropped when they move out", () => {
    const teller = licensed();
    automate(teller, ["sales"]);
    purchase(teller, 5);
    expect(teller.hire("north", "a", ["sales"])).toEqual(accepted(deferred("a")));
    expect(teller.hire("north", "b", ["sales"])).toEqual(accepted(deferred("b")));
    teller.hire("north", "c", ["sales"]);
    expect(waiting(teller)).toEqual(["north/a", "north/b", "north/c"]);
    const move = { organization: "north", person: "a", number: 1, departments: ["lab"] };
    teller.fact("person.relocated", move);
    expect(waiting(teller)).toEqual(["north/b", "north/c"]);
    teller.resign("host", "h1");
    expect(waiting(teller)).toEqual(["north/c"]);
    expect(granted(teller)).toContain("north/b");
    automate(teller, ["lab"]);
    expect(waiting(teller)).toEqual([]);
  });

  test("under the policy nobody waits and nobody is told", () => {
    const teller = licensed({ autoGrantWhenEmpty: "drop" });
    automate(teller, ["sales"]);
    purchase(teller, 5);
    expect(teller.hire("north", "a", ["sales"])).toEqual(done);
    expect(waiting(teller)).toEqual([]);
    purchase(teller, 100);
    expect(granted(teller)).not.toContain("north/a");
  });
});

describe("alerts", () => {
  const high = (used: number, purchased: number) =>
    accepted({
      kind: "LICENSE_USAGE_HIGH",
      to: [{ kind: "main-admins", organization: "host" }],
      data: { organization: "host", purchased, used, threshold: 80 },
    });

  test("once per crossing, inclusive, without rounding", () => {
    const teller = licensed();
    expect(purchase(teller, 7)).toEqual(done);
    expect(purchase(teller, 6)).toEqual(high(5, 6));
    expect(purchase(teller, 5)).toEqual(done);
    expect(purchase(teller, 7)).toEqual(done);
    expect(purchase(teller, 6)).toEqual(high(5, 6));
  });

  test("under the policy linked units alone are compared", () => {
    const teller = licensed({ alertBasis: "downstream-only" });
    expect(purchase(teller, 5)).toEqual(done);
    expect(purchase(teller, 3)).toEqual(high(3, 3));
  });
});
