/** Audiences as they are given: what they name is looked up, and fixed to what it is now. */
import { firstThat } from "../core/guess.ts";
import type { SpaceId } from "../core/ids.ts";
import { distinct, firstRefusal } from "../core/lists.ts";
import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { must, read } from "../core/transaction.ts";
import { isPresent } from "../roster/select/presence.ts";
import { isMember } from "../spaces/select/spaces.ts";
import { fixedNames, fixedWith, sameBy, samePermissionsBy, textOf } from "./fixing.ts";
import type {
  Audience,
  DataPermission,
  FixedAudience,
  FixedPermission,
  PartnerKind,
} from "./model.ts";
import type { Reading } from "./select/apps.ts";

/** APP-04, PROTO-03: the people named are on the Roster through a Member; no others are looked up. */
const peopleKnown = guard(
  ["APP-04", "PROTO-03"],
  (tx: Reading, space: SpaceId, { people = [] }: Audience) => {
    const unknown = firstThat(
      people,
      ({ organization, person }) =>
        !(isMember(tx, space, organization) && isPresent(tx, space, organization, person)),
    );
    return unknown === undefined ? null : refuse("UNKNOWN_PERSON", { ...unknown });
  },
);

/** APP-04, PROTO-03: the departments named are there, at a Member; no others are looked up. */
const departmentsKnown = guard(
  ["APP-04", "PROTO-03"],
  (tx: Reading, space: SpaceId, { departments = [] }: Audience) => {
    const unknown = firstThat(
      departments,
      ({ organization, department }) =>
        !isMember(tx, space, organization) ||
        read(tx, "department", organization, department)?.removed !== false,
    );
    return unknown === undefined ? null : refuse("UNKNOWN_DEPARTMENT", { ...unknown });
  },
);

/** APP-04: the organizations named are Members; the Host, to which no list applies, is none. */
const organizationsAreMembers = guard(
  "APP-04",
  (tx: Reading, space: SpaceId, { organizations = [] }: Audience) => {
    const organization = firstThat(organizations, (each) => !isMember(tx, space, each));
    return organization === undefined ? null : refuse("NOT_A_MEMBER", { space, organization });
  },
);

/** Why audiences cannot be set, if a person or department they name is unknown to the Host. */
export function namesRefusal(tx: Reading, space: SpaceId, audiences: readonly Audience[]) {
  return (
    firstRefusal(audiences, (each) => peopleKnown(tx, space, each)) ??
    firstRefusal(audiences, (each) => departmentsKnown(tx, space, each))
  );
}

/** Why audiences cannot be set, if an organization they name is no Member. */
export function membersRefusal(tx: Reading, space: SpaceId, audiences: readonly Audience[]) {
  return firstRefusal(audiences, (each) => organizationsAreMembers(tx, space, each));
}

const kindText = ({ type, level }: PartnerKind): string =>
  JSON.stringify([type ?? null, level ?? null]);

/** An audience whose names have been found, fixed to the Associations and employments of now. */
export function fixed(tx: Reading, space: SpaceId, audience: Audience): FixedAudience {
  const { partners = [], organizations = [] } = audience;
  const order = (organization: string): number =>
    must(tx, "association", space, organization).order;
  return {
    partners: distinct(partners, kindText),
    organizations: distinct(organizations.map((id) => [id, order(id)] as const)),
    ...fixedNames(tx, audience, order),
  };
}

/** A permission with its audience fixed. */
export const fixedPermission = (
  tx: Reading,
  space: SpaceId,
  permission: DataPermission,
): FixedPermission => fixedWith(permission, (list) => fixed(tx, space, list));

const textIn = ({ partners, organizations, departments, people }: FixedAudience): string =>
  textOf([partners.map(kindText), organizations, departments, people]);

/** Whether two audiences are the same, in whatever order. */
export const sameAudience = (left: FixedAudience | null, right: FixedAudience | null): boolean =>
  sameBy(left, right, textIn);

/** Whether two lists of permissions are the same. */
export const samePermissions = (
  left: readonly FixedPermission[],
  right: readonly FixedPermission[],
): boolean => samePermissionsBy(left, right, textIn);
