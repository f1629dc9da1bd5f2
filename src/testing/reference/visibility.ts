/** Who is on a Roster, and whom they see from there: the first line of VIS-08 that speaks decides. */
import type { OrganizationId } from "../../core/ids.ts";
import type { DepartmentOf } from "../../core/notice.ts";
import type { SightEntry, SightLine, SightSide } from "../../spaces/model.ts";
import { sorted } from "./canonical.ts";
import { findMember, membersOf } from "./lists.ts";
import { isOfKind } from "./partner-kinds.ts";
import { isBelow } from "./pools.ts";
import { presenceOf } from "./roster.ts";
import { isPair } from "./settings.ts";
import { hidingInForce, showingInForce } from "./sight-settings.ts";
import type { Space, State } from "./state.ts";
import type { Pair } from "./state-areas.ts";
import { isSuspendedIn } from "./suspended-members.ts";

/** A line that speaks, and what it says. */
export interface Spoken extends SightLine {
  readonly sees: boolean;
}

/** Whether an identity is on the Roster of a Space. */
export function isRostered(state: State, space: Space, identity: Pair): boolean {
  return presenceOf(state, space).present.some((each) => isPair(each, identity));
}

/** The organizations of a Space: the Host, and the Members in order of joining. */
export function organizationsOf(state: State, space: Space): OrganizationId[] {
  return [space.host, ...membersOf(state, space).map((each) => each.organization)];
}

/** Whether somebody is in one of some departments, or below one; an organization is in none. */
function isAmong(
  state: State,
  { organization, person }: SightSide,
  departments: readonly DepartmentOf[],
): boolean {
  const own = departments.filter((each) => each.organization === organization);
  return (
    person !== undefined &&
    isBelow(
      state,
      { organization, person },
      own.map((each) => each.department),
    )
  );
}

/** Whether one is the Host's counterpart for a Member (PARTNER-03). */
function isCounterpart(
  state: State,
  space: Space,
  member: OrganizationId,
  { organization, person }: SightSide,
): boolean {
  const named = findMember(state, space, member)?.counterparts.host ?? [];
  return person !== undefined && named.some((each) => isPair(each, { organization, person }));
}

/** Whether an organization is hidden from somebody whom no exception names. */
function isHiddenFrom(
  state: State,
  space: Space,
  hidden: OrganizationId,
  viewer: SightSide,
): boolean {
  const member = findMember(state, space, hidden);
  if (member?.hiding.hidden !== true) return false;
  const { organizations, kinds, departments } = hidingInForce(state, member).except;
  const own = findMember(state, space, viewer.organization);
  return !(
    organizations.includes(viewer.organization) ||
    (own !== undefined && kinds.some((each) => isOfKind(each, own))) ||
    isAmong(state, viewer, departments)
  );
}

/** The entries of a Member's own setting that show somebody; of an organization a department shows a part. */
export function entriesShowing(
  state: State,
  space: Space,
  viewer: OrganizationId,
  target: SightSide,
): SightEntry[] {
  const own = findMember(state, space, viewer);
  const setting = own === undefined ? null : showingInForce(state, own);
  const { organization } = target;
  if (setting?.kind === "listed") {
    const { organizations, departments = [] } = setting;
    return [
      ...(organizations.includes(organization) ? [{ organization }] : []),
      ...departments
        .filter((each) => each.organization === organization)
        .filter(
          (each) =>
            target.person === undefined ||
            (isRostered(state, space, { organization, person: target.person }) &&
              isAmong(state, target, [each])),
        ),
    ];
  }
  const shown = findMember(state, space, organization);
  if (setting?.kind !== "kinds" || shown === undefined) return [];
  return setting.kinds
    .filter((each) => isOfKind(each, shown))
    .map((partner): SightEntry => ({ partner }));
}

/** What a viewer's own setting says; the Host's is to see all. */
function ownLine(state: State, space: Space, viewer: OrganizationId, target: SightSide): Spoken {
  const kind = findMember(state, space, viewer)?.visibility.kind ?? "all";
  const setting = { kind: "visibility", organization: viewer } as const;
  const rules = { own: "VIS-02", listed: "VIS-03", all: "VIS-03", kinds: "VIS-08" } as const;
  const sees = kind === "all" || entriesShowing(state, space, viewer, target).length > 0;
  return { sees, line: 4, rule: rules[kind], setting };
}

/** The lines that speak about two of a Space, in their order (VIS-08). */
export function linesAbout(
  state: State,
  space: Space,
  viewer: SightSide,
  target: SightSide,
): readonly [Spoken, ...Spoken[]] {
  const [from, to] = [viewer.organization, target.organization];
  if (from === to) return [{ sees: true, line: 1, rule: "VIS-02" }];
  const suspended: Spoken[] = isSuspendedIn(state, space.id, to)
    ? [{ sees: false, line: 2, rule: "EXIT-08", setting: { kind: "suspension", organization: to } }]
    : [];
  const hosts: Spoken[] = from === space.host ? [{ sees: true, line: 2, rule: "VIS-01" }] : [];
  const named: Spoken[] = isCounterpart(state, space, from, target)
    ? [
        {
          ...{ sees: true, line: 2, rule: "PARTNER-03" },
          setting: { kind: "counterparts", organization: from },
        },
      ]
    : [];
  const hidden: Spoken[] = isHiddenFrom(state, space, to, viewer)
    ? [{ sees: false, line: 3, rule: "VIS-08", setting: { kind: "hiding", organization: to } }]
    : [];
  const lines = [...suspended, ...hosts, ...named, ...hidden, ownLine(state, space, from, target)];
  return lines as [Spoken, ...Spoken[]];
}

/** Whether somebody of a Space sees an identity or an organization, which may be of it or not. */
export function seesIn(state: State, space: Space, viewer: SightSide, target: SightSide): boolean {
  const there = organizationsOf(state, space);
  const areThere = [viewer, target].every(({ organization }) => there.includes(organization));
  return areThere && linesAbout(state, space, viewer, target)[0].sees;
}

/** The organizations of a Space that somebody sees there (VIS). */
export function visibleTo(state: State, space: Space, viewer: SightSide): OrganizationId[] {
  const those = organizationsOf(state, space);
  return sorted(those.filter((organization) => seesIn(state, space, viewer, { organization })));
}
