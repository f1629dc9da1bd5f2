/** What always holds of the list of people who are suspended. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import {
  byOwner,
  checkedTickets,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import type { DirectoryRecords } from "./model.ts";
import { suspendedOf } from "./select/keys.ts";

type Check = Invariant<DirectoryRecords>["check"];

/** Who is listed as suspended is, in service, each under their own ticket. */
const suspended: Check = (all, say) => {
  const employments = byOwner(all.of("employment"));
  for (const { owner, record } of all.of("directory")) {
    const where = suspendedOf(owner as OrganizationId);
    const index = record.suspended ?? EMPTY_PAGES;
    const entries = checkedTickets<readonly [number, PersonId]>(all, where, index, (what) =>
      say(`suspended of ${named(owner)}: ${what}`),
    );
    const known = (employments.get(owner) ?? []).flatMap(({ own, record: { suspended: is } }) =>
      is === undefined ? [] : [named(own, String(is.ticket))],
    );
    if (
      !sameMembers(
        entries.map(([ticket, person]) => named(person, String(ticket))),
        known,
      )
    ) {
      say(`those listed as suspended in ${named(owner)} are not those who are`);
    }
  }
};

/** No page is left behind. */
const reachable: Check = (all, say) => {
  strays(
    all.of("suspended"),
    "suspended",
    ({ owner, own }) =>
      all.get("directory", owner)?.suspended?.pages.includes(Number(own)) === true,
    say,
  );
};

/** The invariants of people suspended. */
export const suspendedInvariants: readonly Invariant<DirectoryRecords>[] = [
  { rules: ["DIR-17"], check: suspended },
  { rules: [STRUCTURE], check: reachable },
];
