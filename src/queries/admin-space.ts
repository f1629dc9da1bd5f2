/** What the Host's admins ask about their Space: Members, applications, invitations, Folders. */
import type { ApplicationId, FolderId, OrganizationId, SpaceId } from "../core/ids.ts";
import type { Pages } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { view } from "../core/rule.ts";
import { must, read } from "../core/transaction.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import type { AssociationRecord, Container, CounterpartsList } from "../spaces/model.ts";
import { invitedTo, isSameContainer, isTrunk, pendingIn } from "../spaces/select/container.ts";
import { counterpartsFor, peopleOn } from "../spaces/select/counterparts.ts";
import { containerAskingRefusal } from "../spaces/select/doors.ts";
import { foldersOf, membersOf } from "../spaces/select/keys.ts";
import { hidingNow, visibilityNow } from "../spaces/select/sight-lists.ts";
import { spaceAdminRefusal, spaceOf } from "../spaces/select/spaces.ts";
import { trunkOf } from "../spaces/select/trunks.ts";
import type { About } from "./access.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { partAfter, partAtPlace } from "./lists.ts";
import type { PageRequest, SightNamed } from "./model.ts";
import { ticketOfMember } from "./organizations.ts";
import { isRefusal, pageOf, pagingOf } from "./paging.ts";
import { exitOf } from "./shown.ts";

/** The page that a Host's admin asks for, or why not. */
function asked(tx: Reading, data: About & PageRequest) {
  return pagingOf(data, 1, () => spaceAdminRefusal(tx, data.viewer, data.space));
}

/** PARTNER-03: whether a Member has fewer counterparts than the policy asks for. */
const isUnattended = view(
  "PARTNER-03",
  (tx: Reading, space: SpaceId, member: OrganizationId, policy: Policy): boolean =>
    counterpartsFor(tx, space, member).own.people.length < policy.counterpartsMin,
);

/** The counterparts of both sides. */
function bothSides(tx: Reading, space: SpaceId, member: OrganizationId) {
  const { own, host } = counterpartsFor(tx, space, member);
  const of = (organization: OrganizationId, list: CounterpartsList) =>
    peopleOn(list).map((person) => ({ organization, person }));
  return { own: of(member, own), host: of(spaceOf(tx, space).host, host) };
}

/** VIS-06, VIS-08: what a Member sees and from whom it is hidden, as it is in force, and what of that is not. */
function sightOf(
  tx: Reading,
  space: SpaceId,
  member: OrganizationId,
  { hidden, excepted }: AssociationRecord,
) {
  const seen = visibilityNow(tx, space, member);
  const hiding = hidingNow(tx, space, member);
  const gone = { visibility: seen.void, hiding: hiding.void };
  const inert = { visibility: seen.inert, hiding: hiding.inert };
  const says = ({ visibility, hiding: of }: SightNamed<unknown>) =>
    visibility.length + of.length > 0;
  return {
    visibility: seen.now,
    ...(hidden === true || excepted !== undefined ? { hiding: hiding.now } : {}),
    ...(says(gone) ? { void: gone } : {}),
    ...(says(inert) ? { inert } : {}),
  };
}

/** Members with their settings, in order of joining. */
export const membersForHost: QueryHandler<"admin.members"> = (tx, data, policy) => {
  const paging = asked(tx, data);
  if (isRefusal(paging)) return paging;
  const { space } = data;
  const list = { where: membersOf(space), index: spaceOf(tx, space).members };
  const part = partAfter(
    tx,
    list,
    paging,
    ([, id]) => [id],
    ([id]) => ticketOfMember(tx, space, id, () => true),
  );
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, organization]) => {
    const association = must(tx, "association", space, organization);
    const { folder, types, level, present, waiting } = association;
    const { name, suspended } = organizationOf(tx, organization);
    const { visibility, ...sight } = sightOf(tx, space, organization, association);
    const mark = suspended === undefined ? {} : { suspended };
    const here = association.suspended === undefined ? {} : { suspendedInSpace: true as const };
    const few = isUnattended(tx, space, organization, policy) ? { unattended: true as const } : {};
    return {
      ...{ organization, name, folder, visibility, types, level, present, waiting },
      ...{ ...exitOf(association), counterparts: bothSides(tx, space, organization) },
      ...{ ...few, ...sight, ...mark, ...here },
    };
  });
  return pageOf(items, part.next);
};

/** Where the lists of a Space or a Trunk are indexed. */
const listsOf = (tx: Reading, of: Container) =>
  isTrunk(of) ? trunkOf(tx, of.trunk) : spaceOf(tx, of.space);

/** Pending applications, in order of arrival. One decided since still says where a page starts. */
export const applicationsForHost: QueryHandler<"admin.applications"> = (tx, data) => {
  const paging = pagingOf(data, 1, () => containerAskingRefusal(tx, data.viewer, data));
  if (isRefusal(paging)) return paging;
  const list = {
    where: pendingIn(data) as Pages<"pending" | "trunk-pending">,
    index: listsOf(tx, data).pending,
  };
  const ticketOf = ([id]: readonly string[]) => {
    const record = read(tx, "application", id as ApplicationId);
    return record !== null && isSameContainer(record, data) ? record.ticket : undefined;
  };
  const part = partAfter(tx, list, paging, ([, id]) => [id], ticketOf);
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, application]) => {
    const record = must(tx, "application", application);
    const { organization, at, whole, expiresAt } = record;
    const { name } = organizationOf(tx, organization);
    const wished = isTrunk(record)
      ? { reach: record.reach, shared: record.shared, replaces: record.replaces }
      : {};
    const end =
      expiresAt === undefined
        ? {}
        : { expiresAt, ...(data.at === undefined ? {} : { expired: data.at >= expiresAt }) };
    return { application, organization, name, at, ...end, whole, ...wished };
  });
  return pageOf(items, part.next);
};

/** Invitations, in order of issue. */
export const invitationsForHost: QueryHandler<"admin.invitations"> = (tx, data) => {
  const paging = pagingOf(data, 1, () => containerAskingRefusal(tx, data.viewer, data));
  if (isRefusal(paging)) return paging;
  const where = invitedTo(data) as Pages<"invited" | "trunk-invited">;
  const part = partAtPlace(tx, where, () => listsOf(tx, data).invitations, paging);
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, invitation]) => {
    const record = must(tx, "invitation", invitation);
    const { form, expiresAt, maxUses, uses, open, invited } = record;
    const only = record.for === undefined ? {} : { for: record.for };
    return { invitation, form, expiresAt, maxUses, uses, revoked: !open, invited, ...only };
  });
  return pageOf(items, part.next);
};

/** Folders, in order of creation. One removed since still says where a page starts. */
export const foldersForHost: QueryHandler<"admin.folders"> = (tx, data) => {
  const paging = asked(tx, data);
  if (isRefusal(paging)) return paging;
  const { space } = data;
  const list = { where: foldersOf(space), index: spaceOf(tx, space).folders };
  const ticketOf = ([id]: readonly string[]) => read(tx, "folder", space, id as FolderId)?.ticket;
  const part = partAfter(tx, list, paging, ({ folder }) => [folder], ticketOf);
  if (isRefusal(part)) return part;
  const items = part.entries.map(({ folder, parent, name }) => ({ folder, parent, name }));
  return pageOf(items, part.next);
};
