import type {
  AppId,
  ApplicationId,
  DepartmentId,
  FlowId,
  GroupId,
  InputId,
  InstanceId,
  ListId,
  OrganizationId,
  PersonId,
  RoleId,
  SpaceId,
} from "./ids.ts";
import type { AsMember } from "./input.ts";

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
  /** The same of a Trunk's group (TALK-01). */
  | (RoleRecipient & {
      readonly kind: "group-participants";
      readonly trunk: OrganizationId;
      readonly group: GroupId;
    })
  | (RoleRecipient & { readonly kind: "authorized-admins"; readonly organization: OrganizationId })
  | (RoleRecipient & { readonly kind: "hierarchy-admins"; readonly organization: OrganizationId })
  /** The Hierarchy admins of every organization that a distribution covers (DIST-03). */
  | (RoleRecipient & {
      readonly kind: "covered-hierarchy-admins";
      readonly trunk: OrganizationId;
      readonly app: AppId;
    })
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
  /** The ids of a natural person who is not told, in whatever organization; absent means nobody (HAND-01). */
  readonly except?: readonly PersonId[];
}

/** An identity: a person in one organization. */
export interface Identity {
  readonly organization: OrganizationId;
  readonly person: PersonId;
}

/** Somebody as they did something: an identity, or somebody of an organization's industry book. */
export interface Doer extends Identity {
  readonly as?: AsMember;
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
 * there or in a Trunk's Hierarchy unit, an app's authorized list or its data permissions in a Space, what a
 * Member's people see there and whom hiding it does not bind, a flow's approvers; of a Trunk the exceptions of sight on a Link, the list of a distribution, the data permissions below
 * it, the offices of a liaison role.
 */
export type Setting =
  | { readonly kind: "scope"; readonly space: SpaceId; readonly organization: OrganizationId }
  | {
      readonly kind: "link-scope";
      readonly trunk: OrganizationId;
      readonly organization: OrganizationId;
    }
  | { readonly kind: "automatic"; readonly space: SpaceId; readonly organization: OrganizationId }
  | {
      readonly kind: "seats";
      readonly trunk: OrganizationId;
      readonly organization: OrganizationId;
    }
  | { readonly kind: "list"; readonly space: SpaceId; readonly app: AppId }
  | { readonly kind: "permissions"; readonly space: SpaceId; readonly app: AppId }
  | { readonly kind: "visibility"; readonly space: SpaceId; readonly organization: OrganizationId }
  | { readonly kind: "hiding"; readonly space: SpaceId; readonly organization: OrganizationId }
  | { readonly kind: "flow"; readonly app: AppId; readonly flow: FlowId }
  | {
      readonly kind: "sight";
      readonly trunk: OrganizationId;
      readonly organization: OrganizationId;
    }
  | { readonly kind: "distribution"; readonly trunk: OrganizationId; readonly app: AppId }
  | {
      readonly kind: "distribution-permissions";
      readonly trunk: OrganizationId;
      readonly app: AppId;
    }
  | { readonly kind: "liaison"; readonly trunk: OrganizationId; readonly role: RoleId };

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

/** An application, whose it is, and the Space or Trunk that it is to. */
export type ApplicationTo = {
  readonly application: ApplicationId;
  /** The applicant. */
  readonly organization: OrganizationId;
} & ({ readonly space: SpaceId } | { readonly trunk: OrganizationId });

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
     * otherwise since. Scopes and stand-ins are told to its own admins, lists and licenses to those of the
     * Spaces, counterparts to both, groups and tasks to all.
     */
    readonly left: readonly (readonly [
      kind:
        | "place"
        | "selection"
        | "exclusion"
        | "link-selection"
        | "link-exclusion"
        | "list"
        | "link-list"
        | "group"
        | "license"
        | "office"
        | "task"
        | "counterpart"
        | "stand-in",
      count: number,
      reason: "waiting" | "changed",
    ])[];
  };
  /** Automatic grants that found no license and wait (LIC-11); to the Host's main admins. */
  readonly LICENSE_AUTO_GRANT_DEFERRED: {
    readonly organization: OrganizationId;
    readonly people: readonly Identity[];
  };
  /**
   * Use of licenses has come to a threshold, in percent (ALERT-02, ALERT-04, ALERT-06); to the Host's main admins. Of a
   * unit, or of a Branch in the Hierarchy unit, `purchased` is its limit.
   */
  readonly LICENSE_USAGE_HIGH: {
    readonly organization: OrganizationId;
    readonly purchased: number;
    readonly used: number;
    readonly threshold: number;
    /** Left out: the whole pool. */
    readonly unit?:
      | { readonly kind: "hierarchy"; readonly organization: OrganizationId }
      | { readonly kind: "space"; readonly space: SpaceId }
      | {
          readonly kind: "member";
          readonly space: SpaceId;
          readonly organization: OrganizationId;
        };
    readonly branch?: OrganizationId;
  };
  /**
   * A purchase of licenses has ended: nothing is granted any more, and use goes on until grace is over, in epoch
   * milliseconds (LIC-20); to the Host's main admins.
   */
  readonly LICENSE_TERM_ENDING: {
    readonly organization: OrganizationId;
    readonly until: number;
    readonly graceUntil: number;
  };
  /** Grace after a purchase is over, and with it use, until the purchase is renewed (LIC-20); to the Host's main admins. */
  readonly LICENSE_TERM_OVER: {
    readonly organization: OrganizationId;
    readonly until: number;
    readonly graceUntil: number;
  };
  /** Persons or Members of a Space have come to a threshold of its limit, in percent (ALERT-06); to Space admins. */
  readonly SPACE_FILLING: {
    readonly space: SpaceId;
    readonly subject: "persons" | "members";
    readonly threshold: number;
  };
  /** The Spaces that an organization has joined have come to a threshold of the limit (ALERT-06); to its admins. */
  readonly JOINS_FILLING: { readonly organization: OrganizationId; readonly threshold: number };
  /** A Trunk distributes an app, installed or for each organization to install (DIST-03). */
  readonly APP_DISTRIBUTED: {
    readonly trunk: OrganizationId;
    readonly app: AppId;
    readonly installed: boolean;
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
  /** Rules gave tasks to people who cannot act on them (FLOW-12); to the admins of the Host, or of the Trunk. */
  readonly TASK_HOLDER_CANNOT_ACT: { readonly tasks: readonly TaskOf[] };
  /** An admin gave tasks to somebody else (FLOW-13); to whoever held them. */
  readonly TASK_TAKEN_AWAY: { readonly tasks: readonly TaskOf[] };
  /** An admin of the Host ended an instance (FLOW-13); to its initiator and whoever held its tasks. */
  readonly FLOW_TERMINATED: { readonly instance: InstanceId; readonly reason: string };
  /** An instance was returned (FLOW-17), to a step or to whoever started it, for whom it waits then; to its initiator. */
  readonly FLOW_RETURNED: TaskOf & {
    /** Who returned it. */
    readonly by: Identity;
    /** The step. */
    readonly to: number | "initiator";
  };
  /** Somebody took back the approval of this task (FLOW-18); to those whose tasks fell away, or wait their turn again, by it. */
  readonly TASK_TAKEN_BACK: TaskOf & { readonly by: Identity };
  /**
   * A task waits for somebody from now on (FLOW-23); to its holder, and whom they stand in for. Whoever brought it
   * upon themselves is not told.
   */
  readonly TASK_WAITING: TaskOf & {
    /** Whose command brought it about; `null`: it was nobody's. */
    readonly by: Doer | null;
    /**
     * It is a step's; was added before, after or beside another, or delegated; was transferred; begins anew by a
     * return; it is its turn; it is open again, for what closed it was taken back (FLOW-18); or it came back with its holder.
     */
    readonly because:
      | "rule"
      | "before"
      | "after"
      | "parallel"
      | "delegated"
      | "transferred"
      | "returned"
      | "opened"
      | "reopened"
      | "reinstated";
    /** For whom its holder stands in, if for anybody (FLOW-14, FLOW-19). */
    readonly onBehalfOf?: Identity;
  };
  /** A task was copied to people (FLOW-23); to them, but for whoever did it. */
  readonly TASK_COPIED: TaskOf & { readonly by: Identity };
  /** Somebody stands in for a person for a period (FLOW-14); to both. */
  readonly STAND_IN_SET: Identity & {
    readonly standIn: PersonId;
    /** Epoch ms. */
    readonly from: number;
    readonly until: number;
    /** Only for tasks of these apps; left out: of all. */
    readonly apps?: readonly AppId[];
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
  /** An organization has applied (JOIN-18); to the admins of the Space, or of the Trunk. */
  readonly APPLICATION_SUBMITTED: ApplicationTo;
  /** An applicant took its application back (JOIN-18); to the admins of the Space, or of the Trunk. */
  readonly APPLICATION_WITHDRAWN: ApplicationTo;
  /** An application was approved or rejected (JOIN-18); to the applicant's admins. */
  readonly APPLICATION_DECIDED: ApplicationTo & {
    readonly approved: boolean;
    /** What the reviewer gave; `null`: nothing. */
    readonly reason: string | null;
    /** Epoch ms from which on it may apply again (JOIN-16); left out: at once. */
    readonly reapplyFrom?: number;
  };
  /** A Member's Association has ended (JOIN-18); to the admins of the Space and of the Member. */
  readonly ASSOCIATION_ENDED: {
    readonly space: SpaceId;
    /** The Member. */
    readonly organization: OrganizationId;
    readonly because: "cancelled" | "left" | "dissolved" | "ended";
  };
  /** A Member has announced that it leaves (EXIT-07); to the admins of the Space. */
  readonly MEMBER_LEAVING: {
    readonly space: SpaceId;
    /** The Member. */
    readonly organization: OrganizationId;
    /** Epoch ms from which on it may. */
    readonly from: number;
  };
  /** Nobody of a Member acts in the Space until it is resumed (EXIT-08); to the admins of the Space and of the Member. */
  readonly ASSOCIATION_SUSPENDED: {
    readonly space: SpaceId;
    /** The Member. */
    readonly organization: OrganizationId;
    /** What the Host gave; `null`: nothing. */
    readonly reason: string | null;
  };
  /** The people of a Member act in the Space again (EXIT-08); to the admins of the Space and of the Member. */
  readonly ASSOCIATION_RESUMED: {
    readonly space: SpaceId;
    /** The Member. */
    readonly organization: OrganizationId;
  };
  /** A Branch has announced that it ends its Link (EXIT-07); to the Trunk's Hierarchy admins. */
  readonly BRANCH_LEAVING: {
    readonly trunk: OrganizationId;
    /** The Branch. */
    readonly organization: OrganizationId;
    /** Epoch ms from which on it may. */
    readonly from: number;
  };
  /** A Member has fewer counterparts than it has to have (PARTNER-03); to the admins of the Space and of the Member. */
  readonly MEMBER_UNATTENDED: {
    readonly space: SpaceId;
    /** The Member. */
    readonly organization: OrganizationId;
  };
  /** An organization further up has come to reach the recipients' own (HIER-04). */
  readonly HIERARCHY_REACHED: { readonly organization: OrganizationId };
  /** A Link has ended (UNLINK-03); to the Hierarchy admins of both sides. */
  readonly LINK_ENDED: {
    readonly trunk: OrganizationId;
    /** The Branch. */
    readonly organization: OrganizationId;
    readonly because: "cancelled" | "left" | "moved" | "ended";
  };
  /** An office of a liaison has nobody in it any more (LIAISON-03); to the Hierarchy admins of both sides. */
  readonly LIAISON_VACANT: {
    /** Whose role it is. */
    readonly trunk: OrganizationId;
    readonly role: RoleId;
    /** The node: of which organization, and which department, or the whole. */
    readonly organization: OrganizationId;
    readonly department: DepartmentId | null;
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
