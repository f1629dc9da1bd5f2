/**
 * Questions about an organization's own directory (DIR-20), for its able admins and for whoever may report
 * its facts: `NOT_AUTHORIZED_ADMIN` to anybody else, `ACTOR_SUSPENDED` to an admin who is suspended,
 * `UNKNOWN_ORGANIZATION` where one's own is not registered. Pages have at most 100 items.
 */
import type {
  DepartmentId,
  InputId,
  ListId,
  OrganizationId,
  PersonId,
  RoleId,
  SourceId,
} from "../../core/ids.ts";
import type { Setting } from "../../core/notice.ts";
import type {
  Admin,
  EmploymentRecord,
  KeptKind,
  ListExtent,
  ListParts,
  PersonFields,
} from "../../directory/model.ts";
import type { Asker, Page, PageRequest } from "./terms.ts";

/** A person of a list: by the number that the source gave, or the library's own. */
export interface PersonListed {
  readonly person: PersonId;
  readonly number: number;
  readonly fields: PersonFields;
}

/** When an employment began and ended, and the latest words on the person, in epoch ms; absent if not known. */
export type TimesShown = {
  readonly [When in "began" | "ended" | "hired" | "left" | "reinstated"]?: number;
};

/** Somebody's employment in force, or the last. */
export interface EmploymentShown extends PersonListed {
  /** Whose the number is (DIR-03). */
  readonly numberFrom: "source" | "library";
  readonly inService: boolean;
  readonly departments: readonly DepartmentId[];
  readonly probation: boolean;
  readonly admin: Omit<Admin, "person"> | null;
  /** The departments that this person is head of, and the named roles they have. */
  readonly heads: readonly DepartmentId[];
  readonly roles: readonly RoleId[];
  /** In service under the employment that was meant; else `null`. */
  readonly manager: PersonId | null;
  readonly successor: PersonId | null;
  /** There while suspended, with who stands in (DIR-17). */
  readonly suspended?: { readonly standIn: PersonId | null };
  /** Ids that the person had and has no more, the oldest first; absent if there are none (DIR-15). */
  readonly formerIds?: readonly PersonId[];
  readonly times: TimesShown;
  /** The latest revision of each value, where the source gives any. */
  readonly revisions: EmploymentRecord["revisions"];
  /** Out of service, and word has come of it; absent if only lists said so (RESIGN-06). */
  readonly reported?: true;
  /** The sources that vouch for the person, the oldest first; absent if none does (DIR-06). */
  readonly sources?: readonly SourceId[];
  /** What their last departure took, as long as it is kept (RESIGN-05). */
  readonly kept: KeptShown | null;
}

/** What a departure took, to be given back if it is taken back. */
export interface KeptShown {
  /** From then on nothing is given back; epoch ms. */
  readonly until: number;
  /** What it took of the directory and is still there; absent of whoever is back, and waits for the rest. */
  readonly taken?: {
    readonly departments: readonly DepartmentId[];
    readonly heads: readonly DepartmentId[];
    readonly roles: readonly RoleId[];
    readonly admin: Omit<Admin, "person"> | null;
  };
  /** How many things it took elsewhere, by kind; kinds of which it took none are absent. */
  readonly counts: { readonly [Kind in KeptKind]?: number };
}

/** How many people and departments. */
export interface Counted {
  readonly people: number;
  readonly departments: number;
}

/** A full list in progress, held until an admin's word, or being carried out (`due`). */
export interface ListShown {
  readonly list: ListId;
  /** What it is full for, if that is not the whole organization (DIR-05). */
  readonly extent?: ListExtent;
  readonly state: "begun" | "held" | "due";
  /** The earliest time of its parts, which it counts as of; epoch ms. */
  readonly at: number;
  /** How many parts it has in all. */
  readonly of: ListParts;
  /** Whom and what its parts name so far. */
  readonly named: Counted;
  /** Who and what was known when its parts came, and was not named. */
  readonly known: Counted;
  readonly missing: Counted;
  /** The parts that have not come, by number; of a page of people, any of its pieces. */
  readonly lacks: { readonly departments: readonly number[]; readonly people: readonly number[] };
}

/** A fact about departments that waits for an admin's word (DIR-09). */
export interface RemovalShown {
  readonly fact: InputId;
  /** Epoch ms. */
  readonly at: number;
  /** `parent` is where a department is to hang; without it, it is to go. */
  readonly departments: readonly {
    readonly department: DepartmentId;
    readonly parent?: DepartmentId | null;
  }[];
}

/** A named source of a directory. */
export interface SourceShown {
  readonly source: SourceId;
  /** How many people in service, and how many departments, it vouches for. */
  readonly people: number;
  readonly departments: number;
  /** The time of its latest complete list, in epoch ms; `null`: there was none. */
  readonly completed: number | null;
}

/** Questions about a directory. */
export interface DirectoryQueries {
  /** One person; `UNKNOWN_PERSON` if never employed there. */
  readonly "directory.person": {
    readonly input: Asker & { readonly person: PersonId };
    readonly answer: EmploymentShown;
  };
  /**
   * The people in service: all, or those placed in a department, with `below` those placed below it too;
   * `UNKNOWN_DEPARTMENT` if it was never reported. Each page is in the order of hires.
   */
  readonly "directory.people": {
    readonly input: Asker & {
      readonly department?: DepartmentId;
      readonly below?: boolean;
    } & PageRequest;
    readonly answer: Page<
      PersonListed & {
        readonly departments: readonly DepartmentId[];
        readonly suspended?: true;
      }
    >;
  };
  /** The departments: all, those right below one, or the top ones (`null`); on request dormant ones alone. */
  readonly "directory.departments": {
    readonly input: Asker & {
      readonly parent?: DepartmentId | null;
      readonly dormant?: boolean;
    } & PageRequest;
    readonly answer: Page<{
      readonly department: DepartmentId;
      readonly parent: DepartmentId | null;
      readonly name: string;
      /** How many are placed right in it. */
      readonly people: number;
      /** There while it is dormant: the time of the first list that lacked it (DIR-10); epoch ms. */
      readonly dormant?: number;
    }>;
  };
  /**
   * Full lists that are in progress, held, or being carried out, and facts that are held; the items are
   * those who would leave by the list that is named.
   */
  readonly "directory.lists": {
    readonly input: Asker & { readonly list?: ListId } & PageRequest;
    readonly answer: Page<PersonListed> & {
      readonly lists: readonly ListShown[];
      /** There if no list is named and some are held. */
      readonly removals?: readonly RemovalShown[];
    };
  };
  /** Departures of which something is kept, the newest first: they can be taken back with what they took. */
  readonly "directory.departures": {
    readonly input: Asker & PageRequest;
    readonly answer: Page<
      PersonListed & {
        /** When it left, and until when what it took is kept; epoch ms. */
        readonly at: number;
        readonly until: number;
        /** Absent if only lists said so (RESIGN-06). */
        readonly reported?: true;
      }
    >;
  };
  /** Entries of one's own settings that name removed departments, one's own or others' (DIR-11). */
  readonly "directory.inert": {
    readonly input: Asker & PageRequest;
    readonly answer: Page<{
      readonly setting: Setting;
      /** Whose department it was. */
      readonly organization: OrganizationId;
      readonly department: DepartmentId;
      /** Until when it is kept, in epoch ms; `null`: without end, for it excludes (ROSTER-16). */
      readonly until: number | null;
    }>;
  };
  /** The named sources of the directory, in the order of their names (DIR-06). */
  readonly "directory.sources": {
    readonly input: Asker;
    readonly answer: { readonly items: readonly SourceShown[] };
  };
}
