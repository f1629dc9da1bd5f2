/** What departures took in a step, as its events say it. */
import type { AppsEvents } from "../../apps/model.ts";
import { orderAt, timesSet } from "../../apps/select/audience.ts";
import type { SpaceId } from "../../core/ids.ts";
import { identityText } from "../../core/lists.ts";
import type { Identity } from "../../core/notice.ts";
import type { EventOf } from "../../core/outcome.ts";
import { must, read, readBefore } from "../../core/transaction.ts";
import type { DirectoryEvents, KeptThing } from "../../directory/model.ts";
import type { GroupsEvents } from "../../groups/model.ts";
import type { HierarchyEvents } from "../../hierarchy/model.ts";
import type { LicensesEvents } from "../../licenses/model.ts";
import { poolOf, poolUnder } from "../../licenses/select/pool.ts";
import type { RosterEvents, SpaceRosterEvent } from "../../roster/model.ts";
import { officeKept, officeText } from "../../roster/select/offices.ts";
import type { SpacesEvents } from "../../spaces/model.ts";
import { isTrunk, partIn } from "../../spaces/select/container.ts";
import { listOn, sideOf } from "../../spaces/select/counterparts.ts";
import { ticketWith } from "../../spaces/select/trunks.ts";
import type { FlowsEvents } from "../model.ts";
import { instanceOf, type Reading, sameIdentity, spaceOfTask, taskOf } from "./flows.ts";
import { isOver } from "./stand-ins.ts";

type Events = AppsEvents &
  FlowsEvents &
  GroupsEvents &
  HierarchyEvents &
  LicensesEvents &
  RosterEvents &
  Pick<SpacesEvents, "counterpart.dropped">;
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

/** Which place a counterpart had in the list before this step. */
function placeBefore(tx: Reading, dropped: SpacesEvents["counterpart.dropped"]): number {
  const { space, member, person } = dropped;
  const list = readBefore(tx, "counterparts", space, member)?.[sideOf(dropped)];
  return list?.people.find(([each]) => each === person)?.[1] ?? 0;
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
      const { group, because } = event.data;
      if (because !== "resigned") return [];
      const space = isTrunk(event.data) ? null : event.data.space;
      const under = isTrunk(event.data)
        ? (ticketWith(tx, event.data.trunk, identity.organization) ?? -1)
        : order(space);
      return [["group", space, under, group, null, 0]];
    }
    case "app.unlisted": {
      const { app, named = [] } = event.data;
      const under = orderAt(tx, event.data, identity.organization) ?? -1;
      const space = isTrunk(event.data) ? null : event.data.space;
      const kind = space === null ? "link-list" : "list";
      return named.map((permission) => {
        const since = timesSet(tx, event.data, permission);
        return [kind, space, under, app, permission, since];
      });
    }
    case "license.released":
    case "license.undeferred": {
      const { host, unit, number, because } = event.data;
      if (because !== "resigned") return [];
      const space = "space" in unit ? unit.space : null;
      // A pool that ended with its Host is another one when the Host exists again (DIR-19).
      const under =
        space === null ? (poolUnder(tx, host, identity.organization) ?? 0) : order(space);
      return [["license", space, under, host, number, left]];
    }
    case "liaison.ended": {
      const { trunk, because } = event.data;
      const set = officeKept(tx, event.data)?.[2];
      if (because !== "resigned" || set === undefined) return [];
      const under = ticketWith(tx, trunk, identity.organization) ?? -1;
      return [["office", null, under, officeText(event.data), null, set]];
    }
    case "counterpart.dropped": {
      const { space, member, because } = event.data;
      if (because !== "resigned") return [];
      const under = read(tx, "association", space, member)?.order ?? -1;
      const { sets } = listOn(tx, event.data);
      return [["counterpart", space, under, member, placeBefore(tx, event.data), sets]];
    }
    case "stand-in.ended": {
      const { organization, person, because, ...period } = event.data;
      if (because !== "resigned" || isOver(period, tx.at)) return [];
      const left = resignedIn(tx).find((each) => sameIdentity(each, { organization, person }));
      const { number } = left ?? must(tx, "employment", organization, person);
      return [["stand-in", null, 0, null, null, 0, { person, number, ...period }]];
    }
    case "scope.changed":
      return ruleTaken(tx, event.data);
    case "task.parked":
      return taskTaken(tx, event.data, identity);
    default:
      return [];
  }
}

/** Who resigned in this step, and under which employment. */
const resignedIn = (tx: Reading): DirectoryEvents["person.resigned"][] =>
  tx.events.flatMap(({ type, data }) =>
    type === "person.resigned" ? [data as DirectoryEvents["person.resigned"]] : [],
  );

/** From whom an event may have taken something; of two who have both left a period is kept once. */
function leaverOf(tx: Reading, event: Happened): Identity | null {
  if (event.type === "stand-in.ended") {
    const { organization, person, standIn } = event.data;
    const hasLeft = resignedIn(tx).some((left) => sameIdentity(left, { organization, person }));
    return { organization, person: hasLeft ? person : standIn.person };
  }
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
  "counterpart.dropped",
  "group.left",
  "liaison.ended",
  "license.released",
  "license.undeferred",
  "roster.left",
  "scope.changed",
  "stand-in.ended",
  "task.parked",
  "waiting.left",
]);

/** Everything that departures took in this step, by whom it was taken from. */
export function takenInStep(tx: Reading): ReadonlyMap<string, readonly KeptThing[]> {
  const events = (tx.events as readonly Happened[]).filter(({ type }) => TAKING.has(type));
  const orders = orderOfLeaving(tx, events);
  const found = new Map<string, KeptThing[]>();
  for (const event of events) {
    const leaver = leaverOf(tx, event);
    if (leaver === null) continue;
    const things = takenBy(tx, event, leaver, orders.get(event) ?? 0);
    const name = identityText(leaver);
    const those = found.get(name);
    if (those === undefined) found.set(name, [...things]);
    else those.push(...things);
  }
  return found;
}
