/** The programs as each runtime loads them: beside the package, or with it in one file. */
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";

const FOLDER = join(import.meta.dirname, "..");

/** The path of a built program. */
export const built = (name: string): string => join(FOLDER, "dist", name);

const shared: BuildOptions = {
  absWorkingDir: FOLDER,
  outdir: "dist",
  bundle: true,
  format: "esm",
  platform: "neutral",
  mainFields: ["module", "main"],
  target: "es2022",
  logLevel: "warning",
};
/** The package is found when the program runs, by the runtime's own rules. */
const beside: BuildOptions = { ...shared, external: ["interorg"] };
/** The package and what it needs are in the program. */
const within: BuildOptions = {
  ...shared,
  minify: true,
  define: { "process.env.NODE_ENV": '"production"' },
};

const program = (name: string): string => `src/programs/${name}.ts`;

/** Builds every program that a lane names. */
export async function buildAll(): Promise<void> {
  const node: BuildOptions = { ...beside, platform: "node" };
  const entries = (out: string, name: string) => ({ [out]: program(name) });
  await Promise.all([
    build({ ...node, entryPoints: entries("node", "node"), outExtension: { ".js": ".mjs" } }),
    build({
      ...node,
      entryPoints: entries("node", "node"),
      format: "cjs",
      outExtension: { ".js": ".cjs" },
    }),
    build({ ...beside, entryPoints: { ...entries("deno", "deno"), ...entries("page", "page") } }),
    build({ ...within, entryPoints: entries("deno-bundled", "deno") }),
    build({ ...within, entryPoints: entries("worker", "worker"), conditions: ["workerd"] }),
    build({ ...within, entryPoints: entries("web-worker", "web-worker"), conditions: ["browser"] }),
  ]);
}

/** Builds the program for Node with the package in it, some of its code replaced. */
export async function buildPlanted(name: string, plugin: Plugin): Promise<void> {
  await build({
    ...within,
    platform: "node",
    entryPoints: { [name]: program("node") },
    outExtension: { ".js": ".mjs" },
    plugins: [plugin],
  });
}
