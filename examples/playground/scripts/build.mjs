// Builds the page into dist: one script, one style sheet, one icon, and the rule pages beside them.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(folder, "dist");
const rules = join(folder, "../../docs/rules");

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
cpSync(join(folder, "static"), dist, { recursive: true });

const pages = existsSync(rules) ? readdirSync(rules).filter((name) => name.endsWith(".md")) : [];
for (const name of pages) {
  cpSync(join(rules, name), join(dist, "rules", name.replace(/\.md$/u, ".txt")));
}

await build({
  entryPoints: [join(folder, "src/main.ts")],
  outfile: join(dist, "main.js"),
  bundle: true,
  format: "esm",
  target: "es2023",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  define: {
    "process.env.NODE_ENV": '"production"',
    // The link to a rule's page is left out where the pages are not.
    RULE_PAGES: String(pages.length > 0),
  },
});
