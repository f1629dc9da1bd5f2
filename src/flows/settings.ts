/** Which approval rules name a department that is removed, or exists again. */
import type { AppId, FlowId } from "../core/ids.ts";
import type { DepartmentOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { independently, must, read } from "../core/transaction.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import {
  type Changed,
  type Naming,
  noteSettings,
  tellOf,
  tiedTo,
} from "../directory/select/settings.ts";
import type { DefinitionRecord, FlowStep } from "./model.ts";
import { type Deciding, isSameDepartment, type Reading } from "./select/flows.ts";
import { definitionKey } from "./select/keys.ts";

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
function namedIn({ steps, dropped = [] }: DefinitionRecord): DepartmentOf[] {
  return departmentsIn(steps).filter(
    (each) => !dropped.some((gone) => isSameDepartment(gone, each)),
  );
}

/** A flow's approval rules, as a setting of whoever built its app. */
function flowNaming(tx: Reading, app: AppId, flow: FlowId): Naming | null {
  const owner = read(tx, "app", app)?.owner;
  if (owner?.kind !== "organization" || organizationOf(tx, owner.organization).ended) return null;
  return { setting: { kind: "flow", app, flow }, owner: owner.organization };
}

function flowsNaming(tx: Reading, of: DepartmentOf): Naming[] {
  const found: Naming[] = [];
  independently(tx, tiedTo(tx, of), (setting) => {
    if (setting.kind !== "flow") return;
    const definition = definitionInForce(tx, setting.app, setting.flow);
    const naming = flowNaming(tx, setting.app, setting.flow);
    if (definition === null || naming === null) return;
    if (namedIn(definition).some((each) => isSameDepartment(each, of))) found.push(naming);
  });
  return found;
}

/** DIR-11: approval rules that name what is removed, or exists again. */
export const noteFlows = (tx: Deciding, events: readonly Changed[], policy: Policy): void =>
  noteSettings(tx, events, policy, flowsNaming);

/** DIR-11: rules defined anew say no more of removed departments. */
export const dropInert = effect("DIR-11", (tx: Deciding, app: AppId, flow: FlowId): void => {
  const definition = definitionInForce(tx, app, flow);
  const naming = flowNaming(tx, app, flow);
  if (definition === null || naming === null) return;
  const inert = namedIn(definition).filter(
    ({ organization, department }) =>
      read(tx, "department", organization, department)?.removed === true,
  );
  if (inert.length === 0) return;
  const departments = inert.map(({ organization, department }) => ({ organization, department }));
  tellOf(tx, "dropped", naming, departments);
});
