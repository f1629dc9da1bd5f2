/** Whom of a Space's Downstream people something is for (APP-04, PARTNER-02). */
import type { Audience } from "../../apps/model.ts";
import type { OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { sorted, sortedBy } from "./canonical.ts";
import { hasDepartment } from "./departments.ts";
import type { AudienceFacts, PermissionFacts } from "./facts-model-areas.ts";
import { findMember } from "./lists.ts";
import { isOfKind, sortedKinds } from "./partner-kinds.ts";
import { isBelow } from "./pools.ts";
import { whichApply } from "./rank.ts";
import { isPair } from "./settings.ts";
import type { Space, State } from "./state.ts";
import type { Listed, Pair, Permission } from "./state-areas.ts";
import { isRostered } from "./visibility.ts";

/** The codes of what an audience names: Members, departments of Members, Members' people present. */
export function audienceCodes(
  state: State,
  space: Space,
  { organizations = [], departments = [], people = [] }: Audience,
): RefusalCode[] {
  const isMember = (id: OrganizationId) => findMember(state, space, id) !== undefined;
  return whichApply([
    [
      "UNKNOWN_PERSON",
      people.some((each) => !isMember(each.organization) || !isRostered(state, space, each)),
    ],
    [
      "UNKNOWN_DEPARTMENT",
      departments.some(
        ({ organization, department }) =>
          !isMember(organization) || !hasDepartment(state, organization, department),
      ),
    ],
    ["NOT_A_MEMBER", !organizations.every(isMember)],
  ]);
}

/** An audience as the model keeps it. */
export function listedOf(audience: Audience): Listed {
  const { partners = [], organizations = [], departments = [], people = [] } = audience;
  return { partners, organizations, departments, people };
}

/** Whether an audience covers a Member as a whole. */
function coversMember(
  state: State,
  space: Space,
  { partners, organizations }: Listed,
  organization: OrganizationId,
): boolean {
  const member = findMember(state, space, organization);
  return (
    member !== undefined &&
    (organizations.includes(organization) || partners.some((kind) => isOfKind(kind, member)))
  );
}

/** Whether an audience covers somebody of a Member; `null` covers everybody. */
export function covers(
  state: State,
  space: Space,
  audience: Listed | null,
  identity: Pair,
): boolean {
  if (audience === null) return true;
  const { organization } = identity;
  const departments = audience.departments.filter((each) => each.organization === organization);
  return (
    coversMember(state, space, audience, organization) ||
    audience.people.some((each) => isPair(each, identity)) ||
    isBelow(
      state,
      identity,
      departments.map((each) => each.department),
    )
  );
}

/** Whether an audience covers a Member or names something of it (ALERT-01). */
export function concerns(
  state: State,
  space: Space,
  audience: Listed | null,
  organization: OrganizationId,
): boolean {
  if (audience === null || coversMember(state, space, audience, organization)) return true;
  const { departments, people } = inForce(state, audience);
  return [...departments, ...people].some(([each]) => each === organization);
}

/** What of an audience is in force, in one order. */
export function inForce(state: State, audience: Listed): AudienceFacts {
  const { partners, organizations, departments, people } = audience;
  return {
    partners: sortedKinds(partners),
    organizations: sorted(organizations),
    departments: sortedBy(
      departments
        .filter(({ organization, department }) => hasDepartment(state, organization, department))
        .map(({ organization, department }) => [organization, department] as const),
      (each) => each,
    ),
    people: sortedBy(
      people.map(({ organization, person }) => [organization, person] as const),
      (each) => each,
    ),
  };
}

/** What of a permission is in force. */
export function permissionInForce(
  state: State,
  { for: audience, rows, labels, reports }: Permission,
): PermissionFacts {
  return {
    for: audience === null ? null : inForce(state, audience),
    rows,
    labels: labels === null ? null : sorted(labels),
    reports,
  };
}
