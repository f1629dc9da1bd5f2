/** Many changes of one directory at once, each near to what is known, some aimed at one another. */
import type { AnyChange } from "../../directory/model.ts";
import { fact } from "../inputs.ts";
import { appointing } from "./appointing.ts";
import type { Builders } from "./builder.ts";
import { departmentFacts } from "./department-facts.ts";
import { industryInputs } from "./industry-inputs.ts";
import { organizationFacts } from "./organization-facts.ts";
import { peopleFacts } from "./people-facts.ts";
import { anOrganization, type Scene } from "./scene.ts";

const builders: Builders<AnyChange["type"]> = {
  ...industryInputs,
  ...departmentFacts,
  ...peopleFacts,
  "person.heads-changed": appointing["person.heads-changed"],
  "person.roles-changed": appointing["person.roles-changed"],
  "person.manager-changed": appointing["person.manager-changed"],
  "admin.changed": organizationFacts["admin.changed"],
};

const types = Object.keys(builders) as AnyChange["type"][];

/** What one fact says of the only organization in sight; `null` if there is nothing to aim at. */
function aChange(scene: Scene): AnyChange | null {
  const type = scene.random.pick(types) as AnyChange["type"];
  const made = builders[type](scene);
  if (made === null) return null;
  // One that says an earlier fact again says its source: here all changes have one.
  const {
    organization: _,
    source: __,
    ...data
  } = made.data as {
    readonly organization: string;
    readonly source?: string;
  };
  return { type, data } as AnyChange;
}

/**
 * Where facts may be held: changes of departments alone, if any says where one is, so that whoever leaves
 * a Roster by them leaves for no other reason.
 */
function ofOneCause(changes: readonly AnyChange[]): readonly AnyChange[] {
  const isOfPlace = ({ type }: AnyChange) =>
    type === "department.moved" || type === "department.removed";
  if (!changes.some(isOfPlace)) return changes;
  return changes.filter(({ type }) => type.startsWith("department."));
}

/** Makes the fact with many changes. */
export const changing: Builders<"directory.changed"> = {
  "directory.changed": (scene) => {
    const { facts, random } = scene;
    const home = anOrganization(scene);
    if (home === undefined) return null;
    const { organization } = home;
    const { books = [], open = [] } = facts.industry ?? {};
    const own = books.filter((each) => each.organization === organization);
    const industry = { books: own, open };
    const near = { ...scene, facts: { ...facts, industry, organizations: [home] } };
    const tries = 1 + random.below(random.chance(80) ? 5 : 12);
    const made = Array.from({ length: tries }, () => aChange(near));
    const all = made.filter((change) => change !== null);
    const changes = scene.policy.removalConfirmation === "none" ? all : ofOneCause(all);
    return changes.length === 0 ? null : fact("directory.changed", { organization, changes });
  },
};
