/** Who is responsible for what: offices of liaisons, as they are kept and as they are found. */
import { allEntries, entryOf } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, RoleId } from "../../core/ids.ts";
import { setUnder } from "../../core/kinds.ts";
import { distinct, identityText } from "../../core/lists.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { allTies } from "../../directory/select/bound.ts";
import { aboveOf, lineOf } from "../../spaces/select/trunks.ts";
import { rosterKinds } from "../kinds.ts";
import type { LiaisonNode, LiaisonsRecord, Office, OfficeEntry, OfficeTie } from "../model.ts";
import type { Reading } from "./scope.ts";
import { standingOf } from "./standing.ts";

/** An organization without liaison roles. */
export const NO_LIAISONS: LiaisonsRecord = { roles: [], sets: 0 };

/** The offices of an organization and of its departments. */
export const officeOn = (trunk: OrganizationId, organization: OrganizationId) =>
  setUnder(rosterKinds.office, trunk, organization);

/** A role and a department as one text, the organization as a whole without a second word: ids hold no white space. */
export const officePlace = (role: RoleId, department: DepartmentId | null): string =>
  department === null ? role : `${role} ${department}`;

/** An office as one text. */
export const officeText = ({ trunk, role, node }: Office): string =>
  `${trunk} ${node.organization} ${officePlace(role, node.department)}`;

/** The office of such a text. */
export function officeOfText(text: string): Office {
  const [trunk = "", organization = "", role = "", department = null] = text.split(" ");
  const node = { organization, department } as LiaisonNode;
  return { trunk: trunk as OrganizationId, role: role as RoleId, node };
}

/** The liaison roles of an organization, in the order in which they were defined. */
export const liaisonRolesOf = (tx: Reading, trunk: OrganizationId): readonly RoleId[] =>
  (read(tx, "liaisons", trunk) ?? NO_LIAISONS).roles;

/** LIAISON-01: the organization has such a role. */
export const liaisonRoleKnown = guard(
  ["LIAISON-01", "ROUTE-04", "DIST-02"],
  (tx: Reading, trunk: OrganizationId, role: RoleId) =>
    read(tx, "liaison", trunk, role) === null
      ? refuse("UNKNOWN_LIAISON_ROLE", { trunk, role })
      : null,
);

/** An office as it is kept; `undefined` where it was never set. */
export function officeKept(tx: Reading, { trunk, role, node }: Office) {
  const { organization, department } = node;
  const index = read(tx, "offices", trunk, organization)?.offices;
  if (index === undefined) return undefined;
  const where = officeOn(trunk, organization);
  return entryOf<OfficeEntry>(tx, where, index, officePlace(role, department));
}

/** Whether an office was set, and not made vacant since by whoever may: it is a setting, be anybody left in it or not. */
export const officeIsSet = (tx: Reading, office: Office): boolean =>
  officeKept(tx, office) !== undefined;

/** DIR-11: the node of an office is not a department that was removed: there it has no effect. */
export const nodeIsThere = view(
  "DIR-11",
  (tx: Reading, { organization, department }: LiaisonNode): boolean =>
    department === null || read(tx, "department", organization, department)?.removed !== true,
);

/** Who holds an office, in order. */
export const holdersOfOffice = (tx: Reading, office: Office): Identity[] =>
  (officeKept(tx, office)?.[1] ?? []).map(([organization, person]) => ({ organization, person }));

/** The offices that somebody holds, of one organization's roles if it is named. */
export const officesHeldBy = (tx: Reading, identity: Identity, of?: OrganizationId): Office[] =>
  allTies<OfficeTie>(tx, identity, "offices").flatMap(
    ([, trunk, role, organization, department]) =>
      of === undefined || trunk === of ? [{ trunk, role, node: { organization, department } }] : [],
  );

/** Every office of an organization's node, with the role. */
export const officesOf = (tx: Reading, trunk: OrganizationId, node: LiaisonNode) =>
  (nodeIsThere(tx, node) ? liaisonRolesOf(tx, trunk) : []).flatMap((role) => {
    const people = holdersOfOffice(tx, { trunk, role, node });
    return people.length === 0 ? [] : [{ role, people }];
  });

/** UNLINK-03: whether offices stand at an organization: the one whose they are, or one below it by any chain. */
export const isNodeBelow = view(
  "UNLINK-03",
  (tx: Reading, trunk: OrganizationId, organization: OrganizationId): boolean =>
    organization === trunk || aboveOf(tx, organization).some(([upper]) => upper === trunk),
);

/** Every office of an organization and its departments that was ever set. */
export function officesSetOn(tx: Reading, trunk: OrganizationId, organization: OrganizationId) {
  const index = read(tx, "offices", trunk, organization)?.offices;
  return index === undefined
    ? []
    : allEntries<OfficeEntry>(tx, officeOn(trunk, organization), index);
}

/** A department and those above it, nearest first, as nodes. */
const upFrom = (
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId | null,
): LiaisonNode[] =>
  department === null
    ? []
    : [department, ...(read(tx, "department", organization, department)?.ancestors ?? [])].map(
        (each) => ({ organization, department: each }),
      );

/**
 * The nodes above an organization as a whole, itself first: its mount and what is above that, the Trunk of
 * that Link, and so on along the line.
 */
function nodesAbove(
  tx: Reading,
  trunk: OrganizationId,
  organization: OrganizationId,
): LiaisonNode[] {
  const links = lineOf(tx, trunk, organization).reverse();
  return [
    { organization, department: null },
    ...links.flatMap(([upper, lower]) => [
      ...upFrom(tx, upper, read(tx, "link", upper, lower)?.mount ?? null),
      { organization: upper, department: null },
    ]),
  ];
}

/** LIAISON-02: an office decides where anybody holds it, whether or not they may act. */
const isFilled = view("LIAISON-02", (people: readonly Identity[]): boolean => people.length > 0);

/** Who holds a role at the first of some nodes where anybody does. */
function nearest(
  tx: Reading,
  trunk: OrganizationId,
  role: RoleId,
  nodes: readonly LiaisonNode[],
): readonly Identity[] {
  for (const node of nodes) {
    const people = holdersOfOffice(tx, { trunk, role, node });
    if (isFilled(people)) return people;
  }
  return [];
}

/** Whether a role has an office at an organization as a whole, or above it. */
export const isCoveredByLiaison = (
  tx: Reading,
  trunk: OrganizationId,
  role: RoleId,
  organization: OrganizationId,
): boolean => nearest(tx, trunk, role, nodesAbove(tx, trunk, organization)).length > 0;

/**
 * LIAISON-02: whom a role finds for an initiator: from each of their departments upwards, each once; from
 * their organization where they have none, or are the same person no longer.
 */
export function liaisonsFor(
  tx: Reading,
  trunk: OrganizationId,
  role: RoleId,
  { organization, person }: Identity,
  isSame = true,
): readonly Identity[] {
  const above = nodesAbove(tx, trunk, organization);
  const chains = isSame ? standingOf(tx, organization, person).chains : [];
  const paths = (chains.length === 0 ? [[]] : chains).map((chain) => [
    ...chain.map((department): LiaisonNode => ({ organization, department })),
    ...above,
  ]);
  return distinct(
    paths.flatMap((path) => nearest(tx, trunk, role, path)),
    identityText,
  );
}
