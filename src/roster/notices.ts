/** Who is told what, once a step has come to rest. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import type { RosterEvents } from "./model.ts";
import { isWaiting } from "./select/presence.ts";
import type { Deciding } from "./select/scope.ts";
import { tellCapReached } from "./sync.ts";

type Joined = EventEnvelope<"waiting.joined", RosterEvents["waiting.joined"]>;

/** Names, per Space and organization, those whom this step put on a waiting list and left there. */
export function noticesOfWaiting(tx: Deciding): void {
  const told: { space: SpaceId; organization: OrganizationId; people: PersonId[] }[] = [];
  for (const event of tx.events) {
    if (event.type !== "waiting.joined") continue;
    const { space, organization, person } = (event as Joined).data;
    if (!isWaiting(tx, space, organization, person)) continue;
    const same = told.find((each) => each.space === space && each.organization === organization);
    if (same === undefined) told.push({ space, organization, people: [person] });
    else if (!same.people.includes(person)) same.people.push(person);
  }
  for (const { space, organization, people } of told) {
    tellCapReached(tx, space, organization, people);
  }
}
