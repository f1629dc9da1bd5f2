/** What follows when a Space or an organization ends: everybody in it, or it everywhere, leaves. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { each, emit } from "../core/transaction.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import { cancel } from "./exit.ts";
import type { MembersPage, SpacesEvents } from "./model.ts";
import { membersOf } from "./select/places.ts";
import { type SpacesTx, spaceOf } from "./select/spaces.ts";

type Happened = readonly EventEnvelope<string, unknown>[];

/** The new events of one type: where each stands, and what it says. */
function those<Type extends keyof SpacesEvents>(
  events: Happened,
  type: Type,
): (readonly [seq: number, data: SpacesEvents[Type]])[] {
  return events
    .filter((event) => event.type === type)
    .map((event) => [event.seq, event.data as SpacesEvents[Type]]);
}

/** Works out the consequences of events of one type, each named as the cause of what it brings. */
function follow<Type extends keyof SpacesEvents>(
  tx: SpacesTx,
  events: Happened,
  type: Type,
  happen: (data: SpacesEvents[Type]) => void,
): void {
  const found = those(events, type);
  if (found.length === 0) return;
  const before = tx.cause;
  each(tx, found, ([seq, data]) => {
    tx.cause = seq;
    happen(data);
  });
  tx.cause = before;
}

function cancelAll(tx: SpacesTx, space: SpaceId, host: OrganizationId): void {
  const index = spaceOf(tx, space).members;
  const entries = allTickets<MembersPage["entries"][number]>(tx, membersOf(space), index);
  const leaving = [...entries.map(([, organization]) => organization), host];
  each(tx, leaving, (organization) => cancel(tx, { space, organization, because: "dissolved" }));
}

/** SPACE-07: a Space dissolved is left by its Members, in order of joining, then by its Host. */
const leaveDissolved = effect(
  "SPACE-07",
  (tx: SpacesTx, _policy: Policy, events: Happened): void => {
    follow(tx, events, "space.dissolved", ({ space, host }) => cancelAll(tx, space, host));
  },
);

/** SPACE-07, EXIT-01: an organization that ended hosts no Space and takes part in none. */
const leaveEnded = effect(
  ["SPACE-07", "EXIT-01"],
  (tx: SpacesTx, _policy: Policy, events: Happened): void => {
    follow(tx, events, "organization.ended", ({ organization }) => {
      const { hosted, joined } = organizationOf(tx, organization);
      for (const space of hosted) emit(tx, "space.dissolved", { space, host: organization });
      each(tx, joined, (space) => cancel(tx, { space, organization, because: "ended" }));
    });
  },
);

/** The reactions of this area, in the order in which they run. */
export const spacesReactions: readonly ((
  tx: SpacesTx,
  policy: Policy,
  events: Happened,
) => void)[] = [leaveEnded, leaveDissolved];
