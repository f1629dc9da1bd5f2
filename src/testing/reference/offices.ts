/** Offices of liaisons: who may hold them, and what becomes of them when people go and come (LIAISON). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import { hasDepartment } from "./departments.ts";
import { above } from "./hierarchy.ts";
import { findInBook } from "./hierarchy-people.ts";
import { isSame } from "./identities.ts";
import { keptOf } from "./kept.ts";
import { isLive } from "./lists.ts";
import { isPair } from "./settings.ts";
import type { Employment, Identity, State, World } from "./state.ts";
import type { Pair } from "./state-areas.ts";
import type { Office } from "./state-hierarchy.ts";
import { registeredSuccessor } from "./succession.ts";
import { type LiaisonNode, liaisonVacant } from "./vocabulary-liaisons.ts";

/** The office of a role at a node. */
export function findOffice(
  { offices }: State,
  { trunk, role }: Pick<Office, "trunk" | "role">,
  { organization, department }: LiaisonNode,
): Office | undefined {
  return offices.find(
    (each) =>
      each.trunk === trunk &&
      each.role === role &&
      each.organization === organization &&
      each.department === department,
  );
}

/** Whether an office has an effect: of a department that was removed it has none (DIR-11). */
export function isInForce(
  state: State,
  { organization, department }: Pick<Office, "organization" | "department">,
): boolean {
  return department === null || hasDepartment(state, organization, department);
}

/** Whoever is in the Trunk's book may hold an office of it (LIAISON-01). */
export function mayHoldOffice(
  state: State,
  trunk: OrganizationId,
  someone: Pair,
): Employment | undefined {
  return findInBook(state, trunk, someone);
}

function stillHolds(state: State, { trunk }: Office, holder: Identity): boolean {
  return mayHoldOffice(state, trunk, holder)?.number === holder.number;
}

/** Who takes an office over: the successor named, else the one registered, of the same organization (LIAISON-04). */
export function heirOf(
  state: State,
  office: Office,
  { employment, named }: Pick<World["leaving"][number], "employment" | "named">,
): Employment | null {
  const { organization } = employment;
  for (const person of [named, registeredSuccessor(state, employment)]) {
    if (person === null || person === employment.person) continue;
    const heir = mayHoldOffice(state, office.trunk, { organization, person });
    if (heir !== undefined && !office.holders.some((each) => isPair(each, heir))) return heir;
  }
  return null;
}

/** Whoever holds an office no more, and whom they named, if they resigned in this step. */
function leaverIn({ state, leaving }: World, holder: Identity) {
  const leaver = leaving.find(({ employment }) => isSame(employment, holder));
  if (leaver !== undefined) return leaver;
  const employment = state.employments.find((each) => isSame(each, holder));
  return employment === undefined ? undefined : { employment, named: null };
}

/** Passes an office on, or strikes the name; what is struck by a departure may come back (RESIGN-07). */
function settleOffice(world: World, office: Office): Notice[] {
  const { state, leaving } = world;
  const { trunk, role, organization, department } = office;
  if (office.holders.length === 0) return [];
  office.holders = office.holders.flatMap((holder): Identity[] => {
    if (stillHolds(state, office, holder)) return [holder];
    const leaver = leaverIn(world, holder);
    const heir = leaver === undefined ? null : heirOf(state, office, leaver);
    if (heir !== null) {
      const { person, number } = heir;
      return [{ organization: holder.organization, person, number }];
    }
    if (leaving.some(({ employment }) => isSame(employment, holder))) {
      keptOf(state, holder)?.offices.push({ trunk, role, organization, department });
    }
    return [];
  });
  return office.holders.length > 0 ? [] : [liaisonVacant(office, office)];
}

/** Gives back the offices that a departure took, as far as they may still be held. */
function giveOfficesBack({ state, returned }: World): void {
  for (const { employment, kept } of returned) {
    const { organization, person, number } = employment;
    for (const node of kept?.offices ?? []) {
      const office = findOffice(state, node, node);
      const may = mayHoldOffice(state, node.trunk, employment) === employment;
      if (office === undefined || !may) continue;
      if (office.holders.some((each) => isPair(each, employment))) continue;
      office.holders.push({ organization, person, number });
    }
  }
}

/** What becomes of offices by a step: void with whom no chain joins to the Trunk, passed on, struck, given back. */
export function settleOffices(world: World): Notice[] {
  const { state } = world;
  const isWithin = (trunk: OrganizationId, organization: OrganizationId) =>
    organization === trunk || above(state, organization).includes(trunk);
  const isEnded = ({ trunk }: Office) => !isLive(state, trunk);
  state.offices = state.offices.filter(
    (each) => isEnded(each) || isWithin(each.trunk, each.organization),
  );
  giveOfficesBack(world);
  const notices = state.offices
    .filter((each) => !isEnded(each))
    .flatMap((each) => settleOffice(world, each));
  for (const kept of state.kept) {
    kept.offices = kept.offices.filter(({ trunk, organization }) =>
      [kept.organization, organization].every((each) => isWithin(trunk, each)),
    );
  }
  return notices;
}

/**
 * An organization ends: of its offices those at its own nodes stay aside. Others end with their Links, so that
 * what is left names nothing but its own (DIR-19).
 */
export function endOffices(state: State, id: OrganizationId): void {
  for (const office of state.offices) {
    if (office.trunk !== id) continue;
    office.holders = office.holders.filter((each) => each.organization === id);
  }
  state.offices = state.offices.filter(
    ({ trunk, organization }) => trunk !== id || organization === id,
  );
}
