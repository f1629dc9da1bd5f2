/** What the two sides of a Link say of it, and how it ends. */
import { type Acting, command, type InputDraft } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import type { LinkFacts } from "../reference/hierarchy-facts-model.ts";
import { LABELS } from "./below-commands.ts";
import type { Builders } from "./builder.ts";
import { organizationNamed, type Scene, someDepartments, somePeople } from "./scene.ts";
import { aRemoving, aScope, someFieldsShared } from "./scope-commands.ts";
import { aMount, anAlias, hierarchyAdminOf, linksIn, someCodes } from "./trunk-commands.ts";

type Types =
  | "scope.set"
  | "scope.take-out"
  | "scope.put-in"
  | "fields.share"
  | "partner.set"
  | "link.mount"
  | "link.see"
  | "link.reach"
  | "link.share"
  | "link.release"
  | "link.cancel"
  | "link.leave"
  | "link.stay";

/** More people than any organization of a script has. */
const ROOM = 1000;

/** A Link, its two sides, and an admin of one of them. */
interface Chosen {
  readonly link: LinkFacts;
  readonly named: { readonly trunk: string; readonly organization: string };
  readonly trunk: OrganizationFacts | undefined;
  readonly branch: OrganizationFacts;
  readonly by: Acting;
}

function aLink(
  scene: Scene,
  side: "trunk" | "organization",
  wanted: (link: LinkFacts) => boolean = () => true,
): Chosen | null {
  const link = scene.random.pick(linksIn(scene).filter(wanted));
  if (link === undefined) return null;
  const branch = organizationNamed(scene, link.organization);
  const by = hierarchyAdminOf(scene, link[side]);
  if (branch === undefined || by === undefined) return null;
  const named = { trunk: link.trunk, organization: link.organization };
  return { link, named, trunk: organizationNamed(scene, link.trunk), branch, by };
}

/** In so many of a hundred cases only Branches that have announced their exit, if there are any. */
function someAnnounced(scene: Scene, percent: number): (link: LinkFacts) => boolean {
  const isAnnounced = ({ leaving }: LinkFacts) => leaving !== undefined;
  const isMeant = scene.random.chance(percent) && linksIn(scene).some(isAnnounced);
  return isMeant ? isAnnounced : () => true;
}

/** Whom a switch is not to bind: the Trunk, who is above or below it, now and then others. */
function exceptions(scene: Scene, { link, trunk }: Chosen) {
  const { random, facts } = scene;
  const related = (facts.hierarchies?.reached ?? []).flatMap(({ above, below }) =>
    above === link.trunk ? [below] : below === link.trunk ? [above] : [],
  );
  const others = random.chance(4) ? facts.organizations.map((each) => each.organization) : [];
  const organizations = random.some([...new Set([link.trunk, ...related, ...others])], 30);
  const departments = trunk === undefined ? [] : someDepartments(scene, trunk, 2);
  return { organizations: organizations.slice(0, 3), departments };
}

function aChange(scene: Scene, type: "scope.take-out" | "scope.put-in"): InputDraft | null {
  const { random } = scene;
  const chosen = aLink(scene, "organization");
  if (chosen === null) return null;
  const { named, branch, by } = chosen;
  const departments = random.chance(45) ? someDepartments(scene, branch, 2) : [];
  const people = somePeople(scene, branch, 2);
  const said = type === "scope.take-out" ? aRemoving(scene) : {};
  return command(type, by, {
    ...named,
    ...(departments.length > 0 ? { departments } : {}),
    ...(people.length > 0 || departments.length === 0 ? { people } : {}),
    ...said,
  });
}

/** Makes the commands about Links. */
export const linkCommands: Builders<Types> = {
  "scope.set": (scene) => {
    const chosen = aLink(scene, "organization");
    if (chosen === null) return null;
    const scope = aScope(scene, chosen.branch, ROOM);
    return command("scope.set", chosen.by, { ...chosen.named, scope, ...aRemoving(scene) });
  },
  "scope.take-out": (scene) => aChange(scene, "scope.take-out"),
  "scope.put-in": (scene) => aChange(scene, "scope.put-in"),
  "fields.share": (scene) => {
    const side = scene.random.chance(75) ? "organization" : "trunk";
    const chosen = aLink(scene, side);
    if (chosen === null) return null;
    const { trunk } = chosen.named;
    const named = side === "trunk" ? { trunk, organization: trunk } : chosen.named;
    return command("fields.share", chosen.by, { ...named, fields: someFieldsShared(scene) });
  },
  "partner.set": (scene) => {
    const chosen = aLink(scene, "trunk");
    if (chosen === null) return null;
    const labels = scene.random.some(LABELS, 40);
    return command("partner.set", chosen.by, { ...chosen.named, labels });
  },
  "link.mount": (scene) => {
    const chosen = aLink(scene, "trunk");
    if (chosen === null) return null;
    const place = { alias: anAlias(scene), mount: aMount(scene, chosen.trunk) };
    return command("link.mount", chosen.by, { ...chosen.named, ...place });
  },
  "link.see": (scene) => {
    const { random } = scene;
    const chosen = aLink(scene, "trunk");
    if (chosen === null) return null;
    return command("link.see", chosen.by, {
      ...chosen.named,
      hidden: random.chance(45),
      hiddenExcept: exceptions(scene, chosen),
      ownOnly: random.chance(45),
      ownOnlyExcept: exceptions(scene, chosen),
    });
  },
  "link.reach": (scene) => {
    const chosen = aLink(scene, "organization");
    if (chosen === null) return null;
    const now = chosen.link.reach;
    const isSame = scene.random.chance(10);
    const other = now === "trunk" ? "all-above" : "trunk";
    // Chains that pass are what most depends on.
    const reach = isSame || (other === "trunk" && scene.random.chance(50)) ? now : other;
    return command("link.reach", chosen.by, { ...chosen.named, reach });
  },
  "link.share": (scene) => {
    const chosen = aLink(scene, "organization");
    if (chosen === null) return null;
    return command("link.share", chosen.by, { ...chosen.named, shared: someCodes(scene) });
  },
  "link.release": (scene) => {
    const chosen = aLink(scene, "trunk");
    if (chosen === null) return null;
    const released = chosen.link.released ? scene.random.chance(30) : scene.random.chance(90);
    return command("link.release", chosen.by, { ...chosen.named, released });
  },
  "link.cancel": (scene) => {
    const chosen = aLink(scene, scene.random.chance(45) ? "trunk" : "organization");
    return chosen === null ? null : command("link.cancel", chosen.by, chosen.named);
  },
  "link.leave": (scene) => {
    const { policy, random } = scene;
    // Where each command ends it, there would soon be no Links.
    const isFinal = policy.branchExit !== "trunk-only" && policy.exitNoticeDays === 0;
    if (isFinal && random.chance(75)) return null;
    const chosen = aLink(scene, "organization", someAnnounced(scene, 50));
    return chosen === null ? null : command("link.leave", chosen.by, chosen.named);
  },
  "link.stay": (scene) => {
    const chosen = aLink(scene, "organization", someAnnounced(scene, 85));
    return chosen === null ? null : command("link.stay", chosen.by, chosen.named);
  },
};
