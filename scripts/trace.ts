// Holds every rule that the library keeps against the code, the tests and the pages: the guard,
// effect or view that carries its id, tests of each kind of evidence, a heading. Titles are not
// believed: each rule with a tag is switched off in turn, and a test that carries its id must fail.
// `--static` leaves those runs out, `--sample 4` makes them for one rule in four, others at each commit;
// `LINK HIER-04` looks at a family and at a rule alone.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import {
  codeEvidence,
  codeMissing,
  documentedRules,
  KEPT,
  root,
  type TitledTest,
  titledTests,
  wordsMissing,
} from "./lib/evidence.ts";
import { type Run, type Runner, startRunner } from "./lib/switched-off.ts";

const gaps: string[] = [];
const gap = (id: string, what: string): void => {
  gaps.push(`${id.padEnd(12)}${what}`);
};

const { values, positionals: only } = parseArgs({
  allowPositionals: true,
  options: { static: { type: "boolean", default: false }, sample: { type: "string" } },
});
const looked = KEPT.filter(
  ({ id }) => only.length === 0 || only.some((name) => id === name || id.startsWith(`${name}-`)),
);
if (looked.length === 0) throw new Error(`no rule that is kept goes by ${only.join(", ")}`);
const ids: ReadonlySet<string> = new Set(looked.map(({ id }) => id));

const code = codeEvidence();
const documented = documentedRules();
const tests = titledTests().filter(({ id }) => ids.has(id));

/** Which of so many parts a run takes: one that follows from the commit, so that commits take them all. */
function partOf(parts: number): number {
  const found = spawnSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" });
  // Where there is no commit to be told: the first.
  return found.status === 0 ? Number.parseInt(found.stdout.slice(0, 8), 16) % parts : 0;
}

const parts = Number(values.sample ?? 1);
if (!Number.isInteger(parts) || parts < 1) throw new Error(`no sample of one in ${values.sample}`);
const part = partOf(parts);
/** The rules that are switched off. */
const tried = values.static ? [] : looked.filter((_, index) => index % parts === part);

const filesOf = (ids: readonly TitledTest[]): string[] => [...new Set(ids.map(({ file }) => file))];

/** What is wrong with a run in which a rule was off. */
function unnoticed(run: Run): string | null {
  if (run.broken.length > 0) return `a test file that loads without it: ${run.broken.join(", ")}`;
  return run.failed.length > 0 ? null : "a test that fails when it is switched off";
}

/** The ids whose tests do not notice, or do not even pass while everything is on. */
async function checkRuns(runner: Runner): Promise<ReadonlySet<string>> {
  const untested = new Set<string>();
  const blame = (id: string, what: string): void => {
    untested.add(id);
    gap(id, what);
  };
  const theirs: ReadonlySet<string> = new Set(tried.map(({ id }) => id));
  const on = await runner.run(filesOf(tests.filter(({ id }) => theirs.has(id))), null);
  for (const file of on.broken) gap("-", `${file} does not load`);
  for (const title of on.failed) {
    const id = title.split(" ", 1)[0] as string;
    // The files of these rules have tests of others as well.
    if (theirs.has(id)) blame(id, `fails: ${title}`);
  }
  const passed = new Set(on.passed.map((title) => title.split(" ", 1)[0]));
  for (const { id } of tried) {
    const own = tests.filter((each) => each.id === id);
    if (own.length === 0) continue;
    if (!passed.has(id)) blame(id, "a test that runs");
    if ((code.get(id)?.tags.length ?? 0) === 0) continue;
    const wrong = unnoticed(await runner.run(filesOf(own), id));
    if (wrong !== null) blame(id, wrong);
  }
  return untested;
}

let unproven: ReadonlySet<string> = new Set();
if (tried.length > 0) {
  const runner = await startRunner();
  unproven = await checkRuns(runner);
  await runner.close();
}

let inCode = 0;
let tested = 0;
let written = 0;
for (const rule of looked) {
  const { id } = rule;
  const found = code.get(id) ?? { tags: [], checks: [], mentions: [], fields: [] };
  const missing = codeMissing(rule, found, documented);
  if (missing === null) inCode += 1;
  else gap(id, missing);
  const words = wordsMissing(
    rule,
    tests.filter((each) => each.id === id).map(({ title }) => title),
  );
  for (const word of words) gap(id, `a test titled "${id} ${word} …"`);
  if (words.length === 0 && !unproven.has(id)) tested += 1;
  if (documented.has(id)) written += 1;
  else gap(id, "a heading in docs/rules");
}

for (const line of gaps.sort()) console.log(line);
console.log(
  `${looked.length} active rules: ${inCode} in code, ${tested} tested, ${written} documented; ${tried.length} switched off`,
);
const complete = [inCode, tested, written].every((count) => count === looked.length);
process.exitCode = complete && gaps.length === 0 ? 0 : 1;
