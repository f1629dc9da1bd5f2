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
import type { DepartmentOf, Doer, Identity } from "../core/notice.ts";
import type { PageIndex } from "../core/structures.ts";
import type { Employed } from "../directory/model.ts";

/**
 * Whom a Host's rule appoints, found when the step begins: a person; the heads of the initiator's
 * departments, or of what is `levelsUp` above each (0 to 63, 0 unless given: FLOW-21); whoever the
 * initiator reports to (FLOW-20); the heads of a named department; everybody with a named role, in the Host's organization or the
 * initiator's; whoever holds the nearest filled office of one of the Host's liaison roles (LIAISON-02). Members' people are appointed only while on the Roster of the instance's Space, or
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
  | { readonly kind: "role"; readonly role: RoleId; readonly of: "host" | "initiator" }
  | { readonly kind: "liaison"; readonly role: RoleId };

/**
 * How many approvals a vote needs (FLOW-16): a number, of which all is enough where fewer are appointed, or a
 * percentage of the tasks with which the step begins, rounded up. Both 1 to 100.
 */
export type Vote = { readonly approvals: number } | { readonly percent: number };

/** All must sign, any one signs, one after another, or they vote (FLOW-16). */
export type SigningMode = "all" | "any" | "sequence" | { readonly vote: Vote };

/** One step of a flow. */
export interface FlowStep {
  readonly approvers: readonly Approver[];
  readonly mode: SigningMode;
  /**
   * Whether a rejection ends the instance at once, or counts as an answer (FLOW-16). Left out: `count` in a vote,
   * where nothing else is possible; otherwise `end`, the only one in a sequence.
   */
  readonly rejection?: "end" | "count";
}

/**
 * What becomes of an approver who is the initiator (FLOW-15): they sign; are left out; the heads of the initiator's
 * departments sign instead; or the task waits for the Host's admins.
 */
export type SelfApproval = "sign" | "skip" | "heads" | "park";

/** Whether who has signed signs again (FLOW-15): each time; not directly after the step they signed; never. */
export type RepeatedApproval = "each" | "consecutive" | "once";

/** What a flow says of whoever signs besides who it is; what it leaves out is the policy's as an instance starts. */
export interface Signing {
  readonly selfApproval?: SelfApproval;
  readonly repeatedApproval?: RepeatedApproval;
}

/** Until when an initiator withdraws (FLOW-18): while the instance runs; until somebody has acted on a task of it. */
export type WithdrawUntil = "ended" | "first-act";

/**
 * What a flow says of taking back (FLOW-18): until when, and for how many days from the start (1 to 180; `null`: no
 * end), its initiator withdraws; whether signers take back what they approved. What it leaves out is the policy's as
 * an instance starts.
 */
export interface TakingBack {
  readonly withdrawUntil?: WithdrawUntil;
  readonly withdrawDays?: number | null;
  readonly takeBack?: boolean;
}

/** Where an instance goes on after a return (FLOW-17): all steps are walked again, or it jumps back to the step that returned. */
export type ReturnThen = "walk" | "jump";

/** A task of an instance; tasks are numbered from 0 in the order in which they are made. */
export interface TaskNamed {
  readonly instance: InstanceId;
  readonly task: number;
}

// ------------------------------------------------------------------------------------- commands

/** The commands about flows, by type. "Holder" is whoever holds the open task named. */
export interface FlowsCommands {
  /** By the Host: approval rules. Instances that run keep those they started with (APP-03). */
  readonly "flow.define": Signing &
    TakingBack & {
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
  /** By the initiator, while it runs, or as long as its flow says (FLOW-18). */
  readonly "flow.withdraw": { readonly instance: InstanceId };
  /**
   * By the initiator, for whom it waits: it goes on with another row, which is handed in as that of a start is, through
   * the same door (FLOW-17).
   */
  readonly "flow.resubmit": {
    readonly instance: InstanceId;
    readonly row: RowId;
    readonly labels?: readonly string[];
    readonly attachments?: boolean;
    readonly picked?: readonly Identity[];
  };
  /** By an admin of the Host: ends it, whatever it waits for (FLOW-13); the reason is at most 500 code units. */
  readonly "flow.terminate": { readonly instance: InstanceId; readonly reason: string };
  /** By the holder. */
  readonly "task.approve": TaskNamed;
  /** By the holder; ends the instance, unless rejections count in the step (FLOW-16). */
  readonly "task.reject": TaskNamed;
  /**
   * By the holder: back to the step of an earlier task, which then begins anew, or to the initiator, for whom the
   * instance then waits (FLOW-17). Where the policy lets the holder say how it goes on, `then` does, `walk` if left
   * out; elsewhere it is as the policy says, and another `then` is `MALFORMED`.
   */
  readonly "task.return": TaskNamed & {
    readonly to: number | "initiator";
    readonly then?: ReturnThen;
  };
  /** By whoever approved the task, where its flow lets them: while nobody has acted on what followed (FLOW-18). */
  readonly "task.take-back": TaskNamed;
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
   * that the id alone says who. By a Space admin, or one of a Trunk, with `organization`: a parked task that waits
   * in their Space, or through a Link, for that organization while it has no admin who may act (HAND-08); `to` is one of its people.
   */
  readonly "task.assign": TaskNamed & {
    readonly to: PersonId;
    /** The organization that the task waits for; left out, the actor's own. */
    readonly organization?: OrganizationId;
  };
  /**
   * By an admin of the Host, or of the holder's organization, as `taskAdmins` says (FLOW-13): 1 to 500 tasks go to
   * one person of the organization whose they are, or of the Host where its admin moves them. What cannot be moved
   * is passed over with its code.
   */
  readonly "task.reassign": { readonly tasks: readonly TaskNamed[]; readonly to: Identity };
  /**
   * By the person, an authorized admin of their organization, or a head of theirs, as `standInBy` and `standInHeads`
   * say (FLOW-14): a colleague gets, from `from` until before `until` (epoch ms), the tasks that the person would
   * get, of all apps or of those named (1 to {@link STAND_IN_APPS_MAX}). With `takeOpen` also those that the person
   * holds as it is set, if the period has begun: the first {@link TAKEN_OPEN_MAX}; later ones stay.
   * At most {@link STAND_INS_MAX} periods of one person that are not over.
   */
  readonly "stand-in.set": {
    readonly person: PersonId;
    readonly standIn: PersonId;
    readonly from: number;
    readonly until: number;
    readonly apps?: readonly AppId[];
    readonly takeOpen?: boolean;
  };
  /** By the same: ends the periods of a person that begin then and are not over; without one nothing happens. */
  readonly "stand-in.end": { readonly person: PersonId; readonly from: number };
}

/** So many apps one period names at most. */
export const STAND_IN_APPS_MAX = 10;
/** So many periods that are not over one person has at most. */
export const STAND_INS_MAX = 10;
/** So many open tasks go to a stand-in with one input at most. */
export const TAKEN_OPEN_MAX = 500;

/** Where a countersigner signs, seen from whoever adds them. */
export type Place = "before" | "after" | "parallel";

/** A command about flows. */
export type FlowsCommand = {
  [Type in keyof FlowsCommands]: Command<Type, FlowsCommands[Type]>;
}[keyof FlowsCommands];

// --------------------------------------------------------------------------------------- events

/** How a task came about. */
export type TaskOrigin = "rule" | Place | "delegated";

/** How an instance ended; it is terminated with its Host, or by an admin of it (FLOW-13). */
export type FlowEnd = "approved" | "rejected" | "withdrawn" | "terminated";

/** How an open task was closed. */
export type TaskEnd = "approved" | "rejected" | "returned" | "superseded" | "withdrawn" | "removed";

/** By which link of the chain somebody takes over a leaver's task (HAND-06). */
export type Succession =
  | "named"
  | "registered"
  | "manager"
  | "counterpart"
  | "department-head"
  | "main-admin";

/** What happens to flows, by type. */
export interface FlowsEvents {
  readonly "flow.defined": Signing &
    TakingBack & {
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
    /** The Trunk through which it was started, if one; that is its Host. */
    readonly trunk?: OrganizationId;
    readonly initiator: Doer;
    readonly row: RowId;
    /** How its steps are signed, where that is not `sign`, `each` (FLOW-15). */
    readonly selfApproval?: SelfApproval;
    readonly repeatedApproval?: RepeatedApproval;
    /** Where it is withdrawn only until somebody has acted, only before a time, in epoch ms; where signers take back (FLOW-18). */
    readonly withdrawUntil?: "first-act";
    readonly withdrawBefore?: number;
    readonly takeBack?: true;
  };
  /** A step begins; its tasks follow. */
  readonly "flow.step-begun": {
    readonly instance: InstanceId;
    readonly step: number;
    /** How many of its tasks must be approved, where rejections count (FLOW-16); how many more, with `again`. */
    readonly needed?: number;
    /** It goes on where it ended: an approval of it is taken back (FLOW-18). No tasks are made; some are open again. */
    readonly again?: true;
  };
  /**
   * The holder of a task returned the instance to a step, which then begins anew, or to its initiator, for whom it
   * waits from now on (FLOW-17). A return to a step, after which all steps are walked again, says no more than that the task is
   * closed as `returned`, unless the policy says anything else of returns than it does by default.
   */
  readonly "flow.returned": TaskNamed & {
    /** The step. */
    readonly to: number | "initiator";
    readonly then: ReturnThen;
  };
  /** The initiator goes on with another row (FLOW-17); a step begins. */
  readonly "flow.resubmitted": { readonly instance: InstanceId; readonly row: RowId };
  readonly "flow.ended": {
    readonly instance: InstanceId;
    readonly how: FlowEnd;
    /** Why an admin ended it (FLOW-13). */
    readonly reason?: string;
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
    /** Whom the holder stands in for, who is suspended (FLOW-19), or for the time (FLOW-14). */
    readonly onBehalfOf?: Identity;
  };
  /** An approver of the step that begins gets no task: they are the initiator, or have signed (FLOW-15). */
  readonly "task.skipped": {
    readonly instance: InstanceId;
    readonly step: number;
    readonly who: Identity;
    readonly because: "initiator" | "repeated";
  };
  /** It is this task's turn. */
  readonly "task.opened": TaskNamed;
  /** This task waits until those before it are done. */
  readonly "task.held": TaskNamed;
  /** By whoever acted on it; by nobody where it falls with another one, rejected if that was added to it (FLOW-16). */
  readonly "task.closed": TaskNamed & { readonly how: TaskEnd; readonly by: Doer | null };
  /**
   * A task is open or held again, as its approval is taken back, or that of another one by which it was superseded
   * (FLOW-18). Who held it does so again; where they may not any more, it waits (`holder` is `null`) for the admins of `home`.
   */
  readonly "task.reopened": TaskNamed & {
    readonly holder: Identity | null;
    readonly home: OrganizationId;
    /** Whether it can be acted on now; otherwise it waits its turn. */
    readonly open: boolean;
  };
  /** By its holder, ad hoc. */
  readonly "task.transferred": TaskNamed & {
    readonly from: Identity;
    readonly to: Identity;
    /** Who was meant, for whom `to` stands in (FLOW-14, FLOW-19). */
    readonly onBehalfOf?: Identity;
  };
  /**
   * The holder left and a successor of their organization goes on (HAND-02), or is suspended and
   * somebody stands in (FLOW-19), or somebody stands in for a period (FLOW-14); or an admin moved it (FLOW-13).
   */
  readonly "task.handed-over": TaskNamed & {
    readonly from: Identity | null;
    readonly to: Identity;
    readonly because:
      | Succession
      | "assigned"
      | "reassigned"
      | "suspended"
      | "stand-in"
      | "reinstated";
    /** For whom `to` stands in: the holder, or the successor who was meant. */
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
  /** Somebody stands in for a person for a period (FLOW-14). Periods of the person that are over are forgotten. */
  readonly "stand-in.set": StandInPeriod & Identity & { readonly because?: "reinstated" };
  /** Nobody stands in any more: it was ended, or the employment of either ended (FLOW-14). */
  readonly "stand-in.ended": StandInPeriod & Identity & { readonly because: "ended" | "resigned" };
}

/** Somebody stands in for a person, of the same organization, for a time (FLOW-14). */
export interface StandInPeriod {
  /** Under the employment that they had as it was set. */
  readonly standIn: Employed;
  /** Epoch ms; it begins then. */
  readonly from: number;
  /** Epoch ms; it is over then. */
  readonly until: number;
  /** Only for tasks of these apps; left out: of all. */
  readonly apps?: readonly AppId[];
}

// -------------------------------------------------------------------------------------- records

/** `stand-ins:{org}/{person}`: who stands in for a person; absent until somebody was to (FLOW-14). */
export interface StandInsRecord {
  /** In the order in which they begin, then in which they were set. Some of them may be over. */
  readonly periods: readonly StandInPeriod[];
}

/** `flow:{app}/{flow}` */
export interface FlowRecord {
  /** The definition in force. */
  readonly version: number;
}

/** `definition:{app}/{version}/{flow}`; kept for instances that started with it. */
export interface DefinitionRecord extends Signing, TakingBack {
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
  /** The Trunk through which it was started: its Host, for people below it (ROUTE-01). */
  readonly trunk?: OrganizationId;
  readonly initiator: Doer;
  /**
   * The employment under which the initiator started it, or of an industry member the time in the book;
   * `null` if that is not known.
   */
  readonly under: number | null;
  readonly row: RowId;
  readonly status: "running" | FlowEnd;
  /** Its place in `running` of its Host, while it runs. */
  readonly ticket: number | null;
  readonly step: number;
  /** Of the step's tasks made by rule, those neither done nor rejected. */
  readonly missing: number;
  /** How many of these must still be done, where rejections count in the step (FLOW-16). */
  readonly needed?: number;
  /** The number of the next task. */
  readonly tasks: number;
  /** Index of `opened`: tasks not closed yet, those waiting their turn included. */
  readonly open: PageIndex;
  /** Index of `steps`. */
  readonly log: PageIndex;
  /** How its steps are signed, where that is not `sign`, `each` (FLOW-15). */
  readonly selfApproval?: SelfApproval;
  readonly repeatedApproval?: RepeatedApproval;
  /** Whether, and until when, it is withdrawn, and whether signers take back, where that is not `ended`, without end, `false` (FLOW-18). */
  readonly withdrawUntil?: "first-act";
  readonly withdrawBefore?: number;
  readonly takeBack?: true;
  /** With any of `selfApproval`, `repeatedApproval`, `takeBack`: the first task of each step as it began last. */
  readonly begun?: readonly number[];
  /** With `withdrawUntil` or `takeBack`: how often somebody has acted on a task of it; absent: never (FLOW-18). */
  readonly acts?: number;
  /** How often it was returned; absent: never (FLOW-17). */
  readonly returns?: number;
  /** The steps returned to, each with the step at which it goes on when that is done, where that is not the next one (FLOW-17). */
  readonly jumps?: readonly (readonly [to: number, back: number])[];
  /** While it waits for its initiator: the step that begins when they resubmit (FLOW-17). */
  readonly waits?: number;
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
  /** For whom the holder stands in; left out where for nobody (FLOW-14, FLOW-19). */
  readonly onBehalfOf?: Identity;
  /** Which of the acts in the instance was the last on it, from 1, where these are counted; absent: none (FLOW-18). */
  readonly acted?: number;
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
 * Space of this organization, or through a Link to it, for another one, with which, so that its admins find what
 * is theirs to assign while that has none (HAND-08).
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
  | "flow.returned"
  | "flow.resubmitted"
  | `flow.${FlowEnd}`
  | "task.made"
  | "task.reopened"
  | "task.skipped"
  | "task.countersigned"
  | "task.delegated"
  | `task.${TaskEnd}`
  | "task.transferred"
  | "task.handed-over"
  | "task.parked"
  | "task.copied";

/**
 * One line of an instance's history. `who` is whoever started it, closed the task, got it, left it
 * when it was parked, or got a copy; `null` where there is nobody. `under` is the employment of theirs, or the time in the industry book.
 * Last, if they stand in for somebody, whom (FLOW-14, FLOW-19).
 */
export type LogEntry = readonly [
  ticket: number,
  what: LogWord,
  task: number | null,
  who: Doer | null,
  at: number,
  under: number | null,
  onBehalfOf?: Identity,
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

/** The tie of a stand-in to a person of whom a period that is kept names them (FLOW-14). */
export type StandInTie = readonly [person: PersonId];

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
  readonly "stand-ins": StandInsRecord;
}
