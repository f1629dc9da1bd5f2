/** Full lists from the source, absorbed as the difference to what is known. Nothing newer is undone. */

import type { OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import { saidUnder } from "./departments.ts";
import { type Deciding, numberOf, ofLiving, orElse } from "./facts.ts";
import { completeList, enterPart, passPart, whyNoPart } from "./lists.ts";
import type { DirectoryFact, EmploymentRecord, ListedPerson } from "./model.ts";
import { hire, sameFields, setFields } from "./people.ts";
import {
  departmentsReported,
  existing,
  passNowhere,
  placesBy,
  sameSet,
  underBy,
} from "./placements.ts";
import { reconcileDepartments, unlistedParent } from "./reconciliation-departments.ts";
import { relocate } from "./relocating.ts";
import { retentionOf } from "./select/inert.ts";
import { setSuspended } from "./suspending.ts";

type ReconciledFact = OfType<DirectoryFact, "directory.reconciled">;
type Line = ListedPerson & { readonly index: number };

/** A fact with one part of a full list. */
export function reconcile(tx: Deciding, fact: ReconciledFact, policy: Policy) {
  return ofLiving(tx, fact, () =>
    orElse(partReported(tx, fact.data), () => {
      const why = whyNoPart(tx, fact);
      if (why !== null) {
        passPart(tx, fact.data, why);
        return;
      }
      enterPart(tx, fact);
      absorbPart(tx, fact, policy);
      completeList(tx, fact.data, policy);
    }),
  );
}

/** PROTO-03: what a part leans on is known, or named by itself. */
function partReported(tx: Deciding, { organization, part }: ReconciledFact["data"]) {
  if (part.kind === "departments") return unlistedParent(tx, organization, part.departments);
  const named = new Set(part.people.flatMap(({ departments = [] }) => departments));
  return departmentsReported(tx, organization, [...named]);
}

/** What a part names takes effect at once. */
function absorbPart(
  tx: Deciding,
  { data: { organization, part }, at }: ReconciledFact,
  policy: Policy,
): void {
  if (part.kind === "departments") {
    reconcileDepartments(tx, organization, part.departments, at);
    return;
  }
  for (const [index, each] of part.people.entries()) {
    absorb(tx, organization, { ...each, index }, at, policy);
  }
}

/** Hires, relocates and changes one listed person, unless something newer is known of them. */
const absorb = effect(
  ["ROSTER-05", "ROSTER-07", "ROSTER-11"],
  (tx: Deciding, organization: OrganizationId, line: Line, at: number, policy: Policy): void => {
    const { person, fields } = line;
    const known = read(tx, "employment", organization, person);
    const isNew = known === null || isLaterEmployment(known, line);
    if (isNew || !known.inService) {
      // A line is no word that somebody was hired: a leaver stays out for as long as a departure may be undone.
      const mayBeHired = isNew || isOver(known, line, at, policy);
      const why = (known?.at ?? at) > at ? "older-time" : mayBeHired ? null : "reported-left";
      if (why !== null) passOver(tx, why, line, line.index);
      else {
        const { number = Number.POSITIVE_INFINITY, ...unnumbered } = hireOf(line);
        const isLower = !isNew && number <= numberOf(known);
        hire(tx, { organization, ...(isLower ? unnumbered : hireOf(line)) }, line.index);
        if (isLower) passOver(tx, "older-number", line, line.index);
        setSuspended(tx, organization, line);
      }
      return;
    }
    const { departments = known.departments } = line;
    const there = existing(tx, organization, departments);
    const moves = !sameSet(there, known.departments);
    const differs = !sameFields(fields, known.fields);
    const confirms = known.probation && line.probation === false;
    const was = known.suspended !== undefined;
    const turns = line.suspended !== undefined && line.suspended !== was;
    if (known.at > at) {
      if (moves || differs || confirms || turns) passOver(tx, "older-time", line, line.index);
      return;
    }
    const to = placesBy(tx, organization, departments);
    passNowhere(tx, organization, departments, line.index);
    const now = underBy(to, known);
    const bars = !sameSet(now, known.under ?? []);
    takeNumber(tx, organization, known, line);
    const named = { organization, person, number: known.number };
    const from = known.departments;
    if (moves || bars) {
      relocate(tx, { ...named, departments: to.departments, from, ...saidUnder(now) });
    }
    if (differs) setFields(tx, { ...named, fields });
    if (confirms) emit(tx, "person.confirmed", named);
    setSuspended(tx, organization, line);
  },
);

/**
 * Whether a line is so late after a departure that it is more likely about somebody who came back, or
 * somebody else; one with the number of that employment never is.
 */
function isOver(employment: EmploymentRecord, line: Line, at: number, policy: Policy): boolean {
  const { ended = employment.at } = employment.times;
  return line.number !== numberOf(employment) && at >= ended + retentionOf(policy);
}

/** A line as a hire says it. */
const hireOf = ({ index: _, suspended: __, departments = [], ...line }: Line) => ({
  ...line,
  departments,
});

/** Whether a line is about an employment later than the one known, by the source's own numbers. */
const isLaterEmployment = ({ given }: EmploymentRecord, { number = 0 }: Line): boolean =>
  given !== null && number > given;

/**
 * DIR-03: the first number of the source for an employment that had the library's is adopted if it is
 * higher. A lower one counts as none: a list is no late copy, and a corrected number shuts nobody out.
 */
const takeNumber = effect(
  "DIR-03",
  (tx: Deciding, organization: OrganizationId, known: EmploymentRecord, line: Line): void => {
    const { person, number } = line;
    if (number === undefined || number === numberOf(known)) return;
    if (number > numberOf(known)) emit(tx, "person.numbered", { organization, person, number });
    else passOver(tx, "older-number", line, line.index);
  },
);
