/** What of apps goes with a Space, and with a person. */
import type { AppId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { allTickets } from "../core/paged.ts";
import { effect, view } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { allTies } from "../directory/select/bound.ts";
import { givenBack, isUndone } from "../directory/select/kept.ts";
import type { SpacesEvents } from "../spaces/model.ts";
import type { ListTie, OfferedPage, PublicationRecord } from "./model.ts";
import { withdraw } from "./publishing.ts";
import type { AppIn, Deciding } from "./select/apps.ts";
import { whereNamed } from "./select/audience.ts";
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
    if (isUndone(tx, data)) return;
    for (const [, space, app] of allTies<ListTie>(tx, data, "lists")) {
      const named = whereNamed(tx, { space, app }, { organization, person });
      emit(tx, "app.unlisted", { organization, person, space, app, named });
    }
  },
);

/** RESIGN-07: the list, or the permissions, were not set as a whole since they named somebody who left. */
const namesStill = view(
  "RESIGN-07",
  ({ lists = 0, permits = 0 }: PublicationRecord, permission: number | null, since: number) =>
    (permission === null ? lists : permits) === since,
);

/** RESIGN-07: lists and permissions name whoever is back again, while the same Association lasts. */
export const relist = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.reinstated">): void => {
    const { organization, person, number } = data;
    const found = new Map<string, { place: AppIn; order: number; named: (number | null)[] }>();
    for (const [, space, order, app, permission, since] of givenBack(tx, data, "list", tx.at)) {
      if (space === null || app === null) continue;
      if (read(tx, "association", space, organization)?.order !== order) continue;
      const publication = read(tx, "publication", space, app);
      if (publication === null || !namesStill(publication, permission, since)) continue;
      const place: AppIn = { space, app: app as AppId };
      const known = found.get(`${space} ${app}`) ?? { place, order, named: [] };
      found.set(`${space} ${app}`, known);
      known.named.push(permission);
    }
    for (const { place, order, named } of found.values()) {
      const because = "reinstated";
      emit(tx, "app.relisted", { organization, person, number, ...place, named, order, because });
    }
  },
);
