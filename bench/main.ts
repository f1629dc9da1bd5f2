/**
 * `npm run bench [-- --quick] [-- --json]`: the budgets, as ratios taken in one run. Everything runs
 * bundled, as users run it; nothing timed decides, but a floor that disagrees with the library fails.
 * Then the same work in other libraries (`bench/peers`): `--peers` for that alone, `--no-peers` for
 * none of it. `--write` puts the tables into `docs/explanation/performance.md`.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "tsup";
import { circumstances, markdown, writeSection } from "./page.ts";
import { cells, type Line, table } from "./report.ts";
import { common, measureStartup } from "./startup.ts";

const json = process.argv.includes("--json");
const quick = process.argv.includes("--quick");
const write = process.argv.includes("--write");
const peersAlone = process.argv.includes("--peers");
const peers = peersAlone || !process.argv.includes("--no-peers");

const NOTE = `CPU time; medians of paired ratios, a sample of the floor right before each of the library.`;

const lines: Line[] = [];
const tell = (each: Line): void => {
  lines.push(each);
  if (json) console.log(JSON.stringify(each));
  else if (process.stderr.isTTY) console.error(`  ${each.name}`);
};

/** Runs a bundled program, and collects the lines that it prints. */
async function collect(program: string): Promise<number> {
  const flags = ["--expose-gc", "--max-old-space-size=12000"];
  const child = spawn(process.execPath, [...flags, program, ...(quick ? ["--quick"] : [])], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number>((resolve) => {
    child.on("close", (code) => resolve(code ?? 1));
  });
  for await (const text of createInterface({ input: child.stdout })) {
    tell(JSON.parse(text) as Line);
  }
  return ended;
}

/** The library's own budgets. */
async function measure(): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), "interorg-bench-"));
  try {
    await build({
      ...common,
      entry: { run: "bench/run.ts", memory: "bench/memory.ts" },
      platform: "node",
      outDir: directory,
      noExternal: [/.*/],
      splitting: true,
    });
    const code = await collect(join(directory, "run.mjs"));
    if (code === 0) await measureStartup(directory, quick ? 5 : 15, tell);
    return code;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The same work in other libraries, which live in a package of their own. */
function measurePeers(): number {
  const flags = process.argv.slice(2).filter((each) => !each.endsWith("peers"));
  const program = ["scripts/packed.mjs", "bench/peers", "bench", "--", ...flags];
  return spawnSync(process.execPath, program, { stdio: "inherit" }).status ?? 1;
}

if (!peersAlone) {
  process.exitCode = await measure();
  if (!json) {
    console.log(table(lines));
    console.log(`\n${NOTE}`);
  }
  if (write && process.exitCode === 0) {
    const [head, ...rows] = cells(lines);
    const page = new URL("../docs/explanation/performance.md", import.meta.url);
    writeSection(page, "budgets", `${markdown(head ?? [], rows)}\n\n${circumstances()}`);
  }
}
if (peers && (process.exitCode ?? 0) === 0) process.exitCode = measurePeers();
