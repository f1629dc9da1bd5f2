/** Which data a Branch lets its Trunk read: codes that the library compares and does not know. */
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import { sharedFit } from "../spaces/select/linking.ts";
import { branchAdminRefusal, organizationIsLinked } from "../spaces/select/trunks.ts";
import type { HierarchyEvents } from "./model.ts";
import type { CommandOf, Deciding } from "./select/hierarchy.ts";

/** SHARE-01: these may be read from now on, and no others. */
const share = effect("SHARE-01", (tx: Deciding, wish: HierarchyEvents["link.shared"]): void => {
  emit(tx, "link.shared", wish);
});

/** A Branch's admin says what the Trunk may read. */
export function shareLink(tx: Deciding, { by, data }: CommandOf<"link.share">, policy: Policy) {
  const { trunk, organization, shared } = data;
  const refusal =
    sharedFit(shared, policy) ??
    branchAdminRefusal(tx, by, data, policy) ??
    organizationIsLinked(tx, trunk, organization);
  if (refusal !== null) return refusal;
  const before = must(tx, "link", trunk, organization).shared;
  const isSame = before.length === shared.length && shared.every((code) => before.includes(code));
  if (!isSame) share(tx, data);
  return null;
}
