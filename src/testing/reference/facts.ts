/** Describes everything visible, to compare with the engine's own description after every step. */
import type { OrganizationId } from "../../core/ids.ts";
import type { SharedFields } from "../../spaces/model.ts";
import { fieldsOf, said, sorted, sortedBy } from "./canonical.ts";
import { departmentsOf } from "./departments.ts";
import { describeAreas, published } from "./facts-areas.ts";
import type {
  AssociationFacts,
  OrganizationFacts,
  PersonFacts,
  ReferenceFacts,
  SpaceFacts,
} from "./facts-model.ts";
import type { IdentityFacts } from "./facts-model-areas.ts";
import { describeHierarchies } from "./hierarchy-facts.ts";
import { describeIndustry } from "./industry-facts.ts";
import { usesOf } from "./invitations.ts";
import { announced } from "./leaving.ts";
import { describeEnd } from "./lifetimes.ts";
import { hostedBy, joinedBy, membersOf } from "./lists.ts";
import { foldersOf } from "./members.ts";
import { describePause } from "./pauses.ts";
import { colleague, serving } from "./people.ts";
import { capOf, presenceOf } from "./roster.ts";
import { rulesInForce } from "./scopes.ts";
import { isPair } from "./settings.ts";
import { hidingInForce, showingInForce } from "./sight-settings.ts";
import type {
  Association,
  Employment,
  Identity,
  Organization,
  Space,
  State,
  World,
} from "./state.ts";
import { registeredSuccessor } from "./succession.ts";

function rulesOfAssociation(state: State, association: Association): AssociationFacts["rules"] {
  return sortedBy(
    rulesInForce(state, association).map(({ kind, id, rule }) => [kind, id, rule] as const),
    ([kind, id]) => [kind, id],
  );
}

/** Who is counterpart between a Member and the Host, and whether they were told that these are too few. */
function counterpartFacts({ counterparts: { own, host, told } }: Association) {
  return {
    ...(own.length === 0 ? {} : { ownCounterparts: own.map(pair) }),
    ...(host.length === 0 ? {} : { hostCounterparts: host.map(pair) }),
    ...(told ? { unattended: true as const } : {}),
  };
}

/** Whether it is hidden and from whom not, if anything of that is in force. */
function hidingFacts(state: State, association: Association): Pick<AssociationFacts, "hiding"> {
  const hiding = hidingInForce(state, association);
  const isSet = hiding.hidden || Object.values(hiding.except).some((each) => each.length > 0);
  return isSet ? { hiding } : {};
}

function associationFacts(state: State, association: Association): AssociationFacts {
  const { organization, folder, types, level, whole } = association;
  return {
    organization,
    folder,
    visibility: showingInForce(state, association),
    ...hidingFacts(state, association),
    types: sorted(types),
    level,
    ...said(association.fields),
    ...announced(association),
    ...(association.suspended ? { suspended: true } : {}),
    ...counterpartFacts(association),
    whole,
    rules: rulesOfAssociation(state, association),
  };
}

/** Whom somebody reports to, if to anybody. */
function managerFacts(state: State, employment: Employment): Pick<PersonFacts, "manager"> {
  const manager = colleague(state, employment, employment.manager);
  return manager === null ? {} : { manager: manager.person };
}

/** Who stands in for somebody, if anybody ever does. */
function standInFacts(state: State, own: Employment): Pick<PersonFacts, "standIns"> {
  const those = state.standIns
    .filter((each) => isPair(each, own) && colleague(state, own, each.standIn) !== null)
    .sort((one, other) => one.from - other.from)
    .map(({ standIn: { person: standIn }, from, until, apps }) => ({
      ...{ standIn, from, until },
      ...(apps === null ? {} : { apps }),
    }));
  return those.length === 0 ? {} : { standIns: those };
}

/** The full lists that are not settled, if there are any. */
function listFacts(state: State, id: OrganizationId): Pick<OrganizationFacts, "lists"> {
  const lists = state.fullLists.flatMap(({ organization, list, at, status }) =>
    organization === id && status !== "settled" && status !== "dropped"
      ? [{ list, at, status }]
      : [],
  );
  return lists.length === 0 ? {} : { lists: sortedBy(lists, ({ list }) => [list]) };
}

function directoryFacts(
  state: State,
  id: OrganizationId,
): Pick<OrganizationFacts, "admins" | "people" | "departments" | "lists"> {
  const people = sortedBy(serving(state, id), ({ person }) => [person]);
  return {
    admins: people.flatMap(({ person, admin }) => (admin === null ? [] : [{ person, ...admin }])),
    people: people.map((employment) => ({
      person: employment.person,
      number: employment.given,
      departments: sorted(employment.departments),
      fields: fieldsOf(employment.fields),
      probation: employment.probation,
      heads: sorted(employment.heads),
      roles: sorted(employment.roles),
      successor: registeredSuccessor(state, employment),
      ...managerFacts(state, employment),
      ...(employment.suspended ? { suspended: true } : {}),
      ...standInFacts(state, employment),
    })),
    departments: sortedBy(
      departmentsOf(state, id).map(({ id: department, parent, name, dormant }) => ({
        department,
        parent,
        name,
        ...(dormant === null ? {} : { dormant }),
      })),
      ({ department }) => [department],
    ),
    ...listFacts(state, id),
  };
}

function bookFacts(bookFields: SharedFields): Pick<OrganizationFacts, "bookFields"> {
  return Object.keys(bookFields).length === 0 ? {} : { bookFields };
}

function organizationFacts(state: State, organization: Organization): OrganizationFacts {
  const { id, name, certified, edition, sso, ended, batchInvitation, expansion } = organization;
  const directory = ended ? { admins: [], people: [], departments: [] } : directoryFacts(state, id);
  return {
    organization: id,
    name,
    certified,
    edition,
    sso,
    ended,
    ...(organization.suspended && !ended ? { suspended: true } : {}),
    batchInvitation,
    expansion,
    ...(ended ? {} : bookFacts(organization.bookFields)),
    hosted: sorted(hostedBy(state, id).map((space) => space.id)),
    joined: sorted(joinedBy(state, id).map((space) => space.id)),
    ...directory,
  };
}

function pair({ organization, person }: Identity): IdentityFacts {
  return [organization, person];
}

function formerFacts({ formerFields }: State, id: Space["id"]): Pick<SpaceFacts, "formerFields"> {
  const own = formerFields.filter(({ space }) => space === id);
  if (own.length === 0) return {};
  return {
    formerFields: sortedBy(
      own.map(({ organization, fields }) => [organization, fields] as const),
      ([organization]) => [organization],
    ),
  };
}

function spaceFacts(world: World, space: Space): SpaceFacts {
  const { state } = world;
  const { id, name, host, dissolved } = space;
  const { present, waiting } = presenceOf(state, space);
  const associations = state.associations.filter((each) => each.space === id);
  const pending = state.applications.filter(
    (each) => each.space === id && each.status === "pending" && !dissolved,
  );
  return {
    space: id,
    name,
    host,
    dissolved,
    cap: dissolved ? 0 : capOf(world, space),
    roster: sortedBy(present.map(pair), (identity) => identity),
    waiting: waiting.map(pair),
    members: membersOf(state, space).map((member) => member.organization),
    associations: sortedBy(
      associations.map((each) => associationFacts(state, each)),
      (each) => [each.organization],
    ),
    folders: sortedBy(
      (dissolved ? [] : foldersOf(state, id)).map(({ id: folder, parent, name: label }) => ({
        folder,
        parent,
        name: label,
      })),
      ({ folder }) => [folder],
    ),
    ...formerFacts(state, id),
    pending: sorted(pending.map((each) => each.id)),
    offered: published(state, id, "organization"),
    home: published(state, id, "space"),
  };
}

/** Describes everything visible. */
export function describeWorld(world: World): ReferenceFacts {
  const { organizations, spaces, applications, invitations } = world.state;
  return {
    organizations: sortedBy(
      organizations.map((each) => organizationFacts(world.state, each)),
      ({ organization }) => [organization],
    ),
    spaces: sortedBy(
      spaces.map((each) => spaceFacts(world, each)),
      ({ space }) => [space],
    ),
    applications: sortedBy(
      applications.map(({ id: application, space, organization, ...rest }) => ({
        ...{ application, space, organization, status: rest.status, reason: rest.reason },
        ...describeEnd(rest.end, undefined),
        ...describePause(rest.reapplyFrom),
      })),
      ({ application }) => [application],
    ),
    invitations: sortedBy(
      invitations.map(({ id: invitation, ...rest }) => ({
        invitation,
        ...rest,
        uses: usesOf(world.state, invitation),
      })),
      ({ invitation }) => [invitation],
    ),
    ...describeAreas(world.state),
    ...describeHierarchies(world.state),
    ...describeIndustry(world.state),
  };
}
