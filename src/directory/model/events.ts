/** What happens in the directory. */
import type { DepartmentId, OrganizationId, PersonId, RoleId, SourceId } from "../../core/ids.ts";
import type { DepartmentOf, Identity, Setting } from "../../core/notice.ts";
import type { DepartureEvents, ListEvents, RemovalEvents } from "./events-lists.ts";
import type { DirectoryFacts } from "./inputs.ts";
import type { ServiceWord } from "./records.ts";
import type { Employed } from "./terms.ts";

/** What a fact says, whichever source of the directory said it: events tell that apart (DIR-06). */
export type Told<Type extends keyof DirectoryFacts> = Omit<DirectoryFacts[Type], "source">;

/** What a fact says about an employment, under the number that it began with. */
export type Numbered<Type extends keyof DirectoryFacts> = Told<Type> & {
  readonly number: number;
};

/** Which sources of a directory vouch for what (DIR-06). */
export interface SourceEvents {
  /** A source vouches for somebody under the employment in force, or no longer; or brought other placements. */
  readonly "person.vouched": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly source: SourceId;
    /** Whether it does from now on. */
    readonly given: boolean;
    /** Whether a fact says that somebody is there, and not a list. */
    readonly said?: true;
    /** Whether a fact says that somebody is gone, and not a list by its silence. */
    readonly reported?: true;
    /** All of the person's departments that it brought; absent if those are as they were, or it vouches no more. */
    readonly departments?: readonly DepartmentId[];
    /** The source's revision of where the person is; of one `department` alone, if that is named. */
    readonly revision?: number;
    readonly department?: DepartmentId;
    /** The employment's number is this source's from now on, or was and is nobody's. */
    readonly numbers?: true;
  };
  readonly "department.vouched": {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly source: SourceId;
    readonly given: boolean;
    /** Whether a fact says so, and not a list; with its revision, if it has one. */
    readonly said?: true;
    readonly revision?: number;
  };
}

/** Entries of one setting that name departments, and whose setting it is (DIR-11). */
export interface SettingEntries {
  readonly setting: Setting;
  readonly owner: OrganizationId;
  readonly departments: readonly DepartmentOf[];
}

/** What becomes of entries of settings that name departments. */
export interface SettingEvents {
  /** They were removed: the setting has no effect there, and is kept (DIR-11). */
  readonly "setting.inert": SettingEntries;
  /** They exist again within the retention: what names them is in force again. */
  readonly "setting.revived": SettingEntries;
  /** What named removed departments is kept no longer: taken out, replaced, or out of the retention. */
  readonly "setting.dropped": SettingEntries;
}

/**
 * What an organization had before its end, and what became of it: Spaces it hosted, Associations, running
 * instances of its apps, tasks in others' instances, its license pool.
 */
export type NotReinstated = readonly [
  kind: "space" | "association" | "link" | "instance" | "task" | "pool",
  count: number,
  reason: "dissolved" | "cancelled" | "ended" | "parked",
];

/** What happens in the directory, by type. */
export interface DirectoryEvents
  extends SettingEvents,
    DepartureEvents,
    ListEvents,
    RemovalEvents,
    SourceEvents {
  readonly "organization.registered": DirectoryFacts["organization.registered"];
  readonly "organization.renamed": DirectoryFacts["organization.renamed"];
  readonly "organization.certification-changed": DirectoryFacts["organization.certification-changed"];
  readonly "organization.edition-changed": DirectoryFacts["organization.edition-changed"];
  readonly "organization.sso-changed": DirectoryFacts["organization.sso-changed"];
  readonly "organization.suspended": DirectoryFacts["organization.suspended"];
  readonly "organization.resumed": DirectoryFacts["organization.resumed"];
  readonly "organization.ended": DirectoryFacts["organization.ended"];
  readonly "organization.reinstated": DirectoryFacts["organization.reinstated"] & {
    /** What does not come back, how many of each, and why (DIR-19). */
    readonly left: readonly NotReinstated[];
  };
  readonly "admin.changed": Omit<Told<"admin.changed">, "number" | "hierarchyPermission"> & {
    readonly spacePermission: boolean;
    readonly hierarchyPermission?: true;
  };
  readonly "department.created": Told<"department.created"> & {
    /** The removed departments between it and its parent, nearest first (ROSTER-16). */
    readonly under?: readonly DepartmentId[];
    /** When it was removed, if it was there before (DIR-11). */
    readonly removedAt?: number;
  };
  readonly "department.renamed": Told<"department.renamed">;
  readonly "department.moved": Told<"department.moved"> & {
    readonly from: DepartmentId | null;
    /** The removed departments between it and its new parent, nearest first (ROSTER-16). */
    readonly under?: readonly DepartmentId[];
  };
  readonly "department.removed": Told<"department.removed"> & {
    readonly parent: DepartmentId | null;
    /** Its sub-departments, which go to its parent. */
    readonly children: readonly DepartmentId[];
    /** Who was placed in it, in the order of hires. */
    readonly people: readonly PersonId[];
    /** Who was head of it, in the order of hires. */
    readonly heads: readonly PersonId[];
    /** Full lists lacked it for long enough, or an admin confirmed it; absent if a fact said so. */
    readonly because?: "list" | "confirmed";
  };
  /** A full list lacks it, and nobody is in it: it stands as it is until it is removed (DIR-10). */
  readonly "department.dormant": {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    /** The time of that list. */
    readonly since: number;
  };
  /** A dormant department was named by a list or a newer fact, or somebody came into it or below it. */
  readonly "department.awake": {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
  };
  /** It has another id from now on, `to`, and is what it was (DIR-16). */
  readonly "department.id-changed": DirectoryFacts["department.renamed-id"];
  /**
   * The source's wish could not be followed; the tree stays as it was, or hangs it higher up. Or the id
   * that it was to have is another's (DIR-16).
   */
  readonly "department.flagged":
    | {
        readonly organization: OrganizationId;
        readonly department: DepartmentId;
        readonly parent: DepartmentId | null;
        readonly reason: "cycle" | "too-deep";
        readonly revision?: number;
      }
    | {
        readonly organization: OrganizationId;
        readonly department: DepartmentId;
        readonly to: DepartmentId;
        readonly reason: "id-in-use";
        readonly revision?: number;
      };
  readonly "person.hired": Numbered<"person.hired"> & {
    /** The source gave none: the number is the library's (DIR-03). */
    readonly unnumbered?: true;
    /** A full list brought it, which is no word that somebody was hired (DIR-02). */
    readonly listed?: true;
    /** The removed departments among those reported that scopes exclude (ROSTER-16). */
    readonly under?: readonly DepartmentId[];
  };
  /** The source's number for an employment that had the library's (DIR-03). */
  readonly "person.numbered": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    /** Which source's, if it has a name (DIR-06). */
    readonly source?: SourceId;
  };
  /** Word that somebody is in service, or has left, which was so: older word is late by it (DIR-02). */
  readonly "person.noted": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly kind: ServiceWord;
    readonly at: number;
    /** Whose word it is, of several sources; absent if it is the organization's own, which is about all of them. */
    readonly source?: SourceId;
  };
  readonly "person.confirmed": Numbered<"person.confirmed">;
  readonly "person.relocated": Numbered<"person.relocated"> & {
    readonly from: readonly DepartmentId[];
    /** The removed departments that the person is under from now on (ROSTER-16). */
    readonly under?: readonly DepartmentId[];
    /** The one that was entered or left, and whose placement the revision is of (DIR-12). */
    readonly department?: DepartmentId;
    /** A full list of some departments no longer named the person (DIR-05); absent if it was word of the person. */
    readonly because?: "missing";
  };
  readonly "person.fields-changed": Numbered<"person.fields-changed">;
  /** The employment goes by another id from now on, `to`, and is the same (DIR-14). */
  readonly "person.renamed": Numbered<"person.renamed">;
  /** An identity counts as another natural person than before: as those whose id it has (AMB-117). */
  readonly "person.recounted": Identity & { readonly because: "came" | "alone" };
  /** Somebody else has or had the id that the person was to have: nothing changes (DIR-14). */
  readonly "person.flagged": Numbered<"person.renamed"> & { readonly reason: "id-in-use" };
  readonly "person.resigned": Numbered<"person.resigned"> & {
    /** A full list no longer named them, or a later hire took its place; absent if a fact said so. */
    readonly because?: "missing" | "hired";
    /** The source that was the last to vouch, and does no longer (DIR-06). */
    readonly source?: SourceId;
  };
  readonly "person.heads-changed": Numbered<"person.heads-changed"> & {
    readonly from: readonly DepartmentId[];
  };
  readonly "person.roles-changed": Numbered<"person.roles-changed"> & {
    readonly from: readonly RoleId[];
  };
  readonly "person.manager-changed": Omit<Numbered<"person.manager-changed">, "manager"> & {
    /** With the employment it is good for. */
    readonly manager: Employed | null;
    readonly from: Employed | null;
  };
  readonly "person.suspended": Omit<Numbered<"person.suspended">, "standIn"> & {
    /** Whoever the fact named, if in service, with the employment it is good for. */
    readonly standIn: Employed | null;
    /** It was so already, and only the revision is new: nothing follows from it. */
    readonly again?: true;
  };
  readonly "person.resumed": Numbered<"person.resumed">;
  readonly "successor.set": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    /** With the employment it is good for. */
    readonly successor: Employed | null;
  };
}
