/** What a scope given with a command says, in terms of the applicant's directory. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import type { AppliedRule, AppliedScope, Scope, ScopeRule } from "../model.ts";
import type { Reading } from "./spaces.ts";

/** Whether a scope selects from the directory of the organization that gives it. */
function isOwn(organization: OrganizationId, scope: Scope): boolean {
  return scope.organization === undefined || scope.organization === organization;
}

/** The people a scope names: those selected, then those excluded. */
function peopleIn(scope: Scope): PersonId[] {
  return [...(scope.people ?? []), ...(scope.exclude?.people ?? [])];
}

/** The departments a scope names: those selected, then those excluded. */
function departmentsIn({ departments = [], exclude = {} }: Scope) {
  const { departments: excluded = [] } = exclude;
  return [
    ...departments.map((each) => [each, "in"] as const),
    ...excluded.map((each) => [each, "out"] as const),
  ];
}

/**
 * JOIN-04, ROSTER-01, ROSTER-15: the people named are in service, the departments exist. Names in
 * another organization's directory are not looked up: whether they exist is not for the asker to know.
 * Where a scope says something of removed departments, `mayBeGone` knows which may be named again.
 */
export const scopeNamesKnown = guard(
  ["JOIN-04", "ROSTER-01", "ROSTER-15"],
  (
    tx: Reading,
    organization: OrganizationId,
    scope: Scope,
    mayBeGone: (department: DepartmentId, excluded: boolean) => boolean = () => false,
  ) => {
    if (!isOwn(organization, scope)) return null;
    for (const person of peopleIn(scope)) {
      if (read(tx, "employment", organization, person)?.inService !== true) {
        return refuse("UNKNOWN_PERSON", { organization, person });
      }
    }
    for (const [department, rule] of departmentsIn(scope)) {
      const removed = read(tx, "department", organization, department)?.removed;
      if (removed !== false && !(removed === true && mayBeGone(department, rule === "out"))) {
        return refuse("UNKNOWN_DEPARTMENT", { organization, department });
      }
    }
    return null;
  },
);

/** JOIN-04, ROSTER-01: an organization selects from its own directory alone. */
export const scopeIsOwn = guard(
  ["JOIN-04", "ROSTER-01", "BOTH-01"],
  (organization: OrganizationId, scope: Scope) =>
    isOwn(organization, scope)
      ? null
      : refuse("SCOPE_OUTSIDE_OWN_ORGANIZATION", {
          organization: scope.organization ?? organization,
        }),
);

/** One rule for each thing named: of a selection and an exclusion the exclusion stays. */
function rulesOf<Id extends string>(
  selected: readonly Id[] = [],
  excluded: readonly Id[] = [],
): Map<Id, ScopeRule> {
  const rules = new Map<Id, ScopeRule>();
  for (const id of selected) rules.set(id, "in");
  for (const id of excluded) rules.set(id, "out");
  return rules;
}

/**
 * ROSTER-04: a scope whose names have been found, as one rule for each: departments, then people with
 * the employment they are named for, because a rule on a person ends with that employment.
 */
export function appliedScope(
  tx: Reading,
  organization: OrganizationId,
  scope: Scope,
): AppliedScope {
  const rules: AppliedRule[] = [];
  for (const [id, rule] of rulesOf(scope.departments, scope.exclude?.departments)) {
    rules.push(["department", id, rule, null]);
  }
  for (const [id, rule] of rulesOf(scope.people, scope.exclude?.people)) {
    rules.push(["person", id, rule, must(tx, "employment", organization, id).number]);
  }
  return { whole: scope.whole === true, rules };
}
