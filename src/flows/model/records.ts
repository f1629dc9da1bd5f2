/** What is kept of flows: definitions, instances, tasks, their history, and who stands in for whom. */
import type {
  AppId,
  FlowId,
  InstanceId,
  OrganizationId,
  PersonId,
  RowId,
  SpaceId,
} from "../../core/ids.ts";
import type { DepartmentOf, Doer, Identity } from "../../core/notice.ts";
import type { PageIndex } from "../../core/structures.ts";
import type { FlowEnd, StandInPeriod, TaskEnd, TaskOrigin } from "./events.ts";
import type { FlowStep, RepeatedApproval, SelfApproval, Signing, TakingBack } from "./inputs.ts";

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
