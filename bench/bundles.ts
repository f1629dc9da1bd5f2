/** Bundles of what is measured: as a user's build would be, of this checkout or of another. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];
type Esbuild = NonNullable<Options["esbuildOptions"]>;

/** This checkout. */
export const HERE = fileURLToPath(new URL("..", import.meta.url));

/** What every build here has in common: quiet, one format, nothing left outside. */
const common: Options = {
  format: ["esm"],
  target: "es2022",
  config: false,
  silent: true,
  dts: false,
  clean: false,
  outExtension: () => ({ js: ".mjs" }),
  noExternal: [/.*/],
};

/** The bench stays this one; the library it imports is that of the checkout. */
const sourcesOf = (checkout: string): Plugin => ({
  name: "sources of a checkout",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.\/src\// }, ({ path }) => ({ path: join(checkout, path.slice(3)) }));
  },
});

// A checkout without packages of its own finds those of this one.
const packages =
  (checkout: string): Esbuild =>
  (options) => {
    options.nodePaths = [join(checkout, "node_modules"), join(HERE, "node_modules")];
  };

/** Builds the programs that are run in processes of their own. */
export async function buildSides(checkout: string, outDir: string): Promise<void> {
  await build({
    ...common,
    entry: { side: join(HERE, "bench/side.ts"), memory: join(HERE, "bench/memory.ts") },
    platform: "node",
    outDir,
    splitting: true,
    esbuildPlugins: [sourcesOf(checkout)],
    esbuildOptions: packages(checkout),
  });
}

/** Builds the root entry: `root.mjs` as published, `small.mjs` minified, with what went into it. */
export async function buildRoot(checkout: string, outDir: string): Promise<void> {
  const root = join(checkout, "src/index.ts");
  const options: Options = { ...common, platform: "neutral", outDir };
  // As published: immer stays a dependency, here taken in so that it is found.
  await build({ ...options, entry: { root }, esbuildOptions: packages(checkout) });
  await build({
    ...options,
    entry: { small: root },
    minify: true,
    metafile: true,
    esbuildOptions: (given, context) => {
      packages(checkout)(given, context);
      given.define = { "process.env.NODE_ENV": '"production"' };
    },
  });
}
