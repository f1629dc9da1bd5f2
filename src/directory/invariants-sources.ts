/** What always holds of the sources of directories (DIR-06). */

import type { OrganizationId, SourceId } from "../core/ids.ts";
import {
  byOwner,
  checkedEntries,
  type Everything,
  type Invariant,
  named,
  sameMembers,
} from "../core/invariants.ts";
import type { BroughtEntry, DirectoryRecords, SourceRecord } from "./model.ts";
import { broughtBy } from "./select/keys.ts";
import { vouching } from "./select/sources.ts";

type All = Everything<DirectoryRecords>;
type Check = Invariant<DirectoryRecords>["check"];

/** Sources are recorded where they are listed. */
const sources: Check = (all, say) => {
  const records = byOwner(all.of("source"));
  for (const { owner, record } of all.of("directory")) {
    const kept = (records.get(owner) ?? []).map(({ own }) => own as SourceId);
    if (!sameMembers(record.sources ?? [], kept)) {
      say(`the sources of ${named(owner)} are not those recorded`);
    }
  }
};

/** What a source says it brought, as it is listed. */
function listed(
  all: All,
  owner: string,
  source: string,
  sort: "d" | "p",
  record: SourceRecord,
  say: (what: string) => void,
): string[] {
  const where = broughtBy(owner as OrganizationId, source as SourceId, sort);
  const index = sort === "d" ? record.departments : record.people;
  const get = (own: string) => all.get("brought", owner, own);
  return checkedEntries<BroughtEntry>(get, where, index, say).map(([id]) => id);
}

/** Whom and what a source lists are those for whom it vouches: in service, and departments that exist. */
const brought: Check = (all, say) => {
  const employments = byOwner(all.of("employment"));
  const departments = byOwner(all.of("department"));
  for (const { owner, own, record } of all.of("source")) {
    const tell = (what: string) => say(`${named(owner, own)}: ${what}`);
    const people = (employments.get(owner) ?? []).filter(
      (each) => each.record.inService && vouching(each.record).includes(own as SourceId),
    );
    const known = (departments.get(owner) ?? []).filter(
      (each) => !each.record.removed && vouching(each.record).includes(own as SourceId),
    );
    for (const [sort, those] of [
      ["p", people.map((each) => each.own)],
      ["d", known.map((each) => each.own)],
    ] as const) {
      const ids = listed(all, owner, own, sort, record, tell);
      if (!sameMembers(ids, those)) tell("does not list what it vouches for");
    }
  }
};

/** A source is named once, and what it brought of where somebody is in service is some of it. */
const vouchers: Check = (all, say) => {
  for (const { owner, own, record } of [...all.of("employment"), ...all.of("department")]) {
    const all = (record.vouched ?? []).map(({ source }) => source);
    if (!sameMembers(all, all)) say(`a source vouches for ${named(owner, own)} twice`);
  }
  for (const { owner, own, record } of all.of("employment")) {
    const placed = (record.vouched ?? []).flatMap(({ departments = [] }) => departments);
    if (record.inService && placed.some((each) => !record.departments.includes(each))) {
      say(`a source brought ${named(owner, own)} where they are not`);
    }
  }
};

/** The invariants of sources. */
export const sourceInvariants: readonly Invariant<DirectoryRecords>[] = [
  { rules: ["DIR-06"], check: sources },
  { rules: ["DIR-06"], check: brought },
  { rules: ["DIR-06"], check: vouchers },
];
