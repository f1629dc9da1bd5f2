/** Whoever is suspended acts nowhere: asked in one place for every command and question. */
import type { Actor } from "../core/input.ts";
import { type Refusal, ranksBefore } from "../core/refusal.ts";
import { actorIsAble } from "../directory/select/able.ts";
import type { Reading } from "../directory/select/organizations.ts";

/**
 * What becomes of a command or a question: what is worked out, but for whoever is suspended that they
 * are, unless something comes first.
 *
 * @param work the handler, which finds of all that refuse the first in rank
 */
export function unlessSuspended<Result extends object | null>(
  tx: Reading,
  by: Actor,
  work: () => Result,
): Result | Refusal {
  const suspended = actorIsAble(tx, by);
  const result = work();
  if (suspended === null) return result;
  return result !== null &&
    "code" in result &&
    ranksBefore((result as unknown as Refusal).code, "ACTOR_SUSPENDED")
    ? result
    : suspended;
}
