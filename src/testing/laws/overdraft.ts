/** Licenses are not overdrawn: a pool is over-allocated only where its purchase was reduced. */
import type { Policy } from "../../core/policy.ts";
import { tableGet } from "../../core/table.ts";
import type { Records } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import { usedOf } from "../../licenses/select/pool.ts";
import { expectTrue } from "../compare.ts";
import { eventsOf, type Law, stepLaw } from "./law.ts";

function poolIn({ table }: World, host: string): Records["pool"] | undefined {
  return tableGet(table, "pool", host, "") as Records["pool"] | undefined;
}

function usedIn(pool: Records["pool"] | undefined, policy: Policy): number {
  return pool === undefined ? 0 : usedOf(pool, policy);
}

/** LIC-20: nothing is granted in a pool whose purchase has ended; a renewal comes before. */
export const nothingAfterTheEnd: Law = stepLaw("nothing after the end", (step) => {
  for (const { type, data } of eventsOf(step)) {
    if (type !== "license.granted") continue;
    const until = poolIn(step.after, data.host)?.until ?? Number.POSITIVE_INFINITY;
    expectTrue(step.input.at < until, `the pool of ${data.host} grants after its term`);
  }
});

/** LIC-04, LIC-16: whoever grants more than is purchased had granted as much before. */
export const neverOverdrawn: Law = stepLaw("no overdraft", (step, policy) => {
  for (const { type, data } of eventsOf(step)) {
    if (type !== "license.granted") continue;
    const pool = poolIn(step.after, data.host);
    const allowed = Math.max(pool?.purchased ?? 0, usedIn(poolIn(step.before, data.host), policy));
    expectTrue(usedIn(pool, policy) <= allowed, `the pool of ${data.host} is overdrawn`);
  }
});
