/** One race, round by round. */
import type { Input } from "interorg";
import type { InputDraft } from "interorg/testing";
import type { Answer } from "../src/answer.ts";
import { type Faults, type Referee, refereeOf } from "./check.ts";
import { type Field, lambdaRacer, openField, type Racer, workerRacer } from "./field.ts";
import { sealed, times } from "./inputs.ts";
import type { Scenario, Told } from "./scenarios.ts";

/** How a race is set up. */
export interface Setup {
  readonly url: string;
  readonly rounds: number;
  /** Ends the race after so many broken rounds. */
  readonly enough?: number;
  /** Processes with the Lambda bundle, and instances of workerd with the worker's. */
  readonly lambdas: number;
  readonly workers: number;
  readonly bundle: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What came of it; broken, lost and duplicates count rounds. */
export interface Figures {
  rounds: number;
  sent: number;
  broken: number;
  lost: number;
  duplicates: number;
  /** Answers that asked to try again: others kept changing what the input depends on. */
  busy: number;
  seconds: string;
  readonly examples: string[];
}

/** In every so many rounds all processes are new ones, and load while they race. */
const COLD = 10;

/** Sends as a platform does that retries: the same input again until it is settled. */
async function settled(racer: Racer, input: Input, figures: Figures): Promise<Answer> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await racer.send(input);
    figures.sent += 1;
    if (answer.kind !== "failed") return answer;
    if (answer.code !== "BUSY") throw new Error(`${input.type}: ${answer.code}`);
    figures.busy += 1;
  }
  throw new Error(`${input.type}: busy for ever`);
}

/** Inputs of one commit; each that builds on those before it takes a round of loading more. */
const BATCH = 25;

/** Settles what a round rests on, in few commits, and tells the referee. */
async function prepare(field: Field, drafts: readonly InputDraft[]): Promise<Told[]> {
  const told: Told[] = [];
  for (let from = 0; from < drafts.length; from += BATCH) {
    const inputs = drafts.slice(from, from + BATCH).map(sealed);
    const batch = await field.host.submitAll(inputs, { onRefusal: "abort" });
    if (batch.kind !== "settled") throw new Error(`not prepared: ${JSON.stringify(batch)}`);
    for (const [index, result] of batch.results.entries()) {
      told.push({ input: inputs[index] as Input, answer: result as Answer });
    }
  }
  return told;
}

function inputsOf(scenario: Scenario, round: number, count: number): Input[] {
  if (scenario.same !== true) return times(count, (i) => sealed(scenario.at(round, i, count)));
  const input = sealed(scenario.at(round, 0, count));
  return times(count, () => input);
}

interface Race {
  readonly scenario: Scenario;
  readonly field: Field;
  readonly referee: Referee;
  readonly figures: Figures;
}

async function runRound(
  { scenario, field, referee, figures }: Race,
  racers: readonly Racer[],
  round: number,
): Promise<void> {
  const before = await prepare(field, scenario.before(round, racers.length));
  const inputs = inputsOf(scenario, round, racers.length);
  const told = await Promise.all(
    racers.map(async (racer, index): Promise<Told> => {
      const input = inputs[index] as Input;
      return { input, answer: await settled(racer, input, figures) };
    }),
  );
  const found = await scenario.rule(told, field.read, round);
  const after = await prepare(field, scenario.after?.(told) ?? []);
  const faults: Faults = await referee.check([...before, ...told, ...after]);
  if (found !== null) faults.broken.unshift(found);
  for (const kind of ["broken", "lost", "duplicates"] as const) {
    if (faults[kind].length > 0) figures[kind] += 1;
    figures.examples.push(...faults[kind].slice(0, 2));
  }
}

/** Runs a race. */
export async function race(scenario: Scenario, setup: Setup): Promise<Figures> {
  const started = performance.now();
  const field = await openField(setup.url, `race_${process.pid}`, scenario.policy ?? {});
  const env = { ...field.env, ...setup.env };
  const referee = refereeOf(field);
  const figures: Figures = {
    ...{ rounds: 0, sent: 0, broken: 0, lost: 0, duplicates: 0, busy: 0, seconds: "" },
    examples: [],
  };
  const workers = await Promise.all(times(setup.workers, () => workerRacer(env)));
  let processes: Racer[] = [];
  try {
    const instances = setup.lambdas + setup.workers;
    await referee.check(await prepare(field, scenario.setting?.(instances) ?? []));
    const { rounds, enough = rounds + 1 } = setup;
    for (; figures.rounds < rounds && figures.broken < enough; figures.rounds += 1) {
      if (figures.rounds % COLD === 0) {
        await Promise.all(processes.map(({ stop }) => stop()));
        processes = times(setup.lambdas, () => lambdaRacer(setup.bundle, env));
      }
      await runRound(
        { scenario, field, referee, figures },
        [...processes, ...workers],
        figures.rounds,
      );
    }
    const differing = await referee.compare();
    // The rounds have found it, or nothing but the comparison has.
    if (differing.length > 0) figures.broken = Math.max(1, figures.broken);
    figures.examples.push(...differing.slice(0, 2));
  } finally {
    await Promise.all([...processes, ...workers].map(({ stop }) => stop()));
    await field.close();
  }
  return { ...figures, seconds: ((performance.now() - started) / 1000).toFixed(1) };
}
