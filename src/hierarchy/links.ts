/** What the two sides say of a Link while it lasts. */
import type { Policy } from "../core/policy.ts";
import type { LinkNamed } from "../core/refusal-shapes.ts";
import { effect } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import { aliasesFree } from "../spaces/select/aliases.ts";
import { mountKnown } from "../spaces/select/linking.ts";
import {
  branchAdminRefusal,
  organizationIsLinked,
  trunkAdminRefusal,
} from "../spaces/select/trunks.ts";
import type { HierarchyEvents } from "./model.ts";
import type { CommandOf, Deciding, Reading } from "./select/hierarchy.ts";

const linkOf = (tx: Reading, { trunk, organization }: LinkNamed) =>
  must(tx, "link", trunk, organization);

/** MOUNT-01: the Branch goes by this name, at this place, as long as the Link lasts. */
const mount = effect("MOUNT-01", (tx: Deciding, wish: HierarchyEvents["link.mounted"]): void => {
  emit(tx, "link.mounted", wish);
});

/** A Trunk admin says where a Branch hangs in the book, and by which name. */
export function mountLink(tx: Deciding, { by, data }: CommandOf<"link.mount">, policy: Policy) {
  const { trunk, organization } = data;
  const refusal =
    trunkAdminRefusal(tx, by, trunk, policy) ??
    mountKnown(tx, trunk, data.mount) ??
    organizationIsLinked(tx, trunk, organization) ??
    aliasesFree(tx, trunk, [data]);
  if (refusal !== null) return refusal;
  const before = linkOf(tx, data);
  if (before.alias !== data.alias || before.mount !== data.mount) mount(tx, data);
  return null;
}

/** HIER-04: it holds at once for everybody above. */
const setReach = effect(
  "HIER-04",
  (tx: Deciding, wish: HierarchyEvents["link.reach-set"]): void => {
    emit(tx, "link.reach-set", wish);
  },
);

/** A Branch's admin says how far up it may be seen. */
export function reachLink(tx: Deciding, { by, data }: CommandOf<"link.reach">, policy: Policy) {
  const { trunk, organization } = data;
  const refusal =
    branchAdminRefusal(tx, by, data, policy) ?? organizationIsLinked(tx, trunk, organization);
  if (refusal !== null) return refusal;
  if (linkOf(tx, data).reach !== data.reach) setReach(tx, data);
  return null;
}

/** LINK-08: it shows to both sides, and changes nothing by itself. */
const release = effect("LINK-08", (tx: Deciding, wish: HierarchyEvents["link.released"]): void => {
  emit(tx, "link.released", wish);
});

/** A Trunk admin lets a Branch replace its Link, or takes that back. */
export function releaseLink(tx: Deciding, { by, data }: CommandOf<"link.release">, policy: Policy) {
  const { trunk, organization } = data;
  const refusal =
    trunkAdminRefusal(tx, by, trunk, policy) ?? organizationIsLinked(tx, trunk, organization);
  if (refusal !== null) return refusal;
  if ((linkOf(tx, data).released === true) !== data.released) release(tx, data);
  return null;
}
