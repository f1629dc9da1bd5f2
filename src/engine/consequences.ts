/** How consequences come about: generation by generation, by a table of what follows from what. */
import { broken } from "../core/invariant.ts";
import type { EventEnvelope, EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { causedBy, independently } from "../core/transaction.ts";
import type { SpaceRosterEvent } from "../roster/model.ts";
import type { EngineTx, Events, EventType } from "./types.ts";

type Happened = readonly EventEnvelope<string, unknown>[];

/** What an event of some types brings about; it is the cause of whatever is emitted. */
type Effect<Type extends EventType> = (
  tx: EngineTx,
  event: EventOf<Events, Type>,
  policy: Policy,
) => void;

type SpaceEffect<Type extends "roster.entered" | "roster.left"> = (
  tx: EngineTx,
  event: SpaceRosterEvent<Type>,
  policy: Policy,
) => void;

/** What all events of some types bring about together; it names the cause of each thing itself. */
type Plan = (tx: EngineTx, events: readonly never[], policy: Policy, since: number) => void;

/** The types of event that a plan reads. */
type ReadBy<P extends Plan> = Parameters<P>[1][number] extends { readonly type: infer Type }
  ? Type
  : never;

/** The types that a plan is listed under must be those that it reads: none less, none more. */
type Listed<P extends Plan, Type> = [ReadBy<P>, Type] extends [Type, ReadBy<P>] ? unknown : never;

/** A row of the table. */
export interface Row {
  readonly types: ReadonlySet<string>;
  /** Whether it waits until nothing else follows, and then looks at all that has happened. */
  readonly last: boolean;
  readonly follow: (tx: EngineTx, events: Happened, policy: Policy, since: number) => void;
}

/** After each event of a type, these effects, in order. */
// @__NO_SIDE_EFFECTS__
export function on<Type extends EventType>(
  type: Type,
  ...effects: readonly [Effect<Type>, ...Effect<Type>[]]
): Row {
  const follow: Row["follow"] = (tx, events, policy) =>
    independently(tx, events as readonly EventOf<Events, Type>[], (event) =>
      causedBy(tx, event.seq, () => {
        for (const happen of effects) happen(tx, event, policy);
      }),
    );
  return { types: new Set([type]), last: false, follow };
}

/** The same where a Roster is that of a Space: what follows there does not follow from a Link. */
// @__NO_SIDE_EFFECTS__
export function inSpace<Type extends "roster.entered" | "roster.left">(
  type: Type,
  ...effects: readonly [SpaceEffect<Type>, ...SpaceEffect<Type>[]]
): Row {
  return on(type, (tx, event, policy) => {
    if ("trunk" in event.data) return;
    for (const happen of effects) happen(tx, event as unknown as SpaceRosterEvent<Type>, policy);
  });
}

/** After the events of these types in one generation, one plan for all of them. */
// @__NO_SIDE_EFFECTS__
export function all<Type extends EventType, P extends Plan>(
  types: readonly Type[],
  plan: P & Listed<P, Type>,
): Row {
  return { types: new Set(types), last: false, follow: plan as unknown as Row["follow"] };
}

/** Once nothing else follows. Room is filled when everybody who leaves has left. */
// @__NO_SIDE_EFFECTS__
export function last(row: Row): Row {
  return { ...row, last: true };
}

/** How many times events may bring about events: an ending needs three, everything else fewer. */
const GENERATIONS_MAX = 8;

/** A table of consequences. */
export interface Cascade {
  readonly rows: readonly Row[];
  readonly lasts: readonly Row[];
  /** Which rows follow from events of a type: most types have none. */
  readonly index: ReadonlyMap<string, ReadonlySet<Row>>;
}

/** Makes a table of rows, which follow in this order. */
// @__NO_SIDE_EFFECTS__
export function cascade(...table: readonly Row[]): Cascade {
  const rows = table.filter((row) => !row.last);
  const lasts = table.filter((row) => row.last);
  const index = new Map<string, Set<Row>>();
  for (const row of rows) {
    for (const type of row.types) index.set(type, (index.get(type) ?? new Set()).add(row));
  }
  return { rows, lasts, index };
}

function follow(tx: EngineTx, row: Row, happened: Happened, policy: Policy, since: number): void {
  const events = happened.filter(({ type }) => row.types.has(type));
  if (events.length > 0) row.follow(tx, events, policy, since);
}

/** Lets one generation of events have its consequences. */
function followFrom(tx: EngineTx, { rows, index }: Cascade, fresh: Happened, policy: Policy): void {
  const due = new Set<Row>();
  for (const { type } of fresh) for (const row of index.get(type) ?? []) due.add(row);
  if (due.size === 0) return;
  for (const row of rows) if (due.has(row)) follow(tx, row, fresh, policy, 0);
}

/** Lets each generation of events have its consequences; what comes last comes when all is at rest. */
export function settle(tx: EngineTx, table: Cascade, policy: Policy): void {
  let seen = 0;
  let served = 0;
  for (let generation = 0; ; generation += 1) {
    if (generation > GENERATIONS_MAX) broken("consequences do not come to an end");
    while (seen < tx.events.length) {
      const fresh = seen === 0 ? tx.events.slice() : tx.events.slice(seen);
      seen = tx.events.length;
      followFrom(tx, table, fresh, policy);
    }
    for (const row of table.lasts) follow(tx, row, tx.events, policy, served);
    served = seen;
    if (seen === tx.events.length) return;
  }
}
