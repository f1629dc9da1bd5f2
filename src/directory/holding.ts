/** Complete lists that lack so much that they wait for an admin's word, and that word. */
import type { OfType } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { effect, view } from "../core/rule.ts";
import { emit, notify } from "../core/transaction.ts";
import { settleFact } from "./confirming.ts";
import { type Deciding, orElse } from "./facts.ts";
import { roomOf, stepList } from "./list-steps.ts";
import type { DirectoryCommand, ListCounts, ListRecord } from "./model.ts";
import { actorSettlesLists, hasAbleAdmin } from "./select/authority.ts";
import type { ExtentOf } from "./select/extents.ts";
import { type ListOf, listKnown } from "./select/lists.ts";
import { organizationKnown } from "./select/organizations.ts";

/**
 * DIR-07: more than a share of the people is missing, and not just a few, or the same of departments;
 * a list, or a half of it, that names nobody of those it is full for, while somebody of them is known, always lacks
 * too much.
 */
export const lacksTooMuch = view(
  "DIR-07",
  (
    { of, named, beyond }: Pick<ListRecord, "of" | "named" | "beyond">,
    known: ListCounts,
    missing: ListCounts,
    policy: Policy,
  ): boolean => {
    const { reconciliationHoldPercent: share, reconciliationHoldAtLeast: least } = policy;
    return (["people", "departments"] as const).some((half) => {
      const own = named[half] - (beyond?.[half] ?? 0);
      if (of[half] > 0 && own === 0 && known[half] > 0) return true;
      if (share === null || missing[half] < least) return false;
      return missing[half] * 100 > known[half] * share;
    });
  },
);

/** DIR-07: nobody leaves by this list until an admin says so; the admins are told once, without any the platform. */
export const hold = effect(
  "DIR-07",
  (tx: Deciding, of: ListOf & ExtentOf, missing: ListCounts): void => {
    const { organization, list } = of;
    emit(tx, "reconciliation.held", { ...of, ...missing });
    const admins = { kind: "authorized-admins", organization } as const;
    notify(tx, {
      kind: "DIRECTORY_RECONCILIATION_HELD",
      to: hasAbleAdmin(tx, organization) ? [admins] : [admins, { kind: "platform" }],
      data: { organization, list, ...missing },
    });
  },
);

/** An admin's word on a held list or fact. What is not held (any more) is quiet. */
export function settleReconciliation(
  tx: Deciding,
  command: OfType<DirectoryCommand, "reconciliation.confirm" | "reconciliation.discard">,
  policy: Policy,
) {
  const { by, data } = command;
  const { organization } = data;
  const isConfirmed = command.type === "reconciliation.confirm";
  const refusal =
    organizationKnown(tx, "organization" in by ? by.organization : organization) ??
    actorSettlesLists(tx, by, organization);
  return orElse(refusal, () => {
    if ("fact" in data) {
      settleFact(tx, organization, data.fact, isConfirmed);
      return;
    }
    const { list } = data;
    if (listKnown(tx, data)?.state !== "held") return;
    const how = isConfirmed ? "confirmed" : "discarded";
    emit(tx, "reconciliation.settled", { organization, list, how });
    if (isConfirmed) stepList(tx, { organization, list }, policy, roomOf(policy));
  });
}
