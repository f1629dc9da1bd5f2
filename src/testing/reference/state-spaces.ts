/** The reference model's Spaces: Associations, scopes, who waits, invitations, applications, Folders. */
import type {
  ApplicationId,
  FolderId,
  InvitationId,
  OrganizationId,
  SpaceId,
} from "../../core/ids.ts";
import type { DepartmentOf } from "../../core/notice.ts";
import type { PartnerKind, SharedFields, Visibility } from "../../spaces/model.ts";
import type { Identity } from "./state-areas.ts";
import type { Rule } from "./state-rules.ts";

/** A Space; the list's order is the order of creation, and dissolved ones stay. */
export interface Space {
  readonly id: SpaceId;
  readonly name: string;
  readonly host: OrganizationId;
  dissolved: boolean;
  /** The cap that support raised it to, if it did. */
  raised: number | null;
}

/** Whom an organization puts into a Space or a Link. */
export interface Scoping {
  readonly organization: OrganizationId;
  whole: boolean;
  rules: Rule[];
}

/** Somebody named as a counterpart. */
interface Counterpart extends Identity {
  /** The place in the list as it was last set, whoever has gone from it since. */
  readonly place: number;
  /** Which naming it was since which they have been on the list. */
  readonly tie: number;
}

/** What a setting of sight names: of organizations, those whose Association has not ended since (VIS-08). */
export interface SightNames {
  organizations: OrganizationId[];
  kinds: PartnerKind[];
  /** Removed ones too, as long as they are kept (DIR-11). */
  departments: DepartmentOf[];
  /** Those that it named, or departments of which, and whose Association has ended (VIS-06). */
  void: OrganizationId[];
}

/** Whom a Member's people see besides their own organization. */
interface Showing extends SightNames {
  readonly kind: Visibility["kind"];
}

/** Whether a Member is hidden from the others, and whom that does not bind. */
interface Hiding extends SightNames {
  readonly hidden: boolean;
}

/** The part of one organization in one live Space: the Host's comes first in the list. */
export interface Association extends Scoping {
  readonly space: SpaceId;
  folder: FolderId | null;
  visibility: Showing;
  hiding: Hiding;
  types: string[];
  level: string | null;
  /** Of a Member: whom it named, and the Host for it; whether both sides were told since that there are too few (PARTNER-03). */
  counterparts: {
    readonly own: readonly Counterpart[];
    readonly host: readonly Counterpart[];
    readonly told: boolean;
  };
  /** What it has said of fields of its people; of those left out nothing (VIS-09). */
  fields: SharedFields;
  /** From when on it may leave, if it has announced that (EXIT-07). */
  leaving: number | null;
  /** Of a Member: whether the Host has suspended it (EXIT-08). */
  suspended: boolean;
}

/** What an organization last said in a Space, or on a Link, that is over (VIS-09). */
export interface FormerFields {
  readonly space: SpaceId | null;
  readonly trunk: OrganizationId | null;
  readonly organization: OrganizationId;
  readonly fields: SharedFields;
}

/** What a Host had set for a Member whose Association has ended, and what that shared; for a while (EXIT-09). */
export interface FormerMember
  extends Pick<
    Association,
    "space" | "organization" | "folder" | "visibility" | "hiding" | "types" | "level" | "fields"
  > {
  /** The Host's for it, in their order. */
  readonly counterparts: readonly Counterpart[];
  /** From when on it is not given back. */
  readonly until: number;
}

/** An identity in a line. */
export interface InLine extends Identity {
  /** Which departure was taken back, of somebody who stands at the head for it (CAP-08). */
  readonly taken: number | null;
}

/** A place on a Space's waiting list; the list's order is the order of coming. */
export interface Waiting extends InLine {
  readonly space: SpaceId;
}

/** A link or QR code. */
export interface Invitation {
  readonly id: InvitationId;
  readonly space: SpaceId;
  readonly form: "link" | "qr";
  expiresAt: number | null;
  maxUses: number | null;
  readonly invited: OrganizationId | null;
  /** Who alone may use it; absent if anyone may (JOIN-13). */
  readonly for?: readonly OrganizationId[];
  revoked: boolean;
}

/** An application, whatever became of it. */
export interface Application {
  readonly id: ApplicationId;
  readonly space: SpaceId;
  readonly organization: OrganizationId;
  readonly invitation: InvitationId;
  /** Who submitted it (JOIN-17). */
  readonly by: Identity;
  readonly at: number;
  readonly whole: boolean;
  readonly rules: readonly Rule[];
  /** When it is over, if that was said at its submission. */
  readonly end: number | null;
  status: "pending" | "withdrawn" | "approved" | "rejected" | "expired";
  reason: string | null;
  /** Until when a rejection keeps its organization from applying again, unless it was invited since (JOIN-16). */
  reapplyFrom: number | null;
}

/** A Folder; a removed one stays in the list, so that its id is never free again. */
export interface Folder {
  readonly space: SpaceId;
  readonly id: FolderId;
  parent: FolderId | null;
  name: string;
  removed: boolean;
}
