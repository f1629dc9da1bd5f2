/** Roles of liaisons, and who holds them where. */
import { firstThat } from "../core/guess.ts";
import type { OrganizationId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import { distinct, identityText } from "../core/lists.ts";
import type { DepartmentOf, Identity } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { actsInHierarchy } from "../directory/select/authority.ts";
import type { LiaisonNode, Office } from "../roster/model.ts";
import { isInBook } from "../roster/select/book.ts";
import {
  holdersOfOffice,
  liaisonRoleKnown,
  liaisonRolesOf,
  nodeIsThere,
  officeIsSet,
} from "../roster/select/offices.ts";
import { departmentInScope, rulesInForce } from "../roster/select/scope.ts";
import {
  mainAdminActsInHierarchy,
  organizationIsReached,
  reaches,
  throughTo,
  trunkAdminRefusal,
  trunkKnown,
} from "../spaces/select/trunks.ts";
import type { HierarchyEvents } from "./model.ts";
import type { CommandOf, Deciding, Reading } from "./select/hierarchy.ts";
import { dropInert } from "./settings.ts";

/** LIAISON-01: an organization has so many roles at most; another name for one that it has is none more. */
const rolesFit = guard(
  "LIAISON-01",
  (tx: Reading, { trunk, role }: CommandOf<"liaison.define">["data"], policy: Policy) => {
    const roles = liaisonRolesOf(tx, trunk);
    return roles.includes(role) || roles.length < policy.liaisonRoleLimit
      ? null
      : refuse("MALFORMED", { problems: [{ path: ["data", "role"], problem: "too-many" }] });
  },
);

/** LIAISON-01, LIAISON-05: the role goes by this name from now on, and is kept by the Trunk or by each organization. */
const define = effect(
  ["LIAISON-01", "LIAISON-05"],
  (tx: Deciding, wish: HierarchyEvents["liaison.defined"]): void => {
    emit(tx, "liaison.defined", wish);
  },
);

/** An organization's admin defines a role of liaisons. */
export function defineRole(
  tx: Deciding,
  { by, data }: CommandOf<"liaison.define">,
  policy: Policy,
) {
  const { trunk, role, name, keptBy = "trunk" } = data;
  const refusal = trunkAdminRefusal(tx, by, trunk, policy) ?? rolesFit(tx, data, policy);
  if (refusal !== null) return refusal;
  const known = read(tx, "liaison", trunk, role);
  if (known?.name !== name || known.keptBy !== keptBy) define(tx, { trunk, role, name, keptBy });
  return null;
}

/** LIAISON-01: so many people in one office at most. */
const peopleFit = guard("LIAISON-01", (people: readonly Identity[], policy: Policy) =>
  people.length <= policy.liaisonLimit
    ? null
    : refuse("MALFORMED", { problems: [{ path: ["data", "people"], problem: "too-many" }] }),
);

/**
 * LIAISON-05: the Trunk sets offices of all its roles; an organization that it reaches sets its own, of roles
 * that are kept by organizations.
 */
const actorAssigns = guard(
  "LIAISON-05",
  (tx: Reading, by: Actor, { trunk, role, node: { organization } }: Office) => {
    const own =
      read(tx, "liaison", trunk, role)?.keptBy === "organizations" &&
      reaches(tx, trunk, organization) &&
      actsInHierarchy(tx, by, organization);
    return own || actsInHierarchy(tx, by, trunk) ? null : refuse("NOT_TRUNK_ADMIN", { trunk });
  },
);

/** LIAISON-01: whether a department takes part: of the Trunk, or taken in by the scope of a Link that leads to it. */
export function takesPart(
  tx: Reading,
  trunk: OrganizationId,
  { organization, department }: LiaisonNode,
) {
  if (department === null) return true;
  const record = read(tx, "department", organization, department);
  if (record === null || record.removed) return false;
  return (
    organization === trunk ||
    throughTo(tx, organization, trunk).some((own) => {
      const link = must(tx, "link", own, organization);
      const rules = rulesInForce(tx, { trunk: own }, organization, link);
      return departmentInScope(rules, department, record);
    })
  );
}

/** DIR-11: the office is kept without effect, for its department was removed. */
const isInert = (tx: Reading, office: Office): boolean =>
  officeIsSet(tx, office) && !nodeIsThere(tx, office.node);

/**
 * LIAISON-01: the node is there and takes part: of which it is not is nobody's business. An office that is
 * kept for one that was removed may be made vacant (DIR-11).
 */
const nodeKnown = guard(
  ["LIAISON-01", "DIR-11"],
  (tx: Reading, office: Office, people: readonly Identity[]) => {
    const { trunk, node } = office;
    const { organization, department } = node;
    const isOut = people.length === 0 && isWithin(tx, trunk, organization) && isInert(tx, office);
    return department === null || takesPart(tx, trunk, node) || isOut
      ? null
      : refuse("UNKNOWN_DEPARTMENT", { organization, department });
  },
);

const isWithin = (tx: Reading, trunk: OrganizationId, organization: OrganizationId): boolean =>
  organization === trunk || reaches(tx, trunk, organization);

/** LIAISON-01, LIAISON-05: people of the book; where an organization sets its own, people of its own. */
const peopleEligible = guard(
  ["LIAISON-01", "LIAISON-05"],
  (tx: Reading, by: Actor, { trunk, node }: Office, people: readonly Identity[]) => {
    const all = actsInHierarchy(tx, by, trunk);
    const other = firstThat(
      people,
      (each) => !isInBook(tx, trunk, each) || !(all || each.organization === node.organization),
    );
    return other === undefined ? null : refuse("LIAISON_NOT_ELIGIBLE", { ...other });
  },
);

/** LIAISON-01: they hold the office from now on, in this order, and nobody else. */
const assign = effect(
  "LIAISON-01",
  (tx: Deciding, wish: HierarchyEvents["liaison.assigned"]): void => {
    emit(tx, "liaison.assigned", wish);
  },
);

/** Why an actor cannot set an office, if so. */
function assignRefusal(
  tx: Reading,
  by: Actor,
  office: Office,
  people: readonly Identity[],
  policy: Policy,
) {
  const { trunk, role, node } = office;
  const { organization } = node;
  return (
    trunkKnown(tx, by, trunk) ??
    actorAssigns(tx, by, office) ??
    ("organization" in by ? mainAdminActsInHierarchy(tx, by, by.organization, policy) : null) ??
    nodeKnown(tx, office, people) ??
    liaisonRoleKnown(tx, trunk, role) ??
    (organization === trunk ? null : organizationIsReached(tx, trunk, organization))
  );
}

/** Somebody who may says who holds a role at a node. */
export function assignOffice(
  tx: Deciding,
  { by, data }: CommandOf<"liaison.assign">,
  policy: Policy,
) {
  const { people: wanted, ...office } = data;
  const people = distinct(wanted, identityText);
  const refusal =
    peopleFit(people, policy) ??
    assignRefusal(tx, by, office, people, policy) ??
    peopleEligible(tx, by, office, people);
  if (refusal !== null) return refusal;
  const before = holdersOfOffice(tx, office).map(identityText).join();
  if (isInert(tx, office)) {
    const { trunk, role, node } = office;
    dropInert(tx, { kind: "liaison", trunk, role }, [node as DepartmentOf]);
  }
  if (before !== people.map(identityText).join()) assign(tx, { ...office, people });
  return null;
}
