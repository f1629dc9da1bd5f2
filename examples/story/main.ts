/**
 * The story of a Host of 10 000 people and its partners, told against an embedded database: every
 * step holds its outcome against what was expected, and the exit code says whether all were right.
 *
 * `npm start`, or `npm start -- <folder>` to keep the input files in a folder of one's own;
 * `npm start -- --policy wecom` tells it under another of the policies after vendors.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Policy, presets } from "interorg";
import { HOST, PARTNERS } from "./cast.ts";
import { appsReach } from "./chapters/apps.ts";
import { badList, emptyDepartment, noDeparture } from "./chapters/bad-list.ts";
import { countyAndTowns } from "./chapters/county.ts";
import { dayOfFacts } from "./chapters/day.ts";
import { replayed } from "./chapters/ending.ts";
import { flowsStayHome } from "./chapters/flows.ts";
import { fullSpace } from "./chapters/full.ts";
import { partnersJoin } from "./chapters/joining.ts";
import { oneOfTwoIdentities, wholePartnerLeaves } from "./chapters/leaving.ts";
import { licensesCount } from "./chapters/licenses.ts";
import { limitsHold } from "./chapters/limits.ts";
import { oneResignation } from "./chapters/resignation.ts";
import { scopesSelect } from "./chapters/scopes.ts";
import { createSpace } from "./chapters/space.ts";
import { roomLeft, whoSeesWhom } from "./chapters/views.ts";
import { writeInput } from "./data.ts";
import { type Database, openDatabase } from "./database.ts";
import { load } from "./load.ts";
import * as out from "./output.ts";
import { createTeller, type Teller } from "./teller.ts";

/** Runs parts of the story and keeps how long each took. */
function stopwatch() {
  const laps: [name: string, milliseconds: number][] = [];
  const lap = async <Value>(name: string, run: () => Promise<Value>): Promise<Value> => {
    const started = performance.now();
    const value = await run();
    laps.push([name, performance.now() - started]);
    return value;
  };
  return { laps, lap };
}

async function tell(teller: Teller, input: string): Promise<void> {
  await createSpace(teller);
  await partnersJoin(teller);
  await scopesSelect(teller);
  await licensesCount(teller);
  await appsReach(teller);
  await flowsStayHome(teller);
  await oneResignation(teller);
  await noDeparture(teller);
  await badList(teller, input);
  await emptyDepartment(teller, input);
  const touched = await dayOfFacts(teller, input);
  await limitsHold(teller);
  await fullSpace(teller, input, touched);
  await oneOfTwoIdentities(teller);
  await wholePartnerLeaves(teller);
  await whoSeesWhom(teller);
  await roomLeft(teller);
  await countyAndTowns(teller);
}

function summary(teller: Teller, laps: readonly (readonly [string, number])[]): void {
  const { inputs, events, notices, refused, checks } = teller.totals;
  out.heading("Summary");
  out.note(
    `${out.count(inputs)} inputs, ${out.count(refused)} of them refused; ${out.count(events)} ` +
      `events, ${out.count(notices)} notices; ${out.count(checks)} checks, all as expected.`,
  );
  out.note(`${laps.map(([name, time]) => `${name} ${out.seconds(time)}`).join(", ")}.`);
}

/** Where to go from here. */
function next(): void {
  out.heading("What next");
  for (const [what, where] of [
    ["Write a program of your own, one page", "docs/tutorials/first-hour.md"],
    ["Ten commands, to be run and changed", "examples/quickstart.ts"],
    ["Step through a World in a browser", "npm run packed -- examples/playground start"],
    ["The same over HTTP, with an outbox", "npm run packed -- examples/service start"],
    ["Every rule, with its source and code", "docs/rules/README.md"],
  ] as const) {
    out.done(`${what}: ${where}`);
  }
}

/** The policies by name. */
const isPreset = (name: string): name is keyof typeof presets => Object.hasOwn(presets, name);

async function run(
  work: string,
  input: string,
  policy: Policy,
  signal: AbortSignal,
): Promise<void> {
  const { laps, lap } = stopwatch();
  const file = join(work, "story.db");
  let database: Database | null = null;
  try {
    writeInput(input);
    database = await lap("database set up", () => openDatabase(file, policy));
    out.aside("The database is a file, through SQLite; its tables are made.");
    const teller = createTeller(database.host, policy, signal);
    await lap("directories", () => load(teller, input));
    await lap("story", () => tell(teller, input));
    out.heading("Closed, opened again, replayed");
    database.close();
    database = null;
    database = await lap("reopening", () => openDatabase(file, policy));
    const { host, records } = database;
    await lap("replay and checks", async () => replayed(teller, host, await records()));
    summary(teller, laps);
    next();
  } finally {
    database?.close();
  }
}

const stop = new AbortController();
let asked = 0;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // A terminal and a parent process may both pass the same key press on.
    if (asked > 0 && performance.now() - asked > 1_000) process.exit(130);
    asked = performance.now();
    stop.abort(new Error("stopped by the user"));
  });
}

const { values, positionals } = parseArgs({
  options: { policy: { type: "string", default: "dingtalk" } },
  allowPositionals: true,
});
const name = values.policy;
if (!isPreset(name)) {
  out.failure(`--policy is one of ${Object.keys(presets).join(", ")}`);
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), "interorg-story-"));
out.title(`${HOST.name} and ${PARTNERS.length} partners, under the policy ${name}`);
try {
  await run(work, positionals[0] ?? join(work, "input"), presets[name], stop.signal);
} catch (error) {
  out.failure(stop.signal.aborted ? "\nStopped; the database is closed." : `\n${error}`);
  if (!stop.signal.aborted && error instanceof Error) out.failure(error.stack ?? "");
  process.exitCode = stop.signal.aborted ? 130 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
