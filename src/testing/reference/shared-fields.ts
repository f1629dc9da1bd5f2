/** Which fields of an organization's people reach others, and who says so (VIS-09). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { PersonFields } from "../../directory/model.ts";
import type { OptionalField, SharedFields } from "../../spaces/model.ts";
import { fieldsOf } from "./canonical.ts";
import { placeOf, type Shelf, saidFormerly } from "./former-fields.ts";
import { findLink, reachedAs } from "./hierarchy.ts";
import {
  actsForHierarchy,
  branchAdmin,
  lacksMainForHierarchy,
  unknownTrunk,
} from "./hierarchy-authority.ts";
import type { HierarchyHandlers } from "./hierarchy-handlers.ts";
import { findOrganization } from "./lists.ts";
import { ownPartOf } from "./scopes.ts";
import type { Handlers, State, World } from "./state.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

/** The fields that may be kept from others. */
const OPTIONAL_FIELDS: readonly OptionalField[] = ["title", "email", "phone"];

/** Who looks, acting for an organization, and where; `null` is nobody's people, as industry members are. */
export interface Look {
  readonly viewer: OrganizationId | null;
  readonly shelf: Shelf;
}

/** What an organization said somewhere, and whom it counts as Host there. */
interface Said {
  readonly fields: SharedFields;
  readonly host: OrganizationId | null;
}

/** What an organization says where its people are shown. */
function saidAt(state: State, shelf: Shelf, organization: OrganizationId): Said {
  if (shelf === null) return { fields: {}, host: null };
  if ("space" in shelf) {
    const own = state.associations.find(
      (each) => each.space === shelf.space && each.organization === organization,
    );
    const host = state.spaces.find((each) => each.id === shelf.space)?.host ?? null;
    return { fields: own?.fields ?? saidFormerly(state, shelf, organization), host };
  }
  const { trunk } = shelf;
  if (organization === trunk) {
    return { fields: findOrganization(state, trunk)?.bookFields ?? {}, host: trunk };
  }
  const link = reachedAs(state, trunk, organization)?.line.at(-1);
  return link === undefined
    ? { fields: saidFormerly(state, shelf, organization), host: trunk }
    : { fields: link.fields, host: link.trunk };
}

/** Whether a field of an organization's people reaches somebody. */
function reachesThem(
  { state, policy }: World,
  { viewer, shelf }: Look,
  organization: OrganizationId,
  field: OptionalField,
): boolean {
  if (viewer === organization) return true;
  const { fields, host } = saidAt(state, shelf, organization);
  const reach = fields[field] ?? policy.sharedFields[field];
  return reach === "visible" || (reach === "host" && viewer !== null && viewer === host);
}

/** The fields of somebody that reach whoever looks; what does not is left out, the name never. */
export function fieldsTo(
  world: World,
  look: Look,
  organization: OrganizationId,
  fields: PersonFields,
): PersonFields {
  return onlyThose(fields, (field) => reachesThem(world, look, organization, field));
}

/** Fields without those optional ones that are not to be shown. */
function onlyThose(fields: PersonFields, isShown: (field: OptionalField) => boolean): PersonFields {
  const rest: Record<string, unknown> = { ...fieldsOf(fields) };
  for (const field of OPTIONAL_FIELDS) if (!isShown(field)) delete rest[field];
  return rest as unknown as PersonFields;
}

/** The fields of whoever submitted to an app, listed once: each must reach the Host wherever they may have submitted. */
export function submitterFields(
  world: World,
  viewer: OrganizationId,
  organization: OrganizationId,
  fields: PersonFields,
): PersonFields {
  const { state } = world;
  const spaces = state.spaces
    .filter(({ host, dissolved }) => host === viewer && !dissolved)
    .map(({ id }): Shelf => ({ space: id }));
  const shelves = [...spaces, { trunk: viewer }].filter((each) =>
    isKnownAt(state, each, organization),
  );
  // Where nothing is said any more, the policy says it, to the Host.
  const all = shelves.length === 0 ? [{ trunk: viewer }] : shelves;
  return onlyThose(fields, (field) =>
    all.every((shelf) => reachesThem(world, { viewer, shelf }, organization, field)),
  );
}

/** Whether an organization is, or was, in a Space or below a Trunk. */
function isKnownAt(state: State, shelf: Shelf, organization: OrganizationId): boolean {
  const [space, trunk] = placeOf(shelf);
  const isThere =
    state.associations.some((each) => each.space === space && each.organization === organization) ||
    (trunk !== null && reachedAs(state, trunk, organization) !== undefined);
  const hasApplied = [...state.applications, ...state.trunkApplications].some(
    (each) =>
      each.organization === organization &&
      ("space" in each ? each.space === space : each.trunk === trunk),
  );
  return isThere || hasApplied;
}

/** What holds of fields, whoever says it. */
export function inForce({ policy }: World, fields: SharedFields): Required<SharedFields> {
  return { ...policy.sharedFields, ...fields };
}

/** What was said, with what is said now; a field not named stays as it is. */
function withFields(before: SharedFields, said: SharedFields): SharedFields {
  const all: Partial<Record<OptionalField, string>> = {};
  for (const field of OPTIONAL_FIELDS) {
    const reach = said[field] ?? before[field];
    if (reach !== undefined) all[field] = reach;
  }
  return all as SharedFields;
}

/** The command in a Space. */
export const fieldCommands: Handlers<"fields.share"> = {
  "fields.share": {
    codes: (world, { by, data }) => ownPartOf(world, by, data),
    effect: ({ state }, { data: { space, organization, fields } }) => {
      for (const each of state.associations) {
        if (each.space !== space || each.organization !== organization) continue;
        each.fields = withFields(each.fields, fields);
      }
    },
  },
};

/** A Trunk speaks for its own people in its book without any Link. */
function ownBookCodes(world: World, by: Actor, trunk: OrganizationId): RefusalCode[] {
  const own = actsForHierarchy(world.state, by, trunk);
  return [
    ...unknownTrunk(world, by, trunk),
    ...whichHold([
      ["NOT_AUTHORIZED_ADMIN", !own],
      ["MAIN_ADMIN_REQUIRED", own && lacksMainForHierarchy(world, by)],
    ]),
  ];
}

/** The command on a Link, or in a Trunk's own book. */
export const trunkFieldCommands: HierarchyHandlers<"fields.share"> = {
  "fields.share": {
    codes: (world, { by, data }) =>
      data.organization === data.trunk
        ? ownBookCodes(world, by, data.trunk)
        : branchAdmin(world, by, data),
    effect: ({ state }, { data }) => {
      const { trunk, organization, fields } = data;
      const own = trunk === organization ? findOrganization(state, trunk) : undefined;
      if (own !== undefined) own.bookFields = withFields(own.bookFields, fields);
      const link = own === undefined ? findLink(state, data) : undefined;
      if (link !== undefined) link.fields = withFields(link.fields, fields);
    },
  },
};
