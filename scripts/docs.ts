/**
 * `npm run docs`: writes every generated page and `llms.txt`, then checks all links. With `--check`
 * nothing is written: it fails for each page that is stale, each link that leads nowhere, each page
 * that cannot be found, and each consequence of an input that the pages do not know.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brokenLinks, orphans } from "./docs/links.ts";
import { llmsText } from "./docs/llms.ts";
import { markdownFiles, type Page, parsePage, readPage } from "./docs/markdown-files.ts";
import { missingIn, observe, observed, SEED } from "./docs/observed.ts";
import { GENERATED_FOLDERS, generatedPages } from "./docs/pages.ts";
import { root } from "./lib/evidence.ts";

/** Inputs looked at by a check; the pages rest on many more. */
const CHECKED_INPUTS = 6000;

const checking = process.argv.includes("--check");
const texts = generatedPages();

const pages = new Map<string, Page>(
  [...new Set([...markdownFiles(), ...texts.keys()])].sort().flatMap((path): [string, Page][] => {
    const text = texts.get(path);
    if (text !== undefined) return [[path, parsePage(path, text)]];
    return existsSync(join(root, path)) ? [[path, readPage(path)]] : [];
  }),
);
texts.set("llms.txt", llmsText(pages));
pages.set("llms.txt", parsePage("llms.txt", texts.get("llms.txt") ?? ""));

const isStale = ([path, text]: [string, string]): boolean =>
  !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text;
const stale = [...texts].filter(isStale).map(([path]) => path);
const gone = GENERATED_FOLDERS.filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`))
  .filter((path) => !texts.has(path));

if (!checking) {
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), texts.get(path) ?? "");
  }
  for (const path of gone) rmSync(join(root, path));
}

const unknown = missingIn(observed(), observe(SEED, CHECKED_INPUTS));
const problems = [
  ...(checking ? [...stale, ...gone].map((path) => `${path} is stale: npm run docs`) : []),
  ...brokenLinks(pages, root),
  ...orphans(pages).map((path) => `${path}: no link leads to it from docs/README.md`),
  ...unknown.map((pair) => `${pair} is not in scripts/docs/observed.json: npm run docs:observe`),
];
for (const problem of problems) console.error(problem);
const links = [...pages.values()].reduce((sum, page) => sum + page.links.length, 0);
console.log(
  `${texts.size} generated pages, ${stale.length + gone.length} of them stale before; ` +
    `${links} links in ${pages.size} files; ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
