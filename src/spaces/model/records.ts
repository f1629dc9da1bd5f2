/** The records of Spaces. */
import type {
  ApplicationId,
  FolderId,
  InvitationId,
  OrganizationId,
  PersonId,
  SpaceId,
} from "../../core/ids.ts";
import type { HashIndex, PageIndex } from "../../core/structures.ts";
import type {
  InSpace,
  InTrunk,
  LinkWished,
  SharedFields,
  TrunksRecords,
  Within,
} from "./container.ts";
import type { KeptVisibility, SightPage } from "./sight.ts";
import type { AppliedRule } from "./words.ts";

/** `space:{space}`; kept as a tombstone when dissolved. It is no organization (SPACE-06). */
export interface SpaceRecord {
  readonly name: string;
  readonly host: OrganizationId;
  readonly dissolved: boolean;
  /** The person cap that support set, if any. */
  readonly cap: number | null;
  /** Distinct persons on the Roster. */
  readonly persons: number;
  /** Identities on the Roster. */
  readonly identities: number;
  /** Index of `roster`: counts persons. */
  readonly roster: HashIndex;
  /** Index of `waiting`. */
  readonly waiting: PageIndex;
  /** Index of `queued`: counts persons waiting. */
  readonly queued: HashIndex;
  /** How many identities resigned from its Roster or waiting list so far (CAP-08). */
  readonly departures?: number;
  /** Index of `members`. */
  readonly members: PageIndex;
  /** Index of `pending`. */
  readonly pending: PageIndex;
  /** Index of `invited`. */
  readonly invitations: PageIndex;
  /** Index of `folders`. */
  readonly folders: PageIndex;
  /** How many Members are hidden from others; absent: none (VIS-08). */
  readonly hidden?: number;
  /** How many Members are suspended; absent: none (EXIT-08). */
  readonly suspended?: number;
  /** Thresholds that are not armed, though the number is below them (ALERT-06). */
  readonly unarmed?: {
    readonly persons?: readonly number[];
    readonly members?: readonly number[];
  };
}

/** `association:{space}/{org}`: the Host's own part, or a Member's; absent when neither. */
export interface AssociationRecord {
  /** 0 for the Host; a Member's rises with each Association, so a former one's never returns. */
  readonly order: number;
  /** The sync scope: the whole organization, and the indexes of `ruled` for the rest. */
  readonly whole: boolean;
  readonly departments: HashIndex;
  readonly people: HashIndex;
  /** Whether the scope names, or once named, a removed department (DIR-11). */
  readonly inert?: true;
  /** How often the scope was set as a whole (RESIGN-07). */
  readonly sets?: number;
  /** Identities present, and waiting. */
  readonly present: number;
  readonly waiting: number;
  readonly folder: FolderId | null;
  readonly visibility: KeptVisibility;
  readonly types: readonly string[];
  readonly level: string | null;
  /** How far its people's fields reach; absent: the organization has not said (VIS-09). */
  readonly fields?: SharedFields;
  /** Epoch ms from which on it may leave; absent: it has not announced that (EXIT-07). */
  readonly leaving?: number;
  /** Whether it is hidden from other Members, and pages of `excepted`; absent: none (VIS-08). */
  readonly hidden?: true;
  readonly excepted?: number;
  /** There while nobody of it acts in the Space (EXIT-08). */
  readonly suspended?: true;
}

/** `counterparts:{space}/{org}`: who was named for a Member; absent until somebody was, and after its Association. */
export interface CounterpartsRecord {
  /** Of the Member's people and of the Host's. */
  readonly own: CounterpartsList;
  readonly host: CounterpartsList;
  /** So few are left that both sides were told, and none was named since. */
  readonly unattended?: true;
}

/** The counterparts of one side, in their order. */
export interface CounterpartsList {
  /** How often it was set as a whole: who left before that is not named by it again (RESIGN-07). */
  readonly sets: number;
  /** Each with the place that it had in the list as it was set. */
  readonly people: readonly (readonly [PersonId, place: number])[];
}

/** A tie of somebody who is a counterpart, in the Member's name or the Host's; its id is those of both. */
export type CounterpartTie = readonly [id: string, space: SpaceId, member: OrganizationId];

/**
 * `retained:{space}/{org}`: what was set for a Member when its Association ended, for as long as it may have
 * that back; absent: nothing is kept (EXIT-09). What the settings name stays in pages of `shown` and `excepted`.
 */
export interface RetainedRecord
  extends Pick<
    AssociationRecord,
    "folder" | "visibility" | "types" | "level" | "fields" | "hidden" | "excepted"
  > {
  /** Epoch ms at which it is over. */
  readonly until: number;
  /** How often the end of the organization had been taken back; absent: never. What ended since is another one. */
  readonly reinstatements?: number;
  /** The Host's counterparts for it, each with the number of the employment. */
  readonly counterparts: readonly (readonly [PersonId, number: number])[];
}

/** `members:{space}/{page}` */
export interface MembersPage {
  readonly entries: readonly (readonly [ticket: number, organization: OrganizationId])[];
}

/** `applicant:{space}/{org}`: the latest application of an organization to a Space. */
export interface ApplicantRecord {
  readonly application: ApplicationId;
  /** What it said of fields in the last Association that has ended and in which it said so (VIS-09). */
  readonly fields?: SharedFields;
  /** Epoch ms until which it does not apply again, after a rejection; gone with an invitation to it (JOIN-16). */
  readonly reapplyFrom?: number;
}

/** `applied:{org}/{page}`: where an organization has applied, in the order in which it first did. */
export interface AppliedPage {
  readonly entries: readonly (readonly [
    ticket: number,
    space: SpaceId | null,
    trunk: OrganizationId | null,
  ])[];
}

/** `application:{application}` */
export type ApplicationRecord = (InSpace | (InTrunk & LinkWished)) & Applied;

/** What is kept of every application. */
export interface Applied {
  readonly organization: OrganizationId;
  readonly invitation: InvitationId;
  /** Who submitted it; left out: that was not noted then (JOIN-17). */
  readonly by?: PersonId;
  /** Past its end it stays pending until a new application closes it, as expired (JOIN-15). */
  readonly status: "pending" | "withdrawn" | "approved" | "rejected" | "expired";
  readonly reason: string | null;
  readonly at: number;
  /** Epoch ms at which it is over, the end itself excluded; left out: it has no end. */
  readonly expiresAt?: number;
  readonly ticket: number;
  readonly whole: boolean;
  /** Pages of `wish`. */
  readonly pages: number;
}

/** `wish:{application}/{page}` */
export interface WishPage {
  readonly rules: readonly AppliedRule[];
}

/** `pending:{space}/{page}` */
export interface PendingPage {
  readonly entries: readonly (readonly [ticket: number, application: ApplicationId])[];
}

/** `invitation:{invitation}` */
export type InvitationRecord = Within<Invited>;

/** What is kept of every invitation. */
export interface Invited {
  readonly form: "link" | "qr";
  readonly expiresAt: number | null;
  readonly maxUses: number | null;
  /** How many records of `use` it has. */
  readonly uses: number;
  /** Until it is revoked. */
  readonly open: boolean;
  readonly invited: OrganizationId | null;
  /** Who alone may use it; left out: anyone (JOIN-13). */
  readonly for?: readonly OrganizationId[];
}

/**
 * `use:{invitation}/{org}`: a use of an invitation, by an organization that it made a Member, for good,
 * or while an application through it is pending (JOIN-19).
 */
export interface UseRecord {
  readonly member: boolean;
}

/** `invitee:{space}/{org}`: how many open invitations name an organization; absent at none. */
export interface InviteeRecord {
  readonly open: number;
  /** The latest one meant for it alone; absent: none, or none was noted (JOIN-14). */
  readonly latest?: InvitationId;
}

/** `invited:{space}/{page}` */
export interface InvitedPage {
  readonly entries: readonly (readonly [ticket: number, invitation: InvitationId])[];
}

/** `folder:{space}/{folder}`; kept as a tombstone when removed. */
export interface FolderRecord {
  readonly removed: boolean;
  readonly parent: FolderId | null;
  readonly ticket: number;
  /** Sub-folders, and Members placed here. */
  readonly children: number;
  readonly members: number;
}

/** `folders:{space}/{page}` */
export interface FoldersPage {
  readonly entries: readonly {
    readonly ticket: number;
    readonly folder: FolderId;
    readonly parent: FolderId | null;
    readonly name: string;
  }[];
}

/** The records of Spaces, by kind. */
export interface SpacesRecords extends TrunksRecords {
  readonly space: SpaceRecord;
  readonly association: AssociationRecord;
  readonly shown: SightPage;
  readonly excepted: SightPage;
  readonly counterparts: CounterpartsRecord;
  readonly retained: RetainedRecord;
  readonly members: MembersPage;
  readonly applicant: ApplicantRecord;
  readonly applied: AppliedPage;
  readonly application: ApplicationRecord;
  readonly wish: WishPage;
  readonly pending: PendingPage;
  readonly invitation: InvitationRecord;
  readonly use: UseRecord;
  readonly invitee: InviteeRecord;
  readonly invited: InvitedPage;
  readonly folder: FolderRecord;
  readonly folders: FoldersPage;
}
