import { agreesWithReference, answersAgree, soak } from "../src/testing/index.ts";

const inputs = Number(process.argv[2]);
const seed = Number(process.argv[3] ?? 7);
const laws = process.argv[4] === "q" ? [answersAgree()] : [agreesWithReference];
const { tally, failures } = soak(laws as never, { seed, inputs, failures: 1 } as never);
console.log(tally.inputs, failures.length);
for (const f of failures.slice(0, 1)) console.log(f.text);
