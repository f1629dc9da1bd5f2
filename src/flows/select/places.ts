/** Where flows keep their lists. */
import type { AppId, FlowId, InstanceId, OrganizationId } from "../../core/ids.ts";
import type { Key } from "../../core/keys.ts";
import type { Pages } from "../../core/paged.ts";

/** Tasks per page. */
const TASKS_PAGE = 128;
/** Lines of history per page. */
const STEPS_PAGE = 64;

/** An instance's tasks that are not closed, in the order in which they were made. */
export function openedIn(instance: InstanceId): Pages<"opened"> {
  return { kind: "opened", owner: instance, size: TASKS_PAGE };
}

/** What has happened to an instance. */
export function stepsOf(instance: InstanceId): Pages<"steps"> {
  return { kind: "steps", owner: instance, size: STEPS_PAGE };
}

/** The tasks that wait for an organization's admins. */
export function parkedFor(organization: OrganizationId): Pages<"parked"> {
  return { kind: "parked", owner: organization, size: TASKS_PAGE };
}

/** The key of a task. */
export function taskKey(instance: InstanceId, task: number): Key<"task"> {
  return ["task", instance, String(task)];
}

/** The key of one version of a flow's definition. */
export function definitionKey(app: AppId, flow: FlowId, version: number): Key<"definition"> {
  return ["definition", app, `${version}/${flow}`];
}
