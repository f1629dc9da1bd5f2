/** Policies with limits so small that scripts reach them, and every value of every option. */
import { defaultPolicy, type Policy } from "../../core/policy.ts";
import type { Random } from "./random.ts";

const pick = <Value>(
  random: Random,
  usual: Value,
  others: readonly Value[],
  percent = 25,
): Value => (random.chance(percent) ? (random.pick(others) ?? usual) : usual);

/** Makes a policy. */
export function policyOf(random: Random): Policy {
  const small = (): number => random.pick([2, 2, 3, 3, 4, 6]) ?? 3;
  return {
    ...defaultPolicy,
    certifiedSpaceQuota: random.pick([2, 3]) ?? 2,
    personCap: small(),
    memberOrgCap: random.pick([2, 3]) ?? 2,
    joinLimit: random.pick([1, 2, 2, 3]) ?? 2,
    licenseLinkLimit: random.pick([1, 2, 2, 3]) ?? 3,
    alertThresholdPercent: pick(random, 80, [50, 100]),
    uncertifiedHost: random.chance(50)
      ? null
      : { spaceQuota: 1 + random.below(2), personCap: 1 + random.below(3) },
    memberMustBeCertified: pick(random, false, [true]),
    memberSideActor: pick(random, "authorized-admin", ["main-admin-only"]),
    spaceQuotaBasis: pick(random, "live", ["ever-created"]),
    personCounting: pick(random, "distinct-person", ["per-identity"], 35),
    overCapFact: pick(random, "wait", ["admit-and-flag"]),
    gateStage: pick(random, "capability", ["container-too"]),
    formPickerScope: pick(random, "whole-space", ["visible-only"]),
    groupInviteRequiresVisibility: pick(random, true, [false]),
    routingBoundary: pick(random, "member-organization", ["space"]),
    routingCandidates: pick(random, "rostered", ["whole-directory"]),
    licenseCounting: pick(random, "sum-of-units", ["distinct-person"]),
    autoGrantWhenEmpty: pick(random, "wait", ["drop"]),
    autoGrantBackfill: pick(random, false, [true]),
    alertBasis: pick(random, "total", ["downstream-only"]),
    release: pick(random, "V3", ["V1", "V2", "V2.1"]),
    reconciliationHoldPercent: random.pick([null, 0, 20, 20, 50, 100]) ?? null,
  };
}
