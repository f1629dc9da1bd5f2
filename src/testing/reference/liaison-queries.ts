/** Who is responsible for what, who would be found for somebody, and where nobody would (LIAISON-02, LIAISON-03). */
import type { OrganizationId } from "../../core/ids.ts";
import { inOrder } from "./answering.ts";
import { actsFor } from "./authority.ts";
import { departmentsOf, upward } from "./departments.ts";
import { reachedAs, reachedBy } from "./hierarchy.ts";
import type { HierarchyAnswers } from "./hierarchy-answering.ts";
import { trunkViewer, unknownTrunk } from "./hierarchy-authority.ts";
import { findInBook } from "./hierarchy-people.ts";
import { findRole } from "./liaisons.ts";
import { findOffice, mayHoldOffice } from "./offices.ts";
import { isPair, pairOf } from "./settings.ts";
import { whoActsFor } from "./stand-ins.ts";
import type { State } from "./state.ts";
import type { Pair } from "./state-areas.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";
import type { LiaisonAsked, LiaisonNode } from "./vocabulary-liaisons.ts";

type RoleOf = Pick<LiaisonAsked["liaison.for"], "trunk" | "role">;

/** From a node up: the departments above it, its organization, where that is mounted, and so on to the top. */
function pathFrom(state: State, top: OrganizationId, node: LiaisonNode): LiaisonNode[] {
  const { organization } = node;
  const line = reachedAs(state, top, organization)?.line ?? [];
  const within = (each: OrganizationId, department: LiaisonNode["department"]) => [
    ...upward(state, each, department).map((one) => ({ organization: each, department: one })),
    { organization: each, department: null },
  ];
  return [
    ...within(organization, node.department),
    ...[...line].reverse().flatMap(({ trunk, mount }) => within(trunk, mount?.department ?? null)),
  ];
}

/** The holders of the nearest office that is filled. */
function nearest(state: State, named: RoleOf, node: LiaisonNode): readonly Pair[] {
  return (
    pathFrom(state, named.trunk, node)
      .map((each) => findOffice(state, named, each)?.holders ?? [])
      .find((holders) => holders.length > 0) ?? []
  );
}

/** Who would be found for somebody: of each of their departments the nearest, together, each once. */
function foundFor(state: State, named: RoleOf, initiator: Pair): Pair[] {
  const { organization } = initiator;
  const own = findInBook(state, named.trunk, initiator)?.departments ?? [];
  const starts = own.length === 0 ? [null] : own;
  const holders = starts.flatMap((department) =>
    nearest(state, named, { organization, department }),
  );
  const acting = holders.flatMap((each) => {
    const may = (one: Pair) => mayHoldOffice(state, named.trunk, one) !== undefined;
    const found = whoActsFor(state, pairOf(each), may);
    return found === null ? [] : [pairOf(found)];
  });
  return acting.filter((each, index) => acting.findIndex((other) => isPair(other, each)) === index);
}

/** The nodes of a Trunk's own departments and of the organizations it reaches. */
function nodesOf(state: State, trunk: OrganizationId): LiaisonNode[] {
  return [
    { organization: trunk, department: null },
    ...departmentsOf(state, trunk).map(({ id }) => ({ organization: trunk, department: id })),
    ...reachedBy(state, trunk).map(({ organization }) => ({ organization, department: null })),
  ];
}

/** The questions about liaisons. */
export const liaisonAnswers: HierarchyAnswers<keyof LiaisonAsked> = {
  "liaison.of": {
    codes: (world, { viewer, trunk, node }) => {
      const { organization } = node;
      const own =
        viewer.organization === organization &&
        actsFor(world.state, viewer, organization, "hierarchy");
      return own ? unknownTrunk(world, viewer, trunk) : trunkViewer(world, viewer, trunk);
    },
    value: ({ state }, { trunk, node }) =>
      inOrder(
        state.liaisonRoles
          .filter((each) => each.trunk === trunk)
          .flatMap(({ role, name, keptBy }) => {
            const holders = findOffice(state, { trunk, role }, node)?.holders ?? [];
            return holders.length === 0
              ? []
              : [{ role, name, keptBy, people: holders.map((each) => pairOf(each)) }];
          }),
      ),
  },
  "liaison.for": {
    codes: (world, asked) => [
      ...trunkViewer(world, asked.viewer, asked.trunk),
      ...whichHold([
        ["UNKNOWN_LIAISON_ROLE", findRole(world.state, asked) === undefined],
        ["NOT_ON_LINK", findInBook(world.state, asked.trunk, asked.initiator) === undefined],
      ]),
    ],
    value: ({ state }, asked) => inOrder(foundFor(state, asked, asked.initiator)),
  },
  "liaison.uncovered": {
    codes: (world, asked) => [
      ...trunkViewer(world, asked.viewer, asked.trunk),
      ...whichHold([["UNKNOWN_LIAISON_ROLE", findRole(world.state, asked) === undefined]]),
    ],
    value: ({ state }, asked) =>
      inOrder(
        nodesOf(state, asked.trunk).filter((each) => nearest(state, asked, each).length === 0),
      ),
  },
};
