/** Heads of departments, holders of named roles, managers, as the organization says: approval rules use them. */
import type { OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { type Deciding, employmentKnown, isToRecord, numberOf } from "./facts.ts";
import type { DirectoryEvents, DirectoryFact, DirectoryFacts, Employed } from "./model.ts";
import { aboutEmployment, departmentsReported, placeable, sameSet, under } from "./people.ts";
import type { Reading } from "./select/organizations.ts";

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

type Manager = DirectoryFacts["person.manager-changed"]["manager"];

/** PROTO-03: the manager was hired: under the number given, or is in service where none is. */
const managerKnown = guard(
  "PROTO-03",
  (tx: Reading, organization: OrganizationId, manager: Manager) => {
    if (manager === null) return null;
    const { person, number } = manager;
    if (number !== undefined) return employmentKnown(tx, { organization, person, number });
    return read(tx, "employment", organization, person)?.inService === true
      ? null
      : refuse("UNKNOWN_PERSON", { organization, person });
  },
);

/** FLOW-20: from now on the person reports to that one; the latest word holds, whatever becomes of it. */
const setManager = effect(
  "FLOW-20",
  (tx: Deciding, wish: DirectoryEvents["person.manager-changed"]): void => {
    emit(tx, "person.manager-changed", wish);
  },
);

/**
 * The employment under which a manager is named: the one in force, by its number or by none; `undefined`
 * if the number is of one that is over.
 */
function managerMeant(
  tx: Reading,
  organization: OrganizationId,
  manager: Manager,
): Employed | null | undefined {
  if (manager === null) return null;
  const { person, number } = manager;
  const employment = must(tx, "employment", organization, person);
  const current = number === undefined || number === numberOf(employment);
  return current ? { person, number: employment.number } : undefined;
}

/** A fact about whom somebody reports to; nobody reports to themselves (FLOW-20). */
export function changeManager(tx: Deciding, fact: FactOf<"person.manager-changed">) {
  const { data } = fact;
  const { organization, person } = data;
  return aboutEmployment(
    tx,
    fact,
    (employment) => {
      const { manager: from, revisions } = employment;
      const manager = managerMeant(tx, organization, data.manager);
      const itself = data.manager?.person === person;
      if (itself || manager === undefined) {
        passOver(tx, itself ? "not-possible" : "older-number", data);
        return;
      }
      const same = manager?.person === from?.person && manager?.number === from?.number;
      if (!isToRecord(tx, data, revisions.manager, same)) return;
      setManager(tx, under({ ...data, manager, from }, employment));
    },
    () => managerKnown(tx, organization, data.manager),
  );
}
