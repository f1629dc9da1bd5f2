// Aim: a plan names exactly as many accounts as have to be taken back, in the order of the policy, and taking back by it
// brings use to the number. Method: small pools in every order, pages of every size, and one of many grants.
import { expect, test } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play } from "../../src/testing/index.ts";
import { link as linkBelow, opened } from "../support/hierarchy.ts";
import {
  buy,
  deferred,
  grant,
  licensed,
  own,
  people,
  unlink,
  usage,
  whole,
} from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

const s1 = whole("s1");
const lic20 = rule("LIC-20");

interface Named {
  readonly organization: string;
  readonly person: string;
  readonly unit: { readonly kind: "host" | "space" | "member" | "hierarchy" };
}
interface Page {
  readonly items: readonly Named[];
  readonly next: string | null;
}

const viewer = { organization: "A", person: "A-admin" };
const text = ({ organization, person }: Named): string => `${organization}/${person}`;

/** The whole plan, gone through in pages of so many. */
function plan(p: Play, purchased?: number, limit = 100, host = "A"): Named[] {
  const all: Named[] = [];
  const asked = {
    viewer: { organization: host, person: `${host}-admin` },
    ...{ limit, ...(purchased === undefined ? {} : { purchased }) },
  };
  for (let after: string | null = ""; after !== null; ) {
    const more = after === "" ? {} : { after };
    const page = p.ask("license.reclaim-plan", { ...asked, ...more }) as Page;
    expect(page.items.length).toBeLessThanOrEqual(limit);
    all.push(...page.items);
    after = page.next;
  }
  return all;
}

/** Takes back all that a plan names. */
function revokeAll(p: Play, named: readonly Named[], host = "A"): void {
  for (const each of named) {
    const { unit, organization, person } = each;
    const told = p.command(host, "license.revoke", {
      unit: unit as never,
      people: [{ organization, person }],
    });
    expect(told.code).toBeNull();
  }
}

/** B's b1 and b2, then A's a1, then C's c1 hold licenses, in this order. */
function four(changes: Partial<Policy> = {}): Play {
  const p = licensed(9, changes);
  grant(p, s1, people("B", "b1", "b2"));
  grant(p, own("A"), people("A", "a1"));
  grant(p, s1, people("C", "c1"));
  return p;
}

lic20.shows("exactly as many as are used beyond the purchase, the latest first", () => {
  const p = four();
  expect(plan(p)).toEqual([]);
  buy(p, "A", 1);
  expect(plan(p)).toEqual([
    { organization: "C", person: "c1", unit: s1 },
    { organization: "A", person: "a1", unit: own("A") },
    { organization: "B", person: "b2", unit: s1 },
  ]);
  // Nothing is taken back by asking, nor by itself.
  expect(usage(p).used).toBe(4);
  revokeAll(p, plan(p));
  expect([usage(p).used, plan(p)]).toEqual([1, []]);
});
lic20.shows("what another number of licenses would ask for", () => {
  const p = four();
  expect(plan(p, 3).map(text)).toEqual(["C/c1"]);
  expect(plan(p, 0).map(text)).toEqual(["C/c1", "A/a1", "B/b2", "B/b1"]);
  expect(plan(p, 4)).toEqual([]);
  buy(p, "A", 2);
  expect(plan(p, 3).map(text)).toEqual(["C/c1"]);
});
lic20.shows("those of others than the Host first, where the policy says so", () => {
  const p = four({ reclaimOrder: "downstream-first" });
  expect(plan(p, 0).map(text)).toEqual(["C/c1", "B/b2", "B/b1", "A/a1"]);
});
lic20.shows("those of units that hold more than they may first, where the policy says so", () => {
  const p = four({ reclaimOrder: "over-limit-first" });
  expect(plan(p, 0).map(text)).toEqual(["C/c1", "A/a1", "B/b2", "B/b1"]);
  grant(p, own("A"), people("A", "a2"));
  p.command("A", "license.limit", { unit: s1, limit: 3 });
  expect(plan(p, 3).map(text)).toEqual(["A/a2", "C/c1"]);
  p.command("A", "license.limit", { unit: s1, limit: 2 });
  expect(plan(p, 0).map(text)).toEqual(["C/c1", "B/b2", "B/b1", "A/a2", "A/a1"]);
});
lic20.shows("those below a Branch that holds more than it may first, in the same way", () => {
  const p = opened(["T", "U", "V"], { reclaimOrder: "over-limit-first" });
  for (const each of ["U", "V"]) {
    p.hire(each, `${each}1`);
    linkBelow(p, "T", each, { scope: { whole: true } });
  }
  buy(p, "T", 5);
  const unit = { kind: "hierarchy", organization: "T" } as const;
  for (const each of ["U", "V"]) {
    p.command("T", "license.grant", { unit, people: people(each, `${each}1`) });
  }
  p.command("T", "license.grant", { unit: own("T"), people: people("T", "T-admin") });
  const order = () => plan(p, 0, 2, "T").map(({ person }) => person);
  expect(order()).toEqual(["T-admin", "V1", "U1"]);
  p.command("T", "license.limit", { unit, branch: "U", limit: 1 });
  expect(order()).toEqual(["T-admin", "V1", "U1"]);
  p.command("T", "license.limit", { unit, branch: "U", limit: 0 });
  expect(order()).toEqual(["U1", "T-admin", "V1"]);
});
lic20.hides("an account that frees nothing: of whom another counts still", () => {
  for (const licenseCounting of ["sum-of-units", "distinct-person"] as const) {
    const p = licensed(9, { licenseCounting });
    p.hire("C", "b1");
    p.hire("A", "b1");
    grant(p, s1, people("B", "b1"));
    grant(p, s1, people("B", "b2"));
    grant(p, s1, people("C", "b1"));
    grant(p, own("A"), people("A", "b1"));
    const named = {
      // At the Host b1 counts once more.
      "sum-of-units": [["A/b1"], ["A/b1", "B/b2"], ["A/b1", "B/b2", "C/b1", "B/b1"]],
      "distinct-person": [["B/b2"], ["B/b2", "A/b1", "C/b1", "B/b1"], undefined],
    }[licenseCounting];
    const { used } = usage(p);
    for (const [less, expected] of named.entries()) {
      if (expected === undefined) continue;
      for (const limit of [1, 2, 3, 500]) {
        expect(plan(p, used - 1 - less, limit).map(text)).toEqual(expected);
      }
    }
    revokeAll(p, plan(p, 1));
    expect(usage(p).used).toBe(1);
  }
});
lic20.shows("the order of grants in whatever unit, also once one is unlinked", () => {
  const p = licensed(9);
  grant(p, s1, people("B", "b1", "b2"));
  unlink(p, s1);
  grant(p, own("A"), people("A", "a1"));
  p.command("A", "license.link", { unit: s1 });
  grant(p, s1, people("B", "b3"));
  grant(p, own("A"), people("A", "a2"));
  grant(p, s1, people("B", "b1"));
  expect(plan(p, 0).map(text)).toEqual(["B/b1", "A/a2", "B/b3", "A/a1"]);
});
lic20.refuses("whoever is no admin of the Host", () => {
  const p = four();
  const ask = (organization: string, person: string) =>
    p.ask("license.reclaim-plan", { viewer: { organization, person } });
  expect(ask("A", "a1")).toBe("LICENSE_HOST_ONLY");
  expect(ask("none", "x")).toBe("UNKNOWN_ORGANIZATION");
  expect(ask("A", "A-admin")).toEqual({ items: [], next: null });
  for (const after of ["x", "i 0 1", "i 0 1 2 3 x", "i 7 1 2 3 4", "p 4"]) {
    expect(p.ask("license.reclaim-plan", { viewer, after })).toBe("MALFORMED");
  }
});
lic20.holds("pages go on right while what they named is taken back, whatever their size", () => {
  for (const limit of [1, 2, 3]) {
    const p = four();
    buy(p, "A", 1);
    let after: string | null = null;
    const done: string[] = [];
    do {
      const more: { after?: string } = after === null ? {} : { after };
      const page = p.ask("license.reclaim-plan", { viewer, limit, ...more }) as Page;
      revokeAll(p, page.items);
      done.push(...page.items.map(text));
      after = page.next;
    } while (after !== null);
    expect(done).toEqual(["C/c1", "A/a1", "B/b2"]);
    expect([usage(p).used, deferred(p)]).toEqual([1, []]);
  }
});
lic20.refuses(
  "to take the same back twice, so that two who follow one plan take no more than it",
  () => {
    const p = four();
    buy(p, "A", 2);
    const mine = plan(p);
    revokeAll(p, mine);
    for (const { unit, organization, person } of mine) {
      const again = { unit: unit as never, people: [{ organization, person }] };
      expect(p.command("A", "license.revoke", again).code).toBe("LICENSE_NOT_GRANTED");
    }
    expect(usage(p).used).toBe(2);
  },
);

test("a plan of many grants over several pages of records is whole, and in order", () => {
  const p = licensed(900);
  const all: string[] = [];
  for (let from = 0; from < 700; from += 100) {
    const inB = (from / 100) % 2 === 0;
    const names = Array.from({ length: 100 }, (_, i) => `n${from + i}`);
    for (const name of names) p.hire(inB ? "B" : "A", name);
    const host = inB ? "B" : "A";
    expect(grant(p, inB ? s1 : own("A"), people(host, ...names)).code).toBeNull();
    all.push(...names.map((name) => `${host}/${name}`));
  }
  const latest = [...all].reverse();
  expect(plan(p, 0, 500).map(text)).toEqual(latest);
  expect(plan(p, 350, 7).map(text)).toEqual(latest.slice(0, 350));
  expect(plan(p, 699).map(text)).toEqual(latest.slice(0, 1));
});
