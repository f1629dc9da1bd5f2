/** What scripts see of books: who is below whom, who is present, and what is distributed to them. */
import type { OrganizationFacts } from "../reference/facts-model.ts";
import type { IdentityFacts } from "../reference/facts-model-areas.ts";
import type { HierarchiesFacts, LinkFacts } from "../reference/hierarchy-facts-model.ts";
import { organizationNamed, type Scene } from "./scene.ts";

type Organization = OrganizationFacts["organization"];
type Seen = Pick<Scene, "facts">;

/** The Links there are. */
export const linksIn = ({ facts }: Seen): readonly LinkFacts[] => facts.hierarchies?.links ?? [];

/** What is distributed. */
export const distributedIn = ({ facts }: Seen): HierarchiesFacts["distributed"] =>
  facts.hierarchies?.distributed ?? [];

/** The organizations that one reaches. */
export const belowOf = ({ facts }: Seen, trunk: Organization): Organization[] =>
  (facts.hierarchies?.reached ?? [])
    .filter(({ above }) => above === trunk)
    .map(({ below }) => below);

/** Those below who are present for a Trunk, each once. */
export function presentFor(scene: Seen, trunk: Organization): IdentityFacts[] {
  const below = belowOf(scene, trunk);
  const found = new Map<string, IdentityFacts>();
  for (const link of linksIn(scene)) {
    if (!below.includes(link.organization)) continue;
    const passes = link.trunk === trunk || link.reach === "all-above";
    if (!passes || !(link.trunk === trunk || below.includes(link.trunk))) continue;
    for (const person of link.people) {
      const identity = [link.organization, person] as const;
      found.set(JSON.stringify(identity), identity);
    }
  }
  return [...found.values()];
}

/** Everybody in a book: the Trunk's own people, and those present. */
export function inBookOf(scene: Scene, trunk: Organization): IdentityFacts[] {
  const own = organizationNamed(scene, trunk)?.people ?? [];
  return [...own.map(({ person }): IdentityFacts => [trunk, person]), ...presentFor(scene, trunk)];
}

/** Who has a seat in the Hierarchy unit of a Trunk. */
export const seatsIn = ({ facts }: Seen, trunk: Organization): readonly IdentityFacts[] =>
  facts.hierarchies?.seats.find((each) => each.trunk === trunk)?.grants ?? [];
