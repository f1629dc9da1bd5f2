/** The reference model's state of full lists: what is remembered of those that came. */
import type { DepartmentId, InputId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Extent, Line, Listing } from "./vocabulary-lists.ts";

/** A part that was seen; a page of people is in pieces, one or more. */
interface Seen {
  readonly kind: "departments" | "people";
  readonly page: number;
  readonly piece: number;
  readonly pieces: number;
}

/** How many were known, and how many of them missing, when a page or all departments had come. */
interface Counted {
  readonly kind: "departments" | "people";
  readonly page: number;
  readonly known: number;
  readonly missing: number;
  /** How many it did not name, those protected among them; none once all have been judged. */
  readonly unnamed: number;
  /** How many employments there had been: who is hired later is none of its people. */
  readonly hires: number;
}

/** Who or what a part names; by such a name an id given anew is found. */
export type Naming = Pick<Seen, "page" | "piece"> &
  ({ readonly person: PersonId } | { readonly department: DepartmentId });

/** A list of one organization. */
export interface FullList extends Pick<Listing, "organization" | "list" | "of"> {
  /** `null`: the whole organization. */
  readonly extent: Extent | null;
  /** As of when it is: the earliest time among its parts. */
  at: number;
  /** The latest time among its parts. */
  until: number;
  /**
   * Parts are still to come; it is complete and held, or to be carried out, or settled; or a newer one
   * took its place.
   */
  status: "begun" | "held" | "complete" | "settled" | "dropped";
  parts: Seen[];
  /** What its parts name. */
  departments: DepartmentId[];
  people: PersonId[];
  /** Of those, what it is full for (DIR-07). */
  readonly own: { readonly departments: DepartmentId[]; readonly people: PersonId[] };
  /** What each part and piece names: what two of them name is named twice. */
  readonly namings: Naming[];
  counted: Counted[];
  /** What was said of people who are still to be brought back by its steps (DIR-08). */
  still: StillSaid[];
}

/** What a part of a page said of somebody who is still to be brought back, and when. */
export interface StillSaid {
  readonly page: number;
  readonly at: number;
  readonly line: Line;
}

/** What a source vouches for: a department, or somebody under one employment. */
export interface Subject {
  readonly kind: "department" | "person";
  readonly organization: OrganizationId;
  readonly id: string;
  /** 0 for departments. */
  readonly number: number;
}

/** The latest word of a source on what it brought; the list's order is that of giving. */
export interface Voucher extends Subject {
  readonly source: string;
  readonly at: number;
  readonly given: boolean;
  /** Whether a fact said that it does no longer (RESIGN-06). */
  readonly reported: boolean;
  /** When a fact last said that it vouches; lists are no such word. */
  readonly said: number | null;
  /** The latest revision it gave for whether a department is there. */
  readonly revision: number | null;
}

/** A named source, and as of when its latest complete list is. */
interface Source {
  readonly organization: OrganizationId;
  readonly source: string;
  completed: number | null;
}

/** What a fact says of one department: that it is to go, or to hang under another. */
export interface HeldChange {
  readonly organization: OrganizationId;
  readonly fact: InputId;
  readonly at: number;
  readonly department: DepartmentId;
  readonly move: { readonly parent: DepartmentId | null } | null;
  readonly revision: number | null;
}

/** The full lists that are remembered, the last complete one among them. */
export interface ListState {
  fullLists: FullList[];
  /** What facts say of departments and has no effect yet, in the order in which it came (DIR-09). */
  heldChanges: HeldChange[];
  vouchers: Voucher[];
  sources: Source[];
}

/** The lists before anything happened. */
export function emptyLists(): ListState {
  return { fullLists: [], heldChanges: [], vouchers: [], sources: [] };
}
