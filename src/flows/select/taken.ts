/** What departures took in a step, as its events say it. */
import type { AppsEvents } from "../../apps/model.ts";
import type { SpaceId } from "../../core/ids.ts";
import { identityText } from "../../core/lists.ts";
import type { Identity } from "../../core/notice.ts";
import type { EventOf } from "../../core/outcome.ts";
import { must, read } from "../../core/transaction.ts";
import type { KeptThing } from "../../directory/model.ts";
import { poolsBefore } from "../../directory/select/ended.ts";
import type { GroupsEvents } from "../../groups/model.ts";
import type { LicensesEvents } from "../../licenses/model.ts";
import { poolOf } from "../../licenses/select/pool.ts";
import type { RosterEvents, SpaceRosterEvent } from "../../roster/model.ts";
import { isTrunk, partIn } from "../../spaces/select/container.ts";
import type { FlowsEvents } from "../model.ts";
import { instanceOf, type Reading, spaceOfTask, taskOf } from "./flows.ts";

type Events = AppsEvents & FlowsEvents & GroupsEvents & LicensesEvents & RosterEvents;
type Happened = EventOf<Events>;

/** The order of an organization's Association with a Space, which tells it from former ones. */
export const orderIn = (tx: Reading, space: SpaceId | null, { organization }: Identity): number =>
  space === null ? 0 : (read(tx, "association", space, organization)?.order ?? 0);

/** Where the departures of a step are counted: in a Space, or in a pool. */
function placeOf(event: Happened): string | null {
  switch (event.type) {
    case "roster.left":
    case "waiting.left":
      return event.data.because === "resigned" && !isTrunk(event.data)
        ? `space ${event.data.space}`
        : null;
    case "license.released":
    case "license.undeferred":
      // What suspensions take is counted with it.
      return event.data.because === "resigned" || event.data.because === "suspended"
        ? `pool ${event.data.host}`
        : null;
    default:
      return null;
  }
}

/** For each event by which somebody departs from a Space or pool, how many had departed there before. */
function orderOfLeaving(tx: Reading, events: readonly Happened[]): ReadonlyMap<Happened, number> {
  const leaving = new Map<string, Happened[]>();
  for (const event of events) {
    const place = placeOf(event);
    if (place === null) continue;
    const those = leaving.get(place);
    if (those === undefined) leaving.set(place, [event]);
    else those.push(event);
  }
  const orders = new Map<Happened, number>();
  for (const those of leaving.values()) {
    const { data } = those[0] as
      | EventOf<LicensesEvents, "license.released">
      | SpaceRosterEvent<"roster.left">;
    const { departures = 0 } =
      "host" in data ? poolOf(tx, data.host) : must(tx, "space", data.space);
    for (const [i, event] of those.entries()) orders.set(event, departures - those.length + i);
  }
  return orders;
}

/** The rule of a scope that ended with somebody's employment. */
function ruleTaken(tx: Reading, data: RosterEvents["scope.changed"]): KeptThing[] {
  const { organization, ended } = data;
  const { order = 0, sets = 0 } = partIn(tx, data, organization) ?? {};
  const kind = ended === "in" ? "selection" : "exclusion";
  return isTrunk(data)
    ? [[`link-${kind}`, null, order, data.trunk, null, sets]]
    : [[kind, data.space, order, null, null, sets]];
}

/** The task that a departure parked; a Host's people have theirs wherever they are. */
function taskTaken(tx: Reading, data: FlowsEvents["task.parked"], identity: Identity): KeptThing[] {
  const { home, instance, task } = data;
  const { parked } = taskOf(tx, data);
  if (home !== identity.organization || parked === null) return [];
  const space = instanceOf(tx, instance).host === home ? null : spaceOfTask(tx, data);
  return [["task", space, orderIn(tx, space, identity), instance, task, parked]];
}

/** What one event took from somebody who resigned. */
function takenBy(
  tx: Reading,
  event: Happened,
  identity: Identity,
  left: number,
): readonly KeptThing[] {
  const order = (space: SpaceId | null) => orderIn(tx, space, identity);
  switch (event.type) {
    case "roster.left":
    case "waiting.left": {
      // The Roster of a Link is what its scope says: nothing of it has to be kept (BRANCH-02).
      if (event.data.because !== "resigned" || isTrunk(event.data)) return [];
      const { space } = event.data;
      return [["place", space, order(space), null, left, 0]];
    }
    case "group.left": {
      const { space, group, because } = event.data;
      return because === "resigned" ? [["group", space, order(space), group, null, 0]] : [];
    }
    case "app.unlisted": {
      const { space, app, named = [] } = event.data;
      const { lists = 0, permits = 0 } = read(tx, "publication", space, app) ?? {};
      return named.map((permission) => {
        const since = permission === null ? lists : permits;
        return ["list", space, order(space), app, permission, since];
      });
    }
    case "license.released":
    case "license.undeferred": {
      const { host, unit, number, because } = event.data;
      if (because !== "resigned") return [];
      const space = unit.kind === "host" ? null : unit.space;
      // A pool that ended with its Host is another one when the Host exists again (DIR-19).
      const under = space === null ? poolsBefore(tx, host) : order(space);
      return [["license", space, under, host, number, left]];
    }
    case "scope.changed":
      return ruleTaken(tx, event.data);
    case "task.parked":
      return taskTaken(tx, event.data, identity);
    default:
      return [];
  }
}

/** From whom an event may have taken something. */
function leaverOf(event: Happened): Identity | null {
  if (event.type === "task.parked") return event.data.from;
  if (event.type === "scope.changed") {
    const { organization, people, ended } = event.data;
    const [first] = people;
    return ended === undefined || first === undefined ? null : { organization, person: first[0] };
  }
  return event.data as Identity;
}

/** Events that take something from whoever leaves. */
const TAKING: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "app.unlisted",
  "group.left",
  "license.released",
  "license.undeferred",
  "roster.left",
  "scope.changed",
  "task.parked",
  "waiting.left",
]);

/** Everything that departures took in this step, by whom it was taken from. */
export function takenInStep(tx: Reading): ReadonlyMap<string, readonly KeptThing[]> {
  const events = (tx.events as readonly Happened[]).filter(({ type }) => TAKING.has(type));
  const orders = orderOfLeaving(tx, events);
  const found = new Map<string, KeptThing[]>();
  for (const event of events) {
    const leaver = leaverOf(event);
    if (leaver === null) continue;
    const things = takenBy(tx, event, leaver, orders.get(event) ?? 0);
    const name = identityText(leaver);
    const those = found.get(name);
    if (those === undefined) found.set(name, [...things]);
    else those.push(...things);
  }
  return found;
}
