/** What the events of apps change in their records. */
import { clearEntries, putEntry, removeEntry, updateList } from "../core/hashed.ts";
import type { AsMember } from "../core/input.ts";
import { append, removeTicket } from "../core/paged.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import { drop, edit, put, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { noteNames } from "../directory/select/settings.ts";
import { memberInBook, underOf } from "../industry/select/book.ts";
import type { InTrunk } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { ticketWith } from "../spaces/select/trunks.ts";
import {
  clearAudience,
  departmentsBelow,
  departmentsIn,
  type Evolving,
  keepAudience,
  keepLists,
  NOBODY,
  namedIn,
  namedInAll,
  putIn,
  retie,
  takeOut,
  tieToList,
} from "./audience-storage.ts";
import { EMPTY_SHELF, EMPTY_WORKBENCH, NEW_APP, UNDISTRIBUTED, UNPUBLISHED } from "./kinds.ts";
import type {
  AppRecord,
  AppsEvents,
  DistributedEntry,
  DistributionRecord,
  KeptLists,
  PublicationRecord,
  SubmittersEntry,
  WorkbenchRecord,
} from "./model.ts";
import type { AppAt, AppBelow, AppIn, Reading } from "./select/apps.ts";
import { permissionsBelow, settingsBelow } from "./select/below.ts";
import {
  type AudiencePlace,
  distributedBy,
  homeOf,
  installedFor,
  offeredIn,
  rowsIndex,
  rowsOf,
  shelvedBy,
  submittedTo,
  submittersOf,
} from "./select/keys.ts";
import { appSetting, isOfApp, listingOf } from "./select/naming.ts";
import { settingsOf } from "./select/settings.ts";

type Distributed = DistributedEntry[1];
type Submitters = SubmittersEntry[1];

/** One case for each event of apps; a missing one does not compile. */
type Events = AppsEvents & Pick<DirectoryEvents, "setting.dropped">;
type AppsEvolvers = {
  readonly [Type in keyof Events]: (tx: Evolving, data: Events[Type], at: number) => void;
};

function createApp(
  tx: Evolving,
  app: string,
  kept: Pick<AppRecord, "name" | "owner" | "cool">,
): void {
  put(tx, "app", app, "", { ...kept, ...NEW_APP });
}

/** Changes what the Host has set for an app in a Space. */
function set(tx: Evolving, { space, app }: AppIn, change: Partial<PublicationRecord>): void {
  const before = read(tx, "publication", space, app) ?? UNPUBLISHED;
  put(tx, "publication", space, app, { ...before, ...change });
}

function workbenchOf(tx: Reading, space: AppIn["space"]): WorkbenchRecord {
  return read(tx, "workbench", space) ?? EMPTY_WORKBENCH;
}

/** Changes what a Trunk has set for an app of its own. */
function setBelow(
  tx: Evolving,
  { trunk, app }: AppBelow,
  change: Partial<DistributionRecord>,
): void {
  const before = read(tx, "distribution", trunk, app) ?? UNDISTRIBUTED;
  put(tx, "distribution", trunk, app, { ...before, ...change });
}

function publish(tx: Evolving, data: AppsEvents["app.published"]): void {
  if (isTrunk(data)) {
    const { trunk, app, autoInstall, industry } = data;
    const { offered } = read(tx, "shelf", trunk) ?? EMPTY_SHELF;
    const ticket = offered.next;
    const shelved = append(tx, shelvedBy(trunk), offered, () => [ticket, app]);
    put(tx, "shelf", trunk, "", { offered: shelved });
    setBelow(tx, data, { published: true, ticket, autoInstall });
    if (industry) edit(tx, "distribution", trunk, app).industry = true;
    return;
  }
  const { space, app } = data;
  const shelf = workbenchOf(tx, space);
  const ticket = shelf.offered.next;
  const offered = append(tx, offeredIn(space), shelf.offered, () => [ticket, app]);
  put(tx, "workbench", space, "", { ...shelf, offered });
  set(tx, { space, app }, { published: true, ticket });
  edit(tx, "app", app).published.push(space);
}

function withdrawBelow(tx: Evolving, { trunk, app }: AppBelow): void {
  const distribution = edit(tx, "distribution", trunk, app);
  distribution.published = false;
  distribution.autoInstall = false;
  delete distribution.industry;
  clearEntries(tx, installedFor(trunk, app), distribution.installed);
  distribution.installed = EMPTY_HASH;
  const shelf = edit(tx, "shelf", trunk);
  shelf.offered = removeTicket(tx, shelvedBy(trunk), shelf.offered, distribution.ticket);
}

function withdraw(tx: Evolving, data: AppsEvents["app.withdrawn"]): void {
  if (isTrunk(data)) {
    withdrawBelow(tx, data);
    return;
  }
  const { space, app } = data;
  const publication = edit(tx, "publication", space, app);
  publication.published = false;
  const shelf = edit(tx, "workbench", space);
  shelf.offered = removeTicket(tx, offeredIn(space), shelf.offered, publication.ticket);
  const record = edit(tx, "app", app);
  record.published = record.published.filter((each) => each !== space);
}

/** What a Trunk's list says now. */
function authorizeBelow(tx: Evolving, data: Extract<AppsEvents["app.authorized"], InTrunk>): void {
  const { trunk, app, authorized } = data;
  const place = { trunk, app, permission: null };
  const { list, permissions } = settingsBelow(tx, data);
  const before = read(tx, "distribution", trunk, app);
  if (before !== null) clearAudience(tx, place, before);
  const { organizations, mounts, labels, levels, roles } = authorized ?? UNDISTRIBUTED;
  setBelow(tx, data, {
    ...{ restricted: authorized !== null, organizations, mounts, labels, levels, roles },
    ...keepLists(tx, place, authorized ?? { departments: [], people: [] }),
    lists: (before?.lists ?? 0) + 1,
  });
  retie(tx, data, namedIn(list), namedIn(authorized), namedInAll(permissions));
  noteNames(tx, appSetting(data, "list"), departmentsBelow(trunk, authorized));
}

function install(tx: Evolving, data: AppsEvents["app.install-set"]): void {
  const { trunk, app, organization, installed } = data;
  const record = edit(tx, "distribution", trunk, app);
  const where = installedFor(trunk, app);
  record.installed =
    installed === null
      ? removeEntry(tx, where, record.installed, organization)
      : putEntry(tx, where, record.installed, [
          organization,
          installed,
          ticketWith(tx, trunk, organization) ?? 0,
        ]);
}

function authorize(tx: Evolving, data: AppsEvents["app.authorized"]): void {
  if (isTrunk(data)) {
    authorizeBelow(tx, data);
    return;
  }
  const { space, app, authorized } = data;
  const { list, permissions } = settingsOf(tx, data);
  const place = { space, app, permission: null };
  const before = read(tx, "publication", space, app);
  if (before !== null) clearAudience(tx, place, before);
  const audience = authorized === null ? NOBODY : keepAudience(tx, place, authorized);
  const lists = (before?.lists ?? 0) + 1;
  set(tx, data, { restricted: authorized !== null, ...audience, lists });
  retie(tx, data, namedIn(list), namedIn(authorized), namedInAll(permissions));
  noteNames(tx, appSetting(data, "list"), departmentsIn(authorized));
}

function permitBelow(tx: Evolving, data: Extract<AppsEvents["app.permitted"], InTrunk>): void {
  const { trunk, app, permissions } = data;
  const before = settingsBelow(tx, data);
  permissionsBelow(tx, data).forEach((each, permission) => {
    if (each.for !== null) clearAudience(tx, { trunk, app, permission }, each.for);
  });
  if (permissions.length === 0) drop(tx, "distribution-permission", trunk, app);
  else {
    put(tx, "distribution-permission", trunk, app, {
      permissions: permissions.map(({ for: whom, ...rest }, permission) => {
        if (whom === null) return { ...rest, for: null };
        const { departments, people, ...whole } = whom;
        const lists = keepLists(tx, { trunk, app, permission }, { departments, people });
        return { ...rest, for: { ...whole, ...lists } };
      }),
    });
  }
  const { permits = 0 } = read(tx, "distribution", trunk, app) ?? UNDISTRIBUTED;
  setBelow(tx, data, { permits: permits + 1 });
  retie(tx, data, namedInAll(before.permissions), namedInAll(permissions), namedIn(before.list));
  const departments = permissions.flatMap((each) => departmentsBelow(trunk, each.for));
  noteNames(tx, appSetting(data, "permissions"), departments);
}

function permit(tx: Evolving, data: AppsEvents["app.permitted"]): void {
  if (isTrunk(data)) {
    permitBelow(tx, data);
    return;
  }
  const { space, app, permissions } = data;
  const before = settingsOf(tx, data);
  const kept = read(tx, "permission", space, app)?.permissions ?? [];
  kept.forEach((each, permission) => {
    if (each.for !== null) clearAudience(tx, { space, app, permission }, each.for);
  });
  if (permissions.length === 0) drop(tx, "permission", space, app);
  else {
    put(tx, "permission", space, app, {
      permissions: permissions.map((each, permission) => ({
        ...each,
        for: each.for === null ? null : keepAudience(tx, { space, app, permission }, each.for),
      })),
    });
  }
  const { permits = 0 } = read(tx, "publication", space, app) ?? UNPUBLISHED;
  set(tx, data, { permits: permits + 1 });
  retie(tx, data, namedInAll(before.permissions), namedInAll(permissions), namedIn(before.list));
  const departments = permissions.flatMap((each) => departmentsIn(each.for));
  noteNames(tx, appSetting(data, "permissions"), departments);
}

/** Changes the list of an app, in a Space or below a Trunk, if anything was ever set of it. */
function changeList(
  tx: Evolving,
  place: AppAt,
  change: <Kept extends KeptLists>(at: AudiencePlace, audience: Kept) => Kept,
): void {
  const { app } = place;
  if (isTrunk(place)) {
    const { trunk } = place;
    const record = read(tx, "distribution", trunk, app);
    if (record !== null) setBelow(tx, place, change({ trunk, app, permission: null }, record));
    return;
  }
  const { space } = place;
  const record = read(tx, "publication", space, app);
  if (record !== null) set(tx, place, change({ space, app, permission: null }, record));
}

/** Changes whom the permissions of an app are for, of those that are for somebody. */
function changePermissions(
  tx: Evolving,
  place: AppAt,
  change: <Kept extends KeptLists>(at: AudiencePlace, audience: Kept) => Kept,
): void {
  const { app } = place;
  const changed = <Kept extends KeptLists>(whom: Kept | null, at: AudiencePlace): Kept | null =>
    whom === null ? null : change(at, whom);
  if (isTrunk(place)) {
    const { trunk } = place;
    const permissions = permissionsBelow(tx, place).map((each, permission) => {
      return { ...each, for: changed(each.for, { trunk, app, permission }) };
    });
    if (permissions.length > 0) put(tx, "distribution-permission", trunk, app, { permissions });
    return;
  }
  const { space } = place;
  const permissions = (read(tx, "permission", space, app)?.permissions ?? []).map(
    (each, permission) => ({ ...each, for: changed(each.for, { space, app, permission }) }),
  );
  if (permissions.length > 0) put(tx, "permission", space, app, { permissions });
}

/** Somebody who resigned disappears from the list and the permissions; what is left stays as it is. */
function unlist(tx: Evolving, data: AppsEvents["app.unlisted"]): void {
  const without = <Kept extends KeptLists>(at: AudiencePlace, audience: Kept): Kept =>
    takeOut(tx, at, audience, data);
  changeList(tx, data, without);
  changePermissions(tx, data, without);
  tieToList(tx, data, data, false);
}

/** Somebody who is back is named again where they were. */
function relist(tx: Evolving, data: AppsEvents["app.relisted"]): void {
  const { organization, person, named, order, number } = data;
  const again = <Kept extends KeptLists>(at: AudiencePlace, audience: Kept): Kept =>
    named.includes(at.permission)
      ? putIn(tx, at, audience, person, [organization, order, number])
      : audience;
  changeList(tx, data, again);
  changePermissions(tx, data, again);
  tieToList(tx, data, data, true);
}

/** What a setting said of departments is forgotten. */
function forgetDepartments(
  tx: Evolving,
  { setting, departments }: DirectoryEvents["setting.dropped"],
): void {
  if (!isOfApp(setting)) return;
  const change = listingOf(setting) === "list" ? changeList : changePermissions;
  for (const each of departments) {
    change(tx, setting, (at, audience) => takeOut(tx, at, audience, each));
  }
}

function distribute(tx: Evolving, data: AppsEvents["app.distributed"]): void {
  const { space, app, organization, group, order } = data;
  const record = edit(tx, "publication", space, app);
  const where = distributedBy(space, app);
  // Under a former Association the same group is no more.
  record.distributed = updateList(tx, where, record.distributed, group, (of: Distributed) => {
    const others: Distributed = of.filter(([each]) => each !== organization);
    return [...others, [organization, order] as const];
  });
}

function submit(tx: Evolving, data: AppsEvents["form.submitted"], at: number): void {
  const { app, row, space, trunk, line, organization, person, as, owner, labels } = data;
  const under = underOf(tx, data);
  const ofBook = as === undefined ? {} : { as };
  const owned = owner === undefined ? null : memberInBook(tx, { organization, person: owner });
  const record = edit(tx, "app", app);
  const ticket = record.rows;
  append(tx, rowsOf(app), rowsIndex(ticket), () => {
    const through = {
      ...(trunk === undefined ? {} : { trunk }),
      ...(line === undefined ? {} : { line }),
    };
    const whose =
      owner === undefined || owned === null ? {} : { owner: [owner, owned.number] as const };
    const who = { organization, person, ...ofBook, under, ...whose };
    return { ticket, row, space, ...through, ...who, labels, at };
  });
  record.rows += 1;
  put(tx, "row", app, row, { ticket });
  const where = submittersOf(app);
  record.submitters = updateList(tx, where, record.submitters, person, (as: Submitters) => {
    const isThey = ([each, , known, how]: Submitters[number]): boolean =>
      each === organization && known === under && how === data.as;
    if (as.some(isThey)) return as;
    const mark: readonly [] | readonly [AsMember] = data.as === undefined ? [] : [data.as];
    const place = record.submitted.next;
    const first = [place, organization, person, under, ...mark] as const;
    record.submitted = append(tx, submittedTo(app), record.submitted, () => first);
    const entry: Submitters[number] = [organization, place, under, ...mark];
    return [...as, entry];
  });
}

/** One case for each event of apps. */
export const appsEvolvers: AppsEvolvers = {
  "app.created": (tx, { app, organization, name, cool }) => {
    createApp(tx, app, { name, owner: { kind: "organization", organization }, cool });
  },
  "app.published": publish,
  "app.withdrawn": withdraw,
  "app.authorized": authorize,
  "app.offered": (tx, data) => {
    const { app, industry } = data;
    const record =
      "trunk" in data ? edit(tx, "distribution", data.trunk, app) : edit(tx, "app", app);
    if (industry) record.industry = true;
    else delete record.industry;
    if ("trunk" in data) edit(tx, "distribution", data.trunk, app).autoInstall = data.autoInstall;
  },
  "app.install-set": install,
  "app.permitted": permit,
  "app.unlisted": unlist,
  "app.relisted": relist,
  "app.distributed": distribute,
  "setting.dropped": forgetDepartments,
  "form.submitted": submit,
  "space-app.created": (tx, { space, app, name }) => {
    createApp(tx, app, { name, owner: { kind: "space", space }, cool: false });
  },
  "space-app.published": (tx, { space, app }) => {
    const shelf = workbenchOf(tx, space);
    const home = append(tx, homeOf(space), shelf.home, (ticket) => [ticket, app]);
    put(tx, "workbench", space, "", { ...shelf, home });
    edit(tx, "app", app).published.push(space);
  },
};
