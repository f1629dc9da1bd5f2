/** Whom below a Trunk a distribution is for, as the tree is now. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { DepartmentOf, Identity } from "../../core/notice.ts";
import { view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { isPresentFor } from "../../roster/select/book.ts";
import { nodeIsThere, officesHeldBy } from "../../roster/select/offices.ts";
import { peopleWithStakes } from "../../roster/select/stakes.ts";
import type { InTrunk } from "../../spaces/model.ts";
import { levelUnder, reachedBy, reaches, ticketWith } from "../../spaces/select/trunks.ts";
import type {
  DistributionRecord,
  FixedTrunkAudience,
  FixedTrunkPermission,
  KeptTrunkAudience,
  KeptTrunkPermission,
} from "../model.ts";
import type { AppBelow, Reading } from "./apps.ts";
import { listsOf, namesDepartment, namesPerson } from "./audience.ts";
import type { AudiencePlace } from "./keys.ts";

type PlaceBelow = Extract<AudiencePlace, InTrunk>;

/** What a list says of organizations as a whole. */
type Whole = Pick<FixedTrunkAudience, "organizations" | "mounts" | "labels" | "levels">;

/** MOUNT-02: whether what is mounted at a department is meant by another one: that itself, or one below it. */
const isMountedWithin = view(
  "MOUNT-02",
  (tx: Reading, trunk: OrganizationId, mount: DepartmentId, named: DepartmentId): boolean =>
    mount === named || read(tx, "department", trunk, mount)?.ancestors.includes(named) === true,
);

/** Whether a list names one organization that stands for those below it too, or stands alone. */
function names(
  tx: Reading,
  trunk: OrganizationId,
  { organizations, mounts, labels }: Whole,
  organization: OrganizationId,
  counts: (alone: boolean) => boolean,
): boolean {
  const order = ticketWith(tx, trunk, organization);
  if (organizations.some(([id, at, alone]) => id === organization && at === order && counts(alone)))
    return true;
  const link = read(tx, "link", trunk, organization);
  if (link === null) return false;
  const { mount } = link;
  return (
    labels.some(([label, alone]) => link.labels.includes(label) && counts(alone)) ||
    (mount !== null &&
      mounts.some(([each, alone]) => counts(alone) && isMountedWithin(tx, trunk, mount, each)))
  );
}

/**
 * DIST-02: whether a list takes an organization in as a whole, on the tree of this moment: by its level, by
 * its own name, label or mount, or by those of one through which it is reached.
 */
const takesIn = view(
  "DIST-02",
  (tx: Reading, trunk: OrganizationId, list: Whole, organization: OrganizationId): boolean => {
    const level = levelUnder(tx, organization, trunk);
    if (level === null) return false;
    return (
      list.levels.includes(level) ||
      [...reachedBy(tx, trunk, organization)].some((each) =>
        names(tx, trunk, list, each, (alone) => each === organization || !alone),
      )
    );
  },
);

/**
 * INDUSTRY-02: whether a distribution is for an organization as a whole: the Trunk reaches it, and there is no
 * list, or one that takes it in.
 */
export const coversWhole = (
  tx: Reading,
  trunk: OrganizationId,
  distribution: DistributionRecord,
  organization: OrganizationId,
): boolean =>
  distribution.restricted
    ? takesIn(tx, trunk, distribution, organization)
    : reaches(tx, trunk, organization);

/** DIST-02: whether somebody holds an office of a role that a list names. */
const holdsRole = view(
  "DIST-02",
  (
    tx: Reading,
    trunk: OrganizationId,
    { roles }: Pick<FixedTrunkAudience, "roles">,
    identity: Identity,
  ): boolean =>
    roles.length > 0 &&
    officesHeldBy(tx, identity, trunk).some(
      ({ role, node }) => roles.includes(role) && nodeIsThere(tx, node),
    ),
);

/** Whether anybody of an organization does: whoever holds an office of a Trunk has a stake in it. */
const anyHolds = (
  tx: Reading,
  trunk: OrganizationId,
  list: Pick<FixedTrunkAudience, "roles">,
  organization: OrganizationId,
): boolean =>
  list.roles.length > 0 &&
  peopleWithStakes(tx, trunk, organization).some((person) =>
    holdsRole(tx, trunk, list, { organization, person }),
  );

/** Whether a list of a Trunk, or the audience of a permission, covers an identity. */
export function coversByList(
  tx: Reading,
  place: PlaceBelow,
  list: KeptTrunkAudience,
  identity: Identity,
): boolean {
  const { organization } = identity;
  const { trunk } = place;
  if (takesIn(tx, trunk, list, organization)) return true;
  if (holdsRole(tx, trunk, list, identity)) return true;
  const order = ticketWith(tx, trunk, organization);
  return (
    order !== null &&
    (namesPerson(tx, place, list, order, identity) ||
      namesDepartment(tx, place, list, order, identity))
  );
}

/** Whether a Trunk's app is for an identity that is present for it, as far as its list goes. */
export const coversBelow = (
  tx: Reading,
  { trunk, app }: AppBelow,
  distribution: DistributionRecord,
  identity: Identity,
): boolean =>
  !distribution.restricted ||
  coversByList(tx, { trunk, app, permission: null }, distribution, identity);

/** DIST-03: whether an organization is covered: as a whole, or by something of it that the list names. */
export const isCovered = view(
  ["DIST-02", "DIST-03"],
  (
    tx: Reading,
    place: AppBelow,
    distribution: DistributionRecord,
    organization: OrganizationId,
  ): boolean => {
    const { trunk, app } = place;
    if (!reaches(tx, trunk, organization)) return false;
    if (!distribution.restricted || takesIn(tx, trunk, distribution, organization)) return true;
    if (anyHolds(tx, trunk, distribution, organization)) return true;
    const order = ticketWith(tx, trunk, organization);
    const { departments, people } = listsOf(tx, { trunk, app, permission: null }, distribution);
    return (
      departments.some(
        ([id, department, at]) =>
          id === organization &&
          at === order &&
          read(tx, "department", id, department)?.removed === false,
      ) ||
      people.some(
        ([id, person, at, number]) =>
          id === organization &&
          at === order &&
          read(tx, "employment", id, person)?.number === number &&
          isPresentFor(tx, trunk, { organization: id, person }),
      )
    );
  },
);

/** An audience that is kept, with everything that it names. */
function audienceBelow(
  tx: Reading,
  place: PlaceBelow,
  list: KeptTrunkAudience,
): FixedTrunkAudience {
  const { organizations, mounts, labels, levels, roles } = list;
  return { organizations, mounts, labels, levels, roles, ...listsOf(tx, place, list) };
}

/** The permissions through a Trunk as they are kept. */
export const permissionsBelow = (
  tx: Reading,
  { trunk, app }: AppBelow,
): readonly KeptTrunkPermission[] =>
  read(tx, "distribution-permission", trunk, app)?.permissions ?? [];

/** What of a list stands: without what is void, for the organization is not below as it was. */
function standing(tx: Reading, trunk: OrganizationId, list: FixedTrunkAudience) {
  const isBelow = (organization: OrganizationId, order: number): boolean =>
    ticketWith(tx, trunk, organization) === order;
  return {
    ...list,
    organizations: list.organizations.filter(([id, order]) => isBelow(id, order)),
    departments: list.departments.filter(([id, , order]) => isBelow(id, order)),
    people: list.people.filter(([id, , order]) => isBelow(id, order)),
  };
}

const isRemoved = (tx: Reading, { organization, department }: DepartmentOf): boolean =>
  read(tx, "department", organization, department)?.removed === true;

/** DIR-11: the departments that a list names and that were removed, the Trunk's own among them. */
export function inertBelow(
  tx: Reading,
  trunk: OrganizationId,
  list: FixedTrunkAudience,
): DepartmentOf[] {
  const { mounts, departments } = standing(tx, trunk, list);
  return [
    ...mounts.map(([department]) => ({ organization: trunk, department })),
    ...departments.map(([organization, department]) => ({ organization, department })),
  ].filter((each) => isRemoved(tx, each));
}

/** What of a list is in force: what stands of it, without departments that were removed. */
export function inForceBelow(
  tx: Reading,
  trunk: OrganizationId,
  list: FixedTrunkAudience,
): FixedTrunkAudience {
  const stands = standing(tx, trunk, list);
  return {
    ...stands,
    mounts: stands.mounts.filter(
      ([department]) => !isRemoved(tx, { organization: trunk, department }),
    ),
    departments: stands.departments.filter(
      ([organization, department]) => !isRemoved(tx, { organization, department }),
    ),
  };
}

/** What is kept of an app below its Trunk, with everything that it names; `null`: a list of everybody. */
export function settingsBelow(
  tx: Reading,
  place: AppBelow,
): {
  readonly list: FixedTrunkAudience | null;
  readonly permissions: readonly FixedTrunkPermission[];
} {
  const { trunk, app } = place;
  const distribution = read(tx, "distribution", trunk, app);
  const whole = { trunk, app, permission: null };
  return {
    list: distribution?.restricted === true ? audienceBelow(tx, whole, distribution) : null,
    permissions: permissionsBelow(tx, place).map((each, permission) => ({
      ...each,
      for: each.for === null ? null : audienceBelow(tx, { trunk, app, permission }, each.for),
    })),
  };
}
