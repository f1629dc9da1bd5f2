/** What the root entry costs to ship and to import: built here as the package's build does. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { median, quantile } from "./measure.ts";
import { type Line, line } from "./report.ts";

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>
  >;
}

/** CPU time of a fresh process up to its end, in milliseconds. */
function processTime(program: string): number {
  const { stdout } = spawnSync(process.execPath, [program], { encoding: "utf8" });
  return Number(stdout) / 1_000;
}

const EPILOGUE = `const { user, system } = process.cpuUsage(); console.log(user + system);\n`;

/** Milliseconds that importing the root of a directory takes, over an empty program right before. */
export function importing(directory: string): number {
  const empty = join(directory, "empty.mjs");
  const all = join(directory, "importing.mjs");
  writeFileSync(empty, EPILOGUE);
  writeFileSync(all, `import "./root.mjs";\n${EPILOGUE}`);
  const nothing = processTime(empty);
  return processTime(all) - nothing;
}

/** Bytes of the root entry of a directory, minified and gzipped. */
export const gzipped = (directory: string): number =>
  gzipSync(readFileSync(join(directory, "small.mjs")), { level: 9 }).length;

/** Measures the root entry that was built into a directory. */
export function measureStartup(directory: string, runs: number, tell: (line: Line) => void): void {
  const taken = Array.from({ length: runs + 2 }, () => importing(directory)).slice(2);
  const spread = { p10: quantile(taken, 0.1), sample: "1 process" };
  tell(line("importing the root, over an empty program", median(taken), "ms", 15, spread));
  tell(line("root entry, minified and gzipped, all in", gzipped(directory) / 1_024, "KB", 30));
  const metafile = JSON.parse(
    readFileSync(join(directory, "metafile-esm.json"), "utf8"),
  ) as Metafile;
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const foreign = inputs.filter((path) => /node_modules\/(zod|fast-check|pure-rand)\//.test(path));
  tell(line("root entry, modules of zod or fast-check in it", foreign.length, "modules", 0));
}
