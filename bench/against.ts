/**
 * This checkout against an older one: ten pairs for each figure, both versions in fresh processes for
 * each pair (two processes with the same code differ, by where their compiler put things), the order
 * alternating within a pair and from pair to pair. What counts is the median of the ten ratios.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildRoot, buildSides, HERE } from "./bundles.ts";
import { median, quantile } from "./measure.ts";
import { sampled, start } from "./pairs.ts";
import { aligned } from "./report.ts";
import { type Effort, type Job, jobsFor, lengthOf } from "./rows.ts";
import { gzipped, importing } from "./startup.ts";

/** Where a version was built to. */
interface Version {
  readonly directory: string;
}

/** What became of one figure. */
export interface Change {
  readonly name: string;
  readonly before: number;
  readonly now: number;
  readonly unit: string;
  readonly sample: string;
  /** Now over before, in each pair. */
  readonly ratios: readonly number[];
}

/** A figure may be worse by so much. */
const WORSE = 1.05;
const PAIRS = 10;
/** Samples of each version in a pair. */
const SAMPLES = 5;
const MEMORY_PAIRS = 3;

/** Figures of both versions, in an order that turns with each pair. */
async function paired(
  pairs: number,
  versions: readonly [Version, Version],
  take: (order: readonly Version[]) => Promise<ReadonlyMap<Version, readonly number[]>>,
): Promise<{ before: number[]; now: number[] }[]> {
  const [old, young] = versions;
  const figures: { before: number[]; now: number[] }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const found = await take(pair % 2 === 0 ? [old, young] : [young, old]);
    for (const [i, before] of (found.get(old) ?? []).entries()) {
      figures[i] ??= { before: [], now: [] };
      figures[i].before.push(before);
      figures[i].now.push(found.get(young)?.[i] as number);
    }
  }
  return figures;
}

const changeOf = (
  name: string,
  unit: string,
  sample: string,
  { before, now }: { before: readonly number[]; now: readonly number[] },
): Change => {
  const ratios = before.map((value, i) => (now[i] as number) / value);
  return { name, unit, sample, ratios, before: median(before), now: median(now) };
};

/** The library's sides of a job, of both versions. */
async function timedJob(versions: readonly [Version, Version], job: Job): Promise<Change[]> {
  const { work, people, sampling, names } = job;
  const figures = await paired(PAIRS, versions, async (order) => {
    const sides = [];
    for (const { directory } of order) {
      sides.push(await start(join(directory, "side.mjs"), { work, side: "library", people }));
    }
    const pairs = work === "replay" ? 1 : SAMPLES;
    const [taken] = await sampled(sides, { ...sampling, pairs });
    for (const side of sides) side.end();
    return new Map(order.map((version, i) => [version, (taken[i] ?? []).map(median)]));
  });
  return names.map((name, i) =>
    changeOf(name, "µs", lengthOf(job), figures[i] ?? { before: [], now: [] }),
  );
}

function bytesOf({ directory }: Version, people: number): number {
  const flags = ["--expose-gc", "--max-old-space-size=12000", join(directory, "memory.mjs")];
  const { stdout } = spawnSync(process.execPath, [...flags, "world", String(people)], {
    encoding: "utf8",
  });
  return (JSON.parse(stdout) as { bytes: number }).bytes;
}

/** Measures both versions; `tell` gets each figure as soon as it is there. */
export async function measureAgainst(
  checkout: string,
  directory: string,
  effort: Effort,
  wanted: (name: string) => boolean,
  tell: (change: Change) => void,
): Promise<void> {
  const versions = [
    { directory: join(directory, "before") },
    { directory: join(directory, "now") },
  ] as const;
  for (const [i, from] of [checkout, HERE].entries()) {
    const to = (versions[i] as Version).directory;
    await buildSides(from, to);
    await buildRoot(from, to);
  }
  for (const job of jobsFor(effort)) {
    if (!job.names.some(wanted)) continue;
    for (const change of await timedJob(versions, job)) tell(change);
  }
  const others = [
    ["importing the root", "ms", "1 process", PAIRS, importing],
    ["the root, minified and gzipped", "bytes", "", 1, gzipped],
  ] as const;
  for (const [name, unit, sample, pairs, figure] of others) {
    if (!wanted(name)) continue;
    const figures = await paired(
      pairs,
      versions,
      async (order) => new Map(order.map((each) => [each, [figure(each.directory)]])),
    );
    for (const each of figures) tell(changeOf(name, unit, sample, each));
  }
  const people = effort.sizes.at(-1) as number;
  const name = `memory of a restored World, ${people.toLocaleString("en-US")} people`;
  if (!wanted(name)) return;
  const figures = await paired(
    MEMORY_PAIRS,
    versions,
    async (order) => new Map(order.map((each) => [each, [bytesOf(each, people)]])),
  );
  for (const each of figures) tell(changeOf(name, "bytes", "", each));
}

/** Whether a figure became worse. */
export const isWorse = ({ ratios }: Change): boolean => median(ratios) > WORSE;

const HEAD = ["figure", "before", "now", "unit", "a sample", "now / before", "p10", "p90", "pairs"];
const figure = (value: number): string => Number(value.toPrecision(4)).toLocaleString("en-US");

/** Every figure as a row of a table, its head first; what became worse is marked. */
export const changeCells = (changes: readonly Change[]): string[][] => [
  [...HEAD, "worse"],
  ...changes.map((change) => [
    change.name,
    figure(change.before),
    figure(change.now),
    change.unit,
    change.sample,
    median(change.ratios).toFixed(3),
    quantile(change.ratios, 0.1).toFixed(3),
    quantile(change.ratios, 0.9).toFixed(3),
    String(change.ratios.length),
    isWorse(change) ? "yes" : "no",
  ]),
];

/** The same as an aligned text. */
export const changeTable = (changes: readonly Change[]): string =>
  aligned(changeCells(changes), [1, 2, 5, 6, 7, 8]);
