import {
  days,
  fieldProblem,
  flag,
  limit,
  limitOrNone,
  limitsOrNone,
  names,
  option,
  type PolicyField,
  percent,
  percentOrNone,
  size,
} from "./policy-fields.ts";
import type { Problem } from "./refusal.ts";

/**
 * Every number of the rulebook and every reading it leaves open, with its default and the rules that
 * it fixes. Types, checks, schemas, pages and the small values of generators follow from this table.
 */
export const POLICY_FIELDS = {
  /** Live Spaces that one certified organization may host before any expansion. */
  certifiedSpaceQuota: limit(10, "SPACE-03"),
  /** Persons on one Space's Roster before any expansion. */
  personCap: limit(3000, "CAP-01"),
  /** Member organizations of one Space, the Host not counted. */
  memberOrgCap: limit(800, "JOIN-11"),
  /** Spaces that one organization may be a Member of. */
  joinLimit: limit(5, "JOIN-10"),
  /** Linked units summed into one Host's license pool. */
  licenseLinkLimit: limit(3, "LIC-03"),
  /** Used over purchased, in percent, at which main admins are alerted. */
  alertThresholdPercent: percent(80, "ALERT-02"),
  /** The numbers of an uncertified Host; `null` refuses creation by one. */
  uncertifiedHost: limitsOrNone(["spaceQuota", "personCap"], "CERT-02", "CERT-03"),
  /** Whether a Member must be certified. */
  memberMustBeCertified: flag(false, "CERT-01"),
  /** Who acts for a Member. */
  memberSideActor: option("authorized-admin", ["authorized-admin", "main-admin-only"], "JOIN-03"),
  /** What counts towards the Space quota. */
  spaceQuotaBasis: option("live", ["live", "ever-created"], "SPACE-03", "SPACE-07"),
  /** What counts towards the person cap. */
  personCounting: option("distinct-person", ["distinct-person", "per-identity"], "CAP-02"),
  /** What happens to people whom a fact brings into scope of a full Space. */
  overCapFact: option("wait", ["wait", "admit-and-flag"], "CAP-04"),
  /** What edition and SSO close: the capability, or Space creation and joining too. */
  gateStage: option("capability", ["capability", "container-too"], "EDITION-03"),
  /** Whom the form picker offers. */
  formPickerScope: option("whole-space", ["whole-space", "visible-only"], "PICK-02"),
  /** Whether one may add only visible people to a cooperation group. */
  groupInviteRequiresVisibility: flag(true, "GROUP-02"),
  /** The boundary of ad-hoc routing. */
  routingBoundary: option("member-organization", ["member-organization", "space"], "FLOW-04"),
  /** Whom a Downstream instance may be routed to. */
  routingCandidates: option("rostered", ["rostered", "whole-directory"], "FLOW-04"),
  /** How one person in several units is counted. */
  licenseCounting: option("sum-of-units", ["sum-of-units", "distinct-person"], "LIC-14"),
  /** What an automatic grant does when no license is left. */
  autoGrantWhenEmpty: option("wait", ["wait", "drop"], "LIC-11"),
  /** Whether selecting a department grants to those already there. */
  autoGrantBackfill: flag(false, "LIC-10"),
  /** What the license alert compares. */
  alertBasis: option("total", ["total", "downstream-only"], "ALERT-02"),
  /** Whether people who are suspended keep their licenses. */
  suspendedSeats: option("keep", ["keep", "release"], "DIR-17"),
  /** Whether a suspended Host's apps and Spaces are open to others. */
  suspendedHostApps: option("open", ["open", "closed"], "DIR-18"),
  /** The release whose feature list applies. */
  release: option("V3", ["V1", "V2", "V2.1", "V3"], "FEAT-09"),
  /** What people acting for the Host can do with a Host app besides the list of features. */
  hostFeatures: names(
    [
      "form.submit-batch",
      "flow.start-batch",
      "task.approve-batch",
      "import",
      "export",
      "dashboard",
      "etl",
      "design",
    ],
    "FEAT-08",
    "APP-07",
  ),
  /** Which departures a full list takes back: those that lists inferred, any, or none. */
  listReinstates: option("inferred", ["inferred", "any", "never"], "RESIGN-06"),
  /**
   * What becomes of a person whom a full list of some departments does not name, and who is placed
   * nowhere else: they have left, or stay in service without a department.
   */
  extentMissing: option("departed", ["departed", "unplaced"], "DIR-05"),
  /**
   * Days for which what a departure took, and entries of settings that name a removed department, are
   * kept; 0 keeps nothing.
   */
  departureRetentionDays: days(30, "RESIGN-05", "DIR-11", "DIR-19"),
  /**
   * Missing of known, in percent, above which a full list is held until an authorized admin confirms
   * it: of its people, or of its departments; `null` holds only what names nobody or nothing.
   */
  reconciliationHoldPercent: percentOrNone(15, "DIR-07"),
  /** Missing people, or departments, below which no share holds a full list. */
  reconciliationHoldAtLeast: size(5, 1_000_000, "DIR-07"),
  /**
   * Whether what takes more people off a Roster than a full list may miss has to be confirmed: a command
   * says how many it takes out, a fact about a department waits for an admin.
   */
  removalConfirmation: option("none", ["none", "required"], "DIR-09"),
  /** Days between the first full list that lacks a department and the one that removes it. */
  departmentMissingDays: days(7, "DIR-10"),
  /** Named sources of one organization's directory. */
  directorySources: size(16, 16, "DIR-06"),
  /** People who leave in one step of a full list. */
  reconciliationStep: size(500, 2_000, "DIR-08"),
  /** Direct Branches of one Trunk for which the platform has reported no number; `null` is no limit. */
  branchLimit: limitOrNone(null, "LINK-07"),
  /** Trunks of one Branch. */
  trunkLimit: size(5, 50, "LINK-06"),
  /** Organizations on the longest chain of Links, both ends included. */
  hierarchyDepth: size(10, 100, "LINK-07", "HIER-03"),
  /** Organizations above one organization. */
  ancestorLimit: size(50, 200, "LINK-07"),
  /** Organizations below one organization. */
  descendantLimit: limit(20_000, "LINK-07"),
  /** Applications in one approval by a Trunk. */
  batchApproveLimit: size(100, 500, "LINK-03"),
  /** Data codes that a Branch shares on one Link. */
  sharedDataLimit: size(200, 500, "SHARE-01"),
  /** Entries of each list of exceptions from the sight of one Link. */
  sightExceptionLimit: size(200, 800, "SIGHT-03"),
  /** Whether the people of a new Branch see themselves alone, or the whole book. */
  branchSightDefault: option("own-only", ["own-only", "whole-book"], "SIGHT-02"),
  /** Whom a Branch lets see itself, if its application does not say. */
  defaultReach: option("all-above", ["all-above", "trunk"], "HIER-04"),
  /** Who acts for a Trunk, and for a Branch. */
  hierarchyActor: option("authorized-admin", ["authorized-admin", "main-admin-only"], "HIER-08"),
  /** Whether each Trunk has to be opened, or one above it is enough. */
  hierarchyOpening: option("each-trunk", ["each-trunk", "top-covers"], "HIER-06"),
  /** Whether single sign-on keeps organizations from being linked. */
  hierarchyUnderSso: option("allowed", ["allowed", "refused"], "HIER-07"),
  /** Who has to be certified to be linked. */
  hierarchyMustBeCertified: option("nobody", ["nobody", "trunk", "both"], "HIER-07"),
  /** Whether a Branch may leave, and on whose word. */
  branchExit: option("trunk-only", ["trunk-only", "own-admin", "main-admin"], "UNLINK-02"),
};

/** The value of a field of the policy. */
export type PolicyValue<Field> = Field extends PolicyField<infer Value> ? Value : never;

/**
 * A value for every field of {@link POLICY_FIELDS}, passed to each decision. Two writers with
 * different policies would break limits, so a store keeps {@link policyFingerprint}.
 */
export type Policy = {
  readonly [Name in keyof typeof POLICY_FIELDS]: PolicyValue<(typeof POLICY_FIELDS)[Name]>;
};

/** The rulebook's numbers and recommended readings. */
export const defaultPolicy: Policy = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ Object.entries(POLICY_FIELDS).map(([name, { initial }]) => [name, initial]),
) as Policy;

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
    const problem = Object.hasOwn(POLICY_FIELDS, name)
      ? fieldProblem(POLICY_FIELDS[name as keyof Policy], value)
      : "unknown-field";
    if (problem !== null) problems.push({ path: [name], problem });
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, policy: { ...defaultPolicy, ...changes } };
}

const isNameList = (value: unknown): value is readonly string[] => Array.isArray(value);

/** A text that is equal for two policies exactly when they decide alike. */
export function policyFingerprint(policy: Policy): string {
  const fields = Object.keys(policy).sort() as (keyof Policy)[];
  return JSON.stringify(
    fields.map((name) => {
      const value: Policy[keyof Policy] = policy[name];
      if (isNameList(value)) return [name, [...value].sort()];
      return value !== null && typeof value === "object"
        ? [name, value.spaceQuota, value.personCap]
        : [name, value];
    }),
  );
}
