/** What a resignation would take away and hand over. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Viewer } from "../../queries/model.ts";
import type { Answers } from "./answering.ts";
import { organizationAdmin } from "./authority.ts";
import { sorted } from "./canonical.ts";
import { namedNow } from "./counterparts.ts";
import { type Remains, successorFor, tasksHeld } from "./handover.ts";
import { rosterOf } from "./hierarchy-people.ts";
import { counterpartsNaming } from "./kept.ts";
import { distributionsNaming } from "./kept-hierarchy.ts";
import { heirOf } from "./offices.ts";
import { aboveOf, inService } from "./people.ts";
import { whichApplyTo } from "./rank.ts";
import { presences } from "./roster.ts";
import { audiencesOf, isPair } from "./settings.ts";
import { standInsOf } from "./standing-in.ts";
import type { Scoping, World } from "./state.ts";
import { unitOf } from "./units.ts";
import { isRostered } from "./visibility.ts";

interface Asked {
  readonly viewer: Viewer;
  readonly person: PersonId;
  readonly successor?: PersonId;
}

function whereabouts({ state }: World, { viewer: { organization }, person }: Asked) {
  const own = { organization, person };
  const isOwn = (each: typeof own) => isPair(each, own);
  const all = presences(state);
  const named = (each: (typeof state.settings)[number]) =>
    audiencesOf([each]).some(({ people }) => people.some(isOwn));
  return {
    rosters: all.filter(({ present }) => present.some(isOwn)).map(({ space }) => space.id),
    waiting: all.filter(({ waiting }) => waiting.some(isOwn)).map(({ space }) => space.id),
    scopes: state.associations
      .filter((each) => each.organization === organization)
      .filter(({ rules }) => rules.some(({ kind, id }) => kind === "person" && id === person))
      .map((each) => each.space),
    links: state.hierarchyLinks
      .filter((each) => rosterOf(state, each).some(isOwn))
      .map(({ trunk }) => trunk),
    linkScopes: state.hierarchyLinks
      .filter((each) => each.organization === organization)
      .filter(({ rules }) => rules.some(({ kind, id }) => kind === "person" && id === person))
      .map(({ trunk }) => trunk),
    groups: state.groups
      .filter(({ participants }) => participants.some(isOwn))
      .map(({ space, trunk, id: group }) =>
        trunk === undefined ? { space, group } : { trunk, group },
      ),
    licenses: state.grants.filter(isOwn).map(({ host, unit }) => ({ host, unit: unitOf(unit) })),
    lists: [
      ...state.settings.filter(named).map(({ space, app }) => ({ space, app })),
      ...distributionsNaming(state, { organization, person })
        .map(({ trunk, app }) => ({ trunk, app }))
        .filter((each, i, all) => all.findIndex(({ app }) => app === each.app) === i),
    ],
  };
}

function handOvers(world: World, { viewer: { organization }, person, successor }: Asked) {
  const { state } = world;
  const employment = inService(state, organization, person);
  if (employment === undefined) return [];
  const own = { organization, person };
  const remains: Remains = (space, each) => !isPair(each, own) && isRostered(state, space, each);
  return tasksHeld(state, own).map((place) => {
    const { instance, number } = place;
    const above = aboveOf(state, employment);
    const leaver = { employment, named: successor ?? null, above, counterparts: namedNow(state) };
    const { person: to, because } = successorFor(world, place, leaver, remains) ?? {};
    const named = { instance: instance.id, task: number };
    return to === undefined ? { ...named, to: null } : { ...named, to, because };
  });
}

/** The offices held, each with who would take it over (LIAISON-04). */
function officesLeft({ state }: World, { viewer: { organization }, person, successor }: Asked) {
  const employment = inService(state, organization, person);
  if (employment === undefined) return [];
  const leaver = { employment, named: successor ?? null };
  return state.offices
    .filter(({ holders }) => holders.some((each) => isPair(each, { organization, person })))
    .map((office) => ({
      ...{ trunk: office.trunk, role: office.role },
      node: { organization: office.organization, department: office.department },
      to: heirOf(state, office, leaver)?.person ?? null,
    }));
}

/** The periods that would end, as stood in for and as a stand-in (FLOW-14). */
function standInsLeft(world: World, { viewer: { organization }, person }: Asked) {
  const own = { organization, person };
  // Over or not: they end with the employment.
  const ever = { ...world, at: -1 };
  const all = [...standInsOf(ever, own, "person"), ...standInsOf(ever, own, "stand-in")];
  const standIns = all.map((each) => ({
    ...{ person: each.person, standIn: each.standIn.person, from: each.from },
  }));
  return standIns.length === 0 ? {} : { standIns };
}

/** The lists of counterparts that would name the person no more (PARTNER-03). */
function counterpartsLeft({ state }: World, { viewer: { organization }, person }: Asked) {
  const named = counterpartsNaming(state, { organization, person });
  const counterparts = named.map(({ space, member }) => ({ space, member }));
  return counterparts.length === 0 ? {} : { counterparts };
}

/** What the way back would have, and for how many days (RESIGN-05). */
function wouldBeKept(
  world: World,
  { viewer: { organization }, person }: Asked,
  { rosters, waiting, groups, lists }: ReturnType<typeof whereabouts>,
  tasks: ReturnType<typeof handOvers>,
  offices: ReturnType<typeof officesLeft>,
) {
  const { state, policy } = world;
  if (policy.departureRetentionDays === 0) return null;
  const own = { organization, person };
  const isOwn = (each: Identity) => isPair(each, { organization, person });
  const naming = (
    those: readonly (Pick<Scoping, "rules"> & { readonly organization: OrganizationId })[],
  ) =>
    those
      .filter((each) => each.organization === organization)
      .flatMap((each) => each.rules.filter(({ kind, id }) => kind === "person" && id === person));
  const rules = naming(state.associations);
  const linkRules = naming(state.hierarchyLinks);
  // What an earlier departure took and has not come back yet goes on being kept.
  const due = state.due.filter((each) => each.space !== null && isOwn(each));
  const still = (of: (each: (typeof due)[number]) => readonly unknown[]) =>
    due.reduce((sum, each) => sum + of(each).length, 0);
  const counts = {
    place: rosters.length + waiting.length,
    selection: rules.filter(({ rule }) => rule === "in").length,
    exclusion: rules.filter(({ rule }) => rule === "out").length,
    "link-selection": linkRules.filter(({ rule }) => rule === "in").length,
    "link-exclusion": linkRules.filter(({ rule }) => rule === "out").length,
    list: lists.filter((each) => "space" in each).length,
    "link-list": lists.filter((each) => "trunk" in each).length,
    group: groups.length + still((each) => each.groups),
    license:
      [...state.grants, ...state.deferred, ...state.taken].filter(isOwn).length +
      still((each) => each.accounts),
    office: offices.filter(({ to }) => to === null).length,
    task: tasks.filter(({ to }) => to === null).length + still((each) => each.tasks),
    counterpart: counterpartsNaming(state, own).length + still((each) => each.counterparts),
    "stand-in": standInsOf(world, own, "person").length + standInsOf(world, own, "stand-in").length,
  };
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return { days: policy.departureRetentionDays, counts: Object.fromEntries(some) };
}

/** The question what a resignation would do (RESIGN-01, HAND-02). */
export const departureAnswers: Answers<"departure.preview"> = {
  "departure.preview": {
    codes: (world, { viewer, person }) => {
      const { organization } = viewer;
      return whichApplyTo(organizationAdmin(world, viewer, organization), [
        ["UNKNOWN_PERSON", inService(world.state, organization, person) === undefined],
      ]);
    },
    value: (world, asked) => {
      const employment = inService(world.state, asked.viewer.organization, asked.person);
      const where = whereabouts(world, asked);
      const tasks = handOvers(world, asked);
      const offices = officesLeft(world, asked);
      return {
        ...where,
        heads: sorted(employment?.heads ?? []),
        roles: sorted(employment?.roles ?? []),
        admin: (employment?.admin ?? null) !== null,
        tasks,
        ...(offices.length > 0 ? { offices } : {}),
        ...standInsLeft(world, asked),
        ...counterpartsLeft(world, asked),
        kept: wouldBeKept(world, asked, where, tasks, offices),
      };
    },
  },
};
