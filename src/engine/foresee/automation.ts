/** What choosing automatic departments, and taking licenses back from a unit, will read. */
import { bucketKeys, entryKeys } from "../../core/hashed.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { pageKey, pageKeys } from "../../core/paged.ts";
import type { Policy } from "../../core/policy.ts";
import { EMPTY_HASH } from "../../core/structures.ts";
import { placedPeople, subtreeOf } from "../../directory/select/tree.ts";
import type { AccountsBucket, DeferredPage, GrantedPage } from "../../licenses/model.ts";
import {
  accountsOf,
  automaticName,
  deferredOf,
  grantedIn,
  selectedFor,
} from "../../licenses/select/places.ts";
import { unitListed } from "../../licenses/select/pool.ts";
import { rosterOf } from "../../roster/select/places.ts";
import { growthKeys } from "../../spaces/select/places.ts";
import type { EngineTx, InputOf } from "../types.ts";
import { ask, attempt, entries, peek } from "./ahead.ts";
import { foreseeTree } from "./departments.ts";
import { foreseeDeferred, foreseeUnitEnd } from "./licenses.ts";

/** A unit of the actor's own pool. */
function unitOf(tx: EngineTx, { by, data }: InputOf<"license.automate" | "license.unlink">) {
  if (!("organization" in by)) return null;
  const host = by.organization;
  const pool = peek(tx, "pool", host);
  peek(tx, "space", data.unit.space);
  const unit = pool === null ? undefined : unitListed(pool, data.unit);
  return pool === null || unit === undefined ? null : { host, pool, unit };
}

/** Automatic departments are chosen: who is dropped from the waiting list, who is brought in. */
export function foreseeAutomation(
  tx: EngineTx,
  input: InputOf<"license.automate">,
  policy: Policy,
): void {
  const { unit: named, organization, departments } = input.data;
  const { space } = named;
  for (const department of departments) peek(tx, "department", organization, department);
  peek(tx, "association", space, organization);
  if (policy.autoGrantBackfill) foreseeTree(tx, organization);
  const found = unitOf(tx, input);
  if (found === null) return;
  const { host, pool, unit } = found;
  peek(tx, "unit", host, String(unit.number));
  const index = peek(tx, "automatic", host, automaticName(unit.number, organization));
  const selected = selectedFor(host, unit.number, organization);
  const before = index?.departments ?? EMPTY_HASH;
  ask(tx, ...bucketKeys(selected, before));
  ask(tx, ...entryKeys(selected, before, departments, departments.length));
  const waiting = entries<DeferredPage["entries"][number]>(
    tx,
    pageKeys(deferredOf(host), pool.waiting),
  )
    .filter((entry) => entry[1] === unit.number && entry[2] === organization)
    .map(([, , , person]) => person);
  foreseeStanding(tx, organization, waiting);
  ask(tx, ...entryKeys(accountsOf(host), pool.accounts, waiting));
  if (policy.autoGrantBackfill) foreseeBackfill(tx, input, found);
}

/** Where people stand in their directory. */
function foreseeStanding(
  tx: EngineTx,
  organization: OrganizationId,
  people: readonly PersonId[],
): void {
  for (const person of people) {
    for (const department of peek(tx, "employment", organization, person)?.departments ?? []) {
      peek(tx, "department", organization, department);
    }
  }
}

/** Everybody who is in the departments chosen already. */
function foreseeBackfill(
  tx: EngineTx,
  { data }: InputOf<"license.automate">,
  { host, pool, unit }: NonNullable<ReturnType<typeof unitOf>>,
): void {
  const { organization, departments } = data;
  const { space } = data.unit;
  const tree = foreseeTree(tx, organization);
  if (tree === null) return;
  const chosen = departments.filter((department) => tree.has(department));
  const below = new Set(chosen.flatMap((department) => subtreeOf(tree, department)));
  const people = attempt(() => placedPeople(tx, organization, tree, [...below]));
  if (people === null) return;
  foreseeStanding(tx, organization, people);
  const roster = peek(tx, "space", space)?.roster;
  if (roster !== undefined) ask(tx, ...entryKeys(rosterOf(space), roster, people));
  ask(tx, ...entryKeys(accountsOf(host), pool.accounts, people, people.length));
  ask(tx, ...growthKeys(grantedIn(host, unit.number), unit.granted, people.length));
  ask(tx, ...growthKeys(deferredOf(host), pool.waiting, people.length));
}

/** A unit is unlinked, or grants are revoked: what becomes free goes to the first who wait. */
export function foreseeRelease(
  tx: EngineTx,
  input: InputOf<"license.unlink" | "license.revoke">,
): void {
  if (!("organization" in input.by)) return;
  const host = input.by.organization;
  const pool = peek(tx, "pool", host);
  if (pool === null) return;
  let held = 0;
  if (input.type === "license.unlink") {
    const found = unitOf(tx, input);
    if (found === null) return;
    foreseeUnitEnd(tx, host, found.unit);
    const { number, granted } = found.unit;
    const people = entries<GrantedPage["entries"][number]>(
      tx,
      pageKeys(grantedIn(host, number), granted),
    ).map(([, , person]) => person);
    ask(tx, ...entryKeys(accountsOf(host), pool.accounts, people));
    ask(tx, ...pageKeys(deferredOf(host), pool.waiting));
    held = granted.count;
  } else {
    const people = input.data.people.map(({ person }) => person);
    const those = new Set(people);
    const keys = entryKeys(accountsOf(host), pool.accounts, people);
    for (const [person, accounts] of entries<AccountsBucket["entries"][number]>(tx, keys)) {
      if (!those.has(person)) continue;
      for (const [unit, , ticket] of accounts) ask(tx, pageKey(grantedIn(host, unit), ticket));
    }
    held = people.length;
  }
  if (pool.waiting.count > 0) foreseeDeferred(tx, host, pool, held);
}
