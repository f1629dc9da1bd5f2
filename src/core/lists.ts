/** What lists of inputs and answers need in more than one area. */
import type { Identity } from "./notice.ts";

/** An identity as a text; ids have no white space in them. */
export const identityText = ({ organization, person }: Identity): string =>
  `${organization} ${person}`;

/** Every item once, by a text that is the same for equal items: the item itself as JSON unless said. */
export function distinct<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string = JSON.stringify,
): Item[] {
  return [...new Map(items.map((item) => [textOf(item), item])).values()];
}

/** The first refusal that a check gives, in the order of the items. */
export function firstRefusal<Item, Refused>(
  items: readonly Item[],
  check: (item: Item) => Refused | null,
): Refused | null {
  for (const item of items) {
    const refusal = check(item);
    if (refusal !== null) return refusal;
  }
  return null;
}
