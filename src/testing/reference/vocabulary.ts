/** Words of the rulebook that the model reads and that the areas' own vocabulary may not have yet. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Fact } from "../../core/input.ts";
import type { Approver } from "../../flows/model.ts";

/** Whom a rule appoints; heads are those `levelsUp` departments up, 0 to 63, 0 if left out (FLOW-21). */
export type Appointing =
  | Exclude<Approver, { readonly kind: "initiator-heads" }>
  | { readonly kind: "initiator-heads"; readonly levelsUp?: number }
  | { readonly kind: "initiator-manager" };

/** Whom a fact is about; without a number, the employment in force as of its time (DIR-01). */
interface OfPerson {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  readonly number?: number;
  readonly revision?: number;
}

/** A department that somebody comes into, or goes out of; all their others stay (DIR-12). */
interface OneDepartment extends OfPerson {
  readonly department: DepartmentId;
}

/** Further facts, by type. */
export interface FurtherFacts {
  /** From the organization. Whom a person reports to; `null` is nobody (FLOW-20). */
  readonly "person.manager-changed": OfPerson & {
    readonly manager: { readonly person: PersonId; readonly number?: number } | null;
  };
  /** From the organization. */
  readonly "person.department-entered": OneDepartment;
  /** From the organization. */
  readonly "person.department-left": OneDepartment;
}

/** A further fact. */
export type FurtherFact = {
  [Type in keyof FurtherFacts]: Fact<Type, FurtherFacts[Type]>;
}[keyof FurtherFacts];
