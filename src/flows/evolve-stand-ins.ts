/** What the events of stand-ins change: who stands in for a person, and for whom somebody stands in. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { distinct } from "../core/lists.ts";
import { drop, put, read } from "../core/transaction.ts";
import { tie } from "../directory/select/bound.ts";
import type { Evolving } from "./history.ts";
import type { FlowsEvents, StandInPeriod, StandInTie } from "./model.ts";
import { isOver, meets } from "./select/stand-ins.ts";

/** Keeps the periods of a person, and with each stand-in that one of them names them. */
function keep(
  tx: Evolving,
  organization: OrganizationId,
  person: PersonId,
  periods: readonly StandInPeriod[],
): void {
  const before = read(tx, "stand-ins", organization, person)?.periods ?? [];
  if (periods.length === 0) drop(tx, "stand-ins", organization, person);
  else put(tx, "stand-ins", organization, person, { periods });
  const named = [...before, ...periods].map(({ standIn }) => standIn.person);
  for (const each of distinct(named, (standIn) => standIn)) {
    const isNamed = periods.some(({ standIn }) => standIn.person === each);
    tie<StandInTie>(tx, { organization, person: each }, "stand-ins", person, () =>
      isNamed ? [person] : null,
    );
  }
}

/** The case of a stand-in set: what is over is forgotten. */
export function setStandIn(
  tx: Evolving,
  { organization, person, because: _, ...period }: FlowsEvents["stand-in.set"],
  at: number,
): void {
  const known = read(tx, "stand-ins", organization, person)?.periods ?? [];
  const left = [...known.filter((each) => !isOver(each, at)), period];
  keep(
    tx,
    organization,
    person,
    left.sort((one, other) => one.from - other.from),
  );
}

/** The case of a stand-in ended. */
export function endStandIn(
  tx: Evolving,
  { organization, person, ...period }: FlowsEvents["stand-in.ended"],
): void {
  const known = read(tx, "stand-ins", organization, person)?.periods ?? [];
  // Of those kept of one person no two meet.
  const left = known.filter((each) => !meets(each, period));
  keep(tx, organization, person, left);
}
