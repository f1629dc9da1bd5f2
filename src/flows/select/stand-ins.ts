/** Who stands in for a person for a period (FLOW-14). */
import type { AppId, InstanceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { colleagueNamed, isAble } from "../../directory/select/able.ts";
import { allTies } from "../../directory/select/bound.ts";
import type { StandInPeriod, StandInTie } from "../model.ts";
import { type Reading, taskTie } from "./flows.ts";

/** The periods of a person that are kept, in the order in which they begin. */
export const periodsOf = (
  tx: Reading,
  { organization, person }: Identity,
): readonly StandInPeriod[] => read(tx, "stand-ins", organization, person)?.periods ?? [];

/** Whether a period is over. */
export const isOver = ({ until }: Pick<StandInPeriod, "until">, at: number): boolean => until <= at;

/** What of a person's periods is not over. */
export const periodsLeft = (tx: Reading, principal: Identity): readonly StandInPeriod[] =>
  periodsOf(tx, principal).filter((each) => !isOver(each, tx.at));

/** FLOW-14: whether somebody stands in at a time, from its beginning until before its end. */
const holdsAt = view(
  "FLOW-14",
  (period: StandInPeriod, at: number): boolean => period.from <= at && !isOver(period, at),
);

/** FLOW-14: whether two periods meet, in time and in an app. */
export const meets = (
  one: Omit<StandInPeriod, "standIn">,
  other: Omit<StandInPeriod, "standIn">,
): boolean =>
  one.from < other.until &&
  other.from < one.until &&
  (one.apps === undefined || one.apps.some((app) => isForApp(other, app)));

/** Whether a period is for tasks of an app. */
export const isForApp = ({ apps }: Pick<StandInPeriod, "apps">, app: AppId): boolean =>
  apps === undefined || apps.includes(app);

/**
 * FLOW-14: who stands in for a person now, for tasks of an app, if still in service under the employment that was
 * meant and not suspended; who stands in for them is not looked at.
 */
export function standInNow(tx: Reading, principal: Identity, app: AppId): Identity | null {
  const { organization } = principal;
  const period = periodsOf(tx, principal).find(
    (each) => holdsAt(each, tx.at) && isForApp(each, app),
  );
  const named = colleagueNamed(tx, organization, period?.standIn);
  if (named === null) return null;
  const standIn = { organization, person: named };
  return isAble(tx, standIn) ? standIn : null;
}

/** FLOW-14: whether somebody is on the step of an instance already: they hold a task of it that is not closed. */
export const isOnStep = view(
  "FLOW-14",
  (tx: Reading, instance: InstanceId, standIn: Identity): boolean =>
    taskTie(tx, standIn, instance) !== undefined,
);

/** One period, and whose it is. */
export interface StandsIn {
  readonly principal: Identity;
  readonly period: StandInPeriod;
}

/** The periods in which somebody stands in for others: in the order in which they came to, then of beginning. */
const standsInFor = (tx: Reading, standIn: Identity): StandsIn[] => {
  const { organization } = standIn;
  return allTies<StandInTie>(tx, standIn, "stand-ins").flatMap(([person]) => {
    const principal = { organization, person };
    return periodsOf(tx, principal)
      .filter((period) => period.standIn.person === standIn.person)
      .map((period) => ({ principal, period }));
  });
};

/** The periods in which somebody is stood in for, then those in which they stand in for others. */
export const periodsWith = (tx: Reading, identity: Identity): StandsIn[] => [
  ...periodsOf(tx, identity).map((period) => ({ principal: identity, period })),
  ...standsInFor(tx, identity),
];
