// Prints what is found of each planted bug: `npm run show`, or of one: `npm run show -- last-come-first`.
import { BUGS, type Bug } from "../src/portal.ts";
import { shortest, tried } from "./suite.ts";

const wanted = process.argv.slice(2);

for (const bug of Object.keys(BUGS) as Bug[]) {
  if (wanted.length > 0 && !wanted.includes(bug)) continue;
  console.log(`# ${bug}: ${BUGS[bug]}\n`);
  console.log(`${shortest(tried(bug, 10_000))?.text ?? "nothing found"}\n`);
}
