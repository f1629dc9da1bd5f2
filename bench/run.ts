/** What `main.ts` runs, bundled as a user's build would be. Arguments: `--quick`. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compare } from "./agree.ts";
import { measureCold } from "./cold.ts";
import { measureReplay } from "./replay.ts";
import { type Line, line } from "./report.ts";
import { measureRouting } from "./routing.ts";
import { type Effort, measureWorlds } from "./world.ts";

const quick = process.argv.includes("--quick");

const effort: Effort = quick
  ? { sizes: [1_000, 10_000], pairs: 7, warmUps: 8, batch: 500, typeBatch: 250 }
  : {
      sizes: [1_000, 10_000, 100_000, 1_000_000],
      pairs: 15,
      warmUps: 15,
      batch: 1_000,
      typeBatch: 400,
    };

/** One line of JSON for each measurement: `main.ts` collects them. */
const tell = (each: Line): void => console.log(JSON.stringify(each));

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const memory = fileURLToPath(new URL("./memory.mjs", import.meta.url));

function bytesOf(side: "floor" | "world", people: number): number {
  const flags = ["--expose-gc", "--max-old-space-size=12000"];
  const run = spawnSync(process.execPath, [...flags, memory, side, String(people)], {
    encoding: "utf8",
  });
  if (run.status !== 0) fail(run.stderr);
  return (JSON.parse(run.stdout) as { bytes: number }).bytes;
}

function measureMemory(people: number): void {
  const floor = bytesOf("floor", people);
  const world = bytesOf("world", people);
  const named = `${people.toLocaleString("en-US")} people`;
  tell(line(`memory of a restored World, ${named}`, world / floor, "x floor", 1.3));
  tell(line(`memory of a restored World, ${named}, a person`, world / people, "bytes", null));
  tell(line(`memory of the floor, ${named}, a person`, floor / people, "bytes", null));
}

const agreement = compare(1_000, 10_000);
if (agreement.difference !== null) {
  fail(`floor and library differ at input ${agreement.inputs}:\n${agreement.difference}`);
}
tell(line("inputs on which floor and library agree", agreement.inputs, "inputs", null));
tell(line("of them refused", agreement.refused, "inputs", null));

const answered = measureRouting(effort.sizes, effort.pairs, tell);
if (answered !== null) fail(`floor and library answer differently: ${answered}`);
measureWorlds(effort, tell);
measureCold(quick ? 2_000 : 10_000, quick ? 5 : 9, tell);
const differing = measureReplay(quick ? 30_000 : 1_000_000, quick ? 2 : 3, tell);
if (differing !== null) fail(`replay and fold differ: ${differing}`);
measureMemory(quick ? 20_000 : 1_000_000);
