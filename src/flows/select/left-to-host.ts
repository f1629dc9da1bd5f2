/** Tasks that wait for a Member without admins: the admins of the Space may name a successor for it. */
import type { OrganizationId } from "../../core/ids.ts";
import { view } from "../../core/rule.ts";
import { hasAbleAdmin } from "../../directory/select/authority.ts";
import { organizationOf } from "../../directory/select/organizations.ts";
import type { TaskNamed } from "../model.ts";
import { instanceOf, type Reading, taskOf } from "./flows.ts";
import { isParked } from "./known.ts";

/**
 * HAND-08: whether what waits for the admins of an organization is left to those of the Spaces: it has
 * none who may act. While all its people are suspended nobody could go on with it, so nothing is.
 */
export const hasNobodyToAssign = view(
  "HAND-08",
  (tx: Reading, organization: OrganizationId): boolean =>
    organizationOf(tx, organization).suspended === undefined && !hasAbleAdmin(tx, organization),
);

/** Whether a task is parked in a Space of a Host, for a Member that has nobody to assign it. */
export function isLeftToHost(tx: Reading, by: OrganizationId, named: TaskNamed): boolean {
  const { host, space } = instanceOf(tx, named.instance);
  const task = taskOf(tx, named);
  return host === by && space !== null && isParked(task) && hasNobodyToAssign(tx, task.home);
}
