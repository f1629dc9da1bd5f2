/** What follows from a step for hierarchies: whom others newly reach, and what is void since (HIER-04, SIGHT-03). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Notice, Recipient } from "../../core/notice.ts";
import { forgetUnreached } from "./distributing.ts";
import { above, reachedFrom, reaches } from "./hierarchy.ts";
import { isDirectBranch, rosterOf } from "./hierarchy-people.ts";
import { hierarchyAdmins } from "./hierarchy-recipients.ts";
import { isSame } from "./identities.ts";
import { forgetTrunkListsOf } from "./kept-hierarchy.ts";
import { settleOffices } from "./offices.ts";
import type { Employment, Identity, State, World } from "./state.ts";
import { hierarchyReached, ofLinks } from "./vocabulary-hierarchy.ts";

/** Who is on which Links, who holds which offices, and who reaches whom, at one moment. */
export interface HierarchyBefore {
  readonly offices: readonly {
    readonly trunk: OrganizationId;
    readonly holders: readonly Identity[];
  }[];
  readonly rosters: readonly {
    readonly trunk: OrganizationId;
    readonly people: readonly Employment[];
  }[];
  readonly reached: readonly {
    readonly organization: OrganizationId;
    readonly from: readonly OrganizationId[];
  }[];
}

/** What is now, to be looked back at after a step. */
export function hierarchyNow(state: State): HierarchyBefore {
  return {
    offices: state.offices.map(({ trunk, holders }) => ({
      trunk,
      holders: holders.map((each) => ({ ...each })),
    })),
    rosters: state.hierarchyLinks.map((link) => ({
      trunk: link.trunk,
      people: rosterOf(state, link),
    })),
    reached: state.organizations.map(({ id: organization }) => ({
      organization,
      from: reachedFrom(state, organization).map((each) => each.organization),
    })),
  };
}

/** Whether a chain of Links leads from one to the other, whatever the reach. */
function isInOneChain(state: State, one: OrganizationId, other: OrganizationId): boolean {
  return one === other || above(state, one).includes(other) || above(state, other).includes(one);
}

/** Organizations that no chain joins to the Trunk any more are void in the exceptions, whatever is linked later. */
function voidExceptions(state: State): void {
  for (const { trunk, hiddenExcept, ownOnlyExcept } of state.hierarchyLinks) {
    for (const list of [hiddenExcept, ownOnlyExcept]) {
      const gone = list.organizations.filter((each) => !isInOneChain(state, trunk, each));
      list.organizations = list.organizations.filter((each) => !gone.includes(each));
      list.void = [...new Set([...list.void, ...gone])];
    }
  }
}

/** Who is told that others further up reach their organization now. */
function reachNotices({ state }: World, before: HierarchyBefore): Notice[] {
  const { reached } = hierarchyNow(state);
  return state.organizations.flatMap(({ id: upper }) => {
    const newly = reached.filter(({ organization, from }) => {
      const known = before.reached.find((each) => each.organization === organization)?.from ?? [];
      return (
        from.includes(upper) &&
        !known.includes(upper) &&
        !isDirectBranch(state, upper, organization)
      );
    });
    if (newly.length === 0) return [];
    return [
      hierarchyReached(
        upper,
        newly.map(({ organization }) => organization),
      ),
    ];
  });
}

/** The Trunks for whose Links somebody was on the Roster. */
function trunksWith({ rosters }: HierarchyBefore, one: Employment): OrganizationId[] {
  return rosters.filter(({ people }) => people.includes(one)).map(({ trunk }) => trunk);
}

/** Under which id somebody was known, and whose admins are told if not their own organization's. */
interface Telling {
  readonly from?: Employment["person"] | undefined;
  readonly to?: OrganizationId;
}

/** What the admins of their own organization are told of whoever left, is back, or has another id. */
function counterpartNotices(world: World, before: HierarchyBefore): Notice[] {
  const { state, leaving, returned, renamed } = world;
  const now = hierarchyNow(state);
  const ofOffices = (
    kind: Parameters<typeof ofLinks>[0],
    { offices }: HierarchyBefore,
    one: Identity,
    from?: Employment["person"],
  ): Notice[] => {
    const held = offices.filter(({ holders }) => holders.some((each) => isSame(each, one)));
    const elsewhere = held.map(({ trunk }) => trunk).filter((each) => each !== one.organization);
    return [...new Set(elsewhere)].flatMap((trunk) =>
      told(kind, one, [trunk], { from, to: trunk }),
    );
  };
  const told = (
    kind: Parameters<typeof ofLinks>[0],
    { organization, person }: Identity,
    trunks: readonly OrganizationId[],
    { from, to: hearer = organization }: Telling = {},
  ): Notice[] => {
    if (trunks.length === 0) return [];
    const identity = { organization, person };
    const except = from === undefined ? [person] : [from, person];
    const to: Recipient = hierarchyAdmins(hearer, except);
    const left = kind === "COUNTERPART_BACK" ? { left: [] } : {};
    const who =
      from === undefined ? { identity } : { from: { organization, person: from }, to: identity };
    return [ofLinks(kind, to, { ...who, spaces: [], trunks, ...left })];
  };
  return [
    ...leaving.flatMap(({ employment }) => [
      ...told("COUNTERPART_LEFT", employment, trunksWith(before, employment)),
      ...ofOffices("COUNTERPART_LEFT", before, employment),
    ]),
    ...returned.flatMap(({ employment }) => [
      ...told("COUNTERPART_BACK", employment, trunksWith(now, employment)),
      ...ofOffices("COUNTERPART_BACK", now, employment),
    ]),
    ...renamed.flatMap(({ employment, from }) =>
      from === employment.person
        ? []
        : [
            ...told("COUNTERPART_RENAMED", employment, trunksWith(now, employment), { from }),
            ...ofOffices("COUNTERPART_RENAMED", now, employment, from),
          ],
    ),
  ];
}

/** Carries out what follows from a step, and says what to tell. */
export function followHierarchy(world: World, before: HierarchyBefore): Notice[] {
  const { state } = world;
  voidExceptions(state);
  forgetUnreached(state);
  forgetTrunkListsOf(state, (trunk, organization) => reaches(state, trunk, organization));
  const vacant = settleOffices(world);
  return [...vacant, ...reachNotices(world, before), ...counterpartNotices(world, before)];
}
