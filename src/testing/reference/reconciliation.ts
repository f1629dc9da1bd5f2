/** Full lists of a directory, absorbed as the difference to what is known, and held removals. */
import type { DepartmentId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import type { DirectoryPart, ListedDepartment, ListedPerson } from "../../directory/model.ts";
import { organizationAdmin } from "./authority.ts";
import {
  createDepartment,
  departmentsOf,
  findDepartment,
  moveDepartment,
  removeDepartment,
  renameDepartment,
  staysUnder,
} from "./departments.ts";
import { confirm, endEmployment, hire, latest, relocate, serving, setFields } from "./people.ts";
import { absorbReturn, adopt } from "./reinstating.ts";
import type { Employment, Handlers, InputOf, Notices, World } from "./state.ts";

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

/**
 * The list in its order, but every department after those above it that are listed too, so that no
 * step meets a tree that is neither the old nor the new one. Where the list itself makes a cycle, the
 * department of it that is met last comes first.
 */
function inOrder(listed: readonly ListedDepartment[]): ListedDepartment[] {
  const ordered: ListedDepartment[] = [];
  for (const start of listed) {
    const way: ListedDepartment[] = [];
    let next: ListedDepartment | undefined = start;
    while (next !== undefined && !ordered.includes(next) && !way.includes(next)) {
      way.unshift(next);
      const { parent }: ListedDepartment = next;
      next = listed.find((each) => each.department === parent);
    }
    ordered.push(...way);
  }
  return ordered;
}

/** Whether a department's listed parent is there; one that was removed is not, if it is listed. */
function hasParent(
  { state }: World,
  { data }: Reconciled,
  { parent }: ListedDepartment,
  all: readonly ListedDepartment[],
): boolean {
  if (parent === null) return true;
  const known = findDepartment(state, data.organization, parent);
  return known !== undefined && !(known.removed && all.some((each) => each.department === parent));
}

/** A department whose parent is not there yet, because of a cycle, waits at the root or stays. */
function absorbAstray(world: World, fact: Reconciled, listed: ListedDepartment): Notices {
  const known = findDepartment(world.state, fact.data.organization, listed.department);
  const parent = known?.removed === false ? known.parent : null;
  return absorbDepartment(world, fact, { ...listed, parent });
}

function absorbDepartment(
  world: World,
  { data: { organization }, at }: Reconciled,
  listed: ListedDepartment,
): Notice[] {
  const known = findDepartment(world.state, organization, listed.department);
  if (known === undefined) return createDepartment(world, organization, listed, at);
  if (known.removed) {
    return at > known.at ? createDepartment(world, organization, listed, at) : [];
  }
  if (known.at > at) return [];
  if (known.name !== listed.name) renameDepartment(known, listed.name, at);
  if (staysUnder(world.state, known, listed.parent)) return [];
  return moveDepartment(world, known, listed.parent, at);
}

/** Removes what the list leaves out and nobody needs, children before their parents. */
function removeMissing(
  world: World,
  { data: { organization }, at }: Reconciled,
  listed: readonly DepartmentId[],
): void {
  const { state } = world;
  for (;;) {
    const departments = departmentsOf(state, organization);
    const leaf = departments.find(
      ({ id, at: since }) =>
        !listed.includes(id) &&
        since <= at &&
        !departments.some((each) => each.parent === id) &&
        !serving(state, organization).some((each) => each.departments.includes(id)),
    );
    if (leaf === undefined) return;
    removeDepartment(world, leaf, at);
  }
}

function absorbDepartments(
  world: World,
  fact: Reconciled,
  listed: readonly ListedDepartment[],
): Notices {
  const astray: ListedDepartment[] = [];
  const notices = inOrder(listed).flatMap((each) => {
    if (hasParent(world, fact, each, listed)) return absorbDepartment(world, fact, each);
    astray.push(each);
    return absorbAstray(world, fact, each);
  });
  notices.push(...astray.flatMap((each) => absorbDepartment(world, fact, each)));
  const ids = listed.map((each) => each.department);
  removeMissing(world, fact, ids);
  return notices;
}

function absorbPerson(
  world: World,
  { data: { organization }, at }: Reconciled,
  listed: ListedPerson,
): void {
  const known = latest(world.state, organization, listed.person);
  if (known !== undefined && known.at > at) return;
  const number: number | undefined = listed.number;
  if (known === undefined || (known.sourced && number !== undefined && number > known.given)) {
    hire(world, organization, listed, at);
    return;
  }
  if (!known.inService) {
    const became = absorbReturn(world, known, known.sourced && number === known.given, at);
    if (became === "hire") {
      const { number: lower, ...rest } = listed;
      hire(world, organization, lower !== undefined && lower > known.given ? listed : rest, at);
    }
    if (became !== "back") return;
  }
  adopt(known, number);
  relocate(world, known, listed.departments, at);
  setFields(known, listed.fields, at);
  if (listed.probation !== true) confirm(known, at);
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
  const missing = known.filter(
    (each) => each.at <= fact.at && !people.some((listed) => listed.person === each.person),
  );
  for (const listed of people) absorbPerson(world, fact, listed);
  const percent = policy.reconciliationHoldPercent;
  if (percent !== null && missing.length * 100 > percent * known.length) {
    return [hold(world, fact, part, missing)];
  }
  for (const employment of missing) endEmployment(world, employment, fact.at);
  return [];
}

/** Absorbs one part of a full list. */
export function reconcile(world: World, fact: Reconciled): Notices {
  const { part } = fact.data;
  return part.kind === "departments"
    ? absorbDepartments(world, fact, part.departments)
    : absorbPeople(world, fact, part);
}

type HeldType = "reconciliation.confirm" | "reconciliation.discard";

function drop(world: World, { data: { organization, reconciliation } }: InputOf<HeldType>): void {
  world.state.held = world.state.held.filter(
    (held) => held.organization !== organization || held.reconciliation !== reconciliation,
  );
}

/** The commands about held lists; one that is held no more makes them quiet. */
export const reconciliationCommands: Handlers<HeldType> = {
  "reconciliation.confirm": {
    codes: (world, { by, data }) => organizationAdmin(world, by, data.organization),
    effect: (world, command) => {
      const { organization, reconciliation } = command.data;
      const held = world.state.held.find(
        (each) => each.organization === organization && each.reconciliation === reconciliation,
      );
      drop(world, command);
      for (const { person, number } of held?.people ?? []) {
        const employment = latest(world.state, organization, person);
        if (employment?.inService !== true || employment.number !== number) continue;
        endEmployment(world, employment, command.at);
      }
    },
  },
  "reconciliation.discard": {
    codes: (world, { by, data }) => organizationAdmin(world, by, data.organization),
    effect: drop,
  },
};
