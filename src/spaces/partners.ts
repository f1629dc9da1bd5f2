/** Partner types and levels of Members, and labels of Branches. */
import type { Actor } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import type { SpacesCommands, TrunkPartner } from "./model.ts";
import { isTrunk } from "./select/container.ts";
import {
  type CommandOf,
  type Deciding,
  organizationIsMember,
  spaceAdminRefusal,
} from "./select/spaces.ts";
import { organizationIsLinked, trunkAdminRefusal } from "./select/trunks.ts";

/** PARTNER-01: the Member is a partner of these types and this level, until it leaves. */
const classify = effect(
  ["PARTNER-01", "MOUNT-01"],
  (tx: Deciding, wish: SpacesCommands["partner.set"]): void => {
    emit(tx, "partner.set", wish);
  },
);

/** A Trunk admin labels a Branch. */
function setLabels(tx: Deciding, by: Actor, data: TrunkPartner, policy: Policy) {
  const { trunk, organization } = data;
  const refusal =
    trunkAdminRefusal(tx, by, trunk, policy) ?? organizationIsLinked(tx, trunk, organization);
  if (refusal !== null) return refusal;
  const { labels } = must(tx, "link", trunk, organization);
  const isSame =
    labels.length === data.labels.length && labels.every((each) => data.labels.includes(each));
  if (!isSame) classify(tx, { trunk, organization, labels: data.labels });
  return null;
}

/** A Space admin says what kind of partner a Member is, a Trunk admin how a Branch is labelled. */
export function setPartner(tx: Deciding, { by, data }: CommandOf<"partner.set">, policy: Policy) {
  if (isTrunk(data)) return setLabels(tx, by, data, policy);
  const { space, organization, level } = data;
  const refusal = spaceAdminRefusal(tx, by, space) ?? organizationIsMember(tx, space, organization);
  if (refusal !== null) return refusal;
  const types = [...new Set(data.types)];
  const before = must(tx, "association", space, organization);
  const same =
    before.level === level &&
    before.types.length === types.length &&
    types.every((type) => before.types.includes(type));
  if (!same) classify(tx, { space, organization, types, level });
  return null;
}
