/**
 * Races between instances of the bundled function, each a process (or a workerd) of its own with a
 * connection of its own, over one PostgreSQL:
 *
 *   DATABASE_URL=postgres://… npm run race -- [--rounds N] [--instances N] [--workers N] [--only TEXT]
 *
 * `--small` is a few rounds of all but the large ones, for CI.
 */
import { parseArgs } from "node:util";
import { bundle, instead, TARGETS } from "../build/bundle.ts";
import { type Figures, race, type Setup } from "./race.ts";
import { CONTROLS, SCENARIOS } from "./scenarios.ts";

const { values } = parseArgs({
  options: {
    small: { type: "boolean", default: false },
    rounds: { type: "string" },
    instances: { type: "string" },
    workers: { type: "string" },
    only: { type: "string", default: "" },
  },
});
const { small } = values;
const url = process.env["DATABASE_URL"];
const setup: Omit<Setup, "url"> = {
  rounds: Number(values.rounds ?? (small ? 4 : 50)),
  lambdas: Number(values.instances ?? (small ? 6 : 16)),
  workers: Number(values.workers ?? (small ? 1 : 2)),
  bundle: TARGETS.lambda.file,
  env: {},
};

const columns = ["rounds", "sent", "broken", "lost", "duplicates", "busy", "seconds"] as const;
const line = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(48) + cells.map((cell) => String(cell).padStart(11)).join("");

function print(name: string, figures: Figures, examples: number): void {
  console.log(
    line(
      name,
      columns.map((column) => figures[column]),
    ),
  );
  for (const example of figures.examples.slice(0, examples)) console.log(`    ${example}`);
}

const UNSAFE = ".tmp/unsafe.cjs";

async function main(database: string): Promise<boolean> {
  const unsafe = { plugins: [instead("database", "race/unsafe-database.ts")] };
  await Promise.all([
    bundle(TARGETS.lambda),
    bundle(TARGETS.worker),
    bundle({ ...TARGETS.lambda, file: UNSAFE }, unsafe),
  ]);
  console.log(`${setup.lambdas} processes and ${setup.workers} workerd per race\n`);
  console.log(line("race", columns));
  let sound = true;
  for (const scenario of SCENARIOS) {
    if ((small && scenario.large === true) || !scenario.name.includes(values.only)) continue;
    const figures = await race(scenario, { ...setup, url: database });
    print(scenario.name, figures, 3);
    sound &&= figures.broken + figures.lost + figures.duplicates === 0;
  }
  for (const [skipped, scenario] of Object.entries(CONTROLS)) {
    const name = `control, ${skipped === "nothing" ? "nothing" : "only what is written"} checked`;
    if (!name.includes(values.only)) continue;
    const env = { UNSAFE: skipped };
    const unchecked = { ...setup, url: database, bundle: UNSAFE, env, workers: 0 };
    // Chance decides when such a store breaks: a quick race goes on until it has, three times.
    const figures = await race(scenario, { ...unchecked, rounds: 30, enough: small ? 3 : 31 });
    print(name, figures, 1);
    if (figures.broken + figures.lost + figures.duplicates > 0) continue;
    console.log("    it did not break: these races would not notice what it leaves out");
    sound = false;
  }
  return sound;
}

if (url === undefined) {
  console.log("no DATABASE_URL: no races");
  process.exitCode = small ? 0 : 1;
} else process.exitCode = (await main(url)) ? 0 : 1;
