/** Which sources of a directory vouch for whom and what, and what each of them may say (DIR-06). */
import { allEntries } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, SourceId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { isNewer } from "../../core/recording.ts";
import { view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { NEW_SOURCE } from "../kinds.ts";
import type { BroughtEntry, EmploymentRecord, PlacementRevisions, Voucher } from "../model.ts";
import { broughtBy } from "./keys.ts";
import type { Reading } from "./organizations.ts";

/** Somebody, or a department, as sources vouch for it. */
export interface Vouched {
  readonly vouched?: readonly Voucher[];
}

/** The sources that vouch for somebody or something, the oldest first. */
export const vouching = ({ vouched = [] }: Vouched): SourceId[] =>
  vouched.filter(({ withdrawn }) => withdrawn === undefined).map(({ source }) => source);

/** What a source said last of somebody or something. */
export const voucherOf = ({ vouched = [] }: Vouched, source: SourceId): Voucher | undefined =>
  vouched.find((each) => each.source === source);

/** DIR-06: a source may say whether what it vouches for is there, and where; the organization itself always. */
export const mayReport = view(
  "DIR-06",
  (known: Vouched, source: SourceId | undefined): boolean =>
    source === undefined || vouching(known).includes(source),
);

/** DIR-06: all else is the oldest source's to say, or the first one's to come, so that two never alternate. */
export const mayDescribe = view("DIR-06", (known: Vouched, source: SourceId | undefined) => {
  const [oldest = source] = vouching(known);
  return source === undefined || source === oldest;
});

/** When a source says something, and with which revision. */
export interface Dated {
  readonly at: number;
  readonly revision?: number;
}

/**
 * DIR-06: why what a source says of whether something is there is older than its own last word on it, or
 * `null`: by revisions where both have one, else by time. What others say is not looked at.
 */
export function whyOlder(
  known: Vouched,
  source: SourceId,
  { at, revision }: Dated,
): "older-revision" | "older-time" | null {
  const { withdrawn = 0, said = 0, revision: recorded } = voucherOf(known, source) ?? {};
  if (revision !== undefined && recorded !== undefined) {
    return isNewer(recorded, revision) ? null : "older-revision";
  }
  return at >= Math.max(withdrawn, said) ? null : "older-time";
}

/** DIR-06: a source that names something vouches for it, unless it has taken that back later. */
export const vouchesNow = view(
  "DIR-06",
  (known: Vouched, source: SourceId, word: Dated): boolean => {
    const before = voucherOf(known, source);
    if (before === undefined) return true;
    return before.withdrawn !== undefined && whyOlder(known, source, word) === null;
  },
);

/**
 * RESIGN-06, DIR-06: why a list does not give somebody in service its source's voucher again, or `null`: a
 * departure that it reported is undone by facts, and by lists where those undo any.
 */
export const whyNotListed = (
  known: Vouched,
  source: SourceId | undefined,
  at: number,
  { listReinstates }: Policy,
): "older-time" | "reported-left" | null => {
  const { reported, withdrawn = at + 1 } =
    (source === undefined ? undefined : voucherOf(known, source)) ?? {};
  if (reported === undefined || at < withdrawn) return null;
  // A list as of the same moment is not newer.
  if (at === withdrawn) return "older-time";
  return listReinstates === "any" ? null : "reported-left";
};

/** Whether others than this source vouch as well. */
export const othersVouch = (known: Vouched, source: SourceId): boolean =>
  vouching(known).some((each) => each !== source);

/** DIR-03, DIR-06: a number of another source than the one that gave it is not looked at. */
export const looksAtNumber = view(
  ["DIR-03", "DIR-06"],
  (known: EmploymentRecord, source: SourceId | undefined): boolean => {
    const { given, givenBy } = known;
    if (given === null) return mayDescribe(known, source);
    return source === undefined || givenBy === undefined || givenBy === source;
  },
);

/** The placements of somebody that a source brought. */
export const broughtOf = (known: Vouched, source: SourceId): readonly DepartmentId[] =>
  voucherOf(known, source)?.departments ?? [];

/** The revisions of where somebody is: those of a source, or the organization's own. */
export const revisionsBy = (
  known: EmploymentRecord,
  source: SourceId | undefined,
): PlacementRevisions =>
  source === undefined ? known.revisions : (voucherOf(known, source)?.revisions ?? {});

/** The placements of somebody that other sources brought; those set without a source are apart. */
export function broughtBesides(known: Vouched, source: SourceId): DepartmentId[] {
  const others = (known.vouched ?? []).filter((each) => each.source !== source);
  return [...new Set(others.flatMap(({ departments = [] }) => departments))];
}

/** Of some placements of somebody, those that no source brought. */
export function broughtByNobody(
  { vouched = [] }: Vouched,
  placements: readonly DepartmentId[],
): DepartmentId[] {
  const brought = vouched.flatMap(({ departments = [] }) => departments);
  return placements.filter((each) => !brought.includes(each));
}

/** Whether a source vouches for somebody or something, or has a list that is not carried out. */
export function isInUse(tx: Reading, organization: OrganizationId, source: SourceId): boolean {
  const { departments, people } = read(tx, "source", organization, source) ?? NEW_SOURCE;
  if (departments.count + people.count > 0) return true;
  const { lists = [] } = read(tx, "directory", organization) ?? {};
  return lists.some((list) => {
    const { extent } = read(tx, "list", organization, list) ?? {};
    return extent !== undefined && "source" in extent && extent.source === source;
  });
}

/** DIR-06: a source that comes where there are as many in use as there may be. */
export const isTooMany = view(
  "DIR-06",
  (
    tx: Reading,
    organization: OrganizationId,
    source: SourceId | undefined,
    { directorySources }: Policy,
  ): boolean => {
    if (source === undefined) return false;
    const { sources = [] } = read(tx, "directory", organization) ?? {};
    const others = sources.filter((each) => each !== source);
    if (others.length < directorySources || isInUse(tx, organization, source)) return false;
    return others.filter((each) => isInUse(tx, organization, each)).length >= directorySources;
  },
);

/** The departments that a source vouches for. */
export function departmentsOf(
  tx: Reading,
  organization: OrganizationId,
  source: SourceId,
): Set<DepartmentId> {
  const record = read(tx, "source", organization, source);
  if (record === null) return new Set();
  const where = broughtBy(organization, source, "d");
  const entries = allEntries<BroughtEntry>(tx, where, record.departments);
  return new Set(entries.map(([department]) => department as DepartmentId));
}
