/** Made by `npm run generate` from src/catalogue/refusals; not edited by hand. */
import type {
  AppId,
  ApplicationId,
  DepartmentId,
  FlowId,
  FolderId,
  GroupId,
  InstanceId,
  InvitationId,
  OrganizationId,
  RoleId,
  SpaceId,
} from "./ids.ts";
import type {
  Figures,
  FiguresNeeded,
  LinkNamed,
  PersonNamed,
  Problem,
  UnitNamed,
} from "./refusal-shapes.ts";

/**
 * Every code a command, fact or question can be refused with, and the facts that come with it. When
 * several apply, the first in {@link REFUSAL_CODES} is reported.
 */
export interface RefusalData {
  readonly MALFORMED: { readonly problems: readonly Problem[] };
  readonly INPUT_ID_REUSED: { readonly input: string };
  readonly EXPECTATION_REQUIRED: Record<never, never>;
  readonly UNKNOWN_ORGANIZATION: { readonly organization: OrganizationId };
  readonly UNKNOWN_SPACE: { readonly space: SpaceId };
  readonly UNKNOWN_TRUNK: { readonly trunk: OrganizationId };
  readonly SOURCE_NOT_RESPONSIBLE: { readonly responsible: "organization" | "platform" };
  /** `null`: support staff act for no organization. */
  readonly ACTING_ORG_INVALID: { readonly organization: OrganizationId | null };
  /** What is suspended: the person, or the whole organization. */
  readonly ACTOR_SUSPENDED: {
    readonly organization: OrganizationId;
    readonly suspended: "person" | "organization";
  };
  /** `null`: support staff act for no organization. */
  readonly NOT_AUTHORIZED_ADMIN: { readonly organization: OrganizationId | null };
  readonly MAIN_ADMIN_REQUIRED: { readonly organization: OrganizationId };
  /** `null`: no Space was named, but an app of one's own organization (`flow.define`). */
  readonly NOT_SPACE_ADMIN: { readonly space: SpaceId | null };
  readonly NOT_TRUNK_ADMIN: { readonly trunk: OrganizationId };
  readonly MEMBER_ROSTER_NOT_MANAGEABLE: {
    readonly space: SpaceId;
    readonly organization: OrganizationId;
  };
  readonly BRANCH_NOT_MANAGEABLE: LinkNamed;
  readonly WHOLE_ORG_EXIT_HOST_ONLY: { readonly space: SpaceId };
  readonly UNLINK_TRUNK_ONLY: { readonly trunk: OrganizationId };
  readonly APP_GOVERNANCE_HOST_ONLY: { readonly app: AppId };
  readonly LICENSE_HOST_ONLY: { readonly allowed: "host" };
  readonly QUOTA_EXPANSION_NOT_AUTHORIZED: { readonly allowed: "support" };
  readonly APPLICATION_REQUIRED: {
    readonly space?: SpaceId;
    readonly trunk?: OrganizationId;
    readonly organization: OrganizationId;
  };
  readonly NOT_INITIATOR: { readonly instance: InstanceId };
  readonly INVITATION_NOT_VALID: { readonly invitation: string };
  readonly INVITATION_NOT_ADDRESSED: { readonly invitation: string };
  readonly UNKNOWN_PERSON: PersonNamed & { index?: number };
  readonly UNKNOWN_DEPARTMENT: {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly index?: number;
  };
  readonly UNKNOWN_FOLDER: { readonly space: SpaceId; readonly folder: FolderId };
  /** Of a flow that an app does not have, its id comes along. */
  readonly UNKNOWN_APP: { readonly app: AppId; readonly flow?: FlowId };
  readonly UNKNOWN_APPLICATION: { readonly application: ApplicationId };
  readonly UNKNOWN_GROUP: { readonly group: GroupId };
  readonly UNKNOWN_INSTANCE: { readonly instance: InstanceId };
  readonly UNKNOWN_TASK: { readonly instance: InstanceId; readonly task: number };
  readonly UNKNOWN_LIAISON_ROLE: { readonly trunk: OrganizationId; readonly role: RoleId };
  readonly NOT_TASK_HOLDER: { readonly instance: InstanceId };
  readonly HOST_NOT_CERTIFIED: { readonly organization: OrganizationId };
  readonly MEMBER_NOT_CERTIFIED: { readonly organization: OrganizationId };
  readonly HIERARCHY_NOT_OPEN: { readonly trunk: OrganizationId };
  readonly EDITION_NOT_SUPPORTED: { readonly required: "professional" | "exclusive" };
  readonly SSO_NOT_SUPPORTED: { readonly required: "no-sso" };
  readonly HOST_SUSPENDED: { readonly organization: OrganizationId };
  readonly MEMBER_SUSPENDED: { readonly space: SpaceId };
  /** `until` to the Host alone. */
  readonly LICENSE_TERM_ENDED: { readonly until?: number };
  readonly BATCH_INVITE_NOT_ENABLED: { readonly organization: OrganizationId };
  readonly APP_DATA_INTEROP_UNAVAILABLE: { readonly app: AppId };
  readonly ID_TAKEN: { readonly kind: string; readonly id: string };
  readonly HOST_CANNOT_JOIN_OWN_SPACE: { readonly space: SpaceId };
  readonly ALREADY_MEMBER: { readonly space: SpaceId };
  readonly ALREADY_LINKED: { readonly trunk: OrganizationId };
  readonly APPLICATION_ALREADY_PENDING: { readonly application: ApplicationId };
  readonly ALREADY_INVITED: { readonly invitation: InvitationId };
  readonly REAPPLY_TOO_SOON: { readonly until: number };
  readonly APPLICATION_NOT_PENDING: {
    readonly application: ApplicationId;
    readonly status: "withdrawn" | "approved" | "rejected" | "expired";
  };
  readonly APPLICATION_EXPIRED: { readonly application: ApplicationId; readonly expiresAt: number };
  readonly NOT_A_MEMBER: { readonly space: SpaceId; readonly organization: OrganizationId };
  readonly NOT_LINKED: LinkNamed;
  readonly EXIT_NOT_DUE: { readonly from: number };
  readonly LINK_NOT_RELEASED: LinkNamed;
  readonly HIERARCHY_CYCLE: LinkNamed;
  readonly FOLDER_CYCLE: { readonly folder: FolderId };
  readonly FOLDER_NOT_EMPTY: { readonly folder: FolderId };
  readonly ALIAS_TAKEN: { readonly alias: string; readonly mount: DepartmentId | null };
  readonly APP_NOT_OWNED_BY_HOST: { readonly app: AppId };
  readonly APP_NOT_PUBLISHED: {
    readonly app: AppId;
    readonly space?: SpaceId;
    readonly trunk?: OrganizationId;
  };
  readonly APP_ALREADY_PUBLISHED: {
    readonly app: AppId;
    readonly space?: SpaceId;
    readonly trunk?: OrganizationId;
  };
  /** `organization` is `null` where the whole Space is the unit; the Host's own is always linked. */
  readonly UNIT_NOT_LINKED: UnitNamed;
  readonly UNIT_ALREADY_LINKED: UnitNamed;
  readonly UNIT_OVERLAP: UnitNamed;
  readonly INSTANCE_NOT_RUNNING: { readonly instance: InstanceId };
  readonly WITHDRAWAL_CLOSED: { readonly instance: InstanceId; readonly because: "acted" | "late" };
  readonly TASK_NOT_PENDING: { readonly instance: InstanceId; readonly task: number };
  readonly STAND_IN_OVERLAPS: PersonNamed;
  readonly LICENSE_NOT_GRANTED: PersonNamed;
  readonly LICENSE_ALREADY_GRANTED: PersonNamed;
  readonly QUOTA_NOT_INCREASED: { readonly current: number };
  readonly REVIEWER_IS_APPLICANT: Record<never, never>;
  readonly NOT_IN_SPACE: { readonly space: SpaceId };
  readonly NOT_ON_LINK: { readonly trunk: OrganizationId };
  readonly INDUSTRY_ACCESS_CLOSED: { readonly app: AppId };
  readonly NOT_VISIBLE: { readonly organization: OrganizationId };
  readonly APP_NOT_AUTHORIZED: { readonly app: AppId };
  readonly FEATURE_NOT_SUPPORTED_DOWNSTREAM: { readonly feature: string };
  readonly LICENSE_REQUIRED: { readonly app: AppId };
  readonly DATA_PERMISSION_REQUIRED: { readonly app: AppId };
  readonly BRANCH_DATA_NOT_AUTHORIZED: LinkNamed & { code: string };
  readonly SCOPE_OUTSIDE_OWN_ORGANIZATION: { readonly organization: OrganizationId };
  readonly PICK_TARGET_OUTSIDE_SCOPE: PersonNamed;
  /** `anchor` is the organization that the instance was started from. */
  readonly ROUTING_TARGET_OUTSIDE_INITIATOR_ORG: { readonly anchor: OrganizationId };
  readonly ROUTING_TARGET_SELF: PersonNamed;
  readonly ROUTING_TARGET_IS_INITIATOR: PersonNamed;
  readonly ROUTING_TARGET_ALREADY_ON_TASK: PersonNamed;
  readonly TARGET_SUSPENDED: PersonNamed;
  readonly ROUTING_TARGET_CANNOT_ACT: PersonNamed & { readonly lacks?: "list" | "license" };
  readonly RETURN_NOT_POSSIBLE: {
    readonly instance: InstanceId;
    readonly because: "initiator-left" | "too-often";
  };
  readonly SUCCESSOR_NOT_ELIGIBLE: PersonNamed;
  readonly LIAISON_NOT_ELIGIBLE: PersonNamed;
  readonly COUNTERPARTS_REQUIRED: { readonly min: number };
  readonly LICENSE_TARGET_NOT_ELIGIBLE: PersonNamed;
  readonly REASON_REQUIRED: Record<never, never>;
  readonly JOIN_LIMIT_EXCEEDED: Figures;
  readonly TRUNK_LIMIT_EXCEEDED: Figures;
  readonly MEMBER_ORG_LIMIT_EXCEEDED: Figures;
  readonly BRANCH_LIMIT_EXCEEDED: Figures;
  readonly HIERARCHY_TOO_DEEP: { readonly limit: number };
  readonly HIERARCHY_TOO_LARGE: { readonly limit: number; readonly bound: "above" | "below" };
  readonly SPACE_QUOTA_EXCEEDED: Figures;
  readonly PERSON_CAP_EXCEEDED: FiguresNeeded;
  readonly LICENSE_LINK_LIMIT_EXCEEDED: Figures;
  /** `branch` is `null` where the whole unit is limited (LIC-19). */
  readonly SEAT_CAP_EXCEEDED: {
    readonly branch: OrganizationId | null;
    readonly limit: number;
    readonly current: number;
  };
  readonly LICENSE_POOL_EXHAUSTED: FiguresNeeded;
  readonly REMOVAL_UNCONFIRMED: {
    readonly space?: SpaceId;
    readonly trunk?: OrganizationId;
    readonly people: number;
  };
  readonly STATE_CHANGED: Record<never, never>;
}

/** The rule that owns each code; the codes stand in order of precedence. */
export const RULE_OF_CODE: { readonly [Code in keyof RefusalData]: string } = {
  MALFORMED: "PROTO-01",
  INPUT_ID_REUSED: "PROTO-02",
  EXPECTATION_REQUIRED: "PROTO-06",
  UNKNOWN_ORGANIZATION: "PROTO-03",
  UNKNOWN_SPACE: "PROTO-03",
  UNKNOWN_TRUNK: "HIER-08",
  SOURCE_NOT_RESPONSIBLE: "PROTO-05",
  ACTING_ORG_INVALID: "FLOW-02",
  ACTOR_SUSPENDED: "DIR-17",
  NOT_AUTHORIZED_ADMIN: "ADMIN-01",
  MAIN_ADMIN_REQUIRED: "JOIN-03",
  NOT_SPACE_ADMIN: "ADMIN-04",
  NOT_TRUNK_ADMIN: "HIER-08",
  MEMBER_ROSTER_NOT_MANAGEABLE: "EXIT-05",
  BRANCH_NOT_MANAGEABLE: "HIER-09",
  WHOLE_ORG_EXIT_HOST_ONLY: "EXIT-03",
  UNLINK_TRUNK_ONLY: "UNLINK-02",
  APP_GOVERNANCE_HOST_ONLY: "APP-03",
  LICENSE_HOST_ONLY: "LIC-01",
  QUOTA_EXPANSION_NOT_AUTHORIZED: "SPACE-04",
  APPLICATION_REQUIRED: "ADMIN-03",
  NOT_INITIATOR: "FLOW-01",
  INVITATION_NOT_VALID: "JOIN-02",
  INVITATION_NOT_ADDRESSED: "JOIN-13",
  UNKNOWN_PERSON: "PROTO-03",
  UNKNOWN_DEPARTMENT: "PROTO-03",
  UNKNOWN_FOLDER: "PROTO-03",
  UNKNOWN_APP: "PROTO-03",
  UNKNOWN_APPLICATION: "PROTO-03",
  UNKNOWN_GROUP: "PROTO-03",
  UNKNOWN_INSTANCE: "PROTO-03",
  UNKNOWN_TASK: "PROTO-03",
  UNKNOWN_LIAISON_ROLE: "LIAISON-01",
  NOT_TASK_HOLDER: "FLOW-11",
  HOST_NOT_CERTIFIED: "CERT-02",
  MEMBER_NOT_CERTIFIED: "CERT-01",
  HIERARCHY_NOT_OPEN: "HIER-06",
  EDITION_NOT_SUPPORTED: "EDITION-01",
  SSO_NOT_SUPPORTED: "SSO-01",
  HOST_SUSPENDED: "DIR-18",
  MEMBER_SUSPENDED: "EXIT-08",
  LICENSE_TERM_ENDED: "LIC-20",
  BATCH_INVITE_NOT_ENABLED: "JOIN-12",
  APP_DATA_INTEROP_UNAVAILABLE: "SELF-03",
  ID_TAKEN: "PROTO-04",
  HOST_CANNOT_JOIN_OWN_SPACE: "SPACE-05",
  ALREADY_MEMBER: "JOIN-07",
  ALREADY_LINKED: "LINK-04",
  APPLICATION_ALREADY_PENDING: "JOIN-07",
  ALREADY_INVITED: "JOIN-14",
  REAPPLY_TOO_SOON: "JOIN-16",
  APPLICATION_NOT_PENDING: "JOIN-05",
  APPLICATION_EXPIRED: "JOIN-15",
  NOT_A_MEMBER: "ROSTER-01",
  NOT_LINKED: "BRANCH-01",
  EXIT_NOT_DUE: "EXIT-07",
  LINK_NOT_RELEASED: "LINK-08",
  HIERARCHY_CYCLE: "LINK-05",
  FOLDER_CYCLE: "FOLDER-01",
  FOLDER_NOT_EMPTY: "FOLDER-01",
  ALIAS_TAKEN: "MOUNT-01",
  APP_NOT_OWNED_BY_HOST: "APP-02",
  APP_NOT_PUBLISHED: "APP-08",
  APP_ALREADY_PUBLISHED: "APP-01",
  UNIT_NOT_LINKED: "LIC-03",
  UNIT_ALREADY_LINKED: "LIC-03",
  UNIT_OVERLAP: "LIC-03",
  INSTANCE_NOT_RUNNING: "FLOW-01",
  WITHDRAWAL_CLOSED: "FLOW-18",
  TASK_NOT_PENDING: "FLOW-11",
  STAND_IN_OVERLAPS: "FLOW-14",
  LICENSE_NOT_GRANTED: "LIC-18",
  LICENSE_ALREADY_GRANTED: "LIC-18",
  QUOTA_NOT_INCREASED: "SPACE-04",
  REVIEWER_IS_APPLICANT: "JOIN-17",
  NOT_IN_SPACE: "ROSTER-12",
  NOT_ON_LINK: "SIGHT-02",
  INDUSTRY_ACCESS_CLOSED: "INDUSTRY-02",
  NOT_VISIBLE: "VIS-02",
  APP_NOT_AUTHORIZED: "APP-04",
  FEATURE_NOT_SUPPORTED_DOWNSTREAM: "FEAT-02",
  LICENSE_REQUIRED: "LIC-08",
  DATA_PERMISSION_REQUIRED: "DATA-04",
  BRANCH_DATA_NOT_AUTHORIZED: "SHARE-02",
  SCOPE_OUTSIDE_OWN_ORGANIZATION: "JOIN-04",
  PICK_TARGET_OUTSIDE_SCOPE: "PICK-02",
  ROUTING_TARGET_OUTSIDE_INITIATOR_ORG: "FLOW-04",
  ROUTING_TARGET_SELF: "FLOW-04",
  ROUTING_TARGET_IS_INITIATOR: "FLOW-15",
  ROUTING_TARGET_ALREADY_ON_TASK: "FLOW-04",
  TARGET_SUSPENDED: "FLOW-19",
  ROUTING_TARGET_CANNOT_ACT: "FLOW-12",
  RETURN_NOT_POSSIBLE: "FLOW-17",
  SUCCESSOR_NOT_ELIGIBLE: "HAND-02",
  LIAISON_NOT_ELIGIBLE: "LIAISON-01",
  COUNTERPARTS_REQUIRED: "PARTNER-03",
  LICENSE_TARGET_NOT_ELIGIBLE: "LIC-07",
  REASON_REQUIRED: "JOIN-16",
  JOIN_LIMIT_EXCEEDED: "JOIN-10",
  TRUNK_LIMIT_EXCEEDED: "LINK-06",
  MEMBER_ORG_LIMIT_EXCEEDED: "JOIN-11",
  BRANCH_LIMIT_EXCEEDED: "LINK-07",
  HIERARCHY_TOO_DEEP: "LINK-07",
  HIERARCHY_TOO_LARGE: "LINK-07",
  SPACE_QUOTA_EXCEEDED: "SPACE-03",
  PERSON_CAP_EXCEEDED: "CAP-01",
  LICENSE_LINK_LIMIT_EXCEEDED: "LIC-03",
  SEAT_CAP_EXCEEDED: "SEAT-04",
  LICENSE_POOL_EXHAUSTED: "LIC-04",
  REMOVAL_UNCONFIRMED: "DIR-09",
  STATE_CHANGED: "PROTO-06",
};
