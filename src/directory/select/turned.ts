/** Which organizations lost, in one step, the last admin who may act, and which have one again. */
import { firstThat } from "../../core/guess.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { read, readBefore } from "../../core/transaction.ts";
import type { EmploymentRecord, OrganizationRecord } from "../model.ts";
import { isAuthorized } from "./authority.ts";
import { organizationOf, type Reading } from "./organizations.ts";

/** What may turn an admin into one who may act, or out of being one. */
const TURNS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "admin.changed",
  "person.reinstated",
  "person.resigned",
  "person.resumed",
  "person.suspended",
]);

interface About {
  readonly organization: OrganizationId;
  readonly person: PersonId;
}

/** An organization, and those of its admins who may act now: none, if it lost the last one. */
export interface Turned {
  readonly organization: OrganizationId;
  readonly able: readonly PersonId[];
}

/** Whom this step may have turned, by organization. */
function touched(tx: Reading): ReadonlyMap<OrganizationId, ReadonlySet<PersonId>> {
  const found = new Map<OrganizationId, Set<PersonId>>();
  for (const { type, data } of tx.events) {
    if (!TURNS.has(type)) continue;
    const { organization, person } = data as About;
    found.set(organization, (found.get(organization) ?? new Set()).add(person));
  }
  return found;
}

/** Whether somebody may act, as far as it is theirs: what suspends the whole is told otherwise (DIR-18). */
const mayAct = (employment: EmploymentRecord | null): boolean =>
  employment?.inService === true && employment.suspended === undefined;

const adminsIn = (record: OrganizationRecord | null): PersonId[] =>
  record === null || record.ended
    ? []
    : record.admins.filter(isAuthorized).map(({ person }) => person);

/**
 * ADMIN-06: the organizations that had an admin who may act and have none, or had none and have one. It
 * is asked of the step as a whole: somebody replaced within it is no loss.
 */
export function turnedBy(tx: Reading): Turned[] {
  const turned: Turned[] = [];
  for (const [organization, people] of touched(tx)) {
    const before = adminsIn(readBefore(tx, "organization", organization));
    const now = adminsIn(organizationOf(tx, organization));
    if (![...before, ...now].some((person) => people.has(person))) continue;
    const was = firstThat(before, (person) =>
      mayAct(readBefore(tx, "employment", organization, person)),
    );
    const isNow = (person: PersonId) => mayAct(read(tx, "employment", organization, person));
    if ((was === undefined) === (firstThat(now, isNow) === undefined)) continue;
    turned.push({ organization, able: was === undefined ? now.filter(isNow) : [] });
  }
  return turned;
}
