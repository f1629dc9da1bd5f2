/** Which approval rules name a department that is removed, or exists again. */
import type { AppId, FlowId } from "../core/ids.ts";
import type { DepartmentOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { independently, read } from "../core/transaction.ts";
import {
  type Changed,
  type Naming,
  noteSettings,
  tellOf,
  tiedTo,
} from "../directory/select/settings.ts";
import type { Deciding, Reading } from "./select/flows.ts";
import { definitionInForce, flowNames, namedIn } from "./select/naming.ts";

/** A flow's approval rules, as a setting of whoever built its app: one that ended may exist again (DIR-19). */
function flowNaming(tx: Reading, app: AppId, flow: FlowId): Naming | null {
  const owner = read(tx, "app", app)?.owner;
  if (owner?.kind !== "organization") return null;
  return { setting: { kind: "flow", app, flow }, owner: owner.organization };
}

function flowsNaming(tx: Reading, of: DepartmentOf): Naming[] {
  const found: Naming[] = [];
  independently(tx, tiedTo(tx, of), (setting) => {
    if (setting.kind !== "flow") return;
    const naming = flowNaming(tx, setting.app, setting.flow);
    if (naming !== null && flowNames(tx, setting, of)) found.push(naming);
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
