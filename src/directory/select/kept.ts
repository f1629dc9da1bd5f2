/** What is kept of somebody's last departure, as long as it can be given back. */
import type { SpaceId } from "../../core/ids.ts";
import { distinct } from "../../core/lists.ts";
import type { Identity } from "../../core/notice.ts";
import { allTickets } from "../../core/paged.ts";
import { view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import type { DirectoryEvents, KeptKind, KeptPage, KeptThing } from "../model.ts";
import { keptOf } from "./keys.ts";
import type { Reading } from "./organizations.ts";

/** RESIGN-05: whether the end of an employment can still be undone with all that it took. */
export const isKeptStill = view("RESIGN-05", (until: number, at: number): boolean => at < until);

/** Everything that is kept of somebody's last departure, be its time over or not. */
export function allKept(tx: Reading, { organization, person }: Identity): KeptThing[] {
  const index = read(tx, "employment", organization, person)?.kept?.things;
  if (index === undefined) return [];
  const where = keptOf(organization, person);
  return allTickets<KeptPage["entries"][number]>(tx, where, index).map(([, ...thing]) => thing);
}

/** What can be given back at a time to somebody who is in service, of one kind. */
export function givenBack(
  tx: Reading,
  identity: Identity,
  kind: KeptKind,
  at: number,
  space?: SpaceId | null,
): KeptThing[] {
  const { inService = false, kept } =
    read(tx, "employment", identity.organization, identity.person) ?? {};
  if (!inService || kept === undefined || !isKeptStill(kept.until, at)) return [];
  return allKept(tx, identity).filter(
    ([each, where]) => each === kind && (space === undefined || where === space),
  );
}

/** An app is one thing, however many of its permissions name somebody. */
export const distinctThings = (things: readonly KeptThing[]): readonly KeptThing[] =>
  distinct(things, ([kind, space, , id, number, , period]) =>
    JSON.stringify([
      ...[kind, space, id, kind === "list" || kind === "link-list" ? null : number],
      period,
    ]),
  );

/** Whether a departure was undone in its own step: then it has taken nothing (DIR-13). */
export function isUndone(
  tx: Reading,
  { organization, person, number }: DirectoryEvents["person.resigned"],
): boolean {
  const employment = read(tx, "employment", organization, person);
  return employment?.inService === true && employment.number === number;
}
