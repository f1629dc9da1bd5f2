/** Everything that is printed: headings, sentences, small tables, progress. */
import { styleText } from "node:util";
import cliProgress from "cli-progress";

const isTerminal = process.stdout.isTTY === true;
const colored = isTerminal && process.env["NO_COLOR"] === undefined;
type Style = Parameters<typeof styleText>[0];
const paint = (style: Style, text: string): string => (colored ? styleText(style, text) : text);

/** Columns of a line of text. */
const WIDTH = 100;
let chapters = 0;

const print = (text: string): void => console.log(text);

/** Breaks a text at spaces, every line indented like the first. */
function wrapped(text: string, indent: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) as string;
    if (line === "") lines[lines.length - 1] = word;
    else if (indent + line.length + 1 + word.length <= WIDTH) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${" ".repeat(indent)}`);
}

export function title(text: string): void {
  print(paint("bold", text));
}

export function heading(text: string): void {
  chapters += 1;
  print(`\n${paint(["bold", "cyan"], `${chapters}. ${text}`)}`);
}

/** Something that went through, or that was found to be as it should be. */
export function done(text: string): void {
  print(`  ${paint("green", "+")} ${wrapped(text, 4)}`);
}

/** Something that was refused, as it should be. */
export function refused(text: string, why: string): void {
  print(`  ${paint("yellow", "-")} ${wrapped(text, 4)}`);
  aside(why);
}

/** A sentence of the library's own. */
export function aside(text: string): void {
  print(`      ${paint("dim", wrapped(text, 6))}`);
}

export function note(text: string): void {
  print(`    ${wrapped(text, 4)}`);
}

export function failure(text: string): void {
  console.error(paint("red", text));
}

export const count = (value: number): string => value.toLocaleString("en-US");

/** "1 person", "2 people". */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** A table with its columns aligned: texts to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  const texts = [head, ...rows].map((row) =>
    row.map((cell) => (typeof cell === "number" ? count(cell) : cell)),
  );
  const widths = head.map((_, i) => Math.max(...texts.map((row) => row[i]?.length ?? 0)));
  for (const [n, row] of texts.entries()) {
    const cells = row.map((cell, i) => {
      const toTheRight = typeof rows[0]?.[i] === "number";
      return toTheRight ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0);
    });
    const line = `    ${cells.join("  ").trimEnd()}`;
    print(n === 0 ? paint("dim", line) : line);
  }
}

/** How far something has come: a bar on a terminal, elsewhere a line every so often. */
export interface Progress {
  readonly advance: (by: number) => void;
  readonly stop: () => void;
}

/** Milliseconds between two lines. */
const QUIET = 5_000;

export function progress(what: string, total: number): Progress {
  let value = 0;
  if (isTerminal) {
    const bar = new cliProgress.SingleBar({
      format: `    ${what} {bar} {value}/{total}, {duration_formatted}`,
      barCompleteChar: "#",
      barIncompleteChar: ".",
      barsize: 30,
      clearOnComplete: true,
      hideCursor: true,
    });
    bar.start(total, 0);
    return {
      advance: (by) => bar.increment(by),
      stop: () => bar.stop(),
    };
  }
  let last = Date.now();
  return {
    advance: (by) => {
      value += by;
      if (Date.now() - last < QUIET) return;
      last = Date.now();
      note(`${what}: ${count(value)} of ${count(total)} so far`);
    },
    stop: () => {},
  };
}
