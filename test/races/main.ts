/**
 * Races on a real PostgreSQL: many clients at once, each on its own connection, at READ COMMITTED.
 * `npm run -s races [-- --trials N] [-- --only NAME]`; the server is DATABASE_URL's, or a local one.
 */
import { parseArgs } from "node:util";
import { defaultPolicy, type Event } from "../../src/index.ts";
import type { Checks } from "../../src/postgres/store.ts";
import { type Client, openField } from "./field.ts";
import { CLIENTS, type Scenario, times } from "./scenario.ts";
import { absentKeys, SCENARIOS, WRITE_SKEW } from "./scenarios.ts";
import { HIERARCHY } from "./scenarios-hierarchy.ts";
import { WORK } from "./scenarios-work.ts";
import { type Answer, faultsOf, openTrial, readRemains } from "./trial.ts";

const URL_DEFAULT = "postgres://postgres@127.0.0.1:5432/test";
const { values } = parseArgs({
  options: { trials: { type: "string", default: "200" }, only: { type: "string" } },
});
const url = process.env["DATABASE_URL"] ?? URL_DEFAULT;
const trials = Number(values.trials);

interface Row {
  readonly name: string;
  trials: number;
  broken: number;
  lost: number;
  deadlocks: number;
  conflicts: number;
  ms: number;
  readonly examples: string[];
}

/** Follows the tail while the race is on, in small pages, as a projection would. */
async function follow(client: Client, over: () => boolean): Promise<Event[]> {
  const seen: Event[] = [];
  let after: string | undefined;
  for (;;) {
    const last = over();
    const page = await client.host.events(after === undefined ? { limit: 7 } : { after, limit: 7 });
    seen.push(...page.items.map(({ event }) => event));
    after = page.next;
    if (last && page.items.length === 0) return seen;
  }
}

async function runTrial(
  scenario: Scenario,
  clients: readonly Client[],
  reader: Client,
): Promise<{ answers: Answer[]; tail: Event[] }> {
  const answers: Answer[] = [];
  let over = false;
  const [tail] = await Promise.all([
    follow(reader, () => over),
    scenario.run(openTrial(clients, answers)).finally(() => {
      over = true;
    }),
  ]);
  return { answers, tail };
}

async function race(
  scenario: Scenario,
  name: string,
  checks: Checks,
  wanted: number,
): Promise<Row> {
  const row: Row = {
    name,
    trials: 0,
    broken: 0,
    lost: 0,
    deadlocks: 0,
    conflicts: 0,
    ms: 0,
    examples: [],
  };
  const field = openField(url, `races_${process.pid}`, checks);
  try {
    const seed = scenario.seed();
    await field.plant(seed);
    const count = scenario.clients ?? CLIENTS;
    const clients = times(count, (i) => field.client(scenario.policies?.[i] ?? defaultPolicy));
    const reader = field.client(defaultPolicy);
    const started = performance.now();
    for (; row.trials < wanted; row.trials += 1) {
      await field.reset(scenario.policies?.[0] ?? defaultPolicy);
      const { answers, tail } = await runTrial(scenario, clients, reader);
      const remains = await readRemains(field, answers);
      const { broken, lost } = faultsOf(remains, seed, tail, scenario.rule);
      if (broken.length > 0) row.broken += 1;
      if (lost.length > 0) row.lost += 1;
      row.examples.push(...broken.slice(0, 2), ...lost.slice(0, 2));
    }
    row.ms = Math.round(performance.now() - started);
    return { ...row, ...field.counters };
  } finally {
    await field.close();
  }
}

const columns = ["trials", "broken", "lost", "deadlocks", "conflicts", "ms"] as const;

function line(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(46) + cells.map((cell) => String(cell).padStart(11)).join("");
}

function print(row: Row, examples: number): void {
  console.log(
    line(
      row.name,
      columns.map((column) => row[column]),
    ),
  );
  for (const example of row.examples.slice(0, examples)) console.log(`    ${example}`);
}

const all: Checks = { reads: "all", placeholders: true };
const controls: readonly (readonly [Scenario, string, Checks])[] = [
  [WRITE_SKEW, "control: only written keys checked", { reads: "written", placeholders: true }],
  [absentKeys, "control: no rows for absent keys", { reads: "all", placeholders: false }],
];

console.log(line("scenario", columns));
const sum = { trials: 0, broken: 0, lost: 0, deadlocks: 0 };
for (const scenario of [...SCENARIOS, ...WORK, ...HIERARCHY]) {
  if (values.only !== undefined && !scenario.name.includes(values.only)) continue;
  const row = await race(scenario, scenario.name, all, Math.ceil(trials / (scenario.rarely ?? 1)));
  print(row, 3);
  sum.trials += row.trials;
  sum.broken += row.broken;
  sum.lost += row.lost;
  sum.deadlocks += row.deadlocks;
}
let sound = sum.broken + sum.lost + sum.deadlocks === 0;
for (const [scenario, name, checks] of controls) {
  if (values.only !== undefined && !name.includes(values.only)) continue;
  const row = await race(scenario, name, checks, Math.ceil(trials / 4));
  print(row, 1);
  if (row.broken > 0) continue;
  console.log("    the control did not break: these races would not notice what it leaves out");
  sound = false;
}
console.log(
  `races: ${sum.trials} trials, ${sum.broken} broken, ${sum.lost} lost, ${sum.deadlocks} deadlocks`,
);
process.exitCode = sound ? 0 : 1;
