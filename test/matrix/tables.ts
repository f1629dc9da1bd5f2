/** Reads the tables: what is expected of every command, by everybody, about everything. */
import { readFileSync } from "node:fs";
import { REFUSAL_CODES } from "../../src/core/refusal.ts";
import { ACTORS, GROUPS } from "./actors.ts";

/** The files, one for each area. */
export const AREAS = [
  "directory",
  "spaces",
  "roster",
  "licenses",
  "groups",
  "apps",
  "flows",
  "links",
  "trunks",
] as const;

/**
 * What a cell says: the code of a refusal; `ok`, accepted with something that happens; `quiet`,
 * accepted without; or why it is left out, in parentheses.
 */
export interface Cell {
  readonly actor: string;
  readonly column: string;
  readonly says: string;
}

/** What the tables say of one command; where it can be about a Trunk in place of a Space, in a table for each. */
export interface Table {
  readonly title: string;
  readonly command: string;
  readonly area: string;
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
  /** The words with which its area may leave a cell out. */
  readonly reasons: readonly string[];
}

const split = (line: string): string[] =>
  line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());

/** The actors of a row: each by name, or several by the name of their group. */
function actorsOf(label: string): readonly string[] {
  return label.split(", ").flatMap((name) => {
    const group = GROUPS[name];
    if (group !== undefined) return group;
    if (ACTORS.some((actor) => actor.name === name)) return [name];
    throw new Error(`nobody is called ${name}`);
  });
}

const WORDS: ReadonlySet<string> = new Set(["ok", "quiet", ...REFUSAL_CODES]);

function cellsOf(columns: readonly string[], line: string, reasons: readonly string[]): Cell[] {
  const [label = "", ...says] = split(line);
  if (says.length !== columns.length) throw new Error(`not as many cells as columns: ${line}`);
  const unknown = says.find(
    (word) => !WORDS.has(word) && !reasons.some((reason) => word === `(${reason})`),
  );
  if (unknown !== undefined) throw new Error(`a table says ${unknown}`);
  return actorsOf(label).flatMap((actor) =>
    columns.map((column, place) => ({ actor, column, says: says[place] as string })),
  );
}

function tablesOf(area: string): Table[] {
  const text = readFileSync(new URL(`./tables/${area}.md`, import.meta.url), "utf8");
  const [opening = "", ...sections] = text.split("\n## ");
  const reasons = [...opening.matchAll(/^- \((\w+)\) \S/gm)].map((match) => match[1] as string);
  return sections.flatMap((section) => {
    const lines = section.split("\n");
    const rows = lines.filter((line) => line.startsWith("|"));
    const columns = split(rows[0] as string).slice(1);
    const cells = rows.slice(2).flatMap((row) => cellsOf(columns, row, reasons));
    return (lines[0] as string).split(", ").map((title) => {
      const command = title.split(" ")[0] as string;
      return { title, command, area, columns, cells, reasons };
    });
  });
}

/** All tables. */
export const TABLES: readonly Table[] = AREAS.flatMap(tablesOf);
