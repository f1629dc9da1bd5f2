/** What a world lacks for the rest to have something to aim at. */
import type { InputType } from "../../engine/types.ts";
import type { ReferenceFacts } from "../reference/facts-model.ts";
import { isAble, usersOf } from "./actors.ts";
import { live, liveSpaces, type Scene } from "./scene.ts";

/** What an empty or bare world needs first, and now and then what leads further. */
export function urgent(scene: Scene): InputType | null {
  const { random } = scene;
  const homes = live(scene);
  const people = homes.reduce((sum, each) => sum + each.people.length, 0);
  if (homes.length < 2 || (homes.length < 3 && random.chance(40))) return "organization.registered";
  if (people < homes.length && random.chance(70)) return "person.hired";
  const bare = homes.some((each) => each.admins.length === 0 && each.people.length > 0);
  if (bare && random.chance(35)) return "admin.changed";
  const spaces = liveSpaces(scene);
  if (spaces.length === 0) return random.chance(35) ? "space.create" : null;
  if (random.chance(25)) {
    const next = towardsMembers(scene);
    if (next !== null) return next;
  }
  return random.chance(30) ? towardsFlows(scene) : null;
}

/** What leads to a Member where there is none yet. */
function towardsMembers(scene: Scene): InputType | null {
  const { facts, random } = scene;
  if (liveSpaces(scene).some(({ members }) => members.length > 0)) return null;
  if (facts.applications.some(({ status }) => status === "pending")) return "application.approve";
  return random.chance(60) ? "application.submit" : "invitation.issue";
}

const isOffered = ({ apps }: ReferenceFacts): boolean =>
  apps.some(({ owner, published }) => owner.kind === "organization" && published.length > 0);

/** What leads to flows that run where there are none: an app, licenses, rules. */
function towardsFlows(scene: Scene): InputType | null {
  const { facts, random } = scene;
  const { apps, pools, flows, instances } = facts;
  if (!apps.some(({ owner }) => owner.kind === "organization")) return "app.create";
  if (!isOffered(facts)) return "app.publish";
  if (pools.every(({ purchased }) => purchased === 0)) return "license.purchased";
  if (pools.every(({ units }) => units.length === 1)) return "license.link";
  const able = usersOf(scene).filter((each) => isAble(scene, each));
  if (able.length < 2 || !able.some(({ space }) => space !== null)) return "license.grant";
  if (flows.length === 0) return "flow.define";
  if (instances.some(({ status }) => status === "running")) return null;
  return random.chance(70) ? "flow.start" : null;
}
