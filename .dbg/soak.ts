import { agreesWithReference } from "../src/testing/laws/reference.ts";
import { soak, LAWS } from "../src/testing/index.ts";
import { hash } from "../src/core/hash.ts";
const [inputs, seed, all] = process.argv.slice(2);
const laws = all ? [agreesWithReference, ...LAWS.step, ...LAWS.world] : [agreesWithReference];
const { tally, failures } = soak(laws, { seed: Number(seed) ^ hash("reference"), inputs: Number(inputs), failures: 3 });
for (const { text } of failures) console.log(text);
console.log(tally.inputs, failures.length);
