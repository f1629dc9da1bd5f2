/** What the events of sight change in their records. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type * as faces from "../core/transaction.ts";
import { drop, edit, must, put } from "../core/transaction.ts";
import type { SettingEvents } from "../directory/model.ts";
import { type NamingRecords, noteNames } from "../directory/select/settings.ts";
import type {
  HidingExceptions,
  KeptVisibility,
  MemberOf,
  SightPage,
  SpacesEvents,
  SpacesRecords,
} from "./model.ts";
import { SIGHT_PAGE } from "./select/keys.ts";
import {
  isOfSight,
  listsOf,
  type SightKind,
  sightLists,
  sightPage,
  sightPages,
} from "./select/sight-lists.ts";
import type { SpacesReads } from "./select/spaces.ts";

type Own = Pick<SpacesRecords, "space" | "association" | "shown" | "excepted"> & NamingRecords;
type Evolving = faces.Evolving<Own, SpacesReads>;

type Events = Pick<SpacesEvents, "visibility.set" | "visibility.hidden" | "member.restored"> &
  Pick<SettingEvents, "setting.dropped">;
type Evolvers = {
  readonly [Type in keyof Events]: (tx: Evolving, data: Events[Type]) => void;
};

/** Lists as they are given. */
type Wished = Partial<HidingExceptions>;

/** Lists with the Association of each organization that they name, as it is now. */
function withOrders(
  tx: Evolving,
  space: SpaceId,
  { organizations = [], kinds = [], departments = [] }: Wished,
): SightPage {
  const orderOf = (organization: OrganizationId): number =>
    must(tx, "association", space, organization).order;
  return {
    organizations: organizations.map((each) => [each, orderOf(each)]),
    kinds,
    departments: departments.map(({ organization, department }) => [
      organization,
      orderOf(organization),
      department,
    ]),
  };
}

/** Keeps lists in pages, in the place of what was there; gives how many pages there are. */
function keep(
  tx: Evolving,
  kind: SightKind,
  space: SpaceId,
  organization: OrganizationId,
  { organizations, kinds, departments }: SightPage,
): number {
  const before = sightPages(kind, must(tx, "association", space, organization));
  const longest = Math.max(organizations.length, kinds.length, departments.length);
  const pages = Math.ceil(longest / SIGHT_PAGE);
  for (let page = 0; page < pages; page += 1) {
    const [from, to] = [page * SIGHT_PAGE, (page + 1) * SIGHT_PAGE];
    put(tx, kind, space, sightPage(page, organization), {
      organizations: organizations.slice(from, to),
      kinds: kinds.slice(from, to),
      departments: departments.slice(from, to),
    });
  }
  for (let page = pages; page < before; page += 1) {
    drop(tx, kind, space, sightPage(page, organization));
  }
  return pages;
}

/** Counts a Member among those in its Space that are hidden, or suspended, or no more. */
export function countMarked(
  tx: faces.Evolving<Pick<Own, "space">, SpacesReads>,
  space: SpaceId,
  mark: "hidden" | "suspended",
  by: 1 | -1,
): void {
  const record = edit(tx, "space", space);
  const marked = (record[mark] ?? 0) + by;
  if (marked === 0) delete record[mark];
  else record[mark] = marked;
}

/** Keeps whom hiding a Member does not bind. */
function keepExcepted(tx: Evolving, { space, organization }: MemberOf, lists: SightPage): void {
  const pages = keep(tx, "excepted", space, organization, lists);
  const record = edit(tx, "association", space, organization);
  if (pages > 0) record.excepted = pages;
  else delete record.excepted;
}

/** Keeps what a Member's own setting says and names. */
function keepShown(
  tx: Evolving,
  { space, organization }: MemberOf,
  kind: KeptVisibility["kind"],
  { organizations, ...lists }: SightPage,
): void {
  const pages = keep(tx, "shown", space, organization, { organizations: [], ...lists });
  const record = edit(tx, "association", space, organization);
  if (kind === "kinds") record.visibility = { kind, pages };
  else if (kind === "listed") {
    record.visibility = { kind, organizations, ...(pages === 0 ? {} : { pages }) };
  } else record.visibility = { kind };
}

/** What settings of sight said of departments is forgotten. */
function forgetDepartments(
  tx: Evolving,
  { setting, departments }: SettingEvents["setting.dropped"],
): void {
  if (!isOfSight(setting)) return;
  const { space, organization } = setting;
  const association = must(tx, "association", space, organization);
  const gone = new Set(departments.map((each) => `${each.organization} ${each.department}`));
  const { departments: named, ...lists } = sightLists(
    tx,
    listsOf(setting),
    space,
    organization,
    association,
  );
  const left = named.filter(([owner, , department]) => !gone.has(`${owner} ${department}`));
  const { visibility } = association;
  if (setting.kind === "hiding") keepExcepted(tx, setting, { ...lists, departments: left });
  else if (visibility.kind === "listed") {
    const { organizations } = visibility;
    keepShown(tx, setting, "listed", { ...lists, organizations, departments: left });
  }
}

/** Nothing says any more what is in pages of sight. */
export function dropSight(
  tx: faces.Evolving<Pick<Own, "shown" | "excepted">, SpacesReads>,
  { space, organization }: MemberOf,
  part: Parameters<typeof sightPages>[1],
): void {
  for (const kind of ["shown", "excepted"] as const) {
    for (let page = 0; page < sightPages(kind, part); page += 1) {
      drop(tx, kind, space, sightPage(page, organization));
    }
  }
}

/** With an Association its settings of sight end (VIS-06), though what they name may be kept (EXIT-09). */
export function endSight(
  tx: Evolving,
  { keptUntil, ...member }: Omit<SpacesEvents["association.cancelled"], "because">,
): void {
  const association = must(tx, "association", member.space, member.organization);
  if (keptUntil === undefined) dropSight(tx, member, association);
  if (association.hidden === true) countMarked(tx, member.space, "hidden", -1);
}

function setVisibility(
  tx: Evolving,
  { visibility, ...member }: SpacesEvents["visibility.set"],
): void {
  keepShown(tx, member, visibility.kind, withOrders(tx, member.space, visibility as Wished));
  if (visibility.kind !== "listed") return;
  noteNames(tx, { kind: "visibility", ...member }, visibility.departments ?? []);
}

function hide(
  tx: Evolving,
  { hidden, except, ...member }: SpacesEvents["visibility.hidden"],
): void {
  const { space, organization } = member;
  keepExcepted(tx, member, withOrders(tx, space, except));
  const record = edit(tx, "association", space, organization);
  if (hidden !== (record.hidden === true)) countMarked(tx, space, "hidden", hidden ? 1 : -1);
  if (hidden) record.hidden = true;
  else delete record.hidden;
  noteNames(tx, { kind: "hiding", ...member }, except.departments);
}

/** One case for each event of sight. */
export const sightEvolvers: Evolvers = {
  "visibility.set": setVisibility,
  "visibility.hidden": hide,
  "member.restored": (tx, { space, organization, visibility, hidden, except }) => {
    setVisibility(tx, { space, organization, visibility });
    hide(tx, { space, organization, hidden, except });
  },
  "setting.dropped": forgetDepartments,
};
