/** What answers the questions of one type. */
import type { Policy } from "../core/policy.ts";
import type * as faces from "../core/transaction.ts";
import type { FlowsReads } from "../flows/select/flows.ts";
import type { GroupsRecords } from "../groups/model.ts";
import type { Queries, QueryType } from "./model.ts";
import type { Answered } from "./paging.ts";

/** What questions look at: everything. */
export interface Reads extends FlowsReads, GroupsRecords {}
export type Reading = faces.Reading<Reads>;

/** Answers the questions of one type. */
export type QueryHandler<Type extends QueryType> = (
  tx: Reading,
  data: Queries[Type]["input"],
  policy: Policy,
) => Answered<Queries[Type]["answer"]>;
