/** Who takes over from somebody, as their organization registered it. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { read, readBefore } from "../../core/transaction.ts";
import type { Employed } from "../model.ts";
import type { Reading } from "./organizations.ts";

/**
 * The successor registered for a person, if still under the employment that the registration was good
 * for (HAND-02, HAND-03). A registration ends with the person's own employment; in the step that ends
 * it, it still tells who takes over, so it is looked up as it was before.
 */
export function registeredSuccessor(
  tx: Reading,
  organization: OrganizationId,
  person: PersonId,
): PersonId | null {
  const successor = readBefore(tx, "employment", organization, person)?.successor ?? null;
  return whoServes(tx, organization, successor);
}

/** Somebody named with an employment, if in service under that one. */
export function whoServes(
  tx: Reading,
  organization: OrganizationId,
  named: Employed | null,
): PersonId | null {
  if (named === null) return null;
  const employment = read(tx, "employment", organization, named.person);
  const serves = employment?.inService === true && employment.number === named.number;
  return serves ? named.person : null;
}
