/** Pages of people and lists of departments without an id: each acts alone. */
import type { DepartmentId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import type { DirectoryPart } from "../../directory/model.ts";
import { absorbLine } from "./list-lines.ts";
import { passPerson } from "./passing.ts";
import { endEmployment, serving } from "./people.ts";
import { absorbDepartments, removeMissing } from "./reconciled-departments.ts";
import type { Employment, InputOf, Notices, World } from "./state.ts";

/** A part of a full list. */
type Reconciled = InputOf<"directory.reconciled">;
type PeoplePart = Extract<DirectoryPart, { readonly kind: "people" }>;

/** Whether a part contradicts itself: something listed twice, or on a page that is not its own. */
export function malformedPart(world: World, part: DirectoryPart): boolean {
  if (part.kind === "departments") {
    return new Set(part.departments.map((each) => each.department)).size < part.departments.length;
  }
  const { page, pages, people } = part;
  return (
    !Number.isInteger(Math.log2(pages)) ||
    page < 0 ||
    page >= pages ||
    new Set(people.map((each) => each.person)).size < people.length ||
    people.some((each) => world.pageOf(each.person, pages) !== page)
  );
}

/** The departments that a part names without bringing them itself. */
export function namedInPart(part: DirectoryPart): readonly (DepartmentId | null)[] {
  if (part.kind === "people") return part.people.flatMap((each) => each.departments);
  const listed = part.departments.map((each) => each.department);
  return part.departments
    .map((each) => each.parent)
    .filter((parent) => parent !== null && !listed.includes(parent));
}

function hold(
  world: World,
  { id, data: { organization } }: Reconciled,
  { page, pages }: PeoplePart,
  missing: readonly Employment[],
): Notice {
  world.state.held.push({
    organization,
    reconciliation: id,
    page,
    pages,
    people: missing.map(({ person, number }) => ({ person, number })),
  });
  return {
    kind: "DIRECTORY_RECONCILIATION_HELD",
    to: [{ kind: "authorized-admins", organization }],
    data: { organization, reconciliation: id, people: missing.length },
  };
}

function absorbPeople(world: World, fact: Reconciled, part: PeoplePart): Notices {
  const { state, policy } = world;
  const { organization } = fact.data;
  const { page, pages, people } = part;
  state.held = state.held.filter(
    (held) => held.organization !== organization || (held.page !== page && held.pages === pages),
  );
  const known = serving(state, organization).filter(
    (each) => world.pageOf(each.person, pages) === page,
  );
  const unnamed = known.filter((each) => !people.some(({ person }) => person === each.person));
  const missing = unnamed.filter((each) => each.at <= fact.at);
  const said = { organization, at: fact.at, mayReturn: () => true };
  for (const [index, line] of people.entries()) {
    // Here a line that says nothing of a probation says that there is none.
    absorbLine(world, said, { ...line, probation: line.probation === true }, index);
  }
  for (const { person, at } of unnamed) {
    if (at > fact.at) passPerson(world, person, "protected");
  }
  const percent = policy.reconciliationHoldPercent;
  if (percent !== null && missing.length * 100 > percent * known.length) {
    return [hold(world, fact, part, missing)];
  }
  for (const employment of missing) endEmployment(world, employment, fact.at);
  return [];
}

/** Absorbs a page of people, or a list of all departments. */
export function reconcile(world: World, fact: Reconciled): Notices {
  const { organization, part } = fact.data;
  if (part.kind === "people") return absorbPeople(world, fact, part);
  const said = { organization, at: fact.at };
  const notices = absorbDepartments(world, said, part.departments);
  removeMissing(
    world,
    said,
    part.departments.map((each) => each.department),
  );
  return notices;
}
