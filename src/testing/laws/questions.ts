/** Questions: answered over slices as over the World, page by page, and as the reference model does. */
import { ROUNDS_MAX } from "../../core/guess.ts";
import { reconciliationPage } from "../../core/page.ts";
import type { Policy } from "../../core/policy.ts";
import { ask } from "../../engine/ask.ts";
import { emptySlice, type Slice } from "../../engine/slice.ts";
import type { Answer } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import type { Query } from "../../queries/model.ts";
import { namesOf } from "../arbitraries/names.ts";
import { nextQuery } from "../arbitraries/queries.ts";
import type { Random } from "../arbitraries/random.ts";
import { asSet, expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { createReference } from "../reference/index.ts";
import { choicesAt, type Law, type Step } from "./law.ts";
import { loadFrom } from "./slices.ts";

/** Questions asked after each step that is looked at. */
const QUESTIONS = 3;

function answerBySlices(world: World, query: Query, policy: Policy): Answer {
  let slice: Slice = emptySlice;
  for (let rounds = 0; rounds <= ROUNDS_MAX; rounds += 1) {
    const answer = ask(slice, query, policy);
    if (answer.kind !== "incomplete") return answer;
    slice = loadFrom(world, slice, answer.needs);
  }
  throw new Error(`${query.type} took more than ${ROUNDS_MAX} rounds`);
}

interface Paged {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** An answer's value with all pages joined, as pages of so many items give them. */
function whole(world: World, query: Query, policy: Policy, limit: number): unknown {
  const items: unknown[] = [];
  for (let page: object = { limit }; ; ) {
    const paged = { ...query, data: { ...query.data, ...page } } as Query;
    const answer = answerBySlices(world, paged, policy);
    expectSame(answer, ask(world, paged, policy), "slice and World");
    if (answer.kind === "refused") return answer.refusal.code;
    if (answer.kind === "incomplete") throw new Error("never");
    const value = answer.value as object as Partial<Paged>;
    const { items: found = [], next, ...rest } = value;
    if (next === undefined) return value;
    expectTrue(found.length <= limit, "a page longer than was asked for");
    items.push(...found);
    if (next === null) return { ...rest, items };
    page = { limit, after: next };
  }
}

/** Lists in no order that means anything. */
export function inNoOrder(value: unknown): unknown {
  if (Array.isArray(value)) return asSet(value.map(inNoOrder));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, inNoOrder(field)]));
}

/** An answer without the unit of those who come through Links, which the library does not have yet (SEAT-01). */
function knownYet(value: unknown): unknown {
  const { units } = value as {
    readonly units?: readonly { readonly unit: { readonly kind: string } }[];
  };
  if (units === undefined) return value;
  return { ...(value as object), units: units.filter(({ unit }) => unit.kind !== "hierarchy") };
}

/** Some questions that the World after a step has something to say to. */
export function questionsAbout(step: Step, random: Random, policy: Policy): readonly Query[] {
  const names = namesOf(random, "plain");
  const scene = { facts: factsOf(step.after, policy), policy, names, random, at: 0, past: [] };
  return Array.from({ length: QUESTIONS }, () => nextQuery(scene));
}

/** Answers are those of the reference model, whatever the size of pages. */
export function answersAgree(
  note: (query: Query, code: string | null) => void = () => undefined,
): Law {
  return {
    name: "questions",
    begin: (policy) => {
      const reference = createReference(policy, { pageOf: reconciliationPage });
      return (step) => {
        reference.apply(step.input);
        const random = choicesAt(step, 2);
        if (!random.chance(25)) return;
        for (const query of questionsAbout(step, random, policy)) {
          const expected = reference.answer(query);
          const actual = whole(step.after, query, policy, 1 + random.below(3));
          note(query, typeof actual === "string" ? actual : null);
          const wanted = expected.kind === "refused" ? expected.code : knownYet(expected.value);
          expectSame(
            inNoOrder(actual),
            inNoOrder(wanted),
            `the answers to ${JSON.stringify(query)}`,
          );
        }
      };
    },
  };
}
