/** Admin roles and permissions, given and taken. */

import { isToRecord } from "../core/recording.ts";
import { emit } from "../core/transaction.ts";
import type { Deciding } from "./facts.ts";
import type { DirectoryFact } from "./model.ts";
import { aboutEmployment } from "./people.ts";
import { organizationOf } from "./select/organizations.ts";

/** An organization's fact about one person's admin role (ADMIN-01, ADMIN-05). */
export function changeAdmin(
  tx: Deciding,
  fact: Extract<DirectoryFact, { readonly type: "admin.changed" }>,
) {
  const { number: _, source: __, ...said } = fact.data;
  const { spacePermission = false, hierarchyPermission = false, ...rest } = said;
  const value = {
    ...{ ...rest, spacePermission },
    ...(hierarchyPermission && { hierarchyPermission }),
  };
  return aboutEmployment(tx, fact, ({ revisions }) => {
    const { admins } = organizationOf(tx, value.organization);
    const before = admins.find((admin) => admin.person === value.person);
    const same =
      (before?.role ?? null) === value.role &&
      (value.role === null ||
        (before?.spacePermission === spacePermission &&
          (before.hierarchyPermission === true) === hierarchyPermission));
    if (isToRecord(tx, value, revisions.admin, same)) emit(tx, "admin.changed", value);
  });
}
