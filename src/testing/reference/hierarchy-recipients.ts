/** Who is told on the two sides of a Link. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Recipient } from "../../core/notice.ts";

/** The Hierarchy admins of an organization, as those who are to be told. */
export function hierarchyAdmins(
  organization: OrganizationId,
  except?: readonly PersonId[],
): Recipient {
  const without = except === undefined ? {} : { except };
  return { kind: "hierarchy-admins", organization, ...without };
}
