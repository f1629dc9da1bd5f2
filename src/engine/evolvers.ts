/** The evolve cases of all areas; where two areas have one for an event, both run, in this order. */
import { appsEvolvers } from "../apps/evolve.ts";
import type { Evolvers, Tx } from "../core/transaction.ts";
import { directoryEvolvers } from "../directory/evolve.ts";
import { appointedEvolvers } from "../directory/evolve-appointed.ts";
import { departureEvolvers } from "../directory/evolve-departures.ts";
import { listEvolvers } from "../directory/evolve-lists.ts";
import { naturalEvolvers } from "../directory/evolve-naturals.ts";
import { renamedEvolvers } from "../directory/evolve-renamed.ts";
import { sourceEvolvers } from "../directory/evolve-sources.ts";
import { flowsEvolvers } from "../flows/evolve.ts";
import { groupsEvolvers } from "../groups/evolve.ts";
import { hierarchyEvolvers } from "../hierarchy/evolve.ts";
import { industryEvolvers } from "../industry/evolve.ts";
import { licensesEvolvers } from "../licenses/evolve.ts";
import { rosterEvolvers } from "../roster/evolve.ts";
import { spacesEvolvers } from "../spaces/evolve.ts";
import { counterpartEvolvers } from "../spaces/evolve-counterparts.ts";
import { linkEvolvers } from "../spaces/evolve-links.ts";
import { retainedEvolvers } from "../spaces/evolve-retained.ts";
import { sightEvolvers } from "../spaces/evolve-sight.ts";

type Case = (tx: Tx, data: unknown, at: number) => void;

// @__NO_SIDE_EFFECTS__
function joined(tables: readonly object[]): Evolvers {
  const all = new Map<string, Case>();
  for (const table of tables) {
    for (const [type, evolve] of Object.entries(table) as [string, Case][]) {
      const before = all.get(type);
      const both: Case = (tx, data, at) => {
        before?.(tx, data, at);
        evolve(tx, data, at);
      };
      all.set(type, before === undefined ? evolve : both);
    }
  }
  return all;
}

/** What every event changes. The roster's part of an ending comes before the Space's own. */
export const evolvers: Evolvers = joined([
  rosterEvolvers,
  directoryEvolvers,
  appointedEvolvers,
  departureEvolvers,
  listEvolvers,
  sourceEvolvers,
  renamedEvolvers,
  industryEvolvers,
  // What is kept of an Association, before it ends.
  retainedEvolvers,
  spacesEvolvers,
  linkEvolvers,
  sightEvolvers,
  counterpartEvolvers,
  licensesEvolvers,
  groupsEvolvers,
  appsEvolvers,
  flowsEvolvers,
  hierarchyEvolvers,
  naturalEvolvers,
]);
