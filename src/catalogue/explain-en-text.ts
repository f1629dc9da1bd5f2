/** Pieces of English sentences. */
import type { Figures } from "../core/refusal.ts";
import { LISTED_MAX, shown } from "./explain-text.ts";

/** An id as it stands in a sentence. */
export const quoted = (id: string): string => `"${shown(id)}"`;

/** The figures of a limit, as far as the reader may know them. */
export function figures({ limit, current }: Figures): string {
  if (limit === undefined) return "";
  return current === undefined ? `: the limit is ${limit}` : `: ${current} of ${limit} are taken`;
}

/** The first of a list, each in words, and how many more there are. */
export function first<Item>(items: readonly Item[], words: (item: Item) => string): string {
  const some = items.slice(0, LISTED_MAX).map(words).join(", ");
  return items.length > LISTED_MAX ? `${some} and ${items.length - LISTED_MAX} more` : some;
}

/** The first of several ids. */
export const named = (ids: readonly string[]): string => first(ids, quoted);
