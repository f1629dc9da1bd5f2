/** What answers the questions of one type. */
import type { Policy } from "../core/policy.ts";
import type { Tx } from "../core/transaction.ts";
import type { FlowsEvents, FlowsRecords } from "../flows/model.ts";
import type { Queries, QueryType } from "./model.ts";
import type { Answered } from "./paging.ts";

/** Answers the questions of one type. */
export type QueryHandler<Type extends QueryType> = (
  tx: Tx<FlowsRecords, FlowsEvents>,
  data: Queries[Type]["input"],
  policy: Policy,
) => Answered<Queries[Type]["answer"]>;
