// Runs a script of a package that uses interorg from outside (an example, a comparison), with the
// tarball that users would install:
//
//   node scripts/packed.mjs examples/service            its `test` script
//   node scripts/packed.mjs examples/service load -- …  another of its scripts
//   node scripts/packed.mjs --lock examples/service     writes its package-lock.json
//   node scripts/packed.mjs --pack                      makes interorg.tgz alone
//
// Such a package is private, has a lock file of its own and depends on `file:../../interorg.tgz`. The
// lock names no digest of the tarball, which changes with every change of the sources.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { modified, newestBelow } from "./lib/fresh.mjs";
import { root, runNpm, runTool } from "./lib/tools.mjs";

const tarball = join(root, "interorg.tgz");

const must = (what, { status, stdout, stderr }) => {
  if (status === 0) return stdout;
  console.error(`${what} failed (exit ${status})\n${stdout ?? ""}${stderr ?? ""}`);
  process.exit(1);
};

const pack = () => {
  const settings = [
    "package.json",
    "tsup.config.ts",
    "scripts/generate-schemas.ts",
    "README.md",
    "llms.txt",
  ];
  const changed = settings.map((file) => modified(join(root, file)));
  if (modified(tarball) > Math.max(newestBelow(join(root, "src")), ...changed)) return;
  must("build", runTool("tsup", []));
  must("JSON Schemas", runTool("tsx", ["scripts/generate-schemas.ts"]));
  const [{ filename }] = JSON.parse(
    must("npm pack", runNpm(["pack", "--json", "--ignore-scripts"])),
  );
  renameSync(join(root, filename), tarball);
  console.log("interorg.tgz: packed anew");
};

const lock = (folder) => {
  const args = ["install", "--package-lock-only", "--omit-lockfile-registry-resolved"];
  must("npm install", runNpm([...args, "--no-audit", "--no-fund"], { cwd: folder }));
  const file = join(folder, "package-lock.json");
  const content = JSON.parse(readFileSync(file, "utf8"));
  delete content.packages["node_modules/interorg"].integrity;
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
};

/** Installs what the folder's lock names, unless this very tarball and lock are installed already. */
const install = (folder) => {
  const digest = createHash("sha256");
  for (const file of [tarball, join(folder, "package-lock.json")])
    digest.update(readFileSync(file));
  const stamp = join(folder, "node_modules/.installed-for");
  const wanted = digest.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  must("npm ci", runNpm(["ci", "--no-audit", "--no-fund"], { cwd: folder }));
  writeFileSync(stamp, wanted);
};

const args = process.argv.slice(2);
pack();
if (args[0] === "--lock") lock(join(root, args[1]));
else if (args[0] !== "--pack") {
  const [name, script = "test", ...rest] = args;
  const folder = join(root, name);
  install(folder);
  const run = runNpm(["run", "--silent", script, ...rest], { cwd: folder, stdio: "inherit" });
  process.exit(run.status ?? 1);
}
