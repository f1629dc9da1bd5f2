/** An instance's history: one line for everything that has happened to it. */
import type { InstanceId } from "../core/ids.ts";
import { append } from "../core/paged.ts";
import type * as faces from "../core/transaction.ts";
import { edit } from "../core/transaction.ts";
import type { BoundRecords } from "../directory/select/bound.ts";
import type { EndedRecords } from "../directory/select/ended.ts";
import type { NamingRecords } from "../directory/select/settings.ts";
import { employmentOf } from "../directory/select/under.ts";
import type { FlowsRecords, LogEntry } from "./model.ts";
import type { FlowsReads } from "./select/flows.ts";
import { stepsOf } from "./select/keys.ts";

/** For evolve cases: who holds a task, started or handled an instance is bound. */
export type Evolving = faces.Evolving<
  FlowsRecords & BoundRecords & EndedRecords & NamingRecords,
  FlowsReads
>;

/** A line without its number, and without the employment. */
type Line = LogEntry extends readonly [number, ...infer Rest, number | null] ? Rest : never;

/** For evolve cases: adds a line about whoever has the employment now, if not under another. */
export function note(tx: Evolving, instance: InstanceId, line: Line, as?: number | null): void {
  const record = edit(tx, "instance", instance);
  const [, , who] = line;
  const under = as ?? (who === null ? null : employmentOf(tx, who));
  record.log = append(tx, stepsOf(instance), record.log, (ticket) => [ticket, ...line, under]);
}
