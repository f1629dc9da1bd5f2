/** Whom a liaison role finds: the nearest office that is filled, along the path upwards (LIAISON-02). */
import type { OrganizationId } from "../../core/ids.ts";
import { upward } from "./departments.ts";
import { reachedAs } from "./hierarchy.ts";
import { findOffice } from "./offices.ts";
import { colleague } from "./people.ts";
import { isPair } from "./settings.ts";
import type { Identity, State } from "./state.ts";
import type { LiaisonRole } from "./state-hierarchy.ts";
import type { LiaisonNode } from "./vocabulary-liaisons.ts";

type RoleOf = Pick<LiaisonRole, "trunk" | "role">;

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
export function nearestHolders(state: State, named: RoleOf, node: LiaisonNode): Identity[] {
  return (
    pathFrom(state, named.trunk, node)
      .map((each) => findOffice(state, named, each)?.holders ?? [])
      .find((holders) => holders.length > 0) ?? []
  );
}

/**
 * The holders found for somebody, whether or not they may act: of each of their departments the nearest,
 * together, each once. Whoever was hired again since is not who is meant, and stands in no department
 * (HAND-07).
 */
export function liaisonsFor(state: State, named: RoleOf, initiator: Identity): Identity[] {
  const { organization } = initiator;
  const own = colleague(state, initiator, initiator)?.departments ?? [];
  const starts = own.length === 0 ? [null] : own;
  const holders = starts.flatMap((department) =>
    nearestHolders(state, named, { organization, department }),
  );
  return holders.filter(
    (each, index) => holders.findIndex((other) => isPair(other, each)) === index,
  );
}
