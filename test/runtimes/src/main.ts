/**
 * Plays the script on every runtime and compares what they say.
 *
 *   (nothing)                 every lane in one place, against the committed trace, and the controls
 *   --all                     the same, every lane in each of its places
 *   --compare LANE LANE       the first step that differs between two lanes
 *   --write                   the committed trace and the page, from this version of the library
 */
import { parseArgs } from "node:util";
import pLimit from "p-limit";
import { buildAll } from "./builds.ts";
import { controls } from "./controls.ts";
import { coverage } from "./coverage.ts";
import { documentRuntimes } from "./document.ts";
import { LANES, type Lane, sampled } from "./lanes.ts";
import { PLACES } from "./places.ts";
import { differenceText, firstDifference, playOn, type Run, stepText } from "./runs.ts";
import type { Trace } from "./trace.ts";
import { type Golden, readGolden, script as readScript, writeGolden } from "./vectors.ts";

const script = readScript();
const [firstLane] = LANES as readonly [Lane, ...Lane[]];
/** Runs side by side. */
const limit = pLimit(2);

function fail(text: string): void {
  console.log(text);
  process.exitCode = 1;
}

/** What is wrong with a run, or `null`. */
function wrongWith({ lane, place, trace, error }: Run, golden: Golden): string | null {
  if (trace === null) return error;
  const { timeZone, locale } = { ...place, ...lane.reports };
  if (trace.place.timeZone !== timeZone) return `its time zone is ${trace.place.timeZone}`;
  if (trace.place.locale !== locale) return `its locale is ${trace.place.locale}`;
  return trace.hash === golden.hash ? null : `its hash is ${trace.hash}`;
}

async function tableOf(runs: readonly Run[]): Promise<void> {
  const rows = runs.map(async ({ lane, trace, seconds }) => ({
    runtime: lane.runtime,
    version: await lane.version(),
    lane: lane.id,
    "time zone": trace?.place.timeZone,
    locale: trace?.place.locale,
    inputs: trace?.inputs,
    hash: trace?.hash.slice(0, 16),
    "as written": trace?.asWritten.slice(0, 8),
    seconds: Number(seconds.toFixed(1)),
  }));
  console.table(await Promise.all(rows));
}

/** Says where a run parts from one that is as expected, or from the committed trace if none is. */
async function located(run: Run, runs: readonly Run[], golden: Golden): Promise<string> {
  if (run.trace === null) return "";
  const index = firstDifference(run.trace.digests, golden.digests);
  if (index === null) return "";
  const sound = runs.find(({ trace }) => trace?.hash === golden.hash);
  if (sound !== undefined) return differenceText([sound, run], index, script);
  return `${stepText(run, index, script)}\nIf this change is meant: npm run vectors`;
}

async function everywhere(lanes: readonly Lane[], golden: Golden): Promise<void> {
  const runs = await Promise.all(
    lanes.flatMap((lane) =>
      lane.places.map((place) => limit(() => playOn(lane, place, { script }))),
    ),
  );
  await tableOf(runs);
  const traces = runs.flatMap(({ trace }) => trace ?? []);
  const wrong = runs.filter((run) => wrongWith(run, golden) !== null);
  for (const run of wrong) {
    fail(`${run.lane.id} in ${run.place.timeZone}: ${wrongWith(run, golden)}`);
  }
  const [first] = wrong;
  if (first !== undefined) fail(await located(first, runs, golden));
  const written = new Set(traces.map(({ asWritten }) => asWritten));
  if (written.size > 1) fail(`${written.size} hashes of what is written`);
  if (traces[0] !== undefined) covered(traces[0]);
  await controlled(golden);
  if (!(await documentRuntimes(golden, false))) {
    fail("docs/reference/runtimes.md is not as generated: npm run vectors");
  }
  await verdict(runs, golden);
}

function covered(trace: Trace): void {
  const { said, missing } = coverage(trace);
  console.log(`reached: ${said}`);
  if (missing.length > 0) fail(`not reached: ${missing.join(", ")}`);
}

async function controlled(golden: Golden): Promise<void> {
  for (const { name, told, wrong } of await controls(firstLane, script, golden)) {
    if (wrong === null) console.log(`control, ${name}: ${told}`);
    else fail(`control, ${name}, did not tell: ${wrong}`);
  }
}

async function verdict(runs: readonly Run[], golden: Golden): Promise<void> {
  const names = await Promise.all(
    runs.map(async ({ lane }) => `${lane.runtime} ${await lane.version()}`),
  );
  const hashes = new Set(runs.map(({ trace }) => trace?.hash ?? "none"));
  const count = hashes.size === 1 ? "1 hash" : `${hashes.size} hashes`;
  const as = process.exitCode ? "not as expected" : "as expected";
  console.log(`${golden.hash}, ${golden.inputs} inputs, ${runs.length} runs, ${as}`);
  console.log(`${new Set(names).size} runtimes, ${count}`);
}

async function compare(ids: readonly string[]): Promise<void> {
  const lanes = ids.flatMap((id) => LANES.find((lane) => lane.id === id) ?? []);
  if (lanes.length !== 2) {
    fail(`two of these: ${LANES.map(({ id }) => id).join(" ")}`);
    return;
  }
  const [left, right] = (await Promise.all(
    lanes.map((lane) => playOn(lane, lane.places[0] ?? PLACES[0], { script })),
  )) as [Run, Run];
  for (const { lane, error } of [left, right]) if (error !== null) fail(`${lane.id}: ${error}`);
  if (left.trace === null || right.trace === null) return;
  const index = firstDifference(left.trace.digests, right.trace.digests);
  if (index === null) console.log(`${ids.join(" and ")}: the same ${left.trace.hash}`);
  else fail(await differenceText([left, right], index, script));
}

async function write(): Promise<void> {
  const { trace, error } = await playOn(firstLane, PLACES[0], { script });
  if (trace === null) {
    fail(String(error));
    return;
  }
  const before = readGolden();
  const index = before === null ? null : firstDifference(trace.digests, before.digests);
  writeGolden(trace);
  await documentRuntimes({ ...trace }, true);
  console.log(`${trace.hash}, ${trace.inputs} inputs, ${trace.queries} questions`);
  if (before !== null) console.log(index === null ? "as before" : `differs from step ${index} on`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: "boolean" },
    compare: { type: "boolean" },
    write: { type: "boolean" },
  },
});
await buildAll();
const golden = readGolden();
if (values.compare) await compare(positionals);
else if (values.write) await write();
else if (golden === null) fail("no trace is committed: npm run vectors");
else await everywhere(values.all ? LANES : sampled(LANES), golden);
