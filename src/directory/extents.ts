/**
 * Full lists of some departments, or of a source: what they say beyond has no effect, and who is missing
 * leaves those, or that.
 */
import type { DepartmentId, OrganizationId, PersonId, SourceId } from "../core/ids.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { must, read } from "../core/transaction.ts";
import { reportsAsListed } from "./appointments.ts";
import { saidUnder } from "./departments.ts";
import type { Deciding } from "./facts.ts";
import { type EmploymentRecord, type ListedPerson, PLACEMENTS_MAX } from "./model.ts";
import { resign, sameFields } from "./people.ts";
import { existing, standingOver } from "./placements.ts";
import { relocate } from "./relocating.ts";
import { type DepartmentsOf, type ExtentOf, isWithin } from "./select/extents.ts";
import { mayDescribe, othersVouch } from "./select/sources.ts";
import { letGo, togetherWith, withOwnNumber } from "./sources.ts";

/** A line of a part of people, with its place; of a source's list, with what it brings of where somebody is. */
export type Line = ListedPerson & {
  readonly index: number;
  readonly source?: SourceId;
  readonly brought?: readonly DepartmentId[];
  /** The placements outside the extent of its list, which are as they were. */
  readonly beyond?: readonly DepartmentId[];
};

/** Whether a line is about an employment later than the one known, by the source's own numbers. */
export const isLaterEmployment = ({ given }: EmploymentRecord, { number = 0 }: Line): boolean =>
  given !== null && number > given;

/** DIR-05: says that a list has no word on something that it names. */
export const passBeyond = effect("DIR-05", (tx: Deciding, named: object, index: number): void => {
  passOver(tx, "not-responsible-extent", named, index);
});

/** Whether a line places somebody in a department, or under a removed one that excludes still. */
const places = (tx: Deciding, { organization }: DepartmentsOf, department: DepartmentId): boolean =>
  existing(tx, organization, [department]).length > 0 ||
  standingOver(tx, organization, department).length > 0;

/** Whether a line says of somebody what is known, wherever it places them. */
function agrees(
  tx: Deciding,
  { organization }: DepartmentsOf,
  known: EmploymentRecord,
  line: Line,
  at: number,
): boolean {
  const { person, fields, probation, suspended, manager } = line;
  const confirms = known.probation && probation === false;
  const turns = suspended !== undefined && suspended !== (known.suspended !== undefined);
  const reports = reportsAsListed(tx, { organization, person, ...known }, manager, at);
  return (
    !isLaterEmployment(known, line) &&
    sameFields(fields, known.fields) &&
    !confirms &&
    !turns &&
    reports
  );
}

/** What a line says as far as its list is full for it; `null` if it is about somebody who is outside. */
export function lineWithin(
  tx: Deciding,
  { organization, extent }: ExtentOf,
  line: Line,
  at: number,
): Line | null {
  if (extent === undefined) return line;
  return "source" in extent
    ? lineOf(tx, organization, extent.source, line)
    : lineOfDepartments(tx, { organization, extent }, line, at);
}

/**
 * DIR-06: what a line of a source says of somebody: with what others brought of where they are; all else if
 * it is the oldest that vouches.
 */
function lineOf(
  tx: Deciding,
  organization: OrganizationId,
  source: SourceId,
  said: ListedPerson & { readonly index: number },
): Line {
  const { organization: _, ...line } = withOwnNumber(tx, { ...said, organization, source });
  const { person, index, departments, number } = line;
  const known = read(tx, "employment", organization, person);
  if (known?.inService !== true || isLaterEmployment(known, line)) return line;
  const { all: places, brought } = togetherWith(tx, known, source, departments ?? [], index);
  const placed = departments === undefined ? {} : { departments: places, brought };
  if (mayDescribe(known, source)) return { ...line, ...placed };
  const numbered = number === undefined ? {} : { number };
  return { person, index, source, fields: known.fields, ...numbered, ...placed };
}

/** Whether a list of some departments has a word on whom a line names. */
export function concerns(
  tx: Deciding,
  of: DepartmentsOf,
  { person, departments = [] }: ListedPerson,
): boolean {
  const known = read(tx, "employment", of.organization, person);
  const isIn = (department: DepartmentId) => isWithin(tx, of, department);
  return (
    known?.inService !== true ||
    known.departments.some(isIn) ||
    departments.some((each) => isIn(each) && places(tx, of, each))
  );
}

/**
 * DIR-05: what a line says within the extent of its list, the placements outside being as they are; `null`
 * if it is about somebody who is outside and stays there.
 */
function lineOfDepartments(tx: Deciding, of: DepartmentsOf, line: Line, at: number): Line | null {
  const { organization } = of;
  const { person, departments, index } = line;
  const known = read(tx, "employment", organization, person);
  const serving = known?.inService === true ? known : null;
  const isIn = (department: DepartmentId) => isWithin(tx, of, department);
  const inside = departments?.filter(isIn);
  const isOurs = serving === null || concerns(tx, of, line);
  // Another employment begins with what the line says of it alone.
  const begins = serving === null || (isOurs && isLaterEmployment(serving, line));
  const now = begins ? [] : serving.departments;
  for (const each of departments ?? []) {
    if (!isIn(each) && !now.includes(each)) passBeyond(tx, { department: each }, index);
  }
  if (!isOurs) {
    if (!agrees(tx, of, serving, line, at)) passBeyond(tx, { person }, index);
    return null;
  }
  if (inside === undefined) return line;
  const outside = now.filter((each) => !isIn(each));
  const room = PLACEMENTS_MAX - outside.length;
  for (const each of inside.slice(room)) passOver(tx, "not-possible", { department: each }, index);
  return { ...line, departments: [...outside, ...inside.slice(0, room)], beyond: outside };
}

/**
 * DIR-05: takes somebody whom a list of some departments does not name out of those. Whoever is placed
 * nowhere else has left, or stays without a department; what they are under still (ROSTER-16) stays over them.
 */
export const leaveExtent = effect(
  "DIR-05",
  (tx: Deciding, of: DepartmentsOf, person: PersonId, { extentMissing }: Policy): void => {
    const { organization } = of;
    const { departments: from, number, under = [] } = must(tx, "employment", organization, person);
    const departments = from.filter((each) => !isWithin(tx, of, each));
    const about = { organization, person, number, because: "missing" } as const;
    if (departments.length === 0 && extentMissing === "departed") resign(tx, about);
    else relocate(tx, { ...about, departments, from, ...saidUnder(under) });
  },
);

/** DIR-06: whom a list of a source does not name leaves with the last that vouches; else what it brought goes. */
export const leaveSource = effect(
  "DIR-06",
  (
    tx: Deciding,
    { organization, at }: { readonly organization: OrganizationId; readonly at: number },
    source: SourceId,
    person: PersonId,
  ): void => {
    const known = must(tx, "employment", organization, person);
    const about = { organization, person, because: "missing" } as const;
    if (othersVouch(known, source)) letGo(tx, about, source, { at });
    else resign(tx, { ...about, source });
  },
);
