/** The reference model's lists of hierarchies. */
import type { TrunkRange } from "../../apps/model.ts";
import type {
  AppId,
  ApplicationId,
  DepartmentId,
  InvitationId,
  OrganizationId,
  RoleId,
} from "../../core/ids.ts";
import type { SharedFields } from "../../spaces/model.ts";
import type { Identity, Permission } from "./state-areas.ts";
import type { Rule } from "./state-rules.ts";
import type { Reach } from "./vocabulary-hierarchy.ts";

/** Whom a switch does not bind; its departments are the Trunk's, which is the organization here. */
export interface Excepted {
  readonly organization: OrganizationId;
  organizations: OrganizationId[];
  departments: DepartmentId[];
  /** Organizations that are in it no more: the entry never counts again (SIGHT-03). */
  void: OrganizationId[];
}

/** A Link, the organization being the Branch; the list's order is a Trunk's order of Links. */
export interface HierarchyLink {
  readonly trunk: OrganizationId;
  readonly organization: OrganizationId;
  /** Which of all Links ever formed: a later one between the same two is another (UNLINK-05). */
  readonly serial: number;
  whole: boolean;
  rules: Rule[];
  reach: Reach;
  shared: string[];
  alias: string | null;
  /** The department of the Trunk at which the Branch is mounted; `null` is the root. */
  mount: { readonly organization: OrganizationId; department: DepartmentId } | null;
  labels: string[];
  hidden: boolean;
  hiddenExcept: Excepted;
  ownOnly: boolean;
  ownOnlyExcept: Excepted;
  released: boolean;
  /** From when on the Branch may leave, if it has announced that (EXIT-07). */
  leaving: number | null;
  /** What the Branch has said of fields of its people; of those left out nothing (VIS-09). */
  fields: SharedFields;
}

/** A link or QR code that leads to a Trunk. */
export interface TrunkInvitation {
  readonly id: InvitationId;
  readonly trunk: OrganizationId;
  readonly form: "link" | "qr";
  expiresAt: number | null;
  maxUses: number | null;
  /** Who alone may use it; absent if anyone may (JOIN-13). */
  readonly for?: readonly OrganizationId[];
  revoked: boolean;
}

/** An application to a Trunk, whatever became of it; one whose Trunk has ended is rejected (UNLINK-04). */
export interface TrunkApplication {
  readonly id: ApplicationId;
  readonly trunk: OrganizationId;
  readonly organization: OrganizationId;
  readonly invitation: InvitationId;
  /** Who submitted it (JOIN-17). */
  readonly by: Identity;
  readonly at: number;
  readonly whole: boolean;
  readonly rules: readonly Rule[];
  readonly reach: Reach;
  readonly shared: readonly string[];
  readonly replaces: OrganizationId | null;
  /** When it is over, if that was said at its submission. */
  readonly end: number | null;
  status: "pending" | "withdrawn" | "approved" | "rejected" | "expired";
  reason: string | null;
  /** Until when a rejection keeps its organization from applying again, unless it was invited since (JOIN-16). */
  reapplyFrom: number | null;
}

/** What the platform last reported of an organization's capability (HIER-06). */
export interface Capacity {
  readonly organization: OrganizationId;
  open: boolean;
  branches: number | null;
  revision: number | null;
}

/** Whom a distribution is for; an entry of an organization, a mount or a label means what is below it too. */
export interface TrunkList {
  organizations: readonly { readonly organization: OrganizationId; readonly alone: boolean }[];
  /** Departments of the Trunk, for the Branches mounted there. */
  mounts: readonly {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly alone: boolean;
  }[];
  labels: readonly { readonly label: string; readonly alone: boolean }[];
  levels: readonly number[];
  departments: readonly {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
  }[];
  /** Each in the employment for which it stands. */
  people: readonly Identity[];
  roles: readonly RoleId[];
}

/** A permission to see data through a Trunk (LEVEL-02). */
export interface TrunkPermission extends Omit<Permission, "for" | "rows"> {
  /** `null`: everybody whom the app is authorized for. */
  readonly for: TrunkList | null;
  readonly rows: TrunkRange | null;
}

/** What a Trunk has set for one of its apps, distributed or not; the order is that of distributing. */
export interface Distribution {
  readonly trunk: OrganizationId;
  readonly app: AppId;
  distributed: boolean;
  /** `null`: everybody whom the Trunk reaches. */
  list: TrunkList | null;
  permissions: readonly TrunkPermission[];
  autoInstall: boolean;
  industry: boolean;
  /** The latest word of organizations on their own workbench. */
  decisions: { readonly organization: OrganizationId; readonly installed: boolean }[];
}

/** The largest number of persons that a Branch, and what is below it, may hold in the Hierarchy unit. */
interface SeatCap {
  readonly trunk: OrganizationId;
  readonly organization: OrganizationId;
  readonly most: number;
}

/** Whom of one organization a Trunk grants seats to as they come: all, with those below, or some departments. */
export interface SeatSelection {
  readonly trunk: OrganizationId;
  readonly organization: OrganizationId;
  readonly whole: boolean;
  readonly alone: boolean;
  departments: DepartmentId[];
}

/** A capacity in which people are responsible for nodes, and who else than the Trunk sets its offices. */
export interface LiaisonRole {
  readonly trunk: OrganizationId;
  readonly role: RoleId;
  name: string;
  keptBy: "trunk" | "organizations";
}

/** That capacity for one node, with whoever holds it, in order. */
export interface Office {
  readonly trunk: OrganizationId;
  readonly role: RoleId;
  readonly organization: OrganizationId;
  readonly department: DepartmentId | null;
  holders: Identity[];
}

/** The lists of hierarchies. */
export interface HierarchyState {
  liaisonRoles: LiaisonRole[];
  offices: Office[];
  seatSelections: SeatSelection[];
  distributions: Distribution[];
  seatCaps: SeatCap[];
  hierarchyLinks: HierarchyLink[];
  /** How many Links were ever formed. */
  linksFormed: number;
  /** Who is below which Trunk, by whatever chain; of each Trunk in the order in which they came there. */
  below: { readonly trunk: OrganizationId; readonly organization: OrganizationId }[];
  trunkInvitations: TrunkInvitation[];
  trunkApplications: TrunkApplication[];
  capacities: Capacity[];
}

/** The lists before anything happened. */
export function emptyHierarchy(): HierarchyState {
  return {
    distributions: [],
    liaisonRoles: [],
    offices: [],
    seatCaps: [],
    seatSelections: [],
    hierarchyLinks: [],
    linksFormed: 0,
    below: [],
    trunkInvitations: [],
    trunkApplications: [],
    capacities: [],
  };
}
