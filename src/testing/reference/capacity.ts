/** What the platform says of an organization's capability for hierarchies (HIER-06). */
import type { HierarchyFact } from "../../hierarchy/model.ts";
import { pass } from "./passing.ts";
import { isNews } from "./people.ts";
import type { World } from "./state.ts";

/** Opens or closes it, with the number of Branches that was bought; what it is used for stays (LINK-07). */
export function setCapacity(world: World, { data }: HierarchyFact): void {
  const { capacities } = world.state;
  const { organization, open, branches, revision } = data;
  const known = capacities.find((each) => each.organization === organization);
  if (!isNews(known?.revision ?? null, revision)) {
    pass(world, { kind: "organization", id: organization, reason: "older-revision" });
    return;
  }
  if (known === undefined) {
    capacities.push({ organization, open, branches, revision: revision ?? null });
    return;
  }
  known.open = open;
  known.branches = branches;
  known.revision = revision ?? known.revision;
}
