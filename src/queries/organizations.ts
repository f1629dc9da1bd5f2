/** The organizations of a Space that a viewer sees. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Refusal } from "../core/refusal.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import type { MembersPage } from "../spaces/model.ts";
import { membersOf } from "../spaces/select/keys.ts";
import { associationOf, spaceOf } from "../spaces/select/spaces.ts";
import { type Looking, visibleOrganization } from "../spaces/select/visible.ts";
import { expectedOf, insiderRefusal, lookingFrom } from "./access.ts";
import type { Reading } from "./handler.ts";
import { type Part, partOf, type Seen } from "./lists.ts";
import type { Queries } from "./model.ts";
import { type Answered, type Cursor, isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";

type Entry = MembersPage["entries"][number];

/** A Member's Association is numbered after its ticket; 0 is the Host's. */
const orderOf = ([ticket]: Entry): number => ticket + 1;

/** A Space's Members as somebody sees them, in order of joining. */
export function membersSeen(
  tx: Reading,
  space: SpaceId,
  shows: (organization: OrganizationId, order: number) => boolean,
  expected: (all: number) => number,
): Seen<Entry> {
  const index = spaceOf(tx, space).members;
  return {
    where: membersOf(space),
    index,
    ticketOf: ([ticket]) => ticket,
    shows: (entry) => shows(entry[1], orderOf(entry)),
    expected: expected(index.count),
  };
}

/** The order after which a page starts; -1 before the Host. An unseen organization is no cursor. */
export function startOfMembers(
  tx: Reading,
  space: SpaceId,
  after: Cursor | null,
  shows: (organization: OrganizationId, order: number) => boolean,
): number | Refusal {
  if (after === null) return -1;
  if (after.kind === "place") return after.place;
  const organization = after.ids[0] as OrganizationId;
  const order = associationOf(tx, space, organization)?.order;
  return order === undefined || !shows(organization, order) ? notACursor() : order;
}

function expectedMembers(looking: Looking): (all: number) => number {
  const { visibility } = looking.association;
  const few = visibility.kind === "listed" ? visibility.organizations.length + 1 : 1;
  return (all) => expectedOf(looking, few, all);
}

/** The organizations that a rostered viewer sees: the Host, then Members in order of joining. */
export function organizationsSeen(
  tx: Reading,
  data: Queries["space.organizations"]["input"],
): Answered<Queries["space.organizations"]["answer"]> {
  const paging = pagingOf(data, 1);
  if (isRefusal(paging)) return paging;
  const { space } = data;
  const { after, limit } = paging;
  const refusal = insiderRefusal(tx, data);
  if (refusal !== null) return refusal;
  const looking = lookingFrom(tx, data);
  const shows = (organization: OrganizationId, order: number): boolean =>
    visibleOrganization(looking, { organization, order });
  const start = startOfMembers(tx, space, after, shows);
  if (typeof start !== "number") return start;
  const { host } = spaceOf(tx, space);
  const withHost = start < 0 && shows(host, 0);
  const list = membersSeen(tx, space, shows, expectedMembers(looking));
  const { entries, next } = afterHost(tx, list, withHost ? host : null, start, limit);
  const items = entries.map((organization) => ({
    organization,
    name: organizationOf(tx, organization).name,
    role: organization === host ? ("host" as const) : ("member" as const),
  }));
  return pageOf(items, next);
}

/** Members from where a page starts, with the Host in front if it is seen and due. */
function afterHost(
  tx: Reading,
  list: Seen<Entry>,
  host: OrganizationId | null,
  start: number,
  limit: number,
): Part<OrganizationId> {
  const left = host === null ? limit : limit - 1;
  // A ticket is one less than the order, so the next ticket is the order itself.
  const part = partOf(tx, list, Math.max(0, start), left, ([, organization]) => [organization]);
  const members = part.entries.map(([, organization]) => organization);
  if (host === null) return { entries: members, next: part.next };
  const more = left === 0 && list.index.count > 0;
  return {
    entries: [host, ...members],
    next: more ? { kind: "item", ids: [host] } : part.next,
  };
}
