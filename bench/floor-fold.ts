/** The floor's replay: each past event, worked into mutable state. */
import type { Event } from "../src/index.ts";
import {
  addDepartment,
  addOrganization,
  addPart,
  addSpace,
  endEmployment,
  enterRoster,
  type Floor,
  joinQueue,
  leaveQueue,
  leaveRoster,
  type Organization,
  place,
  type Space,
  startEmployment,
} from "./floor-state.ts";

const spaceOf = (floor: Floor, id: string): Space => floor.spaces.get(id) as Space;
const organizationOf = (floor: Floor, id: string): Organization =>
  floor.organizations.get(id) as Organization;

function set<Rule>(rules: Map<string, Rule>, id: string, rule: Rule | null): void {
  if (rule === null) rules.delete(id);
  else rules.set(id, rule);
}

/** Works one event in. */
export function fold(floor: Floor, { type, data, at }: Event): void {
  switch (type) {
    case "organization.registered":
      addOrganization(floor, data.organization, data.certified);
      return;
    case "batch-invitation.enabled":
      return;
    case "admin.changed":
      organizationOf(floor, data.organization).admins.add(data.person);
      return;
    case "department.created": {
      const organization = organizationOf(floor, data.organization);
      addDepartment(organization, data.department, data.parent, data.name);
      return;
    }
    case "person.hired": {
      const probation = data.probation === true;
      const organization = organizationOf(floor, data.organization);
      startEmployment(floor, organization, data.person, { ...data, probation, at });
      return;
    }
    case "person.resigned":
      endEmployment(floor, organizationOf(floor, data.organization), data.person, at);
      return;
    case "person.relocated": {
      const { departments, revision } = data;
      place(organizationOf(floor, data.organization), data.person, departments, at, revision);
      return;
    }
    case "space.created":
      addSpace(floor, data.space, data.host, null);
      return;
    case "person-cap.expanded":
      spaceOf(floor, data.space).cap = data.cap;
      return;
    case "association.formed":
      addPart(spaceOf(floor, data.space), organizationOf(floor, data.organization));
      return;
    case "scope.changed": {
      if ("trunk" in data) return;
      const part = spaceOf(floor, data.space).parts.get(data.organization);
      if (part === undefined) return;
      part.whole = data.whole;
      for (const [id, rule] of data.departments) set(part.departments, id, rule);
      for (const [id, rule] of data.people) set(part.people, id, rule);
      return;
    }
    case "roster.entered":
      if ("trunk" in data) return;
      enterRoster(spaceOf(floor, data.space), data.organization, data.person, data.ordinal);
      return;
    case "roster.left":
      if ("trunk" in data) return;
      leaveRoster(spaceOf(floor, data.space), data.organization, data.person);
      return;
    case "waiting.joined":
      joinQueue(spaceOf(floor, data.space), data.organization, data.person, data.ordinal);
      return;
    case "waiting.left":
      leaveQueue(spaceOf(floor, data.space), data.organization, data.person);
      return;
    default:
      throw new Error(`not measured: ${type}`);
  }
}
