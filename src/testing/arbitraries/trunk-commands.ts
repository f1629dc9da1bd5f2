/** How Links come about: what the platform opens, invitations of Trunks, applications to them. */
import { type Acting, command, fact, type InputDraft } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import type { HierarchiesFacts, LinkFacts } from "../reference/hierarchy-facts-model.ts";
import { linksIn } from "./books.ts";
import type { Builders } from "./builder.ts";
import {
  addressees,
  anOrganization,
  aReason,
  fresh,
  invitedAgain,
  isMeantFor,
  live,
  organizationNamed,
  revision,
  type Scene,
  text,
} from "./scene.ts";
import { aScope } from "./scope-commands.ts";

type Types =
  | "hierarchy.capacity-changed"
  | "invitation.issue"
  | "invitation.revoke"
  | "application.submit"
  | "application.withdraw"
  | "application.approve"
  | "application.reject";

type Organization = OrganizationFacts["organization"];
type Application = HierarchiesFacts["applications"][number];
type Way = HierarchiesFacts["invitations"][number];

/** Data codes that Branches share. */
const CODES = ["attendance", "budget", "grades", "census"];

/** More people than any organization of a script has, for scopes on Links know no cap. */
const ROOM = 1000;

export { linksIn };

/** A Hierarchy admin of an organization, a main admin where the policy may ask for one. */
export function hierarchyAdminOf(scene: Scene, id: Organization): Acting | undefined {
  const { random, policy } = scene;
  const strict = policy.hierarchyActor === "main-admin-only" && random.chance(80);
  const admin = random.pick(
    (organizationNamed(scene, id)?.admins ?? []).filter(
      ({ role, hierarchyPermission }) =>
        role === "main" || (hierarchyPermission === true && !strict),
    ),
  );
  return admin === undefined ? undefined : [id, admin.person];
}

/** Some data codes. */
export const someCodes = ({ random }: Scene): string[] => random.some(CODES, 40);

/** A department of a Trunk, or its root. */
export function aMount({ random }: Scene, trunk: OrganizationFacts | undefined) {
  return random.chance(40) ? null : (random.pick(trunk?.departments ?? [])?.department ?? null);
}

/** An alias, often one that another Branch has. */
export const anAlias = (scene: Scene): string | null =>
  scene.random.chance(40) ? null : text(scene, "Alias");

/** How many organizations are above one by the longest chain, as far as Links tell. */
function heightOf(links: readonly LinkFacts[], id: Organization): number {
  const over = links.filter(({ organization }) => organization === id);
  return Math.max(0, ...over.map(({ trunk }) => 1 + heightOf(links, trunk)));
}

/** Whether an organization is above another one. */
function isAbove(links: readonly LinkFacts[], upper: Organization, lower: Organization): boolean {
  return links.some(
    ({ trunk, organization }) =>
      organization === lower && (trunk === upper || isAbove(links, upper, trunk)),
  );
}

/** Of some organizations those that are furthest down, more often than not. */
function deepOf(scene: Scene, ids: readonly Organization[]): readonly Organization[] {
  if (!scene.random.chance(82)) return ids;
  const links = linksIn(scene);
  const heights = ids.map((id) => heightOf(links, id));
  return ids.filter((_, at) => heights[at] === Math.max(...heights));
}

/** An organization for which hierarchies are open, more often one far down; now and then another one. */
function aTrunk(scene: Scene): Organization | undefined {
  const { random, facts } = scene;
  const { capacities = [], invitations = [] } = facts.hierarchies ?? {};
  const open = capacities.filter((each) => each.open).map(({ organization }) => organization);
  const bare = open.filter(
    (id) => !invitations.some(({ trunk, revoked }) => trunk === id && !revoked),
  );
  const among = bare.length > 0 && random.chance(75) ? bare : open;
  const chosen = random.chance(92) ? random.pick(deepOf(scene, among)) : undefined;
  return chosen ?? anOrganization(scene)?.organization;
}

/** A way to a Trunk that looks good, often to one that is far down already. */
function anInvitation(scene: Scene) {
  const { facts, random, at } = scene;
  const all = facts.hierarchies?.invitations ?? [];
  const stands = (id: Organization) => organizationNamed(scene, id)?.ended === false;
  const valid = all.filter(
    ({ trunk, revoked, expiresAt, maxUses, uses }) =>
      !revoked &&
      (expiresAt === null || at < expiresAt) &&
      (maxUses === null || uses < maxUses) &&
      stands(trunk),
  );
  if (!random.chance(94)) return random.pick(all);
  const deep = deepOf(
    scene,
    valid.map(({ trunk }) => trunk),
  );
  return random.pick(valid.filter(({ trunk }) => deep.includes(trunk)));
}

/** Who might apply to a Trunk: mostly not who is above it, and more often one without a Trunk. */
function anApplicant(scene: Scene, invitation: Way): OrganizationFacts | undefined {
  const { random, facts, at } = scene;
  const { trunk } = invitation;
  const links = linksIn(scene);
  if (random.chance(2)) {
    const linked = links.filter((each) => each.trunk === trunk).map(({ organization: id }) => id);
    return random.pick(live(scene).filter(({ organization: id }) => linked.includes(id)));
  }
  const waits = (facts.hierarchies?.applications ?? []).filter(
    ({ status, expiresAt }) => status === "pending" && (expiresAt === undefined || at < expiresAt),
  );
  const ownTrunks = (id: Organization) => links.filter((each) => each.organization === id);
  const others = live(scene).filter(
    ({ organization: id }) =>
      ![...links, ...waits].some((each) => each.trunk === trunk && each.organization === id) &&
      ((id !== trunk && !isAbove(links, id, trunk)) || random.chance(6)),
  );
  const single = others.filter(({ organization }) => ownTrunks(organization).length === 0);
  const released = others.filter(({ organization }) =>
    ownTrunks(organization).some((each) => each.released),
  );
  const moving = released.length > 0 && random.chance(40);
  const below = moving ? released : single.length > 0 && random.chance(65) ? single : others;
  const meant = below.filter(({ organization }) => isMeantFor(invitation, organization));
  const good = meant.length > 0 && random.chance(90) ? meant : below;
  return random.pick(random.chance(96) ? good : live(scene));
}

/** The Link that an applicant is to leave for another one, most often one that is released. */
function aReplaced(scene: Scene, applicant: Organization): { readonly replaces?: Organization } {
  const { random } = scene;
  const own = linksIn(scene).filter(({ organization }) => organization === applicant);
  const released = own.filter((each) => each.released);
  if (!random.chance(released.length > 0 ? 85 : 12)) return {};
  const chosen = random.pick(released) ?? random.pick(own);
  const other = random.chance(4) ? anOrganization(scene)?.organization : chosen?.trunk;
  return other === undefined ? {} : { replaces: other };
}

function anApplicationForm(scene: Scene): InputDraft | null {
  const { random } = scene;
  const invitation = anInvitation(scene);
  if (invitation === undefined) return null;
  const applicant = anApplicant(scene, invitation);
  if (applicant === undefined) return null;
  const by = hierarchyAdminOf(scene, applicant.organization);
  if (by === undefined) return null;
  return command("application.submit", by, {
    application: fresh(scene, "application"),
    invitation: invitation.invitation,
    ...(random.chance(85) ? { scope: aScope(scene, applicant, ROOM) } : {}),
    ...(random.chance(40) ? { reach: random.chance(80) ? "all-above" : "trunk" } : {}),
    ...(random.chance(30) ? { shared: someCodes(scene) } : {}),
    ...aReplaced(scene, applicant.organization),
  });
}

/** An application that waits; now and then one that is settled. */
function anApplication(scene: Scene): Application | undefined {
  const { facts, random } = scene;
  const all = facts.hierarchies?.applications ?? [];
  const open = all.filter(
    ({ status, trunk }) => status === "pending" && organizationNamed(scene, trunk)?.ended === false,
  );
  return random.pick(random.chance(94) ? open : all);
}

/** Which Trunk an application is to, at times. */
const about = ({ random }: Scene, { trunk }: Application) => (random.chance(60) ? { trunk } : {});

function anApproval(scene: Scene): InputDraft | null {
  const { random, facts } = scene;
  const first = anApplication(scene);
  if (first === undefined) return null;
  const by = hierarchyAdminOf(scene, first.trunk);
  if (by === undefined) return null;
  const others = (facts.hierarchies?.applications ?? []).filter(
    (each) =>
      each.application !== first.application &&
      each.status === "pending" &&
      (each.trunk === first.trunk || random.chance(2)),
  );
  const more = random.chance(50) ? random.some(others, 60).slice(0, 3) : [];
  const trunk = organizationNamed(scene, first.trunk);
  const items = [first, ...more].map(({ application }) => ({
    application,
    ...(random.chance(45) ? { alias: anAlias(scene) } : {}),
    ...(random.chance(40) ? { mount: aMount(scene, trunk) } : {}),
  }));
  return command("application.approve", by, { ...about(scene, first), items });
}

/** Makes what Links come about by. */
export const trunkCommands: Builders<Types> = {
  "hierarchy.capacity-changed": (scene) => {
    const { random, facts } = scene;
    const known = facts.hierarchies?.capacities ?? [];
    const closed = live(scene).filter(
      ({ organization }) => !known.some((each) => each.open && each.organization === organization),
    );
    const ids = closed.map(({ organization }) => organization);
    const chosen = random.chance(85) ? random.pick(deepOf(scene, ids)) : undefined;
    const organization = chosen ?? anOrganization(scene)?.organization;
    if (organization === undefined) return null;
    return fact("hierarchy.capacity-changed", {
      organization,
      open: random.chance(88),
      branches: random.chance(80) ? null : random.below(5),
      ...revision(scene),
    });
  },
  "invitation.issue": (scene) => {
    const { random, at } = scene;
    const trunk = aTrunk(scene);
    const by = trunk === undefined ? undefined : hierarchyAdminOf(scene, trunk);
    if (trunk === undefined || by === undefined) return null;
    const { invitations = [], applications = [] } = scene.facts.hierarchies ?? {};
    const isHere = (each: { readonly trunk: string }) => each.trunk === trunk;
    const again = invitedAgain(invitations.filter(isHere), applications.filter(isHere));
    return command("invitation.issue", by, {
      trunk,
      invitation: fresh(scene, "invitation"),
      form: random.chance(50) ? "qr" : "link",
      ...(random.chance(12) ? { expiresAt: at + 1 + random.below(60) } : {}),
      ...(random.chance(20) ? { maxUses: 1 + random.below(2) } : {}),
      ...addressees(scene, again),
    });
  },
  "invitation.revoke": (scene) => {
    const issued = scene.facts.hierarchies?.invitations ?? [];
    const open = issued.filter(({ revoked }) => !revoked);
    const chosen = scene.random.pick(open) ?? scene.random.pick(issued);
    const by = chosen === undefined ? undefined : hierarchyAdminOf(scene, chosen.trunk);
    if (chosen === undefined || by === undefined) return null;
    const { trunk, invitation } = chosen;
    return command("invitation.revoke", by, { trunk, invitation });
  },
  "application.submit": anApplicationForm,
  "application.withdraw": (scene) => {
    const chosen = anApplication(scene);
    const by = chosen === undefined ? undefined : hierarchyAdminOf(scene, chosen.organization);
    if (chosen === undefined || by === undefined) return null;
    const { application } = chosen;
    return command("application.withdraw", by, { ...about(scene, chosen), application });
  },
  "application.approve": anApproval,
  "application.reject": (scene) => {
    const { random } = scene;
    const chosen = anApplication(scene);
    const by = chosen === undefined ? undefined : hierarchyAdminOf(scene, chosen.trunk);
    if (chosen === undefined || by === undefined) return null;
    const { organization, application } = chosen;
    return command("application.reject", by, {
      ...about(scene, chosen),
      ...(random.chance(50) ? { organization } : {}),
      application,
      ...aReason(scene),
    });
  },
};
