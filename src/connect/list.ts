/** From all departments and people of an organization to the inputs of one full list. */
import type { ListId } from "../core/ids.ts";
import { reconciliationPage } from "../core/page.ts";
import type {
  DirectoryChange,
  DirectoryFact,
  DirectoryPart,
  ListedDepartment,
  ListedPerson,
} from "../directory/model.ts";
import { factOf, inputsOf, type Occasion } from "./facts.ts";

/** A whole directory, as lines. */
export interface Lines {
  readonly departments: readonly ListedDepartment[];
  readonly people: readonly ListedPerson[];
  /** What no line says, for each person: offices, roles, managers. */
  readonly offices: readonly (readonly DirectoryChange[])[];
}

/** Lines of one part, parts of departments, and with both departments of one list. */
const PART_MAX = 2_000;
const DEPARTMENT_PARTS_MAX = 64;
export const LISTED_DEPARTMENTS_MAX = PART_MAX * DEPARTMENT_PARTS_MAX;
/** People on one page on average, and pages at most. */
const PAGE_AIM = 500;
const PAGES_MAX = 1_024;

/** Parents before children; what hangs in a circle, or below nothing, comes last as it is. */
export function parentsFirst(departments: readonly ListedDepartment[]): ListedDepartment[] {
  const below = new Map<string | null, ListedDepartment[]>();
  for (const each of departments) {
    const siblings = below.get(each.parent);
    if (siblings === undefined) below.set(each.parent, [each]);
    else siblings.push(each);
  }
  const ordered = new Set(below.get(null) ?? []);
  for (const { department } of ordered) {
    for (const child of below.get(department) ?? []) ordered.add(child);
  }
  for (const each of departments) ordered.add(each);
  return [...ordered];
}

function pagesOf(people: readonly ListedPerson[]): ListedPerson[][] {
  for (let count = 1; ; count *= 2) {
    const pages: ListedPerson[][] = Array.from({ length: count }, () => []);
    for (const line of people) pages[reconciliationPage(line.person, count)]?.push(line);
    const longest = Math.max(...pages.map(({ length }) => length));
    const fits = people.length <= count * PAGE_AIM && longest <= PART_MAX;
    if (fits || count === PAGES_MAX) return pages;
  }
}

/** Lines cut into parts, of which there is one at least. */
function cut<Line>(lines: readonly Line[]): Line[][] {
  const parts = Math.max(1, Math.ceil(lines.length / PART_MAX));
  return Array.from({ length: parts }, (_, part) =>
    lines.slice(part * PART_MAX, (part + 1) * PART_MAX),
  );
}

/** A page of people, in pieces if it is too large for one part. */
function pageParts(people: readonly ListedPerson[], page: number, pages: number): DirectoryPart[] {
  const pieces = cut(people);
  return pieces.map((piece, number) => ({
    kind: "people",
    page,
    pages,
    ...(pieces.length === 1 ? {} : { piece: number, pieces: pieces.length }),
    people: piece,
  }));
}

/** The inputs of one full list, in order: departments, pages of people, then what no line says. */
export function listInputs(occasion: Occasion, lines: Lines): DirectoryFact[] {
  const { organization, platform, key } = occasion;
  const departments = cut(parentsFirst(lines.departments));
  const pages = pagesOf(lines.people);
  const parts: DirectoryPart[] = [
    ...departments.map((part, page) => {
      const tree = { kind: "departments", departments: part } as const;
      return { ...tree, page, pages: departments.length };
    }),
    ...pages.flatMap((page, number) => pageParts(page, number, pages.length)),
  ];
  const list = `${platform}/${key}` as ListId;
  const of = { departments: departments.length, people: pages.length };
  const listed = parts.map((part) =>
    factOf(occasion, "directory.reconciled", { organization, list, of, part }),
  );
  return [...listed, ...inputsOf(occasion, lines.offices)];
}
