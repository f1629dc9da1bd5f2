/** The page about performance: prose by hand, between markers what a run has measured. */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";

/** The machine and the day of a run, in one line. */
export function circumstances(): string {
  const model = cpus()[0]?.model ?? "unknown";
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${availableParallelism()} cores of ${model}, ${memory} GB, Node ${process.versions.node}, ${day}.`;
}

/** Puts the text of one section of a page in place of what stands between its markers. */
export function writeSection(page: URL, name: string, text: string): void {
  const known = readFileSync(page, "utf8");
  const start = `<!-- measured: ${name} -->`;
  const end = `<!-- end: ${name} -->`;
  const [from, to] = [known.indexOf(start), known.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no section ${name} in ${page.pathname}`);
  const head = known.slice(0, from + start.length);
  writeFileSync(page, `${head}\n\n${text.trim()}\n\n${known.slice(to)}`);
}

/** A table in Markdown, numbers to the right. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  return [cells(head), `|---|${"---:|".repeat(head.length - 1)}`, ...rows.map(cells)].join("\n");
}
