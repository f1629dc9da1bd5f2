/** Questions: answered over slices as over the World, page by page, and as the reference model does. */
import { ROUNDS_MAX } from "../../core/guess.ts";
import { reconciliationPage } from "../../core/page.ts";
import type { Policy } from "../../core/policy.ts";
import type { Refusal } from "../../core/refusal.ts";
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

/** Some questions that the World after a step has something to say to. */
export function questionsAbout(step: Step, random: Random, policy: Policy): readonly Query[] {
  const names = namesOf(random, "plain");
  const { at } = step.input;
  const scene = { facts: factsOf(step.after, policy), policy, names, random, at, past: [] };
  return Array.from({ length: QUESTIONS }, () => nextQuery(scene));
}

/** An answer that foretells a refusal. */
interface Foretelling {
  readonly whole?: boolean;
  readonly refusal: Refusal | null;
}

/**
 * An answer with what of a refusal in it the reference model says: its code, and how many places are
 * needed; of a whole organization counts alone may have said the least (JOIN-18).
 */
function inFewWords(value: unknown, wanted: unknown): unknown {
  if (value === null || typeof value !== "object" || !("refusal" in value)) return value;
  const { whole = false, refusal } = value as Foretelling;
  if (refusal === null) return value;
  const { code, data } = refusal;
  if (!("needed" in data)) return { ...value, refusal: { code } };
  const { limit = 0, current = 0, needed = 0 } = data;
  const exact = (wanted as { refusal?: { needed?: number } | null }).refusal?.needed ?? 0;
  const isLeast = whole && needed <= exact && current + needed > limit;
  return { ...value, refusal: { code, needed: isLeast ? exact : needed } };
}

/**
 * Of who is in a Space not since when: the model works out who is there from what there is, and who is there again is
 * so anew.
 */
export function withoutSince({ type }: Query, value: unknown): unknown {
  if (type !== "admin.roster" || typeof value !== "object") return value;
  const { items, ...rest } = value as { readonly items: readonly { readonly since?: number }[] };
  return { ...rest, items: items.map(({ since: _, ...item }) => item) };
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
          const wanted = expected.kind === "refused" ? expected.code : expected.value;
          expectSame(
            inNoOrder(inFewWords(withoutSince(query, actual), wanted)),
            inNoOrder(wanted),
            `the answers to ${JSON.stringify(query)}`,
          );
        }
      };
    },
  };
}
