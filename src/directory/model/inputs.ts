/** The facts and commands of the directory. */
import type {
  DepartmentId,
  InputId,
  ListId,
  OrganizationId,
  PersonId,
  RoleId,
  SourceId,
} from "../../core/ids.ts";
import type { Command, Fact, ReplacedIn } from "../../core/input.ts";
import type { BookChange } from "./books.ts";
import type {
  AdminRole,
  DirectoryPart,
  Edition,
  ListExtent,
  ListParts,
  PersonFields,
} from "./terms.ts";

// ---------------------------------------------------------------------------------------- facts

/**
 * What a fact of one of several systems says besides. A source vouches for what it brought, and has no say
 * in anything else; without one a fact is the organization's own word (DIR-06).
 */
export interface Sourced {
  readonly source?: SourceId;
}

/** The facts of the directory, by type. */
export interface DirectoryFacts {
  /** From the platform. */
  readonly "organization.registered": {
    readonly organization: OrganizationId;
    readonly name: string;
    readonly certified: boolean;
    readonly edition: Edition;
    readonly sso: boolean;
  };
  /** From the organization. */
  readonly "organization.renamed": {
    readonly organization: OrganizationId;
    readonly name: string;
    readonly revision?: number;
  };
  /** From the platform. */
  readonly "organization.certification-changed": {
    readonly organization: OrganizationId;
    readonly certified: boolean;
    readonly revision?: number;
  };
  /** From the platform. */
  readonly "organization.edition-changed": {
    readonly organization: OrganizationId;
    readonly edition: Edition;
    readonly revision?: number;
  };
  /** From the organization. */
  readonly "organization.sso-changed": {
    readonly organization: OrganizationId;
    readonly sso: boolean;
    readonly revision?: number;
  };
  /** From the platform. All its people are as if suspended, until it is resumed (DIR-18). */
  readonly "organization.suspended": {
    readonly organization: OrganizationId;
    readonly revision?: number;
  };
  /** From the platform. Its people may act again (DIR-18). */
  readonly "organization.resumed": {
    readonly organization: OrganizationId;
    readonly revision?: number;
  };
  /**
   * From the platform. Its Spaces are dissolved, its Associations cancelled, for good. Whoever may come
   * back should be suspended instead.
   */
  readonly "organization.ended": { readonly organization: OrganizationId };
  /**
   * From the platform, within the retention. The end was a mistake: it exists again, with its directory,
   * admins, apps and quotas; what needed the word of others does not come back (DIR-19).
   */
  readonly "organization.reinstated": { readonly organization: OrganizationId };
  /** From the organization. Sets a person's role and permissions; `null` takes the role away. */
  readonly "admin.changed": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly role: AdminRole | null;
    /** A sub-admin's; not if left out. A main admin needs none, and without a role it says nothing. */
    readonly spacePermission?: boolean;
    /** The same for what is above and below the organization: Trunks, Branches, Links (HIER-08). */
    readonly hierarchyPermission?: boolean;
    readonly revision?: number;
  };
  /** From the organization. */
  readonly "department.created": Sourced & {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly parent: DepartmentId | null;
    readonly name: string;
    readonly revision?: number;
  };
  /** From the organization. */
  readonly "department.renamed": Sourced & {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly name: string;
    readonly revision?: number;
  };
  /**
   * From the organization. The department has another id from now on, `to`, and is what it was: nobody
   * moves (DIR-16). What is said of it under the former id and is not later is about it still (DIR-15).
   */
  readonly "department.renamed-id": Sourced & {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly to: DepartmentId;
    readonly revision?: number;
  };
  /** From the organization. */
  readonly "department.moved": Sourced & {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly parent: DepartmentId | null;
    readonly revision?: number;
  };
  /** From the organization. Sub-departments go up to its parent; people lose this placement. */
  readonly "department.removed": Sourced & {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly revision?: number;
  };
  /**
   * From the organization. `number` rises with each hire of this person here, and is no date; without
   * one, facts about people are about the employment in force at their time (DIR-01 to -03).
   */
  readonly "person.hired": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly departments: readonly DepartmentId[];
    readonly fields: PersonFields;
    /** On probation; absent means no. */
    readonly probation?: boolean;
  };
  /** From the organization. Ends probation; presence does not change (ROSTER-06). */
  readonly "person.confirmed": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly fields?: PersonFields;
    readonly revision?: number;
  };
  /** From the organization. */
  readonly "person.relocated": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly departments: readonly DepartmentId[];
    readonly revision?: number;
  };
  /**
   * From the organization. One placement more; all others stay. `revision` is that of this placement,
   * and no news unless it is above the last one of it and of all placements together (DIR-12).
   */
  readonly "person.department-entered": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly department: DepartmentId;
    readonly revision?: number;
  };
  /** From the organization. One placement less; all others stay (DIR-12). */
  readonly "person.department-left": DirectoryFacts["person.department-entered"];
  /** From the organization. */
  readonly "person.fields-changed": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly fields: PersonFields;
    readonly revision?: number;
  };
  /**
   * From the organization. The person has another id from now on, `to`; nobody leaves and nobody enters
   * (DIR-14). What is said of them under the former id and is not later is about them still (DIR-15).
   */
  readonly "person.renamed": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly to: PersonId;
    readonly number?: number;
  };
  /** From the organization. */
  readonly "person.resigned": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly successor?: PersonId;
  };
  /**
   * From the organization. A departure that was none: the employment is in force again under its own
   * number, and what it took is given back, as far as that is still kept and possible (RESIGN-06).
   */
  readonly "person.reinstated": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    /** Instead of those that the person was placed in. */
    readonly departments?: readonly DepartmentId[];
    readonly fields?: PersonFields;
  };
  /** From the organization. All the departments that a person is head of; none is an empty list. */
  readonly "person.heads-changed": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly departments: readonly DepartmentId[];
    readonly revision?: number;
  };
  /** From the organization. All the named roles that a person has; none is an empty list. */
  readonly "person.roles-changed": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly roles: readonly RoleId[];
    readonly revision?: number;
  };
  /**
   * From the organization. Whom a person reports to, a colleague, or nobody (`null`); without a number of
   * theirs, whoever is in service under that id. It holds while both employments do (FLOW-20).
   */
  readonly "person.manager-changed": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly manager: { readonly person: PersonId; readonly number?: number } | null;
    readonly revision?: number;
  };
  /**
   * From the organization. In service, in place, and unable to act until resumed (DIR-17); a colleague
   * may stand in for the time (FLOW-19).
   */
  readonly "person.suspended": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly standIn?: PersonId;
    readonly revision?: number;
  };
  /** From the organization. May act again at once (DIR-17). */
  readonly "person.resumed": Sourced & {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly revision?: number;
  };
  /**
   * From the organization. 1 to 500 changes of the directory and the industry book, each as a fact of its own
   * but for the organization and the source, in the order given; what follows from them follows once. If something named is unknown, earlier changes
   * considered, nothing happens, and `index` says where (DIR-13).
   */
  readonly "directory.changed": Sourced & {
    readonly organization: OrganizationId;
    readonly changes: readonly AnyChange[];
  };
  /**
   * From the organization. One part of a full list, absorbed as the difference to what is known: what
   * it names at once, in whatever order the parts come. What no part names goes when all have come, in
   * steps, unless that is so much that an admin has to confirm it (DIR-04, DIR-07, DIR-08).
   */
  readonly "directory.reconciled": {
    readonly organization: OrganizationId;
    readonly list: ListId;
    /** Absent: the whole organization. The same in all parts (DIR-05, DIR-06). */
    readonly extent?: ListExtent;
    readonly of: ListParts;
    readonly part: DirectoryPart;
  };
  /** From the organization. One more step of a list of which `list.step` said that something remains. */
  readonly "directory.continued": {
    readonly organization: OrganizationId;
    readonly list: ListId;
  };
}

/** What waits for an admin's word: a full list (DIR-07), or a fact, by the id of its input (DIR-09). */
export type HeldNamed =
  | { readonly organization: OrganizationId; readonly list: ListId }
  | { readonly organization: OrganizationId; readonly fact: InputId };

/** The commands of the directory, by type. */
export interface DirectoryCommands {
  /**
   * By an authorized admin: what is missing from a held list, and still missing then, goes after all; or
   * a held fact about departments takes effect (DIR-09).
   */
  readonly "reconciliation.confirm": HeldNamed;
  /** By an authorized admin: a held list is dropped, what it named stays as it says; or a held fact is. */
  readonly "reconciliation.discard": HeldNamed;
  /** By an authorized admin: departments that are dormant are removed now; at most 500 (DIR-10). */
  readonly "department.confirm-removal": {
    readonly organization: OrganizationId;
    readonly departments: readonly DepartmentId[];
  };
  /**
   * By an authorized admin: who takes over a colleague's open tasks when that colleague leaves; `null`
   * is nobody (HAND-02, HAND-03). Both are people of `organization`, so that their ids alone say who.
   */
  readonly "successor.set": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly successor: PersonId | null;
  };
}

/** What one change of a directory can be: a fact about departments, people or admins. */
export type ChangeType = Extract<
  keyof DirectoryFacts,
  "admin.changed" | `department.${string}` | `person.${string}`
>;

/** What such a fact says, but for the organization and the source, which are those of all changes. */
export type DirectoryChange = {
  [Type in ChangeType]: {
    readonly type: Type;
    readonly data: Omit<DirectoryFacts[Type], "organization" | "source">;
  };
}[ChangeType];

/** Whatever one change can be: of the directory, or of the industry book (INDUSTRY-01). */
export type AnyChange = DirectoryChange | BookChange;

/** A fact of the directory. */
export type DirectoryFact = {
  [Type in keyof DirectoryFacts]: Fact<Type, DirectoryFacts[Type]>;
}[keyof DirectoryFacts];
/** What these commands replace (PROTO-06). */
export interface DirectoryReplaced {
  readonly "successor.set": { readonly successor: PersonId | null };
}

/** A command of the directory. */
export type DirectoryCommand = {
  [Type in keyof DirectoryCommands]: Command<
    Type,
    DirectoryCommands[Type],
    ReplacedIn<DirectoryReplaced, Type>
  >;
}[keyof DirectoryCommands];
