/** Liaison roles and the people responsible for a node in one (LIAISON-01, LIAISON-05). */
import type { OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { hasDepartment } from "./departments.ts";
import { reaches } from "./hierarchy.ts";
import {
  actsForHierarchy,
  lacksMainForHierarchy,
  trunkAdmin,
  unknownTrunk,
} from "./hierarchy-authority.ts";
import type { HierarchyHandlers } from "./hierarchy-handlers.ts";
import { linksInto } from "./hierarchy-people.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { findOffice, isInForce, mayHoldOffice } from "./offices.ts";
import { identityOf } from "./people.ts";
import { nearestRule } from "./roster.ts";
import { isPair } from "./settings.ts";
import type { State, World } from "./state.ts";
import type { LiaisonRole } from "./state-hierarchy.ts";
import { type HierarchyCommand, whichHold } from "./vocabulary-hierarchy.ts";
import { type LiaisonNode, liaisonVacant } from "./vocabulary-liaisons.ts";

/** A liaison role of an organization. */
export function findRole(
  { liaisonRoles }: State,
  { trunk, role }: Pick<LiaisonRole, "trunk" | "role">,
): LiaisonRole | undefined {
  return liaisonRoles.find((each) => each.trunk === trunk && each.role === role);
}

/** Whether a department is there and takes part: of the Trunk all do, of others those that a scope takes in. */
function takesPart(state: State, trunk: OrganizationId, node: LiaisonNode): boolean {
  const { organization, department } = node;
  if (department === null) return true;
  if (!hasDepartment(state, organization, department)) return false;
  return (
    organization === trunk ||
    linksInto(state, trunk, organization).some(
      (link) => nearestRule(state, link, { parent: department, under: null }).rule === "in",
    )
  );
}

function defineCodes(world: World, { by, data }: HierarchyCommand<"liaison.define">) {
  const { state, policy } = world;
  const own = state.liaisonRoles.filter((each) => each.trunk === data.trunk);
  const isNew = findRole(state, data) === undefined;
  const codes = trunkAdmin(world, by, data.trunk);
  // How many roles there are is for the Trunk's admins alone to know.
  if (codes.length > 0) return codes;
  return whichHold([
    ["MALFORMED", isNew && own.length >= hierarchyPolicy(policy).liaisonRoleLimit],
  ]);
}

/** Whether an office is kept for a department that was removed: it may be taken out (DIR-11). */
function isInertOffice(
  state: State,
  { trunk, role, node }: HierarchyCommand<"liaison.assign">["data"],
): boolean {
  return findOffice(state, { trunk, role }, node) !== undefined && !isInForce(state, node);
}

function assignCodes(world: World, command: HierarchyCommand<"liaison.assign">): RefusalCode[] {
  const { by, data } = command;
  const { state, policy } = world;
  const { trunk, node, people } = data;
  const { organization } = node;
  const codes = [
    ...whichHold([["MALFORMED", people.length > hierarchyPolicy(policy).liaisonLimit]]),
    ...unknownTrunk(world, by, trunk),
  ];
  if (codes.length > 0) return codes;
  const role = findRole(state, data);
  const isWithin = organization === trunk || reaches(state, trunk, organization);
  const ofTrunk = actsForHierarchy(state, by, trunk);
  const ofNode =
    role?.keptBy === "organizations" && isWithin && actsForHierarchy(state, by, organization);
  const isForeign = people.some((each) => each.organization !== organization);
  return whichHold([
    ["NOT_TRUNK_ADMIN", !ofTrunk && !ofNode],
    ["MAIN_ADMIN_REQUIRED", (ofTrunk || ofNode) && lacksMainForHierarchy(world, by)],
    ["UNKNOWN_LIAISON_ROLE", role === undefined],
    [
      "UNKNOWN_DEPARTMENT",
      !takesPart(state, trunk, node) &&
        !(isWithin && people.length === 0 && isInertOffice(state, data)),
    ],
    ["NOT_LINKED", !isWithin],
    [
      "LIAISON_NOT_ELIGIBLE",
      people.some((each) => mayHoldOffice(state, trunk, each) === undefined) ||
        (!ofTrunk && isForeign),
    ],
  ]);
}

function assign({ state, outbox }: World, { data }: HierarchyCommand<"liaison.assign">): void {
  const { trunk, role, node, people } = data;
  const { organization, department } = node;
  const holders = people
    .filter((each, index) => people.findIndex((other) => isPair(other, each)) === index)
    .map((each) => identityOf(state, each));
  const known = findOffice(state, data, node);
  if (known === undefined) {
    if (holders.length > 0) state.offices.push({ trunk, role, organization, department, holders });
    return;
  }
  const isInert = !isInForce(state, node);
  if (!isInert && JSON.stringify(known.holders) === JSON.stringify(holders)) return;
  const wasHeld = known.holders.length > 0;
  // What is made vacant is a setting no more.
  if (holders.length === 0) state.offices = state.offices.filter((each) => each !== known);
  if (wasHeld && holders.length === 0) outbox.push(liaisonVacant(data, node));
  known.holders = holders;
  // Somebody was appointed: nobody gets the office back (RESIGN-07).
  for (const kept of state.kept) {
    kept.offices = kept.offices.filter(
      (each) =>
        each.trunk !== trunk ||
        each.role !== role ||
        each.organization !== organization ||
        each.department !== department,
    );
  }
}

/** The commands about them. */
export const liaisonCommands: HierarchyHandlers<"liaison.define" | "liaison.assign"> = {
  "liaison.define": {
    codes: defineCodes,
    effect: ({ state }, { data: { trunk, role, name, keptBy = "trunk" } }) => {
      const known = findRole(state, { trunk, role });
      if (known === undefined) state.liaisonRoles.push({ trunk, role, name, keptBy });
      else Object.assign(known, { name, keptBy });
    },
  },
  "liaison.assign": { codes: assignCodes, effect: assign },
};
