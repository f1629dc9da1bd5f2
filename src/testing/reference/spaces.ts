/** Spaces, their quotas, Folders, and what the Host sets on its Members. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { SpacesCommands } from "../../spaces/model.ts";
import { actsFor, spaceAdmin, unknownRoots } from "./authority.ts";
import { dropFromFormer, forgetFormer, keepMember } from "./coming-back.ts";
import { keepFields } from "./former-fields.ts";
import { forgetKeptIn } from "./kept.ts";
import { findMember, findOrganization, findSpace, hostedBy } from "./lists.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import { capOf } from "./roster.ts";
import { rulesOf, scopeCodes } from "./scopes.ts";
import { forgetMember, forgetSpace } from "./settings.ts";
import { noNames, voidInSight } from "./sight-settings.ts";
import type { Association, Handlers, Organization, Space, State, World } from "./state.ts";
import { tellDissolved, tellEnded } from "./telling-sides.ts";

/** A new organization in a Space: nobody selected, the default visibility, no Folder (JOIN-05). */
export function newAssociation(space: SpaceId, organization: OrganizationId): Association {
  return {
    space,
    organization,
    whole: false,
    rules: [],
    folder: null,
    visibility: { kind: "own", ...noNames() },
    hiding: { hidden: false, ...noNames() },
    types: [],
    level: null,
    counterparts: { own: [], host: [], told: false },
    fields: {},
    leaving: null,
    suspended: false,
  };
}

/** Keeps what some organizations said of fields in a Space in which they are no more (VIS-09). */
function keepFieldsIn(
  state: State,
  { id: space, host }: Space,
  isOut: (organization: OrganizationId) => boolean,
): void {
  for (const each of state.associations) {
    // What the Host's people submit is of no Space.
    if (each.space !== space || each.organization === host || !isOut(each.organization)) continue;
    keepFields(state, { space }, each.organization, each.fields);
  }
}

/** Ends an Association: its settings go, and so does its mention in others' (EXIT-01, VIS-06). */
export function endAssociation(
  world: World,
  space: Space,
  organization: OrganizationId,
  because: "cancelled" | "left" | "ended",
): void {
  const { state } = world;
  tellEnded(world, space, organization, because);
  keepFieldsIn(state, space, (each) => each === organization);
  const member = findMember(state, space, organization);
  // Of an organization that ended nothing is kept (DIR-19).
  if (member !== undefined && because !== "ended") keepMember(world, member);
  dropFromFormer(state, space.id, organization);
  state.associations = state.associations.filter(
    (each) => each.space !== space.id || each.organization !== organization,
  );
  forgetMember(state, space.id, organization);
  forgetKeptIn(state, space.id, organization);
  voidInSight(state, space, organization);
}

/** Dissolves a Space: everybody is out, the Host too (SPACE-07). */
export function endSpace(world: World, space: Space): void {
  const { state } = world;
  tellDissolved(world, space);
  space.dissolved = true;
  keepFieldsIn(state, space, () => true);
  state.associations = state.associations.filter((each) => each.space !== space.id);
  forgetSpace(state, space.id);
  forgetKeptIn(state, space.id);
  forgetFormer(state, { space: space.id });
}

/** How many Spaces an organization may host, or `null` if it may not (SPACE-03, CERT-03). */
export function spaceQuota(
  { policy }: World,
  { certified, expansion }: Organization,
): number | null {
  if (certified) return policy.certifiedSpaceQuota + expansion;
  return policy.uncertifiedHost === null ? null : policy.uncertifiedHost.spaceQuota + expansion;
}

/** How many Spaces count towards that (AMB-06). */
export function spacesCounted({ state, policy }: World, organization: OrganizationId): number {
  return policy.spaceQuotaBasis === "live"
    ? hostedBy(state, organization).length
    : state.spaces.filter((space) => space.host === organization).length;
}

/** What the SSO of those taking part closes under the wider gate (AMB-30). */
export function gateCodes(
  { state, policy }: World,
  ...organizations: readonly OrganizationId[]
): RefusalCode[] {
  if (policy.gateStage === "capability") return [];
  const hasSso = (id: OrganizationId) => findOrganization(state, id)?.sso === true;
  return whichApply([["SSO_NOT_SUPPORTED", organizations.some(hasSso)]]);
}

function creationCodes(
  world: World,
  by: Actor,
  { space, scope }: SpacesCommands["space.create"],
): RefusalCode[] {
  if (!("person" in by)) return ["NOT_AUTHORIZED_ADMIN"];
  const codes = unknownRoots(world, by, {});
  const host = findOrganization(world.state, by.organization);
  if (host === undefined || codes.length > 0) return codes;
  const quota = spaceQuota(world, host);
  return whichApplyTo(
    [...scopeCodes(world.state, host.id, scope ?? {}), ...gateCodes(world, host.id)],
    [
      ["NOT_AUTHORIZED_ADMIN", !actsFor(world.state, by, host.id)],
      ["HOST_NOT_CERTIFIED", quota === null],
      // The wider gate closes creation by edition (AMB-29), but nobody's joining (EDITION-04).
      [
        "EDITION_NOT_SUPPORTED",
        world.policy.gateStage === "container-too" && host.edition !== "exclusive",
      ],
      ["ID_TAKEN", world.state.spaces.some((each) => each.id === space)],
      ["SPACE_QUOTA_EXCEEDED", quota !== null && spacesCounted(world, host.id) >= quota],
    ],
  );
}

type SpaceType =
  | "space.create"
  | "space.dissolve"
  | "space-quota.expand"
  | "person-cap.expand"
  | "batch-invitation.enable";

/** The commands about whole Spaces and about quotas. */
export const spaceCommands: Handlers<SpaceType> = {
  "space.create": {
    codes: (world, { by, data }) => creationCodes(world, by, data),
    effect: ({ state }, { by, data: { space, name, scope } }) => {
      if (!("person" in by)) return;
      const host = by.organization;
      state.spaces.push({ id: space, name, host, dissolved: false, raised: null });
      state.associations.push({
        ...newAssociation(space, host),
        whole: scope?.whole ?? false,
        rules: rulesOf(scope ?? {}),
        visibility: { kind: "all", ...noNames() },
      });
    },
  },
  "space.dissolve": {
    codes: (world, { by, data }) => spaceAdmin(world, by, data),
    effect: (world, { data }) => {
      const space = findSpace(world.state, data.space);
      if (space !== undefined) endSpace(world, space);
    },
  },
  "space-quota.expand": {
    codes: (world, { by, data: { organization, expansion } }) => {
      const current = findOrganization(world.state, organization)?.expansion ?? 0;
      return whichApplyTo(unknownRoots(world, by, { organization }), [
        ["QUOTA_EXPANSION_NOT_AUTHORIZED", !("support" in by)],
        ["QUOTA_NOT_INCREASED", expansion <= current],
      ]);
    },
    effect: ({ state }, { data }) => {
      const organization = findOrganization(state, data.organization);
      if (organization !== undefined) organization.expansion = data.expansion;
    },
  },
  "person-cap.expand": {
    codes: (world, { by, data: { space: id, cap } }) => {
      const space = findSpace(world.state, id);
      return whichApplyTo(unknownRoots(world, by, { space: id, forSupport: true }), [
        ["QUOTA_EXPANSION_NOT_AUTHORIZED", !("support" in by)],
        ["QUOTA_NOT_INCREASED", space !== undefined && cap <= capOf(world, space)],
      ]);
    },
    effect: ({ state }, { data }) => {
      const space = findSpace(state, data.space);
      if (space !== undefined) space.raised = data.cap;
    },
  },
  "batch-invitation.enable": {
    codes: (world, { by, data: { organization } }) =>
      whichApplyTo(unknownRoots(world, by, { organization }), [
        ["QUOTA_EXPANSION_NOT_AUTHORIZED", !("support" in by)],
      ]),
    effect: ({ state }, { data }) => {
      const organization = findOrganization(state, data.organization);
      if (organization !== undefined) organization.batchInvitation = true;
    },
  },
};
