/** The organizations of a Space that a viewer sees. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import { membersOf } from "../spaces/select/keys.ts";
import { associationOf, spaceOf } from "../spaces/select/spaces.ts";
import { seesIn } from "../spaces/select/visible.ts";
import { expectedOf, insiderRefusal, lookingFrom } from "./access.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { type Part, partOf, type Seen } from "./lists.ts";
import { isRefusal, pageOf, pagingOf, startOf } from "./paging.ts";

/**
 * The ticket of an organization among a Space's Members, -1 of its Host; there is none of an organization
 * that is not seen. An Association is numbered after its ticket, from 1: 0 is the Host's.
 */
export function ticketOfMember(
  tx: Reading,
  space: SpaceId,
  id: string | undefined,
  shows: (organization: OrganizationId, order: number) => boolean,
): number | undefined {
  const organization = id as OrganizationId;
  const order = associationOf(tx, space, organization)?.order;
  return order === undefined || !shows(organization, order) ? undefined : order - 1;
}

/** The organizations that a rostered viewer sees: the Host, then Members in order of joining. */
export const organizationsSeen: QueryHandler<"space.organizations"> = (tx, data) => {
  const paging = pagingOf(data, 1, () => insiderRefusal(tx, data));
  if (isRefusal(paging)) return paging;
  const { space } = data;
  const looking = lookingFrom(tx, data);
  const shows = (organization: OrganizationId, order: number): boolean =>
    seesIn(tx, looking, { organization, order });
  const start = startOf(paging.after, ([id]) => ticketOfMember(tx, space, id, shows));
  if (typeof start !== "number") return start;
  const { host, members: index } = spaceOf(tx, space);
  const { visibility } = looking.association;
  const listed = visibility.kind === "listed" ? visibility.organizations.length : 0;
  const few = listed + looking.shown.departments.length + 1;
  const list: Seen<"members"> = {
    where: membersOf(space),
    index,
    shows: ([ticket, organization]) => shows(organization, ticket + 1),
    expected: expectedOf(looking, few, index.count),
  };
  const first = paging.after === null && shows(host, 0) ? host : null;
  const { entries, next } = afterHost(tx, list, first, start, paging.limit);
  const items = entries.map((organization) => ({
    organization,
    name: organizationOf(tx, organization).name,
    role: organization === host ? ("host" as const) : ("member" as const),
  }));
  return pageOf(items, next);
};

/** Members from where a page starts, with the Host in front if it is seen and due. */
function afterHost(
  tx: Reading,
  list: Seen<"members">,
  host: OrganizationId | null,
  start: number,
  limit: number,
): Part<OrganizationId> {
  const left = host === null ? limit : limit - 1;
  const part = partOf(tx, list, start, left, ([, organization]) => [organization]);
  const members = part.entries.map(([, organization]) => organization);
  if (host === null) return { entries: members, next: part.next };
  const more = left === 0 && list.index.count > 0;
  return {
    entries: [host, ...members],
    next: more ? { kind: "item", ids: [host] } : part.next,
  };
}
