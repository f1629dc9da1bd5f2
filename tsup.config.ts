import { readFile, writeFile } from "node:fs/promises";
import { basename, isAbsolute } from "node:path";
import { defineConfig, type Options } from "tsup";

/** The step that makes CommonJS of shared chunks writes the builder's own paths into source maps. */
async function withoutPathsOfThisMachine(file: string): Promise<void> {
  const map = JSON.parse(await readFile(file, "utf8"));
  map.file = basename(map.file);
  map.sources = map.sources.map((source: string) => (isAbsolute(source) ? map.file : source));
  await writeFile(file, JSON.stringify(map));
}

/**
 * Rules carry their ids for readers and for the trace; at run time nobody reads them. They are taken out
 * of what is shipped, each line left where it is.
 */
const withoutRuleTags: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "rule-tags",
  setup(build) {
    const tag = /\b(guard|effect|view)\((\s*)("[A-Z]+-\d+"|\[(?:\s*"[A-Z]+-\d+",?)+\s*\])(?=,)/g;
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      loader: "ts",
      contents: (await readFile(path, "utf8")).replace(tag, (_, made, space, ids) => {
        const lines = (space + ids).replace(/[^\n]/g, "");
        return `${made}(${lines}0`;
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
      name: "paths-of-this-machine",
      buildEnd: async ({ writtenFiles }) => {
        const maps = writtenFiles
          .map(({ name }) => name)
          .filter((name) => name.endsWith(".cjs.map"));
        await Promise.all(maps.map(withoutPathsOfThisMachine));
      },
    },
  ],
  // tsup sets `baseUrl` for its declaration build, which TypeScript 6 deprecates.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
