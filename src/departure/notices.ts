/** Somebody on a Roster resigned: those who worked with them know at once. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import { effect } from "../core/rule.ts";
import { notify } from "../core/transaction.ts";
import type { RosterEvents } from "../roster/model.ts";
import type { RosterTx } from "../roster/select/scope.ts";

type Left = EventEnvelope<"roster.left", RosterEvents["roster.left"]>;

/** RESIGN-01: one notice for each identity that resigned from a Roster, the leaver not among them. */
export const noticesOfLeaving = effect("RESIGN-01", (tx: RosterTx): void => {
  const told: { organization: OrganizationId; person: PersonId; spaces: SpaceId[] }[] = [];
  for (const event of tx.events) {
    if (event.type !== "roster.left") continue;
    const { space, organization, person, because } = (event as Left).data;
    if (because !== "resigned") continue;
    const same = told.find((each) => each.organization === organization && each.person === person);
    if (same === undefined) told.push({ organization, person, spaces: [space] });
    else same.spaces.push(space);
  }
  for (const { organization, person, spaces } of told) {
    notify(tx, {
      kind: "COUNTERPART_LEFT",
      to: [
        ...spaces.map((space) => ({ kind: "space-admins", space }) as const),
        { kind: "authorized-admins", organization },
      ],
      data: { identity: { organization, person }, spaces },
    });
  }
});
