/** A script as lines of JSON, with questions asked on the way and some requests that are not sound. */
import { ask, type Query } from "../../src/index.ts";
import { namesOf } from "../../src/testing/arbitraries/names.ts";
import { nextQuery, QUERY_TYPES } from "../../src/testing/arbitraries/queries.ts";
import { type Random, randomOf } from "../../src/testing/arbitraries/random.ts";
import type { Script } from "../../src/testing/arbitraries/scripts.ts";
import { factsOf } from "../../src/testing/facts.ts";
import { firstFailure, type Step } from "../../src/testing/index.ts";
import { spoiledText } from "./odd.ts";

/** After so many of a hundred inputs a question is asked, and so many requests are spoiled. */
const QUESTIONS = 14;
const SPOILED = 4;
/** Pages read of one answer. */
const PAGES_MAX = 4;

const line = (word: "policy" | "input" | "query", text: string) => `{"${word}":${text}}`;

/** How often each type of question was answered: the next one is of the rarest, or of any. */
const answered = new Map<string, number>(QUERY_TYPES.map((type) => [type, 0]));

function wantedTypes(random: Random): typeof QUERY_TYPES {
  if (random.chance(50)) return QUERY_TYPES;
  const least = Math.min(...answered.values());
  return QUERY_TYPES.filter((type) => answered.get(type) === least);
}

/** A question, and the ones for the pages after the first, where its answer has more. */
function questionsAbout({ after }: Step, { policy }: Script, random: Random): readonly Query[] {
  const names = namesOf(random, "plain");
  const scene = { facts: factsOf(after, policy), policy, names, random, at: 0, past: [] };
  const whole = nextQuery(scene, wantedTypes(random));
  const asked: Query[] = [];
  let page: object = random.chance(50) ? { limit: 1 + random.below(3) } : {};
  while (asked.length < PAGES_MAX) {
    const query = { ...whole, data: { ...whole.data, ...page } } as Query;
    asked.push(query);
    const answer = ask(after, query, policy);
    if (answer.kind !== "answer") break;
    answered.set(query.type, (answered.get(query.type) ?? 0) + 1);
    const { next } = answer.value as { readonly next?: unknown };
    if (typeof next !== "string") break;
    page = { ...page, after: next };
  }
  return asked;
}

/** The lines of a script. */
export function scriptLines(script: Script, index: number): readonly string[] {
  const random = randomOf(index);
  const lines = [line("policy", JSON.stringify(script.policy))];
  const ask = (query: Query) => {
    lines.push(line("query", JSON.stringify(query)));
    if (random.chance(SPOILED)) lines.push(line("query", spoiledText(query, random)));
  };
  const failure = firstFailure(script, [], undefined, (step) => {
    if (random.chance(SPOILED)) lines.push(line("input", spoiledText(step.input, random)));
    lines.push(line("input", JSON.stringify(step.input)));
    if (random.chance(QUESTIONS)) questionsAbout(step, script, random).forEach(ask);
  });
  if (failure !== null) throw new Error(failure.message);
  return lines;
}
