/** Where industry books keep their sets. */
import type { Buckets } from "../../core/hashed.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { setUnder } from "../../core/kinds.ts";
import { industryKinds } from "../kinds.ts";

/** The wards of somebody of an industry book. */
export function wardsOfGuardian(
  organization: OrganizationId,
  guardian: PersonId,
): Buckets<"wards"> {
  return setUnder(industryKinds.wards, organization, guardian);
}
