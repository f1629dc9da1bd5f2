/** What facts say of departments waits for an admin's word where it would take out too many (DIR-09). */
import type { OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { hasNobody } from "./admins.ts";
import { hasOutcome } from "./expecting.ts";
import { saysPlace } from "./held.ts";
import { findLink } from "./hierarchy.ts";
import { rosterOf } from "./hierarchy-people.ts";
import { among, isSame } from "./identities.ts";
import { inService } from "./people.ts";
import { presences } from "./roster.ts";
import type { Identity, Notices, ReferenceInput, Scoped, State, World } from "./state.ts";
import type { HeldChange } from "./state-lists.ts";
import { heldNotice } from "./vocabulary-lists.ts";

/** Whether so many of so many are too many to leave one Roster without a word. */
function isTooMuch({ policy }: World, leaving: number, all: number): boolean {
  const { reconciliationHoldPercent: percent, reconciliationHoldAtLeast } = policy;
  return (
    policy.removalConfirmation === "required" &&
    percent !== null &&
    leaving * 100 > all * percent &&
    leaving >= reconciliationHoldAtLeast
  );
}

/** An identity of before under the id that it has now. */
function renamedIn({ renamed }: World, identity: Identity): Identity {
  const found = renamed.find(
    ({ employment, from }) =>
      employment.organization === identity.organization &&
      employment.number === identity.number &&
      from === identity.person,
  );
  return found === undefined ? identity : { ...identity, person: found.employment.person };
}

/** Who is on the Roster of each Space, and of each Link, by its serial. */
function rostersOf(state: State): { readonly of: Scoped["space"]; people: readonly Identity[] }[] {
  return [
    ...presences(state).map(({ space, present }) => ({ of: space.id, people: present })),
    ...state.hierarchyLinks.map((link) => ({
      of: link.serial,
      people: rosterOf(state, link).map(({ organization, person, number }) => ({
        ...{ organization, person, number },
      })),
    })),
  ];
}

/** Who of an organization was present in each Space and on each Link before, and is not after. */
function leavers(organization: OrganizationId, before: World, after: World) {
  const now = rostersOf(after.state);
  const isIn = (roster: Scoped["space"], one: Identity) =>
    now.some((each) => each.of === roster && each.people.some((other) => isSame(other, one)));
  return rostersOf(before.state).map(({ of, people }) => {
    const own = people.filter((each) => each.organization === organization);
    const gone = own.map((each) => renamedIn(after, each)).filter((each) => !isIn(of, each));
    return { space: of, all: own.length, gone };
  });
}

/**
 * Whether somebody in service left the scope of a Space by what was said of a department: of several
 * changes it is the last by which they did that counts.
 */
function leftByDepartment(
  { scoped, placing, state }: World,
  space: Scoped["space"],
  one: Identity,
): boolean {
  if (inService(state, one.organization, one.person)?.number !== one.number) return false;
  const inside = scoped.map((spaces) =>
    spaces.some((each) => each.space === space && among(each.identities, one)),
  );
  const exits = inside.flatMap((is, place) => (!is && (inside[place - 1] ?? true) ? [place] : []));
  const last = exits.at(-1);
  return last === undefined || placing[last] === true;
}

/** Whether a command takes out more than it says (DIR-09). */
export function unconfirmed(before: World, after: World, input: ReferenceInput): RefusalCode[] {
  if (input.type !== "scope.set" && input.type !== "scope.take-out") return [];
  const { organization, space, removing = 0 } = input.data;
  const { trunk } = input.data as { readonly trunk?: OrganizationId };
  const link = trunk === undefined ? undefined : findLink(before.state, { trunk, organization });
  const roster = link?.serial ?? space;
  const found = leavers(organization, before, after).find((each) => each.space === roster);
  if (found === undefined || !isTooMuch(before, found.gone.length, found.all)) return [];
  return removing >= found.gone.length || hasOutcome(input) ? [] : ["REMOVAL_UNCONFIRMED"];
}

/** Whether a fact says where departments are to be, or that they are to go. */
export function mayBeHeld({ policy }: World, input: ReferenceInput): boolean {
  if (policy.removalConfirmation === "none") return false;
  if (input.type === "directory.changed") {
    return input.data.changes.some(({ type }) => saysPlace(type));
  }
  return saysPlace(input.type);
}

/** What is told of a fact that is held; `null` if it need not be. */
export function heldBy(
  before: World,
  after: World,
  held: World,
  input: ReferenceInput,
): Notices | null {
  if (!("organization" in input.data)) return null;
  const { organization } = input.data as { readonly organization: OrganizationId };
  const found = leavers(organization, before, after).map(({ space, all, gone }) => ({
    all,
    gone: gone.filter((each) => leftByDepartment(after, space, each)),
  }));
  if (!found.some(({ gone, all }) => isTooMuch(before, gone.length, all))) return null;
  const people = new Set(found.flatMap(({ gone }) => gone.map(({ person }) => person))).size;
  const isOwn = (each: HeldChange) => each.organization === organization && each.fact === input.id;
  // A copy of a fact that is held under the same id holds nothing anew.
  const known = before.state.heldChanges.filter(isOwn).map((each) => each.department);
  const own = held.state.heldChanges.filter(
    (each) => isOwn(each) && !known.includes(each.department),
  );
  const departments = new Set(own.map((each) => each.department)).size;
  if (departments === 0) return [];
  const data = { organization, fact: input.id, people, departments };
  return [heldNotice(data, hasNobody(held.state, organization))];
}
