/** What follows from hiring and resigning, for every library that has no such rules: plain changes. */
import { type Employment, type Ground, nameOf, type Through, type Waiter } from "./state.ts";

/** Somebody is hired, or resigns. */
export interface Fact {
  readonly type: "person.hired" | "person.resigned";
  readonly data: {
    readonly organization: string;
    readonly person: string;
    readonly number: number;
    readonly departments?: readonly string[];
    readonly fields?: object;
  };
}

/** One change; a `space` is where it happens. */
export type Change =
  | { readonly type: "employed"; readonly name: string; readonly employment: Employment }
  | { readonly type: "unruled"; readonly space: string; readonly name: string }
  | ({ readonly type: "entered"; readonly space: string } & Waiter)
  | ({ readonly type: "left"; readonly space: string } & Omit<Waiter, "ordinal">)
  | ({ readonly type: "queued"; readonly space: string } & Waiter)
  | ({ readonly type: "unqueued"; readonly space: string } & Omit<Waiter, "ordinal">);

/** What the rules look at, however it is kept. */
export interface View {
  readonly hires: (organization: string) => number;
  readonly employment: (name: string) => Employment | undefined;
  readonly persons: (space: string) => number;
  readonly through: (space: string, person: string) => Through | undefined;
  readonly waiting: (space: string) => readonly Waiter[];
  readonly rule: (space: string, name: string) => string | undefined;
}

function departmentSaysIn(
  ground: Ground,
  space: string,
  organization: string,
  departments: readonly string[],
): boolean {
  const part = ground.spaces.get(space)?.parts.get(organization);
  if (part === undefined) return false;
  if (departments.length === 0) return part.whole;
  const parents = ground.organizations.get(organization)?.parents;
  return departments.some((department) => {
    for (let at: string | null = department; at !== null; at = parents?.get(at) ?? null) {
      const rule = part.departments.get(at);
      if (rule !== undefined) return rule === "in";
    }
    return part.whole;
  });
}

const isOf =
  ({ organization, person }: Omit<Waiter, "ordinal">) =>
  (each: Waiter): boolean =>
    each.person === person && each.organization === organization;

/** Brings in, with the other identities of the same person that wait. */
function enter(changes: Change[], space: string, who: Waiter, waiting: readonly Waiter[]): void {
  const others = waiting.filter((each) => each.person === who.person && !isOf(who)(each));
  for (const each of [who, ...others]) changes.push({ type: "entered", space, ...each });
}

function hired(ground: Ground, view: View, { data }: Fact): Change[] {
  const { organization, person, number, departments = [], fields = {} } = data;
  const name = nameOf(organization, person);
  const before = view.employment(name);
  if (before !== undefined && number <= before.number) return [];
  if (before?.inService === true) throw new Error("no such fact in this workload");
  const placed = [...new Set(departments)];
  const ordinal = view.hires(organization);
  const employment = { number, inService: true, ordinal, departments: placed, fields };
  const changes: Change[] = [{ type: "employed", name, employment }];
  const who: Waiter = { organization, person, ordinal };
  for (const space of ground.organizations.get(organization)?.spaces ?? []) {
    const own = view.rule(space, name);
    const belongs =
      own === undefined ? departmentSaysIn(ground, space, organization, placed) : own === "in";
    if (!belongs) continue;
    const waiting = view.waiting(space);
    const free = view.through(space, person) !== undefined;
    const cap = ground.spaces.get(space)?.cap ?? 0;
    if (free || (waiting.length === 0 && view.persons(space) < cap)) {
      enter(changes, space, who, waiting);
    } else changes.push({ type: "queued", space, ...who });
  }
  return changes;
}

function resigned(ground: Ground, view: View, { data }: Fact): Change[] {
  const { organization, person, number } = data;
  const name = nameOf(organization, person);
  const before = view.employment(name);
  if (before?.inService !== true || before.number !== number) return [];
  const employment = { ...before, inService: false, departments: [] };
  const changes: Change[] = [{ type: "employed", name, employment }];
  const promotions: Change[] = [];
  for (const space of ground.organizations.get(organization)?.spaces ?? []) {
    if (view.rule(space, name) !== undefined) changes.push({ type: "unruled", space, name });
    const through = view.through(space, person);
    if (through?.some(([each]) => each === organization) === true) {
      changes.push({ type: "left", space, organization, person });
      const cap = ground.spaces.get(space)?.cap ?? 0;
      const persons = view.persons(space) - (through.length === 1 ? 1 : 0);
      promote(promotions, space, view.waiting(space), cap - persons);
    } else {
      const waits = view.waiting(space).some(isOf({ organization, person }));
      if (waits) changes.push({ type: "unqueued", space, organization, person });
    }
  }
  return [...changes, ...promotions];
}

/** Gives free places to those who wait, first come first served. */
function promote(changes: Change[], space: string, waiting: readonly Waiter[], free: number): void {
  let rest = waiting;
  for (let places = free; places > 0 && rest[0] !== undefined; places -= 1) {
    const [first] = rest;
    enter(changes, space, first, rest);
    rest = rest.filter(({ person }) => person !== first.person);
  }
}

/** What follows from a fact. */
export function consequences(ground: Ground, view: View, fact: Fact): Change[] {
  return fact.type === "person.hired" ? hired(ground, view, fact) : resigned(ground, view, fact);
}
