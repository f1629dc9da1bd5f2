// Aim: the code on the pages compiles, runs and prints what the pages say. Method: the blocks of each
// page, in order, are one program; comments behind a statement that prints are its output.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { markdownFiles, readPage } from "../../scripts/docs/markdown-files.ts";
import { codeOf } from "../../scripts/docs/page-code.ts";
import { root } from "../../scripts/lib/evidence.ts";

const isProgram = (path: string): boolean => /^README(?:\.\S+)?\.md$|^docs\/how-to\//u.test(path);

const pages = markdownFiles()
  .filter(isProgram)
  .map((path) => codeOf(readPage(path)))
  .filter(({ text }) => text.trim() !== "");

// Inside the repository, so that packages and the paths of tsconfig.json are found.
mkdirSync(join(root, ".tmp"), { recursive: true });
const folder = mkdtempSync(join(root, ".tmp/pages-"));
const fileOf = (path: string): string => join(folder, `${path.replaceAll("/", "-")}.ts`);

beforeAll(() => {
  for (const { path, text } of pages) writeFileSync(fileOf(path), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the READMEs and at least five how-to pages have code", () => {
  const paths = pages.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["README.md", "README.zh-CN.md"]));
  expect(paths.length).toBeGreaterThanOrEqual(7);
});

test("the code of every page compiles against the sources", () => {
  const settings = ts.getParsedCommandLineOfConfigFile(
    join(root, "tsconfig.json"),
    { noUnusedLocals: false, noUnusedParameters: false },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const files = pages.map(({ path }) => fileOf(path));
  const program = ts.createProgram(files, settings?.options ?? {});
  const found = files.flatMap((file) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map(({ messageText, start }) => {
      const text = program.getSourceFile(file)?.getLineAndCharacterOfPosition(start ?? 0).line;
      return `${file}:${(text ?? 0) + 1}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    }),
  );
  expect(found).toEqual([]);
});

describe.each(pages)("$path", ({ path, prints }) => {
  test("prints what it says", async () => {
    const run = promisify(execFile);
    const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
    const env = { ...process.env, NO_COLOR: "1" };
    const { stdout } = await run(process.execPath, [tsx, fileOf(path)], { cwd: root, env });
    expect(stdout.trimEnd().split("\n")).toEqual(prints.length === 0 ? [""] : prints);
  });
});
