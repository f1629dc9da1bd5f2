/** Who sees whom in a Trunk's book, and why. */
import type { Actor } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import { refuse } from "../core/refusal.ts";
import { guard, view } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import { actsInHierarchy } from "../directory/select/authority.ts";
import { isInBook, sight } from "../hierarchy/select/sight.ts";
import { trunkKnown } from "../spaces/select/trunks.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import type { Queries } from "./model.ts";
import { markOf } from "./shown.ts";

type Trunk = Queries["hierarchy.why"]["input"]["trunk"];

/** SIGHT-02: whoever looks at a book is in it. */
const isOnLink = guard("SIGHT-02", (tx: Reading, trunk: Trunk, identity: Identity) =>
  isInBook(tx, trunk, identity) ? null : refuse("NOT_ON_LINK", { trunk }),
);

/** One person, if somebody in the book sees them. */
export const contactInBook: QueryHandler<"hierarchy.contact"> = (tx, data) => {
  const { viewer, trunk, organization, person } = data;
  const refusal = trunkKnown(tx, viewer, trunk) ?? isOnLink(tx, trunk, viewer);
  if (refusal !== null) return refusal;
  const target = { organization, person };
  if (!sight(tx, trunk, viewer, target).sees) return refuse("NOT_VISIBLE", { organization });
  const gone = isOnLink(tx, trunk, target);
  if (gone !== null) return gone;
  const { fields } = must(tx, "employment", organization, person);
  return { value: { fields, ...markOf(tx, target) } };
};

/** SIGHT-05: whether a viewer may ask on behalf of somebody: for themselves, or as an admin of either side. */
const mayAsk = guard("SIGHT-05", (tx: Reading, by: Actor, trunk: Trunk, looking: Identity) => {
  const isOneself =
    "person" in by && by.person === looking.person && by.organization === looking.organization;
  const { organization } = looking;
  if (isOneself || actsInHierarchy(tx, by, trunk) || actsInHierarchy(tx, by, organization)) {
    return null;
  }
  // Of other organizations' people it is the Trunk's to say.
  const isOwn = "organization" in by && by.organization === organization;
  return isOwn
    ? refuse("NOT_AUTHORIZED_ADMIN", { organization })
    : refuse("NOT_TRUNK_ADMIN", { trunk });
});

/** SIGHT-05: whether a viewer is told the reason as well. */
const isToldWhy = view(
  "SIGHT-05",
  (tx: Reading, by: Actor, trunk: Trunk, looking: Identity, sees: boolean): boolean =>
    actsInHierarchy(tx, by, trunk) || (sees && actsInHierarchy(tx, by, looking.organization)),
);

/** Whether somebody sees somebody else, and what decides. */
export const whySeen: QueryHandler<"hierarchy.why"> = (tx, data) => {
  const { viewer, trunk, looking, target } = data;
  const refusal =
    trunkKnown(tx, viewer, trunk) ??
    mayAsk(tx, viewer, trunk, looking) ??
    isOnLink(tx, trunk, looking);
  if (refusal !== null) return refusal;
  // To the Trunk's admins it is no riddle who is in its book.
  const absent = actsInHierarchy(tx, viewer, trunk) ? isOnLink(tx, trunk, target) : null;
  if (absent !== null) return absent;
  const seen = sight(tx, trunk, looking, target);
  const sees = seen.sees && isInBook(tx, trunk, target);
  const value = isToldWhy(tx, viewer, trunk, looking, sees) ? { ...seen, sees } : { sees };
  return { value };
};
