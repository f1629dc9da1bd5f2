/**
 * Aim: a line touches what its kind of line may, and no more. Method: the compiler runs over this file;
 * each expected error that does not occur is itself an error.
 */
import type { Evolving } from "../../src/apps/audience-storage.ts";
import { appsEvolvers } from "../../src/apps/evolve.ts";
import type { appsHandlers } from "../../src/apps/handlers.ts";
import type { Deciding, Reading } from "../../src/apps/select/apps.ts";
import { homeOf } from "../../src/apps/select/keys.ts";
import { putEntry, removeEntry } from "../../src/core/hashed.ts";
import { append } from "../../src/core/paged.ts";
import { refuse } from "../../src/core/refusal.ts";
import { guard, view } from "../../src/core/rule.ts";
import { EMPTY_HASH, EMPTY_PAGES } from "../../src/core/structures.ts";
import type * as faces from "../../src/core/transaction.ts";
import {
  causedBy,
  drop,
  edit,
  editAny,
  emit,
  must,
  notify,
  put,
  putFresh,
  read,
} from "../../src/core/transaction.ts";
import { noteDone, tie } from "../../src/directory/select/bound.ts";
import { placedIn } from "../../src/directory/select/keys.ts";
import type { EngineTx, Events, Records } from "../../src/engine/types.ts";
import * as flows from "../../src/flows/select/flows.ts";
import type * as groups from "../../src/groups/select/participants.ts";
import * as licenses from "../../src/licenses/select/pool.ts";
import type * as roster from "../../src/roster/select/scope.ts";

declare const reading: Reading;
declare const deciding: Deciding;
declare const evolving: Evolving;
declare const id: never;

// ------------------------------------------------------------------ a selector, a view, a guard

export function selector(tx: Reading): void {
  read(tx, "app", id);
  read(tx, "pool", id);
  must(tx, "organization", id);
  // @ts-expect-error it reads what it says it reads: apps use no groups
  read(tx, "group", id);
  // @ts-expect-error it does not say that something happens
  emit(tx, "app.withdrawn", id);
  // @ts-expect-error nor tells anybody
  notify(tx, id);
  // @ts-expect-error nor changes a record
  edit(tx, "app", id);
  // @ts-expect-error nor one that may be missing
  editAny(tx, "app", id, id);
  // @ts-expect-error nor puts one
  put(tx, "row", id, id, { ticket: 0 });
  // @ts-expect-error nor one of its own making
  putFresh(tx, "row", id, id, { ticket: 0 });
  // @ts-expect-error nor takes one away
  drop(tx, "app", id);
  // @ts-expect-error nor a list's
  append(tx, homeOf(id), EMPTY_PAGES, () => [0]);
}

// @ts-expect-error a guard only looks
guard("SELF-01", (tx: Reading) => emit(tx, "app.withdrawn", id));
// @ts-expect-error so it asks for no more
guard("SELF-01", (tx: Deciding) => tx.at);
// @ts-expect-error neither does a view
view("SELF-01", (tx: Deciding) => tx.at > 0);
// @ts-expect-error whatever it would change
view("SELF-01", (tx: Evolving) => edit(tx, "app", id).cool);

export const allowed = [
  guard("SELF-01", (tx: Reading) => (read(tx, "app", id) ? null : refuse("ID_TAKEN", id))),
  guard("SELF-01", (given: unknown) => (given === null ? null : refuse("ID_TAKEN", id))),
  view("SELF-01", (tx: Reading) => must(tx, "app", id).cool),
];

// ----------------------------------------------------------------------------------- a decision

export function decision(tx: Deciding): void {
  selector(tx);
  causedBy(tx, null, () => emit(tx, "app.withdrawn", id));
  notify(tx, id);
  // @ts-expect-error what an event carries is that of its type
  emit(tx, "app.withdrawn", { app: "a" });
  // @ts-expect-error another area's event
  emit(tx, "license.granted", id);
  // @ts-expect-error there is no such event
  emit(tx, "app.forgotten", id);
  // @ts-expect-error a record of its own, but not in an evolve case
  edit(tx, "app", id).cool = false;
  // @ts-expect-error another area's record
  edit(tx, "pool", id).purchased = 9;
  // @ts-expect-error a list of its own
  append(tx, homeOf(id), EMPTY_PAGES, () => [0]);
  // @ts-expect-error what evolve cases share
  noteDone(tx, id, "started", id, 0);
  // @ts-expect-error an evolve case itself
  appsEvolvers["app.withdrawn"](tx, id, 0);
}

// --------------------------------------------------------------------------------- an evolve case

export function evolveCase(tx: Evolving): void {
  selector(tx);
  edit(tx, "app", id).cool = false;
  put(tx, "row", id, id, { ticket: 0 });
  append(tx, homeOf(id), EMPTY_PAGES, () => [0]);
  tie(tx, id, "lists", id, () => null);
  // @ts-expect-error another area's record, which it may read
  edit(tx, "pool", id).purchased = 9;
  // @ts-expect-error one that it may not even read
  edit(tx, "group", id);
  // @ts-expect-error another area's list
  putEntry(tx, placedIn(id, id), EMPTY_HASH, [id]);
  // @ts-expect-error wherever it is changed
  removeEntry(tx, placedIn(id, id), EMPTY_HASH, id);
  // @ts-expect-error nothing happens because something has
  emit(tx, "app.withdrawn", id);
  // @ts-expect-error and nobody is told
  notify(tx, id);
}

// ---------------------------------------------------------------------------- one is not another

export const looks: readonly Reading[] = [reading, deciding, evolving];
// @ts-expect-error who looks does not decide
export const decides: Deciding = reading;
// @ts-expect-error nor change
export const changes: Evolving = reading;
// @ts-expect-error who decides does not change, not even nothing
export const changesNothing: faces.Evolving = deciding;
// @ts-expect-error who changes does not decide, not even nothing
export const decidesNothing: faces.Deciding = evolving;
// @ts-expect-error a handler does not ask for more than deciding
export const handler: (typeof appsHandlers)["app.create"] = (tx: Evolving) => edit(tx, "app", id);
// @ts-expect-error an evolve case does not ask for more than changing
export const evolver: (typeof appsEvolvers)["app.created"] = (tx: Deciding) => notify(tx, id);

// ------------------------------------------------------------------- areas side by side, and all

declare const everything: EngineTx;
export const all: [Reading, Deciding, Evolving, groups.Deciding, flows.Deciding, roster.Deciding] =
  [everything, everything, everything, everything, everything, everything];
export const complete: faces.Tx<Records, Events> = everything;

declare const groupsDeciding: groups.Deciding;
// @ts-expect-error groups know nothing of licenses
licenses.poolOf(groupsDeciding, id);
// @ts-expect-error apps know nothing of flows
flows.instanceOf(deciding, id);

declare const rosterDeciding: roster.Deciding;
emit(rosterDeciding, "space.created", id);
// @ts-expect-error the three that bring people in, and no other of the Spaces'
emit(rosterDeciding, "space.dissolved", id);

declare const flowsDeciding: flows.Deciding;
emit(flowsDeciding, "form.submitted", id);
// @ts-expect-error the one that a start hands in, and no other of the apps'
emit(flowsDeciding, "app.created", id);
