/** What events about full lists change in the records. */
import type { ListId, OrganizationId } from "../core/ids.ts";
import { append, removeTicket } from "../core/paged.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { drop, edit, must, put, read } from "../core/transaction.ts";
import type { Evolving } from "./evolve-appointed.ts";
import { changeTree, happened } from "./evolve-placed.ts";
import { forgetReturns, putOff, takeFirst } from "./evolve-returns.ts";
import { beginSource } from "./evolve-sources.ts";
import { NEW_LIST } from "./kinds.ts";
import type {
  DepartmentsExtent,
  DirectoryEvents,
  ListEvents,
  Listed,
  ListedPage,
  RemovalEvents,
} from "./model.ts";
import { firstOf, sameExtent } from "./select/extents.ts";
import { removalsOf } from "./select/keys.ts";
import { pageOf, partName } from "./select/lists.ts";

type Case<Type extends keyof ListEvents | keyof RemovalEvents> = (
  tx: Evolving,
  data: DirectoryEvents[Type],
  at: number,
) => void;

/** Nothing of a list is kept once it is settled. */
function forget(tx: Evolving, organization: OrganizationId, list: ListId): void {
  const { departments, pages, returns } = must(tx, "list", organization, list);
  forgetReturns(tx, { organization, list }, returns);
  for (const page of departments) {
    drop(tx, "part", organization, partName(list, { kind: "departments", page }));
  }
  for (const [page, pieces] of pages) {
    for (let piece = 0; piece < pieces; piece += 1) {
      drop(tx, "part", organization, partName(list, { kind: "people", page, piece }));
    }
  }
  drop(tx, "list", organization, list);
  const directory = edit(tx, "directory", organization);
  const lists = (directory.lists ?? []).filter((each) => each !== list);
  if (lists.length > 0) directory.lists = lists;
  else delete directory.lists;
}

const begun: Case<"list.begun"> = (tx, { organization, list, extent, of }, at) => {
  const full = extent === undefined ? {} : { extent };
  put(tx, "list", organization, list, { ...NEW_LIST, at, until: at, ...full, of });
  const directory = edit(tx, "directory", organization);
  directory.lists = [...(directory.lists ?? []), list];
  if (extent !== undefined && "source" in extent) beginSource(tx, organization, extent.source);
};

/** A page of people with one piece more, or with what a piece says anew. */
function pageWith(
  tx: Evolving,
  { organization, list, page, pieces = 1, counts }: ListEvents["list.part"],
  again: boolean,
): ListedPage {
  const known = pageOf(must(tx, "list", organization, list), page);
  const come = (known?.[2] ?? 0) + (again ? 0 : 1);
  if (counts === undefined) return [page, pieces, come, 0, 0, 0, 0];
  const left = counts.missing + counts.protected;
  const { hires } = must(tx, "directory", organization);
  return [page, pieces, come, counts.known, counts.missing, left, hires];
}

const part: Case<"list.part"> = (tx, data, at) => {
  const { organization, list, kind, page, ids, counts } = data;
  const name = partName(list, data);
  const before = read(tx, "part", organization, name);
  put(tx, "part", organization, name, { ids });
  const more = ids.length - (before?.ids.length ?? 0);
  const record = edit(tx, "list", organization, list);
  record.named = { ...record.named, [kind]: record.named[kind] + more };
  const { beyond = { people: 0, departments: 0 } } = record;
  if (data.beyond !== undefined) {
    record.beyond = { ...beyond, [kind]: beyond[kind] + data.beyond };
  }
  if (record.state !== "begun") return;
  record.at = Math.min(record.at, at);
  record.until = Math.max(record.until, at);
  if (kind === "people") {
    const paged = pageWith(tx, data, before !== null);
    const others = record.pages.filter(([each]) => each !== page);
    record.pages = [...others, paged].sort(([left], [right]) => left - right);
    return;
  }
  if (!record.departments.includes(page)) record.departments.push(page);
  if (counts !== undefined) record.counted = { known: counts.known, missing: counts.missing };
};

/** So many extents are remembered of which the first department is one. */
const EXTENTS_MAX = 16;

/** Remembers a list as the latest complete one of its extent. */
function remember(
  tx: Evolving,
  organization: OrganizationId,
  last: DepartmentsExtent & Listed,
): void {
  const { listed = [] } = read(tx, "extents", organization, firstOf(last)) ?? {};
  const others = listed.filter((each) => !sameExtent(each, last));
  put(tx, "extents", organization, firstOf(last), {
    listed: [...others, last].slice(-EXTENTS_MAX),
  });
}

const completed: Case<"list.completed"> = (tx, { organization, list }) => {
  // Read before it is edited: what another record takes over must not be a draft.
  const { at, until, extent } = must(tx, "list", organization, list);
  edit(tx, "list", organization, list).state = "due";
  const listed = { list, at, until };
  if (extent === undefined) edit(tx, "directory", organization).listed = listed;
  else if ("source" in extent) edit(tx, "source", organization, extent.source).listed = listed;
  else remember(tx, organization, { departments: [...extent.departments], ...listed });
};

const step: Case<"list.step"> = (tx, { organization, list, pages, followed = [] }) => {
  for (const [page, lines] of followed) takeFirst(tx, { organization, list }, page, lines);
  const left = new Map(pages);
  const record = edit(tx, "list", organization, list);
  record.pages = record.pages.map(([page, pieces, come, known, missing, before, hires]) => {
    return [page, pieces, come, known, missing, left.get(page) ?? before, hires];
  });
};

const held: Case<"removal.held"> = (tx, { organization, fact, department, ...said }, at) => {
  const record = edit(tx, "department", organization, department);
  record.held = { fact, at, ...said };
  happened(record, at);
  changeTree(tx, organization, department, { held: true });
  if (read(tx, "removal", organization, fact) !== null) {
    edit(tx, "removal", organization, fact).departments.push(department);
    return;
  }
  const directory = edit(tx, "directory", organization);
  const { removals = EMPTY_PAGES } = directory;
  directory.removals = append(tx, removalsOf(organization), removals, (ticket) => [ticket, fact]);
  put(tx, "removal", organization, fact, { ticket: removals.next, departments: [department] });
};

const settled: Case<"removal.settled"> = (tx, { organization, fact, departments }) => {
  for (const department of departments) {
    delete edit(tx, "department", organization, department).held;
    changeTree(tx, organization, department, { held: false });
  }
  const record = edit(tx, "removal", organization, fact);
  record.departments = record.departments.filter((each) => !departments.includes(each));
  if (record.departments.length > 0) return;
  const directory = edit(tx, "directory", organization);
  const { removals = EMPTY_PAGES } = directory;
  directory.removals = removeTicket(tx, removalsOf(organization), removals, record.ticket);
  drop(tx, "removal", organization, fact);
};

/** One case for each event about what is held, and about full lists. Those of 0.1.0 are no longer kept. */
export const listEvolvers: {
  readonly [Type in keyof ListEvents | keyof RemovalEvents]: Case<Type>;
} = {
  "removal.held": held,
  "removal.settled": settled,
  "list.begun": begun,
  "list.part": part,
  "list.put-off": putOff,
  "list.completed": completed,
  "list.step": step,
  "list.dropped": (tx, { organization, list }) => forget(tx, organization, list),
  "reconciliation.held": (tx, data) => {
    if ("list" in data) edit(tx, "list", data.organization, data.list).state = "held";
  },
  "reconciliation.settled": (tx, data) => {
    if (!("list" in data)) return;
    if (data.how === "confirmed") edit(tx, "list", data.organization, data.list).state = "due";
    else forget(tx, data.organization, data.list);
  },
};
