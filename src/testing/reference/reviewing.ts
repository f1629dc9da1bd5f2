/** Who may not approve an application, as they are on the applicant's side (JOIN-17). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { naturalName } from "./natural.ts";
import { identityOf, inService, serving } from "./people.ts";
import type { Identity, World } from "./state.ts";

/** Whether a reviewer submitted an application themselves, or under the wide policy works for whoever applies. */
export function isOnApplicantsSide(
  { state, policy }: Pick<World, "state" | "policy">,
  by: Actor,
  application: { readonly organization: OrganizationId; readonly by: Identity } | undefined,
): boolean {
  if (application === undefined || !("person" in by)) return false;
  if (policy.reviewerIndependence === "none") return false;
  if (inService(state, by.organization, by.person) === undefined) return false;
  const reviewer = naturalName(state, identityOf(state, by));
  if (policy.reviewerIndependence === "person") {
    return naturalName(state, application.by) === reviewer;
  }
  return serving(state, application.organization).some(
    (each) => naturalName(state, each) === reviewer,
  );
}
