/** Which employment a fact is about, and whether that is the one in force. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { PassedOverReason } from "../../core/reasons.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { guessesAt, read } from "../../core/transaction.ts";
import type { EmploymentRecord } from "../model.ts";
import { numberOf } from "./numbers.ts";
import type { Reading } from "./organizations.ts";

/** What a fact says of whose employment it is about, without a number of the one in force. */
export type Meant = {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  readonly number?: number;
};

/** PROTO-03: the employment that a fact names has been reported. */
export const employmentKnown = guard(
  "PROTO-03",
  (tx: Reading, { organization, person, number = 0 }: Meant) => {
    const employment = read(tx, "employment", organization, person);
    return employment === null || number > numberOf(employment)
      ? refuse("UNKNOWN_PERSON", { organization, person })
      : null;
  },
);

/** When the last that is known of an employment that is over was that it is. */
const overSince = ({ times }: EmploymentRecord): number =>
  Math.max(times.ended ?? 0, times.left ?? 0);

/** DIR-01: without a number, what is later than a departure is about a hire still to be reported. */
export const hireReported = guard(
  "DIR-01",
  (tx: Reading, { organization, person, number }: Meant, at: number) => {
    const employment = read(tx, "employment", organization, person);
    if (employment === null || employment.inService || number !== undefined) return null;
    return at > overSince(employment) ? refuse("UNKNOWN_PERSON", { organization, person }) : null;
  },
);

/** DIR-02: a fact without a number is not older than the employment in force. */
const isSinceItBegan = view(
  "DIR-02",
  ({ times }: EmploymentRecord, at: number): boolean => at >= (times.began ?? 0),
);

/**
 * Why a fact about an employment has no effect, or `null`. A hint: of an employment that is not
 * loaded, the one in force is most likely meant.
 */
export function whyOver(
  tx: Reading,
  { organization, person, number }: Meant,
  at: number,
): PassedOverReason | null {
  const employment = read(tx, "employment", organization, person);
  if (employment === null || guessesAt(tx, [["employment", organization, person]])) return null;
  const { inService } = employment;
  if (number !== undefined) {
    return inService && number === numberOf(employment) ? null : "older-number";
  }
  return inService && isSinceItBegan(employment, at) ? null : "older-time";
}
