/** Where a pool keeps its accounts, the order of its grants, who waits, and automatic departments. */
import type { Buckets } from "../../core/hashed.ts";
import type { OrganizationId } from "../../core/ids.ts";
import { listOf, setOf, setUnder } from "../../core/kinds.ts";
import type { Pages } from "../../core/paged.ts";
import { licensesKinds } from "../kinds.ts";

/** The number of a Host's own unit in its pool; linked units count from 1. */
export const HOST_UNIT = 0;

/** Who holds a grant from a Host's pool or waits for one, by person. */
export function accountsOf(host: OrganizationId): Buckets<"accounts"> {
  return setOf(licensesKinds.accounts, host);
}

/** Who holds a grant in a unit, in order of granting. */
export function grantedIn(host: OrganizationId, unit: number): Pages<"granted"> {
  return listOf(licensesKinds.granted, host, String(unit));
}

/** Who waits for an automatic grant from a Host's pool, first come first. */
export function deferredOf(host: OrganizationId): Pages<"deferred"> {
  return listOf(licensesKinds.deferred, host);
}

/** Who of those waits for one unit. */
export function queueIn(host: OrganizationId, unit: number): Pages<"queue"> {
  return listOf(licensesKinds.queue, host, String(unit));
}

/** What suspensions took from a Host's pool, to be given back, in the order in which they did. */
export function reservedOf(host: OrganizationId): Pages<"reserved"> {
  return listOf(licensesKinds.reserved, host);
}

/** What the record of a Member's automatic departments in a unit is called among its Host's. */
export function automaticName(unit: number, organization: OrganizationId): string {
  return `${unit}/${organization}`;
}

/** The organizations of which something is chosen in a Hierarchy unit. */
export function automatedIn(host: OrganizationId): Buckets<"automated"> {
  return setOf(licensesKinds.automated, host);
}

/** A Member's automatic departments in a unit. */
export function selectedFor(
  host: OrganizationId,
  unit: number,
  organization: OrganizationId,
): Buckets<"selected"> {
  return setUnder(licensesKinds.selected, host, organization, `${unit}.`);
}
