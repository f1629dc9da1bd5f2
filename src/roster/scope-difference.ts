/** The difference between the scope that there is and the one that is wished (ROSTER-13). */
import { allEntries } from "../core/hashed.ts";
import type { DepartmentId, PersonId } from "../core/ids.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import type { ScopeRule } from "../spaces/model.ts";
import { ruledDepartments, ruledPeople } from "./select/keys.ts";
import type { Place, ScopeChange } from "./select/planning.ts";
import type { Reading } from "./select/scope.ts";

/** The scope of an organization that has none. */
export const NO_RULES = { whole: false, departments: EMPTY_HASH, people: EMPTY_HASH };

/** The rules to set and to take away so that exactly the wished ones remain. */
export function difference(
  tx: Reading,
  { of, organization, part }: Place,
  whole: boolean,
  departments: ReadonlyMap<DepartmentId, ScopeRule>,
  people: ReadonlyMap<PersonId, ScopeRule>,
): ScopeChange {
  const { departments: ofDepartments, people: ofPeople } = part ?? NO_RULES;
  return {
    whole,
    departments: changes(
      allEntries(tx, ruledDepartments(of, organization), ofDepartments),
      departments,
    ),
    people: changes(allEntries(tx, ruledPeople(of, organization), ofPeople), people),
  };
}

function changes<Id extends string>(
  had: readonly (readonly [Id, ScopeRule])[],
  wished: ReadonlyMap<Id, ScopeRule>,
): (readonly [Id, ScopeRule | null])[] {
  const before = new Map(had);
  const set = [...wished].filter(([id, rule]) => before.get(id) !== rule);
  const gone = had.filter(([id]) => !wished.has(id)).map(([id]) => [id, null] as const);
  return [...gone, ...set];
}
