/** Whether a department is one of the automatic ones of its organization. */
import { entryOf } from "../../core/hashed.ts";
import type { DepartmentOf } from "../../core/notice.ts";
import { read } from "../../core/transaction.ts";
import { automaticName, selectedFor } from "./keys.ts";
import type { Reading } from "./pool.ts";
import type { Downstream } from "./units.ts";

/** Whether a department of an organization is automatic in a unit, be it removed (LIC-09). */
export function isAutomatic(
  tx: Reading,
  { host, unit }: Downstream,
  { organization, department }: DepartmentOf,
): boolean {
  const record = read(tx, "automatic", host, automaticName(unit.number, organization));
  if (record === null) return false;
  const selected = selectedFor(host, unit.number, organization);
  return entryOf(tx, selected, record.departments, department) !== undefined;
}
