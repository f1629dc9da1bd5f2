/** Where the holder of a task may return it to. */
import { actRefusal, taskUnknown } from "../flows/select/handling.ts";
import { earlierSteps, returnPossible, waysOn } from "../flows/select/returns.ts";
import type { QueryHandler } from "./handler.ts";

/** FLOW-17: earlier steps, whether to the initiator, and how it may go on: as a return would be answered. */
export const returnTargets: QueryHandler<"flow.return-targets"> = (tx, data, policy) => {
  const { viewer, instance, task } = data;
  const named = { instance, task };
  const refusal = taskUnknown(tx, viewer, named) ?? actRefusal(tx, policy, viewer, named);
  if (refusal !== null) return refusal;
  const steps = earlierSteps(tx, named).filter(
    (each) => returnPossible(tx, { instance, to: each.task }, policy) === null,
  );
  const initiator = returnPossible(tx, { instance, to: "initiator" }, policy) === null;
  const then = waysOn(policy);
  return { value: { steps, initiator, then } };
};
