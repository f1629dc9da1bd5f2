/** What the lines of full lists say of people. */
import type { DepartmentId } from "../../core/ids.ts";
import { fieldsOf, sorted } from "./canonical.ts";
import { isPersonIn, placesInside, sourceIn, type Within } from "./extents.ts";
import { isOutnumbered } from "./former-ids.ts";
import { pass, passPerson } from "./passing.ts";
import { type Hire, hire, latest, placements } from "./people.ts";
import { report, turn } from "./person-facts.ts";
import { confirm, relocateBy, setFields } from "./person-values.ts";
import { adopt } from "./reinstating.ts";
import { absorbReturn } from "./returning.ts";
import { besides } from "./shares.ts";
import { decides, keepVouched, lookedAt, ofPerson, vouchFor, whyNotListed } from "./sources.ts";
import type { Employment, World } from "./state.ts";
import type { Line } from "./vocabulary-lists.ts";
import { meantBy } from "./words.ts";

/** Where and when a line was said, and what its list is full for. */
interface Said extends Within {
  readonly at: number;
  /** When it is followed: as of then things are kept still, or no longer. */
  readonly now: number;
  /** Puts off a line that is beyond what one step does. */
  readonly later: (line: Line) => void;
}

/** Whether a line is about a later employment, by the source's own numbers. */
function isLater({ sourced, given }: Employment, { number = 0 }: Pick<Line, "number">): boolean {
  return sourced && number > given;
}

/** Where a line places somebody within what its list is full for; what is outside is passed over. */
function placedBy(
  world: World,
  said: Said,
  line: Line,
  known: Employment | undefined,
  index: number,
): DepartmentId[] | undefined {
  const { state } = world;
  const { departments } = line;
  if (departments === undefined) return undefined;
  // Another employment begins with what the line says of it alone.
  const number = lookedAt(state, known, sourceIn(said.extent), line.number) ?? 0;
  const goesOn =
    known?.inService === true &&
    (isOutside(world, said, known, line) || !isLater(known, { number }));
  const now = goesOn ? known.departments : [];
  for (const id of departments) {
    if (placesInside(state, said, id) || now.includes(id)) continue;
    pass(world, { kind: "department", id, index, reason: "not-responsible-extent" });
  }
  return departments.filter((id) => placesInside(state, said, id));
}

/** All the departments of whom a line names, if it is followed: what its list is not full for stays. */
function altogether(
  { state }: World,
  said: Said,
  known: Employment,
  departments: readonly DepartmentId[],
): DepartmentId[] {
  const { extent } = said;
  if (extent === null) return [...departments];
  if ("source" in extent) return [...departments, ...besides(known, extent.source, false)];
  const outside = known.departments.filter((id) => !placesInside(state, said, id));
  return [...outside, ...departments];
}

/** Whether a line says what is so; of what it leaves out it says nothing. */
function agrees(world: World, said: Said, known: Employment, line: Line): boolean {
  const { state } = world;
  const { departments, fields, probation, suspended, manager } = line;
  const all =
    departments === undefined ? known.departments : altogether(world, said, known, departments);
  const isDecided = decides(state, ofPerson(known), sourceIn(said.extent));
  return (
    known.inService &&
    JSON.stringify(sorted(placements(state, known.organization, all))) ===
      JSON.stringify(sorted(known.departments)) &&
    (!isDecided ||
      (JSON.stringify(fieldsOf(fields)) === JSON.stringify(fieldsOf(known.fields)) &&
        (!known.probation || probation !== false) &&
        (suspended === undefined || suspended === known.suspended) &&
        reportsTo(world, known, manager, said.at))) &&
    !isLater(known, line)
  );
}

/** Whether somebody reports to whom a line says, or it says nothing of it. */
function reportsTo(
  { state }: World,
  { organization, manager: known }: Employment,
  manager: Line["manager"],
  at: number,
): boolean {
  if (manager === undefined) return true;
  if (manager === null) return known === null;
  const meant = meantBy(state, organization, manager, at);
  return (
    typeof meant !== "string" && meant.person === known?.person && meant.number === known.number
  );
}

/** A line as far as its list is full for what it says, and its number is looked at. */
function asFarAsFull(
  world: World,
  said: Said,
  { departments: _, number, ...rest }: Line,
  known: Employment | undefined,
  departments: readonly DepartmentId[] | undefined,
): Line {
  const own = lookedAt(world.state, known, sourceIn(said.extent), number);
  return {
    ...rest,
    ...(departments === undefined ? {} : { departments }),
    ...(own === undefined ? {} : { number: own }),
  };
}

/** Whether a line is about somebody in service elsewhere, and places them nowhere in its list's extent. */
export function isOutside(
  { state }: World,
  said: Within,
  known: Employment,
  line: Pick<Line, "departments">,
): boolean {
  const { extent } = said;
  return (
    extent !== null &&
    "departments" in extent &&
    known.inService &&
    !isPersonIn(state, said, known) &&
    !line.departments?.some((id) => placesInside(state, said, id))
  );
}

function hireBy(world: World, said: Said, line: Line, index: number): Employment {
  const { organization, at, extent } = said;
  const { manager: _, suspended, ...rest } = line;
  const whole: Hire = { ...rest, departments: line.departments ?? [], source: sourceIn(extent) };
  const hired = hire(world, organization, whole, at, index);
  turn(world, hired, suspended, at);
  return hired;
}

/** What a line says of somebody in service, besides their being there; of whom it brings back, all that holds. */
function setBy(
  world: World,
  said: Said,
  known: Employment,
  line: Line,
  index: number,
  isBack: boolean,
): void {
  const { at, extent } = said;
  const { departments, fields, probation, suspended } = line;
  const source = sourceIn(extent);
  if (departments !== undefined) {
    const isSourced = source !== undefined;
    const alone = isSourced || isBack;
    const all = alone ? departments : altogether(world, said, known, departments);
    const isOfSome = extent !== null && "departments" in extent;
    const isBeyond = (id: DepartmentId) => isOfSome && !placesInside(world.state, said, id);
    relocateBy(world, known, source, all, at, { line: index, isBeyond });
  }
  // All else is the oldest source's to say, so that two never alternate.
  if (!decides(world.state, ofPerson(known), source)) return;
  setFields(world, known, fields, at);
  if (probation === false) confirm(known, at);
  turn(world, known, suspended, at);
}

/** Absorbs a line about somebody of whom nothing newer is known. */
function followLine(
  world: World,
  said: Said,
  known: Employment | undefined,
  line: Line,
  index: number,
): void {
  const { at } = said;
  const { number, ...unnumbered } = line;
  if (known === undefined) {
    const isLower = isOutnumbered(world.state, said.organization, line.person, number);
    hireBy(world, said, isLower ? unnumbered : line, index);
    if (isLower) passPerson(world, line.person, "older-number", index);
    return;
  }
  if (isLater(known, line)) {
    hireBy(world, said, line, index);
    return;
  }
  const source = sourceIn(said.extent);
  const isBack = !known.inService;
  if (isBack) {
    const became = absorbReturn(world, known, { number, at, now: said.now, line: index });
    if (became === "hire") {
      const isLower = number !== undefined && number <= known.given;
      hireBy(world, said, isLower ? unnumbered : line, index);
      if (isLower) passPerson(world, line.person, "older-number", index);
      return;
    }
    if (became === "later") said.later(line);
    if (became !== "back") return;
    keepVouched(world.state, known, source);
  }
  vouchFor(world.state, known, source, at);
  if (adopt(known, number)) known.numberBy = source ?? null;
  if (number !== undefined && number < known.given) {
    passPerson(world, line.person, "older-number", index);
  }
  setBy(world, said, known, line, index, isBack);
}

/** Absorbs a line; says whether its list has a word on whom it is about. */
function absorbLine(world: World, said: Said, full: Line, index: number): boolean {
  const { state } = world;
  const known = latest(state, said.organization, full.person);
  const departments = placedBy(world, said, full, known, index);
  const line = asFarAsFull(world, said, full, known, departments);
  if (known !== undefined && isOutside(world, said, known, line)) {
    if (!agrees(world, said, known, line)) {
      passPerson(world, line.person, "not-responsible-extent", index);
    }
    return false;
  }
  const whyNot =
    known === undefined ? null : whyNotListed(world, known, sourceIn(said.extent), said.at);
  if (known !== undefined && whyNot !== null && !isLater(known, line)) {
    passPerson(world, line.person, whyNot, index);
    return true;
  }
  if (known !== undefined && known.at > said.at) {
    // A line that agrees with what is known has been followed.
    if (!agrees(world, said, known, line)) passPerson(world, line.person, "older-time", index);
    // Whom a source names it vouches for, however much newer what is known of them.
    const vouches = known.inService && whyNot === null;
    if (vouches) vouchFor(state, known, sourceIn(said.extent), said.at);
    return true;
  }
  followLine(world, said, known, line, index);
  return true;
}

/** Whom a line says that somebody reports to: anybody whom the part itself brings may be that (FLOW-20). */
function absorbManager(world: World, said: Said, line: Line, index: number): void {
  const { state } = world;
  const { manager } = line;
  const { organization, at, extent } = said;
  const known = latest(state, organization, line.person);
  if (manager === undefined || known?.inService !== true || known.at > at) return;
  if (!decides(state, ofPerson(known), sourceIn(extent))) return;
  report(world, known, { manager, at, revision: undefined, line: index });
}

/** Absorbs a line that was put off; gives what is still to be said of whom it names as manager. */
export function absorbLate(world: World, said: Said, line: Line): () => void {
  const isHeard = absorbLine(world, said, line, 0);
  return () => {
    if (isHeard) absorbManager(world, said, line, 0);
  };
}

/** Absorbs lines in the order given. */
export function absorbLines(world: World, said: Said, lines: readonly Line[]): void {
  const heard = lines.map((line, index) => absorbLine(world, said, line, index));
  for (const [index, line] of lines.entries()) {
    if (heard[index] === true) absorbManager(world, said, line, index);
  }
}
