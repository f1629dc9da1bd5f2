/** Which function handles which fact about industry books. */
import type { Refusal } from "../core/refusal.ts";
import { type Deciding, takeIn, takeOut } from "./book.ts";
import type { IndustryFact } from "./model.ts";

/** A function for every type of fact: a missing one does not compile. */
export const industryHandlers = {
  "industry.changed": takeIn,
  "industry.left": takeOut,
} satisfies {
  readonly [Type in IndustryFact["type"]]: (
    tx: Deciding,
    fact: Extract<IndustryFact, { readonly type: Type }>,
  ) => Refusal | null;
};
