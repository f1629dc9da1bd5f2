/** Who is told of licenses: once whenever thresholds that are armed are reached, and never otherwise. */
import type { Policy } from "../../core/policy.ts";
import type { World } from "../../engine/world.ts";
import { expectSame } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { naturalsByIds } from "./keyed.ts";
import { eventsOf, type Law } from "./law.ts";
import { unitsOf } from "./units.ts";

/** What changes how many licenses are used, besides their own events. */
const touching: ReadonlySet<string> = new Set(["organization.ended", "person.recounted"]);

/** Licenses used, as the alert compares them (ALERT-02, LIC-14). */
function compared(world: World, units: ReturnType<typeof unitsOf>, policy: Policy): number {
  const naturalOf = naturalsByIds(world);
  const counted =
    policy.alertBasis === "downstream-only"
      ? units.filter(({ unit }) => unit.kind !== "host")
      : units;
  const persons = counted.map(({ grants }) => new Set(grants.map(naturalOf)));
  if (policy.licenseCounting === "distinct-person") {
    return new Set(persons.flatMap((each) => [...each])).size;
  }
  return persons.reduce((sum, { size }) => sum + size, 0);
}

/** How much of what of its licenses a Host uses, of each that has bought some. */
function usesIn(world: World, policy: Policy): ReadonlyMap<string, readonly [number, number]> {
  const facts = factsOf(world, policy);
  return new Map(
    facts.pools.map((pool) => [
      pool.host,
      [compared(world, unitsOf(facts, pool), policy), pool.purchased] as const,
    ]),
  );
}

/** Whether so much of so much is at a threshold or above it. */
const isAt = ([used, purchased]: readonly [number, number], percent: number): boolean =>
  purchased > 0 && used * 100 >= purchased * percent;

/** ALERT-02, ALERT-03, ALERT-06: one alert, of the highest threshold, whenever some that are armed are reached. */
export const alertsAreCrossings: Law = {
  name: "alerts = crossings",
  begin: (policy) => {
    const spent = new Map<string, ReadonlySet<number>>();
    const { alertThresholds, alertRearmBelow } = policy;
    return (step) => {
      const { outcome, after } = step;
      const touched = eventsOf(step).some(
        ({ type }) => type.startsWith("license.") || touching.has(type),
      );
      const notices = outcome.kind === "accepted" ? outcome.notices : [];
      const told = notices.flatMap(({ kind, data }) =>
        kind === "LICENSE_USAGE_HIGH" && data.unit === undefined
          ? [`${data.organization} ${data.threshold}`]
          : [],
      );
      const crossed: string[] = [];
      const uses = touched ? usesIn(after, policy) : new Map<string, readonly [number, number]>();
      for (const [host, use] of uses) {
        const before = spent.get(host) ?? new Set();
        const reached = alertThresholds.filter((each) => isAt(use, each));
        const highest = reached.filter((each) => !before.has(each)).at(-1);
        if (highest !== undefined) crossed.push(`${host} ${highest}`);
        const kept = [...before].filter((each) => isAt(use, each - alertRearmBelow));
        spent.set(host, new Set([...reached, ...kept]));
      }
      if (touched) {
        for (const host of spent.keys()) if (!uses.has(host)) spent.delete(host);
      }
      if (!policy.alertSubjects.includes("pool")) crossed.length = 0;
      expectSame([...told].sort(), crossed.sort(), "what is told, and the thresholds reached");
    };
  },
};
