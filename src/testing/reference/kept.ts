/** What a departure takes is kept for a while, and dropped by what others do since (RESIGN-05). */

import type { AppId, DepartmentId, OrganizationId, RoleId, SpaceId } from "../../core/ids.ts";
import type { LicenseUnit } from "../../licenses/model.ts";
import { among, isSame, type Presence } from "./identities.ts";
import { distributionsNaming } from "./kept-hierarchy.ts";
import { retentionEnd } from "./retention.ts";
import { isPair } from "./settings.ts";
import type { Employment, Identity, Kept, State, Taken, World } from "./state.ts";
import type { Account, Listed, Pair } from "./state-areas.ts";
import { isSameUnit } from "./units.ts";

function names(audience: Listed | null, identity: Pair): boolean {
  return audience?.people.some((each) => isPair(each, identity)) === true;
}

function listsNaming({ settings }: State, identity: Pair): Kept["lists"] {
  return settings.flatMap(({ space, app, authorized, permissions }) => [
    ...(names(authorized, identity) ? [{ space, app, permission: null }] : []),
    ...permissions.flatMap((each, permission) =>
      names(each.for, identity) ? [{ space, app, permission }] : [],
    ),
  ]);
}

/** The lists of counterparts that name somebody, in the order in which they came to (PARTNER-03). */
export function counterpartsNaming({ associations }: State, identity: Pair): Kept["counterparts"] {
  return associations
    .flatMap(({ space, organization: member, counterparts }) =>
      (["own", "host"] as const).flatMap((side) =>
        counterparts[side]
          .filter((each) => isPair(each, identity))
          .map(({ place, tie }) => ({ space, member, side, place, tie })),
      ),
    )
    .sort((one, other) => one.tie - other.tie)
    .map(({ tie: _, ...each }) => each);
}

/** What a departure takes of what names somebody, or was given to them, outside the directory. */
function takenBy(
  state: State,
  employment: Employment,
): Pick<
  Kept,
  "rules" | "linkRules" | "lists" | "distributionLists" | "groups" | "accounts" | "counterparts"
> {
  const { organization, person, number } = employment;
  const isOwn = (each: Account) => isPair(each, employment) && each.number === number;
  return {
    rules: state.associations
      .filter((each) => each.organization === organization)
      .flatMap(({ space, rules }) =>
        rules
          .filter(({ kind, id }) => kind === "person" && id === person)
          .map(({ rule }) => ({ space, rule })),
      ),
    linkRules: state.hierarchyLinks
      .filter((each) => each.organization === organization)
      .flatMap(({ serial, rules }) =>
        rules
          .filter(({ kind, id }) => kind === "person" && id === person)
          .map(({ rule }) => ({ link: serial, rule })),
      ),
    lists: listsNaming(state, employment),
    distributionLists: distributionsNaming(state, employment),
    groups: state.groups
      .filter(({ participants }) => among(participants, employment))
      .map(({ space, trunk, id: group }) => ({
        ...{ space, group },
        ...(trunk === undefined ? {} : { trunk }),
      })),
    accounts: [...state.grants, ...state.deferred, ...state.taken]
      .filter(isOwn)
      .map(({ host, unit }) => ({ host, unit })),
    counterparts: counterpartsNaming(state, employment),
  };
}

/** Keeps what a departure is about to take; where the identity stood is added once the step is made. */
export function keep(world: World, employment: Employment, at: number): void {
  const { state } = world;
  const { organization, person, number, departments, admin, heads, roles, staffOf } = employment;
  const { successor, manager, probation, suspended, standIn } = employment;
  const kept: Kept = {
    ...{ organization, person, number },
    until: retentionEnd(world, at),
    order: state.departures,
    ...{
      departments,
      admin,
      heads,
      roles,
      staffOf,
      successor,
      manager,
      probation,
      suspended,
      standIn,
    },
    ...takenBy(state, employment),
    places: [],
    offices: [],
    tasks: [],
    standIns: [],
    took: null,
  };
  state.departures += 1;
  state.kept.push(kept);
  // Whom the same input had brought back was given nothing yet of what leaves with them again.
  const index = world.returned.findIndex((each) => each.employment === employment);
  const [again] = index < 0 ? [] : world.returned.splice(index, 1);
  if (again?.kept == null) return;
  kept.places.push(...again.kept.places);
  kept.groups.push(...again.kept.groups);
  kept.accounts.push(...again.kept.accounts);
  kept.tasks.push(...again.kept.tasks);
  kept.counterparts.push(...again.kept.counterparts);
  kept.standIns.push(...again.kept.standIns);
}

/** How many things are kept, by kind; of what there is nothing the kind is absent. */
export function keptCounts(taken: Taken) {
  const { rules, linkRules, lists, distributionLists, places, groups, accounts, tasks } = taken;
  const { counterparts, standIns } = taken;
  const counts = {
    place: places.length,
    selection: rules.filter(({ rule }) => rule === "in").length,
    exclusion: rules.filter(({ rule }) => rule === "out").length,
    "link-selection": linkRules.filter(({ rule }) => rule === "in").length,
    "link-exclusion": linkRules.filter(({ rule }) => rule === "out").length,
    list: lists.length,
    "link-list": new Set(distributionLists.map(({ app }) => app)).size,
    group: groups.length,
    license: accounts.length,
    task: tasks.length,
    counterpart: counterparts.length,
    "stand-in": standIns.length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** Notes what the step took: an answer tells of that (DIR-20). */
export function noteTaken(state: State): void {
  for (const kept of state.kept) {
    const { rules, linkRules, lists, distributionLists, places, groups, accounts, tasks } = kept;
    const { counterparts, standIns } = kept;
    kept.took ??= {
      rules: [...rules],
      linkRules: [...linkRules],
      lists: [...lists],
      distributionLists: [...distributionLists],
      places: [...places],
      groups: [...groups],
      accounts: [...accounts],
      tasks: [...tasks],
      counterparts: [...counterparts],
      standIns: [...standIns],
    };
  }
}

/** What is kept of an employment. */
export function keptOf(state: State, identity: Identity): Kept | undefined {
  return state.kept.find((each) => isSame(each, identity));
}

/** Adds where those stood who leave with the step; under no retention nothing outlives it. */
export function keepPlaces(world: World, before: readonly Presence[]): void {
  const { state, leaving, policy } = world;
  for (const { employment } of leaving) {
    const stood = before.filter(
      ({ present, waiting }) => among(present, employment) || among(waiting, employment),
    );
    keptOf(state, employment)?.places.push(...stood.map(({ space }) => space.id));
  }
  if (policy.departureRetentionDays === 0) state.kept = [];
}

/** A new employment begins: of the older ones nothing is kept. */
export function forgetKept(state: State, identity: Pair): void {
  const isOther = (each: Pair) => !isPair(each, identity);
  state.kept = state.kept.filter(isOther);
  state.due = state.due.filter(isOther);
}

/** An Association ended, or a whole Space: what is kept of it never comes back. */
export function forgetKeptIn(state: State, space: SpaceId, organization?: OrganizationId): void {
  const isOther = (each: { readonly space: SpaceId | null }) => each.space !== space;
  const isOtherUnit = ({ unit }: { readonly unit: LicenseUnit }) =>
    unit.kind === "host" || !("space" in unit) || unit.space !== space;
  const concerns = (each: Identity) =>
    organization === undefined || each.organization === organization;
  for (const kept of state.kept.filter(concerns)) {
    kept.rules = kept.rules.filter(isOther);
    kept.lists = kept.lists.filter(isOther);
    kept.places = kept.places.filter((each) => each !== space);
    kept.groups = kept.groups.filter(isOther);
    kept.accounts = kept.accounts.filter(isOtherUnit);
    kept.tasks = kept.tasks.filter(isOther);
  }
  state.due = state.due.filter((each) => isOther(each) || !concerns(each));
  // Of the Host's people go those named for a Member whose Association it was.
  for (const each of [...state.kept, ...state.due]) {
    each.counterparts = each.counterparts.filter(
      (one) => isOther(one) || (organization !== undefined && one.member !== organization),
    );
  }
}

/** A list of counterparts was set as a whole. */
export function forgetCounterparts(
  state: State,
  { space, member, side }: Pick<Kept["counterparts"][number], "space" | "member" | "side">,
): void {
  for (const each of [...state.kept, ...state.due]) {
    each.counterparts = each.counterparts.filter(
      (one) => one.space !== space || one.member !== member || one.side !== side,
    );
  }
}

/** A scope was set as a whole: what it selected before is not added to it, what it excluded is. */
export function forgetSelections(state: State, space: SpaceId, organization: OrganizationId): void {
  for (const kept of state.kept.filter((each) => each.organization === organization)) {
    kept.rules = kept.rules.filter((each) => each.space !== space || each.rule === "out");
  }
}

/** An authorized list, or the permissions, were set as a whole. */
export function forgetLists(
  state: State,
  space: SpaceId,
  app: AppId,
  which: "authorized" | "permissions",
): void {
  for (const kept of state.kept) {
    kept.lists = kept.lists.filter(
      (each) =>
        each.space !== space ||
        each.app !== app ||
        (each.permission === null) !== (which === "authorized"),
    );
  }
}

/** Somebody was appointed: nobody gets these offices back. */
export function forgetOffices(
  state: State,
  organization: OrganizationId,
  {
    heads = [],
    roles = [],
    staffOf = [],
  }: {
    heads?: readonly DepartmentId[];
    roles?: readonly RoleId[];
    staffOf?: readonly string[];
  },
): void {
  for (const kept of state.kept.filter((each) => each.organization === organization)) {
    kept.heads = kept.heads.filter((each) => !heads.includes(each));
    kept.roles = kept.roles.filter((each) => !roles.includes(each));
    kept.staffOf = kept.staffOf.filter((each) => !staffOf.includes(each));
  }
}

/** A unit was unlinked. */
export function forgetUnit(state: State, unit: LicenseUnit): void {
  for (const each of [...state.kept, ...state.due]) {
    each.accounts = each.accounts.filter((account) => !isSameUnit(account.unit, unit));
  }
}

/** A pool ended with its Host: whatever was in it, and kept, is gone too. */
export function forgetPool(state: State, host: OrganizationId): void {
  for (const each of [...state.kept, ...state.due]) {
    each.accounts = each.accounts.filter((account) => account.host !== host);
  }
}

/** A task went to somebody. */
export function forgetTask(state: State, instance: string, task: number): void {
  for (const each of [...state.kept, ...state.due]) {
    each.tasks = each.tasks.filter((own) => own.instance !== instance || own.task !== task);
  }
}

/** Puts an entry back into the lists that named somebody. */
export function relist({ settings }: State, kept: Kept): void {
  const { lists, organization, person } = kept;
  for (const { space, app, permission } of lists) {
    const own = settings.find((each) => each.space === space && each.app === app);
    const audience = permission === null ? own?.authorized : own?.permissions[permission]?.for;
    if (audience == null) continue;
    audience.people = [...audience.people, { organization, person }];
  }
}
