/** What answers the questions of one type. */
import type { Policy } from "../core/policy.ts";
import type { Tx } from "../core/transaction.ts";
import type { FlowsEvents, FlowsRecords } from "../flows/model.ts";
import type { Queries, QueryType } from "./model.ts";
import type { Answered } from "./paging.ts";

/** A question over everything. */
export type FlowsTx = Tx<FlowsRecords, FlowsEvents>;

/** Answers the questions of one type. */
export type QueryHandler<Type extends QueryType> = (
  tx: FlowsTx,
  data: Queries[Type]["input"],
  policy: Policy,
) => Answered<Queries[Type]["answer"]>;
