/** What is known of full lists: the records of their parts, and who belongs on a page and is not on it. */
import { bucketEntries } from "../../core/hashed.ts";
import type { DepartmentId, InputId, ListId, OrganizationId, PersonId } from "../../core/ids.ts";
import { reconciliationPage } from "../../core/page.ts";
import { allTickets } from "../../core/paged.ts";
import type { HashIndex } from "../../core/structures.ts";
import { guessesAt, must, read } from "../../core/transaction.ts";
import { NEW_SOURCE } from "../kinds.ts";
import type {
  BroughtEntry,
  DepartmentsExtent,
  DirectoryPart,
  ListedPage,
  ListRecord,
  PeopleEntry,
  PlacedEntry,
  RemovalsPage,
  SourceExtent,
} from "../model.ts";
import { type ExtentOf, withinTree } from "./extents.ts";
import { broughtBy, peopleOf, placedIn, removalsOf } from "./keys.ts";
import type { Reading } from "./organizations.ts";
import { readTree } from "./tree.ts";

/** A full list of an organization. */
export interface ListOf {
  readonly organization: OrganizationId;
  readonly list: ListId;
}

/** A list in progress, held or not yet carried out. A hint: one that is not loaded most likely begins. */
export function listKnown(tx: Reading, { organization, list }: ListOf): ListRecord | null {
  const record = read(tx, "list", organization, list);
  return guessesAt(tx, [["list", organization, list]]) ? null : record;
}

/** The lists of an organization that wait for an admin's word. */
export function heldLists(tx: Reading, organization: OrganizationId): readonly ListId[] {
  const { lists = [] } = must(tx, "directory", organization);
  return lists.filter((list) => must(tx, "list", organization, list).state === "held");
}

/** How many lists and facts of an organization wait for an admin's word. */
export function heldCount(tx: Reading, organization: OrganizationId): number {
  const { removals } = must(tx, "directory", organization);
  return heldLists(tx, organization).length + (removals?.count ?? 0);
}

/** The facts of an organization that wait for an admin's word, as they came. */
export function heldFacts(tx: Reading, organization: OrganizationId): readonly InputId[] {
  const { removals } = must(tx, "directory", organization);
  if (removals === undefined) return [];
  const entries = allTickets<RemovalsPage["entries"][number]>(
    tx,
    removalsOf(organization),
    removals,
  );
  return entries.map(([, fact]) => fact);
}

/** Where the record of a part is kept, below its organization. */
export function partName(
  list: ListId,
  { kind, page, piece = 0 }: Pick<DirectoryPart, "kind" | "page"> & { readonly piece?: number },
): string {
  const word = kind === "people" ? "p" : "d";
  return `${word}${page}${piece === 0 ? "" : `+${piece}`}/${list}`;
}

/** The departments that the parts of a list name. */
export function departmentsListed(tx: Reading, { organization, list }: ListOf): Set<DepartmentId> {
  const { departments } = must(tx, "list", organization, list);
  const ids = departments.flatMap((page) => {
    const name = partName(list, { kind: "departments", page });
    return must(tx, "part", organization, name).ids as readonly DepartmentId[];
  });
  return new Set(ids);
}

/** The people whom the pieces of a page name that have come, but for one of them. */
export function peopleListed(
  tx: Reading,
  { organization, list }: ListOf,
  [page, pieces]: readonly [page: number, pieces: number, ...rest: readonly number[]],
  but?: number,
): Set<PersonId> {
  const named = new Set<PersonId>();
  for (let piece = 0; piece < pieces; piece += 1) {
    if (piece === but) continue;
    const name = partName(list, { kind: "people", page, piece });
    const { ids = [] } = read(tx, "part", organization, name) ?? {};
    for (const id of ids) named.add(id as PersonId);
  }
  return named;
}

/** The buckets of a set of people that may hold somebody who belongs on a page. */
function bucketsOfPage({ buckets }: Pick<HashIndex, "buckets">, page: number, pages: number) {
  const level = buckets === 0 ? 1 : 1 << (31 - Math.clz32(buckets));
  const bits = Math.min(pages, level) - 1;
  return Array.from({ length: buckets }, (_, bucket) => bucket).filter(
    (bucket) => (bucket & bits) === (page & bits),
  );
}

/** A page of people of a list, and what the list is full for. */
interface PageOf extends ExtentOf {
  readonly page: number;
  readonly pages: number;
}

/** The people in service who belong on a page of a list of the whole organization. */
function servingOn(tx: Reading, { organization, page, pages }: PageOf): PeopleEntry[] {
  const { people } = must(tx, "directory", organization);
  return bucketsOfPage(people, page, pages).flatMap((bucket) =>
    bucketEntries<PeopleEntry>(tx, peopleOf(organization), bucket),
  );
}

/** The people placed in some departments who belong on a page. */
function placedOn(
  tx: Reading,
  { organization, page, pages }: PageOf,
  extent: DepartmentsExtent,
): Set<PersonId> {
  const tree = readTree(tx, organization);
  const people = [...withinTree(tree, extent)].flatMap((department) => {
    const { buckets = 0 } = tree.get(department) ?? {};
    return bucketsOfPage({ buckets }, page, pages).flatMap((bucket) =>
      bucketEntries<PlacedEntry>(tx, placedIn(organization, department), bucket),
    );
  });
  return new Set(people.map(([person]) => person));
}

/** The people for whom a source vouches who belong on a page. */
function broughtOn(
  tx: Reading,
  { organization, page, pages }: PageOf,
  { source }: SourceExtent,
): PersonId[] {
  const { people } = read(tx, "source", organization, source) ?? NEW_SOURCE;
  return bucketsOfPage(people, page, pages).flatMap((bucket) =>
    bucketEntries<BroughtEntry>(tx, broughtBy(organization, source, "p"), bucket).map(
      ([person]) => person as PersonId,
    ),
  );
}

/** Who belongs on a page of a list. */
interface OnPage {
  readonly known: number;
  /** Those whom the list does not name. */
  readonly unnamed: readonly PeopleEntry[];
}

/** The people in service, in the extent of a list, who belong on a page, and who of them it does not name. */
export function peopleOnPage(tx: Reading, of: PageOf, named: ReadonlySet<PersonId>): OnPage {
  const { organization, extent, page, pages } = of;
  const belongs = (person: PersonId) => reconciliationPage(person, pages) === page;
  if (extent === undefined) {
    const known = servingOn(tx, of).filter(([person]) => belongs(person));
    return { known: known.length, unnamed: known.filter(([person]) => !named.has(person)) };
  }
  const all = "source" in extent ? broughtOn(tx, of, extent) : placedOn(tx, of, extent);
  const known = [...all].filter(belongs);
  const unnamed = known
    .filter((person) => !named.has(person))
    .map((person): PeopleEntry => {
      const { number, ordinal } = must(tx, "employment", organization, person);
      return [person, number, ordinal];
    });
  return { known: known.length, unnamed };
}

/** Whether a later fact than a list speaks for somebody whom it does not name. */
export const isProtected = (
  tx: Reading,
  organization: OrganizationId,
  person: PersonId,
  at: number,
): boolean => must(tx, "employment", organization, person).at > at;

/** A page of a list, as its list has it. */
export const pageOf = (
  { pages }: Pick<ListRecord, "pages">,
  page: number,
): ListedPage | undefined => pages.find(([each]) => each === page);
