/**
 * `npm run footprint [-- --check]`: keys and bytes of every input and question at full caps, against
 * stated formulas. Writes `docs/reference/footprint.md`; `--check` fails when that page is stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { COMMAND_TYPES } from "../src/core/command-types.ts";
import { FACT_TYPES } from "../src/engine/codes.ts";
import { invariants } from "../src/engine/invariants.ts";
import { sliceEntries } from "../src/index.ts";
import { queryHandlers } from "../src/queries/handlers.ts";
import { belowCases, belowQuestions } from "./footprint-below.ts";
import { busyTree } from "./footprint-below-world.ts";
import { commandCases } from "./footprint-commands.ts";
import { factCases } from "./footprint-facts.ts";
import { hierarchyCases, hierarchyQuestions } from "./footprint-hierarchy.ts";
import { bytesOf, type Found, measureCase, RECORD_MAX } from "./footprint-measure.ts";
import { pageOf, totalOf } from "./footprint-page.ts";
import { questionCases } from "./footprint-questions.ts";
import { FULL_TREE, SMALL_TREE, treeWorld } from "./footprint-tree.ts";
import { workCases, workQuestions } from "./footprint-work.ts";
import { workingWorld } from "./footprint-work-world.ts";
import { FULL, fullWorld, SMALL } from "./footprint-world.ts";

const PAGE = "docs/reference/footprint.md";

const problems: string[] = [];

/** The same World in small keeps every invariant; else its figures mean nothing. */
function checkSmall(): void {
  for (const { world, policy } of [workingWorld(fullWorld(SMALL)), busyTree(treeWorld(SMALL_TREE))])
    for (const { rule, what } of invariants(world, policy)) problems.push(`${rule}: ${what}`);
}

checkSmall();
const full = fullWorld(FULL);
const work = workingWorld(full);
const tree = treeWorld(FULL_TREE);
const busy = busyTree(tree);
const found: Found[] = [
  ...factCases(full),
  ...commandCases(full),
  ...workCases(work),
  ...hierarchyCases(tree),
  ...belowCases(busy),
  ...questionCases(full),
  ...workQuestions(work),
  ...hierarchyQuestions(tree),
  ...belowQuestions(busy),
].map((each) => measureCase(each, full.world, full.policy));
for (const { type, name, problems: own } of found) {
  problems.push(...own.map((problem) => `${type}, ${name}: ${problem}`));
}
/** Over all cases: rounds on average, and keys. */
const ROUNDS_AVERAGE = 3.1;
// Nearly half of all keys are those of the end of a Trunk with 20 000 organizations below it: for each its lineage,
// and what it or its people may have had there.
const KEYS_AVERAGE = 1_050;
const { rounds, loaded } = totalOf(found);
if (rounds > ROUNDS_AVERAGE) problems.push(`${rounds.toFixed(2)} rounds on average`);
const keys = loaded / found.length;
if (keys > KEYS_AVERAGE) problems.push(`${keys.toFixed(0)} keys on average`);
const measured = new Set(found.map(({ type }) => type));
for (const type of [...COMMAND_TYPES, ...FACT_TYPES, ...Object.keys(queryHandlers)]) {
  if (!measured.has(type)) problems.push(`${type}: not measured`);
}

/** The largest record of each kind in the Worlds. */
const largest = new Map<string, number>();
for (const [[kind], record] of [...sliceEntries(work.world), ...sliceEntries(busy.world)]) {
  const bytes = bytesOf(record);
  if (bytes > (largest.get(kind) ?? 0)) largest.set(kind, bytes);
}
for (const [kind, bytes] of largest) {
  if (bytes > RECORD_MAX) problems.push(`${kind}: a record of ${bytes} bytes`);
}

const page = pageOf(found, largest);
if (process.argv.includes("--check")) {
  let known = "";
  try {
    known = readFileSync(PAGE, "utf8");
  } catch {
    problems.push(`${PAGE} is missing`);
  }
  if (known !== page) problems.push(`${PAGE} is stale: npm run footprint`);
} else {
  mkdirSync("docs/reference", { recursive: true });
  writeFileSync(PAGE, page);
  console.log(page);
}
for (const problem of problems.slice(0, 50)) console.error(problem);
console.log(`${found.length} cases, ${rounds.toFixed(2)} rounds on average, ${loaded} keys`);
if (problems.length > 0) process.exitCode = 1;
