/** Answers about flows. */
import type { RefusalCode } from "../../core/refusal.ts";
import type { Viewer } from "../../queries/model.ts";
import { type Answers, inOrder, search, shown, suspensionOf } from "./answering.ts";
import { cannotAct, holdsTask, routingCodes, routingScope, spaceOf } from "./approvers.ts";
import { doorOf, matterOf, waitsFor, waitsForNobody } from "./assigning.ts";
import { actsFor, organizationAdmin } from "./authority.ts";
import { parkedAt } from "./facts-areas.ts";
import { calledAt } from "./former-ids.ts";
import { tasksHeld } from "./handover.ts";
import { findInBook } from "./hierarchy-people.ts";
import { isSame } from "./identities.ts";
import { actCodes, findInstance, routerCodes } from "./instances.ts";
import { identityOf, isSuspended } from "./people.ts";
import { isClosed } from "./progress.ts";
import { whichApplyTo } from "./rank.ts";
import { isInitiatorThere, isReturnedOut, waysOn } from "./resubmitting.ts";
import { isPair, pairOf } from "./settings.ts";
import { isKeptOut } from "./signing.ts";
import type { Identity, State, World } from "./state.ts";
import type { Instance, Pair } from "./state-areas.ts";
import { isSuspendedIn } from "./suspended-members.ts";
import { taskCodes } from "./tasks.ts";
import { actingCodes } from "./use.ts";
import { isRostered } from "./visibility.ts";
import { asMember, isMember } from "./vocabulary-industry.ts";
import { formerly } from "./vocabulary-renames.ts";

function ownCodes(world: World, { viewer }: { readonly viewer: Viewer }): RefusalCode[] {
  return actingCodes(world, viewer);
}

/** Whether an instance's history is for a viewer. */
function mayRead(state: State, instance: Instance, viewer: Viewer): boolean {
  const space = spaceOf(state, instance);
  const own = identityOf(state, viewer);
  const belongs =
    viewer.organization === instance.host ||
    (instance.trunk !== undefined && findInBook(state, instance.trunk, viewer) !== undefined) ||
    (space !== undefined && isRostered(state, space, viewer));
  return (
    isSame(instance.initiator, own) ||
    holdsTask(instance, viewer) ||
    actsFor(state, viewer, instance.host, doorOf(instance)) ||
    (belongs && instance.log.some(({ who }) => who !== null && isSame(who, own)))
  );
}

function instanceShown(world: World, instance: Instance) {
  const { app, flow, space, trunk, initiator, status, waits, step, log, tasks } = instance;
  const through = trunk === undefined ? {} : { trunk };
  const named = (each: Identity) => ({
    ...pairOf(each),
    ...asMember(each),
    ...suspensionOf(world, each),
  });
  const meant = (each: Pair) => ({ ...pairOf(each), ...suspensionOf(world, each) });
  const then = (who: Pair & { readonly number?: number }, at: number) =>
    isMember(who) ? {} : formerly(calledAt(world.state, who, at), who.person);
  const items = log.map(({ what, task, who, at, behalf }) => ({
    what,
    task,
    who: who === null ? null : { ...named(who), ...then(who, at) },
    ...(behalf === null ? {} : { onBehalfOf: { ...meant(behalf), ...then(behalf, at) } }),
    at,
  }));
  const waiting = waits === null ? {} : { waiting: true };
  const open = tasks
    .flatMap((each, task) => {
      const { status: is, holder } = each;
      if (isClosed(each)) return [];
      return [{ task, status: is, holder: holder === null ? null : pairOf(holder) }];
    })
    .slice(0, 100);
  const now = { status, ...waiting, step, open };
  return { items, app, flow, space, ...through, initiator: named(initiator), ...now };
}

/**
 * The tasks of an organization's suspended people, which its admins may assign (FLOW-19). While a Member is suspended
 * as such there is nobody to whom they could (EXIT-08).
 */
function heldBySuspended(state: State, organization: Viewer["organization"]) {
  return state.instances.flatMap(({ id: instance, tasks }) =>
    tasks.flatMap((each, task) =>
      each.holder !== null &&
      isSuspended(state, each.holder) &&
      waitsFor(state, each) === organization
        ? [{ instance, task }]
        : [],
    ),
  );
}

/** Whether an admin's permission is the one for the door of a task (28.21). */
function mayAssign(
  state: State,
  viewer: Viewer,
  { instance: id, task: number }: { readonly instance: Instance["id"]; readonly task: number },
): boolean {
  const instance = findInstance(state, id);
  const task = instance?.tasks[number];
  if (instance === undefined || task === undefined) return false;
  return actsFor(state, viewer, viewer.organization, matterOf(instance, task));
}

/** The tasks parked in an organization's Spaces that wait for Members without able admins (HAND-08). */
function waitingForNobody(world: World, organization: Viewer["organization"]) {
  return world.state.instances
    .filter(({ host }) => host === organization)
    .flatMap((instance) =>
      instance.tasks.flatMap((each, task) =>
        each.holder === null && waitsForNobody(world, instance, each)
          ? [{ instance: instance.id, task, organization: each.home }]
          : [],
      ),
    );
}

/** What keeps a holder from acting, who is not suspended: not present, not on the list, or without license. */
const INABILITIES: readonly RefusalCode[] = [
  "NOT_IN_SPACE",
  "NOT_ON_LINK",
  "APP_NOT_AUTHORIZED",
  "LICENSE_REQUIRED",
];

/** Why nobody can act on a task that is not closed (FLOW-13). */
function stuckBy(world: World, instance: Instance, { holder, space }: Instance["tasks"][number]) {
  const { state } = world;
  if (holder === null) return "parked";
  if (isSuspended(state, holder) || isSuspendedIn(state, space, holder.organization)) {
    return "holder-suspended";
  }
  const codes = actCodes(world, instance, pairOf(holder));
  return codes.some((code) => INABILITIES.includes(code)) ? "holder-unable" : null;
}

/** The steps before one, by the youngest of their tasks by rule. */
function returnSteps({ tasks }: Instance, before: number) {
  return Array.from({ length: before }, (_, step) => step).flatMap((step) => {
    const task = tasks
      .map((each) => each.step === step && each.origin === "rule")
      .lastIndexOf(true);
    return task < 0 ? [] : [{ step, task }];
  });
}

/** Whether an instance waits for an initiator who has left, so that the Host alone can end it (FLOW-17). */
function isForsaken(world: World, instance: Instance): boolean {
  return instance.waits !== null && !isInitiatorThere(world.state, instance);
}

type FlowQuery =
  | "flow.may-route"
  | "flow.routing-candidates"
  | "flow.todo"
  | "flow.started"
  | "flow.handled"
  | "flow.instance"
  | "flow.return-targets"
  | "admin.parked"
  | "admin.open-tasks";

/** The questions about flows. */
export const flowAnswers: Answers<FlowQuery> = {
  "flow.may-route": {
    codes: (world, { viewer, instance: id, target }) => {
      const instance = findInstance(world.state, id);
      const codes = routerCodes(world, viewer, id);
      return instance === undefined
        ? codes
        : [...codes, ...routingCodes(world, instance, viewer, [target])];
    },
    value: () => ({ allowed: true }),
  },
  "flow.routing-candidates": {
    codes: (world, { viewer, instance }) => routerCodes(world, viewer, instance),
    value: (world, { viewer, instance: id, search: text }) => {
      const instance = findInstance(world.state, id);
      if (instance === undefined) return inOrder([]);
      // Whoever asks holds a task, and so is not among them.
      const all = routingScope(world, instance, viewer).filter(
        (each) =>
          !holdsTask(instance, each) &&
          !isSuspended(world.state, each) &&
          !isKeptOut(world, instance, each) &&
          !cannotAct(world, instance, [each]),
      );
      const { space, trunk } = instance;
      const through = trunk === undefined ? null : { trunk };
      const shelf = space === null ? through : { space };
      return inOrder(
        search(
          all.map((each) => shown(world, { viewer: viewer.organization, shelf }, each)),
          text,
        ),
      );
    },
  },
  "flow.todo": {
    codes: ownCodes,
    value: ({ state }, { viewer }) => {
      const open = tasksHeld(state, viewer).filter(({ task }) => task.status === "open");
      return inOrder(
        open.map(({ instance, task, number }) => ({
          instance: instance.id,
          task: number,
          app: instance.app,
          flow: instance.flow,
          space: instance.space,
          step: task.step,
          initiator: { ...pairOf(instance.initiator), ...asMember(instance.initiator) },
          origin: task.origin,
          ...(task.behalf === null ? {} : { onBehalfOf: task.behalf }),
        })),
      );
    },
  },
  "flow.started": {
    codes: ownCodes,
    value: ({ state }, { viewer }) => {
      const own = state.instances.filter((each) =>
        isSame(each.initiator, identityOf(state, viewer)),
      );
      return inOrder(
        own.map(({ id: instance, status, waits }) => ({
          ...{ instance, status },
          ...(waits === null ? {} : { waiting: true }),
        })),
      );
    },
  },
  "flow.handled": {
    codes: ownCodes,
    value: ({ state }, { viewer }) => {
      const own = state.handled.filter((each) => isSame(each, identityOf(state, viewer)));
      return inOrder(
        own.map(({ instance, task }) => {
          const status = findInstance(state, instance)?.status;
          return { instance, task, status };
        }),
      );
    },
  },
  "flow.instance": {
    codes: (world, { viewer, instance: id }) => {
      const instance = findInstance(world.state, id);
      const may = instance !== undefined && mayRead(world.state, instance, viewer);
      return whichApplyTo(actingCodes(world, viewer), [["UNKNOWN_INSTANCE", !may]]);
    },
    value: (world, { instance: id }) => {
      const instance = findInstance(world.state, id);
      return instance === undefined ? inOrder([]) : instanceShown(world, instance);
    },
  },
  "flow.return-targets": {
    codes: (world, { viewer, ...named }) => taskCodes(world, viewer, named),
    value: (world, { instance: id, task }) => {
      const instance = findInstance(world.state, id);
      const then = waysOn(world);
      if (instance === undefined || isReturnedOut(world, instance)) {
        return { steps: [], initiator: false, then };
      }
      return {
        steps: returnSteps(instance, instance.tasks[task]?.step ?? 0),
        initiator: isInitiatorThere(world.state, instance),
        then,
      };
    },
  },
  "admin.parked": {
    codes: (world, { viewer }) => organizationAdmin(world, viewer, viewer.organization),
    value: (world, { viewer }) => {
      const { organization } = viewer;
      const all = [
        ...parkedAt(world.state, organization).map(([instance, task]) => ({ instance, task })),
        ...heldBySuspended(world.state, organization),
        ...waitingForNobody(world, organization),
      ];
      return inOrder(all.filter((each) => mayAssign(world.state, viewer, each)));
    },
  },
  "admin.open-tasks": {
    codes: (world, { viewer }) => organizationAdmin(world, viewer, viewer.organization),
    value: (world, { viewer, holder, stuck = false }) => {
      const { organization } = viewer;
      const all = world.state.instances.flatMap((instance) => {
        const isHosts = instance.host === organization;
        const tasks = instance.tasks.flatMap((each, task) => {
          const isHeld =
            holder !== undefined && each.holder !== null && isPair(each.holder, holder);
          const isTheirs = isHosts || (isHeld && each.holder?.organization === organization);
          const isAsked = holder === undefined || isHeld;
          if (isClosed(each) || !isTheirs || !isAsked) return [];
          if (!mayAssign(world.state, viewer, { instance: instance.id, task })) return [];
          const why = stuckBy(world, instance, each);
          if (stuck && why === null) return [];
          const by = each.holder === null ? null : pairOf(each.holder);
          return [{ instance: instance.id, task, holder: by, stuck: why }];
        });
        const isListed =
          isHosts &&
          holder === undefined &&
          isForsaken(world, instance) &&
          actsFor(world.state, viewer, organization, doorOf(instance));
        const waiting = { instance: instance.id, task: null, holder: null };
        return isListed ? [...tasks, { ...waiting, stuck: "initiator-left" }] : tasks;
      });
      return inOrder(all);
    },
  },
};
