/** What importing costs: bytes to ship, and CPU time of a fresh process, of what each comparison imports. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { median } from "../measure.ts";

/** One library's share. */
export interface Size {
  readonly name: string;
  /** Bundled, minified and compressed. */
  readonly bytes: number;
  /** Milliseconds of CPU time over an empty program, bundled as above. */
  readonly importing: number;
}

const IMPORTS: Readonly<Record<string, string>> = {
  "interorg, `ask`": `export { ask, loadSlice } from "interorg"`,
  "interorg, `decide`": `export { decide, loadSlice } from "interorg"`,
  "interorg, a World": `export { apply, ask, emptyWorld, restore } from "interorg"`,
  "json-logic-engine": `export { LogicEngine } from "json-logic-engine"`,
  CASL: `export { Ability, AbilityBuilder } from "@casl/ability"`,
  casbin: `export { newEnforcer, newModelFromString } from "casbin"`,
  immer: `export { produce } from "immer"`,
  "Redux Toolkit": `export { configureStore, createEntityAdapter, createSlice } from "@reduxjs/toolkit"`,
  XState: `export { assign, createActor, setup } from "xstate"`,
  Castore: `export * from "@castore/core"; export * from "@castore/event-storage-adapter-in-memory"`,
};

const EPILOGUE = "const { user, system } = process.cpuUsage(); console.log(user + system);\n";

const processTime = (program: string): number =>
  Number(spawnSync(process.execPath, [program], { encoding: "utf8" }).stdout) / 1_000;

/** Measures all of them, so many times each in turn. */
export async function measureSizes(runs: number): Promise<Size[]> {
  const directory = mkdtempSync(join(tmpdir(), "interorg-sizes-"));
  const empty = join(directory, "empty.mjs");
  writeFileSync(empty, EPILOGUE);
  try {
    const made: (Size & { readonly program: string; readonly times: number[] })[] = [];
    for (const [name, contents] of Object.entries(IMPORTS)) {
      const outfile = join(directory, `${made.length}.mjs`);
      await build({
        stdin: { contents, resolveDir: fileURLToPath(new URL("..", import.meta.url)) },
        outfile,
        bundle: true,
        minify: true,
        platform: "node",
        format: "esm",
        mainFields: ["module", "main"],
        define: { "process.env.NODE_ENV": '"production"' },
        logLevel: "error",
      });
      const bytes = gzipSync(readFileSync(outfile), { level: 9 }).length;
      const program = join(directory, `run-${made.length}.mjs`);
      writeFileSync(program, `import "./${made.length}.mjs";\n${EPILOGUE}`);
      made.push({ name, bytes, importing: 0, program, times: [] });
    }
    for (let i = 0; i < runs; i += 1) {
      for (const { program, times } of made) times.push(-processTime(empty) + processTime(program));
    }
    const sizes = made.map(({ name, bytes, times }) => ({ name, bytes, importing: median(times) }));
    return [...sizes, cedarSize(runs, directory, empty)];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Cedar is not for bundling: its script and its WebAssembly, loaded by Node. */
function cedarSize(runs: number, directory: string, empty: string): Size {
  const script = createRequire(import.meta.url).resolve("@cedar-policy/cedar-wasm/nodejs");
  const files = [script, script.replace(/\.js$/, "_bg.wasm")];
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  const program = join(directory, "cedar.mjs");
  writeFileSync(program, `import ${JSON.stringify(script)};\n${EPILOGUE}`);
  const times = Array.from({ length: runs }, () => -processTime(empty) + processTime(program));
  return { name: "cedar-wasm", bytes, importing: median(times) };
}
