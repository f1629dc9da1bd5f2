/** What the platform has opened for an organization. */
import { passOver } from "../core/passed-over.ts";
import { isToRecord } from "../core/recording.ts";
import { effect } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import {
  organizationOf,
  organizationRegistered,
  sourceResponsible,
} from "../directory/select/organizations.ts";
import { trunkOf } from "../spaces/select/trunks.ts";
import type { HierarchyEvents, HierarchyFact } from "./model.ts";
import type { Deciding } from "./select/hierarchy.ts";

/** HIER-06: it holds from now on; nothing that is linked changes by it. */
const open = effect(
  "HIER-06",
  (tx: Deciding, capacity: HierarchyEvents["hierarchy.capacity-changed"]): void => {
    emit(tx, "hierarchy.capacity-changed", capacity);
  },
);

/** A platform's fact that hierarchies are open for an organization, or are not, and for how many. */
export function changeCapacity(tx: Deciding, { from, data }: HierarchyFact) {
  const { organization } = data;
  const refusal = organizationRegistered(tx, organization) ?? sourceResponsible(from, "platform");
  if (refusal !== null) return refusal;
  if (organizationOf(tx, organization).ended) {
    passOver(tx, "organization-ended", data);
    return null;
  }
  const known = read(tx, "trunk", organization);
  const { open: isOpen, capacity, revision } = trunkOf(tx, organization);
  const isSame = known !== null && isOpen === data.open && capacity === data.branches;
  if (isToRecord(tx, data, revision, isSame)) open(tx, data);
  return null;
}
