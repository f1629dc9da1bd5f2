/** What departures take is kept for a while, each time for as long as a departure may be undone. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { effect } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import type { Deciding } from "./facts.ts";
import type { DepartureEvents } from "./model.ts";

/** RESIGN-05: what is kept of a departure is kept no longer. */
export const dropKept = effect(
  "RESIGN-05",
  (
    tx: Deciding,
    organization: OrganizationId,
    person: PersonId,
    because: DepartureEvents["departure.dropped"]["because"],
  ): void => {
    const employment = read(tx, "employment", organization, person);
    if (employment?.kept === undefined) return;
    const { number } = employment;
    emit(tx, "departure.dropped", { organization, person, number, because });
  },
);
