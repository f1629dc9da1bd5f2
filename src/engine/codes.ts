/** Which codes each type of input can be refused with; a caller's `switch` can be exhaustive. */
import type { RefusalCode } from "../core/refusal.ts";
import type { Command, Fact, InputType } from "./inputs.ts";

const directoryFact = [
  "MALFORMED",
  "INPUT_ID_REUSED",
  "UNKNOWN_ORGANIZATION",
  "SOURCE_NOT_RESPONSIBLE",
] as const;
const hostCommand = [
  "MALFORMED",
  "INPUT_ID_REUSED",
  "UNKNOWN_ORGANIZATION",
  "UNKNOWN_SPACE",
  "NOT_SPACE_ADMIN",
] as const;
const scopeNames = ["UNKNOWN_PERSON", "UNKNOWN_DEPARTMENT"] as const;
const review = [
  ...hostCommand,
  "APPLICATION_REQUIRED",
  "UNKNOWN_APPLICATION",
  "APPLICATION_NOT_PENDING",
] as const;
const scopeCommand = [
  "MALFORMED",
  "INPUT_ID_REUSED",
  "UNKNOWN_ORGANIZATION",
  "UNKNOWN_SPACE",
  "NOT_AUTHORIZED_ADMIN",
  "MAIN_ADMIN_REQUIRED",
  "MEMBER_ROSTER_NOT_MANAGEABLE",
  ...scopeNames,
  "NOT_A_MEMBER",
  "PERSON_CAP_EXCEEDED",
] as const;
const adminCommand = [
  "MALFORMED",
  "INPUT_ID_REUSED",
  "UNKNOWN_ORGANIZATION",
  "NOT_AUTHORIZED_ADMIN",
] as const;
const supportCommand = [
  "MALFORMED",
  "INPUT_ID_REUSED",
  "UNKNOWN_ORGANIZATION",
  "QUOTA_EXPANSION_NOT_AUTHORIZED",
] as const;

const anyCommand = ["MALFORMED", "INPUT_ID_REUSED", "UNKNOWN_ORGANIZATION"] as const;
const licenseCommand = [...anyCommand, "UNKNOWN_SPACE", "LICENSE_HOST_ONLY"] as const;
const interconnect = ["EDITION_NOT_SUPPORTED", "SSO_NOT_SUPPORTED"] as const;
const governance = [
  ...hostCommand,
  "APP_GOVERNANCE_HOST_ONLY",
  "UNKNOWN_APP",
  "APP_NOT_OWNED_BY_HOST",
] as const;
/** What using a Host app can be refused with, whoever uses it; acting on tasks is in every release. */
const usage = [
  ...anyCommand,
  "ACTING_ORG_INVALID",
  ...interconnect,
  "APP_NOT_PUBLISHED",
  "NOT_IN_SPACE",
  "APP_NOT_AUTHORIZED",
  "LICENSE_REQUIRED",
] as const;
const submission = [
  ...usage,
  "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
  "UNKNOWN_SPACE",
  "UNKNOWN_APP",
  "ID_TAKEN",
  "PICK_TARGET_OUTSIDE_SCOPE",
] as const;
const taskCommand = [
  ...usage,
  "UNKNOWN_INSTANCE",
  "UNKNOWN_TASK",
  "NOT_TASK_HOLDER",
  "INSTANCE_NOT_RUNNING",
  "TASK_NOT_PENDING",
] as const;
/** A copy asks for the boundary alone. */
const copying = [...taskCommand, "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG"] as const;
const routing = [...copying, "ROUTING_TARGET_SELF", "ROUTING_TARGET_ALREADY_ON_TASK"] as const;
const groupCommand = [...anyCommand, "UNKNOWN_SPACE"] as const;

/** The codes by input type. */
export const REFUSALS = {
  "organization.registered": ["MALFORMED", "INPUT_ID_REUSED", "SOURCE_NOT_RESPONSIBLE"],
  "organization.renamed": directoryFact,
  "organization.certification-changed": directoryFact,
  "organization.edition-changed": directoryFact,
  "organization.sso-changed": directoryFact,
  "organization.ended": directoryFact,
  "admin.changed": [...directoryFact, "UNKNOWN_PERSON"],
  "department.created": [...directoryFact, "UNKNOWN_DEPARTMENT"],
  "department.renamed": [...directoryFact, "UNKNOWN_DEPARTMENT"],
  "department.moved": [...directoryFact, "UNKNOWN_DEPARTMENT"],
  "department.removed": [...directoryFact, "UNKNOWN_DEPARTMENT"],
  "person.hired": [...directoryFact, "UNKNOWN_DEPARTMENT"],
  "person.confirmed": [...directoryFact, "UNKNOWN_PERSON"],
  "person.relocated": [...directoryFact, ...scopeNames],
  "person.fields-changed": [...directoryFact, "UNKNOWN_PERSON"],
  "person.resigned": [...directoryFact, "UNKNOWN_PERSON"],
  "directory.reconciled": [...directoryFact, "UNKNOWN_DEPARTMENT"],
  "reconciliation.confirm": adminCommand,
  "reconciliation.discard": adminCommand,
  "space.create": [
    ...adminCommand,
    ...scopeNames,
    "HOST_NOT_CERTIFIED",
    "EDITION_NOT_SUPPORTED",
    "SSO_NOT_SUPPORTED",
    "ID_TAKEN",
    "SCOPE_OUTSIDE_OWN_ORGANIZATION",
    "SPACE_QUOTA_EXCEEDED",
    "PERSON_CAP_EXCEEDED",
  ],
  "space.dissolve": hostCommand,
  "space-quota.expand": [...supportCommand, "QUOTA_NOT_INCREASED"],
  "person-cap.expand": [...supportCommand, "UNKNOWN_SPACE", "QUOTA_NOT_INCREASED"],
  "batch-invitation.enable": supportCommand,
  "invitation.issue": [...hostCommand, "ID_TAKEN"],
  "invitation.revoke": [...hostCommand, "INVITATION_NOT_VALID"],
  "invitation.batch": [...hostCommand, "BATCH_INVITE_NOT_ENABLED", "ID_TAKEN"],
  "application.submit": [
    ...adminCommand,
    "MAIN_ADMIN_REQUIRED",
    "INVITATION_NOT_VALID",
    ...scopeNames,
    "MEMBER_NOT_CERTIFIED",
    "SSO_NOT_SUPPORTED",
    "ID_TAKEN",
    "HOST_CANNOT_JOIN_OWN_SPACE",
    "ALREADY_MEMBER",
    "APPLICATION_ALREADY_PENDING",
    "SCOPE_OUTSIDE_OWN_ORGANIZATION",
    "JOIN_LIMIT_EXCEEDED",
  ],
  "application.withdraw": [
    ...adminCommand,
    "UNKNOWN_SPACE",
    "MAIN_ADMIN_REQUIRED",
    "UNKNOWN_APPLICATION",
    "APPLICATION_NOT_PENDING",
  ],
  "application.approve": [
    ...review,
    "MEMBER_NOT_CERTIFIED",
    "SSO_NOT_SUPPORTED",
    "JOIN_LIMIT_EXCEEDED",
    "MEMBER_ORG_LIMIT_EXCEEDED",
    "PERSON_CAP_EXCEEDED",
  ],
  "application.reject": review,
  "association.cancel": [
    ...hostCommand,
    "NOT_AUTHORIZED_ADMIN",
    "WHOLE_ORG_EXIT_HOST_ONLY",
    "NOT_A_MEMBER",
  ],
  "visibility.set": [...hostCommand, "NOT_A_MEMBER"],
  "partner.set": [...hostCommand, "NOT_A_MEMBER"],
  "folder.create": [...hostCommand, "UNKNOWN_FOLDER", "ID_TAKEN"],
  "folder.rename": [...hostCommand, "UNKNOWN_FOLDER"],
  "folder.move": [...hostCommand, "UNKNOWN_FOLDER", "FOLDER_CYCLE"],
  "folder.remove": [...hostCommand, "UNKNOWN_FOLDER", "FOLDER_NOT_EMPTY"],
  "member.place": [...hostCommand, "UNKNOWN_FOLDER", "NOT_A_MEMBER"],
  "scope.set": [...scopeCommand, "SCOPE_OUTSIDE_OWN_ORGANIZATION"],
  "scope.take-out": scopeCommand,
  "scope.put-in": scopeCommand,
  "person.heads-changed": [...directoryFact, ...scopeNames],
  "person.roles-changed": [...directoryFact, "UNKNOWN_PERSON"],
  "successor.set": [...adminCommand, "UNKNOWN_PERSON", "SUCCESSOR_NOT_ELIGIBLE"],
  "license.purchased": directoryFact,
  "license.link": [
    ...licenseCommand,
    ...interconnect,
    "NOT_A_MEMBER",
    "UNIT_ALREADY_LINKED",
    "UNIT_OVERLAP",
    "LICENSE_LINK_LIMIT_EXCEEDED",
  ],
  "license.unlink": [...licenseCommand, "UNIT_NOT_LINKED"],
  "license.grant": [
    ...licenseCommand,
    ...interconnect,
    "UNKNOWN_PERSON",
    "UNIT_NOT_LINKED",
    "LICENSE_ALREADY_GRANTED",
    "LICENSE_TARGET_NOT_ELIGIBLE",
    "LICENSE_POOL_EXHAUSTED",
  ],
  "license.revoke": [...licenseCommand, "UNIT_NOT_LINKED", "LICENSE_NOT_GRANTED"],
  "license.automate": [...licenseCommand, "UNKNOWN_DEPARTMENT", "NOT_A_MEMBER", "UNIT_NOT_LINKED"],
  "group.start": [...groupCommand, "ID_TAKEN", "NOT_IN_SPACE", "NOT_VISIBLE"],
  "group.add": [...groupCommand, "UNKNOWN_GROUP", "NOT_IN_SPACE", "NOT_VISIBLE"],
  "group.leave": [...groupCommand, "UNKNOWN_GROUP"],
  "app.create": [...adminCommand, "ID_TAKEN"],
  "app.publish": [
    ...hostCommand,
    "UNKNOWN_APP",
    ...interconnect,
    "APP_NOT_OWNED_BY_HOST",
    "APP_ALREADY_PUBLISHED",
    "NOT_A_MEMBER",
    ...scopeNames,
  ],
  "app.withdraw": [...governance, "APP_NOT_PUBLISHED"],
  "app.authorize": [...governance, ...scopeNames, "NOT_A_MEMBER"],
  "app.permit": [...governance, ...scopeNames, "NOT_A_MEMBER"],
  "app.distribute": [
    ...hostCommand,
    "UNKNOWN_APP",
    ...interconnect,
    "NOT_A_MEMBER",
    "APP_NOT_OWNED_BY_HOST",
    "APP_NOT_PUBLISHED",
    "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
  ],
  "form.submit": submission,
  "space-app.create": [...hostCommand, "ID_TAKEN"],
  "space-app.publish": [...hostCommand, "UNKNOWN_APP", "APP_ALREADY_PUBLISHED"],
  "space-app.exchange": [...hostCommand, "UNKNOWN_APP", "APP_DATA_INTEROP_UNAVAILABLE"],
  "flow.define": [
    ...anyCommand,
    "NOT_SPACE_ADMIN",
    "APP_GOVERNANCE_HOST_ONLY",
    "UNKNOWN_APP",
    "UNKNOWN_DEPARTMENT",
    "UNKNOWN_PERSON",
  ],
  "flow.start": submission,
  "flow.withdraw": [
    ...anyCommand,
    "ACTING_ORG_INVALID",
    "NOT_INITIATOR",
    "UNKNOWN_INSTANCE",
    "INSTANCE_NOT_RUNNING",
  ],
  "task.approve": taskCommand,
  "task.reject": taskCommand,
  "task.return": taskCommand,
  "task.transfer": routing,
  "task.countersign": routing,
  "task.remove-countersigner": taskCommand,
  "task.delegate": routing,
  "task.copy": copying,
  "task.assign": [
    ...adminCommand,
    "UNKNOWN_INSTANCE",
    "UNKNOWN_TASK",
    "INSTANCE_NOT_RUNNING",
    "TASK_NOT_PENDING",
    "SUCCESSOR_NOT_ELIGIBLE",
  ],
} as const satisfies { readonly [Type in InputType]: readonly RefusalCode[] };

/** The codes that inputs of a type can be refused with. */
export type RefusalsOf<Type extends InputType> = (typeof REFUSALS)[Type][number];

const factTypes: { readonly [Type in Fact["type"]]: true } = {
  "organization.registered": true,
  "organization.renamed": true,
  "organization.certification-changed": true,
  "organization.edition-changed": true,
  "organization.sso-changed": true,
  "organization.ended": true,
  "admin.changed": true,
  "department.created": true,
  "department.renamed": true,
  "department.moved": true,
  "department.removed": true,
  "person.hired": true,
  "person.confirmed": true,
  "person.relocated": true,
  "person.fields-changed": true,
  "person.resigned": true,
  "person.heads-changed": true,
  "person.roles-changed": true,
  "directory.reconciled": true,
  "license.purchased": true,
};

/** Every type of fact. */
export const FACT_TYPES = /* @__PURE__ */ Object.keys(factTypes) as readonly Fact["type"][];

/** Every type of command. */
export const COMMAND_TYPES = /* @__PURE__ */ Object.keys(REFUSALS).filter(
  (type) => !Object.hasOwn(factTypes, type),
) as readonly Command["type"][];
