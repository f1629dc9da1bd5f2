/** Describes the licenses and the cooperation groups of a World. */
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import type { Records } from "../engine/types.ts";
import type { LicenseUnit, LinkedUnit, PoolUnit } from "../licenses/model.ts";
import { afterSlash, kept, paged, type Shelves } from "./index-by-owner.ts";
import { sorted, sortedBy } from "./reference/canonical.ts";
import type { IdentityFacts } from "./reference/facts-model.ts";
import type { GroupFacts, PoolFacts, UnitFacts } from "./reference/facts-model-areas.ts";

/** The number of the Host's own unit in its pool. */
const HOST_UNIT = 0;

const linked = ({ space, organization }: PoolUnit): LinkedUnit =>
  organization === null ? { kind: "space", space } : { kind: "member", space, organization };

function grantsIn(shelves: Shelves, host: string, unit: number): IdentityFacts[] {
  const pages = shelves.rows("granted", host).filter(([own]) => afterSlash(own) === String(unit));
  const inOrder = pages.map(([own, page]) => [own.slice(0, own.indexOf("/")), page] as const);
  return paged(inOrder).map(([, organization, person]) => [organization, person]);
}

/** The automatic departments of an organization in a unit that exist. */
export function selectedIn(
  shelves: Shelves,
  host: string,
  unit: number,
  organization: OrganizationId,
): DepartmentId[] {
  const buckets = shelves.rows("selected", host).filter(([own]) => {
    const [place, home] = [own.slice(0, own.indexOf("/")), afterSlash(own)];
    return place.slice(0, place.indexOf(".")) === String(unit) && home === organization;
  });
  const departments = buckets
    .flatMap(([, { ids }]) => ids)
    .filter((each) => shelves.one("department", organization, each)?.removed === false);
  return sorted(departments);
}

/** Automatic departments that exist, of each Member that has any in a unit. */
function automaticIn(shelves: Shelves, host: string, unit: number): UnitFacts["automatic"] {
  const { automated } = shelves.one("unit", host, String(unit)) ?? { automated: [] };
  const all = automated.map((organization) => ({
    organization,
    departments: selectedIn(shelves, host, unit, organization),
  }));
  const some = all.filter(({ departments }) => departments.length > 0);
  return sortedBy(some, ({ organization }) => [organization]);
}

function unitsOf(shelves: Shelves, host: OrganizationId, pool: Records["pool"]): UnitFacts[] {
  const own: LicenseUnit = { kind: "host", organization: host };
  return [
    { unit: own, grants: grantsIn(shelves, host, HOST_UNIT), automatic: [] },
    ...pool.units.map((each) => ({
      unit: linked(each),
      grants: grantsIn(shelves, host, each.number),
      ...(each.limit === undefined ? {} : { limit: each.limit }),
      automatic: automaticIn(shelves, host, each.number),
    })),
  ];
}

/** The unit with a number: the Host's own, that of its Links, or a linked one. */
function unitNumbered(host: OrganizationId, pool: Records["pool"], number: number): LicenseUnit {
  if (pool.hierarchy?.number === number) return { kind: "hierarchy", organization: host };
  const unit = pool.units.find((each) => each.number === number);
  return unit === undefined ? { kind: "host", organization: host } : linked(unit);
}

/** The pools in which there is anything, sorted by organization. */
export function poolsIn(shelves: Shelves): PoolFacts[] {
  const all = shelves.owners("pool").map((id): PoolFacts => {
    const host = id as OrganizationId;
    const pool = shelves.one("pool", id) as Records["pool"];
    const waiting = paged(shelves.rows("deferred", id)).map(([, number, organization, person]) => ({
      unit: unitNumbered(host, pool, number),
      identity: [organization, person] as const,
    }));
    const { purchased, until, reached, reserve: reserved } = pool;
    const own = {
      ...(until === undefined ? {} : { until }),
      ...(reached === undefined ? {} : { reached }),
      ...(reserved === undefined ? {} : { reserved }),
    };
    return { host, purchased, ...own, units: unitsOf(shelves, host, pool), waiting };
  });
  const some = all.filter(
    ({ purchased, until, reserved, units, waiting }) =>
      purchased > 0 ||
      until !== undefined ||
      reserved !== undefined ||
      units.length > 1 ||
      waiting.length > 0 ||
      units[0]?.grants.length !== 0,
  );
  return sortedBy(some, ({ host }) => [host]);
}

/** The cooperation groups, sorted by id. */
export function groupsIn(shelves: Shelves): GroupFacts[] {
  const all = shelves.owners("group").map((id): GroupFacts => {
    const record = shelves.one("group", id) as Records["group"];
    const { name, starter } = record;
    const of = "space" in record ? { space: record.space } : { space: null, trunk: record.trunk };
    const entries = shelves.rows("participants", id).flatMap(([, bucket]) => kept(bucket));
    const participants = entries.flatMap(([person, through]) =>
      through.map(([organization, entry]) => ({
        entry,
        identity: [organization, person] as const,
      })),
    );
    participants.sort((left, right) => left.entry - right.entry);
    return {
      group: id as GroupFacts["group"],
      ...of,
      name,
      starter: [starter.organization, starter.person],
      participants: participants.map(({ identity }) => identity),
    };
  });
  return sortedBy(all, ({ group }) => [group]);
}
