/** The verb for questions: a query and the records it needs, in; an answer out. Nothing changes. */

import { guessKeys } from "../core/guess.ts";
import { byName } from "../core/lookup.ts";
import type { Policy } from "../core/policy.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { beginReading, type Cell, MISSING, withLacking } from "../core/transaction.ts";
import type { QueryHandler, Reading } from "../queries/handler.ts";
import { queryHandlers } from "../queries/handlers.ts";
import type { QueryOf, QueryType } from "../queries/model.ts";
import { unlessSuspended } from "./acting.ts";
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
  const tx: Reading = beginReading(slice.table, slice.complete, GUIDANCE);
  try {
    const answered = answer(tx, query, policy);
    const reads = tx.cells.map(keyOf);
    return "code" in answered
      ? { kind: "refused", refusal: answered, reads }
      : { kind: "answer", value: answered.value, reads };
  } catch (thrown) {
    if (thrown !== MISSING) throw thrown;
    const needs = guessKeys((guess) =>
      answer(beginReading(slice.table, slice.complete, GUIDANCE, guess), query, policy),
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
  const work = () => handler(tx, query.data, policy) as ReturnType<QueryHandler<Type>>;
  return "viewer" in query.data ? unlessSuspended(tx, query.data.viewer, work) : work();
}

const handlers: ReadonlyMap<unknown, unknown> = /* @__PURE__ */ byName(queryHandlers);

const keyOf = ({ kind, owner, own }: Cell): RecordKey => [kind, owner, own] as unknown as RecordKey;
