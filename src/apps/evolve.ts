/** What the events of apps change in their records. */
import { updateList } from "../core/hashed.ts";
import type { DepartmentOf, Identity } from "../core/notice.ts";
import { append, removeTicket } from "../core/paged.ts";
import { drop, edit, put, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { tie } from "../directory/select/bound.ts";
import { noteNames } from "../directory/select/settings.ts";
import { employmentOf } from "../directory/select/under.ts";
import {
  clearAudience,
  departmentsIn,
  type Evolving,
  keepAudience,
  NOBODY,
  namedIn,
  namedInAll,
  putIn,
  retie,
  takeOut,
} from "./audience-storage.ts";
import { EMPTY_WORKBENCH, NEW_APP, UNPUBLISHED } from "./kinds.ts";
import type {
  AppRecord,
  AppsEvents,
  DistributedEntry,
  ListTie,
  PublicationRecord,
  SubmittersEntry,
  WorkbenchRecord,
} from "./model.ts";
import type { AppIn, Reading } from "./select/apps.ts";
import {
  distributedBy,
  homeOf,
  listTieId,
  offeredIn,
  rowsIndex,
  rowsOf,
  submittedTo,
  submittersOf,
} from "./select/keys.ts";
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

function publish(tx: Evolving, { space, app }: AppsEvents["app.published"]): void {
  const shelf = workbenchOf(tx, space);
  const ticket = shelf.offered.next;
  const offered = append(tx, offeredIn(space), shelf.offered, () => [ticket, app]);
  put(tx, "workbench", space, "", { ...shelf, offered });
  set(tx, { space, app }, { published: true, ticket });
  edit(tx, "app", app).published.push(space);
}

function withdraw(tx: Evolving, { space, app }: AppsEvents["app.withdrawn"]): void {
  const publication = edit(tx, "publication", space, app);
  publication.published = false;
  const shelf = edit(tx, "workbench", space);
  shelf.offered = removeTicket(tx, offeredIn(space), shelf.offered, publication.ticket);
  const record = edit(tx, "app", app);
  record.published = record.published.filter((each) => each !== space);
}

function authorize(tx: Evolving, data: AppsEvents["app.authorized"]): void {
  const { space, app, authorized } = data;
  const { list, permissions } = settingsOf(tx, data);
  const place = { space, app, permission: null };
  const before = read(tx, "publication", space, app);
  if (before !== null) clearAudience(tx, place, before);
  const audience = authorized === null ? NOBODY : keepAudience(tx, place, authorized);
  const lists = (before?.lists ?? 0) + 1;
  set(tx, data, { restricted: authorized !== null, ...audience, lists });
  retie(tx, data, namedIn(list), namedIn(authorized), namedInAll(permissions));
  noteNames(tx, { kind: "list", space, app }, departmentsIn(authorized));
}

function permit(tx: Evolving, data: AppsEvents["app.permitted"]): void {
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
  noteNames(tx, { kind: "permissions", space, app }, departments);
}

/** Takes somebody, or a department, out of the list of an app in a Space. */
function takeOffList(tx: Evolving, { space, app }: AppIn, gone: Identity | DepartmentOf): void {
  const publication = read(tx, "publication", space, app);
  if (publication === null) return;
  set(tx, { space, app }, takeOut(tx, { space, app, permission: null }, publication, gone));
}

/** Takes somebody, or a department, out of the permissions of an app in a Space. */
function unpermit(tx: Evolving, { space, app }: AppIn, gone: Identity | DepartmentOf): void {
  const record = read(tx, "permission", space, app);
  if (record === null) return;
  const permissions = record.permissions.map((each, permission) => ({
    ...each,
    for: each.for === null ? null : takeOut(tx, { space, app, permission }, each.for, gone),
  }));
  put(tx, "permission", space, app, { permissions });
}

/** Somebody who resigned disappears from the list and the permissions; what is left stays as it is. */
function unlist(tx: Evolving, data: AppsEvents["app.unlisted"]): void {
  const { space, app } = data;
  takeOffList(tx, data, data);
  unpermit(tx, data, data);
  tie<ListTie>(tx, data, "lists", listTieId(space, app), () => null);
}

/** Somebody who is back is named again where they were. */
function relist(tx: Evolving, data: AppsEvents["app.relisted"]): void {
  const { space, app, organization, person, named, order, number } = data;
  const entry = [organization, order, number] as const;
  const publication = read(tx, "publication", space, app);
  if (named.includes(null) && publication !== null) {
    set(tx, data, putIn(tx, { space, app, permission: null }, publication, person, entry));
  }
  const record = read(tx, "permission", space, app);
  if (record !== null) {
    const permissions = record.permissions.map((each, permission) => {
      if (each.for === null || !named.includes(permission)) return each;
      return { ...each, for: putIn(tx, { space, app, permission }, each.for, person, entry) };
    });
    put(tx, "permission", space, app, { permissions });
  }
  const id = listTieId(space, app);
  tie<ListTie>(tx, data, "lists", id, () => [id, space, app]);
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
  const { app, row, space, organization, person, labels } = data;
  const under = employmentOf(tx, data);
  const record = edit(tx, "app", app);
  const ticket = record.rows;
  append(tx, rowsOf(app), rowsIndex(ticket), () => {
    return { ticket, row, space, organization, person, under, labels, at };
  });
  record.rows += 1;
  put(tx, "row", app, row, { ticket });
  const where = submittersOf(app);
  record.submitters = updateList(tx, where, record.submitters, person, (as: Submitters) => {
    if (as.some(([each, , known]) => each === organization && known === under)) return as;
    const place = record.submitted.next;
    const first = [place, organization, person, under] as const;
    record.submitted = append(tx, submittedTo(app), record.submitted, () => first);
    return [...as, [organization, place, under] as const];
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
  "app.permitted": permit,
  "app.unlisted": unlist,
  "app.relisted": relist,
  "app.distributed": distribute,
  "setting.dropped": (tx, { setting, departments }) => {
    if (setting.kind !== "list" && setting.kind !== "permissions") return;
    const take = setting.kind === "list" ? takeOffList : unpermit;
    for (const each of departments) take(tx, setting, each);
  },
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
