/** Files that a generator makes: written, or with `--check` compared. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A source as the formatter has it. */
function formatted(file: string, text: string): string {
  const biome = join(root, "node_modules/.bin/biome");
  const options = ["check", "--write", "--linter-enabled=false", `--stdin-file-path=${file}`];
  return execFileSync(biome, options, { cwd: root, input: text, encoding: "utf8" });
}

/** Writes files, or says with `--check` which are stale, and fails. */
export function make(files: Readonly<Record<string, string>>): void {
  const check = process.argv.includes("--check");
  const stale = Object.entries(files).filter(([file, made]) => {
    const path = join(root, file);
    const text = formatted(file, made);
    if (existsSync(path) && readFileSync(path, "utf8") === text) return false;
    if (!check) writeFileSync(path, text);
    return true;
  });
  console.log(`${Object.keys(files).length} made, ${stale.length} ${check ? "stale" : "written"}`);
  if (!check || stale.length === 0) return;
  console.error(`run npm run generate: ${stale.map(([file]) => file).join(", ")}`);
  process.exitCode = 1;
}
