/** Aim: the reference model says by itself what the end of a purchase closes, and which accounts a smaller one would take (LIC-20). */
import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/core/policy.ts";
import { apply, approve, ask, opened, tell } from "./hierarchy.ts";
import { accepted, done, partners, quiet, refused, who, withApp } from "./partners.ts";
import type { Teller } from "./teller.ts";

const day = 86_400_000;
const until = 10_000;
const graceUntil = until + 30 * day;
const unit = { kind: "space", space: "s" } as const;
const own = { kind: "host", organization: "host" } as const;

const purchase = (teller: Teller, purchased: number, at: number, end: number | null = until) =>
  teller.fact("license.purchased", { organization: "host", purchased, until: end }, { at });
const hand = (teller: Teller, within: object, person: string, at: number, verb = "grant") => {
  const [organization = "", id = ""] = person.split("/");
  const data = { unit: within, people: [who(organization, id)] };
  return tell(teller, "host", `license.${verb}`, data, at);
};
const reserve = (teller: Teller, reserved: number, at: number) =>
  tell(teller, "host", "license.reserve", { reserved }, at);
const told = (kind: "LICENSE_TERM_ENDING" | "LICENSE_TERM_OVER", end = until) =>
  accepted({
    kind,
    to: [{ kind: "main-admins", organization: "host" }],
    data: { organization: "host", until: end, graceUntil: end + 30 * day },
  });

const units = ({ reference }: Teller) => reference.facts().pools[0]?.units ?? [];
const held = (teller: Teller, place = 1) => units(teller)[place]?.grants.map((e) => e.join("/"));
const waiting = ({ reference }: Teller) =>
  reference.facts().pools[0]?.waiting.map(({ identity }) => identity.join("/"));

/** When the purchase ends, and of which end the Host was told last. */
const term = ({ reference }: Teller) => {
  const { until: end, reached } = reference.facts().pools[0] ?? {};
  return [end, reached];
};

/** A Host with a Space linked to its pool, in which the lab of north is granted licenses; nothing is bought. */
function linked(changes: Partial<Policy> = {}): Teller {
  const teller = partners({ alertSubjects: [], ...changes });
  tell(teller, "host", "license.link", { unit });
  const chosen = { unit, organization: "north", departments: ["lab"] };
  expect(tell(teller, "host", "license.automate", chosen)).toEqual(done);
  return teller;
}
const hire = (teller: Teller, person: string, at: number) =>
  teller.fact(
    "person.hired",
    {
      ...{ organization: "north", person, departments: ["lab"] },
      fields: { name: person },
    },
    { at },
  );

describe("grants", () => {
  test("by hand are refused from the end on, in whatever unit, until a renewal", () => {
    const teller = linked();
    purchase(teller, 10, 1000);
    expect(hand(teller, unit, "north/n1", until - 1)).toEqual(done);
    expect(hand(teller, unit, "north/n2", until)).toEqual(refused("LICENSE_TERM_ENDED"));
    expect(hand(teller, own, "host/h1", until)).toEqual(refused("LICENSE_TERM_ENDED"));
    expect(hand(teller, unit, "north/n1", until)).toEqual(refused("LICENSE_TERM_ENDED"));
    expect(held(teller)).toEqual(["north/n1"]);
    expect(purchase(teller, 10, until, until + 1)).toEqual(done);
    expect(hand(teller, unit, "north/n2", until)).toEqual(done);
    expect(purchase(teller, 10, until + 1, null)).toEqual(done);
    expect(hand(teller, own, "host/h1", until + day)).toEqual(done);
  });

  test("wait that are automatic, and are served by a renewal in their order", () => {
    const teller = linked();
    purchase(teller, 10, 1000);
    hire(teller, "n3", until - 1);
    expect(held(teller)).toEqual(["north/n3"]);
    expect(hire(teller, "n4", until)).toMatchObject({
      notices: [{ kind: "LICENSE_AUTO_GRANT_DEFERRED" }, { kind: "LICENSE_TERM_ENDING" }],
    });
    // Word of before comes late: nobody overtakes.
    hire(teller, "n5", until - 1);
    expect(hand(teller, own, "host/h1", until - 1)).toEqual(refused("LICENSE_TERM_ENDED"));
    expect(waiting(teller)).toEqual(["north/n4", "north/n5"]);
    expect(purchase(teller, 2, until, until + day)).toEqual(done);
    expect(held(teller)).toEqual(["north/n3", "north/n4"]);
    purchase(teller, 3, until, until + day);
    expect(held(teller)).toEqual(["north/n3", "north/n4", "north/n5"]);
  });

  test("are dropped under the policy that lets nobody wait", () => {
    const teller = linked({ autoGrantWhenEmpty: "drop" });
    purchase(teller, 10, 1000);
    expect(hire(teller, "n3", until)).toEqual(done);
    expect([held(teller), waiting(teller)]).toEqual([[], []]);
  });

  test("are taken back, limited and kept for the Host as before", () => {
    const teller = linked();
    purchase(teller, 10, 1000);
    hand(teller, unit, "north/n1", 1000);
    expect(hand(teller, unit, "north/n1", until, "revoke")).toEqual(told("LICENSE_TERM_ENDING"));
    expect(tell(teller, "host", "license.limit", { unit, limit: 1 }, until)).toEqual(done);
    expect(tell(teller, "host", "license.unlink", { unit }, graceUntil)).toEqual(
      told("LICENSE_TERM_OVER"),
    );
  });

  test("show the end of the purchase, and of which one the Host was told, among the facts", () => {
    const teller = linked();
    purchase(teller, 10, 1000);
    hand(teller, unit, "north/n1", until - 1);
    expect(term(teller)).toEqual([until, undefined]);
    hand(teller, unit, "north/n1", until, "revoke");
    expect(term(teller)).toEqual([until, "ending"]);
    tell(teller, "host", "license.unlink", { unit }, graceUntil);
    expect(term(teller)).toEqual([until, "over"]);
    purchase(teller, 0, graceUntil, graceUntil + day);
    expect(term(teller)).toEqual([graceUntil + day, undefined]);
    purchase(teller, 10, graceUntil, null);
    expect(term(teller)).toEqual([undefined, undefined]);
  });

  test("are refused below a Trunk as well", () => {
    const teller = opened("town village", { alertSubjects: [] });
    apply(teller, "village", "town");
    approve(teller, "village", "town");
    const organization = "town";
    teller.fact("license.purchased", { organization, purchased: 5, until });
    const hierarchy = { kind: "hierarchy", organization };
    const people = [who("village", "village-admin")];
    const grants = (at: number) =>
      tell(teller, "town", "license.grant", { unit: hierarchy, people }, at);
    expect(grants(until)).toEqual(refused("LICENSE_TERM_ENDED"));
  });
});

describe("use", () => {
  const form = (row: string, space?: string) => ({
    ...{ app: "crm", rows: [{ row }] },
    ...(space === undefined ? {} : { space }),
  });
  const submit = (teller: Teller, by: readonly [string, string], row: string, at: number) =>
    tell(teller, by, "form.submit", form(row, by[0] === "host" ? undefined : "s"), at);

  test("goes on until grace is over, then is refused to all, and is there again at once", () => {
    const teller = withApp({ alertSubjects: [] });
    purchase(teller, 100, 1000);
    for (const [index, by] of (
      [
        ["north", "n1"],
        ["host", "h1"],
      ] as const
    ).entries()) {
      expect(submit(teller, by, `a${index}`, graceUntil - 1)).toEqual(done);
      expect(submit(teller, by, `b${index}`, graceUntil)).toEqual(refused("LICENSE_TERM_ENDED"));
    }
    // Before anything is said of licenses.
    expect(submit(teller, ["south", "s2"], "c", graceUntil)).toEqual(refused("LICENSE_TERM_ENDED"));
    const asked = { app: "crm", space: "s", feature: "form.submit" };
    const use = (at?: number) =>
      ask(teller, ["north", "n1"], "app.use", { ...asked, ...(at === undefined ? {} : { at }) });
    expect(use(graceUntil)).toBe("LICENSE_TERM_ENDED");
    expect(use(graceUntil - 1)).toEqual({ side: "downstream" });
    expect(use()).toEqual({ side: "downstream" });
    purchase(teller, 100, graceUntil, null);
    expect(submit(teller, ["north", "n1"], "d", graceUntil)).toEqual(done);
  });

  test("ends with the purchase without grace; withdrawing does not", () => {
    const teller = withApp({ alertSubjects: [], licenseGraceDays: 0 });
    const steps = [{ approvers: [{ kind: "person", ...who("host", "h1") }], mode: "all" }];
    tell(teller, "host", "flow.define", { app: "crm", flow: "f", steps });
    purchase(teller, 100, 1000);
    const data = { app: "crm", flow: "f", instance: "i", row: "r", space: "s" };
    expect(tell(teller, ["north", "n1"], "flow.start", data, until - 1)).toEqual(done);
    const task = { instance: "i", task: 0 };
    expect(tell(teller, ["host", "h1"], "task.approve", task, until)).toEqual(
      refused("LICENSE_TERM_ENDED"),
    );
    const targets = (at: number) =>
      ask(teller, ["host", "h1"], "flow.return-targets", { ...task, at });
    expect(targets(until)).toBe("LICENSE_TERM_ENDED");
    expect(targets(until - 1)).toMatchObject({ steps: [] });
    expect(ask(teller, "host", "admin.open-tasks", { stuck: true })).toEqual({ items: [] });
    expect(tell(teller, ["north", "n1"], "flow.withdraw", { instance: "i" }, until)).toEqual(done);
  });
});

describe("the Host", () => {
  test("is told of each end once, by the first input that writes the pool", () => {
    const teller = linked();
    purchase(teller, 10, 1000);
    expect(reserve(teller, 1, until - 1)).toEqual(done);
    expect(reserve(teller, 1, until)).toEqual(quiet);
    teller.hire("south", "s3");
    expect(reserve(teller, 2, until)).toEqual(told("LICENSE_TERM_ENDING"));
    expect(reserve(teller, 3, graceUntil - 1)).toEqual(done);
    expect(reserve(teller, 4, graceUntil)).toEqual(told("LICENSE_TERM_OVER"));
    expect(reserve(teller, 5, until)).toEqual(done);
    // The same end is no news, another one is.
    expect(purchase(teller, 11, graceUntil)).toEqual(done);
    expect(purchase(teller, 11, graceUntil)).toEqual(quiet);
    expect(purchase(teller, 11, graceUntil, graceUntil)).toEqual(
      told("LICENSE_TERM_ENDING", graceUntil),
    );
  });

  test("is told of the later one alone, and of one that is over as it is bought", () => {
    const teller = linked();
    purchase(teller, 10, 1000);
    expect(reserve(teller, 1, graceUntil)).toEqual(told("LICENSE_TERM_OVER"));
    expect(reserve(teller, 2, until)).toEqual(done);
    expect(purchase(linked(), 10, graceUntil)).toEqual(told("LICENSE_TERM_OVER"));
    expect(purchase(linked(), 10, until)).toEqual(told("LICENSE_TERM_ENDING"));
  });

  test("is told when somebody leaves whose department was chosen, be nothing granted", () => {
    const teller = linked();
    purchase(teller, 10, 1000);
    const member = (organization: string) =>
      tell(teller, "host", "association.cancel", { space: "s", organization }, until);
    expect(member("south")).toEqual(done);
    expect(member("north")).toEqual(told("LICENSE_TERM_ENDING"));
  });

  test("hears of the end left out as of none, and older revisions change nothing", () => {
    const teller = linked();
    purchase(teller, 10, 1000);
    const bare = { organization: "host", purchased: 10 };
    expect(teller.fact("license.purchased", { ...bare, revision: 2 })).toEqual(done);
    expect(hand(teller, own, "host/h1", until)).toEqual(done);
    const older = teller.fact("license.purchased", { ...bare, until, revision: 1 });
    expect(older).toMatchObject({ passedOver: { byReason: { "older-revision": 1 } } });
    expect(hand(teller, own, "host/h2", until)).toEqual(done);
  });

  test("asks for the term, and for what of it has come", () => {
    const teller = linked();
    const usage = (at?: number) =>
      ask(teller, "host", "license.usage", at === undefined ? {} : { at });
    expect(usage(until)).not.toHaveProperty("term");
    purchase(teller, 10, 1000);
    expect(usage()).toHaveProperty("term", { until, graceUntil });
    const states = [until - 1, until, graceUntil - 1, graceUntil].map(usage);
    expect(states).toMatchObject(
      ["running", "ending", "ending", "over"].map((state) => ({
        term: { until, graceUntil, state },
      })),
    );
  });
});

describe("the plan for fewer licenses", () => {
  const plan = (teller: Teller, purchased?: number) => {
    const value = ask(
      teller,
      "host",
      "license.reclaim-plan",
      purchased === undefined ? {} : { purchased },
    );
    return (value as { items: readonly { person: string; unit: { kind: string } }[] }).items.map(
      (each) => `${each.person} ${each.unit.kind}`,
    );
  };
  /** Granted in this order: n1, h1, s1, h2, n2; the Space is limited to 2. */
  function granted(changes: Partial<Policy> = {}): Teller {
    const teller = partners({ alertSubjects: [], ...changes });
    tell(teller, "host", "license.link", { unit });
    purchase(teller, 9, 1000, null);
    for (const each of ["north/n1", "host/h1", "south/s1", "host/h2", "north/n2"]) {
      hand(teller, each.startsWith("host") ? own : unit, each, 1000);
    }
    tell(teller, "host", "license.limit", { unit, limit: 2 });
    return teller;
  }

  test("is the Host's admins' to ask for, and names nobody without need", () => {
    const teller = granted();
    expect(ask(teller, ["host", "h1"], "license.reclaim-plan", {})).toBe("LICENSE_HOST_ONLY");
    expect(plan(teller)).toEqual([]);
    expect(plan(teller, 5)).toEqual([]);
    purchase(teller, 4, 1000, null);
    expect(plan(teller)).toEqual(["n2 space"]);
    expect(plan(teller, 9)).toEqual([]);
    expect(held(teller)).toHaveLength(3);
  });

  test("goes by the order of the policy", () => {
    const all = (reclaimOrder: Policy["reclaimOrder"]) => plan(granted({ reclaimOrder }), 0);
    expect(all("latest-first")).toEqual(["n2 space", "h2 host", "s1 space", "h1 host", "n1 space"]);
    const downstream = ["n2 space", "s1 space", "n1 space", "h2 host", "h1 host"];
    expect(all("downstream-first")).toEqual(downstream);
    expect(all("over-limit-first")).toEqual(downstream);
    const within = granted({ reclaimOrder: "over-limit-first" });
    tell(within, "host", "license.limit", { unit, limit: 3 });
    expect(plan(within, 3)).toEqual(["n2 space", "h2 host"]);
  });

  test("names with whoever counts once all that they hold, at the place of the last", () => {
    const both = (changes: Partial<Policy>) => {
      const teller = partners({ alertSubjects: [], ...changes });
      tell(teller, "host", "license.link", { unit });
      purchase(teller, 9, 1000, null);
      // The same person in both organizations.
      teller.hire("south", "n1");
      for (const each of ["north/n1", "north/n2", "south/n1", "host/h1"]) {
        hand(teller, each.startsWith("host") ? own : unit, each, 1000);
      }
      return teller;
    };
    const once = both({});
    expect(plan(once, 3)).toEqual([]);
    expect(plan(once, 2)).toEqual(["h1 host"]);
    expect(plan(once, 1)).toEqual(["h1 host", "n2 space"]);
    expect(plan(once, 0)).toEqual(["h1 host", "n1 space", "n2 space", "n1 space"]);
  });

  test("names who counts once in all units under that policy", () => {
    for (const licenseCounting of ["sum-of-units", "distinct-person"] as const) {
      const teller = partners({ alertSubjects: [], licenseCounting });
      tell(teller, "host", "license.link", { unit });
      purchase(teller, 9, 1000, null);
      teller.hire("host", "n1");
      for (const each of ["north/n1", "north/n2", "host/n1"]) {
        hand(teller, each.startsWith("host") ? own : unit, each, 1000);
      }
      const isSum = licenseCounting === "sum-of-units";
      expect(plan(teller, 1)).toEqual(isSum ? ["n1 host", "n2 space"] : ["n2 space"]);
    }
  });
});
