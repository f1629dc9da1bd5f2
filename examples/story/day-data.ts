/** A day of HR facts, made up: mostly in order, with the copies and slips that a real day has. */
import { FOLLOWED, HOST, MORNING, SUPPLIERS } from "./cast.ts";
import type { DepartmentRow, PersonRow } from "./host-data.ts";
import type { FactLine } from "./partner-data.ts";
import { personName, type Random } from "./random.ts";

const MINUTE = 60_000;
const followed = new Set<string>(FOLLOWED.map(({ person }) => person));

interface Day {
  readonly facts: FactLine[];
  readonly report: (organization: string, type: string, data: FactLine["data"]) => void;
}

function startDay(): Day {
  const facts: FactLine[] = [];
  return {
    facts,
    report: (organization, type, data) => {
      facts.push({
        id: `day-${String(facts.length).padStart(4, "0")}`,
        at: MORNING + 60 * MINUTE + facts.length * MINUTE,
        from: { organization },
        type,
        data: { organization, ...data },
      });
    },
  };
}

/** What happens to the Host's people, in order: nobody appears twice. */
function people(
  random: Random,
  { report }: Day,
  staff: readonly PersonRow[],
  departments: readonly DepartmentRow[],
): void {
  const left = staff.filter(({ person }) => !followed.has(person));
  const takeAt = (index: number): PersonRow => left.splice(index, 1)[0] as PersonRow;
  const anywhere = (but?: PersonRow): string[] => {
    const { department } = random.pick(departments);
    return but?.departments.includes(department) ? anywhere(but) : [department];
  };
  for (let n = 0; n < 420; n += 1) {
    const dice = random.next();
    if (dice < 0.3) {
      const person = `qy-n${String(n).padStart(4, "0")}`;
      const fields = { name: personName(random), title: "New colleague" };
      report(HOST.id, "person.hired", { person, number: 1, departments: anywhere(), fields });
      continue;
    }
    if (dice > 0.9) {
      const { person, number } = takeAt(left.findIndex(({ probation }) => probation === true));
      report(HOST.id, "person.confirmed", { person, number });
      continue;
    }
    const row = takeAt(random.below(left.length));
    const { person, number, fields } = row;
    if (dice < 0.58) {
      report(HOST.id, "person.relocated", { person, number, departments: anywhere(row) });
    } else if (dice < 0.72) {
      const promoted = { ...fields, title: `Senior ${fields.title.toLowerCase()}` };
      report(HOST.id, "person.fields-changed", { person, number, fields: promoted });
    } else {
      report(HOST.id, "person.resigned", { person, number });
    }
  }
}

/** A reorganization: sections created, renamed, removed, moved in and out of what is selected. */
function reorganization(random: Random, day: Day, departments: readonly DepartmentRow[]): void {
  const parents = new Set(departments.map(({ parent }) => parent));
  const sections = departments.filter(({ department }) => !parents.has(department));
  const section = (center: string): string =>
    random.pick(sections.filter(({ department }) => department.startsWith(`${center}-`)))
      .department;
  const move = (department: string, parent: string): void =>
    day.report(HOST.id, "department.moved", { department, parent });
  for (const [n, parent] of ["sales", "quality", "research"].entries()) {
    const name = `New section ${n + 1}`;
    day.report(HOST.id, "department.created", { department: `new-${n}`, parent, name });
  }
  day.report(HOST.id, "department.renamed", { department: "quality-1", name: "North 北方" });
  move(section("logistics"), "sales");
  move(section("manufacturing"), "procurement");
  // A department cannot come under itself: the fact is recorded and flagged, and the tree stays.
  move("research", "research-1");
  day.report(HOST.id, "department.removed", { department: section("service") });
}

function partners(random: Random, { report }: Day): void {
  for (const { id } of SUPPLIERS.slice(0, 4)) {
    const fields = { name: personName(random) };
    const places = [`${id}-d1`];
    report(id, "person.hired", { person: `${id}-new`, number: 1, departments: places, fields });
    report(id, "person.resigned", { person: `${id}-007`, number: 1 });
  }
}

/** The day's lines: facts as JSON, and a few lines that are none. */
export function dayLines(
  random: Random,
  staff: readonly PersonRow[],
  departments: readonly DepartmentRow[],
): string[] {
  const day = startDay();
  people(random, day, staff, departments);
  reorganization(random, day, departments);
  partners(random, day);
  const lines = day.facts.map((fact) => JSON.stringify(fact));
  const of = (type: string) => day.facts.filter((fact) => fact.type === type);

  // The network delivers some facts twice, and a relocation before the hire that it builds on.
  for (const fact of day.facts.filter((_, n) => n % 40 === 11)) lines.push(JSON.stringify(fact));
  const hire = of("person.hired").at(-6) as FactLine;
  const early = { ...hire, id: "day-early", type: "person.relocated" };
  const { organization, person, number } = hire.data;
  const data = { organization, person, number, departments: ["quality-2"] };
  lines.splice(60, 0, JSON.stringify({ ...early, data }));

  // A colleague who left in the morning is reported as hired once more, under another id.
  const gone = of("person.resigned")
    .slice(0, 3)
    .map((fact) => fact.data["person"]);
  for (const person of gone) {
    const row = staff.find((each) => each.person === person) as PersonRow;
    const late = { ...(day.facts[0] as FactLine), id: `day-late-${row.person}` };
    const data = { organization: HOST.id, ...row };
    lines.push(JSON.stringify({ ...late, type: "person.hired", data }));
  }
  const bad = day.facts[70] as FactLine;
  lines.splice(70, 0, JSON.stringify({ ...bad, data: { ...bad.data, number: "1" } }));
  lines.splice(200, 0, '{"id":"day-cut","at":17723');
  lines.splice(310, 0, JSON.stringify({ ...bad, id: "day-x", type: "person.retired" }));
  return lines;
}
