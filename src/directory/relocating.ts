/** People in other departments: all of them said at once, or one more, or one less. */
import type { DepartmentId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { type Deciding, isToRecord } from "./facts.ts";
import {
  type DirectoryEvents,
  type DirectoryFact,
  type DirectoryFacts,
  type EmploymentRecord,
  PLACEMENTS_MAX,
} from "./model.ts";
import { aboutEmployment, under } from "./people.ts";
import { departmentsReported, existing, placeable, sameSet } from "./placements.ts";

type FactOf<Type extends keyof DirectoryFacts> = OfType<DirectoryFact, Type>;

/** A fact that somebody works in other departments (ROSTER-07). */
export function relocatePerson(tx: Deciding, fact: FactOf<"person.relocated">) {
  const { data } = fact;
  return aboutEmployment(
    tx,
    fact,
    (employment) => {
      const departments = placeable(tx, data.organization, data.departments);
      const { departments: from, revisions } = employment;
      if (!isToRecord(tx, data, revisions.departments, sameSet(departments, from))) return;
      relocate(tx, under({ ...data, departments, from }, employment));
    },
    () => departmentsReported(tx, data.organization, data.departments),
  );
}

/** ROSTER-07: places a person elsewhere. */
export const relocate = effect(
  "ROSTER-07",
  (tx: Deciding, event: DirectoryEvents["person.relocated"]): void => {
    emit(tx, "person.relocated", event);
  },
);

type OnePlacement = FactOf<"person.department-entered" | "person.department-left">;

/** A fact that somebody is in one department more, or in one less (DIR-12). */
export function changePlacement(tx: Deciding, fact: OnePlacement) {
  const { organization, department } = fact.data;
  return aboutEmployment(
    tx,
    fact,
    (employment) => placeOtherwise(tx, fact, employment),
    () => departmentsReported(tx, organization, [department]),
  );
}

/** The revision that a word on one placement has to exceed: its own last, or that of the whole value. */
function placementRevision(
  { revisions }: EmploymentRecord,
  department: DepartmentId,
): number | undefined {
  const own = revisions.placements?.find(([each]) => each === department)?.[1];
  const known = [own, revisions.departments].filter((each) => each !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** DIR-12: adds one placement, or takes one away, and leaves all others as they are. */
const placeOtherwise = effect(
  "DIR-12",
  (tx: Deciding, { type, data }: OnePlacement, employment: EmploymentRecord): void => {
    const { organization, department } = data;
    if (existing(tx, organization, [department]).length === 0) {
      passOver(tx, "department-gone", { department });
      return;
    }
    const { departments: from } = employment;
    const enters = type === "person.department-entered";
    const isSo = from.includes(department) === enters;
    const { department: _, ...about } = data;
    if (!isToRecord(tx, about, placementRevision(employment, department), isSo)) return;
    if (enters && !isSo && from.length >= PLACEMENTS_MAX) {
      passOver(tx, "not-possible", about);
      return;
    }
    const others = from.filter((each) => each !== department);
    const departments = isSo ? from : enters ? [...from, department] : others;
    relocate(tx, under({ ...data, departments, from }, employment));
  },
);
