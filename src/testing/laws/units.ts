/** Licenses of a Host, by all the units that they are given in. */
import type { ReferenceFacts } from "../reference/facts-model.ts";
import type { PoolFacts, UnitFacts } from "../reference/facts-model-areas.ts";

/** A pool's own unit, those linked, and the one for people who come through Links (SEAT-01). */
export function unitsOf(
  { hierarchies }: ReferenceFacts,
  { host, units }: PoolFacts,
): readonly Pick<UnitFacts, "unit" | "grants" | "limit">[] {
  const below = hierarchies?.seats.find(({ trunk }) => trunk === host);
  if (below === undefined) return units;
  const { grants, limit } = below;
  const most = limit === undefined ? {} : { limit };
  return [...units, { unit: { kind: "hierarchy", organization: host }, grants, ...most }];
}
