/** An instance's history: one line for everything that has happened to it. */
import type { InstanceId } from "../core/ids.ts";
import { append } from "../core/paged.ts";
import type * as faces from "../core/transaction.ts";
import { edit } from "../core/transaction.ts";
import type { BoundRecords } from "../directory/select/bound.ts";
import type { NamingRecords } from "../directory/settings.ts";
import type { FlowsRecords, LogEntry } from "./model.ts";
import type { FlowsReads } from "./select/flows.ts";
import { stepsOf } from "./select/keys.ts";

/** For evolve cases: who holds a task, started or handled an instance is bound. */
export type Evolving = faces.Evolving<FlowsRecords & BoundRecords & NamingRecords, FlowsReads>;

/** A line without its number. */
type Line = LogEntry extends readonly [number, ...infer Rest] ? Rest : never;

/** For evolve cases: adds a line. */
export function note(tx: Evolving, instance: InstanceId, line: Line): void {
  const record = edit(tx, "instance", instance);
  record.log = append(tx, stepsOf(instance), record.log, (ticket) => [ticket, ...line]);
}
