/** Departments: created, renamed, moved, removed. One parent each, no cycle, a bounded depth. */
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import { isNewer, isToRecord } from "../core/recording.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, notify, read } from "../core/transaction.ts";
import { type Deciding, ofLiving, orElse, unsourced } from "./facts.ts";
import { holdChange, noteNamed, supersedeHeld } from "./held-removals.ts";
import {
  DEPARTMENT_DEPTH_MAX,
  type DepartmentRecord,
  type DirectoryEvents,
  type DirectoryFact,
  type DirectoryFacts,
  type Told,
} from "./model.ts";
import { headsOf } from "./select/appointed.ts";
import type { Reading } from "./select/organizations.ts";
import { peoplePlacedIn } from "./select/placed.ts";
import { mayDescribe, vouchesNow, whyOlder } from "./select/sources.ts";
import { levelsOf, readTree, treeEntry } from "./select/tree.ts";
import { letDepartmentGo, vouchForDepartment, whyNoWord } from "./sources-departments.ts";
import { bounded } from "./standing-over.ts";

type FactOf<Type extends keyof DirectoryFacts> = OfType<DirectoryFact, Type>;

/** PROTO-03: the department has been reported, be it removed since; the root always has. */
const departmentReported = guard(
  "PROTO-03",
  (tx: Reading, organization: OrganizationId, department: DepartmentId | null) =>
    department !== null && read(tx, "department", organization, department) === null
      ? refuse("UNKNOWN_DEPARTMENT", { organization, department })
      : null,
);

/**
 * Where a department goes whose parent is to be this one: a removed parent stands for the nearest of
 * those that were above it when it was removed and still exist, or for the root. What is between and
 * excluded by scopes stays above it for them (ROSTER-16).
 */
function placeUnder(
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
  parent: DepartmentId | null,
): {
  readonly parent: DepartmentId | null;
  readonly ancestors: readonly DepartmentId[];
  readonly under: readonly DepartmentId[];
} {
  if (parent === null) return { parent: null, ancestors: [], under: [] };
  const record = must(tx, "department", organization, parent);
  if (!record.removed) return { parent, ancestors: [parent, ...record.ancestors], under: [] };
  const under: DepartmentId[] = record.excluded === true ? [parent] : [];
  const passBy = (place: number): void => {
    for (const [each, nearer] of record.under ?? []) if (nearer === place) under.push(each);
  };
  for (const [place, above] of record.ancestors.entries()) {
    passBy(place);
    if (above === department) continue;
    const standing = must(tx, "department", organization, above);
    if (!standing.removed) {
      return { parent: above, ancestors: [above, ...standing.ancestors], under: bounded(under) };
    }
    if (standing.excluded === true) under.push(above);
  }
  passBy(record.ancestors.length);
  return { parent: null, ancestors: [], under: bounded(under) };
}

/** Under what a department would hang if this one were to be its parent. */
export const parentFor = (
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
  parent: DepartmentId | null,
): DepartmentId | null => placeUnder(tx, organization, department, parent).parent;

/** What an event says of the removed departments that something comes to stand under. */
export const saidUnder = (under: readonly DepartmentId[]) => (under.length === 0 ? {} : { under });

/** Whether a department hangs already where it would go if this one were to be its parent. */
export function hangsUnder(
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
  parent: DepartmentId | null,
): boolean {
  const before = must(tx, "department", organization, department);
  return before.parent === parentFor(tx, organization, department, parent);
}

/** Whether a department would come to hang below itself; not by older word, nor as far as the two are unknown. */
export function closesCircle(
  tx: Reading,
  { organization, department, parent, revision }: DirectoryFacts["department.moved"],
): boolean {
  const { revisions } = read(tx, "department", organization, department) ?? {};
  if (!isNewer(revisions?.parent, revision)) return false;
  if (parent === null || read(tx, "department", organization, parent) === null) return false;
  return placeUnder(tx, organization, department, parent).ancestors.includes(department);
}

/** Records that the source's wish could not be followed, and tells the admins. */
function flag(
  tx: Deciding,
  wish: Pick<
    DirectoryFacts["department.moved"],
    "organization" | "department" | "parent" | "revision"
  >,
  reason: "cycle" | "too-deep",
): void {
  const { organization, department, parent, revision } = wish;
  const since = revision === undefined ? {} : { revision };
  emit(tx, "department.flagged", { organization, department, parent, reason, ...since });
  notify(tx, {
    kind: "DEPARTMENT_FLAGGED",
    to: [{ kind: "authorized-admins", organization }],
    data: { organization, department, reason },
  });
}

/**
 * ROSTER-09: makes a department known. One that would be too deep hangs higher up, for the people who
 * will be placed in it must not be lost.
 */
export const create = effect(
  "ROSTER-09",
  (
    tx: Deciding,
    wish: DirectoryFacts["department.created"],
    word?: { readonly revision?: number },
  ): void => {
    const { source, ...said } = wish;
    const { organization, department } = said;
    const place = placeUnder(tx, organization, department, wish.parent);
    const tooDeep = place.ancestors.length >= DEPARTMENT_DEPTH_MAX;
    const parent = tooDeep ? (place.ancestors[1] as DepartmentId) : place.parent;
    const removedAt = read(tx, "department", organization, department)?.removedAt;
    emit(tx, "department.created", {
      ...said,
      parent,
      ...saidUnder(place.under),
      ...(removedAt === undefined ? {} : { removedAt }),
    });
    vouchForDepartment(tx, said, source, word);
    if (tooDeep) flag(tx, wish, "too-deep");
  },
);

/** ROSTER-09: hangs a department elsewhere, unless that would make a cycle or go too deep. */
export const move = effect("ROSTER-09", (tx: Deciding, wish: Told<"department.moved">): void => {
  const { organization, department } = wish;
  const before = must(tx, "department", organization, department);
  const place = placeUnder(tx, organization, department, wish.parent);
  if (place.ancestors.includes(department)) {
    flag(tx, wish, "cycle");
    return;
  }
  if (
    place.parent !== before.parent &&
    levelsOf(readTree(tx, organization), department) + place.ancestors.length > DEPARTMENT_DEPTH_MAX
  ) {
    flag(tx, wish, "too-deep");
    return;
  }
  const { parent, under } = place;
  const { parent: from } = before;
  emit(tx, "department.moved", { ...wish, parent, from, ...saidUnder(under) });
});

/** A fact that a department exists. */
export function createDepartment(tx: Deciding, fact: FactOf<"department.created">) {
  const { organization, department, parent, revision, source } = fact.data;
  return ofLiving(tx, fact, () =>
    orElse(departmentReported(tx, organization, parent), () => {
      const known = read(tx, "department", organization, department);
      // A removed one exists again only by word that is certainly newer than its removal.
      const again = revision !== undefined && isNewer(known?.revisions.parent, revision);
      if (known === null || (known.removed && again)) return create(tx, fact.data, fact.data);
      const isOlder = isOlderCreation(known, fact);
      const dated = { ...fact.data, at: fact.at };
      const vouches = !known.removed && source !== undefined && vouchesNow(known, source, dated);
      if (!known.removed) vouchForDepartment(tx, fact.data, source, fact.data);
      const tells = noteNamed(tx, fact, known) || vouches;
      if (isOlder) passOver(tx, "older-revision", fact.data);
      else if (!tells) passOver(tx, known.removed ? "department-gone" : "already-so", fact.data);
    }),
  );
}

/** Whether a creation has an older revision: than its source's own last word, or than where the department hangs. */
function isOlderCreation(known: DepartmentRecord, { data, at }: FactOf<"department.created">) {
  const { source, revision } = data;
  if (mayDescribe(known, source) && !isNewer(known.revisions.parent, revision)) return true;
  const why = source === undefined ? null : whyOlder(known, source, { ...data, at });
  return why === "older-revision";
}

/** Runs `change` for a fact about a department that exists; it may have told something by being there. */
export function aboutDepartment(
  tx: Deciding,
  fact: FactOf<
    "department.renamed" | "department.renamed-id" | "department.moved" | "department.removed"
  >,
  parent: DepartmentId | null,
  change: (department: DepartmentRecord, tells: boolean) => void,
) {
  const { organization, department, source } = fact.data;
  return ofLiving(tx, fact, () => {
    const unknown =
      departmentReported(tx, organization, department) ??
      departmentReported(tx, organization, parent);
    return orElse(unknown, () => {
      const known = must(tx, "department", organization, department);
      const gone = fact.type === "department.removed" ? "already-so" : "department-gone";
      const why = known.removed ? gone : whyNoWord(known, fact);
      if (why === "vouched-elsewhere") letDepartmentGo(tx, fact.data, source);
      else if (why !== null) passOver(tx, why, fact.data);
      else change(known, noteNamed(tx, fact, known));
    });
  });
}

/** A fact that a department has another name. */
export function renameDepartment(tx: Deciding, fact: FactOf<"department.renamed">) {
  return aboutDepartment(tx, fact, null, ({ revisions }, tells) => {
    const { organization, department, name, revision } = fact.data;
    const same = treeEntry(tx, organization, department).name === name;
    if (tells && same && revision === undefined) return;
    if (isToRecord(tx, fact.data, revisions.name, same)) {
      emit(tx, "department.renamed", unsourced(fact.data));
    }
  });
}

/** A fact that a department hangs elsewhere. */
export function moveDepartment(tx: Deciding, fact: FactOf<"department.moved">) {
  return aboutDepartment(tx, fact, fact.data.parent, ({ revisions }, tells) => {
    const { organization, department, parent, revision } = fact.data;
    const same = hangsUnder(tx, organization, department, parent);
    if (tells && same && revision === undefined) return;
    if (!isToRecord(tx, fact.data, revisions.parent, same)) return;
    if (tx.holds) holdChange(tx, fact.data);
    else move(tx, unsourced(fact.data));
  });
}

/** A fact that a department is no more. */
export function removeDepartment(tx: Deciding, fact: FactOf<"department.removed">) {
  return aboutDepartment(tx, fact, null, ({ revisions }) => {
    if (!isToRecord(tx, fact.data, revisions.parent, false)) return;
    if (tx.holds) holdChange(tx, fact.data);
    else remove(tx, unsourced(fact.data));
  });
}

/** ROSTER-09: takes a department away. */
export const remove = effect(
  "ROSTER-09",
  (
    tx: Deciding,
    wish: Told<"department.removed"> & Pick<DirectoryEvents["department.removed"], "because">,
  ): void => {
    const { organization, department } = wish;
    const { parent } = must(tx, "department", organization, department);
    const children = [...readTree(tx, organization).values()]
      .filter((entry) => entry.parent === department)
      .map((entry) => entry.department);
    const people = peoplePlacedIn(tx, organization, department);
    const heads = headsOf(tx, organization, department);
    supersedeHeld(tx, organization, department);
    emit(tx, "department.removed", { ...wish, parent, children, people, heads });
  },
);
