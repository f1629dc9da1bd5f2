import { COMMAND_TYPES } from "./command-types.ts";
import {
  chain,
  choices,
  DAYS_MAX,
  days,
  fieldProblem,
  flag,
  limit,
  limitOrNone,
  limitsOrNone,
  names,
  option,
  type PolicyField,
  percentOrNone,
  rising,
  size,
  sizeOrNone,
  some,
  upTo,
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
  /** How much of a limit is used, in percent, when it is told. */
  alertThresholds: rising([80], 5, 100, "ALERT-02", "ALERT-06"),
  /** By how many percent use must have fallen below a threshold for it to be told again. */
  alertRearmBelow: upTo(0, 50, "ALERT-06"),
  /**
   * What is told of: use of the pool, of its limited units and Branches, persons and Members of a Space, Spaces
   * that an organization has joined.
   */
  alertSubjects: some(["pool"], ["pool", "units", "persons", "members", "joins"], "ALERT-06"),
  /** The numbers of an uncertified Host; `null` refuses creation by one. */
  uncertifiedHost: limitsOrNone(["spaceQuota", "personCap"], "CERT-02", "CERT-03"),
  /** Whether a Member must be certified. */
  memberMustBeCertified: flag(false, "CERT-01"),
  /** Whether what a batch issues is good for whom it is meant alone. */
  batchInvitationUse: option("open", ["open", "addressed"], "JOIN-13"),
  /** Organizations that one invitation may be addressed to. */
  invitationAddresseesMax: size(800, 800, "JOIN-13"),
  /**
   * What inviting an organization again alone does while the invitation meant for it alone is open: that one is
   * extended, or replaced; it is refused; both stand.
   */
  reinvitation: option("extend", ["extend", "replace", "refuse", "separate"], "JOIN-14"),
  /** Days after which an application that nobody decided about is over; `null`: none. */
  applicationLifetimeDays: sizeOrNone(null, DAYS_MAX, "JOIN-15"),
  /** Whether an application is over with the invitation that it was made with. */
  invitationCoversReview: flag(false, "JOIN-15"),
  /** Whether a rejection has to say why. */
  rejectionReason: option("optional", ["optional", "required"], "JOIN-16"),
  /** Days after a rejection during which the organization does not apply again. */
  reapplyPauseDays: upTo(0, DAYS_MAX, "JOIN-16"),
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
  /** Commands that must say what they were decided on. */
  expectationRequired: some([], COMMAND_TYPES, "PROTO-06"),
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
  /** Days after the end of a purchase during which licenses are used on, and none is granted. */
  licenseGraceDays: upTo(30, 365, "LIC-20"),
  /**
   * Which accounts are named first where more are held than there are licenses: those granted last, those of others than
   * the Host itself, or those of units and Branches that hold more than they may.
   */
  reclaimOrder: option(
    "latest-first",
    ["latest-first", "downstream-first", "over-limit-first"],
    "LIC-20",
  ),
  /** What the license alert compares. */
  alertBasis: option("total", ["total", "downstream-only"], "ALERT-02"),
  /** Whether a task goes only to somebody who could act on it. */
  routingTargetAbility: option("checked", ["checked", "unchecked"], "FLOW-12"),
  /** Whose admins move tasks from whoever holds them: the Host's, the holder's organization's. */
  taskAdmins: option("host", ["host", "none", "holder", "both"], "FLOW-13"),
  /**
   * To whom a leaver's open task goes, the first of these that is eligible and could act: who was named with
   * the event, who is registered, whom the leaver reports to, counterparts of their organization in the Space,
   * heads of their departments, main admins. After the last one it waits for an admin.
   */
  succession: chain(
    ["named", "registered"],
    ["named", "registered", "manager", "counterpart", "department-heads", "main-admins"],
    "HAND-06",
  ),
  /** How many levels above a leaver's departments heads are asked for. */
  successionLevels: upTo(1, 8, "HAND-06"),
  /** What becomes of a step for which nobody is found: it waits, or the Host's main admins get it. */
  emptyStep: option("park", ["park", "main-admins"], "HAND-06"),
  /** Who says who stands in for a person: they themselves and admins, or admins alone. */
  standInBy: option("self-and-admin", ["self-and-admin", "admin"], "FLOW-14"),
  /** Whether heads say it too, for the people of their departments. */
  standInHeads: flag(false, "FLOW-14"),
  /** How many days somebody stands in at most. */
  standInMaxDays: size(180, DAYS_MAX, "FLOW-14"),
  /** Whether holders are told of tasks that begin to wait for them. */
  taskNotices: option("holders", ["holders", "none"], "FLOW-23"),
  /** What becomes of an approver who is the initiator, where a flow does not say. */
  selfApproval: option("sign", ["sign", "skip", "heads", "park"], "FLOW-15"),
  /** Whether who has signed signs again, where a flow does not say. */
  repeatedApproval: option("each", ["each", "consecutive", "once"], "FLOW-15"),
  /** Whether signers are told apart as natural persons, or as identities. */
  samePerson: option("person", ["person", "identity"], "FLOW-15"),
  /**
   * How an instance goes on after a return: all steps are walked again, it jumps back to the step that returned, or
   * whoever returns says which.
   */
  returnResume: option("walk", ["walk", "jump", "holder"], "FLOW-17"),
  /** How often one instance is returned; `null`: as often as anybody likes. */
  returnsMax: sizeOrNone(null, 100, "FLOW-17"),
  /** Until when an initiator withdraws, where a flow does not say: while it runs, or until somebody has acted. */
  withdrawUntil: option("ended", ["ended", "first-act"], "FLOW-18"),
  /** For how many days from the start an initiator withdraws, where a flow does not say; `null`: no end. */
  withdrawDays: sizeOrNone(null, 180, "FLOW-18"),
  /** Whether signers take back what they approved, where a flow does not say. */
  takeBack: flag(false, "FLOW-18"),
  /** Who may not approve an application: nobody, who submitted it, or all of the organization that applies. */
  reviewerIndependence: option("none", ["none", "person", "organization"], "JOIN-17"),
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
  /** Who may read what a Branch shares: its Trunk, or whoever reaches it. */
  sharedDataReach: option("trunk", ["trunk", "reached"], "SHARE-02"),
  /** Whether a Trunk's lost edition freezes what is distributed, or suspends its use. */
  hierarchyEditionLoss: option("freeze", ["freeze", "suspend"], "HIER-05"),
  /** Whether an app has to be installed by an organization for its people to use it. */
  useNeedsInstallation: flag(false, "DIST-04"),
  /** Whether people below a Trunk have all features of its apps, or those of Downstream people. */
  hierarchyFeatures: option("open", ["open", "downstream-list"], "DIST-08"),
  /** Whom people acting through a Trunk may pick: of their organization, of those below it too, or anybody. */
  branchPickScope: option(
    "organization-and-below",
    ["organization-and-below", "organization", "whole-book"],
    "ROUTE-03",
  ),
  /** Whose people a task of an instance through a Trunk may be routed to. */
  hierarchyRouting: option(
    "initiator-organization",
    ["initiator-organization", "holder-organization", "line"],
    "ROUTE-05",
  ),
  /** Whose rows are below an organization: of whom it reaches now, or reached when they were submitted. */
  levelRange: option("current", ["current", "at-submission"], "LEVEL-03"),
  /** Liaison roles of one organization. */
  liaisonRoleLimit: size(100, 200, "LIAISON-01"),
  /** People in one office of a liaison. */
  liaisonLimit: size(20, 200, "LIAISON-01"),
  /** Entries of each list of exceptions of one Link or hidden Member, and of kinds and departments that one sees. */
  sightExceptionLimit: size(200, 800, "SIGHT-03", "VIS-08"),
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
  /** Whom each field of people reaches besides their own organization, until that says otherwise. */
  sharedFields: choices(
    { title: "visible", email: "visible", phone: "visible" },
    ["visible", "host", "nobody"],
    "VIS-09",
  ),
  /** How many counterparts a Member has to have; with fewer it is unattended. */
  counterpartsMin: upTo(0, 20, "PARTNER-03"),
  /** Counterparts that a Member names, and that the Host names for one Member. */
  counterpartsMax: size(20, 100, "PARTNER-03"),
  /** Whether a Branch may leave, and on whose word. */
  branchExit: option("trunk-only", ["trunk-only", "own-admin", "main-admin"], "UNLINK-02"),
  /** Whether a Member may leave as a whole, and on whose word. */
  memberExit: option("host-only", ["host-only", "own-admin", "main-admin"], "EXIT-07"),
  /** Days between a Member's, or a Branch's, announcement that it leaves and its leaving. */
  exitNoticeDays: upTo(0, 365, "EXIT-07"),
  /** Days after its end for which a Member's settings are kept, should it be back; 0: nothing is kept. */
  rejoinRetentionDays: upTo(0, 3650, "EXIT-09"),
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

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isOrdered = (name: keyof Policy): boolean =>
  ["chain", "rising"].includes(POLICY_FIELDS[name].form.kind);

/** Values that belong together, in the order in which their field names them. */
function together(name: keyof Policy, value: object): unknown[] {
  const { form } = POLICY_FIELDS[name] as PolicyField<unknown>;
  const names = "names" in form ? form.names : [];
  return names.map((each) => (value as Record<string, unknown>)[each]);
}

/** A text that is equal for two policies exactly when they decide alike. */
export function policyFingerprint(policy: Policy): string {
  const fields = Object.keys(policy).sort() as (keyof Policy)[];
  return JSON.stringify(
    fields.map((name) => {
      const value: Policy[keyof Policy] = policy[name];
      if (isList(value)) return [name, isOrdered(name) ? value : [...value].sort()];
      return value !== null && typeof value === "object"
        ? [name, ...together(name, value)]
        : [name, value];
    }),
  );
}
