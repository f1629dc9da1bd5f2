/** Tasks that wait for an admin, and those of a Member without any: the admins of the Space may name a successor. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { view } from "../../core/rule.ts";
import { isAble } from "../../directory/select/able.ts";
import { actsFor, hasAbleAdmin, isAuthorized } from "../../directory/select/authority.ts";
import { organizationOf } from "../../directory/select/organizations.ts";
import type { TaskNamed, TaskRecord } from "../model.ts";
import { instanceOf, isClosed, type Reading, spaceOfTask, taskOf } from "./flows.ts";
import { isParked } from "./known.ts";

/**
 * HAND-08: whether what waits for the admins of an organization is left to those of the Spaces: it has
 * none who may act. While all its people are suspended nobody could go on with it, so nothing is.
 */
export const hasNobodyToAssign = view(
  "HAND-08",
  (tx: Reading, organization: OrganizationId): boolean =>
    organizationOf(tx, organization).suspended === undefined &&
    !hasAbleAdmin(tx, organization, isAuthorized),
);

/**
 * 28.21: whether somebody's permission is the one for a task: that for Spaces, as its door is one; either
 * where an organization's people work for it with an app of its own.
 */
export const assignsByDoor = view(
  ["HAND-08", "HIER-08"],
  (tx: Reading, by: Actor, named: TaskNamed): boolean => {
    if (!("organization" in by)) return false;
    return spaceOfTask(tx, named) === null || actsFor(tx, by, by.organization);
  },
);

/** FLOW-19: whether a task waits for an admin: parked, or with a holder who is suspended. */
export function waits(tx: Reading, task: TaskRecord): boolean {
  if (task.holder === null || isClosed(task)) return isParked(task);
  return !isAble(tx, task.holder);
}

/**
 * HAND-08: whether a task waits in a Space of a Host, for a Member that has nobody to assign it; what
 * somebody suspended holds waits as if it were parked.
 */
export function isLeftToHost(tx: Reading, by: OrganizationId, named: TaskNamed): boolean {
  const { host, space } = instanceOf(tx, named.instance);
  const task = taskOf(tx, named);
  return host === by && space !== null && waits(tx, task) && hasNobodyToAssign(tx, task.home);
}
