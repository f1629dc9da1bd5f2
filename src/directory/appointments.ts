/** Heads of departments, holders of named roles, managers, as the organization says: approval rules use them. */
import type { OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { alreadySo, type Deciding, employmentKnown, isNewer } from "./facts.ts";
import type { DirectoryEvents, DirectoryFact, DirectoryFacts, Employed } from "./model.ts";
import { aboutEmployment, departmentsReported, existing, sameSet } from "./people.ts";
import type { Reading } from "./select/organizations.ts";

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

type Manager = DirectoryFacts["person.manager-changed"]["manager"];

/** PROTO-03: the manager was hired: under the number given, or is in service where none is. */
const managerKnown = guard(
  "PROTO-03",
  (tx: Reading, organization: OrganizationId, manager: Manager) => {
    if (manager === null) return null;
    const { person, number } = manager;
    if (number !== undefined) return employmentKnown(tx, organization, person, number);
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

/** The employment under which a manager is named. */
function managerMeant(
  tx: Reading,
  organization: OrganizationId,
  manager: Manager,
): Employed | null {
  if (manager === null) return null;
  const { person, number = must(tx, "employment", organization, person).number } = manager;
  return { person, number };
}

/** A fact about whom somebody reports to; nobody reports to themselves (FLOW-20). */
export function changeManager(tx: Deciding, fact: FactOf<"person.manager-changed">) {
  const { organization, person, revision } = fact.data;
  return aboutEmployment(
    tx,
    fact,
    ({ manager: from, revisions }) => {
      if (fact.data.manager?.person === person || !isNewer(revisions.manager, revision)) return;
      const manager = managerMeant(tx, organization, fact.data.manager);
      const same = manager?.person === from?.person && manager?.number === from?.number;
      if (!alreadySo(same, revision)) setManager(tx, { ...fact.data, manager, from });
    },
    () => managerKnown(tx, organization, fact.data.manager),
  );
}
