/** Who sees whom in a Trunk's book: one decision for every use (SIGHT-05). */
import type { OrganizationId } from "../../core/ids.ts";
import type { DepartmentOf, Identity } from "../../core/notice.ts";
import type { LinkNamed } from "../../core/refusal-shapes.ts";
import { view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { isPlacedIn, isThere, isWithin } from "../../directory/select/within.ts";
import type { KeptExceptions, SightExceptions } from "../../spaces/model.ts";
import { isLinked, lineOf, reaches, ticketWith } from "../../spaces/select/trunks.ts";
import type { Reading } from "./scope.ts";

/** Whether the exceptions of a Link name a department of its Trunk, there or removed. */
export function exceptsDepartment(
  tx: Reading,
  { trunk, organization: branch }: LinkNamed,
  { organization, department }: DepartmentOf,
): boolean {
  const link = organization === trunk ? read(tx, "link", trunk, branch) : null;
  if (link === null) return false;
  const { hiddenExcept, ownOnlyExcept } = link;
  return [hiddenExcept, ownOnlyExcept].some(({ departments }) => departments.includes(department));
}

/** Exceptions as far as they are in force, and the organizations that they no longer mean. */
export interface ExceptionsNow {
  readonly now: SightExceptions;
  readonly void: readonly OrganizationId[];
}

/** What of exceptions is in force: entries for a department that is removed have no effect (DIR-11). */
export function exceptionsNow(
  tx: Reading,
  trunk: OrganizationId,
  { organizations, departments }: KeptExceptions,
): ExceptionsNow {
  const stands = ([organization, ticket]: KeptExceptions["organizations"][number]) =>
    ticketWith(tx, trunk, organization) === ticket;
  const named = organizations.filter(stands).map(([organization]) => organization);
  const there = departments.filter((each) => isThere(tx, trunk, each));
  const gone = organizations.filter((each) => !stands(each));
  return {
    now: { organizations: named, departments: there },
    void: gone.map(([organization]) => organization),
  };
}

/** Whether exceptions of a Trunk's mean somebody: by organization, by department, or by mount. */
function excepts(
  tx: Reading,
  trunk: OrganizationId,
  { organizations, departments }: KeptExceptions,
  { organization, person }: Identity,
): boolean {
  const listed = organizations.find(([each]) => each === organization);
  if (listed !== undefined && listed[1] === ticketWith(tx, trunk, organization)) return true;
  if (departments.length === 0) return false;
  if (organization === trunk) return isPlacedIn(tx, { organization, person }, departments);
  // Entries for a department that is removed have no effect (DIR-11).
  const there = departments.filter((each) => isThere(tx, trunk, each));
  const mount = read(tx, "link", trunk, organization)?.mount ?? null;
  return mount !== null && isWithin(tx, trunk, mount, there);
}

/** What decides whether somebody is seen: which line of SIGHT-03, and the Link whose setting does. */
export interface Seen {
  readonly sees: boolean;
  readonly line: 1 | 2 | 3 | 4 | 5 | 6;
  readonly link?: { readonly trunk: OrganizationId; readonly organization: OrganizationId };
}

/** SIGHT-03, SIGHT-04: whether a viewer is excepted on a Link that hides its Branch, and all below that. */
const hides = view(
  ["SIGHT-03", "SIGHT-04"],
  (tx: Reading, upper: OrganizationId, lower: OrganizationId, viewer: Identity): boolean => {
    const link = read(tx, "link", upper, lower);
    return link?.hidden === true && !excepts(tx, upper, link.hiddenExcept, viewer);
  },
);

/** SIGHT-02, SIGHT-03: whether a Branch sees itself alone, as far as a target is not excepted. */
const keepsToItself = view(
  ["SIGHT-02", "SIGHT-03"],
  (tx: Reading, trunk: OrganizationId, branch: OrganizationId, target: Identity): boolean => {
    const link = read(tx, "link", trunk, branch);
    return link?.ownOnly === true && !excepts(tx, trunk, link.ownOnlyExcept, target);
  },
);

/** SIGHT-01: the Trunk's own people see all that it reaches. */
const isOfTrunk = view(
  "SIGHT-01",
  (trunk: OrganizationId, { organization }: Identity): boolean => organization === trunk,
);

/** Whether somebody in a Trunk's book sees somebody else of it, by the first line that decides. */
export function sight(
  tx: Reading,
  trunk: OrganizationId,
  viewer: Identity,
  target: Identity,
): Seen {
  const { organization: from } = viewer;
  const { organization: to } = target;
  if (from === to) return { sees: true, line: 1 };
  const hiding = lineOf(tx, trunk, to).find(([upper, lower]) => hides(tx, upper, lower, viewer));
  if (hiding !== undefined) {
    return { sees: false, line: 2, link: { trunk: hiding[0], organization: hiding[1] } };
  }
  if (isOfTrunk(trunk, viewer)) return { sees: reaches(tx, trunk, to), line: 3 };
  const isDirect = isLinked(tx, trunk, from);
  const link = { trunk, organization: from };
  if (isDirect && keepsToItself(tx, trunk, from, target)) return { sees: false, line: 4, link };
  return isDirect && (to === trunk || isLinked(tx, trunk, to))
    ? { sees: true, line: 5, link }
    : { sees: false, line: 6 };
}
