/** Libraries that hold state: plain immer, Redux Toolkit, XState. */
import {
  configureStore,
  createEntityAdapter,
  createSlice,
  type PayloadAction,
} from "@reduxjs/toolkit";
import { produce } from "immer";
import { assign, createActor, setup } from "xstate";
import { change, type Loose, spread, viewOf } from "./apply.ts";
import { type Ending, endingOfState } from "./ending.ts";
import { type Change, consequences, type Fact } from "./rules.ts";
import type { Employment, Ground, State, Through, Waiter } from "./state.ts";

/** A library with a population in it. */
export interface Runner {
  readonly take: (fact: Fact) => unknown;
  readonly ending: () => Ending | Promise<Ending>;
}

/** immer: one object, one `produce` for each fact. */
export function withImmer(ground: Ground, state: State): Runner {
  let now = state;
  return {
    take: (fact) => {
      const changes = consequences(ground, viewOf(now), fact);
      now = produce(now, (draft) => change(draft as Loose<State>, changes));
    },
    ending: () => endingOfState(now),
  };
}

/** XState: a machine with everything in its context, assigned by spreading. */
export function withXState(ground: Ground, state: State): Runner {
  const machine = setup({
    types: { context: {} as State, events: {} as { type: "fact"; fact: Fact } },
    actions: {
      follow: assign(({ context, event }) =>
        spread(context, consequences(ground, viewOf(context), event.fact)),
      ),
    },
  }).createMachine({ context: state, on: { fact: { actions: "follow" } } });
  const actor = createActor(machine);
  actor.start();
  return {
    take: (fact) => actor.send({ type: "fact", fact }),
    ending: () => endingOfState(actor.getSnapshot().context),
  };
}

interface Employed extends Employment {
  readonly name: string;
}

interface Rostered {
  readonly person: string;
  readonly through: Through;
}

/** Redux Toolkit: entity adapters for employments and for each Roster, in one slice of a store. */
export function withRedux(ground: Ground, state: State): Runner {
  const employments = createEntityAdapter({ selectId: ({ name }: Employed) => name });
  const rosters = createEntityAdapter({ selectId: ({ person }: Rostered) => person });
  const named = Object.entries(state.employments).map(([name, each]) => ({ name, ...each }));
  const spaces = Object.entries(state.spaces).map(([id, { roster, waiting, rules }]) => {
    const people = Object.entries(roster).map(([person, through]) => ({ person, through }));
    return [id, { roster: rosters.getInitialState({}, people), waiting, rules }] as const;
  });
  const slice = createSlice({
    name: "spaces",
    initialState: {
      hires: state.hires,
      employments: employments.getInitialState({}, named),
      spaces: Object.fromEntries(spaces),
    },
    reducers: {
      changed: (draft, { payload }: PayloadAction<readonly Change[]>) => {
        for (const each of payload) {
          if (each.type === "employed") {
            const organization = each.name.slice(0, each.name.indexOf("/"));
            const { inService } = each.employment;
            if (inService) draft.hires[organization] = (draft.hires[organization] ?? 0) + 1;
            const employed = { name: each.name, ...each.employment } as Loose<Employed>;
            employments.setOne(draft.employments, employed);
            continue;
          }
          const space = draft.spaces[each.space];
          if (space === undefined) continue;
          const { roster, waiting } = space;
          if (each.type === "unruled") delete space.rules[each.name];
          else if (each.type === "queued") {
            const { organization, person, ordinal } = each;
            waiting.push({ organization, person, ordinal });
          } else {
            const { organization, person } = each;
            const isOne = (one: Waiter) =>
              one.person === person && one.organization === organization;
            const at = each.type === "left" ? -1 : waiting.findIndex(isOne);
            if (at >= 0) waiting.splice(at, 1);
            if (each.type === "unqueued") continue;
            const through = (roster.entities[person]?.through ?? []) as Through;
            const next: Through =
              each.type === "entered"
                ? [...through, [organization, each.ordinal]]
                : through.filter(([id]) => id !== organization);
            if (next.length === 0) rosters.removeOne(roster, person);
            else rosters.setOne(roster, { person, through: next } as Loose<Rostered>);
          }
        }
      },
    },
  });
  const store = configureStore({ reducer: slice.reducer });
  type Now = ReturnType<typeof store.getState>;
  const view = (now: Now) => ({
    hires: (organization: string) => now.hires[organization] ?? 0,
    employment: (name: string) => now.employments.entities[name],
    persons: (space: string) => now.spaces[space]?.roster.ids.length ?? 0,
    through: (space: string, person: string) => now.spaces[space]?.roster.entities[person]?.through,
    waiting: (space: string) => now.spaces[space]?.waiting ?? [],
    rule: (space: string, name: string) => now.spaces[space]?.rules[name],
  });
  return {
    take: (fact) => {
      const changes = consequences(ground, view(store.getState()), fact);
      store.dispatch(slice.actions.changed(changes));
    },
    ending: () => {
      const now = store.getState();
      const plain = Object.entries(now.spaces).map(([id, { roster, waiting, rules }]) => {
        const people = Object.values(roster.entities).map((each) => [each.person, each.through]);
        const persons = roster.ids.length;
        return [id, { roster: Object.fromEntries(people), persons, waiting, rules }];
      });
      const { hires, employments: all } = now;
      return endingOfState({ hires, employments: all.entities, spaces: Object.fromEntries(plain) });
    },
  };
}
