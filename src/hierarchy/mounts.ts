/** Where Branches hang when the Trunk's departments change. */
import { allEntries } from "../core/hashed.ts";
import type { OrganizationId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { effect } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { mountedAt } from "../spaces/select/keys.ts";
import type { Deciding } from "./select/hierarchy.ts";

/** MOUNT-03: what hung at a department that is removed hangs at its parent, and stays there. */
export const remount = effect(
  "MOUNT-03",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "department.removed">): void => {
    const { organization: trunk, department, parent } = data;
    const { mounted } = must(tx, "department", trunk, department);
    if (mounted === undefined) return;
    const where = mountedAt(trunk, department);
    const branches = allEntries<readonly [OrganizationId]>(tx, where, mounted).flatMap(
      ([branch]) => {
        const link = read(tx, "link", trunk, branch);
        return link === null ? [] : [{ branch, link }];
      },
    );
    for (const { branch, link } of branches.sort(
      (one, other) => one.link.order - other.link.order,
    )) {
      emit(tx, "link.mounted", { trunk, organization: branch, alias: link.alias, mount: parent });
    }
  },
);
