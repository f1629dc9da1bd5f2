/** The language in use, and texts in it. */
import type { Locale } from "interorg/catalogue";
import { FIELD_WORDS, VALUE_WORDS } from "./words/fields.ts";
import { PAGE_WORDS, type PageWord, PROBLEM_WORDS } from "./words/page.ts";
import type { Pair } from "./words/pair.ts";

export type { Locale };

let current: Locale = "en";

export const locale = (): Locale => current;

/** The language to begin with: the one remembered, or the browser's. */
export function preferredLocale(remembered: string | null): Locale {
  if (remembered === "en" || remembered === "zh") return remembered;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Switches the language of the page, for screen readers and fonts as well. */
export function setLocale(next: Locale): void {
  current = next;
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
}

export const inLocale = ([en, zh]: Pair): string => (current === "zh" ? zh : en);

export type Params = { readonly [name: string]: string | number };

export function filled(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}

/** A text of the page in the language in use; of two forms apart by `|`, the first is for one. */
export function t(word: PageWord, params: Params = {}): string {
  const [one, many = one] = inLocale(PAGE_WORDS[word]).split("|");
  return filled((params["n"] === 1 ? one : many) ?? "", params);
}

const lookUp = (words: { readonly [word: string]: Pair }, word: string): string => {
  const pair = Object.hasOwn(words, word) ? words[word] : undefined;
  return pair === undefined ? word : inLocale(pair);
};

/** A field's name. */
export const fieldName = (name: string): string => lookUp(FIELD_WORDS, name);

/** A word that a value is, such as a reason or an edition. */
export const valueName = (value: string): string => lookUp(VALUE_WORDS, value);

/** What is wrong with a value. */
export const problemName = (word: string): string => lookUp(PROBLEM_WORDS, word);

/**
 * A name in the language in use. Names in the Worlds here are given twice, `Lin Yue 林悦`, as
 * companies that work across borders write them; any other name is shown whole.
 */
export function localName(name: string): string {
  const both = /^([\x20-\x7e]+) ([\u3400-\u9fff·]+)$/u.exec(name);
  if (both === null) return name;
  return (current === "zh" ? both[2] : both[1]) ?? name;
}
