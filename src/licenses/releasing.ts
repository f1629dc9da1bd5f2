/** Whoever leaves gives back at once what they hold: by resigning everywhere, by leaving a Space there. */
import type { Key } from "../core/keys.ts";
import type { EventOf } from "../core/outcome.ts";
import { effect } from "../core/rule.ts";
import { likely, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { isUndone } from "../directory/select/kept.ts";
import type { SpaceRosterEvent } from "../roster/model.ts";
import { stakesOf } from "../roster/select/stakes.ts";
import { takeAway } from "./giving.ts";
import type { AccountOf } from "./model.ts";
import { accountIn } from "./select/holding.ts";
import { type Deciding, unitOf } from "./select/pool.ts";
import { downstreamUnit } from "./select/units.ts";

/** Takes away what there is of an account. */
function release(tx: Deciding, account: AccountOf, because: "resigned" | "left"): void {
  const has = accountIn(tx, account);
  if (has !== undefined) takeAway(tx, account, has[3], because);
}

/** Takes away the account that somebody who left a Roster has in its linked unit. */
function releaseIn(
  tx: Deciding,
  { data: { space, organization, person } }: SpaceRosterEvent<"roster.left">,
  because: "resigned" | "left",
): void {
  const where = downstreamUnit(tx, space, organization);
  if (where === null) return;
  release(tx, { ...unitOf(where.host, where.unit), organization, person }, because);
}

/** LIC-12, RESIGN-01, RESIGN-03: who resigns gives back the grant in their own organization's unit. */
export const releaseAtHost = effect(
  ["LIC-12", "RESIGN-01", "RESIGN-03"],
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.resigned">): void => {
    const { organization, person } = data;
    if (isUndone(tx, data)) return;
    // Noted at once: the pools above at which there may be seats as well (SEAT-02).
    likely(tx, () =>
      stakesOf(tx, { organization, person }).map((each): Key<"pool"> => ["pool", each, ""]),
    );
    if (read(tx, "pool", organization) === null) return;
    release(tx, { ...unitOf(organization, null), organization, person }, "resigned");
  },
);

/** LIC-12, RESIGN-01, RESIGN-03: and all others, in whatever unit of whatever Host. */
export const releaseResigned = effect(
  ["LIC-12", "RESIGN-01", "RESIGN-03"],
  (tx: Deciding, event: SpaceRosterEvent<"roster.left">): void => {
    if (event.data.because === "resigned") releaseIn(tx, event, "resigned");
  },
);

/** LIC-13, EXIT-04: who leaves a Space in another way gives back the grant in its unit. */
export const releaseLeft = effect(
  ["LIC-13", "EXIT-04"],
  (tx: Deciding, event: SpaceRosterEvent<"roster.left">): void => {
    if (event.data.because !== "resigned") releaseIn(tx, event, "left");
  },
);
