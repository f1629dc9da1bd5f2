/** Policies with limits so small that scripts reach them, and every value of every option. */
import { POLICY_FIELDS, type Policy } from "../../core/policy.ts";
import type { PolicyField } from "../../core/policy-fields.ts";
import type { Random } from "./random.ts";

const small = (random: Random): number => random.pick([1, 2, 2, 2, 3, 3, 4]) ?? 2;

/** Percentages that a handful of people pass. */
const SHARES = [0, 20, 20, 50, 100];

/** Retentions over at once, or some facts later. */
const DAYS = [0, 0, 1, 7];

function valueFor({ form, initial, nullable }: PolicyField<unknown>, random: Random): unknown {
  if (form.kind === "limit") return small(random);
  if (form.kind === "size") return random.chance(40) ? initial : Math.max(1, small(random));
  if (form.kind === "limits") {
    return random.chance(50)
      ? initial
      : Object.fromEntries(form.names.map((name) => [name, small(random)]));
  }
  if (form.kind === "names") {
    return random.chance(75) ? initial : (initial as string[]).filter(() => random.chance(50));
  }
  // An option is mostly as it is by default; of what may be none, a value is the rarer.
  if (!random.chance(nullable ? 80 : 25)) return initial;
  return random.pick<unknown>(
    form.kind === "percent"
      ? SHARES
      : form.kind === "days"
        ? DAYS
        : form.of.filter((value) => value !== initial),
  );
}

/** Makes a policy. */
export function policyOf(random: Random): Policy {
  const policy = Object.fromEntries(
    Object.entries(POLICY_FIELDS).map(([name, field]) => [name, valueFor(field, random)]),
  ) as unknown as Policy;
  // Few are placed anywhere, so that one of them has to be many where facts are to be held.
  if (!random.chance(45)) return policy;
  const percent = policy.reconciliationHoldPercent ?? 15;
  return {
    ...policy,
    removalConfirmation: "required",
    reconciliationHoldAtLeast: 1,
    reconciliationHoldPercent: Math.min(percent, 20),
  };
}
