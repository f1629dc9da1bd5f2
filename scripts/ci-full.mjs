// `npm run ci:full`: everything that CI runs (the footprint at full caps among it), then at full size
// what CI runs a sample of; as many seeds of the laws side by side as there are cores. A table of step,
// seconds and result, written to `docs/reference/proofs.md` with the commit that it was run on. Takes
// more than an hour. `-- --only TEXT` takes the steps with that in their names and writes nothing.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./lib/tools.mjs";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });

const SEEDS = [4242, 11, 23, 37, 41, 59, 67, 83, 97, 101];

/** Name, command, and what to show of its end: the last line that says what it came to. */
const STEPS = [
  ["what CI runs", "bash .ci/run"],
  SEEDS.map((seed) => [
    `laws and reference model, 10 000 inputs, seed ${seed}`,
    `npm run -s soak -- --inputs 10000 --seed ${seed}`,
  ]),
  ["every rule switched off", "npm run -s trace"],
  ["laws at full size", "npm run -s laws"],
  ["races, 200 trials each", "npm run -s races"],
  ["law of recovery, 100 000 inputs", "npm run -s law:recovery"],
  ["a day of a directory of 100 000 people", "npm run -s day"],
  ["runtimes, each in all of its places", "npm run -s packed -- test/runtimes all"],
  ["races of functions", "npm run -s packed -- examples/serverless race"],
  ["service, killed at random", "npm run -s packed -- examples/service crash"],
  ["service under load", "npm run -s packed -- examples/service load"],
];

// What CI takes where nothing else is said.
process.env.DATABASE_URL ??= "postgres://postgres@127.0.0.1:5432/test";

const git = (...args) => spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout.trim();
const commit = git("rev-parse", "--short=12", "HEAD");
const dirty = git("status", "--porcelain") === "" ? "" : ", with changes that are not committed";

const lastLine = (text) => {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => /[a-z0-9]/i.test(line)).at(-1) ?? "";
};

/** Runs one step; what it prints comes when it is done. */
async function run([name, command]) {
  const started = performance.now();
  const child = spawn(command, { cwd: root, shell: true, stdio: ["ignore", "pipe", "inherit"] });
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  const [status] = await once(child, "close");
  const printed = Buffer.concat(chunks).toString();
  console.log(`\n=== ${name}: ${command}\n${printed}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  return { name, command, seconds, ok: status === 0, end: lastLine(printed) };
}

const chosen = STEPS.map((step) => (Array.isArray(step[0]) ? step : [step]))
  .map((group) => group.filter(([name]) => name.includes(values.only)))
  .filter((group) => group.length > 0);
const cell = (text) => text.replaceAll("|", "\\|");
const tableOf = (rows) =>
  [
    "| step | command | seconds | result | what it printed last |",
    "|---|---|---:|---|---|",
    ...rows.map(
      ({ name, command, seconds, ok, end }) =>
        `| ${name} | \`${command}\` | ${seconds} | ${ok ? "ok" : "FAILED"} | ${cell(end)} |`,
    ),
  ].join("\n");

/** Written after every step, so that a run cut short leaves what it has shown. */
function write(rows) {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  const page = `# Proofs at full size

What \`npm run ci:full\` printed on commit \`${commit}\`${dirty} (${machine}). CI itself runs the small form of each.

${tableOf(rows)}
`;
  writeFileSync(join(root, "docs/reference/proofs.md"), page);
}

const rows = [];
for (const group of chosen) {
  const waiting = group.entries();
  const done = [];
  const one = async () => {
    for (const [place, step] of waiting) done[place] = await run(step);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, one));
  rows.push(...done);
  if (values.only === "") write(rows);
}
console.log(`\n${tableOf(rows)}`);
process.exit(rows.every(({ ok }) => ok) ? 0 : 1);
