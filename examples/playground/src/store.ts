/** The one state of the page, and what follows from it. */
import type { Identity } from "interorg";
import { type Names, namesIn, namesSaid } from "./names.ts";
import { decideAll, type Session, type Step, worldAfter } from "./session.ts";
import { asSeen } from "./world/as-seen.ts";
import { type Changes, changesBetween } from "./world/changes.ts";
import { type Picture, readWorld } from "./world/reading.ts";
import { type Rooms, roomsIn } from "./world/rooms.ts";

export type Tab = "step" | "selected" | "do" | "ask";

/** What was wrong with a link or a script that should have been opened. */
export interface Trouble {
  readonly problems: readonly {
    readonly path: readonly (string | number)[];
    readonly problem: string;
  }[];
}

/** A form to be filled in, with what is known of it already. */
export interface Draft {
  readonly type: string;
  readonly by?: Identity | undefined;
  readonly data: { readonly [field: string]: unknown };
}

export interface State {
  readonly session: Session;
  readonly steps: readonly Step[];
  /** How many steps have been taken. */
  readonly at: number;
  /** The mark of what is selected. */
  readonly selected: string | null;
  readonly lookAs: Identity | null;
  readonly tab: Tab;
  readonly draft: Draft | null;
  readonly trouble: Trouble | null;
}

/** What a state shows. */
export interface Scenery {
  /** All there is, whoever looks. */
  readonly whole: Picture;
  readonly shown: Picture;
  readonly changes: Changes;
  readonly names: Names;
  readonly rooms: Rooms;
}

type Listener = (state: State, before: State) => void;

export interface Store {
  readonly state: () => State;
  readonly update: (change: Partial<State>) => void;
  readonly listen: (listener: Listener) => void;
}

export function newState(session: Session, at: number): State {
  return {
    session,
    steps: decideAll(session),
    at,
    selected: null,
    lookAs: null,
    tab: "step",
    draft: null,
    trouble: null,
  };
}

export function createStore(first: State): Store {
  let current = first;
  const listeners: Listener[] = [];
  return {
    state: () => current,
    update: (change) => {
      const before = current;
      current = { ...current, ...change };
      for (const listener of listeners) listener(current, before);
    },
    listen: (listener) => listeners.push(listener),
  };
}

/** Organizations and Spaces in the order in which the script names them first. */
function orderOf(steps: readonly Step[]): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  for (const { input } of steps) {
    const data = input.data as { readonly organization?: unknown; readonly space?: unknown };
    for (const id of [data.organization, data.space]) {
      if (typeof id === "string" && !order.has(id)) order.set(id, order.size);
    }
  }
  return order;
}

let last: { readonly state: State; readonly scenery: Scenery } | null = null;

const sameLook = (left: State, right: State): boolean =>
  left.steps === right.steps && left.at === right.at && left.lookAs === right.lookAs;

/** What a state shows, worked out once. */
export function sceneryOf(state: State): Scenery {
  if (last !== null && sameLook(last.state, state)) return last.scenery;
  const { steps, at, lookAs, session } = state;
  const order = orderOf(steps);
  const world = worldAfter(steps, at);
  const worldBefore = worldAfter(steps, at - 1);
  const whole = readWorld(world, order);
  const wholeBefore = readWorld(worldBefore, order);
  const seen = (picture: Picture, of: typeof world): Picture =>
    lookAs === null ? picture : asSeen(picture, of, session.policy, lookAs);
  const shown = seen(whole, world);
  const before = at <= session.setup ? null : seen(wholeBefore, worldBefore);
  const scenery: Scenery = {
    whole,
    shown,
    changes: changesBetween(before, shown),
    names: namesIn(namesSaid(session.inputs), whole, wholeBefore),
    rooms: roomsIn(world, session.policy, whole),
  };
  last = { state, scenery };
  return scenery;
}
