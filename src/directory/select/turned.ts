/**
 * Which organizations lost, in one step, the last admin who may act, at all or with one of the two
 * permissions, and which have one again.
 */
import { firstThat } from "../../core/guess.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { read, readBefore } from "../../core/transaction.ts";
import type { Admin, EmploymentRecord, OrganizationRecord } from "../model.ts";
import { isAuthorized, isHierarchyAdmin } from "./authority.ts";
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

/** What an admin who may act is able for: Spaces, Links, or what takes either permission (28.21). */
const MATTERS = {
  own: (admin: Admin): boolean => isAuthorized(admin) || isHierarchyAdmin(admin),
  spaces: isAuthorized,
  links: isHierarchyAdmin,
};

type Matter = keyof typeof MATTERS;

/** What an organization lost the last admin for, and who may act now where nobody could before. */
export interface Turned {
  readonly organization: OrganizationId;
  readonly lost: ReadonlySet<Matter>;
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

const adminsIn = (record: OrganizationRecord | null): Admin[] =>
  record === null || record.ended ? [] : record.admins.filter(MATTERS.own);

/**
 * ADMIN-06: the organizations that had an admin who may act and have none, or had none and have one. It
 * is asked of the step as a whole: somebody replaced within it is no loss.
 */
export function turnedBy(tx: Reading): Turned[] {
  const turned: Turned[] = [];
  for (const [organization, people] of touched(tx)) {
    const before = adminsIn(readBefore(tx, "organization", organization));
    const now = adminsIn(organizationOf(tx, organization));
    if (![...before, ...now].some(({ person }) => people.has(person))) continue;
    const could = ({ person }: Admin) => mayAct(readBefore(tx, "employment", organization, person));
    const can = ({ person }: Admin) => mayAct(read(tx, "employment", organization, person));
    const has = (admins: readonly Admin[], matter: Matter, may: (admin: Admin) => boolean) =>
      firstThat(admins.filter(MATTERS[matter]), may) !== undefined;
    const matters = Object.keys(MATTERS) as Matter[];
    const had = matters.filter((matter) => has(before, matter, could));
    const lost = new Set(had.filter((matter) => !has(now, matter, can)));
    const able = had.includes("own") ? [] : now.filter(can).map(({ person }) => person);
    if (lost.size + able.length > 0) turned.push({ organization, lost, able });
  }
  return turned;
}
