/** What takes more people off a Roster than goes without saying so. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { guard, view } from "../core/rule.ts";
import { readBefore } from "../core/transaction.ts";
import type { RosterEvents } from "./model.ts";
import type { Place, Plan } from "./scope-change.ts";
import type { Reading } from "./select/scope.ts";

/** DIR-09: more than a share of an organization's people on a Roster would leave it, and not just a few. */
const takesTooMany = view("DIR-09", (leaving: number, present: number, policy: Policy): boolean => {
  const { removalConfirmation, reconciliationHoldPercent: share } = policy;
  if (removalConfirmation === "none" || share === null) return false;
  return leaving >= policy.reconciliationHoldAtLeast && leaving * 100 > present * share;
});

/** DIR-09: a command that takes out many says how many: at least so many as it does. */
export const removalConfirmed = guard(
  "DIR-09",
  ({ space, association }: Place, { leaving }: Plan, removing: number, policy: Policy) => {
    const people = leaving.length;
    const isUnsaid = removing < people && takesTooMany(people, association?.present ?? 0, policy);
    return isUnsaid ? refuse("REMOVAL_UNCONFIRMED", { space, people }) : null;
  },
);

type Left = EventOf<RosterEvents, "roster.left">;

/** Whom what was said of departments has taken off an organization's Rosters, Space by Space. */
function takenOut(
  tx: Reading,
  organization: OrganizationId,
): ReadonlyMap<SpaceId, ReadonlySet<PersonId>> {
  const taken = new Map<SpaceId, Set<PersonId>>();
  for (const { type, data, cause } of tx.events) {
    if (type !== "roster.left" || cause === null) continue;
    const { space, person, ...left } = data as Left["data"];
    const why = tx.events[cause]?.type;
    if (why !== "department.removed" && why !== "department.moved") continue;
    if (left.organization !== organization) continue;
    taken.set(space, (taken.get(space) ?? new Set()).add(person));
  }
  return taken;
}

/**
 * DIR-09: how many people facts about departments have taken off Rosters, if too many off one of them;
 * else 0.
 */
export function tooManyTaken(tx: Reading, organization: OrganizationId, policy: Policy): number {
  const taken = takenOut(tx, organization);
  const isTooMany = [...taken].some(([space, people]) => {
    const present = readBefore(tx, "association", space, organization)?.present ?? 0;
    return takesTooMany(people.size, present, policy);
  });
  return isTooMany ? new Set([...taken.values()].flatMap((people) => [...people])).size : 0;
}
