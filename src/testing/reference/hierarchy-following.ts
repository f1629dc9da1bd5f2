/** What follows from a step for hierarchies: whom others newly reach, and what is void since (HIER-04, SIGHT-03). */
import type { GroupId, OrganizationId } from "../../core/ids.ts";
import type { Notice, Recipient } from "../../core/notice.ts";
import { forgetUnlinked } from "./distributing.ts";
import { isInBook } from "./distribution-lists.ts";
import { above, reachedFrom } from "./hierarchy.ts";
import { isDirectBranch, rosterOf } from "./hierarchy-people.ts";
import { hierarchyAdmins } from "./hierarchy-recipients.ts";
import { among, isSame } from "./identities.ts";
import { forgetListsUnlinked } from "./kept-hierarchy.ts";
import { noteBelow } from "./lineages.ts";
import { settleOffices } from "./offices.ts";
import {
  eachOnce,
  exceptIn,
  isOneself,
  type Oneself,
  oneselfOf,
  participantsBut,
} from "./oneself.ts";
import { isClosed } from "./progress.ts";
import { pairOf } from "./settings.ts";
import type { Employment, Identity, State, World } from "./state.ts";
import { hierarchyReached, ofLinks } from "./vocabulary-hierarchy.ts";

/** Who is on which Links, who holds which offices, and who reaches whom, at one moment. */
export interface HierarchyBefore {
  readonly offices: readonly {
    readonly trunk: OrganizationId;
    readonly holders: readonly Identity[];
  }[];
  /** Who holds tasks in instances through which Trunk, and who started these. */
  readonly tasks: readonly {
    readonly trunk: OrganizationId;
    readonly holder: Identity;
    readonly initiator: Identity;
  }[];
  readonly groups: readonly {
    readonly trunk: OrganizationId;
    readonly id: GroupId;
    readonly participants: readonly Identity[];
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
    tasks: state.instances.flatMap(({ trunk, initiator, tasks }) =>
      tasks.flatMap((task) =>
        trunk === undefined || task.holder === null || isClosed(task)
          ? []
          : [{ trunk, holder: { ...task.holder }, initiator: { ...initiator } }],
      ),
    ),
    groups: state.groups.flatMap(({ trunk, id, participants }) =>
      trunk === undefined
        ? []
        : [{ trunk, id, participants: participants.map((each) => ({ ...each })) }],
    ),
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
  readonly to?: readonly Recipient[];
}

/**
 * Who dealt with somebody at a Trunk, and so is told of them: its admins, if they held an office or a task
 * there and are of another organization; those they shared its groups with; and who started what they
 * held tasks of, if still in the book (BRANCH-06, 28.24).
 */
function hearersOf(
  state: State,
  { offices, tasks, groups }: HierarchyBefore,
  one: Identity,
  self: Oneself,
): { readonly trunk: OrganizationId; readonly to: readonly Recipient[] }[] {
  const held = tasks.filter(({ holder }) => isSame(holder, one));
  const shared = groups.filter(({ participants }) => among(participants, one));
  const ofOffices = offices.filter(({ holders }) => among(holders, one));
  const trunks = [...ofOffices, ...held, ...shared].map(({ trunk }) => trunk);
  return [...new Set(trunks)].flatMap((trunk) => {
    const isHere = (each: { readonly trunk: OrganizationId }) => each.trunk === trunk;
    const dealt = [...ofOffices, ...held].some(isHere) && trunk !== one.organization;
    const initiators = held
      .filter(isHere)
      .map(({ initiator }) => initiator)
      .filter((each, index, all) => all.findIndex((other) => isSame(other, each)) === index)
      .filter((each) => !isOneself(self, each) && isInBook(state, trunk, each));
    const to: Recipient[] = [
      ...(dealt ? [hierarchyAdmins(trunk, exceptIn(self, trunk))] : []),
      ...shared.filter(isHere).flatMap(({ id: group, participants }) => {
        // Whoever leaves the book in this step leaves its groups as well.
        const stay = participants.filter((each) => isInBook(state, trunk, each));
        return participantsBut(self, { kind: "group-participants", trunk, group }, stay);
      }),
      ...initiators.map((each) => ({ kind: "person", ...pairOf(each) }) as const),
    ];
    return to.length === 0 ? [] : [{ trunk, to: eachOnce(to) }];
  });
}

/** What the admins of their own organization are told of whoever left, is back, or has another id. */
function counterpartNotices(world: World, before: HierarchyBefore): Notice[] {
  const { state, leaving, returned, renamed } = world;
  const now = hierarchyNow(state);
  const atTrunks = (
    kind: Parameters<typeof ofLinks>[0],
    moment: HierarchyBefore,
    one: Employment,
    from?: Employment["person"],
  ): Notice[] =>
    hearersOf(state, moment, one, oneselfOf(state, one, from)).flatMap(({ trunk, to }) =>
      told(kind, one, [trunk], { from, to }),
    );
  const told = (
    kind: Parameters<typeof ofLinks>[0],
    one: Employment,
    trunks: readonly OrganizationId[],
    { from, to: hearers }: Telling = {},
  ): Notice[] => {
    if (trunks.length === 0) return [];
    const { organization } = one;
    const identity = pairOf(one);
    const except = exceptIn(oneselfOf(state, one, from), organization);
    const to = hearers ?? [hierarchyAdmins(organization, except)];
    const left = kind === "COUNTERPART_BACK" ? { left: [] } : {};
    const who =
      from === undefined ? { identity } : { from: { organization, person: from }, to: identity };
    return [ofLinks(kind, to, { ...who, spaces: [], trunks, ...left })];
  };
  return [
    ...leaving.flatMap(({ employment }) => [
      ...told("COUNTERPART_LEFT", employment, trunksWith(before, employment)),
      ...atTrunks("COUNTERPART_LEFT", before, employment),
    ]),
    ...returned.flatMap(({ employment }) => [
      ...told("COUNTERPART_BACK", employment, trunksWith(now, employment)),
      ...atTrunks("COUNTERPART_BACK", now, employment),
    ]),
    ...renamed.flatMap(({ employment, from }) =>
      from === employment.person
        ? []
        : [
            ...told("COUNTERPART_RENAMED", employment, trunksWith(now, employment), { from }),
            ...atTrunks("COUNTERPART_RENAMED", now, employment, from),
          ],
    ),
  ];
}

/** Carries out what follows from a step, and says what to tell. */
export function followHierarchy(world: World, before: HierarchyBefore): Notice[] {
  const { state } = world;
  noteBelow(state);
  voidExceptions(state);
  forgetUnlinked(state);
  forgetListsUnlinked(state);
  const vacant = settleOffices(world);
  return [...vacant, ...reachNotices(world, before), ...counterpartNotices(world, before)];
}
