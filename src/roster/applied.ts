/** What an application asked for, as far as it still says something when it is decided. */
import type { ApplicationId, DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import { must, read } from "../core/transaction.ts";
import type { AppliedRule, AppliedScope, ScopeRule } from "../spaces/model.ts";
import type { ScopeChange } from "./select/planning.ts";
import type { Reading } from "./select/scope.ts";

/** The scope that the applicant asked for. */
export function wishOf(tx: Reading, application: ApplicationId): AppliedScope {
  const { pages, whole } = must(tx, "application", application);
  const numbers = Array.from({ length: pages }, (_, page) => String(page));
  const rules = numbers.flatMap((page) => [...must(tx, "wish", application, page).rules]);
  return { whole, rules };
}

/**
 * JOIN-05: the rules of a wish that still name somebody: departments that exist, people in service
 * under the employment they had when it was made.
 */
export function changeOfApplied(
  tx: Reading,
  organization: OrganizationId,
  wish: AppliedScope,
): ScopeChange {
  const departments: (readonly [DepartmentId, ScopeRule])[] = [];
  const people: (readonly [PersonId, ScopeRule])[] = [];
  for (const rule of wish.rules) {
    if (!stillNames(tx, organization, rule)) continue;
    if (rule[0] === "department") departments.push([rule[1] as DepartmentId, rule[2]]);
    else people.push([rule[1] as PersonId, rule[2]]);
  }
  return { whole: wish.whole, departments, people };
}

function stillNames(
  tx: Reading,
  organization: OrganizationId,
  [kind, id, , number]: AppliedRule,
): boolean {
  if (kind === "department") return read(tx, "department", organization, id)?.removed === false;
  const employment = read(tx, "employment", organization, id);
  return employment?.inService === true && employment.number === number;
}
