/** The parts of a view that are no question's answer. */

import { allEntries } from "../../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import { must, read } from "../../core/transaction.ts";
import type {
  EmploymentRecord,
  OrganizationRecord,
  PeopleEntry,
  TreeEntry,
} from "../../directory/model.ts";
import { actorIsAble } from "../../directory/select/able.ts";
import { peopleOf } from "../../directory/select/keys.ts";
import { heldFacts, heldLists } from "../../directory/select/lists.ts";
import { organizationOf } from "../../directory/select/organizations.ts";
import { readTree } from "../../directory/select/tree.ts";
import type { Reading } from "../../queries/handler.ts";
import type { Viewer } from "../../queries/model.ts";
import type { ApplicationRecord, InSpace } from "../../spaces/model.ts";

/** An application to a Space. */
export type SpaceApplication = Extract<ApplicationRecord, InSpace>;

/** The Spaces to which an organization relates, and the applications it knows of. */
export interface Related {
  readonly hosted: readonly SpaceId[];
  readonly joined: readonly SpaceId[];
  readonly applied: readonly SpaceId[];
  readonly invited: readonly SpaceId[];
  readonly applications: readonly (readonly [string, SpaceApplication])[];
}

/** What a viewer knows of an employment. */
export type EmploymentSeen = Pick<
  EmploymentRecord,
  "number" | "departments" | "fields" | "probation" | "heads" | "roles" | "successor" | "suspended"
>;

/** What a viewer knows of its own organization's directory, and of applications by or to it. */
export interface OwnDirectory {
  /** The viewer's own employment; `null` if there is none. */
  readonly employment: EmploymentSeen | null;
  /** Whether nothing suspends the viewer; the rest is as if, because notices go on reaching them. */
  readonly able: boolean;
  /** The rest is for authorized admins. */
  readonly organization: Omit<OrganizationRecord, "hosted" | "joined" | "revisions"> | null;
  readonly departments: readonly Pick<TreeEntry, "department" | "parent" | "name">[];
  readonly people: readonly (EmploymentSeen & { readonly person: PersonId })[];
  readonly held: readonly string[];
  readonly heldFacts: readonly string[];
  readonly applications: readonly (Pick<
    SpaceApplication,
    "space" | "organization" | "status" | "at" | "whole"
  > & {
    readonly application: string;
    /** Whether the applicant is no more, so that it can only be rejected. */
    readonly ended: boolean;
  })[];
}

function employmentOf(
  tx: Reading,
  organization: OrganizationId,
  person: PersonId,
): EmploymentSeen | null {
  const record = read(tx, "employment", organization, person);
  if (record === null || !record.inService) return null;
  const { number, departments, fields, probation, heads, roles, successor, suspended } = record;
  const known = { number, departments, fields, probation, heads, roles, successor };
  return suspended === undefined ? known : { ...known, suspended };
}

/** A viewer's own employment, and for an admin the directory it manages. */
export function ownDirectory(
  tx: Reading,
  viewer: Viewer,
  related: Related,
  manages: boolean,
): OwnDirectory {
  const { organization, person } = viewer;
  const employment = viewer.as === undefined ? employmentOf(tx, organization, person) : null;
  const able = actorIsAble(tx, viewer) === null;
  if (!manages) {
    return {
      employment,
      able,
      organization: null,
      departments: [],
      people: [],
      held: [],
      heldFacts: [],
      applications: [],
    };
  }
  const {
    hosted: _hosted,
    joined: _joined,
    revisions: _revisions,
    ...rest
  } = organizationOf(tx, organization);
  return {
    employment,
    able,
    organization: rest,
    departments: [...readTree(tx, organization).values()].map(({ department, parent, name }) => ({
      department,
      parent,
      name,
    })),
    people: peopleInService(tx, organization),
    held: heldLists(tx, organization),
    heldFacts: heldFacts(tx, organization),
    applications: related.applications.map(([application, record]) => {
      const { space, organization: applicant, status, at, whole } = record;
      const { ended } = organizationOf(tx, applicant);
      return { application, space, organization: applicant, status, at, whole, ended };
    }),
  };
}

function peopleInService(tx: Reading, organization: OrganizationId): OwnDirectory["people"] {
  const index = must(tx, "directory", organization).people;
  return allEntries<PeopleEntry>(tx, peopleOf(organization), index)
    .sort((left, right) => left[2] - right[2])
    .flatMap(([person]) => {
      const employment = employmentOf(tx, organization, person);
      return employment === null ? [] : [{ person, ...employment }];
    });
}
