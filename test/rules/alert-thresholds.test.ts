// Aim: each threshold is told of once until the number has fallen far enough below it, whatever it is that fills.
// Method: a pool of ten licenses with three thresholds and a band; limited units and Branches; Spaces of few places.
import { expect, test } from "vitest";
import type { Policy } from "../../src/index.ts";
import { definePolicy } from "../../src/index.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { link as linkBelow, opened } from "../support/hierarchy.ts";
import { buy, grant, licensed, own, people, revoke, whole } from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

const alert06 = rule("ALERT-06");
const s1 = whole("s1");

/** A Host with so many licenses, and twenty people `p1` and so on. */
function pool(changes: Partial<Policy>, purchased = 10): Play {
  const p = licensed(purchased, { alertThresholds: [50, 80, 100], ...changes });
  for (let i = 1; i <= 20; i += 1) p.hire("A", `p${i}`);
  return p;
}

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `p${from + i}`);
const give = (p: Play, from: number, to = from): Told =>
  grant(p, own("A"), people("A", ...numbers(from, to)));
const take = (p: Play, from: number, to = from): Told =>
  revoke(p, own("A"), people("A", ...numbers(from, to)));

/** The thresholds told of, with what each is about. */
const told = ({ notices }: Told): (number | string)[] =>
  notices.flatMap(({ kind, data }): (number | string)[] => {
    if (kind === "LICENSE_USAGE_HIGH") return [data.threshold];
    if (kind === "SPACE_FILLING") return [`${data.space} ${data.subject} ${data.threshold}`];
    return kind === "JOINS_FILLING" ? [`${data.organization} ${data.threshold}`] : [];
  });

alert06.happens("that each threshold is told of, the highest of several at once", () => {
  const p = pool({});
  expect(told(give(p, 1, 4))).toEqual([]);
  expect(told(give(p, 5))).toEqual([50]);
  expect(told(give(p, 6, 7))).toEqual([]);
  expect(told(give(p, 8, 10))).toEqual([100]);
  expect(told(take(p, 6, 10))).toEqual([]);
  expect(told(give(p, 6, 8))).toEqual([80]);
  expect(told(buy(p, "A", 16))).toEqual([]);
  // A smaller purchase crosses as well.
  expect(told(buy(p, "A", 8))).toEqual([100]);
});
alert06.at("as many points below a threshold as must be passed, it is not told of again", () => {
  const p = pool({ alertThresholds: [80], alertRearmBelow: 20 });
  expect(told(give(p, 1, 8))).toEqual([80]);
  const down = take(p, 7, 8);
  expect(down.events).toMatchObject([
    { type: "license.released" },
    { type: "license.released" },
    { type: "license.unarmed", data: { host: "A", thresholds: [80] } },
  ]);
  expect(told(give(p, 7, 8))).toEqual([]);
});
alert06.above("as many points below a threshold as must be passed, it is not told of again", () => {
  const p = pool({ alertThresholds: [80], alertRearmBelow: 20 });
  give(p, 1, 8);
  take(p, 8);
  expect(told(give(p, 8))).toEqual([]);
});
alert06.below("as many points below a threshold as must be passed, it is told of again", () => {
  const p = pool({ alertThresholds: [80], alertRearmBelow: 20 });
  give(p, 1, 8);
  take(p, 7, 8);
  expect(take(p, 6).events).toMatchObject([
    { type: "license.released" },
    { type: "license.unarmed", data: { thresholds: [] } },
  ]);
  // From below, the band itself is told of by nothing.
  expect(told(give(p, 6, 7))).toEqual([]);
  expect(told(give(p, 8))).toEqual([80]);
});
alert06.happens(
  "that without a band it is told of again after any fall, and nothing is kept",
  () => {
    const p = pool({ alertThresholds: [80] });
    give(p, 1, 8);
    expect(take(p, 8).events.map(({ type }) => type)).toEqual(["license.released"]);
    expect(told(give(p, 8))).toEqual([80]);
  },
);
alert06.doesNot("where what fills is not watched", () => {
  expect(told(give(pool({ alertSubjects: [] }), 1, 10))).toEqual([]);
  const p = pool({ alertSubjects: ["units"] });
  expect(told(give(p, 1, 10))).toEqual([]);
});
alert06.happens("that a limited unit is told of by its limit", () => {
  const p = pool({ alertSubjects: ["units"], alertRearmBelow: 30 });
  p.command("A", "license.limit", { unit: s1, limit: 4 });
  expect(told(grant(p, s1, people("B", "b1")))).toEqual([]);
  const { notices } = grant(p, s1, people("B", "b2"));
  expect(notices).toEqual([
    {
      kind: "LICENSE_USAGE_HIGH",
      to: [{ kind: "main-admins", organization: "A" }],
      data: { organization: "A", unit: s1, purchased: 4, used: 2, threshold: 50 },
    },
  ]);
  expect(revoke(p, s1, people("B", "b2")).events).toMatchObject([
    {},
    { type: "license.unarmed", data: { host: "A", unit: s1, thresholds: [50] } },
  ]);
  expect(told(grant(p, s1, people("B", "b2")))).toEqual([]);
  expect(told(p.command("A", "license.limit", { unit: s1, limit: 2 }))).toEqual([100]);
  // A limit of 0 never alerts, nor none.
  expect(told(p.command("A", "license.limit", { unit: s1, limit: 0 }))).toEqual([]);
  expect(told(p.command("A", "license.limit", { unit: s1, limit: null }))).toEqual([]);
});
alert06.happens("that a limited Branch is told of by its limit", () => {
  const p = opened(["K", "T"], { alertSubjects: ["units"], alertRearmBelow: 50 });
  linkBelow(p, "K", "T", { scope: { whole: true } });
  p.hire("T", "t1");
  buy(p, "K", 9);
  const unit = { kind: "hierarchy", organization: "K" } as const;
  const give = (type: "license.grant" | "license.revoke", person: string) =>
    p.command("K", type, { unit, people: [{ organization: "T", person }] });
  p.command("K", "license.limit", { unit, branch: "T", limit: 2 });
  expect(told(give("license.grant", "t1"))).toEqual([]);
  expect(give("license.grant", "T-admin").notices).toMatchObject([
    { data: { organization: "K", unit, branch: "T", purchased: 2, used: 2, threshold: 80 } },
  ]);
  give("license.revoke", "t1");
  expect(told(give("license.grant", "t1"))).toEqual([]);
});
alert06.happens("that persons and Members of a Space, and joins, are told of", () => {
  const p = play({
    ...{ alertSubjects: ["persons", "members", "joins"], alertThresholds: [50, 100] },
    ...{ alertRearmBelow: 30, personCap: 4, memberOrgCap: 2, joinLimit: 2 },
  });
  p.register(["A", "B", "C"]);
  p.createSpace("A", "s");
  p.createSpace("A", "t");
  const cancel = () => p.command("A", "association.cancel", { space: "s", organization: "B" });
  const [joined] = [p.join("A", "s", "B", { whole: true })].flat().slice(-1);
  expect(told(joined as Told).sort()).toEqual(["B 50", "s members 50"]);
  expect(told(p.hire("B", "b1"))).toEqual(["s persons 50"]);
  expect(told(p.hire("B", "b2"))).toEqual([]);
  expect(told(p.hire("B", "b3"))).toEqual(["s persons 100"]);
  const down = p.fact("person.resigned", { organization: "B", person: "b3" });
  expect(told(down)).toEqual([]);
  expect(down.events).toContainEqual(
    expect.objectContaining({
      type: "space.unarmed",
      data: { space: "s", subject: "persons", thresholds: [100] },
    }),
  );
  expect(told(p.hire("B", "b4"))).toEqual([]);
  p.join("A", "t", "B", { whole: true });
  expect(told(cancel())).toEqual([]);
});
test("ALERT-06: thresholds rise, from 1 to 100, one to five; the former field is unknown", () => {
  const problems = (changes: object) => {
    const made = definePolicy(changes);
    return made.ok ? [] : made.problems.map(({ problem }) => problem);
  };
  for (const good of [[1], [100], [1, 2, 3, 4, 5]]) {
    expect(problems({ alertThresholds: good })).toEqual([]);
  }
  for (const bad of [[], [0], [101], [2, 2], [3, 2], [1.5], [1, 2, 3, 4, 5, 6], 80]) {
    expect(problems({ alertThresholds: bad })).toEqual(["not-rising"]);
  }
  expect(problems({ alertRearmBelow: 50 })).toEqual([]);
  expect(problems({ alertRearmBelow: 51 })).toEqual(["not-in-range"]);
  expect(problems({ alertThresholdPercent: 80 })).toEqual(["unknown-field"]);
});
