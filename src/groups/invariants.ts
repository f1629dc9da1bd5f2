/** What always holds of groups. */
import type { Invariant } from "../core/findings.ts";
import type { GroupsRecords } from "./model.ts";

export const groupsInvariants: readonly Invariant<GroupsRecords>[] = [];
