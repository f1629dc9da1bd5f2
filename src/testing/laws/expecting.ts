/** PROTO-06: what a command was decided on is all that it asks, and asking tells nothing. */

import { ROUNDS_MAX } from "../../core/guess.ts";
import { outcomeFingerprint } from "../../core/outcome-fingerprint.ts";
import type { Policy } from "../../core/policy.ts";
import { ask } from "../../engine/ask.ts";
import type { Command, Input } from "../../engine/types.ts";
import type { World, WorldOutcome } from "../../engine/world.ts";
import type { Queries } from "../../queries/model.ts";
import type { Replaced } from "../arbitraries/expected.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { choicesAt, type Law, type Step, type System, stepLaw } from "./law.ts";
import { decideByRounds, readsOf, visible } from "./slices.ts";

type Expect = NonNullable<Command["expect"]>;

/** A command that expects something, or nothing. */
export function expecting(input: Input, expect: object | null): Input {
  const { expect: _, ...bare } = input as Command;
  return (expect === null ? bare : { ...bare, expect: expect as Expect }) as Input;
}

const another = (outcome: string): object => ({
  outcome: `${outcome[0] === "0" ? "1" : "0"}${outcome.slice(1)}`,
});
const NOWHERE = { outcome: "f".repeat(64) };

const codeOf = (outcome: WorldOutcome): string | null =>
  outcome.kind === "refused" ? outcome.refusal.code : null;

const asking = (policy: Policy, type: Input["type"]): Policy => ({
  ...policy,
  expectationRequired: [type] as Policy["expectationRequired"],
});
const askingNothing = (policy: Policy): Policy => ({ ...policy, expectationRequired: [] });

/**
 * A command with the fingerprint of what it would come to comes to that; with another one it does nothing
 * and gets `STATE_CHANGED`, but its own code if it is refused anyhow.
 */
export const expectationsBind: Law = stepLaw("expect outcome", (step, policy, system) => {
  const { input, before } = step;
  if (!("by" in input) || !choicesAt(step, 31).chance(30)) return;
  const open = askingNothing(policy);
  const decided = (expect: object | null, under = open, id = input.id) =>
    system.apply(before, { ...expecting(input, expect), id } as Input, under);
  const { outcome } = decided(null);
  const asked = codeOf(decided(null, asking(policy, input.type)).outcome);
  const isMalformed = codeOf(outcome) === "MALFORMED";
  expectSame(asked, isMalformed ? "MALFORMED" : "EXPECTATION_REQUIRED", "without an expectation");
  if (outcome.kind === "refused") {
    const other = decided(NOWHERE).outcome;
    // A fingerprint says as well as a number what is meant to be taken out (DIR-09).
    if (codeOf(outcome) === "REMOVAL_UNCONFIRMED") {
      expectSame(codeOf(other), "STATE_CHANGED", "a removal of another outcome");
    } else expectSame(other, outcome, "a refusal, and one that expected something");
    return;
  }
  const fingerprint = outcomeFingerprint(outcome);
  const right = { outcome: fingerprint };
  expectSame(decided(right, asking(policy, input.type)).outcome, outcome, "what was expected");
  const later = decided(right, open, `${input.id}-later` as Input["id"]).outcome;
  expectSame(codeOf(later), null, "what was expected, under another id");
  const refused = decided(another(fingerprint));
  expectSame(codeOf(refused.outcome), "STATE_CHANGED", "what was not expected");
  expectTrue(refused.world === before, "refused, and yet it is another World");
});

/** The fields of their data that commands replace. */
const FIELDS: { readonly [Type in keyof Replaced]: readonly string[] } = {
  "space-quota.expand": ["expansion"],
  "person-cap.expand": ["cap"],
  "visibility.set": ["visibility"],
  "visibility.hide": ["hidden", "except"],
  "partner.set": ["types", "level", "labels"],
  "folder.rename": ["name"],
  "folder.move": ["parent"],
  "member.place": ["folder"],
  "scope.set": ["scope"],
  "successor.set": ["successor"],
  "license.limit": ["limit"],
  "license.reserve": ["reserved"],
  "license.automate": ["departments", "whole", "alone"],
  "link.mount": ["alias", "mount"],
  "link.see": ["hidden", "hiddenExcept", "ownOnly", "ownOnlyExcept"],
  "link.reach": ["reach"],
  "link.share": ["shared"],
  "link.release": ["released"],
  "liaison.define": ["name", "keptBy"],
  "liaison.assign": ["people"],
  "counterparts.set": ["people"],
};

/** A command's own value, as what there was; `null` of one that replaces none. */
function ownValue({ type, data }: Input): object | null {
  const fields = FIELDS[type as keyof Replaced] as readonly string[] | undefined;
  if (fields === undefined) return null;
  const own = Object.entries(data).filter(([name]) => fields.includes(name));
  return Object.fromEntries(own);
}

/** What a command has set, as it is now. */
function setBy(input: Input, after: World, policy: Policy): object | null {
  const own = ownValue(input);
  if (input.type === "scope.set") {
    // What is selected and excluded is excluded, and what is gone stands apart: the question says so.
    const { organization: _, scope: __, ...of } = input.data;
    const query = { type: "admin.scope", data: { ...of, viewer: input.by } };
    const answer = ask(after, query as never, policy);
    if (answer.kind !== "answer") return null;
    const { whole, departments, people, exclude } =
      answer.value as Queries["admin.scope"]["answer"];
    return { scope: { whole, departments, people, exclude } };
  }
  if (input.type === "license.automate") {
    const { whole = false, alone = false } = input.data;
    return { ...own, whole, alone: whole && alone };
  }
  return input.type === "liaison.define" ? { keptBy: "trunk", ...own } : own;
}

/** What a command has just set is what there was for the next one, whoever else was told of it. */
export const replacedIsAsSet: Law = stepLaw("expect was", (step, policy, system) => {
  const { input, after, outcome } = step;
  if (!("by" in input) || outcome.kind === "refused") return;
  const was = ownValue(input) === null ? null : setBy(input, after, policy);
  if (was === null) return;
  const again = (expect: object | null) =>
    system.apply(after, expecting(input, expect), askingNothing(policy)).outcome;
  const bare = again(null);
  if (bare.kind === "accepted") expectSame(again({ was }), bare, "what was set, and set again");
});

/** Over slices it is the same: an outcome expected asks for no further records, a value for few. */
export const expectationsOverSlices: Law = stepLaw("expect over slices", (step, policy, system) => {
  const { input } = step;
  if (!("by" in input)) return;
  checkSlices(step, policy, system, NOWHERE);
  const was = ownValue(input);
  if (was !== null) checkSlices(step, policy, system, { was });
});

function checkSlices({ input, before }: Step, policy: Policy, system: System, expect: object) {
  const said = expecting(input, expect);
  const { outcome, rounds } = decideByRounds(system, before, said, policy);
  const whole = system.decide(before, said, policy);
  expectSame(visible(outcome), visible(whole), "an expectation over a slice and over the World");
  expectTrue(rounds <= ROUNDS_MAX, `${input.type} took ${rounds} rounds`);
  if ("was" in expect) return;
  const bare = system.decide(before, expecting(input, null), askingNothing(policy));
  // What would be taken out is looked for or not, also where something else refuses it first.
  const isAnswered =
    bare.kind === "refused" &&
    ["REMOVAL_UNCONFIRMED", "ACTOR_SUSPENDED"].includes(bare.refusal.code);
  if (!isAnswered) expectSame(readsOf(whole), readsOf(bare), "what is read with an expectation");
}
