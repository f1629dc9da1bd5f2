/** Pieces of Chinese sentences. */
import type { Figures } from "../core/refusal.ts";
import { LISTED_MAX, shown } from "./explain-text.ts";

/** An id as it stands in a sentence. */
export const quoted = (id: string): string => `“${shown(id)}”`;

/** The figures of a limit, as far as the reader may know them. */
export function figures({ limit, current }: Figures): string {
  if (limit === undefined) return "";
  return current === undefined ? `：上限为 ${limit}` : `：上限 ${limit}，已占用 ${current}`;
}

/** The first of a list, each in words, and how many there are. */
export function first<Item>(items: readonly Item[], words: (item: Item) => string): string {
  const some = items.slice(0, LISTED_MAX).map(words).join("、");
  return items.length > LISTED_MAX ? `${some}等 ${items.length} 项` : some;
}

/** The first of several ids. */
export const named = (ids: readonly string[]): string => first(ids, quoted);

const kinds: { readonly [kind: string]: string } = {
  space: "上下游组织",
  invitation: "邀请",
  application: "加入申请",
  folder: "目录",
  app: "应用",
  row: "数据",
  instance: "流程实例",
  group: "合作群",
};

/** What an id is of; a kind that is not known stands as it is. */
export const kindOf = (kind: string): string =>
  Object.hasOwn(kinds, kind) ? (kinds[kind] as string) : shown(kind);
