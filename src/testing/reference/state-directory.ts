/** The reference model's directories: organizations, departments, employments, and what is kept of departures. */
import type {
  AppId,
  DepartmentId,
  GroupId,
  InstanceId,
  OrganizationId,
  PersonId,
  RoleId,
  SpaceId,
} from "../../core/ids.ts";
import type { AdminRole, Edition, PersonFields } from "../../directory/model.ts";
import type { LicenseUnit } from "../../licenses/model.ts";
import type { ScopeRule, SharedFields } from "../../spaces/model.ts";
import type { Identity, StandIn } from "./state-areas.ts";
import type { Office } from "./state-hierarchy.ts";

/** What the end of an organization took and nothing gives back: of which kind, how many, and why. */
export type Left = readonly [
  kind: "space" | "association" | "link" | "instance" | "task" | "pool",
  count: number,
  reason: "dissolved" | "cancelled" | "ended" | "parked",
];

/** An organization; one that has ended stays in the list, so that its id is never free again. */
export interface Organization {
  readonly id: OrganizationId;
  name: string;
  certified: boolean;
  edition: Edition;
  sso: boolean;
  ended: boolean;
  /** When it last ended, the Spaces it was in then and its Trunks, and what it lost for good (DIR-19). */
  end: {
    readonly at: number;
    readonly joined: readonly SpaceId[];
    readonly trunks: readonly OrganizationId[];
    readonly left: readonly Left[];
  } | null;
  /** When its end was last taken back. */
  reinstatedAt: number | null;
  suspended: boolean;
  batchInvitation: boolean;
  expansion: number;
  /** What it has said of fields in its own book (VIS-09). */
  bookFields: SharedFields;
  readonly revisions: {
    name: number | null;
    certification: number | null;
    edition: number | null;
    sso: number | null;
    suspended: number | null;
  };
}

/** A department; a removed one stays in the list. */
export interface Department {
  readonly organization: OrganizationId;
  readonly id: DepartmentId;
  parent: DepartmentId | null;
  /** The removed department below which it was, or was said to be, and from which nothing moved it. */
  under: number | null;
  name: string;
  removed: boolean;
  /** When it was last removed: settings that name it are kept for a while from then (DIR-11). */
  removedAt: number | null;
  /** Since when lists have lacked it, if it is dormant (DIR-10). */
  dormant: number | null;
  /** Whether a scope has ever excluded it. */
  excluded: boolean;
  /** Which renewal it was that last brought it back too late for the settings that had named it. */
  renewed: number;
  /** What was above it when it was removed, nearest first. */
  above: readonly DepartmentId[];
  at: number;
  readonly revisions: { name: number | null; parent: number | null; id: number | null };
}

/**
 * A department as it stood when it was removed, its number the place in the list: for scopes that
 * excluded it, it still stands there (ROSTER-16). What it was below is removed, or exists, or is the root.
 */
export interface Former {
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
  under: number | null;
  parent: DepartmentId | null;
  /** Whether a scope had ever excluded it. */
  readonly excluded: boolean;
}

/** An employment in the same organization. */
export interface EmploymentOf {
  readonly person: PersonId;
  readonly number: number;
}

/** One employment; the list's order is the order of hires, and ended ones stay. */
export interface Employment {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  /** Which of this person's employments here: what is bound to one names it by this. */
  readonly number: number;
  /** Which natural person it counts as, and who else did when it ended (DIR-14). */
  natural: number;
  along: readonly Pick<Identity, "organization" | "person">[];
  /** The number that the source or, without one, the library gave it (DIR-03). */
  given: number;
  /** Whether the source gave it, and which of several that have names (DIR-06). */
  sourced: boolean;
  numberBy: string | null;
  /** When it began, and when it ended, by whatever (DIR-02). */
  readonly began: number;
  ended: number | null;
  /** Whether a fact said that it ended; otherwise lists alone did, by their silence (RESIGN-06). */
  reported: boolean;
  inService: boolean;
  departments: DepartmentId[];
  /** Those of them that named sources brought; all others were set without one (DIR-06). */
  shares: { readonly source: string; departments: DepartmentId[] }[];
  /** The removed departments in which the person was, or was said to be, by their numbers. */
  former: number[];
  fields: PersonFields;
  probation: boolean;
  admin: {
    readonly role: AdminRole;
    readonly spacePermission: boolean;
    /** Absent for whoever does not have it (HIER-08). */
    readonly hierarchyPermission?: true;
  } | null;
  /** The departments that this person is head of, and their named roles. */
  heads: DepartmentId[];
  roles: RoleId[];
  /** The nodes of the industry book that this person leads (INDUSTRY-01). */
  staffOf: string[];
  /** The successor registered, under the employment that is meant. */
  successor: EmploymentOf | null;
  /** Whom this person reports to, under the employment that is meant (FLOW-20). */
  manager: EmploymentOf | null;
  /** Whether this person is suspended, and who acts instead (DIR-17, FLOW-19). */
  suspended: boolean;
  standIn: EmploymentOf | null;
  at: number;
  readonly revisions: {
    departments: number | null;
    fields: number | null;
    admin: number | null;
    heads: number | null;
    roles: number | null;
    staffOf: number | null;
    manager: number | null;
    suspended: number | null;
  };
  /** The revisions of single placements, the latest last; only so many are remembered (DIR-12). */
  placed: { readonly department: DepartmentId; readonly revision: number }[];
  /** The same two, of where somebody is, as each named source gave them (DIR-06). */
  placedBy: (PlacedWords & { readonly source: string })[];
}

/** The revisions of where somebody is: of all placements, and of single ones. */
export interface PlacedWords {
  departments: number | null;
  placed: Employment["placed"];
}

/** An id that somebody or something had, until when, and what has it been called since (DIR-15). */
export interface FormerId {
  readonly kind: "person" | "department";
  readonly organization: OrganizationId;
  readonly former: string;
  readonly now: string;
  readonly at: number;
}

/** That an input names something by a former id, and where in the list that names it. */
export interface SaidFormerly {
  readonly kind: FormerId["kind"];
  readonly former: string;
  readonly now: string;
  readonly index?: number;
}

/** A word on an employment: that the person was hired, left, or is reinstated (DIR-02). */
export interface Word extends Identity {
  readonly kind: "hired" | "left" | "reinstated";
  readonly at: number;
}

/** What a departure took, kept to be given back to that employment (RESIGN-05). */
export interface Kept extends Identity {
  /** When it is over. */
  readonly until: number;
  /** Which departure it was of all: whoever left first comes back first (CAP-08). */
  readonly order: number;
  readonly departments: readonly DepartmentId[];
  readonly admin: Employment["admin"];
  heads: DepartmentId[];
  roles: RoleId[];
  staffOf: string[];
  readonly successor: EmploymentOf | null;
  readonly manager: EmploymentOf | null;
  readonly suspended: boolean;
  readonly standIn: EmploymentOf | null;
  readonly probation: boolean;
  rules: { readonly space: SpaceId; readonly rule: ScopeRule }[];
  /** The same in scopes of Links, by their serials. */
  linkRules: { readonly link: number; readonly rule: ScopeRule }[];
  /** Lists of audiences: `null` is the authorized list, otherwise the place of the permission. */
  lists: { readonly space: SpaceId; readonly app: AppId; readonly permission: number | null }[];
  /** The same of distributions. */
  distributionLists: {
    readonly trunk: OrganizationId;
    readonly app: AppId;
    readonly permission: number | null;
  }[];
  /** Offices that the departure left to nobody. */
  offices: Omit<Office, "holders">[];
  /** The Spaces on whose Roster or waiting list the identity was. */
  places: SpaceId[];
  groups: {
    /** `null`: of a Trunk. */
    readonly space: SpaceId | null;
    readonly trunk?: OrganizationId;
    readonly group: GroupId;
  }[];
  /** Units in which a license was held or waited for. */
  accounts: { readonly host: OrganizationId; readonly unit: LicenseUnit }[];
  /** Tasks that the departure parked; `null` is the Host's own place. */
  tasks: { readonly instance: InstanceId; readonly task: number; readonly space: SpaceId | null }[];
  /** Lists of counterparts: for which Member, by whom, and the place as the list was last set. */
  counterparts: {
    readonly space: SpaceId;
    readonly member: OrganizationId;
    readonly side: "own" | "host";
    readonly place: number;
  }[];
  /** Periods of stand-ins, of and for the person, with the number of whoever was stood in for. */
  standIns: (StandIn & Identity)[];
  /** All that the step took, whatever others decide of it later; `null` before its end (DIR-20). */
  took: Taken | null;
}

/** What a departure took outside the directory. */
export type Taken = Pick<
  Kept,
  | "rules"
  | "linkRules"
  | "lists"
  | "distributionLists"
  | "places"
  | "groups"
  | "accounts"
  | "tasks"
  | "counterparts"
  | "standIns"
>;

/** What is still to be given back: in a Space, once the identity is on its Roster (RESIGN-07). */
export interface Due
  extends Identity,
    Pick<Kept, "until" | "order" | "groups" | "accounts" | "tasks" | "counterparts"> {
  readonly took: Taken;
  readonly space: SpaceId | null;
}
