/** The vocabulary of licenses: the Host's pool, its linked units, grants, automatic departments. */
import type { Bucket } from "../core/bucket.ts";
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Command, Fact, ReplacedIn } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import type { HashIndex, PageIndex } from "../core/structures.ts";

/** A linked unit: a whole Space of the Host, or one Member organization of such a Space (LIC-03). */
export type LinkedUnit =
  | { readonly kind: "space"; readonly space: SpaceId }
  | { readonly kind: "member"; readonly space: SpaceId; readonly organization: OrganizationId };

/** A unit of license accounting; the Host's own is always there. */
export type LicenseUnit =
  | { readonly kind: "host"; readonly organization: OrganizationId }
  | HierarchyUnit
  | LinkedUnit;

/** The unit of everybody who is present for an organization through Links; it is never linked (SEAT-01). */
export interface HierarchyUnit {
  readonly kind: "hierarchy";
  readonly organization: OrganizationId;
}

// ---------------------------------------------------------------------------------------- facts

/** The facts of licenses, by type. */
export interface LicensesFacts {
  /**
   * From the platform: how many licenses the organization now has in all (LIC-16), and until when, in epoch
   * milliseconds; `null`, or left out: without an end (LIC-20).
   */
  readonly "license.purchased": {
    readonly organization: OrganizationId;
    readonly purchased: number;
    readonly until?: number | null;
    readonly revision?: number;
  };
}

/** A fact of licenses. */
export type LicensesFact = {
  [Type in keyof LicensesFacts]: Fact<Type, LicensesFacts[Type]>;
}[keyof LicensesFacts];

// ------------------------------------------------------------------------------------- commands

/** The commands about licenses, by type; all by an authorized admin of the Host (LIC-01). */
export interface LicensesCommands {
  /** Sums a unit's grants into the Host's pool (LIC-03). */
  readonly "license.link": { readonly unit: LinkedUnit };
  /** Releases all of a unit's grants and forgets its automatic departments (LIC-15). */
  readonly "license.unlink": { readonly unit: LinkedUnit };
  /** Grants to all or to none; those who already hold one are skipped and reported (LIC-04, LIC-18). */
  readonly "license.grant": { readonly unit: LicenseUnit; readonly people: readonly Identity[] };
  /** Takes back from all or from none. */
  readonly "license.revoke": { readonly unit: LicenseUnit; readonly people: readonly Identity[] };
  /**
   * How many distinct persons may hold licenses of a linked unit, or of the Hierarchy unit (LIC-19), or how many of a
   * direct Branch, and of all below it, may in the Hierarchy unit (SEAT-04); `null`: any number.
   */
  readonly "license.limit": {
    readonly unit: LinkedUnit | HierarchyUnit;
    readonly branch?: OrganizationId;
    readonly limit: number | null;
  };
  /**
   * For one's own organization: how many licenses of its pool are kept for its own unit; what that does not use of
   * them goes to no other unit (LIC-19).
   */
  readonly "license.reserve": { readonly reserved: number };
  /**
   * Sets, for one Member in a linked unit, or for one organization that a Trunk reaches in its Hierarchy
   * unit, the departments whose entrants are granted a license automatically, those below them included
   * (LIC-09, SEAT-03). A Trunk may choose the organization as a `whole`: everybody present of it, and of what is
   * reached below it unless `alone`. Nothing chosen ends it.
   */
  readonly "license.automate": {
    readonly unit: LinkedUnit | HierarchyUnit;
    readonly organization: OrganizationId;
    readonly departments: readonly DepartmentId[];
    readonly whole?: boolean;
    readonly alone?: boolean;
  };
}

/** What these commands replace (PROTO-06). */
export interface LicensesReplaced {
  readonly "license.limit": { readonly limit: number | null };
  readonly "license.reserve": { readonly reserved: number };
  readonly "license.automate": {
    readonly departments: readonly DepartmentId[];
    readonly whole?: boolean;
    readonly alone?: boolean;
  };
}

/** A command about licenses. */
export type LicensesCommand = {
  [Type in keyof LicensesCommands]: Command<
    Type,
    LicensesCommands[Type],
    ReplacedIn<LicensesReplaced, Type>
  >;
}[keyof LicensesCommands];

// --------------------------------------------------------------------------------------- events

/** Which end of a purchase is reached: its own, from which on nothing is granted, or that of grace, and of use. */
export type TermReached = "ending" | "over";

/** Which unit of which Host's pool; `number` is the unit's in that pool, 0 for the Host's own. */
export interface UnitOf {
  readonly host: OrganizationId;
  readonly unit: LicenseUnit;
  readonly number: number;
}

/** An account in a unit. */
export interface AccountOf extends UnitOf, Identity {}

/** What happens to licenses, by type. */
export interface LicensesEvents {
  readonly "license.purchased": LicensesFacts["license.purchased"];
  readonly "license.unit-linked": UnitOf;
  readonly "license.unit-unlinked": UnitOf & {
    readonly because: "unlinked" | "association-ended" | "dissolved";
  };
  readonly "license.granted": AccountOf & {
    readonly because: "manual" | "automatic" | "waiting-list" | "reinstated";
  };
  /** Reports somebody in a grant to several who already held one (LIC-18). */
  readonly "license.skipped": AccountOf;
  readonly "license.released": AccountOf & {
    /** What a suspension takes is reserved: it comes back when the person is resumed (DIR-17). */
    readonly because: "revoked" | "resigned" | "left" | "suspended" | "unlinked";
  };
  /** An automatic grant found no license and waits (LIC-11). */
  readonly "license.deferred": AccountOf & {
    /**
     * Whoever came back stands first, in the order in which they had left (CAP-08); suspended still, they
     * do when they are resumed (DIR-17).
     */
    readonly because?: "reinstated" | "suspended";
    readonly first?: number;
  };
  /** An account no longer waits, or is no longer reserved, and was not granted. */
  readonly "license.undeferred": AccountOf & {
    readonly because:
      | "resigned"
      | "left"
      | "moved"
      | "deselected"
      | "suspended"
      | "unlinked"
      | "none-left";
  };
  /**
   * Automatic departments of a Member in a unit, added and taken away (LIC-09); in a Hierarchy unit with whether
   * the organization is chosen as a whole, and whether alone (SEAT-03).
   */
  readonly "license.automated": UnitOf & {
    readonly organization: OrganizationId;
    readonly added: readonly DepartmentId[];
    readonly removed: readonly DepartmentId[];
    readonly whole?: boolean;
    readonly alone?: boolean;
  };
  /**
   * Which Trunks grant licenses automatically to everybody present of an organization, for they have chosen one above
   * it with what is below (SEAT-03).
   */
  readonly "license.covered": {
    readonly organization: OrganizationId;
    readonly trunks: readonly OrganizationId[];
  };
  readonly "license.limited": LicensesCommands["license.limit"] & {
    readonly host: OrganizationId;
  };
  readonly "license.reserved": LicensesCommands["license.reserve"] & {
    readonly host: OrganizationId;
  };
  /**
   * Which thresholds of a pool, of one of its units, or of a Branch are not told of when they are reached again: use is
   * below them, and not yet by enough (ALERT-06). Only under `alertRearmBelow` above 0.
   */
  readonly "license.unarmed": {
    readonly host: OrganizationId;
    /** Left out: the pool. */
    readonly unit?: LinkedUnit | HierarchyUnit;
    readonly branch?: OrganizationId;
    readonly thresholds: readonly number[];
  };
  /**
   * The end of a purchase has come, or that of the days of grace after it, and the Host is told of it (LIC-20); nothing
   * is granted from then on, until a renewal.
   */
  readonly "license.term-reached": {
    readonly host: OrganizationId;
    readonly reached: TermReached;
  };
  /** The organization ended, and its pool with everything in it. */
  readonly "license.pool-ended": { readonly host: OrganizationId };
}

// -------------------------------------------------------------------------------------- records

/** `pool:{host}`; absent until licenses are bought or a unit is linked. */
export interface PoolRecord {
  readonly purchased: number;
  readonly revision: number | null;
  /** When the purchase ends, in epoch milliseconds; absent: never (LIC-20). */
  readonly until?: number;
  /** Of which end the Host was told last; absent: of none. */
  readonly reached?: TermReached;
  /** Index of `accounts`: persons who hold a grant or wait for one. */
  readonly accounts: HashIndex;
  /** Distinct persons holding a grant: in any unit, in any linked unit. */
  readonly persons: number;
  readonly downstreamPersons: number;
  /** Distinct persons holding a grant in the Host unit. */
  readonly hostUsed: number;
  /** Index of `granted` for the Host unit. */
  readonly hostGranted: PageIndex;
  /** The Hierarchy unit; absent until somebody gets something in it. */
  readonly hierarchy?: HierarchyPoolUnit;
  readonly units: readonly PoolUnit[];
  /** The number of the next unit linked; numbers never return. */
  readonly nextUnit: number;
  /** How many accounts were taken by departures and suspensions so far (CAP-08). */
  readonly departures?: number;
  /** Index of `reserved`; absent until something was. */
  readonly reserved?: PageIndex;
  /** Index of `deferred`. */
  readonly waiting: PageIndex;
  /** How many licenses are kept for the Host unit; absent: none (LIC-19). */
  readonly reserve?: number;
  /** Whether a unit was ever limited, or anything kept: each unit has a list of who waits since. */
  readonly queues?: true;
  /** Index of `queue` for the Host unit; absent while nobody is listed. */
  readonly queue?: PageIndex;
  /** Thresholds of its use that are not armed, though it is below them (ALERT-06). */
  readonly unarmed?: readonly number[];
}

/** What a pool keeps of each unit but the Host's own. */
export interface UnitLimits {
  /** How many distinct persons may hold a grant in it; absent: any number (LIC-19). */
  readonly limit?: number;
  /** Index of `queue` for it; absent while nobody is listed. */
  readonly queue?: PageIndex;
  /** Thresholds of its limit that are not armed, though its use is below them (ALERT-06). */
  readonly unarmed?: readonly number[];
}

/** The Hierarchy unit as its pool keeps it; it takes the number that is next when it is first used. */
export interface HierarchyPoolUnit extends UnitLimits {
  readonly kind: "hierarchy";
  readonly number: number;
  readonly used: number;
  readonly granted: PageIndex;
  /** Index of `automated`; absent until something is chosen. */
  readonly automated?: HashIndex;
  /** Whether a Branch was ever limited: otherwise nobody's seats are counted. */
  readonly limited?: true;
}

/** A linked unit as its pool lists it. */
export interface PoolUnit extends UnitLimits {
  readonly number: number;
  readonly space: SpaceId;
  /** `null`: the whole Space. */
  readonly organization: OrganizationId | null;
  /** Distinct persons holding a grant in it. */
  readonly used: number;
  /** Index of `granted` for it. */
  readonly granted: PageIndex;
}

/** `unit:{host}/{number}` */
export interface UnitRecord {
  /** The Members with automatic departments, in the order in which they got them. */
  readonly automated: readonly OrganizationId[];
}

/**
 * `accounts:{host}/{bucket}`: for each person, the grants they hold, wait for, or had until they were
 * suspended, each with the unit's number and the organization; with the key of the identity, where that is not the
 * one of the natural person (AMB-117).
 */
export type AccountsBucket = Bucket<AccountsEntry>;

/** An entry of `accounts`. */
export type AccountsEntry = readonly [person: PersonId, accounts: readonly Account[]];

/** A grant by its ticket in `granted` if it is held, in `deferred` if waited for, else in `reserved`. */
export type Account = readonly [
  unit: number,
  OrganizationId,
  ticket: number,
  state: "held" | "waits" | "reserved",
  key?: PersonId,
];

/** `granted:{host}/{page}/{unit}`: who holds a grant in a unit, in order of granting. */
export interface GrantedPage {
  readonly entries: readonly (readonly [ticket: number, OrganizationId, PersonId])[];
}

/** `deferred:{host}/{page}`: automatic grants that wait, first come first. */
export interface DeferredPage {
  readonly entries: readonly (readonly [ticket: number, unit: number, OrganizationId, PersonId])[];
}

/**
 * `queue:{host}/{page}/{unit}`: those of `deferred` who wait for one unit, with the same tickets; kept once a unit was
 * limited, so that who waits for its limit holds up nobody else (LIC-19).
 */
export interface QueuePage {
  readonly entries: readonly (readonly [ticket: number, OrganizationId, PersonId])[];
}

/**
 * `reserved:{host}/{page}`: what suspensions took of grants and of places in `deferred`, in the order in
 * which they did (DIR-17).
 */
export type ReservedPage = DeferredPage;

/** `automated:{host}/{bucket}`: the organizations of which something is chosen in the Hierarchy unit. */
export type AutomatedBucket = Bucket<AutomatedEntry>;

/** An entry of `automated`. */
export type AutomatedEntry = readonly [OrganizationId];

/** `automated-by:{org}`: whose choices in Hierarchy units concern an organization; absent where nobody's do. */
export interface AutomatedByRecord {
  /** The Trunks that have chosen something of it, each with whether that takes in what is below. */
  readonly chosen: readonly (readonly [trunk: OrganizationId, below: boolean])[];
  /** Those that have chosen something above it with what is below. */
  readonly covered: readonly OrganizationId[];
}

/** `automatic:{host}/{unit}/{org}` */
export interface AutomaticRecord {
  /** Index of `selected`. */
  readonly departments: HashIndex;
  /** In a Hierarchy unit: whether the organization is chosen as a whole, and whether alone. */
  readonly whole?: boolean;
  readonly alone?: boolean;
}

/** `selected:{host}/{unit}.{bucket}/{org}`: the automatic departments of a Member in a unit. */
export type SelectedBucket = Bucket<SelectedEntry>;

/** An entry of `selected`. */
export type SelectedEntry = readonly [department: DepartmentId];

/** The records of licenses, by kind. */
export interface LicensesRecords {
  readonly pool: PoolRecord;
  readonly unit: UnitRecord;
  readonly accounts: AccountsBucket;
  readonly granted: GrantedPage;
  readonly deferred: DeferredPage;
  readonly queue: QueuePage;
  readonly reserved: ReservedPage;
  readonly automated: AutomatedBucket;
  readonly "automated-by": AutomatedByRecord;
  readonly automatic: AutomaticRecord;
  readonly selected: SelectedBucket;
}
