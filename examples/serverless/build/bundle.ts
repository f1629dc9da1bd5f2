/** How each target is bundled. */
import { builtinModules } from "node:module";
import { resolve } from "node:path";
import { type BuildOptions, type BuildResult, build, type Plugin } from "esbuild";

/** A function's entry, and the options its platform asks for. */
export interface Target {
  readonly entry: string;
  readonly file: string;
  readonly options: BuildOptions;
}

const worker: BuildOptions = {
  platform: "neutral",
  format: "esm",
  conditions: ["workerd", "worker"],
  mainFields: ["main"],
};

/** `pg` is CommonJS and requires Node's modules; inside an ES module it is given a `require` for that. */
const withRequire = {
  js: 'import { createRequire } from "node:module"; const require = createRequire("file:///");',
};

/** The targets. */
export const TARGETS = {
  /** AWS Lambda, as CommonJS, which Node starts faster than a module that holds CommonJS. */
  lambda: {
    entry: "src/lambda.ts",
    file: "dist/lambda.cjs",
    options: {
      platform: "node",
      format: "cjs",
      // `pg` asks who it runs on. Where there is no `navigator` (Node 20) it makes a `Response` to find
      // out, and Node loads its HTTP client for that: a third of the cold start.
      define: { navigator: '{ "userAgent": "Node.js" }' },
    },
  },
  /** Workers over PostgreSQL. */
  worker: {
    entry: "src/worker.ts",
    file: "dist/worker.js",
    options: {
      ...worker,
      external: ["cloudflare:*", ...builtinModules],
      banner: withRequire,
    },
  },
  /** Workers over the storage of a Durable Object. */
  durable: { entry: "src/durable.ts", file: "dist/durable.js", options: worker },
  /** Workers over D1. */
  d1: { entry: "src/d1.ts", file: "dist/d1.js", options: worker },
  /** Deno and Bun. */
  serve: {
    entry: "src/serve.ts",
    file: "dist/serve.mjs",
    options: { platform: "node", format: "esm", banner: withRequire },
  },
  /** Whatever has `fetch`: the rules, and no store. */
  fetch: { entry: "src/fetch.ts", file: "dist/fetch.js", options: worker },
} as const satisfies Record<string, Target>;

/** Puts another module in the place of one in `src`, for a test, a figure or a control. */
export const instead = (name: string, replacement: string): Plugin => ({
  name: `instead of ${name}`,
  setup: ({ onResolve }) => {
    onResolve({ filter: new RegExp(`^\\./${name}\\.ts$`) }, ({ importer }) =>
      importer.endsWith(replacement) ? null : { path: resolve(replacement) },
    );
  },
});

/** Bundles one target. */
export function bundle(
  { entry, file, options }: Target,
  more: BuildOptions = {},
): Promise<BuildResult> {
  return build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    minify: true,
    sourcemap: "linked",
    target: "es2022",
    external: ["pg-native"],
    logLevel: "warning",
    ...options,
    ...more,
    // immer asks for it while it is loaded, also where there is no `process`.
    define: { "process.env.NODE_ENV": '"production"', ...options.define },
  });
}
