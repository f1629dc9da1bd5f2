/** What follows when a Space or an organization ends: everybody in it, or it everywhere, leaves. */
import type { EventOf } from "../core/outcome.ts";
import { allTickets } from "../core/paged.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import { cancel } from "./exit.ts";
import type { MembersPage, SpacesEvents } from "./model.ts";
import { membersOf } from "./select/keys.ts";
import { type Deciding, spaceOf } from "./select/spaces.ts";

/** SPACE-07: a Space dissolved is left by its Members, in order of joining, then by its Host. */
export const leaveDissolved = effect(
  "SPACE-07",
  (tx: Deciding, { data: { space, host } }: EventOf<SpacesEvents, "space.dissolved">): void => {
    const index = spaceOf(tx, space).members;
    const entries = allTickets<MembersPage["entries"][number]>(tx, membersOf(space), index);
    for (const [, organization] of entries) {
      cancel(tx, { space, organization, because: "dissolved" });
    }
    cancel(tx, { space, organization: host, because: "dissolved" });
  },
);

/** SPACE-07, EXIT-01: an organization that ended hosts no Space and takes part in none. */
export const leaveEnded = effect(
  ["SPACE-07", "EXIT-01"],
  (
    tx: Deciding,
    { data: { organization } }: EventOf<DirectoryEvents, "organization.ended">,
  ): void => {
    const { hosted, joined } = organizationOf(tx, organization);
    for (const space of hosted) emit(tx, "space.dissolved", { space, host: organization });
    for (const space of joined) cancel(tx, { space, organization, because: "ended" });
  },
);
