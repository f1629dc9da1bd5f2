// Writes docs/rules/, a page for each area of the register and an index. With `--check` it writes
// nothing and fails if a page is not as it would be written.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/evidence.ts";
import { rulePages } from "./lib/rule-pages.ts";

const folder = join(root, "docs", "rules");
mkdirSync(folder, { recursive: true });

const pages = rulePages();
const there = readdirSync(folder);
const stale = [
  ...there.filter((file) => !pages.has(file)),
  ...[...pages.keys()].filter(
    (file) => !there.includes(file) || readFileSync(join(folder, file), "utf8") !== pages.get(file),
  ),
];

if (process.argv.includes("--check")) {
  for (const file of stale) console.error(`docs/rules/${file} is not as generated`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const file of stale) {
    const page = pages.get(file);
    if (page === undefined) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), page);
  }
}
console.log(`${pages.size} pages, ${stale.length} of them stale before`);
