/** What the facts, events and records of the directory have in common. */
import type { DepartmentId, PersonId, SourceId } from "../../core/ids.ts";

/** The editions of the platform, lowest first. */
export const EDITIONS = ["free", "light", "professional", "exclusive"] as const;
/** An edition of the platform. */
export type Edition = (typeof EDITIONS)[number];

/** Levels below the root of a directory; a department deeper than this is hung higher up. */
export const DEPARTMENT_DEPTH_MAX = 64;

/** Departments that one person is placed in at most, removed ones that still exclude included. */
export const PLACEMENTS_MAX = 64;

/** Departments of one person of which the latest revision of the placement is remembered. */
export const PLACEMENTS_REVISED_MAX = 128;

/** Former ids of one person or department that are followed; the oldest is forgotten first (DIR-15). */
export const FORMER_IDS_MAX = 20;

/** What the home organization says of one of its people; the Space shows it as it is. */
export interface PersonFields {
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** An admin's role: a main admin, or a sub-admin with or without the two permissions. */
export type AdminRole = "main" | "sub";

/** An admin as the organization's record lists them. */
export interface Admin {
  readonly person: PersonId;
  readonly role: AdminRole;
  readonly spacePermission: boolean;
  /** There if they hold it (HIER-08). */
  readonly hierarchyPermission?: true;
}

/** A person with the number of the employment that is meant. */
export interface Employed {
  readonly person: PersonId;
  readonly number: number;
}

/** A department as a full list names it; `parent` is `null` at the root. */
export interface ListedDepartment {
  readonly department: DepartmentId;
  readonly parent: DepartmentId | null;
  readonly name: string;
}

/** A person as a full list names them; what is left out stays as it is, or as a hire has it. */
export interface ListedPerson {
  readonly person: PersonId;
  readonly number?: number;
  readonly departments?: readonly DepartmentId[];
  readonly fields: PersonFields;
  /** On probation. */
  readonly probation?: boolean;
  /** DIR-17. */
  readonly suspended?: boolean;
  /** Whom this person reports to, or nobody (`null`), as `person.manager-changed` has it (FLOW-20). */
  readonly manager?: { readonly person: PersonId; readonly number?: number } | null;
}

/** How many parts of each kind a full list has; of what it has none it says nothing. */
export interface ListParts {
  /** 0 to 64. */
  readonly departments: number;
  /** 0, or a power of two up to 1 024: the pages of people. */
  readonly people: number;
}

/** How many departments an extent names at most. */
export const EXTENT_MAX = 100;

/** What a full list of some departments is full for: 1 to 100 of them, with all that is below (DIR-05). */
export interface DepartmentsExtent {
  readonly departments: readonly DepartmentId[];
}

/** What a full list of one source is full for: whom and what that source vouches for (DIR-06). */
export interface SourceExtent {
  readonly source: SourceId;
}

/** What a full list is full for, if not for the whole organization. */
export type ListExtent = DepartmentsExtent | SourceExtent;

/** Into how many pieces one page of people may be cut. */
export const PIECES_MAX = 64;

/**
 * One part of a full list: departments, cut by the sender, parents first, or the people whose
 * {@link reconciliationPage} is `page` of `pages`. A page with more people than a part takes comes in
 * pieces. `pages` is the number of parts in the list's `of`, `page` and `piece` count from 0; without
 * `pieces` there is one.
 */
export type DirectoryPart =
  | {
      readonly kind: "departments";
      readonly page: number;
      readonly pages: number;
      readonly departments: readonly ListedDepartment[];
    }
  | {
      readonly kind: "people";
      readonly page: number;
      readonly pages: number;
      readonly piece?: number;
      readonly pieces?: number;
      readonly people: readonly ListedPerson[];
    };
