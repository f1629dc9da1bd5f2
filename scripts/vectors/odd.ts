/** Requests that no client should send, as JSON text. */

import type { Random } from "../../src/testing/arbitraries/random.ts";
import {
  changed,
  paths,
  withoutFields,
  withStrangeFields,
  withWrongTypes,
} from "../../test/schema/mutations.ts";

/** Texts that are no ids, or only just are. */
const IDS: readonly string[] = [
  "",
  " ",
  "a b",
  "\u200b",
  "\ufeffa",
  "\u202e",
  "\u0000",
  "a\u0085",
  "\u2028",
  "\ud800",
  "a\udc00b",
  "\u{1F469}\u200D\u{1F467}",
  `${"x".repeat(126)}\u{1F600}`,
  `${"x".repeat(127)}\u{1F600}`,
  "长".repeat(129),
  "e\u0301".repeat(64),
  "constructor",
  "__proto__",
];

/** Numbers as JSON may spell them. */
const NUMBERS: readonly string[] = [
  "-0",
  "1e400",
  "-1e400",
  "1.5",
  "12.0",
  "1e3",
  "5e-324",
  "9007199254740991",
  "9007199254740993",
  "8640000000000001",
  "-1",
  "0.1e1",
];

type Spoil = (value: object, random: Random) => string;

const anyOf = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = random.pick(items);
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

const mutated =
  (ways: (value: object) => readonly { readonly value: unknown }[]): Spoil =>
  (value, random) =>
    JSON.stringify(anyOf(random, ways(value)).value);

const SPOILS: readonly Spoil[] = [
  mutated(withoutFields),
  mutated(withStrangeFields),
  mutated(withWrongTypes),
  mutated(withWrongTypes),
  (value, random) => {
    const texts = paths(value).filter((path) => path.length > 0 && path.at(-1) !== "type");
    return JSON.stringify(changed(value, anyOf(random, texts), () => anyOf(random, IDS)));
  },
  (value, random) => {
    const text = JSON.stringify(changed(value, ["at"], () => "AT"));
    return text.replace('"AT"', anyOf(random, NUMBERS));
  },
  (value) => `{"__proto__":{"by":{"support":"x"}},${JSON.stringify(value).slice(1)}`,
  (value) => `{"type":"space.create",${JSON.stringify(value).slice(1)}`,
  (value) => `${"[".repeat(40)}${JSON.stringify(value)}${"]".repeat(40)}`,
  (value) =>
    JSON.stringify(
      changed(value, ["data"], (data) => ({ ...(data as object), "\u{1F600}\ud83d": 1 })),
    ),
  (_, random) => anyOf(random, ["null", "[]", "{}", "0", '""', '"input"', "true", '{"type":"x"}']),
];

/** A spoiled copy of an input or a question, as text. */
export function spoiledText(value: object, random: Random): string {
  return anyOf(random, SPOILS)(value, random);
}
