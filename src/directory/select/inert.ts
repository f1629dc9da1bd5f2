/** Entries of settings that name removed departments, as those whose setting it is see them. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { read } from "../../core/transaction.ts";
import type { DepartmentRecord } from "../model.ts";
import type { Reading } from "./organizations.ts";

const DAY = 86_400_000;

/** An entry of a setting that has no effect, for the department was removed. */
export interface InertDepartment {
  readonly department: DepartmentId;
  /** From then on it is kept no longer; in milliseconds since 1970. */
  readonly until: number;
}

/** For how long entries that name a removed department are kept, counted from its removal. */
export const retentionOf = (policy: Policy): number => policy.departureRetentionDays * DAY;

/** Which of some departments were removed, with the end of the time for which they are kept. */
export function inertAmong<Id extends DepartmentId>(
  tx: Reading,
  policy: Policy,
  organization: OrganizationId,
  departments: readonly Id[],
): InertDepartment[] {
  return departments.flatMap((department) => {
    const record: DepartmentRecord | null = read(tx, "department", organization, department);
    if (record?.removed !== true) return [];
    return [{ department, until: (record.removedAt ?? record.at) + retentionOf(policy) }];
  });
}
