/** The fields of the policy by what they are about. */
import { defaultPolicy, type Policy } from "../../src/index.ts";

type Area = readonly [title: string, fields: readonly (keyof Policy)[]];

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
  ],
  ["Suspension", ["suspendedSeats", "suspendedHostApps"]],
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
  ],
  ["Protocol", ["expectationRequired"]],
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
  ],
];

const placed = POLICY_AREAS.flatMap(([, fields]) => fields);
const wrong = Object.keys(defaultPolicy).filter(
  (name) => placed.filter((field) => field === name).length !== 1,
);
if (wrong.length > 0) throw new Error(`in no area of the policy, or in several: ${wrong}`);
