// Proves that the guards of `src` are awake: each has a planted tree under scripts/lint/planted that it must
// refuse, line by line, and lines beside them that it must let pass. A guard that refuses nothing
// (a moved folder, a rule renamed by an upgrade) fails here. Sources may not switch a guard off either.
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { cruiseSources } from "./lib/cruise.mjs";
import { root, runTool } from "./lib/tools.mjs";

const sourcesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => !file.startsWith("node_modules/"))
    .sort();

const linesOf = (...path) => readFileSync(join(...path), "utf8").split("\n");

/** Every line of a tree that matches, as `file:line` and what the pattern caught. */
const linesLike = (folder, pattern) =>
  sourcesBelow(folder).flatMap((file) =>
    linesOf(folder, file).flatMap((line, index) => {
      const found = pattern.exec(line);
      return found ? [{ place: `${file}:${index + 1}`, caught: found[1] }] : [];
    }),
  );

const plantedRefusals = (folder) =>
  linesLike(folder, /\/\/ (refused)$/).map(({ place }) => `${place} refused`);

const plantedImports = (folder) =>
  linesLike(folder, /^(?:import|export) .*; \/\/ ([a-z -]+)$/).flatMap(({ place, caught }) =>
    caught.split(" ").map((rule) => `${place} ${rule}`),
  );

const lint = {
  tree: "lint",
  configuration: ["biome.json", "scripts/lint/pure.grit"],
  examine(folder) {
    const file = join(folder, "biome.json");
    const configuration = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...configuration, vcs: { enabled: false } }));
    const args = ["lint", "--reporter=json", "--max-diagnostics=none", "src"];
    const { diagnostics } = JSON.parse(runTool("biome", args, { cwd: folder }).stdout);
    return {
      expected: plantedRefusals(folder),
      actual: diagnostics.map(({ location }) => `${location.path}:${location.start.line} refused`),
    };
  },
};

const imports = {
  tree: "imports",
  configuration: [
    ".dependency-cruiser.cjs",
    "package.json",
    "tsconfig.base.json",
    "tsconfig.src.json",
  ],
  examine(folder) {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    const actual = cruiseSources(folder).modules.flatMap(({ source, dependencies }) =>
      dependencies.flatMap(({ module, rules }) => {
        const line = linesOf(folder, source).findIndex((text) => text.includes(`${module}";`)) + 1;
        return (rules ?? []).map(({ name }) => `${source}:${line} ${name}`);
      }),
    );
    const expected = plantedImports(folder);
    const { forbidden } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
    const unplanted = forbidden
      .filter(({ name }) => !expected.some((line) => line.endsWith(` ${name}`)))
      .map(({ name }) => `(no planted import) ${name}`);
    return { expected: [...expected, ...unplanted], actual };
  },
};

const globals = {
  tree: "globals",
  configuration: ["package.json", "tsconfig.base.json", "tsconfig.src.json"],
  examine(folder) {
    const args = ["-p", "tsconfig.src.json", "--pretty", "false"];
    const { stdout } = runTool("tsc", args, { cwd: folder });
    return {
      expected: plantedRefusals(folder),
      actual: [...stdout.matchAll(/^(\S+)\((\d+),\d+\): error/gm)].map(
        ([, file, line]) => `${file}:${line} refused`,
      ),
    };
  },
};

/** Examines a copy of a planted tree, laid out so that the guard takes it for the project's own. */
const awake = ({ tree, configuration, examine }) => {
  const folder = mkdtempSync(join(tmpdir(), "interorg-planted-"));
  try {
    cpSync(join(root, "scripts/lint/planted", tree), folder, { recursive: true });
    for (const file of configuration) cpSync(join(root, file), join(folder, file));
    const { expected, actual } = examine(folder);
    const missed = expected.filter((line) => !actual.includes(line));
    const wrong = actual.filter((line) => !expected.includes(line));
    for (const line of missed) console.error(`${tree}: not refused: ${line}`);
    for (const line of wrong) console.error(`${tree}: refused without reason: ${line}`);
    console.log(
      `${tree}: ${expected.length - missed.length} of ${expected.length} planted refused`,
    );
    return expected.length > 0 && missed.length === 0 && wrong.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Comments in `src` that would switch a guard off. */
const switchedOff = () =>
  linesLike(
    join(root, "src"),
    /(@ts-(?:ignore|nocheck)|biome-ignore(?:-\w+)? lint(?:: |\/style\/noRestrictedGlobals|\/plugin))/,
  ).filter(({ place }) => !/^(host|postgres)\//.test(place));

const results = [lint, imports, globals].map(awake);
const off = switchedOff();
for (const { place, caught } of off) console.error(`src/${place}: ${caught} switches a guard off`);
process.exitCode = results.every(Boolean) && off.length === 0 ? 0 : 1;
