/** Which fields of their people organizations let others see. */
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { SpacesCommands } from "./model.ts";
import { containerOf } from "./select/container.ts";
import { OPTIONAL_FIELDS, ownBookOf, partSaid } from "./select/fields.ts";
import { ownPartRefusal, takesPart } from "./select/own-side.ts";
import type { CommandOf, Deciding } from "./select/spaces.ts";

/** VIS-09: from now on these fields of the organization's people reach so far, the others as before. */
const share = effect("VIS-09", (tx: Deciding, wish: SpacesCommands["fields.share"]): void => {
  emit(tx, "fields.shared", wish);
});

/** An organization's admin says whom fields of its people reach in a Space, or through a Link. */
export function shareFields(tx: Deciding, { by, data }: CommandOf<"fields.share">, policy: Policy) {
  const { organization, fields } = data;
  const of = containerOf(data);
  const refusal =
    ownPartRefusal(tx, by, of, organization, policy) ??
    (ownBookOf(of, organization) ? null : takesPart(tx, of, organization));
  if (refusal !== null) return refusal;
  const before = partSaid(tx, of, organization) ?? {};
  const isSame = OPTIONAL_FIELDS.every(
    (each) => fields[each] === undefined || fields[each] === before[each],
  );
  if (!isSame) share(tx, data);
  return null;
}
