/** Whoever holds tasks, and those that wait for a successor. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import {
  checkedTickets,
  collect,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import { tiesKept } from "../directory/select/bound.ts";
import { isPresentAt } from "../roster/select/stakes-kept.ts";
import { type All, type Check, everyTask, type Found, isPresentIn } from "./invariants-found.ts";
import type { ParkedPage, RunningPage } from "./model.ts";
import { hasDoor, isClosed } from "./select/flows.ts";
import { parkedFor, runningOf } from "./select/keys.ts";

const textOf = ({ id, number }: Pick<Found, "id" | "number">): string => named(id, number);

/** Whether a task's holder is a Member's person who is not on the Roster. */
function isAway(all: All, { task, instance }: Found): boolean {
  const { holder } = task;
  if (holder === null || instance.space === null) return false;
  return holder.organization !== instance.host && !isPresentIn(all, instance.space, holder);
}

/** Whoever holds a task is in service, and of an organization that takes part. */
export const holders: Check = (all, say, policy) => {
  for (const found of everyTask(all)) {
    const { task, instance } = found;
    const { holder } = task;
    if (isClosed(task) || holder === null) continue;
    const employment = all.get("employment", holder.organization, holder.person);
    const ended = all.get("organization", holder.organization)?.ended !== false;
    if (ended || employment?.inService !== true)
      say(`${textOf(found)} is held by somebody who left`);
    if (holder.organization === instance.host) continue;
    if (instance.trunk !== undefined && policy.routingCandidates === "rostered") {
      const { organization, person } = holder;
      if (!isPresentAt(all, instance.trunk, organization, person)) {
        say(`${textOf(found)} is held by somebody who is not present`);
      }
    }
    if (instance.space === null) continue;
    const part = all.get("association", instance.space, holder.organization);
    if (part === null) say(`${textOf(found)} is held for an organization that left`);
    const rostered = policy.routingCandidates === "rostered";
    if (rostered && isAway(all, found)) say(`${textOf(found)} is held by somebody not added`);
  }
};

/** What waits in a Space for a Member is listed for the Host as well, and nothing else is. */
function listedForHost(
  found: Found,
  expected: Map<string, string[]>,
  say: (what: string) => void,
): void {
  const { id, number, task, instance } = found;
  const { space, host } = instance;
  const { home, elsewhere } = task;
  const parked = task.holder === null && !isClosed(task);
  if ((parked && hasDoor(instance) && home !== host) !== (elsewhere !== undefined)) {
    say(`${textOf(found)} waits elsewhere and not, at once`);
  }
  if (elsewhere === undefined) return;
  collect(expected, host, named(elsewhere, id, number, space, null, home));
}

/** Tasks without a holder, or whose holder is away, are listed for their home's admins; no others. */
export const parking: Check = (all, say) => {
  const expected = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  for (const found of everyTask(all)) {
    const { id, number, task, instance } = found;
    listedForHost(found, expected, say);
    const away = task.holder?.person ?? null;
    const must = !isClosed(task) && (away === null || isAway(all, found));
    if (must && task.parked === null) say(`${textOf(found)} is parked nowhere`);
    if (isClosed(task) && task.parked !== null) say(`${textOf(found)} is parked for ever`);
    if (task.parked === null) continue;
    if (task.holder !== null && task.holder.organization !== task.home) {
      say(`${textOf(found)} is listed for an organization that is not its holder's`);
    }
    if (all.get("organization", task.home)?.ended !== false) {
      say(`${textOf(found)} waits for an organization that ended`);
    }
    collect(expected, task.home, named(task.parked, id, number, instance.space, away, null));
    if (away === null) waiting.set(task.home, (waiting.get(task.home) ?? 0) + 1);
  }
  for (const { owner, record } of all.of("parking")) {
    const where = parkedFor(owner as OrganizationId);
    const entries = checkedTickets<ParkedPage["entries"][number]>(all, where, record.parked, say);
    const found = entries.map(([ticket, id, task, at, away, elsewhere]) => {
      const space = all.get("instance", id)?.space === null ? null : at;
      return named(ticket, id, task, space, away, elsewhere);
    });
    const { waiting: counted = 0 } = record;
    if (counted !== (waiting.get(owner) ?? 0)) say(`${named(owner)} miscounts what waits for it`);
    if (!sameMembers(found, expected.get(owner) ?? [])) {
      say(`parked tasks of ${named(owner)} are not those without a holder`);
    }
    expected.delete(owner);
  }
  for (const home of expected.keys()) say(`${named(home)} does not know of parked tasks`);
  for (const kind of ["parked", "running"] as const) {
    const known = ({ owner, own }: { owner: string; own: string }): boolean =>
      all.get("parking", owner)?.[kind].pages.includes(Number(own)) === true;
    strays<unknown>(all.of(kind), kind, known, (what) => say(`${STRUCTURE}: ${what}`));
  }
};

/** What runs is listed for its Host, which has not ended, and nothing else is. */
export const running: Check = (all, say) => {
  const expected = new Map<string, string[]>();
  for (const { owner, record } of all.of("instance")) {
    const { host, status, ticket } = record;
    if ((status === "running") !== (ticket !== null)) say(`${named(owner)} runs and not, at once`);
    if (ticket === null) continue;
    collect(expected, host, named(ticket, owner));
    if (all.get("organization", host)?.ended !== false) say(`${named(owner)} outlives its Host`);
  }
  for (const { owner, record } of all.of("parking")) {
    const where = runningOf(owner as OrganizationId);
    const entries = checkedTickets<RunningPage["entries"][number]>(all, where, record.running, say);
    const found = entries.map((entry) => named(...entry));
    if (!sameMembers(found, expected.get(owner) ?? [])) say(`${named(owner)} lists what runs not`);
    expected.delete(owner);
  }
  for (const host of expected.keys()) say(`${named(host)} does not list what runs`);
};

/** Whoever holds tasks is bound to their instances, and nobody else is. */
export const ties: Check = (all, say) => {
  const expected = new Map<string, string[]>();
  const byHolder = new Map<string, Map<string, number[]>>();
  const spaces = new Map<string, string | null>();
  for (const { id, number, task, instance } of everyTask(all)) {
    if (isClosed(task) || task.holder === null) continue;
    const key = named(task.holder.organization, task.holder.person);
    const instances = byHolder.get(key) ?? new Map<string, number[]>();
    byHolder.set(key, instances);
    collect(instances, id, number);
    spaces.set(id, instance.space);
  }
  for (const [key, instances] of byHolder) {
    for (const [id, numbers] of instances) {
      collect(expected, key, named(id, spaces.get(id) ?? null, numbers));
    }
  }
  for (const { owner, own, record } of all.of("bound")) {
    const identity = { organization: owner as OrganizationId, person: own as PersonId };
    const kept = tiesKept(record, identity, "tasks", (bucket) => all.get("ties", owner, bucket));
    const key = named(owner, own);
    const found = kept.map(([id, , space, numbers]) => {
      const instance = all.get("instance", id);
      const isElsewhere = instance?.space !== null || instance.trunk !== undefined;
      if (isElsewhere || owner === instance.host) return named(id, space, numbers);
      const at = (space ?? "") as string;
      const isThere =
        all.get("space", at)?.host === instance.host && isPresentIn(all, at, identity);
      if (!isThere) say(`${key} works on ${named(id)} where they are not`);
      return named(id, null, numbers);
    });
    if (!sameMembers(found, expected.get(key) ?? [])) say(`${key} is bound to other tasks`);
    expected.delete(key);
  }
  for (const key of expected.keys()) say(`${key} is bound to no task`);
};
