/**
 * Aim: callers of licenses, groups, apps and flows handle every code and no other. Method: the compiler
 * runs over this file; each expected error that does not occur is itself an error.
 */
import {
  type Approver,
  type Audience,
  apply,
  type Command,
  decide,
  defaultPolicy,
  emptySlice,
  emptyWorld,
  type InputOf,
  type LicenseUnit,
  type LinkedUnit,
  type Notice,
  type OrganizationId,
  type PersonId,
  type RefusalsOf,
  type SpaceId,
} from "../../src/index.ts";

declare const organization: OrganizationId;
declare const person: PersonId;
declare const space: SpaceId;

/** What a caller does with each code of one type; a code too few or too many does not compile. */
type Handled<Type extends Command["type"]> = { readonly [Code in RefusalsOf<Type>]: string };

export const grant: Handled<"license.grant"> = {
  MALFORMED: "",
  INPUT_ID_REUSED: "",
  EXPECTATION_REQUIRED: "",
  ACTOR_SUSPENDED: "",
  UNKNOWN_ORGANIZATION: "",
  UNKNOWN_SPACE: "",
  UNKNOWN_TRUNK: "",
  LICENSE_HOST_ONLY: "",
  UNKNOWN_PERSON: "",
  EDITION_NOT_SUPPORTED: "",
  SSO_NOT_SUPPORTED: "",
  LICENSE_TERM_ENDED: "",
  UNIT_NOT_LINKED: "",
  LICENSE_ALREADY_GRANTED: "",
  LICENSE_TARGET_NOT_ELIGIBLE: "",
  MAIN_ADMIN_REQUIRED: "",
  SEAT_CAP_EXCEEDED: "",
  LICENSE_POOL_EXHAUSTED: "",
  STATE_CHANGED: "",
};
export const link: Handled<"license.link"> = {
  MALFORMED: "",
  INPUT_ID_REUSED: "",
  EXPECTATION_REQUIRED: "",
  ACTOR_SUSPENDED: "",
  UNKNOWN_ORGANIZATION: "",
  UNKNOWN_SPACE: "",
  LICENSE_HOST_ONLY: "",
  EDITION_NOT_SUPPORTED: "",
  SSO_NOT_SUPPORTED: "",
  NOT_A_MEMBER: "",
  UNIT_ALREADY_LINKED: "",
  UNIT_OVERLAP: "",
  LICENSE_LINK_LIMIT_EXCEEDED: "",
  STATE_CHANGED: "",
  // @ts-expect-error linking takes no license
  LICENSE_POOL_EXHAUSTED: "",
};
export const start: Handled<"group.start"> = {
  MALFORMED: "",
  INPUT_ID_REUSED: "",
  EXPECTATION_REQUIRED: "",
  ACTOR_SUSPENDED: "",
  UNKNOWN_ORGANIZATION: "",
  UNKNOWN_SPACE: "",
  ID_TAKEN: "",
  NOT_IN_SPACE: "",
  NOT_VISIBLE: "",
  STATE_CHANGED: "",
  // @ts-expect-error the group is there only afterwards
  UNKNOWN_GROUP: "",
};
// @ts-expect-error groups are left without a code for being seen
export const leave: RefusalsOf<"group.leave"> = "NOT_VISIBLE";
// @ts-expect-error what the Host does with its app needs no license
export const publish: RefusalsOf<"app.publish"> = "LICENSE_REQUIRED";
// @ts-expect-error data permissions are asked for by questions
export const submit: RefusalsOf<"form.submit"> = "DATA_PERMISSION_REQUIRED";
// @ts-expect-error a definition starts nothing
export const define: RefusalsOf<"flow.define"> = "INSTANCE_NOT_RUNNING";
// @ts-expect-error approving chooses nobody
export const approve: RefusalsOf<"task.approve"> = "ROUTING_TARGET_SELF";
// @ts-expect-error a purchase is never refused for a business reason
export const purchased: RefusalsOf<"license.purchased"> = "LICENSE_POOL_EXHAUSTED";
// @ts-expect-error nor is what becomes of a person's roles
export const roles: RefusalsOf<"person.roles-changed"> = "SUCCESSOR_NOT_ELIGIBLE";

declare const transfer: InputOf<"task.transfer">;

/** A caller's switch is exhaustive over the codes of that command. */
export function whyNotTransferred(): string {
  const outcome = decide(emptySlice, transfer, defaultPolicy);
  if (outcome.kind !== "refused") return "";
  const { refusal } = outcome;
  switch (refusal.code) {
    case "MALFORMED":
    case "INPUT_ID_REUSED":
    case "EXPECTATION_REQUIRED":
    case "STATE_CHANGED":
    case "ACTOR_SUSPENDED":
    case "UNKNOWN_ORGANIZATION":
    case "ACTING_ORG_INVALID":
    case "UNKNOWN_INSTANCE":
    case "NOT_TASK_HOLDER":
    case "EDITION_NOT_SUPPORTED":
    case "SSO_NOT_SUPPORTED":
    case "INSTANCE_NOT_RUNNING":
    case "NOT_ON_LINK":
    case "NOT_IN_SPACE":
    case "APP_NOT_AUTHORIZED":
    case "LICENSE_REQUIRED":
    case "HOST_SUSPENDED":
    case "MEMBER_SUSPENDED":
    case "LICENSE_TERM_ENDED":
    case "TARGET_SUSPENDED":
    case "ROUTING_TARGET_CANNOT_ACT":
      return refusal.code;
    case "UNKNOWN_TASK":
    case "TASK_NOT_PENDING":
      return String(refusal.data.task);
    case "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG":
      return refusal.data.anchor;
    case "ROUTING_TARGET_SELF":
    case "ROUTING_TARGET_IS_INITIATOR":
    case "ROUTING_TARGET_ALREADY_ON_TASK":
      // @ts-expect-error a person is named, no anchor
      return refusal.data.person + refusal.data.anchor;
    // @ts-expect-error a code that a transfer is never refused with
    case "PICK_TARGET_OUTSIDE_SCOPE":
      return "";
  }
}

/** A switch that forgets a code has an end without an answer. */
// @ts-expect-error the code for tasks that are not parked is missing
export function whyNotAssigned(code: RefusalsOf<"task.assign">): string {
  switch (code) {
    case "MALFORMED":
    case "INPUT_ID_REUSED":
    case "EXPECTATION_REQUIRED":
    case "STATE_CHANGED":
    case "ACTOR_SUSPENDED":
    case "UNKNOWN_ORGANIZATION":
    case "NOT_AUTHORIZED_ADMIN":
    case "UNKNOWN_INSTANCE":
    case "UNKNOWN_TASK":
    case "INSTANCE_NOT_RUNNING":
    case "SUCCESSOR_NOT_ELIGIBLE":
      return code;
  }
}

export const own: LicenseUnit = { kind: "host", organization };
// @ts-expect-error the Host's own unit is not linked
export const linked: LinkedUnit = { kind: "host", organization };
// @ts-expect-error a Space unit names no Member
export const both: LinkedUnit = { kind: "space", space, organization };
// @ts-expect-error an audience names identities, not persons
export const audience: Audience = { people: [person] };
// @ts-expect-error heads of a department are named with its organization
export const heads: Approver = { kind: "department-heads", department: person };

/** Whom a notice is about depends on its kind. */
export function about(notice: Notice): string {
  switch (notice.kind) {
    case "LICENSE_USAGE_HIGH":
      return `${notice.data.used} of ${notice.data.purchased}`;
    case "TASK_HANDED_OVER":
      return notice.data.to.person;
    case "TASK_AWAITING_HANDOVER":
      // @ts-expect-error nobody has it yet
      return notice.data.to.person;
    default:
      return notice.kind;
  }
}

// @ts-expect-error a World is never incomplete
apply(emptyWorld, transfer, defaultPolicy).outcome.kind === "incomplete";
