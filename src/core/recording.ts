/** Values that come with revisions: recorded if they are newer, and passed over if not. */
import { passOver } from "./passed-over.ts";
import type { Deciding } from "./transaction.ts";

/** Whether a value with this revision is newer than the one recorded; without one it always is. */
export function isNewer(recorded: number | undefined, revision: number | undefined): boolean {
  return revision === undefined || recorded === undefined || revision > recorded;
}

/**
 * Whether a value is to be recorded: one that is newer, and another or with a revision. An equal value
 * with a newer revision keeps an older revision that comes later from undoing it.
 */
export function isToRecord(
  tx: Deciding,
  data: { readonly revision?: number },
  recorded: number | undefined,
  equal: boolean,
): boolean {
  const { revision } = data;
  const isSo = equal && revision === undefined;
  const why = isNewer(recorded, revision) ? (isSo ? "already-so" : null) : "older-revision";
  if (why !== null) passOver(tx, why, data);
  return why === null;
}
