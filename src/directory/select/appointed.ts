/** Who is head of a department, has a named role, is somebody's manager: what a Host's approval rules ask. */
import { allEntries } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId, RoleId } from "../../core/ids.ts";
import { independently, read } from "../../core/transaction.ts";
import type { HeadsEntry } from "../model.ts";
import { colleagueNamed } from "./able.ts";
import { headsIn, holdersIn } from "./keys.ts";
import type { Reading } from "./organizations.ts";

type Entry = HeadsEntry;

/** Persons in the order of their hires. */
function byHire(entries: Entry[]): PersonId[] {
  return entries.sort((left, right) => left[1] - right[1]).map(([person]) => person);
}

/** The heads of a department, in service, in the order of hires; none of one that is not there. */
export function headsOf(
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
): PersonId[] {
  const record = read(tx, "department", organization, department);
  return record === null
    ? []
    : byHire(allEntries<Entry>(tx, headsIn(organization, department), record.heads));
}

/** The heads of several departments, each once, in the order of hires. */
export function headsOfAll(
  tx: Reading,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
): PersonId[] {
  const entries: Entry[] = [];
  independently(tx, departments, (department) => {
    const record = read(tx, "department", organization, department);
    if (record === null) return;
    entries.push(...allEntries<Entry>(tx, headsIn(organization, department), record.heads));
  });
  return [...new Set(byHire(entries))];
}

/** The people who have a named role, in service, in the order of hires. */
export function holdersOf(tx: Reading, organization: OrganizationId, role: RoleId): PersonId[] {
  const record = read(tx, "role", organization, role);
  return record === null
    ? []
    : byHire(allEntries<Entry>(tx, holdersIn(organization, role), record.holders));
}

/** Whom somebody in service reports to, if that one serves under the employment that was named (FLOW-20). */
export function managerOf(
  tx: Reading,
  organization: OrganizationId,
  person: PersonId,
): PersonId | null {
  const employment = read(tx, "employment", organization, person);
  return employment?.inService === true
    ? colleagueNamed(tx, organization, employment.manager)
    : null;
}
