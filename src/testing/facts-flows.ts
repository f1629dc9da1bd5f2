/** Describes the flows of a World, their instances, and the tasks that wait for a successor. */
import type { AppId, FlowId, InstanceId, OrganizationId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { Records } from "../engine/types.ts";
import type { Signing, TakingBack } from "../flows/model.ts";
import { doerFacts } from "./facts-apps.ts";
import { paged, type Shelves } from "./index-by-owner.ts";
import { sortedBy } from "./reference/canonical.ts";
import type { IdentityFacts } from "./reference/facts-model.ts";
import type {
  FlowFacts,
  InstanceFacts,
  ParkingFacts,
  TaskFacts,
} from "./reference/facts-model-areas.ts";

const pair = (identity: Identity | null): IdentityFacts | null =>
  identity === null ? null : [identity.organization, identity.person];

/** What is said of who signs besides whom the rules appoint. */
const signingIn = ({ selfApproval, repeatedApproval }: Signing): Signing => ({
  ...(selfApproval === undefined ? {} : { selfApproval }),
  ...(repeatedApproval === undefined ? {} : { repeatedApproval }),
});

/** What is said of withdrawing and taking back. */
const takingBackIn = ({ withdrawUntil, withdrawDays, takeBack }: TakingBack): TakingBack => ({
  ...(withdrawUntil === undefined ? {} : { withdrawUntil }),
  ...(withdrawDays === undefined ? {} : { withdrawDays }),
  ...(takeBack === undefined ? {} : { takeBack }),
});

/** What an instance has of it, and whether it waits for its initiator. */
const settledIn = (record: Records["instance"]) => {
  const { withdrawUntil, withdrawBefore, takeBack, status, waits } = record;
  return {
    ...(withdrawUntil === undefined ? {} : { withdrawUntil }),
    ...(withdrawBefore === undefined ? {} : { withdrawBefore }),
    ...(takeBack === undefined ? {} : { takeBack }),
    ...(waits === undefined || status !== "running" ? {} : { waiting: true }),
  };
};

/** The definitions in force, sorted by app, then flow. */
export function flowsIn(shelves: Shelves): FlowFacts[] {
  const all = shelves.owners("flow").flatMap((app) =>
    shelves.rows("flow", app).map(([flow, { version }]): FlowFacts => {
      const definition = shelves.one("definition", app, `${version}/${flow}`);
      return {
        ...{ app: app as AppId, flow: flow as FlowId, steps: definition?.steps ?? [] },
        ...(definition === undefined
          ? {}
          : { ...signingIn(definition), ...takingBackIn(definition) }),
      };
    }),
  );
  return sortedBy(all, ({ app, flow }) => [app, flow]);
}

/** For whom somebody stands in, if for anybody. */
const behalfFacts = (identity: Identity | undefined): Pick<TaskFacts, "behalf"> =>
  identity === undefined ? {} : { behalf: [identity.organization, identity.person] };

function taskFacts(record: Records["task"]): TaskFacts {
  const { step, origin, path, holder, home, status } = record;
  const parked = holder === null && (status === "open" || status === "held");
  const parent = path[0] ?? null;
  const behalf = behalfFacts(record.onBehalfOf);
  return {
    ...{ step, origin, parent, holder: pair(holder) },
    ...behalf,
    ...{ home: parked ? home : null, status },
  };
}

/** The instances, sorted by id. */
export function instancesIn(shelves: Shelves): InstanceFacts[] {
  const all = shelves.owners("instance").map((id): InstanceFacts => {
    const record = shelves.one("instance", id) as Records["instance"];
    const { app, host, flow, space, trunk, initiator, row, status, step } = record;
    const tasks = [...shelves.rows("task", id)].sort(
      (left, right) => Number(left[0]) - Number(right[0]),
    );
    return {
      instance: id as InstanceId,
      app,
      host,
      flow,
      space,
      ...(trunk === undefined ? {} : { trunk }),
      initiator: doerFacts(initiator),
      row,
      ...signingIn(record),
      ...settledIn(record),
      status,
      step,
      tasks: tasks.map(([, task]) => taskFacts(task)),
      log: paged(shelves.rows("steps", id)).map(([, what, task, who, at, , behalf]) => ({
        what,
        task,
        ...behalfFacts(behalf),
        who: who === null ? null : doerFacts(who),
        at,
      })),
    };
  });
  return sortedBy(all, ({ instance }) => [instance]);
}

/** The tasks that wait for a successor, by the organization whose admins name one. */
export function parkingIn(shelves: Shelves): ParkingFacts[] {
  const all = shelves.owners("parked").map((id) => ({
    organization: id as OrganizationId,
    tasks: sortedBy(
      paged(shelves.rows("parked", id))
        .filter(([, , , , away, elsewhere]) => away === null && elsewhere === null)
        .map(([, instance, task]) => [instance, task] as const),
      ([instance, task]) => [instance, String(task).padStart(6, "0")],
    ),
  }));
  const some = all.filter(
    ({ organization, tasks }) =>
      tasks.length > 0 && shelves.one("organization", organization)?.ended === false,
  );
  return sortedBy(some, ({ organization }) => [organization]);
}
