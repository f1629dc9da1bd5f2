/** One way of writing things down, whatever order they came in. */
import type { PersonFields } from "../../directory/model.ts";
import type { SharedFields } from "../../spaces/model.ts";

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** A sorted copy, by the texts that a function gives, the first that differ deciding. */
export function sortedBy<Item>(
  items: readonly Item[],
  texts: (item: Item) => readonly string[],
): Item[] {
  return [...items].sort((left, right) => {
    const others = texts(right);
    const orders = texts(left).map((text, index) => compare(text, others[index] ?? ""));
    return orders.find((order) => order !== 0) ?? 0;
  });
}

/** A sorted copy with each id once. */
export function sorted<Text extends string>(ids: readonly Text[]): Text[] {
  return sortedBy([...new Set(ids)], (id) => [id]);
}

/** Each thing once, sorted by the texts that a function gives, which tell two from one another. */
export function distinct<Item>(
  items: readonly Item[],
  texts: (item: Item) => readonly string[],
): Item[] {
  const once = new Map(items.map((item) => [JSON.stringify(texts(item)), item]));
  return sortedBy([...once.values()], texts);
}

/** Ids of which some stand alone, each once in each way, sorted. */
export function alone<Id extends string>(
  named: readonly (readonly [Id, boolean])[],
): (readonly [Id, boolean])[] {
  return distinct(named, ([id, isAlone]) => [id, isAlone ? "1" : "0"]);
}

/** Pairs of ids, each once, sorted. */
export function pairs<One extends string, Other extends string>(
  named: readonly (readonly [One, Other])[],
): (readonly [One, Other])[] {
  return distinct(named, (each) => each);
}

/** Fields in one order, whatever order the source gave them in. */
export function fieldsOf({ name, title, email, phone }: PersonFields): PersonFields {
  return {
    name,
    ...(title === undefined ? {} : { title }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** What was said of fields, if anything was. */
export function said(fields: SharedFields): { readonly fields?: SharedFields } {
  return Object.keys(fields).length === 0 ? {} : { fields };
}

/** Whether two values say the same, whatever the order of their lists. */
export function saysSame(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(textOf))].sort().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${fields
    .map(([name, each]) => `${name}:${textOf(each)}`)
    .sort()
    .join()}}`;
}
