/** Facts about departments that settings of Trunks name: they go, and mostly come back (DIR-11). */
import type { TrunkAudience } from "../../apps/model.ts";
import type { DepartmentOf } from "../../core/notice.ts";
import type { Input } from "../../engine/types.ts";
import { fact } from "../inputs.ts";
import type { Builders } from "./builder.ts";
import { departmentFacts } from "./department-facts.ts";
import { organizationNamed, revision, type Scene, text } from "./scene.ts";

/** The departments that a list of a Trunk names, its own among them. */
const inList = (
  trunk: DepartmentOf["organization"],
  { mounts = [], departments = [] }: TrunkAudience,
): DepartmentOf[] => [
  ...mounts.map(({ department }) => ({ organization: trunk, department })),
  ...departments,
];

/** The departments that a command names in a setting of a Trunk. */
function namedBy(input: Input): DepartmentOf[] {
  switch (input.type) {
    case "link.see": {
      const { trunk: organization, hiddenExcept, ownOnlyExcept } = input.data;
      const named = [...hiddenExcept.departments, ...ownOnlyExcept.departments];
      return named.map((department) => ({ organization, department }));
    }
    case "liaison.assign": {
      const { organization, department } = input.data.node;
      return department === null ? [] : [{ organization, department }];
    }
    case "app.publish":
    case "app.authorize":
      return "trunk" in input.data ? inList(input.data.trunk, input.data.authorized ?? {}) : [];
    case "app.permit": {
      if (!("trunk" in input.data)) return [];
      const { trunk, permissions } = input.data;
      return permissions.flatMap((each) => inList(trunk, each.for ?? {}));
    }
    default:
      return [];
  }
}

/** One of the departments that settings named lately, as far as it is there, or is not. */
function aNamed(scene: Scene, isThere: boolean): DepartmentOf | undefined {
  const named = scene.past.flatMap(namedBy).filter(({ organization, department }) => {
    const home = organizationNamed(scene, organization);
    const known = home?.departments.some((each) => each.department === department);
    return home !== undefined && !home.ended && known === isThere;
  });
  return scene.random.pick(named.slice(-12));
}

/** Departments come and go, most often those that are named. */
export const namedDepartments: Builders<"department.created" | "department.removed"> = {
  "department.created": (scene) => {
    const again = scene.random.chance(65) ? aNamed(scene, false) : undefined;
    if (again === undefined) return departmentFacts["department.created"](scene);
    return fact("department.created", {
      ...again,
      ...{ parent: null, name: text(scene, "Unit") },
      ...revision(scene),
    });
  },
  "department.removed": (scene) => {
    const gone = scene.random.chance(75) ? aNamed(scene, true) : undefined;
    if (gone === undefined) return departmentFacts["department.removed"](scene);
    return fact("department.removed", { ...gone, ...revision(scene) });
  },
};
