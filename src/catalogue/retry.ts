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

const stop = (httpStatus: number, whoSees: string, next: string): Retry => {
  return { canHelp: false, httpStatus, whoSees, next };
};
const later = (httpStatus: number, whoSees: string, next: string): Retry => {
  return { canHelp: true, httpStatus, whoSees, next };
};

const retries: { readonly [Code in RefusalCode]: Retry } = {
  MALFORMED: stop(400, sender, "Correct the fields named and send under a new id."),
  INPUT_ID_REUSED: stop(422, sender, "Find out why two inputs share an id; use a new one."),
  UNKNOWN_ORGANIZATION: later(404, actor, "Send a fact again once the organization is registered."),
  UNKNOWN_SPACE: later(404, actor, "Check the id, or apply with an invitation first."),
  SOURCE_NOT_RESPONSIBLE: stop(403, sender, "Let the responsible source report the fact."),
  NOT_AUTHORIZED_ADMIN: later(403, actor, "Hand it to an authorized admin of the organization."),
  MAIN_ADMIN_REQUIRED: later(403, actor, "Hand it to a main admin of the organization."),
  NOT_SPACE_ADMIN: later(403, actor, "Hand it to an authorized admin of the Host."),
  MEMBER_ROSTER_NOT_MANAGEABLE: stop(403, spaceAdmin, "Leave it to the Member's own admin."),
  WHOLE_ORG_EXIT_HOST_ONLY: stop(403, actingAdmin, "Ask the Host to cancel the Association."),
  QUOTA_EXPANSION_NOT_AUTHORIZED: stop(403, actingAdmin, "Ask platform support."),
  APPLICATION_REQUIRED: later(
    409,
    spaceAdmin,
    "Invite the organization and wait until it applies.",
  ),
  INVITATION_NOT_VALID: stop(404, applicantAdmin, "Get a new invitation from the Host."),
  UNKNOWN_PERSON: later(404, actor, "Send a fact again once the hire has been absorbed."),
  UNKNOWN_DEPARTMENT: later(404, actor, "Send a fact again once the department is known."),
  UNKNOWN_FOLDER: later(404, spaceAdmin, "Create the Folder first, or name another."),
  UNKNOWN_APPLICATION: stop(404, actingAdmin, "Look the application up again."),
  HOST_NOT_CERTIFIED: later(409, actingAdmin, "Try again once the organization is certified."),
  MEMBER_NOT_CERTIFIED: later(409, actingAdmin, "Try again once the organization is certified."),
  EDITION_NOT_SUPPORTED: later(409, actingAdmin, "Try again once the Host is on Exclusive."),
  SSO_NOT_SUPPORTED: later(409, actingAdmin, "Try again once single sign-on is off."),
  BATCH_INVITE_NOT_ENABLED: later(409, spaceAdmin, "Try again once support has enabled it."),
  ID_TAKEN: stop(409, sender, "Choose another id for the new thing."),
  HOST_CANNOT_JOIN_OWN_SPACE: stop(409, actingAdmin, "Set the Host's own scope instead."),
  ALREADY_MEMBER: later(409, applicantAdmin, "Nothing to do while the Association lasts."),
  APPLICATION_ALREADY_PENDING: later(409, applicantAdmin, "Wait for the decision, or withdraw."),
  APPLICATION_NOT_PENDING: stop(409, actingAdmin, "Reload: it has been decided or withdrawn."),
  NOT_A_MEMBER: later(409, actingAdmin, "Reload; try again once the organization is a Member."),
  FOLDER_CYCLE: stop(409, spaceAdmin, "Choose another parent."),
  FOLDER_NOT_EMPTY: later(409, spaceAdmin, "Empty the Folder, then remove it."),
  QUOTA_NOT_INCREASED: stop(409, "support staff", "Give a number above the one in force."),
  NOT_IN_SPACE: later(403, actor, "Have the person added by their own organization."),
  NOT_VISIBLE: later(403, actor, "Ask the Host to widen the visibility."),
  SCOPE_OUTSIDE_OWN_ORGANIZATION: stop(403, actingAdmin, "Select within one's own organization."),
  JOIN_LIMIT_EXCEEDED: later(409, actingAdmin, "Try again once the organization has left a Space."),
  MEMBER_ORG_LIMIT_EXCEEDED: later(409, spaceAdmin, "Try again once a Member has left."),
  SPACE_QUOTA_EXCEEDED: later(409, actingAdmin, "Try again once the quota has room."),
  PERSON_CAP_EXCEEDED: later(
    409,
    actingAdmin,
    "Try again with fewer people, or once there is room.",
  ),
};

/** What to do with a refusal of this code. */
export function retry(code: RefusalCode): Retry {
  return retries[code];
}
