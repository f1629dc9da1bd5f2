/** Entries of settings that name removed departments, as those whose setting it is see them. */
import { putEntry, removeEntry } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { DepartmentOf, Setting } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { EMPTY_HASH } from "../../core/structures.ts";
import { type Evolving, edit, must, read } from "../../core/transaction.ts";
import type { DepartmentRecord, DirectoryRecords, SettingEvents } from "../model.ts";
import { inertOf } from "./keys.ts";
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
    return [{ department, until: inertUntil(record, policy) }];
  });
}

/** Until when entries that name a removed department are kept; in milliseconds since 1970. */
export const inertUntil = ({ removedAt, at }: DepartmentRecord, policy: Policy): number =>
  (removedAt ?? at) + retentionOf(policy);

/** An entry of a setting that is noted as inert. */
export interface InertNamed {
  readonly setting: Setting;
  readonly of: DepartmentOf;
}

/** The ids that tell a setting apart from others of its kind. */
function idsOf(setting: Setting): readonly [string, string] {
  if (setting.kind === "flow") return [setting.app, setting.flow];
  if (setting.kind === "link-scope") return [setting.trunk, setting.organization];
  const { space } = setting;
  return "organization" in setting ? [space, setting.organization] : [space, setting.app];
}

/** The id under which an entry of a setting is noted. */
export const inertId = (setting: Setting, { organization, department }: DepartmentOf): string =>
  [setting.kind, ...idsOf(setting), organization, department].join(" ");

/** What an entry of `inert` says. */
export function inertNamed(id: string): InertNamed {
  const [kind, first, second, organization, department] = id.split(" ");
  const of = { organization, department } as DepartmentOf;
  const ids =
    kind === "flow"
      ? { app: first, flow: second }
      : kind === "link-scope"
        ? { trunk: first, organization: second }
        : kind === "scope" || kind === "automatic"
          ? { space: first, organization: second }
          : { space: first, app: second };
  return { setting: { kind, ...ids } as Setting, of };
}

/** For evolve cases: notes that entries of a setting are inert, or that they are so no longer. */
export function noteInert(
  tx: Evolving<Pick<DirectoryRecords, "directory" | "inert">>,
  { setting, owner, departments }: SettingEvents["setting.inert"],
  isInert: boolean,
): void {
  const where = inertOf(owner);
  for (const of of departments) {
    const id = inertId(setting, of);
    const before = must(tx, "directory", owner).inert ?? EMPTY_HASH;
    const after = isInert ? putEntry(tx, where, before, [id]) : removeEntry(tx, where, before, id);
    if (after !== before) edit(tx, "directory", owner).inert = after;
  }
}
