/** Licenses come to rest: what is free goes to who waits, and to who has come in. */
import type { OrganizationId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { read, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import type { Relined } from "../roster/select/absent.ts";
import { aboveOf } from "../spaces/select/trunks.ts";
import { dropMoved, grantEntrants, lookAround } from "./auto-grant.ts";
import { serve } from "./giving.ts";
import type { LicensesEvents, UnitOf } from "./model.ts";
import { accountsEverywhere } from "./select/holding.ts";
import { type Deciding, poolOf, type Reading } from "./select/pool.ts";
import type { Moving } from "./who-to-auto-grant.ts";

/** An event that makes licenses free, or the list of who waits for one shorter. */
type Freeing = EventOf<
  LicensesEvents,
  | "license.granted"
  | "license.purchased"
  | "license.released"
  | "license.undeferred"
  | "license.limited"
  | "license.reserved"
>;

const isMoving = (event: Freeing | Moving | Recounted): event is Moving =>
  event.type !== "person.recounted";

/** Somebody counts as another natural person: who has a license may have one more, and others wait in vain. */
type Recounted = EventOf<DirectoryEvents, "person.recounted">;

/** The pools in which something has become free in this step, or fewer wait; and whether a Branch has room since. */
function hostsFreed(tx: Reading, policy: Policy): ReadonlyMap<OrganizationId, boolean> {
  const hosts = new Map<OrganizationId, boolean>();
  const note = (host: OrganizationId, roomier: boolean): void => {
    hosts.set(host, roomier || hosts.get(host) === true);
  };
  for (const { type, data } of tx.events as readonly (
    | EventOf<LicensesEvents>
    | Relined
    | Recounted
  )[]) {
    // Of a pool whose term was over somebody may wait who counts already (LIC-20).
    if (type === "license.purchased") note(data.organization, hadEnd(tx, data.organization));
    if (type === "license.undeferred") note(data.host, false);
    // A Branch, or a unit, that was full may have room since (SEAT-04, LIC-19).
    if (type === "license.released" || type === "license.limited") {
      note(data.host, mayHoldUp(tx, policy, data));
    }
    if (type === "license.reserved") note(data.host, false);
    // Who counts already leaves less to be kept for the Host's unit (LIC-19).
    if (type === "license.granted" && data.unit.kind === "host" && hasReserve(tx, data.host)) {
      note(data.host, false);
    }
    if (type === "person.recounted") {
      for (const { host, accounts } of accountsEverywhere(tx, data)) {
        if (accounts.length > 0) note(host, true);
      }
    }
    if (type === "lineage.changed") for (const trunk of relined(tx, data)) note(trunk, true);
  }
  return hosts;
}

const hadEnd = (tx: Reading, host: OrganizationId): boolean =>
  readBefore(tx, "pool", host)?.until !== undefined;

const hasReserve = (tx: Reading, host: OrganizationId): boolean =>
  poolOf(tx, host).reserve !== undefined;

/**
 * Whether a Branch or a unit may hold up somebody who counts already: under a Branch, or counted together with
 * other units (LIC-14).
 */
function mayHoldUp(
  tx: Reading,
  { licenseCounting }: Policy,
  { host, unit }: Pick<UnitOf, "host" | "unit">,
): boolean {
  const { hierarchy, queues } = poolOf(tx, host);
  const isBranched = unit.kind === "hierarchy" && hierarchy?.limited === true;
  return isBranched || (licenseCounting === "distinct-person" && queues === true);
}

/** SEAT-04: the Trunks that reach an organization under another direct Branch than before, or none. */
function relined(tx: Reading, { organization }: Relined["data"]): OrganizationId[] {
  const tops = new Map(aboveOf(tx, organization).map(([upper, , , , line]) => [upper, line[0]]));
  const before = readBefore(tx, "lineage", organization)?.above ?? [];
  const topsBefore = new Map(before.map(([upper, , , , line]) => [upper, line[0]]));
  return [...new Set([...tops.keys(), ...topsBefore.keys()])].filter(
    (trunk) =>
      tops.get(trunk) !== topsBefore.get(trunk) &&
      isHeldUpAt(tx, trunk) &&
      peopleAt(tx, trunk, organization),
  );
}

/** Whether somebody may wait at an organization for their Branch is full. */
function isHeldUpAt(tx: Reading, trunk: OrganizationId): boolean {
  const { hierarchy, waiting } = poolOf(tx, trunk);
  return hierarchy?.limited === true && waiting.count > 0;
}

/** Whether somebody of an organization has something at one above it. */
const peopleAt = (tx: Reading, trunk: OrganizationId, organization: OrganizationId): boolean =>
  read(tx, "stake", trunk, organization) !== null;

/**
 * LIC-10, LIC-11, LIC-16: licenses that are free go to the accounts that wait, what is left then to
 * those who have entered. Doing it twice does nothing the second time.
 */
export function serveDeferred(
  tx: Deciding,
  events: readonly (Freeing | Moving | Recounted)[],
  policy: Policy,
): void {
  const found = lookAround(tx, events.filter(isMoving), policy);
  dropMoved(tx, found);
  for (const [host, roomier] of hostsFreed(tx, policy)) serve(tx, policy, host, roomier);
  grantEntrants(tx, policy, found);
}
