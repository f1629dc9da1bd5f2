/** Tasks listed for the admins of an organization, for whatever reason. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import { append, removeTicket } from "../core/paged.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { type Draft, edit, put, read } from "../core/transaction.ts";
import type { Evolving } from "./history.ts";
import type { ParkingRecord, TaskNamed } from "./model.ts";
import { parkedFor } from "./select/keys.ts";

/** Where an organization's lists start, made when the first of them does. */
export function parkingOf(tx: Evolving, organization: OrganizationId): Draft<ParkingRecord> {
  if (read(tx, "parking", organization) === null) {
    put(tx, "parking", organization, "", { parked: EMPTY_PAGES, running: EMPTY_PAGES });
  }
  return edit(tx, "parking", organization);
}

/** Where a task is listed, and why: for admins, for the sake of who is away, or of who has no admins. */
export interface Listing {
  readonly of: OrganizationId;
  readonly space: SpaceId | null;
  readonly away: PersonId | null;
  readonly elsewhere: OrganizationId | null;
}

/** Lists a task among those of an organization; gives its place there. */
export function list(
  tx: Evolving,
  { instance, task }: TaskNamed,
  { of, space, away, elsewhere }: Listing,
): number {
  const record = parkingOf(tx, of);
  const { next } = record.parked;
  const entry = [next, instance, task, space, away, elsewhere] as const;
  record.parked = append(tx, parkedFor(of), record.parked, () => entry);
  if (away === null && elsewhere === null) record.waiting = (record.waiting ?? 0) + 1;
  return next;
}

/** Takes a task off the list of an organization. */
export function unlist(tx: Evolving, of: OrganizationId, place: number, waits: boolean): void {
  const record = edit(tx, "parking", of);
  record.parked = removeTicket(tx, parkedFor(of), record.parked, place);
  if (!waits) return;
  if (record.waiting === undefined || record.waiting <= 1) delete record.waiting;
  else record.waiting -= 1;
}
