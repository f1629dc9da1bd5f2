/** The schema of the changes that make a policy. */
import type { Policy } from "../core/policy.ts";
import { limit, percent } from "./numbers.ts";
import { choice, flag, lazily, nullable, object, optional, type Schema } from "./shape.ts";

/** What may be said of a policy; what is left out is as the rulebook has it. */
export const policyChanges: () => Schema<Partial<Policy>> = lazily(() =>
  object<Partial<Policy>>({
    certifiedSpaceQuota: optional(limit),
    personCap: optional(limit),
    memberOrgCap: optional(limit),
    joinLimit: optional(limit),
    licenseLinkLimit: optional(limit),
    alertThresholdPercent: optional(percent),
    uncertifiedHost: optional(
      nullable(
        object<NonNullable<Policy["uncertifiedHost"]>>({ spaceQuota: limit, personCap: limit }),
      ),
    ),
    memberMustBeCertified: optional(flag),
    memberSideActor: optional(choice("authorized-admin", "main-admin-only")),
    spaceQuotaBasis: optional(choice("live", "ever-created")),
    personCounting: optional(choice("distinct-person", "per-identity")),
    overCapFact: optional(choice("wait", "admit-and-flag")),
    gateStage: optional(choice("capability", "container-too")),
    formPickerScope: optional(choice("whole-space", "visible-only")),
    groupInviteRequiresVisibility: optional(flag),
    routingBoundary: optional(choice("member-organization", "space")),
    routingCandidates: optional(choice("rostered", "whole-directory")),
    licenseCounting: optional(choice("sum-of-units", "distinct-person")),
    autoGrantWhenEmpty: optional(choice("wait", "drop")),
    autoGrantBackfill: optional(flag),
    alertBasis: optional(choice("total", "downstream-only")),
    release: optional(choice("V1", "V2", "V2.1", "V3")),
    reconciliationHoldPercent: optional(nullable(percent)),
  }),
);
