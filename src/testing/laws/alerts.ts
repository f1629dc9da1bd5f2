/** Who is told of licenses: once for every crossing of the threshold, and never otherwise. */
import type { Policy } from "../../core/policy.ts";
import { expectSame } from "../compare.ts";
import { factsOf } from "../facts.ts";
import type { ReferenceFacts } from "../reference/facts-model.ts";
import type { PoolFacts } from "../reference/facts-model-areas.ts";
import { eventsOf, type Law } from "./law.ts";

/** Licenses used, as the alert compares them (ALERT-02, LIC-14). */
function compared({ units }: PoolFacts, policy: Policy): number {
  const counted =
    policy.alertBasis === "downstream-only"
      ? units.filter(({ unit }) => unit.kind !== "host")
      : units;
  const persons = counted.map(({ grants }) => new Set(grants.map(([, person]) => person)));
  if (policy.licenseCounting === "distinct-person") {
    return new Set(persons.flatMap((each) => [...each])).size;
  }
  return persons.reduce((sum, { size }) => sum + size, 0);
}

/** The Hosts whose use is at the threshold or above it. */
function highIn({ pools }: ReferenceFacts, policy: Policy): Set<string> {
  const high = pools.filter(
    (pool) =>
      pool.purchased > 0 &&
      compared(pool, policy) * 100 >= pool.purchased * policy.alertThresholdPercent,
  );
  return new Set(high.map(({ host }) => host));
}

/** ALERT-02, ALERT-03: one alert for every Host that comes to the threshold from below it. */
export const alertsAreCrossings: Law = {
  name: "alerts = crossings",
  begin: (policy) => {
    let high = new Set<string>();
    return (step) => {
      const { outcome, after } = step;
      const touched = eventsOf(step).some(
        ({ type }) => type.startsWith("license.") || type === "organization.ended",
      );
      const notices = outcome.kind === "accepted" ? outcome.notices : [];
      const told = notices
        .filter(({ kind }) => kind === "LICENSE_USAGE_HIGH")
        .map(({ data }) => (data as { readonly organization: string }).organization);
      const now = touched ? highIn(factsOf(after, policy), policy) : high;
      const crossed = [...now].filter((host) => !high.has(host));
      expectSame([...told].sort(), crossed.sort(), "the Hosts told, and those that crossed");
      high = now;
    };
  },
};
