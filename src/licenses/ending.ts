/** What ends with an organization, a Space, an Association or a department. */
import { allEntries, entryOf } from "../core/hashed.ts";
import type { OrganizationId } from "../core/ids.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { each, emit, read } from "../core/transaction.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import type { RosterEvents } from "../roster/model.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { unlink } from "./linking.ts";
import type { SelectedEntry } from "./model.ts";
import { automaticName, selectedFor } from "./select/places.ts";
import { type LicensesTx, poolOf, unitOf } from "./select/pool.ts";
import { type Downstream, downstreamUnit } from "./select/units.ts";

type Happened = readonly EventEnvelope<string, unknown>[];

/** Works out the consequences of events of one type, each named as the cause of what it brings. */
function follow<Type extends keyof RosterEvents>(
  tx: LicensesTx,
  events: Happened,
  type: Type,
  happen: (data: RosterEvents[Type]) => void,
): void {
  const before = tx.cause;
  each(tx, events, (event) => {
    if (event.type !== type) return;
    tx.cause = event.seq;
    happen(event.data as RosterEvents[Type]);
  });
  tx.cause = before;
}

/** LIC-15: an organization that ended has no pool any more, nor anybody anything from it. */
export const endPools = effect(
  "LIC-15",
  (tx: LicensesTx, _policy: Policy, events: Happened): void => {
    follow(tx, events, "organization.ended", ({ organization }) => {
      if (read(tx, "pool", organization) !== null) {
        emit(tx, "license.pool-ended", { host: organization });
      }
    });
  },
);

/** LIC-09, ROSTER-09: a removed department disappears from the selections that name it. */
export const dropRemovedDepartments = effect(
  ["LIC-09", "ROSTER-09"],
  (tx: LicensesTx, _policy: Policy, events: Happened): void => {
    follow(tx, events, "department.removed", ({ organization, department }) => {
      each(tx, liveOrganization(tx, organization)?.joined ?? [], (space) => {
        const where = downstreamUnit(tx, space, organization);
        if (where === null) return;
        const { host, unit } = where;
        const record = read(tx, "automatic", host, automaticName(unit.number, organization));
        if (record === null) return;
        const selected = selectedFor(host, unit.number, organization);
        if (entryOf(tx, selected, record.departments, department) === undefined) return;
        const removed = [department];
        emit(tx, "license.automated", { ...unitOf(host, unit), organization, added: [], removed });
      });
    });
  },
);

/**
 * LIC-15, EXIT-01, SPACE-07: with a Space its units end, with an Association its Member unit, or the
 * Member's automatic departments in the whole Space's. Their people have left and given back before.
 */
export function endUnits(tx: LicensesTx): void {
  const { events } = tx;
  follow(tx, events, "space.dissolved", ({ space, host }) => {
    for (const unit of poolOf(tx, host).units) {
      if (unit.space === space) unlink(tx, host, unit, "dissolved");
    }
  });
  follow(tx, events, "association.cancelled", ({ space, organization, because }) => {
    if (because === "dissolved" || spaceOf(tx, space).host === organization) return;
    const where = downstreamUnit(tx, space, organization);
    if (where === null) return;
    if (where.unit.organization === null) deselectAll(tx, where, organization);
    else unlink(tx, where.host, where.unit, "association-ended");
  });
}

/** EXIT-01: a Member's automatic departments end with its Association. */
const deselectAll = effect(
  ["LIC-15", "EXIT-01"],
  (tx: LicensesTx, { host, unit }: Downstream, organization: OrganizationId): void => {
    const record = read(tx, "automatic", host, automaticName(unit.number, organization));
    if (record === null) return;
    const where = selectedFor(host, unit.number, organization);
    const entries = allEntries<SelectedEntry>(tx, where, record.departments);
    const removed = entries.map(([department]) => department);
    emit(tx, "license.automated", { ...unitOf(host, unit), organization, added: [], removed });
  },
);
