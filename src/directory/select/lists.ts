/** What is known of full lists: the records of their parts, and who belongs on a page and is not on it. */
import { bucketEntries } from "../../core/hashed.ts";
import type { DepartmentId, InputId, ListId, OrganizationId, PersonId } from "../../core/ids.ts";
import { reconciliationPage } from "../../core/page.ts";
import { allTickets } from "../../core/paged.ts";
import type { HashIndex } from "../../core/structures.ts";
import { guessesAt, must, read } from "../../core/transaction.ts";
import { NEW_SOURCE } from "../kinds.ts";
import type {
  AliasEntry,
  BroughtEntry,
  DepartmentsExtent,
  DirectoryPart,
  EmploymentRecord,
  ListedPage,
  ListRecord,
  PeopleEntry,
  PlacedEntry,
  RemovalsPage,
  SourceExtent,
} from "../model.ts";
import { aliasOf } from "./aliases.ts";
import { type ExtentOf, isWithin, withinTree } from "./extents.ts";
import { aliasesOf, broughtBy, peopleOf, placedIn, removalsOf } from "./keys.ts";
import type { Reading } from "./organizations.ts";
import { vouching } from "./sources.ts";
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
interface PageOf extends ExtentOf, ListOf {
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

/** People whose id and key belong on other pages of a list. */
interface Astray {
  /** Those who are kept where this page is, and belong elsewhere. */
  readonly away: ReadonlySet<string>;
  /** Those who belong here. */
  readonly here: readonly PersonId[];
}

const NOBODY_ASTRAY: Astray = { away: new Set(), here: [] };

/** DIR-15: a list is cut by the ids that people have, and they are kept by their keys. */
function astrayOn(tx: Reading, { organization, page, pages }: PageOf): Astray {
  const index = must(tx, "organization", organization).renamed?.people;
  if (index === undefined || pages === 1) return NOBODY_ASTRAY;
  const away = new Set<string>();
  const here: PersonId[] = [];
  const isHere = (id: string): boolean => reconciliationPage(id as PersonId, pages) === page;
  for (const bucket of bucketsOfPage(index, page, pages)) {
    const entries = bucketEntries<AliasEntry>(tx, aliasesOf(organization, "people"), bucket);
    for (const [text, { key = text, id = text }] of entries) {
      if (!isHere(text)) continue;
      if (!isHere(id)) away.add(text);
      if (!isHere(key)) here.push(key as PersonId);
    }
  }
  return { away, here };
}

/** Whether a list names somebody on a page where they belonged before they had another id. */
export function isNamedBefore(tx: Reading, of: Omit<PageOf, "extent">, person: PersonId): boolean {
  const { former = [] } = aliasOf(tx, of.organization, "people", person);
  const { pages = [] } = listKnown(tx, of) ?? {};
  return former.some(([id]) => {
    const page = reconciliationPage(id as PersonId, of.pages);
    const come = page === of.page ? undefined : pageOf({ pages }, page);
    return come !== undefined && peopleListed(tx, of, come).has(person);
  });
}

/** Whether a list is full for somebody in service. */
export function isPersonIn(
  tx: Reading,
  { organization, extent }: ExtentOf,
  employment: EmploymentRecord,
): boolean {
  if (extent === undefined) return true;
  if ("source" in extent) return vouching(employment).includes(extent.source);
  return employment.departments.some((each) => isWithin(tx, { organization, extent }, each));
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
  const { away, here } = astrayOn(tx, of);
  const belongs = (person: PersonId) =>
    reconciliationPage(person, pages) === page && !away.has(person);
  const isMissing = (person: PersonId) => !named.has(person) && !isNamedBefore(tx, of, person);
  const entryFor = (person: PersonId): PeopleEntry => {
    const { number, ordinal } = must(tx, "employment", organization, person);
    return [person, number, ordinal];
  };
  const isHere = (person: PersonId): boolean => {
    const employment = read(tx, "employment", organization, person);
    return employment?.inService === true && isPersonIn(tx, of, employment);
  };
  const others = here.filter(isHere);
  if (extent === undefined) {
    const known = servingOn(tx, of).filter(([person]) => belongs(person));
    known.push(...others.map(entryFor));
    return { known: known.length, unnamed: known.filter(([person]) => isMissing(person)) };
  }
  const all = "source" in extent ? broughtOn(tx, of, extent) : placedOn(tx, of, extent);
  const known = [...[...all].filter(belongs), ...others];
  return { known: known.length, unnamed: known.filter(isMissing).map(entryFor) };
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
