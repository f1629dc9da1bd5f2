/** What flows are defined by, and what people do with instances and tasks. */
import type { Submission } from "../../apps/model.ts";
import type {
  AppId,
  DepartmentId,
  FlowId,
  InstanceId,
  OrganizationId,
  PersonId,
  RoleId,
  RowId,
} from "../../core/ids.ts";
import type { Command } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";

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
