/**
 * Aim: what the types forbid stays forbidden. Method: the compiler runs over this file; each expected
 * error that does not occur is itself an error.
 */
import {
  apply,
  type Command,
  decide,
  defaultPolicy,
  type EmploymentRecord,
  emptySlice,
  emptyWorld,
  type InputOf,
  type OrganizationId,
  organizationId,
  type PersonId,
  personId,
  type RefusalsOf,
} from "../../src/index.ts";

declare const organization: OrganizationId;
declare const person: PersonId;
declare const create: InputOf<"space.create">;
declare const resigned: InputOf<"person.resigned">;

const made = organizationId("acme");
// @ts-expect-error an id may be a problem instead
made.id;
export const id: OrganizationId | null = made.ok ? made.id : null;

// @ts-expect-error a plain string is no id
export const plain: OrganizationId = "acme";
// @ts-expect-error ids of different things are not interchangeable
export const crossed: PersonId = organization;
const asPerson = personId("ann");
// @ts-expect-error nor are their constructors
export const mixed: OrganizationId | null = asPerson.ok ? asPerson.id : null;

// @ts-expect-error a command names its actor
export const actorless: Command = { id: create.id, at: 0, type: "space.create", data: create.data };
// @ts-expect-error a fact has a source, not an actor
export const acted: InputOf<"person.resigned"> = { ...resigned, from: undefined, by: create.by };
export const typo: InputOf<"space.dissolve"> = {
  ...create,
  type: "space.dissolve",
  // @ts-expect-error a field that the command does not have
  data: { space: create.data.space, when: 1 },
};

declare const renamed: InputOf<"folder.rename">;
export const was: InputOf<"folder.rename"> = { ...renamed, expect: { was: { name: "Old" } } };
export const parent: InputOf<"folder.rename"> = {
  ...renamed,
  // @ts-expect-error what another command replaces
  expect: { was: { parent: null } },
};
// @ts-expect-error creating replaces nothing
export const nothing: InputOf<"space.create"> = { ...create, expect: { was: { name: "Old" } } };
// @ts-expect-error a fact is not expected to come to anything
export const expected: InputOf<"person.resigned"> = { ...resigned, expect: { outcome: "" } };

declare const employment: EmploymentRecord;
// @ts-expect-error records are read, never written
employment.inService = false;
// @ts-expect-error nor are the lists in them
employment.departments.push(person);

/** A caller's switch is exhaustive over the codes of that command. */
export function whyNoSpace(): string {
  const outcome = decide(emptySlice, create, defaultPolicy);
  if (outcome.kind !== "refused") return "";
  const { refusal } = outcome;
  switch (refusal.code) {
    case "MALFORMED":
      return String(refusal.data.problems.length);
    case "INPUT_ID_REUSED":
    case "EXPECTATION_REQUIRED":
    case "STATE_CHANGED":
    case "ACTOR_SUSPENDED":
    case "UNKNOWN_ORGANIZATION":
    case "NOT_AUTHORIZED_ADMIN":
    case "UNKNOWN_PERSON":
    case "UNKNOWN_DEPARTMENT":
    case "HOST_NOT_CERTIFIED":
    case "EDITION_NOT_SUPPORTED":
    case "SSO_NOT_SUPPORTED":
    case "ID_TAKEN":
    case "SCOPE_OUTSIDE_OWN_ORGANIZATION":
      return refusal.code;
    case "SPACE_QUOTA_EXCEEDED":
    case "PERSON_CAP_EXCEEDED":
      return String(refusal.data.limit);
    // @ts-expect-error a code that creating a Space is never refused with
    case "FOLDER_CYCLE":
      return "";
  }
}

// @ts-expect-error a resignation is never refused for a business reason
export const business: RefusalsOf<"person.resigned"> = "PERSON_CAP_EXCEEDED";

const { outcome } = apply(emptyWorld, resigned, defaultPolicy);
// @ts-expect-error a World is never incomplete
outcome.kind === "incomplete";
// @ts-expect-error a slice is not a World
apply(emptySlice, resigned, defaultPolicy);
