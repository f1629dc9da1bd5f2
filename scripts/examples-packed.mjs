// Uses the package as a stranger would: packs it, installs the tarball into an empty project, requires
// and imports every subpath, checks the examples' types against the shipped ones, and runs them.
// An example takes part by its first line: `// packed`.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root, runNode, runNpm, runTool } from "./lib/tools.mjs";

const read = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
const manifest = read(root, "package.json");

const must = (what, { status, stdout, stderr }) => {
  if (status === 0) return stdout;
  throw new Error(`${what} failed (exit ${status})\n${stdout ?? ""}${stderr ?? ""}`);
};

const subpaths = Object.keys(manifest.exports)
  .filter((path) => !path.includes("*") && path !== "./package.json")
  .map((path) => path.replace(/^\./, manifest.name));

const sourcesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(folder, name))
        .sort()
    : [];

const packageOf = (specifier) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** The packages that the examples import, their types and our own dependencies, as installed here. */
const dependenciesOf = (sources) => {
  const ours = { ...manifest.dependencies, ...manifest.devDependencies };
  const imported = sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?"([^"]+)"/g)].map(([, path]) =>
      packageOf(path),
    ),
  );
  const peers = Object.keys(manifest.peerDependencies);
  const names = [...Object.keys(manifest.dependencies), ...peers, "@types/node", ...imported];
  const wanted = names.flatMap((name) => [name, `@types/${name}`]).filter((name) => name in ours);
  return Object.fromEntries(
    [...new Set(wanted)]
      .sort()
      .map((name) => [name, read(root, "node_modules", name, "package.json").version]),
  );
};

const project = mkdtempSync(join(tmpdir(), "interorg-packed-"));
try {
  for (const needed of ["dist/index.js", "schemas"]) {
    if (!existsSync(join(root, needed))) throw new Error(`${needed} is missing: build first`);
  }
  const [{ filename }] = JSON.parse(
    must("npm pack", runNpm(["pack", "--json", "--ignore-scripts", "--pack-destination", project])),
  );
  // Examples that are packages of their own are run by `packed.mjs`.
  const isAlone = (path) => !existsSync(join(path, "package.json"));
  cpSync(join(root, "examples"), join(project, "examples"), { recursive: true, filter: isAlone });
  cpSync(join(root, "tsconfig.base.json"), join(project, "tsconfig.base.json"));
  const examples = sourcesBelow(join(project, "examples")).filter((file) =>
    readFileSync(file, "utf8").startsWith("// packed\n"),
  );
  if (examples.length === 0) throw new Error("no example carries the line `// packed`");

  const write = (name, text) => writeFileSync(join(project, name), text);
  const dependencies = { interorg: `file:${filename}`, ...dependenciesOf(examples) };
  write("package.json", JSON.stringify({ name: "stranger", type: "module", dependencies }));
  must(
    "npm install",
    runNpm(["install", "--prefer-offline", "--no-audit", "--no-fund"], { cwd: project }),
  );

  const paths = JSON.stringify(subpaths);
  const jsonSchemas = readdirSync(join(root, "schemas")).filter((name) => name.endsWith(".json"));
  write(
    "require.cjs",
    `for (const path of ${paths}) if (Object.keys(require(path)).length === 0) throw new Error(path);
for (const name of ${JSON.stringify(jsonSchemas)}) require("interorg/schemas/" + name);
console.log(require("interorg/package.json").version);`,
  );
  write(
    "import.mjs",
    `for (const path of ${paths}) if (Object.keys(await import(path)).length === 0) throw new Error(path);`,
  );
  for (const file of ["require.cjs", "import.mjs"]) {
    must(file, runNode([file], { cwd: project }));
    console.log(`${file}: ${subpaths.length} subpaths`);
  }

  write(
    "tsconfig.json",
    JSON.stringify({
      extends: "./tsconfig.base.json",
      compilerOptions: { types: ["node"] },
      files: examples.map((file) => relative(project, file)),
    }),
  );
  must("type check of the examples", runTool("tsc", ["-p", "."], { cwd: project }));
  console.log(`types: ${examples.length} examples`);

  for (const file of examples) {
    const name = relative(project, file);
    const started = performance.now();
    must(name, runTool("tsx", [name], { cwd: project }));
    console.log(`${name}: ran in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
} finally {
  rmSync(project, { recursive: true, force: true });
}
