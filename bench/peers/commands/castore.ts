/**
 * Castore: a command loads what it decides on by folding its events, and pushes what follows as one
 * group. Its adapters keep no snapshots.
 */
import { EventStore, type GroupedEvent } from "@castore/core";
import {
  type Counted,
  type Employed,
  type Happened,
  type Hires,
  type SpaceNow,
  type Stores,
  stateOfStores,
  storesOf,
} from "./castore-stores.ts";
import { endingOfState } from "./ending.ts";
import type { Runner } from "./libraries.ts";
import { type Change, consequences, type Fact } from "./rules.ts";
import { type Ground, nameOf, type State } from "./state.ts";

interface Loaded {
  readonly employed: Employed | undefined;
  readonly hired: Hires | undefined;
  readonly spaces: Map<string, SpaceNow>;
}

const viewOf = ({ employed, hired, spaces: all }: Loaded) => ({
  hires: () => hired?.count ?? 0,
  employment: () => employed?.employment,
  persons: (space: string) => all.get(space)?.roster.size ?? 0,
  through: (space: string, person: string) => all.get(space)?.roster.get(person),
  waiting: (space: string) => all.get(space)?.waiting ?? [],
  rule: (space: string, name: string) => all.get(space)?.rules.get(name),
});

/**
 * Gets aggregates by folding their events, each time; or keeps them, as the guide's `prevAggregate` has
 * it, and folds only what is pushed.
 */
function aggregatesOf(stores: Stores, keeping: boolean) {
  const kept = new Map<string, unknown>();
  const get = async <Aggregate>(
    id: string,
    load: (id: string) => Promise<{ aggregate: Aggregate | undefined }>,
  ): Promise<Aggregate | undefined> => {
    if (!keeping) return (await load(id)).aggregate;
    if (!kept.has(id)) kept.set(id, (await load(id)).aggregate);
    return kept.get(id) as Aggregate | undefined;
  };
  const pushed = (event: Happened | Counted): void => {
    if (!keeping) return;
    const { aggregateId: id } = event;
    const before = kept.get(id);
    if (event.type === "counted") kept.set(id, stores.hires.reducer(before as Hires, event));
    else if (event.payload.type === "employed") {
      kept.set(id, stores.employments.reducer(before as Employed, event));
    } else kept.set(id, stores.spaces.reducer(before as SpaceNow, event));
  };
  return { get, pushed };
}

/** The events that changes are, with the versions they take. */
function eventsOf(stores: Stores, loaded: Loaded, organization: string, changes: Change[]) {
  const versions = new Map([...loaded.spaces].map(([id, { version }]) => [id, version]));
  const group: GroupedEvent[] = [];
  for (const each of changes) {
    const type = "changed" as const;
    if (each.type !== "employed") {
      const version = (versions.get(each.space) ?? 0) + 1;
      versions.set(each.space, version);
      const event = { aggregateId: each.space, version, type, payload: each };
      group.push(stores.spaces.groupEvent(event));
      continue;
    }
    const version = (loaded.employed?.version ?? 0) + 1;
    group.push(
      stores.employments.groupEvent({ aggregateId: each.name, version, type, payload: each }),
    );
    if (!each.employment.inService) continue;
    const counted = { aggregateId: organization, version: (loaded.hired?.version ?? 0) + 1 };
    group.push(stores.hires.groupEvent({ ...counted, type: "counted", payload: 1 }));
  }
  return group;
}

/** Castore; `keeping`: its user keeps aggregates instead of loading them. */
export function withCastore(ground: Ground, state: State, keeping: boolean): Runner {
  const stores = storesOf(state);
  const { get, pushed } = aggregatesOf(stores, keeping);
  const load = async ({ data: { organization, person } }: Fact): Promise<Loaded> => {
    const all = new Map<string, SpaceNow>();
    for (const id of ground.organizations.get(organization)?.spaces ?? []) {
      const space = await get(id, (each) => stores.spaces.getAggregate(each));
      if (space !== undefined) all.set(id, space);
    }
    const name = nameOf(organization, person);
    return {
      employed: await get(name, (each) => stores.employments.getAggregate(each)),
      hired: await get(organization, (each) => stores.hires.getAggregate(each)),
      spaces: all,
    };
  };
  const take = async (fact: Fact): Promise<void> => {
    const loaded = await load(fact);
    const changes = consequences(ground, viewOf(loaded), fact);
    const [first, ...others] = eventsOf(stores, loaded, fact.data.organization, changes);
    if (first === undefined) return;
    const { eventGroup } = await EventStore.pushEventGroup(first, ...(others as [GroupedEvent]));
    for (const { event } of eventGroup) pushed(event as Happened | Counted);
  };
  return { take, ending: async () => endingOfState(await stateOfStores(stores)) };
}
