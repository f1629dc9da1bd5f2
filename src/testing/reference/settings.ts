/** What Hosts set for their apps in Spaces. */
import type { AppId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { State } from "./state.ts";
import type { Listed, Pair, Settings } from "./state-areas.ts";

/** Whether two name the same person in the same organization. */
export function isPair(left: Pair, right: Pair): boolean {
  return left.organization === right.organization && left.person === right.person;
}

/** Somebody, whatever the employment; this is how others name them. */
export function pairOf({ organization, person }: Pair): Pair {
  return { organization, person };
}

/** All audiences that settings name: lists and permissions. */
export function audiencesOf(settings: readonly Settings[]): Listed[] {
  return settings
    .flatMap(({ authorized, permissions }) => [authorized, ...permissions.map((each) => each.for)])
    .filter((audience) => audience !== null);
}

/** What is set for an app in a Space, whether or not anything was set yet. */
export function settingsOf({ settings }: State, space: SpaceId, app: AppId): Settings {
  const known = settings.find((each) => each.space === space && each.app === app);
  return known ?? { space, app, authorized: null, permissions: [], distributed: [] };
}

/** What is set for an app in a Space, to be changed. */
export function settingsToChange(state: State, space: SpaceId, app: AppId): Settings {
  const settings = settingsOf(state, space, app);
  if (!state.settings.includes(settings)) state.settings.push(settings);
  return settings;
}

/** Forgets an organization in all settings of a Space: they were made for its Association. */
export function forgetMember(state: State, space: SpaceId, organization: OrganizationId): void {
  const own = state.settings.filter((each) => each.space === space);
  const isOther = (each: { readonly organization: OrganizationId }) =>
    each.organization !== organization;
  for (const audience of audiencesOf(own)) {
    audience.organizations = audience.organizations.filter((each) => each !== organization);
    audience.departments = audience.departments.filter(isOther);
    audience.people = audience.people.filter(isOther);
  }
  for (const each of own) each.distributed = each.distributed.filter(isOther);
}

/** Forgets all settings and publications of a Space. */
export function forgetSpace(state: State, space: SpaceId): void {
  state.settings = state.settings.filter((each) => each.space !== space);
  state.publications = state.publications.filter((each) => each.space !== space);
}
