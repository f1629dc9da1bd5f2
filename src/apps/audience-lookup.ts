/** Audiences as they are given: what they name is looked up, and fixed to what it is now. */
import { firstThat } from "../core/guess.ts";
import type { SpaceId } from "../core/ids.ts";
import { distinct, firstRefusal } from "../core/lists.ts";
import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { must, read } from "../core/transaction.ts";
import { isPresent } from "../roster/select/presence.ts";
import { isMember } from "../spaces/select/spaces.ts";
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
  const { partners = [], organizations = [], departments = [], people = [] } = audience;
  const order = (organization: string): number =>
    must(tx, "association", space, organization).order;
  return {
    partners: distinct(partners, kindText),
    organizations: distinct(organizations.map((id) => [id, order(id)] as const)),
    departments: distinct(
      departments.map(({ organization, department }) => {
        return [organization, department, order(organization)] as const;
      }),
    ),
    people: distinct(
      people.map(({ organization, person }) => {
        const { number } = must(tx, "employment", organization, person);
        return [organization, person, order(organization), number] as const;
      }),
    ),
  };
}

/** A permission with its audience fixed. */
export function fixedPermission(
  tx: Reading,
  space: SpaceId,
  permission: DataPermission,
): FixedPermission {
  const { rows = null, labels = null, reports = false } = permission;
  return {
    for: permission.for === undefined ? null : fixed(tx, space, permission.for),
    rows,
    labels: labels === null ? null : [...new Set(labels)],
    reports,
  };
}

/** Whether two audiences are the same, in whatever order. */
export function sameAudience(left: FixedAudience | null, right: FixedAudience | null): boolean {
  return left === null || right === null ? left === right : textsOf(left) === textsOf(right);
}

function textsOf({ partners, organizations, departments, people }: FixedAudience): string {
  const lists = [organizations, departments, people].map((list) =>
    list.map((entry) => JSON.stringify(entry)),
  );
  return JSON.stringify([partners.map(kindText), ...lists].map((texts) => texts.sort()));
}

/** Whether two lists of permissions are the same. */
export function samePermissions(
  left: readonly FixedPermission[],
  right: readonly FixedPermission[],
): boolean {
  return (
    left.length === right.length &&
    left.every((one, i) => {
      const other = right[i] as FixedPermission;
      return (
        one.rows === other.rows &&
        one.reports === other.reports &&
        sameAudience(one.for, other.for) &&
        JSON.stringify(one.labels?.slice().sort()) === JSON.stringify(other.labels?.slice().sort())
      );
    })
  );
}
