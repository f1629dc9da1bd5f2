/** Who takes over from somebody, as their organization registered it. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { readBefore } from "../../core/transaction.ts";
import { colleagueNamed } from "./able.ts";
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
  const employment = readBefore(tx, "employment", organization, person);
  return colleagueNamed(tx, organization, employment?.successor);
}
