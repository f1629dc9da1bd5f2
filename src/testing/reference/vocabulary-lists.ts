/** Words of full lists that come in parts, which the areas' own vocabulary may not have yet (D6, DIR-10). */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Notice, Recipient } from "../../core/notice.ts";
import type { ListedDepartment, ListedPerson } from "../../directory/model.ts";

/** A person as a line names them: what it leaves out stays as it is. */
export interface Line extends Omit<ListedPerson, "departments"> {
  readonly departments?: readonly DepartmentId[];
  readonly manager?: { readonly person: PersonId; readonly number?: number } | null;
}

/** How many parts a list has in all: of departments, and pages of people. */
interface Of {
  readonly departments: number;
  readonly people: number;
}

/** Lines about departments; absent pages are the first. */
export interface DepartmentsPart {
  readonly kind: "departments";
  readonly page?: number;
  readonly departments: readonly ListedDepartment[];
}

/** The lines about the people of a page, or a piece of them. */
export interface PeoplePart {
  readonly kind: "people";
  readonly page: number;
  readonly pages: number;
  readonly piece?: number;
  readonly pieces?: number;
  readonly people: readonly Line[];
}

/** What an input says that is part of a list. */
export interface Listing {
  readonly organization: OrganizationId;
  readonly list: string;
  readonly of: Of;
  readonly part: DepartmentsPart | PeoplePart;
}

/** The part of a list that an input brings, if the list has an id; other lists are whole pages. */
export function listingOf(data: object): Listing | null {
  return "list" in data && "part" in data ? (data as unknown as Listing) : null;
}

/** The list that a command names by its id. */
export function listNamed(data: object): string | null {
  return "list" in data ? String(data.list) : null;
}

/** The notice that nobody leaves by a list until it is confirmed (DIR-07). */
export function heldNotice(
  data: {
    readonly organization: OrganizationId;
    readonly list: string;
    readonly people: number;
    readonly departments: number;
  },
  isForPlatform: boolean,
): Notice {
  const admins: Recipient = { kind: "authorized-admins", organization: data.organization };
  const to = isForPlatform ? [admins, { kind: "platform" }] : [admins];
  return { kind: "DIRECTORY_RECONCILIATION_HELD", to, data } as unknown as Notice;
}

/** As many departments as a notice names. */
const namedMost = 100;

/** The notice that a list lacks departments, which are dormant now (DIR-10). */
export function missingNotice(
  organization: OrganizationId,
  departments: readonly DepartmentId[],
): Notice {
  const to: readonly Recipient[] = [{ kind: "authorized-admins", organization }];
  const data = {
    organization,
    departments: departments.slice(0, namedMost),
    count: departments.length,
  };
  return { kind: "DEPARTMENTS_MISSING", to, data } as unknown as Notice;
}
