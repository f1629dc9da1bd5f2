/**
 * `npm run bench [-- --quick] [-- --json]`: the budgets, as ratios taken in one run. Everything runs
 * bundled, as users run it; nothing timed decides, but a floor that disagrees with the library fails.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "tsup";
import { type Line, table } from "./report.ts";
import { common, measureStartup } from "./startup.ts";

const json = process.argv.includes("--json");
const quick = process.argv.includes("--quick");

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
  process.exitCode = await collect(join(directory, "run.mjs"));
  if (process.exitCode === 0) await measureStartup(directory, quick ? 5 : 15, tell);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
if (!json) {
  console.log(table(lines));
  console.log(`\n${NOTE}`);
}
