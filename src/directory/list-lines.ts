/** What lines of full lists say of people: the difference to what is known. Nothing newer is undone. */
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import { reportsAsListed, setListedManager } from "./appointments.ts";
import { saidUnder } from "./departments.ts";
import { isLaterEmployment, type Line, lineWithin } from "./extents.ts";
import type { Deciding } from "./facts.ts";
import type { ListedPerson } from "./model.ts";
import { hire, outnumbers, sameFields, setFields } from "./people.ts";
import { existing, passNowhere, placesBy, sameSet, underBy } from "./placements.ts";
import { adoptNumber } from "./reinstating.ts";
import { relocate } from "./relocating.ts";
import { absorbReturn, type Room } from "./returning.ts";
import type { ExtentOf } from "./select/extents.ts";
import { numberOf } from "./select/numbers.ts";
import { whyNotListed } from "./select/sources.ts";
import { takeOver, vouchFor } from "./sources.ts";
import { setSuspended } from "./suspending.ts";

/** How lines are followed: what their list is full for, as of when, and how many may still come back. */
export interface Following extends ExtentOf {
  readonly at: number;
  readonly policy: Policy;
  readonly room: Room;
  /** Takes the lines for which there is no room. */
  readonly putOff: Line[];
}

/** Follows a line as far as its list is full for it; gives that, or `null` if it is for nothing of it. */
export function followLine(
  tx: Deciding,
  following: Following,
  said: ListedPerson & { readonly index: number },
): Line | null {
  const line = lineWithin(tx, following, said, following.at);
  if (line !== null) absorb(tx, following, line);
  return line;
}

/** Follows the lines of a part; whoever is named by any of them may be another one's manager. */
export function followLines(
  tx: Deciding,
  following: Following,
  people: readonly ListedPerson[],
): void {
  const lines = people.map((each, index) => followLine(tx, following, { ...each, index }));
  for (const line of lines) {
    if (line !== null) setListedManager(tx, following.organization, line, following.at);
  }
}

/** Hires, relocates and changes one listed person, unless something newer is known of them. */
const absorb = effect(
  ["ROSTER-05", "ROSTER-07", "ROSTER-11"],
  (tx: Deciding, { organization, at, policy, room, putOff }: Following, line: Line): void => {
    const { person, fields, source, brought } = line;
    const about = { organization, person };
    const known = read(tx, "employment", organization, person);
    const isNew = known === null || isLaterEmployment(known, line);
    if (isNew || !known.inService) {
      const became = isNew ? null : absorbReturn(tx, policy, organization, known, line, at, room);
      const isOlder = isNew && known !== null && known.at > at;
      const why = isOlder ? "older-time" : (became ?? "hire");
      if (why === "back") return;
      if (why !== "hire") {
        passOver(tx, why, line, line.index);
        if (why === "next-step") putOff.push(line);
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
