import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The JavaScript file behind a development tool, so that it runs without a shell on every system. */
const entries = {
  biome: "@biomejs/biome/bin/biome",
  "size-limit": "size-limit/bin.js",
  depcruise: "dependency-cruiser/bin/dependency-cruise.mjs",
  tsc: "typescript/bin/tsc",
  tsup: "tsup/dist/cli-default.js",
  tsx: "tsx/dist/cli.mjs",
};

/** Runs Node on a file and returns its exit code and what it printed. */
export const runNode = (args, options = {}) => {
  const run = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...options,
  });
  if (run.error) throw run.error;
  return run;
};

/** Runs a tool of `node_modules`. */
export const runTool = (name, args, options) =>
  runNode([join(root, "node_modules", entries[name]), ...args], options);

/** Runs npm itself, by the file that is running this script where npm started it. */
export const runNpm = (args, options = {}) => {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) return runNode([npm, ...args], options);
  const shell = process.platform === "win32";
  const run = spawnSync("npm", args, { cwd: root, encoding: "utf8", shell, ...options });
  if (run.error) throw run.error;
  return run;
};
