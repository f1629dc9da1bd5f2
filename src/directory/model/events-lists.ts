/** What becomes of full lists, and of what departures take. */
import type {
  DepartmentId,
  InputId,
  ListId,
  OrganizationId,
  PersonId,
  RoleId,
  SourceId,
} from "../../core/ids.ts";
import type { KeptKind, KeptThing, NotGivenBack } from "./records-lists.ts";
import type {
  Admin,
  Employed,
  ListExtent,
  ListedPerson,
  ListParts,
  PersonFields,
} from "./terms.ts";

/** What becomes of what departures take. */
export interface DepartureEvents {
  /** What a departure took is kept until then, to be given back (RESIGN-05). */
  readonly "departure.kept": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    readonly until: number;
    readonly counts: { readonly [Kind in KeptKind]?: number };
    readonly things: readonly KeptThing[];
    /** With a return: what of all that was kept has not come back in its step. */
    readonly left?: readonly NotGivenBack[];
  };
  /** Nothing is kept of that departure any more. */
  readonly "departure.dropped": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    readonly because: "reinstated" | "hired" | "lapsed";
    /** With a return: what of all that was kept has not come back. */
    readonly left?: readonly NotGivenBack[];
  };
  /** An employment that had ended is in force again, under its own number, and so is all of this (RESIGN-06). */
  readonly "person.reinstated": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    readonly because: "fact" | "list";
    /** By word of this source, which vouches for the person from then on (DIR-06). */
    readonly source?: SourceId;
    readonly departments: readonly DepartmentId[];
    /** The removed departments that the person is under again (ROSTER-16). */
    readonly under?: readonly DepartmentId[];
    readonly fields: PersonFields;
    readonly probation: boolean;
    readonly heads: readonly DepartmentId[];
    readonly roles: readonly RoleId[];
    readonly admin: Omit<Admin, "person"> | null;
    readonly successor: Employed | null;
    readonly manager: Employed | null;
    readonly suspended?: { readonly standIn: Employed | null };
  };
}

/** How many people and departments. */
export interface ListCounts {
  readonly people: number;
  readonly departments: number;
}

/** What a part of a list says of a page of people that has come with all its pieces, or of all departments. */
export interface PageCounts {
  /** People in service who belong on the page, or departments that are not dormant. */
  readonly known: number;
  /** Of those, whom it does not name. */
  readonly missing: number;
  /** Those whom it does not name and for whom a later fact speaks. */
  readonly protected: number;
}

/** What becomes of facts about departments that would take out too many (DIR-09). */
export interface RemovalEvents {
  /** The department is to go, or to hang under `parent`; it stays where it is until an admin's word. */
  readonly "removal.held": {
    readonly organization: OrganizationId;
    /** The id of the input that says so. */
    readonly fact: InputId;
    readonly department: DepartmentId;
    /** As reported; absent if the department is to go. */
    readonly parent?: DepartmentId | null;
    readonly revision?: number;
  };
  /** An admin, or newer word on these departments, has decided on what a fact says of them. */
  readonly "removal.settled": {
    readonly organization: OrganizationId;
    readonly fact: InputId;
    readonly departments: readonly DepartmentId[];
    readonly how: "confirmed" | "discarded" | "superseded";
  };
}

/** What becomes of full lists (DIR-04, DIR-07, DIR-08). */
export interface ListEvents {
  /** The first part of a list has come. */
  readonly "list.begun": {
    readonly organization: OrganizationId;
    readonly list: ListId;
    /** In the order of their ids; absent if it is full for the whole organization (DIR-05). */
    readonly extent?: ListExtent;
    readonly of: ListParts;
  };
  /** A part of a list has come, and names these people or departments. */
  readonly "list.part": {
    readonly organization: OrganizationId;
    readonly list: ListId;
    readonly kind: "departments" | "people";
    readonly page: number;
    readonly piece?: number;
    readonly pieces?: number;
    readonly ids: readonly string[];
    /** How many of them, named for the first time, its list is not full for. */
    readonly beyond?: number;
    /** Of people, once the page has all its pieces; of departments, once all their parts have come. */
    readonly counts?: PageCounts;
  };
  /** All parts have come. */
  readonly "list.completed": {
    readonly organization: OrganizationId;
    readonly list: ListId;
    readonly known: ListCounts;
    readonly missing: ListCounts;
  };
  /** A part brings back as many as a step may; its other lines of people who left are put off (DIR-08). */
  readonly "list.put-off": {
    readonly organization: OrganizationId;
    readonly list: ListId;
    readonly page: number;
    readonly people: readonly ListedPerson[];
    /** People of whom a line was put off before, and this part says the same or something newer. */
    readonly outdone?: readonly PersonId[];
  };
  /** A step of a list: how many came back and left by it, and how many people are still to. */
  readonly "list.step": {
    readonly organization: OrganizationId;
    readonly list: ListId;
    readonly removed: ListCounts;
    /** People whose lines had been put off. */
    readonly reinstated: number;
    /** The pages of people of which it followed lines that had been put off, with how many. */
    readonly followed?: readonly (readonly [page: number, lines: number])[];
    /** Departments that became dormant. */
    readonly dormant: number;
    readonly remaining: number;
    /** The pages of people that it looked at, with how many are still to leave there. */
    readonly pages: readonly (readonly [page: number, people: number])[];
  };
  /** A newer list has taken the place of one that never was complete. */
  readonly "list.dropped": {
    readonly organization: OrganizationId;
    readonly list: ListId;
    readonly because: "superseded";
  };
  /** A complete list lacks so much that it waits for an admin's word; page by page in 0.1.0. */
  readonly "reconciliation.held":
    | (ListCounts & {
        readonly organization: OrganizationId;
        readonly list: ListId;
        readonly extent?: ListExtent;
      })
    | {
        readonly organization: OrganizationId;
        readonly reconciliation: InputId;
        readonly page: number;
        readonly pages: number;
        readonly people: readonly Employed[];
      };
  /** An admin or a newer list has decided on a complete one, or it is done. */
  readonly "reconciliation.settled":
    | {
        readonly organization: OrganizationId;
        readonly list: ListId;
        readonly how: "confirmed" | "discarded" | "superseded" | "done";
      }
    | {
        readonly organization: OrganizationId;
        readonly reconciliation: InputId;
        readonly how: "confirmed" | "discarded" | "superseded";
      };
}
