/** What a resignation would take away and hand over. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Viewer } from "../../queries/model.ts";
import type { Answers } from "./answering.ts";
import { organizationAdmin } from "./authority.ts";
import { sorted } from "./canonical.ts";
import { type Remains, successorFor, tasksHeld } from "./handover.ts";
import { rosterOf } from "./hierarchy-people.ts";
import { inService } from "./people.ts";
import { whichApplyTo } from "./rank.ts";
import { presences } from "./roster.ts";
import { audiencesOf, isPair } from "./settings.ts";
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
      .map(({ space, id: group }) => ({ space, group })),
    licenses: state.grants.filter(isOwn).map(({ host, unit }) => ({ host, unit: unitOf(unit) })),
    lists: state.settings.filter(named).map(({ space, app }) => ({ space, app })),
  };
}

function handOvers({ state }: World, { viewer: { organization }, person, successor }: Asked) {
  const employment = inService(state, organization, person);
  if (employment === undefined) return [];
  const own = { organization, person };
  const remains: Remains = (space, each) => !isPair(each, own) && isRostered(state, space, each);
  return tasksHeld(state, own).map((place) => {
    const { instance, number } = place;
    const leaver = { employment, named: successor ?? null };
    const to = successorFor(state, place, leaver, remains)?.person ?? null;
    return { instance: instance.id, task: number, to };
  });
}

/** What the way back would have, and for how many days (RESIGN-05). */
function wouldBeKept(
  { state, policy }: World,
  { viewer: { organization }, person }: Asked,
  { rosters, waiting, groups, lists }: ReturnType<typeof whereabouts>,
  tasks: ReturnType<typeof handOvers>,
) {
  if (policy.departureRetentionDays === 0) return null;
  const isOwn = (each: Identity) => isPair(each, { organization, person });
  const naming = (
    those: readonly (Pick<Scoping, "rules"> & { readonly organization: OrganizationId })[],
  ) =>
    those
      .filter((each) => each.organization === organization)
      .flatMap((each) => each.rules.filter(({ kind, id }) => kind === "person" && id === person));
  const rules = naming(state.associations);
  const linkRules = naming(state.hierarchyLinks);
  const counts = {
    place: rosters.length + waiting.length,
    selection: rules.filter(({ rule }) => rule === "in").length,
    exclusion: rules.filter(({ rule }) => rule === "out").length,
    "link-selection": linkRules.filter(({ rule }) => rule === "in").length,
    "link-exclusion": linkRules.filter(({ rule }) => rule === "out").length,
    list: lists.length,
    group: groups.length,
    license: [...state.grants, ...state.deferred, ...state.taken].filter(isOwn).length,
    task: tasks.filter(({ to }) => to === null).length,
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
      return {
        ...where,
        heads: sorted(employment?.heads ?? []),
        roles: sorted(employment?.roles ?? []),
        admin: (employment?.admin ?? null) !== null,
        tasks,
        kept: wouldBeKept(world, asked, where, tasks),
      };
    },
  },
};
