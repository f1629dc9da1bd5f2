// What bundles carry, against the limits of `scripts/sizes.json`. An aim that is reached becomes the
// limit: until it is written there, this fails.
import { limits } from "./lib/sizes.mjs";
import { runTool } from "./lib/tools.mjs";

const { stdout, stderr } = runTool("size-limit", ["--json"]);
let found;
try {
  found = JSON.parse(stdout);
} catch {
  console.error(`${stdout}${stderr}`);
  process.exit(1);
}
const sizes = new Map(found.map(({ name, size }) => [name, size / 1_000]));

const problems = [];
const rows = limits.map(({ name, limit, aim = null }) => {
  const kB = sizes.get(name);
  if (kB === undefined) problems.push(`${name}: not measured`);
  if (kB > limit) problems.push(`${name}: ${kB.toFixed(1)} kB, at most ${limit}`);
  if (aim !== null && kB <= aim && limit > aim) {
    problems.push(`${name}: ${kB.toFixed(1)} kB has reached its aim, so ${aim} is its limit now`);
  }
  return { name, kB: Number(kB?.toFixed(2)), limit, aim: limit === aim ? "reached" : (aim ?? "") };
});
console.table(rows);
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
