/** Describes what is visible of licenses, groups, apps and flows. */
import type { AppId, OrganizationId, SpaceId } from "../../core/ids.ts";
import { inForce, permissionInForce } from "./audience.ts";
import { sorted, sortedBy } from "./canonical.ts";
import { hasDepartment } from "./departments.ts";
import type {
  AppFacts,
  AreaFacts,
  DoerFacts,
  IdentityFacts,
  InstanceFacts,
  ParkingFacts,
  PoolFacts,
  PublicationFacts,
  UnitFacts,
} from "./facts-model-areas.ts";
import { isSame } from "./identities.ts";
import { isLive } from "./lists.ts";
import { grantsOf, purchasedBy } from "./pools.ts";
import { isClosed } from "./progress.ts";
import type { Identity, State } from "./state.ts";
import type { App, Instance, Pair, Settings } from "./state-areas.ts";
import { limitOf, reservedBy } from "./unit-limits.ts";
import { isSameUnit } from "./units.ts";
import { asMember } from "./vocabulary-industry.ts";

function pair({ organization, person }: Pair): IdentityFacts {
  return [organization, person];
}

function doer({ organization, person, number }: Identity): DoerFacts {
  const { as } = asMember({ number });
  const all: readonly unknown[] = [organization, person, ...(as === undefined ? [] : [as])];
  return all as DoerFacts;
}

/** Apps of one kind that are published in a Space, in order of publication. */
export function published(
  { publications, apps }: State,
  space: SpaceId,
  kind: App["owner"]["kind"],
): AppId[] {
  return publications
    .filter((each) => each.space === space)
    .map((each) => each.app)
    .filter((id) => apps.some((each) => each.id === id && each.owner.kind === kind));
}

function unitFacts(state: State, host: OrganizationId, unit: UnitFacts["unit"]): UnitFacts {
  const grants = grantsOf(state, host).filter((each) => isSameUnit(each.unit, unit));
  const limit = limitOf(state, unit);
  const own = state.selections.filter(
    (each) =>
      isSameUnit(each.unit, unit) && hasDepartment(state, each.organization, each.department),
  );
  return {
    unit,
    grants: grants.map(pair),
    ...(limit === null ? {} : { limit }),
    automatic: sorted(own.map((each) => each.organization)).map((organization) => ({
      organization,
      departments: sorted(
        own.filter((each) => each.organization === organization).map((each) => each.department),
      ),
    })),
  };
}

function poolFacts(state: State, host: OrganizationId): PoolFacts {
  const links = state.links.filter((each) => each.host === host);
  const waiting = state.deferred.filter((each) => each.host === host);
  const reserved = reservedBy(state, host);
  const { until = null, reached = null } = state.pools.find((each) => each.host === host) ?? {};
  return {
    host,
    purchased: purchasedBy(state, host),
    ...(until === null ? {} : { until }),
    ...(reached === null ? {} : { reached }),
    ...(reserved === 0 ? {} : { reserved }),
    units: [
      unitFacts(state, host, { kind: "host", organization: host }),
      ...links.map(({ unit }) => unitFacts(state, host, unit)),
    ],
    waiting: waiting.map(({ unit, ...identity }) => ({ unit, identity: pair(identity) })),
  };
}

function isEmptyPool({ purchased, until, reserved, units, waiting }: PoolFacts): boolean {
  if (until !== undefined || reserved !== undefined) return false;
  const grants = units.flatMap((each) => each.grants);
  return purchased === 0 && units.length === 1 && grants.length === 0 && waiting.length === 0;
}

/** Who has submitted to an app, in the order of their first rows. */
export function submittersOf({ rows }: State, app: AppId): Identity[] {
  const own = rows.filter((each) => each.app === app);
  return own.filter((each, index) => own.findIndex((other) => isSame(other, each)) === index);
}

function appFacts(state: State, { id: app, name, owner, cool }: App): AppFacts {
  const rows = state.rows.filter((each) => each.app === app);
  return {
    app,
    name,
    owner,
    cool,
    published: state.publications.filter((each) => each.app === app).map((each) => each.space),
    rows: rows.map(({ row, space, trunk, line, owner, labels, at, ...submitter }) => ({
      row,
      space,
      ...(trunk === undefined ? {} : { trunk }),
      ...(line === undefined ? {} : { line }),
      ...(owner === undefined ? {} : { owner: doer(owner) }),
      submitter: doer(submitter),
      labels: sorted(labels),
      at,
    })),
    submitters: submittersOf(state, app).map(doer),
  };
}

function publicationFacts(state: State, settings: Settings): PublicationFacts {
  const { space, app, authorized, permissions, distributed } = settings;
  const groups = distributed.map(({ organization, group }) => [organization, group] as const);
  return {
    space,
    app,
    published: state.publications.some((each) => each.space === space && each.app === app),
    authorized: authorized === null ? null : inForce(state, authorized),
    permissions: permissions.map((each) => permissionInForce(state, each)),
    distributed: sortedBy(groups, (each) => each),
  };
}

/** Settings of every Host app that is published in a Space or has any there. */
function allSettings(state: State): Settings[] {
  const bare = state.publications
    .filter(({ app }) =>
      state.apps.some((each) => each.id === app && each.owner.kind === "organization"),
    )
    .filter(
      ({ space, app }) => !state.settings.some((each) => each.space === space && each.app === app),
    );
  return [
    ...state.settings,
    ...bare.map((each) => ({ ...each, authorized: null, permissions: [], distributed: [] })),
  ];
}

function isDefault({ published: is, authorized, permissions, distributed }: PublicationFacts) {
  return !is && authorized === null && permissions.length === 0 && distributed.length === 0;
}

function instanceFacts({ id: instance, ...rest }: Instance): InstanceFacts {
  const { app, host, flow, space, trunk, initiator, row, status, step, tasks, log } = rest;
  const { withdrawUntil, withdrawBefore } = rest;
  return {
    instance,
    app,
    host,
    flow,
    space,
    ...(trunk === undefined ? {} : { trunk }),
    initiator: doer(initiator),
    row,
    ...(rest.selfApproval === "sign" ? {} : { selfApproval: rest.selfApproval }),
    ...(rest.repeatedApproval === "each" ? {} : { repeatedApproval: rest.repeatedApproval }),
    ...(withdrawUntil === "ended" ? {} : { withdrawUntil }),
    ...(withdrawBefore === null ? {} : { withdrawBefore }),
    ...(rest.takeBack ? { takeBack: true } : {}),
    status,
    ...(rest.waits === null ? {} : { waiting: true }),
    step,
    tasks: tasks.map((task) => ({
      step: task.step,
      origin: task.origin,
      parent: task.parent,
      holder: task.holder === null ? null : pair(task.holder),
      ...(task.behalf === null ? {} : { behalf: pair(task.behalf) }),
      home: task.holder === null && !isClosed(task) ? task.home : null,
      status: task.status,
    })),
    log: log.map(({ who, behalf, ...line }) => ({
      ...line,
      ...(behalf === null ? {} : { behalf: pair(behalf) }),
      who: who === null ? null : doer(who),
    })),
  };
}

/** The tasks that wait for the admins of an organization, in no order that matters. */
export function parkedAt({ instances }: State, home: OrganizationId): ParkingFacts["tasks"] {
  return instances.flatMap(({ id, tasks }) =>
    tasks.flatMap((task, number) =>
      task.holder === null && !isClosed(task) && task.home === home ? [[id, number] as const] : [],
    ),
  );
}

/** Describes what is visible of licenses, groups, apps and flows. */
export function describeAreas(state: State): AreaFacts {
  const hosts = state.organizations.map((each) => each.id).filter((id) => isLive(state, id));
  const flows = state.definitions.filter(
    ({ app, flow }, index) =>
      !state.definitions.slice(index + 1).some((later) => later.app === app && later.flow === flow),
  );
  return {
    pools: sortedBy(
      hosts.map((host) => poolFacts(state, host)).filter((each) => !isEmptyPool(each)),
      ({ host }) => [host],
    ),
    groups: sortedBy(
      state.groups.map(({ id: group, space, trunk, name, starter, participants }) => ({
        group,
        space,
        ...(trunk === undefined ? {} : { trunk }),
        name,
        starter: pair(starter),
        participants: participants.map(pair),
      })),
      ({ group }) => [group],
    ),
    apps: sortedBy(
      state.apps.map((each) => appFacts(state, each)),
      ({ app }) => [app],
    ),
    publications: sortedBy(
      allSettings(state)
        .map((each) => publicationFacts(state, each))
        .filter((each) => !isDefault(each)),
      ({ space, app }) => [space, app],
    ),
    flows: sortedBy(
      flows.map(({ app, flow, steps, rules }) => ({ app, flow, steps, ...rules })),
      ({ app, flow }) => [app, flow],
    ),
    instances: sortedBy(state.instances.map(instanceFacts), ({ instance }) => [instance]),
    parking: sortedBy(
      hosts
        .map((organization) => ({
          organization,
          tasks: sortedBy(parkedAt(state, organization), ([id, number]) => [
            id,
            String(number).padStart(6, "0"),
          ]),
        }))
        .filter(({ tasks }) => tasks.length > 0),
      ({ organization }) => [organization],
    ),
  };
}
