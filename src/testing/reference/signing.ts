/** Initiators among the approvers of their own instance, and approvers who signed before (FLOW-15). */
import { naturalName } from "./natural.ts";
import { identityOf } from "./people.ts";
import { isPair } from "./settings.ts";
import type { Identity, World } from "./state.ts";
import type { Instance, Pair } from "./state-areas.ts";
import { isMember } from "./vocabulary-industry.ts";

type About = Pick<World, "state" | "policy">;

/** Whether two identities are the same signer: the same natural person, or under the narrow policy the same identity. */
function isSameSigner({ state, policy }: About, one: Identity, other: Identity): boolean {
  // Who is in an industry book is nobody of a directory.
  if (isMember(one) || isMember(other)) return false;
  if (policy.samePerson === "identity") return isPair(one, other);
  return naturalName(state, one) === naturalName(state, other);
}

/** Whether somebody is whoever started an instance. */
export function isInitiator(world: About, { initiator }: Instance, someone: Pair): boolean {
  return isSameSigner(world, initiator, identityOf(world.state, someone));
}

/** Whether somebody is to have no task of an instance, as they started it. */
export function isKeptOut(world: About, instance: Instance, someone: Pair): boolean {
  return instance.selfApproval !== "sign" && isInitiator(world, instance, someone);
}

/** Who has approved a task of a step, as the steps before the present one were walked last. */
function signersOf({ tasks, begun, step: present }: Instance, step: number): Identity[] {
  const from = begun[step];
  if (from === undefined || step >= present) return [];
  return tasks.slice(from).flatMap(({ step: own, status, holder }) => {
    return own === step && status === "approved" && holder !== null ? [holder] : [];
  });
}

function stepsBefore({ step }: Instance): number[] {
  return Array.from({ length: step }, (_, index) => index);
}

/** Whether somebody has signed already, so that they need not in the step that begins. */
export function signedBefore(world: About, instance: Instance, someone: Pair): boolean {
  const { repeatedApproval, step } = instance;
  if (repeatedApproval === "each") return false;
  const steps = repeatedApproval === "once" ? stepsBefore(instance) : [step - 1];
  const signers = steps.flatMap((each) => signersOf(instance, each));
  return signers.some((each) => isSameSigner(world, each, identityOf(world.state, someone)));
}

/** Whether anybody but the initiator has signed in an instance. */
export function hasSecondSigner(world: About, instance: Instance): boolean {
  const signers = stepsBefore(instance).flatMap((each) => signersOf(instance, each));
  return signers.some((each) => !isSameSigner(world, instance.initiator, each));
}
