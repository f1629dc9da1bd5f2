/** What events of several kinds change alike: times, places in the tree, who is placed where. */
import { putEntry, removeEntry } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import { append, removeTicket, replaceTicket } from "../core/paged.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { edit } from "../core/transaction.ts";
import type { Evolving } from "./evolve-appointed.ts";
import {
  type EmploymentTimes,
  PLACEMENTS_REVISED_MAX,
  type PlacementRevisions,
  type ServiceWord,
  type TreeEntry,
} from "./model.ts";
import { placedIn, suspendedOf, treeOf } from "./select/keys.ts";
import { treeEntry } from "./select/tree.ts";
import { bounded, standUnder } from "./standing-over.ts";

/** Remembers when the latest fact about something happened, in whatever order facts arrive. */
export function happened(record: { at: number }, at: number): void {
  record.at = Math.max(record.at, at);
}

/** Times with a word of a kind, unless a later one is known. */
export const latest = (times: EmploymentTimes, kind: ServiceWord, at: number): EmploymentTimes => {
  const own = { hired: null, left: "ownLeft", reinstated: "ownReinstated" }[kind];
  return {
    ...times,
    [kind]: Math.max(times[kind] ?? at, at),
    ...(own === null ? {} : { [own]: Math.max(times[own as "ownLeft"] ?? at, at) }),
  };
};

export function changeTree(
  tx: Evolving,
  organization: OrganizationId,
  department: DepartmentId,
  {
    barred,
    dormant,
    held,
    ...change
  }: Partial<Omit<TreeEntry, "barred" | "dormant" | "held">> & {
    readonly barred?: boolean;
    readonly dormant?: number | null;
    readonly held?: boolean;
  },
): void {
  const entryBefore = treeEntry(tx, organization, department);
  const { barred: was, dormant: slept, held: waited, ...before } = entryBefore;
  const is = barred ?? was === true;
  const since = dormant === undefined ? slept : (dormant ?? undefined);
  const entry: TreeEntry = {
    ...before,
    ...change,
    ...(is ? { barred: true } : {}),
    ...(since === undefined ? {} : { dormant: since }),
    ...((held ?? waited === true) ? { held: true } : {}),
  };
  replaceTicket(tx, treeOf(organization), entry);
}

/** Puts a person into, or takes them out of, the list of those placed directly in a department. */
export function place(
  tx: Evolving,
  organization: OrganizationId,
  department: DepartmentId,
  person: PersonId,
  here: boolean,
): void {
  const record = edit(tx, "department", organization, department);
  const where = placedIn(organization, department);
  const before = record.placed;
  record.placed = here
    ? putEntry(tx, where, before, [person])
    : removeEntry(tx, where, before, person);
  if (record.placed.buckets !== before.buckets) {
    changeTree(tx, organization, department, { buckets: record.placed.buckets });
  }
}

/** From now on exclusions see a person under these removed departments, as far as there is room. */
export function comeUnder(
  tx: Evolving,
  organization: OrganizationId,
  person: PersonId,
  wish: readonly DepartmentId[],
): void {
  const record = edit(tx, "employment", organization, person);
  const under = bounded(wish, record.departments.length);
  standUnder(tx, organization, ["p", person], record.under ?? [], under);
  if (under.length > 0) record.under = under;
  else delete record.under;
}

/** Lists somebody with those who are suspended; gives their ticket there. */
export function listSuspended(
  tx: Evolving,
  organization: OrganizationId,
  person: PersonId,
): number {
  const directory = edit(tx, "directory", organization);
  const { suspended = EMPTY_PAGES } = directory;
  directory.suspended = append(tx, suspendedOf(organization), suspended, (ticket) => [
    ticket,
    person,
  ]);
  return suspended.next;
}

/** Whoever was suspended is not any more. */
export function actAgain(tx: Evolving, organization: OrganizationId, person: PersonId): void {
  const record = edit(tx, "employment", organization, person);
  if (record.suspended === undefined) return;
  const { ticket } = record.suspended;
  const directory = edit(tx, "directory", organization);
  const { suspended = EMPTY_PAGES } = directory;
  directory.suspended = removeTicket(tx, suspendedOf(organization), suspended, ticket);
  delete record.suspended;
}

/** The revision to keep: the one given, or the one there was. */
export const since = <Name extends string>(
  name: Name,
  revision: number | undefined,
): { readonly [N in Name]?: number } =>
  (revision === undefined ? {} : { [name]: revision }) as { readonly [N in Name]?: number };

/** The revision that placements have from now on: of all of them, or of one (DIR-12). */
export function revisionOf(
  { department, revision }: { readonly department?: DepartmentId; readonly revision?: number },
  { placements = [] }: PlacementRevisions,
): PlacementRevisions {
  if (department === undefined || revision === undefined) return since("departments", revision);
  const others = placements.filter(([each]) => each !== department);
  const all = [...others, [department, revision] as const];
  return { placements: all.slice(-PLACEMENTS_REVISED_MAX) };
}
