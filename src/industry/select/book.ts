/** What others ask about industry books: who is in one, who guards whom, who leads which nodes. */
import { allEntries } from "../../core/hashed.ts";
import type { NodeId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Actor, AsMember } from "../../core/input.ts";
import type { Doer, Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import type * as faces from "../../core/transaction.ts";
import { read } from "../../core/transaction.ts";
import type { DirectoryRecords } from "../../directory/model.ts";
import { employmentOf, isOwnDoing } from "../../directory/select/under.ts";
import type { IndustryMemberRecord, IndustryRecords, WardsEntry } from "../model.ts";
import { wardsOfGuardian } from "./keys.ts";

/** What decisions about industry books read. */
export type IndustryReads = IndustryRecords & DirectoryRecords;
export type Reading = faces.Reading<IndustryReads>;

/** What asks for no more than who has done something. */
type Reads = faces.Reading<
  Pick<IndustryRecords, "industry-member"> & Pick<DirectoryRecords, "employment" | "former">
>;

/** As what somebody acts; an employee says nothing of it. */
type Way = { readonly as?: AsMember | undefined };

/** Whether somebody acts as industry member, and not as an employee: two ways, be it one person or two. */
export const actsAsMember = ({ as }: Way): boolean => as !== undefined;

/** Who somebody is, whatever else is said of them: organization, person, and whether as industry member. */
export const doerOf = ({ organization, person, as }: Identity & Way): Doer =>
  as === undefined ? { organization, person } : { organization, person, as };

/** Somebody who is in an organization's industry book now, or `null`. */
export function memberInBook(
  tx: faces.Reading<Pick<IndustryRecords, "industry-member">>,
  { organization, person }: Identity,
): IndustryMemberRecord | null {
  const record = read(tx, "industry-member", organization, person);
  return record?.inBook === true ? record : null;
}

/** INDUSTRY-01: whoever acts as industry member is in the book of the organization acted for. */
export const actorIsInBook = guard("INDUSTRY-01", (tx: Reading, by: Actor) => {
  if (!("organization" in by)) return refuse("ACTING_ORG_INVALID", { organization: null });
  const { organization } = by;
  return memberInBook(tx, { organization, person: by.person }) === null
    ? refuse("ACTING_ORG_INVALID", { organization })
    : null;
});

/** Under which employment, or as of which time in the book, somebody does something. */
export function underOf(tx: Reads, doer: Doer): number | null {
  if (doer.as === undefined) return employmentOf(tx, doer);
  return memberInBook(tx, doer)?.number ?? null;
}

/** HAND-07: whether something was done by whoever has that employment, or is in the book for that time, now. */
export function isDoingOf(tx: Reads, doer: Doer, under: number | null): boolean {
  if (doer.as === undefined) return isOwnDoing(tx, doer, under);
  return under !== null && underOf(tx, doer) === under;
}

/** The wards of an industry member, as guardianship stands now (INDUSTRY-04). */
export function wardsOf(tx: Reading, { organization, person }: Identity): readonly PersonId[] {
  const guardian = read(tx, "guardian", organization, person);
  if (guardian === null) return [];
  const where = wardsOfGuardian(organization, person);
  const now = memberInBook(tx, { organization, person })?.number;
  return allEntries<WardsEntry>(tx, where, guardian.wards)
    .filter(([, number]) => number === now)
    .map(([ward]) => ward);
}

/** INDUSTRY-01: what an employee leads is said of an employment, and ends with it. */
const isOfEmployment = view("INDUSTRY-01", (staff: number, now: number): boolean => staff === now);

/** The nodes that somebody leads under the employment they have now. */
export function nodesLedBy(tx: Reading, { organization, person }: Identity): readonly NodeId[] {
  const staff = read(tx, "industry-staff", organization, person);
  const employment = read(tx, "employment", organization, person);
  if (staff === null || employment?.inService !== true) return [];
  return isOfEmployment(staff.number, employment.number) ? staff.nodes : [];
}

/** The nodes of somebody of the book, if they are there for that time still. */
export function nodesOfMember(
  tx: Reading,
  organization: OrganizationId,
  [person, number]: readonly [PersonId, number],
): readonly NodeId[] {
  const member = memberInBook(tx, { organization, person });
  return member?.number === number ? member.nodes : [];
}
