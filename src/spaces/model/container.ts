/**
 * What organizations are joined to: a Space, or a Trunk through a Link. Invitations, applications, reviews,
 * scopes and Rosters are the same for both; what names the container says which it is.
 */
import type { Bucket } from "../../core/bucket.ts";
import type {
  ApplicationId,
  DepartmentId,
  InvitationId,
  OrganizationId,
  SpaceId,
} from "../../core/ids.ts";
import type { HashIndex, PageIndex } from "../../core/structures.ts";

/** In a Space. */
export interface InSpace {
  readonly space: SpaceId;
}

/** In a Trunk: an organization in its part of those below it (HIER-01). */
export interface InTrunk {
  readonly trunk: OrganizationId;
}

/** A Space or a Trunk. */
export type Container = InSpace | InTrunk;

/** Something that belongs to a container. */
export type Within<Data> = (InSpace & Data) | (InTrunk & Data);

/** How far up a Branch lets itself be seen: by its Trunk alone, or by everybody above (HIER-04). */
export type Reach = "trunk" | "all-above";

/** A field of a person that may be kept from others; the name is always shown. */
export type OptionalField = "title" | "email" | "phone";

/** Whom such a field reaches besides one's own people: whoever sees the person, the Host's or the Trunk's, nobody. */
export type FieldReach = "visible" | "host" | "nobody";

/** How far fields of people reach; of what is left out the policy says it (VIS-09). */
export type SharedFields = { readonly [Field in OptionalField]?: FieldReach };

/** What an application to a Trunk asks for besides its scope (LINK-02). */
export interface LinkWished {
  readonly reach: Reach;
  readonly shared: readonly string[];
  /** The Trunk that it is to leave for this one (LINK-08). */
  readonly replaces: OrganizationId | null;
}

/** Who may see a Branch, or whom a Branch may see, whatever the switch says (SIGHT-03). */
export interface SightExceptions {
  readonly organizations: readonly OrganizationId[];
  /** Departments of the Trunk. */
  readonly departments: readonly DepartmentId[];
}

// -------------------------------------------------------------------------------------- records

/** `trunk:{org}`: what an organization is to those below it; there from the first word about it on. */
export interface TrunkRecord {
  /** Whether it ever chose somebody below to be granted licenses automatically (SEAT-03). */
  readonly chooses?: true;
  /** Whether the platform has opened the capability, and for how many Branches; `null`: no number. */
  readonly open: boolean;
  readonly capacity: number | null;
  /** The latest revision that the platform gave. */
  readonly revision?: number;
  /** Index of `branches`. */
  readonly branches: PageIndex;
  /** Index of `below`. */
  readonly below: PageIndex;
  /** How many organizations are below at each distance, by the longest chain; the first is 1. */
  readonly distances: readonly number[];
  /** Index of `trunk-aliases`. */
  readonly aliases: HashIndex;
  /** Index of `trunk-pending`. */
  readonly pending: PageIndex;
  /** Index of `trunk-invited`. */
  readonly invitations: PageIndex;
  /** How far its own people's fields reach in its book; absent: nothing was said (VIS-09). */
  readonly fields?: SharedFields;
}

/** `link:{trunk}/{branch}`: absent while the two are not linked. */
export interface LinkRecord {
  /** Rises with each Link of the Trunk, so a former one's never returns. */
  readonly order: number;
  readonly reach: Reach;
  /** The data codes that the Trunk may read (SHARE-01). */
  readonly shared: readonly string[];
  /** The sync scope: the whole organization, and the indexes of `link-ruled` for the rest. */
  readonly whole: boolean;
  readonly departments: HashIndex;
  readonly people: HashIndex;
  /** Whether the scope names, or once named, a removed department (DIR-11). */
  readonly inert?: true;
  /** How often the scope was set as a whole (RESIGN-07). */
  readonly sets?: number;
  /** Index of `link-roster`. */
  readonly roster: HashIndex;
  /** The Branch's name in the Trunk's book, its place there, `null` at the root, and labels (MOUNT-01). */
  readonly alias: string | null;
  readonly mount: DepartmentId | null;
  readonly labels: readonly string[];
  /** How far its people's fields reach; absent: the Branch has not said (VIS-09). */
  readonly fields?: SharedFields;
  /** How many distinct persons may hold seats, of this Branch and all below it; absent: any number (SEAT-04). */
  readonly seats?: number;
  /** How many do; absent: nobody. */
  readonly seated?: number;
  /** Epoch ms from which on the Branch may leave; absent: it has not announced that (EXIT-07). */
  readonly leaving?: number;
  /** Thresholds of `seats` that are not armed, though fewer do (ALERT-06). */
  readonly unarmed?: readonly number[];
  /** There while the Trunk lets the Branch replace this Link by another one (LINK-08). */
  readonly released?: true;
  /** The two switches of sight, each with its exceptions (SIGHT-03). */
  readonly hidden: boolean;
  readonly hiddenExcept: KeptExceptions;
  readonly ownOnly: boolean;
  readonly ownOnlyExcept: KeptExceptions;
}

/** Exceptions as they are kept: an organization that comes under the Trunk again is another one. */
export interface KeptExceptions {
  readonly organizations: readonly (readonly [OrganizationId, ticket: number])[];
  readonly departments: readonly DepartmentId[];
}

/**
 * An organization above another: at which level, `null` if it does not reach that far down; how many Links
 * the longest chain has; through which Trunks of the lower one chains pass, first that of the line; the
 * orders of the Links of the line, from the top; its ticket in `below` of the upper one; the organizations
 * between the two on the line, from the top.
 */
export type Above = readonly [
  organization: OrganizationId,
  level: number | null,
  longest: number,
  through: readonly OrganizationId[],
  line: readonly number[],
  ticket: number,
  path: readonly OrganizationId[],
];

/** How an organization stands to one above it. */
export interface AboveNow {
  readonly organization: OrganizationId;
  /** The Links of the shortest passing chain; `null` where none passes (HIER-04). */
  readonly level: number | null;
  /** The Links of the longest chain. */
  readonly longest: number;
  /** The Trunks of the lower one through which chains pass, first that of the line. */
  readonly through: readonly OrganizationId[];
  /** The line: the orders of its Links, from the top. */
  readonly line: readonly number[];
  /** The organizations between the two on the line, from the top. */
  readonly path: readonly OrganizationId[];
}

/** What is above an organization now. */
export interface LineageNow {
  readonly organization: OrganizationId;
  readonly above: readonly AboveNow[];
}

/** `lineage:{org}`: its own Links upwards, in the order in which they were formed, and all above it. */
export interface LineageRecord {
  readonly links: readonly (readonly [trunk: OrganizationId, order: number, reach: Reach])[];
  /** Nearest first, by the longest chain. */
  readonly above: readonly Above[];
}

/** `branches:{trunk}/{page}`: in order of Links; a Link's order is its ticket and one more. */
export interface BranchesPage {
  readonly entries: readonly (readonly [ticket: number, organization: OrganizationId])[];
}

/** `below:{org}/{page}`: in the order in which they came, each with its level. */
export interface BelowPage {
  readonly entries: readonly (readonly [
    ticket: number,
    organization: OrganizationId,
    level: number | null,
  ])[];
}

/** `trunk-aliases:{trunk}/{bucket}`: which Branches have an alias at a place; several only by MOUNT-03. */
export type TrunkAliasesBucket = Bucket<TrunkAliasEntry>;

/** An entry of `trunk-aliases`: the department, nothing for the root, and the alias in one text. */
export type TrunkAliasEntry = readonly [text: string, branches: readonly OrganizationId[]];

/** `mounted:{trunk}/{bucket}/{dept}`: the Branches mounted at a department. */
export type MountedBucket = Bucket<readonly [OrganizationId]>;

/** `trunk-pending:{trunk}/{page}` */
export interface TrunkPendingPage {
  readonly entries: readonly (readonly [ticket: number, application: ApplicationId])[];
}

/** `trunk-invited:{trunk}/{page}` */
export interface TrunkInvitedPage {
  readonly entries: readonly (readonly [ticket: number, invitation: InvitationId])[];
}

/** `trunk-applicant:{trunk}/{org}`: the latest application of an organization to a Trunk. */
export interface TrunkApplicantRecord {
  readonly application: ApplicationId;
  /** What it said of fields on the last Link that has ended and on which it said so (VIS-09). */
  readonly fields?: SharedFields;
  /** Epoch ms until which it does not apply again, after a rejection; gone with an invitation to it (JOIN-16). */
  readonly reapplyFrom?: number;
}

/** `trunk-invitee:{trunk}/{org}`: how many open invitations name an organization; absent at none. */
export interface TrunkInviteeRecord {
  readonly open: number;
  /** The latest one meant for it alone; absent: none, or none was noted (JOIN-14). */
  readonly latest?: InvitationId;
}

/** The records of Trunks and Links, by kind. */
export interface TrunksRecords {
  readonly trunk: TrunkRecord;
  readonly link: LinkRecord;
  readonly lineage: LineageRecord;
  readonly branches: BranchesPage;
  readonly below: BelowPage;
  readonly mounted: MountedBucket;
  readonly "trunk-aliases": TrunkAliasesBucket;
  readonly "trunk-pending": TrunkPendingPage;
  readonly "trunk-invited": TrunkInvitedPage;
  readonly "trunk-applicant": TrunkApplicantRecord;
  readonly "trunk-invitee": TrunkInviteeRecord;
}
