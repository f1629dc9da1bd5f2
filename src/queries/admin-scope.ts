/** What an organization's admins ask about their own side of a Space: its scope, and who waits. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { view } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import { waitingFor } from "../roster/select/keys.ts";
import { ownScope } from "../roster/select/own-scope.ts";
import { ticketOf } from "../roster/select/presence.ts";
import type { AssociationRecord, LinkRecord } from "../spaces/model.ts";
import { containerOf, partIn } from "../spaces/select/container.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { ownSideRefusal } from "./access.ts";
import type { QueryHandler } from "./handler.ts";
import { type Lists, partAfter, type Seen } from "./lists.ts";
import { isRefusal, pageOf, pagingOf } from "./paging.ts";
import { exitOf } from "./shown.ts";

/** One's own scope in a Space, or on a Link: what is selected, and what is taken out. */
export const scopeOfOwn: QueryHandler<"admin.scope"> = (tx, data, policy) => {
  const refusal = ownSideRefusal(tx, data);
  if (refusal !== null) return refusal;
  const { viewer } = data;
  const of = containerOf(data);
  const part = partIn(tx, of, viewer.organization) as AssociationRecord | LinkRecord;
  const scope = ownScope(tx, of, viewer.organization, policy);
  const fields = { ...policy.sharedFields, ...part.fields };
  return { value: { fields, ...exitOf(part), ...scope } };
};

/** Whose side of a Space an admin manages: all of it, or one organization's people. */
interface Side {
  readonly organization: OrganizationId;
  readonly isHost: boolean;
}

/** ENTRY-05, ADMIN-04: the Host's admins see the whole list, a Member's admins their own people. */
const managesSideOf = view(
  ["ENTRY-05", "ADMIN-04"],
  ({ organization, isHost }: Side, whose: OrganizationId): boolean =>
    isHost || whose === organization,
);

/**
 * Who waits for a place, first come first: everybody, or one's own people. Whether somebody else's wait is
 * not to be probed by a cursor.
 */
export const waitingOnSide: QueryHandler<"admin.waiting"> = (tx, data) => {
  const paging = pagingOf(data, 2, () => ownSideRefusal(tx, data));
  if (isRefusal(paging)) return paging;
  const { space, viewer } = data;
  const { host, waiting: index } = spaceOf(tx, space);
  const side = { organization: viewer.organization, isHost: host === viewer.organization };
  const own = must(tx, "association", space, viewer.organization).waiting;
  const list: Seen<"waiting"> = {
    where: waitingFor(space),
    index,
    shows: ([, organization]) => managesSideOf(side, organization),
    expected: side.isHost ? index.count : own,
  };
  const idsOf = ([, organization, person]: Lists["waiting"]) => [organization, person];
  const part = partAfter(tx, list, paging, idsOf, (ids) => {
    const [organization, person] = ids as [OrganizationId, PersonId];
    if (!managesSideOf(side, organization)) return undefined;
    return ticketOf(tx, space, { organization, person }) ?? undefined;
  });
  if (isRefusal(part)) return part;
  return pageOf(
    part.entries.map(([, organization, person]) => ({ organization, person })),
    part.next,
  );
};
