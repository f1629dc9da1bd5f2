/** What other areas' events make happen to groups, in the order in which it does. */
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import type { Tx } from "../core/transaction.ts";
import type { GroupsEvents, GroupsRecords } from "./model.ts";

/** A reaction to the events of one generation. */
type Reaction = (
  tx: Tx<GroupsRecords, GroupsEvents>,
  policy: Policy,
  events: readonly EventEnvelope<string, unknown>[],
) => void;

export const groupsReactions: readonly Reaction[] = [];
