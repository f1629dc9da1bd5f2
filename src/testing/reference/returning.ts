/** Whom full lists bring back, because they name somebody whom lists had sent away (RESIGN-06). */
import { passPerson } from "./passing.ts";
import { reinstate } from "./reinstating.ts";
import { retentionEnd } from "./retention.ts";
import type { Employment, World } from "./state.ts";

/** What a list that names somebody who left comes to, by the source's own number or by none. */
function judgeReturn(
  world: World,
  employment: Employment,
  isNamed: boolean,
  at: number,
): "older" | "hire" | "reported" | "back" {
  const { listReinstates } = world.policy;
  const ended = employment.ended ?? at;
  // A list as of the same moment is not newer than the departure.
  if (at <= ended) return "older";
  if (!isNamed && at >= retentionEnd(world, ended)) return "hire";
  if (listReinstates === "never") return "reported";
  return listReinstates === "inferred" && employment.reported ? "reported" : "back";
}

/** What a line of a list comes to that names somebody who left. */
export function absorbReturn(
  world: World,
  employment: Employment,
  {
    number,
    at,
    now,
    line,
  }: {
    readonly number: number | undefined;
    readonly at: number;
    readonly now: number;
    readonly line: number;
  },
): "hire" | "back" | "later" | "nothing" {
  const isNamed = employment.sourced && number === employment.given;
  const judged = judgeReturn(world, employment, isNamed, at);
  if (judged === "hire") return "hire";
  if (judged !== "back") {
    const reason = judged === "older" ? "older-time" : "reported-left";
    passPerson(world, employment.person, reason, line);
    return "nothing";
  }
  // One step brings back so many, and what is beyond is for the next (DIR-08).
  if (world.returned.length >= world.policy.reconciliationStep) {
    passPerson(world, employment.person, "next-step", line);
    return "later";
  }
  reinstate(world, employment, { at, now, line });
  return "back";
}
