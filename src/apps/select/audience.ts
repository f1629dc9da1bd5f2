/** Whom an authorized list or a data permission covers. */
import { allEntries, entryOf } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { DepartmentOf, Identity } from "../../core/notice.ts";
import { view } from "../../core/rule.ts";
import { independently, read } from "../../core/transaction.ts";
import { standingOf } from "../../roster/select/standing.ts";
import type { AssociationRecord, Container, InSpace } from "../../spaces/model.ts";
import { isTrunk } from "../../spaces/select/container.ts";
import { isOfKind } from "../../spaces/select/partner-kinds.ts";
import { associationOf } from "../../spaces/select/spaces.ts";
import { ticketWith } from "../../spaces/select/trunks.ts";
import type {
  FixedAudience,
  KeptAudience,
  KeptLists,
  KeptTrunkAudience,
  ListedEntry,
  PublicationRecord,
} from "../model.ts";
import type { AppAt, AppIn, Reading } from "./apps.ts";
import { type AudiencePlace, listedIn } from "./keys.ts";

type Entry = ListedEntry;

/** A Member as audiences look at it. */
export interface MemberSeen {
  readonly organization: OrganizationId;
  readonly association: Pick<AssociationRecord, "order" | "types" | "level">;
}

/**
 * PARTNER-02, APP-04, APP-06: whether an audience covers a whole Member, as the Member is now: one
 * that joined later, or whose type was set later, needs nothing more.
 */
export const coversMember = view(
  ["PARTNER-02", "APP-04", "APP-06"],
  (audience: Pick<KeptAudience, "partners" | "organizations">, member: MemberSeen): boolean =>
    audience.partners.some((kind) => isOfKind(kind, member.association)) ||
    audience.organizations.some(
      ([organization, order]) =>
        organization === member.organization && order === member.association.order,
    ),
);

/** Whether an audience names somebody, under the Association, or Link, and the employment they have now. */
export function namesPerson(
  tx: Reading,
  place: AudiencePlace,
  audience: KeptLists,
  order: number,
  { organization, person }: Identity,
): boolean {
  const entry = entryOf<Entry>(tx, listedIn(place, "people"), audience.people, person);
  return (
    entry?.[1].some(
      (each) =>
        each[0] === organization &&
        each[1] === order &&
        each[2] === read(tx, "employment", organization, person)?.number,
    ) === true
  );
}

/** Whether an audience names a department that somebody is in, or one above it. */
export function namesDepartment(
  tx: Reading,
  place: AudiencePlace,
  audience: KeptLists,
  order: number,
  { organization, person }: Identity,
): boolean {
  if (audience.departments.count === 0) return false;
  const where = listedIn(place, "departments");
  const covers = (department: DepartmentId): boolean =>
    entryOf<Entry>(tx, where, audience.departments, department)?.[1].some(
      (each) => each[0] === organization && each[1] === order,
    ) === true;
  return standingOf(tx, organization, person).chains.some((chain) => chain.some(covers));
}

type AudienceInSpace = Extract<AudiencePlace, InSpace>;

/** Whether an audience covers an identity of a Member. */
export function covers(
  tx: Reading,
  place: AudienceInSpace,
  audience: KeptAudience,
  identity: Identity,
): boolean {
  const { organization } = identity;
  // Looked at together with whether they are in the Space at all: their organization may have left.
  const association = associationOf(tx, place.space, organization);
  if (association === null) return false;
  if (coversMember(audience, { organization, association })) return true;
  const { order } = association;
  return (
    namesPerson(tx, place, audience, order, identity) ||
    namesDepartment(tx, place, audience, order, identity)
  );
}

/** Whether an app is for an identity of a Member, as far as its authorized list goes (APP-04). */
export function isAuthorized(tx: Reading, { space, app }: AppIn, identity: Identity): boolean {
  const publication = read(tx, "publication", space, app);
  if (publication === null || !publication.restricted) return true;
  return covers(tx, { space, app, permission: null }, publication, identity);
}

/**
 * Whether the list or a data permission of an app, in a Space or below a Trunk, names an identity, under the
 * Association, or the chains of Links, and the employment it has now.
 */
export function isNamed(tx: Reading, place: AppAt, identity: Identity): boolean {
  return whereNamed(tx, place, identity).length > 0;
}

/** Where it does: `null` is the authorized list, a number the permission in that place. */
export function whereNamed(tx: Reading, place: AppAt, identity: Identity): (number | null)[] {
  const order = orderAt(tx, place, identity.organization);
  if (order === null) return [];
  const named: (number | null)[] = [];
  independently(tx, audiencesAt(tx, place), ([permission, audience]) => {
    if (namesPerson(tx, { ...place, permission }, audience, order, identity)) {
      named.push(permission);
    }
  });
  return named;
}

/**
 * The order of an organization's Association with a Space, or the ticket under which it is below a Trunk:
 * what tells it from a former one; `null`: it is not there.
 */
export const orderAt = (tx: Reading, of: Container, organization: OrganizationId): number | null =>
  isTrunk(of)
    ? ticketWith(tx, of.trunk, organization)
    : (associationOf(tx, of.space, organization)?.order ?? null);

/** What is kept of an app's list (`null`), and of each of its permissions that is for somebody. */
export function audiencesAt(
  tx: Reading,
  place: AppAt,
): (readonly [permission: number | null, audience: KeptAudience | KeptTrunkAudience])[] {
  const { app } = place;
  const list = isTrunk(place)
    ? read(tx, "distribution", place.trunk, app)
    : read(tx, "publication", place.space, app);
  const record = isTrunk(place)
    ? read(tx, "distribution-permission", place.trunk, app)
    : read(tx, "permission", place.space, app);
  const permissions = [...(record?.permissions ?? []).entries()];
  return [
    ...(list === null ? [] : [[null, list] as const]),
    ...permissions.flatMap(([i, each]) => (each.for === null ? [] : [[i, each.for] as const])),
  ];
}

/** How often the list (`null`), or the permissions, of an app were set as a whole. */
export function timesSet(tx: Reading, place: AppAt, permission: number | null): number {
  const record = isTrunk(place)
    ? read(tx, "distribution", place.trunk, place.app)
    : read(tx, "publication", place.space, place.app);
  const { lists = 0, permits = 0 } = record ?? {};
  return permission === null ? lists : permits;
}

/** The departments and people that are kept of an audience. */
export function listsOf(
  tx: Reading,
  place: AudiencePlace,
  audience: KeptLists,
): Pick<FixedAudience, "departments" | "people"> {
  const departments = allEntries<Entry>(
    tx,
    listedIn(place, "departments"),
    audience.departments,
  ).flatMap(([id, of]) =>
    of.map(([organization, order]) => [organization, id as DepartmentId, order] as const),
  );
  const people = allEntries<Entry>(tx, listedIn(place, "people"), audience.people).flatMap(
    ([id, of]) =>
      of.map(
        ([organization, order, employment]) =>
          [organization, id as PersonId, order, employment] as const,
      ),
  );
  return { departments, people };
}

/** An audience that is kept, with everything that it names. */
export function audienceOf(
  tx: Reading,
  place: AudiencePlace,
  audience: KeptAudience,
): FixedAudience {
  const { partners, organizations } = audience;
  return { partners, organizations, ...listsOf(tx, place, audience) };
}

/** The authorized list as it is kept; `null`: everybody is authorized. */
export function authorizedList(
  tx: Reading,
  { space, app }: AppIn,
  publication: PublicationRecord | null,
): FixedAudience | null {
  if (publication?.restricted !== true) return null;
  return audienceOf(tx, { space, app, permission: null }, publication);
}

/** DIR-11: the departments of an audience that were removed, at Members of now. */
export function inertIn(
  tx: Reading,
  space: AppIn["space"],
  { departments }: Pick<FixedAudience, "departments">,
): DepartmentOf[] {
  return departments
    .filter(
      ([id, department, order]) =>
        associationOf(tx, space, id)?.order === order &&
        read(tx, "department", id, department)?.removed === true,
    )
    .map(([organization, department]) => ({ organization, department }));
}

/**
 * What of an audience is in force: entries of the Associations that there are now, and of departments
 * that are there. Employments that ended have taken their entries with them.
 */
export function inForce(
  tx: Reading,
  space: AppIn["space"],
  audience: FixedAudience,
): FixedAudience {
  const { partners, organizations, departments, people } = audience;
  const stands = (organization: OrganizationId, order: number): boolean =>
    associationOf(tx, space, organization)?.order === order;
  return {
    partners,
    organizations: organizations.filter(([id, order]) => stands(id, order)),
    departments: departments.filter(
      ([id, department, order]) =>
        stands(id, order) && read(tx, "department", id, department)?.removed === false,
    ),
    people: people.filter(([id, , order]) => stands(id, order)),
  };
}
