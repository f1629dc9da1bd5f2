/** Whom an instance may be routed to: the one boundary of every choice of a person while it runs. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { type Refusal, refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { isInBook } from "../../roster/select/book.ts";
import { isPresent } from "../../roster/select/presence.ts";
import { isMember } from "../../spaces/select/spaces.ts";
import { isSuspendedIn } from "../../spaces/select/suspended.ts";
import { lineTo, reaches } from "../../spaces/select/trunks.ts";
import type { InstanceRecord } from "../model.ts";
import type { Reading } from "./flows.ts";

/**
 * A boundary: an organization's whole directory, its people on a Roster, or everybody on a Roster;
 * nobody at all where the organization has left the Space.
 */
export type Boundary =
  | { readonly kind: "directory"; readonly organization: OrganizationId }
  | {
      readonly kind: "roster";
      readonly space: SpaceId;
      /** `null`: whoever is on it. */
      readonly organization: OrganizationId | null;
    }
  /** Their people who are in the Trunk's book (ROUTE-05). */
  | {
      readonly kind: "book";
      readonly trunk: OrganizationId;
      readonly organizations: readonly OrganizationId[];
    }
  | { readonly kind: "nobody" };

/**
 * The boundary of an instance. It follows from the initiator's organization as of the start, whoever
 * holds the task and whatever the initiator is today (FLOW-05, FLOW-06): for the Host its directory,
 * for a Member its people on the Roster of the instance's Space (FLOW-04), unless the policy widens it.
 */
export function boundaryOf(
  tx: Reading,
  instance: InstanceRecord,
  holder: Identity,
  policy: Policy,
): Boundary {
  const { space, trunk, initiator } = instance;
  const { organization } = initiator;
  if (trunk !== undefined) return boundaryBelow(tx, trunk, organization, holder, policy);
  if (space === null) return { kind: "directory", organization };
  if (policy.routingBoundary === "space") return { kind: "roster", space, organization: null };
  if (policy.routingCandidates === "rostered") return { kind: "roster", space, organization };
  return isMember(tx, space, organization)
    ? { kind: "directory", organization }
    : { kind: "nobody" };
}

/**
 * The boundary of an instance started through a Trunk: the people of the initiator's organization, unless
 * the policy takes those of whoever holds the task, or of all organizations on the line, the Trunk included.
 */
function boundaryBelow(
  tx: Reading,
  trunk: OrganizationId,
  initiator: OrganizationId,
  holder: Identity,
  policy: Policy,
): Boundary {
  if (policy.hierarchyRouting === "line") {
    const line = [trunk, ...lineTo(tx, trunk, initiator)];
    return { kind: "book", trunk, organizations: line.reverse() };
  }
  const organization =
    policy.hierarchyRouting === "holder-organization" ? holder.organization : initiator;
  if (policy.routingCandidates === "rostered" || organization === trunk) {
    return { kind: "book", trunk, organizations: [organization] };
  }
  return reaches(tx, trunk, organization)
    ? { kind: "directory", organization }
    : { kind: "nobody" };
}

function isInside(tx: Reading, boundary: Boundary, { organization, person }: Identity): boolean {
  if (boundary.kind === "nobody") return false;
  if (boundary.kind === "book") {
    const { trunk, organizations } = boundary;
    return organizations.includes(organization) && isInBook(tx, trunk, { organization, person });
  }
  if (boundary.organization !== null && boundary.organization !== organization) return false;
  return boundary.kind === "directory"
    ? read(tx, "employment", organization, person)?.inService === true
    : isPresent(tx, boundary.space, organization, person);
}

/** EXIT-08: nothing that runs in a Space is routed to a Member that is suspended there. */
const isRouted = view(
  "EXIT-08",
  (tx: Reading, { space }: InstanceRecord, { organization }: Identity): boolean =>
    space === null || !isSuspendedIn(tx, space, organization),
);

/**
 * FLOW-04, FLOW-05, FLOW-07, FLOW-08, FLOW-09, FLOW-10: whoever is chosen while an instance runs is
 * inside its boundary. Visibility, form picker, groups, Folders, partner types and roles do not count.
 */
export const targetInside = guard(
  ["FLOW-04", "FLOW-05", "FLOW-06", "FLOW-07", "FLOW-08", "FLOW-09", "FLOW-10", "ROUTE-05"],
  (
    tx: Reading,
    instance: InstanceRecord,
    holder: Identity,
    target: Identity,
    policy: Policy,
  ): Refusal<"ROUTING_TARGET_OUTSIDE_INITIATOR_ORG"> | null =>
    isInside(tx, boundaryOf(tx, instance, holder, policy), target) && isRouted(tx, instance, target)
      ? null
      : refuse("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG", {
          anchor: instance.initiator.organization,
        }),
);
