/** Who stands in for whom for a period. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { collect, named, sameMembers } from "../core/invariants.ts";
import { tiesKept } from "../directory/select/bound.ts";
import type { All, Check, Say } from "./invariants-found.ts";
import { STAND_INS_MAX, type StandInPeriod } from "./model.ts";
import { isForApp } from "./select/stand-ins.ts";

const meet = (one: StandInPeriod, other: StandInPeriod): boolean =>
  one.from < other.until &&
  other.from < one.until &&
  (one.apps === undefined || one.apps.some((app) => isForApp(other, app)));

/** What one person's periods are not. */
function checkPeriods(key: string, person: string, periods: readonly StandInPeriod[], say: Say) {
  if (periods.length === 0 || periods.length > STAND_INS_MAX) say(`${key} has none, or too many`);
  periods.forEach((period, place) => {
    const next = periods[place + 1];
    if (period.from >= period.until) say(`${key} is stood in for at no time`);
    if (period.standIn.person === person) say(`${key} stands in for themselves`);
    if (next !== undefined && next.from < period.from) say(`${key} has periods in no order`);
    if (periods.slice(place + 1).some((other) => meet(period, other))) {
      say(`${key} is stood in for twice at a time`);
    }
  });
}

/** With each person who stands in for somebody, of whom a period names them. */
function expectedTies(all: All, say: Say): Map<string, string[]> {
  const expected = new Map<string, string[]>();
  for (const { owner, own, record } of all.of("stand-ins")) {
    checkPeriods(named(owner, own), own, record.periods, say);
    for (const each of new Set(record.periods.map(({ standIn }) => standIn.person))) {
      collect(expected, named(owner, each), own);
    }
  }
  return expected;
}

/** A person's periods do not overlap for one app, and whoever stands in is bound to the person. */
export const standIns: Check = (all, say) => {
  const expected = expectedTies(all, say);
  for (const { owner, own, record } of all.of("bound")) {
    const identity = { organization: owner as OrganizationId, person: own as PersonId };
    const kept = tiesKept(record, identity, "stand-ins", (bucket) =>
      all.get("ties", owner, bucket),
    );
    const key = named(owner, own);
    const found = kept.map(([person]) => person);
    if (!sameMembers(found, expected.get(key) ?? [])) say(`${key} stands in for others`);
    expected.delete(key);
  }
  for (const key of expected.keys()) say(`${key} is not bound to whom they stand in for`);
};
