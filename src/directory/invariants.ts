/** What always holds of directories. */
import type { DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import {
  byOwner,
  checkedEntries,
  checkedTickets,
  collect,
  type Everything,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import { appointedInvariants } from "./invariants-appointed.ts";
import { heldInvariants } from "./invariants-held.ts";
import { keptInvariants } from "./invariants-kept.ts";
import { listInvariants } from "./invariants-lists.ts";
import { sourceInvariants } from "./invariants-sources.ts";
import { suspendedInvariants } from "./invariants-suspended.ts";
import { underInvariants } from "./invariants-under.ts";
import { DEPARTMENT_DEPTH_MAX, type DirectoryRecords, type TreeEntry } from "./model.ts";
import { peopleOf, placedIn, treeOf } from "./select/keys.ts";

type All = Everything<DirectoryRecords>;
type Check = Invariant<DirectoryRecords>["check"];

/** An organization's departments as its tree pages list them. */
function treeEntries(
  all: All,
  organization: string,
  say: (what: string) => void = () => undefined,
): TreeEntry[] {
  const directory = all.get("directory", organization);
  if (directory === null) return [];
  const where = treeOf(organization as OrganizationId);
  return checkedTickets<TreeEntry>(all, where, directory.tree, say);
}

/** People in service are those whose employment says so, each with its place of hire. */
const people: Check = (all, say) => {
  const employments = byOwner(all.of("employment"));
  for (const { owner, record } of all.of("directory")) {
    const organization = owner as OrganizationId;
    const where = peopleOf(organization);
    const entries = checkedEntries<readonly [PersonId, number, number]>(
      (own) => all.get("people", owner, own),
      where,
      record.people,
      (what) => say(`people of ${named(owner)}: ${what}`),
    );
    const serving = (employments.get(owner) ?? []).filter((each) => each.record.inService);
    if (
      !sameMembers(
        entries.map(([person]) => person),
        serving.map((each) => each.own),
      )
    ) {
      say(`people of ${named(owner)} are not those in service`);
    }
    const ordinals = entries.map(([, , ordinal]) => ordinal);
    if (!sameMembers(ordinals, ordinals) || ordinals.some((each) => each >= record.hires)) {
      say(`places of hire in ${named(owner)} are not each given once`);
    }
    for (const [person, number, ordinal] of entries) {
      const employment = all.get("employment", owner, person);
      if (employment?.number !== number || employment.ordinal !== ordinal) {
        say(`${named(owner, person)} is listed under another employment`);
      }
    }
  }
};

/** The tree lists exactly the departments that exist, each as its own record says. */
const tree: Check = (all, say) => {
  const departments = byOwner(all.of("department"));
  for (const { owner } of all.of("directory")) {
    const entries = treeEntries(all, owner, (what) => say(`tree of ${named(owner)}: ${what}`));
    const existing = (departments.get(owner) ?? []).filter((each) => !each.record.removed);
    if (
      !sameMembers(
        entries.map((each) => each.department),
        existing.map((each) => each.own),
      )
    ) {
      say(`the tree of ${named(owner)} does not list its departments`);
    }
    for (const entry of entries) {
      const { department, ticket, parent, buckets, dormant, barred = false, held = false } = entry;
      const record = all.get("department", owner, department);
      const same =
        record?.ticket === ticket &&
        record.parent === parent &&
        record.placed.buckets === buckets &&
        record.dormant === dormant &&
        (record.held !== undefined) === held &&
        (record.under !== undefined) === barred;
      if (!same) say(`${named(owner, department)} is not as the tree lists it`);
    }
  }
};

/** A department's ancestors are the chain of its parents: no cycle, every parent there, not too deep. */
const ancestors: Check = (all, say) => {
  for (const { owner } of all.of("directory")) {
    const parents = new Map(treeEntries(all, owner).map((each) => [each.department, each.parent]));
    for (const [department, parent] of parents) {
      const chain: DepartmentId[] = [];
      let next = parent;
      while (next !== null && chain.length <= DEPARTMENT_DEPTH_MAX) {
        chain.push(next);
        if (!parents.has(next)) say(`${named(owner, department)} hangs under what is not there`);
        next = parents.get(next) ?? null;
      }
      if (chain.length >= DEPARTMENT_DEPTH_MAX) say(`${named(owner, department)} hangs too deep`);
      const kept = all.get("department", owner, department)?.ancestors ?? [];
      if (kept.length !== chain.length || kept.some((each, at) => each !== chain[at])) {
        say(`${named(owner, department)} does not know what is above it`);
      }
    }
  }
};

/** Who is placed in a department is who says so, and nobody is placed in a removed one. */
const placements: Check = (all, say) => {
  const expected = new Map<string, string[]>();
  for (const { owner, own, record } of all.of("employment")) {
    if (!record.inService && record.departments.length > 0) {
      say(`${named(owner, own)} left and has departments`);
    }
    for (const department of record.departments) {
      collect(expected, named(owner, department), own);
    }
  }
  for (const { owner, own, record } of all.of("department")) {
    const where = placedIn(owner as OrganizationId, own as DepartmentId);
    const entries = checkedEntries<readonly [PersonId]>(
      (bucket) => all.get("placed", owner, bucket),
      where,
      record.placed,
      (what) => say(`people of ${named(owner, own)}: ${what}`),
    );
    const here = expected.get(named(owner, own)) ?? [];
    expected.delete(named(owner, own));
    if (
      !sameMembers(
        entries.map(([person]) => person),
        here,
      )
    ) {
      say(`${named(owner, own)} does not list those placed in it`);
    }
    if (record.removed && entries.length > 0) say(`${named(owner, own)} is removed, not empty`);
  }
  for (const key of expected.keys()) say(`somebody is placed in ${key}, which is not known`);
};

/** A person's organizations are those where they are in service. */
const identities: Check = (all, say) => {
  const serving = new Map<string, string[]>();
  for (const { owner, own, record } of all.of("employment")) {
    if (record.inService) collect(serving, own, owner);
  }
  for (const { owner, record } of all.of("person")) {
    if (!sameMembers(record.organizations, serving.get(owner) ?? [])) {
      say(`organizations of ${named(owner)} are not where they are in service`);
    }
    serving.delete(owner);
  }
  for (const person of serving.keys()) say(`${named(person)} is in service and not known`);
};

/** Admins are in service, each listed once; an organization that ended has none. */
const admins: Check = (all, say) => {
  for (const { owner, record } of all.of("organization")) {
    const listed = record.admins.map(({ person }) => person);
    if (!sameMembers(listed, listed)) say(`an admin of ${named(owner)} is listed twice`);
    if (record.ended && listed.length > 0) say(`${named(owner)} ended and has admins`);
    for (const person of listed) {
      if (all.get("employment", owner, person)?.inService !== true) {
        say(`${named(owner, person)} is an admin and not in service`);
      }
    }
  }
};

/** Every organization has a directory. */
const directories: Check = (all, say) => {
  for (const { owner } of all.of("directory")) {
    if (all.get("organization", owner) === null) say(`${named(owner)} is only a directory`);
  }
  for (const { owner } of all.of("organization")) {
    if (all.get("directory", owner) === null) say(`${named(owner)} has no directory`);
  }
};

/** No bucket or page is left behind. */
const reachable: Check = (all, say) => {
  const directory = (owner: string) => all.get("directory", owner);
  strays(
    all.of("people"),
    "people",
    ({ owner, own }) => Number.parseInt(own, 10) < (directory(owner)?.people.buckets ?? 0),
    say,
  );
  strays(
    all.of("tree"),
    "tree",
    ({ owner, own }) => directory(owner)?.tree.pages.includes(Number(own)) === true,
    say,
  );
  strays(
    all.of("placed"),
    "placed",
    ({ owner, own }) => {
      const slash = own.indexOf("/");
      const department = all.get("department", owner, own.slice(slash + 1));
      return Number.parseInt(own, 10) < (department?.placed.buckets ?? 0);
    },
    say,
  );
};

/** The invariants of directories. */
export const directoryInvariants: readonly Invariant<DirectoryRecords>[] = [
  { rules: ["ROSTER-05", "RESIGN-04"], check: people },
  { rules: ["ROSTER-09"], check: tree },
  { rules: ["ROSTER-09", "ROSTER-03"], check: ancestors },
  { rules: ["ROSTER-07", "ROSTER-09"], check: placements },
  { rules: ["RESIGN-02", "ROSTER-14"], check: identities },
  { rules: ["RESIGN-01", "ADMIN-05"], check: admins },
  { rules: [STRUCTURE], check: directories },
  { rules: [STRUCTURE], check: reachable },
  ...appointedInvariants,
  ...suspendedInvariants,
  ...heldInvariants,
  ...keptInvariants,
  ...underInvariants,
  ...listInvariants,
  ...sourceInvariants,
];
