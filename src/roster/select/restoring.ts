/** What a Member that is back has of what was kept for it (EXIT-09). */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import { read } from "../../core/transaction.ts";
import type { SpacesEvents } from "../../spaces/model.ts";
import { retainedFor, settingsStill } from "../../spaces/select/retained.ts";
import { spaceOf } from "../../spaces/select/spaces.ts";
import { isPresent } from "./presence.ts";
import type { Reading } from "./scope.ts";

/**
 * What an organization that is a Member again at this time has back; `null`: nothing was kept, or not so long. Of
 * the Host's counterparts those who are on the Roster, and have not been hired anew.
 */
export function restoredBy(
  tx: Reading,
  space: SpaceId,
  organization: OrganizationId,
  at: number,
): SpacesEvents["member.restored"] | null {
  const kept = retainedFor(tx, space, organization, at);
  if (kept === null) return null;
  const { host } = spaceOf(tx, space);
  const people = kept.counterparts
    .filter(([person, number]) => read(tx, "employment", host, person)?.number === number)
    .map(([person]) => person)
    .filter((person) => isPresent(tx, space, host, person));
  const settings = settingsStill(tx, space, organization, kept);
  return { ...settings, counterparts: { organization: host, people } };
}
