/** What pools read when people come and go: their accounts, automatic departments, and those who wait. */
import { bucketKeys, entryKeys } from "../../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import { pageKey, pageKeys } from "../../core/paged.ts";
import type { DeferredPage, PoolRecord } from "../../licenses/model.ts";
import { unitCovering } from "../../licenses/select/holding.ts";
import {
  accountsOf,
  automaticName,
  deferredOf,
  grantedIn,
  HOST_UNIT,
  selectedFor,
} from "../../licenses/select/places.ts";
import { growthKeys } from "../../spaces/select/places.ts";
import type { EngineTx } from "../types.ts";
import { ask, entries, peek } from "./ahead.ts";

/** People of an organization who come into a Space, leave it, or move within their organization. */
export function foreseeLicenses(
  tx: EngineTx,
  host: OrganizationId,
  space: SpaceId,
  organization: OrganizationId,
  people: readonly PersonId[],
): void {
  const pool = peek(tx, "pool", host);
  if (pool === null || organization === host) return;
  const unit = unitCovering(pool, space, organization);
  if (unit === undefined) return;
  const automatic = peek(tx, "automatic", host, automaticName(unit.number, organization));
  const growth = automatic === null ? 0 : people.length;
  foreseeAccounts(tx, host, pool, people, growth);
  if (automatic === null) return;
  peek(tx, "unit", host, String(unit.number));
  const selected = selectedFor(host, unit.number, organization);
  ask(tx, ...bucketKeys(selected, automatic.departments));
  ask(tx, ...growthKeys(grantedIn(host, unit.number), unit.granted, growth));
  for (const person of people) {
    for (const department of peek(tx, "employment", organization, person)?.departments ?? []) {
      peek(tx, "department", organization, department);
    }
  }
}

/** People of a Host who resign: their accounts in its own unit. */
export function foreseeOwnLicenses(
  tx: EngineTx,
  host: OrganizationId,
  people: readonly PersonId[],
): void {
  const pool = peek(tx, "pool", host);
  if (pool !== null && people.length > 0) foreseeAccounts(tx, host, pool, people, 0);
}

/** What these people hold and wait for; what giving it back frees goes to the first who wait. */
function foreseeAccounts(
  tx: EngineTx,
  host: OrganizationId,
  pool: PoolRecord,
  people: readonly PersonId[],
  growth: number,
): void {
  const keys = entryKeys(accountsOf(host), pool.accounts, people, growth);
  const those = new Set(people);
  type Entry = readonly [PersonId, readonly (readonly [number, OrganizationId, number, string])[]];
  let held = 0;
  for (const [person, accounts] of entries<Entry>(tx, keys)) {
    if (!those.has(person)) continue;
    for (const [unit, , ticket, state] of accounts) {
      const where = state === "held" ? grantedIn(host, unit) : deferredOf(host);
      ask(tx, pageKey(where, ticket));
      held += 1;
    }
  }
  if (growth > 0) ask(tx, ...growthKeys(deferredOf(host), pool.waiting, growth));
  if (pool.waiting.count > 0) foreseeDeferred(tx, host, pool, Math.max(held, 1));
}

/** The first so many who wait for an automatic grant, and what granting to them will read. */
export function foreseeDeferred(
  tx: EngineTx,
  host: OrganizationId,
  pool: PoolRecord,
  licenses: number,
): void {
  const where = deferredOf(host);
  const pages = pageKeys(where, pool.waiting, Math.min(pool.waiting.pages.length, licenses));
  const first = entries<DeferredPage["entries"][number]>(tx, pages).slice(0, licenses + 1);
  const people = first.map(([, , , person]) => person);
  ask(tx, ...entryKeys(accountsOf(host), pool.accounts, people, people.length));
  for (const number of new Set(first.map(([, unit]) => unit))) {
    const unit = pool.units.find((each) => each.number === number);
    const index = number === HOST_UNIT ? pool.hostGranted : unit?.granted;
    if (index !== undefined) ask(tx, ...growthKeys(grantedIn(host, number), index, first.length));
  }
}

/** An organization has more licenses than before: those who wait are served. */
export function foreseePurchase(tx: EngineTx, host: OrganizationId, purchased: number): void {
  const pool = peek(tx, "pool", host);
  if (pool !== null) foreseeDeferred(tx, host, pool, Math.min(purchased, pool.waiting.count));
}

/** A pool ends with its organization. */
export function foreseePoolEnd(tx: EngineTx, host: OrganizationId): void {
  const pool = peek(tx, "pool", host);
  if (pool === null) return;
  ask(tx, ...bucketKeys(accountsOf(host), pool.accounts));
  ask(tx, ...pageKeys(deferredOf(host), pool.waiting));
  ask(tx, ...pageKeys(grantedIn(host, HOST_UNIT), pool.hostGranted));
  for (const unit of pool.units) foreseeUnitEnd(tx, host, unit);
}

/** A unit ends: everything in it. */
export function foreseeUnitEnd(
  tx: EngineTx,
  host: OrganizationId,
  { number, granted }: PoolRecord["units"][number],
): void {
  ask(tx, ...pageKeys(grantedIn(host, number), granted));
  for (const organization of peek(tx, "unit", host, String(number))?.automated ?? []) {
    const record = peek(tx, "automatic", host, automaticName(number, organization));
    if (record === null) continue;
    ask(tx, ...bucketKeys(selectedFor(host, number, organization), record.departments));
  }
}
