/** An admin's word that departments which full lists lack are gone. */
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import { effect } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import { remove } from "./departments.ts";
import { type Deciding, orElse } from "./facts.ts";
import type { DirectoryCommand, DirectoryCommands } from "./model.ts";
import { departmentsReported } from "./placements.ts";
import { actorSettlesLists } from "./select/authority.ts";
import { organizationKnown } from "./select/organizations.ts";

/** DIR-10: removes those that are dormant, children first, whatever the day. */
const removeDormant = effect(
  "DIR-10",
  (
    tx: Deciding,
    { organization, departments }: DirectoryCommands["department.confirm-removal"],
  ): void => {
    const known = departments.map((department, index) => {
      const { ancestors, dormant } = must(tx, "department", organization, department);
      return { department, index, depth: ancestors.length, isDormant: dormant !== undefined };
    });
    for (const { department, index, isDormant } of known) {
      if (!isDormant) passOver(tx, "already-so", { department }, index);
    }
    const dormant = known.filter(({ isDormant }) => isDormant);
    for (const { department } of dormant.sort((left, right) => right.depth - left.depth)) {
      remove(tx, { organization, department, because: "confirmed" });
    }
  },
);

/** An admin's word that departments are gone; of one that is not dormant it is quiet. */
export function confirmRemoval(
  tx: Deciding,
  command: OfType<DirectoryCommand, "department.confirm-removal">,
) {
  const { by, data } = command;
  const refusal =
    organizationKnown(tx, "organization" in by ? by.organization : data.organization) ??
    actorSettlesLists(tx, by, data.organization) ??
    departmentsReported(tx, data.organization, data.departments);
  return orElse(refusal, () => removeDormant(tx, data));
}
