/**
 * The floor: what the rules ask for the measured inputs, written by hand over mutable state. With a
 * log it also says what happened, as the library does; without one it gives nothing but the verdict.
 */
import type { Input, InputOf, RefusalCode } from "../src/index.ts";
import { type Log, say, tell } from "./floor-log.ts";
import { resync, type Sinks, serve } from "./floor-roster.ts";
import { changeRules, type ScopeCommand } from "./floor-scope.ts";
import {
  type Employment,
  endEmployment,
  type Floor,
  type Organization,
  place,
  startEmployment,
} from "./floor-state.ts";

/** Decides, changes the state, and gives the refusal's code; `null` when accepted. */
export function decideOnFloor(floor: Floor, input: Input, log: Log | null): RefusalCode | null {
  switch (input.type) {
    case "person.hired":
      return hire(floor, input, log);
    case "person.resigned":
      return resign(floor, input, log);
    case "person.relocated":
      return relocate(floor, input, log);
    case "scope.take-out":
      return changeRules(floor, input as ScopeCommand, "out", log);
    case "scope.put-in":
      return changeRules(floor, input as ScopeCommand, "in", log);
    default:
      throw new Error(`not measured: ${input.type}`);
  }
}

type PersonFact = InputOf<"person.hired" | "person.resigned" | "person.relocated">;

/** The organization a fact is about, or why the fact is refused. */
function sourceOf(floor: Floor, { from, data }: PersonFact): Organization | RefusalCode {
  const organization = floor.organizations.get(data.organization);
  if (organization === undefined) return "UNKNOWN_ORGANIZATION";
  return "organization" in from && from.organization === organization.id
    ? organization
    : "SOURCE_NOT_RESPONSIBLE";
}

/** The departments that exist, each once; `null` if one was never reported. */
function existing(organization: Organization, named: readonly string[]): string[] | null {
  const found: string[] = [];
  for (const id of named) {
    const department = organization.departments.get(id);
    if (department === undefined) return null;
    if (!department.removed && !found.includes(id)) found.push(id);
  }
  return found;
}

function hire(floor: Floor, fact: InputOf<"person.hired">, log: Log | null): RefusalCode | null {
  const organization = sourceOf(floor, fact);
  if (typeof organization === "string") return organization;
  if (organization.ended) return null;
  const { person, number = 1, fields } = fact.data;
  const departments = existing(organization, fact.data.departments);
  if (departments === null) return "UNKNOWN_DEPARTMENT";
  const before = organization.employments.get(person);
  if (before !== undefined && number <= before.number) return null;
  const ended = before?.inService === true;
  let cause = 0;
  if (ended) {
    if (log !== null) {
      const data = { organization: organization.id, person, number: before.number };
      cause = say(log, null, "person.resigned", data);
    }
    endEmployment(floor, organization, person, fact.at);
  }
  const probation = fact.data.probation === true;
  const given = { number, departments, fields, probation, at: fact.at };
  const employment = startEmployment(floor, organization, person, given);
  const start = log === null ? 0 : say(log, null, "person.hired", { ...fact.data, departments });
  settle(floor, organization, person, employment, ended, { log, cause, start });
  return null;
}

function settle(
  floor: Floor,
  organization: Organization,
  person: string,
  employment: Employment,
  ended: boolean,
  sinks: Sinks,
): void {
  const freed = resync(floor, organization, person, employment, ended, sinks);
  if (freed !== null) serve(floor, freed, sinks.log);
  if (sinks.log !== null) tell(floor, sinks.log);
}

/** The employment that a fact is about, if it is the present one; or why the fact is refused. */
function currentOf(
  organization: Organization,
  { person, number = 1 }: PersonFact["data"],
): Employment | RefusalCode | null {
  const employment = organization.employments.get(person);
  if (employment === undefined || number > employment.number) return "UNKNOWN_PERSON";
  return employment.inService && number === employment.number ? employment : null;
}

function resign(
  floor: Floor,
  fact: InputOf<"person.resigned">,
  log: Log | null,
): RefusalCode | null {
  const organization = sourceOf(floor, fact);
  if (typeof organization === "string") return organization;
  if (organization.ended) return null;
  const employment = currentOf(organization, fact.data);
  if (employment === null || typeof employment === "string") return employment;
  const { person } = fact.data;
  endEmployment(floor, organization, person, fact.at);
  if (log !== null) say(log, null, "person.resigned", fact.data);
  settle(floor, organization, person, employment, true, { log, cause: 0, start: 0 });
  return null;
}

function relocate(
  floor: Floor,
  fact: InputOf<"person.relocated">,
  log: Log | null,
): RefusalCode | null {
  const organization = sourceOf(floor, fact);
  if (typeof organization === "string") return organization;
  if (organization.ended) return null;
  const employment = currentOf(organization, fact.data);
  if (typeof employment === "string") return employment;
  const departments = existing(organization, fact.data.departments);
  if (departments === null) return "UNKNOWN_DEPARTMENT";
  if (employment === null) return null;
  const { person, revision } = fact.data;
  const known = employment.revision;
  if (revision !== undefined && known !== undefined && revision <= known) return null;
  const from = employment.departments;
  const same = departments.length === from.length && departments.every((id) => from.includes(id));
  if (same && revision === undefined) return null;
  place(organization, person, departments, fact.at, revision);
  if (log !== null) say(log, null, "person.relocated", { ...fact.data, departments, from });
  settle(floor, organization, person, employment, false, { log, cause: 0, start: 0 });
  return null;
}
