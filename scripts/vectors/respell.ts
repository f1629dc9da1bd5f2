/** The same script in other spellings: scripts and alphabets that runtimes could treat differently. */
import type { Input } from "../../src/index.ts";
import { ID_LENGTH_MAX } from "../../src/index.ts";
import type { Script } from "../../src/testing/arbitraries/scripts.ts";

/**
 * Spellings of a number, each for a way to go wrong: order by code point or by locale instead of code
 * unit, normal forms, cases that a locale maps its own way, pairs cut in half at the greatest length.
 */
const SPELLINGS: readonly ((number: string) => string)[] = [
  (number) => `上游组织${number}`,
  (number) => `\u{1F409}${number}`,
  (number) => `\u{20BB7}野家${number}`,
  (number) => `\uFF21${number}`,
  (number) => `e\u0301${number}`,
  (number) => `\u00e9${number}`,
  (number) => `İıI${number}`,
  (number) => `straße${number}`,
  (number) => `\u05D0${number}`,
  (number) => `\uE000${number}`,
  (number) => number.padEnd(ID_LENGTH_MAX - 2, "长").concat("\u{1F600}"),
  (number) => `${number}e3`,
];

/** Ids as the generators make them: a word and a number. */
const GENERATED = /^([a-z]+)-?(\d+)$/;
const NAME = /^name (\d+)$/;

/** A bijection: the spelling follows from the word and the number, and holds both. */
function respell(text: string): string {
  const name = NAME.exec(text);
  if (name !== null) return `name ${name[1]} 名称\u{1F680}ß İ`;
  const [, word, number] = GENERATED.exec(text) ?? [];
  if (word === undefined || number === undefined) return text;
  const spelling = SPELLINGS[(Number(number) + word.length) % SPELLINGS.length];
  return spelling?.(`${word[0]}${word.length}_${number}_`) ?? text;
}

function respelledIn(value: unknown): unknown {
  if (typeof value === "string") return respell(value);
  if (Array.isArray(value)) return value.map(respelledIn);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      name === "type" ? field : respelledIn(field),
    ]),
  );
}

/** A script with all its ids and names spelled otherwise. */
export function respelled({ policy, inputs }: Script): Script {
  return { policy, inputs: inputs.map((input) => respelledIn(input) as Input) };
}
