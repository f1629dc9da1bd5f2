/** A library's end against the floor's after the same facts, then samples of both. */
import type { Input } from "interorg";
import { inputsFor } from "../inputs.ts";
import { type Population, populationOf } from "../population.ts";
import type { Case } from "./cases.ts";
import type { Runner } from "./commands/libraries.ts";
import { onFloor } from "./commands/ours.ts";
import type { Fact } from "./commands/rules.ts";
import { type Effort, pairs, type Report } from "./samples.ts";

/** Facts of a pair that the floor takes. */
const BATCH = 1_000;
/** Milliseconds that agreeing takes at most, once enough facts are taken; that a sample takes about. */
const AGREEING = 15_000;
const ENOUGH = 40;
const SAMPLE = 40;

/** Facts without end, hires and resignations in turn; the same ones each time. */
function factsOf(population: Population): (count: number) => Fact[] {
  const source = inputsFor(population, { seed: 13, odd: 0 });
  const parsed = (input: Input): Fact => JSON.parse(JSON.stringify(input)) as Fact;
  return (count) =>
    Array.from({ length: count }, (_, place) =>
      parsed(source.next(place % 2 === 0 ? "person.hired" : "person.resigned")),
    );
}

/** Gives both the same facts; throws when they end differently. */
async function agree(population: Population, runner: Runner, wanted: number) {
  const facts = factsOf(population);
  const floor = onFloor(population);
  const start = await floor.ending();
  const until = Date.now() + AGREEING;
  let taken = 0;
  while (taken < wanted && (taken < ENOUGH || Date.now() < until)) {
    for (const fact of facts(2)) {
      floor.take(fact);
      await runner.take(fact);
      taken += 1;
    }
  }
  const [right, end] = [await floor.ending(), await runner.ending()];
  if (right === start) throw new Error("nothing has changed");
  if (right !== end) {
    const at = [...right].findIndex((each, place) => end[place] !== each);
    const around = (text: string) => text.slice(Math.max(0, at - 120), at + 80);
    throw new Error(`after ${taken} facts:\n${around(right)}\n${around(end)}`);
  }
  return { facts, taken };
}

/** Agreement, then samples. Both sides live on, each with facts of its own. */
export async function measureCommands(
  { prepare }: Case<Population, Runner>,
  effort: Effort,
): Promise<Report> {
  const population = populationOf(effort.people);
  const runner = await prepare(population);
  const started = Date.now();
  const { facts, taken } = await agree(population, runner, effort.wanted);
  const report = { agreed: taken, yes: taken };
  if (effort.pairs === 0) return { ...report, found: null };
  const each = (Date.now() - started) / taken;
  const count = Math.min(BATCH, Math.max(2, 2 * Math.ceil(SAMPLE / each / 2)));
  const floor = onFloor(population);
  const floorFacts = factsOf(population);
  const found = await pairs(
    { pairs: effort.pairs, warmUps: count >= 100 ? 8 : 2, seconds: 40 },
    () => ({ theirs: floorFacts(BATCH), ours: facts(count) }),
    {
      count: ({ theirs }) => theirs.length,
      run: ({ theirs }) => {
        for (const fact of theirs) floor.take(fact);
      },
    },
    {
      count: ({ ours }) => ours.length,
      run: async ({ ours }) => {
        for (const fact of ours) {
          const pending = runner.take(fact);
          if (pending instanceof Promise) await pending;
        }
      },
    },
  );
  return { ...report, found };
}
