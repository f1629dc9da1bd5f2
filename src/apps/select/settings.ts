/** What a Host has set for its app in a Space, with everything that it names. */
import type { SpaceId } from "../../core/ids.ts";
import { read } from "../../core/transaction.ts";
import type { FixedAudience, FixedPermission, KeptPermission } from "../model.ts";
import type { AppIn, Reading } from "./apps.ts";
import { audienceOf, authorizedList, inForce } from "./audience.ts";

/** The data permissions as they are kept, with everybody they name. */
function permissionsOf(
  tx: Reading,
  { space, app }: AppIn,
  kept: readonly KeptPermission[],
): FixedPermission[] {
  return kept.map((each, permission) => ({
    ...each,
    for: each.for === null ? null : audienceOf(tx, { space, app, permission }, each.for),
  }));
}

/** What is kept of an app in a Space, with everything that it names. */
export function settingsOf(
  tx: Reading,
  place: AppIn,
): { readonly list: FixedAudience | null; readonly permissions: readonly FixedPermission[] } {
  const publication = read(tx, "publication", place.space, place.app);
  const kept = read(tx, "permission", place.space, place.app)?.permissions ?? [];
  return {
    list: authorizedList(tx, place, publication),
    permissions: permissionsOf(tx, place, kept),
  };
}

/** Permissions as they are in force. */
export function standing<Permission extends { readonly for: FixedAudience | null }>(
  tx: Reading,
  space: SpaceId,
  permissions: readonly Permission[],
): Permission[] {
  return permissions.map((each) => ({
    ...each,
    for: each.for === null ? null : inForce(tx, space, each.for),
  }));
}
