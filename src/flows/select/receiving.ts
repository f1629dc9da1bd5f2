/** Who gets a task: whoever it is meant for, or who stands in for them, suspended or away for a time. */
import type { AppId } from "../../core/ids.ts";
import { identityText } from "../../core/lists.ts";
import type { Identity } from "../../core/notice.ts";
import { isAble, standInOf } from "../../directory/select/able.ts";
import type { Reading } from "./flows.ts";
import { standInNow } from "./stand-ins.ts";

/** Whoever gets a task, and for whom they stand in, if they do. */
export interface Receiver {
  readonly holder: Identity;
  readonly onBehalfOf?: Identity;
}

/** What is asked of whoever would stand in. */
export interface Terms {
  /** Of which app the task is; `null`: who stands in for a period is not asked. */
  readonly app: AppId | null;
  readonly mayHold: (standIn: Identity) => boolean;
  /** Whether they are on the step already, so that they do not stand in for a period (FLOW-14). */
  readonly isTaken?: (standIn: Identity) => boolean;
}

/** Who stands in for somebody for a period that it is now, if they may hold what is given. */
function standingInFor(
  tx: Reading,
  principal: Identity,
  { app, mayHold, isTaken = () => false }: Terms,
): Receiver | null {
  const standIn = app === null ? null : standInNow(tx, principal, app);
  return standIn !== null && !isTaken(standIn) && mayHold(standIn)
    ? { holder: standIn, onBehalfOf: principal }
    : null;
}

/**
 * Who gets what is given to an identity that may hold it: while it is suspended whoever stands in for
 * it, if they may hold it, the one that the suspension names first; `null` where nobody may.
 */
export function receiverOf(tx: Reading, identity: Identity, terms: Terms): Receiver | null {
  const { organization, person } = identity;
  const meant = { organization, person };
  if (isAble(tx, meant)) return { holder: meant };
  const standIn = standInOf(tx, meant);
  return standIn !== null && terms.mayHold(standIn)
    ? { holder: standIn, onBehalfOf: meant }
    : standingInFor(tx, meant, terms);
}

/** The same, and who stands in for the time for an identity that is not suspended (FLOW-14). */
export function receiverNow(tx: Reading, identity: Identity, terms: Terms): Receiver | null {
  const receiver = receiverOf(tx, identity, terms);
  if (receiver === null || receiver.onBehalfOf !== undefined) return receiver;
  return standingInFor(tx, receiver.holder, terms) ?? receiver;
}

/**
 * The same for several people at once, of whom none may be given two tasks by standing in: whoever gets
 * one anyhow, in their own right or for somebody else, does not stand in for a period for another one.
 */
export function receiversNow(
  tx: Reading,
  receivers: readonly (Receiver | null)[],
  termsOf: (principal: Identity) => Terms,
): (Receiver | null)[] {
  const taken = new Set(receivers.flatMap((each) => each?.holder ?? []).map(identityText));
  return receivers.map((receiver) => {
    if (receiver === null || receiver.onBehalfOf !== undefined) return receiver;
    const terms = termsOf(receiver.holder);
    const isTaken = (standIn: Identity): boolean =>
      taken.has(identityText(standIn)) || terms.isTaken?.(standIn) === true;
    const standIn = standingInFor(tx, receiver.holder, { ...terms, isTaken });
    if (standIn !== null) taken.add(identityText(standIn.holder));
    return standIn ?? receiver;
  });
}
