/**
 * `npm run docs:observe [-- --inputs N]`: finds out anew which events, notices and records follow from
 * what, for the reference pages. Takes minutes; needed when `npm run docs:check` meets something new.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { OBSERVED_FILE, observe, SEED } from "./docs/observed.ts";

const { values } = parseArgs({ options: { inputs: { type: "string", default: "2000000" } } });
const found = observe(SEED, Number(values.inputs));
writeFileSync(OBSERVED_FILE, `${JSON.stringify(found, null, 2)}\n`);
for (const [name, pairs] of Object.entries(found)) {
  const count = Object.values(pairs).reduce((sum, to) => sum + to.length, 0);
  console.log(`${name}: ${count} pairs`);
}
