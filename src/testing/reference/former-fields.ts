/** What was said of the fields of an organization's people where it is no more (VIS-09). */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { SharedFields } from "../../spaces/model.ts";
import type { State } from "./state.ts";

/** Where people are shown: in a Space, in the book of a Trunk, or in neither. */
export type Shelf = { readonly space: SpaceId } | { readonly trunk: OrganizationId } | null;

/** What an organization said last in a Space, or on a Link, that is over. */
export function saidFormerly(
  state: State,
  shelf: Shelf,
  organization: OrganizationId,
): SharedFields {
  const [space, trunk] = placeOf(shelf);
  const found = state.formerFields.find(
    (each) => each.space === space && each.trunk === trunk && each.organization === organization,
  );
  return found?.fields ?? {};
}

export function placeOf(shelf: Shelf): [SpaceId | null, OrganizationId | null] {
  if (shelf === null) return [null, null];
  return "space" in shelf ? [shelf.space, null] : [null, shelf.trunk];
}

/** Keeps what was said in a Space, or on a Link, that ends: if nothing was, what was said before that stands. */
export function keepFields(
  state: State,
  shelf: Shelf,
  organization: OrganizationId,
  fields: SharedFields,
): void {
  if (Object.keys(fields).length === 0) return;
  const [space, trunk] = placeOf(shelf);
  const others = state.formerFields.filter(
    (each) => each.space !== space || each.trunk !== trunk || each.organization !== organization,
  );
  state.formerFields = [...others, { space, trunk, organization, fields }];
}
