/** What is kept of apps, by kind. */
import type { Bucket } from "../../core/bucket.ts";
import type { AppId, OrganizationId, PersonId, RowId, SpaceId } from "../../core/ids.ts";
import type { AsMember } from "../../core/input.ts";
import type { HashIndex, PageIndex } from "../../core/structures.ts";
import type {
  FixedAudience,
  FixedPermission,
  FixedTrunkAudience,
  FixedTrunkPermission,
} from "./events.ts";
import type { PartnerKind } from "./inputs.ts";

/** `app:{app}`: an app that an organization built, or one of a Space; ids are shared by both. */
export interface AppRecord {
  readonly name: string;
  /** Who built it: an organization, or a Space under its own identity. */
  readonly owner:
    | { readonly kind: "organization"; readonly organization: OrganizationId }
    | { readonly kind: "space"; readonly space: SpaceId };
  readonly cool: boolean;
  /** Whether industry members of its builder may use it; absent: no. */
  readonly industry?: true;
  /** The Spaces that it is published to, in order of publication; of a Space app, its own. */
  readonly published: readonly SpaceId[];
  /** How many rows there are: they are never taken out, so their tickets run from 0. */
  readonly rows: number;
  /** Index of `submitters`: counts persons. */
  readonly submitters: HashIndex;
  /** Index of `submitted`. */
  readonly submitted: PageIndex;
}

/** What of an audience is kept in buckets, for there may be thousands. */
export interface KeptLists {
  /** Indexes of `listed`. */
  readonly departments: HashIndex;
  readonly people: HashIndex;
}

/** An audience as it is kept. */
export interface KeptAudience extends KeptLists {
  readonly partners: readonly PartnerKind[];
  readonly organizations: FixedAudience["organizations"];
}

/** `distribution:{trunk}/{app}`: what a Trunk has set for an app of its own, distributed or not. */
export interface DistributionRecord extends KeptTrunkAudience {
  readonly published: boolean;
  /** Its place in the list of `shelved`; of one withdrawn, the place it had. */
  readonly ticket: number;
  readonly restricted: boolean;
  readonly autoInstall: boolean;
  /** How often the list, and the permissions, were set as a whole (RESIGN-07). */
  readonly lists?: number;
  readonly permits?: number;
  /** Whether industry members may use it; absent: no. */
  readonly industry?: true;
  /** Index of `installed`. */
  readonly installed: HashIndex;
}

/** What a list says of organizations as a whole, and its departments and people. */
export interface KeptTrunkAudience
  extends KeptLists,
    Pick<FixedTrunkAudience, "organizations" | "mounts" | "labels" | "levels" | "roles"> {}

/** A permission through a Trunk as it is kept. */
export interface KeptTrunkPermission extends Omit<FixedTrunkPermission, "for"> {
  readonly for: KeptTrunkAudience | null;
}

/** `distribution-permission:{trunk}/{app}`: permissions are numbered by their places in the list. */
export interface TrunkPermissionRecord {
  readonly permissions: readonly KeptTrunkPermission[];
}

/**
 * `distribution-listed:{trunk}/{d or p}.{bucket}/{app}`: departments and people of a list;
 * `distribution-listed:{trunk}/{number}{d or p}.{bucket}/{app}`: of the permission with that number.
 */
export type DistributionListedBucket = Bucket<ListedEntry>;

/** `installed:{trunk}/{bucket}/{app}`: what single organizations have decided. */
export type InstalledBucket = Bucket<InstalledEntry>;

/** An entry of `installed`; the order tells the organization from a former one below the Trunk. */
export type InstalledEntry = readonly [OrganizationId, installed: boolean, order: number];

/** `shelf:{trunk}`; absent until an app is distributed. */
export interface ShelfRecord {
  /** Index of `shelved`. */
  readonly offered: PageIndex;
}

/** `publication:{space}/{app}`: what the Host has set for an app in a Space, published or not. */
export interface PublicationRecord extends KeptAudience {
  readonly published: boolean;
  /** Its place in the list of `offered`; of one withdrawn, the place it had. */
  readonly ticket: number;
  /** Whether there is an authorized list; without one everybody is. */
  readonly restricted: boolean;
  /** How often the authorized list, and the permissions, were set as a whole (RESIGN-07). */
  readonly lists?: number;
  readonly permits?: number;
  /** Index of `distributed`: counts group ids. */
  readonly distributed: HashIndex;
}

/**
 * `listed:{space}/{d or p}.{bucket}/{app}`: departments and people of an authorized list;
 * `listed:{space}/{number}{d or p}.{bucket}/{app}`: of the permission with that number.
 */
export type ListedBucket = Bucket<ListedEntry>;

/** An entry of `listed`. */
export type ListedEntry = readonly [
  id: string,
  of: readonly (readonly [OrganizationId, order: number, employment: number])[],
];

/** `permission:{space}/{app}`: permissions are numbered by their places in the list. */
export interface PermissionRecord {
  readonly permissions: readonly KeptPermission[];
}

/** A data permission as it is kept. */
export interface KeptPermission extends Omit<FixedPermission, "for"> {
  readonly for: KeptAudience | null;
}

/** `distributed:{space}/{bucket}/{app}`: two Members may have groups of the same id. */
export type DistributedBucket = Bucket<DistributedEntry>;

/** An entry of `distributed`. */
export type DistributedEntry = readonly [
  group: string,
  of: readonly (readonly [OrganizationId, order: number])[],
];

/** `workbench:{space}`; absent until an app is offered. */
export interface WorkbenchRecord {
  /** Index of `offered`: Host apps published. */
  readonly offered: PageIndex;
  /** Index of `home`: Space apps published. */
  readonly home: PageIndex;
}

/** `offered:{space}/{page}`, `home:{space}/{page}` and `shelved:{trunk}/{page}`, in order of publication. */
export interface OfferedPage {
  readonly entries: readonly (readonly [ticket: number, app: AppId])[];
}

/** `rows:{app}/{page}`, in order of arrival. */
export interface RowsPage {
  readonly entries: readonly {
    readonly ticket: number;
    readonly row: RowId;
    readonly space: SpaceId | null;
    readonly trunk?: OrganizationId;
    readonly line?: readonly OrganizationId[];
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly as?: AsMember;
    /** The employment, or time in the industry book, as of which it was submitted; `null` if that is not known. */
    readonly under: number | null;
    /** Whose it is, and as of which time in the industry book; absent: as of the submitter. */
    readonly owner?: readonly [PersonId, number];
    readonly labels: readonly string[];
    readonly at: number;
  }[];
}

/** `row:{app}/{row}`: that there is such a row, and where. */
export interface RowRecord {
  readonly ticket: number;
}

/**
 * `submitters:{app}/{bucket}`: who submitted, for which organizations, under which employments, and the
 * places in `submitted`.
 */
export type SubmittersBucket = Bucket<SubmittersEntry>;

/** An entry of `submitters`. */
export type SubmittersEntry = readonly [
  person: PersonId,
  as: readonly (readonly [OrganizationId, ticket: number, under: number | null, as?: AsMember])[],
];

/** `submitted:{app}/{page}`: who submitted, in order of their first rows. */
export interface SubmittedPage {
  readonly entries: readonly (readonly [
    ticket: number,
    OrganizationId,
    PersonId,
    under: number | null,
    as?: AsMember,
  ])[];
}

/** The tie of an identity to the list and permissions of an app in a Space, or below its Trunk. */
export type ListTie =
  | readonly [id: string, space: SpaceId, app: AppId]
  | readonly [id: string, space: null, app: AppId, trunk: OrganizationId];

/** The records of apps, by kind. */
export interface AppsRecords {
  readonly app: AppRecord;
  readonly publication: PublicationRecord;
  readonly listed: ListedBucket;
  readonly permission: PermissionRecord;
  readonly distributed: DistributedBucket;
  readonly workbench: WorkbenchRecord;
  readonly offered: OfferedPage;
  readonly distribution: DistributionRecord;
  readonly "distribution-permission": TrunkPermissionRecord;
  readonly "distribution-listed": DistributionListedBucket;
  readonly installed: InstalledBucket;
  readonly shelf: ShelfRecord;
  readonly shelved: OfferedPage;
  readonly home: OfferedPage;
  readonly rows: RowsPage;
  readonly row: RowRecord;
  readonly submitters: SubmittersBucket;
  readonly submitted: SubmittedPage;
}
