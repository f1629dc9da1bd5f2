/** One example of every refusal and of every notice, with ids to choose. */
import type { Notice, NoticeData, NoticeKind } from "../../src/core/notice.ts";
import {
  REFUSAL_CODES,
  type Refusal,
  type RefusalCode,
  type RefusalData,
  refuse,
} from "../../src/core/refusal.ts";

/** The data of each code around some id; `like` makes an id of whatever brand. */
function refusalData(like: (name: string) => never): {
  readonly [Code in RefusalCode]: RefusalData[Code];
} {
  const organization = like("org-b");
  const space = like("space-1");
  const person = like("p-42");
  const application = like("application-7");
  const folder = like("folder-3");
  const app = like("app-8");
  const instance = like("instance-4");
  const identity = { organization, person };
  const unit = { space, organization };
  const path = ["data", "scope", "people", 0];
  return {
    MALFORMED: { problems: [{ path, problem: "too-long" }] },
    INPUT_ID_REUSED: { input: like("input-9") },
    UNKNOWN_ORGANIZATION: { organization },
    UNKNOWN_SPACE: { space },
    SOURCE_NOT_RESPONSIBLE: { responsible: "platform" },
    ACTING_ORG_INVALID: { organization },
    NOT_AUTHORIZED_ADMIN: { organization },
    MAIN_ADMIN_REQUIRED: { organization },
    NOT_SPACE_ADMIN: { space },
    MEMBER_ROSTER_NOT_MANAGEABLE: { space, organization },
    WHOLE_ORG_EXIT_HOST_ONLY: { space },
    APP_GOVERNANCE_HOST_ONLY: { app },
    LICENSE_HOST_ONLY: { allowed: "host" },
    QUOTA_EXPANSION_NOT_AUTHORIZED: { allowed: "support" },
    APPLICATION_REQUIRED: { space, organization },
    NOT_INITIATOR: { instance },
    INVITATION_NOT_VALID: { invitation: like("invitation-5") },
    UNKNOWN_PERSON: { organization, person },
    UNKNOWN_DEPARTMENT: { organization, department: like("d-6") },
    UNKNOWN_FOLDER: { space, folder },
    UNKNOWN_APP: { app },
    UNKNOWN_APPLICATION: { application },
    UNKNOWN_GROUP: { group: like("group-2") },
    UNKNOWN_INSTANCE: { instance },
    UNKNOWN_TASK: { instance, task: 3 },
    NOT_TASK_HOLDER: { instance },
    HOST_NOT_CERTIFIED: { organization },
    MEMBER_NOT_CERTIFIED: { organization },
    EDITION_NOT_SUPPORTED: { required: "exclusive" },
    SSO_NOT_SUPPORTED: { required: "no-sso" },
    BATCH_INVITE_NOT_ENABLED: { organization },
    APP_DATA_INTEROP_UNAVAILABLE: { app },
    ID_TAKEN: { kind: "space", id: like("space-1") },
    HOST_CANNOT_JOIN_OWN_SPACE: { space },
    ALREADY_MEMBER: { space },
    APPLICATION_ALREADY_PENDING: { application },
    APPLICATION_NOT_PENDING: { application, status: "rejected" },
    NOT_A_MEMBER: { space, organization },
    FOLDER_CYCLE: { folder },
    FOLDER_NOT_EMPTY: { folder },
    APP_NOT_OWNED_BY_HOST: { app },
    APP_NOT_PUBLISHED: { app, space },
    APP_ALREADY_PUBLISHED: { app, space },
    UNIT_NOT_LINKED: unit,
    UNIT_ALREADY_LINKED: unit,
    UNIT_OVERLAP: unit,
    INSTANCE_NOT_RUNNING: { instance },
    TASK_NOT_PENDING: { instance, task: 3 },
    LICENSE_NOT_GRANTED: identity,
    LICENSE_ALREADY_GRANTED: identity,
    QUOTA_NOT_INCREASED: { current: 3000 },
    NOT_IN_SPACE: { space },
    NOT_VISIBLE: { organization },
    APP_NOT_AUTHORIZED: { app },
    FEATURE_NOT_SUPPORTED_DOWNSTREAM: { feature: like("form.import") },
    LICENSE_REQUIRED: { app },
    DATA_PERMISSION_REQUIRED: { app },
    SCOPE_OUTSIDE_OWN_ORGANIZATION: { organization },
    PICK_TARGET_OUTSIDE_SCOPE: identity,
    ROUTING_TARGET_OUTSIDE_INITIATOR_ORG: { anchor: organization },
    ROUTING_TARGET_SELF: identity,
    ROUTING_TARGET_ALREADY_ON_TASK: identity,
    SUCCESSOR_NOT_ELIGIBLE: identity,
    LICENSE_TARGET_NOT_ELIGIBLE: identity,
    JOIN_LIMIT_EXCEEDED: { limit: 5, current: 5 },
    MEMBER_ORG_LIMIT_EXCEEDED: { limit: 800, current: 800 },
    SPACE_QUOTA_EXCEEDED: { limit: 10, current: 10 },
    PERSON_CAP_EXCEEDED: { limit: 3000, current: 2999 },
    LICENSE_LINK_LIMIT_EXCEEDED: { limit: 3, current: 3 },
    LICENSE_POOL_EXHAUSTED: { limit: 3000, current: 2999 },
  };
}

/** One refusal of each code, in order of precedence. */
export function sampleRefusals(like: (name: string) => string = (name) => name): Refusal[] {
  const data = refusalData(like as (name: string) => never);
  return REFUSAL_CODES.map((code) => refuse(code, data[code]));
}

function noticeData(like: (name: string) => never): {
  readonly [Kind in NoticeKind]: NoticeData[Kind];
} {
  const organization = like("org-b");
  const space = like("space-1");
  const people = ["p-1", "p-2", "p-3", "p-4"].map(like);
  const identities = people.map((person) => ({ organization, person }));
  const from = { organization, person: like("p-42") };
  const tasks = [0, 1, 2, 3].map((task) => ({ instance: like("instance-4"), task }));
  return {
    ROSTER_CAP_REACHED: { space, organization, people },
    COUNTERPART_LEFT: { identity: from, spaces: [space] },
    LICENSE_AUTO_GRANT_DEFERRED: { organization, people: identities },
    LICENSE_USAGE_HIGH: { organization, purchased: 3000, used: 2400 },
    APP_PUBLISHED: { space, app: like("app-8") },
    TASK_HANDED_OVER: { from, to: { organization, person: like("p-43") }, tasks },
    TASK_AWAITING_HANDOVER: { from, tasks },
    DEPARTMENT_FLAGGED: { organization, department: like("d-6"), reason: "cycle" },
    DIRECTORY_RECONCILIATION_HELD: { organization, reconciliation: like("input-9"), people: 12 },
  };
}

/** One notice of each kind. */
export function sampleNotices(like: (name: string) => string = (name) => name): Notice[] {
  const data = noticeData(like as (name: string) => never);
  return Object.entries(data).map(([kind, about]) => ({ kind, to: [], data: about }) as Notice);
}
