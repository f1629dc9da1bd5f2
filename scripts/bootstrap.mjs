// Lets `npm start` and `npm test` work on a fresh clone: installs what the lock file asks for when it
// is not there, and with --build builds the package when its sources are newer. Node built-ins only.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { modified, newestBelow } from "./lib/fresh.mjs";
import { root, runNpm, runTool } from "./lib/tools.mjs";

const readLock = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;

/** Whether every package of the lock file is installed in the version it names. */
const isInstalled = () => {
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
  const installed = readLock("node_modules/.package-lock.json");
  return Object.entries(readLock("package-lock.json")).every(([path, wanted]) => {
    if (path === "") return true;
    const found = installed[path];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
};

const isBuilt = () => {
  const built = Math.min(...["index.js", "index.d.ts"].map((f) => modified(join(root, "dist", f))));
  const settings = ["package.json", "tsup.config.ts", "tsconfig.base.json", "tsconfig.json"];
  const sources = settings.map((file) => modified(join(root, file)));
  return built > Math.max(newestBelow(join(root, "src")), ...sources);
};

const step = (words, run) => {
  console.log(words);
  const { status, stdout, stderr } = run();
  if (status === 0) return;
  console.error(`${stdout ?? ""}${stderr ?? ""}`);
  process.exit(status ?? 1);
};

if (!isInstalled()) {
  step("Installing what package-lock.json names (once)...", () =>
    runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"]),
  );
}
if (process.argv.includes("--build") && !isBuilt()) {
  step("Building the package (its sources have changed)...", () => runTool("tsup", []));
}
