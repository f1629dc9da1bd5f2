/** Questions to a World with plain ids. */
import { ask, type Policy, type Query, type QueryType, type World } from "interorg";
import { parseQuery } from "interorg/schema";

/** Asks; `null` stands for a refusal. */
export type Question = <Value>(type: QueryType, data: object) => Value | null;

export function questioner(world: World, policy: Policy): Question {
  return <Value>(type: QueryType, data: object): Value | null => {
    const parsed = parseQuery({ type, data });
    if (!parsed.ok) return null;
    const answer = ask(world, parsed.value as Query, policy);
    return answer.kind === "answer" ? (answer.value as Value) : null;
  };
}

/** All pages of a list. */
export function allOf<Item>(question: Question, type: QueryType, data: object): Item[] {
  const items: Item[] = [];
  for (let after: string | null = null; ; ) {
    const more: object = after === null ? {} : { after };
    const page: { readonly items: readonly Item[]; readonly next: string | null } | null = question(
      type,
      { ...data, limit: 500, ...more },
    );
    if (page === null) return items;
    items.push(...page.items);
    if (page.next === null) return items;
    after = page.next;
  }
}
