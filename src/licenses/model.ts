/** The vocabulary of licenses: the Host's pool, its linked units, grants, automatic departments. */
import type { Bucket } from "../core/bucket.ts";
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Command, Fact } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import type { HashIndex, PageIndex } from "../core/structures.ts";

/** A linked unit: a whole Space of the Host, or one Member organization of such a Space (LIC-03). */
export type LinkedUnit =
  | { readonly kind: "space"; readonly space: SpaceId }
  | { readonly kind: "member"; readonly space: SpaceId; readonly organization: OrganizationId };

/** A unit of license accounting; the Host's own is always there. */
export type LicenseUnit =
  | { readonly kind: "host"; readonly organization: OrganizationId }
  | LinkedUnit;

// ---------------------------------------------------------------------------------------- facts

/** The facts of licenses, by type. */
export interface LicensesFacts {
  /** From the platform: how many licenses the organization now has in all (LIC-16). */
  readonly "license.purchased": {
    readonly organization: OrganizationId;
    readonly purchased: number;
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
   * Sets, for one Member in a linked unit, the departments whose entrants are granted a license
   * automatically, those below them included; an empty list ends it (LIC-09).
   */
  readonly "license.automate": {
    readonly unit: LinkedUnit;
    readonly organization: OrganizationId;
    readonly departments: readonly DepartmentId[];
  };
}

/** A command about licenses. */
export type LicensesCommand = {
  [Type in keyof LicensesCommands]: Command<Type, LicensesCommands[Type]>;
}[keyof LicensesCommands];

// --------------------------------------------------------------------------------------- events

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
  /** Automatic departments of a Member in a unit, added and taken away (LIC-09). */
  readonly "license.automated": UnitOf & {
    readonly organization: OrganizationId;
    readonly added: readonly DepartmentId[];
    readonly removed: readonly DepartmentId[];
  };
  /** The organization ended, and its pool with everything in it. */
  readonly "license.pool-ended": { readonly host: OrganizationId };
}

// -------------------------------------------------------------------------------------- records

/** `pool:{host}`; absent until licenses are bought or a unit is linked. */
export interface PoolRecord {
  readonly purchased: number;
  readonly revision: number | null;
  /** Index of `accounts`: persons who hold a grant or wait for one. */
  readonly accounts: HashIndex;
  /** Distinct persons holding a grant: in any unit, in any linked unit. */
  readonly persons: number;
  readonly downstreamPersons: number;
  /** Distinct persons holding a grant in the Host unit. */
  readonly hostUsed: number;
  /** Index of `granted` for the Host unit. */
  readonly hostGranted: PageIndex;
  readonly units: readonly PoolUnit[];
  /** The number of the next unit linked; numbers never return. */
  readonly nextUnit: number;
  /** How many accounts were taken by departures and suspensions so far (CAP-08). */
  readonly departures?: number;
  /** Index of `reserved`; absent until something was. */
  readonly reserved?: PageIndex;
  /** Index of `deferred`. */
  readonly waiting: PageIndex;
}

/** A linked unit as its pool lists it. */
export interface PoolUnit {
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
 * suspended, each with the unit's number and the organization.
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
 * `reserved:{host}/{page}`: what suspensions took of grants and of places in `deferred`, in the order in
 * which they did (DIR-17).
 */
export type ReservedPage = DeferredPage;

/** `automatic:{host}/{unit}/{org}` */
export interface AutomaticRecord {
  /** Index of `selected`. */
  readonly departments: HashIndex;
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
  readonly reserved: ReservedPage;
  readonly automatic: AutomaticRecord;
  readonly selected: SelectedBucket;
}
