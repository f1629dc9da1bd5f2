/** What settings of sight name: how it is kept, and what of it is in force (VIS-06, VIS-08). */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { DepartmentOf, Setting } from "../../core/notice.ts";
import { view } from "../../core/rule.ts";
import { must } from "../../core/transaction.ts";
import { isThere } from "../../directory/select/within.ts";
import { NO_SIGHT } from "../kinds.ts";
import type { AssociationRecord, HidingExceptions, SightPage, Visibility } from "../model.ts";
import { associationOf, type Reading } from "./spaces.ts";

/** The kinds of record in which lists of sight are kept. */
export type SightKind = "shown" | "excepted";

/** The own part of a page of such lists. */
export const sightPage = (page: number, organization: OrganizationId): string =>
  `${page}/${organization}`;

type Part = Pick<AssociationRecord, "visibility" | "hidden" | "excepted">;

/** How many pages there are of a Member's lists. */
export function sightPages(kind: SightKind, { visibility, excepted = 0 }: Part): number {
  if (kind === "excepted") return excepted;
  return "pages" in visibility ? (visibility.pages ?? 0) : 0;
}

/** A Member's lists, out of all their pages. */
export function sightLists(
  tx: Reading,
  kind: SightKind,
  space: SpaceId,
  organization: OrganizationId,
  part: Part,
): SightPage {
  const pages = Array.from({ length: sightPages(kind, part) }, (_, page) =>
    must(tx, kind, space, sightPage(page, organization)),
  );
  if (pages.length === 0) return NO_SIGHT;
  return {
    organizations: pages.flatMap(({ organizations }) => organizations),
    kinds: pages.flatMap(({ kinds }) => kinds),
    departments: pages.flatMap(({ departments }) => departments),
  };
}

/** VIS-06: whether an entry of a setting still stands: a later Association is another one. */
export const entryStands = view(
  "VIS-06",
  (recorded: number, order: number | undefined): boolean => recorded === order,
);

/** What a setting says, as far as it is in force, and what it names that is void, or inert (DIR-11). */
export interface SettingNow<Said> {
  readonly now: Said;
  readonly void: readonly OrganizationId[];
  readonly inert: readonly DepartmentOf[];
}

/** Lists as far as they are in force: without former Associations, and without departments that are removed. */
function listsNow(tx: Reading, space: SpaceId, lists: SightPage): SettingNow<HidingExceptions> {
  const stands = ([organization, order]: readonly [OrganizationId, number, ...unknown[]]) =>
    entryStands(order, associationOf(tx, space, organization)?.order);
  const { organizations, kinds, departments } = lists;
  const gone = [...organizations, ...departments].filter((each) => !stands(each));
  const named = departments
    .filter(stands)
    .map(([organization, , department]): DepartmentOf => ({ organization, department }));
  const there = (of: DepartmentOf): boolean => isThere(tx, of.organization, of.department);
  return {
    now: {
      organizations: organizations.filter(stands).map(([organization]) => organization),
      kinds,
      departments: named.filter(there),
    },
    void: [...new Set(gone.map(([organization]) => organization))],
    inert: named.filter((of) => !there(of)),
  };
}

/** What a Member sees, as it is in force; `part` says so, its Association if nothing else does. */
export function visibilityNow(
  tx: Reading,
  space: SpaceId,
  organization: OrganizationId,
  part: Part = must(tx, "association", space, organization),
): SettingNow<Visibility> {
  const { visibility } = part;
  const lists = sightLists(tx, "shown", space, organization, part);
  const { kind } = visibility;
  const whole = kind === "listed" ? visibility.organizations : [];
  const { now, ...gone } = listsNow(tx, space, { ...lists, organizations: whole });
  if (kind === "kinds") return { now: { kind, kinds: now.kinds }, ...gone };
  if (kind !== "listed") return { now: { kind }, ...gone };
  const { organizations, departments } = now;
  const below = departments.length === 0 ? {} : { departments };
  return { now: { kind, organizations, ...below }, ...gone };
}

/** A Member hidden or not, and whom that does not bind, as it is in force. */
export function hidingNow(
  tx: Reading,
  space: SpaceId,
  organization: OrganizationId,
  part: Part = must(tx, "association", space, organization),
): SettingNow<{ readonly hidden: boolean; readonly except: HidingExceptions }> {
  const lists = sightLists(tx, "excepted", space, organization, part);
  const { now: except, ...gone } = listsNow(tx, space, lists);
  return { now: { hidden: part.hidden === true, except }, ...gone };
}

/** What a Member's sight is set to. */
export type SightSettingNamed = Extract<Setting, { readonly kind: "visibility" | "hiding" }>;

/** Whether a setting is one of sight in a Space. */
export const isOfSight = (setting: Setting): setting is SightSettingNamed =>
  setting.kind === "visibility" || setting.kind === "hiding";

/** The lists in which such a setting names departments. */
export const listsOf = ({ kind }: SightSettingNamed): SightKind =>
  kind === "visibility" ? "shown" : "excepted";

/** Whether such a setting names a department, there or removed, of an organization in its Association of then. */
export function namesInSight(
  tx: Reading,
  setting: SightSettingNamed,
  { organization, department }: DepartmentOf,
): boolean {
  const { space, organization: member } = setting;
  const association = associationOf(tx, space, member);
  const order = associationOf(tx, space, organization)?.order;
  if (association === null || order === undefined) return false;
  const { departments } = sightLists(tx, listsOf(setting), space, member, association);
  return departments.some(
    (each) => each[0] === organization && entryStands(each[1], order) && each[2] === department,
  );
}
