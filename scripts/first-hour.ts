/**
 * `npm run first-hour [-- PAGE …]`: does what a tutorial or a README says, in an empty folder, with the
 * packed package, and compares what is printed with what the page shows.
 *
 * In a tutorial, a block of code with a file's name beside its language is saved as that file, a `sh`
 * block is run, and a `text` block is what the one before it printed. Of a README, the first `sh` block
 * is run, and the code after it.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, readPage } from "./docs/markdown-files.ts";
import { codeOf } from "./docs/page-code.ts";
import { root } from "./lib/evidence.ts";

const TUTORIALS = ["docs/tutorials/first-hour.md", "docs/tutorials/first-hour.zh-CN.md"];
const READMES = ["README.md", "README.zh-CN.md"];
const tarball = join(root, "interorg.tgz");

/** Commands as a reader gives them, but that the package is the one just packed. */
const commandsOf = (text: string): string =>
  text.replaceAll(/^npm install interorg\b/gmu, `npm install ${tarball}`);

function run(text: string, folder: string): string {
  const env = { ...process.env, NO_COLOR: "1", npm_config_prefer_offline: "true" };
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", commandsOf(text)], {
    cwd: folder,
    env: { ...env, npm_config_audit: "false", npm_config_fund: "false" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`exit ${status} of\n${text}\n${stdout}${stderr}`);
  return stdout;
}

function same(printed: string, shown: string): void {
  if (printed.trimEnd() === shown.trimEnd()) return;
  throw new Error(`printed\n${printed}\nbut the page shows\n${shown}`);
}

function followReadme(page: Page, folder: string): number {
  const install = page.blocks.find(({ language }) => language === "sh");
  run(`npm init -y\nnpm pkg set type=module\n${install?.text}`, folder);
  const { text, prints } = codeOf(page);
  writeFileSync(join(folder, "readme.ts"), text);
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  same(run(`"${process.execPath}" "${tsx}" readme.ts`, folder), prints.join("\n"));
  return 1;
}

function followTutorial({ blocks }: Page, folder: string): number {
  let printed = "";
  let shown = 0;
  for (const { language, meta, text } of blocks) {
    if (language === "sh") printed = run(text, folder);
    else if (language === "text") {
      same(printed, text);
      shown += 1;
    } else if (meta !== "") writeFileSync(join(folder, meta), `${text}\n`);
    else throw new Error(`a block of ${language} without a file's name:\n${text}`);
  }
  return shown;
}

const asked = process.argv.slice(2);
for (const path of asked.length > 0 ? asked : [...READMES, ...TUTORIALS]) {
  const folder = mkdtempSync(join(tmpdir(), "first-hour-"));
  const started = performance.now();
  try {
    const follow = path.startsWith("README") ? followReadme : followTutorial;
    const shown = follow(readPage(path), folder);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${path}: ${shown} outputs as shown, ${seconds} s`);
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
