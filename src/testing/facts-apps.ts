/** Describes the apps of a World, and what their Hosts have set for them in their Spaces. */
import type { FixedAudience, KeptAudience, KeptPermission, PartnerKind } from "../apps/model.ts";
import type { AppId, OrganizationId, SpaceId } from "../core/ids.ts";
import type { AsMember } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import type { Records } from "../engine/types.ts";
import { afterSlash, kept, paged, type Shelves } from "./index-by-owner.ts";
import { sorted, sortedBy } from "./reference/canonical.ts";
import type {
  AppFacts,
  AudienceFacts,
  DoerFacts,
  PermissionFacts,
  PublicationFacts,
} from "./reference/facts-model-areas.ts";

interface Doing extends Identity {
  readonly as?: AsMember | undefined;
}

/** Who did something, as facts say it. */
export function doerFacts({ organization, person, as }: Doing): DoerFacts {
  return as === undefined ? [organization, person] : [organization, person, as];
}

const isLive = (shelves: Shelves, space: SpaceId): boolean =>
  shelves.one("space", space)?.dissolved === false;

function submittersOf(shelves: Shelves, app: string): AppFacts["submitters"] {
  const entries = shelves.rows("submitters", app).flatMap(([, bucket]) => kept(bucket));
  const all = entries.flatMap(([person, as]) =>
    as.map(([organization, ticket, , way]) => ({
      ticket,
      identity: doerFacts({ organization, person, as: way }),
    })),
  );
  return all.sort((left, right) => left.ticket - right.ticket).map(({ identity }) => identity);
}

/** The apps, sorted by id. */
export function appsIn(shelves: Shelves): AppFacts[] {
  const all = shelves.owners("app").map((id): AppFacts => {
    const { name, owner, cool, published } = shelves.one("app", id) as Records["app"];
    const rows = paged(shelves.rows("rows", id)).map(
      ({ row, space, trunk, line, owner, labels, at, ...submitter }) => ({
        row,
        space,
        ...(trunk === undefined ? {} : { trunk }),
        ...(line === undefined ? {} : { line }),
        ...(owner === undefined
          ? {}
          : { owner: doerFacts({ ...submitter, person: owner[0], as: "industry-member" }) }),
        submitter: doerFacts(submitter),
        labels: sorted(labels),
        at,
      }),
    );
    return {
      app: id as AppId,
      name,
      owner,
      cool,
      published: published.filter((space) => isLive(shelves, space)),
      rows,
      submitters: submittersOf(shelves, id),
    };
  });
  return sortedBy(all, ({ app }) => [app]);
}

/** Sorted, each once. */
function distinct<Item>(items: readonly Item[], texts: (item: Item) => readonly string[]): Item[] {
  const once = new Map(items.map((item) => [JSON.stringify(texts(item)), item]));
  return sortedBy([...once.values()], texts);
}

function partnerKind({ type, level }: PartnerKind): PartnerKind {
  return { ...(type === undefined ? {} : { type }), ...(level === undefined ? {} : { level }) };
}

/** Kinds of Members, sorted, each once. */
export const sortedKinds = (kinds: readonly PartnerKind[]): PartnerKind[] =>
  distinct(kinds.map(partnerKind), ({ type, level }) => [type ?? "", level ?? ""]);

/** What is still in force of an audience: its Associations, employments and departments are there. */
function inForce(shelves: Shelves, space: SpaceId, fixed: FixedAudience): AudienceFacts {
  const joined = (organization: OrganizationId, order: number): boolean =>
    shelves.one("association", space, organization)?.order === order;
  const departments = fixed.departments.filter(
    ([organization, department, order]) =>
      joined(organization, order) &&
      shelves.one("department", organization, department)?.removed === false,
  );
  const people = fixed.people.filter(([organization, person, order, number]) => {
    const employment = shelves.one("employment", organization, person);
    const same = employment?.inService === true && employment.number === number;
    return same && joined(organization, order);
  });
  return {
    partners: sortedKinds(fixed.partners),
    organizations: sorted(
      fixed.organizations.filter(([id, order]) => joined(id, order)).map(([id]) => id),
    ),
    departments: distinct(
      departments.map(([organization, department]) => [organization, department] as const),
      (each) => each,
    ),
    people: distinct(
      people.map(([organization, person]) => [organization, person] as const),
      (each) => each,
    ),
  };
}

/** The entries of an audience of one sort: `d` for departments, `p` for people. */
function listed(shelves: Shelves, space: SpaceId, app: string, sort: string) {
  const buckets = shelves
    .rows("listed", space)
    .filter(([own]) => own.startsWith(`${sort}.`) && afterSlash(own) === app);
  return buckets
    .flatMap(([, bucket]) => kept(bucket))
    .flatMap(([id, of]) => of.map((each) => [id, ...each] as const));
}

/** An audience that is kept; `number` is the permission's, `""` stands for the authorized list. */
function audienceOf(
  shelves: Shelves,
  space: SpaceId,
  app: string,
  number: string,
  { partners, organizations }: KeptAudience,
): AudienceFacts {
  const departments = listed(shelves, space, app, `${number}d`).map(
    ([id, organization, order]) => [organization, id, order] as const,
  );
  const people = listed(shelves, space, app, `${number}p`).map(
    ([id, organization, order, employment]) => [organization, id, order, employment] as const,
  );
  const fixed = { partners, organizations, departments, people } as unknown as FixedAudience;
  return inForce(shelves, space, fixed);
}

function permissionOf(
  shelves: Shelves,
  space: SpaceId,
  app: string,
  number: number,
  kept: KeptPermission,
): PermissionFacts {
  return {
    for: kept.for === null ? null : audienceOf(shelves, space, app, String(number), kept.for),
    rows: kept.rows,
    labels: kept.labels === null ? null : sorted(kept.labels),
    reports: kept.reports,
  };
}

function distributedOf(shelves: Shelves, space: SpaceId, app: string) {
  const groups = shelves
    .rows("distributed", space)
    .filter(([own]) => afterSlash(own) === app)
    .flatMap(([, bucket]) => kept(bucket))
    .flatMap(([group, of]) => of.map((each) => [group, ...each] as const))
    .filter(([, id, order]) => shelves.one("association", space, id)?.order === order);
  const pairs = groups.map(([group, organization]) => [organization, group] as const);
  return sortedBy(pairs, (pair) => pair);
}

/** What Hosts have set for their apps in live Spaces, where it is not the default. */
export function publicationsIn(shelves: Shelves): PublicationFacts[] {
  const spaces = shelves.owners("space").filter((id) => isLive(shelves, id as SpaceId));
  const all = (spaces as SpaceId[]).flatMap((space) => {
    const records = new Map(shelves.rows("publication", space));
    const permissions = new Map(shelves.rows("permission", space));
    const apps = [...new Set([...records.keys(), ...permissions.keys()])] as AppId[];
    return apps.map((app): PublicationFacts => {
      const record = records.get(app);
      return {
        space,
        app,
        published: record?.published ?? false,
        authorized:
          record?.restricted === true ? audienceOf(shelves, space, app, "", record) : null,
        permissions: (permissions.get(app)?.permissions ?? []).map((each, number) =>
          permissionOf(shelves, space, app, number, each),
        ),
        distributed: distributedOf(shelves, space, app),
      };
    });
  });
  const some = all.filter(
    ({ published, authorized, permissions, distributed }) =>
      published || authorized !== null || permissions.length > 0 || distributed.length > 0,
  );
  return sortedBy(some, ({ space, app }) => [space, app]);
}
