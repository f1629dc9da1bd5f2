/** How much of each limit is used, told only to the organization whose limit it is. */
import type { Policy } from "../core/policy.ts";
import { actorIsAuthorizedAdmin } from "../directory/select/authority.ts";
import { organizationKnown, organizationOf } from "../directory/select/organizations.ts";
import { counted } from "../roster/select/presence.ts";
import { personCapInForce, spaceQuota, spacesCounted } from "../spaces/select/limits.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { spaceAdminRefusal } from "./access.ts";
import type { Reading } from "./handler.ts";
import type { Queries, Room } from "./model.ts";
import type { Answered } from "./paging.ts";

function room(used: number, limit: number): Room {
  return { used, limit, left: Math.max(0, limit - used) };
}

/** The room left in a Space, for the Host's admins. */
export function spaceRoom(
  tx: Reading,
  data: Queries["admin.space-room"]["input"],
  policy: Policy,
): Answered<Queries["admin.space-room"]["answer"]> {
  const refusal = spaceAdminRefusal(tx, data);
  if (refusal !== null) return refusal;
  const space = spaceOf(tx, data.space);
  const cap = personCapInForce(space, organizationOf(tx, space.host), policy);
  return {
    value: {
      persons: room(counted(space, policy), cap),
      members: room(space.members.count, policy.memberOrgCap),
      waiting: space.waiting.count,
    },
  };
}

/** The room left for the viewer's organization to host and to join, for its admins. */
export function organizationRoom(
  tx: Reading,
  { viewer }: Queries["admin.organization-room"]["input"],
  policy: Policy,
): Answered<Queries["admin.organization-room"]["answer"]> {
  const { organization } = viewer;
  const refusal =
    organizationKnown(tx, organization) ?? actorIsAuthorizedAdmin(tx, viewer, organization);
  if (refusal !== null) return refusal;
  const record = organizationOf(tx, organization);
  const quota = spaceQuota(record, policy);
  return {
    value: {
      hosted: quota === null ? null : room(spacesCounted(record, policy), quota),
      joined: room(record.joined.length, policy.joinLimit),
    },
  };
}
