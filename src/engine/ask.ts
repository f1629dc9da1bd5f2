/** The verb for questions: a query and the records it needs, in; an answer out. Nothing changes. */

import { guessKeys } from "../core/guess.ts";
import { byName } from "../core/lookup.ts";
import type { Policy } from "../core/policy.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { beginReading, type Cell, MISSING, withLacking } from "../core/transaction.ts";
import { keyMeant, keyNow } from "../directory/translating.ts";
import { wayFits } from "../industry/select/ways.ts";
import type { QueryHandler, Reading } from "../queries/handler.ts";
import { queryHandlers } from "../queries/handlers.ts";
import type { QueryOf, QueryType, Viewer } from "../queries/model.ts";
import { unlessSuspended } from "./acting.ts";
import { answerOutward, askedInward } from "./asking.ts";
import { GUIDANCE } from "./guidance.ts";
import type { Slice } from "./slice.ts";
import type { Answer, RecordKey } from "./types.ts";

/**
 * Answers a question.
 *
 * @param slice the records loaded so far; a World works as well
 * @param query the question; see `interorg/schema` for turning unknown data into one
 * @param policy every number and option of the rules
 * @returns the `answer`, `refused` with one code, or `incomplete` with the keys to load before asking
 *   again (eight rounds at most)
 */
export function ask<Type extends QueryType>(
  slice: Slice,
  query: QueryOf<Type>,
  policy: Policy,
): Answer<Type> {
  const { at } = query.data as { readonly at?: number };
  const tx: Reading = beginReading(slice.table, slice.complete, GUIDANCE, null, at);
  try {
    const answered = answer(tx, query, policy);
    const reads = tx.cells.map(keyOf);
    return "code" in answered
      ? { kind: "refused", refusal: answered, reads }
      : { kind: "answer", value: answered.value, reads };
  } catch (thrown) {
    if (thrown !== MISSING) throw thrown;
    const needs = guessKeys((guess) =>
      answer(beginReading(slice.table, slice.complete, GUIDANCE, guess, at), query, policy),
    );
    return { kind: "incomplete", needs: withLacking(needs, tx) };
  }
}

function answer<Type extends QueryType>(
  tx: Reading,
  query: QueryOf<Type>,
  policy: Policy,
): ReturnType<QueryHandler<Type>> | Refusal {
  const handler = handlers.get(query.type) as QueryHandler<Type> | undefined;
  if (handler === undefined) {
    return refuse("MALFORMED", { problems: [{ path: ["type"], problem: "unknown-type" }] });
  }
  const { viewer } = query.data as { readonly viewer?: Viewer };
  const misplaced = viewer === undefined ? null : wayFits(query.type, viewer, ["data", "viewer"]);
  if (misplaced !== null) return misplaced;
  const meant = askedInward(tx, query, keyMeant(tx), keyNow(tx));
  const first = worked(tx, handler, meant, policy);
  // Whoever may not see the one whom a former id meant gets what anybody gets who names nobody.
  const isOver = meant === query || !("code" in first);
  const found = isOver
    ? first
    : worked(tx, handler, askedInward(tx, query, keyNow(tx), keyNow(tx)), policy);
  return answerOutward(tx, query, found);
}

function worked<Type extends QueryType>(
  tx: Reading,
  handler: QueryHandler<Type>,
  { data }: QueryOf<Type>,
  policy: Policy,
): ReturnType<QueryHandler<Type>> | Refusal {
  const work = () => handler(tx, data, policy) as ReturnType<QueryHandler<Type>>;
  return "viewer" in data ? unlessSuspended(tx, data.viewer, work) : work();
}

const handlers: ReadonlyMap<unknown, unknown> = /* @__PURE__ */ byName(queryHandlers);

const keyOf = ({ kind, owner, own }: Cell): RecordKey => [kind, owner, own] as unknown as RecordKey;
