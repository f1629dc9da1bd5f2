/** For evolve cases: how it is noted where Branches hang in a Trunk's book, and by which names. */
import { clearEntries, putEntry, removeEntry, updateList } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import { EMPTY_HASH } from "../../core/structures.ts";
import type * as faces from "../../core/transaction.ts";
import { edit, must } from "../../core/transaction.ts";
import type { DirectoryRecords } from "../../directory/model.ts";
import type { LinkRecord, SpacesRecords } from "../model.ts";
import { aliasesUnder, aliasText, mountedAt } from "./keys.ts";

type Noted = Pick<SpacesRecords, "trunk" | "mounted" | "trunk-aliases"> &
  Pick<DirectoryRecords, "department">;
type Evolving = faces.Evolving<Noted>;

/** Where a Branch hangs in a book, and by which name. */
type Mounted = Pick<LinkRecord, "alias" | "mount">;

/** Notes by which alias, and at which department, a Branch is found in a Trunk's book. */
export function mountIn(
  tx: Evolving,
  trunk: OrganizationId,
  organization: OrganizationId,
  { alias, mount }: Mounted,
): void {
  if (alias !== null) {
    const record = edit(tx, "trunk", trunk);
    record.aliases = updateList<OrganizationId, "trunk-aliases">(
      ...([tx, aliasesUnder(trunk), record.aliases, aliasText(mount, alias)] as const),
      (branches) => [...branches, organization],
    );
  }
  if (mount === null) return;
  const { mounted = EMPTY_HASH } = must(tx, "department", trunk, mount);
  const where = mountedAt(trunk, mount);
  edit(tx, "department", trunk, mount).mounted = putEntry(tx, where, mounted, [organization]);
}

/** Takes such a note back. */
export function unmountFrom(
  tx: Evolving,
  trunk: OrganizationId,
  organization: OrganizationId,
  { alias, mount }: Mounted,
): void {
  if (alias !== null) {
    const record = edit(tx, "trunk", trunk);
    record.aliases = updateList<OrganizationId, "trunk-aliases">(
      ...([tx, aliasesUnder(trunk), record.aliases, aliasText(mount, alias)] as const),
      (branches) => branches.filter((each) => each !== organization),
    );
  }
  if (mount !== null) takeOff(tx, trunk, mount, organization);
}

function takeOff(
  tx: Evolving,
  trunk: OrganizationId,
  mount: DepartmentId,
  organization: OrganizationId,
): void {
  const { mounted = EMPTY_HASH } = must(tx, "department", trunk, mount);
  const left = removeEntry(tx, mountedAt(trunk, mount), mounted, organization);
  const department = edit(tx, "department", trunk, mount);
  if (left.count > 0) {
    department.mounted = left;
    return;
  }
  clearEntries(tx, mountedAt(trunk, mount), left);
  delete department.mounted;
}
