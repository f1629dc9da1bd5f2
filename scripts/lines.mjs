// Counts the lines of the rules (`core`, the areas, `queries`, `engine`; invariants included) and holds
// them against `scripts/lines.json`: a total that only falls, or rises with a reason, and a length for
// each file. `node scripts/lines.mjs --lower` writes a total that has fallen.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/tools.mjs";

const RATCHET = join(root, "scripts/lines.json");
const OUTSIDE = ["catalogue", "connect", "host", "postgres", "schema", "sqlite", "testing"];
const ratchet = JSON.parse(readFileSync(RATCHET, "utf8"));

// What a generator makes is nobody's to read or to keep short; its sources are counted.
const isMade = (file) => readFileSync(join(root, "src", file), "utf8").startsWith("/** Made by ");
const files = readdirSync(join(root, "src"), { recursive: true })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts") && !isMade(file));
const linesOf = (file) => readFileSync(join(root, "src", file), "utf8").split("\n").length - 1;
const lines = new Map(files.map((file) => [file, linesOf(file)]));

const ofRules = files.filter((file) => file.includes("/") && !OUTSIDE.includes(file.split("/")[0]));
const total = ofRules.reduce((sum, file) => sum + lines.get(file), 0);

const problems = [];
if (total > ratchet.total) problems.push(`${total} lines of rules, ${ratchet.total} allowed`);
for (const [file, count] of lines) {
  const most = file.endsWith("/model.ts") ? ratchet.vocabulary : ratchet.logic;
  if (count > most && !Object.hasOwn(ratchet.longer, file)) {
    problems.push(`src/${file}: ${count} lines, ${most} allowed without a reason`);
  }
}
for (const file of Object.keys(ratchet.longer)) {
  const most = file.endsWith("/model.ts") ? ratchet.vocabulary : ratchet.logic;
  if ((lines.get(file) ?? 0) <= most) problems.push(`src/${file} needs no reason any more`);
}

if (process.argv.includes("--lower") && total < ratchet.total) {
  writeFileSync(RATCHET, `${JSON.stringify({ ...ratchet, total }, null, 2)}\n`);
}
for (const problem of problems) console.error(problem);
console.log(`${total} lines of rules in ${ofRules.length} files, at most ${ratchet.total}`);
process.exit(problems.length === 0 ? 0 : 1);
