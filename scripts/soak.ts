/**
 * `npm run soak -- --inputs N [--seed S] [--only TEXT] [--about hierarchies|directories]`: all laws, or those with that
 * in their names, on scripts made from a seed, of any kind or all about one thing, until N inputs were
 * decided. Says what was reached, and last how it went; the exit code says so too.
 */
import { parseArgs } from "node:util";
import { watchGuesses } from "../src/core/guess.ts";
import { answersAgree, effectiveShare, LAWS, soak } from "../src/testing/index.ts";
import { needsClose } from "../src/testing/laws/slices.ts";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "20000" },
    seed: { type: "string" },
    only: { type: "string", default: "" },
    about: { type: "string" },
  },
});
const SUBJECTS = ["hierarchies", "directories"] as const;
const about = SUBJECTS.find((subject) => subject === values.about);
const known = about === values.about;
const wanted = Number(values.inputs);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!known || !Number.isSafeInteger(wanted) || wanted < 1 || !Number.isSafeInteger(seed)) {
  console.error(
    "usage: npm run soak -- --inputs N [--seed S] [--only TEXT] [--about hierarchies|directories], numbers positive integers",
  );
  process.exit(2);
}
const scripts = about === undefined ? {} : { about };

/** Milliseconds between two lines of progress: a run that is stopped has said how far it came. */
const QUIET = 5_000;
const started = performance.now();
let said = started;
let printed = 0;

/** What guesses stumbled over, by type of error: a blank may be anything, but never endless. */
const stumbles = new Map<string, number>();
watchGuesses((thrown) => {
  const name = thrown instanceof Error ? thrown.name : "no error";
  stumbles.set(name, (stumbles.get(name) ?? 0) + 1);
});

/** Rounds of loading on average, at most; fewer inputs than that say nothing of it. */
const ROUNDS_AVERAGE = 1.9;
const INPUTS_FEWEST = 5_000;
let decided = 0;
let rounds = 0;
const closes = needsClose((_type, count) => {
  decided += 1;
  rounds += count;
});
const slice = LAWS.slice.map((law) => (law.name === closes.name ? closes : law));
const all = [...LAWS.step, ...slice, ...LAWS.world, answersAgree()];
const laws = all.filter(({ name }) => name.includes(values.only));
const { tally, failures } = soak(laws, {
  seed,
  inputs: wanted,
  failures: 5,
  scripts,
  progress: (inputs, found) => {
    for (const { text } of found.slice(printed)) console.log(`${text}\n`);
    printed = found.length;
    const now = performance.now();
    if (now - said < QUIET && inputs < wanted) return;
    said = now;
    const rate = Math.round((inputs * 1000) / (now - started));
    console.log(`${inputs} of ${wanted} inputs, ${rate} a second, ${found.length} failures so far`);
  },
});
console.table([
  {
    laws: laws.length,
    inputs: tally.inputs,
    "commands that did something": `${effectiveShare(tally).toFixed(1)} %`,
    "refusals by type": tally.refusals.size,
    "types of event": tally.events.size,
  },
]);
const average = rounds / Math.max(decided, 1);
if (decided > 0) {
  console.log(`${average.toFixed(2)} rounds of loading on average; guesses stumbled over:`);
  console.table(Object.fromEntries(stumbles));
}
console.log(`soak: ${tally.inputs} inputs, ${failures.length} failures, seed ${seed}`);
const slow = decided >= INPUTS_FEWEST && average > ROUNDS_AVERAGE;
process.exitCode = failures.length === 0 && !slow && !stumbles.has("RangeError") ? 0 : 1;
