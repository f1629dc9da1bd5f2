import type { DepartmentId, InputId, OrganizationId, PersonId, SpaceId } from "./ids.ts";

/** Who is to be told; roles are resolved at delivery, so a notice never goes to a former admin. */
export type Recipient =
  | { readonly kind: "authorized-admins"; readonly organization: OrganizationId }
  | { readonly kind: "space-admins"; readonly space: SpaceId }
  | {
      readonly kind: "person";
      readonly organization: OrganizationId;
      readonly person: PersonId;
    };

/** An identity: a person in one organization. */
export interface Identity {
  readonly organization: OrganizationId;
  readonly person: PersonId;
}

/** What each kind of notice is about. */
export interface NoticeData {
  /** People whom a fact brought into scope of a full Space (CAP-04). */
  readonly ROSTER_CAP_REACHED: {
    readonly space: SpaceId;
    readonly organization: OrganizationId;
    readonly people: readonly PersonId[];
  };
  /** A rostered identity resigned (HAND-01). */
  readonly COUNTERPART_LEFT: {
    readonly identity: Identity;
    /** The Spaces on whose Roster it was. */
    readonly spaces: readonly SpaceId[];
  };
  /** A department fact could not be followed. */
  readonly DEPARTMENT_FLAGGED: {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly reason: "cycle" | "too-deep";
  };
  /** A full list would remove too many people; it waits for an admin's word. */
  readonly DIRECTORY_RECONCILIATION_HELD: {
    readonly organization: OrganizationId;
    readonly reconciliation: InputId;
    readonly people: number;
  };
}

/** A kind of notice. */
export type NoticeKind = keyof NoticeData;

/** Something to tell somebody; the library returns it and sends nothing. */
export type Notice = {
  readonly [Kind in NoticeKind]: {
    readonly kind: Kind;
    readonly to: readonly Recipient[];
    readonly data: NoticeData[Kind];
  };
}[NoticeKind];
