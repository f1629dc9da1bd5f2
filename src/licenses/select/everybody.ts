/** Everybody who has something in a linked unit. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { allTickets } from "../../core/paged.ts";
import { EMPTY_PAGES } from "../../core/structures.ts";
import type { Account, DeferredPage, GrantedPage, PoolUnit } from "../model.ts";
import { deferredOf, grantedIn, reservedOf } from "./keys.ts";
import { poolOf, type Reading } from "./pool.ts";

type Held = GrantedPage["entries"][number];
type Waits = DeferredPage["entries"][number];

/** Somebody with what they have, and its ticket in the list of such. */
export type InUnit = readonly [OrganizationId, PersonId, state: Account[3], ticket: number];

/** Who holds a grant in a unit, in order of granting, then who waits for one, then for whom one is reserved. */
export function everybodyIn(tx: Reading, host: OrganizationId, unit: PoolUnit): InUnit[] {
  const pool = poolOf(tx, host);
  const { number, granted } = unit;
  const held = allTickets<Held>(tx, grantedIn(host, number), granted);
  const waiting = allTickets<Waits>(tx, deferredOf(host), pool.waiting);
  const reserved = allTickets<Waits>(tx, reservedOf(host), pool.reserved ?? EMPTY_PAGES);
  const inLine = [
    ...waiting.map((entry) => [entry, "waits"] as const),
    ...reserved.map((entry) => [entry, "reserved"] as const),
  ];
  return [
    ...held.map(([ticket, organization, person]): InUnit => [organization, person, "held", ticket]),
    ...inLine
      .filter(([entry]) => entry[1] === number)
      .map(
        ([[ticket, , organization, person], state]): InUnit => [
          organization,
          person,
          state,
          ticket,
        ],
      ),
  ];
}
