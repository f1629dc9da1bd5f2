/** What is measured: the library against the floor, at every size. */
import { MEASURED } from "./inputs.ts";
import { median, quantile } from "./measure.ts";
import { type Running, ratiosOf, type Sampling, sampled, start } from "./pairs.ts";
import { type Line, line } from "./report.ts";
import type { Spec } from "./sides.ts";

/** How much to measure. */
export interface Effort {
  readonly sizes: readonly number[];
  readonly pairs: number;
  /** People of the cold slices, and events of the replay. */
  readonly cold: number;
  readonly events: number;
}

/** Operations in a sample; each holds several garbage collections of the library. */
export const COUNTS = { mix: 4_000, hot: 4_000, types: 2_000, questions: 20_000, cold: 1_000 };

/** What one set of sides is asked for. */
export interface Job {
  readonly work: Exclude<Spec["work"], "agree">;
  readonly people: number;
  readonly sampling: Sampling;
  /** A name for each figure of the library's side. */
  readonly names: readonly string[];
}

const named = (size: number): string => size.toLocaleString("en-US");

/** The rows of one size, and those that have a size of their own. */
export function jobsFor({ sizes, pairs, cold, events }: Effort): Job[] {
  const of = (count: number, warmUps: number): Sampling => ({ count, pairs, warmUps });
  const jobs: Job[] = sizes.flatMap((people): Job[] => {
    const at = `${named(people)} people`;
    const types = MEASURED.map((type) => `world, ${type}, ${at}`);
    return [
      { work: "questions", people, sampling: of(COUNTS.questions, 3), names: [`mayRoute, ${at}`] },
      { work: "mix", people, sampling: of(COUNTS.mix, 4), names: [`world, mix, ${at}`] },
      { work: "types", people, sampling: of(COUNTS.types, 2), names: types },
    ];
  });
  const past = `replay, ${named(events)} events to the final World`;
  const few = { count: events, pairs: Math.min(pairs, 5), warmUps: 1 };
  return [
    ...jobs,
    { work: "cold", people: cold, sampling: of(COUNTS.cold, 2), names: ["cold slice, all rounds"] },
    { work: "replay", people: events, sampling: few, names: [past] },
  ];
}

const UNITS = { questions: "questions", replay: "events" } as Readonly<Record<string, string>>;

/** How long a sample is, in words. */
export const lengthOf = ({ work, sampling }: Job): string =>
  `${named(sampling.count)} ${UNITS[work] ?? "inputs"}`;

const BUDGETS = { mix: 7, hot: 2.5, types: 7, cold: 3, replay: 2 };
const budgetOf = ({ work, people }: Job): number =>
  work === "questions" ? (people <= 100_000 ? 3.5 : 4.5) : BUDGETS[work];

/** Measures and says. */
export class Measuring {
  readonly #bundle: string;
  readonly #tell: (line: Line) => void;
  readonly #mixes: number[] = [];

  constructor(bundle: string, tell: (line: Line) => void) {
    this.#bundle = bundle;
    this.#tell = tell;
  }

  /** Everything, agreement first; `wanted` says which rows, by name. */
  async all(effort: Effort, wanted: (name: string) => boolean): Promise<void> {
    await this.#with([{ work: "agree", side: "library", people: 0 }], async () => {});
    for (const job of jobsFor(effort)) {
      if (job.names.some(wanted)) await this.#one(job);
    }
    const [small, large] = [effort.sizes[0] as number, effort.sizes.at(-1) as number];
    const name = "growth on a hot set, largest to smallest";
    if (this.#mixes.length === effort.sizes.length) {
      const growth = (this.#mixes.at(-1) as number) / (this.#mixes[0] as number);
      this.#tell(line("growth of the ratio, largest to smallest", growth, "x", 1.5));
    }
    if (!wanted(name)) return;
    const sampling = { count: COUNTS.hot, pairs: effort.pairs, warmUps: 4 };
    const job: Job = { work: "hot", people: large, sampling, names: [name] };
    const sides = [small, large].map((people): Spec => ({ work: "hot", side: "library", people }));
    await this.#with(sides, async (running) => {
      const [[little, much]] = await sampled(running, sampling);
      this.#ratio(job, name, ratiosOf(little?.[0], much?.[0]), "x");
    });
  }

  #ratio(job: Job, name: string, ratios: readonly number[], unit = "x floor", budget?: number) {
    const spread = { p10: quantile(ratios, 0.1), sample: lengthOf(job) };
    this.#tell(line(name, median(ratios), unit, budget ?? budgetOf(job), spread));
  }

  #each(job: Job, name: string, values: readonly number[]): void {
    const spread = { p10: quantile(values, 0.1), sample: lengthOf(job) };
    this.#tell(line(name, median(values), "µs", null, spread));
  }

  async #one(job: Job): Promise<void> {
    const { work, people, sampling, names } = job;
    const first = work === "cold" ? "warm" : "floor";
    const more = work === "mix" ? (["events"] as const) : [];
    const specs = [first, "library", ...more].map((side) => ({ work, side, people }) as Spec);
    await this.#with(specs, async (running) => {
      // The mix again with samples half as long: a length must not decide the figure.
      const lengths = work === "mix" ? [sampling.count / 2] : [];
      const [taken, shorter] = await sampled(running, sampling, ...lengths);
      const [floor, library, events] = taken;
      const unit = { cold: "x warm decision", replay: "x fold" }[work as string] ?? "x floor";
      for (const [i, name] of names.entries()) {
        this.#ratio(job, name, ratiosOf(floor?.[i], library?.[i]), unit);
      }
      const [name = ""] = names;
      const own = library?.[0] ?? [];
      if (work === "questions") this.#each(job, `${name}, a question`, own);
      if (work !== "mix") return;
      this.#mixes.push(median(ratiosOf(floor?.[0], own)));
      const half = { ...job, sampling: { ...sampling, count: sampling.count / 2 } };
      this.#ratio(half, `${name}, half the sample`, ratiosOf(shorter?.[0]?.[0], shorter?.[1]?.[0]));
      this.#ratio(job, `${name}, with events`, ratiosOf(events?.[0], own), "x floor", 5);
      this.#each(job, `${name}, an input`, own);
      this.#each(job, `${name}, an input on the floor`, floor?.[0] ?? []);
    });
  }

  async #with(specs: readonly Spec[], use: (sides: Running[]) => Promise<void>): Promise<void> {
    const sides: Running[] = [];
    try {
      for (const spec of specs) sides.push(await start(this.#bundle, spec));
      for (const each of sides.flatMap(({ lines }) => lines)) this.#tell(each);
      await use(sides);
    } finally {
      for (const side of sides) side.end();
    }
  }
}
