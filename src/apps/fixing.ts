/** What lists in a Space and lists below a Trunk have in common: how they are fixed, and when two are the same. */
import { distinct } from "../core/lists.ts";
import type { Identity } from "../core/notice.ts";
import { must } from "../core/transaction.ts";
import type { Audience, DataPermission, FixedAudience, FixedPermission } from "./model.ts";
import type { Reading } from "./select/apps.ts";

/** Under which order an organization is in the Space, or below the Trunk. */
type Order = (organization: Identity["organization"]) => number;

/** What of a list names single departments and people. */
interface Names {
  readonly departments?: Audience["departments"] | undefined;
  readonly people?: Audience["people"] | undefined;
}

/** The departments and people of a list, each with the order, and people with the employment, of now. */
export const fixedNames = (
  tx: Reading,
  { departments = [], people = [] }: Names,
  order: Order,
): Pick<FixedAudience, "departments" | "people"> => ({
  departments: distinct(
    departments.map(({ organization, department }) => {
      return [organization, department, order(organization)] as const;
    }),
  ),
  people: distinct(
    people.map(({ organization, person }) => {
      const { number } = must(tx, "employment", organization, person);
      return [organization, person, order(organization), number] as const;
    }),
  ),
});

/** A permission as it is given, whatever its list is like. */
interface Given<List, Rows> extends Omit<DataPermission, "for" | "rows"> {
  readonly for?: List;
  readonly rows?: Rows;
}

/** The same with its list fixed; `null` is everybody. */
interface Fixed<List, Rows> extends Omit<FixedPermission, "for" | "rows"> {
  readonly for: List | null;
  readonly rows: Rows | null;
}

/** A permission with its list fixed. */
export function fixedWith<List, FixedList, Rows>(
  { for: list, rows, labels, reports = false }: Given<List, Rows>,
  fix: (list: List) => FixedList,
): Fixed<FixedList, Rows> {
  return {
    for: list === undefined ? null : fix(list),
    rows: rows ?? null,
    labels: labels === undefined ? null : [...new Set(labels)],
    reports,
  };
}

/** A text that is the same for two lists of entries in whatever order. */
export const textOf = (lists: readonly (readonly unknown[])[]): string =>
  JSON.stringify(lists.map((list) => list.map((entry) => JSON.stringify(entry)).sort()));

/** Whether two lists are the same by their texts; `null` is everybody. */
export const sameBy = <List>(
  left: List | null,
  right: List | null,
  text: (list: List) => string,
): boolean => (left === null || right === null ? left === right : text(left) === text(right));

/** Whether two lists of permissions are the same, one by one. */
export const samePermissionsBy = <List, Rows>(
  left: readonly Fixed<List, Rows>[],
  right: readonly Fixed<List, Rows>[],
  text: (list: List) => string,
): boolean =>
  left.length === right.length &&
  left.every((one, i) => {
    const other = right[i] as Fixed<List, Rows>;
    return (
      one.rows === other.rows &&
      one.reports === other.reports &&
      sameBy(one.for, other.for, text) &&
      sameBy(one.labels, other.labels, (labels) => textOf([labels]))
    );
  });
