/**
 * What compiled messages call: how a value stands in a sentence, whatever JSON it is. Nothing here asks
 * `Intl`: numbers are digits, and of the languages that there are, English alone tells one from more.
 */
import type { Locale } from "./locale.ts";
import { shown } from "./shown.ts";

/** How many of a list are shown by name. */
const LISTED_MAX = 3;

const text = (value: unknown): string =>
  shown(typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** A part of a value that may be no object. */
function part(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : "";
}

/** An id, in quotes. */
export const id = (value: unknown, locale: Locale): string =>
  locale === "zh" ? `“${text(value)}”` : `"${text(value)}"`;

/** A word of the vocabulary, as it is. */
export const word = (value: unknown): string => text(value);

/** A number, in digits. */
export const count = (value: unknown): string => text(value);

/** The person of an identity. */
export const person = (value: unknown, locale: Locale): string => id(part(value, "person"), locale);

/** The organization of an identity. */
export const organization = (value: unknown, locale: Locale): string =>
  id(part(value, "organization"), locale);

/** An identity: a person in an organization. */
export const identity = (value: unknown, locale: Locale): string =>
  locale === "zh"
    ? `组织${organization(value, locale)}的人员${person(value, locale)}`
    : `${person(value, locale)} of organization ${organization(value, locale)}`;

const task = (value: unknown, locale: Locale): string =>
  locale === "zh"
    ? `流程实例${id(part(value, "instance"), locale)}的任务 ${text(part(value, "task"))}`
    : `task ${text(part(value, "task"))} of ${id(part(value, "instance"), locale)}`;

/** The first of a list, and how many more there are, or in Chinese how many in all. */
function first(
  value: unknown,
  locale: Locale,
  words: (item: unknown, locale: Locale) => string,
): string {
  const items = list(value);
  const some = items.slice(0, LISTED_MAX).map((item) => words(item, locale));
  const more = items.length - LISTED_MAX;
  if (locale === "zh") return some.join("、") + (more > 0 ? `等 ${items.length} 项` : "");
  return some.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** The first of several ids. */
export const ids = (value: unknown, locale: Locale): string => first(value, locale, id);

/** The first of several identities. */
export const identities = (value: unknown, locale: Locale): string =>
  first(value, locale, identity);

/** The first of several tasks. */
export const tasks = (value: unknown, locale: Locale): string => first(value, locale, task);

/** What waits for admins, by kind, and how much of each. */
const WORK: readonly (readonly [kind: string, en: string, zh: string])[] = [
  ["tasks", "parked tasks", "等待交接的任务"],
  ["lists", "held lists", "暂缓执行的通讯录"],
  ["applications", "pending applications", "待审核的申请"],
  ["settings", "settings that name removed departments", "引用了已删除部门的设置"],
];

/** How much waits for admins: what there is none of is not named. */
export function work(value: unknown, locale: Locale): string {
  const some = WORK.filter(([kind]) => (part(value, kind) ?? 0) !== 0);
  const said = some.map(([kind, en, zh]) => {
    const many = count(part(value, kind));
    return locale === "zh" ? `${zh} ${many} 项` : `${en}: ${many}`;
  });
  return said.join(locale === "zh" ? "、" : ", ");
}

/** The first of the problems of a malformed input. */
export function problems(value: unknown, locale: Locale): string {
  const items = list(value);
  const more = items.length > LISTED_MAX;
  const some = items.slice(0, LISTED_MAX).map((item) => {
    const path = shown(list(part(item, "path")).map(text).join("."));
    const what = text(part(item, "problem"));
    return locale === "zh"
      ? `${path || "输入本身"}（${what}）`
      : `${path || "the input"} is ${what}`;
  });
  return locale === "zh"
    ? some.join("、") + (more ? "等" : "")
    : some.join("; ") + (more ? "; and more" : "");
}

/** The case of a `select`: `none` for what is not there, else the value's own or `other`. */
export function select(
  value: unknown,
  cases: { readonly other: string; readonly [name: string]: string },
): string {
  const said = typeof value === "boolean" ? String(value) : value;
  const name = said ?? "none";
  const is = typeof name === "string" && (name !== "none" || value !== name);
  return is && Object.hasOwn(cases, name) ? (cases[name] as string) : cases.other;
}
