/** Who is responsible for what, who would be found for somebody, and where nobody would (LIAISON-02, LIAISON-03). */
import type { OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { Viewer } from "../../queries/model.ts";
import { inOrder } from "./answering.ts";
import { actsFor } from "./authority.ts";
import { reachedBy, reaches } from "./hierarchy.ts";
import type { HierarchyAnswers } from "./hierarchy-answering.ts";
import { trunkViewer, unknownTrunk } from "./hierarchy-authority.ts";
import { findInBook } from "./hierarchy-people.ts";
import { liaisonsFor, nearestHolders } from "./liaison-paths.ts";
import { findRole } from "./liaisons.ts";
import { findOffice, isInForce, mayHoldOffice } from "./offices.ts";
import { identityOf } from "./people.ts";
import { isPair, pairOf } from "./settings.ts";
import { whoActsFor } from "./stand-ins.ts";
import type { World } from "./state.ts";
import type { Pair } from "./state-areas.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";
import type { LiaisonAsked } from "./vocabulary-liaisons.ts";

/** The Trunk's admins ask about all of it; those of an organization that it reaches about their own. */
function partCodes(
  world: World,
  { viewer, trunk }: { readonly viewer: Viewer; readonly trunk: OrganizationId },
  organization: OrganizationId,
): RefusalCode[] {
  const own =
    viewer.organization === organization &&
    actsFor(world.state, viewer, organization, "hierarchy") &&
    reaches(world.state, trunk, organization);
  return own ? unknownTrunk(world, viewer, trunk) : trunkViewer(world, viewer, trunk);
}

/** Who would act for somebody: whom their role finds, as far as they may, or who stands in for them. */
function actingFor(world: World, asked: LiaisonAsked["liaison.for"]): Pair[] {
  const { state } = world;
  const { trunk, initiator } = asked;
  const may = (one: Pair) => mayHoldOffice(state, trunk, one) !== undefined;
  const acting = liaisonsFor(state, asked, identityOf(state, initiator)).flatMap((each) => {
    const found = whoActsFor(world, pairOf(each), may);
    return found === null ? [] : [pairOf(found)];
  });
  return acting.filter((each, index) => acting.findIndex((other) => isPair(other, each)) === index);
}

/** The questions about liaisons. */
export const liaisonAnswers: HierarchyAnswers<keyof LiaisonAsked> = {
  "liaison.of": {
    codes: (world, asked) => {
      const { trunk, node } = asked;
      const isWithin =
        node.organization === trunk || reaches(world.state, trunk, node.organization);
      return [
        ...partCodes(world, asked, node.organization),
        ...whichHold([["NOT_LINKED", !isWithin]]),
      ];
    },
    value: ({ state }, { trunk, node }) =>
      inOrder(
        state.liaisonRoles
          .filter((each) => each.trunk === trunk)
          .flatMap(({ role, name, keptBy }) => {
            const office = isInForce(state, node) && findOffice(state, { trunk, role }, node);
            const holders = office ? office.holders : [];
            return holders.length === 0
              ? []
              : [{ role, name, keptBy, people: holders.map((each) => pairOf(each)) }];
          }),
      ),
  },
  "liaison.for": {
    codes: (world, asked) => [
      ...partCodes(world, asked, asked.initiator.organization),
      ...whichHold([
        ["UNKNOWN_LIAISON_ROLE", findRole(world.state, asked) === undefined],
        ["NOT_ON_LINK", findInBook(world.state, asked.trunk, asked.initiator) === undefined],
      ]),
    ],
    value: (world, asked) => ({ people: actingFor(world, asked) }),
  },
  "liaison.uncovered": {
    codes: (world, asked) => [
      ...trunkViewer(world, asked.viewer, asked.trunk),
      ...whichHold([["UNKNOWN_LIAISON_ROLE", findRole(world.state, asked) === undefined]]),
    ],
    value: ({ state }, asked) => {
      const below = reachedBy(state, asked.trunk).map(({ organization }) => organization);
      const nodes = [asked.trunk, ...below].map((organization) => ({
        ...{ organization, department: null },
      }));
      return inOrder(nodes.filter((each) => nearestHolders(state, asked, each).length === 0));
    },
  },
};
