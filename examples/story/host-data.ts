/** The Host's directory, made up: 10 000 people in 500 nested departments. */
import { CENTERS, FOLLOWED, HOST } from "./cast.ts";
import { personName, type Random } from "./random.ts";

/** A line of `host-departments.jsonl`. */
export interface DepartmentRow {
  readonly department: string;
  readonly parent: string | null;
  readonly name: string;
}

/** A line of `host-people.jsonl`. */
export interface PersonRow {
  readonly person: string;
  readonly number: number;
  readonly departments: readonly string[];
  readonly fields: { readonly name: string; readonly title: string; readonly email: string };
  readonly probation?: boolean;
}

/** Departments for each percent of the people. */
const PER_SHARE = 5;
const DEEPEST = 6;
const kinds = ["Region", "Site", "Section", "Team", "Group"];
const regions = [
  "North China 华北",
  "East China 华东",
  "South China 华南",
  "West China 西部",
  "Overseas 海外",
];
const titles = ["Engineer", "Specialist", "Operator", "Manager", "Planner", "Technician"];

/** The departments, each after its parent. */
export function hostDepartments(random: Random): DepartmentRow[] {
  const rows: DepartmentRow[] = [];
  for (const center of CENTERS) {
    const inside = [{ department: center.id as string, depth: 1 }];
    rows.push({ department: center.id, parent: null, name: center.name });
    for (let n = 1; n < center.share * PER_SHARE; n += 1) {
      const shallow = inside.filter(({ depth }) => depth < DEEPEST);
      const parent = n <= regions.length ? inside[0] : random.pick(shallow.slice(-12));
      if (parent === undefined) continue;
      const department = `${center.id}-${n}`;
      const name = n <= regions.length ? regions[n - 1] : `${kinds[parent.depth - 1]} ${n}`;
      inside.push({ department, depth: parent.depth + 1 });
      rows.push({ department, parent: parent.department, name: `${name}` });
    }
  }
  return rows;
}

function row(person: string, name: string, title: string, departments: string[]): PersonRow {
  const email = `${person}@${HOST.id}.example`;
  return { person, number: 1, departments, fields: { name, title, email } };
}

/** The people, those whom the story follows first. */
export function hostPeople(random: Random, departments: readonly DepartmentRow[]): PersonRow[] {
  const rows = FOLLOWED.map((each) => row(each.person, each.name, each.title, [each.in]));
  for (const { id, share } of CENTERS) {
    const inside = departments.filter(({ department }) => department.split("-")[0] === id);
    const followed = FOLLOWED.filter((each) => each.in === id).length;
    const count = (HOST.people * share) / 100 - followed;
    for (let n = 0; n < count; n += 1) {
      const places = [random.pick(inside).department];
      if (random.chance(0.03)) places.push(random.pick(departments).department);
      if (random.chance(0.002)) places.length = 0;
      const person = `qy-${String(rows.length).padStart(5, "0")}`;
      const made = row(person, personName(random), random.pick(titles), [...new Set(places)]);
      rows.push(random.chance(0.04) ? { ...made, probation: true } : made);
    }
  }
  return rows;
}
