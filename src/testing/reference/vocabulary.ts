/** Words of the rulebook that the model reads and that the areas' own vocabulary may not have yet. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
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

interface OfOrganization {
  readonly organization: OrganizationId;
  readonly revision?: number;
}

/** Further facts, by type. */
export interface FurtherFacts {
  /** From the organization. Whom a person reports to; `null` is nobody (FLOW-20). */
  readonly "person.manager-changed": OfPerson & {
    readonly manager: { readonly person: PersonId; readonly number?: number } | null;
  };
  /** From the organization. In service and in place, and unable to act (DIR-17). */
  readonly "person.suspended": OfPerson & { readonly standIn?: PersonId };
  /** From the organization. */
  readonly "person.resumed": OfPerson;
  /** From the platform. All its people are as if suspended (DIR-18). */
  readonly "organization.suspended": OfOrganization;
  /** From the platform. */
  readonly "organization.resumed": OfOrganization;
}

/** Fields of the policy that it may not have yet. */
export interface FurtherPolicy {
  /** Whether others go on using the apps of a Host that is suspended (DIR-18); `open` if left out. */
  readonly suspendedHostApps?: "open" | "closed";
  /** Whether people who are suspended keep their licenses (DIR-17); `keep` if left out. */
  readonly suspendedSeats?: "keep" | "release";
}

/** A further fact. */
export type FurtherFact = {
  [Type in keyof FurtherFacts]: Fact<Type, FurtherFacts[Type]>;
}[keyof FurtherFacts];
