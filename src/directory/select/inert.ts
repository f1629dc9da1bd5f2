/** Entries of settings that name removed departments, as those whose setting it is see them. */
import { putEntry, removeEntry } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { DepartmentOf, Setting } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { EMPTY_HASH } from "../../core/structures.ts";
import { DAY } from "../../core/time.ts";
import { type Evolving, edit, must, read } from "../../core/transaction.ts";
import type { DepartmentRecord, DirectoryRecords, SettingEvents } from "../model.ts";
import { inertOf } from "./keys.ts";
import type { Reading } from "./organizations.ts";

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

/** The two ids that tell settings of a kind apart. */
const IDS: { readonly [Kind in Setting["kind"]]: readonly [string, string] } = {
  scope: ["space", "organization"],
  "link-scope": ["trunk", "organization"],
  automatic: ["space", "organization"],
  seats: ["trunk", "organization"],
  list: ["space", "app"],
  permissions: ["space", "app"],
  visibility: ["space", "organization"],
  hiding: ["space", "organization"],
  flow: ["app", "flow"],
  sight: ["trunk", "organization"],
  distribution: ["trunk", "app"],
  "distribution-permissions": ["trunk", "app"],
  liaison: ["trunk", "role"],
};

/** The ids that tell a setting apart from others of its kind, as one text: ids hold no white space. */
export function settingIds(setting: Setting): string {
  const ids = setting as unknown as Readonly<Record<string, string>>;
  return IDS[setting.kind].map((field) => ids[field]).join(" ");
}

/** The setting of a kind that such ids tell apart. */
export function settingOf<Kind extends Setting["kind"]>(
  kind: Kind,
  text: string,
): Extract<Setting, { readonly kind: Kind }> {
  const [first, second] = IDS[kind];
  const [one, other] = text.split(" ");
  return { kind, [first]: one, [second]: other } as unknown as Extract<
    Setting,
    { readonly kind: Kind }
  >;
}

/** The id under which an entry of a setting is noted. */
export const inertId = (setting: Setting, { organization, department }: DepartmentOf): string =>
  [setting.kind, settingIds(setting), organization, department].join(" ");

/** What an entry of `inert` says. */
export function inertNamed(id: string): InertNamed {
  const [kind, first, second, organization, department] = id.split(" ");
  const of = { organization, department } as DepartmentOf;
  return { setting: settingOf(kind as Setting["kind"], `${first} ${second}`), of };
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
