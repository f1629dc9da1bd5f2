import type { RefusalCode } from "../core/refusal.ts";

/** What a service does with a refusal. */
export interface Retry {
  /** Whether the same content, sent later, may be accepted without anybody correcting it. */
  readonly canHelp: boolean;
  /** The status that fits an answer over HTTP. */
  readonly httpStatus: number;
  /** Whom the refusal concerns. */
  readonly whoSees: string;
  /** What to do next. */
  readonly next: string;
}

const sender = "the sender's developers";
const actor = "the person who acts";
const actingAdmin = "the acting admin";
const spaceAdmin = "the Host's admin";
const applicantAdmin = "the applicant's admin";

// @__NO_SIDE_EFFECTS__
const stop = (httpStatus: number, whoSees: string, next: string): Retry => {
  return { canHelp: false, httpStatus, whoSees, next };
};
// @__NO_SIDE_EFFECTS__
const later = (httpStatus: number, whoSees: string, next: string): Retry => {
  return { canHelp: true, httpStatus, whoSees, next };
};

const retries: { readonly [Code in RefusalCode]: Retry } = {
  MALFORMED: stop(400, sender, "Correct the fields named and send under a new id."),
  INPUT_ID_REUSED: stop(422, sender, "Find out why two inputs share an id; use a new one."),
  UNKNOWN_ORGANIZATION: later(404, actor, "Send a fact again once the organization is registered."),
  UNKNOWN_SPACE: later(404, actor, "Check the id, or apply with an invitation first."),
  SOURCE_NOT_RESPONSIBLE: stop(403, sender, "Let the responsible source report the fact."),
  ACTING_ORG_INVALID: later(403, actor, "Act for an organization in which one is in service."),
  NOT_AUTHORIZED_ADMIN: later(403, actor, "Hand it to an authorized admin of the organization."),
  MAIN_ADMIN_REQUIRED: later(403, actor, "Hand it to a main admin of the organization."),
  NOT_SPACE_ADMIN: later(403, actor, "Hand it to an authorized admin of the Host."),
  MEMBER_ROSTER_NOT_MANAGEABLE: stop(403, spaceAdmin, "Leave it to the Member's own admin."),
  WHOLE_ORG_EXIT_HOST_ONLY: stop(403, actingAdmin, "Ask the Host to cancel the Association."),
  APP_GOVERNANCE_HOST_ONLY: later(403, actor, "Hand it to an authorized admin of the Host."),
  LICENSE_HOST_ONLY: later(403, actor, "Hand it to an authorized admin of the Host."),
  QUOTA_EXPANSION_NOT_AUTHORIZED: stop(403, actingAdmin, "Ask platform support."),
  APPLICATION_REQUIRED: later(
    409,
    spaceAdmin,
    "Invite the organization and wait until it applies.",
  ),
  NOT_INITIATOR: stop(403, actor, "Leave it to whoever started it."),
  INVITATION_NOT_VALID: stop(404, applicantAdmin, "Get a new invitation from the Host."),
  UNKNOWN_PERSON: later(404, actor, "Send a fact again once the hire has been absorbed."),
  UNKNOWN_DEPARTMENT: later(404, actor, "Send a fact again once the department is known."),
  UNKNOWN_FOLDER: later(404, spaceAdmin, "Create the Folder first, or name another."),
  UNKNOWN_APP: later(
    404,
    actor,
    "Check the id and the Space; the app may have to be created first.",
  ),
  UNKNOWN_APPLICATION: stop(404, actingAdmin, "Look the application up again."),
  UNKNOWN_GROUP: later(404, actor, "Have a participant add the person."),
  UNKNOWN_INSTANCE: later(404, actor, "Look the instance up again."),
  UNKNOWN_TASK: later(404, actor, "Look the tasks of the instance up again."),
  NOT_TASK_HOLDER: later(403, actor, "Leave it to whoever holds the task."),
  HOST_NOT_CERTIFIED: later(409, actingAdmin, "Try again once the organization is certified."),
  MEMBER_NOT_CERTIFIED: later(409, actingAdmin, "Try again once the organization is certified."),
  EDITION_NOT_SUPPORTED: later(409, actingAdmin, "Try again once the Host is on Exclusive."),
  SSO_NOT_SUPPORTED: later(409, actingAdmin, "Try again once single sign-on is off."),
  BATCH_INVITE_NOT_ENABLED: later(409, spaceAdmin, "Try again once support has enabled it."),
  APP_DATA_INTEROP_UNAVAILABLE: stop(
    409,
    spaceAdmin,
    "Keep the data in one app; the exchange is not available.",
  ),
  ID_TAKEN: stop(409, sender, "Choose another id for the new thing."),
  HOST_CANNOT_JOIN_OWN_SPACE: stop(409, actingAdmin, "Set the Host's own scope instead."),
  ALREADY_MEMBER: later(409, applicantAdmin, "Nothing to do while the Association lasts."),
  APPLICATION_ALREADY_PENDING: later(409, applicantAdmin, "Wait for the decision, or withdraw."),
  APPLICATION_NOT_PENDING: stop(409, actingAdmin, "Reload: it has been decided or withdrawn."),
  NOT_A_MEMBER: later(409, actingAdmin, "Reload; try again once the organization is a Member."),
  FOLDER_CYCLE: stop(409, spaceAdmin, "Choose another parent."),
  FOLDER_NOT_EMPTY: later(409, spaceAdmin, "Empty the Folder, then remove it."),
  APP_NOT_OWNED_BY_HOST: stop(409, spaceAdmin, "Choose an app that the Host built."),
  APP_NOT_PUBLISHED: later(409, actor, "Try again once the Host has published the app."),
  APP_ALREADY_PUBLISHED: later(409, spaceAdmin, "Nothing to do while it is published."),
  UNIT_NOT_LINKED: later(409, spaceAdmin, "Link the unit first."),
  UNIT_ALREADY_LINKED: later(409, spaceAdmin, "Nothing to do while it is linked."),
  UNIT_OVERLAP: later(409, spaceAdmin, "Unlink the unit that it overlaps with first."),
  INSTANCE_NOT_RUNNING: stop(409, actor, "Reload: it has ended."),
  TASK_NOT_PENDING: later(409, actor, "Reload; a task that waits may come to its turn."),
  LICENSE_NOT_GRANTED: later(409, spaceAdmin, "Reload the unit's accounts."),
  LICENSE_ALREADY_GRANTED: later(409, spaceAdmin, "Nothing to do while it is held."),
  QUOTA_NOT_INCREASED: stop(409, "support staff", "Give a number above the one in force."),
  NOT_IN_SPACE: later(403, actor, "Have the person added by their own organization."),
  NOT_VISIBLE: later(403, actor, "Ask the Host to widen the visibility."),
  APP_NOT_AUTHORIZED: later(403, actor, "Ask the Host to put the person on the list."),
  FEATURE_NOT_SUPPORTED_DOWNSTREAM: stop(403, actor, "Use the features that are available."),
  LICENSE_REQUIRED: later(403, actor, "Try again once the Host has granted a license."),
  DATA_PERMISSION_REQUIRED: later(403, actor, "Try again once the Host has given a permission."),
  SCOPE_OUTSIDE_OWN_ORGANIZATION: stop(403, actingAdmin, "Select within one's own organization."),
  PICK_TARGET_OUTSIDE_SCOPE: later(403, actor, "Choose among the candidates."),
  ROUTING_TARGET_OUTSIDE_INITIATOR_ORG: stop(403, actor, "Choose among the candidates."),
  ROUTING_TARGET_SELF: stop(409, actor, "Choose somebody else."),
  ROUTING_TARGET_ALREADY_ON_TASK: later(
    409,
    actor,
    "Choose somebody else, or wait for their task.",
  ),
  SUCCESSOR_NOT_ELIGIBLE: later(409, actingAdmin, "Name somebody else who is in service there."),
  LICENSE_TARGET_NOT_ELIGIBLE: later(409, spaceAdmin, "Choose among those whom the unit takes."),
  JOIN_LIMIT_EXCEEDED: later(409, actingAdmin, "Try again once the organization has left a Space."),
  MEMBER_ORG_LIMIT_EXCEEDED: later(409, spaceAdmin, "Try again once a Member has left."),
  SPACE_QUOTA_EXCEEDED: later(409, actingAdmin, "Try again once the quota has room."),
  PERSON_CAP_EXCEEDED: later(
    409,
    actingAdmin,
    "Try again with fewer people, or once there is room.",
  ),
  LICENSE_LINK_LIMIT_EXCEEDED: later(409, spaceAdmin, "Try again once a unit has been unlinked."),
  LICENSE_POOL_EXHAUSTED: later(
    409,
    spaceAdmin,
    "Try again with fewer people, or once licenses are free.",
  ),
};

/** What to do with a refusal of this code. */
export function retry(code: RefusalCode): Retry {
  return retries[code];
}
