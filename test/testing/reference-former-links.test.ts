/** Aim: the reference model says by itself what whoever is back gets of a Link that has ended: nothing (RESIGN-07, UNLINK-05). */
import { describe, expect, test } from "vitest";
import { type HierarchyChanges, hierarchies, link, opened, say, tell, told } from "./hierarchy.ts";
import { done } from "./partners.ts";
import type { Teller } from "./teller.ts";

const unit = { kind: "hierarchy", organization: "k" };
const t1 = { organization: "t", person: "t1" };
const linked = { trunk: "k", organization: "t" };

/** County `k` over `t` and `u`: `t1` has a license, and a task that `u` started; then `t1` resigns. */
function left(changes: HierarchyChanges = {}): Teller {
  const teller = opened("k t u", { routingTargetAbility: "unchecked", ...changes });
  teller.hire("t", "t1");
  link(teller, "t", "k");
  link(teller, "u", "k");
  tell(teller, "k", "app.create", { app: "reports", name: "Reports", cool: false });
  tell(teller, "k", "app.publish", { trunk: "k", app: "reports" });
  teller.fact("license.purchased", { organization: "k", purchased: 5 });
  const people = [t1, { organization: "u", person: "u-admin" }];
  expect(tell(teller, "k", "license.grant", { unit, people })).toEqual(done);
  const steps = [{ mode: "any", approvers: [{ kind: "person", ...t1 }] }];
  tell(teller, "k", "flow.define", { app: "reports", flow: "f", steps });
  const start = { app: "reports", flow: "f", trunk: "k", instance: "i", row: "first" };
  expect(tell(teller, "u", "flow.start", start)).toEqual(done);
  say(teller, "person.resigned", { ...t1, number: 1 });
  return teller;
}

const back = (teller: Teller) => say(teller, "person.reinstated", { ...t1, number: 1 }, 3000);
const task = ({ reference }: Teller) => {
  const { holder = null, home = null } = reference.facts().instances[0]?.tasks[0] ?? {};
  return holder === null ? `parked at ${home}` : holder.join("/");
};
const seats = (teller: Teller) =>
  hierarchies(teller)?.seats[0]?.grants.map((each) => each.join("/"));

describe("whoever is back below a Trunk", () => {
  test("has the task and the license again while the Link stands, and is told of", () => {
    const teller = left();
    expect(task(teller)).toBe("parked at t");
    const trunks = { spaces: [], trunks: ["k"] };
    expect(told(back(teller))).toMatchObject([
      { kind: "COUNTERPART_BACK", identity: t1, ...trunks },
      { kind: "COUNTERPART_BACK", identity: t1, ...trunks },
    ]);
    expect(task(teller)).toBe("t/t1");
    expect(seats(teller)).toEqual(["u/u-admin", "t/t1"]);
  });

  test("has neither once the Link was cancelled, and nobody hears of it", () => {
    const teller = left();
    tell(teller, "k", "link.cancel", linked);
    expect(told(back(teller))).toEqual([]);
    expect(task(teller)).toBe("parked at k");
    expect(seats(teller)).toEqual(["u/u-admin"]);
  });

  test("has neither by another Link either: the task was parked anew", () => {
    const teller = left();
    tell(teller, "k", "link.cancel", linked);
    link(teller, "t", "k");
    expect(told(back(teller))).toMatchObject([{ kind: "COUNTERPART_BACK", identity: t1 }]);
    expect(task(teller)).toBe("parked at k");
    expect(seats(teller)).toEqual(["u/u-admin"]);
  });

  test("has no task that they may not hold, not being on the Link (HAND-03)", () => {
    const teller = left();
    tell(teller, "t", "scope.set", { ...linked, scope: {} });
    expect(told(back(teller))).toEqual([]);
    expect(task(teller)).toBe("parked at t");
  });
});
