/** What is exported as a test passes: the kit decides on the script again and finds what is shown here. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "./page.ts";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), ".artifacts/exports");

/** Runs a program; gives what it complains of. */
async function run(name: string, program: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, `${name}.ts`);
  const outfile = join(folder, `${name}.mjs`);
  writeFileSync(entry, program);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "silent",
  });
  const { status, stderr } = spawnSync(process.execPath, [outfile], { encoding: "utf8" });
  return status === 0 ? "" : stderr;
}

test("every World, exported as a test, passes", async ({ open }) => {
  const page = await open();
  const worlds = await page
    .locator("#world option")
    .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
  expect(worlds.length).toBe(8);
  for (const world of worlds) {
    await page.locator("#world").selectOption(world);
    await page.locator("#export").click();
    await page.locator("#export-test").click();
    const program = await page.locator("#export-text").inputValue();
    await page.locator("#dialog-close").click();
    expect(await run(world, program), world).toBe("");
    const other = program.replace(/^ {2}\.then\(.*\)/mu, "  .thenNothing()");
    expect(other).not.toBe(program);
    expect(await run(`${world}-other`, other), world).toContain("the outcome of");
  }
  const compiler = join(folder, "../../node_modules/typescript/bin/tsc");
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "../../tsconfig.tools.json", include: ["*.ts"] }),
  );
  const { stdout } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
  expect(stdout).toBe("");
});
