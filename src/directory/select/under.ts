/** Whatever somebody does belongs to the employment under which they do it (HAND-07). */
import type { Identity } from "../../core/notice.ts";
import { view } from "../../core/rule.ts";
import type * as faces from "../../core/transaction.ts";
import { read } from "../../core/transaction.ts";
import type { DirectoryRecords, PersonFields } from "../model.ts";

/** What asks for no more than employments. */
type Reading = faces.Reading<Pick<DirectoryRecords, "employment" | "former">>;

/** The employment that somebody has, or had last; `null` if they never had one. */
export function employmentOf(
  tx: faces.Reading<Pick<DirectoryRecords, "employment">>,
  { organization, person }: Identity,
): number | null {
  return read(tx, "employment", organization, person)?.number ?? null;
}

/**
 * HAND-07: what was done under an employment is the doing of whoever has that employment now; nobody's,
 * if it is not known which it was.
 */
export const isOwnDoing = view(
  "HAND-07",
  (tx: Reading, identity: Identity, under: number | null): boolean =>
    under !== null && employmentOf(tx, identity) === under,
);

const UNKNOWN: PersonFields = { name: "" };

/** The fields last known of an employment; of one that is not known, no more than that there was one. */
export function fieldsUnder(tx: Reading, identity: Identity, under: number | null): PersonFields {
  const { organization, person } = identity;
  if (under === null) return UNKNOWN;
  const now = read(tx, "employment", organization, person);
  if (now === null || now.number === under) return now?.fields ?? UNKNOWN;
  return read(tx, "former", organization, `${under}/${person}`)?.fields ?? UNKNOWN;
}
