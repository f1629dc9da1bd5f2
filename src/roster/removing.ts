/** What takes more people off a Roster than goes without saying so. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { guard, view } from "../core/rule.ts";
import { readBefore } from "../core/transaction.ts";
import type { Container } from "../spaces/model.ts";
import { containerOf, isSameContainer, isTrunk } from "../spaces/select/container.ts";
import type { RosterCommand, RosterCommands, RosterEvents } from "./model.ts";
import type { Place, Plan } from "./select/planning.ts";
import { presentIn } from "./select/presence.ts";
import type { Reading } from "./select/scope.ts";

/** DIR-09: more than a share of an organization's people on a Roster would leave it, and not just a few. */
const takesTooMany = view("DIR-09", (leaving: number, present: number, policy: Policy): boolean => {
  const { removalConfirmation, reconciliationHoldPercent: share } = policy;
  if (removalConfirmation === "none" || share === null) return false;
  return leaving >= policy.reconciliationHoldAtLeast && leaving * 100 > present * share;
});

/**
 * DIR-09: a command that takes out many says how many, at least so many as it does, or which outcome was
 * looked at: whether it is that one is asked of every command at the end (PROTO-06).
 */
export const removalConfirmed = guard(
  "DIR-09",
  ({ of, part }: Place, { leaving }: Plan, { data, expect }: RosterCommand, policy: Policy) => {
    const { removing = 0 } = data as RosterCommands["scope.take-out"];
    const people = leaving.length;
    const present = part === null ? 0 : presentIn(part);
    const isSaid = removing >= people || (expect !== undefined && "outcome" in expect);
    return !isSaid && takesTooMany(people, present, policy)
      ? refuse("REMOVAL_UNCONFIRMED", { ...of, people })
      : null;
  },
);

type Left = EventOf<RosterEvents, "roster.left">;

/** Whom what was said of departments has taken off an organization's Rosters, of Spaces and of Links. */
function takenOut(
  tx: Reading,
  organization: OrganizationId,
): (readonly [Container, ReadonlySet<PersonId>])[] {
  const taken: (readonly [Container, Set<PersonId>])[] = [];
  for (const { type, data, cause } of tx.events) {
    if (type !== "roster.left" || cause === null) continue;
    const left = data as Left["data"];
    const why = tx.events[cause]?.type;
    if (why !== "department.removed" && why !== "department.moved") continue;
    if (left.organization !== organization) continue;
    const known = taken.find(([of]) => isSameContainer(of, left));
    if (known === undefined) taken.push([containerOf(left), new Set([left.person])]);
    else known[1].add(left.person);
  }
  return taken;
}

/**
 * DIR-09: how many people facts about departments have taken off Rosters, if too many off one of them;
 * else 0.
 */
export function tooManyTaken(tx: Reading, organization: OrganizationId, policy: Policy): number {
  const taken = takenOut(tx, organization);
  const isTooMany = taken.some(([of, people]) => {
    const part = isTrunk(of)
      ? readBefore(tx, "link", of.trunk, organization)
      : readBefore(tx, "association", of.space, organization);
    return takesTooMany(people.size, part === null ? 0 : presentIn(part), policy);
  });
  return isTooMany ? new Set(taken.flatMap(([, people]) => [...people])).size : 0;
}
