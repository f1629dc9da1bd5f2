/** Partner types and levels of Members. */
import { effect } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import type { SpacesCommands } from "./model.ts";
import {
  type CommandOf,
  type Deciding,
  organizationIsMember,
  spaceAdminRefusal,
} from "./select/spaces.ts";

/** PARTNER-01: the Member is a partner of these types and this level, until it leaves. */
const classify = effect("PARTNER-01", (tx: Deciding, wish: SpacesCommands["partner.set"]): void => {
  emit(tx, "partner.set", wish);
});

/** A Space admin says what kind of partner a Member is. */
export function setPartner(tx: Deciding, { by, data }: CommandOf<"partner.set">) {
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
