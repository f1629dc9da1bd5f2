/** Facts: who may report them, and what they may name. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { findDepartment } from "./departments.ts";
import { sourceIn } from "./extents.ts";
import { isSaidAgain, presently } from "./former-ids.ts";
import { malformedListing, namedInListing } from "./full-lists.ts";
import { memberCodes } from "./industry.ts";
import { findOrganization } from "./lists.ts";
import { latest } from "./people.ts";
import { withOwnNumber } from "./person-facts.ts";
import { isTooMany } from "./sources.ts";
import type { ReferenceFact, State, World } from "./state.ts";
import { isOfMember } from "./vocabulary-industry.ts";
import { extentOf, sourceOf } from "./vocabulary-lists.ts";
import { meantBy } from "./words.ts";

const fromPlatform: readonly ReferenceFact["type"][] = [
  "organization.registered",
  "organization.certification-changed",
  "organization.edition-changed",
  "organization.suspended",
  "organization.resumed",
  "organization.ended",
  "organization.reinstated",
  "license.purchased",
  "hierarchy.capacity-changed",
];

function responsible(fact: ReferenceFact): boolean {
  return fromPlatform.includes(fact.type)
    ? "platform" in fact.from
    : "organization" in fact.from && fact.from.organization === fact.data.organization;
}

function isUnknownPerson(state: State, organization: OrganizationId, told: ReferenceFact): boolean {
  const fact = withOwnNumber(state, told);
  if (!("person" in fact.data) || fact.type === "person.hired") return false;
  const known = latest(state, organization, fact.data.person);
  if (fact.type === "person.resigned") {
    const number: number | undefined = fact.data.number;
    return known === undefined || (number ?? known.given) > known.given;
  }
  if (fact.type === "person.reinstated") {
    // A number for an employment that has none of the source's is adopted, whatever it is (DIR-03).
    const { number } = fact.data;
    return known === undefined || (known.sourced && (number ?? known.given) > known.given);
  }
  const named: readonly { readonly person: PersonId; readonly number?: number }[] =
    fact.type === "person.manager-changed" && fact.data.manager !== null
      ? [fact.data, fact.data.manager]
      : [fact.data];
  return named.some((each) => meantBy(state, organization, each, fact.at) === "unknown");
}

function namedDepartments({ type, data }: ReferenceFact): readonly (DepartmentId | null)[] {
  switch (type) {
    case "department.created":
    case "department.moved":
      return type === "department.moved" ? [data.department, data.parent] : [data.parent];
    case "department.renamed":
    case "department.renamed-id":
    case "department.removed":
    case "person.department-entered":
    case "person.department-left":
      return [data.department];
    case "person.reinstated":
      return data.departments ?? [];
    case "person.hired":
    case "person.relocated":
    case "person.heads-changed":
      return data.departments;
    case "directory.reconciled":
      return namedInListing(data);
    default:
      return [];
  }
}

/** The codes that apply to a fact; a part of a list is cut by the ids that it names itself. */
export function factCodes(world: World, told: ReferenceFact): RefusalCode[] {
  const { state } = world;
  const { fact } = presently(state, told);
  const { organization: id } = fact.data;
  const codes: RefusalCode[] = [];
  if (told.type === "directory.reconciled" && malformedListing(world, told.data)) {
    codes.push("MALFORMED");
  }
  if (!responsible(fact)) codes.push("SOURCE_NOT_RESPONSIBLE");
  const organization = findOrganization(state, id);
  if (organization === undefined) {
    if (fact.type !== "organization.registered") codes.push("UNKNOWN_ORGANIZATION");
    return codes;
  }
  // Whatever is said of an organization that has ended is absorbed without a look.
  if (organization.ended) return codes;
  // Nor is what comes from one source too many looked at.
  const source =
    fact.type === "directory.reconciled" ? sourceIn(extentOf(fact.data)) : sourceOf(fact.data);
  if (isTooMany(world, id, source)) return codes;
  // A rename that says once more what is so is no riddle.
  if (isSaidAgain(state, fact)) return codes;
  if (isOfMember(fact)) return [...codes, ...memberCodes(state, fact)];
  if (isUnknownPerson(state, id, fact)) codes.push("UNKNOWN_PERSON");
  const unknown = namedDepartments(fact).some(
    (department) => department !== null && findDepartment(state, id, department) === undefined,
  );
  if (unknown) codes.push("UNKNOWN_DEPARTMENT");
  return codes;
}
