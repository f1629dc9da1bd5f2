/** A small seeded generator, so that every run measures the same inputs. */

/** Gives numbers from 0 up to, not including, a bound. */
export type Random = (below: number) => number;

/** A generator of its own for each seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** An id: a letter, then a number, padded to a length. */
export function numbered<Id extends string>(letter: string, number: number, length: number): Id {
  return `${letter}${String(number).padStart(length - letter.length, "0")}` as Id;
}
