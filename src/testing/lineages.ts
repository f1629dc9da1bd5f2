/** What is above organizations, as their records tell. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { afterSlash, type Shelves } from "./index-by-owner.ts";

/** What an organization is to those above it. */
export const aboveOf = (shelves: Shelves, organization: OrganizationId) =>
  shelves.one("lineage", organization)?.above ?? [];

/** Whether one organization reaches another. */
export function isReached(
  shelves: Shelves,
  trunk: OrganizationId,
  organization: OrganizationId,
): boolean {
  return aboveOf(shelves, organization).some(([upper, level]) => upper === trunk && level !== null);
}

/** Whether an organization is in some chain with a Trunk, and that by a ticket that was noted. */
export function isOfTicket(
  shelves: Shelves,
  trunk: OrganizationId,
  organization: OrganizationId,
  ticket: number,
): boolean {
  const below = aboveOf(shelves, organization).find(([upper]) => upper === trunk);
  if (below !== undefined) return ticket === 2 * below[5] + 1;
  const above = aboveOf(shelves, trunk).find(([upper]) => upper === organization);
  return above !== undefined && ticket === 2 * above[5] + 2;
}

/** Whether somebody is on a Link by which their organization is reached. */
export function isPresentAt(
  shelves: Shelves,
  trunk: OrganizationId,
  organization: OrganizationId,
  person: PersonId,
): boolean {
  const through = aboveOf(shelves, organization).find(([upper]) => upper === trunk)?.[3] ?? [];
  return through.some((own) =>
    shelves
      .rows("link-roster", own)
      .some(([key, { ids }]) => afterSlash(key) === organization && ids.includes(person)),
  );
}
