/** Whose turn it is in a step, once it is known whom its rules appoint (FLOW-15). */
import type { InstanceId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import type { FlowsEvents } from "../model.ts";
import { approversOf, mayStandInStep, SIGNERS_MAX } from "./approvers.ts";
import { instanceOf, type Reading, sameIdentity } from "./flows.ts";
import { type Receiver, receiversNow } from "./receiving.ts";
import { askedBefore, hasSigned, isBarred } from "./signing.ts";

type Skipped = Pick<FlowsEvents["task.skipped"], "who" | "because">;

/** Who signs a step, in order, `null` where a task waits for the Host's admins instead; and who does not. */
export interface Turns {
  readonly turns: (Receiver | null)[];
  readonly skipped: Skipped[];
}

const isSameTurn = (left: Receiver | null, right: Receiver | null): boolean =>
  left === null || right === null ? left === right : sameIdentity(left.holder, right.holder);

/** What becomes of those appointed who are the initiator: nothing, their heads sign, or a task waits. */
function afterSelf(
  tx: Reading,
  id: InstanceId,
  appointed: readonly Receiver[],
  policy: Policy,
): Turns {
  const instance = instanceOf(tx, id);
  const isInitiator = ({ holder, onBehalfOf = holder }: Receiver): boolean =>
    isBarred(tx, instance, onBehalfOf, policy);
  const turns: (Receiver | null)[] = [];
  const skipped: Skipped[] = [];
  const add = (turn: Receiver | null): void => {
    if (!turns.some((each) => isSameTurn(each, turn))) turns.push(turn);
  };
  for (const receiver of appointed) {
    if (!isInitiator(receiver)) add(receiver);
    else if (instance.selfApproval === "park") add(null);
    else {
      skipped.push({ who: receiver.onBehalfOf ?? receiver.holder, because: "initiator" });
      if (instance.selfApproval !== "heads") continue;
      const heads = approversOf(tx, instance, [{ kind: "initiator-heads" }], policy);
      for (const head of heads) if (!isInitiator(head)) add(head);
    }
  }
  return { turns: turns.slice(0, SIGNERS_MAX), skipped };
}

/** FLOW-15, FLOW-14: first the initiator's rule, then the one of those who have signed before; then who stands in. */
export function turnsOf(
  tx: Reading,
  id: InstanceId,
  step: number,
  appointed: readonly Receiver[],
  policy: Policy,
): Turns {
  const { turns, skipped } = afterSelf(tx, id, appointed, policy);
  const signers = askedBefore(tx, id, step);
  const left: (Receiver | null)[] = [];
  for (const turn of turns) {
    if (turn === null || !hasSigned(tx, signers, turn.holder, policy)) left.push(turn);
    else skipped.push({ who: turn.holder, because: "repeated" });
  }
  const instance = instanceOf(tx, id);
  const standing = receiversNow(tx, left, () => ({
    app: instance.app,
    mayHold: (standIn) => mayStandInStep(tx, instance, standIn, policy),
  }));
  return { turns: standing, skipped };
}
