/** What facts about industry books have in common. */
import type { Source } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import type { Refusal } from "../core/refusal.ts";
import type * as faces from "../core/transaction.ts";
import {
  organizationOf,
  organizationRegistered,
  sourceResponsible,
} from "../directory/select/organizations.ts";
import type { IndustryEvents, IndustryFacts } from "./model.ts";
import type { IndustryReads } from "./select/book.ts";

/** What decides on facts about industry books. */
export type Deciding = faces.Deciding<IndustryReads, IndustryEvents>;

/** What a fact says of somebody of the book, and of an employee. */
type Of<Data, Kind> = Extract<Data, { readonly kind: Kind }>;
export type MemberSaid = Of<IndustryFacts["industry.changed"], "member">;
export type StaffSaid = Of<IndustryFacts["industry.changed"], "staff">;

/**
 * What is passed over is said of a member by a name of its own: an employee may go by the same id, and have
 * another since (DIR-14).
 */
export function about({ kind, organization, person }: IndustryFacts["industry.left"]): object {
  return kind === "member" ? { organization, member: person } : { organization, person };
}

/** Runs `happen` for a fact of an organization about its own book, unless the organization has ended. */
export function ofBook<Refused extends Refusal>(
  tx: Deciding,
  { from, data }: { readonly from: Source; readonly data: IndustryFacts["industry.left"] },
  happen: () => Refused | null,
) {
  const { organization } = data;
  const refusal = organizationRegistered(tx, organization) ?? sourceResponsible(from, organization);
  if (refusal !== null) return refusal;
  if (!organizationOf(tx, organization).ended) return happen();
  passOver(tx, "organization-ended", about(data));
  return null;
}

/** Whether two sets hold the same. */
export function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each) => right.includes(each));
}
