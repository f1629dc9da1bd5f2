// Holds `src` to the import rules of .dependency-cruiser.cjs, and proves that its modules were seen:
// a cruise of nothing breaks no rule.
import { cruiseSources } from "./lib/cruise.mjs";
import { root } from "./lib/tools.mjs";

const fewest = 30;

const { modules, broken } = cruiseSources(root);
for (const { rule, from, to } of broken) console.error(`${rule}: ${from} -> ${to}`);
console.log(`${modules.length} modules, ${broken.length} broken import rules`);
if (modules.length < fewest) {
  console.error(`expected at least ${fewest} modules: the cruise did not see the sources`);
}
process.exitCode = broken.length > 0 || modules.length < fewest ? 1 : 0;
