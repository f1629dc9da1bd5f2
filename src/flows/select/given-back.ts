/** What a step gave back of what was kept of somebody's departure, and what it did not, as its events say it. */
import type { AppsEvents } from "../../apps/model.ts";
import type { SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { EventOf } from "../../core/outcome.ts";
import type { KeptKind, KeptPeriod, KeptThing, NotGivenBack } from "../../directory/model.ts";
import { distinctThings } from "../../directory/select/kept.ts";
import type { GroupsEvents } from "../../groups/model.ts";
import type { HierarchyEvents } from "../../hierarchy/model.ts";
import type { LicensesEvents } from "../../licenses/model.ts";
import type { RosterEvents } from "../../roster/model.ts";
import { officeText } from "../../roster/select/offices.ts";
import type { SpacesEvents } from "../../spaces/model.ts";
import { isTrunk } from "../../spaces/select/container.ts";
import type { FlowsEvents } from "../model.ts";
import type { Reading } from "./flows.ts";

type Happened = EventOf<
  AppsEvents &
    FlowsEvents &
    GroupsEvents &
    HierarchyEvents &
    LicensesEvents &
    RosterEvents &
    Pick<SpacesEvents, "counterpart.named">
>;

/** Of one kind: in which Space, of which app, group, Host, instance or Member, which unit or task; or which period. */
type Named = readonly [
  kind: KeptKind,
  space: SpaceId | null,
  id?: string | null,
  number?: number | null,
];

/** A place is one, whoever left before; a task is where it is. */
function nameOf([kind, space, , id, number, , period]: KeptThing): string {
  if (period !== undefined) return textOf([kind, null, periodText(period)]);
  if (kind === "task") return textOf([kind, null, id, number]);
  return textOf(kind === "place" ? [kind, space] : [kind, space, id, number]);
}

const periodText = ({ person, standIn, from, apps = [] }: Omit<KeptPeriod, "number">): string =>
  [from, person, standIn.person, ...apps].join(" ");

const textOf = ([kind, space, id = null, number = null]: Named): string =>
  JSON.stringify([kind, space, id, number]);

/** What an event gives back, or lets wait for room. */
function returned(event: Happened): { readonly named: readonly Named[]; readonly waits: boolean } {
  switch (event.type) {
    case "roster.entered":
    case "waiting.joined": {
      const waits = event.type === "waiting.joined";
      const named: Named[] = "trunk" in event.data ? [] : [["place", event.data.space]];
      return { named, waits };
    }
    case "scope.changed": {
      const { because, people } = event.data;
      const kind = people[0]?.[1] === "in" ? "selection" : "exclusion";
      const named: Named = isTrunk(event.data)
        ? [`link-${kind}`, null, event.data.trunk]
        : [kind, event.data.space];
      return { named: because === "reinstated" ? [named] : [], waits: false };
    }
    case "app.relisted": {
      const { app, named } = event.data;
      const space = isTrunk(event.data) ? null : event.data.space;
      const kind = space === null ? "link-list" : "list";
      return { named: named.map((each) => [kind, space, app, each]), waits: false };
    }
    case "group.entered":
      return {
        named: [["group", isTrunk(event.data) ? null : event.data.space, event.data.group]],
        waits: false,
      };
    case "license.granted":
    case "license.deferred": {
      const { host, unit, number } = event.data;
      const space = "space" in unit ? unit.space : null;
      const waits = event.type === "license.deferred";
      return { named: [["license", space, host, number]], waits };
    }
    case "liaison.assigned":
      return { named: [["office", null, officeText(event.data)]], waits: false };
    case "counterpart.named": {
      const { space, member, place, because } = event.data;
      const named: Named = ["counterpart", space, member, place ?? null];
      return { named: because === "reinstated" ? [named] : [], waits: false };
    }
    case "stand-in.set": {
      const named: Named = ["stand-in", null, periodText(event.data)];
      return { named: [named], waits: false };
    }
    case "task.handed-over": {
      const { instance, task } = event.data;
      return { named: [["task", null, instance, task]], waits: false };
    }
    default:
      return { named: [], waits: false };
  }
}

/** Whether an event is about an identity; a task's names who left it, and it is known by itself. */
function isAbout({ type, data }: Happened, { organization, person }: Identity): boolean {
  if (type === "task.handed-over") return data.because === "reinstated";
  if (type === "liaison.assigned") {
    const last = data.people.at(-1);
    return (
      data.because === "reinstated" && last?.person === person && last.organization === organization
    );
  }
  if (type === "stand-in.set") {
    return (
      data.organization === organization &&
      (data.person === person || data.standIn.person === person)
    );
  }
  if (type === "scope.changed") {
    return data.organization === organization && data.people[0]?.[0] === person;
  }
  const who = data as Partial<Identity>;
  return who.organization === organization && who.person === person;
}

/**
 * RESIGN-07: what of kept things a step has not given back to an identity, counted by kind and Space: it
 * waits for room, or with the identity in the Space; or others have decided otherwise since.
 */
export function notGivenBack(
  tx: Reading,
  identity: Identity,
  things: readonly KeptThing[],
  waiting: readonly KeptThing[],
): NotGivenBack[] {
  const back = new Set<string>();
  const waits = new Set(waiting.map(nameOf));
  for (const event of tx.events as readonly Happened[]) {
    if (!isAbout(event, identity)) continue;
    const found = returned(event);
    for (const each of found.named) (found.waits ? waits : back).add(textOf(each));
  }
  const left = things.filter((thing) => !back.has(nameOf(thing)));
  const counts = new Map<string, NotGivenBack>();
  for (const thing of distinctThings(left)) {
    const [kind, space] = thing;
    const reason = waits.has(nameOf(thing)) ? "waiting" : "changed";
    const key = JSON.stringify([kind, space, reason]);
    counts.set(key, [kind, 1 + (counts.get(key)?.[1] ?? 0), reason, space]);
  }
  return [...counts.values()];
}
