/** Policies with limits so small that scripts reach them, and every value of every option. */
import { POLICY_FIELDS, type Policy } from "../../core/policy.ts";
import type { PolicyField } from "../../core/policy-fields.ts";
import type { Random } from "./random.ts";

const small = (random: Random): number => random.pick([1, 2, 2, 2, 3, 3, 4]) ?? 2;

/** Percentages that a handful of people pass. */
const SHARES = [0, 20, 20, 50, 100];

/** Retentions over at once, or some facts later. */
const DAYS = [0, 0, 1, 7];

/** Commands that may have to say what they were decided on: such as no law gives, which all say nothing. */
const ASKED = ["scope.set", "space.dissolve", "license.unlink"];

/** Links in an order of their own: begun anywhere, forwards or backwards. */
function turned(random: Random, links: readonly string[]): readonly string[] {
  const first = random.below(links.length + 1);
  const all = [...links.slice(first), ...links.slice(0, first)];
  return random.chance(50) ? all : all.reverse();
}

/** Thresholds in percent: one, and several. */
const RISING = [[1], [50], [100], [50, 80], [25, 60, 100]];

function valueFor({ form, initial, nullable }: PolicyField<unknown>, random: Random): unknown {
  if (form.kind === "limit") return small(random);
  if (form.kind === "size" && !nullable) {
    return random.chance(40) ? initial : Math.max(1, small(random));
  }
  if (form.kind === "limits") {
    return random.chance(50)
      ? initial
      : Object.fromEntries(form.names.map((name) => [name, small(random)]));
  }
  if (form.kind === "names") {
    return random.chance(75) ? initial : (initial as string[]).filter(() => random.chance(50));
  }
  if (form.kind === "choices") {
    return random.chance(40)
      ? initial
      : Object.fromEntries(form.names.map((name) => [name, random.pick(form.of)]));
  }
  if (form.kind === "rising") {
    return random.chance(60) ? initial : random.pick(RISING);
  }
  if (form.kind === "some") {
    const of = form.of.filter((each) => form.of.length < 10 || ASKED.includes(each));
    return random.chance(form.of.length < 10 ? 50 : 90) ? initial : random.some(of, 60);
  }
  if (form.kind === "chain") {
    return random.chance(60) ? initial : turned(random, random.some(form.of, 75));
  }
  // An option is mostly as it is by default; of what may be none, a value is the rarer.
  if (!random.chance(nullable ? 80 : 25)) return initial;
  return random.pick<unknown>(
    form.kind === "percent"
      ? SHARES
      : form.kind === "days"
        ? DAYS
        : form.kind === "size"
          ? [1, 2]
          : form.kind === "up-to"
            ? [0, 1, 2, form.max]
            : form.of.filter((value) => value !== initial),
  );
}

/** Makes a policy. */
export function policyOf(random: Random): Policy {
  const policy = Object.fromEntries(
    Object.entries(POLICY_FIELDS).map(([name, field]) => [name, valueFor(field, random)]),
  ) as unknown as Policy;
  return alerting(leaving(holding(policy, random), random), random);
}

const EXITS = ["own-admin", "own-admin", "main-admin"] as const;

/** Organizations may leave more often, have to announce it as often as not (EXIT-07), and come back (EXIT-09). */
function leaving(policy: Policy, random: Random): Policy {
  if (!random.chance(25)) return policy;
  const memberExit = random.pick(EXITS) ?? "own-admin";
  const branchExit = random.pick(EXITS) ?? "own-admin";
  const exitNoticeDays = random.chance(50) ? 0 : 1 + random.below(2);
  const rejoinRetentionDays = random.chance(40) ? 0 : 1 + random.below(3);
  return { ...policy, memberExit, branchExit, exitNoticeDays, rejoinRetentionDays };
}

/** What fills up is told more often, and again only after it has emptied some (ALERT-06). */
function alerting(policy: Policy, random: Random): Policy {
  if (!random.chance(25)) return policy;
  return {
    ...policy,
    alertThresholds: random.pick(RISING) ?? [80],
    alertRearmBelow: random.pick([0, 20, 30, 50]) ?? 0,
    alertSubjects: ["pool", "units", "persons", "members", "joins"],
  };
}

/** A policy under which facts are held more often (DIR-09). */
function holding(policy: Policy, random: Random): Policy {
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
