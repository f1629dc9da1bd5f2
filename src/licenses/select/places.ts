/** Where a pool keeps its accounts, the order of its grants, who waits, and automatic departments. */
import type { Buckets } from "../../core/hashed.ts";
import type { OrganizationId } from "../../core/ids.ts";
import type { Pages } from "../../core/paged.ts";

/** The number of a Host's own unit in its pool; linked units count from 1. */
export const HOST_UNIT = 0;

/** Accounts per page. */
const ACCOUNTS_PAGE = 128;

/** Who holds a grant from a Host's pool or waits for one, by person. */
export function accountsOf(host: OrganizationId): Buckets<"accounts"> {
  return { kind: "accounts", owner: host, own: String };
}

/** Who holds a grant in a unit, in order of granting. */
export function grantedIn(host: OrganizationId, unit: number): Pages<"granted"> {
  return { kind: "granted", owner: host, size: ACCOUNTS_PAGE, under: String(unit) };
}

/** Who waits for an automatic grant from a Host's pool, first come first. */
export function deferredOf(host: OrganizationId): Pages<"deferred"> {
  return { kind: "deferred", owner: host, size: ACCOUNTS_PAGE };
}

/** What the record of a Member's automatic departments in a unit is called among its Host's. */
export function automaticName(unit: number, organization: OrganizationId): string {
  return `${unit}/${organization}`;
}

/** A Member's automatic departments in a unit. */
export function selectedFor(
  host: OrganizationId,
  unit: number,
  organization: OrganizationId,
): Buckets<"selected"> {
  return { kind: "selected", owner: host, own: (bucket) => `${unit}.${bucket}/${organization}` };
}
