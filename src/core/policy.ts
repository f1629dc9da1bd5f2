import type { Problem } from "./refusal.ts";

/**
 * Every number of the rulebook and every reading it leaves open, passed by value to each decision.
 * Two writers with different policies would break limits, so a store keeps {@link policyFingerprint}.
 */
export interface Policy {
  /** Live Spaces that one certified organization may host before any expansion (SPACE-03). */
  readonly certifiedSpaceQuota: number;
  /** Persons on one Space's Roster before any expansion (CAP-01). */
  readonly personCap: number;
  /** Member organizations of one Space, the Host not counted (JOIN-11). */
  readonly memberOrgCap: number;
  /** Spaces that one organization may be a Member of (JOIN-10). */
  readonly joinLimit: number;
  /** Linked units summed into one Host's license pool (LIC-03). */
  readonly licenseLinkLimit: number;
  /** Used over purchased, in percent, at which main admins are alerted (ALERT-02). */
  readonly alertThresholdPercent: number;
  /** The numbers of an uncertified Host; `null` refuses creation by one (CERT-02, CERT-03). */
  readonly uncertifiedHost: { readonly spaceQuota: number; readonly personCap: number } | null;
  /** Whether a Member must be certified (CERT-01). */
  readonly memberMustBeCertified: boolean;
  /** Who acts for a Member (JOIN-03). */
  readonly memberSideActor: "authorized-admin" | "main-admin-only";
  /** What counts towards the Space quota (SPACE-03, SPACE-07). */
  readonly spaceQuotaBasis: "live" | "ever-created";
  /** What counts towards the person cap (CAP-02). */
  readonly personCounting: "distinct-person" | "per-identity";
  /** What happens to people whom a fact brings into scope of a full Space (CAP-04). */
  readonly overCapFact: "wait" | "admit-and-flag";
  /** What edition and SSO close: the capability, or Space creation and joining too (EDITION-03). */
  readonly gateStage: "capability" | "container-too";
  /** Whom the form picker offers (PICK-02). */
  readonly formPickerScope: "whole-space" | "visible-only";
  /** Whether one may add only visible people to a cooperation group (GROUP-02). */
  readonly groupInviteRequiresVisibility: boolean;
  /** The boundary of ad-hoc routing (FLOW-04). */
  readonly routingBoundary: "member-organization" | "space";
  /** Whom a Downstream instance may be routed to (FLOW-04). */
  readonly routingCandidates: "rostered" | "whole-directory";
  /** How one person in several units is counted (LIC-14). */
  readonly licenseCounting: "sum-of-units" | "distinct-person";
  /** What an automatic grant does when no license is left (LIC-11). */
  readonly autoGrantWhenEmpty: "wait" | "drop";
  /** Whether selecting a department grants to those already there (LIC-10). */
  readonly autoGrantBackfill: boolean;
  /** What the license alert compares (ALERT-02). */
  readonly alertBasis: "total" | "downstream-only";
  /** The release whose feature list applies (FEAT-09). */
  readonly release: "V1" | "V2" | "V2.1" | "V3";
  /**
   * Share of the people, in percent, above which a reconciliation that would remove them is held
   * until an authorized admin confirms it; `null` never holds.
   */
  readonly reconciliationHoldPercent: number | null;
}

/** The rulebook's numbers and recommended readings. */
export const defaultPolicy: Policy = {
  certifiedSpaceQuota: 10,
  personCap: 3000,
  memberOrgCap: 800,
  joinLimit: 5,
  licenseLinkLimit: 3,
  alertThresholdPercent: 80,
  uncertifiedHost: null,
  memberMustBeCertified: false,
  memberSideActor: "authorized-admin",
  spaceQuotaBasis: "live",
  personCounting: "distinct-person",
  overCapFact: "wait",
  gateStage: "capability",
  formPickerScope: "whole-space",
  groupInviteRequiresVisibility: true,
  routingBoundary: "member-organization",
  routingCandidates: "rostered",
  licenseCounting: "sum-of-units",
  autoGrantWhenEmpty: "wait",
  autoGrantBackfill: false,
  alertBasis: "total",
  release: "V3",
  reconciliationHoldPercent: null,
};

/** The highest value of a limit. */
export const LIMIT_MAX = 1_000_000;

const choices: { readonly [Name in keyof Policy]?: readonly unknown[] } = {
  memberMustBeCertified: [true, false],
  memberSideActor: ["authorized-admin", "main-admin-only"],
  spaceQuotaBasis: ["live", "ever-created"],
  personCounting: ["distinct-person", "per-identity"],
  overCapFact: ["wait", "admit-and-flag"],
  gateStage: ["capability", "container-too"],
  formPickerScope: ["whole-space", "visible-only"],
  groupInviteRequiresVisibility: [true, false],
  routingBoundary: ["member-organization", "space"],
  routingCandidates: ["rostered", "whole-directory"],
  licenseCounting: ["sum-of-units", "distinct-person"],
  autoGrantWhenEmpty: ["wait", "drop"],
  autoGrantBackfill: [true, false],
  alertBasis: ["total", "downstream-only"],
  release: ["V1", "V2", "V2.1", "V3"],
};

const limits: readonly (keyof Policy)[] = [
  "certifiedSpaceQuota",
  "personCap",
  "memberOrgCap",
  "joinLimit",
  "licenseLinkLimit",
];

const isLimit = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LIMIT_MAX;

const isPercent = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100;

function fieldProblem(name: string, value: unknown): string | null {
  const allowed = Object.hasOwn(choices, name) ? choices[name as keyof Policy] : undefined;
  if (allowed !== undefined) return allowed.includes(value) ? null : "not-a-choice";
  if (limits.includes(name as keyof Policy)) return isLimit(value) ? null : "not-a-limit";
  if (name === "alertThresholdPercent") return isPercent(value) ? null : "not-a-percentage";
  if (name === "reconciliationHoldPercent") {
    return value === null || isPercent(value) ? null : "not-a-percentage";
  }
  if (name !== "uncertifiedHost") return "unknown-field";
  if (value === null) return null;
  const host = value as { spaceQuota?: unknown; personCap?: unknown };
  const closed = typeof value === "object" && Object.keys(host).length === 2;
  return closed && isLimit(host.spaceQuota) && isLimit(host.personCap) ? null : "not-a-host-quota";
}

/** What {@link definePolicy} gives: a whole policy, or what is wrong with the changes. */
export type PolicyResult =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Makes a policy of the defaults and some changes. Unknown names, limits that are not integers from
 * 0 to {@link LIMIT_MAX} and values that are no choice are problems.
 */
export function definePolicy(changes: Partial<Policy> = {}): PolicyResult {
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(changes)) {
    const problem = fieldProblem(name, value);
    if (problem !== null) problems.push({ path: [name], problem });
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, policy: { ...defaultPolicy, ...changes } };
}

/** A text that is equal for two policies exactly when they decide alike. */
export function policyFingerprint(policy: Policy): string {
  const names = Object.keys(policy).sort() as (keyof Policy)[];
  return JSON.stringify(
    names.map((name) => {
      const value = policy[name];
      return value !== null && typeof value === "object"
        ? [name, value.spaceQuota, value.personCap]
        : [name, value];
    }),
  );
}
