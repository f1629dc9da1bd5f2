/** Words of full lists that come in parts, which the areas' own vocabulary may not have yet (D6, DIR-10). */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Notice, Recipient } from "../../core/notice.ts";
import type { DirectoryFacts, ListedPerson } from "../../directory/model.ts";

/** What an input says that is part of a list. */
export type Listing = DirectoryFacts["directory.reconciled"] & { readonly extent?: Extent };

/** What a list is full for, if not the whole organization (DIR-05, DIR-06). */
export type Extent =
  | { readonly departments: readonly DepartmentId[] }
  | { readonly source: string };

/** A line about a person (DIR-04, FLOW-20). */
export type Line = ListedPerson & {
  readonly manager?: { readonly person: PersonId; readonly number?: number } | null;
};

/** What a part of a list is full for. */
export function extentOf(listing: object): Extent | null {
  return (listing as { readonly extent?: Extent }).extent ?? null;
}

/** The source that an input names, if it names one (DIR-06). */
export function sourceOf(data: object): string | undefined {
  return (data as { readonly source?: string }).source;
}

/** The notice that nobody leaves by a list, or a fact, until it is confirmed (DIR-07, DIR-09). */
export function heldNotice(
  data: ({ readonly list: string } | { readonly fact: string }) & {
    readonly organization: OrganizationId;
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
