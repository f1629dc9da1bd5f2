/** Identities told apart, and who is where at one moment. */
import type { Identity, InLine, Space } from "./state.ts";

/** The Roster and the waiting list of one Space at one moment. */
export interface Presence {
  readonly space: Space;
  readonly present: readonly Identity[];
  readonly waiting: readonly InLine[];
}

/** Whether two mean the same identity under the same employment. */
export function isSame(left: Identity, right: Identity): boolean {
  return (
    left.organization === right.organization &&
    left.person === right.person &&
    left.number === right.number
  );
}

/** Whether an identity is one of several. */
export function among(identities: readonly Identity[], identity: Identity): boolean {
  return identities.some((each) => isSame(each, identity));
}
