/** Who gets a task: whoever it is meant for, or who stands in for them while they are suspended. */
import type { Identity } from "../../core/notice.ts";
import { isAble, standInOf } from "../../directory/select/able.ts";
import type { Reading } from "./flows.ts";

/** Whoever gets a task, and for whom they stand in, if they do. */
export interface Receiver {
  readonly holder: Identity;
  readonly onBehalfOf?: Identity;
}

/**
 * Who gets what is given to an identity that may hold it: while it is suspended whoever stands in for
 * it, if they may hold it; `null` where nobody may.
 */
export function receiverOf(
  tx: Reading,
  identity: Identity,
  mayHold: (standIn: Identity) => boolean,
): Receiver | null {
  const { organization, person } = identity;
  const meant = { organization, person };
  if (isAble(tx, meant)) return { holder: meant };
  const standIn = standInOf(tx, meant);
  return standIn !== null && mayHold(standIn) ? { holder: standIn, onBehalfOf: meant } : null;
}
