/** A library's end against the floor's after the same facts, then samples of both. */
import type { Input } from "interorg";
import { inputsFor } from "../inputs.ts";
import { cpu } from "../measure.ts";
import { type Population, populationOf } from "../population.ts";
import type { Case } from "./cases.ts";
import type { Runner } from "./commands/libraries.ts";
import { onFloor } from "./commands/ours.ts";
import type { Fact } from "./commands/rules.ts";
import { type Effort, pairs, type Report } from "./samples.ts";

/** Facts of a pair that the floor takes. */
const BATCH = 1_000;
/** Milliseconds that agreeing takes at most, once enough facts are taken. */
const AGREEING = 15_000;
const ENOUGH = 40;
/** Microseconds that a sample of a library takes about; that it is warmed up for. */
const SAMPLE = 40_000;
const WARM_UP = 1_500_000;

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

async function take(runner: Runner, facts: readonly Fact[]): Promise<void> {
  for (const fact of facts) {
    const pending = runner.take(fact);
    if (pending instanceof Promise) await pending;
  }
}

/** Lets the compiler finish, and gives how many facts make a sample. */
async function warmUp(runner: Runner, facts: (count: number) => Fact[]): Promise<number> {
  const start = cpu();
  let each = 0;
  for (let turns = 1; cpu() - start < WARM_UP && turns < 40; turns += 1) {
    const some = facts(turns < 3 ? 4 : 200);
    const before = cpu();
    await take(runner, some);
    each = (cpu() - before) / some.length;
    if (each > WARM_UP / 200) break;
  }
  return Math.min(BATCH, Math.max(2, 2 * Math.ceil(SAMPLE / each / 2)));
}

/** Agreement, then samples. Both sides live on, each with facts of its own. */
export async function measureCommands(
  { prepare }: Case<Population, Runner>,
  effort: Effort,
): Promise<Report> {
  const population = populationOf(effort.people);
  const runner = await prepare(population);
  const { facts, taken } = await agree(population, runner, effort.wanted);
  const report = { agreed: taken, yes: taken };
  if (effort.pairs === 0) return { ...report, found: null };
  const count = await warmUp(runner, facts);
  const floor = onFloor(population);
  const floorFacts = factsOf(population);
  await warmUp(floor, floorFacts);
  const found = await pairs(
    { pairs: effort.pairs, warmUps: 2, seconds: 40 },
    () => ({ theirs: floorFacts(BATCH), ours: facts(count) }),
    {
      count: ({ theirs }) => theirs.length,
      run: ({ theirs }) => take(floor, theirs),
    },
    {
      count: ({ ours }) => ours.length,
      run: ({ ours }) => take(runner, ours),
    },
  );
  return { ...report, found };
}
