/** Licenses, groups and tasks: what was given and not taken back is there, and nothing else. */
import type { Identity } from "../../core/notice.ts";
import { tableGet } from "../../core/table.ts";
import type { Event, EventType, Records } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { byKeys, naturalsIn } from "./keyed.ts";
import { eventsOf, type Law } from "./law.ts";

/** Sets by name, of things written out. */
type Shelf = Map<string, Set<string>>;

interface Ledger {
  /** By Host: grants held, accounts that wait, and those reserved, as `[unit, organization, person]`. */
  readonly held: Shelf;
  readonly waiting: Shelf;
  readonly reserved: Shelf;
  /** By group: identities taking part. */
  readonly participants: Shelf;
  /** By instance: tasks not closed, and those closed. */
  readonly open: Shelf;
  readonly closed: Shelf;
  /** Instances that have ended. */
  readonly ended: Set<string>;
}

function on(shelf: Shelf, name: string): Set<string> {
  const found = shelf.get(name) ?? new Set<string>();
  shelf.set(name, found);
  return found;
}

function put(shelf: Shelf, name: string, item: string, what: string): void {
  const set = on(shelf, name);
  expectTrue(!set.has(item), `${what} twice: ${item} of ${name}`);
  set.add(item);
}

function take(shelf: Shelf, name: string, item: string, what: string): void {
  expectTrue(on(shelf, name).delete(item), `${what}, but was not there: ${item} of ${name}`);
}

const identityText = ({ organization, person }: Identity): string =>
  JSON.stringify([organization, person]);

type EventOf<Family extends string> = Extract<
  Event,
  { readonly type: Extract<EventType, `${Family}.${string}`> }
>;

function enterLicense({ held, waiting, reserved }: Ledger, event: EventOf<"license">): void {
  switch (event.type) {
    case "license.granted":
    case "license.released":
    case "license.deferred":
    case "license.undeferred": {
      const { host, number, organization, person } = event.data;
      const account = JSON.stringify([number, organization, person]);
      const { because } = event.data;
      if (event.type === "license.released") take(held, host, account, "released");
      // Whatever comes next of what was reserved, it is reserved no more.
      const wasReserved = event.type !== "license.released" && on(reserved, host).delete(account);
      if (event.type === "license.undeferred" && !wasReserved) {
        take(waiting, host, account, "gave up waiting");
      }
      if (because === "suspended") put(reserved, host, account, "reserved");
      else if (event.type === "license.deferred") put(waiting, host, account, "waiting");
      if (event.type !== "license.granted") return;
      if (event.data.because === "waiting-list") take(waiting, host, account, "served");
      expectTrue(!on(waiting, host).has(account), `granted while waiting: ${account}`);
      put(held, host, account, "granted");
      return;
    }
    case "license.unit-unlinked": {
      const { host, number } = event.data;
      const left = [...on(held, host), ...on(waiting, host), ...on(reserved, host)];
      const own = left.filter((account) => JSON.parse(account)[0] === number);
      expectSame(own, [], "accounts left in a unit that is unlinked");
      return;
    }
    case "license.pool-ended":
      held.delete(event.data.host);
      waiting.delete(event.data.host);
      reserved.delete(event.data.host);
      return;
    default:
  }
}

/** Whoever is skipped gets no task. */
type OfTasks = Exclude<EventOf<"task">, { readonly type: "task.skipped" }>;

function enterTask({ open, closed, ended }: Ledger, event: OfTasks): void {
  const { instance, task } = event.data;
  const number = String(task);
  expectTrue(!ended.has(instance), `${event.type} in an instance that has ended: ${instance}`);
  if (event.type === "task.reopened") {
    take(closed, instance, number, "reopened");
    put(open, instance, number, "reopened");
    return;
  }
  expectTrue(!on(closed, instance).has(number), `${event.type} of a closed task: ${number}`);
  if (event.type === "task.made") {
    const next = on(open, instance).size + on(closed, instance).size;
    expectSame(task, next, "the number of a new task");
    put(open, instance, number, "made");
    return;
  }
  expectTrue(on(open, instance).has(number), `${event.type} of no task: ${number}`);
  if (event.type !== "task.closed") return;
  take(open, instance, number, "closed");
  put(closed, instance, number, "closed");
}

function enter(ledger: Ledger, event: Event): void {
  const family = event.type.slice(0, event.type.indexOf("."));
  if (family === "license") enterLicense(ledger, event as EventOf<"license">);
  if (family === "task" && event.type !== "task.skipped") enterTask(ledger, event as OfTasks);
  if (event.type === "group.entered") {
    put(ledger.participants, event.data.group, identityText(event.data), "entered");
  }
  if (event.type === "group.left") {
    take(ledger.participants, event.data.group, identityText(event.data), "left");
  }
  if (event.type !== "flow.ended") return;
  const { instance } = event.data;
  expectTrue(!ledger.ended.has(instance), `ended twice: ${instance}`);
  expectSame(on(ledger.open, instance).size, 0, `tasks left open in ${instance}, which ends`);
  ledger.ended.add(instance);
}

function record<Kind extends keyof Records>(
  world: World,
  kind: Kind,
  owner: string,
): Records[Kind] | undefined {
  return tableGet(world.table, kind, owner, "") as Records[Kind] | undefined;
}

/** Distinct persons in each unit, as the pool's record counts them. */
function usedByUnit(world: World, held: ReadonlySet<string>): Map<number, number> {
  const naturalOf = naturalsIn(world);
  const persons = new Map<number, Set<string>>();
  for (const account of held) {
    const [unit, ...identity] = JSON.parse(account) as [number, string, string];
    const natural = naturalOf(JSON.stringify(identity));
    persons.set(unit, (persons.get(unit) ?? new Set()).add(natural));
  }
  return new Map([...persons].map(([unit, set]) => [unit, set.size]));
}

function checkPools(world: World, { held, waiting }: Ledger): void {
  for (const host of new Set([...held.keys(), ...waiting.keys()])) {
    const pool = record(world, "pool", host);
    const used = usedByUnit(world, on(held, host));
    const below = pool?.hierarchy === undefined ? [] : [pool.hierarchy];
    const units = [...below, ...(pool?.units ?? [])].map(
      (each) => [each.number, each.used] as const,
    );
    const counted = [[0, pool?.hostUsed ?? 0] as const, ...units].filter(([, count]) => count > 0);
    expectSame(
      counted.sort((left, right) => left[0] - right[0]),
      [...used].sort((left, right) => left[0] - right[0]),
      `licenses used by unit of ${host}`,
    );
    expectSame(pool?.waiting.count ?? 0, on(waiting, host).size, `accounts waiting at ${host}`);
  }
}

/** Given less taken back is held: licenses by unit, groups by participant, tasks by instance. */
export const conservesBonds: Law = byKeys({
  name: "conservation of licenses, groups and tasks",
  begin: () => {
    const ledger: Ledger = {
      held: new Map(),
      waiting: new Map(),
      reserved: new Map(),
      participants: new Map(),
      open: new Map(),
      closed: new Map(),
      ended: new Set(),
    };
    return (step) => {
      const events = eventsOf(step);
      const families = new Set(events.map(({ type }) => type.slice(0, type.indexOf("."))));
      for (const event of events) enter(ledger, event);
      // A license fewer is used where two who hold one are one person from now on (AMB-117).
      const isRecount = events.some(({ type }) => type === "person.recounted");
      if (isRecount || families.has("license")) checkPools(step.after, ledger);
      for (const { type, data } of events) {
        if (type === "group.entered" || type === "group.left") {
          const { identities } = record(step.after, "group", data.group) ?? {};
          const counted = on(ledger.participants, data.group).size;
          expectSame(identities, counted, `participants of ${data.group}`);
        }
        if (type === "task.made" || type === "task.closed" || type === "task.reopened") {
          const { open, tasks } = record(step.after, "instance", data.instance) ?? {};
          const left = on(ledger.open, data.instance).size;
          const made = left + on(ledger.closed, data.instance).size;
          expectSame([open?.count, tasks], [left, made], `tasks of ${data.instance}`);
        }
      }
    };
  },
});
