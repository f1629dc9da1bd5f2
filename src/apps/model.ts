/** The vocabulary of apps: Host apps, publication, authorized lists, features, data, Space apps. */
import type { Bucket } from "../core/bucket.ts";
import type { AppId, DepartmentId, OrganizationId, PersonId, RowId, SpaceId } from "../core/ids.ts";
import type { Command } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import type { HashIndex, PageIndex } from "../core/structures.ts";

/** A kind of Member: those carrying the type, the level, or both where both are given. */
export interface PartnerKind {
  readonly type?: string;
  readonly level?: string;
}

/**
 * Whom of a Space's Downstream people something is for: whoever any of the lists covers. Departments
 * stand for themselves and everything below them (APP-04).
 */
export interface Audience {
  readonly partners?: readonly PartnerKind[];
  readonly organizations?: readonly OrganizationId[];
  readonly departments?: readonly {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
  }[];
  readonly people?: readonly Identity[];
}

/** Which rows: one's own, one's organization's, the Space's, or all of the app's (DATA-04). */
export type Range = "own" | "organization" | "space" | "all";

/** A permission to see data in a Space: whom it is for, and what they may see. */
export interface DataPermission {
  /** Absent: everybody on the Roster whom the app is authorized for. */
  readonly for?: Audience;
  /** Absent: no rows. */
  readonly rows?: Range;
  /** Rows carrying any of these only; absent: whatever labels they carry. */
  readonly labels?: readonly string[];
  /** Whether reports are shown (DATA-05). */
  readonly reports?: boolean;
}

/** What Downstream people can do with a Host app (FEAT); whatever else is asked for is refused. */
export type Feature =
  | "form.submit"
  | "flow.start"
  | "task.handle"
  | "report.view"
  | "attachment.upload"
  | "automation.trigger"
  | "cool-app.card"
  | "cool-app.distribute"
  | "data.view";

// ------------------------------------------------------------------------------------- commands

/** A submission: rows of an app's data. */
export interface Submission {
  readonly app: AppId;
  /** The Space in which one acts Downstream; absent: for one's own organization, in its own app. */
  readonly space?: SpaceId;
}

/** The commands about apps, by type. "Host" stands for its authorized admins. */
export interface AppsCommands {
  /** By an authorized admin of the organization that builds it. */
  readonly "app.create": {
    readonly app: AppId;
    readonly name: string;
    /** Whether it is a cool app, with cards and distribution to internal groups. */
    readonly cool?: boolean;
  };
  /** By the Host, in one step; a list given restricts it from the start (APP-01, APP-04). */
  readonly "app.publish": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly authorized?: Audience;
  };
  /** By the Host. The authorized list and the data permissions stay for another publication (APP-08). */
  readonly "app.withdraw": { readonly space: SpaceId; readonly app: AppId };
  /** By the Host; `null` is everybody on the Roster (APP-03, APP-04). */
  readonly "app.authorize": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly authorized: Audience | null;
  };
  /** By the Host: all permissions to see the app's data in the Space (APP-03, DATA-04). */
  readonly "app.permit": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly permissions: readonly DataPermission[];
  };
  /** By the Host: its cool app goes to an internal group of a Member (FEAT-06). */
  readonly "app.distribute": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly organization: OrganizationId;
    /** The group's id at the Member; internal groups are not ours to know. */
    readonly group: string;
  };
  /** One row is a single submission; several are a batch (FEAT-01, FEAT-08). */
  readonly "form.submit": Submission & {
    readonly rows: readonly { readonly row: RowId; readonly labels?: readonly string[] }[];
    /** Whether pictures, files or other attachments come along (FEAT-03). */
    readonly attachments?: boolean;
    /** The people chosen in its person fields (PICK-01, PICK-02). */
    readonly picked?: readonly Identity[];
  };
  /** By a Space admin, acting as the Space (SELF-01). */
  readonly "space-app.create": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly name: string;
  };
  /** By a Space admin. */
  readonly "space-app.publish": { readonly space: SpaceId; readonly app: AppId };
  /** By a Space admin: data of a Space app and a Host app brought together; not available (SELF-03). */
  readonly "space-app.exchange": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly with: AppId;
  };
}

/** A command about apps. */
export type AppsCommand = {
  [Type in keyof AppsCommands]: Command<Type, AppsCommands[Type]>;
}[keyof AppsCommands];

// --------------------------------------------------------------------------------------- events

/** An audience fixed to the Associations and employments it was set for; later ones are others. */
export interface FixedAudience {
  readonly partners: readonly PartnerKind[];
  readonly organizations: readonly (readonly [OrganizationId, order: number])[];
  readonly departments: readonly (readonly [OrganizationId, DepartmentId, order: number])[];
  readonly people: readonly (readonly [
    OrganizationId,
    PersonId,
    order: number,
    employment: number,
  ])[];
}

/** A data permission with its audience fixed; `null` is everybody. */
export interface FixedPermission {
  readonly for: FixedAudience | null;
  readonly rows: Range | null;
  readonly labels: readonly string[] | null;
  readonly reports: boolean;
}

/** What happens to apps, by type. */
export interface AppsEvents {
  readonly "app.created": {
    readonly app: AppId;
    readonly organization: OrganizationId;
    readonly name: string;
    readonly cool: boolean;
  };
  readonly "app.published": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly host: OrganizationId;
  };
  readonly "app.withdrawn": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly because: "withdrawn" | "dissolved";
  };
  /** The authorized list is now this; `null`: everybody. */
  readonly "app.authorized": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly authorized: FixedAudience | null;
  };
  readonly "app.permitted": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly permissions: readonly FixedPermission[];
  };
  /** An identity that resigned is named nowhere in the app's list and permissions any more. */
  readonly "app.unlisted": Identity & {
    readonly space: SpaceId;
    readonly app: AppId;
    /** Where it was named: `null` is the authorized list, a number the permission in that place. */
    readonly named?: readonly (number | null)[];
  };
  /** An identity that is back is named again where it was (RESIGN-07). */
  readonly "app.relisted": Identity & {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly named: readonly (number | null)[];
    /** The order of the Association, and the employment, under which it is named. */
    readonly order: number;
    readonly number: number;
    readonly because: "reinstated";
  };
  readonly "app.distributed": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly organization: OrganizationId;
    readonly group: string;
    /** The order of the Association it was done under. */
    readonly order: number;
  };
  /** A row of the Host's data, with who submitted it for whom (DATA-01, DATA-02). */
  readonly "form.submitted": {
    readonly app: AppId;
    readonly row: RowId;
    readonly space: SpaceId | null;
    /** The acting organization. */
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly labels: readonly string[];
    /** Whether it triggers the app's automation, and message cards (FEAT-04, FEAT-05). */
    readonly automation: boolean;
    readonly cards: boolean;
  };
  readonly "space-app.created": AppsCommands["space-app.create"];
  readonly "space-app.published": AppsCommands["space-app.publish"];
}

// -------------------------------------------------------------------------------------- records

/** `app:{app}`: an app that an organization built, or one of a Space; ids are shared by both. */
export interface AppRecord {
  readonly name: string;
  /** Who built it: an organization, or a Space under its own identity. */
  readonly owner:
    | { readonly kind: "organization"; readonly organization: OrganizationId }
    | { readonly kind: "space"; readonly space: SpaceId };
  readonly cool: boolean;
  /** The Spaces that it is published to, in order of publication; of a Space app, its own. */
  readonly published: readonly SpaceId[];
  /** How many rows there are: they are never taken out, so their tickets run from 0. */
  readonly rows: number;
  /** Index of `submitters`: counts persons. */
  readonly submitters: HashIndex;
  /** Index of `submitted`. */
  readonly submitted: PageIndex;
}

/** An audience as it is kept: its departments and people in buckets, for there may be thousands. */
export interface KeptAudience {
  readonly partners: readonly PartnerKind[];
  readonly organizations: FixedAudience["organizations"];
  /** Indexes of `listed`. */
  readonly departments: HashIndex;
  readonly people: HashIndex;
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

/** `offered:{space}/{page}` and `home:{space}/{page}`, in order of publication. */
export interface OfferedPage {
  readonly entries: readonly (readonly [ticket: number, app: AppId])[];
}

/** `rows:{app}/{page}`, in order of arrival. */
export interface RowsPage {
  readonly entries: readonly {
    readonly ticket: number;
    readonly row: RowId;
    readonly space: SpaceId | null;
    readonly organization: OrganizationId;
    readonly person: PersonId;
    /** The employment under which it was submitted; `null` if that is not known. */
    readonly under: number | null;
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
  as: readonly (readonly [OrganizationId, ticket: number, under: number | null])[],
];

/** `submitted:{app}/{page}`: who submitted, in order of their first rows. */
export interface SubmittedPage {
  readonly entries: readonly (readonly [
    ticket: number,
    OrganizationId,
    PersonId,
    under: number | null,
  ])[];
}

/** The tie of an identity to the list and permissions of an app in a Space; `id` is made of both. */
export type ListTie = readonly [id: string, space: SpaceId, app: AppId];

/** The records of apps, by kind. */
export interface AppsRecords {
  readonly app: AppRecord;
  readonly publication: PublicationRecord;
  readonly listed: ListedBucket;
  readonly permission: PermissionRecord;
  readonly distributed: DistributedBucket;
  readonly workbench: WorkbenchRecord;
  readonly offered: OfferedPage;
  readonly home: OfferedPage;
  readonly rows: RowsPage;
  readonly row: RowRecord;
  readonly submitters: SubmittersBucket;
  readonly submitted: SubmittedPage;
}
