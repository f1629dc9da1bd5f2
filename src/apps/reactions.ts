/** What other areas' events make happen to apps, in the order in which it does. */
import type { EventEnvelope } from "../core/outcome.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { each, emit, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { allTies } from "../directory/select/bound.ts";
import type { SpacesEvents } from "../spaces/model.ts";
import type { ListTie, OfferedPage } from "./model.ts";
import { withdraw } from "./publishing.ts";
import type { AppsTx } from "./select/apps.ts";
import { offeredIn } from "./select/places.ts";

type Happened = readonly EventEnvelope<string, unknown>[];
type Reaction = (tx: AppsTx, policy: Policy, events: Happened) => void;

/** Works out the consequences of the events of one type, each named as the cause of what it brings. */
function follow<Data>(
  tx: AppsTx,
  events: Happened,
  type: string,
  happen: (data: Data) => void,
): void {
  const found = events.filter((event) => event.type === type);
  if (found.length === 0) return;
  const before = tx.cause;
  each(tx, found, ({ seq, data }) => {
    tx.cause = seq;
    happen(data as Data);
  });
  tx.cause = before;
}

/** SPACE-07, APP-08: with a Space all publications to it end; the apps stay the Host's. */
const withdrawFromDissolved = effect(
  "SPACE-07",
  (tx: AppsTx, _policy: Policy, events: Happened): void => {
    follow<SpacesEvents["space.dissolved"]>(tx, events, "space.dissolved", ({ space }) => {
      const offered = read(tx, "workbench", space)?.offered;
      if (offered === undefined) return;
      const apps = allTickets<OfferedPage["entries"][number]>(tx, offeredIn(space), offered);
      for (const [, app] of apps) withdraw(tx, { space, app, because: "dissolved" });
    });
  },
);

/** RESIGN-01, RESIGN-02: the identity that resigned is on no authorized list and in no permission. */
const unlistResigned = effect(
  "RESIGN-01",
  (tx: AppsTx, _policy: Policy, events: Happened): void => {
    follow<DirectoryEvents["person.resigned"]>(tx, events, "person.resigned", (data) => {
      const { organization, person } = data;
      const ties = allTies<ListTie>(tx, data, "lists");
      for (const [, space, app] of ties) {
        emit(tx, "app.unlisted", { organization, person, space, app });
      }
    });
  },
);

export const appsReactions: readonly Reaction[] = [withdrawFromDissolved, unlistResigned];
