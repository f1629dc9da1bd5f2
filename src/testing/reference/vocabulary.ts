/** Words of the rulebook that the model reads and that the areas' own vocabulary may not have yet. */
import type { Approver } from "../../flows/model.ts";

/** Whom a rule appoints; heads are those `levelsUp` departments up, 0 to 63, 0 if left out (FLOW-21). */
export type Appointing =
  | Exclude<Approver, { readonly kind: "initiator-heads" }>
  | { readonly kind: "initiator-heads"; readonly levelsUp?: number };
