/**
 * Whether a Member is suspended in a Space: the third of the switches of one mechanism, beside those of a person and
 * of an organization. Whoever stands under any of them takes no part.
 */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { associationOf, type Reading, spaceOf } from "./spaces.ts";

/** EXIT-08: whether nobody of an organization acts in a Space, for its Host has suspended it there. */
export const isSuspendedIn = view(
  "EXIT-08",
  (tx: Reading, space: SpaceId, organization: OrganizationId): boolean =>
    // In most Spaces nobody is, and no Association need be read.
    spaceOf(tx, space).suspended !== undefined &&
    associationOf(tx, space, organization)?.suspended === true,
);

/** EXIT-08: whoever acts, or asks, in a Space is not of a Member that is suspended there. */
export const memberIsOpen = guard(
  "EXIT-08",
  (tx: Reading, space: SpaceId, organization: OrganizationId) =>
    isSuspendedIn(tx, space, organization) ? refuse("MEMBER_SUSPENDED", { space }) : null,
);
