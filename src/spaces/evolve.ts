/** What the events of Spaces change in their records. */
import type { FolderId, OrganizationId, SpaceId } from "../core/ids.ts";
import { append, removeTicket, replaceTicket } from "../core/paged.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { setUnarmed } from "../core/thresholds.ts";
import type * as faces from "../core/transaction.ts";
import { drop, edit, must, put, read } from "../core/transaction.ts";
import type { DirectoryRecords } from "../directory/model.ts";
import type { counterpartEvolvers } from "./evolve-counterparts.ts";
import type { linkEvolvers } from "./evolve-links.ts";
import { countMarked, endSight, type sightEvolvers } from "./evolve-sight.ts";
import { NEW_ASSOCIATION, NEW_SPACE, NEW_TRUNK } from "./kinds.ts";
import type { ApplicationRecord, Container, Review, SpacesEvents, SpacesRecords } from "./model.ts";
import {
  applicantKey,
  containerOf,
  homeKey,
  invitedTo,
  inviteeKey,
  isTrunk,
  pendingIn,
} from "./select/container.ts";
import { ownBookOf } from "./select/fields.ts";
import { appliedBy, folderEntry, foldersOf, membersOf, WISH_PAGE } from "./select/keys.ts";
import type { SpacesReads } from "./select/spaces.ts";

/** What hosting and joining add up to is counted with the organization. */
type Counted = Pick<DirectoryRecords, "organization" | "department" | "naming">;
type Evolving = faces.Evolving<SpacesRecords & Counted, SpacesReads>;

/** What is changed elsewhere, but for the end of an Association, which is of both. */
type Elsewhere =
  | keyof typeof linkEvolvers
  | keyof typeof sightEvolvers
  | Exclude<keyof typeof counterpartEvolvers, "association.cancelled">;

/** One case for each event of Spaces, but for those of Links and counterparts; a missing one does not compile. */
export type SpacesEvolvers = {
  readonly [Type in Exclude<keyof SpacesEvents, Elsewhere> | "member.restored"]: (
    tx: Evolving,
    data: SpacesEvents[Type],
    at: number,
  ) => void;
};

/** The record that has the indexes of a container's lists; that of a Trunk begins with its first list. */
function editHome(tx: Evolving, of: Container) {
  if (isTrunk(of) && read(tx, "trunk", of.trunk) === null)
    put(tx, "trunk", of.trunk, "", NEW_TRUNK);
  return edit(tx, ...homeKey(of));
}

/** The record of an organization's part in a container: of a Trunk's own in its book, that of the Trunk. */
function editPart(tx: Evolving, of: Container, organization: OrganizationId) {
  if (!isTrunk(of)) return edit(tx, "association", of.space, organization);
  if (!ownBookOf(of, organization)) return edit(tx, "link", of.trunk, organization);
  editHome(tx, of);
  return edit(tx, "trunk", of.trunk);
}

function createSpace(tx: Evolving, { space, host, name }: SpacesEvents["space.created"]): void {
  put(tx, "space", space, "", { ...NEW_SPACE, name, host });
  put(tx, "association", space, host, {
    order: 0,
    ...NEW_ASSOCIATION,
    visibility: { kind: "all" },
  });
  const organization = edit(tx, "organization", host);
  organization.hosted.push(space);
  organization.created += 1;
}

/** Notes where an organization applies for the first time. */
function noteApplied(tx: Evolving, of: Container, organization: OrganizationId): void {
  const record = edit(tx, "organization", organization);
  const [space, trunk] = isTrunk(of) ? [null, of.trunk] : [of.space, null];
  record.applied = append(tx, appliedBy(organization), record.applied ?? EMPTY_PAGES, (ticket) => [
    ticket,
    space,
    trunk,
  ]);
}

function submit(tx: Evolving, data: SpacesEvents["application.submitted"], at: number): void {
  const { organization, application, invitation, by, scope, expiresAt } = data;
  const of = containerOf(data);
  const home = editHome(tx, of);
  const ticket = home.pending.next;
  home.pending = append(tx, pendingIn(of), home.pending, () => [ticket, application]);
  let pages = 0;
  for (let start = 0; start < scope.rules.length; start += WISH_PAGE) {
    const rules = scope.rules.slice(start, start + WISH_PAGE);
    put(tx, "wish", application, String(pages), { rules });
    pages += 1;
  }
  const applied = {
    organization,
    invitation,
    ...(by === undefined ? {} : { by }),
    status: "pending",
    reason: null,
    at,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ticket,
    whole: scope.whole,
    pages,
  } as const;
  const record: ApplicationRecord = isTrunk(data)
    ? {
        ...{ trunk: data.trunk, ...applied },
        ...{ reach: data.reach, shared: data.shared, replaces: data.replaces },
      }
    : { space: data.space, ...applied };
  put(tx, "application", application, "", record);
  const latest = applicantKey(of, organization);
  if (read(tx, ...latest) === null) noteApplied(tx, of, organization);
  // With a new application the pause that was before it is over (JOIN-16).
  const { reapplyFrom: _, ...kept } = read(tx, ...latest) ?? {};
  put(tx, ...latest, { ...kept, application });
  if (read(tx, "use", invitation, organization) === null) {
    put(tx, "use", invitation, organization, { member: false });
    edit(tx, "invitation", invitation).uses += 1;
  }
}

/** Settles an application: it is not pending any more, and keeps its use if it made a Member. */
function settle(
  tx: Evolving,
  { application }: Pick<Review, "application">,
  status: "withdrawn" | "approved" | "rejected" | "expired",
  reason: string | null,
): void {
  const record = edit(tx, "application", application);
  record.status = status;
  record.reason = reason;
  const home = editHome(tx, record);
  home.pending = removeTicket(tx, pendingIn(record), home.pending, record.ticket);
  const { invitation, organization } = record;
  if (must(tx, "use", invitation, organization).member) return;
  if (status === "approved") {
    edit(tx, "use", invitation, organization).member = true;
  } else {
    drop(tx, "use", invitation, organization);
    edit(tx, "invitation", invitation).uses -= 1;
  }
}

/** Counts Members or Folders in a Folder; nothing is counted at the root. */
function count(
  tx: Evolving,
  space: SpaceId,
  folder: FolderId | null,
  field: "children" | "members",
  by: number,
): void {
  if (folder !== null) edit(tx, "folder", space, folder)[field] += by;
}

function place(tx: Evolving, { space, organization, folder }: SpacesEvents["member.placed"]): void {
  const record = edit(tx, "association", space, organization);
  count(tx, space, record.folder, "members", -1);
  count(tx, space, folder, "members", 1);
  record.folder = folder;
}

type Issued = SpacesEvents["invitation.issued"];

/** Counts the open invitations of whoever is invited by name: by a batch, or addressed (28.10). */
function countOpen(
  tx: Evolving,
  of: Container & Pick<Issued, "invited" | "for">,
  by: 1 | -1,
): void {
  for (const named of of.for ?? (of.invited === null ? [] : [of.invited])) {
    const key = inviteeKey(of, named);
    const record = read(tx, ...key) ?? { open: 0 };
    const open = record.open + by;
    if (open === 0) drop(tx, ...key);
    else put(tx, ...key, { ...record, open });
  }
}

/** An invitation is addressed to these organizations: the pause of each that was rejected is over (JOIN-16). */
function endPauses(tx: Evolving, of: Container, addressees: readonly OrganizationId[]): void {
  for (const each of addressees) {
    const key = applicantKey(of, each);
    if (read(tx, ...key)?.reapplyFrom !== undefined) delete edit(tx, ...key).reapplyFrom;
  }
}

/** One case for each event of Spaces. */
export const spacesEvolvers: SpacesEvolvers = {
  "space.created": createSpace,
  "space.dissolved": (tx, { space, host }) => {
    edit(tx, "space", space).dissolved = true;
    const organization = edit(tx, "organization", host);
    organization.hosted = organization.hosted.filter((each) => each !== space);
  },
  "space.unarmed": (tx, { space, subject, thresholds }) => {
    const record = edit(tx, "space", space);
    const { [subject]: _, ...others } = record.unarmed ?? {};
    const unarmed = { ...others, ...(thresholds.length === 0 ? {} : { [subject]: thresholds }) };
    if (Object.keys(unarmed).length === 0) delete record.unarmed;
    else record.unarmed = unarmed;
  },
  "organization.unarmed": (tx, { organization, thresholds }) => {
    setUnarmed(edit(tx, "organization", organization), thresholds);
  },
  "space-quota.expanded": (tx, { organization, expansion }) => {
    edit(tx, "organization", organization).expansion = expansion;
  },
  "person-cap.expanded": (tx, { space, cap }) => {
    edit(tx, "space", space).cap = cap;
  },
  "batch-invitation.enabled": (tx, { organization }) => {
    edit(tx, "organization", organization).batchInvitation = true;
  },
  "invitation.issued": (tx, { invitation, ...issued }) => {
    const record = editHome(tx, issued);
    record.invitations = append(tx, invitedTo(issued), record.invitations, (ticket) => [
      ticket,
      invitation,
    ]);
    put(tx, "invitation", invitation, "", { ...issued, uses: 0, open: true });
    countOpen(tx, issued, 1);
    const { invited, for: addressees = [] } = issued;
    const alone = invited ?? (addressees.length === 1 ? addressees[0] : undefined);
    if (alone !== undefined) edit(tx, ...inviteeKey(issued, alone)).latest = invitation;
    endPauses(tx, issued, addressees);
  },
  "invitation.skipped": () => undefined,
  "invitation.extended": (
    tx,
    { invitation, organization, expiresAt, maxUses, addressed, ...of },
  ) => {
    const record = edit(tx, "invitation", invitation);
    record.expiresAt = expiresAt;
    record.maxUses = maxUses;
    if (addressed) endPauses(tx, of, [organization]);
  },
  "invitation.revoked": (tx, { invitation }) => {
    const record = edit(tx, "invitation", invitation);
    record.open = false;
    countOpen(tx, record, -1);
  },
  "application.submitted": submit,
  "application.expired": (tx, data) => settle(tx, data, "expired", null),
  "application.withdrawn": (tx, data) => settle(tx, data, "withdrawn", null),
  "application.approved": (tx, data) => settle(tx, data, "approved", data.reason),
  "application.rejected": (tx, data) => {
    settle(tx, data, "rejected", data.reason);
    const { organization, reapplyFrom } = data;
    if (reapplyFrom === undefined) return;
    edit(tx, ...applicantKey(data, organization)).reapplyFrom = reapplyFrom;
  },
  "association.formed": (tx, { space, organization }) => {
    const record = edit(tx, "space", space);
    // 0 is the Host's; a ticket is never given again, so neither is an order.
    const order = record.members.next + 1;
    record.members = append(tx, membersOf(space), record.members, (ticket) => [
      ticket,
      organization,
    ]);
    put(tx, "association", space, organization, {
      order,
      ...NEW_ASSOCIATION,
      visibility: { kind: "own" },
    });
    edit(tx, "organization", organization).joined.push(space);
  },
  "association.cancelled": (tx, { because: _, ...ended }) => {
    const { space, organization } = ended;
    const { order, folder, fields, suspended } = must(tx, "association", space, organization);
    count(tx, space, folder, "members", -1);
    endSight(tx, ended);
    if (suspended === true) countMarked(tx, space, "suspended", -1);
    drop(tx, "association", space, organization);
    // The Host is in no list of Members, and the Space has gone from its own list already.
    if (order === 0) return;
    const record = edit(tx, "space", space);
    record.members = removeTicket(tx, membersOf(space), record.members, order - 1);
    const member = edit(tx, "organization", organization);
    member.joined = member.joined.filter((each) => each !== space);
    if (fields !== undefined) edit(tx, "applicant", space, organization).fields = fields;
  },
  "association.leave-announced": (tx, { space, organization, from }) => {
    edit(tx, "association", space, organization).leaving = from;
  },
  "association.leave-withdrawn": (tx, { space, organization }) => {
    delete edit(tx, "association", space, organization).leaving;
  },
  "association.suspended": (tx, { space, organization }) => {
    edit(tx, "association", space, organization).suspended = true;
    countMarked(tx, space, "suspended", 1);
  },
  "association.resumed": (tx, { space, organization }) => {
    delete edit(tx, "association", space, organization).suspended;
    countMarked(tx, space, "suspended", -1);
  },
  "fields.shared": (tx, { organization, fields, ...of }) => {
    const record = editPart(tx, of, organization);
    record.fields = { ...record.fields, ...fields };
  },
  "partner.set": (tx, data) => {
    if (isTrunk(data)) {
      edit(tx, "link", data.trunk, data.organization).labels = [...data.labels];
      return;
    }
    const record = edit(tx, "association", data.space, data.organization);
    record.types = [...data.types];
    record.level = data.level;
  },
  "folder.created": (tx, { space, folder, parent, name }) => {
    const record = edit(tx, "space", space);
    const ticket = record.folders.next;
    const entry = { ticket, folder, parent, name };
    record.folders = append(tx, foldersOf(space), record.folders, () => entry);
    const kept = { removed: false, parent, ticket, children: 0, members: 0 };
    put(tx, "folder", space, folder, kept);
    count(tx, space, parent, "children", 1);
  },
  "folder.renamed": (tx, { space, folder, name }) => {
    const { ticket } = must(tx, "folder", space, folder);
    const entry = { ...folderEntry(tx, space, ticket), name };
    replaceTicket(tx, foldersOf(space), entry);
  },
  "folder.moved": (tx, { space, folder, parent }) => {
    const record = edit(tx, "folder", space, folder);
    count(tx, space, record.parent, "children", -1);
    count(tx, space, parent, "children", 1);
    record.parent = parent;
    const entry = { ...folderEntry(tx, space, record.ticket), parent };
    replaceTicket(tx, foldersOf(space), entry);
  },
  "folder.removed": (tx, { space, folder }) => {
    const record = edit(tx, "folder", space, folder);
    count(tx, space, record.parent, "children", -1);
    record.removed = true;
    const home = edit(tx, "space", space);
    home.folders = removeTicket(tx, foldersOf(space), home.folders, record.ticket);
  },
  "member.placed": place,
  "member.restored": (tx, { space, organization, folder, types, level, fields }) => {
    place(tx, { space, organization, folder });
    const record = edit(tx, "association", space, organization);
    record.types = [...types];
    record.level = level;
    if (Object.keys(fields).length > 0) record.fields = { ...fields };
  },
};
