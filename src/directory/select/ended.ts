/** What the end of an organization takes elsewhere, counted where it happens. */
import type { OrganizationId } from "../../core/ids.ts";
import { type Evolving, edit, read } from "../../core/transaction.ts";
import type { DirectoryRecords, Ended } from "../model.ts";
import type { Reading } from "./organizations.ts";

/** The kind of which an area changes records when something ends with an organization. */
export type EndedRecords = Pick<DirectoryRecords, "organization">;

/** DIR-19: how many pools of an organization ended with it before: no license comes back out of those. */
export const poolsBefore = (tx: Reading, organization: OrganizationId): number =>
  read(tx, "organization", organization)?.reinstatements ?? 0;

/** For evolve cases: one thing more that the end of an organization took; nothing while it has not ended. */
export function noteTaken(
  tx: Evolving<EndedRecords>,
  organization: OrganizationId,
  kind: keyof Pick<Ended, "instances" | "tasks" | "pools">,
): void {
  const taken = read(tx, "organization", organization)?.taken;
  if (taken === undefined) return;
  edit(tx, "organization", organization).taken = { ...taken, [kind]: (taken[kind] ?? 0) + 1 };
}
