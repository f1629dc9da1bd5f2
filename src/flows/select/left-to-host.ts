/** Tasks that wait for an admin, and those of an organization without any: the admins of the Space, or Trunk, may name a successor. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import { view } from "../../core/rule.ts";
import { isAble } from "../../directory/select/able.ts";
import {
  actsFor,
  actsInHierarchy,
  hasAbleAdmin,
  isAuthorized,
  isHierarchyAdmin,
} from "../../directory/select/authority.ts";
import { organizationOf } from "../../directory/select/organizations.ts";
import { isSuspendedIn } from "../../spaces/select/suspended.ts";
import type { TaskNamed, TaskRecord } from "../model.ts";
import { hasDoor, instanceOf, isClosed, type Reading, spaceOfTask, taskOf } from "./flows.ts";
import { isParked } from "./known.ts";

/**
 * HAND-08: whether what waits for the admins of an organization is left to those of the Space, or of the Trunk:
 * it has none who may act by that door. While all its people are suspended, at all or in the Space, nobody could go
 * on with it, so nothing is.
 */
export const hasNobodyToAssign = view(
  "HAND-08",
  (tx: Reading, organization: OrganizationId, named: Pick<TaskNamed, "instance">): boolean => {
    if (organizationOf(tx, organization).suspended !== undefined) return false;
    const { space, trunk } = instanceOf(tx, named.instance);
    if (space !== null && isSuspendedIn(tx, space, organization)) return false;
    return !hasAbleAdmin(tx, organization, trunk === undefined ? isAuthorized : isHierarchyAdmin);
  },
);

/** At which door something is worked on; at neither, by an organization's own people. */
interface Door {
  readonly space: SpaceId | null;
  readonly trunk?: OrganizationId | undefined;
}

/**
 * 28.21: whether somebody's permission is the one for a door: that for Spaces or that for Links, as it
 * is one or the other; either where an organization's people work for it with an app of its own.
 */
export const actsByDoor = view(
  ["HAND-08", "HIER-08"],
  (tx: Reading, by: Actor, { space, trunk }: Door): boolean => {
    if (!("organization" in by)) return false;
    if (trunk !== undefined) return actsInHierarchy(tx, by, by.organization);
    return space === null || actsFor(tx, by, by.organization);
  },
);

/** 28.21: the same of the door of a task. */
export const assignsByDoor = (tx: Reading, by: Actor, named: TaskNamed): boolean => {
  const { trunk } = instanceOf(tx, named.instance);
  return actsByDoor(tx, by, { trunk, space: spaceOfTask(tx, named) });
};

/** FLOW-19, EXIT-08: whether whoever holds a task is suspended, or their organization, at all or where they work on it. */
export function isHeldUp(tx: Reading, named: TaskNamed, holder: Identity): boolean {
  if (!isAble(tx, holder)) return true;
  const space = spaceOfTask(tx, named);
  return space !== null && isSuspendedIn(tx, space, holder.organization);
}

/** FLOW-19: whether a task waits for an admin: parked, or with a holder who is suspended. */
export function waits(tx: Reading, named: TaskNamed, task: TaskRecord): boolean {
  if (task.holder === null || isClosed(task)) return isParked(task);
  return isHeldUp(tx, named, task.holder);
}

/**
 * HAND-08: whether a task waits in a Space of a Host, or below a Trunk, for an organization that has nobody to
 * assign it; what somebody suspended holds waits as if it were parked.
 */
export function isLeftToHost(tx: Reading, by: OrganizationId, named: TaskNamed): boolean {
  const instance = instanceOf(tx, named.instance);
  const task = taskOf(tx, named);
  const isHosts = instance.host === by && hasDoor(instance);
  return isHosts && waits(tx, named, task) && hasNobodyToAssign(tx, task.home, named);
}
