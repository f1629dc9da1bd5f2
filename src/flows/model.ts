/** The vocabulary of flows: definitions, instances, tasks, and what people do with them. */
import type { Submission } from "../apps/model.ts";
import type {
  AppId,
  DepartmentId,
  FlowId,
  InstanceId,
  OrganizationId,
  PersonId,
  RoleId,
  RowId,
  SpaceId,
} from "../core/ids.ts";
import type { Command } from "../core/input.ts";
import type { DepartmentOf, Identity } from "../core/notice.ts";
import type { PageIndex } from "../core/structures.ts";

/**
 * Whom a Host's rule appoints, found when the step begins: a person; the heads of the initiator's
 * departments, or of what is `levelsUp` above each (0 to 63, 0 unless given: FLOW-21); whoever the
 * initiator reports to (FLOW-20); the heads of a named department; everybody with a named role, in the Host's organization or the
 * initiator's. Members' people are appointed only while on the Roster of the instance's Space, or
 * where the Host started, of one to which the app is published.
 */
export type Approver =
  | ({ readonly kind: "person" } & Identity)
  | { readonly kind: "initiator-heads"; readonly levelsUp?: number }
  | { readonly kind: "initiator-manager" }
  | {
      readonly kind: "department-heads";
      readonly organization: OrganizationId;
      readonly department: DepartmentId;
    }
  | { readonly kind: "role"; readonly role: RoleId; readonly of: "host" | "initiator" };

/** All must sign, any one signs, or one after another. */
export type SigningMode = "all" | "any" | "sequence";

/** One step of a flow. */
export interface FlowStep {
  readonly approvers: readonly Approver[];
  readonly mode: SigningMode;
}

/** A task of an instance; tasks are numbered from 0 in the order in which they are made. */
export interface TaskNamed {
  readonly instance: InstanceId;
  readonly task: number;
}

// ------------------------------------------------------------------------------------- commands

/** The commands about flows, by type. "Holder" is whoever holds the open task named. */
export interface FlowsCommands {
  /** By the Host: approval rules. Instances that run keep those they started with (APP-03). */
  readonly "flow.define": {
    readonly app: AppId;
    readonly flow: FlowId;
    readonly steps: readonly FlowStep[];
  };
  /** By whoever may use the app; the row submitted goes into the app's data (FLOW-01, FLOW-02). */
  readonly "flow.start": Submission & {
    readonly flow: FlowId;
    readonly instance: InstanceId;
    readonly row: RowId;
    readonly labels?: readonly string[];
    readonly attachments?: boolean;
    readonly picked?: readonly Identity[];
  };
  /** By the initiator, while it runs. */
  readonly "flow.withdraw": { readonly instance: InstanceId };
  /** By the holder. */
  readonly "task.approve": TaskNamed;
  /** By the holder; ends the instance. */
  readonly "task.reject": TaskNamed;
  /** By the holder: back to the step of an earlier task, which then begins anew. */
  readonly "task.return": TaskNamed & { readonly to: number };
  /** By the holder: the task becomes somebody else's (FLOW-04). */
  readonly "task.transfer": TaskNamed & { readonly to: Identity };
  /** By the holder: further signers before oneself, after oneself, or beside (FLOW-04). */
  readonly "task.countersign": TaskNamed & {
    readonly place: Place;
    readonly people: readonly Identity[];
  };
  /**
   * By the holder of the task that the countersigner was added to, while untouched; `task` is theirs, or
   * waits for a successor of theirs since they left (FLOW-22).
   */
  readonly "task.remove-countersigner": TaskNamed;
  /** By the holder: somebody else signs first, then it comes back (FLOW-10). */
  readonly "task.delegate": TaskNamed & { readonly to: Identity };
  /** By the holder: others may read along (FLOW-10). */
  readonly "task.copy": TaskNamed & { readonly people: readonly Identity[] };
  /**
   * By an authorized admin of the organization that a parked task waits in, or whose person holds it
   * and is suspended (FLOW-19): names the successor (HAND-02, HAND-05), one of its own people, so
   * that the id alone says who. By a Space admin with `organization`: a parked task that waits in their
   * Space for that Member while it has no admin who may act (HAND-08); `to` is one of its people.
   */
  readonly "task.assign": TaskNamed & {
    readonly to: PersonId;
    /** The organization that the task waits for; left out, the actor's own. */
    readonly organization?: OrganizationId;
  };
}

/** Where a countersigner signs, seen from whoever adds them. */
export type Place = "before" | "after" | "parallel";

/** A command about flows. */
export type FlowsCommand = {
  [Type in keyof FlowsCommands]: Command<Type, FlowsCommands[Type]>;
}[keyof FlowsCommands];

// --------------------------------------------------------------------------------------- events

/** How a task came about. */
export type TaskOrigin = "rule" | Place | "delegated";

/** How an instance ended; it is terminated with its Host. */
export type FlowEnd = "approved" | "rejected" | "withdrawn" | "terminated";

/** How an open task was closed. */
export type TaskEnd = "approved" | "rejected" | "returned" | "superseded" | "withdrawn" | "removed";

/** What happens to flows, by type. */
export interface FlowsEvents {
  readonly "flow.defined": {
    readonly app: AppId;
    readonly flow: FlowId;
    readonly version: number;
    readonly steps: readonly FlowStep[];
  };
  readonly "flow.started": {
    readonly instance: InstanceId;
    readonly app: AppId;
    readonly host: OrganizationId;
    readonly flow: FlowId;
    readonly version: number;
    readonly space: SpaceId | null;
    readonly initiator: Identity;
    readonly row: RowId;
  };
  /** A step begins; its tasks follow. */
  readonly "flow.step-begun": { readonly instance: InstanceId; readonly step: number };
  readonly "flow.ended": {
    readonly instance: InstanceId;
    readonly how: FlowEnd;
  };
  /** A task is made: for a holder, or parked (`holder` is `null`) for the admins of `home`. */
  readonly "task.made": TaskNamed & {
    readonly step: number;
    readonly origin: TaskOrigin;
    readonly holder: Identity | null;
    readonly home: OrganizationId;
    /** The task it was added to, if it was. */
    readonly parent: number | null;
    /** Whether it can be acted on now; otherwise it waits its turn. */
    readonly open: boolean;
    /** Whom the holder stands in for, who is suspended (FLOW-19). */
    readonly onBehalfOf?: Identity;
  };
  /** It is this task's turn. */
  readonly "task.opened": TaskNamed;
  /** This task waits until those before it are done. */
  readonly "task.held": TaskNamed;
  readonly "task.closed": TaskNamed & { readonly how: TaskEnd; readonly by: Identity | null };
  /** By its holder, ad hoc. */
  readonly "task.transferred": TaskNamed & {
    readonly from: Identity;
    readonly to: Identity;
    /** Who was meant, suspended, for whom `to` stands in (FLOW-19). */
    readonly onBehalfOf?: Identity;
  };
  /**
   * The holder left and a successor of their organization goes on (HAND-02), or is suspended and
   * somebody stands in (FLOW-19).
   */
  readonly "task.handed-over": TaskNamed & {
    readonly from: Identity | null;
    readonly to: Identity;
    readonly because: "named" | "registered" | "assigned" | "suspended" | "reinstated";
    /** Who is suspended, for whom `to` stands in: the holder, or the successor who was meant. */
    readonly onBehalfOf?: Identity;
  };
  /**
   * The holder left and nobody succeeds: it waits for the admins of `home` (HAND-02, HAND-05). One
   * that waited for the admins of a Member that left goes on to the Host's; then `from` is `null`.
   */
  readonly "task.parked": TaskNamed & {
    readonly from: Identity | null;
    readonly home: OrganizationId;
  };
  readonly "task.copied": TaskNamed & {
    readonly by: Identity;
    readonly people: readonly Identity[];
  };
}

// -------------------------------------------------------------------------------------- records

/** `flow:{app}/{flow}` */
export interface FlowRecord {
  /** The definition in force. */
  readonly version: number;
}

/** `definition:{app}/{version}/{flow}`; kept for instances that started with it. */
export interface DefinitionRecord {
  readonly steps: readonly FlowStep[];
  /** Departments whose heads it appoints no longer: they were removed for longer than the retention. */
  readonly dropped?: readonly DepartmentOf[];
}

/** `instance:{instance}` */
export interface InstanceRecord {
  readonly app: AppId;
  readonly host: OrganizationId;
  readonly flow: FlowId;
  readonly version: number;
  readonly space: SpaceId | null;
  readonly initiator: Identity;
  /** The employment under which the initiator started it; `null` if that is not known. */
  readonly under: number | null;
  readonly row: RowId;
  readonly status: "running" | FlowEnd;
  /** Its place in `running` of its Host, while it runs. */
  readonly ticket: number | null;
  readonly step: number;
  /** Of the step's tasks made by rule, those not done yet. */
  readonly missing: number;
  /** The number of the next task. */
  readonly tasks: number;
  /** Index of `opened`: tasks not closed yet, those waiting their turn included. */
  readonly open: PageIndex;
  /** Index of `steps`. */
  readonly log: PageIndex;
}

/** `task:{instance}/{number}`; kept when closed. */
export interface TaskRecord {
  readonly step: number;
  readonly origin: TaskOrigin;
  /** `null`: parked. */
  readonly holder: Identity | null;
  /** The employment under which the holder got it; `null` if there is none, or it is not known. */
  readonly under: number | null;
  /** Whose admins name a successor while it is parked. */
  readonly home: OrganizationId;
  readonly status: "open" | "held" | TaskEnd;
  /** Its place in `opened`, while not closed. */
  readonly ticket: number;
  /** The tasks it was added to: its parent first, up to the one made by rule. */
  readonly path: readonly number[];
  /** Of the tasks added to it: those before it not done, all others not done, those after it. */
  readonly before: number;
  readonly rest: number;
  readonly after: readonly number[];
  /** Its place in `parked` of its home, while it is listed there. */
  readonly parked: number | null;
  /** Its place in `parked` of the Host, while it waits in a Space for a Member. */
  readonly elsewhere?: number;
  /** Whether anybody but whoever made it has had to do with it; that it was parked is nobody's doing. */
  readonly touched: boolean;
}

/** `opened:{instance}/{page}` */
export interface OpenedPage {
  readonly entries: readonly (readonly [ticket: number, task: number])[];
}

/** `parking:{org}`; absent until something is listed in `parked` or `running`. */
export interface ParkingRecord {
  /** How many tasks wait for this organization's own admins; absent at none. */
  readonly waiting?: number;
  /** Index of `parked`. */
  readonly parked: PageIndex;
  /** Index of `running`. */
  readonly running: PageIndex;
}

/** `running:{org}/{page}`: the instances that run of a Host's apps, in order of their starts. */
export interface RunningPage {
  readonly entries: readonly (readonly [ticket: number, instance: InstanceId])[];
}

/**
 * `parked:{org}/{page}`: tasks that wait for a successor named by this organization's admins. Tasks
 * held by its people who are not on the Roster (`routingCandidates = whole-directory`) are listed
 * too, with who that is, so that they are found when its Association ends; and those that wait in a
 * Space of this organization for a Member, with which, so that its admins find what is theirs to assign
 * while the Member has none (HAND-08).
 */
export interface ParkedPage {
  readonly entries: readonly (readonly [
    ticket: number,
    instance: InstanceId,
    task: number,
    space: SpaceId | null,
    away: PersonId | null,
    elsewhere: OrganizationId | null,
  ])[];
}

/** `steps:{instance}/{page}`: what has happened to an instance, in order. */
export interface StepsPage {
  readonly entries: readonly LogEntry[];
}

/** What an instance's history says; a task that changes hands is told of whoever gets it. */
export type LogWord =
  | "flow.started"
  | "flow.step-begun"
  | `flow.${FlowEnd}`
  | "task.made"
  | "task.countersigned"
  | "task.delegated"
  | `task.${TaskEnd}`
  | "task.transferred"
  | "task.handed-over"
  | "task.parked"
  | "task.copied";

/**
 * One line of an instance's history. `who` is whoever started it, closed the task, got it, left it
 * when it was parked, or got a copy; `null` where there is nobody. `under` is the employment of theirs.
 */
export type LogEntry = readonly [
  ticket: number,
  what: LogWord,
  task: number | null,
  who: Identity | null,
  at: number,
  under: number | null,
];

/**
 * The tie of an identity to an instance in which it holds tasks that are not closed; lowest first. The
 * Space is that of the instance; for a Member's person where the Host started, that of the Roster they
 * came from.
 */
export type TaskTie = readonly [
  instance: InstanceId,
  space: SpaceId | null,
  tasks: readonly number[],
];

/** The records of flows, by kind. */
export interface FlowsRecords {
  readonly flow: FlowRecord;
  readonly definition: DefinitionRecord;
  readonly instance: InstanceRecord;
  readonly task: TaskRecord;
  readonly opened: OpenedPage;
  readonly steps: StepsPage;
  readonly parking: ParkingRecord;
  readonly parked: ParkedPage;
  readonly running: RunningPage;
}
