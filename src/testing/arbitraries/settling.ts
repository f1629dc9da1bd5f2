/** Words of admins on what lists and facts say, and what is held of it. */
import type { InputOf } from "../../engine/types.ts";
import { command, type InputDraft } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import type { Builders } from "./builder.ts";
import { hasStatus } from "./reconciling.ts";
import { adminOf, live, type Scene, support } from "./scene.ts";

type Holdable = InputOf<"department.moved" | "department.removed" | "directory.changed">;

type Types = "reconciliation.confirm" | "reconciliation.discard" | "department.confirm-removal";

/** One of the latest facts that may be held, whatever has become of it. */
function aHeldFact({ random, past, policy }: Scene): Holdable | undefined {
  if (policy.removalConfirmation === "none") return undefined;
  const facts = past.filter(
    (each): each is Holdable =>
      each.type === "department.moved" ||
      each.type === "department.removed" ||
      each.type === "directory.changed",
  );
  return random.pick(facts.slice(-6));
}

/** An admin's word on a fact about departments that may be held. */
function aWordOnAFact(
  scene: Scene,
  type: "reconciliation.confirm" | "reconciliation.discard",
): InputDraft | null {
  const held = aHeldFact(scene);
  if (held === undefined) return null;
  const { organization } = held.data;
  const home = live(scene).find((each) => each.organization === organization);
  const admin = adminOf(scene, home);
  const by = admin === undefined || scene.random.chance(4) ? support : admin;
  return command(type, by, { organization, fact: held.id });
}

function aHeldList(
  scene: Scene,
  type: "reconciliation.confirm" | "reconciliation.discard",
): InputDraft | null {
  const { random, facts } = scene;
  const isHeld = hasStatus("held");
  if (random.chance(50)) {
    const word = aWordOnAFact(scene, type);
    if (word !== null) return word;
  }
  const home = random.pick(facts.organizations.filter(({ lists = [] }) => lists.some(isHeld)));
  const organization = home ?? (random.chance(5) ? random.pick(live(scene)) : undefined);
  const admin = adminOf(scene, organization);
  // Where there is no admin support may say the word, and tries it now and then where there is one.
  const by = admin === undefined || random.chance(4) ? support : admin;
  if (organization === undefined) return null;
  const { lists = [] } = organization;
  const list = (lists.find(isHeld) ?? random.pick(lists))?.list ?? "none";
  return command(type, by, { organization: organization.organization, list });
}

/** An admin's word that dormant departments are gone, and some that are not. */
function aRemoval(scene: Scene): InputDraft | null {
  const { random, facts } = scene;
  const sleeps = ({ dormant }: OrganizationFacts["departments"][number]) => dormant !== undefined;
  const home = random.pick(facts.organizations.filter((each) => each.departments.some(sleeps)));
  const organization = home ?? random.pick(live(scene));
  const by = adminOf(scene, organization);
  if (organization === undefined || by === undefined) return null;
  const some = organization.departments.filter((each) => random.chance(sleeps(each) ? 50 : 10));
  const one = random.pick(organization.departments);
  if (one === undefined) return null;
  const departments = (some.length === 0 ? [one] : some).map(({ department }) => department);
  const named = { organization: organization.organization, departments };
  return command("department.confirm-removal", by, named);
}

/** Makes the commands that settle what is held, or missing. */
export const settling: Builders<Types> = {
  "reconciliation.confirm": (scene) => aHeldList(scene, "reconciliation.confirm"),
  "reconciliation.discard": (scene) => aHeldList(scene, "reconciliation.discard"),
  "department.confirm-removal": aRemoval,
};
