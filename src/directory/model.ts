/** The vocabulary of the directory: organizations, admins, departments and people. */
import type {
  DepartmentId,
  InputId,
  OrganizationId,
  PersonId,
  RoleId,
  SpaceId,
} from "../core/ids.ts";
import type { Command, Fact } from "../core/input.ts";
import type { HashIndex, PageIndex } from "../core/structures.ts";

/** The editions of the platform, lowest first. */
export const EDITIONS = ["free", "light", "professional", "exclusive"] as const;
/** An edition of the platform. */
export type Edition = (typeof EDITIONS)[number];

/** Levels below the root of a directory; a department deeper than this is hung higher up. */
export const DEPARTMENT_DEPTH_MAX = 64;

/** What the home organization says of one of its people; the Space shows it as it is. */
export interface PersonFields {
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** An admin's role: a main admin, or a sub-admin with or without the Space permission. */
export type AdminRole = "main" | "sub";

// ---------------------------------------------------------------------------------------- facts

/** A department as a full list names it; `parent` is `null` at the root. */
export interface ListedDepartment {
  readonly department: DepartmentId;
  readonly parent: DepartmentId | null;
  readonly name: string;
}

/** A person as a full list names them. */
export interface ListedPerson {
  readonly person: PersonId;
  readonly number: number;
  readonly departments: readonly DepartmentId[];
  readonly fields: PersonFields;
  /** On probation; absent means no. */
  readonly probation?: boolean;
}

/**
 * One part of a full directory: all departments, or the people whose {@link reconciliationPage} is
 * `page` of `pages` (a power of two). Departments come first and, if some are to go, once more last.
 */
export type DirectoryPart =
  | { readonly kind: "departments"; readonly departments: readonly ListedDepartment[] }
  | {
      readonly kind: "people";
      readonly page: number;
      readonly pages: number;
      readonly people: readonly ListedPerson[];
    };

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
  /** From the platform. Final: its Spaces are dissolved, its Associations cancelled. */
  readonly "organization.ended": { readonly organization: OrganizationId };
  /** From the organization. Sets a person's role and Space permission; `null` takes the role away. */
  readonly "admin.changed": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    readonly role: AdminRole | null;
    /** Counts for a sub-admin only; a main admin needs none. */
    readonly spacePermission: boolean;
    readonly revision?: number;
  };
  /** From the organization. */
  readonly "department.created": {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly parent: DepartmentId | null;
    readonly name: string;
    readonly revision?: number;
  };
  /** From the organization. */
  readonly "department.renamed": {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly name: string;
    readonly revision?: number;
  };
  /** From the organization. */
  readonly "department.moved": {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly parent: DepartmentId | null;
    readonly revision?: number;
  };
  /** From the organization. Sub-departments go up to its parent; people lose this placement. */
  readonly "department.removed": {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly revision?: number;
  };
  /** From the organization. `number` rises with each hire of this person here. */
  readonly "person.hired": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    readonly departments: readonly DepartmentId[];
    readonly fields: PersonFields;
    /** On probation; absent means no. */
    readonly probation?: boolean;
  };
  /** From the organization. Ends probation; presence does not change (ROSTER-06). */
  readonly "person.confirmed": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    readonly fields?: PersonFields;
    readonly revision?: number;
  };
  /** From the organization. */
  readonly "person.relocated": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    readonly departments: readonly DepartmentId[];
    readonly revision?: number;
  };
  /** From the organization. */
  readonly "person.fields-changed": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    readonly fields: PersonFields;
    readonly revision?: number;
  };
  /** From the organization. */
  readonly "person.resigned": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    readonly successor?: PersonId;
  };
  /** From the organization. All the departments that a person is head of; none is an empty list. */
  readonly "person.heads-changed": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    readonly departments: readonly DepartmentId[];
    readonly revision?: number;
  };
  /** From the organization. All the named roles that a person has; none is an empty list. */
  readonly "person.roles-changed": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number: number;
    readonly roles: readonly RoleId[];
    readonly revision?: number;
  };
  /** From the organization. One part of a full list, absorbed as the difference to what is known. */
  readonly "directory.reconciled": {
    readonly organization: OrganizationId;
    readonly part: DirectoryPart;
  };
}

/** The commands of the directory, by type. */
export interface DirectoryCommands {
  /** By an authorized admin: people missing from a held list are removed after all. */
  readonly "reconciliation.confirm": {
    readonly organization: OrganizationId;
    readonly reconciliation: InputId;
  };
  /** By an authorized admin: a held list is dropped. */
  readonly "reconciliation.discard": {
    readonly organization: OrganizationId;
    readonly reconciliation: InputId;
  };
  /**
   * By an authorized admin: who takes over a colleague's open tasks when that colleague leaves; `null`
   * is nobody (HAND-02, HAND-03).
   */
  readonly "successor.set": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly successor: PersonId | null;
  };
}

/** A fact of the directory. */
export type DirectoryFact = {
  [Type in keyof DirectoryFacts]: Fact<Type, DirectoryFacts[Type]>;
}[keyof DirectoryFacts];
/** A command of the directory. */
export type DirectoryCommand = {
  [Type in keyof DirectoryCommands]: Command<Type, DirectoryCommands[Type]>;
}[keyof DirectoryCommands];

// --------------------------------------------------------------------------------------- events

/** What happens in the directory, by type. */
export interface DirectoryEvents {
  readonly "organization.registered": DirectoryFacts["organization.registered"];
  readonly "organization.renamed": DirectoryFacts["organization.renamed"];
  readonly "organization.certification-changed": DirectoryFacts["organization.certification-changed"];
  readonly "organization.edition-changed": DirectoryFacts["organization.edition-changed"];
  readonly "organization.sso-changed": DirectoryFacts["organization.sso-changed"];
  readonly "organization.ended": DirectoryFacts["organization.ended"];
  readonly "admin.changed": Omit<DirectoryFacts["admin.changed"], "number">;
  readonly "department.created": DirectoryFacts["department.created"];
  readonly "department.renamed": DirectoryFacts["department.renamed"];
  readonly "department.moved": DirectoryFacts["department.moved"] & {
    readonly from: DepartmentId | null;
  };
  readonly "department.removed": DirectoryFacts["department.removed"] & {
    readonly parent: DepartmentId | null;
    /** Its sub-departments, which go to its parent. */
    readonly children: readonly DepartmentId[];
    /** Who was placed in it, in the order of hires. */
    readonly people: readonly PersonId[];
    /** Who was head of it, in the order of hires. */
    readonly heads: readonly PersonId[];
  };
  /** The source's wish could not be followed; the tree stays as it was, or hangs it higher up. */
  readonly "department.flagged": {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly parent: DepartmentId | null;
    readonly reason: "cycle" | "too-deep";
    readonly revision?: number;
  };
  readonly "person.hired": DirectoryFacts["person.hired"];
  readonly "person.confirmed": DirectoryFacts["person.confirmed"];
  readonly "person.relocated": DirectoryFacts["person.relocated"] & {
    readonly from: readonly DepartmentId[];
  };
  readonly "person.fields-changed": DirectoryFacts["person.fields-changed"];
  readonly "person.resigned": DirectoryFacts["person.resigned"];
  readonly "person.heads-changed": DirectoryFacts["person.heads-changed"] & {
    readonly from: readonly DepartmentId[];
  };
  readonly "person.roles-changed": DirectoryFacts["person.roles-changed"] & {
    readonly from: readonly RoleId[];
  };
  readonly "successor.set": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    /** With the employment it is good for. */
    readonly successor: { readonly person: PersonId; readonly number: number } | null;
  };
  readonly "reconciliation.held": {
    readonly organization: OrganizationId;
    readonly reconciliation: InputId;
    readonly page: number;
    readonly pages: number;
    readonly people: readonly { readonly person: PersonId; readonly number: number }[];
  };
  readonly "reconciliation.settled": {
    readonly organization: OrganizationId;
    readonly reconciliation: InputId;
    readonly how: "confirmed" | "discarded" | "superseded";
  };
}

// -------------------------------------------------------------------------------------- records

/** An admin as the organization's record lists them. */
export interface Admin {
  readonly person: PersonId;
  readonly role: AdminRole;
  readonly spacePermission: boolean;
}

/** `organization:{org}` */
export interface OrganizationRecord {
  readonly name: string;
  readonly ended: boolean;
  readonly certified: boolean;
  readonly edition: Edition;
  readonly sso: boolean;
  /** The latest revision the source gave for each value it sets. */
  readonly revisions: {
    readonly name?: number;
    readonly certification?: number;
    readonly edition?: number;
    readonly sso?: number;
  };
  readonly admins: readonly Admin[];
  /** Live Spaces hosted, in order of creation. */
  readonly hosted: readonly SpaceId[];
  /** Spaces joined, in order of joining. */
  readonly joined: readonly SpaceId[];
  /** Spaces ever created. */
  readonly created: number;
  /** Spaces that support added to the quota. */
  readonly expansion: number;
  readonly batchInvitation: boolean;
}

/** `directory:{org}`: the counts and indexes that change with the people. */
export interface DirectoryRecord {
  /** The next hire's place in the order of hires. */
  readonly hires: number;
  /** Index of `people`. */
  readonly people: HashIndex;
  /** Index of `tree`. */
  readonly tree: PageIndex;
  /** Lists held until confirmed. */
  readonly held: readonly {
    readonly reconciliation: InputId;
    readonly page: number;
    readonly pages: number;
  }[];
}

/** `people:{org}/{bucket}`: people in service, with their place in the order of hires. */
export interface PeopleBucket {
  readonly entries: readonly (readonly [person: PersonId, number: number, ordinal: number])[];
}

/** `tree:{org}/{page}`: the departments, so that a whole subtree is known in one reading. */
export interface TreePage {
  readonly entries: readonly TreeEntry[];
}

/** A department as its tree page lists it. */
export interface TreeEntry {
  readonly ticket: number;
  readonly department: DepartmentId;
  readonly parent: DepartmentId | null;
  readonly name: string;
  /** Buckets of `placed`; the count of people stands in the department's own record. */
  readonly buckets: number;
}

/** `department:{org}/{dept}`; kept as a tombstone when removed. */
export interface DepartmentRecord {
  readonly removed: boolean;
  readonly parent: DepartmentId | null;
  /** Nearest first, without the root. */
  readonly ancestors: readonly DepartmentId[];
  readonly ticket: number;
  /** Index of `placed`: people placed directly here. */
  readonly placed: HashIndex;
  /** Index of `heads`. */
  readonly heads: HashIndex;
  /** When the last fact about it happened, and the latest revision of each value. */
  readonly at: number;
  readonly revisions: { readonly name?: number; readonly parent?: number };
}

/** `placed:{org}/{bucket}/{dept}` */
export interface PlacedBucket {
  readonly entries: readonly (readonly [person: PersonId])[];
}

/** `employment:{org}/{person}`; kept when the employment ends. */
export interface EmploymentRecord {
  readonly number: number;
  readonly inService: boolean;
  /** The place in the organization's order of hires. */
  readonly ordinal: number;
  readonly departments: readonly DepartmentId[];
  readonly fields: PersonFields;
  readonly probation: boolean;
  /** The departments that this person is head of, and the named roles they have. */
  readonly heads: readonly DepartmentId[];
  readonly roles: readonly RoleId[];
  /** The successor that the organization registered, under the employment it is good for. */
  readonly successor: { readonly person: PersonId; readonly number: number } | null;
  /** When the last fact about it happened. */
  readonly at: number;
  readonly revisions: {
    readonly departments?: number;
    readonly fields?: number;
    readonly admin?: number;
    readonly heads?: number;
    readonly roles?: number;
  };
}

/** `heads:{org}/{bucket}/{dept}`: who is head of a department, with their place in the order of hires. */
export interface HeadsBucket {
  readonly entries: readonly (readonly [person: PersonId, ordinal: number])[];
}

/** `role:{org}/{role}`: a named role that somebody has, or once had. */
export interface RoleRecord {
  /** Index of `holders`. */
  readonly holders: HashIndex;
}

/** `holders:{org}/{bucket}/{role}`: who has a named role. */
export interface HoldersBucket {
  readonly entries: readonly (readonly [person: PersonId, ordinal: number])[];
}

/**
 * `bound:{org}/{person}`: where an identity is bound, so that its leaving finds everything; absent if
 * it never was bound anywhere.
 */
export interface BoundRecord {
  /** The place of the next tie in the order in which they came. */
  readonly places: number;
  /** The first ties, so that most people's leaving is read from this record alone. */
  readonly near: readonly NearTie[];
  /** Index of the `ties` to cooperation groups for which there was no room in `near`. */
  readonly groups: HashIndex;
  /** The same of authorized lists and data permissions that name this identity. */
  readonly lists: HashIndex;
  /** The same of flow instances in which this identity holds open tasks. */
  readonly tasks: HashIndex;
  /** Index of `started`: instances this identity started. */
  readonly started: PageIndex;
  /** Index of `handled`: tasks this identity has acted on. */
  readonly handled: PageIndex;
}

/** What an identity can be bound to. */
export type TieKind = "groups" | "lists" | "tasks";

/**
 * `ties:{org}/{kind and bucket}/{person}`; `place` is the tie's in the order in which they came, what
 * follows is the affair of the area it is of.
 */
export interface TiesBucket {
  readonly entries: readonly (readonly [id: string, place: number, ...rest: readonly unknown[]])[];
}

/** A tie in the record that says where an identity is bound. */
export type NearTie = readonly [kind: TieKind, ...TiesBucket["entries"][number]];

/** `started:{org}/{page}/{person}` and `handled:{org}/{page}/{person}`: lists of what one has done. */
export interface DonePage {
  readonly entries: readonly (readonly [ticket: number, id: string, task: number])[];
}

/** `person:{person}`: where this person has an identity. */
export interface PersonRecord {
  readonly organizations: readonly OrganizationId[];
}

/** `held:{org}/{input}`: removals that wait for an admin's word. */
export interface HeldRecord {
  readonly people: readonly { readonly person: PersonId; readonly number: number }[];
}

/** The records of the directory, by kind. */
export interface DirectoryRecords {
  readonly organization: OrganizationRecord;
  readonly directory: DirectoryRecord;
  readonly people: PeopleBucket;
  readonly tree: TreePage;
  readonly department: DepartmentRecord;
  readonly placed: PlacedBucket;
  readonly employment: EmploymentRecord;
  readonly person: PersonRecord;
  readonly held: HeldRecord;
  readonly heads: HeadsBucket;
  readonly role: RoleRecord;
  readonly holders: HoldersBucket;
  readonly bound: BoundRecord;
  readonly ties: TiesBucket;
  readonly started: DonePage;
  readonly handled: DonePage;
}
