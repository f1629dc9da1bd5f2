/** What always holds of removed departments that stand over somebody still, and of notes of settings. */
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import {
  checkedEntries,
  collect,
  type Everything,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import { type DirectoryRecords, PLACEMENTS_MAX } from "./model.ts";
import { namingOf, overIn } from "./select/keys.ts";
import { rightAbove } from "./standing-over.ts";

type All = Everything<DirectoryRecords>;
type Check = Invariant<DirectoryRecords>["check"];

/** Who says, by the department they are under, that they stand under it still. */
function sayUnder(all: All): Record<"departments" | "people", Map<string, string[]>> {
  const said = { departments: new Map<string, string[]>(), people: new Map<string, string[]>() };
  for (const { owner, own, record } of all.of("department")) {
    const above = record.removed ? [] : rightAbove(record.under);
    for (const each of above) collect(said.departments, named(owner, each), own);
  }
  for (const { owner, own, record } of all.of("employment")) {
    for (const each of record.under ?? []) collect(said.people, named(owner, each), own);
  }
  return said;
}

/** A department lists whoever stands under it since it was removed, and nobody else. */
const over: Check = (all, say) => {
  const said = sayUnder(all);
  for (const { owner, own, record } of all.of("department")) {
    for (const sort of ["departments", "people"] as const) {
      const where = overIn(
        owner as OrganizationId,
        own as DepartmentId,
        sort === "people" ? "p" : "d",
      );
      const entries = checkedEntries<readonly [string]>(
        (bucket) => all.get("over", owner, bucket),
        where,
        record.over?.[sort] ?? EMPTY_HASH,
        (what) => say(`what ${named(owner, own)} stands over: ${what}`),
      );
      const expected = said[sort].get(named(owner, own)) ?? [];
      const listed = entries.map(([id]) => id);
      if (!sameMembers(listed, expected))
        say(`${named(owner, own)} stands over others than say so`);
    }
  }
};

/** What a department is under is what is right above it, then what its parent is under. */
const under: Check = (all, say) => {
  for (const { owner, own, record } of all.of("department")) {
    if (record.removed) continue;
    const above =
      record.parent === null ? [] : (all.get("department", owner, record.parent)?.under ?? []);
    const own0 = rightAbove(record.under).map((each) => [each, 0]);
    const rest = above.map(([department, nearer]) => [department, nearer + 1]);
    const expected = [...own0, ...rest].slice(0, PLACEMENTS_MAX);
    if (JSON.stringify(record.under ?? []) !== JSON.stringify(expected)) {
      say(`${named(owner, own)} is under others than its parent`);
    }
  }
  for (const { owner, own, record } of all.of("employment")) {
    const places = record.departments.length + (record.under?.length ?? 0);
    if (places > PLACEMENTS_MAX) say(`${named(owner, own)} has too many places`);
  }
};

/** Notes of settings are counted, and no bucket is left behind. */
const reachable: Check = (all, say) => {
  for (const { owner, own, record } of all.of("department")) {
    checkedEntries(
      (bucket) => all.get("naming", owner, bucket),
      namingOf(owner as OrganizationId, own as DepartmentId),
      record.naming ?? EMPTY_HASH,
      (what) => say(`settings that name ${named(owner, own)}: ${what}`),
    );
  }
  const indexOf = (kind: "naming" | "over", owner: string, own: string): number => {
    const record = all.get("department", owner, own.slice(own.indexOf("/") + 1));
    if (kind === "naming") return record?.naming?.buckets ?? 0;
    return record?.over?.[own.startsWith("p") ? "people" : "departments"].buckets ?? 0;
  };
  for (const kind of ["over", "naming"] as const) {
    strays(
      all.of(kind),
      kind,
      ({ owner, own }) => Number.parseInt(own.replace(/^[dp]/, ""), 10) < indexOf(kind, owner, own),
      say,
    );
  }
};

/** The invariants of what stands over people and departments still. */
export const underInvariants: readonly Invariant<DirectoryRecords>[] = [
  { rules: ["ROSTER-16"], check: over },
  { rules: ["ROSTER-16"], check: under },
  { rules: [STRUCTURE], check: reachable },
];
