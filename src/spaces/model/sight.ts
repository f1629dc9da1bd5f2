/** Who of a Space sees whom: settings, how they are kept, and what a decision rests on. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { DepartmentOf, Identity } from "../../core/notice.ts";

/** A kind of Member: those carrying the type, the level, or both where both are given. */
export interface PartnerKind {
  readonly type?: string;
  readonly level?: string;
}

/**
 * Whom of the Space a Member's people see besides their own organization (VIS-03): nobody, everybody, those
 * listed, or the Members of some kinds, whenever they came to be of one (VIS-08).
 */
export type Visibility =
  | { readonly kind: "own" }
  | { readonly kind: "all" }
  | {
      readonly kind: "listed";
      readonly organizations: readonly OrganizationId[];
      /** Of these the people in and below them; a set, at most `sightExceptionLimit` of the policy. */
      readonly departments?: readonly DepartmentOf[];
    }
  | {
      readonly kind: "kinds";
      /** A set, at most `sightExceptionLimit` of the policy. */
      readonly kinds: readonly PartnerKind[];
    };

/**
 * Whom hiding a Member does not bind (VIS-08): sets, of each at most `sightExceptionLimit` of the policy. It
 * grants nothing: what one's own setting does not show is not seen.
 */
export interface HidingExceptions {
  /** Of the Space. */
  readonly organizations: readonly OrganizationId[];
  readonly kinds: readonly PartnerKind[];
  /** Of organizations of the Space: the people in and below them. */
  readonly departments: readonly DepartmentOf[];
}

/** Whether a Member is hidden, and whom that does not bind; a list that is left out is empty. */
export interface HidingWished {
  readonly hidden: boolean;
  readonly except?: Partial<HidingExceptions>;
}

/** One side of a question about sight: an identity, or an organization. */
export interface SightSide {
  readonly organization: OrganizationId;
  readonly person?: PersonId;
}

/**
 * A setting that sight rests on: what an organization sees, from whom it is hidden, whom the Host has named
 * as counterparts for it, or that it is suspended.
 */
export interface SightSetting {
  readonly kind: "visibility" | "hiding" | "counterparts" | "suspension";
  readonly organization: OrganizationId;
}

/** A line of VIS-08 that decides, or would: its rule, and the setting that it rests on, if it does on one. */
export interface SightLine {
  readonly line: 1 | 2 | 3 | 4;
  readonly rule: "VIS-01" | "VIS-02" | "VIS-03" | "VIS-08" | "PARTNER-03" | "EXIT-08";
  readonly setting?: SightSetting;
}

/** What a setting of sight names. */
export type SightEntry =
  | { readonly organization: OrganizationId }
  | DepartmentOf
  | Identity
  | { readonly partner: PartnerKind };

// -------------------------------------------------------------------------------------- records

/** What a Member's people see besides their own organization, as it is kept. */
export type KeptVisibility =
  | { readonly kind: "own" }
  | { readonly kind: "all" }
  | {
      readonly kind: "listed";
      /** With the Association's order when it was set: a later Association is another one. */
      readonly organizations: readonly (readonly [OrganizationId, order: number])[];
      /** Pages of `shown`, with the departments; absent: there are none (VIS-08). */
      readonly pages?: number;
    }
  | {
      readonly kind: "kinds";
      /** Pages of `shown`. */
      readonly pages: number;
    };

/**
 * `shown:{space}/{page}/{org}`: what a Member's own setting names, but for whole organizations.
 * `excepted:{space}/{page}/{org}`: whom hiding a Member does not bind. Of each list so many in a page (VIS-08).
 */
export interface SightPage {
  readonly organizations: readonly (readonly [OrganizationId, order: number])[];
  readonly kinds: readonly PartnerKind[];
  /** With the Association's order when it was set, as organizations. */
  readonly departments: readonly (readonly [OrganizationId, order: number, DepartmentId])[];
}
