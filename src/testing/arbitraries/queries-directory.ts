/** What questions about a directory ask for. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Asker, Queries, QueryType, Viewer } from "../../queries/model.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import { unknown } from "./queries-common.ts";
import { adminOf, type Scene } from "./scene.ts";

type Asked = QueryType & `directory.${string}`;
type Data<Type extends Asked> = Queries[Type]["input"];

/** An organization and who asks for it: mostly one of its admins, or it itself; else anybody. */
function anAsker(
  scene: Scene,
  otherwise: Viewer,
): { readonly home: OrganizationFacts | undefined; readonly asker: Asker } {
  const { random, facts } = scene;
  const home = random.pick(facts.organizations);
  const organization = home?.organization ?? unknown<OrganizationId>(scene);
  if (random.chance(40)) return { home, asker: { source: { organization } } };
  const admin = random.chance(85) ? adminOf(scene, home) : undefined;
  if (admin === undefined || "support" in admin) return { home, asker: { viewer: otherwise } };
  const [own, person] = admin;
  return { home, asker: { viewer: { organization: own, person } as Viewer } };
}

/** One of an organization's departments, or one that is gone or never was. */
function aDepartment(scene: Scene, home: OrganizationFacts | undefined): DepartmentId {
  const { random, names } = scene;
  const known = random.pick((home?.departments ?? []).map(({ department }) => department));
  if (known !== undefined && random.chance(80)) return known;
  return (random.pick(names.departments) ?? unknown(scene)) as DepartmentId;
}

/** Makes the data of each question about a directory. */
export const directoryQuestions: {
  readonly [Type in Asked]: (scene: Scene, otherwise: Viewer) => Data<Type>;
} = {
  "directory.person": (scene, otherwise) => {
    const { home, asker } = anAsker(scene, otherwise);
    const { random, names } = scene;
    const own = random.pick((home?.people ?? []).map(({ person }) => person));
    const other = (random.pick(names.people) ?? unknown(scene)) as PersonId;
    return { ...asker, person: own !== undefined && random.chance(60) ? own : other };
  },
  "directory.people": (scene, otherwise) => {
    const { home, asker } = anAsker(scene, otherwise);
    if (scene.random.chance(30)) return asker;
    const below = scene.random.chance(60) ? { below: scene.random.chance(80) } : {};
    return { ...asker, department: aDepartment(scene, home), ...below };
  },
  "directory.departments": (scene, otherwise) => {
    const { home, asker } = anAsker(scene, otherwise);
    const { random } = scene;
    const dormant = random.chance(40) ? { dormant: random.chance(80) } : {};
    if (random.chance(50)) return { ...asker, ...dormant };
    const parent = random.chance(25) ? null : aDepartment(scene, home);
    return { ...asker, parent, ...dormant };
  },
  "directory.lists": (scene, otherwise) => {
    const { home, asker } = anAsker(scene, otherwise);
    const list = scene.random.pick((home?.lists ?? []).map((each) => each.list));
    if (scene.random.chance(20)) return { ...asker, list: unknown(scene) };
    return list === undefined || scene.random.chance(30)
      ? asker
      : { ...asker, list: list as never };
  },
  "directory.departures": (scene, otherwise) => anAsker(scene, otherwise).asker,
  "directory.inert": (scene, otherwise) => anAsker(scene, otherwise).asker,
  "directory.sources": (scene, otherwise) => anAsker(scene, otherwise).asker,
};
