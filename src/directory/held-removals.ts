/** What facts say of departments that waits for an admin's word, for too many people would leave by it. */
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import { isNewer } from "../core/recording.ts";
import { effect } from "../core/rule.ts";
import { emit, notify, read, readBefore } from "../core/transaction.ts";
import type { Deciding } from "./facts.ts";
import type { DepartmentRecord, DirectoryFact, DirectoryFacts } from "./model.ts";
import { hasAbleAdmin } from "./select/authority.ts";
import { isAsleep, wake } from "./waking.ts";

type DepartmentNamed = {
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
  readonly revision?: number;
};

/** DIR-09: what was held of a department holds no longer, whatever has taken its place. */
export const supersedeHeld = effect(
  "DIR-09",
  (tx: Deciding, organization: OrganizationId, department: DepartmentId): void => {
    const held = read(tx, "department", organization, department)?.held;
    if (held === undefined) return;
    const { fact } = held;
    const departments = [department];
    emit(tx, "removal.settled", { organization, fact, departments, how: "superseded" });
  },
);

/** What a fact says of where a department is to be. */
type Wish = DirectoryFacts["department.moved" | "department.removed"];

/** Whether what is said of a department is held already: the input told once more, or in it the same twice. */
function isCopyOfHeld(tx: Deciding, { organization, department }: DepartmentNamed, wish?: Wish) {
  const { input } = tx;
  if (readBefore(tx, "department", organization, department)?.held?.fact === input) return true;
  const held = read(tx, "department", organization, department)?.held;
  if (wish === undefined || held?.fact !== input || held.revision !== wish.revision) return false;
  return held.parent === ("parent" in wish ? wish.parent : undefined);
}

/**
 * DIR-09: a word on a department takes the place of what is held of it, unless that is newer; whether
 * it did. A revision, where there is one, is that of where the department hangs.
 */
export function outdoHeld(tx: Deciding, named: DepartmentNamed, wish?: Wish): boolean {
  const { organization, department, revision } = named;
  const known = read(tx, "department", organization, department);
  const { held, revisions } = known ?? {};
  if (held === undefined || tx.at < held.at || isCopyOfHeld(tx, named, wish)) return false;
  const isNews = isNewer(held.revision, revision) && isNewer(revisions?.parent, revision);
  if (isNews) supersedeHeld(tx, organization, department);
  return isNews;
}

/**
 * What a fact about a department says by naming it: that it is there (DIR-10), and that what is held of
 * it is outdone (DIR-09); whether either is news. The revision of a name or an id says nothing of its place.
 */
export function noteNamed(
  tx: Deciding,
  fact: OfType<DirectoryFact, `department.${string}` & DirectoryFact["type"]>,
  known: DepartmentRecord,
): boolean {
  const { type, at, data } = fact;
  const { organization, department, revision } = data;
  const wakes = type !== "department.removed" && isAsleep(known, at);
  if (wakes) wake(tx, organization, department);
  const isOfPlace = type !== "department.renamed" && type !== "department.renamed-id";
  const since = !isOfPlace || revision === undefined ? {} : { revision };
  const wish =
    fact.type === "department.moved" || fact.type === "department.removed" ? fact.data : undefined;
  return outdoHeld(tx, { organization, department, ...since }, wish) || wakes;
}

/** DIR-09: notes what a fact says of a department; where newer word is held already, that stays. */
export function holdChange(tx: Deciding, wish: Wish): void {
  const { organization, department, revision } = wish;
  if (read(tx, "department", organization, department)?.held !== undefined) {
    passOver(tx, isCopyOfHeld(tx, wish, wish) ? "already-so" : "older-time", { department });
    return;
  }
  const place = "parent" in wish ? { parent: wish.parent } : {};
  const since = revision === undefined ? {} : { revision };
  emit(tx, "removal.held", { organization, fact: tx.input, department, ...place, ...since });
}

/** DIR-09: the admins know of a fact that is held, once, and without any of them the platform. */
export function tellHeld(tx: Deciding, organization: OrganizationId, people: number): void {
  // What one fact says of a department twice is held once, as it was said last.
  const held = tx.events.flatMap(({ type, data }) =>
    type === "removal.held" ? [(data as DepartmentNamed).department] : [],
  );
  const departments = new Set(held).size;
  if (departments === 0) return;
  const admins = { kind: "authorized-admins", organization } as const;
  notify(tx, {
    kind: "DIRECTORY_RECONCILIATION_HELD",
    to: hasAbleAdmin(tx, organization) ? [admins] : [admins, { kind: "platform" }],
    data: { organization, fact: tx.input, people, departments },
  });
}
