import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import { defineConfig, type Options } from "tsup";

/**
 * The step that makes CommonJS of shared chunks writes the builder's own paths into source maps, and what
 * is built lacks the ids of rules: maps name and hold the sources as they are.
 */
async function withSourcesAsTheyAre(file: string): Promise<void> {
  const map = JSON.parse(await readFile(file, "utf8"));
  if (map.file !== undefined) map.file = basename(map.file);
  map.sources = map.sources.map((source: string) => (isAbsolute(source) ? map.file : source));
  const ofSource = async (source: string, content: string): Promise<string> =>
    source.startsWith("../src/") ? await readFile(join(dirname(file), source), "utf8") : content;
  map.sourcesContent = await Promise.all(
    map.sources.map((source: string, i: number) => ofSource(source, map.sourcesContent?.[i] ?? "")),
  );
  await writeFile(file, JSON.stringify(map));
}

/**
 * Rules carry their ids for readers and for the trace; at run time nobody reads them. They are taken out
 * of what is shipped, everything else left in its place, so that maps lead to the sources as they are.
 */
const withoutRuleTags: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "rule-tags",
  setup(build) {
    const tag = /\b(guard|effect|view)\((\s*)("[A-Z]+-\d+"|\[(?:\s*"[A-Z]+-\d+",?)+\s*\])(?=,)/g;
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      loader: "ts",
      contents: (await readFile(path, "utf8")).replace(tag, (_, made, space, ids) => {
        const left = (space + ids).replace(/[^\n]/g, " ");
        return `${made}(${left.slice(1)}0`;
      }),
    }));
  },
};

export default defineConfig({
  entry: {
    index: "src/index.ts",
    schema: "src/schema/index.ts",
    catalogue: "src/catalogue/index.ts",
    testing: "src/testing/index.ts",
    host: "src/host/index.ts",
    postgres: "src/postgres/index.ts",
    sqlite: "src/sqlite/index.ts",
    "connect-dingtalk": "src/connect/dingtalk/index.ts",
    "connect-wecom": "src/connect/wecom/index.ts",
    "connect-feishu": "src/connect/feishu/index.ts",
    "connect-scim": "src/connect/scim/index.ts",
  },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  splitting: true,
  sourcemap: true,
  clean: true,
  esbuildPlugins: [withoutRuleTags],
  // Chinese text stays Chinese instead of escapes twice as long.
  esbuildOptions: (options) => {
    options.charset = "utf8";
  },
  plugins: [
    {
      name: "sources-as-they-are",
      buildEnd: async ({ writtenFiles }) => {
        const maps = writtenFiles.map(({ name }) => name).filter((name) => name.endsWith(".map"));
        await Promise.all(maps.map(withSourcesAsTheyAre));
      },
    },
  ],
  // tsup sets `baseUrl` for its declaration build, which TypeScript 6 deprecates.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
