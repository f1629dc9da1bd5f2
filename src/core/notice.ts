import type {
  AppId,
  DepartmentId,
  FlowId,
  GroupId,
  InputId,
  InstanceId,
  ListId,
  OrganizationId,
  PersonId,
  SpaceId,
} from "./ids.ts";

/**
 * Who is to be told; roles are resolved at delivery, so a notice never goes to a former admin or
 * participant. Whoever is meant by several recipients of one notice is told once, and a natural person
 * whom a recipient excludes is not meant by it, whichever of their identities holds the role. What
 * recipients a notice has is for those who deliver it: no recipient learns who else is told.
 */
export type Recipient =
  | (RoleRecipient & { readonly kind: "main-admins"; readonly organization: OrganizationId })
  | (RoleRecipient & {
      readonly kind: "group-participants";
      readonly space: SpaceId;
      readonly group: GroupId;
    })
  | (RoleRecipient & { readonly kind: "authorized-admins"; readonly organization: OrganizationId })
  | (RoleRecipient & { readonly kind: "hierarchy-admins"; readonly organization: OrganizationId })
  | (RoleRecipient & { readonly kind: "space-admins"; readonly space: SpaceId })
  | {
      readonly kind: "person";
      readonly organization: OrganizationId;
      readonly person: PersonId;
    }
  /** Whoever runs the platform: its support staff, or whoever they have told instead. */
  | { readonly kind: "platform" };

/** What is common to recipients that stand for several people. */
export interface RoleRecipient {
  /** Natural persons who are not told; absent means nobody (HAND-01). */
  readonly except?: readonly PersonId[];
}

/** An identity: a person in one organization. */
export interface Identity {
  readonly organization: OrganizationId;
  readonly person: PersonId;
}

/** A task, by its instance and its number there. */
export interface TaskOf {
  readonly instance: InstanceId;
  readonly task: number;
}

/** A department of some organization. */
export interface DepartmentOf {
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
}

/**
 * A setting that may name departments: an organization's scope in a Space or on a Link, its automatic departments
 * there, an app's authorized list or its data permissions in a Space, a flow's approvers.
 */
export type Setting =
  | { readonly kind: "scope"; readonly space: SpaceId; readonly organization: OrganizationId }
  | {
      readonly kind: "link-scope";
      readonly trunk: OrganizationId;
      readonly organization: OrganizationId;
    }
  | { readonly kind: "automatic"; readonly space: SpaceId; readonly organization: OrganizationId }
  | { readonly kind: "list"; readonly space: SpaceId; readonly app: AppId }
  | { readonly kind: "permissions"; readonly space: SpaceId; readonly app: AppId }
  | { readonly kind: "flow"; readonly app: AppId; readonly flow: FlowId };

/** How much of each kind waits for the admins of an organization. */
export interface WaitingWork {
  /** Parked tasks. */
  readonly tasks: number;
  /** Lists, and facts about departments, held until an admin's word. */
  readonly lists: number;
  /** Pending applications to the Spaces that it hosts. */
  readonly applications: number;
  /** Its settings that name removed departments (DIR-11); left out where there are none. */
  readonly settings?: number;
}

/** What each kind of notice is about. */
export interface NoticeData {
  /** People whom a fact brought into scope of a full Space (CAP-04). */
  readonly ROSTER_CAP_REACHED: {
    readonly space: SpaceId;
    readonly organization: OrganizationId;
    readonly people: readonly PersonId[];
  };
  /**
   * A rostered identity resigned (HAND-01). Several notices of one input may say so, each to those who
   * may know of the same Spaces; whoever is meant by several is told once, of the Spaces of all. Of the
   * Links that it was on the Hierarchy admins of its own organization are told (BRANCH-06).
   */
  readonly COUNTERPART_LEFT: {
    readonly identity: Identity;
    /** The Spaces on whose Roster it was, as far as the recipients are in them or administer them. */
    readonly spaces: readonly SpaceId[];
    /** The Trunks on whose Links it was; left out where it is about Spaces. */
    readonly trunks?: readonly OrganizationId[];
  };
  /**
   * An identity that had resigned by mistake is on Rosters again (RESIGN-07). Whom and of which Spaces
   * its leaving would tell, this tells.
   */
  readonly COUNTERPART_BACK: {
    readonly identity: Identity;
    /** The Spaces on whose Roster it is, as far as the recipients are in them or administer them. */
    readonly spaces: readonly SpaceId[];
    /** The Trunks on whose Links it is; left out where it is about Spaces. */
    readonly trunks?: readonly OrganizationId[];
    /**
     * What it had in those Spaces and has not again, by kind: it waits for room, or others have decided
     * otherwise since. Scopes are told to its own admins, lists and licenses to those of the Spaces, groups
     * and tasks to all.
     */
    readonly left: readonly (readonly [
      kind:
        | "place"
        | "selection"
        | "exclusion"
        | "link-selection"
        | "link-exclusion"
        | "list"
        | "group"
        | "license"
        | "task",
      count: number,
      reason: "waiting" | "changed",
    ])[];
  };
  /** Automatic grants that found no license and wait (LIC-11); to the Host's main admins. */
  readonly LICENSE_AUTO_GRANT_DEFERRED: {
    readonly organization: OrganizationId;
    readonly people: readonly Identity[];
  };
  /** Use of licenses has come to the threshold (ALERT-02, ALERT-04); to the Host's main admins. */
  readonly LICENSE_USAGE_HIGH: {
    readonly organization: OrganizationId;
    readonly purchased: number;
    readonly used: number;
  };
  /** A Host app was published to a Space (ALERT-01). */
  readonly APP_PUBLISHED: { readonly space: SpaceId; readonly app: AppId };
  /** Tasks of somebody who left are now the recipient's (HAND-02). */
  readonly TASK_HANDED_OVER: {
    readonly from: Identity | null;
    readonly to: Identity;
    readonly tasks: readonly TaskOf[];
  };
  /** Tasks of somebody who left, or that a rule found nobody for, wait for a successor (HAND-02). */
  readonly TASK_AWAITING_HANDOVER: {
    readonly from: Identity | null;
    readonly tasks: readonly TaskOf[];
  };
  /** A department fact could not be followed, or the id that it gives is another's (DIR-16). */
  readonly DEPARTMENT_FLAGGED: {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly reason: "cycle" | "too-deep" | "id-in-use";
  };
  /** Somebody was to have an id that somebody else has or had (DIR-14); to the organization's admins. */
  readonly PERSON_FLAGGED: {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly reason: "id-in-use";
  };
  /**
   * Somebody on Rosters has another id (DIR-14). Whom and of which Spaces their leaving would tell, this
   * tells.
   */
  readonly COUNTERPART_RENAMED: {
    readonly from: Identity;
    readonly to: Identity;
    /** The Spaces on whose Roster they are, as far as the recipients are in them or administer them. */
    readonly spaces: readonly SpaceId[];
    /** The Trunks on whose Links they are; left out where it is about Spaces. */
    readonly trunks?: readonly OrganizationId[];
  };
  /**
   * A full list lacks too much, or a fact about departments takes too many off a Roster; what it would
   * remove waits for an admin's word (DIR-07, DIR-09). Or the upgrade of a store has dropped what version
   * 0.1.0 held.
   */
  readonly DIRECTORY_RECONCILIATION_HELD:
    | {
        readonly organization: OrganizationId;
        readonly list: ListId;
        /** How many people and departments it lacks. */
        readonly people: number;
        readonly departments: number;
      }
    | {
        readonly organization: OrganizationId;
        /** The id of the input. */
        readonly fact: InputId;
        /** How many people would leave Rosters, and of how many departments it says something. */
        readonly people: number;
        readonly departments: number;
      }
    | {
        readonly organization: OrganizationId;
        /** The id of the input that was held. */
        readonly dropped: InputId;
        readonly people: number;
      };
  /** A full list lacks departments, which are dormant now (DIR-10); to the organization's admins. */
  readonly DEPARTMENTS_MISSING: {
    readonly organization: OrganizationId;
    /** The first hundred. */
    readonly departments: readonly DepartmentId[];
    readonly count: number;
  };
  /** Settings name departments that were removed (DIR-11); to the admins whose settings they are. */
  readonly SETTINGS_INERT: {
    /** Whose settings they are. */
    readonly organization: OrganizationId;
    /** The first hundred. */
    readonly settings: readonly Setting[];
    /** How many settings name what is gone. */
    readonly count: number;
  };
  /** Somebody is suspended, and tasks stay with them (FLOW-19); to the admins of their organization. */
  readonly TASK_HOLDER_SUSPENDED: {
    readonly holder: Identity;
    readonly tasks: readonly TaskOf[];
  };
  /** The people of an organization cannot act (DIR-18); to its admins and those of its Spaces. */
  readonly ORGANIZATION_SUSPENDED: { readonly organization: OrganizationId };
  /** The people of an organization may act again (DIR-18); to whom the suspension was told. */
  readonly ORGANIZATION_RESUMED: { readonly organization: OrganizationId };
  /** The end of an organization was taken back (DIR-19); to its admins and those of the Spaces it was in. */
  readonly ORGANIZATION_REINSTATED: { readonly organization: OrganizationId };
  /**
   * An organization lost its last admin who may act (ADMIN-06); to the admins of the Spaces that it is a
   * Member of, and to the platform.
   */
  readonly ORGANIZATION_WITHOUT_ADMINS: { readonly organization: OrganizationId };
  /** An organization further up has come to reach the recipients' own (HIER-04). */
  readonly HIERARCHY_REACHED: { readonly organization: OrganizationId };
  /** A Link has ended (UNLINK-03); to the Hierarchy admins of both sides. */
  readonly LINK_ENDED: {
    readonly trunk: OrganizationId;
    /** The Branch. */
    readonly organization: OrganizationId;
    readonly because: "cancelled" | "left" | "moved" | "ended";
  };
  /** What waits in an organization that had no admin who may act (ADMIN-06); to those it has now. */
  readonly ADMIN_WORK_WAITING: {
    readonly organization: OrganizationId;
    readonly counts: WaitingWork;
  };
}

/** A kind of notice. */
export type NoticeKind = keyof NoticeData;

/** Something to tell somebody; the library returns it and sends nothing. */
export type Notice = {
  readonly [Kind in NoticeKind]: {
    readonly kind: Kind;
    readonly to: readonly Recipient[];
    readonly data: NoticeData[Kind];
  };
}[NoticeKind];
