/** A change of scope takes effect as it was planned. */
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { enter, leave } from "./admission.ts";
import type { Place, Plan, ScopeChange } from "./select/planning.ts";
import type { Deciding } from "./select/scope.ts";

/**
 * ROSTER-13, EXIT-02: does what was planned, out first, then in. Whoever is in before and after is in
 * neither list; a Member whose people all leave is a Member still (EXIT-06).
 */
export const carryOut = effect(
  ["ROSTER-13", "EXIT-02"],
  (
    tx: Deciding,
    policy: Policy,
    { of, organization }: Pick<Place, "of" | "organization">,
    change: ScopeChange,
    plan: Plan,
  ): void => {
    emit(tx, "scope.changed", { ...of, organization, ...change });
    for (const person of plan.leaving) leave(tx, of, organization, person, "scope");
    if (!isTrunk(of)) {
      for (const person of plan.unwaiting) {
        emit(tx, "waiting.left", { ...of, organization, person, because: "scope" });
      }
    }
    for (const entrant of plan.entering) enter(tx, policy, of, entrant, "scope");
  },
);
