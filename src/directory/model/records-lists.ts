/** The records of what departures took, of full lists, and of facts that are held. */
import type {
  AppId,
  DepartmentId,
  InputId,
  ListId,
  PersonId,
  RoleId,
  SpaceId,
} from "../../core/ids.ts";
import type { PageIndex } from "../../core/structures.ts";
import type {
  Admin,
  DepartmentsExtent,
  Employed,
  ListExtent,
  ListedPerson,
  ListParts,
} from "./terms.ts";

/** What the end of an employment took of the directory, to be given back (RESIGN-05). */
export interface Taken {
  readonly departments: readonly DepartmentId[];
  readonly under?: readonly DepartmentId[];
  /** With how many had been appointed to each by then. */
  readonly heads: readonly (readonly [DepartmentId, appointed: number])[];
  readonly roles: readonly (readonly [RoleId, appointed: number])[];
  readonly admin: Omit<Admin, "person"> | null;
  readonly successor: Employed | null;
  readonly suspended?: { readonly standIn: Employed | null };
}

/** Where what a departure took in other areas is kept, and until when (RESIGN-05). */
export interface KeptIndex {
  /** From then on nothing is given back. */
  readonly until: number;
  /** The place in the organization's `departures`. */
  readonly ticket: number;
  /** Index of `kept`. */
  readonly things: PageIndex;
}

/** What a departure takes outside the directory, by kind. */
export type KeptKind =
  | "place"
  | "selection"
  | "exclusion"
  | "link-selection"
  | "link-exclusion"
  | "list"
  | "link-list"
  | "group"
  | "license"
  | "office"
  | "task"
  | "counterpart"
  | "stand-in";

/** A period in which somebody was to stand in for somebody else, both under the employments they had (FLOW-14). */
export interface KeptPeriod extends Employed {
  readonly standIn: Employed;
  readonly from: number;
  readonly until: number;
  readonly apps?: readonly AppId[];
}

/**
 * One thing that a departure took: in which Space, under which Association (outside of Spaces, how often the organization had existed again, or 0), of
 * which app, group, Host, instance or Member, which of its permissions, units or tasks, or which place in a list, and
 * what `since` is compared with, to know whether somebody has decided otherwise since. Of a stand-in, the period.
 */
export type KeptThing = readonly [
  kind: KeptKind,
  space: SpaceId | null,
  order: number,
  id: string | null,
  number: number | null,
  since: number,
  period?: KeptPeriod,
];

/**
 * Kept things of one kind that a return has not given back, in one Space: how many, and whether they wait
 * for room, or others have decided otherwise since.
 */
export type NotGivenBack = readonly [
  kind: KeptKind,
  count: number,
  reason: "waiting" | "changed",
  space: SpaceId | null,
];

/** `kept:{org}/{page}/{person}`: what the last departure took, until it is given back or dropped (RESIGN-05). */
export interface KeptPage {
  readonly entries: readonly (readonly [ticket: number, ...KeptThing])[];
}

/** `departures:{org}/{page}`: the departures of which something is kept, in the order in which they came. */
export interface DeparturesPage {
  readonly entries: readonly (readonly [
    ticket: number,
    person: PersonId,
    number: number,
    until: number,
  ])[];
}

/** `held:{org}/{input}`: what version 0.1.0 kept of a page of a list that was held; the upgrade drops it. */
export interface HeldRecord {
  readonly people: readonly Employed[];
}

/**
 * `list:{org}/{list}`: a full list in progress (`begun`), complete and waiting for an admin's word
 * (`held`), or complete and to be carried out (`due`).
 */
export interface ListRecord {
  /** The earliest time of its parts, which it counts as of, and the latest. */
  readonly at: number;
  readonly until: number;
  /** As its event says it. */
  readonly extent?: ListExtent;
  readonly of: ListParts;
  readonly state: "begun" | "held" | "due";
  /** The parts of departments that have come. */
  readonly departments: readonly number[];
  /** The pages of people of which something has come. */
  readonly pages: readonly ListedPage[];
  /** How many departments were known, and how many of them missing, once all parts of them had come. */
  readonly counted?: { readonly known: number; readonly missing: number };
  /** How many people and departments its parts name. */
  readonly named: { readonly people: number; readonly departments: number };
  /** Of those, how many it is not full for; absent while there is nobody (DIR-07). */
  readonly beyond?: { readonly people: number; readonly departments: number };
  /** Index of `returns`, in order of pages; absent if no line is put off. */
  readonly returns?: readonly ReturnsIndex[];
}

/** Of a page of people of a list: how many of its lines are put off, and in which records they are. */
export type ReturnsIndex = readonly [page: number, people: number, first: number, next: number];

/** A line of a list that is put off, with the time of the part that said it. */
export interface PutOffLine extends ListedPerson {
  readonly at: number;
}

/**
 * `returns:{org}/{page}+{place}/{list}`: lines of a page of people that are put off, in the order in which
 * steps are to follow them: those of people who left and are still to be brought back (DIR-08).
 */
export interface ReturnsRecord {
  readonly lines: readonly PutOffLine[];
}

/**
 * A page of people of a list: its pieces and how many of them have come; the people known there, how
 * many of them are missing, how many a step has yet to judge, and the next place in the order of hires,
 * when all had.
 */
export type ListedPage = readonly [
  page: number,
  pieces: number,
  come: number,
  known: number,
  missing: number,
  left: number,
  hires: number,
];

/** A list that was the latest complete one of its extent, with the earliest and the latest time of its parts. */
export interface Listed {
  readonly list: ListId;
  readonly at: number;
  readonly until: number;
}

/**
 * `extents:{org}/{dept}`: the latest complete list of each extent whose first department this is, by id,
 * the one completed last at the end (DIR-05).
 */
export interface ExtentsRecord {
  readonly listed: readonly (DepartmentsExtent & Listed)[];
}

/** `part:{org}/{d or p}{page}+{piece}/{list}`: the departments or people that a part of a list names. */
export interface PartRecord {
  readonly ids: readonly string[];
}

/** What a held fact says of a department: that it is to go, or to hang under `parent`. */
export interface HeldChange {
  readonly fact: InputId;
  readonly at: number;
  /** As reported; absent if the department is to go. */
  readonly parent?: DepartmentId | null;
  readonly revision?: number;
}

/** `removal:{org}/{input}`: the departments of which a held fact says something, in the order given (DIR-09). */
export interface RemovalRecord {
  /** Its place among `removals`. */
  readonly ticket: number;
  readonly departments: readonly DepartmentId[];
}

/** `removals:{org}/{page}`: the facts that are held, in the order in which they came. */
export interface RemovalsPage {
  readonly entries: readonly (readonly [ticket: number, fact: InputId])[];
}
