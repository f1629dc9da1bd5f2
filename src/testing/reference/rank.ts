/** The order of refusal. */
import type { RefusalCode } from "../../core/refusal.ts";
import { withHierarchyCodes } from "./vocabulary-hierarchy.ts";

/** Rulebook 27.1: a copy of its own, so that a slip in the library's order shows. */
export const RANK: readonly RefusalCode[] = [
  "MALFORMED",
  "INPUT_ID_REUSED",
  "UNKNOWN_ORGANIZATION",
  "UNKNOWN_SPACE",
  "UNKNOWN_TRUNK",
  "SOURCE_NOT_RESPONSIBLE",
  "ACTING_ORG_INVALID",
  "ACTOR_SUSPENDED",
  "NOT_AUTHORIZED_ADMIN",
  "MAIN_ADMIN_REQUIRED",
  "NOT_SPACE_ADMIN",
  "NOT_TRUNK_ADMIN",
  "MEMBER_ROSTER_NOT_MANAGEABLE",
  "BRANCH_NOT_MANAGEABLE",
  "WHOLE_ORG_EXIT_HOST_ONLY",
  "UNLINK_TRUNK_ONLY",
  "APP_GOVERNANCE_HOST_ONLY",
  "LICENSE_HOST_ONLY",
  "QUOTA_EXPANSION_NOT_AUTHORIZED",
  "APPLICATION_REQUIRED",
  "NOT_INITIATOR",
  "INVITATION_NOT_VALID",
  "UNKNOWN_PERSON",
  "UNKNOWN_DEPARTMENT",
  "UNKNOWN_FOLDER",
  "UNKNOWN_APP",
  "UNKNOWN_APPLICATION",
  "UNKNOWN_GROUP",
  "UNKNOWN_INSTANCE",
  "UNKNOWN_TASK",
  "NOT_TASK_HOLDER",
  "HOST_NOT_CERTIFIED",
  "MEMBER_NOT_CERTIFIED",
  "HIERARCHY_NOT_OPEN",
  "EDITION_NOT_SUPPORTED",
  "SSO_NOT_SUPPORTED",
  "HOST_SUSPENDED",
  "BATCH_INVITE_NOT_ENABLED",
  "APP_DATA_INTEROP_UNAVAILABLE",
  "ID_TAKEN",
  "HOST_CANNOT_JOIN_OWN_SPACE",
  "ALREADY_MEMBER",
  "ALREADY_LINKED",
  "APPLICATION_ALREADY_PENDING",
  "APPLICATION_NOT_PENDING",
  "NOT_A_MEMBER",
  "NOT_LINKED",
  "LINK_NOT_RELEASED",
  "HIERARCHY_CYCLE",
  "FOLDER_CYCLE",
  "FOLDER_NOT_EMPTY",
  "ALIAS_TAKEN",
  "APP_NOT_OWNED_BY_HOST",
  "APP_NOT_PUBLISHED",
  "APP_ALREADY_PUBLISHED",
  "UNIT_NOT_LINKED",
  "UNIT_ALREADY_LINKED",
  "UNIT_OVERLAP",
  "INSTANCE_NOT_RUNNING",
  "TASK_NOT_PENDING",
  "LICENSE_NOT_GRANTED",
  "LICENSE_ALREADY_GRANTED",
  "QUOTA_NOT_INCREASED",
  "NOT_IN_SPACE",
  "NOT_ON_LINK",
  "NOT_VISIBLE",
  "APP_NOT_AUTHORIZED",
  "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
  "LICENSE_REQUIRED",
  "DATA_PERMISSION_REQUIRED",
  "SCOPE_OUTSIDE_OWN_ORGANIZATION",
  "PICK_TARGET_OUTSIDE_SCOPE",
  "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG",
  "ROUTING_TARGET_SELF",
  "ROUTING_TARGET_ALREADY_ON_TASK",
  "TARGET_SUSPENDED",
  "SUCCESSOR_NOT_ELIGIBLE",
  "LICENSE_TARGET_NOT_ELIGIBLE",
  "JOIN_LIMIT_EXCEEDED",
  "TRUNK_LIMIT_EXCEEDED",
  "MEMBER_ORG_LIMIT_EXCEEDED",
  "BRANCH_LIMIT_EXCEEDED",
  "HIERARCHY_TOO_DEEP",
  "HIERARCHY_TOO_LARGE",
  "SPACE_QUOTA_EXCEEDED",
  "PERSON_CAP_EXCEEDED",
  "LICENSE_LINK_LIMIT_EXCEEDED",
  "LICENSE_POOL_EXHAUSTED",
  "REMOVAL_UNCONFIRMED",
];

/** The code reported when several apply, or `undefined` if none does. */
export function firstInRank(codes: readonly RefusalCode[]): RefusalCode | undefined {
  return withHierarchyCodes(RANK).find((code) => codes.includes(code));
}

/** The codes whose condition holds. */
export function whichApply(checks: readonly (readonly [RefusalCode, boolean])[]): RefusalCode[] {
  return checks.flatMap(([code, applies]) => (applies ? [code] : []));
}

/** Earlier codes and the codes whose condition holds. */
export function whichApplyTo(
  earlier: readonly RefusalCode[],
  checks: readonly (readonly [RefusalCode, boolean])[],
): RefusalCode[] {
  return [...earlier, ...whichApply(checks)];
}
