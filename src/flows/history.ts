/** An instance's history: one line for everything that has happened to it. */
import type { InstanceId } from "../core/ids.ts";
import type { Doer, Identity } from "../core/notice.ts";
import { append } from "../core/paged.ts";
import type * as faces from "../core/transaction.ts";
import { edit } from "../core/transaction.ts";
import type { EndedRecords } from "../directory/select/ended.ts";
import type { NamingRecords } from "../directory/select/settings.ts";
import { underOf } from "../industry/select/book.ts";
import type { StakeRecords } from "../roster/select/stakes.ts";
import type { FlowsRecords, LogWord } from "./model.ts";
import type { FlowsReads } from "./select/flows.ts";
import { stepsOf } from "./select/keys.ts";

/** For evolve cases: who holds a task, started or handled an instance is bound. */
export type Evolving = faces.Evolving<
  FlowsRecords & StakeRecords & EndedRecords & NamingRecords,
  FlowsReads
>;

/** A line without its number, and without the employment. */
type Line = readonly [what: LogWord, task: number | null, who: Doer | null, at: number];

/** What a line says besides: another employment than the one there is now, and for whom somebody stands in. */
interface Besides {
  readonly under?: number | null;
  readonly onBehalfOf?: Identity | undefined;
}

/** For evolve cases: adds a line about whoever has the employment now, if not under another. */
export function note(
  tx: Evolving,
  instance: InstanceId,
  line: Line,
  { under: as, onBehalfOf }: Besides = {},
): void {
  const record = edit(tx, "instance", instance);
  const [, , who] = line;
  const under = as ?? (who === null ? null : underOf(tx, who));
  record.log = append(tx, stepsOf(instance), record.log, (ticket) =>
    onBehalfOf === undefined ? [ticket, ...line, under] : [ticket, ...line, under, onBehalfOf],
  );
}
