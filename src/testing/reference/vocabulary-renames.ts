/** Words of people and departments that get other ids, which the areas' own vocabulary may not have yet (D9). */
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Fact } from "../../core/input.ts";
import type { Identity, Notice, Recipient } from "../../core/notice.ts";

/** The facts that say so (DIR-14, DIR-16). */
interface RenamingFacts {
  readonly "person.renamed": {
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly number?: number;
    readonly to: PersonId;
  };
  readonly "department.renamed-id": {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
    readonly to: DepartmentId;
    readonly revision?: number;
  };
}

/** One of them. */
export type RenamingFact = {
  [Type in keyof RenamingFacts]: Fact<Type, RenamingFacts[Type]>;
}[keyof RenamingFacts];

/** The notice that somebody cannot have an id that somebody else has, or had (DIR-14). */
export function personFlagged(organization: OrganizationId, person: PersonId): Notice {
  const to: readonly Recipient[] = [{ kind: "authorized-admins", organization }];
  const data = { organization, person, reason: "id-in-use" };
  return { kind: "PERSON_FLAGGED", to, data } as unknown as Notice;
}

/** The notice that a department cannot have an id that another has, or had (DIR-16). */
export function departmentFlagged(organization: OrganizationId, department: DepartmentId): Notice {
  const to: readonly Recipient[] = [{ kind: "authorized-admins", organization }];
  const data = { organization, department, reason: "id-in-use" };
  return { kind: "DEPARTMENT_FLAGGED", to, data } as unknown as Notice;
}

/** The notice that somebody has another id, with those of the Spaces left that the hearers are in (DIR-14). */
export function renamedNotice(
  to: readonly Recipient[],
  from: Identity,
  now: Identity,
  spaces: readonly SpaceId[],
): Notice {
  const data = { from, to: now, spaces };
  return { kind: "COUNTERPART_RENAMED", to, data } as unknown as Notice;
}

/** The id of the time, beside the present one, where that is another; for answers about the past. */
export function formerly(then: PersonId, now: PersonId): { readonly formerly?: PersonId } {
  return then === now ? {} : { formerly: then };
}
