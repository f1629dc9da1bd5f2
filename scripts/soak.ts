/**
 * `npm run soak -- --inputs N [--seed S]`: all laws, on scripts made from a seed, until N inputs were
 * decided. Says what was reached, and last how it went; the exit code says so too.
 */
import { parseArgs } from "node:util";
import { answersAgree, effectiveShare, LAWS, soak } from "../src/testing/index.ts";

const { values } = parseArgs({
  options: { inputs: { type: "string", default: "20000" }, seed: { type: "string" } },
});
const wanted = Number(values.inputs);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!Number.isSafeInteger(wanted) || wanted < 1 || !Number.isSafeInteger(seed)) {
  console.error("usage: npm run soak -- --inputs N [--seed S], both positive integers");
  process.exit(2);
}

/** Milliseconds between two lines of progress: a run that is stopped has said how far it came. */
const QUIET = 5_000;
const started = performance.now();
let said = started;
let printed = 0;

const laws = [...LAWS.step, ...LAWS.slice, ...LAWS.world, answersAgree()];
const { tally, failures } = soak(laws, {
  seed,
  inputs: wanted,
  failures: 5,
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
console.log(`soak: ${tally.inputs} inputs, ${failures.length} failures, seed ${seed}`);
process.exitCode = failures.length === 0 ? 0 : 1;
