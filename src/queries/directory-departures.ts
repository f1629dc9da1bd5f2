/** Departures that can still be taken back with what they took. */
import type { PersonId } from "../core/ids.ts";
import { pageKeys, ticketOf } from "../core/paged.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { must, read } from "../core/transaction.ts";
import { departuresOf } from "../directory/select/keys.ts";
import { directoryRefusal, organizationAsked } from "./access.ts";
import { listed } from "./directory-person.ts";
import type { QueryHandler } from "./handler.ts";
import { DIRECTORY_LIMIT_MAX, isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";

/** The departures of which something is kept, the newest first (DIR-20, RESIGN-05). */
export const departuresKept: QueryHandler<"directory.departures"> = (tx, data) => {
  const paging = pagingOf(data, 1, () => directoryRefusal(tx, data), DIRECTORY_LIMIT_MAX);
  if (isRefusal(paging)) return paging;
  const { after, limit } = paging;
  if (after?.kind === "item") return notACursor();
  const organization = organizationAsked(data);
  const where = departuresOf(organization);
  const index = must(tx, "directory", organization).departures ?? EMPTY_PAGES;
  // The place of an entry is no secret, and never changes: a page starts below the last one's end.
  const before = after?.place ?? index.next;
  const pages = index.pages.filter((page) => page * where.size < before).reverse();
  const found: { readonly ticket: number; readonly person: PersonId; readonly until: number }[] =
    [];
  // Whoever is back may still wait for a part of what is kept of them.
  const isOut = (person: PersonId) => !must(tx, "employment", organization, person).inService;
  for (const key of pageKeys(where, { ...index, pages })) {
    if (found.length > limit) break;
    const entries = read(tx, ...key)?.entries ?? [];
    for (const entry of [...entries].reverse()) {
      const [ticket, person, , until] = entry;
      if (ticketOf(entry) < before && isOut(person)) found.push({ ticket, person, until });
    }
  }
  const shown = found.slice(0, limit);
  const items = shown.map(({ person, until }) => {
    const employment = must(tx, "employment", organization, person);
    const { at, times, reported } = employment;
    const word = reported === true ? { reported } : {};
    return { ...listed(person, employment), at: times.ended ?? at, until, ...word };
  });
  const last = found.length > limit ? shown.at(-1) : undefined;
  return pageOf(items, last === undefined ? null : { kind: "place", place: last.ticket });
};
