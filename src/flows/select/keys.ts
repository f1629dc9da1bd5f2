/** Where flows keep their lists. */
import type { AppId, FlowId, InstanceId, OrganizationId } from "../../core/ids.ts";
import type { Key } from "../../core/keys.ts";
import { listOf } from "../../core/kinds.ts";
import type { Pages } from "../../core/paged.ts";
import { flowsKinds } from "../kinds.ts";
import type { OpenedPage } from "../model.ts";

/** An instance's tasks that are not closed, in the order in which they were made. */
export function openedIn(instance: InstanceId): Pages<"opened"> {
  return listOf(flowsKinds.opened, instance);
}

/** The tasks of a list of those that are not closed, in the order in which they were made: one that is open again is listed last. */
export const tasksListed = (entries: OpenedPage["entries"]): number[] =>
  entries.map(([, task]) => task).sort((left, right) => left - right);

/** What has happened to an instance. */
export function stepsOf(instance: InstanceId): Pages<"steps"> {
  return listOf(flowsKinds.steps, instance);
}

/** The tasks that wait for an organization's admins. */
export function parkedFor(organization: OrganizationId): Pages<"parked"> {
  return listOf(flowsKinds.parked, organization);
}

/** The instances that run of a Host's apps, in the order in which they were started. */
export function runningOf(host: OrganizationId): Pages<"running"> {
  return listOf(flowsKinds.running, host);
}

/** The key of a task. */
export function taskKey(instance: InstanceId, task: number): Key<"task"> {
  return ["task", instance, String(task)];
}

/** The key of one version of a flow's definition. */
export function definitionKey(app: AppId, flow: FlowId, version: number): Key<"definition"> {
  return ["definition", app, `${version}/${flow}`];
}
