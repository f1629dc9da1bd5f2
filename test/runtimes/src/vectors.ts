/** The committed vectors: the script, and the trace that this version of the library gives. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Trace } from "./trace.ts";

const FOLDER = join(import.meta.dirname, "../../vectors");
const TRACE = join(FOLDER, "trace.json");
/** Steps whose digests share a line of the file. */
const BLOCK = 100;

/** The script that every runtime plays. */
export const script = (): string =>
  gunzipSync(readFileSync(join(FOLDER, "script.jsonl.gz"))).toString();

/** What is expected: the digest of everything, and the first digits of each step's. */
export interface Golden {
  readonly inputs: number;
  readonly queries: number;
  readonly hash: string;
  readonly digests: readonly string[];
}

/** The trace as committed; `null` if there is none yet. */
export function readGolden(): Golden | null {
  try {
    const { blocks, ...golden } = JSON.parse(readFileSync(TRACE, "utf8"));
    return { ...golden, digests: blocks.join(" ").split(" ") };
  } catch {
    return null;
  }
}

/** Writes a trace down as the one expected. */
export function writeGolden({ inputs, queries, hash, digests }: Trace): void {
  const blocks: string[] = [];
  for (let i = 0; i < digests.length; i += BLOCK) {
    blocks.push(digests.slice(i, i + BLOCK).join(" "));
  }
  writeFileSync(TRACE, `${JSON.stringify({ inputs, queries, hash, blocks }, null, 1)}\n`);
}
