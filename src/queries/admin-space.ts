/** What the Host's admins ask about their Space: Members, applications, invitations, Folders. */
import type { ApplicationId, FolderId, SpaceId } from "../core/ids.ts";
import { must, read } from "../core/transaction.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import type { FoldersPage, InvitedPage, PendingPage } from "../spaces/model.ts";
import { foldersOf, invitedTo, pendingIn } from "../spaces/select/keys.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { visibilityInForce } from "../spaces/select/visible.ts";
import { type About, spaceAdminRefusal } from "./access.ts";
import type { Reading } from "./handler.ts";
import { partOf } from "./lists.ts";
import type { Queries } from "./model.ts";
import { membersSeen, startOfMembers } from "./organizations.ts";
import {
  type Answered,
  type Cursor,
  isRefusal,
  notACursor,
  type Paging,
  pageOf,
  pagingOf,
} from "./paging.ts";

const everything = (): boolean => true;
const all = (count: number): number => count;

/** The page that a Host's admin asks for, or why not. */
function asked(tx: Reading, data: About & { readonly after?: string; readonly limit?: number }) {
  const paging = pagingOf(data, 1);
  if (isRefusal(paging)) return paging;
  return spaceAdminRefusal(tx, data) ?? paging;
}

/** Members with their settings, in order of joining. */
export function membersForHost(
  tx: Reading,
  data: Queries["admin.members"]["input"],
): Answered<Queries["admin.members"]["answer"]> {
  const paging = asked(tx, data);
  if (isRefusal(paging)) return paging;
  const { space } = data;
  const start = startOfMembers(tx, space, paging.after, everything);
  if (typeof start !== "number") return start;
  const list = membersSeen(tx, space, everything, all);
  const part = partOf(tx, list, Math.max(0, start), paging.limit, ([, id]) => [id]);
  const members = part.entries.map(([, organization]) => organization);
  const items = members.map((organization) => {
    const association = must(tx, "association", space, organization);
    const { folder, types, level, present, waiting } = association;
    const { name } = organizationOf(tx, organization);
    const visibility = visibilityInForce(tx, space, association);
    return { organization, name, folder, visibility, types, level, present, waiting };
  });
  return pageOf(items, part.next);
}

/** The ticket at which a page of applications starts; one decided since still says where. */
function startOfApplications(tx: Reading, space: SpaceId, after: Cursor | null) {
  if (after === null) return 0;
  if (after.kind === "place") return after.place;
  const record = read(tx, "application", after.ids[0] as ApplicationId);
  return record === null || record.space !== space ? notACursor() : record.ticket + 1;
}

/** Pending applications, in order of arrival. */
export function applicationsForHost(
  tx: Reading,
  data: Queries["admin.applications"]["input"],
): Answered<Queries["admin.applications"]["answer"]> {
  const paging = asked(tx, data);
  if (isRefusal(paging)) return paging;
  const { space } = data;
  const from = startOfApplications(tx, space, paging.after);
  if (typeof from !== "number") return from;
  const index = spaceOf(tx, space).pending;
  const list = {
    where: pendingIn(space),
    index,
    ticketOf: ([ticket]: PendingPage["entries"][number]) => ticket,
    shows: everything,
    expected: index.count,
  };
  const { entries, next } = partOf(tx, list, from, paging.limit, ([, id]) => [id]);
  const items = entries.map(([, application]) => {
    const { organization, at, whole } = must(tx, "application", application);
    const { name } = organizationOf(tx, organization);
    return { application, organization, name, at, whole };
  });
  return pageOf(items, next);
}

/** Invitations are never taken off their list, so the place of one is no secret and never changes. */
function invitationsPage(tx: Reading, space: SpaceId, { after, limit }: Paging) {
  if (after?.kind === "item") return null;
  const index = spaceOf(tx, space).invitations;
  const list = {
    where: invitedTo(space),
    index,
    ticketOf: ([ticket]: InvitedPage["entries"][number]) => ticket,
    shows: everything,
    expected: index.count,
  };
  const { entries } = partOf(tx, list, after?.place ?? 0, limit, () => []);
  const end = (entries.at(-1)?.[0] ?? index.next) + 1;
  const next: Cursor | null = end < index.next ? { kind: "place", place: end } : null;
  return { entries, next };
}

/** Invitations, in order of issue. */
export function invitationsForHost(
  tx: Reading,
  data: Queries["admin.invitations"]["input"],
): Answered<Queries["admin.invitations"]["answer"]> {
  const paging = asked(tx, data);
  if (isRefusal(paging)) return paging;
  const page = invitationsPage(tx, data.space, paging);
  if (page === null) return notACursor();
  const items = page.entries.map(([, invitation]) => {
    const record = must(tx, "invitation", invitation);
    const { form, expiresAt, maxUses, uses, open, invited } = record;
    return { invitation, form, expiresAt, maxUses, uses, revoked: !open, invited };
  });
  return pageOf(items, page.next);
}

/** The ticket at which a page of Folders starts; one removed since still says where. */
function startOfFolders(tx: Reading, space: SpaceId, after: Cursor | null) {
  if (after === null) return 0;
  if (after.kind === "place") return after.place;
  const record = read(tx, "folder", space, after.ids[0] as FolderId);
  return record === null ? notACursor() : record.ticket + 1;
}

/** Folders, in order of creation. */
export function foldersForHost(
  tx: Reading,
  data: Queries["admin.folders"]["input"],
): Answered<Queries["admin.folders"]["answer"]> {
  const paging = asked(tx, data);
  if (isRefusal(paging)) return paging;
  const { space } = data;
  const from = startOfFolders(tx, space, paging.after);
  if (typeof from !== "number") return from;
  const index = spaceOf(tx, space).folders;
  const list = {
    where: foldersOf(space),
    index,
    ticketOf: ({ ticket }: FoldersPage["entries"][number]) => ticket,
    shows: everything,
    expected: index.count,
  };
  const { entries, next } = partOf(tx, list, from, paging.limit, ({ folder }) => [folder]);
  const items = entries.map(({ folder, parent, name }) => ({ folder, parent, name }));
  return pageOf(items, next);
}
