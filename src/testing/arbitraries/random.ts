/** Random choices that follow from a seed alone, cheap enough for millions of them. */

/** A source of choices. */
export interface Random {
  /** An integer from 0 to `count - 1`. */
  readonly below: (count: number) => number;
  /** `true` in so many of a hundred cases. */
  readonly chance: (percent: number) => boolean;
  /** One of some items; `undefined` if there are none. */
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined;
  /** Each of some items with a chance, in their order. */
  readonly some: <Item>(items: readonly Item[], percent: number) => Item[];
}

/** Makes a source of choices (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  const chance = (percent: number): boolean => next() * 100 < percent;
  return {
    below,
    chance,
    pick: (items) => items[below(items.length)],
    some: (items, percent) => items.filter(() => chance(percent)),
  };
}

/** One of some items, each with a weight. */
export function weighted<Item>(random: Random, items: readonly (readonly [Item, number])[]): Item {
  let total = 0;
  for (const [, weight] of items) total += weight;
  let left = random.below(total);
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return (items.at(-1) as readonly [Item, number])[0];
}
