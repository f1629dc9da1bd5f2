/** Describes what Trunks distribute, who holds their seats, and how many a Branch may hold. */
import type { KeptTrunkAudience } from "../apps/model.ts";
import { isCovered } from "../apps/select/below.ts";
import { isInstalled } from "../apps/select/installing.ts";
import type { AppId, DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import type { Reading as ReadingOf } from "../core/transaction.ts";
import type { Records } from "../engine/types.ts";
import { selectedIn } from "./facts-licenses.ts";
import { afterSlash, kept, paged, type Shelves } from "./index-by-owner.ts";
import { isOfTicket, isPresentAt, isReached } from "./lineages.ts";
import { alone, pairs, sorted, sortedBy } from "./reference/canonical.ts";
import type { DistributionListFacts, HierarchiesFacts } from "./reference/hierarchy-facts-model.ts";

type Reading = ReadingOf<Records>;
type DistributionFacts = HierarchiesFacts["distributed"][number];
type SeatFacts = HierarchiesFacts["seats"][number];

interface Place {
  readonly trunk: OrganizationId;
  readonly app: AppId;
  /** Which permission; absent for the list of the distribution. */
  readonly number?: string;
}

const isThere = (shelves: Shelves, organization: string, department: string): boolean =>
  shelves.one("department", organization, department)?.removed === false;

/** The entries of a list, or of the permission with a number, of one sort: each for whom it was put in. */
function entriesOf(shelves: Shelves, { trunk, app, number = "" }: Place, sort: "d" | "p") {
  return shelves
    .rows("distribution-listed", trunk)
    .filter(([own]) => own.startsWith(`${number}${sort}.`) && afterSlash(own) === app)
    .flatMap(([, bucket]) => kept(bucket))
    .flatMap(([id, of]) => of.map((each) => [id, ...each] as const));
}

/** What a list says that has an effect now. */
function listIn(shelves: Shelves, place: Place, record: KeptTrunkAudience): DistributionListFacts {
  const { trunk } = place;
  const isBelow = (organization: OrganizationId, ticket: number): boolean =>
    isReached(shelves, trunk, organization) && isOfTicket(shelves, trunk, organization, ticket);
  const isEmployed = (organization: OrganizationId, person: string, number: number): boolean =>
    shelves.one("employment", organization, person)?.number === number &&
    isPresentAt(shelves, trunk, organization, person as PersonId);
  return {
    organizations: alone(
      record.organizations
        .filter(([organization, ticket]) => isBelow(organization, ticket))
        .map(([organization, , isAlone]) => [organization, isAlone] as const),
    ),
    mounts: alone(record.mounts.filter(([department]) => isThere(shelves, trunk, department))).map(
      ([department, isAlone]) => ({ department, alone: isAlone }),
    ),
    labels: alone(record.labels),
    levels: [...record.levels].sort((one, other) => one - other),
    roles: sorted(record.roles),
    departments: pairs(
      entriesOf(shelves, place, "d")
        .filter(([, organization, ticket]) => isBelow(organization, ticket))
        .filter(([department, organization]) => isThere(shelves, organization, department))
        .map(([department, organization]) => [organization, department as DepartmentId] as const),
    ),
    people: pairs(
      entriesOf(shelves, place, "p")
        .filter(([, organization, ticket]) => isBelow(organization, ticket))
        .filter(([person, organization, , number]) => isEmployed(organization, person, number))
        .map(([person, organization]) => [organization, person as PersonId] as const),
    ),
  };
}

/** What a Trunk distributes, in that order; whom it covers is what the library itself says. */
export function distributedBy(
  shelves: Shelves,
  tx: Reading,
  trunk: OrganizationId,
): DistributionFacts[] {
  return paged(shelves.rows("shelved", trunk)).map(([, app]) => {
    const place = { trunk, app };
    const record = shelves.one("distribution", trunk, app) as Records["distribution"];
    const below = paged(shelves.rows("below", trunk)).map(([, organization]) => organization);
    const covered = sorted(below.filter((each) => isCovered(tx, place, record, each)));
    return {
      ...place,
      autoInstall: record.autoInstall,
      ...(record.industry === true ? ({ industry: true } as const) : {}),
      list: record.restricted ? listIn(shelves, place, record) : null,
      covered: covered.map((each) => [each, isInstalled(tx, place, record, each)] as const),
    };
  });
}

/** Whom a Trunk permits to see which data of its apps. */
export function permittedBy(
  shelves: Shelves,
  trunk: OrganizationId,
): HierarchiesFacts["permitted"] {
  const all = shelves.rows("distribution-permission", trunk).map(([app, { permissions }]) => ({
    ...{ trunk, app: app as AppId },
    permissions: permissions.map(({ for: list, rows, labels, reports }, place) => ({
      list:
        list === null
          ? null
          : listIn(shelves, { trunk, app: app as AppId, number: String(place) }, list),
      ...{ rows, labels: labels === null ? null : sorted(labels), reports },
    })),
  }));
  return sortedBy(
    all.filter(({ permissions }) => permissions.length > 0),
    ({ app }) => [app],
  );
}

/** The seats of an organization's Hierarchy unit, if anybody has one, a number is set, or something is chosen. */
export function seatsAt(shelves: Shelves, trunk: OrganizationId): SeatFacts[] {
  const unit = shelves.one("pool", trunk)?.hierarchy;
  const pages = shelves
    .rows("granted", trunk)
    .filter(([own]) => afterSlash(own) === String(unit?.number))
    .map(([own, page]) => [own.slice(0, own.indexOf("/")), page] as const);
  const grants = paged(pages).map(([, organization, person]) => [organization, person] as const);
  const caps = shelves.rows("link", trunk).flatMap(([own, { seats }]) => {
    return seats == null ? [] : [[own as OrganizationId, seats] as const];
  });
  const automatic = unit === undefined ? [] : automaticAt(shelves, trunk, unit.number);
  const limit = unit?.limit;
  if (grants.length + caps.length + automatic.length === 0 && limit === undefined) return [];
  const most = limit === undefined ? {} : { limit };
  return [{ trunk, grants, caps: sortedBy(caps, ([branch]) => [branch]), ...most, automatic }];
}

/** What is chosen in a Hierarchy unit, of each organization, as far as it is there. */
function automaticAt(
  shelves: Shelves,
  trunk: OrganizationId,
  unit: number,
): SeatFacts["automatic"] {
  const organizations = shelves.rows("automated", trunk).flatMap(([, { ids }]) => ids);
  const all = organizations.map((organization) => {
    const { whole = false, alone: isAlone = false } =
      shelves.one("automatic", trunk, `${unit}/${organization}`) ?? {};
    const departments = selectedIn(shelves, trunk, unit, organization);
    return { organization, whole, alone: isAlone, departments };
  });
  const some = all.filter(({ whole, departments }) => whole || departments.length > 0);
  return sortedBy(some, ({ organization }) => [organization]);
}
