/** An instance's history: one line for everything that has happened to it. */
import type { InstanceId } from "../core/ids.ts";
import { append } from "../core/paged.ts";
import { edit } from "../core/transaction.ts";
import type { LogEntry } from "./model.ts";
import type { FlowsTx } from "./select/flows.ts";
import { stepsOf } from "./select/places.ts";

/** A line without its number. */
type Line = LogEntry extends readonly [number, ...infer Rest] ? Rest : never;

/** For evolve cases: adds a line. */
export function note(tx: FlowsTx, instance: InstanceId, line: Line): void {
  const record = edit(tx, "instance", instance);
  record.log = append(tx, stepsOf(instance), record.log, (ticket) => [ticket, ...line]);
}
