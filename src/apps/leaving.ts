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
import type { ListTie, OfferedPage } from "./model.ts";
import { withdraw } from "./publishing.ts";
import { type AppAt, type Deciding, listedAt, type Reading } from "./select/apps.ts";
import { orderAt, timesSet, whereNamed } from "./select/audience.ts";
import { listTieId, offeredIn, shelvedBy } from "./select/keys.ts";

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

/** UNLINK-04: with an organization its distributions end. */
export const withdrawEnded = effect(
  "UNLINK-04",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "organization.ended">): void => {
    const { organization: trunk } = data;
    const offered = read(tx, "shelf", trunk)?.offered;
    if (offered === undefined) return;
    const apps = allTickets<OfferedPage["entries"][number]>(tx, shelvedBy(trunk), offered);
    for (const [, app] of apps) withdraw(tx, { trunk, app, because: "ended" });
  },
);

/** RESIGN-01, RESIGN-02: the identity that resigned is on no authorized list and in no permission. */
export const unlistResigned = effect(
  "RESIGN-01",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.resigned">): void => {
    const { organization, person } = data;
    if (isUndone(tx, data)) return;
    for (const [, space, app] of allTies<ListTie>(tx, data, "lists")) {
      const place = listedAt(tx, space, app);
      const named = whereNamed(tx, place, { organization, person });
      emit(tx, "app.unlisted", { organization, person, ...place, named });
    }
  },
);

/** RESIGN-07: the list, or the permissions, were not set as a whole since they named somebody who left. */
const namesStill = view(
  "RESIGN-07",
  (tx: Reading, place: AppAt, permission: number | null, since: number): boolean =>
    timesSet(tx, place, permission) === since,
);

/** RESIGN-07: lists and permissions name whoever is back again, while the same Association, or Link, lasts. */
export const relist = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.reinstated">): void => {
    const { organization, person, number } = data;
    const found = new Map<string, { place: AppAt; order: number; named: (number | null)[] }>();
    const kept = [
      ...givenBack(tx, data, "list", tx.at),
      ...givenBack(tx, data, "link-list", tx.at),
    ];
    for (const [, space, order, app, permission, since] of kept) {
      const place = listedAt(tx, space, app as AppId);
      if (orderAt(tx, place, organization) !== order) continue;
      if (!namesStill(tx, place, permission, since)) continue;
      const id = listTieId(place);
      const known = found.get(id) ?? { place, order, named: [] };
      found.set(id, known);
      known.named.push(permission);
    }
    for (const { place, order, named } of found.values()) {
      const because = "reinstated";
      emit(tx, "app.relisted", { organization, person, number, ...place, named, order, because });
    }
  },
);
