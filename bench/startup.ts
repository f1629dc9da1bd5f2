/** What the root entry costs to ship and to import: built here as the package's build does. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "tsup";
import { median } from "./measure.ts";
import { type Line, line } from "./report.ts";

/** What every build here has in common: quiet, one format, nothing left outside. */
export const common = {
  format: ["esm" as const],
  target: "es2022",
  config: false as const,
  silent: true,
  dts: false,
  clean: false,
  outExtension: () => ({ js: ".mjs" }),
};

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

/** Builds the root entry into a directory, and measures it. */
export async function measureStartup(
  directory: string,
  runs: number,
  tell: (line: Line) => void,
): Promise<void> {
  const root = { entry: { root: "src/index.ts" }, platform: "neutral" as const };
  // As published: immer stays a dependency, here taken in so that it is found.
  await build({ ...common, ...root, outDir: directory, noExternal: [/.*/] });
  await build({
    ...common,
    ...root,
    entry: { small: "src/index.ts" },
    outDir: directory,
    noExternal: [/.*/],
    minify: true,
    metafile: true,
    esbuildOptions: (options) => {
      options.define = { "process.env.NODE_ENV": '"production"' };
    },
  });
  const empty = join(directory, "empty.mjs");
  const importing = join(directory, "importing.mjs");
  writeFileSync(empty, EPILOGUE);
  writeFileSync(importing, `import "./root.mjs";\n${EPILOGUE}`);
  const differences: number[] = [];
  for (let i = -2; i < runs; i += 1) {
    const nothing = processTime(empty);
    const all = processTime(importing);
    if (i >= 0) differences.push(all - nothing);
  }
  tell(line("importing the root, over an empty program", median(differences), "ms", 15));
  const bytes = gzipSync(readFileSync(join(directory, "small.mjs")), { level: 9 }).length;
  tell(line("root entry, minified and gzipped, all in", bytes / 1_024, "KB", 30));
  const metafile = JSON.parse(
    readFileSync(join(directory, "metafile-esm.json"), "utf8"),
  ) as Metafile;
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const foreign = inputs.filter((path) => /node_modules\/(zod|fast-check|pure-rand)\//.test(path));
  tell(line("root entry, modules of zod or fast-check in it", foreign.length, "modules", 0));
}
