/** Words of the rulebook that the model reads and that the areas' own vocabulary may not have yet. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { Command, Fact } from "../../core/input.ts";
import type { Notice, Recipient } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";

/** Further facts, by type. */
export interface FurtherFacts {
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
  suspendedSeats: "keep",
  reconciliationHoldAtLeast: 5,
  reconciliationStep: 500,
  departmentMissingDays: 7,
};

/** The policy with those fields. */
export function withFurther(policy: Policy): Policy & FurtherPolicy {
  return { ...furtherDefaults, ...policy };
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
