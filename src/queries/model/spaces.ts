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
import type { PersonFields } from "../../directory/model.ts";
import type { InertDepartment } from "../../directory/select/inert.ts";
import type { Reach, Scope, Visibility, Within } from "../../spaces/model.ts";
import type { Page, PageRequest, Room, Viewer } from "./terms.ts";

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
   * is suspended (DIR-17). Asked for a
   * natural person, whichever organizations they are in; so it takes an id where others take a `viewer`.
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
      readonly suspended?: true;
    }>;
  };
  /** Pending applications, for the Host's admins, or those of the Trunk. */
  readonly "admin.applications": {
    readonly input: Within<{ readonly viewer: Viewer } & PageRequest>;
    readonly answer: Page<{
      readonly application: ApplicationId;
      readonly organization: OrganizationId;
      readonly name: string;
      /** Epoch ms. */
      readonly at: number;
      readonly whole: boolean;
      /** What one to a Trunk asks for besides (LINK-02). */
      readonly reach?: Reach;
      readonly shared?: readonly string[];
      readonly replaces?: OrganizationId | null;
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
  /** The waiting list: all of it for the Host's admins, one's own part for a Member's admins. */
  readonly "admin.waiting": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId } & PageRequest;
    readonly answer: Page<{ readonly organization: OrganizationId; readonly person: PersonId }>;
  };
  /** One's own scope in a Space, for the organization's own admins. */
  readonly "admin.scope": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId };
    readonly answer: Required<Omit<Scope, "organization">> & {
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
