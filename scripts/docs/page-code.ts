/** The code of a page as one module, and what its comments say it prints. */
import ts from "typescript";
import type { Page } from "./markdown-files.ts";

/** A page's code. */
export interface PageCode {
  readonly path: string;
  /** Its blocks in order, in the lines in which they stand on the page. */
  readonly text: string;
  /** The lines that it says are printed. */
  readonly prints: readonly string[];
}

/** Blocks marked so are parts of files that are run elsewhere. */
const EXCERPT = "excerpt";

function atTheirLines(page: Page): string {
  const lines: string[] = [];
  for (const { language, meta, text, line } of page.blocks) {
    if (language !== "ts" || meta === EXCERPT) continue;
    while (lines.length < line) lines.push("");
    lines.push(...text.split("\n"));
  }
  return `${lines.join("\n")}\n`;
}

/** The comments that stand directly behind or below a statement. */
function commentsAfter(text: string, end: number): string[] {
  const [rest = "", ...below] = text.slice(end).split("\n");
  const comment = /^\s*\/\/ ?(.*)$/u;
  const beside = comment.exec(rest)?.[1];
  if (beside !== undefined) return [beside];
  const after = below.findIndex((line) => !comment.test(line));
  return below.slice(0, after).map((line) => comment.exec(line)?.[1] ?? "");
}

/** Takes the code off a page; every statement that prints must be followed by what it prints. */
export function codeOf(page: Page): PageCode {
  const text = atTheirLines(page);
  const file = ts.createSourceFile(page.path, text, ts.ScriptTarget.ES2022, true);
  const prints = file.statements.flatMap((statement) => {
    if (!statement.getText().includes("console.log(")) return [];
    const said = commentsAfter(text, statement.end);
    const { line } = file.getLineAndCharacterOfPosition(statement.getStart());
    if (said.length === 0) throw new Error(`${page.path}:${line + 1} does not say what it prints`);
    return said;
  });
  return { path: page.path, text, prints };
}
