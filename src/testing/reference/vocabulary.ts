/** Words of the rulebook that the model reads and that the areas' own vocabulary may not have yet. */
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Command, Fact } from "../../core/input.ts";
import type { Notice, Recipient } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import type { PersonFields } from "../../directory/model.ts";

/** Whom a fact is about; without a number, the employment in force as of its time (DIR-01). */
interface OfPerson {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  readonly number?: number;
}

/** Further facts, by type. */
export interface FurtherFacts {
  /** From the organization. An employment that ended is in force again (RESIGN-06). */
  readonly "person.reinstated": OfPerson & {
    readonly departments?: readonly DepartmentId[];
    readonly fields?: PersonFields;
  };
  /** From the organization. One more step of a complete list (DIR-08). */
  readonly "directory.continued": { readonly organization: OrganizationId; readonly list: string };
}

/** Further commands, by type. */
interface FurtherCommands {
  /** By an authorized admin: departments that are dormant are removed (DIR-10). */
  readonly "department.confirm-removal": {
    readonly organization: OrganizationId;
    readonly departments: readonly DepartmentId[];
  };
}

/** A further command. */
export type FurtherCommand = {
  [Type in keyof FurtherCommands]: Command<Type, FurtherCommands[Type]>;
}[keyof FurtherCommands];

/** A further fact. */
export type FurtherFact = {
  [Type in keyof FurtherFacts]: Fact<Type, FurtherFacts[Type]>;
}[keyof FurtherFacts];

/** Fields of the policy that it may not have yet. */
interface FurtherPolicy {
  /** Which departures a full list takes back: those that lists inferred, any, none (RESIGN-06). */
  readonly listReinstates: "inferred" | "any" | "never";
  /** Whether people who are suspended keep their licenses (DIR-17). */
  readonly suspendedSeats: "keep" | "release";
  /** Missing people or departments below which no share holds a list (DIR-07). */
  readonly reconciliationHoldAtLeast: number;
  /** People who leave or come back in one step of a list (DIR-08). */
  readonly reconciliationStep: number;
  /** Days between the first list that lacks a department and the one that removes it (DIR-10). */
  readonly departmentMissingDays: number;
}

const furtherDefaults: FurtherPolicy = {
  listReinstates: "never",
  suspendedSeats: "keep",
  reconciliationHoldAtLeast: 5,
  reconciliationStep: 500,
  departmentMissingDays: 7,
};

/** The policy with those fields. */
export function withFurther(policy: Policy): Policy & FurtherPolicy {
  return { ...furtherDefaults, ...policy };
}

/** The notice that somebody is back, but for what was not given back (RESIGN-07). */
export function backNotice(
  to: readonly Recipient[],
  data: {
    readonly identity: { readonly organization: OrganizationId; readonly person: PersonId };
    readonly spaces: readonly SpaceId[];
  },
): Notice {
  return { kind: "COUNTERPART_BACK", to, data } as unknown as Notice;
}

/** The notice that settings of an organization name a department that is gone, and how many (DIR-11). */
export function inertNotice(organization: OrganizationId, count: number): Notice {
  const to: readonly Recipient[] = [{ kind: "authorized-admins", organization }];
  return { kind: "SETTINGS_INERT", to, data: { count } } as unknown as Notice;
}

/** The organization for which a task is assigned, if it is said (HAND-08). */
export function assignedFor(data: object): OrganizationId | undefined {
  return (data as { readonly organization?: OrganizationId }).organization;
}
