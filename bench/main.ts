/**
 * `npm run bench [-- --quick] [-- --json]`: the budgets, as ratios taken in one run. Everything runs
 * bundled, as users run it; nothing timed decides, but a floor that disagrees with the library fails.
 * Then the same work in other libraries (`bench/peers`): `--peers` for that alone, `--no-peers` for
 * none of it. `--write` puts the tables into `docs/explanation/performance.md`; `--only TEXT` takes
 * the rows with that in their names. `--against FOLDER`: this checkout against an older one (a `git
 * worktree`), figure by figure; fails when one is worse by more than 5 % in the median of ten pairs.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Change, changeTable, isWorse, measureAgainst } from "./against.ts";
import { buildRoot, buildSides, HERE } from "./bundles.ts";
import { circumstances, markdown, writeSection } from "./page.ts";
import { cells, type Line, line, table } from "./report.ts";
import { type Effort, Measuring } from "./rows.ts";
import { measureStartup } from "./startup.ts";

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    peers: { type: "boolean", default: false },
    "no-peers": { type: "boolean", default: false },
    only: { type: "string", default: "" },
    against: { type: "string" },
  },
});
const { quick, json, only, against } = flags;

const NOTE = `CPU time, each side in a process of its own, the order alternating; ratios are medians over pairs of
samples, p10 is what a tenth of them are below.`;

const QUICK: Effort = { sizes: [1_000, 10_000], pairs: 7, cold: 2_000, events: 30_000 };
const FULL: Effort = {
  sizes: [1_000, 10_000, 100_000, 1_000_000],
  pairs: 15,
  cold: 10_000,
  events: 1_000_000,
};
/** Both versions in fresh processes for each of ten pairs: sizes that are set up in seconds. */
const COMPARED: Effort = {
  sizes: [1_000, 10_000, 100_000],
  pairs: 5,
  cold: 10_000,
  events: 200_000,
};

const wanted = (name: string): boolean => name.includes(only);

const say = (what: { readonly name: string }): void => {
  if (json) console.log(JSON.stringify(what));
  else if (process.stderr.isTTY) console.error(`  ${what.name}`);
};

function bytesOf(directory: string, side: "floor" | "world", people: number): number {
  const options = ["--expose-gc", "--max-old-space-size=12000", join(directory, "memory.mjs")];
  const run = spawnSync(process.execPath, [...options, side, String(people)], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return (JSON.parse(run.stdout) as { bytes: number }).bytes;
}

function measureMemory(directory: string, people: number, tell: (line: Line) => void): void {
  const name = `memory of a restored World, ${people.toLocaleString("en-US")} people`;
  if (!wanted(name)) return;
  const floor = bytesOf(directory, "floor", people);
  const world = bytesOf(directory, "world", people);
  tell(line(name, world / floor, "x floor", 1.3));
  tell(line(`${name}, a person`, world / people, "bytes", null));
  tell(line(`${name}, a person on the floor`, floor / people, "bytes", null));
}

/** The library's own budgets. */
async function measure(directory: string): Promise<void> {
  const lines: Line[] = [];
  const tell = (each: Line): void => {
    lines.push(each);
    say(each);
  };
  await buildSides(HERE, directory);
  await buildRoot(HERE, directory);
  await new Measuring(join(directory, "side.mjs"), tell).all(quick ? QUICK : FULL, wanted);
  measureMemory(directory, quick ? 20_000 : 1_000_000, tell);
  if (wanted("root")) measureStartup(directory, quick ? 5 : 15, tell);
  if (!json) console.log(`${table(lines)}\n\n${NOTE}`);
  if (!flags.write) return;
  const [head, ...rows] = cells(lines);
  const page = new URL("../docs/explanation/performance.md", import.meta.url);
  writeSection(page, "budgets", `${markdown(head ?? [], rows)}\n\n${circumstances()}`);
}

/** This checkout and an older one. */
async function compareWith(checkout: string, directory: string): Promise<void> {
  const changes: Change[] = [];
  await measureAgainst(resolve(checkout), directory, quick ? QUICK : COMPARED, wanted, (change) => {
    changes.push(change);
    say(change);
  });
  if (!json) console.log(`${changeTable(changes)}\n\n${circumstances()}`);
  if (changes.length === 0 || changes.some(isWorse)) process.exitCode = 1;
}

/** The same work in other libraries, which live in a package of their own. */
function measurePeers(): number {
  const passed = process.argv.slice(2).filter((each) => !each.endsWith("peers"));
  const program = ["scripts/packed.mjs", "bench/peers", "bench", "--", ...passed];
  return spawnSync(process.execPath, program, { stdio: "inherit" }).status ?? 1;
}

const directory = mkdtempSync(join(tmpdir(), "interorg-bench-"));
try {
  if (against !== undefined) await compareWith(against, directory);
  else if (!flags.peers) await measure(directory);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
if (against === undefined && !flags["no-peers"]) process.exitCode = measurePeers();
