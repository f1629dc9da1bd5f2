/** One organization is invited alone where it may have an open invitation of its own already (JOIN-14). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Invitation, State, World } from "./state.ts";
import type { TrunkInvitation } from "./state-hierarchy.ts";

type Any = Invitation | TrunkInvitation;

/** Whom an invitation is meant for. */
interface Meant {
  readonly invited?: OrganizationId | null;
  readonly for?: readonly OrganizationId[];
}

/** The one organization that an invitation is meant for, if it is one alone. */
function aloneIn({ invited = null, for: only = [] }: Meant): OrganizationId | null {
  const [first = null] = only;
  return invited ?? (only.length === 1 ? first : null);
}

/** Whether an invitation is not revoked, expired or used up, whosever the uses are. */
function isOpen(
  { applications, trunkApplications }: State,
  { id, revoked, expiresAt, maxUses }: Any,
  at: number,
): boolean {
  const counting = [...applications, ...trunkApplications].filter(
    ({ invitation, status }) =>
      invitation === id && (status === "approved" || status === "pending"),
  );
  const uses = new Set(counting.map(({ organization }) => organization)).size;
  return !revoked && (expiresAt === null || at < expiresAt) && (maxUses === null || uses < maxUses);
}

/**
 * Of the invitations of one Space or Trunk the open one that is in the way of another for whom that is meant. Only
 * the latest for that organization alone is looked at, though an earlier one may still be open.
 */
export function inTheWay<Each extends Any>(
  state: State,
  here: readonly Each[],
  asked: Meant,
  at: number,
): Each | undefined {
  const alone = aloneIn(asked);
  if (alone === null) return undefined;
  const latest = here.filter((each) => aloneIn(each) === alone).at(-1);
  return latest !== undefined && isOpen(state, latest, at) ? latest : undefined;
}

/** The later of two ends, or the larger of two numbers of uses: none goes beyond any. */
const larger = (one: number | null, other: number | null) =>
  one === null || other === null ? null : Math.max(one, other);

/** Issues an invitation, or gives the one that is in its way its terms as well. */
export function issueOrExtend<Each extends Any>(
  { state, policy }: World,
  all: Each[],
  here: readonly Each[],
  asked: Each,
  at: number,
): void {
  const open = inTheWay(state, here, asked, at);
  if (open !== undefined && policy.reinvitation === "extend") {
    open.expiresAt = larger(open.expiresAt, asked.expiresAt);
    open.maxUses = larger(open.maxUses, asked.maxUses);
    return;
  }
  if (open !== undefined && policy.reinvitation === "replace") open.revoked = true;
  all.push(asked);
}
