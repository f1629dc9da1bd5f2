/** Heads of departments and holders of named roles, as the organization says; both used by approval rules. */
import type { OfType } from "../core/input.ts";
import { emit } from "../core/transaction.ts";
import { alreadySo, type Deciding, isNewer } from "./facts.ts";
import type { DirectoryFact } from "./model.ts";
import { aboutEmployment, departmentsReported, existing, sameSet } from "./people.ts";

type FactOf<Type extends DirectoryFact["type"]> = OfType<DirectoryFact, Type>;

/** A fact about all the departments that somebody is head of; removed ones are passed over. */
export function changeHeads(tx: Deciding, fact: FactOf<"person.heads-changed">) {
  return aboutEmployment(
    tx,
    fact,
    ({ heads: from, revisions }) => {
      const { organization, revision } = fact.data;
      if (!isNewer(revisions.heads, revision)) return;
      const departments = existing(tx, organization, fact.data.departments);
      if (alreadySo(sameSet(departments, from), revision)) return;
      emit(tx, "person.heads-changed", { ...fact.data, departments, from });
    },
    () => departmentsReported(tx, fact.data.organization, fact.data.departments),
  );
}

/** A fact about all the named roles that somebody has. */
export function changeRoles(tx: Deciding, fact: FactOf<"person.roles-changed">) {
  return aboutEmployment(tx, fact, ({ roles: from, revisions }) => {
    const { revision } = fact.data;
    if (!isNewer(revisions.roles, revision)) return;
    const roles = [...new Set(fact.data.roles)];
    if (alreadySo(sameSet(roles, from), revision)) return;
    emit(tx, "person.roles-changed", { ...fact.data, roles, from });
  });
}
