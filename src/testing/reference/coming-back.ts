/** What is kept of a Member whose Association has ended, for when it comes back (EXIT-09). */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import { daysAfter } from "./days.ts";
import { among } from "./identities.ts";
import { findSpace } from "./lists.ts";
import { presenceOf } from "./roster.ts";
import { dropInert } from "./sight-settings.ts";
import type { Association, FormerMember, State, World } from "./state.ts";
import type { SightNames } from "./state-spaces.ts";

/** A Member of a Space, of now or of before. */
interface Named {
  readonly space: SpaceId;
  readonly organization: OrganizationId;
}

/** What is kept of a Member. */
function formerly({ formerMembers }: State, { space, organization }: Named) {
  return formerMembers.find((each) => each.space === space && each.organization === organization);
}

/** Nothing is kept of an organization, in one Space or in any. */
export function forgetFormer(
  state: State,
  { space, organization }: { readonly space?: SpaceId; readonly organization?: OrganizationId },
): void {
  state.formerMembers = state.formerMembers.filter(
    (each) =>
      (space !== undefined && each.space !== space) ||
      (organization !== undefined && each.organization !== organization),
  );
}

const copied = <Names extends SightNames>(names: Names): Names => ({ ...names, void: [] });

/** Keeps what a Host had set for a Member that ends with now, under a retention. */
export function keepMember({ state, policy, at }: World, member: Association): void {
  const { space, organization, folder, types, level, fields } = member;
  forgetFormer(state, { space, organization });
  if (policy.rejoinRetentionDays === 0) return;
  state.formerMembers.push({
    ...{ space, organization, folder, types, level, fields },
    visibility: copied(member.visibility),
    hiding: copied(member.hiding),
    counterparts: member.counterparts.host,
    until: daysAfter(at, policy.rejoinRetentionDays),
  });
}

/** An Association ends: what is kept names it no more, whatever joins later. */
export function dropFromFormer(state: State, space: SpaceId, organization: OrganizationId): void {
  for (const { space: id, visibility, hiding } of state.formerMembers) {
    if (id !== space) continue;
    for (const names of [visibility, hiding]) {
      names.organizations = names.organizations.filter((each) => each !== organization);
      names.departments = names.departments.filter((each) => each.organization !== organization);
    }
  }
}

/** Whether an organization that joins at a time gets back what it had. */
export function isReturning(state: State, named: Named, at: number): boolean {
  const former = formerly(state, named);
  return former !== undefined && at < former.until;
}

/** What a Member gets back, as far as it is there still. */
function stillThere(state: State, former: FormerMember): Partial<Association> {
  const { visibility, hiding, types, level, fields } = former;
  for (const names of [visibility, hiding]) dropInert(state, names);
  const isThere = state.folders.some(
    (each) => each.space === former.space && each.id === former.folder && !each.removed,
  );
  const space = findSpace(state, former.space);
  const present = space === undefined ? [] : presenceOf(state, space).present;
  const host = former.counterparts
    .filter((each) => among(present, each))
    .map((each, place) => {
      state.ties += 1;
      return { ...each, place, tie: state.ties };
    });
  return {
    ...{ visibility, hiding, types, level, fields },
    folder: isThere ? former.folder : null,
    counterparts: { own: [], host, told: false },
  };
}

/** What a Member that joins is given of what it had, unless it is to start clean; nothing is kept from then on. */
export function givenBack(
  { state, at }: World,
  named: Named,
  fresh: boolean,
): Partial<Association> {
  const former = formerly(state, named);
  const isBack = !fresh && isReturning(state, named, at);
  forgetFormer(state, named);
  return former !== undefined && isBack ? stillThere(state, former) : {};
}
