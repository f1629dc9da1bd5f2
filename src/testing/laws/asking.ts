/** Asks a World, and puts the pages of an answer together. */

import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { ask } from "../../engine/ask.ts";
import type { World } from "../../engine/world.ts";
import type { Queries, QueryOf, QueryType } from "../../queries/model.ts";

/** What came of a question: the code that it is refused with, or the answer's value. */
export type Told<Type extends QueryType> =
  | { readonly code: string }
  | { readonly code: null; readonly value: Queries[Type]["answer"] };

/** Asks a World a question. */
export function told<Type extends QueryType>(
  world: World,
  type: Type,
  data: Queries[Type]["input"],
  policy: Policy,
): Told<Type> {
  const answer = ask(world, { type, data } as unknown as QueryOf<Type>, policy);
  if (answer.kind === "incomplete") throw new Error("a World is never incomplete");
  return answer.kind === "refused"
    ? { code: answer.refusal.code }
    : { code: null, value: answer.value as Queries[Type]["answer"] };
}

/** Everybody whom a question about candidates lists, all pages together; or the code it is refused with. */
export function candidates(
  world: World,
  type: "form.candidates" | "flow.routing-candidates",
  data: object,
  policy: Policy,
  limit: number,
): string | readonly Identity[] {
  const found: Identity[] = [];
  for (let after: object = {}; ; ) {
    const page = told(world, type, { ...data, ...after, limit } as never, policy);
    if (page.code !== null) return page.code;
    found.push(...page.value.items);
    if (page.value.next === null) return found;
    after = { after: page.value.next };
  }
}
