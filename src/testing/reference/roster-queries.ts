/** Who is in a Space, or present for a Trunk, for its admins and those of whose people they are (ASK-01). */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { LicenseUnit } from "../../licenses/model.ts";
import type { Viewer } from "../../queries/model.ts";
import { type Answering, about, inOrder, suspensionOf } from "./answering.ts";
import { actsFor, unknownRoots } from "./authority.ts";
import { findDepartment, hasDepartment } from "./departments.ts";
import type { Shelf } from "./former-fields.ts";
import { reachedBy, reaches } from "./hierarchy.ts";
import { actsForHierarchy, unknownTrunk } from "./hierarchy-authority.ts";
import { inBook, linksInto, rosterOf } from "./hierarchy-people.ts";
import { isSame } from "./identities.ts";
import { findMember, findSpace } from "./lists.ts";
import { whichApplyTo } from "./rank.ts";
import { isInScope, presenceOf } from "./roster.ts";
import { fieldsTo } from "./shared-fields.ts";
import type { Employment, Identity, Scoping, State, World } from "./state.ts";
import { isSameUnit } from "./units.ts";
import { hierarchyUnit } from "./vocabulary-distribution.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

interface InSpace {
  readonly viewer: Viewer;
  readonly space: SpaceId;
  readonly organization?: OrganizationId;
}

interface InTrunk {
  readonly viewer: Viewer;
  readonly trunk: OrganizationId;
  readonly organization?: OrganizationId;
}

/** What brings somebody in: a rule of their own, the nearest one on a department, or the organization as a whole. */
function selectionOf(state: State, scoping: Scoping, employment: Employment) {
  const { organization, person, departments } = employment;
  const { rules } = scoping;
  if (rules.some(({ kind, id }) => kind === "person" && id === person)) return { kind: "person" };
  const nearest = (id: Employment["departments"][number] | null): typeof id => {
    if (id === null) return null;
    const rule = hasDepartment(state, organization, id)
      ? rules.find((each) => each.kind === "department" && each.id === id)
      : undefined;
    return rule === undefined
      ? nearest(findDepartment(state, organization, id)?.parent ?? null)
      : id;
  };
  // The whole brings in whom no department does.
  const first = departments.find((id) =>
    isInScope(
      state,
      { ...scoping, whole: false, rules: rules.filter(({ kind }) => kind === "department") },
      {
        ...employment,
        departments: [id],
      },
    ),
  );
  const department = nearest(first ?? null);
  return department === null ? { kind: "whole" } : { kind: "department", department };
}

/** What somebody has in a unit, if there is such a unit. */
function licenseIn(
  { grants, deferred, taken }: State,
  host: OrganizationId,
  unit: LicenseUnit | undefined,
  identity: Identity,
) {
  if (unit === undefined) return {};
  const isOf = (each: State["grants"][number]) =>
    each.host === host && isSameUnit(each.unit, unit) && isSame(each, identity);
  if (grants.some(isOf)) return { license: "held" };
  if (deferred.some(isOf)) return { license: "waits" };
  return { license: taken.some(isOf) ? "reserved" : null };
}

function item(
  world: World,
  { viewer, shelf }: { readonly viewer: Viewer; readonly shelf: Shelf },
  scoping: Scoping,
  employment: Employment,
) {
  const { organization, person, fields } = employment;
  return {
    organization,
    person,
    fields: fieldsTo(world, { viewer: viewer.organization, shelf }, organization, fields),
    selection: selectionOf(world.state, scoping, employment),
    ...suspensionOf(world, employment),
  };
}

/** The unit of its Host's pool in which somebody acts in a Space. */
function unitIn(
  { links }: State,
  host: OrganizationId,
  space: SpaceId,
  organization: OrganizationId,
): LicenseUnit | undefined {
  if (organization === host) return { kind: "host", organization: host };
  return links
    .filter((each) => each.host === host && each.unit.space === space)
    .find(({ unit }) => unit.kind === "space" || unit.organization === organization)?.unit;
}

/** The question about a Space. */
export const spaceRoster: Answering<InSpace> = {
  codes: (world, { viewer, space: id, organization }) => {
    const { state } = world;
    const space = findSpace(state, id);
    const codes: RefusalCode[] = unknownRoots(world, viewer, { space: id });
    if (space === undefined) return codes;
    const own = viewer.organization;
    const asked = organization ?? (own === space.host ? undefined : own);
    const isOwn = actsFor(state, viewer, own) && asked === own;
    return whichApplyTo(codes, [
      ["NOT_SPACE_ADMIN", !actsFor(state, viewer, space.host) && !isOwn],
      [
        "NOT_A_MEMBER",
        asked !== undefined &&
          asked !== space.host &&
          findMember(state, space, asked) === undefined,
      ],
    ]);
  },
  value: (world, { viewer, space: id, organization }) => {
    const { state } = world;
    const space = about(world, id);
    const { present, waiting } = presenceOf(state, space);
    const isHosts = actsFor(state, viewer, space.host);
    const asked = organization ?? (isHosts ? undefined : viewer.organization);
    const shown = (those: readonly Identity[], mark: object) =>
      those
        .filter((each) => asked === undefined || each.organization === asked)
        .flatMap((identity) => {
          const employment = state.employments.find((each) => isSame(each, identity));
          const scoping = state.associations.find(
            (each) => each.space === id && each.organization === identity.organization,
          );
          if (employment === undefined || scoping === undefined) return [];
          const unit = unitIn(state, space.host, id, identity.organization);
          return [
            {
              ...item(world, { viewer, shelf: { space: id } }, scoping, employment),
              ...mark,
              ...(scoping.suspended ? { suspended: true } : {}),
              ...(isHosts ? licenseIn(state, space.host, unit, identity) : {}),
            },
          ];
        });
    return inOrder([...shown(present, {}), ...shown(waiting, { waiting: true })]);
  },
};

/** The question about a Trunk. */
export const trunkRoster: Answering<InTrunk> = {
  codes: (world, { viewer, trunk, organization }) => {
    const { state } = world;
    const own = viewer.organization;
    const asked = organization ?? (own === trunk ? undefined : own);
    const isOwn = actsForHierarchy(state, viewer, own) && asked === own && own !== trunk;
    return [
      ...unknownTrunk(world, viewer, trunk),
      ...whichHold([
        ["NOT_TRUNK_ADMIN", !actsForHierarchy(state, viewer, trunk) && !isOwn],
        ["NOT_LINKED", asked !== undefined && !reaches(state, trunk, asked)],
      ]),
    ];
  },
  value: (world, { viewer, trunk, organization }) => {
    const { state } = world;
    const isTrunks = actsForHierarchy(state, viewer, trunk);
    const asked = organization ?? (isTrunks ? undefined : viewer.organization);
    const items = reachedBy(state, trunk)
      .filter((each) => asked === undefined || each.organization === asked)
      .flatMap((each) => inBook(state, trunk, each.organization))
      .flatMap((employment) => {
        const link = linksInto(state, trunk, employment.organization).find((each) =>
          rosterOf(state, each).includes(employment),
        );
        if (link === undefined) return [];
        return [
          {
            ...item(world, { viewer, shelf: { trunk } }, link, employment),
            ...(isTrunks ? licenseIn(state, trunk, hierarchyUnit(trunk), employment) : {}),
          },
        ];
      });
    return inOrder(items);
  },
};
