/** What a Trunk lets be seen of its Branches, and what its Branches see. */
import type { OrganizationId } from "../core/ids.ts";
import { firstRefusal } from "../core/lists.ts";
import type { DepartmentOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import type { LinkNamed } from "../core/refusal-shapes.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import { isThere } from "../directory/select/within.ts";
import type { KeptExceptions, LinkRecord, SightExceptions } from "../spaces/model.ts";
import { mountKnown } from "../spaces/select/linking.ts";
import {
  organizationIsLinked,
  reaches,
  ticketWith,
  trunkAdminRefusal,
} from "../spaces/select/trunks.ts";
import type { HierarchyEvents } from "./model.ts";
import type { CommandOf, Deciding, Reading } from "./select/hierarchy.ts";
import { dropInert } from "./settings.ts";

type Wish = CommandOf<"link.see">["data"];

/** SIGHT-03: as many entries in each list as the policy allows. */
const exceptionsFit = guard("SIGHT-03", (wish: Wish, policy: Policy) => {
  for (const which of ["hiddenExcept", "ownOnlyExcept"] as const) {
    for (const list of ["organizations", "departments"] as const) {
      if (wish[which][list].length <= policy.sightExceptionLimit) continue;
      const path = ["data", which, list];
      return refuse("MALFORMED", { problems: [{ path, problem: "too-many" }] });
    }
  }
  return null;
});

/** SIGHT-03, SIGHT-04: organizations named are the Trunk, whom it reaches, or who reach it. */
const exceptionsRelated = guard(["SIGHT-03", "SIGHT-04"], (tx: Reading, wish: Wish) => {
  const { trunk, hiddenExcept, ownOnlyExcept } = wish;
  const named = [...hiddenExcept.organizations, ...ownOnlyExcept.organizations];
  return firstRefusal(named, (organization) =>
    organization === trunk || reaches(tx, trunk, organization) || reaches(tx, organization, trunk)
      ? null
      : refuse("NOT_LINKED", { trunk, organization }),
  );
});

/** SIGHT-03: it holds from now on, for every use. */
const see = effect("SIGHT-03", (tx: Deciding, wish: HierarchyEvents["link.seen"]): void => {
  emit(tx, "link.seen", wish);
});

/** Exceptions as they are in force: without whom no chain joins to the Trunk as then, and without what is gone. */
export const exceptionsInForce = (
  tx: Reading,
  trunk: OrganizationId,
  { organizations, departments }: KeptExceptions,
): SightExceptions => ({
  organizations: organizations
    .filter(([each, ticket]) => ticketWith(tx, trunk, each) === ticket)
    .map(([each]) => each),
  departments: departments.filter((each) => isThere(tx, trunk, each)),
});

/** Whether exceptions are in force already just as they are wanted. */
function isSame(
  tx: Reading,
  { trunk }: LinkNamed,
  kept: KeptExceptions,
  { organizations, departments }: SightExceptions,
): boolean {
  const now = organizations.map((each) => `${each} ${ticketWith(tx, trunk, each)}`);
  const before = kept.organizations.map(([each, ticket]) => `${each} ${ticket}`);
  const there = kept.departments.filter((each) => isThere(tx, trunk, each));
  return (
    now.length === before.length &&
    now.every((each) => before.includes(each)) &&
    departments.length === there.length &&
    departments.every((each) => there.includes(each))
  );
}

/** Departments that exceptions name and that were removed: without effect, and kept (DIR-11). */
function inertOf(
  tx: Reading,
  trunk: OrganizationId,
  { hiddenExcept, ownOnlyExcept }: LinkRecord,
): DepartmentOf[] {
  const named = new Set([...hiddenExcept.departments, ...ownOnlyExcept.departments]);
  const gone = [...named].filter((each) => !isThere(tx, trunk, each));
  return gone.map((department) => ({ organization: trunk, department }));
}

/** A Trunk admin says who sees a Branch, and whom it sees. */
export function seeLink(tx: Deciding, { by, data }: CommandOf<"link.see">, policy: Policy) {
  const { trunk, organization, hidden, hiddenExcept, ownOnly, ownOnlyExcept } = data;
  const refusal =
    exceptionsFit(data, policy) ??
    trunkAdminRefusal(tx, by, trunk, policy) ??
    firstRefusal([...hiddenExcept.departments, ...ownOnlyExcept.departments], (department) =>
      mountKnown(tx, trunk, department),
    ) ??
    organizationIsLinked(tx, trunk, organization) ??
    exceptionsRelated(tx, data);
  if (refusal !== null) return refusal;
  const link = must(tx, "link", trunk, organization);
  const already =
    link.hidden === hidden &&
    link.ownOnly === ownOnly &&
    isSame(tx, data, link.hiddenExcept, hiddenExcept) &&
    isSame(tx, data, link.ownOnlyExcept, ownOnlyExcept);
  dropInert(tx, { kind: "sight", trunk, organization }, inertOf(tx, trunk, link));
  if (!already) see(tx, data);
  return null;
}
