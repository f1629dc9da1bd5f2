/** Castore's event stores for employments, hires and Spaces, in memory, and how events fold. */
import { type EventDetail, EventStore, EventType } from "@castore/core";
import { InMemoryEventStorageAdapter } from "@castore/event-storage-adapter-in-memory";
import type { Change } from "./rules.ts";
import type { Employment, SpaceState, State, Through, Waiter } from "./state.ts";

/** The present employment of an identity. */
export interface Employed {
  readonly aggregateId: string;
  version: number;
  employment: Employment | undefined;
}

/** How many were hired by an organization. */
export interface Hires {
  readonly aggregateId: string;
  version: number;
  count: number;
}

/** Folded in place, the cheapest there is: copies would cost a Roster for each event. */
export interface SpaceNow {
  readonly aggregateId: string;
  version: number;
  readonly roster: Map<string, Through>;
  waiting: Waiter[];
  readonly rules: Map<string, string>;
}

export type Happened = EventDetail<"changed", Change>;
export type Opened = EventDetail<"opened", Readonly<Record<string, string>>>;
export type Counted = EventDetail<"counted", number>;

const employments = () =>
  new EventStore({
    eventStoreId: "employments",
    eventTypes: [new EventType<"changed", Change>({ type: "changed" })],
    reducer: (_, { aggregateId, version, payload }: Happened): Employed => ({
      aggregateId,
      version,
      employment: payload.type === "employed" ? payload.employment : undefined,
    }),
    eventStorageAdapter: new InMemoryEventStorageAdapter(),
  });

const hires = () =>
  new EventStore({
    eventStoreId: "hires",
    eventTypes: [new EventType<"counted", number>({ type: "counted" })],
    reducer: (before: Hires | undefined, { aggregateId, version, payload }: Counted): Hires => ({
      aggregateId,
      version,
      count: (before?.count ?? 0) + payload,
    }),
    eventStorageAdapter: new InMemoryEventStorageAdapter(),
  });

const spaceEvents = [
  new EventType<"opened", Readonly<Record<string, string>>>({ type: "opened" }),
  new EventType<"changed", Change>({ type: "changed" }),
];

function follow(now: SpaceNow, each: Change): void {
  if (each.type === "employed") return;
  if (each.type === "unruled") {
    now.rules.delete(each.name);
    return;
  }
  const { organization, person } = each;
  const isOne = (one: Waiter) => one.person === person && one.organization === organization;
  if (each.type === "queued") now.waiting.push({ organization, person, ordinal: each.ordinal });
  else if (each.type !== "left") {
    const at = now.waiting.findIndex(isOne);
    if (at >= 0) now.waiting.splice(at, 1);
  }
  const through = now.roster.get(person) ?? [];
  if (each.type === "entered") now.roster.set(person, [...through, [organization, each.ordinal]]);
  else if (each.type === "left") {
    const rest = through.filter(([id]) => id !== organization);
    if (rest.length === 0) now.roster.delete(person);
    else now.roster.set(person, rest);
  }
}

const spaces = () =>
  new EventStore({
    eventStoreId: "spaces",
    eventTypes: spaceEvents,
    reducer: (before: SpaceNow | undefined, event: Opened | Happened): SpaceNow => {
      const { aggregateId, version } = event;
      if (event.type === "opened" || before === undefined) {
        const rules = new Map(event.type === "opened" ? Object.entries(event.payload) : []);
        return { aggregateId, version, roster: new Map(), waiting: [], rules };
      }
      before.version = version;
      follow(before, event.payload);
      return before;
    },
    eventStorageAdapter: new InMemoryEventStorageAdapter(),
  });

/** Puts events in without asking who has them: a population is not what is measured. */
function fill(
  store: { getEventStorageAdapter: () => unknown },
  id: string,
  events: object[],
): void {
  const adapter = store.getEventStorageAdapter() as InMemoryEventStorageAdapter;
  const timestamp = new Date(0).toISOString();
  adapter.eventStore[id] = events.map(
    (each, place) => ({ aggregateId: id, version: place + 1, timestamp, ...each }) as EventDetail,
  );
}

const eventsOf = (space: string, { roster, waiting, rules }: SpaceState): object[] => [
  { type: "opened", payload: rules },
  ...Object.entries(roster).flatMap(([person, through]) =>
    through.map(([organization, ordinal]) => ({
      type: "changed",
      payload: { type: "entered", space, organization, person, ordinal },
    })),
  ),
  ...waiting.map((each) => ({ type: "changed", payload: { type: "queued", space, ...each } })),
];

/** The stores with a population in them. */
export function storesOf(state: State) {
  const stores = { employments: employments(), hires: hires(), spaces: spaces() };
  for (const [name, employment] of Object.entries(state.employments)) {
    const event = { type: "changed", payload: { type: "employed", name, employment } };
    fill(stores.employments, name, [event]);
  }
  for (const [organization, count] of Object.entries(state.hires)) {
    fill(stores.hires, organization, [{ type: "counted", payload: count }]);
  }
  for (const [id, space] of Object.entries(state.spaces)) {
    fill(stores.spaces, id, eventsOf(id, space));
  }
  return stores;
}

/** All three. */
export type Stores = ReturnType<typeof storesOf>;

/** What all events lead to. */
export async function stateOfStores(stores: Stores): Promise<State> {
  const state = {
    hires: {},
    employments: {} as Record<string, Employment>,
    spaces: {} as Record<string, SpaceState>,
  };
  const idsOf = (store: { getEventStorageAdapter: () => unknown }): string[] =>
    Object.keys((store.getEventStorageAdapter() as InMemoryEventStorageAdapter).eventStore);
  for (const id of idsOf(stores.employments)) {
    const { aggregate } = await stores.employments.getAggregate(id);
    if (aggregate?.employment !== undefined) state.employments[id] = aggregate.employment;
  }
  for (const id of idsOf(stores.spaces)) {
    const { aggregate } = await stores.spaces.getExistingAggregate(id);
    const { roster, waiting, rules } = aggregate;
    state.spaces[id] = {
      persons: roster.size,
      roster: Object.fromEntries(roster),
      waiting,
      rules: Object.fromEntries(rules),
    };
  }
  return state;
}
