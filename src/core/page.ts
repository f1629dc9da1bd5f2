/** Which page of a full list a person belongs on. */
import { hash } from "./hash.ts";
import type { PersonId } from "./ids.ts";

/**
 * The page of a full list that a person belongs on.
 *
 * @param pages how many pages the list has: a power of two
 */
export function reconciliationPage(person: PersonId, pages: number): number {
  return hash(person) & (pages - 1);
}
