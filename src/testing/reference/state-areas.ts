/** The reference model's state of licenses, groups, apps and flows: flat lists, in order of arrival. */
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
import type {
  FlowStep,
  InstanceRecord,
  LogWord,
  RepeatedApproval,
  SelfApproval,
  Signing,
  TakingBack,
  TaskOrigin,
  TaskRecord,
  WithdrawUntil,
} from "../../flows/model.ts";
import type { LicenseUnit, LinkedUnit } from "../../licenses/model.ts";

/** An identity under one employment: a person hired again is somebody else here. */
export interface Identity {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  readonly number: number;
}

/** A person in one organization, whatever the employment. */
export interface Pair {
  readonly organization: OrganizationId;
  readonly person: PersonId;
}

/** How many licenses an organization has bought. */
interface Pool {
  readonly host: OrganizationId;
  purchased: number;
  revision: number | null;
  /** What is kept for the Host's own unit (LIC-19). */
  reserved: number;
  /** When the purchase ends; `null`: never. And of which end the Host was told last (LIC-20). */
  until: number | null;
  reached: "ending" | "over" | null;
}

/** How many persons may hold grants in a unit as a whole (LIC-19). */
interface Limit {
  readonly host: OrganizationId;
  readonly unit: LicenseUnit;
  readonly most: number;
}

/** A threshold that was told and is not armed again (ALERT-06). */
interface Told {
  readonly subject: string;
  readonly threshold: number;
}

/** A unit linked to a Host's pool; the list's order is the order of linking. */
interface Link {
  readonly host: OrganizationId;
  readonly unit: LinkedUnit;
}

/** An account in a unit: a grant, or an automatic one that waits. */
export interface Account extends Pair {
  readonly host: OrganizationId;
  readonly unit: LicenseUnit;
  /** The employment. */
  readonly number: number;
  /** Of one that a suspension or departure took, or that waits since it is undone: which it was of all. */
  readonly taken?: number;
}

/** An automatic department of a Member in a unit. */
interface Selection {
  readonly host: OrganizationId;
  readonly unit: LinkedUnit;
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
}

/** A cooperation group; its participants are in the order in which they came. */
export interface Group {
  readonly id: GroupId;
  /** `null`: of a Trunk. */
  readonly space: SpaceId | null;
  readonly trunk?: OrganizationId;
  readonly name: string;
  readonly starter: Pair;
  participants: (Pair & { readonly number: number })[];
}

/** An app that an organization built, or one of a Space. */
export interface App {
  readonly id: AppId;
  readonly name: string;
  readonly owner:
    | { readonly kind: "organization"; readonly organization: OrganizationId }
    | { readonly kind: "space"; readonly space: SpaceId };
  readonly cool: boolean;
}

/** An app offered in a live Space; the list's order is the order of publication. */
interface Publication {
  readonly space: SpaceId;
  readonly app: AppId;
}

/** An audience; entries go with the Association and the employment they were made for. */
export interface Listed {
  readonly partners: readonly PartnerKind[];
  organizations: readonly OrganizationId[];
  departments: readonly {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
  }[];
  people: readonly Pair[];
}

/** A permission to see data. */
export interface Permission {
  /** `null`: everybody whom the app is authorized for. */
  readonly for: Listed | null;
  readonly rows: Range | null;
  readonly labels: readonly string[] | null;
  readonly reports: boolean;
}

/** What a Host has set for its app in a live Space, published or not. */
export interface Settings {
  readonly space: SpaceId;
  readonly app: AppId;
  /** `null`: everybody. */
  authorized: Listed | null;
  permissions: readonly Permission[];
  distributed: { readonly organization: OrganizationId; readonly group: string }[];
}

/** A row of data; it belongs to the employment that submitted it (HAND-07). */
export interface Row extends Identity {
  readonly app: AppId;
  readonly row: RowId;
  readonly space: SpaceId | null;
  /** The Trunk through which it came, and who was above on the line then, under the policy that goes by that. */
  readonly trunk?: OrganizationId;
  readonly line?: readonly OrganizationId[];
  /** The industry member of that organization who owns it; without one whoever submitted it does (INDUSTRY-04). */
  readonly owner?: Identity;
  readonly labels: readonly string[];
  readonly at: number;
}

/** A definition of a flow; the latest of the list is in force. */
export interface Definition {
  readonly app: AppId;
  readonly flow: FlowId;
  readonly steps: readonly FlowStep[];
  /** What it says of initiators, of who signed before, and of taking back, if it does (FLOW-15, FLOW-18). */
  readonly rules: Signing & TakingBack;
  /** After how many renewals of departments it was made: those renewed since are others (DIR-11). */
  readonly defined: number;
}

/** Somebody stands in for a colleague for a time (FLOW-14); the list's order is that in which it was said. */
export interface StandIn extends Pair {
  /** Who does, under the employment that was meant. */
  readonly standIn: { readonly person: PersonId; readonly number: number };
  readonly from: number;
  readonly until: number;
  /** `null`: for tasks of all apps. */
  readonly apps: readonly AppId[] | null;
  /** Which of the colleagues it is, in the order in which the stand-in came to stand in for them. */
  readonly tie: number;
}

/** A task; its number is its place in the instance's list. */
export interface Task {
  readonly step: number;
  readonly origin: TaskOrigin;
  readonly parent: number | null;
  /** Under the employment that came to hold it; `null`: parked. */
  holder: Identity | null;
  /** For whom the holder stands in, or stood in as it was closed. */
  behalf: Pair | null;
  /** Whose admins name a successor while it is parked. */
  home: OrganizationId;
  /** The Space in which a Member's people work on it. */
  space: SpaceId | null;
  status: TaskRecord["status"];
  /** Whether it went to somebody else or something was added to it; being parked is neither (FLOW-22). */
  touched: boolean;
}

/** A flow instance, with the definition it started with. */
export interface Instance {
  readonly id: InstanceId;
  readonly app: AppId;
  readonly host: OrganizationId;
  readonly flow: FlowId;
  readonly steps: readonly FlowStep[];
  readonly defined: number;
  /** What becomes of its initiator, and of who signed before, as settled when it started (FLOW-15). */
  readonly selfApproval: SelfApproval;
  readonly repeatedApproval: RepeatedApproval;
  /** Until what, and before when, its initiator withdraws, and whether signers take back (FLOW-18). */
  readonly withdrawUntil: WithdrawUntil;
  readonly withdrawBefore: number | null;
  readonly takeBack: boolean;
  readonly space: SpaceId | null;
  /** The Trunk through which it was started, which is its Host. */
  readonly trunk?: OrganizationId;
  readonly initiator: Identity;
  /** The one handed in last (FLOW-17). */
  row: RowId;
  status: InstanceRecord["status"];
  /** The step that begins when its initiator resubmits, for whom it waits; `null`: it waits for nobody (FLOW-17). */
  waits: number | null;
  /** How often it was returned. */
  returns: number;
  /** Where it goes on when a step is done to which it was returned, if not with the next one; one for each step. */
  jumps: { readonly to: number; readonly back: number }[];
  /** What people did to its tasks, in that order (FLOW-18). */
  readonly acts: {
    readonly task: number;
    readonly how: "approved" | "rejected" | "returned" | "transferred" | "added";
  }[];
  step: number;
  /** The number of the first task made since the present step began. */
  since: number;
  /** The number of the first task of each step, as it began last. */
  readonly begun: number[];
  readonly tasks: Task[];
  readonly log: {
    readonly what: LogWord;
    readonly task: number | null;
    readonly who: Identity | null;
    readonly at: number;
    readonly behalf: Pair | null;
  }[];
}

/** That somebody approved, rejected, returned or transferred a task. */
interface Handled extends Identity {
  readonly instance: InstanceId;
  readonly task: number;
}

/** The lists of licenses, groups, apps and flows. */
export interface AreaState {
  pools: Pool[];
  links: Link[];
  limits: Limit[];
  told: Told[];
  grants: Account[];
  deferred: Account[];
  /** What suspensions took, to be given back (DIR-17). */
  taken: Account[];
  selections: Selection[];
  groups: Group[];
  apps: App[];
  publications: Publication[];
  settings: Settings[];
  rows: Row[];
  definitions: Definition[];
  instances: Instance[];
  handled: Handled[];
  standIns: StandIn[];
  /** How many times somebody came to stand in for a colleague, or to be a counterpart. */
  ties: number;
}

/** The lists before anything happened. */
export function emptyAreas(): AreaState {
  return {
    pools: [],
    links: [],
    limits: [],
    told: [],
    grants: [],
    deferred: [],
    taken: [],
    selections: [],
    groups: [],
    apps: [],
    publications: [],
    settings: [],
    rows: [],
    definitions: [],
    instances: [],
    handled: [],
    standIns: [],
    ties: 0,
  };
}
