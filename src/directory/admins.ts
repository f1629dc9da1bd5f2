/** Admin roles and the Space permission, given and taken. */
import { emit, must } from "../core/transaction.ts";
import { alreadySo, type Deciding, employmentKnown, isCurrent, isNewer, orElse } from "./facts.ts";
import type { DirectoryFact } from "./model.ts";
import {
  organizationOf,
  organizationRegistered,
  sourceResponsible,
} from "./select/organizations.ts";

/** An organization's fact about one person's admin role (ADMIN-01, ADMIN-05). */
export function changeAdmin(
  tx: Deciding,
  fact: Extract<DirectoryFact, { readonly type: "admin.changed" }>,
) {
  const { organization, person, number, spacePermission = false, ...rest } = fact.data;
  const value = { ...rest, spacePermission };
  const refusal =
    organizationRegistered(tx, organization) ?? sourceResponsible(fact.from, organization);
  if (refusal !== null || organizationOf(tx, organization).ended) return refusal;
  return orElse(employmentKnown(tx, organization, person, number), () => {
    const record = organizationOf(tx, organization);
    if (!isCurrent(tx, organization, person, number)) return;
    const { revisions } = must(tx, "employment", organization, person);
    if (!isNewer(revisions.admin, value.revision)) return;
    const before = record.admins.find((admin) => admin.person === person);
    const same =
      (before?.role ?? null) === value.role &&
      (value.role === null || before?.spacePermission === value.spacePermission);
    if (alreadySo(same, value.revision)) return;
    emit(tx, "admin.changed", { organization, person, ...value });
  });
}
