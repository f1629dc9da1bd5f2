/**
 * Ids that share all 32 bits of their hash, as an adversary would make them: blocks of two characters
 * that come in two spellings with the same state of the hash after them, one block after the other, so
 * that each doubles the ids.
 */
import { hash } from "../../src/core/hash.ts";

/** Code units per id: as many as an id may have. */
const LENGTH = 128;
const BLOCK = 2;
/** Characters that take three bytes each in UTF-8. */
const FIRST = 0x4e00;
const SPAN = 0x5000;

/** The state of the hash after one more code unit. */
function step(state: number, unit: number): number {
  let k = Math.imul(unit, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  let h = state ^ Math.imul(k, 0x1b873593);
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) | 0;
}

/** Two blocks that lead from a state to one and the same. */
function twins(state: number): readonly [string, string, number] {
  const seen = new Map<number, string>();
  for (let i = 0; ; i += 1) {
    const units = [
      FIRST + ((Math.imul(i, 7919) >>> 0) % SPAN),
      FIRST + ((Math.floor(i / SPAN) * 613) % SPAN),
    ];
    const after = units.reduce(step, state);
    const block = String.fromCharCode(...units);
    const twin = seen.get(after);
    if (twin !== undefined && twin !== block) return [twin, block, after];
    seen.set(after, block);
  }
}

/** So many ids with one hash, each of the greatest length and three bytes a character. */
export function colliding(count: number): readonly string[] {
  const blocks = Math.ceil(Math.log2(count));
  const start = "中".repeat(LENGTH - blocks * BLOCK);
  let state = [...start].reduce((h, one) => step(h, one.charCodeAt(0)), 0x9747b28c ^ LENGTH);
  let ids = [start];
  for (let block = 0; block < blocks; block += 1) {
    const [one, other, after] = twins(state);
    ids = ids.flatMap((id) => [id + one, id + other]);
    state = after;
  }
  if (new Set(ids.map(hash)).size !== 1) throw new Error("the hash has changed");
  return ids.slice(0, count);
}
