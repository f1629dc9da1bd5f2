/** Offices of liaisons: who may hold them, and what becomes of them when people go and come (LIAISON). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import { reaches } from "./hierarchy.ts";
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
function heirOf(world: World, office: Office, holder: Identity): Employment | null {
  const { state, leaving } = world;
  const { organization } = holder;
  const leaver = leaving.find(({ employment }) => isSame(employment, holder));
  const employment =
    leaver?.employment ?? state.employments.find((each) => isSame(each, holder)) ?? null;
  if (employment === null) return null;
  for (const person of [leaver?.named ?? null, registeredSuccessor(state, employment)]) {
    if (person === null || person === holder.person) continue;
    const heir = mayHoldOffice(state, office.trunk, { organization, person });
    if (heir !== undefined && !office.holders.some((each) => isPair(each, heir))) return heir;
  }
  return null;
}

/** Passes an office on, or strikes the name; what is struck by a departure may come back (RESIGN-07). */
function settleOffice(world: World, office: Office): Notice[] {
  const { state, leaving } = world;
  const { trunk, role, organization, department } = office;
  if (office.holders.length === 0) return [];
  office.holders = office.holders.flatMap((holder): Identity[] => {
    if (stillHolds(state, office, holder)) return [holder];
    const heir = heirOf(world, office, holder);
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

/** What becomes of offices by a step: void with whom the Trunk reaches no more, passed on, struck, given back. */
export function settleOffices(world: World): Notice[] {
  const { state } = world;
  const isWithin = (trunk: OrganizationId, organization: OrganizationId) =>
    organization === trunk || reaches(state, trunk, organization);
  const isEnded = ({ trunk }: Office) => !isLive(state, trunk);
  state.offices = state.offices.filter(
    (each) => isEnded(each) || isWithin(each.trunk, each.organization),
  );
  giveOfficesBack(world);
  const notices = state.offices
    .filter((each) => !isEnded(each))
    .flatMap((each) => settleOffice(world, each));
  for (const kept of state.kept) {
    kept.offices = kept.offices.filter((each) => isWithin(each.trunk, kept.organization));
  }
  return notices;
}

/** An organization ends: of its offices those stay aside that name nothing but its own (DIR-19). */
export function endOffices(state: State, id: OrganizationId): void {
  state.offices = state.offices.filter(
    ({ trunk, organization, holders }) =>
      trunk !== id || (organization === id && holders.every((each) => each.organization === id)),
  );
}
