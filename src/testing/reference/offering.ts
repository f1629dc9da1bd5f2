/** Who built an app, and to whom it is offered (APP-02, DIST-01). */
import type { AppId, OrganizationId } from "../../core/ids.ts";
import { reaches } from "./hierarchy.ts";
import { findMember, findSpace } from "./lists.ts";
import type { Space, State } from "./state.ts";

/** Whether an organization built an app. */
export function builds({ apps }: State, organization: OrganizationId, app: AppId): boolean {
  return apps.some(
    ({ id, owner }) =>
      id === app && owner.kind === "organization" && owner.organization === organization,
  );
}

/** The Spaces to which a Host app is published and of which an organization is a Member. */
export function spacesOffering(state: State, app: AppId, organization: OrganizationId): Space[] {
  const isHostApp = state.apps.some(
    (each) => each.id === app && each.owner.kind === "organization",
  );
  return state.publications.flatMap((each) => {
    const space = isHostApp && each.app === app ? findSpace(state, each.space) : undefined;
    return space !== undefined && findMember(state, space, organization) !== undefined
      ? [space]
      : [];
  });
}

/** Whether an app is published or distributed to an organization, whomever it is for there: that may know of it. */
export function isOfferedTo(state: State, app: AppId, organization: OrganizationId): boolean {
  return (
    spacesOffering(state, app, organization).length > 0 ||
    state.distributions.some(
      (each) => each.app === app && each.distributed && reaches(state, each.trunk, organization),
    )
  );
}
