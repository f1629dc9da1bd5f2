/**
 * `npm run day [-- --people N] [-- --departments N]`: a day of a directory of 100 000 people and 20 000
 * departments through a host on the embedded database. Prints what each kind of input cost, time as a
 * multiple of one hire; fails if a record or a number of keys is above its bound, or anybody is lost.
 */
import { parseArgs } from "node:util";
import { pgliteDatabase } from "../postgres/databases.ts";
import { runDay } from "./day.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "100000" },
    departments: { type: "string", default: "20000" },
    words: { type: "string", default: "200" },
  },
});
const [people, departments, words] = [values.people, values.departments, values.words].map(Number);
const database = pgliteDatabase();
const started = performance.now();
const day = await runDay(await database.fresh(), {
  people: people ?? 0,
  departments: departments ?? 0,
  words: words ?? 0,
});
await database.close();

const hire = day.rows.get("hire");
const unit = hire === undefined ? 1 : hire.ms / hire.inputs;
console.table(
  Object.fromEntries(
    [...day.rows].map(([kind, { inputs, events, rounds, keys, share, written, ms }]) => [
      kind,
      {
        ...{ inputs, events, rounds, keys, "of the bound": `${Math.ceil(share)} %`, written },
        hires: Number((ms / inputs / unit).toFixed(1)),
      },
    ]),
  ),
);
const [key, bytes] = day.largest();
console.log(`largest record: ${key}, ${bytes} bytes`);
for (const fault of day.faults.slice(0, 20)) console.log(`  ${fault}`);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  `day: ${people} people, ${departments} departments, ${day.left} left by mistake and ${day.back} came back, ${day.steps} steps, ${day.faults.length} faults, ${seconds} s`,
);
process.exitCode = day.faults.length === 0 ? 0 : 1;
