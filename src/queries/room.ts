/** How much of each limit is used, told only to the organization whose limit it is. */
import { organizationOf } from "../directory/select/organizations.ts";
import { counted } from "../roster/select/presence.ts";
import { personCapInForce, spaceQuota, spacesCounted } from "../spaces/select/limits.ts";
import { spaceAdminRefusal, spaceOf } from "../spaces/select/spaces.ts";
import { ownAdminRefusal } from "./access.ts";
import type { QueryHandler } from "./handler.ts";
import type { Room } from "./model.ts";

function room(used: number, limit: number): Room {
  return { used, limit, left: Math.max(0, limit - used) };
}

/** The room left in a Space, for the Host's admins. */
export const spaceRoom: QueryHandler<"admin.space-room"> = (tx, data, policy) => {
  const refusal = spaceAdminRefusal(tx, data.viewer, data.space);
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
};

/** The room left for the viewer's organization to host and to join, for its admins. */
export const organizationRoom: QueryHandler<"admin.organization-room"> = (tx, data, policy) => {
  const refusal = ownAdminRefusal(tx, data.viewer);
  if (refusal !== null) return refusal;
  const record = organizationOf(tx, data.viewer.organization);
  const quota = spaceQuota(record, policy);
  return {
    value: {
      hosted: quota === null ? null : room(spacesCounted(record, policy), quota),
      joined: room(record.joined.length, policy.joinLimit),
    },
  };
};
