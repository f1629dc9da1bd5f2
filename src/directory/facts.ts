/** What all facts of the directory have in common. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import type * as faces from "../core/transaction.ts";
import { guessesAt, read } from "../core/transaction.ts";
import type { DirectoryEvents, DirectoryRecords } from "./model.ts";
import type { Reading } from "./select/organizations.ts";

/** What decides on facts and commands of the directory. */
export type Deciding = faces.Deciding<DirectoryRecords, DirectoryEvents>;

/** Returns a refusal, or does what there is to do and returns none. */
export function orElse<Refused extends Refusal>(
  refusal: Refused | null,
  happen: () => void,
): Refused | null {
  if (refusal === null) happen();
  return refusal;
}

/** Whether a value with this revision is newer than the one recorded; without one it always is. */
export function isNewer(recorded: number | undefined, revision: number | undefined): boolean {
  return revision === undefined || recorded === undefined || revision > recorded;
}

/**
 * Whether nothing is left to record. An equal value with a newer revision still is recorded: it keeps
 * an older revision that comes later from undoing it.
 */
export function alreadySo(equal: boolean, revision: number | undefined): boolean {
  return equal && revision === undefined;
}

/** PROTO-03: the employment that a fact names has been reported. */
export const employmentKnown = guard(
  "PROTO-03",
  (tx: Reading, organization: OrganizationId, person: PersonId, number: number) => {
    const employment = read(tx, "employment", organization, person);
    return employment === null || number > employment.number
      ? refuse("UNKNOWN_PERSON", { organization, person })
      : null;
  },
);

/**
 * Whether a fact is about the employment a person has now, not about an ended one. A hint: of an
 * employment that is not loaded, it most likely is.
 */
export function isCurrent(
  tx: Reading,
  organization: OrganizationId,
  person: PersonId,
  number: number,
): boolean {
  const employment = read(tx, "employment", organization, person);
  return (
    (employment?.inService === true && employment.number === number) ||
    guessesAt(tx, [["employment", organization, person]])
  );
}
