/** What happens to flows: how instances and tasks come about and end. */
import type { AppId, FlowId, InstanceId, OrganizationId, RowId, SpaceId } from "../../core/ids.ts";
import type { Doer, Identity } from "../../core/notice.ts";
import type { Employed } from "../../directory/model.ts";
import type {
  FlowStep,
  Place,
  RepeatedApproval,
  ReturnThen,
  SelfApproval,
  Signing,
  TakingBack,
  TaskNamed,
} from "./inputs.ts";

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
