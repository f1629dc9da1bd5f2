/** Full lists of a directory, absorbed as the difference to what is known, and held removals. */
import type { DepartmentId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import type { DirectoryPart, ListedPerson } from "../../directory/model.ts";
import { organizationAdmin } from "./authority.ts";
import { fieldsOf, sorted } from "./canonical.ts";
import { passPerson } from "./passing.ts";
import { endEmployment, hire, latest, placements, serving } from "./people.ts";
import { turn } from "./person-facts.ts";
import { confirm, relocate, setFields } from "./person-values.ts";
import { absorbDepartments } from "./reconciled-departments.ts";
import { absorbReturn, adopt } from "./reinstating.ts";
import type { Employment, Handlers, InputOf, Notices, World } from "./state.ts";

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
  if (part.kind === "people") return part.people.flatMap((each) => each.departments ?? []);
  const listed = part.departments.map((each) => each.department);
  return part.departments
    .map((each) => each.parent)
    .filter((parent) => parent !== null && !listed.includes(parent));
}

/** Whether a line is about a later employment, by the source's own numbers. */
function isLater({ sourced, given }: Employment, { number = 0 }: ListedPerson): boolean {
  return sourced && number > given;
}

/** Whether a line says what is so. */
function agrees({ state }: World, known: Employment, listed: ListedPerson): boolean {
  return (
    known.inService &&
    JSON.stringify(
      sorted(placements(state, known.organization, listed.departments ?? known.departments)),
    ) === JSON.stringify(sorted(known.departments)) &&
    JSON.stringify(fieldsOf(listed.fields)) === JSON.stringify(fieldsOf(known.fields)) &&
    (!known.probation || listed.probation === true) &&
    (listed.suspended === undefined || listed.suspended === known.suspended) &&
    !isLater(known, listed)
  );
}

function absorbPerson(
  world: World,
  { data: { organization }, at }: Reconciled,
  listed: ListedPerson,
  line: number,
): void {
  const known = latest(world.state, organization, listed.person);
  if (known !== undefined && known.at > at) {
    // A line that agrees with what is known has been followed.
    if (!agrees(world, known, listed)) passPerson(world, listed.person, "older-time", line);
    return;
  }
  const number: number | undefined = listed.number;
  if (known === undefined || isLater(known, listed)) {
    turn(
      world,
      hire(world, organization, { departments: [], ...listed }, at, line),
      listed.suspended,
      at,
    );
    return;
  }
  if (!known.inService) {
    const became = absorbReturn(world, known, { number, at, line });
    if (became === "hire") {
      const { number: lower, ...rest } = listed;
      const isLower = lower !== undefined && lower <= known.given;
      hire(world, organization, { departments: [], ...(isLower ? rest : listed) }, at, line);
      if (isLower) passPerson(world, listed.person, "older-number", line);
    }
    if (became !== "back") return;
  }
  adopt(known, number);
  if (number !== undefined && number < known.given) {
    passPerson(world, listed.person, "older-number", line);
  }
  relocate(world, known, listed.departments ?? known.departments, at, { line });
  setFields(world, known, listed.fields, at);
  if (listed.probation !== true) confirm(known, at);
  turn(world, known, listed.suspended, at);
}

function hold(
  world: World,
  { data: { organization, list } }: Reconciled,
  { page, pages }: PeoplePart,
  missing: readonly Employment[],
): Notice {
  world.state.held.push({
    organization,
    list,
    page,
    pages,
    people: missing.map(({ person, number }) => ({ person, number })),
  });
  return {
    kind: "DIRECTORY_RECONCILIATION_HELD",
    to: [{ kind: "authorized-admins", organization }],
    data: { organization, list, people: missing.length, departments: 0 },
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
  for (const [line, listed] of people.entries()) absorbPerson(world, fact, listed, line);
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

/** Absorbs one part of a full list. */
export function reconcile(world: World, fact: Reconciled): Notices {
  const { part } = fact.data;
  return part.kind === "departments"
    ? absorbDepartments(world, fact, part.departments)
    : absorbPeople(world, fact, part);
}

type HeldType = "reconciliation.confirm" | "reconciliation.discard";

function drop(world: World, { data: { organization, list } }: InputOf<HeldType>): void {
  world.state.held = world.state.held.filter(
    (held) => held.organization !== organization || held.list !== list,
  );
}

/** The commands about held lists; one that is held no more makes them quiet. */
export const reconciliationCommands: Handlers<HeldType | "department.confirm-removal"> = {
  "department.confirm-removal": {
    codes: (world, { by, data }) => organizationAdmin(world, by, data.organization),
    effect: () => undefined,
  },
  "reconciliation.confirm": {
    codes: (world, { by, data }) => organizationAdmin(world, by, data.organization),
    effect: (world, command) => {
      const { organization, list } = command.data;
      const held = world.state.held.find(
        (each) => each.organization === organization && each.list === list,
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
