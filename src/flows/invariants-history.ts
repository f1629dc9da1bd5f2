/** What an instance's history tells, and the lists of what people have started and handled. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { checkedTickets, named, sameMembers, strays } from "../core/invariants.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import type { DonePage } from "../directory/model.ts";
import { doneBy } from "../directory/select/bound.ts";
import { type All, type Check, historyOf, type Say } from "./invariants-found.ts";
import { sameIdentity } from "./select/flows.ts";

/** The anchor is that of the first line; who built the app and hosts the Space is the Host. */
export const history: Check = (all, say) => {
  for (const held of all.of("instance")) {
    const { owner, record } = held;
    const [first] = historyOf(all, held, say);
    const { initiator, space, trunk, host } = record;
    const [, what = null, , who = null] = first ?? [];
    if (what !== "flow.started" || !sameIdentity(who, initiator)) {
      say(`${named(owner)} was started by somebody else`);
    }
    const isOwn = space === null && trunk === undefined;
    if (isOwn !== (initiator.organization === host) || (trunk ?? host) !== host) {
      say(`${named(owner)} is anchored in another place than its initiator`);
    }
    if (space !== null && all.get("space", space)?.host !== host) {
      say(`${named(owner)} is of another Host than its Space`);
    }
    const app = all.get("app", record.app)?.owner;
    if (app?.kind !== "organization" || app.organization !== host) {
      say(`${named(owner)} is of another Host than its app`);
    }
  }
};

/** Whom people chose while an instance ran: always inside the initiator's organization. */
const CHOSEN: readonly string[] = [
  "task.countersigned",
  "task.delegated",
  "task.transferred",
  "task.copied",
];

/** Whoever was chosen while an instance ran is of the initiator's organization. */
export const boundaries: Check = (all, say, policy) => {
  if (policy.routingBoundary === "space") return;
  for (const held of all.of("instance")) {
    const { initiator, trunk } = held.record;
    const { organization } = initiator;
    // Through a Trunk the policy may take others (ROUTE-05).
    if (trunk !== undefined && policy.hierarchyRouting !== "initiator-organization") continue;
    for (const [, what, task, who] of historyOf(all, held)) {
      if (CHOSEN.includes(what) && who?.organization !== organization) {
        say(`${named(held.owner, task)} was routed outside its initiator's organization`);
      }
    }
  }
};

/** The row that a start submitted is there. */
export const submissions: Check = (all, say) => {
  for (const { owner, record } of all.of("instance")) {
    if (all.get("row", record.app, record.row) === null) say(`${named(owner)} has lost its row`);
  }
};

function doneList(
  all: All,
  owner: string,
  person: string,
  kind: "started" | "handled",
  say: Say,
): DonePage["entries"][number][] {
  const index = all.get("bound", owner, person)?.[kind] ?? EMPTY_PAGES;
  const where = doneBy({ organization: owner as OrganizationId, person: person as PersonId }, kind);
  return checkedTickets<DonePage["entries"][number]>(all, where, index, say);
}

/** What people have started is what says that they did; what they have handled are tasks there are. */
export const lists: Check = (all, say) => {
  const instances = new Map<string, string[]>();
  for (const { owner, record } of all.of("instance")) {
    const { organization, person, as } = record.initiator;
    // Of industry members no list is kept.
    if (as !== undefined) continue;
    const key = named(organization, person);
    instances.set(key, [...(instances.get(key) ?? []), owner]);
  }
  for (const { owner, own } of all.of("bound")) {
    const started = doneList(all, owner, own, "started", say).map(([, id]) => id);
    const expected = instances.get(named(owner, own)) ?? [];
    if (!sameMembers(started, expected)) say(`${named(owner, own)} has not started what is listed`);
    instances.delete(named(owner, own));
    for (const [, id, task] of doneList(all, owner, own, "handled", say)) {
      if (all.get("task", id, String(task)) === null) say(`${named(id, task)} was never a task`);
    }
  }
  for (const key of instances.keys()) say(`${key} has started what is not listed`);
  for (const kind of ["started", "handled"] as const) {
    const known = ({ owner, own }: { owner: string; own: string }): boolean => {
      const slash = own.indexOf("/");
      const bound = all.get("bound", owner, own.slice(slash + 1));
      return bound?.[kind].pages.includes(Number(own.slice(0, slash))) === true;
    };
    strays(all.of(kind), kind, known, say);
  }
};
