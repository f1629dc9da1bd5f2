/** The records of the directory. */
import type { Bucket } from "../../core/bucket.ts";
import type {
  DepartmentId,
  ListId,
  OrganizationId,
  PersonId,
  RoleId,
  SourceId,
  SpaceId,
} from "../../core/ids.ts";
import type { Setting } from "../../core/notice.ts";
import type { HashIndex, PageIndex } from "../../core/structures.ts";
import type {
  DeparturesPage,
  ExtentsRecord,
  HeldChange,
  HeldRecord,
  KeptIndex,
  KeptPage,
  Listed,
  ListRecord,
  PartRecord,
  RemovalRecord,
  RemovalsPage,
  ReturnsRecord,
  Taken,
} from "./records-lists.ts";
import type { BroughtBucket, SourceRecord, Voucher } from "./records-sources.ts";
import type { Admin, Edition, Employed, PersonFields } from "./terms.ts";

/** What the end of an organization took of it, to be given back (DIR-19). */
export interface Ended {
  readonly at: number;
  readonly admins: readonly Admin[];
  /** How many Spaces it hosted. */
  readonly hosted: number;
  /** Spaces it had joined. */
  readonly joined: readonly SpaceId[];
  /** Instances of its apps that ended with it. */
  readonly instances?: number;
  /** Tasks in others' instances that went to those. */
  readonly tasks?: number;
  /** Its license pool, if it had one. */
  readonly pools?: number;
  /** Its Links, upwards and downwards. */
  readonly links?: number;
  /** The Trunks that it was a Branch of; absent for none. */
  readonly trunks?: readonly OrganizationId[];
}

/** `organization:{org}` */
export interface OrganizationRecord {
  readonly name: string;
  readonly ended: boolean;
  /** There while it is ended; absent if it ended before this was kept. */
  readonly taken?: Ended;
  /** When its end was last taken back, of when that end was, and how often it was. */
  readonly reinstatedAt?: number;
  readonly endedAt?: number;
  readonly reinstatements?: number;
  readonly certified: boolean;
  readonly edition: Edition;
  readonly sso: boolean;
  /** There while all its people are as if suspended. */
  readonly suspended?: true;
  /** The latest revision the source gave for each value it sets. */
  readonly revisions: {
    readonly name?: number;
    readonly certification?: number;
    readonly edition?: number;
    readonly sso?: number;
    readonly suspended?: number;
  };
  readonly admins: readonly Admin[];
  /** Live Spaces hosted, in order of creation. */
  readonly hosted: readonly SpaceId[];
  /** Spaces joined, in order of joining. */
  readonly joined: readonly SpaceId[];
  /** The Trunks that it is a Branch of, in order of linking; there from the first Link on. */
  readonly trunks?: readonly OrganizationId[];
  /** Spaces ever created. */
  readonly created: number;
  /** Spaces that support added to the quota. */
  readonly expansion: number;
  readonly batchInvitation: boolean;
  /** Index of `applied`; there from the first application on. */
  readonly applied?: PageIndex;
  /** Indexes of `aliases`; each there from the first rename on (DIR-14, DIR-16). */
  readonly renamed?: { readonly [Sort in RenamedSort]?: HashIndex };
  /** Thresholds of how many Spaces it may join that are not armed, though it is in fewer (ALERT-06). */
  readonly unarmed?: readonly number[];
}

/** What can be renamed. */
export type RenamedSort = "people" | "departments";

/** `aliases:{org}/{bucket}/{people or departments}`: ids and keys that are not the same. */
export type AliasesBucket = Bucket<AliasEntry>;

/** An entry of `aliases`. */
export type AliasEntry = readonly [id: string, alias: Alias];

/**
 * What is known of a text as an id, and as a key. Whoever is renamed keeps the key under which records
 * name them; their new id, unused, and the one given up change keys, so that each id has one key.
 */
export interface Alias {
  /** The key of whoever has this id now; absent if it is the id itself. */
  readonly key?: string;
  /** Who had this id, by key, and until when, the first first, as far as followed (DIR-15). */
  readonly holders?: readonly Until[];
  /** The id of whoever has this key; absent if it is the key itself. */
  readonly id?: string;
  /** The ids that whoever has this key had, until when, oldest first; at most {@link FORMER_IDS_MAX}. */
  readonly former?: readonly Until[];
  /** The natural person as whom whoever has this key counts; absent if it is the key itself (AMB-117). */
  readonly natural?: PersonId;
}

/** An id, or the key of whoever had it, and when it was given up. */
export type Until = readonly [id: string, until: number];

/** `directory:{org}`: the counts and indexes that change with the people. */
export interface DirectoryRecord {
  /** The next hire's place in the order of hires. */
  readonly hires: number;
  /** Index of `people`. */
  readonly people: HashIndex;
  /** Index of `tree`. */
  readonly tree: PageIndex;
  /** Index of `suspended`; there from the first suspension on. */
  readonly suspended?: PageIndex;
  /** Index of `departures`; absent until something is kept of one. */
  readonly departures?: PageIndex;
  /** Full lists in progress, held or not yet carried out, in the order in which they began. */
  readonly lists?: readonly ListId[];
  /** Index of `removals`; there from the first fact on that was held. */
  readonly removals?: PageIndex;
  /** Index of `inert`; there from the first entry on. */
  readonly inert?: HashIndex;
  /** The latest complete list of the whole organization. */
  readonly listed?: Listed;
  /** The named sources, as they came; absent until there is one (DIR-06). */
  readonly sources?: readonly SourceId[];
}

/** `people:{org}/{bucket}`: people in service, with their place in the order of hires. */
export type PeopleBucket = Bucket<PeopleEntry>;

/** An entry of `people`. */
export type PeopleEntry = readonly [person: PersonId, number: number, ordinal: number];

/** `suspended:{org}/{page}`: people who are suspended, so that what waits for them is found (FLOW-19). */
export interface SuspendedPage {
  readonly entries: readonly (readonly [ticket: number, person: PersonId])[];
}

/** `tree:{org}/{page}`: the departments, so that a whole subtree is known in one reading. */
export interface TreePage {
  readonly entries: readonly TreeEntry[];
}

/** A department as its tree page lists it. */
export interface TreeEntry {
  readonly ticket: number;
  readonly department: DepartmentId;
  readonly parent: DepartmentId | null;
  readonly name: string;
  /** Buckets of `placed`; the count of people stands in the department's own record. */
  readonly buckets: number;
  /** Whether its record names removed departments that it stands under still. */
  readonly barred?: true;
  /** As its record has it. */
  readonly dormant?: number;
  /** Whether its record says that a fact about it is held. */
  readonly held?: true;
}

/** `department:{org}/{dept}`; kept as a tombstone when removed. */
export interface DepartmentRecord {
  readonly removed: boolean;
  readonly parent: DepartmentId | null;
  /** Nearest first, without the root. */
  readonly ancestors: readonly DepartmentId[];
  readonly ticket: number;
  /** Index of `placed`: people placed directly here. */
  readonly placed: HashIndex;
  /** Index of `heads`. */
  readonly heads: HashIndex;
  /** When the last fact about it happened, and the latest revision of each value. */
  readonly at: number;
  readonly revisions: { readonly name?: number; readonly parent?: number; readonly id?: number };
  /** There while it is dormant: the time of the first list that lacked it (DIR-10). */
  readonly dormant?: number;
  /** What a fact says of it that waits for an admin's word (DIR-09). */
  readonly held?: HeldChange;
  /** Who vouches for it, or did, the oldest first; absent if no source ever did (DIR-06). */
  readonly vouched?: readonly Voucher[];
  /** When it was last removed (DIR-11). */
  readonly removedAt?: number;
  /** Whether a scope excludes it, or once did. */
  readonly excluded?: true;
  /** The removed departments that it stands under still, as an exclusion sees it (ROSTER-16). */
  readonly under?: readonly Under[];
  /** How many were made head of it so far, but for those who came back (RESIGN-07). */
  readonly appointed?: number;
  /** Indexes of `over`: whom it stands over still, since it was removed. */
  readonly over?: { readonly departments: HashIndex; readonly people: HashIndex };
  /** Index of `naming`: settings that name it, or once did. */
  readonly naming?: HashIndex;
  /** Index of `mounted`: the Branches that hang here in the organization's book (MOUNT-01). */
  readonly mounted?: HashIndex;
}

/**
 * A removed department above another one, and its place there: how many of those that stand are nearer.
 */
export type Under = readonly [department: DepartmentId, nearer: number];

/** `over:{org}/{d or p}{bucket}/{dept}` */
export type OverBucket = Bucket<OverEntry>;

/** An entry of `over`: a sub-department (d) or a person (p). */
export type OverEntry = readonly [id: string];

/** `naming:{org}/{bucket}/{dept}` */
export type NamingBucket = Bucket<NamingEntry>;

/** An entry of `naming`; its place is how many there were when it came, for entries stand by hash. */
export type NamingEntry = readonly [
  ids: string,
  place: number,
  kinds: readonly TiedSetting["kind"][],
];

/** `inert:{org}/{bucket}`: entries of an organization's settings that name removed departments (DIR-11). */
export type InertBucket = Bucket<InertEntry>;

/**
 * An entry of `inert`: the kind of the setting, the two ids that tell it apart, whose department, and
 * which. Some may be none any more: what a setting was set for ends without a word to it.
 */
export type InertEntry = readonly [ids: string];

/** A setting that a department keeps a note of; the others are found through the Spaces and Links. */
export type TiedSetting = Exclude<
  Setting,
  { readonly kind: "scope" | "link-scope" | "automatic" | "seats" }
>;

/** `placed:{org}/{bucket}/{dept}` */
export type PlacedBucket = Bucket<PlacedEntry>;

/** An entry of `placed`. */
export type PlacedEntry = readonly [person: PersonId];

/** A kind of word about whether somebody is in service. */
export type ServiceWord = "hired" | "left" | "reinstated";

/**
 * When an employment began and ended, the latest word of each kind on this person here, and the latest
 * that this employment ended, or was in force again.
 */
export type EmploymentTimes = {
  readonly [When in "began" | "ended" | ServiceWord | "ownLeft" | "ownReinstated"]?: number;
};

/** `employment:{org}/{person}`; kept when the employment ends. */
export interface EmploymentRecord {
  /** The number under which it began: what others keep of it. */
  readonly number: number;
  /** The number by which the source knows it; `null` while it is the library's alone (DIR-03). */
  readonly given: number | null;
  /** Which named source's that number is; absent if it is the organization's own (DIR-06). */
  readonly givenBy?: SourceId;
  /** The number that it had of a source which vouches no more, until there is another one. */
  readonly hadNumber?: number;
  /** Who vouches for it, or did, the oldest first; absent if no source ever did (DIR-06). */
  readonly vouched?: readonly Voucher[];
  readonly inService: boolean;
  /** The place in the organization's order of hires. */
  readonly ordinal: number;
  readonly departments: readonly DepartmentId[];
  /** The removed departments that this person is in or below still, as an exclusion sees it (ROSTER-16). */
  readonly under?: readonly DepartmentId[];
  readonly fields: PersonFields;
  readonly probation: boolean;
  /** The departments that this person is head of, and the named roles they have. */
  readonly heads: readonly DepartmentId[];
  readonly roles: readonly RoleId[];
  /** The successor that the organization registered, under the employment it is good for. */
  readonly successor: Employed | null;
  /** Whom this person reports to, under the employment it is good for; kept when either ends (FLOW-20). */
  readonly manager: Employed | null;
  /**
   * There while the person is suspended, with who stands in, under the employment it is good for, and
   * the ticket in the list of those who are.
   */
  readonly suspended?: { readonly standIn: Employed | null; readonly ticket: number };
  /** There while out of service, and what is kept of it (RESIGN-05). */
  readonly taken?: Taken;
  /** There while something is kept of its last end. */
  readonly kept?: KeptIndex;
  /** Those who counted as the same natural person when it ended last (AMB-117). */
  readonly along?: readonly IdThere[];
  /** There while out of service, if word has come that the person left (RESIGN-06). */
  readonly reported?: true;
  /** When the last fact about it happened. */
  readonly at: number;
  /** What orders facts without numbers (DIR-02); what a record of before did not keep is absent. */
  readonly times: EmploymentTimes;
  readonly revisions: {
    readonly departments?: number;
    /** Of single placements, the one revised last at the end (DIR-12). */
    readonly placements?: readonly (readonly [department: DepartmentId, revision: number])[];
    readonly fields?: number;
    readonly admin?: number;
    readonly heads?: number;
    readonly roles?: number;
    readonly manager?: number;
    readonly suspended?: number;
  };
}

/**
 * `former:{org}/{number}/{person}`: what was last known of an employment that another has followed, for
 * what was done under it.
 */
export interface FormerRecord {
  readonly fields: PersonFields;
}

/** `heads:{org}/{bucket}/{dept}`: who is head of a department, with their place in the order of hires. */
export type HeadsBucket = Bucket<HeadsEntry>;

/** An entry of `heads`. */
export type HeadsEntry = readonly [person: PersonId, ordinal: number];

/** `role:{org}/{role}`: a named role that somebody has, or once had. */
export interface RoleRecord {
  /** How many were given it so far, but for those who came back (RESIGN-07). */
  readonly appointed?: number;
  /** Index of `holders`. */
  readonly holders: HashIndex;
}

/** `holders:{org}/{bucket}/{role}`: who has a named role. */
export type HoldersBucket = Bucket<HoldersEntry>;

/** An entry of `holders`. */
export type HoldersEntry = readonly [person: PersonId, ordinal: number];

/**
 * `bound:{org}/{person}`: where an identity is bound, so that its leaving finds everything; absent if
 * it never was bound anywhere.
 */
export interface BoundRecord {
  /** The place of the next tie in the order in which they came. */
  readonly places: number;
  /** The first ties, so that most people's leaving is read from this record alone. */
  readonly near: readonly NearTie[];
  /** Index of the `ties` to cooperation groups for which there was no room in `near`. */
  readonly groups: HashIndex;
  /** The same of authorized lists and data permissions that name this identity. */
  readonly lists: HashIndex;
  /** The same of flow instances in which this identity holds open tasks. */
  readonly tasks: HashIndex;
  /** The same of organizations above at which it has something through Links; absent until it has. */
  readonly stakes?: HashIndex;
  /** The same of offices of liaisons that it holds. */
  readonly offices?: HashIndex;
  /** The same of people for whom it stands in for a period. */
  readonly "stand-ins"?: HashIndex;
  /** The same of Members for which it is a counterpart. */
  readonly counterparts?: HashIndex;
  /** Index of `started`: instances this identity started. */
  readonly started: PageIndex;
  /** Index of `handled`: tasks this identity has acted on. */
  readonly handled: PageIndex;
}

/** What an identity can be bound to. */
export type TieKind =
  | "groups"
  | "lists"
  | "tasks"
  | "stakes"
  | "offices"
  | "stand-ins"
  | "counterparts";

/**
 * `ties:{org}/{kind and bucket}/{person}`; `place` is the tie's in the order in which they came, what
 * follows is the affair of the area it is of.
 */
export type TiesBucket = Bucket<TiesEntry>;

/** An entry of `ties`. */
export type TiesEntry = readonly [id: string, place: number, ...rest: readonly unknown[]];

/** A tie in the record that says where an identity is bound. */
export type NearTie = readonly [kind: TieKind, ...TiesEntry];

/** `started:{org}/{page}/{person}` and `handled:{org}/{page}/{person}`: what one has done, under which employment. */
export interface DonePage {
  readonly entries: readonly (readonly [
    ticket: number,
    id: string,
    task: number,
    under: number | null,
  ])[];
}

/**
 * `person:{person}`: where this person has an identity. A natural person is kept under a key as well, and goes
 * by a name, the id by which others come to count as them; names and keys stand in a one-to-one relation.
 */
export interface PersonRecord {
  readonly organizations: readonly OrganizationId[];
  /** Where whoever has this key has another id, and which. */
  readonly ids?: readonly IdThere[];
  /** Where whoever has this id has another key, and which. */
  readonly keys?: readonly IdThere[];
  /** As a name: the key of the natural person who goes by it; absent if it is the name itself. */
  readonly natural?: PersonId;
  /** As the key of a natural person: the name they go by; absent if it is the key itself. */
  readonly name?: PersonId;
  /** As the key of a natural person: identities in service that count as them and have another key. */
  readonly others?: readonly IdThere[];
  /** Where whoever has this key counts as another natural person. */
  readonly apart?: readonly OrganizationId[];
}

/** An id, or a key, in an organization. */
export type IdThere = readonly [OrganizationId, PersonId];

/** The records of the directory, by kind. */
export interface DirectoryRecords {
  readonly organization: OrganizationRecord;
  readonly directory: DirectoryRecord;
  readonly aliases: AliasesBucket;
  readonly people: PeopleBucket;
  readonly suspended: SuspendedPage;
  readonly tree: TreePage;
  readonly department: DepartmentRecord;
  readonly placed: PlacedBucket;
  readonly over: OverBucket;
  readonly naming: NamingBucket;
  readonly inert: InertBucket;
  readonly employment: EmploymentRecord;
  readonly former: FormerRecord;
  readonly kept: KeptPage;
  readonly departures: DeparturesPage;
  readonly person: PersonRecord;
  readonly held: HeldRecord;
  readonly list: ListRecord;
  readonly removal: RemovalRecord;
  readonly removals: RemovalsPage;
  readonly part: PartRecord;
  readonly returns: ReturnsRecord;
  readonly extents: ExtentsRecord;
  readonly source: SourceRecord;
  readonly brought: BroughtBucket;
  readonly heads: HeadsBucket;
  readonly role: RoleRecord;
  readonly holders: HoldersBucket;
  readonly bound: BoundRecord;
  readonly ties: TiesBucket;
  readonly started: DonePage;
  readonly handled: DonePage;
}
