/** A population as the floor keeps it. */
import {
  addDepartment,
  addOrganization,
  addPart,
  addSpace,
  emptyFloor,
  enterRoster,
  type Floor,
  joinQueue,
  type Organization,
  startEmployment,
} from "./floor-state.ts";
import type { PlainOrganization, PlainSpace, Population } from "./population.ts";
import { fieldsOf } from "./records.ts";

/** Puts one organization of a population in. */
export function loadOrganization(floor: Floor, plain: PlainOrganization, fields = fieldsOf): void {
  const organization = addOrganization(floor, plain.id, true);
  for (const { id, parent } of plain.departments) {
    addDepartment(organization, id, parent, `Name of ${id}`);
  }
  for (const { person, departments } of plain.people) {
    const given = { number: 1, departments, fields: fields(person), probation: false, at: 0 };
    startEmployment(floor, organization, person, given);
  }
  for (const { person } of plain.people.slice(0, plain.admins)) organization.admins.add(person);
}

/** Puts one Space of a population in; its organizations are in already. */
export function loadSpace(floor: Floor, plain: PlainSpace): void {
  const host = plain.parts[0]?.organization as string;
  const space = addSpace(floor, plain.id, host, plain.cap);
  for (const { organization, whole, departments, people } of plain.parts) {
    const part =
      space.parts.get(organization) ??
      addPart(space, floor.organizations.get(organization) as Organization);
    part.whole = whole;
    for (const [id, rule] of departments) part.departments.set(id, rule);
    for (const [id, rule] of people) part.people.set(id, rule);
  }
  for (const [id, person, ordinal] of plain.roster) enterRoster(space, id, person, ordinal);
  for (const [id, person, ordinal] of plain.waiting) joinQueue(space, id, person, ordinal);
}

/** A population as the floor keeps it. */
export function floorOf({ policy, organizations, spaces }: Population): Floor {
  const floor = emptyFloor(policy.personCap);
  for (const organization of organizations) loadOrganization(floor, organization);
  for (const space of spaces) loadSpace(floor, space);
  return floor;
}
