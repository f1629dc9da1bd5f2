// Aim: the Host's main admins are alerted once when use comes to the threshold, and nothing is closed.
// Method: pools of 3000 and of few licenses; grants, releases and purchases around the threshold.
import { expect } from "vitest";
import type { Notice, Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import {
  buy,
  grant,
  licensed,
  own,
  people,
  revoke,
  unlink,
  usage,
  whole,
} from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

const s1 = whole("s1");

/** A Host with so many licenses and people `p1` and so on, who are granted some of them. */
function pool(purchased: number, granted: number, more = 1, changes: Partial<Policy> = {}): Play {
  const p = licensed(purchased, changes);
  for (let i = 1; i <= granted + more; i += 1) p.hire("A", `p${i}`);
  const some = Array.from({ length: granted }, (_, i) => `p${i + 1}`);
  grant(p, own("A"), people("A", ...some));
  return p;
}

const alerts = ({ notices }: Told): Notice[] =>
  notices.filter(({ kind }) => kind === "LICENSE_USAGE_HIGH");
const next = (p: Play, person: string): Told => grant(p, own("A"), people("A", person));

const alert02 = rule("ALERT-02");
alert02.below("eighty percent nothing is said: 2399 of 3000, 35 of 44", () => {
  expect(alerts(next(pool(3000, 2398), "p2399"))).toEqual([]);
  expect(alerts(next(pool(44, 34), "p35"))).toEqual([]);
  expect(usage(pool(44, 35))).toMatchObject({ percent: 79.5, high: false });
});
alert02.at("eighty percent there is one alert: the 2400th of 3000", () => {
  const p = pool(3000, 2399);
  expect(alerts(next(p, "p2400"))).toEqual([
    {
      kind: "LICENSE_USAGE_HIGH",
      to: [{ kind: "main-admins", organization: "A" }],
      data: { organization: "A", purchased: 3000, used: 2400, threshold: 80 },
    },
  ]);
  expect(usage(p)).toMatchObject({ percent: 80, high: true });
});
alert02.above("eighty percent at once there is one as well: 36 of 44, all of one", () => {
  expect(alerts(next(pool(44, 35), "p36"))).toHaveLength(1);
  expect(alerts(next(pool(1, 0), "p1"))).toHaveLength(1);
});
alert02.at("another threshold that the policy sets", () => {
  const p = pool(10, 4, 1, { alertThresholds: [50] });
  expect(alerts(next(p, "p5"))).toHaveLength(1);
});
alert02.below("any threshold without a purchase", () => {
  const p = pool(0, 0, 0, { alertThresholds: [1] });
  expect(usage(p).high).toBe(false);
  expect(alerts(p.hire("A", "p1"))).toEqual([]);
});
alert02.at("what the basis of the policy counts: all units, or linked ones alone", () => {
  for (const [alertBasis, upstream] of [
    ["total", 1],
    ["downstream-only", 0],
  ] as const) {
    const p = licensed(5, { alertBasis });
    grant(p, s1, people("B", "b1", "b2"));
    const whom = people("A", "a1", "a2");
    expect(alerts(grant(p, own("A"), whom)), alertBasis).toHaveLength(upstream);
    revoke(p, own("A"), whom);
    grant(p, s1, people("B", "b3"));
    const told = grant(p, s1, people("B", "b4"));
    expect(alerts(told), alertBasis).toHaveLength(1);
    expect(alerts(told)[0]?.data).toMatchObject({ purchased: 5, used: 4 });
  }
  const q = licensed(1, { alertBasis: "downstream-only", licenseCounting: "distinct-person" });
  q.hire("A", "b1");
  expect(alerts(grant(q, own("A"), people("A", "b1")))).toEqual([]);
  expect(alerts(grant(q, s1, people("B", "b1")))[0]?.data).toMatchObject({ used: 1 });
});

const alert03 = rule("ALERT-03");
alert03.happens("anew after use has fallen below, by revocation or resignation", () => {
  const p = pool(5, 3);
  expect(alerts(next(p, "p4"))).toHaveLength(1);
  revoke(p, own("A"), people("A", "p4"));
  expect(alerts(next(p, "p4"))).toHaveLength(1);
  p.resign("A", "p1");
  expect(alerts(grant(p, s1, people("B", "b1")))).toHaveLength(1);
});
alert03.happens("by a smaller purchase as well", () => {
  const p = pool(10, 4);
  expect(alerts(buy(p, "A", 6))).toEqual([]);
  expect(alerts(buy(p, "A", 5))).toHaveLength(1);
  expect(alerts(buy(p, "A", 4))).toEqual([]);
  expect(alerts(buy(p, "A", 0))).toEqual([]);
  expect(alerts(buy(p, "A", 4))).toHaveLength(1);
});
alert03.happens("once for an operation that grants several", () => {
  const p = pool(5, 0, 5);
  expect(alerts(grant(p, own("A"), people("A", "p1", "p2", "p3", "p4", "p5")))).toHaveLength(1);
});
alert03.doesNot("while use stays at or above, or where one step frees and takes", () => {
  const p = pool(5, 4, 2);
  expect(alerts(next(p, "p5"))).toEqual([]);
  revoke(p, own("A"), people("A", "p5"));
  p.command("A", "license.automate", { unit: s1, organization: "B", departments: ["law"] });
  p.hire("B", "n1", ["law"]);
  p.hire("B", "n2", ["law"]);
  expect(usage(p)).toMatchObject({ used: 5, waiting: 1 });
  expect(alerts(p.resign("A", "p1"))).toEqual([]);
  expect(usage(p)).toMatchObject({ used: 5, waiting: 0 });
});

const alert04 = rule("ALERT-04");
alert04.happens("to all main admins of the Host, whoever they are at delivery", () => {
  const p = pool(5, 3);
  p.hire("A", "second");
  p.appoint("A", "second", "main");
  expect(alerts(next(p, "p4")).map(({ to }) => to)).toEqual([
    [{ kind: "main-admins", organization: "A" }],
  ]);
});
alert04.doesNot(
  "go to Members, though it is one of their people who makes the eighty percent",
  () => {
    const p = pool(5, 3);
    const [alert] = alerts(grant(p, s1, people("B", "b1")));
    expect(alert?.to).toEqual([{ kind: "main-admins", organization: "A" }]);
  },
);

rule("ALERT-05").holds("grants go on up to a hundred percent, and other things as ever", () => {
  const p = pool(5, 4, 2);
  expect(usage(p).high).toBe(true);
  expect(next(p, "p5").code).toBeNull();
  expect(next(p, "p6").code).toBe("LICENSE_POOL_EXHAUSTED");
  expect(unlink(p, s1).code).toBeNull();
});
