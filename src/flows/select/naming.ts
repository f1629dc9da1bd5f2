/** Which departments the definition of a flow names, and whether it still names one. */
import type { AppId, FlowId } from "../../core/ids.ts";
import type { DepartmentOf, Setting } from "../../core/notice.ts";
import { must, read } from "../../core/transaction.ts";
import type { DefinitionRecord, FlowStep } from "../model.ts";
import { isSameDepartment, type Reading } from "./flows.ts";
import { definitionKey } from "./keys.ts";

/** The departments whose heads sign by these steps. */
export const departmentsIn = (steps: readonly FlowStep[]): DepartmentOf[] =>
  steps.flatMap(({ approvers }) =>
    approvers.flatMap((each) => (each.kind === "department-heads" ? [each] : [])),
  );

/** The definition of a flow that is in force. */
export function definitionInForce(tx: Reading, app: AppId, flow: FlowId): DefinitionRecord | null {
  const version = read(tx, "flow", app, flow)?.version ?? 0;
  return version === 0 ? null : must(tx, ...definitionKey(app, flow, version));
}

/** The departments that a definition names and has not dropped. */
export function namedIn({ steps, dropped = [] }: DefinitionRecord): DepartmentOf[] {
  return departmentsIn(steps).filter(
    (each) => !dropped.some((gone) => isSameDepartment(gone, each)),
  );
}

/** Whether the definition of a flow that is in force names a department. */
export function flowNames(
  tx: Reading,
  { app, flow }: Extract<Setting, { readonly kind: "flow" }>,
  of: DepartmentOf,
): boolean {
  const definition = definitionInForce(tx, app, flow);
  return definition !== null && namedIn(definition).some((each) => isSameDepartment(each, of));
}
