/** What the lines of full lists say of people. */
import type { OrganizationId } from "../../core/ids.ts";
import type { ListedPerson } from "../../directory/model.ts";
import { fieldsOf, sorted } from "./canonical.ts";
import { passPerson } from "./passing.ts";
import { hire, latest, placements } from "./people.ts";
import { turn } from "./person-facts.ts";
import { confirm, relocate, setFields } from "./person-values.ts";
import { adopt } from "./reinstating.ts";
import { absorbReturn } from "./returning.ts";
import type { Employment, World } from "./state.ts";

/** Where and when a line was said, and whom it may bring back. */
interface Said {
  readonly organization: OrganizationId;
  readonly at: number;
}

/** Whether a line is about a later employment, by the source's own numbers. */
function isLater({ sourced, given }: Employment, { number = 0 }: ListedPerson): boolean {
  return sourced && number > given;
}

/** Whether a line says what is so; of what it leaves out it says nothing. */
function agrees({ state }: World, known: Employment, line: ListedPerson): boolean {
  const { departments = known.departments, fields, probation, suspended } = line;
  return (
    known.inService &&
    JSON.stringify(sorted(placements(state, known.organization, departments))) ===
      JSON.stringify(sorted(known.departments)) &&
    JSON.stringify(fieldsOf(fields)) === JSON.stringify(fieldsOf(known.fields)) &&
    (!known.probation || probation !== false) &&
    (suspended === undefined || suspended === known.suspended) &&
    !isLater(known, line)
  );
}

/** Absorbs a line; gives the employment that it is about, if it says anything of one in service. */
function absorbLine(
  world: World,
  said: Said,
  line: ListedPerson,
  index: number,
): Employment | null {
  const { state } = world;
  const { organization, at } = said;
  const known = latest(state, organization, line.person);
  if (known !== undefined && known.at > at) {
    // A line that agrees with what is known has been followed.
    if (!agrees(world, known, line)) passPerson(world, line.person, "older-time", index);
    return null;
  }
  const number: number | undefined = line.number;
  const whole = { ...line, departments: line.departments ?? [] };
  if (known === undefined || isLater(known, line)) {
    const hired = hire(world, organization, whole, at, index);
    turn(world, hired, line.suspended, at);
    return hired;
  }
  if (!known.inService) {
    const became = absorbReturn(world, known, { number, at, line: index });
    if (became === "hire") {
      const { number: lower, ...rest } = whole;
      const isLower = lower !== undefined && lower <= known.given;
      const hired = hire(world, organization, isLower ? rest : whole, at, index);
      if (isLower) passPerson(world, line.person, "older-number", index);
      return hired;
    }
    if (became !== "back") return null;
  }
  adopt(known, number);
  if (number !== undefined && number < known.given) {
    passPerson(world, line.person, "older-number", index);
  }
  if (line.departments !== undefined) relocate(world, known, line.departments, at, { line: index });
  setFields(world, known, line.fields, at);
  if (line.probation === false) confirm(known, at);
  turn(world, known, line.suspended, at);
  return known;
}

/** Absorbs lines in the order given. */
export function absorbLines(world: World, said: Said, lines: readonly ListedPerson[]): void {
  for (const [index, line] of lines.entries()) absorbLine(world, said, line, index);
}
