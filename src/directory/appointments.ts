/** Heads of departments, holders of named roles, managers, as the organization says: approval rules use them. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import { passOver } from "../core/passed-over.ts";
import type { PassedOverReason } from "../core/reasons.ts";
import { isNewer, isToRecord } from "../core/recording.ts";
import { effect } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { type Deciding, employmentKnown, hireReported, whyOver } from "./facts.ts";
import type {
  DirectoryEvents,
  DirectoryFact,
  Employed,
  EmploymentRecord,
  ListedPerson,
  Sourced,
} from "./model.ts";
import { aboutEmployment, under } from "./people.ts";
import { departmentsReported, existing, passGone, sameSet } from "./placements.ts";
import type { Reading } from "./select/organizations.ts";
import { mayDescribe } from "./select/sources.ts";

type FactOf<Type extends DirectoryFact["type"]> = OfType<DirectoryFact, Type>;

/** A fact about all the departments that somebody is head of; removed ones are passed over. */
export function changeHeads(tx: Deciding, fact: FactOf<"person.heads-changed">) {
  const { data } = fact;
  return aboutEmployment(
    tx,
    fact,
    (employment) => {
      const { heads: from, revisions } = employment;
      const departments = existing(tx, data.organization, data.departments);
      if (isNewer(revisions.heads, data.revision)) {
        passGone(tx, data.organization, data.departments);
      }
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

/** FLOW-20: from now on the person reports to that one; the latest word holds, whatever becomes of it. */
const setManager = effect(
  "FLOW-20",
  (tx: Deciding, wish: DirectoryEvents["person.manager-changed"]): void => {
    emit(tx, "person.manager-changed", wish);
  },
);

/**
 * A fact about whom somebody reports to, be it nobody: the manager is told like the person, by number or
 * by time. Nobody reports to themselves (FLOW-20).
 */
export function changeManager(tx: Deciding, fact: FactOf<"person.manager-changed">) {
  const { data, at } = fact;
  const { organization } = data;
  const named = data.manager === null ? null : { organization, ...data.manager };
  return aboutEmployment(
    tx,
    fact,
    (employment) => {
      const { manager: from, revisions } = employment;
      const why = named === null ? null : whyNoManager(tx, data, named, at);
      if (named !== null && why !== null) {
        passOver(tx, why, named);
        return;
      }
      const manager = named === null ? null : employedAs(tx, organization, named.person);
      const same = isSameEmployment(manager, from);
      if (!isToRecord(tx, data, revisions.manager, same)) return;
      setManager(tx, under({ ...data, manager, from }, employment));
    },
    () => (named === null ? null : (employmentKnown(tx, named) ?? hireReported(tx, named, at))),
  );
}

/** Why somebody cannot be whom another one reports to, as of a time, or `null`. */
function whyNoManager(
  tx: Reading,
  { organization, person }: { readonly organization: OrganizationId; readonly person: PersonId },
  manager: NonNullable<ListedPerson["manager"]>,
  at: number,
): PassedOverReason | null {
  const named = { organization, ...manager };
  const isUnknown = (employmentKnown(tx, named) ?? hireReported(tx, named, at)) !== null;
  return isUnknown || manager.person === person ? "not-possible" : whyOver(tx, named, at);
}

/** Whether a line of a full list says nothing else of whom somebody reports to than what is known. */
export function reportsAsListed(
  tx: Reading,
  { organization, person, manager: from }: Identity & Pick<EmploymentRecord, "manager">,
  manager: ListedPerson["manager"],
  at: number,
): boolean {
  if (manager === undefined) return true;
  if (manager === null) return from === null;
  if (whyNoManager(tx, { organization, person }, manager, at) !== null) return false;
  return isSameEmployment(employedAs(tx, organization, manager.person), from);
}

/** What a full list says of whom somebody in service reports to, once all of its part are there (FLOW-20). */
export function setListedManager(
  tx: Deciding,
  organization: OrganizationId,
  { person, manager, index, source }: ListedPerson & Sourced & { readonly index: number },
  at: number,
): void {
  const employment = read(tx, "employment", organization, person);
  if (employment !== null && !mayDescribe(employment, source)) return;
  if (manager === undefined || employment?.inService !== true || employment.at > at) return;
  const about = { organization, person };
  const why = manager === null ? null : whyNoManager(tx, about, manager, at);
  if (manager !== null && why !== null) {
    passOver(tx, why, manager, index);
    return;
  }
  const { manager: from } = employment;
  const to = manager === null ? null : employedAs(tx, organization, manager.person);
  if (!isSameEmployment(to, from))
    setManager(tx, under({ ...about, manager: to, from }, employment));
}

const isSameEmployment = (one: Employed | null, other: Employed | null): boolean =>
  one?.person === other?.person && one?.number === other?.number;

const employedAs = (tx: Reading, organization: OrganizationId, person: PersonId): Employed => ({
  person,
  number: must(tx, "employment", organization, person).number,
});
