/** Writes the input as a customer's systems would export it: JSON Lines, the same in every run. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PARTNERS } from "./cast.ts";
import { dayLines } from "./day-data.ts";
import { hostDepartments, hostPeople } from "./host-data.ts";
import { organizationFacts, partnerFacts } from "./partner-data.ts";
import { randomFrom } from "./random.ts";

const SEED = 20_260_302;

/** The files of the input. */
export const FILES = {
  organizations: "organizations.jsonl",
  departments: "host-departments.jsonl",
  people: "host-people.jsonl",
  partners: "partners.jsonl",
  day: "hr-day.jsonl",
} as const;

/** Writes the files into a folder, unless they are there already. */
export function writeInput(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const random = randomFrom(SEED);
  const departments = hostDepartments(random);
  const people = hostPeople(random, departments);
  const files: { readonly [name: string]: readonly unknown[] } = {
    [FILES.organizations]: organizationFacts(),
    [FILES.departments]: departments,
    [FILES.people]: people,
    [FILES.partners]: PARTNERS.flatMap((firm) => partnerFacts(random, firm)),
    [FILES.day]: dayLines(random, people, departments),
  };
  for (const [name, rows] of Object.entries(files)) {
    const path = join(folder, name);
    if (existsSync(path)) continue;
    const lines = rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row)));
    // Under its own name only once it is whole.
    writeFileSync(`${path}.part`, `${lines.join("\n")}\n`);
    renameSync(`${path}.part`, path);
  }
}
