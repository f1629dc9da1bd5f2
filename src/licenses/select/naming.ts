/** Whether a department is one of the automatic ones of its organization. */
import { entryOf } from "../../core/hashed.ts";
import type { SpaceId } from "../../core/ids.ts";
import type { DepartmentOf } from "../../core/notice.ts";
import { read } from "../../core/transaction.ts";
import { automaticName, selectedFor } from "./keys.ts";
import type { Reading } from "./pool.ts";
import { downstreamUnit } from "./units.ts";

/** Whether a department of a Member is automatic in a Space, be it removed (LIC-09). */
export function isAutomatic(
  tx: Reading,
  space: SpaceId,
  { organization, department }: DepartmentOf,
): boolean {
  const where = downstreamUnit(tx, space, organization);
  if (where === null) return false;
  const { host, unit } = where;
  const record = read(tx, "automatic", host, automaticName(unit.number, organization));
  if (record === null) return false;
  const selected = selectedFor(host, unit.number, organization);
  return entryOf(tx, selected, record.departments, department) !== undefined;
}
