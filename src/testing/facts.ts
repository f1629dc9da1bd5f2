/** Describes everything visible in a World as the reference model describes what it knows. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import type { Records } from "../engine/types.ts";
import type { World } from "../engine/world.ts";
import type { CounterpartsList, HidingExceptions } from "../spaces/model.ts";
import { personCapInForce } from "../spaces/select/limits.ts";
import { appsIn, publicationsIn, sortedKinds } from "./facts-apps.ts";
import { flowsIn, instancesIn, parkingIn } from "./facts-flows.ts";
import { hierarchiesIn, pauseOf } from "./facts-hierarchy.ts";
import { inIds } from "./facts-ids.ts";
import { industryIn } from "./facts-industry.ts";
import { groupsIn, poolsIn } from "./facts-licenses.ts";
import { afterSlash, kept, paged, type Shelves, shelvesOf } from "./index-by-owner.ts";
import { fieldsOf, said, sorted, sortedBy } from "./reference/canonical.ts";
import type {
  AssociationFacts,
  OrganizationFacts,
  ReferenceFacts,
  SpaceFacts,
} from "./reference/facts-model.ts";

function peopleOf(shelves: Shelves, organization: OrganizationId): OrganizationFacts["people"] {
  const entries = shelves.rows("people", organization).flatMap(([, bucket]) => kept(bucket));
  const people = entries.map(([person, [number]]) => {
    const employment = shelves.one("employment", organization, person);
    return {
      person,
      number: employment?.given ?? number,
      departments: sorted(employment?.departments ?? []),
      fields: fieldsOf(employment?.fields ?? { name: "" }),
      probation: employment?.probation ?? false,
      heads: sorted(employment?.heads ?? []).filter(
        (id) => shelves.one("department", organization, id)?.removed === false,
      ),
      roles: sorted(employment?.roles ?? []),
      successor: colleagueOf(shelves, organization, employment?.successor ?? null),
      ...managerOf(shelves, organization, employment?.manager ?? null),
      ...(employment?.suspended === undefined ? {} : { suspended: true as const }),
      ...standInsOf(shelves, organization, person),
    };
  });
  return sortedBy(people, ({ person }) => [person]);
}

/** Which colleagues stand in for somebody for periods, be they over or not. */
function standInsOf(
  shelves: Shelves,
  organization: OrganizationId,
  person: PersonId,
): Pick<OrganizationFacts["people"][number], "standIns"> {
  const periods = shelves.one("stand-ins", organization, person)?.periods ?? [];
  const standIns = periods.flatMap(({ standIn: named, from, until, apps }) => {
    const standIn = colleagueOf(shelves, organization, named);
    return standIn === null
      ? []
      : [{ ...{ standIn, from, until }, ...(apps === undefined ? {} : { apps }) }];
  });
  return standIns.length === 0 ? {} : { standIns };
}

function managerOf(
  shelves: Shelves,
  organization: OrganizationId,
  named: Records["employment"]["manager"],
): Pick<OrganizationFacts["people"][number], "manager"> {
  const manager = colleagueOf(shelves, organization, named);
  return manager === null ? {} : { manager };
}

/** A colleague named under an employment, if in service under it. */
function colleagueOf(
  shelves: Shelves,
  organization: OrganizationId,
  registered: Records["employment"]["successor"],
): PersonId | null {
  if (registered === null) return null;
  const employment = shelves.one("employment", organization, registered.person);
  const same = employment?.inService === true && employment.number === registered.number;
  return same ? registered.person : null;
}

function departmentsOf(
  shelves: Shelves,
  organization: OrganizationId,
): OrganizationFacts["departments"] {
  const entries = shelves.rows("tree", organization).flatMap(([, page]) => page.entries);
  return sortedBy(
    entries.map(({ department, parent, name, dormant }) => ({
      department,
      parent,
      name,
      ...(dormant === undefined ? {} : { dormant }),
    })),
    ({ department }) => [department],
  );
}

/** Full lists that are not settled; absent if there are none. */
function listsOf(shelves: Shelves, organization: OrganizationId): Pick<OrganizationFacts, "lists"> {
  const lists = shelves.one("directory", organization)?.lists ?? [];
  const items = lists.flatMap((list) => {
    const record = shelves.one("list", organization, list);
    if (record === undefined) return [];
    const status = record.state === "due" ? "complete" : record.state;
    return [{ list, at: record.at, status } as const];
  });
  return items.length === 0 ? {} : { lists: sortedBy(items, ({ list }) => [list]) };
}

/** What an organization has said of fields in its own book. */
function bookFieldsOf(
  shelves: Shelves,
  organization: OrganizationId,
): Pick<OrganizationFacts, "bookFields"> {
  const bookFields = shelves.one("trunk", organization)?.fields;
  return bookFields === undefined ? {} : { bookFields };
}

function organizationFacts(shelves: Shelves, id: string): OrganizationFacts {
  const organization = id as OrganizationId;
  const record = shelves.one("organization", id) as Records["organization"];
  const { ended } = record;
  const admins = record.admins.map(({ person, role, spacePermission, hierarchyPermission }) => ({
    person,
    role,
    spacePermission,
    ...(hierarchyPermission === undefined ? {} : { hierarchyPermission }),
  }));
  return {
    organization,
    name: record.name,
    certified: record.certified,
    edition: record.edition,
    sso: record.sso,
    ended,
    ...(record.suspended === true && !ended ? { suspended: true as const } : {}),
    batchInvitation: record.batchInvitation,
    expansion: record.expansion,
    ...(ended ? {} : bookFieldsOf(shelves, organization)),
    hosted: sorted(record.hosted),
    joined: sorted(record.joined),
    admins: sortedBy(admins, ({ person }) => [person]),
    people: ended ? [] : peopleOf(shelves, organization),
    departments: ended ? [] : departmentsOf(shelves, organization),
    ...(ended ? {} : listsOf(shelves, organization)),
  };
}

function rulesOf(shelves: Shelves, space: string, organization: string): AssociationFacts["rules"] {
  const rules = shelves.rows("ruled", space).flatMap(([own, bucket]) => {
    if (afterSlash(own) !== organization) return [];
    const kind = own.startsWith("d") ? "department" : "person";
    // What names a department that is gone has no effect, but as an exclusion, which shows elsewhere.
    const stands = (id: string) =>
      kind === "person" || shelves.one("department", organization, id)?.removed === false;
    return kept(bucket)
      .filter(([id]) => stands(id))
      .map(([id, rule]) => [kind, id, rule] as const);
  });
  return sortedBy(rules, ([kind, id]) => [kind, id]);
}

/** What the pages of a setting of sight name, as far as it is in force. */
function sightNamed(
  shelves: Shelves,
  kind: "shown" | "excepted",
  space: string,
  organization: string,
): HidingExceptions {
  const pages = shelves
    .rows(kind, space)
    .flatMap(([own, page]) => (afterSlash(own) === organization ? [page] : []));
  const stands = ([each, order]: readonly [OrganizationId, number, ...unknown[]]) =>
    shelves.one("association", space, each)?.order === order;
  const departments = pages
    .flatMap((page) => page.departments)
    .filter(stands)
    .filter(([each, , id]) => shelves.one("department", each, id)?.removed === false)
    .map(([each, , department]) => ({ organization: each, department }));
  const organizations = pages.flatMap((page) => page.organizations).filter(stands);
  return {
    organizations: sorted(organizations.map(([each]) => each)),
    kinds: sortedKinds(pages.flatMap(({ kinds }) => kinds)),
    departments: sortedBy(departments, (each) => [each.organization, each.department]),
  };
}

function visibilityOf(
  shelves: Shelves,
  space: string,
  own: string,
  { visibility }: Records["association"],
): AssociationFacts["visibility"] {
  const { kind } = visibility;
  if (kind === "own" || kind === "all") return { kind };
  const { kinds, departments } = sightNamed(shelves, "shown", space, own);
  if (kind === "kinds") return { kind, kinds };
  const meant = visibility.organizations.filter(
    ([organization, order]) => shelves.one("association", space, organization)?.order === order,
  );
  const organizations = sorted(meant.map(([organization]) => organization));
  return { kind, organizations, ...(departments.length === 0 ? {} : { departments }) };
}

/** Whether a Member is hidden, and whom that does not bind, if anything is in force of it. */
function hidingOf(
  shelves: Shelves,
  space: string,
  own: string,
  { hidden }: Records["association"],
): Pick<AssociationFacts, "hiding"> {
  const except = sightNamed(shelves, "excepted", space, own);
  const isSet = hidden === true || Object.values(except).some((each) => each.length > 0);
  return isSet ? { hiding: { hidden: hidden === true, except } } : {};
}

/** Who is counterpart between a Member and the Host, and whether they were told that these are too few. */
function counterpartsOf(shelves: Shelves, space: string, member: string) {
  const record = shelves.one("counterparts", space, member);
  const host = shelves.one("space", space)?.host;
  if (record === undefined || host === undefined) return {};
  const of = (organization: string, { people }: CounterpartsList) =>
    people.map(([person]) => [organization as OrganizationId, person] as const);
  return {
    ...(record.own.people.length === 0 ? {} : { ownCounterparts: of(member, record.own) }),
    ...(record.host.people.length === 0 ? {} : { hostCounterparts: of(host, record.host) }),
    ...(record.unattended === undefined ? {} : { unattended: record.unattended }),
  };
}

function associationsOf(shelves: Shelves, space: string): AssociationFacts[] {
  const all = shelves.rows("association", space).map(([own, record]) => ({
    organization: own as OrganizationId,
    folder: record.folder,
    visibility: visibilityOf(shelves, space, own, record),
    ...hidingOf(shelves, space, own, record),
    types: sorted(record.types),
    level: record.level,
    ...said(record.fields ?? {}),
    ...(record.leaving === undefined ? {} : { leaving: record.leaving }),
    ...(record.suspended === undefined ? {} : { suspended: record.suspended }),
    ...counterpartsOf(shelves, space, own),
    whole: record.whole,
    rules: rulesOf(shelves, space, own),
  }));
  return sortedBy(all, ({ organization }) => [organization]);
}

/** What Members that are gone last said of fields. */
function formerFieldsOf(shelves: Shelves, space: string): Pick<SpaceFacts, "formerFields"> {
  const former = shelves
    .rows("applicant", space)
    .flatMap(([own, { fields }]) =>
      fields === undefined ? [] : [[own as OrganizationId, fields] as const],
    );
  return former.length === 0 ? {} : { formerFields: sortedBy(former, ([own]) => [own]) };
}

function spaceFacts(shelves: Shelves, id: string, policy: Policy): SpaceFacts {
  const record = shelves.one("space", id) as Records["space"];
  const host = shelves.one("organization", record.host) as Records["organization"];
  const { name, dissolved } = record;
  const roster = shelves
    .rows("roster", id)
    .flatMap(([, bucket]) => kept(bucket))
    .flatMap(([natural, through]) =>
      through.map(([each, , person]) => [each, person ?? natural] as const),
    );
  const folders = paged(shelves.rows("folders", id)).map(({ folder, parent, name: label }) => ({
    folder,
    parent,
    name: label,
  }));
  return {
    space: id as SpaceId,
    name,
    host: record.host,
    dissolved,
    cap: dissolved ? 0 : personCapInForce(record, host, policy),
    roster: sortedBy(roster, (identity) => identity),
    waiting: paged(shelves.rows("waiting", id)).map(([, organization, person]) => [
      organization,
      person,
    ]),
    members: paged(shelves.rows("members", id)).map(([, organization]) => organization),
    associations: associationsOf(shelves, id),
    ...formerFieldsOf(shelves, id),
    folders: dissolved ? [] : sortedBy(folders, ({ folder }) => [folder]),
    pending: dissolved
      ? []
      : sorted(paged(shelves.rows("pending", id)).map(([, application]) => application)),
    offered: dissolved ? [] : paged(shelves.rows("offered", id)).map(([, app]) => app),
    home: dissolved ? [] : paged(shelves.rows("home", id)).map(([, app]) => app),
  };
}

/** Describes everything visible in a World, in the terms of the reference model. */
export function factsOf(world: World, policy: Policy): ReferenceFacts {
  const shelves = shelvesOf(world);
  const applications = shelves.owners("application").flatMap((id) => {
    const record = shelves.one("application", id) as Records["application"];
    if ("trunk" in record) return [];
    const { space, organization, status, reason, expiresAt } = record;
    const end = expiresAt === undefined ? {} : { expiresAt };
    const pause = pauseOf(shelves.one("applicant", space, organization), id);
    return { application: id as never, space, organization, status, reason, ...end, ...pause };
  });
  const invitations = shelves.owners("invitation").flatMap((id) => {
    const record = shelves.one("invitation", id) as Records["invitation"];
    if ("trunk" in record) return [];
    const { space, form, expiresAt, maxUses, invited, open, uses } = record;
    const terms = { space, form, expiresAt, maxUses, invited };
    const only = record.for === undefined ? {} : { for: record.for };
    return { invitation: id as never, ...terms, ...only, revoked: !open, uses };
  });
  const facts: ReferenceFacts = {
    organizations: sorted(shelves.owners("organization")).map((id) =>
      organizationFacts(shelves, id),
    ),
    spaces: sorted(shelves.owners("space")).map((id) => spaceFacts(shelves, id, policy)),
    applications: sortedBy(applications, ({ application }) => [application]),
    invitations: sortedBy(invitations, ({ invitation }) => [invitation]),
    pools: poolsIn(shelves),
    groups: groupsIn(shelves),
    apps: appsIn(shelves),
    publications: publicationsIn(shelves),
    flows: flowsIn(shelves),
    instances: instancesIn(shelves),
    parking: parkingIn(shelves),
    ...hierarchiesIn(shelves, world),
    ...industryIn(shelves),
  };
  return shelves.owners("aliases").length === 0 ? facts : inIds(world, facts);
}
