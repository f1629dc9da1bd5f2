// Looks at the built package as its users' tools will: what each entry reaches, what is left of an entry
// that is imported for nothing, where its source maps lead, what the tarball holds. Needs a build.
import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { basename, dirname, join, normalize } from "node:path";
import { rollup } from "rollup";
import { root, runNpm } from "./lib/tools.mjs";

const read = (path) => readFileSync(join(root, path), "utf8");
const manifest = JSON.parse(read("package.json"));

/** The packages that each entry may reach; nothing else, and nothing of a runtime. */
const mayReach = {
  ".": ["@noble/hashes/sha2", "@noble/hashes/utils", "immer"],
  "./schema": ["zod/mini", "zod/v4/core"],
  "./catalogue": [],
  "./testing": ["@noble/hashes/sha2", "@noble/hashes/utils", "fast-check", "immer"],
  "./host": ["@noble/hashes/sha2", "@noble/hashes/utils", "immer"],
  "./postgres": [],
  "./sqlite": [],
  "./connect/dingtalk": ["@noble/hashes/sha2", "@noble/hashes/utils", "zod/mini", "zod/v4/core"],
  "./connect/wecom": [
    "@noble/hashes/sha2",
    "@noble/hashes/utils",
    "fast-xml-parser",
    "zod/mini",
    "zod/v4/core",
  ],
  "./connect/feishu": ["@noble/hashes/sha2", "@noble/hashes/utils", "zod/mini", "zod/v4/core"],
  "./connect/scim": [
    "@noble/hashes/sha2",
    "@noble/hashes/utils",
    "scim-patch",
    "scim2-parse-filter",
    "zod/mini",
    "zod/v4/core",
  ],
};
/** Entries of which nothing is left even by bundlers that do not believe `sideEffects`. */
const inert = [".", "./catalogue", "./host", "./postgres", "./sqlite"];

const entries = Object.entries(manifest.exports).filter(([, to]) => typeof to === "object");
const importing = /(?:\bfrom |\bimport |\brequire\()(["'])([\w@./-]+)\1/g;
const problems = [];
const must = (holds, problem) => {
  if (!holds) problems.push(problem);
};

/** The built files and the packages that a built file loads, however far away. */
const reachedFrom = (file, seen = new Set(), packages = new Set()) => {
  if (seen.has(file)) return { files: seen, packages };
  seen.add(file);
  for (const [, , name] of read(file).matchAll(importing)) {
    if (name.startsWith(".")) reachedFrom(normalize(join(dirname(file), name)), seen, packages);
    else packages.add(name);
  }
  return { files: seen, packages };
};

/** What is left of `import "…"` in a bundle, by Rollup, which then judges every statement itself. */
const leftOf = async (file) => {
  const importer = "\0importer";
  const bundle = await rollup({
    input: importer,
    external: (id) => !id.startsWith(".") && !id.startsWith("/") && id !== importer,
    onwarn: () => {},
    treeshake: { moduleSideEffects: "no-external" },
    plugins: [
      {
        name: "importer",
        resolveId: (id) => (id === importer ? id : null),
        load: (id) => (id === importer ? `import ${JSON.stringify(join(root, file))};` : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "es" });
  return output[0].code.trim();
};

const built = new Set();
for (const [path, { import: esm, require: cjs }] of entries) {
  for (const [format, { default: file }] of Object.entries({ esm, cjs })) {
    const { files, packages } = reachedFrom(normalize(file));
    for (const each of files) built.add(each);
    const reached = [...packages].sort();
    must(
      reached.join() === mayReach[path].join(),
      `${path} (${format}) reaches ${reached.join(", ") || "no package"}`,
    );
  }
  if (!inert.includes(path)) continue;
  const left = await leftOf(esm.default);
  must(left === "", `${path}: imported for nothing, it leaves ${left.slice(0, 200)}`);
}
console.log(`${entries.length} entries, ${built.size} built files: packages as declared`);
console.log(`${inert.join(", ")}: nothing is left of an import that is not used`);

let sources = 0;
for (const file of built) {
  const map = JSON.parse(read(`${file}.map`));
  for (const [index, source] of map.sources.entries()) {
    // Lines that the build itself wrote.
    if (source === basename(file)) continue;
    const path = normalize(join(dirname(file), source));
    const same = existsSync(join(root, path)) && read(path) === map.sourcesContent?.[index];
    must(same, `${file}.map: ${source} is not the source it was built from`);
    sources += 1;
  }
  const lines = read(file).split("\n");
  const line = lines.findIndex((text) => text.startsWith("function decide("));
  if (line < 0) continue;
  const { originalSource } = new SourceMap(map).findEntry(line, "function ".length);
  must(originalSource?.endsWith("src/engine/decide.ts"), `decide comes from ${originalSource}`);
}
console.log(`${sources} sources in ${built.size} source maps, each with its content`);

const [{ files, size, unpackedSize }] = JSON.parse(
  runNpm(["pack", "--dry-run", "--json", "--ignore-scripts"]).stdout,
);
const shipped = new Set(files.map(({ path }) => path));
const belongs =
  /^(dist\/[\w-]+\.c?js(\.map)?|dist\/[\w-]+\.d\.c?ts|schemas\/[\w./-]+\.json|(README(\.[\w-]+)?|CHANGELOG)\.md|llms\.txt|LICENSE|package\.json)$/;
for (const path of shipped) {
  must(belongs.test(path), `${path} is shipped and does not belong`);
}
for (const file of built) must(shipped.has(file), `${file} is not shipped`);
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
console.log(
  `${shipped.size} files shipped, ${megabytes(size)} packed, ${megabytes(unpackedSize)} unpacked`,
);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
