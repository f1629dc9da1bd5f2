/** What a command was decided on: the outcome looked at, or the value to be replaced (PROTO-06). */
import { canonicalJson } from "../core/canonical-json.ts";
import type { Actor, Expectation } from "../core/input.ts";
import { byName, merged } from "../core/lookup.ts";
import type { Policy } from "../core/policy.ts";
import { type Refusal, ranksBefore, refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { lookBefore, type Reading } from "../core/transaction.ts";
import { directoryReplaced } from "../directory/replaced.ts";
import { fieldsInward } from "../directory/translating.ts";
import { hierarchyReplaced } from "../hierarchy/replaced.ts";
import { licensesReplaced } from "../licenses/replaced.ts";
import { rosterReplaced } from "../roster/replaced.ts";
import { spacesReplaced } from "../spaces/replaced.ts";
import type { Command, Input, Records } from "./types.ts";

type Looking = Reading<Records>;

/** What a command would replace, in the fields of its data; `null`: there is no such thing yet. */
type Replaced = (
  tx: Looking,
  data: Input["data"],
  policy: Policy,
  by: Actor | undefined,
) => object | null;

const replaced: ReadonlyMap<string, Replaced> = /* @__PURE__ */ byName(
  /* @__PURE__ */ merged(
    directoryReplaced,
    spacesReplaced,
    rosterReplaced,
    licensesReplaced,
    hierarchyReplaced,
  ) as unknown as Readonly<Record<string, Replaced>>,
);

const expectationOf = (input: Input): Expectation<object> | undefined =>
  (input as Pick<Command, "expect">).expect;

/** PROTO-06: commands alone are expected to come to something, and a value by those alone that replace it. */
export const expectationFits = guard("PROTO-06", (input: Input): Refusal | null => {
  const expect = expectationOf(input);
  if (expect === undefined) return null;
  const wrong =
    "by" in input ? ("was" in expect && !replaced.has(input.type) ? ["was"] : null) : [];
  return wrong === null
    ? null
    : refuse("MALFORMED", {
        problems: [{ path: ["expect", ...wrong], problem: "unknown-field" }],
      });
});

/** PROTO-06: what the policy names says what it was decided on; what is malformed is so whatever it says. */
export const expectationGiven = guard(
  "PROTO-06",
  (input: Input, refusal: Refusal | null, { expectationRequired }: Policy): Refusal | null => {
    const isAsked = expectationOf(input) === undefined && isRequired(input, expectationRequired);
    const isEarlier = refusal !== null && ranksBefore(refusal.code, "EXPECTATION_REQUIRED");
    return isAsked && !isEarlier ? refuse("EXPECTATION_REQUIRED", {}) : null;
  },
);

const isRequired = ({ type }: Input, required: readonly string[]): boolean =>
  required.includes(type);

/**
 * A value as it is compared: what is left out is as `false` or an empty list, and a list is a set, but for
 * people of several organizations, who stand in order.
 */
function compared(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) {
    const items = value.map((each) => compared(each));
    const isInOrder = name === "people" && items.some((each) => typeof each !== "string");
    return isInOrder ? items : items.map((each) => canonicalJson(each)).sort();
  }
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value)
    .map(([name, field]) => [name, compared(field, name)] as const)
    .filter(([, field]) => field !== undefined && field !== false && !isEmpty(field));
  return Object.fromEntries(fields);
}

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(compared(one)) === canonicalJson(compared(other));

/** Whether a command replaces what it says that it does. */
const replacesThat = (tx: Looking, said: Input, keyed: Input, was: object, policy: Policy) =>
  lookBefore(tx, (before) => {
    const by = "by" in keyed ? keyed.by : undefined;
    const now = replaced.get(keyed.type)?.(before, keyed.data, policy, by) ?? null;
    return now !== null && isSame(now, fieldsInward(before, said, was));
  });

/** PROTO-06: the command comes to what was looked at, or replaces what there was then. */
export const isAsExpected = guard(
  "PROTO-06",
  (
    tx: Looking,
    said: Input,
    keyed: Input,
    policy: Policy,
    outcome: () => string,
  ): Refusal | null => {
    const expect = expectationOf(said);
    if (expect === undefined) return null;
    const stands =
      "was" in expect
        ? replacesThat(tx, said, keyed, expect.was, policy)
        : expect.outcome === outcome();
    return stands ? null : refuse("STATE_CHANGED", {});
  },
);
