import { defineConfig } from "tsup";

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
  // Chinese text stays Chinese instead of escapes twice as long.
  esbuildOptions: (options) => {
    options.charset = "utf8";
  },
  // tsup sets `baseUrl` for its declaration build, which TypeScript 6 deprecates.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
