/** The departments of a directory. */
import type { DepartmentId } from "../core/ids.ts";
import { must, read } from "../core/transaction.ts";
import { treeOf } from "../directory/select/keys.ts";
import { directoryRefusal, organizationAsked } from "./access.ts";
import { departmentReported } from "./directory-people.ts";
import type { QueryHandler } from "./handler.ts";
import { partAfter, type Seen } from "./lists.ts";
import { DIRECTORY_LIMIT_MAX, isRefusal, pageOf, pagingOf } from "./paging.ts";

/** The departments of one's own directory, in the order of its tree (DIR-20). */
export const departmentsAsked: QueryHandler<"directory.departments"> = (tx, data) => {
  const organization = organizationAsked(data);
  const { parent, dormant = false } = data;
  const refused = () =>
    directoryRefusal(tx, data) ??
    (parent === undefined || parent === null ? null : departmentReported(tx, organization, parent));
  const paging = pagingOf(data, 1, refused, DIRECTORY_LIMIT_MAX);
  if (isRefusal(paging)) return paging;
  const { tree: index } = must(tx, "directory", organization);
  const isWhole = parent === undefined && !dormant;
  const list: Seen<"tree"> = {
    where: treeOf(organization),
    index,
    shows: (entry) =>
      (parent === undefined || entry.parent === parent) &&
      (!dormant || entry.dormant !== undefined),
    ...(isWhole ? {} : { expected: 1 }),
  };
  const ticketOf = ([id]: readonly string[]): number | undefined => {
    const record = read(tx, "department", organization, id as DepartmentId);
    return record === null || record.removed ? undefined : record.ticket;
  };
  const part = partAfter(tx, list, paging, ({ department }) => [department], ticketOf);
  if (isRefusal(part)) return part;
  const items = part.entries.map((entry) => {
    const { placed } = must(tx, "department", organization, entry.department);
    const asleep = entry.dormant === undefined ? {} : { dormant: entry.dormant };
    const { department, name } = entry;
    return { department, parent: entry.parent, name, people: placed.count, ...asleep };
  });
  return pageOf(items, part.next);
};
