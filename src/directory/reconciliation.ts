/** Full lists from the source, absorbed as the difference to what is known. Nothing newer is undone. */

import type { OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import { reportsAsListed, setListedManager } from "./appointments.ts";
import { saidUnder } from "./departments.ts";
import { isLaterEmployment, type Line, lineWithin } from "./extents.ts";
import { type Deciding, ofLiving, orElse } from "./facts.ts";
import { completeList, enterPart, passPart, whyNoPart } from "./lists.ts";
import type { DirectoryFact } from "./model.ts";
import { hire, outnumbers, sameFields, setFields } from "./people.ts";
import {
  departmentsReported,
  existing,
  passNowhere,
  placesBy,
  sameSet,
  underBy,
} from "./placements.ts";
import { reconcileDepartments, unlistedParent } from "./reconciliation-departments.ts";
import { adoptNumber } from "./reinstating.ts";
import { relocate } from "./relocating.ts";
import { absorbReturn } from "./returning.ts";
import { numberOf } from "./select/numbers.ts";
import { whyNotListed } from "./select/sources.ts";
import { takeOver, vouchFor } from "./sources.ts";
import { setSuspended } from "./suspending.ts";

type ReconciledFact = OfType<DirectoryFact, "directory.reconciled">;

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
function partReported(tx: Deciding, { organization, extent, part }: ReconciledFact["data"]) {
  const full = extent !== undefined && "departments" in extent ? extent.departments : [];
  const unknown = departmentsReported(tx, organization, full);
  if (unknown !== null) return unknown;
  if (part.kind === "departments") return unlistedParent(tx, organization, part.departments);
  const named = new Set(part.people.flatMap(({ departments = [] }) => departments));
  return departmentsReported(tx, organization, [...named]);
}

/** What a part names takes effect at once. */
function absorbPart(tx: Deciding, { data, at }: ReconciledFact, policy: Policy): void {
  const { organization, part } = data;
  if (part.kind === "departments") {
    reconcileDepartments(tx, data, part.departments, at);
    return;
  }
  const lines: Line[] = [];
  for (const [index, each] of part.people.entries()) {
    const line = lineWithin(tx, data, { ...each, index }, at);
    if (line === null) continue;
    lines.push(line);
    absorb(tx, organization, line, at, policy);
  }
  // Whoever is named by any of them may be another one's manager.
  for (const line of lines) setListedManager(tx, organization, line, at);
}

/** Hires, relocates and changes one listed person, unless something newer is known of them. */
const absorb = effect(
  ["ROSTER-05", "ROSTER-07", "ROSTER-11"],
  (tx: Deciding, organization: OrganizationId, line: Line, at: number, policy: Policy): void => {
    const { person, fields, source, brought } = line;
    const about = { organization, person };
    const known = read(tx, "employment", organization, person);
    const isNew = known === null || isLaterEmployment(known, line);
    if (isNew || !known.inService) {
      const became = isNew ? null : absorbReturn(tx, policy, organization, known, line, at);
      const isOlder = isNew && known !== null && known.at > at;
      const why = isOlder ? "older-time" : (became ?? "hire");
      if (why === "back") return;
      if (why !== "hire") {
        passOver(tx, why, line, line.index);
        const vouches = known?.inService === true && !whyNotListed(known, source, at, policy);
        if (vouches) vouchFor(tx, about, source);
      } else {
        const { number = Number.POSITIVE_INFINITY, ...unnumbered } = hireOf(line);
        const isLower =
          known === null
            ? !outnumbers(tx, { organization, ...line })
            : !isNew && number <= numberOf(known);
        hire(tx, { organization, ...(isLower ? unnumbered : hireOf(line)) }, line.index);
        if (isLower) passOver(tx, "older-number", line, line.index);
        setSuspended(tx, organization, line);
      }
      return;
    }
    const whyNot = whyNotListed(known, source, at, policy);
    if (whyNot !== null) {
      passOver(tx, whyNot, line, line.index);
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
      const reports = reportsAsListed(tx, { organization, person, ...known }, line.manager, at);
      if (moves || differs || confirms || turns || !reports)
        passOver(tx, "older-time", line, line.index);
      // Whom a source names it vouches for, however much newer what is known of them.
      vouchFor(tx, about, source);
      return;
    }
    const to = placesBy(tx, organization, departments);
    passNowhere(tx, organization, departments, line.index);
    const now = underBy(to, known);
    const bars = !sameSet(now, known.under ?? []);
    adoptNumber(tx, known, { organization, ...line }, line.index);
    const named = { ...about, number: known.number };
    const from = known.departments;
    if (moves || bars) {
      relocate(tx, { ...named, departments: to.departments, from, ...saidUnder(now) });
    }
    if (differs) setFields(tx, { ...named, fields });
    if (confirms) emit(tx, "person.confirmed", named);
    setSuspended(tx, organization, line);
    vouchFor(tx, about, source, brought && to.departments.filter((each) => brought.includes(each)));
    if (source === undefined && moves) takeOver(tx, about, line.beyond);
  },
);

/** A line as a hire says it. */
const hireOf = ({ index: _, suspended: __, manager: ___, ...line }: Line) => {
  const { brought: ____, beyond: _____, departments = [], ...rest } = line;
  return { ...rest, departments };
};
