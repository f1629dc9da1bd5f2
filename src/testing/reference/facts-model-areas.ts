/** The shape of the canonical description of licenses, groups, apps and flows. */

import type { PartnerKind, Range } from "../../apps/model.ts";
import type {
  AppId,
  DepartmentId,
  FlowId,
  GroupId,
  InstanceId,
  OrganizationId,
  PersonId,
  RowId,
  SpaceId,
} from "../../core/ids.ts";
import type { AsMember } from "../../core/input.ts";
import type {
  FlowStep,
  InstanceRecord,
  RepeatedApproval,
  SelfApproval,
  TaskOrigin,
  TaskRecord,
  WithdrawUntil,
} from "../../flows/model.ts";
import type { LicenseUnit, TermReached } from "../../licenses/model.ts";

/** An identity as facts name it. */
export type IdentityFacts = readonly [OrganizationId, PersonId];

/** Who did something: an identity; of an industry member a third word says so (INDUSTRY-01). */
export type DoerFacts = readonly [...IdentityFacts, as?: AsMember];

/** Automatic departments of one Member in a unit. */
export interface AutomaticFacts {
  readonly organization: OrganizationId;
  /** Sorted, only those that exist; never empty. */
  readonly departments: readonly DepartmentId[];
}

/** A unit of a pool. */
export interface UnitFacts {
  readonly unit: LicenseUnit;
  /** Who holds a grant in it, in order of granting. */
  readonly grants: readonly IdentityFacts[];
  /** How many persons may; absent: any number (LIC-19). */
  readonly limit?: number;
  /** Sorted by organization; none for the Host's own unit. */
  readonly automatic: readonly AutomaticFacts[];
}

/** A pool in which there is anything: licenses bought or kept, an end of the purchase, units linked, grants, somebody waiting. */
export interface PoolFacts {
  readonly host: OrganizationId;
  readonly purchased: number;
  /** When the purchase ends; absent: never. And of which end the Host was told last; absent: of none (LIC-20). */
  readonly until?: number;
  readonly reached?: TermReached;
  /** What is kept for the Host's own unit; absent: nothing (LIC-19). */
  readonly reserved?: number;
  /** The Host's own unit first, then the linked ones in order of linking. */
  readonly units: readonly UnitFacts[];
  /** Automatic grants and licenses to be given back that wait, in line. */
  readonly waiting: readonly { readonly unit: LicenseUnit; readonly identity: IdentityFacts }[];
}

/** A cooperation group, whatever became of its Space. */
export interface GroupFacts {
  readonly group: GroupId;
  /** `null`: of a Trunk. */
  readonly space: SpaceId | null;
  readonly trunk?: OrganizationId;
  readonly name: string;
  readonly starter: IdentityFacts;
  /** In the order in which they came into the group. */
  readonly participants: readonly IdentityFacts[];
}

/** A row of data. */
export interface RowFacts {
  readonly row: RowId;
  readonly space: SpaceId | null;
  /** The Trunk through which it came, and who was above on the line then, as far as that is kept. */
  readonly trunk?: OrganizationId;
  readonly line?: readonly OrganizationId[];
  readonly submitter: DoerFacts;
  /** Absent: whoever submitted it. */
  readonly owner?: DoerFacts;
  /** Sorted, each once. */
  readonly labels: readonly string[];
  /** Epoch ms. */
  readonly at: number;
}

/** An app, of an organization or of a Space, whatever became of its owner. */
export interface AppFacts {
  readonly app: AppId;
  readonly name: string;
  readonly owner:
    | { readonly kind: "organization"; readonly organization: OrganizationId }
    | { readonly kind: "space"; readonly space: SpaceId };
  readonly cool: boolean;
  /** The live Spaces that it is published to, in order of publication; of a Space app, its own. */
  readonly published: readonly SpaceId[];
  /** In order of arrival. */
  readonly rows: readonly RowFacts[];
  /** In order of their first rows. */
  readonly submitters: readonly DoerFacts[];
}

/**
 * An audience in force: only entries whose Association and employment are those it was set for, and
 * departments that exist. Each list is sorted, each entry once.
 */
export interface AudienceFacts {
  /** By type, then level; absent ones are absent. */
  readonly partners: readonly PartnerKind[];
  readonly organizations: readonly OrganizationId[];
  readonly departments: readonly (readonly [OrganizationId, DepartmentId])[];
  readonly people: readonly IdentityFacts[];
}

/** A permission to see data. */
export interface PermissionFacts {
  /** `null`: everybody. */
  readonly for: AudienceFacts | null;
  /** `null`: none. */
  readonly rows: Range | null;
  /** Sorted, each once; `null`: whatever labels they carry. */
  readonly labels: readonly string[] | null;
  readonly reports: boolean;
}

/** What the Host has set for an app in a live Space; absent where nothing differs from the default. */
export interface PublicationFacts {
  readonly space: SpaceId;
  readonly app: AppId;
  readonly published: boolean;
  /** `null`: everybody. */
  readonly authorized: AudienceFacts | null;
  /** In the order given. */
  readonly permissions: readonly PermissionFacts[];
  /** Internal groups under the present Association, sorted by organization, then group. */
  readonly distributed: readonly (readonly [OrganizationId, group: string])[];
}

/** The definition of a flow that is in force. */
export interface FlowFacts {
  readonly app: AppId;
  readonly flow: FlowId;
  /** As given. */
  readonly steps: readonly FlowStep[];
  /** What it says of who signs besides, if anything (FLOW-15). */
  readonly selfApproval?: SelfApproval;
  readonly repeatedApproval?: RepeatedApproval;
  /** What it says of withdrawing and taking back, if anything (FLOW-18). */
  readonly withdrawUntil?: WithdrawUntil;
  readonly withdrawDays?: number | null;
  readonly takeBack?: boolean;
}

/** A task of an instance, by its place in the list the number it has. */
export interface TaskFacts {
  readonly step: number;
  readonly origin: TaskOrigin;
  /** The task it was added to, if it was. */
  readonly parent: number | null;
  /** Of a closed task, its last one; `null`: parked, or parked when it was closed. */
  readonly holder: IdentityFacts | null;
  /** For whom the holder stands in; absent: for nobody (FLOW-14, FLOW-19). */
  readonly behalf?: IdentityFacts;
  /** Whose admins name a successor, while it is parked and not closed; otherwise `null`. */
  readonly home: OrganizationId | null;
  readonly status: TaskRecord["status"];
}

/** A flow instance. */
export interface InstanceFacts {
  readonly instance: InstanceId;
  readonly app: AppId;
  readonly host: OrganizationId;
  readonly flow: FlowId;
  readonly space: SpaceId | null;
  /** The Trunk through which it was started. */
  readonly trunk?: OrganizationId;
  readonly initiator: DoerFacts;
  readonly row: RowId;
  /** How its steps are signed, where that is not `sign`, `each` (FLOW-15). */
  readonly selfApproval?: SelfApproval;
  readonly repeatedApproval?: RepeatedApproval;
  /** Until when it is withdrawn, and whether signers take back, where that is not the default (FLOW-18). */
  readonly withdrawUntil?: WithdrawUntil;
  /** Epoch ms. */
  readonly withdrawBefore?: number;
  readonly takeBack?: boolean;
  readonly status: InstanceRecord["status"];
  /** It waits for its initiator to resubmit or withdraw (FLOW-17); absent: it does not. */
  readonly waiting?: boolean;
  readonly step: number;
  readonly tasks: readonly TaskFacts[];
  /** What has happened, in order. */
  readonly log: readonly {
    readonly what: string;
    readonly task: number | null;
    readonly who: DoerFacts | null;
    /** For whom they stood in; absent: for nobody. */
    readonly behalf?: IdentityFacts;
    /** Epoch ms. */
    readonly at: number;
  }[];
}

/** Tasks that wait for a successor named by an organization's admins, if there are any. */
export interface ParkingFacts {
  /** One that has not ended. */
  readonly organization: OrganizationId;
  /** Sorted by instance, then number. */
  readonly tasks: readonly (readonly [InstanceId, task: number])[];
}

/** What is visible of licenses, groups, apps and flows; lists are sorted by the ids that come first. */
export interface AreaFacts {
  readonly pools: readonly PoolFacts[];
  readonly groups: readonly GroupFacts[];
  readonly apps: readonly AppFacts[];
  readonly publications: readonly PublicationFacts[];
  readonly flows: readonly FlowFacts[];
  readonly instances: readonly InstanceFacts[];
  readonly parking: readonly ParkingFacts[];
}
