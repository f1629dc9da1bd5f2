/** Settings that name departments: what becomes of their entries when one is removed, or exists again. */
import { allEntries, entryOf, putEntry } from "../../core/hashed.ts";
import type { OrganizationId } from "../../core/ids.ts";
import type { DepartmentOf, Setting } from "../../core/notice.ts";
import type { EventOf } from "../../core/outcome.ts";
import type { Policy } from "../../core/policy.ts";
import { effect } from "../../core/rule.ts";
import { EMPTY_HASH } from "../../core/structures.ts";
import type * as faces from "../../core/transaction.ts";
import { causedBy, edit, emit, independently, must, notify } from "../../core/transaction.ts";
import type {
  DirectoryEvents,
  DirectoryRecords,
  NamingEntry,
  SettingEvents,
  TiedSetting,
} from "../model.ts";
import { retentionOf, settingIds, settingOf } from "./inert.ts";
import { namingOf } from "./keys.ts";
import { liveOrganization, type Reading } from "./organizations.ts";

/** The kinds of which an area changes records when its setting names a department. */
export type NamingRecords = Pick<DirectoryRecords, "department" | "naming">;

type Happening = "inert" | "revived" | "dropped";
type Deciding = faces.Deciding<DirectoryRecords, SettingEvents>;

/** A department was removed, or exists; maybe again. */
export type Changed = EventOf<DirectoryEvents, "department.created" | "department.removed">;

/** A setting that names a department, and whose it is. */
export interface Naming {
  readonly setting: Setting;
  readonly owner: OrganizationId;
  /** An exclusion, which no retention ends (ROSTER-16). */
  readonly excludes?: boolean;
}

/** For evolve cases: notes with departments that a setting names them; of those unknown nothing is. */
export function noteNames(
  tx: faces.Evolving<NamingRecords>,
  setting: TiedSetting,
  departments: readonly DepartmentOf[],
): void {
  const ids = settingIds(setting);
  for (const { organization, department } of departments) {
    const where = namingOf(organization, department);
    const { naming = EMPTY_HASH } = must(tx, "department", organization, department);
    const [, place, kinds] = entryOf<NamingEntry>(tx, where, naming, ids) ?? [
      ids,
      naming.count,
      [],
    ];
    if (kinds.includes(setting.kind)) continue;
    const entry: NamingEntry = [ids, place, [...kinds, setting.kind]];
    edit(tx, "department", organization, department).naming = putEntry(tx, where, naming, entry);
  }
}

/** The settings that a department has a note of, in the order in which they came; some may name it no longer. */
export function tiedTo(tx: Reading, { organization, department }: DepartmentOf): TiedSetting[] {
  const { naming } = must(tx, "department", organization, department);
  if (naming === undefined) return [];
  const entries = allEntries<NamingEntry>(tx, namingOf(organization, department), naming);
  entries.sort(([, left], [, right]) => left - right);
  return entries.flatMap(([ids, , kinds]) =>
    kinds.map((kind): TiedSetting => settingOf<TiedSetting["kind"]>(kind, ids)),
  );
}

/** What becomes of entries that name a department of which this is said; `null`: nothing. */
function happeningOf(tx: Reading & { readonly at: number }, event: Changed, policy: Policy) {
  const retention = retentionOf(policy);
  if (event.type === "department.removed") return retention > 0 ? "inert" : "dropped";
  const { removedAt } = event.data;
  if (removedAt === undefined) return null;
  return tx.at - removedAt < retention ? "revived" : "dropped";
}

/** Says what becomes of entries of settings, in the order in which they are met, each setting once. */
export function tellOf(
  tx: Deciding,
  happening: Happening,
  { setting, owner }: Naming,
  departments: readonly DepartmentOf[],
): void {
  emit(tx, `setting.${happening}`, { setting, owner, departments });
}

/** DIR-11: what the settings of one area name is inert, in force again, or dropped. */
export const noteSettings = effect(
  "DIR-11",
  <Tx extends Deciding>(
    tx: Tx,
    events: readonly Changed[],
    policy: Policy,
    namingIn: (tx: Tx, department: DepartmentOf) => readonly Naming[],
  ): void => {
    const told = new Map<string, readonly [number, Happening, Naming, DepartmentOf[]]>();
    independently(tx, events, (event) => {
      const becomes = happeningOf(tx, event, policy);
      if (becomes === null) return;
      const { organization, department } = event.data;
      for (const naming of namingIn(tx, { organization, department })) {
        const kept = event.type === "department.removed" ? "inert" : "revived";
        const happening = naming.excludes === true ? kept : becomes;
        const key = JSON.stringify([happening, naming.setting]);
        const known = told.get(key) ?? [event.seq, happening, naming, []];
        told.set(key, known);
        known[3].push({ organization, department });
      }
    });
    for (const [seq, happening, naming, departments] of told.values()) {
      causedBy(tx, seq, () => tellOf(tx, happening, naming, departments));
    }
  },
);

const isRemoved = (tx: Deciding, { organization, department }: DepartmentOf): boolean =>
  must(tx, "department", organization, department).removed;

/** As many settings one notice shows. */
const TOLD_FIRST = 100;

/** DIR-11: the admins whose settings they are know which name what is gone. */
export const noticesOfSettings = effect("DIR-11", (tx: Deciding): void => {
  const byOwner = new Map<OrganizationId, { readonly settings: Setting[]; count: number }>();
  for (const { type, data } of tx.events) {
    if (type !== "setting.inert") continue;
    const { setting, owner, departments } = data as SettingEvents["setting.inert"];
    // What the same step brought back is in force.
    if (departments.every((each) => !isRemoved(tx, each))) continue;
    const told = byOwner.get(owner) ?? { settings: [], count: 0 };
    byOwner.set(owner, told);
    if (told.count < TOLD_FIRST) told.settings.push(setting);
    told.count += 1;
  }
  for (const [organization, told] of byOwner) {
    if (liveOrganization(tx, organization) === null) continue;
    notify(tx, {
      kind: "SETTINGS_INERT",
      to: [{ kind: "authorized-admins", organization }],
      data: { organization, ...told },
    });
  }
});
