/** Where somebody may act as industry member at all. */
import type { Actor } from "../../core/input.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { doneByMembers } from "../doings.ts";

/**
 * INDUSTRY-03: somebody acts as industry member only where industry members may act, so that a member is
 * never taken for an employee who goes by the same id: they hold no task, and administer nothing.
 */
export const wayFits = guard("INDUSTRY-03", (type: string, by: Actor, path: readonly string[]) =>
  !("as" in by) || by.as === undefined || doneByMembers(type)
    ? null
    : refuse("MALFORMED", { problems: [{ path: [...path, "as"], problem: "unknown-field" }] }),
);
