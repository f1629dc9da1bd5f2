/** The data codes that a Link carries (SHARE-01). */
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import type { World } from "./state.ts";

/** The longest data code, in code units. */
const codeLongest = 64;

/** Whether there are more data codes than a Link may carry, or one is none (SHARE-01). */
export function isMalformedShare({ policy }: World, shared: readonly string[]): boolean {
  return (
    shared.length > hierarchyPolicy(policy).sharedDataLimit ||
    shared.some((each) => each.length === 0 || each.length > codeLongest)
  );
}
