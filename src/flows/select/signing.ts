/** Who signs an instance: initiators and repeated approvers (FLOW-15). */
import type { InstanceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { naturalOf } from "../../directory/select/naturals.ts";
import type { InstanceRecord, Signing } from "../model.ts";
import { instanceOf, type Reading, sameIdentity, taskOf } from "./flows.ts";

/** What an instance is started with: what its flow says, else the policy; left out where nothing is to be asked. */
export function signingOf(defined: Signing, policy: Policy): Signing {
  const { selfApproval = policy.selfApproval, repeatedApproval = policy.repeatedApproval } =
    defined;
  return {
    ...(selfApproval === "sign" ? {} : { selfApproval }),
    ...(repeatedApproval === "each" ? {} : { repeatedApproval }),
  };
}

/** Whether it matters in an instance where each step began: who has signed does, or signers take back. */
export const keepsSteps = ({
  selfApproval,
  repeatedApproval,
  takeBack,
}: Pick<InstanceRecord, "selfApproval" | "repeatedApproval" | "takeBack">): boolean =>
  selfApproval !== undefined || repeatedApproval !== undefined || takeBack !== undefined;

/** Whether two identities are one who signs. */
const isOneSigner = (
  tx: Reading,
  left: Identity,
  right: Identity,
  { samePerson }: Policy,
): boolean =>
  sameIdentity(left, right) ||
  (samePerson === "person" && naturalOf(tx, left) === naturalOf(tx, right));

/** Whether somebody is whoever started an instance; an industry member is nobody else. */
const isStarter = (
  tx: Reading,
  { initiator }: Pick<InstanceRecord, "initiator">,
  identity: Identity,
  policy: Policy,
): boolean => initiator.as === undefined && isOneSigner(tx, initiator, identity, policy);

/** FLOW-15: whether somebody does not sign an instance, for they are its initiator. */
export const isBarred = view(
  "FLOW-15",
  (
    tx: Reading,
    instance: Pick<InstanceRecord, "initiator" | "selfApproval">,
    identity: Identity,
    policy: Policy,
  ): boolean => instance.selfApproval !== undefined && isStarter(tx, instance, identity, policy),
);

/** FLOW-15: the target of a route is not the initiator, unless they may sign. */
export const targetMaySign = guard(
  "FLOW-15",
  (tx: Reading, instance: InstanceId, target: Identity, policy: Policy) =>
    isBarred(tx, instanceOf(tx, instance), target, policy)
      ? refuse("ROUTING_TARGET_IS_INITIATOR", target)
      : null,
);

/** Who approved a task of the steps from `first` on, before `step`, as each was walked last. */
function signersOf(tx: Reading, instance: InstanceId, first: number, step: number): Identity[] {
  const { tasks, begun = [] } = instanceOf(tx, instance);
  const found: Identity[] = [];
  // After a jump back a step may have been walked before an earlier one (FLOW-17).
  for (let task = Math.min(tasks, ...begun.slice(first, step)); task < tasks; task += 1) {
    const record = taskOf(tx, { instance, task });
    // A return begins steps anew: what was signed in them before is forgotten.
    const isForgotten = task < (begun[record.step] ?? tasks);
    const isAsked = record.step >= first && record.step < step && !isForgotten;
    if (isAsked && record.status === "approved" && record.holder !== null) {
      found.push(record.holder);
    }
  }
  return found;
}

/** Who has signed as far as that matters to who signs a step; nobody where it does not. */
export function askedBefore(tx: Reading, instance: InstanceId, step: number): Identity[] {
  const { repeatedApproval } = instanceOf(tx, instance);
  if (repeatedApproval === undefined) return [];
  return signersOf(tx, instance, repeatedApproval === "once" ? 0 : Math.max(step - 1, 0), step);
}

/** FLOW-15: whether somebody has signed, and is not asked again. */
export const hasSigned = view(
  "FLOW-15",
  (tx: Reading, signers: readonly Identity[], identity: Identity, policy: Policy): boolean =>
    signers.some((signer) => isOneSigner(tx, signer, identity, policy)),
);

/** Whether somebody else than the initiator has signed before a step. */
export function isSeconded(tx: Reading, id: InstanceId, step: number, policy: Policy): boolean {
  const instance = instanceOf(tx, id);
  return signersOf(tx, id, 0, step).some((signer) => !isStarter(tx, instance, signer, policy));
}
