/** What ends with an organization, a Space, an Association or a department. */
import type { OrganizationId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { effect } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import type { SpacesEvents } from "../spaces/model.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { selectedOf } from "./covering.ts";
import { unlink } from "./linking.ts";
import { type Deciding, poolOf, unitOf } from "./select/pool.ts";
import { type Downstream, downstreamUnit } from "./select/units.ts";

/** LIC-15: an organization that ended has no pool any more, nor anybody anything from it. */
export const endPool = effect(
  "LIC-15",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "organization.ended">): void => {
    const { organization } = data;
    if (read(tx, "pool", organization) !== null) {
      emit(tx, "license.pool-ended", { host: organization });
    }
  },
);

/** LIC-15, SPACE-07: with a Space its units end. Their people have left and given back before. */
export function endUnitsOf(
  tx: Deciding,
  { data: { space, host } }: EventOf<SpacesEvents, "space.dissolved">,
): void {
  for (const unit of poolOf(tx, host).units) {
    if (unit.space === space) unlink(tx, host, unit, "dissolved");
  }
}

/** LIC-15, EXIT-01: with an Association its Member unit ends, or its choice of departments. */
export function endMemberUnit(
  tx: Deciding,
  { data }: EventOf<SpacesEvents, "association.cancelled">,
): void {
  const { space, organization, because } = data;
  if (because === "dissolved" || spaceOf(tx, space).host === organization) return;
  const where = downstreamUnit(tx, space, organization);
  if (where === null) return;
  if (where.unit.organization === null) deselectAll(tx, where, organization);
  else unlink(tx, where.host, where.unit, "association-ended");
}

/** EXIT-01: a Member's automatic departments end with its Association. */
const deselectAll = effect(
  ["LIC-15", "EXIT-01"],
  (tx: Deciding, { host, unit }: Downstream, organization: OrganizationId): void => {
    const removed = selectedOf(tx, host, unit.number, organization);
    if (removed.length === 0) return;
    emit(tx, "license.automated", { ...unitOf(host, unit), organization, added: [], removed });
  },
);
