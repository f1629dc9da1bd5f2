/** The fields of the policy by what they are about. */
import { defaultPolicy, type Policy } from "../../src/index.ts";
import type { CASES_BY_AREA } from "../../test/policy/cases.ts";

/** The name of an area's page, and of the file with its cases. */
export type AreaName = keyof typeof CASES_BY_AREA;

type Area = readonly [title: string, fields: readonly (keyof Policy)[], name: AreaName];

/** Every field once. */
export const POLICY_AREAS: readonly Area[] = [
  [
    "Spaces, quotas, gates",
    [
      "certifiedSpaceQuota",
      "uncertifiedHost",
      "spaceQuotaBasis",
      "memberOrgCap",
      "joinLimit",
      "personCap",
      "personCounting",
      "overCapFact",
      "gateStage",
      "memberMustBeCertified",
      "memberSideActor",
    ],
    "spaces",
  ],
  [
    "Hierarchy: shape, gates",
    [
      "branchLimit",
      "trunkLimit",
      "hierarchyDepth",
      "ancestorLimit",
      "descendantLimit",
      "defaultReach",
      "hierarchyActor",
      "hierarchyOpening",
      "hierarchyEditionLoss",
      "hierarchyUnderSso",
      "hierarchyMustBeCertified",
    ],
    "hierarchy",
  ],
  [
    "Joining",
    [
      "batchApproveLimit",
      "batchInvitationUse",
      "invitationAddresseesMax",
      "reinvitation",
      "applicationLifetimeDays",
      "invitationCoversReview",
      "rejectionReason",
      "reapplyPauseDays",
      "reviewerIndependence",
    ],
    "joining",
  ],
  [
    "Leaving, coming back",
    [
      "branchExit",
      "memberExit",
      "exitNoticeDays",
      "rejoinRetentionDays",
      "departureRetentionDays",
      "listReinstates",
    ],
    "leaving",
  ],
  ["Suspension", ["suspendedSeats", "suspendedHostApps"], "suspension"],
  [
    "Directory",
    [
      "reconciliationHoldPercent",
      "reconciliationHoldAtLeast",
      "reconciliationStep",
      "departmentMissingDays",
      "directorySources",
      "extentMissing",
      "removalConfirmation",
    ],
    "directory",
  ],
  ["Protocol", ["expectationRequired"], "protocol"],
  [
    "Sight, fields, counterparts",
    [
      "sightExceptionLimit",
      "branchSightDefault",
      "sharedFields",
      "counterpartsMin",
      "counterpartsMax",
      "groupInviteRequiresVisibility",
    ],
    "sight",
  ],
  [
    "Apps, features, shared data",
    [
      "release",
      "hostFeatures",
      "useNeedsInstallation",
      "hierarchyFeatures",
      "sharedDataLimit",
      "sharedDataReach",
      "levelRange",
    ],
    "apps",
  ],
  [
    "Picking, routing",
    [
      "formPickerScope",
      "routingBoundary",
      "routingCandidates",
      "branchPickScope",
      "hierarchyRouting",
      "routingTargetAbility",
    ],
    "picking",
  ],
  [
    "Offices, succession, stand-ins",
    [
      "liaisonRoleLimit",
      "liaisonLimit",
      "succession",
      "successionLevels",
      "emptyStep",
      "standInBy",
      "standInHeads",
      "standInMaxDays",
    ],
    "offices",
  ],
  [
    "Flows",
    [
      "taskAdmins",
      "selfApproval",
      "repeatedApproval",
      "samePerson",
      "returnResume",
      "returnsMax",
      "withdrawUntil",
      "withdrawDays",
      "takeBack",
      "taskNotices",
    ],
    "flows",
  ],
  [
    "Licenses, alerts",
    [
      "licenseLinkLimit",
      "licenseCounting",
      "autoGrantWhenEmpty",
      "autoGrantBackfill",
      "licenseGraceDays",
      "reclaimOrder",
      "alertBasis",
      "alertThresholds",
      "alertRearmBelow",
      "alertSubjects",
    ],
    "licenses",
  ],
];

const placed = POLICY_AREAS.flatMap(([, fields]) => fields);
const wrong = Object.keys(defaultPolicy).filter(
  (name) => placed.filter((field) => field === name).length !== 1,
);
if (wrong.length > 0) throw new Error(`in no area of the policy, or in several: ${wrong}`);
