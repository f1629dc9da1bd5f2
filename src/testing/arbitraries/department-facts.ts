/** Facts about departments: nested, moved, removed, in cycles and too deep. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import { fact } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import type { Builders } from "./builder.ts";
import { anOrganization, fresh, renamedLately, revision, type Scene, text } from "./scene.ts";

type Types =
  | "department.created"
  | "department.renamed"
  | "department.renamed-id"
  | "department.moved"
  | "department.removed";

/** A department to hang something under; in a deep directory often the deepest. */
function aParent(
  { random, names }: Scene,
  { departments }: OrganizationFacts,
): DepartmentId | null {
  if (random.chance(30)) return null;
  const end = names.chain.filter((id) => departments.some((each) => each.department === id)).at(-1);
  if (end !== undefined && random.chance(50)) return end;
  return random.pick(departments)?.department ?? null;
}

function organizationWithDepartments(scene: Scene): OrganizationFacts | undefined {
  const all = scene.facts.organizations.filter(({ departments }) => departments.length > 0);
  return scene.random.pick(all);
}

/** A department removed lately by a fact, that settings may name still. */
function lately(
  { past, random }: Scene,
  organization: OrganizationId,
  unused: readonly DepartmentId[],
): DepartmentId | undefined {
  const removed = past.flatMap((each) =>
    each.type === "department.removed" && each.data.organization === organization
      ? [each.data.department]
      : [],
  );
  return random.pick(removed.slice(-4).filter((each) => unused.includes(each)));
}

/** A department, where facts may be held often the one with most people in it. */
function aDepartment(
  { random, policy }: Scene,
  { departments, people }: OrganizationFacts,
): DepartmentId | undefined {
  if (policy.removalConfirmation === "none" || random.chance(40)) {
    return random.pick(departments)?.department;
  }
  const count = (id: DepartmentId) => people.filter((each) => each.departments.includes(id)).length;
  return [...departments].sort((one, other) => count(other.department) - count(one.department))[0]
    ?.department;
}

/** An id for a department to get: mostly one that is not used, or one that it had. */
function anotherId(scene: Scene, { departments }: OrganizationFacts): DepartmentId | undefined {
  const { random, names } = scene;
  const isUsed = (id: DepartmentId) => departments.some((each) => each.department === id);
  const unused = names.departments.filter((id) => !isUsed(id));
  if (random.chance(40)) return fresh(scene, "dept-") as DepartmentId;
  return random.pick(random.chance(85) ? unused : names.departments);
}

/** Makes the facts about departments. */
export const departmentFacts: Builders<Types> = {
  "department.created": (scene) => {
    const { random, names } = scene;
    const home = anOrganization(scene);
    if (home === undefined) return null;
    const { organization, departments } = home;
    const unused = names.departments.filter(
      (id) => !departments.some((each) => each.department === id),
    );
    const again = random.chance(30) ? lately(scene, organization, unused) : undefined;
    const department =
      again ?? (random.chance(92) ? random.pick(unused) : random.pick(names.departments));
    if (department === undefined) return null;
    const parent = aParent(scene, home);
    const name = text(scene, "Unit");
    return fact("department.created", {
      organization,
      department,
      parent,
      name,
      ...revision(scene),
    });
  },
  "department.renamed": (scene) => {
    const home = organizationWithDepartments(scene);
    const department = scene.random.pick(home?.departments ?? [])?.department;
    if (home === undefined || department === undefined) return null;
    const { organization } = home;
    const name = text(scene, "Unit");
    return fact("department.renamed", { organization, department, name, ...revision(scene) });
  },
  "department.renamed-id": (scene) => {
    const home = organizationWithDepartments(scene);
    if (home === undefined) return null;
    const { organization } = home;
    const again = renamedLately(scene, "department.renamed-id", organization)?.department;
    const department = again ?? aDepartment(scene, home);
    const to = anotherId(scene, home);
    if (department === undefined || to === undefined) return null;
    return fact("department.renamed-id", { organization, department, to, ...revision(scene) });
  },
  "department.moved": (scene) => {
    const home = organizationWithDepartments(scene);
    const department = home === undefined ? undefined : aDepartment(scene, home);
    if (home === undefined || department === undefined) return null;
    const { organization } = home;
    const parent = aParent(scene, home);
    return fact("department.moved", { organization, department, parent, ...revision(scene) });
  },
  "department.removed": (scene) => {
    const { random, names } = scene;
    const home = organizationWithDepartments(scene);
    const isThere = home !== undefined && random.chance(92);
    const department = isThere ? aDepartment(scene, home) : random.pick(names.departments);
    if (home === undefined || department === undefined) return null;
    const { organization } = home;
    return fact("department.removed", { organization, department, ...revision(scene) });
  },
};
