/** Making changes to records: in place (inside a draft), or by spreading copies. */
import type { Change, View } from "./rules.ts";
import type { State, Through, Waiter } from "./state.ts";

/** A record that may be changed, as libraries with drafts hand it out. */
export type Loose<Value> = Value extends (...given: never[]) => unknown
  ? Value
  : Value extends object
    ? { -readonly [Name in keyof Value]: Loose<Value[Name]> }
    : Value;

const organizationOf = (name: string): string => name.slice(0, name.indexOf("/"));

/** Plain records, looked at. */
export function viewOf(state: State): View {
  return {
    hires: (organization) => state.hires[organization] ?? 0,
    employment: (name) => state.employments[name],
    persons: (space) => state.spaces[space]?.persons ?? 0,
    through: (space, person) => state.spaces[space]?.roster[person],
    waiting: (space) => state.spaces[space]?.waiting ?? [],
    rule: (space, name) => state.spaces[space]?.rules[name],
  };
}

/** Makes changes in place. */
export function change(state: Loose<State>, changes: readonly Change[]): void {
  for (const each of changes) {
    if (each.type === "employed") {
      if (each.employment.inService) {
        const organization = organizationOf(each.name);
        state.hires[organization] = (state.hires[organization] ?? 0) + 1;
      }
      state.employments[each.name] = each.employment as Loose<State["employments"][string]>;
      continue;
    }
    const space = state.spaces[each.space];
    if (space === undefined) continue;
    if (each.type === "unruled") delete space.rules[each.name];
    else if (each.type === "queued") {
      const { organization, person, ordinal } = each;
      space.waiting.push({ organization, person, ordinal });
    } else if (each.type === "unqueued") unqueue(space.waiting, each);
    else if (each.type === "entered") {
      unqueue(space.waiting, each);
      const through = space.roster[each.person];
      if (through === undefined) {
        space.roster[each.person] = [[each.organization, each.ordinal]];
        space.persons += 1;
      } else through.push([each.organization, each.ordinal]);
    } else {
      const through = space.roster[each.person] ?? [];
      if (through.length === 1) {
        delete space.roster[each.person];
        space.persons -= 1;
      } else {
        const at = through.findIndex(([id]) => id === each.organization);
        through.splice(at, 1);
      }
    }
  }
}

function unqueue(waiting: Waiter[], { organization, person }: Omit<Waiter, "ordinal">): void {
  const at = waiting.findIndex(
    (each) => each.person === person && each.organization === organization,
  );
  if (at >= 0) waiting.splice(at, 1);
}

type SpaceState = State["spaces"][string];

const without = <Value>(record: Readonly<Record<string, Value>>, name: string) => {
  const { [name]: _, ...rest } = record;
  return rest;
};

const dequeued = (waiting: readonly Waiter[], who: Omit<Waiter, "ordinal">) =>
  waiting.some((each) => each.person === who.person && each.organization === who.organization)
    ? waiting.filter((each) => each.person !== who.person || each.organization !== who.organization)
    : waiting;

function spreadSpace(
  space: SpaceState,
  each: Exclude<Change, { readonly type: "employed" }>,
): SpaceState {
  const { roster, waiting, rules, persons } = space;
  if (each.type === "unruled") return { ...space, rules: without(rules, each.name) };
  const { organization, person } = each;
  if (each.type === "unqueued") return { ...space, waiting: dequeued(waiting, each) };
  if (each.type === "queued") {
    return { ...space, waiting: [...waiting, { organization, person, ordinal: each.ordinal }] };
  }
  const through: Through = roster[person] ?? [];
  if (each.type === "entered") {
    return {
      ...space,
      waiting: dequeued(waiting, each),
      roster: { ...roster, [person]: [...through, [organization, each.ordinal]] },
      persons: persons + (through.length === 0 ? 1 : 0),
    };
  }
  const rest = through.filter(([id]) => id !== organization);
  return rest.length === 0
    ? { ...space, roster: without(roster, person), persons: persons - 1 }
    : { ...space, roster: { ...roster, [person]: rest } };
}

function spreadOne(now: State, each: Change): State {
  if (each.type !== "employed") {
    const space = now.spaces[each.space] as SpaceState;
    return { ...now, spaces: { ...now.spaces, [each.space]: spreadSpace(space, each) } };
  }
  const organization = organizationOf(each.name);
  const hires = (now.hires[organization] ?? 0) + (each.employment.inService ? 1 : 0);
  return {
    ...now,
    hires: { ...now.hires, [organization]: hires },
    employments: { ...now.employments, [each.name]: each.employment },
  };
}

/** The state after changes, every level copied on the way. */
export function spread(state: State, changes: readonly Change[]): State {
  return changes.reduce(spreadOne, state);
}
