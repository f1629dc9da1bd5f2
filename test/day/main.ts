/**
 * `npm run day [-- --people N] [-- --departments N]`: a day of a directory of 100 000 people and 20 000
 * departments through a host on an embedded database in a file. Prints what each kind of input cost, time as a
 * multiple of one hire; fails if a record or a number of keys is above its bound, or anybody is lost.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Database from "libsql";
import { fromConnection, sqliteStore } from "../../src/sqlite/index.ts";
import { runDay } from "./day.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "100000" },
    departments: { type: "string", default: "20000" },
    words: { type: "string", default: "200" },
  },
});
const [people, departments, words] = [values.people, values.departments, values.words].map(Number);
const folder = mkdtempSync(join(tmpdir(), "interorg-day-"));
const database = new Database(join(folder, "day.db"));
const store = sqliteStore(fromConnection(database));
await store.migrate();
const started = performance.now();
const day = await runDay(store, {
  people: people ?? 0,
  departments: departments ?? 0,
  words: words ?? 0,
});
database.close();
rmSync(folder, { recursive: true });

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
