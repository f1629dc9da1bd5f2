// Bundles the comparison with its share of the root's bench. Libraries stay where npm put them, and so
// does interorg: what is measured is the tarball, not the sources.
import { join } from "node:path";
import { build } from "esbuild";

/** The root's bench imports the library's sources; here it gets the package. */
const asPackage = {
  name: "interorg as a package",
  setup({ onResolve }) {
    onResolve({ filter: /\/src\/index\.ts$/ }, () => ({ path: "interorg", external: true }));
  },
};

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["agree.ts", "child.ts", "main.ts"],
  outdir: join(import.meta.dirname, "dist"),
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  plugins: [asPackage],
  logLevel: "warning",
});
