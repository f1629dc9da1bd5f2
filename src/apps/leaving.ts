/** What of apps goes with a Space, and with a person. */
import type { EventOf } from "../core/outcome.ts";
import { allTickets } from "../core/paged.ts";
import { effect } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { allTies } from "../directory/select/bound.ts";
import type { SpacesEvents } from "../spaces/model.ts";
import type { ListTie, OfferedPage } from "./model.ts";
import { withdraw } from "./publishing.ts";
import type { Deciding } from "./select/apps.ts";
import { offeredIn } from "./select/keys.ts";

/** SPACE-07, APP-08: with a Space all publications to it end; the apps stay the Host's. */
export const withdrawDissolved = effect(
  "SPACE-07",
  (tx: Deciding, { data: { space } }: EventOf<SpacesEvents, "space.dissolved">): void => {
    const offered = read(tx, "workbench", space)?.offered;
    if (offered === undefined) return;
    const apps = allTickets<OfferedPage["entries"][number]>(tx, offeredIn(space), offered);
    for (const [, app] of apps) withdraw(tx, { space, app, because: "dissolved" });
  },
);

/** RESIGN-01, RESIGN-02: the identity that resigned is on no authorized list and in no permission. */
export const unlistResigned = effect(
  "RESIGN-01",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.resigned">): void => {
    const { organization, person } = data;
    for (const [, space, app] of allTies<ListTie>(tx, data, "lists")) {
      emit(tx, "app.unlisted", { organization, person, space, app });
    }
  },
);
