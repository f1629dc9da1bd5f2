/** JSON Lines, read one line at a time and checked by the schema before anything else sees them. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Input } from "interorg";
import { parseFact } from "interorg/schema";

/** A line that could not be used, and what is wrong with it. */
export interface BadLine {
  readonly line: number;
  readonly problem: string;
}

/** The JSON value of each line of a file; a line that is not JSON gives `undefined`. */
export async function* readLines(
  path: string,
): AsyncGenerator<{ readonly line: number; readonly value: unknown }> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      value = undefined;
    }
    yield { line, value };
  }
}

/** The facts of a file; lines that hold none are put on the list of bad ones. */
export async function* readFacts(path: string, bad: BadLine[]): AsyncGenerator<Input> {
  for await (const { line, value } of readLines(path)) {
    if (value === undefined) {
      bad.push({ line, problem: "not JSON" });
      continue;
    }
    const parsed = parseFact(value);
    if (parsed.ok) yield parsed.value;
    else {
      const [first] = parsed.problems;
      bad.push({ line, problem: `${first?.path.join(".")} is ${first?.problem}` });
    }
  }
}

/** Groups what comes into lists of so many. */
export async function* inBatches<Item>(
  items: AsyncIterable<Item>,
  size: number,
): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
