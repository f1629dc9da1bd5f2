/**
 * Makes the script that every runtime plays (`test/vectors/script.jsonl.gz`) from the generators:
 * few enough scripts to be quick, chosen so that together they reach everything that many do. Run it
 * when a new type of input or question should take part, then `npm run vectors`; a change of the
 * generators alone changes nothing that is committed.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { inBooks } from "./vectors/books.ts";
import { boundToMany } from "./vectors/bound.ts";
import { chosenScripts } from "./vectors/choose.ts";
import { waitingForALimit } from "./vectors/limited.ts";
import { scriptLines } from "./vectors/lines.ts";
import { returningInSteps, returningToLists } from "./vectors/returning.ts";
import { waitingForAWord } from "./vectors/waiting.ts";

const FOLDER = join(import.meta.dirname, "../test/vectors");
/** Inputs at least; questions come on top. */
const INPUTS = 10_000;
const SEED = 20_261_122;

const scripts = [
  ...chosenScripts(SEED, INPUTS),
  boundToMany(),
  waitingForAWord(),
  waitingForALimit(),
  returningInSteps(),
  returningToLists(),
  inBooks(),
];
const lines = scripts.flatMap((script, index) => scriptLines(script, index));
const text = `${lines.join("\n")}\n`;
const packed = gzipSync(text, { level: 9 });
writeFileSync(join(FOLDER, "script.jsonl.gz"), packed);
const count = (word: string) => lines.filter((line) => line.startsWith(`{"${word}"`)).length;
console.table([
  {
    worlds: count("policy"),
    inputs: count("input"),
    questions: count("query"),
    bytes: text.length,
    packed: packed.length,
  },
]);
