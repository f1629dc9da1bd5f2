/** Until when an instance is withdrawn, and what signers take back (FLOW-18). */
import type { InstanceId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { daysAfter } from "../../core/time.ts";
import type { InstanceRecord, TakingBack } from "../model.ts";
import { instanceOf, type Reading } from "./flows.ts";

type Settled = Pick<InstanceRecord, "withdrawUntil" | "withdrawBefore" | "takeBack">;

/** What an instance is started with: what its flow says, else the policy; left out where nothing is to be asked. */
export function takingBackOf(defined: TakingBack, at: number, policy: Policy): Settled {
  const {
    withdrawUntil = policy.withdrawUntil,
    withdrawDays = policy.withdrawDays,
    takeBack = policy.takeBack,
  } = defined;
  return {
    ...(withdrawUntil === "ended" ? {} : { withdrawUntil }),
    ...(withdrawDays === null ? {} : { withdrawBefore: daysAfter(at, withdrawDays) }),
    ...(takeBack ? { takeBack } : {}),
  };
}

/** Whether it is counted in an instance how often somebody has acted on a task. */
export const countsActs = ({ withdrawUntil, takeBack }: Settled): boolean =>
  withdrawUntil !== undefined || takeBack !== undefined;

/** FLOW-18: whether somebody's act has closed the withdrawal of an instance. */
const isActedOn = view(
  "FLOW-18",
  ({ withdrawUntil, acts = 0 }: InstanceRecord): boolean =>
    withdrawUntil === "first-act" && acts > 0,
);

/** FLOW-18: whether the time for withdrawing an instance is over. */
const isLate = view(
  "FLOW-18",
  ({ withdrawBefore }: InstanceRecord, at: number): boolean =>
    withdrawBefore !== undefined && at >= withdrawBefore,
);

/** FLOW-18: an instance is withdrawn as long as its flow lets it be; one that waits for its initiator always (FLOW-17). */
export const withdrawalOpen = guard("FLOW-18", (tx: Reading, instance: InstanceId) => {
  const record = instanceOf(tx, instance);
  if (record.waits !== undefined) return null;
  if (isActedOn(record)) return refuse("WITHDRAWAL_CLOSED", { instance, because: "acted" });
  return isLate(record, tx.at) ? refuse("WITHDRAWAL_CLOSED", { instance, because: "late" }) : null;
});
