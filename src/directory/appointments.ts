/** Heads of departments and holders of named roles, as the organization says; both used by approval rules. */
import type { OfType } from "../core/input.ts";
import { emit } from "../core/transaction.ts";
import { type Deciding, isToRecord } from "./facts.ts";
import type { DirectoryFact } from "./model.ts";
import { aboutEmployment, under } from "./people.ts";
import { departmentsReported, placeable, sameSet } from "./placements.ts";

type FactOf<Type extends DirectoryFact["type"]> = OfType<DirectoryFact, Type>;

/** A fact about all the departments that somebody is head of; removed ones are passed over. */
export function changeHeads(tx: Deciding, fact: FactOf<"person.heads-changed">) {
  const { data } = fact;
  return aboutEmployment(
    tx,
    fact,
    (employment) => {
      const { heads: from, revisions } = employment;
      const departments = placeable(tx, data.organization, data.departments);
      if (!isToRecord(tx, data, revisions.heads, sameSet(departments, from))) return;
      emit(tx, "person.heads-changed", under({ ...data, departments, from }, employment));
    },
    () => departmentsReported(tx, data.organization, data.departments),
  );
}

/** A fact about all the named roles that somebody has. */
export function changeRoles(tx: Deciding, fact: FactOf<"person.roles-changed">) {
  return aboutEmployment(tx, fact, (employment) => {
    const { roles: from, revisions } = employment;
    const roles = [...new Set(fact.data.roles)];
    if (!isToRecord(tx, fact.data, revisions.roles, sameSet(roles, from))) return;
    emit(tx, "person.roles-changed", under({ ...fact.data, roles, from }, employment));
  });
}
