/** What questions about liaisons ask for. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Queries, QueryType, Viewer } from "../../queries/model.ts";
import type { IdentityFacts } from "../reference/facts-model.ts";
import { named } from "./actors.ts";
import { aNode, bookOf, rolesIn } from "./liaison-commands.ts";
import { anybody, unknown, viewerOf } from "./queries-common.ts";
import type { Scene } from "./scene.ts";
import { hierarchyAdminOf, linksIn } from "./trunk-commands.ts";

type Asked = QueryType & `liaison.${string}`;

/** A role, and the Trunk whose it is; now and then one of another. */
function aRoleOf(scene: Scene) {
  const { random } = scene;
  const set = random.pick(rolesIn(scene));
  const trunk = set?.trunk ?? random.pick(linksIn(scene))?.trunk ?? unknown<OrganizationId>(scene);
  const odd = random.chance(6) ? random.pick(rolesIn(scene)) : undefined;
  return { trunk, role: (odd ?? set)?.role ?? unknown(scene), set };
}

/** A Hierarchy admin of one of some organizations; now and then anybody. */
function anAdminOf(scene: Scene, otherwise: Viewer, among: readonly OrganizationId[]): Viewer {
  const { random } = scene;
  const home = random.pick(among);
  const by = home === undefined || random.chance(10) ? undefined : hierarchyAdminOf(scene, home);
  return by === undefined || "support" in by ? otherwise : viewerOf(by as IdentityFacts);
}

/** Makes the data of each question about liaisons. */
export const liaisonQuestions: {
  readonly [Type in Asked]: (scene: Scene, otherwise: Viewer) => Queries[Type]["input"];
} = {
  "liaison.of": (scene, otherwise) => {
    const { random } = scene;
    const { trunk, set } = aRoleOf(scene);
    const office = random.chance(75) ? random.pick(set?.offices ?? []) : undefined;
    const { organization, department } = office ??
      aNode(scene, trunk) ?? { organization: trunk, department: null };
    const viewer = anAdminOf(scene, otherwise, [trunk, organization]);
    return { viewer, trunk, node: { organization, department } };
  },
  "liaison.for": (scene, otherwise) => {
    const { random } = scene;
    const { trunk, role } = aRoleOf(scene);
    const inBook = random.chance(90) ? random.pick(bookOf(scene, trunk)) : undefined;
    const initiator = inBook === undefined ? anybody(scene) : (named(inBook) as Viewer);
    const viewer = anAdminOf(scene, otherwise, [trunk, initiator.organization]);
    return { viewer, trunk, role, initiator };
  },
  "liaison.uncovered": (scene, otherwise) => {
    const { trunk, role } = aRoleOf(scene);
    return { viewer: anAdminOf(scene, otherwise, [trunk]), trunk, role };
  },
};
