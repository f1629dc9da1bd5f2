/** Questions about Spaces, and their answers. */

import type {
  ApplicationId,
  DepartmentId,
  FolderId,
  InvitationId,
  OrganizationId,
  PersonId,
  SpaceId,
} from "../../core/ids.ts";
import type { DepartmentOf, Identity } from "../../core/notice.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { PersonFields } from "../../directory/model.ts";
import type { InertDepartment } from "../../directory/select/inert.ts";
import type {
  HidingExceptions,
  InSpace,
  InTrunk,
  Reach,
  Scope,
  SharedFields,
  SightEntry,
  SightLine,
  SightSetting,
  SightSide,
  Visibility,
  Within,
} from "../../spaces/model.ts";
import type { Marked, Page, PageRequest, Room, Viewer } from "./terms.ts";

/** What the two settings of a Member's sight name (VIS-08). */
export interface SightNamed<Named> {
  readonly visibility: readonly Named[];
  readonly hiding: readonly Named[];
}

/**
 * The smallest change of a single setting that would turn a verdict: it would have to name an entry as well, or
 * no more, or begin anew (`reset`): be hidden no more, be suspended no more, see its own alone.
 */
export type SightTurn = { readonly setting: SightSetting } & (
  | { readonly change: "name" | "drop"; readonly entry: SightEntry }
  | { readonly change: "reset" }
);

/**
 * Whether somebody is seen, and why. Whoever may know no more learns of what is not seen the verdict and
 * `VIS-02`, and nothing else.
 */
export type SightReason =
  | ({
      readonly sees: boolean;
      /** The lines that would have decided otherwise, but rank behind, in their order. */
      readonly behind: readonly SightLine[];
      /** `null`: no single setting would. */
      readonly turn: SightTurn | null;
    } & SightLine)
  | { readonly sees: false; readonly rule: "VIS-02" };

/** Questions about Spaces, who is in them, and who manages them. */
export interface SpaceQueries {
  /** The management entry of one's own organization (ENTRY-01, ENTRY-04, ENTRY-05). */
  readonly "entry.management": {
    readonly input: { readonly viewer: Viewer };
    readonly answer: {
      readonly available: boolean;
      readonly hosted: readonly SpaceId[];
      readonly joined: readonly SpaceId[];
    };
  };
  /**
   * The Spaces a person sees: those with one of their identities on the Roster (ENTRY-02), unless it
   * is suspended (DIR-17), or its organization there (EXIT-08). Asked for a natural person, whichever organizations
   * they are in; so it takes an id where others take a `viewer`.
   */
  readonly "entry.spaces": {
    readonly input: { readonly person: PersonId };
    readonly answer: {
      readonly items: readonly {
        readonly space: SpaceId;
        readonly name: string;
        /** The person's organizations through which they are present. */
        readonly through: readonly OrganizationId[];
      }[];
    };
  };
  /** The organizations of a Space that a rostered viewer sees; `NOT_IN_SPACE` otherwise (VIS). */
  readonly "space.organizations": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId } & PageRequest;
    readonly answer: Page<{
      readonly organization: OrganizationId;
      readonly name: string;
      readonly role: "host" | "member";
    }>;
  };
  /** The people of a Space whom a rostered viewer sees, found by part of the name (VIS-05). */
  readonly "space.contacts": {
    readonly input: {
      readonly viewer: Viewer;
      readonly space: SpaceId;
      readonly search?: string;
    } & PageRequest;
    readonly answer: Page<{
      readonly organization: OrganizationId;
      readonly person: PersonId;
      readonly fields: PersonFields;
      readonly departments: readonly DepartmentId[];
      readonly suspended?: true;
    }>;
  };
  /** Whether a rostered viewer sees one identity: `NOT_IN_SPACE` or `NOT_VISIBLE` if not. */
  readonly "space.contact": {
    readonly input: {
      readonly viewer: Viewer;
      readonly space: SpaceId;
      readonly organization: OrganizationId;
      readonly person: PersonId;
    };
    readonly answer: { readonly fields: PersonFields; readonly suspended?: true };
  };
  /**
   * Whether one organization or identity of a Space sees another, and what decides (VIS-07): for Space admins of
   * any two, `NOT_SPACE_ADMIN` otherwise; for authorized admins of a Member of their own people as `from`
   * (`NOT_AUTHORIZED_ADMIN`), to whom of whatever is not seen no more is said than that. An organization stands
   * for somebody of it in no department. Not on the Roster: `UNKNOWN_PERSON`; not in the Space: `NOT_A_MEMBER`.
   */
  readonly "space.why": {
    readonly input: {
      readonly viewer: Viewer;
      readonly space: SpaceId;
      readonly from: SightSide;
      readonly to: SightSide;
    };
    readonly answer: SightReason;
  };
  /**
   * Pairs of Members of which only the first sees the other, somebody of it in no department, for Space admins
   * (`NOT_SPACE_ADMIN`): for each Member that sees more than itself, in order of joining, the others in that
   * order (VIS-07). A page looks at 500 at most, so it may be empty and not the last one.
   */
  readonly "space.one-way": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId } & PageRequest;
    readonly answer: Page<{ readonly sees: OrganizationId; readonly unseen: OrganizationId }>;
  };
  /** Members with their settings, for the Host's admins (`NOT_SPACE_ADMIN`). */
  readonly "admin.members": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId } & PageRequest;
    readonly answer: Page<{
      readonly organization: OrganizationId;
      readonly name: string;
      readonly folder: FolderId | null;
      readonly visibility: Visibility;
      readonly types: readonly string[];
      readonly level: string | null;
      readonly present: number;
      readonly waiting: number;
      /** Epoch ms from which on it may leave, if it has announced that (EXIT-07). */
      readonly leaving?: number;
      /** Its own counterparts, and the Host's for it, each in their order (PARTNER-03). */
      readonly counterparts: {
        readonly own: readonly Identity[];
        readonly host: readonly Identity[];
      };
      /** It has fewer of its own than the policy asks for. */
      readonly unattended?: true;
      /** Whether it is hidden, and whom that does not bind, as it is in force; left out where nothing is (VIS-08). */
      readonly hiding?: { readonly hidden: boolean; readonly except: HidingExceptions };
      /** Organizations named by these settings in an Association that has ended: they are void for good (VIS-06). */
      readonly void?: SightNamed<OrganizationId>;
      /** Departments named by them that are removed: they live again if these return (DIR-11). */
      readonly inert?: SightNamed<DepartmentOf>;
      /** Whether its people cannot act anywhere (DIR-18). */
      readonly suspended?: true;
      /** Whether the Host has suspended it, so that they cannot here (EXIT-08). */
      readonly suspendedInSpace?: true;
    }>;
  };
  /**
   * Applications that nothing was decided about, for the Host's admins, or those of the Trunk. With `at` each
   * that has an end says whether it is reached then (JOIN-15).
   */
  readonly "admin.applications": {
    readonly input: Within<{ readonly viewer: Viewer; readonly at?: number } & PageRequest>;
    readonly answer: Page<{
      readonly application: ApplicationId;
      readonly organization: OrganizationId;
      readonly name: string;
      /** Epoch ms. */
      readonly at: number;
      /** Epoch ms at which it is over; left out: it has no end. */
      readonly expiresAt?: number;
      readonly expired?: boolean;
      readonly whole: boolean;
      /** What one to a Trunk asks for besides (LINK-02). */
      readonly reach?: Reach;
      readonly shared?: readonly string[];
      readonly replaces?: OrganizationId | null;
    }>;
  };
  /**
   * What one pending application would bring, for the Host's admins, or those of the Trunk: numbers only, for
   * before the approval nobody of the applicant is known there (JOIN-18). One that was decided, withdrawn or
   * closed is `UNKNOWN_APPLICATION`.
   */
  readonly "admin.application": {
    readonly input: Within<{
      readonly viewer: Viewer;
      readonly application: ApplicationId;
      readonly at?: number;
    }>;
    readonly answer: {
      readonly organization: OrganizationId;
      readonly name: string;
      /** Epoch ms. */
      readonly at: number;
      /** Epoch ms at which it is over; left out: it has no end. */
      readonly expiresAt?: number;
      /** Approved now, a Member that is back has the settings that were kept for it (EXIT-09). */
      readonly returning?: true;
      /** What its scope names, to be in or out: as it was made, whatever has become of them. */
      readonly whole: boolean;
      readonly departments: number;
      readonly people: number;
      /** How many would enter by today's directory, and how many of these are not in the Space by another organization. */
      readonly identities: number;
      readonly persons: number;
      /** How many of the identities there is room for under the person cap; a Link has none (BRANCH-02). */
      readonly fit: number;
      /**
       * What approving it alone would be refused with now, or `null`: as of `at`; without it, whether its end
       * is reached is not asked (JOIN-15).
       */
      readonly refusal: Refusal | null;
    };
  };
  /**
   * One's own applications, for the organization's own admins: the latest to each Space and Trunk, or to the
   * one named, in the order in which the organization first applied there (JOIN-18). Without a name those that
   * the admin's permissions are for: to Spaces, to Trunks, or both.
   */
  readonly "application.own": {
    readonly input: (Partial<InSpace> | InTrunk) & {
      readonly viewer: Viewer;
      readonly at?: number;
    } & PageRequest;
    readonly answer: Page<
      Within<{
        readonly application: ApplicationId;
        /** Epoch ms. */
        readonly at: number;
        /** Epoch ms at which it is over; left out: it has no end. */
        readonly expiresAt?: number;
        /** With `at`, whether that is reached, as long as nothing was decided. */
        readonly expired?: boolean;
        readonly status: "pending" | "withdrawn" | "approved" | "rejected" | "expired";
        /** What the reviewer gave. */
        readonly reason: string | null;
        /** Epoch ms from which on it may apply there again, after a rejection (JOIN-16); left out: at once. */
        readonly reapplyFrom?: number;
      }>
    >;
  };
  /**
   * What an invitation leads to, for an authorized admin of an organization that could use it (ASK-02). To
   * nobody else is anything told: `INVITATION_NOT_VALID`, or `INVITATION_NOT_ADDRESSED`.
   */
  readonly "invitation.look": {
    readonly input: {
      readonly viewer: Viewer;
      readonly invitation: InvitationId;
      readonly at?: number;
    };
    readonly answer: Within<{
      /** Of the Space, or of the Trunk. */
      readonly name: string;
      /** The organization that invites: the Host, or the Trunk itself. */
      readonly host: OrganizationId;
      readonly hostName: string;
      /** Whether an application of the own organization waits to be decided. */
      readonly pending: boolean;
      /** Whether it is a Member, or a Branch, already. */
      readonly joined: boolean;
      /** What applying now, with an empty scope, would be refused with, or `null`. */
      readonly refusal: Refusal | null;
    }>;
  };
  /** Invitations issued, for the Host's admins, or those of the Trunk. */
  readonly "admin.invitations": {
    readonly input: Within<{ readonly viewer: Viewer } & PageRequest>;
    readonly answer: Page<{
      readonly invitation: InvitationId;
      readonly form: "link" | "qr";
      readonly expiresAt: number | null;
      readonly maxUses: number | null;
      /** Organizations that it made Members, and applications pending through it (JOIN-19). */
      readonly uses: number;
      readonly revoked: boolean;
      readonly invited: OrganizationId | null;
      /** Who alone may use it; left out: anyone (JOIN-13). */
      readonly for?: readonly OrganizationId[];
    }>;
  };
  /** Folders, for the Host's admins. */
  readonly "admin.folders": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId } & PageRequest;
    readonly answer: Page<{
      readonly folder: FolderId;
      readonly parent: FolderId | null;
      readonly name: string;
    }>;
  };
  /**
   * Who is in a Space, or present for a Trunk, for its admins: everybody, or one organization's people; for a
   * Member's or a Branch's admins their own (ASK-01). To others it is `NOT_SPACE_ADMIN`, or `NOT_TRUNK_ADMIN`. Those
   * on the Roster come first, then whoever waits for a place in the Space.
   */
  readonly "admin.roster": {
    readonly input: Within<{ readonly viewer: Viewer; readonly organization?: OrganizationId }> &
      PageRequest;
    readonly answer: Page<
      Marked & {
        readonly organization: OrganizationId;
        readonly person: PersonId;
        /** As far as the organization lets the asker see them (VIS-09). */
        readonly fields: PersonFields;
        /** What brings this person in: a rule of their own, one on a department, or the organization as a whole. */
        readonly selection:
          | { readonly kind: "person" }
          | { readonly kind: "department"; readonly department: DepartmentId }
          | { readonly kind: "whole" };
        /**
         * Since when it is there without interruption, or waits; epoch ms. Left out of those who were there before
         * it was noted, in a store of version 1, and of a Trunk's own people.
         */
        readonly since?: number;
        /** There while this identity waits for a place. */
        readonly waiting?: true;
        /**
         * For the admins of the Space or Trunk alone: what this identity has in the unit of the pool in which it
         * acts, `null`: nothing; left out where there is no such unit (LIC-08, SEAT-01).
         */
        readonly license?: "held" | "waits" | "reserved" | null;
      }
    >;
  };
  /** The waiting list: all of it for the Host's admins, one's own part for a Member's admins. */
  readonly "admin.waiting": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId } & PageRequest;
    readonly answer: Page<{ readonly organization: OrganizationId; readonly person: PersonId }>;
  };
  /** One's own scope in a Space, or on a Link, for the organization's own admins. */
  readonly "admin.scope": {
    readonly input: Within<{ readonly viewer: Viewer }>;
    readonly answer: Required<Omit<Scope, "organization">> & {
      /** How far one's own people's fields reach there, as it holds (VIS-09). */
      readonly fields: Required<SharedFields>;
      /** Epoch ms from which on one's own may leave, if that is announced (EXIT-07). */
      readonly leaving?: number;
      /** What it says of removed departments (DIR-11); exclusions stay without end (ROSTER-16). */
      readonly inert: {
        readonly departments: readonly InertDepartment[];
        readonly exclude: { readonly departments: readonly DepartmentId[] };
      };
    };
  };
  /** The room left under one Space's limits, for the Host's admins. */
  readonly "admin.space-room": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId };
    readonly answer: {
      readonly persons: Room;
      readonly members: Room;
      readonly waiting: number;
    };
  };
  /** The room left under one's own organization's limits, for its admins; `null`: may not host. */
  readonly "admin.organization-room": {
    readonly input: { readonly viewer: Viewer };
    readonly answer: { readonly hosted: Room | null; readonly joined: Room };
  };
}
