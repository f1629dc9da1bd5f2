/** What events about the sources of a directory change in its records (DIR-06). */
import { clearEntries, putEntry, removeEntry } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId, SourceId } from "../core/ids.ts";
import { drop, edit, must, put, read } from "../core/transaction.ts";
import type { Evolving } from "./evolve-appointed.ts";
import { happened, revisionOf, since } from "./evolve-placed.ts";
import { NEW_SOURCE } from "./kinds.ts";
import type { DirectoryEvents, EmploymentRecord, SourceEvents, Voucher } from "./model.ts";
import { broughtBy } from "./select/keys.ts";
import { isInUse, type Vouched, vouching } from "./select/sources.ts";

type Case<Type extends keyof SourceEvents> = (
  tx: Evolving,
  data: DirectoryEvents[Type],
  at: number,
) => void;

/** So many sources are known, those included that are not in use. */
const SOURCES_MAX = 16;

/** From now on a source is one of the directory's; where there are as many, the oldest not in use is forgotten. */
export function beginSource(tx: Evolving, organization: OrganizationId, source: SourceId): void {
  if (read(tx, "source", organization, source) !== null) return;
  put(tx, "source", organization, source, NEW_SOURCE);
  const { sources = [] } = must(tx, "directory", organization);
  const isFull = sources.length >= SOURCES_MAX;
  const idle = isFull ? sources.find((each) => !isInUse(tx, organization, each)) : undefined;
  if (idle !== undefined) forget(tx, organization, idle);
  const left = sources.filter((each) => each !== idle);
  edit(tx, "directory", organization).sources = [...left, source];
}

function forget(tx: Evolving, organization: OrganizationId, source: SourceId): void {
  const { departments, people } = must(tx, "source", organization, source);
  clearEntries(tx, broughtBy(organization, source, "d"), departments);
  clearEntries(tx, broughtBy(organization, source, "p"), people);
  drop(tx, "source", organization, source);
}

/** Notes among what a source vouches for that it does, or does no longer. */
function bring(
  tx: Evolving,
  organization: OrganizationId,
  source: SourceId,
  id: readonly ["d", DepartmentId] | readonly ["p", PersonId],
  is: boolean,
): void {
  beginSource(tx, organization, source);
  const record = edit(tx, "source", organization, source);
  const [sort, own] = id;
  const where = broughtBy(organization, source, sort);
  const kind = sort === "d" ? "departments" : "people";
  record[kind] = is
    ? putEntry(tx, where, record[kind], [own])
    : removeEntry(tx, where, record[kind], own);
}

/** The same for all that vouch for somebody or something: whoever leaves is nobody's until they are back. */
export function bringAll(
  tx: Evolving,
  organization: OrganizationId,
  id: readonly ["d", DepartmentId] | readonly ["p", PersonId],
  known: Vouched,
  is: boolean,
): void {
  for (const source of vouching(known)) bring(tx, organization, source, id, is);
}

/** What is known of sources with the latest word of one; one that vouches newly is the youngest. */
function withVoucher({ vouched = [] }: Vouched, voucher: Voucher): Voucher[] {
  const before = vouched.find(({ source }) => source === voucher.source);
  const isNew = before === undefined || before.withdrawn !== undefined;
  if (!isNew || voucher.withdrawn !== undefined) {
    return vouched.map((each) => (each === before ? voucher : each));
  }
  return [...vouched.filter((each) => each !== before), voucher];
}

/** What sources brought of somebody are some of the placements that there are. */
export function keepBrought(record: {
  readonly departments: readonly DepartmentId[];
  vouched?: Voucher[];
}): void {
  if (record.vouched === undefined) return;
  record.vouched = record.vouched.map((voucher) => {
    const { departments = [], ...rest } = voucher;
    const left = departments.filter((each) => record.departments.includes(each));
    return left.length === departments.length ? voucher : withDepartments(rest, left);
  });
}

const withDepartments = (voucher: Voucher, departments: readonly DepartmentId[]): Voucher =>
  departments.length === 0 ? voucher : { ...voucher, departments: [...departments] };

/** When a source last said by a fact that it vouches. */
const latestSaid = (
  before: Pick<Voucher, "said"> | undefined,
  said: true | undefined,
  at: number,
) => {
  const known = before?.said ?? (said === undefined ? undefined : at);
  if (known === undefined) return {};
  return { said: said === undefined ? known : Math.max(known, at) };
};

/** With the departure that the last source says, its voucher goes; what it had brought is kept for a return. */
export function withdrawLast(
  record: { vouched?: Voucher[] },
  source: SourceId,
  withdrawn: number,
  reported: boolean,
): void {
  if (record.vouched === undefined) return;
  record.vouched = record.vouched.map((each) => {
    if (each.source !== source) return each;
    const { said: _, ...rest } = each;
    return { ...rest, withdrawn, ...(reported ? { reported } : {}) };
  });
}

/** Of whoever is back, what others brought who vouch no longer was set by nobody. */
export function keepVouched(record: { vouched?: Voucher[] }, source: SourceId | undefined): void {
  if (record.vouched === undefined) return;
  record.vouched = record.vouched.map((each) => {
    const { departments: _, ...rest } = each;
    return each.withdrawn === undefined || each.source === source ? each : rest;
  });
}

/**
 * That somebody is there is said again: by one source, or by the organization itself, which is about what all
 * of them vouch for.
 */
export function saidAgain(record: { vouched?: Voucher[] }, at: number, source?: SourceId): void {
  if (record.vouched === undefined) return;
  record.vouched = record.vouched.map((each) => {
    const isMeant = each.withdrawn === undefined && (source ?? each.source) === each.source;
    return isMeant ? { ...each, said: Math.max(each.said ?? at, at) } : each;
  });
}

/** The latest word of before there were sources that somebody is there: the first one's by now. */
function saidBefore({ vouched, times }: EmploymentRecord): { readonly said?: number } {
  const words = [times.hired, times.reinstated].filter((each) => each !== undefined);
  return vouched !== undefined || words.length === 0 ? {} : { said: Math.max(...words) };
}

const personVouched: Case<"person.vouched"> = (tx, data, at) => {
  const { organization, person, source, given, said, reported, departments, numbers } = data;
  const record = edit(tx, "employment", organization, person);
  const known = vouching(record);
  const before = record.vouched?.find((each) => each.source === source);
  const revisions = { ...before?.revisions, ...revisionOf(data, before?.revisions ?? {}) };
  const last = before ?? saidBefore(record);
  const own = { source, ...(Object.keys(revisions).length === 0 ? {} : { revisions }) };
  const hadOthers = record.vouched?.some((each) => each.source !== source) === true;
  record.vouched = withVoucher(
    record,
    given
      ? withDepartments(
          { ...own, ...latestSaid(last, said, at) },
          departments ?? before?.departments ?? [],
        )
      : { ...own, withdrawn: at, ...(reported === undefined ? {} : { reported }) },
  );
  const [oldest] = vouching(record);
  if (known.length === 0 ? hadOthers : known[0] !== oldest) {
    // What the one before gave for fields and all else that the oldest says is none of this one's.
    const { departments: all, placements } = record.revisions;
    record.revisions = {
      ...since("departments", all),
      ...(placements === undefined ? {} : { placements }),
    };
  }
  bring(tx, organization, source, ["p", person], given);
  if (!given) happened(record, at);
  if (numbers === undefined) return;
  if (given) {
    record.givenBy = source;
    return;
  }
  // Until another one gives a number, the next is counted from this one.
  if (record.given !== null) record.hadNumber = record.given;
  record.given = null;
  delete record.givenBy;
};

const departmentVouched: Case<"department.vouched"> = (tx, data, at) => {
  const { organization, department, source, given, said, revision } = data;
  const record = edit(tx, "department", organization, department);
  const before = record.vouched?.find((each) => each.source === source);
  const known = { ...(before?.revision === undefined ? {} : { revision: before.revision }) };
  const [oldest] = vouching(record);
  record.vouched = withVoucher(record, {
    ...{ source, ...known, ...(revision === undefined ? {} : { revision }) },
    ...(given ? latestSaid(before, said, at) : { withdrawn: at }),
  });
  if (oldest !== undefined && vouching(record)[0] !== oldest) record.revisions = {};
  bring(tx, organization, source, ["d", department], given);
};

/** One case for each event about sources. */
export const sourceEvolvers: { readonly [Type in keyof SourceEvents]: Case<Type> } = {
  "person.vouched": personVouched,
  "department.vouched": departmentVouched,
};
