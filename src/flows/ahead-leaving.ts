/** Reading ahead for hand-over: of all who leave, and all who succeed them, at once. */
import type { PersonId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { type Pages, pageKey } from "../core/paged.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { each, read, together, want } from "../core/transaction.ts";
import { boundKey } from "../directory/select/bound.ts";
import { aheadOfHolders, aheadOfLists, growthOf } from "./ahead.ts";
import type { FlowsEvents } from "./model.ts";
import { type FlowsTx, instanceOf, taskOf, tasksHeldBy } from "./select/flows.ts";
import { parkedFor, taskKey } from "./select/places.ts";

/** Somebody who leaves. */
export interface Leaver {
  readonly identity: Identity;
  /** Only tasks in instances of this Space; `null`: all. */
  readonly space: SpaceId | null;
  /** The successor named with the event. */
  readonly named: PersonId | null;
  /** Whether the Association ended, so that nobody can succeed. */
  readonly ended: boolean;
  readonly cause: number;
}

/** What is to become of one task. */
export type Move = {
  [Type in "task.handed-over" | "task.parked"]: {
    readonly type: Type;
    readonly data: FlowsEvents[Type];
    readonly cause: number;
  };
}["task.handed-over" | "task.parked"];

/** Asks for everything that tells which tasks these hold, and for their registered successors. */
export function wantLeavers(tx: FlowsTx, leavers: readonly Leaver[]): void {
  if (!tx.ahead) return;
  want(
    tx,
    leavers.map(({ identity }) => boundKey(identity.organization, identity.person)),
  );
  each(tx, leavers, ({ identity, space, named, ended }) => {
    const { organization, person } = identity;
    const tasks = tasksHeldBy(tx, identity).filter(
      (held) => space === null || held.space === space,
    );
    if (tasks.length === 0) return;
    const successor = ended
      ? null
      : read(tx, "employment", organization, person)?.successor?.person;
    want(tx, [
      ...tasks.flatMap(
        ({ instance, task }) => [["instance", instance, ""], taskKey(instance, task)] as const,
      ),
      ...[named, successor].flatMap((heir) =>
        heir == null
          ? []
          : ([["employment", organization, heir], boundKey(organization, heir)] as const),
      ),
    ]);
  });
}

/** Asks for what moving these tasks changes. */
export function aheadOfMoves(tx: FlowsTx, moves: readonly Move[]): void {
  if (!tx.ahead) return;
  const parked = new Map<string, number>();
  for (const { type, data } of moves) {
    if (type === "task.parked") parked.set(data.home, (parked.get(data.home) ?? 0) + 1);
  }
  together(
    tx,
    ...moves.map(({ type, data }) => () => {
      const record = instanceOf(tx, data.instance);
      const { parked: ticket, home } = taskOf(tx, data);
      const people = [data.from, type === "task.handed-over" ? data.to : null];
      together(
        tx,
        () => want(tx, ticket === null ? [] : [pageKey(listOf(home), ticket)]),
        () => aheadOfLists(tx, data.instance, record, [0, moves.length]),
        () =>
          aheadOfHolders(
            tx,
            data.instance,
            record,
            people.flatMap((each) => (each === null ? [] : [each])),
          ),
      );
    }),
    ...[...parked].map(([home, tasks]) => () => {
      const index = read(tx, "parking", home)?.parked ?? EMPTY_PAGES;
      want(tx, growthOf(listOf(home), index, tasks));
    }),
  );
}

const listOf = (home: string): Pages<"parked"> => parkedFor(home as never);
