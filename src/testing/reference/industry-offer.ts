/** An organization opens its own app to its own industry members, or closes it (INDUSTRY-02). */
import type { RefusalCode } from "../../core/refusal.ts";
import { unknownRoots } from "./authority.ts";
import { actsForHierarchy, lacksMainForHierarchy } from "./hierarchy-authority.ts";
import type { HierarchyHandler } from "./hierarchy-handlers.ts";
import { builds, isOfferedTo } from "./offering.ts";
import type { World } from "./state.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";
import type { OwnOffer } from "./vocabulary-industry.ts";

function codes(world: World, { by, data: { app } }: OwnOffer): RefusalCode[] {
  const { state } = world;
  const unknown = unknownRoots(world, by, {});
  if (unknown.length > 0 || !("person" in by)) return [...unknown, "UNKNOWN_APP"];
  const { organization } = by;
  const isOwn = builds(state, organization, app);
  const isOffered = isOfferedTo(state, app, organization);
  const isAdmin = actsForHierarchy(state, by, organization);
  return whichHold([
    ["NOT_TRUNK_ADMIN", isOwn && !isAdmin],
    ["MAIN_ADMIN_REQUIRED", isOwn && isAdmin && lacksMainForHierarchy(world, by)],
    ["APP_GOVERNANCE_HOST_ONLY", !isOwn && isOffered],
    ["UNKNOWN_APP", !isOwn && !isOffered],
  ]);
}

/** The command; it is said by an organization of its own app, so that no Trunk is named. */
export const ownOffer: HierarchyHandler<OwnOffer> = {
  codes,
  effect: ({ state }, { by, data: { app, industry } }) => {
    if (!("person" in by)) return;
    const { organization } = by;
    const isOpen = state.openApps.some(
      (each) => each.organization === organization && each.app === app,
    );
    if (isOpen === industry) return;
    const others = state.openApps.filter(
      (each) => each.organization !== organization || each.app !== app,
    );
    state.openApps = industry ? [...others, { organization, app }] : others;
  },
};
