/** Who takes an office over from somebody who leaves. */
import type { PersonId } from "../../core/ids.ts";
import { identityText } from "../../core/lists.ts";
import type { Identity } from "../../core/notice.ts";
import { view } from "../../core/rule.ts";
import { registeredSuccessor } from "../../directory/select/successor.ts";
import type { Office } from "../../roster/model.ts";
import { isInBook } from "../../roster/select/book.ts";
import { holdersOfOffice } from "../../roster/select/offices.ts";
import type { Reading } from "./hierarchy.ts";

/** A successor in an office, and how they came to be it. */
export interface OfficeHeir {
  readonly to: Identity;
  readonly because: "named" | "registered";
}

/** LIAISON-04: whether somebody of the same organization may take an office over: in the book, and not in it yet. */
const mayTakeOver = view(
  "LIAISON-04",
  (tx: Reading, office: Office, heir: Identity, leaver: PersonId): boolean =>
    heir.person !== leaver &&
    isInBook(tx, office.trunk, heir) &&
    holdersOfOffice(tx, office).every((each) => identityText(each) !== identityText(heir)),
);

/**
 * Whoever was named, else whoever was registered, as far as they may take it over; no others are asked
 * (HAND-06).
 */
export function officeHeir(
  tx: Reading,
  office: Office,
  { organization, person: leaver }: Identity,
  named: PersonId | null,
): OfficeHeir | null {
  const chain = [
    [named, "named"],
    [registeredSuccessor(tx, organization, leaver), "registered"],
  ] as const;
  for (const [person, because] of chain) {
    if (person === null) continue;
    const to = { organization, person };
    if (mayTakeOver(tx, office, to, leaver)) return { to, because };
  }
  return null;
}
