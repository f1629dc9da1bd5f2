/** From all departments and people of an organization to the inputs of one full list. */
import { reconciliationPage } from "../core/page.ts";
import type {
  DirectoryChange,
  DirectoryFact,
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

/** Departments of one list. */
export const LISTED_DEPARTMENTS_MAX = 10_000;
/** People on one page at most, on average, and pages at most. */
const PAGE_MAX = 2_000;
const PAGE_AIM = 500;
const PAGES_MAX = 4_096;

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
    const fits = people.length <= count * PAGE_AIM && longest <= PAGE_MAX;
    if (fits || count === PAGES_MAX) return pages;
  }
}

/**
 * The inputs of one full list, in order: departments, pages of people, departments once more for those
 * that are to go, then what no line says.
 */
export function listInputs(occasion: Occasion, lines: Lines): DirectoryFact[] {
  const { organization } = occasion;
  const departments = parentsFirst(lines.departments);
  const tree = (key: string): DirectoryFact => {
    const part = { kind: "departments", departments } as const;
    return factOf({ ...occasion, key }, "directory.reconciled", { organization, part });
  };
  const pages = pagesOf(lines.people);
  const people = pages.map((page, number) => {
    const part = { kind: "people", page: number, pages: pages.length, people: page } as const;
    return factOf(occasion, "directory.reconciled", { organization, part });
  });
  const { key } = occasion;
  return [tree(key), ...people, tree(`${key}/again`), ...inputsOf(occasion, lines.offices)];
}
