/** What questions about applications, invitations and those who have come in ask for. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Queries, Viewer } from "../../queries/model.ts";
import type { IdentityFacts } from "../reference/facts-model.ts";
import { aTime, unknown, viewerOf } from "./queries-common.ts";
import { adminOf, live, organizationNamed, type Scene } from "./scene.ts";
import { hierarchyAdminOf } from "./trunk-commands.ts";

type Asked = "admin.roster" | "admin.application" | "application.own" | "invitation.look";
type Of = { readonly space: SpaceId } | { readonly trunk: OrganizationId };

/** Of a Space or of a Trunk: as many of either as there are. */
const containerOf = (of: Of): Of => ("trunk" in of ? { trunk: of.trunk } : { space: of.space });

/** An admin of an organization, with the permission for Spaces or for hierarchies; now and then anybody. */
function anAdminOf(scene: Scene, otherwise: Viewer, home: OrganizationId | undefined, of?: Of) {
  const { random } = scene;
  if (home === undefined || random.chance(10)) return otherwise;
  const isOfTrunk = of === undefined ? random.chance(50) : "trunk" in of;
  const by = isOfTrunk
    ? hierarchyAdminOf(scene, home)
    : adminOf(scene, organizationNamed(scene, home));
  return by === undefined || "support" in by ? otherwise : viewerOf(by as IdentityFacts);
}

/** Every application, to Spaces and to Trunks. */
const applicationsIn = ({ facts }: Scene) => [
  ...facts.applications,
  ...(facts.hierarchies?.applications ?? []),
];

/** Every invitation, to Spaces and to Trunks. */
const invitationsIn = ({ facts }: Scene) => [
  ...facts.invitations,
  ...(facts.hierarchies?.invitations ?? []),
];

/** Who decides about a Space, or a Trunk. */
const upperOf = ({ facts }: Scene, of: Of): OrganizationId | undefined =>
  "trunk" in of ? of.trunk : facts.spaces.find(({ space }) => space === of.space)?.host;

/** Every part in a Space, the Host's own too, and every Link. */
const partsIn = ({ facts }: Scene): readonly (Of & { readonly organization: OrganizationId })[] => [
  ...facts.spaces.flatMap(({ space, associations }) =>
    associations.map(({ organization }) => ({ space, organization })),
  ),
  ...(facts.hierarchies?.links ?? []),
];

/** Makes the data of each question about applications and invitations. */
export const joiningQuestions: {
  readonly [Type in Asked]: (scene: Scene, otherwise: Viewer) => Queries[Type]["input"];
} = {
  "admin.roster": (scene, otherwise) => {
    const { random } = scene;
    const chosen = random.pick(partsIn(scene));
    const of: Of = chosen ?? { space: unknown<SpaceId>(scene) };
    const home = random.chance(60) ? upperOf(scene, of) : chosen?.organization;
    const viewer = anAdminOf(scene, otherwise, home, of);
    const other = random.chance(10) ? random.pick(scene.facts.organizations) : chosen;
    const whose = random.chance(50) || other === undefined ? undefined : other.organization;
    const named = whose === undefined ? {} : { organization: whose };
    return { ...containerOf(of), viewer, ...named };
  },
  "admin.application": (scene, otherwise) => {
    const { random } = scene;
    const all = applicationsIn(scene);
    const pending = all.filter(({ status }) => status === "pending");
    const chosen = random.pick(pending.length > 0 && random.chance(85) ? pending : all);
    const of: Of = chosen ?? { space: unknown<SpaceId>(scene) };
    const viewer = anAdminOf(scene, otherwise, upperOf(scene, of), of);
    const odd = random.chance(5) ? random.pick(all) : undefined;
    const application = (odd ?? chosen)?.application ?? unknown(scene);
    return { ...containerOf(of), viewer, application, ...aTime(scene) };
  },
  "application.own": (scene, otherwise) => {
    const { random } = scene;
    const chosen = random.pick(applicationsIn(scene));
    const named = chosen !== undefined && random.chance(50) ? containerOf(chosen) : undefined;
    const viewer = anAdminOf(scene, otherwise, chosen?.organization, named);
    return { ...(named ?? {}), viewer, ...aTime(scene) };
  },
  "invitation.look": (scene, otherwise) => {
    const { random } = scene;
    const all = invitationsIn(scene);
    const chosen = random.chance(95) ? random.pick(all) : undefined;
    const only = chosen?.for !== undefined && random.chance(70) ? chosen.for : undefined;
    const home = random.pick(only ?? live(scene).map(({ organization }) => organization));
    const viewer = anAdminOf(scene, otherwise, home, chosen);
    return { viewer, invitation: chosen?.invitation ?? unknown(scene), ...aTime(scene) };
  },
};
